"""Words by which a sentence goes on with a party of the sentence before."""

import re

from rag.letters.parties import VIEWS
from rag.letters.speakers import REPORTED, REPORTS

_PRONOUN = re.compile(
    rf"^(Zij|Ze|Hij)\b|^(Die|Deze)(?= {REPORTS}\b)(?! (?:vraagt|vragen|wil|willen|schrijft|stelt)\b)"
    rf"|\b(?:{REPORTS}|schetsen|schetst|ziet|zien|voorziet|voorzien) (zij|ze|hij)\b"
    r"|^(?:Wel|Ook|Verder|Voorts|Tevens|Daarnaast|Bovendien|Daarom|Toch|Evenmin|Niettemin|Liever)"
    r" (?!(?:is|zijn|zal|zullen|kan|kunnen|moet|moeten|mag|mogen|wordt|worden|krijgt|krijgen|heeft|hebben)\b)[a-z]+[tn]"
    r" (zij|ze|hij)\b"
    rf"|\b(?:heeft|hebben) (zij|ze|hij)\b(?=.*\b(?:{REPORTED}|gevonden|onderzocht|aangetroffen)\b)"
)
_IT = re.compile(
    r"^Het (?=(?:deelt|onderschrijft|steunt|volgt|vreest|meent|pleit|bepleit|verzoekt|vraagt|wijst|adviseert|verwacht"
    r"|betreurt|waarschuwt|streeft|hecht|verwerpt|ontraadt|wil|noemt|acht|vindt)\b(?! plaats))"
    r"|^[A-Z][\w ]{1,60}? (?:(?:verzoekt|vraagt|wijst|pleit|wil|vreest|adviseert|meent|verwacht) het"
    r" (?=(?:om|op|voor\w*|erop|dat|echter|ook|daarom)\b)|is het (?=met .* (?:van mening|eens)\b))"
)
"""The neuter pronoun for a body or "het kabinet" before: "Voorts verzoekt het om", not "het is zaak dat"."""
_THEIRS = re.compile(
    rf"^(?:(?:Haar|Zijn|Hun) (?:[\w-]+ )?{VIEWS}\b|(?:De|Een) (?:[\w-]+ )?{VIEWS} (?:luidt|luiden)\b"
    r"|De (?:hoofd|kern|eind)(?:conclusie|bevinding|boodschap) is\b"
    r"|De (?:belangrijkste|voornaamste|centrale|eerste|tweede|derde|vierde|vijfde|laatste)"
    r" (?:conclusie|bevinding|aanbeveling|boodschap) is\b)"
)
"""What a sentence begins with where it tells a view of the party before: "Haar hoofdconclusie luidt"."""

_PROPOSAL = re.compile(r"^(?:(?:Onder|In|Met) )?(?:[Hh]et|[Dd]at|[Dd]it) voorstel\b(?!.*\b(?:kabinet|ik|wij)\b)")
_SUGGESTED = re.compile(
    r"^(?:Daarnaast|Ook|Verder|Voorts|Tevens|Bovendien|Tot slot|Ten \w+) (?:wordt|worden|werd|werden|is|zijn)\b"
    r"(?!.*\b(?:kabinet|ik|mij|wij|ons|minister|regering|door)\b)"
    r".*\b(?:voorgesteld|bepleit|gepleit|aanbevolen|geadviseerd|aangedrongen|opgeroepen|gewaarschuwd)\b"
)
"""What is proposed by nobody named, behind what somebody proposes."""


def subject_pronoun(text: str) -> str | None:
    """A pronoun in subject place that can mean a party."""
    match = _PRONOUN.search(text)
    return next(filter(None, match.groups())) if match else None


def is_it(text: str) -> bool:
    """Whether the subject is "het" for a body before."""
    return _IT.search(text) is not None


def their_view(text: str) -> str | None:
    """Words that begin a sentence with a view of the party before: "Haar hoofdconclusie"."""
    match = _THEIRS.search(text)
    return match.group() if match else None


def goes_on_proposing(text: str, before: str) -> bool:
    """Whether a sentence tells of the proposal in the one before, or what else is proposed there."""
    tells_of_it = _PROPOSAL.match(text) and re.search("voorste|voorgest", before)
    return bool(tells_of_it or _SUGGESTED.match(text))
