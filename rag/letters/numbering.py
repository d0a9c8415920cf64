"""Numbers behind a sign in a running text: "§3", "aanbevelingen 2, 4 en 5", "vraag 7 t/m 9"."""

import re

_NUMBER = r"(?:nr\.?|no\.?|nummers?|numbers?)?\s*"
_RANGE_SIGNS = ("t/m", "tot en met", "tot", "to", "through", "-", "–")
_LINK = rf"(?:,(?:\s*(?:en|and))?|en|and|&|{'|'.join(_RANGE_SIGNS)})"
_LINKED = re.compile(rf"({_LINK})\D*(\d+)", re.IGNORECASE)
"""One of the numbers linked to the first, and how."""


def numbered(sign: str, digits: str) -> re.Pattern[str]:
    """A sign with its number, and in the second group the numbers linked to it; `sign` has no groups of its own."""
    return re.compile(rf"(?<!\w){sign}\s*{_NUMBER}({digits})((?:\s*{_LINK}\s*(?:{sign}\s*)?{digits})*)", re.IGNORECASE)


def numbers_of(match: re.Match[str]) -> tuple[int, ...]:
    """The numbers of what such a pattern found, ranges written out."""
    found = [int(match[1])]
    for link, number in _LINKED.findall(match[2]):
        first = found[-1] + 1 if link.lower() in _RANGE_SIGNS else int(number)
        found.extend(range(first, int(number) + 1) or [int(number)])
    return tuple(found)
