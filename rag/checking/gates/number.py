"""Every number of a claim must be its source's, and count the same thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from rag.checking.alignment import Alignment, Source
from rag.checking.bounds import is_bounded_otherwise, is_other_part_of_year
from rag.checking.clauses import clause_of, clause_spans
from rag.checking.gates.statement import Finding
from rag.checking.halves import swapped_halves
from rag.checking.joined import is_beside_its_name, is_of_another, number_of_another
from rag.checking.labelled import told_of_another
from rag.checking.listed import is_listed_for
from rag.checking.numbers import Kind, Number, find_numbers, is_same
from rag.checking.order import turned_change
from rag.checking.paired import is_of_its_year, said_of_another
from rag.checking.readings import claimed_readings, is_nearly, is_reckoned, readings
from rag.checking.words import Word, Words

_PART_OF = re.compile(r"^ (?:van de|van het|van alle|of the|of all)\b", re.IGNORECASE)
_ALL_OF = re.compile(r"\b(?:alle|al de|all|all the|all of the) $", re.IGNORECASE)
_OUT_OF = re.compile(r"(?<!\bgeen )(?<!\bnone )\b(?:van de|of the|out of) $", re.IGNORECASE)
_SOME_OF = re.compile(r"\bwaarvan (?:er )?$", re.IGNORECASE)
"""Before a number that counts the same as the one before it: "80 huizen, waarvan er 6 leegstaan"."""
_DAYS_A_MONTH = 28, 31
"""From and to which a month counts, so that six weeks are a month and a half."""
_MISSING = "no such number stands there"
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
    if labelled := told_of_another(alignment):
        return False, f"{labelled!r}: the letter speaks of another there"
    held = [
        _Place(number=one, source=source) for source in alignment.sources for one in find_numbers(source.sentence.text)
    ]
    holder = alignment.statement.holder
    # "The two authors" are so many whatever the sentence counts.
    claimed = [
        one for one in find_numbers(claim) if not (holder and one.kind is Kind.COUNT and one.end + 1 == holder.start)
    ]
    for number in claimed:
        spare = [
            place
            for place in held
            if not any(is_same(one, place.number) for one in claimed if not is_same(one, number))
        ]
        reason = _fault(number, spare, alignment, words)
        if reason is None and _is_used_up(number, claim, held):
            reason = "it stands there for one thing only"
        if (
            reason
            and not _stands_around(number, alignment)
            and not (reason == _MISSING and _follows(number, alignment))
        ):
            return False, f"{claim[number.start : number.end]!r}: {reason}"
    if other := number_of_another(alignment) or said_of_another(alignment, words):
        return False, f"{claim[other[0].start : other[0].end]!r}: the letter says it of {other[1]!r}"
    texts = [source.sentence.text for source in alignment.sources]
    if swapped := (
        turned_change(claim, texts) or swapped_halves(alignment) or _swapped(claimed, held, alignment, words)
    ):
        return False, f"{claim[swapped.start : swapped.end]!r}: it changed places with another number"
    return True, "every number stands in the letter"


def _is_used_up(number: Number, claim: str, held: Sequence[_Place]) -> bool:
    """Whether a claim has a sum or share twice that the sources have once; not so "two thirds (67%)"."""
    found = find_numbers(claim)
    repeated = [other for one, other in pairwise(found) if is_same(one, other) and claim[one.end : other.start] == " ("]
    times = sum(is_same(one, number) for one in found if one not in repeated)
    return number.kind in (Kind.MONEY, Kind.PERCENT) and times > sum(is_same(number, one.number) for one in held) > 0


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
    same = [place for place in held if _is_meant(number, place, claim)]
    others = [place for place in held if place.number.kind is number.kind and place not in same]
    is_soft = number.kind in _SOFT or (number.kind in (Kind.COUNT, Kind.ORDINAL) and number.value == 1)
    if not same and number.kind in _SOFT and others:
        return f"it says another {number.kind.value} there"
    if same and _ALL_OF.search(claim[: number.start]) and all(_is_part(place) for place in same):
        return "it is some of them there"
    if not same and not is_soft:
        return _MISSING
    is_whole = _PART_OF.match(claim[number.end :]) and not _OUT_OF.search(claim[: number.start])
    if same and is_whole and all(_is_part(place) for place in same):
        return "some of so many are meant there"
    if (
        same
        and number.kind is Kind.DATE
        and all(is_other_part_of_year(number, claim, place.number, place.source.sentence.text) for place in same)
    ):
        return "it is another part of that year there"
    if same and all(is_bounded_otherwise(number, claim, place.number, place.source.sentence.text) for place in same):
        return "it is bounded the other way there"
    is_one_of = number.value == 1 and _PART_OF.match(claim[number.end :])
    is_told = is_of_its_year(number, alignment) or is_listed_for(number, alignment, words)
    if is_one_of or is_told:  # "one of the reasons", of which the source has three
        return None
    others = [place for place in others if not _is_further_from_names(number, place, same, alignment)]
    best = max((_fit(number, place, alignment, words) for place in same), default=_MARGIN)
    other = max((_fit(number, place, alignment, words) for place in others), default=0.0)
    if same and all(is_of_another(number, one.source.sentence.text, one.number.start, alignment) for one in same):
        other = best + 2 * _MARGIN
    is_other = other >= best if _is_from_elsewhere(same, others, alignment) else other > best + _MARGIN
    return "it counts something else there" if is_other else None


def _is_further_from_names(number: Number, place: _Place, same: Sequence[_Place], alignment: Alignment) -> bool:
    """Whether a number stands beside no name that the claim has beside its own, while the one that is meant does."""
    beside, is_beside = (
        [is_beside_its_name(number, one.source.sentence.text, one.number.start, alignment) for one in places]
        for places in (same, [place])
    )
    return any(beside) and not any(is_beside)


def _is_from_elsewhere(same: Sequence[_Place], others: Sequence[_Place], alignment: Alignment) -> bool:
    """Whether the number of the claim stands in a further source only, and the best one has another in front of the
    same words: "twee keer de hoogte" for "vier keer de hoogte"."""
    best = alignment.sources[0]
    follows = {_behind(place) for place in same if place.source is not best}
    is_there = any(place.source is best for place in same)
    return not is_there and any(place.source is best and _behind(place) in follows for place in others)


def _behind(place: _Place) -> str:
    """The three words behind a number in a source."""
    return " ".join(place.source.sentence.text[place.number.end :].split()[:3]).rstrip(",.;")


def _is_part(place: _Place) -> bool:
    """Whether the source speaks of some out of the number: "drie van de vier"."""
    return _OUT_OF.search(place.source.sentence.text[: place.number.start]) is not None


def _is_meant(number: Number, place: _Place, claim: str) -> bool:
    """Whether a number of the claim, in one of its readings, is one of a source in one of its own."""
    text = place.source.sentence.text
    mine, theirs = claimed_readings(claim, number), readings(text, place.number)
    return any(_agrees(one, other, claim, text) for one in mine for other in theirs)


def _agrees(number: Number, held: Number, claim: str, text: str) -> bool:
    if is_same(number, held):
        return True
    if {number.kind, held.kind} == {Kind.ORDINAL, Kind.COUNT}:
        return number.value == held.value
    if {number.kind, held.kind} == {Kind.MONTHS, Kind.DAYS}:
        months, days = (number, held) if number.kind is Kind.MONTHS else (held, number)
        least, most = _DAYS_A_MONTH
        return months.value * least <= days.value <= months.value * most
    return number.kind not in _DATED and is_nearly(claim, number, held, text)


def _follows(number: Number, alignment: Alignment) -> bool:
    """Whether a number stands in a sentence next to a source, or follows from others there or in the source."""
    claim = alignment.statement.text
    for source in alignment.sources:
        for place in _neighbours(source):
            text = place.sentence.text
            near = [_Place(number=one, source=place) for one in find_numbers(text)]
            if is_reckoned(claim, number, text) or any(_is_meant(number, one, claim) for one in near):
                return True
    return False


def _neighbours(source: Source) -> list[Source]:
    """A source and the sentences next to it in its paragraph."""
    last = len(source.paragraph.sentences) - 1
    places = range(max(0, source.index - 2), min(last, source.index + 1) + 1)
    return [replace(source, index=place, english=None) for place in places]


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
    near = _best_sum(_next_to(claim, number, language, words), _counted(text, place.number, words), words)
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


def _counted(text: str, number: Number, words: Words) -> list[Word]:
    """The content words right behind a number of a letter, and behind the one before it where it is some of those."""
    whole = next((one for one in find_numbers(text)[::-1] if one.end < number.start), None)
    further = _next_to(text, whole, "nl", words) if whole and _SOME_OF.search(text[: number.start]) else []
    return [*_next_to(text, number, "nl", words), *further]


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
