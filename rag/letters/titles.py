"""Titles in capitals: which lines are one, and what stands among them that is none."""

import re

POSTCODE = re.compile(r"\b\d ?\d ?\d ?\d ?[A-Z] ?[A-Z]\b")
NUMBER = re.compile(r"(?:Nr\. ?([\w-]+)|([A-Z]{1,2})(?= (?:BRIEF|NOTA|VERSLAG|MEMORIE|LIJST)\b))\s*")
"""A paper's number within its dossier; the Eerste Kamer numbers with letters, without "Nr."."""
STAMP = re.compile(r"TER (?:BESLISSING|INFORMATIE|ONDERTEKENING|BESPREKING|ADVISERING|AFDOENING)|VERTROUWELIJK|SPOED")
"""In capitals, and no title."""
_TITLE_END = re.compile(r"[A-Z][A-Z -]{1,30}\d{0,2}")
_MARKER = re.compile(r"(?<=[A-Z])\d{1,2}$")
"""Of a note to a title in capitals."""


def is_title(text: str) -> bool:
    """Whether a line is in capitals, whatever number of a paper is before them."""
    if POSTCODE.search(text) or STAMP.fullmatch(text):
        return False
    letters = [char for char in NUMBER.sub("", text) if char.isalpha()]
    return len(letters) > 7 and all(char.isupper() for char in letters)


def ends_title(text: str) -> bool:
    """Whether a line under a title in capitals can be its short end: "RAPPORT1"."""
    return _TITLE_END.fullmatch(text) is not None and STAMP.fullmatch(text) is None


def without_marker(title: str) -> str:
    """A title without the marker of its note."""
    return _MARKER.sub("", title)
