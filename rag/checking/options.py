"""Variants, scenarios and steps told apart by a letter or number: whether the letter says of another what a claim says
of one of them."""

import re
from collections.abc import Iterator

from rag.checking.alignment import Alignment, Source
from rag.checking.joined import part_at
from rag.checking.numbers import Number, find_numbers, is_same

_SORTS = (
    r"scenario['’]?s?|varianten|variant|opties?|options?|alternatie(?:f|ven)|alternatives?|fasen?|fases|phases?|sporen"
    r"|spoor|pakket(?:ten)?|packages?|stap|steps?"
)
_OPTION = re.compile(rf"\b(?P<sort>(?i:{_SORTS})) (?P<which>[A-Z]|[IVX]+|\d{{1,2}})\b(?![.,]\d)")
_SORT_LETTERS = 3
"""First letters by which one sort is the same in both languages: optie, options; fase and phase have their own."""


def options_held(claim: str, text: str) -> list[bool]:
    """Per option that a claim names whether a text names it too."""
    there = {_key(one) for one in _OPTION.finditer(text)}
    return [_key(one) in there for one in _OPTION.finditer(claim)]


def other_option(alignment: Alignment) -> tuple[str, str] | None:
    """The only option of its sort in a claim, and another that the best source names in its stead; else None."""
    text = alignment.sources[0].sentence.text
    for mine in _only_ones(alignment.statement.text):
        if other := _another(mine, text):
            return mine.group(), other
    return None


def number_of_other_option(alignment: Alignment, number: Number) -> str | None:
    """The option of which the letter gives a number that a claim gives of another of the sort; None where it does not.

    It is named beside the number, else in its sentence, else before it in its paragraph.
    """
    for mine in _only_ones(alignment.statement.text):
        found = [
            _beside(mine, source, held.start)
            for source in alignment.sources
            for held in find_numbers(source.sentence.text)
            if is_same(number, held)
        ]
        if found and all(found):
            return found[0]
    return None


def _beside(mine: re.Match[str], source: Source, place: int) -> str | None:
    sentence = source.sentence
    before = source.paragraph.text[: sentence.end]
    near = (part_at(sentence.text, place), sentence.text, before)
    named = (text for text in near if any(_sort(one) == _sort(mine) for one in _OPTION.finditer(text)))
    return _another(mine, next(named, ""))


def _another(mine: re.Match[str], text: str) -> str | None:
    """The last option of the sort that a text names; None where it names none, or that of the claim."""
    there = [one for one in _OPTION.finditer(text) if _sort(one) == _sort(mine)]
    return None if not there or _key(mine) in map(_key, there) else there[-1].group()


def _only_ones(claim: str) -> Iterator[re.Match[str]]:
    named = list(_OPTION.finditer(claim))
    sorts = [_sort(one) for one in named]
    return (one for one in named if sorts.count(_sort(one)) == 1)


def _key(option: re.Match[str]) -> tuple[str, str]:
    return _sort(option), option["which"]


def _sort(option: re.Match[str]) -> str:
    return option["sort"].casefold().replace("ph", "f")[:_SORT_LETTERS]
