"""Some of a body's members, whose view is not the body's own."""

import re
from collections.abc import Sequence

from rag.letters.pronouns import subject_pronoun

_FEW = r"(?:twee|drie|vier|vijf|zes|zeven|\d)"
_OF_OTHERS = r"(?! van (?:de|uw|het) (?:Tweede |Eerste )?(?:Kamer|fractie)| (?:word|werd|tre|kr[ei]+[jg]))"
_SHARE = re.compile(
    rf"(?P<who>(?:Een|De) (?:\w+ )?(?:meerder|minder)heid van (?:\w+ )?\w*leden|Eén lid|{_FEW} (?:van de \w+ )?\w*leden"
    rf"|(?:Een|De) (?:\w+ )?minderheid van {_FEW}(?=,| \w+[tn]\b)"
    rf"|(?:Een|De|Deze) minderheid(?=,| \w+t\b))\b{_OF_OTHERS}"
    r"|(?P<part>(?:Een|De) (?:\w+ )?minderheid|Een lid) (?:van|binnen|in|uit) (?=de\b|het\b)",
    re.IGNORECASE,
)
"""A share of the members, by itself or as `part` of a body that the letter must know."""
_LATER = re.compile(r"(?:; |, (?:maar|terwijl|en) )")
_ONE = re.compile(r"(?:Eén|Een) lid\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:Zij|Ze|Die|Deze) \w+n\b|\b\w+n (?:zij|ze)\b")
_POINTS_BACK = re.compile(r"(?:Volgens hen|Naar hun|Hun|(?:Deze|Die) (?:\w+ )?(?:leden|minderheid)|Ook zij \w+n)\b")


def share(text: str) -> re.Match[str] | None:
    """The members with whom a sentence begins: group `who`, or `part` right before the body."""
    return _SHARE.match(text)


def tells_of_some(text: str) -> bool:
    """Whether a sentence tells what some members of a body think, from its beginning or from that of a later part."""
    return _share_in(text) is not None


def speaks_for_some(sentences: Sequence[str]) -> bool:
    """Whether the last of some sentences that follow each other tells what some members of a body think.

    It names them ("Eén lid van de raad acht"), or goes on with them ("Twee leden zijn tegen. Zij bepleiten").
    """
    *earlier, text = sentences
    if _SHARE.match(text):
        return True
    for before in reversed(earlier):
        if not _goes_on(text):
            return False
        if found := _share_in(before):
            return _ONE.match(found.group()) is not None or _is_of_more(text)
        text = before
    return False


def _share_in(text: str) -> re.Match[str] | None:
    places = (0, *(match.end() for match in _LATER.finditer(text)))
    return next((found for place in places if (found := _SHARE.match(text, place))), None)


def _goes_on(text: str) -> bool:
    return subject_pronoun(text) is not None or _POINTS_BACK.match(text) is not None


def _is_of_more(text: str) -> bool:
    """Whether a pronoun is a plural one, and so no committee: "zij menen", not "zij meent"."""
    return _PLURAL.search(text) is not None or _POINTS_BACK.match(text) is not None
