"""A majority or a minority of a body, where a claim gives one the view of the other."""

import re

from rag.checking.alignment import Alignment
from rag.letters.pronouns import subject_pronoun

_SHARE = r"(?P<most>meerderheid|majority)|minderheid|minority"
_CLAIMED = re.compile(rf"^(?:De|Een|The|A) (?:\w+ )?(?:{_SHARE})\b", re.IGNORECASE)
_CLAIMED_BEHIND = re.compile(
    r"\b(?:volgens|according to|says?|zegt|vindt|meent|(?:view|opinion|eyes) of|(?:ogen|mening) van)"
    rf" (?:de|een|the|a) (?:\w+ )?(?:{_SHARE})\b",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"^(?:(?:De|Een|Deze) (?:\w+ )?|Volgens de |In de ogen van de )(?:{_SHARE})\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:haar|hun) (?:ogen|mening|oordeel|opvatting|visie)\b|\b(?:zij|ze)\b", re.IGNORECASE)


def other_share(alignment: Alignment) -> str | None:
    """The share of a body that a claim names where the letter gives its best source to the other share; else None."""
    claim, source = alignment.statement.text, alignment.sources[0]
    mine = _CLAIMED.match(claim) or _CLAIMED_BEHIND.search(claim)
    if mine is None:
        return None
    for sentence in source.chain:
        if told := _TOLD.match(sentence.text):
            return mine.group() if (told["most"] is None) != (mine["most"] is None) else None
        if subject_pronoun(sentence.text) is None and not _GOES_ON.search(sentence.text):
            return None
    return None
