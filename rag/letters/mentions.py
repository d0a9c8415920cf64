"""A party named in a sentence, and what part it has there."""

import re
from dataclasses import dataclass

from rag.letters.clauses import cabinet_acts
from rag.letters.members import PERSON
from rag.letters.model import Voice
from rag.letters.outsiders import states
from rag.letters.parties import CHAMBER
from rag.letters.speakers import REPORTED, REPORTS, SEES

_OBLIQUE = frozenset(
    """
    van door met aan voor bij in op over tot uit namens jegens naar onder tegen richting tussen via dan
    overeenkomstig conform dat die waarop waarin waarmee waarvan waarbij hoe zoals als indien of wat wie toen
    nadat omdat doordat zodat terwijl en alsmede
    om zowel ofschoon hoewel tenzij zolang zodra voordat mits aangezien waar waartoe waarvoor waarover waartegen
    """.split()
)
"""A party after one of these is not the subject of the main clause."""
_IS_OBJECT = re.compile(
    r"\b(?:waar\w*|die|dat|omdat|zodat|terwijl|nadat|doordat|toen|als|wanneer|indien|hoewel)"
    r" (?:zij|ze|hij|men|het|ik|wij|we|(?:de|het|een|deze|dit|hun|haar|zijn|mijn) [\w-]+)"
    r"(?: (?:ook|nu|dan|toen|samen|daarom|opnieuw|er))?$",
    re.IGNORECASE,
)
"""A subordinate clause with its subject in front of a party: "een verklaring waarin zij het Hof oproepen"."""
_BYSTANDER = re.compile(
    rf"{CHAMBER}|de (?:gemeenten|provincies|lidstaten|sector|[\w-]*fracties?)"
    r"|(?:het|de) [\w-]*instituut",
    re.IGNORECASE,
)
_MOTION = re.compile(r"(?:de|deze|die|een) moties?(?:-[\w/-]+)?", re.IGNORECASE)
_TREATED = re.compile(r" (?:is|zijn|wordt|worden|beschouw|zal|blijft)\b(?! (?:\w+ )?(?:ingegeven|gericht|bedoeld))")
_RESEARCH = re.compile(r"(?:het|dit|de) (?:onderzoek|evaluatie|verkenning|peiling|studie|enquête)", re.IGNORECASE)
_PROGRESSES = re.compile(
    r"\b(?:vertraging|gestart|begonnen|gereed|afgerond|voltooid|uitgezet|opgezet|aanbesteed|loopt|lopen|duurt|start)\b"
)
"""What becomes of a motion or a piece of research, which neither says."""
_PLANNED = re.compile(r"\b(?:zal|zullen) $")
_PLANS = re.compile(r" (?:zal|zullen)\b")
"""Beside a chamber or a group whose doings the letter foresees: "in veel gevallen zal de Kamer advies vragen"."""
_ASIDE = re.compile(r"(?<= [–-] )[^–;:]{3,80}(?= [–-] )")
_SOMEBODY = re.compile(PERSON, re.IGNORECASE)
_IS_AGENT = re.compile(r"\b(?:is|zijn|word(?:t|en)|werd(?:en)?) (?:[\w-]+ ){0,8}door $|\bkrijgt van $", re.IGNORECASE)
_RECEIVES = re.compile(
    rf" (?:[\w’,-]+ ){{0,6}}(?:{REPORTED}|genoemd|beschouwd|gezien|aanbevolen|ontraden"
    r"|\w*(?:waardering|voorkeur|steun|bijval|kritiek))\b"
)
"""Before and behind a party in a passive: "de kosten worden door de raad geraamd op", "krijgt van de raad steun"."""
_SAYS_LAST = re.compile(rf", (?:zo )?{REPORTS} $")
_NEAR = 80
"""Characters before a party that can say what part it has in the sentence."""


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A party named in a sentence."""

    start: int
    text: str
    voice: Voice


def mention_of(match: re.Match[str], voice: Voice, group: int | str = 0) -> Mention:
    """The party that a match, or a group of it, names."""
    return Mention(start=match.start(group), text=match.group(group), voice=voice)


def in_front(text: str, mention: Mention) -> str:
    """The last words before a party."""
    return text[max(0, mention.start - _NEAR) : mention.start]


def end_of(mention: Mention) -> int:
    """Where the name of a party ends in its sentence."""
    return mention.start + len(mention.text)


def ends(mention: Mention, text: str) -> bool:
    """Whether a party ends the sentence with its verb: "het kabinet doet te weinig, schrijft de raad"."""
    is_last = re.match(r"[.!]?$", text[end_of(mention) :]) is not None
    return is_last and _SAYS_LAST.search(in_front(text, mention)) is not None


def is_agent(mention: Mention, text: str) -> bool:
    """Whether a view is a party's by a passive: "de kosten worden door de raad geraamd"."""
    if not _IS_AGENT.search(in_front(text, mention)) or cabinet_acts(text):
        return False
    return _RECEIVES.match(text, end_of(mention)) is not None


def is_oblique(mention: Mention, text: str) -> bool:
    """Whether the words in front of a party show that it is not the subject of the main clause."""
    if any(one.start() < mention.start < one.end() and not states(one.group()) for one in _ASIDE.finditer(text)):
        return True
    words = in_front(text, mention).rstrip()
    word = re.search(r"[\w’-]+$", words)
    return (word is not None and word.group().lower() in _OBLIQUE) or _IS_OBJECT.search(words) is not None


def acts(mention: Mention, text: str) -> bool:
    """Whether the party speaks: chambers, groups and people are often only told or concerned."""
    if mention.voice is Voice.THIRD_PARTY and _SOMEBODY.fullmatch(mention.text):
        return states(text[mention.start :])
    if _MOTION.fullmatch(mention.text):
        return _TREATED.match(text, end_of(mention)) is None and ": " not in text[: mention.start]
    if _RESEARCH.fullmatch(mention.text) and _PROGRESSES.search(text[end_of(mention) :]):
        return states(text[mention.start :])
    if not _BYSTANDER.fullmatch(mention.text):
        return True
    if _PLANNED.search(text[: mention.start]) or _PLANS.match(text, end_of(mention)):
        return False
    clause = text[max(0, mention.start - 15) : mention.start + len(mention.text) + 80]
    return re.search(rf"\b(?:{REPORTS}|{SEES})\b", clause) is not None
