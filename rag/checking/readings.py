"""What else a number of a sentence may stand for: in the words around it, rounded, or reckoned from two others."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise

from rag.checking.clauses import whole_words
from rag.checking.number_words import SCALES
from rag.checking.numbers import Kind, Number, find_numbers, is_same, share

_SHARES = frozenset({Kind.FRACTION, Kind.PERCENT})
_RECKONED = frozenset({Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.MONTHS, Kind.DAYS})
_TO_NEXT = re.compile(
    r",? ?(?:en|of|and|or|tot|à|to|naar|tegen|from|van(?: de)?|of the|out of|–|-) ?"
    r"(?:(?:ruim|bijna|over|just|almost|nearly) ){0,2}"
)
"""What stands between a number without its unit and the one that has it: "29 van de 46 miljoen euro"."""
_INSTEAD = re.compile(r",? (?:in plaats van|en niet|instead of|rather than|and not) ")
_TIMED = frozenset({Kind.MONTHS, Kind.DAYS})
_TIMES = {
    "uur": Fraction(1, 24), "uren": Fraction(1, 24), "hour": Fraction(1, 24), "jaar": Fraction(12),
    "jaren": Fraction(12), "year": Fraction(12), "we": Fraction(7), "kwartal": Fraction(3), "dec": Fraction(120),
    "eeuw": Fraction(1200), "centur": Fraction(1200), "": Fraction(1),
}  # fmt: skip
"""By a part of its name, how many days or months a unit of time has; the last is that of the others."""
_TON = re.compile(r"^ ton\b", re.IGNORECASE)
_TON_EUROS = 100_000
_PART_OF = re.compile(r" (?:van|of|out of)(?: de| elke| the| every)? ")
_BARE = re.compile(
    r"^s?(?:$|[.,;:!?)]| (?:en|of|and|or|per|a|van|less|more|fewer|minder|meer|naar|tot|to|voor|for|uit|aan|in)\b)"
)
"""What follows a number that does not say what it counts; also of people by their age: "the under-30s"."""
_OF_THINGS = re.compile(r" (?:van|of) (?:de|the) [a-z]", re.IGNORECASE)
"""So many of some things, which is no percentage: "27 of the schools"."""
_SMALLEST = 10
"""Smaller differences of mere counts are found between any two numbers."""
_MANY = 1_000_000
"""Of so many of which nothing is said, letters count euros."""
_ABOUT = re.compile(
    r"\b(?:ongeveer|circa|zo['’]n|rond|grofweg|ruwweg|naar schatting|about|around|some|roughly|approximately"
    r"|(?:an )?estimated)(?: de| the)? ?€? ?$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:ruim|(?<!niet )meer dan|over|(?<!no )(?<!not )more than|above|ten minste|minstens|at least)(?: de| the)?"
    r" ?€? ?$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:bijna|haast|nog geen|(?<!niet )minder dan|net geen|krap|nearly|almost|just under|(?<!no )(?:less|fewer) than"
    r"|under|not quite)(?: de| the)? ?€? ?$",
    re.IGNORECASE,
)
_NEAR, _SIDE = Fraction(6, 100), Fraction(15, 100)
"""Share by which what is said to be about a number may be off, and what is said to be over or under it, on its side."""
_NEAR_PART, _SIDE_PART = Fraction(1, 10), Fraction(28, 100)
"""The same for a part of a whole, of which language has few: what is over half may be up to two thirds."""
_ROUNDED = Fraction(15, 1000)
"""How much of the whole a part may be off of which nothing is said: six in ten for 61 per cent."""
_CHANGE = whole_words(
    r"meer|minder|extra|erbij|bij|\w*(?:stijg|steeg|stegen|daal|daling|groei|kromp)\w*|omhoog|omlaag|hoger|lager|langer"
    r"|korter|eerder|later|duurder|goedkoper|verschil|verdwijn\w*|sluit|sluiten|weg"
    r"|more|less|fewer|additional|rise[sn]?|rose|rising|grow(?:s|n|th)?"
    r"|grew|fall(?:s|en)?|fell|drop(?:s|ped)?|increas\w+|decreas\w+|up|down|gain(?:s|ed)?|higher|lower|longer|shorter"
    r"|earlier|difference|on top|clos\w+|disappear\w*|gone|lost"
)
_A_TIME = whole_words(r"(?:een|an?) (?P<unit>jaar|year|maand|month|week|dag|day)")
_LEVEL = re.compile(r"\b(?:tot|naar|op|to|at|van|from) €? ?$", re.IGNORECASE)
"""What stands before a number that something comes to, not by which it changes."""
_TWO = whole_words(r"beide|beiden|allebei|both|(?:ver)?dubbel\w*|doubl\w+|tweemaal|tweetal|twice|elk half ?jaar")
_THREE = whole_words(r"drietal|driemaal|alle drie|trio|trippel|thrice|(?:ver)?drievoudig\w*")
_NAME = r"[A-ZÀ-Ý][\w’'-]*(?: [A-ZÀ-Ý][\w’'-]*)*"
_LISTED = re.compile(rf"{_NAME}(?:, (?:in |the |het |de )?{_NAME})*,? (?:en|and) (?:in |the |het |de )?{_NAME}")


@lru_cache(maxsize=4096)
def readings(text: str, number: Number) -> tuple[Number, ...]:
    """A number of a text, and what else the words around it may make of it."""
    found = list(_with_unit_of_next(text, number)) or [number]
    if number.kind is Kind.COUNT and _TON.match(text[number.end :]):
        found.append(replace(number, kind=Kind.MONEY, value=number.value * _TON_EUROS))
    found += _parts_of_next(text, number)
    if number.kind is Kind.COUNT and number.value >= _MANY and _BARE.match(text[number.end :]):
        found.append(replace(number, kind=Kind.MONEY))
    return tuple(found)


@lru_cache(maxsize=4096)
def claimed_readings(claim: str, number: Number) -> tuple[Number, ...]:
    """The same for a number of a claim, which may leave out its unit: "het bod is 100", "ouderen van 75"."""
    found = list(readings(claim, number))
    if number.kind is Kind.COUNT and number.value >= _MANY:
        found.append(replace(number, kind=Kind.MONEY))
    if number.kind is Kind.COUNT and _BARE.match(claim[number.end :]):
        is_part = _OF_THINGS.match(claim, number.end) is not None
        kinds = (Kind.MONEY, Kind.MONTHS, Kind.DAYS) if is_part else (Kind.PERCENT, Kind.MONEY, Kind.MONTHS, Kind.DAYS)
        found += [replace(number, kind=kind) for kind in kinds]
        found += [replace(number, kind=Kind.MONTHS, value=number.value * 12)]
        found += [replace(number, kind=Kind.ARTICLE, value=Fraction(0), label=str(number.value))]
    return tuple(found)


def is_nearly(claim: str, number: Number, held: Number, text: str = "") -> bool:
    """Whether a number that a claim only says to be about, over or under is held so; of the text that has the other,
    what says as much of that leaves no more than about the same: "over 80" is not "over 90".
    """
    if number.kind is not held.kind and not {number.kind, held.kind} <= _SHARES:
        return False
    mine, theirs, before = share(number), share(held), claim[: number.start]
    is_part = number.kind is Kind.FRACTION
    near, side = (_NEAR_PART, _SIDE_PART) if is_part else (_NEAR, _SIDE)
    if _ABOUT.search(before):
        return abs(theirs - mine) <= mine * near
    is_as_much = any(words.search(before) and words.search(text[: held.start]) for words in (_OVER, _UNDER))
    if is_as_much:
        return abs(theirs - mine) <= mine * near
    if _OVER.search(before):
        return mine <= theirs <= mine * (1 + side)
    if not _UNDER.search(before):
        return is_part and abs(theirs - mine) <= _ROUNDED
    return mine * (1 - side) <= theirs <= mine


def is_reckoned(claim: str, number: Number, text: str) -> bool:
    """Whether a number of a claim follows from others of one sentence: as a share, a difference, or what is listed."""
    if number.kind is Kind.COUNT and any(number.value == many for many in _implied_counts(text)):
        return True
    if number.kind in (Kind.MONTHS, Kind.DAYS) and any(is_same(number, one) for one in _single_times(text)):
        return True
    if number.kind in _SHARES:
        reckoned = [Number(kind=Kind.FRACTION, value=part, start=0, end=0) for part in _shares(text)]
        if any(is_same(number, one) or is_nearly(claim, number, one) for one in reckoned):
            return True
    if number.kind not in _RECKONED or not _CHANGE.search(claim) or _LEVEL.search(claim[: number.start]):
        return False
    if number.kind is Kind.COUNT and number.value < _SMALLEST:
        return False
    found = _differences(text)
    return any(
        is_same(mine, one) or is_nearly(claim, mine, one) for mine in claimed_readings(claim, number) for one in found
    )


def _with_unit_of_next(text: str, number: Number) -> Iterator[Number]:
    """A number that leaves its unit, or how many thousands it means, to the next; or to the one that it replaces."""
    for one, other in pairwise(find_numbers(text)):
        if other == number and number.kind is Kind.COUNT and _INSTEAD.fullmatch(text, one.end, other.start):
            said = text[one.start : one.end].casefold()
            unit = next(many for beginning, many in _TIMES.items() if beginning in said) if one.kind in _TIMED else 1
            yield replace(other, kind=one.kind, value=other.value * unit)
        is_listed = one == number and one.kind in (Kind.COUNT, other.kind)
        if not is_listed or not _TO_NEXT.fullmatch(text, one.end, other.start):
            continue
        said = text[other.start : other.end].casefold()
        scale = next((SCALES[word] for word in re.findall(r"[a-z]+", said) if word in SCALES), 1)
        if other.kind in _TIMED:
            unit = next(many for beginning, many in _TIMES.items() if beginning in said)
            yield replace(one, kind=other.kind, value=one.value * unit)
        elif other.kind in (Kind.PERCENT, Kind.MONEY, Kind.COUNT):
            yield replace(one, kind=other.kind, value=one.value * scale)
            yield replace(one, kind=other.kind)


def _parts_of_next(text: str, number: Number) -> Iterator[Number]:
    """Both numbers of "zeven van de tien" as the part of a whole that they are together."""
    for one, other in pairwise(find_numbers(text)):
        is_part = one.kind is other.kind is Kind.COUNT and one.value < other.value
        if number in (one, other) and is_part and _PART_OF.fullmatch(text, one.end, other.start):
            yield replace(number, kind=Kind.FRACTION, value=one.value / other.value)


def _implied_counts(text: str) -> set[int]:
    """How many a text speaks of that writes no number: "beide", "Aruba en Curaçao"."""
    found = {2} if _TWO.search(text) else set()
    if _THREE.search(text):
        found.add(3)
    return found | {len(re.findall(r", | en | and ", match.group())) + 1 for match in _LISTED.finditer(text)}


def _single_times(text: str) -> list[Number]:
    """What the article says of time: "na een jaar"."""
    return [one for match in _A_TIME.finditer(text) for one in find_numbers(f"1 {match['unit']}")]


def _pairs(text: str) -> Iterator[tuple[Number, Number]]:
    numbers = [one for number in find_numbers(text) for one in readings(text, number) if one.kind in _RECKONED]
    for one, other in combinations(numbers, 2):
        if one.kind is other.kind and one.start != other.start:
            yield (one, other) if one.value < other.value else (other, one)


def _shares(text: str) -> list[Fraction]:
    return [less.value / more.value for less, more in _pairs(text) if more.value and less.kind is not Kind.PERCENT]


def _differences(text: str) -> list[Number]:
    return [replace(more, value=more.value - less.value) for less, more in _pairs(text)]
