"""Numbers that stand in a row, each with what it is for: "€ 4 miljoen voor sluizen en € 9 miljoen voor bruggen"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from rag.checking.alignment import Alignment, Source
from rag.checking.numbers import Kind, Number, find_numbers, is_same
from rag.checking.words import Word, Words

_ROWED = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT})
_JOINS = re.compile(r"[^;:.]*(?:, | en |, en )(?:(?:in|op|van|met|uit) )?")
"""From a number to the next of its row; that one begins its part."""
_END = re.compile(r"[,;:.(](?!\d)|$| (?=(?:en|maar|terwijl|waarvan|die|dat)\b)")
_FOR = re.compile(r" (?:voor|aan|bij|in|naar|uit|van|tegen|onder|op|met|door) ")
_SURE = 0.75


@dataclass(frozen=True, kw_only=True)
class _Item:
    number: Number
    words: tuple[Word, ...]
    """What stands behind it, that no other of its row has."""


def is_listed_for(number: Number, alignment: Alignment, words: Words) -> bool:
    """Whether a row of numbers gives a number of a claim for what the claim says it of."""
    return any(
        _held(mine, alignment, words) and not any(_held(other, alignment, words) for other in others)
        for mine, others in _places(number, alignment, words)
    )


def listed_for_another(number: Number, alignment: Alignment, words: Words) -> str | None:
    """What a row of numbers gives a number of a claim for, where the claim says it of what another of them is for."""
    claimed = find_numbers(alignment.statement.text)
    for mine, others in _places(number, alignment, words):
        free = [other for other in others if not any(is_same(one, other.number) for one in claimed)]
        if mine.words and not _held(mine, alignment, words) and any(_held(other, alignment, words) for other in free):
            return " ".join(word.text for word in mine.words)
    return None


def _places(number: Number, alignment: Alignment, words: Words) -> list[tuple[_Item, list[_Item]]]:
    """Where a number of a claim stands in a row, with the others of the row."""
    rows = [_row(source, words) for source in alignment.sources]
    return [
        (one, [other for other in row if other is not one])
        for row in rows
        for one in row
        if is_same(number, one.number)
    ]


def _row(source: Source, words: Words) -> list[_Item]:
    """The numbers of a sentence that stand in a row; none where there is no row.

    What stands behind the last is cut where those before it end, since a verb that they share may follow.
    """
    text = source.sentence.text
    numbers = [one for one in find_numbers(text) if one.kind in _ROWED]
    rowed = [
        (one, other)
        for one, other in pairwise(numbers)
        if one.kind is other.kind and _JOINS.fullmatch(text, one.end, other.start)
    ]
    members = [one for one in numbers if any(one in pair for pair in rowed)]
    if not members:
        return []
    spans = _behind(members, text)
    behind = [[word for word in words.of(text, "nl") if start <= word.start < end] for start, end in spans]
    behind[-1] = behind[-1][: max(map(len, behind[:-1]))]
    return [
        _Item(number=one, words=tuple(word for word in own if not _is_among(word, behind, own)))
        for one, own in zip(members, behind, strict=True)
    ]


def _is_among(word: Word, behind: list[list[Word]], own: list[Word]) -> bool:
    return any(word.lemmas & other.lemmas for row in behind if row is not own for other in row)


def _behind(members: list[Number], text: str) -> list[tuple[int, int]]:
    """Where each number's own part stands: from the preposition that all have, if any, to the next part."""
    spans = [(one.end, end.start() if (end := _END.search(text, one.end)) else len(text)) for one in members]
    found = [_FOR.findall(text[start:end]) for start, end in spans]
    common = next((word for word in found[-1] if all(word in one for one in found)), None)
    return [(text.index(common, start), end) for start, end in spans] if common else spans


def _held(item: _Item, alignment: Alignment, words: Words) -> bool:
    """Whether a claim has one of the words that an item of a row has for itself."""
    statement = alignment.statement
    mine = words.of(statement.text, statement.language)
    return any(words.match(one, other) >= _SURE for one in mine for other in item.words)
