"""Two numbers that a claim gives to each other's groups, told by the words on either side of what joins them."""

import re
from itertools import combinations, pairwise, product

from rag.checking.alignment import Alignment, Pair
from rag.checking.joined import part_at
from rag.checking.number_kinds import UNCOUNTED, Kind
from rag.checking.numbers import Number, find_numbers, is_same
from rag.store.words import fold

_SURE = 0.75
_WHILE = re.compile(r"\b(?=(?:terwijl|while|whereas)\b)", re.IGNORECASE)
"""A clause behind these has a verb of its own, where the second half of "A krijgt 3 en B 5" has none."""
_JOINS = re.compile(r";|,? (?=(?:en|and|maar|but)\b)|,(?! of which| waarvan)", re.IGNORECASE)

_Span = tuple[int, int]


def swapped_halves(alignment: Alignment) -> Number | None:
    """A number of a claim whose half of it tells what the letter tells of the other half's number; None where none is.

    "Er kwamen 12 vissers bij, terwijl er 30 stopten" is not so where 30 came and 12 stopped.
    """
    claim = alignment.statement.text
    for kind in sorted({one.kind for one in find_numbers(claim)} - UNCOUNTED):
        for (first, mine), (second, theirs) in combinations(_segments(claim, kind), 2):
            for one, other in product(mine, theirs):
                if not is_same(one, other) and _is_crossed((one, other), (first, second), alignment):
                    return one
    return None


def _segments(text: str, kind: Kind) -> list[tuple[_Span, list[Number]]]:
    """The parts of a text, cut where two numbers of a kind are joined, each with its numbers of that kind."""
    row = [one for one in find_numbers(text) if one.kind is kind]
    cuts = (_cut(text, left, right) for left, right in pairwise(row))
    edges = [0, *(cut for cut in cuts if cut is not None), len(text)]
    return [((start, end), [one for one in row if start <= one.start < end]) for start, end in pairwise(edges)]


def _cut(text: str, left: Number, right: Number) -> int | None:
    found = (pattern.search(text, left.end, right.start) for pattern in (_WHILE, _JOINS))
    return next((match.start() for match in found if match), None)


def _is_crossed(numbers: tuple[Number, Number], halves: tuple[_Span, _Span], alignment: Alignment) -> bool:
    """Whether the words of each half stand in the letter beside the other number, and none beside its own."""
    claim = alignment.statement.text
    places = [_place(number, alignment) for number in numbers]
    if places[0] is None or places[1] is None or places[0] == places[1]:
        return False
    own = [_words(alignment, number, half) for number, half in zip(numbers, halves, strict=True)]
    texts = [{fold(pair.word.text) for pair in pairs} for pairs in own]
    crossed = [False, False]
    for half, pairs in enumerate(own):
        for pair in pairs:
            if fold(pair.word.text) in texts[1 - half]:
                continue
            beside = [_stands_in(pair, place, alignment) for place in places if place]
            if beside[half] and not beside[1 - half]:
                return False
            crossed[half] |= beside[1 - half] and not beside[half]
    return any(crossed) if _WHILE.search(claim, halves[0][0], halves[1][1]) else all(crossed)


def _words(alignment: Alignment, number: Number, half: _Span) -> list[Pair]:
    """The words of a claim's half that are surely held; not of what leads up to both: "In mei, "."""
    claim = alignment.statement.text
    start = half[0] or claim.find(part_at(claim, number.start))
    return [p for p in alignment.pairs if p.held and p.sure >= _SURE and start <= p.word.start < half[1]]


def _place(number: Number, alignment: Alignment) -> tuple[int, _Span] | None:
    """The source, and the part of it, that has a number; None where it stands nowhere or in several."""
    found: set[tuple[int, _Span]] = set()
    for source, text in enumerate(one.sentence.text for one in alignment.sources):
        found |= {(source, span) for span, row in _segments(text, number.kind) if any(is_same(number, n) for n in row)}
    return found.pop() if len(found) == 1 else None


def _stands_in(pair: Pair, place: tuple[int, _Span], alignment: Alignment) -> bool:
    """Whether what holds a word of a claim stands in a part of a source, there or in the same words."""
    source, (start, end) = place
    if pair.held is None or pair.held.language != "nl":
        return False
    is_here = pair.source == source and start <= pair.held.start < end
    text = alignment.sources[source].sentence.text[start:end]
    return is_here or re.search(rf"\b{re.escape(pair.held.text)}\b", text, re.IGNORECASE) is not None
