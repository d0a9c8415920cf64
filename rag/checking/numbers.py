"""Typed numbers in Dutch and English text: counts, shares, money, dates, articles, papers and durations."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from rag.checking.number_kinds import Kind, Number
from rag.checking.number_readers import READERS
from rag.checking.number_words import DEEMS

__all__ = ["Kind", "Number", "find_numbers", "is_same", "numbers_held", "share"]

_ROUNDED = Fraction(1, 200)
"""Part of a whole by which a percentage may differ from a fraction: a sixth is 17 per cent."""
_REMEMBERED = 4096
"""Texts: every gate reads the same claim and sentences anew."""


@lru_cache(maxsize=_REMEMBERED)
def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text, in its order, none overlapping another; a text without numbers gives none."""
    taken = [False] * len(text)
    for match in DEEMS.finditer(text):
        taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    found: list[Number] = []
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            if numbers := list(read(match)):
                found.extend(numbers)
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    return tuple(sorted(found, key=lambda number: (number.start, number.day, number.value)))


def is_same(claimed: Number, found: Number) -> bool:
    """Whether a number of a claim is the one found; what a claimed date leaves out may be anything."""
    if claimed.kind is Kind.DATE and found.kind is Kind.DATE:
        pairs = ((claimed.value, found.value), (claimed.month, found.month), (claimed.day, found.day))
        return all(mine in (0, theirs) for mine, theirs in pairs)
    if claimed.label or found.label:
        return claimed.kind is found.kind and claimed.label == found.label
    if {claimed.kind, found.kind} == {Kind.FRACTION, Kind.PERCENT}:
        return abs(share(claimed) - share(found)) <= _ROUNDED
    return claimed.kind is found.kind and claimed.value == found.value


def share(number: Number) -> Fraction:
    """What part of a whole a fraction or percentage is; of another number its value."""
    return number.value / 100 if number.kind is Kind.PERCENT else number.value


def numbers_held(claim: str, texts: Iterable[str]) -> list[bool]:
    """Per number of a claim, in order, whether one of the texts has it."""
    held = [number for text in texts for number in find_numbers(text)]
    return [any(is_same(number, other) for other in held) for number in find_numbers(claim)]
