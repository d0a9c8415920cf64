"""Every number of a claim must be its source's, and count the same thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rag.checking.alignment import Alignment, Source
from rag.checking.clauses import clause_of, clause_spans
from rag.checking.gates.statement import Finding
from rag.checking.numbers import Kind, Number, find_numbers, is_same
from rag.checking.words import Word, Words

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
_EARLIEST = re.compile(r"^ at the earliest\b|^ op zijn vroegst\b", re.IGNORECASE)
_APPROXIMATE = re.compile(
    r"\b(?:ongeveer|circa|zo['’]n|rond(?: de)?|bijna|ruim|meer dan|minder dan|about|around|some|roughly"
    r"|approximately|nearly|almost"
    r"|more than|over|just over|just under|less than)(?: de| the)? ?€? ?$",
    re.IGNORECASE,
)
_ROUNDED = 0.06
"""Share by which a number said to be approximate may be off."""
_PART_OF = re.compile(r"^ (?:van de|van het|van alle|of the|of all)\b", re.IGNORECASE)
_ALL_OF = re.compile(r"\b(?:alle|al de|all|all the|all of the) $", re.IGNORECASE)
_OUT_OF = re.compile(r"\b(?:van de|of the|out of) $", re.IGNORECASE)
_SOFT = frozenset({Kind.PERIOD, Kind.SEASON})
"""Kinds that a claim may put in words of its own: they only fail against another of their kind."""
_DATED = frozenset({Kind.DATE, Kind.PAPER, Kind.ARTICLE})
_LIST = re.compile(r",? (?:(?:en|of|and|or)(?: (?:in|op|van|per|on|by))? )?")
"""What stands between two numbers of one list; the unit of a first one that has none is that of the second."""
_NEXT = 2
"""Words behind a number among which what it counts is looked for."""
_MARGIN = 1.2
"""Words by which another number must fit better to be the one meant."""


@dataclass(frozen=True, kw_only=True)
class _Place:
    """A number in a source."""

    number: Number
    source: Source


def judge_numbers(alignment: Alignment, words: Words) -> Finding:
    """Fails a number that the sources do not have, have for something else, or bound the other way."""
    claim = alignment.statement.text
    held = [
        _Place(number=one, source=source) for source in alignment.sources for one in find_numbers(source.sentence.text)
    ]
    claimed = find_numbers(claim)
    for number in claimed:
        spare = [place for place in held if not any(is_same(one, place.number) for one in claimed if one is not number)]
        reason = _fault(number, spare, alignment, words)
        if reason and not _stands_around(number, alignment):
            return False, f"{claim[number.start : number.end]!r}: {reason}"
    if swapped := _swapped(claimed, held, alignment, words):
        return False, f"{claim[swapped.start : swapped.end]!r}: it changed places with another number"
    return True, "every number stands in the letter"


def _swapped(claimed: Sequence[Number], held: Sequence[_Place], alignment: Alignment, words: Words) -> Number | None:
    """A number of the claim that fits better where the source has another of its numbers, and the other way round."""
    for one, other in combinations(claimed, 2):
        if one.kind is not other.kind or one.kind in _DATED or is_same(one, other):
            continue
        mine = next((place for place in held if is_same(one, place.number)), None)
        theirs = next((place for place in held if is_same(other, place.number)), None)
        if mine and theirs:
            straight = _fit(one, mine, alignment, words) + _fit(other, theirs, alignment, words)
            crossed = _fit(one, theirs, alignment, words) + _fit(other, mine, alignment, words)
            if crossed > straight + _MARGIN:
                return one
    return None


def _fault(number: Number, held: Sequence[_Place], alignment: Alignment, words: Words) -> str | None:
    """Why the sources do not bear out a number of the claim; None where they do."""
    claim = alignment.statement.text
    same = [place for place in held if _is_meant(number, place.number, claim)]
    others = [place for place in held if place.number.kind is number.kind and place not in same]
    is_soft = number.kind in _SOFT or (number.kind in (Kind.COUNT, Kind.ORDINAL) and number.value == 1)
    if not same and number.kind in _SOFT and others:
        return f"it says another {number.kind.value} there"
    if same and _ALL_OF.search(claim[: number.start]) and all(_is_part(place) for place in same):
        return "it is some of them there"
    if not same and not is_soft:
        return "no such number stands there"
    if same and all(_is_bounded_otherwise(number, claim, place) for place in same):
        return "it is bounded the other way there"
    best = max((_fit(number, place, alignment, words) for place in same), default=_MARGIN)
    other = max((_fit(number, place, alignment, words) for place in others), default=0.0)
    return "it counts something else there" if other > best + _MARGIN else None


def _is_part(place: _Place) -> bool:
    """Whether the source speaks of some out of the number: "drie van de vier"."""
    return _OUT_OF.search(place.source.sentence.text[: place.number.start]) is not None


def _is_meant(number: Number, held: Number, claim: str) -> bool:
    if is_same(number, held):
        return True
    if {number.kind, held.kind} == {Kind.ORDINAL, Kind.COUNT}:
        return number.value == held.value
    if number.kind is not held.kind or number.kind in _DATED or not _APPROXIMATE.search(claim[: number.start]):
        return False
    return held.value != 0 and abs(number.value - held.value) <= held.value * _ROUNDED


def _is_bounded_otherwise(number: Number, claim: str, place: _Place) -> bool:
    mine, theirs = claim[: number.start], place.source.sentence.text[: place.number.start]
    up, down = (_FROM, _UNTIL) if number.kind is Kind.DATE else (_UP, _DOWN)
    if number.kind is Kind.DATE and _EARLIEST.match(claim[number.end :]):
        return up.search(theirs) is None
    return bool((up.search(mine) and down.search(theirs)) or (down.search(mine) and up.search(theirs)))


def _fit(number: Number, place: _Place, alignment: Alignment, words: Words) -> float:
    """How many words of the claim stand in the clause of a number in a source, those next to both counted twice."""
    claim, text = alignment.statement.text, place.source.sentence.text
    language = alignment.statement.language
    spans = _clauses(text)
    clause = clause_of(spans, place.number.start)
    theirs = [word for word in words.of(text, "nl") if clause_of(spans, word.start) == clause]
    if number.kind in _DATED:
        mine = words.of(claim, language)
    else:
        own = _clauses(claim)
        mine = tuple(w for w in words.of(claim, language) if clause_of(own, w.start) == clause_of(own, number.start))
    near = _best_sum(_next_to(claim, number, language, words), _next_to(text, place.number, "nl", words), words)
    part = bool(_PART_OF.match(claim[number.end :]) and _PART_OF.match(text[place.number.end :]))
    return (
        _best_sum(mine, theirs, words) + near + _MARGIN * part + _is_followed_alike(claim, number, text, place.number)
    )


def _clauses(text: str) -> list[tuple[int, int]]:
    """Spans of the clauses, none of which ends between two numbers of a list: "in 2016 en 2018"."""
    lists = [
        (one.end, other.start)
        for one, other in pairwise(find_numbers(text))
        if one.kind in (other.kind, Kind.COUNT) and _LIST.fullmatch(text, one.end, other.start)
    ]
    spans: list[tuple[int, int]] = []
    for start, end in clause_spans(text):
        if spans and any(begin <= start <= stop for begin, stop in lists):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _is_followed_alike(claim: str, number: Number, text: str, held: Number) -> bool:
    """Whether the next number is the same in both: 452.300 in 2016."""
    mine = next((one for one in find_numbers(claim) if one.start >= number.end and one.kind not in _SOFT), None)
    theirs = next((one for one in find_numbers(text) if one.start >= held.end and one.kind not in _SOFT), None)
    return mine is not None and theirs is not None and is_same(mine, theirs)


def _best_sum(mine: Sequence[Word], theirs: Sequence[Word], words: Words) -> float:
    return sum(max((words.match(one, other) for other in theirs), default=0.0) for one in mine)


def _next_to(text: str, number: Number, language: str, words: Words) -> list[Word]:
    """The content words right behind a number."""
    return [word for word in words.of(text, language) if word.start >= number.end][:_NEXT]


def _stands_around(number: Number, alignment: Alignment) -> bool:
    """Whether a paper stands in the letter's head, or a date there where the sources have none."""
    if number.kind not in _DATED:
        return False
    if number.kind is Kind.DATE and any(
        one.kind is Kind.DATE for source in alignment.sources for one in find_numbers(source.sentence.text)
    ):
        return False
    for source in alignment.sources:
        letter, part = source.letter, source.paragraph.part
        lines = [line for one in letter.parts if one.name is part for line in one.head]
        lines += [note.text or "" for note in source.paragraph.footnotes]
        lines += [source.before, letter.dossier or "", f"nr. {letter.number}" if letter.number else ""]
        if any(is_same(number, held) for line in lines for held in find_numbers(line)):
            return True
    return False
