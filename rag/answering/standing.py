"""Whether a Dutch sentence says what it is about, or points back to what was said before it."""

import re

from rag.answering.evidence import is_anaphoric

_ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|laatste|overige|andere)"
_THINGS = (
    r"(?:aanbeveling|aanpak|advies|alternatief|analyse|bedenking|benadering|bepaling|besluit|bevinding|bezwaar|"
    r"conclusie|constatering|gevolgtrekking|doel|eis|gedachte|idee|keuze|kritiek|lijn|maatregel|mening|mogelijkheid|motie|"
    r"norm|onderdeel|onderwerp|oordeel|oplossing|optie|opvatting|plan|punt|recht|redenering|regeling|risico|route|situatie|"
    r"standpunt|stap|stelling|suggestie|taak|termijn|uitgangspunt|variant|verbod|verdrag|verplichting|verwachting|"
    r"verzoek|visie|voorstel|voorwaarde|vraag|wens|werkwijze|wet|zienswijze|zorg)(?:e?n|s)?"
)
"""What papers speak of, and then point back to; after "dat" or "die" other nouns may begin a clause."""
_BEFORE = r"(?:van|aan|in|op|met|voor|over|bij|uit|tot|door|tegen|naar|onder|om|binnen|volgens|tijdens|na|via)"
_ITSELF = r"(?:brief|kabinet|reactie|kabinetsreactie|kabinetsperiode|jaar|moment|land|eeuw|verkenning)\b"
_TAKING = (
    r"(?:acht|volgt|deelt|steunt|verwerpt|onderschrijft|neemt|wijst|vindt|noemt|betwist|omarmt|ontraadt|bepleit|heeft|wil|"
    r"zal|kan)"
)
"""Verbs of those who react; after them "die" begins no clause."""
_BEGINS = re.compile(
    rf"(?:(?:de|het) {_ORDINAL}(?! kamer\b| \w*oorlog\b)|ten {_ORDINAL}|(?:de|het) (?:genoemde|volgende)|beide|ook|"
    r"echter|verder|tegelijk(?:ertijd)?|vervolgens|toch|integendeel|kortom|evenmin|hetzelfde|anderzijds|enerzijds|wel|"
    r"en|maar|ja|nee|neen|of dat|deels|zulke?|voor het overige|om die reden|in dat geval|in dit verband)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    rf"\b(?:deze|dit) (?!{_ITSELF})\w|\b{_BEFORE} (?:die|dat) (?!de |het |een )\w|\b(?:die|dat) (?:\w+e )?{_THINGS}\b|"
    rf"\b{_TAKING} die\b|\b(?:deze|die|dit|dat)(?: ook| niet| wel)*[.;]?$|\b(?:voor|boven)?genoemde\b|\bdergelijke?\b|"
    r"\bzo['’]n\b|\bdaar(?!om\b)\w{2,}|\bhier(?!na\b|bij\b|mede\b|arch)\w{2,}|\b(?:immers|tevens|eveneens)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\bhet volgende\b", re.IGNORECASE)
"""What points at what comes next."""
_OPENS = re.compile(r"(?:hierbij|hiermede)\b", re.IGNORECASE)
"""How a letter introduces itself."""
_FAR = 15
"""Words of its own before a pointing word, from which on that most likely points at one of them."""


_LAYOUT = re.compile(
    r"\b(?:cursief|vetgedrukt|vet|schuingedrukt)\b.{0,40}\b(?:afgedrukt|weergegeven|gedrukt|opgenomen|gezet)\b"
    r"|\bslechts (?:één|een) zaak\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:[A-Z][a-z]+dag )?\d{1,2} [a-z]+(?: \d{4})?[.:]|[A-Z][a-z]+ (?:[A-Z]|\d+)(?: \([^)]*\))?[.:]")
_HEADING = re.compile(r"(?:\d+(?:\.\d+)*[.)]|[a-z][.)]) ?[^ ]+(?: [^ ]+){0,8}\.?")
_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|word(?:t|en)|werd(?:en)?|he(?:eft|bben)|kan|kunnen|moet(?:en)?|mag|mogen|zal|zullen|"
    r"[gk]rijg(?:t|en)|kom(?:t|en)|ga(?:at|an)|blij(?:ft|ven)|neemt|nemen|stelt|maakt|geldt|gelden|ik|wij)\b",
    re.IGNORECASE,
)


def stands_alone(text: str) -> bool:
    """Whether a sentence can be read without what comes before; told by its words, and so not always rightly."""
    points_back = is_anaphoric(text) and not _OPENS.match(text)
    pointers = (len(text[: one.start()].split()) for one in _HOLDS.finditer(text))
    return not (points_back or _AHEAD.search(text) or _BEGINS.match(text) or any(place < _FAR for place in pointers))


def tells_of_layout(text: str) -> bool:
    """Whether a sentence says how the document is printed, or is to be answered, and nothing of its subject."""
    return _LAYOUT.search(text) is not None


def is_label(text: str) -> bool:
    """Whether a sentence is no more than a day or a name for what follows: "Zondag 6 juli 2025."."""
    return _LABEL.fullmatch(text) is not None


def is_numbered_heading(text: str) -> bool:
    """Whether a sentence is no more than a numbered heading: a few words without any verb that headings lack."""
    return _HEADING.fullmatch(text) is not None and _VERB.search(text) is None
