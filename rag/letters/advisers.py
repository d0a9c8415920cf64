"""The bodies and people whose report or advice a letter is about, by the names that it gives them."""

import re

from rag.letters.parties import STATE_COUNCIL

_BODY = re.compile(
    r"\b([Dd]e|[Hh]et) ((?:[A-Z][\w-]*)?(?:Raad|Commissie|Instituut|Planbureau|Inspectie|Autoriteit|Adviescollege"
    r"|Werkgroep|"
    r"Universiteit|Centrum|Adviesraad|Taskforce)(?: (?:voor|van|inzake|op)(?: (?:de|het"
    r"|der))? [\w-]+(?:(?:,? (?:en )?[\w-]+){1,8}(?= \([A-Z][\w-]+\))|(?:,? (?:en )?(?:[a-z]+ )?[A-Z][\w-]*)*))?)"
    r"(?: \((?:hierna(?: te noemen)?:? (?:de |het )?)?([\w’ -]{2,40})\))?"
)
_ADVICE_BY = re.compile(
    r"\b(?:[\w-]*rapport|advies|studie|peiling|(?:onderzoek|evaluatie|verkenning)(?= door| [«‘'\"“]))(?: nr\. ?\d+)?"
    r"(?: [«‘'\"“][^»’'\"”]{3,80}[»’'\"”])?,? (?:van|door|dat|die) (?:de |het )?"
    r"((?!Wet\b|Besluit\b|Minister|Kamer|Tweede|Eerste|Europese)[A-Z][\w-]+(?:,? [\w-]+){0,9})"
    r" \((?:hierna(?: te noemen)?:? (?:de |het )?)?([A-Z][\w-]{1,12})\)"
)
"""The same with its short form behind it, whatever words the name is made of."""
_REPORT_BY = re.compile(
    r"\b(?:[\w-]*rapport|advies|studie|peiling|(?:onderzoek|evaluatie|verkenning)(?= door))"
    r"(?: [«‘'\"“][^»’'\"”]{3,80}[»’'\"”])?"
    r" (?:van|door) ((?:de |het )?(?!Nederland|Wet\b|Minister|Staatssecretaris|Kamer|Tweede|Eerste|Europese|[A-Z]+EN\b)"
    r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})(?: \(([A-Z][\w-]{1,12})\))?"
)
"""Whoever made a report is an adviser, also where the name does not show its kind: "het rapport van Berenschot"."""
_COMMITTEE = re.compile(r"\bde (commissie[- ](?!von der|juncker|barroso|prodi)(?:van (?:de[nr]? )?|de )?[A-Z][\w-]+)")
_KIND = re.compile(
    r"\b\w*?((?:advies)?(?:raad|commissie|instituut|college)|planbureau|inspectie|werkgroep)\b", re.IGNORECASE
)
_SHORT_NAME = re.compile(r"\(hierna(?: te noemen)?:? [«‘'\"]?((?:de|het) [\w-]+)[»’'\"]?\)", re.IGNORECASE)
_REPORT_OF = re.compile(
    r"\b(?:rapport|advies|onderzoek|evaluatie|verkenning|aanbevelingen|bevindingen)\b", re.IGNORECASE
)
_STATE_COUNCIL_ADVISED = re.compile(
    rf"\b(?:advies|voorlichting) van de (?:{STATE_COUNCIL}|afdeling)\b"
    rf"|\bde {STATE_COUNCIL}\b.{{0,120}}\b(?:advies|voorlichting) (?:uit|over|gegeven)",
    re.IGNORECASE,
)
_NOT_ADVISERS = re.compile(r"Europese|vaste commissie|Veiligheidsraad|Ministerraad|Raad van State", re.IGNORECASE)
_OTHER_COMMITTEE = re.compile(r"Europese Commissie|vaste commissie", re.IGNORECASE)


def find_advisers(texts: list[str]) -> set[str]:
    """Names of the bodies and short forms whose report or advice the letter is about."""
    names: set[str] = set()
    kinds: set[str] = set()
    for text in texts:
        for match in _BODY.finditer(text):
            if _NOT_ADVISERS.search(match.group()) or not _REPORT_OF.search(text):
                continue
            article, name, short = match.groups()
            names.add(f"{article.lower()} {name}")
            if short:
                names.add(short)
            kinds |= _kinds(name)
        for match in _ADVICE_BY.finditer(text):
            if not _NOT_ADVISERS.search(match.group(1)):
                names.update(match.groups())
                kinds |= _kinds(match.group(1))
        for match in _REPORT_BY.finditer(text):
            names.update(name for name in match.groups() if name)
        names.update(f"de {match.group(1)}" for match in _COMMITTEE.finditer(text))
        names.update(match.group(1).lower() for match in _SHORT_NAME.finditer(text) if _REPORT_OF.search(text))
    names.update(name for kind in kinds for name in _alone(kind, texts))
    if any(re.search(r"\b[Dd]e (?:auteurs|onderzoekers|opstellers)\b", text) for text in texts):
        names.add("de auteurs")
    if any(_STATE_COUNCIL_ADVISED.search(text) for text in texts):
        names.update(("de raad van state", "de afdeling advisering", "de afdeling"))
    whole = " ".join(texts)
    if _REPORT_OF.search(whole) and re.search(r"\b[Dd]e commissie\b", whole) and not _OTHER_COMMITTEE.search(whole):
        names.add("de commissie")
    return names


def _kinds(name: str) -> set[str]:
    """What the kind of a body may be called: "adviesraad", "raad"."""
    found = _KIND.search(name)
    return {found.group(1).lower(), found.group(1).lower().removeprefix("advies")} if found else set()


def _alone(kind: str, texts: list[str]) -> set[str]:
    """How the letter goes on to call a body by its kind alone ("de commissie adviseert")."""
    alone = re.compile(rf"\b([Dd]e|[Hh]et) (?:{kind}|{kind.capitalize()})\b(?! (?:voor|van|inzake|Von)\b)")
    return {f"{match.group(1).lower()} {kind}" for text in texts if (match := alone.search(text))}
