"""The parties in a letter, and where a sentence names one of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.letters.model import Voice

_CABINET = (
    r"(?:het|dit|ons|ons demissionaire) kabinet|ik|wij|de regering|"
    r"mijn (?:inzet|oordeel|reactie|standpunt|eigen \w+|ambtsvoorganger|ambtgeno\w+|voorganger)|"
    r"de (?:minister|staatssecretaris|bewindslieden|bewindspersoon)\b"
)
_AUTHORS = (
    r"de (?:auteurs?|onderzoekers?|opstellers|adviseurs|evaluatoren|wetenschappers|rapporteurs|deskundigen)|"
    r"(?:het|dit|de) (?:rapport|advies|adviesrapport|onderzoek(?!er)|onderzoeksrapport|evaluatie|verkenning)|"
    r"de (?:adviescommissie|adviesraad|evaluatiecommissie|onderzoekscommissie|visitatiecommissie|staatscommissie)|"
    r"de algemene rekenkamer|de (?:afdeling(?: advisering)?|raad van state)|de (?:wrr|acvz|aiv|ser|rob|rvs|rli|nza|ovv)"
    r"|het (?:scp|cpb|pbl|rivm|wodc|kim|knmi|cbs|atr)|tno|de (?:nationale |kinder)?ombudsman"
    r"|de (?:gezondheidsraad|onderwijsraad|onderzoeksraad(?: voor veiligheid)?|sociaal-economische raad)"
)
_PARLIAMENT = (
    r"(?:de|uw) (?:tweede |eerste )?kamer|het lid|de leden|de (?:kamerleden|fracties?|indieners?|vaste commissie"
    r"|vragenstellers?)|"
    r"(?:de|deze|die) moties?|de heer \w+|mevrouw \w+"
)
_THIRD = (
    r"de europese commissie|de commissie(?=[ -](?:von der|juncker|barroso|prodi|santer|delors))|de unhcr|unhcr|de vng"
    r"|het ipo|(?:het|de) (?:europees )?hof"
    r"|de rechter|"
    r"(?:het|dit) (?:regeer|coalitie|hoofdlijnen)akkoord|de (?:gemeenten|provincies|lidstaten|sector|inzenders"
    r"|insprekers)|"
    r"(?:de|een) (?:vereniging|stichting|koepel|bond|federatie|belangenvereniging|bewonersvereniging)"
)
_BODY = re.compile(
    r"\b([Dd]e|[Hh]et) ((?:[A-Z][\w-]*)?(?:Raad|Commissie|Instituut|Planbureau|Inspectie|Autoriteit|Adviescollege"
    r"|Werkgroep|"
    r"Universiteit|Centrum|Adviesraad|Taskforce)(?: (?:voor|van|inzake|op)(?: (?:de|het"
    r"|der))? [\w-]+(?:,? (?:en )?(?:[a-z]+ )?[A-Z][\w-]*)*)?)"
    r"(?: \((?:hierna(?: te noemen)?:? (?:de |het )?)?([\w’ -]{2,40})\))?"
)
_KIND = re.compile(r"Raad|Commissie|Instituut|Planbureau|Inspectie|Adviescollege|Werkgroep")
_SHORT_NAME = re.compile(r"\(hierna(?: te noemen)?:? [«‘'\"]?((?:de|het) [\w-]+)[»’'\"]?\)", re.IGNORECASE)
_REPORT_OF = re.compile(
    r"\b(?:rapport|advies|onderzoek|evaluatie|verkenning|aanbevelingen|bevindingen)\b", re.IGNORECASE
)
_NOT_ADVISERS = re.compile(r"Europese|vaste commissie|Veiligheidsraad|Ministerraad|Europese Raad", re.IGNORECASE)
_OBLIQUE = frozenset(
    """
    van door met aan voor bij in op over tot uit namens jegens naar onder tegen richting tussen via dan
    dat die waarop waarin waarmee waarvan waarbij hoe zoals als indien of wat wie toen
    nadat omdat doordat zodat terwijl en alsmede
    """.split()
)
"""A party after one of these is not the subject of the main clause."""
_REPORTS = (
    r"(?:stel(?:t|len)|vind(?:t|en)|waarschuw(?:t|en)|pleit(?:en)?|verwacht(?:en)?|vraagt|vragen|vroeg(?:en)?|wijst"
    r"|wijzen|schrijf?t|meld(?:t|en)"
    r"|beschouw(?:t|en)|concludeer(?:t|en)|constateer(?:t|en)|adviseer(?:t|en)|schat(?:ten)?|noem(?:t|en)|betoogt"
    r"|acht(?:en)?|wil(?:len)?"
    r"|verzoekt|verzoeken|(?:heeft|hebben) (?:[\w.-]+ ){0,9}(?:gevraagd|aangekondigd|laten weten|verzocht"
    r"|gewaarschuwd|gesteld|geadviseerd"
    r"|geconcludeerd|ingediend))"
)
_SPEAKER = re.compile(
    rf"^(?!(?:Zij|Ze|Hij|Wij|Ik|Dit|Dat|Deze|Die|Er|Dus|Ook|Zo|Wel|Verder|Daarom|Tevens|Men)\b)"
    rf"(?:(?:De|Het) )?((?:[A-Z][\w’-]+)(?: (?:(?:van|voor|en|de|der"
    rf"|het) )*[A-Z][\w’-]+){{0,5}})(?:, [^,]+,)? {_REPORTS}\b(?! (?:de|het|een|dit|deze|ik|wij)\b)"
)
_BYSTANDER = re.compile(
    r"(?:de|uw) (?:tweede |eerste )?kamer|de (?:gemeenten|provincies|lidstaten|sector|fracties?)", re.IGNORECASE
)
_SOURCE = (
    r"(?:volgens|naar (?:de )?(?:opvatting|mening|het oordeel|oordeel|inschatting) van"
    r"|in de (?:analyse|ogen|visie) van|aldus|blijkens)"
)
_IS_SOURCE = re.compile(rf"\b{_SOURCE} $", re.IGNORECASE)
_IS_ASIDE = re.compile(r"[–,(] ?(?:zo|zoals|gelijk) (?:\w+ )?$", re.IGNORECASE)
_NEAR = 80
"""Characters before a party that can say what part it has in the sentence."""
_PRONOUN = re.compile(
    r"^(Zij|Ze|Hij)\b|\b(?:voorzien|stellen|menen|achten|vinden|schetsen|pleiten|constateren|concluderen|noemen"
    r"|zien|willen|bevelen|adviseren) (zij|ze)\b"
)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A party named in a sentence."""

    start: int
    text: str
    voice: Voice


class Holders:
    """The parties of one letter: those that any letter has, and the advisers that this one names."""

    def __init__(self, texts: Iterable[str]) -> None:
        advisers = _advisers(list(texts))
        authors = "|".join([*(re.escape(name) for name in sorted(advisers, key=len, reverse=True)), _AUTHORS])
        groups = (
            (Voice.AUTHORS, authors),
            (Voice.PARLIAMENT, _PARLIAMENT),
            (Voice.THIRD_PARTY, _THIRD),
            (Voice.CABINET, _CABINET),
        )
        self._party = re.compile(
            rf"(?<![\w-])(?:{'|'.join(f'(?P<{voice.name}>{pattern})' for voice, pattern in groups)})(?![\w-])",
            re.IGNORECASE,
        )
        self._latest: tuple[str, list[Mention]] = ("", [])
        self.reports_others = bool(advisers)
        """Whether the letter reports the work of advisers at all."""

    def mentions(self, text: str) -> list[Mention]:
        """Every party that the sentence names, in order, whatever its role in it."""
        if self._latest[0] != text:
            found = [
                Mention(start=match.start(), text=match.group(), voice=Voice[match.lastgroup])
                for match in self._party.finditer(text)
                if match.lastgroup
            ]
            self._latest = (text, found)
        return self._latest[1]

    def source(self, text: str) -> Mention | None:
        """The party that the sentence gives as its source: "volgens de auteurs"."""
        for mention in self.mentions(text):
            if _IS_SOURCE.search(_before(text, mention)):
                return mention
        if match := re.match(r"Volgens (?:de |het |een )?([\w’-]+)", text):
            return Mention(start=match.start(1), text=match.group(), voice=Voice.THIRD_PARTY)
        return None

    def aside(self, text: str) -> Mention | None:
        """The party of a parenthesis: "zoals de auteurs signaleren", "zo constateert het kabinet"."""
        for mention in self.mentions(text):
            if _IS_ASIDE.search(_before(text, mention)):
                return mention
        return None

    def subject(self, text: str) -> Mention | None:
        """The party that is the subject of the main clause, as far as word order shows it."""
        aside = self.aside(text)
        if aside and re.search(r"\bzo \w+ $", _before(text, aside)):
            return aside
        for mention in self.mentions(text):
            before = _before(text, mention).rstrip()
            word = re.search(r"[\w’-]+$", before)
            if before.endswith("(") or (word and word.group().lower() in _OBLIQUE):
                continue
            if mention == aside or not _acts(mention, text):
                continue
            return mention
        if match := _SPEAKER.match(text):
            return Mention(start=match.start(1), text=match.group(1), voice=Voice.THIRD_PARTY)
        return None

    def pronoun(self, text: str) -> str | None:
        """A pronoun in subject place that can mean a party."""
        match = _PRONOUN.search(text)
        return (match.group(1) or match.group(2)) if match else None


def _before(text: str, mention: Mention) -> str:
    return text[max(0, mention.start - _NEAR) : mention.start]


def _acts(mention: Mention, text: str) -> bool:
    """Whether the party speaks: chambers and groups are often only told or concerned."""
    if not _BYSTANDER.fullmatch(mention.text):
        return True
    clause = text[max(0, mention.start - 15) : mention.start + len(mention.text) + 80]
    return re.search(rf"\b{_REPORTS}\b", clause) is not None


def _advisers(texts: list[str]) -> set[str]:
    """Names of the bodies and short forms whose report or advice the letter is about."""
    names: set[str] = set()
    for text in texts:
        for match in _BODY.finditer(text):
            if _NOT_ADVISERS.search(match.group()) or not _REPORT_OF.search(text):
                continue
            article, name, short = match.groups()
            names.add(f"{article.lower()} {name}")
            if short:
                names.add(short)
            if (kind := _KIND.search(name)) and _refers_back(kind.group(), texts):
                names.add(f"{article.lower()} {kind.group().lower()}")
        names.update(match.group(1).lower() for match in _SHORT_NAME.finditer(text) if _REPORT_OF.search(text))
    if any(re.search(r"\b[Dd]e (?:auteurs|onderzoekers|opstellers)\b", text) for text in texts):
        names.add("de auteurs")
    return names


def _refers_back(kind: str, texts: list[str]) -> bool:
    """Whether the letter goes on to call the body by its kind alone ("de commissie adviseert")."""
    alone = re.compile(rf"\b(?:[Dd]e|[Hh]et) (?:{kind}|{kind.lower()})\b(?! (?:voor|van|inzake|Von)\b)")
    return any(alone.search(text) for text in texts)
