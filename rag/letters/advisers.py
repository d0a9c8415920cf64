"""The bodies and people whose report or advice a letter is about, by the names that it gives them."""

import re
from collections.abc import Iterator, Sequence

from rag.letters.parties import STATE_COUNCIL, WORKS, WRITERS

_KIND = (
    r"(?:raad|commissie|instituut|college|comité|centrum|universiteit|hogeschool|academie|inspectie|autoriteit"
    r"|consortium|taskforce|ombudsman|(?:plan|advies|onderzoeks|kennis|migratie)?bureau|groep|kamer)"
)
_CALLED = r"(?:(?:advies|onderzoeks)?(?:raad|commissie|instituut|college|bureau)|comité|centrum|inspectie|consortium)"
"""What a body may be called by the end of its kind alone; "kamer" or "groep" are others."""
_LINK = r"(?:voor|van|inzake|op|in|bij|te|en|de|het|der|den|ter)"
_VERB = (
    r"(?:heeft|hebben|is|was|werd|wordt|bracht|had|bood|stelt|die|dat|waar\w*|mij|ik|uw|aan|onder|tot|over|naar|opdracht"
    r"|zijn|haar|hun|een)"
)
"""No name goes on with these."""
_SHORT = (
    r"\((?:hierna(?: te noemen)?:? )?[«‘'\"“]?(?P<short>(?:(?:de|het) )?[A-Z][\w’& -]{1,40}|(?:de|het) [\w-]+)"
    r"[»’'\"”]?\)"
)
_BODY = re.compile(
    rf"\b(?P<article>[Dd]e|[Hh]et) (?P<name>(?:[A-Z][\w’-]* (?:en )?){{0,4}}?"
    rf"(?P<kind>(?=[A-Z])[\w’-]*?(?i:{_KIND}))\b(?:-[A-Z][\w-]+)?"
    rf"(?:(?:,? (?!{_VERB}\b)[\w’&-]+){{1,12}}(?= \((?:hierna|[A-Z]))"
    rf"|(?: (?:{_LINK} )*[A-Z][\w’&-]*(?:,? (?:en )?[A-Z][\w’&-]*)*"
    rf"| (?:voor|van|inzake) (?:de |het )?[a-z][\w-]+)?))(?: {_SHORT})?"
)
"""Its kind anywhere in a name: "de Juridische Commissie Derde Landen (JCDL)", "de Klimaat- en Energieraad"."""
_FIRM = re.compile(
    r"\b[a-z]*bureau (?P<name>[A-Z][\w’-]+(?: (?:(?:&|en|van) )?[A-Z][\w’-]+){0,3})"
    rf"(?: {_SHORT})?"
)
_WORK_OF = r"(?:[\w-]*rapport|[\w-]*advies|studie|peiling|(?:onderzoek|evaluatie|verkenning)"
_TITLE = r"(?: [«‘'\"“][^»’'\"”]{3,80}[»’'\"”])?"
_ADVICE_BY = re.compile(
    rf"\b{_WORK_OF}(?= door| [«‘'\"“]))(?: nr\. ?\d+)?{_TITLE},? (?:van|door|dat|die) (?:de |het )?"
    r"((?!Wet\b|Besluit\b|Minister|Kamer|Tweede|Eerste|Europese)[A-Z][\w-]+(?:,? [\w-]+){0,9})"
    r" \((?:hierna(?: te noemen)?:? (?:de |het )?)?([A-Z][\w-]{1,12})\)"
)
"""The same with its short form behind it, whatever words the name is made of."""
_REPORT_BY = re.compile(
    rf"\b{_WORK_OF}(?= door)){_TITLE}"
    r" (?:van|door) ((?:de |het )?(?!Nederland|Wet\b|Minister|Staatssecretaris|Kamer|Tweede|Eerste|Europese|[A-Z]+EN\b)"
    r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})(?: \(([A-Z][\w-]{1,12})\))?"
)
"""Whoever made a report is an adviser, also where the name does not show its kind: "het rapport van Berenschot"."""
_COMMITTEE = re.compile(r"\bde (commissie[- ](?!von der|juncker|barroso|prodi)(?:van (?:de[nr]? )?|de )?[A-Z][\w-]+)")
_SHORT_NAME = re.compile(
    rf"\(hierna(?: te noemen)?:? [«‘'\"“]?((?:de|het) (?:[\w-]*?{_KIND}|{WRITERS}))[»’'\"”]?\)", re.IGNORECASE
)
_WORK = re.compile(
    r"\b(?:[\w-]*(?:rapport|advies|onderzoek|evaluatie|verkenning|studie)|aanbevelingen|bevindingen"
    r"|(?:scenario[’']s|opties|varianten|\w*paden) (?:uitgewerkt|doorgerekend))\b",
    re.IGNORECASE,
)
_STATE_COUNCIL_ADVISED = re.compile(
    rf"\b(?:advies|voorlichting) van de (?:{STATE_COUNCIL}|afdeling)\b"
    rf"|\bde {STATE_COUNCIL}\b.{{0,120}}\b(?:advies|voorlichting) (?:uit|over|gegeven)",
    re.IGNORECASE,
)
_NOT_ADVISERS = re.compile(
    r"Europe?es|vaste commissie|(?:Veiligheids|Minister|Visserij|Milieu|Transport)raad|JBZ|Ecofin|Buitenlandse Zaken"
    r"|Raad van (?:State|Europa|de E)|Hoge Raad|hof\b|^(?:Tweede|Eerste) Kamer|^Kamer\b",
    re.IGNORECASE,
)
_OTHER_COMMITTEE = re.compile(r"Europese Commissie|vaste commissie", re.IGNORECASE)
_COUNCIL_CALLED = re.compile(
    r"(?:(?:Veiligheids|Minister|Visserij|Milieu|Transport|Concurrentie|Energie)raad|Raad van de (?:EU|Europese Unie))"
    r" \(hierna(?: te noemen)?:? [«‘'\"“]?(?:de )?Raad\b",
    re.IGNORECASE,
)
"""A council of ministers of the Union, which the letter goes on to call by its kind alone."""
_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z])")
_ON_ANOTHERS = re.compile(
    r"^(?!.*\b(?:ik|wij|kabinet)\b).*\b(?:(?:heeft|hebben) op (?:het|dit|dat) [\w-]+ gereageerd"
    r"|(?:vindt|vinden|meent|menen) dat (?:het|dit) (?:advies|rapport))\b"
)
"""What a body says of the work of another: it is no adviser."""
_WORK_OR_WRITER = re.compile(rf"(?:(?:het|dit|de) )?(?:{WORKS}|{WRITERS})", re.IGNORECASE)
_ADVISES = re.compile(
    r"\b(?:advi(?:es|seert|seren|seerde)|beveelt|aanbev\w+|bepleit\w*|pleit(?:te)?n?)\b", re.IGNORECASE
)
_OPENING = 2
"""Paragraphs at the head of a letter in which a body and its work may stand in different sentences."""


def find_advisers(texts: list[str]) -> set[str]:
    """Names of the bodies and short forms whose report or advice the letter is about."""
    names: set[str] = set()
    kinds: set[str] = set()
    for text in _about_work(texts):
        for match in _bodies(text):
            names |= _names(match)
            kinds |= _kinds(match["kind"])
        for match in _FIRM.finditer(text):
            names |= {match["name"], match["short"]} - {None}
            kinds |= {"bureau", "onderzoeksbureau", "adviesbureau"}
        names.update(match.group(1).lower() for match in _SHORT_NAME.finditer(text))
    for text in texts:
        for match in _ADVICE_BY.finditer(text):
            if not _NOT_ADVISERS.search(match.group(1)):
                names.update(match.groups())
        for match in _REPORT_BY.finditer(text):
            names.update(name for name in match.groups() if name)
        names.update(f"de {match.group(1)}" for match in _COMMITTEE.finditer(text))
    names.update(name for kind in kinds for name in _alone(kind, texts))
    if any(_COUNCIL_CALLED.search(text) for text in texts):
        names = {name for name in names if name.lower() != "de raad"}
    if any(re.search(r"\b[Dd]e (?:auteurs|onderzoekers|opstellers)\b", text) for text in texts):
        names.add("de auteurs")
    if any(_STATE_COUNCIL_ADVISED.search(text) for text in texts):
        names.update(("de raad van state", "de afdeling advisering", "de afdeling"))
    whole = " ".join(texts)
    if _WORK.search(whole) and re.search(r"\b[Dd]e commissie\b", whole) and not _OTHER_COMMITTEE.search(whole):
        names.add("de commissie")
    return names


def is_work(name: str) -> bool:
    """Whether what a text names is a report or the like, or who made it, rather than a body."""
    return _WORK_OR_WRITER.fullmatch(name) is not None


def advises(text: str) -> bool:
    """Whether somebody advises in a text."""
    return _ADVISES.search(text) is not None


def bodies_in(text: str) -> set[str]:
    """Names and short forms of the bodies in a text, whether it tells of their work or not."""
    return {name for match in _bodies(text) for name in _names(match)}


def _bodies(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _BODY.finditer(text) if not _NOT_ADVISERS.search(match["name"]))


def _names(body: re.Match[str]) -> set[str]:
    return {f"{body['article'].lower()} {body['name']}"} | ({body["short"]} - {None})


def _about_work(texts: Sequence[str]) -> Iterator[str]:
    """The opening paragraphs and the later sentences that speak of a report or advice."""
    for place, text in enumerate(texts):
        parts = [text] if place < _OPENING else _SENTENCE_END.split(text)
        yield from (part for part in parts if _WORK.search(part) and not _ON_ANOTHERS.search(part))


def _kinds(word: str) -> set[str]:
    """What a body may be called by its kind: "adviesraad" and "raad"."""
    called = re.search(rf"{_CALLED}$", word, re.IGNORECASE)
    found = {word.lower(), called.group().lower()} if called else {word.lower()}
    return (found | {one.removeprefix("advies") for one in found}) - {"kamer", "groep"}


def _alone(kind: str, texts: list[str]) -> set[str]:
    """How the letter goes on to call a body by its kind alone ("de commissie adviseert")."""
    alone = re.compile(rf"\b([Dd]e|[Hh]et) (?:{kind}|{kind.capitalize()})\b(?! (?:voor|van|inzake|Von)\b)")
    return {f"{match.group(1).lower()} {kind}" for text in texts if (match := alone.search(text))}
