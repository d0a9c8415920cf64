"""Typed numbers in Dutch and English text: counts, shares, money, dates, articles, papers and durations."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from rag.checking.number_words import FRACTIONS, ORDINALS, SCALES, WORD, word_value


class Kind(StrEnum):
    """What a number counts. Numbers of different kinds are never the same."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    ARTICLE = "article"
    PAPER = "paper"
    MONTHS = "months"
    DAYS = "days"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    PERIOD = "period"
    SEASON = "season"


@dataclass(frozen=True, kw_only=True)
class Number:
    """One number where it stands: `text[start:end]`, in code points."""

    kind: Kind
    value: Fraction
    """In its own unit: euros, per cent, months for years, months and periods. Of a date the year, or 0."""
    start: int
    end: int
    month: int = 0
    day: int = 0
    """Of a date; 0 where it is not said."""
    label: str = ""
    """Of an article or paper: its number as printed, without spaces."""


_MONTHS = {
    name: place
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
    )
    for place, name in enumerate(names.split(), start=1)
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[89]|20)\d\d"
_DIGITS = r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NOT_TEN = (
    r"(?!ten (?:hoogste|minste|opzichte|aanzien|behoeve|slotte|tijde|gevolge|onrechte|gunste|laste|dele|einde"
    r"|volle|eerste"
    r"|tweede|derde|grondslag|name|uitvoer)\b)"
)
"""Dutch has a preposition that looks like the English number."""
_TAIL = rf"(?: (?:and )?(?P<tail>{WORD})(?![\w-]))?"
_AMOUNT = rf"{_NOT_TEN}(?P<amount>{_DIGITS}|{WORD})(?:[ \u00a0-](?P<scale>{_SCALE})\b{_TAIL})?"
_DIGIT_AMOUNT = rf"(?P<amount>{_DIGITS})(?:[ \u00a0-]?(?P<scale>{_SCALE})\b)?"
_TIME = {
    "jaar": (Kind.MONTHS, 12), "jaren": (Kind.MONTHS, 12), "year": (Kind.MONTHS, 12), "years": (Kind.MONTHS, 12),
    "maand": (Kind.MONTHS, 1), "maanden": (Kind.MONTHS, 1), "month": (Kind.MONTHS, 1), "months": (Kind.MONTHS, 1),
    "week": (Kind.DAYS, 7), "weken": (Kind.DAYS, 7), "weeks": (Kind.DAYS, 7), "dag": (Kind.DAYS, 1),
    "dagen": (Kind.DAYS, 1), "day": (Kind.DAYS, 1), "days": (Kind.DAYS, 1),
}  # fmt: skip
_PERIODS = {
    "jaar": Fraction(12), "year": Fraction(12), "annual": Fraction(12), "kwartaal": Fraction(3), "quarter": Fraction(3),
    "maand": Fraction(1), "month": Fraction(1), "wek": Fraction(1, 4), "week": Fraction(1, 4), "da": Fraction(1, 30),
}  # fmt: skip
"""Beginnings of words that say how often, in months."""
_SEASONS = {
    "voorjaar": 1, "lente": 1, "spring": 1, "zomer": 2, "summer": 2, "najaar": 3, "herfst": 3, "autumn": 3, "winter": 4,
}  # fmt: skip
_UNIT = "|".join(sorted(_TIME, key=len, reverse=True))
_CHAMBER = r"(?![ -](?:kamer|chamber|reading|lid\b))"
_Match = re.Match[str]
_REMEMBERED = 4096
"""Texts: every gate reads the same claim and sentences anew."""


@lru_cache(maxsize=_REMEMBERED)
def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text, in its order, none overlapping another; a text without numbers gives none."""
    taken = [False] * len(text)
    found: list[Number] = []
    for pattern, read in _READERS:
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
        return _share(claimed) == _share(found)
    return claimed.kind is found.kind and claimed.value == found.value


def _share(number: Number) -> Fraction:
    return number.value / 100 if number.kind is Kind.PERCENT else number.value


def digits_value(digits: str) -> Fraction:
    """A number in digits, Dutch or English: the last separator is a decimal one unless three digits follow it.

    So "1.234,5" and "1,234.5" are one number, and "1.200" is twelve hundred in both languages; "0.125" is an eighth.
    """
    plain = re.sub(r"[\u00a0\u202f]", "", digits)
    marks = re.findall(r"[.,]", plain)
    head, mark, tail = plain.rpartition(marks[-1]) if marks else (plain, "", "")
    is_decimal = bool(mark) and (len(tail) != 3 or set(marks[:-1]) - {mark} != set() or head == "0")
    whole = re.sub(r"[.,]", "", head if is_decimal else plain)
    return Fraction(f"{whole}.{tail}") if is_decimal else Fraction(whole)


def _amount(match: _Match) -> Fraction | None:
    text = match["amount"]
    value = digits_value(text) if text[0].isdecimal() else word_value(text)
    scale = match["scale"]
    if value is None and scale is None:
        return None
    if scale is None:
        return value
    if value is None:  # "honderd miljoen" is read by its parts; "the million" is no number
        return Fraction(SCALES[text.casefold()] * SCALES[scale.casefold()]) if text.casefold() in SCALES else None
    tail = match.groupdict().get("tail")
    return value * SCALES[scale.casefold()] + ((word_value(tail) if tail else None) or 0)


def _of(kind: Kind) -> Callable[[_Match], Iterator[Number]]:
    def read(match: _Match) -> Iterator[Number]:
        value = _amount(match)
        if value is not None:
            yield Number(kind=kind, value=value, start=match.start(), end=match.end())

    return read


def _labelled(kind: Kind) -> Callable[[_Match], Iterator[Number]]:
    def read(match: _Match) -> Iterator[Number]:
        label = re.sub(r"[\s\u00a0]", "", match["label"]).casefold()
        yield Number(kind=kind, value=Fraction(0), start=match.start(), end=match.end(), label=label)

    return read


def _date(match: _Match) -> Iterator[Number]:
    found = match.groupdict()
    month = found.get("month") or "0"
    yield Number(
        kind=Kind.DATE,
        value=Fraction(found.get("year") or 0),
        month=_MONTHS[month.casefold()] if month.casefold() in _MONTHS else int(month),
        day=int(found.get("day") or 0),
        start=match.start(),
        end=match.end(),
    )


def _time(match: _Match) -> Iterator[Number]:
    kind, times = _TIME[match["unit"].casefold()]
    value = _amount(match)
    if value is not None:
        yield Number(kind=kind, value=value * times, start=match.start(), end=match.end())


def _one_and_a_half(match: _Match) -> Iterator[Number]:
    kind, times = _TIME[match["unit"].casefold()]
    yield Number(kind=kind, value=Fraction(3, 2) * times, start=match.start(), end=match.end())


def _fraction(match: _Match) -> Iterator[Number]:
    part, many = FRACTIONS[match["part"].casefold()], match["many"]
    value = word_value(many) if many and many.casefold() not in ("een", "a", "an") else Fraction(1)
    if value is not None:
        yield Number(kind=Kind.FRACTION, value=part * value, start=match.start(), end=match.end())


def _period(match: _Match) -> Iterator[Number]:
    stem = (match["often"] or match["unit"]).casefold()
    months = next(value for beginning, value in _PERIODS.items() if stem.startswith(beginning))
    yield Number(kind=Kind.PERIOD, value=months, start=match.start(), end=match.end())


def _season(match: _Match) -> Iterator[Number]:
    value = Fraction(_SEASONS[match["season"].casefold()])
    yield Number(kind=Kind.SEASON, value=value, start=match.start(), end=match.end())


def _ordinal(match: _Match) -> Iterator[Number]:
    value = Fraction(ORDINALS[match["nth"].casefold()])
    yield Number(kind=Kind.ORDINAL, value=value, start=match.start(), end=match.end())


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PARTS = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_READERS: tuple[tuple[re.Pattern[str], Callable[[_Match], Iterator[Number]]], ...] = (
    (_compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"), _date),
    (_compile(r"\b(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})\b"), _date),
    (
        _compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)? (?:of )?(?P<month>{_MONTH})\b(?:,? (?P<year>{_YEAR}))?"),
        _date,
    ),
    (_compile(rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>{_YEAR}))?"), _date),
    (_compile(rf"\b(?P<month>{_MONTH}) (?P<year>{_YEAR})\b"), _date),
    (_compile(r"\b(?:artikel(?:en)?|articles?|art\.) (?P<label>\d+\w?(?:[.:]\d+\w?)*)"), _labelled(Kind.ARTICLE)),
    (_compile(r"\b(?:nr\.?|no\.?|nummer|number) (?P<label>\d+)\b"), _labelled(Kind.PAPER)),
    (_compile(r"\b(?P<label>\d{2}[ \u00a0]\d{3})\b"), _labelled(Kind.PAPER)),
    (_compile(rf"\b(?P<label>{_YEAR}/\d{{2,4}})\b"), _labelled(Kind.PAPER)),
    (_compile(rf"(?:€|\beur|\beuro) ?{_DIGIT_AMOUNT}"), _of(Kind.MONEY)),
    (_compile(rf"\b{_AMOUNT} (?:euros?|eur|euro[’']s)\b"), _of(Kind.MONEY)),
    (_compile(rf"\b{_AMOUNT} ?(?:%|(?:procent|percent|per cent|percentage points?|procentpunt)\b)"), _of(Kind.PERCENT)),
    (_compile(rf"\bone and a half (?P<unit>{_UNIT})\b"), _one_and_a_half),
    (
        _compile(
            r"\b(?:(?P<often>jaarlijkse?|maandelijkse?|wekelijkse?|dagelijkse?|yearly|annual(?:ly)?|monthly"
            r"|weekly|daily"
            r"|quarterly)|(?:elke?|ieder|iedere|per|every|each) (?P<unit>jaar|kwartaal|maand|week|dag|year"
            r"|quarter|month|day))\b"
        ),
        _period,
    ),
    (_compile(rf"\b{_AMOUNT}[ -](?P<unit>{_UNIT})\b"), _time),
    (_compile(rf"\b(?P<year>{_YEAR})\b(?![.,]\d)"), _date),
    (_compile(rf"\b(?P<many>een|a|an) (?P<part>{_PARTS})(?=\s+(?:van|of|deel)\b|deel\b|[.,;]?$)"), _fraction),
    (_compile(rf"\b(?P<many>one|één|twee|two|drie|three|vier|four)[ -](?P<part>{_PARTS})\b"), _fraction),
    (_compile(rf"\b(?P<season>{'|'.join(_SEASONS)})\b"), _season),
    (_compile(rf"\b(?P<nth>{'|'.join(ORDINALS)})\b{_CHAMBER}"), _ordinal),
    (_compile(r"\b(?P<many>)(?P<part>helft|half|halve)\b"), _fraction),
    (_compile(rf"\b{_DIGIT_AMOUNT}"), _of(Kind.COUNT)),
    (_compile(rf"\b{_AMOUNT}(?![\w-])"), _of(Kind.COUNT)),
)
"""Readers of numbers, the most telling first: what one has read is not read again."""
