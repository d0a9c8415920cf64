"""Whether a claim gives a number what its sources pair with another: another year, sentence, party or scenario."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations

from rag.checking.alignment import Alignment, Source
from rag.checking.cells import of_another_row
from rag.checking.clauses import whole_words
from rag.checking.joined import has, part_at
from rag.checking.likewise import told_of_likewise
from rag.checking.listed import listed_for_another
from rag.checking.number_kinds import UNCOUNTED
from rag.checking.numbers import Kind, Number, find_numbers, is_same
from rag.checking.options import number_of_other_option
from rag.checking.words import Words

_SURE = 0.75
_CLEARLY = 2
"""Words of a claim by which another sentence must fit better where each has some of its own."""
_GOES_ON = whole_words(
    r"(?:daar|hier|waar)(?:mee|van|voor|door|bij|toe|aan|in|op|over|om|naast|tegenover)|deze|dit|hij|zij|die|er|beide"
    r"|het (?:gaat|betreft)"
)
"""Among the first words of a sentence these say that it goes on with the one before."""
_FIRST = 3
_RIGHT_BEFORE = re.compile(r"(?<![\w’-])(?!(?:De|Het|Een|In|Van|The|An?)\b)[A-ZÀ-Ý][\w’-]*(?= (?:€ ?)?$)")
_NAME = re.compile(r"(?<![\w’-])(?!(?:De|Het|Een|In|The|An?)\b)[A-ZÀ-Ý][\w’-]*")


def said_of_another(alignment: Alignment, words: Words) -> tuple[Number, str] | None:
    """A number of a claim with what the letter says it of instead; None where each is said of what it is there."""
    return (
        _of_another_year(alignment)
        or _of_another_party(alignment)
        or _beside_another_name(alignment)
        or _of_another_sentence(alignment, words)
        or _told(alignment, lambda number: number_of_other_option(alignment, number))
        or _told(alignment, lambda number: listed_for_another(number, alignment, words))
        or _told(alignment, lambda number: told_of_likewise(number, alignment, words))
        or of_another_row(alignment, words)
    )


def _amounts(text: str) -> list[Number]:
    return [one for one in find_numbers(text) if one.kind not in UNCOUNTED]


def _years(text: str) -> list[Number]:
    return [one for one in find_numbers(text) if one.kind is Kind.DATE and one.value]


def _of_another_year(alignment: Alignment) -> tuple[Number, str] | None:
    """A number that the letter has for another year only, while it has another such number for the claim's."""
    claim, year = alignment.statement.text, _year_of(alignment)
    paired = _paired(alignment) if year else []
    for number in _amounts(claim):
        told = {when for one, when in paired if is_same(number, one)}
        others = [one for one, when in paired if when == year and one.kind is number.kind and not is_same(number, one)]
        if (
            told
            and others
            and year not in told
            and not any(is_same(one, mine) for one in others for mine in _amounts(claim))
        ):
            return number, str(min(told))
    return None


def is_of_its_year(number: Number, alignment: Alignment) -> bool:
    """Whether a row of numbers and years pairs a number with the only year of the claim, or that year with one."""
    year = _year_of(alignment)
    mine = _amounts(alignment.statement.text) if number.kind is Kind.DATE else [number]
    rows = (pair for source in alignment.sources for pair in _in_turns(source.sentence.text))
    own = [one for one, when in rows if when == year]
    return any(is_same(one, other) for one in mine for other in own)


def _year_of(alignment: Alignment) -> int | None:
    """The only year of the claim; None where it has none or several."""
    years = {int(year.value) for year in _years(alignment.statement.text)}
    return years.pop() if len(years) == 1 else None


def _paired(alignment: Alignment) -> list[tuple[Number, int]]:
    return [pair for source in alignment.sources for pair in _with_years(source.sentence.text)]


def _with_years(text: str) -> list[tuple[Number, int]]:
    """The numbers of a sentence, each with its year: the only one, or that at its side where they take turns."""
    years, amounts = _years(text), _amounts(text)
    if len({one.value for one in years}) == 1:
        return [(one, int(years[0].value)) for one in amounts]
    return list(_in_turns(text))


def _in_turns(text: str) -> Iterator[tuple[Number, int]]:
    """The numbers of each kind that take turns with years, each with its year: "3 in 2025, 5 in 2026"."""
    years, amounts = _years(text), _amounts(text)
    for kind in {one.kind for one in amounts}:
        row = sorted([*years, *(one for one in amounts if one.kind is kind)], key=lambda one: one.start)
        turns = [one.kind is Kind.DATE for one in row]
        if (
            len(row) > 2
            and len(row) % 2 == 0
            and turns in ([True, False] * (len(row) // 2), [False, True] * (len(row) // 2))
        ):
            for one, other in zip(row[::2], row[1::2], strict=True):
                year, amount = (one, other) if one.kind is Kind.DATE else (other, one)
                yield amount, int(year.value)


def _of_another_party(alignment: Alignment) -> tuple[Number, str] | None:
    """One of two numbers, each behind a name in the claim, that the letter has beside the other of these names."""
    claim = alignment.statement.text
    for one, other in combinations(_amounts(claim), 2):
        first = _NAME.findall(claim[: one.start])[-1:]
        second = _NAME.findall(claim[one.end : other.start])[-1:]
        if one.kind is not other.kind or is_same(one, other) or not first or not second or first == second:
            continue
        mine, theirs = _parts_with(one, alignment), _parts_with(other, alignment)
        is_turned = [
            bool(texts) and all(_has(text, away[0]) and not _has(text, here[0]) for text in texts)
            for texts, here, away in ((mine, first, second), (theirs, second, first))
        ]
        if all(is_turned):
            return one, second[0]
    return None


def _beside_another_name(alignment: Alignment) -> tuple[Number, str] | None:
    """A number beside another name of a row than the claim's, of which the claim leaves out its own: "Goes kreeg 9
    boten, Tholen 4 en Veere 7"."""
    claim = alignment.statement.text
    for source in alignment.sources:
        text = source.sentence.text
        row = list(_row(text))
        mine = [(name, one) for name, one in row if has(claim, name)]
        for number in _amounts(claim) if len(row) > 1 else ():
            if len(mine) == 1 and number.kind is mine[0][1].kind and not is_same(number, mine[0][1]):
                other = next((name for name, one in row if is_same(number, one)), None)
                if other and not has(claim, other) and not any(is_same(mine[0][1], one) for one in _amounts(claim)):
                    return number, other
    return None


def _row(text: str) -> Iterator[tuple[str, Number]]:
    """The numbers right behind a name, each with it; and the first of all with the only name before it."""
    for place, one in enumerate(_amounts(text)):
        if found := _RIGHT_BEFORE.search(text[: one.start]):
            yield found.group(), one
        elif place == 0 and len(names := _NAME.findall(text[: one.start])) == 1:
            yield names[0], one


def _parts_with(number: Number, alignment: Alignment) -> list[str]:
    """The parts of the sources that have a number."""
    return [
        part_at(source.sentence.text, held.start)
        for source in alignment.sources
        for held in find_numbers(source.sentence.text)
        if is_same(number, held)
    ]


def _has(text: str, name: str) -> bool:
    """Whether a text has a name, or what is its: "Duitse" of "Duits"."""
    return has(text, name) or has(text, f"{name}se")


def _of_another_sentence(alignment: Alignment, words: Words) -> tuple[Number, str] | None:
    """A number of one source only, where another has another such number and more of what the claim says.

    "Binnen tien dagen" of the proposal is not what the sector agreed on; a sentence that goes on with the one before
    leaves to it what it speaks of.
    """
    claim = alignment.statement.text
    for number in _amounts(claim):
        there = [source for source in alignment.sources if _has_number(source, number)]
        if len(there) != 1 or _GOES_ON.search(_beginning(there[0])):
            continue
        own = _held(alignment, there[0], words)
        for other in alignment.sources:
            others = [one for one in _amounts(other.sentence.text) if one.kind is number.kind]
            is_told = any(is_same(mine, one) for mine in _amounts(claim) for one in others)
            if other is there[0] or not others or is_told:
                continue
            held = _held(alignment, other, words)
            only_here, only_there = own - held, held - own
            is_there = (only_there and not only_here) or len(only_there) >= len(only_here) + _CLEARLY
            if (own & held and is_there) or _is_other_turn(claim, there[0], other):
                return number, f"{_beginning(there[0])}…"
    return None


def _is_other_turn(claim: str, source: Source, other: Source) -> bool:
    """Whether a source tells of the second of something and another of the first, as the claim does."""
    mine, here, there = map(_ordinals, (claim, source.sentence.text, other.sentence.text))
    return bool(here and mine & there and not mine & here)


def _ordinals(text: str) -> set[Fraction]:
    return {one.value for one in find_numbers(text) if one.kind is Kind.ORDINAL}


def _beginning(source: Source) -> str:
    return " ".join(source.sentence.text.split()[:_FIRST])


def _has_number(source: Source, number: Number) -> bool:
    return any(is_same(number, one) for one in find_numbers(source.sentence.text))


def _held(alignment: Alignment, source: Source, words: Words) -> frozenset[str]:
    """The words of a claim that a source has, its parties' and "tweede" among them; not those of its other numbers."""
    statement, held = alignment.statement, words.of(source.sentence.text, "nl")
    numbers = [one for one in find_numbers(statement.text) if one.kind is not Kind.ORDINAL]
    return frozenset(
        word.text
        for word in words.of(statement.text, statement.language)
        if not any(one.start <= word.start < one.end for one in numbers)
        and any(words.match(word, one) >= _SURE for one in held)
    )


def _told(alignment: Alignment, of_another: Callable[[Number], str | None]) -> tuple[Number, str] | None:
    """The first number of the claim that the letter has for another thing, with that thing."""
    told = ((number, of_another(number)) for number in _amounts(alignment.statement.text))
    return next(((number, other) for number, other in told if other), None)
