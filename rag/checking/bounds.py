"""Whether a claim bounds a number as the letter does: as a least or a most, from or until a day, early or late."""

import re

from rag.checking.clauses import clause_of, clause_spans, whole_words
from rag.checking.numbers import Kind, Number

_UP = re.compile(
    r"\b(?:ten minste|minstens|minimaal|(?<!niet )meer dan|ruim|at least|(?<!no )(?<!not )more than|over"
    r"|no less than|no fewer than)"
    r"(?: (?:de|het|the))? ?€? ?$",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:ten hoogste|hoogstens|hooguit|maximaal|(?<!niet )minder dan|bijna|at most|(?<!no )less than"
    r"|(?<!no )fewer than|nearly|almost"
    r"|no more than|not more than|up to|niet meer dan)(?: (?:de|het|the))? ?€? ?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:vanaf|na|met ingang van|sinds|after|from|since|no earlier than|as of|niet eerder dan)(?: (?:op|the))? ?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:voor|vóór|tot|tot en met|uiterlijk(?: op)?|before|until|by|no later than|prior to"
    r"|niet later dan)(?: (?:op|the|eind|the end of))? ?$",
    re.IGNORECASE,
)
_AT_THE_LATEST = re.compile(r"\b(?:uiterlijk(?: op)?|no later than|niet later dan) ?$", re.IGNORECASE)
_EARLIEST = re.compile(r"^ at the earliest\b|^ op zijn vroegst\b", re.IGNORECASE)
_BEGINS = whole_words(
    r"geld(?:t|en)|in werking|van kracht|ga(?:at|an) (?:\w+ ){0,4}in|ingaan|ingaat|begin(?:t|nen)|start(?:en)?"
    r"|ingevoerd|take effect|takes effect|in force|apply|applies|begins?|starts?"
)
_NOT = whole_words(
    r"(?:niet|not|no)(?! (?:eerder|later|meer|minder|earlier|more|less|fewer)\b)|geen|nooit|niemand|never|nobody|cannot"
    r"|\w+n't"
)
_BREAK = re.compile(r"[,;:–—]\s+")
"""Where a denial ends."""
_RANGE = re.compile(r"^ (?:tot|à|to) (?!en met)")
_YEAR_PARTS = {
    "begin": re.compile(r"\b(?:begin|early(?: in)?|(?:beginning|start) of)(?: \w+)? $", re.IGNORECASE),
    "middle": re.compile(r"\b(?:medio|halverwege|mid|middle of)[ -](?:\w+ )?$", re.IGNORECASE),
    "end": re.compile(r"\b(?:eind|late(?: in)?|end of)(?: \w+)? $", re.IGNORECASE),
}


def is_other_part_of_year(number: Number, claim: str, held: Number, text: str) -> bool:
    """Whether both say in what part of a year, and not the same: "begin 2019" for "eind 2019"."""
    mine, theirs = _part_of_year(claim[: number.start]), _part_of_year(text[: held.start])
    return bool(mine and theirs and mine != theirs)


def _part_of_year(before: str) -> str | None:
    return next((part for part, words in _YEAR_PARTS.items() if words.search(before)), None)


def is_bounded_otherwise(number: Number, claim: str, held: Number, text: str) -> bool:
    """Whether a number is a least where the letter has it as a most, or the other way round."""
    mine, theirs = claim[: number.start], text[: held.start]
    up, down = (_FROM, _UNTIL) if number.kind is Kind.DATE else (_UP, _DOWN)
    if number.kind is Kind.DATE and _EARLIEST.match(claim[number.end :]):
        return up.search(theirs) is None
    if number.kind is Kind.DATE and _AT_THE_LATEST.search(theirs) and _BEGINS.search(_around(text, held)):
        return False  # what applies by 2030 at the latest applies from 2030
    if number.kind is Kind.DATE and (_NOT.search(_around(claim, number)) or _NOT.search(_around(text, held))):
        return False  # "niet voor 2030" is "op zijn vroegst in 2030"
    if _NOT.search(_around(claim, number, until=number.start)):
        return False  # "nooit meer dan twee" is "hooguit twee"
    rising = up.search(theirs) is not None or _RANGE.match(text[held.end :]) is not None
    return bool((up.search(mine) and down.search(theirs)) or (down.search(mine) and rising))


def _around(text: str, number: Number, *, until: int | None = None) -> str:
    """What a number stands in between commas and the like, or that up to an offset."""
    spans = clause_spans(text, _BREAK)
    start, end = spans[clause_of(spans, number.start)]
    return text[start : until or end]
