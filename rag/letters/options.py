"""Options and scenarios that advisers set out, and the sentences that describe them."""

import re

_NAME = r"(?:optie|scenario|variant|route|denkrichting|alternatief|model)"
_ORDER = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|laatste|andere)"
_COUNTED = re.compile(
    rf"\b(?:twee|drie|vier|vijf|zes|zeven|enkele|meerdere|verschillende|\d) (?:[\w-]+ )?"
    rf"(?:{_NAME}(?:s|'s|’s|en)|alternatieven|wegen|modellen)\b",
    re.IGNORECASE,
)
_IS = (
    r"(?:is (?:een|het|de|\w+ing)\b|(?:betreft|behelst|omvat|houdt|komt neer|voorziet|gaat uit|vervangt|zou|bestaat"
    r"|laat|blijft|vergt|maakt)\b)"
)
"""What an option consists of; what becomes of it ("valt af", "wordt verkend") is the cabinet's."""
_DESCRIBES = re.compile(
    rf"(?:De|Het) {_ORDER} {_NAME}(?:, [^;:]{{3,150}}?,)? {_IS}|{_NAME} [\dA-F] {_IS}"
    rf"|(?:In|Bij|Onder) (?:{_NAME} [\dA-F]|het {_ORDER} {_NAME}|de {_ORDER} {_NAME}) (?!(?:zal|zullen|zet|kies)\b)"
    rf"|(?:Elke?|Iedere?) {_NAME} is (?:getoetst|beoordeeld|doorgerekend)\b"
    rf"|[^,;:]{{3,60}} \({_NAME} \w\) {_IS}",
    re.IGNORECASE,
)
_WEIGHS = re.compile(
    r"(?:Een |Het |Als )?(?:\w+ )?(?:voordeel|nadeel|voordelen|nadelen|keerzijde)\b"
    r"|Daar(?:tegenover staat| staat tegenover)\b"
)
_CABINET = re.compile(r"\b(?:kabinet|ik|wij|mijn|ons|onze)\b", re.IGNORECASE)


def sets_out_options(text: str) -> bool:
    """Whether a paragraph tells of a number of options."""
    return _COUNTED.search(text) is not None


def describes_option(text: str, *, is_first: bool) -> bool:
    """Whether a sentence says what an option is, or, where it begins a paragraph, what is for and against one."""
    if _CABINET.search(text):
        return False
    return _DESCRIBES.match(text) is not None or (is_first and _WEIGHS.match(text) is not None)
