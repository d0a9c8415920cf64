"""How each kind of number is written in Dutch and English."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from rag.checking.number_kinds import Kind, Number
from rag.checking.number_words import (
    ENGLISH_SCALES,
    FRACTIONS,
    NUMBER_WORD,
    ORDINALS,
    SCALES,
    WORD,
    digits_value,
    word_value,
)
from rag.letters.dates import MONTH_NUMBERS, MONTHS

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_ENGLISH_MONTH = "|".join(name if name.lower() not in MONTHS["nl"] else f"(?-i:{name})" for name in MONTHS["en"])
"""Only English puts the day behind the month; what is Dutch too is English by its capital: "in april 12 molens"."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[89]|20)\d\d"
_ROUND_COUNT = (
    "".join(
        rf"(?<!\b{word} )" for word in "in sinds vanaf na tot begin eind medio jaar year since from by en and".split()
    )
    + r"(?:18|19|20)00 (?:\w+e )?(?-i:[a-zà-ÿ])\w{2,}(?:en|s)\b"
)
"""So many of something, where nothing before it makes it a year: "2000 molens"."""
_SPACED = r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\.?\d)(?:,\d{1,2})?"
"""Thousands parted by spaces."""
_PAPER = r"\d{2}[ \u00a0]\d{3}"
_SPACED_COUNT = rf"(?!{_PAPER}(?!\d|[,–-]\d| \d{{3}}\b| ?[%€]| (?!(?:nrs?|no)\b)(?-i:[a-zà-ÿ]))){_SPACED}"
"""What may be a paper counts only where a sign or a word in small letters follows: "36 111, nr. 14" is a paper."""
_DIGITS = rf"{_SPACED_COUNT}|\d{{1,3}}(?:[.,\u00a0\u202f]\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d+)?"
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NOT_TEN = (
    r"(?!ten (?:hoogste|minste|opzichte|aanzien|behoeve|slotte|tijde|gevolge|onrechte|gunste|laste|dele|einde"
    r"|volle|eerste"
    r"|tweede|derde|grondslag|name|uitvoer)\b)"
)
"""Dutch has a preposition that looks like the English number."""
_TAIL = (
    rf"(?: (?:and )?(?P<tail>{NUMBER_WORD})(?![\w-]))?"
    r"(?: (?P<more>duizend|thousand|miljoen|million|miljard|billion)\b)?"
)
_STOP = r"(?:\.(?= (?-i:[a-zà-ÿ])))?"
"""That of an abbreviation: "5 mln. euro"."""
_HALF = rf"{WORD} (?:en een|and a) half\b|(?:een )?hal(?:f|ve)(?: a)?(?= (?:{_SCALE})\b)"
_AMOUNT = rf"{_NOT_TEN}(?P<amount>{_DIGITS}|{_HALF}|{WORD})(?:[ \u00a0-](?P<scale>{_SCALE})\b{_STOP}{_TAIL})?"
_SCALED = rf"(?:[ \u00a0-]?(?P<scale>{_SCALE})\b{_STOP})?"
_DIGIT_AMOUNT = rf"(?P<amount>{_DIGITS}){_SCALED}"
_MONEY_AMOUNT = rf"(?P<amount>{_SPACED}|{_DIGITS}){_SCALED}"
_TIME = {
    "jaar": (Kind.MONTHS, 12), "jaren": (Kind.MONTHS, 12), "year": (Kind.MONTHS, 12), "years": (Kind.MONTHS, 12),
    "maand": (Kind.MONTHS, 1), "maanden": (Kind.MONTHS, 1), "month": (Kind.MONTHS, 1), "months": (Kind.MONTHS, 1),
    "week": (Kind.DAYS, 7), "weken": (Kind.DAYS, 7), "weeks": (Kind.DAYS, 7), "dag": (Kind.DAYS, 1),
    "dagen": (Kind.DAYS, 1), "day": (Kind.DAYS, 1), "days": (Kind.DAYS, 1), "etmaal": (Kind.DAYS, 1),
    "etmalen": (Kind.DAYS, 1), "kwartalen": (Kind.MONTHS, 3), "decennium": (Kind.MONTHS, 120),
    "decennia": (Kind.MONTHS, 120), "decade": (Kind.MONTHS, 120), "decades": (Kind.MONTHS, 120),
    "eeuw": (Kind.MONTHS, 1200), "eeuwen": (Kind.MONTHS, 1200), "century": (Kind.MONTHS, 1200),
    "centuries": (Kind.MONTHS, 1200),
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
_CHAMBER = r"(?![ -](?:kamer|chamber|reading|opinion|lid\b))"
_HOURS = 24
_Match = re.Match[str]


def _amount(match: _Match) -> Fraction | None:
    text = match["amount"]
    scale = match["scale"]
    decimal = "" if scale is None else "." if scale.casefold() in ENGLISH_SCALES else ","
    value = digits_value(text, decimal) if text[0].isdecimal() else word_value(text)
    if value is None and scale is None:
        return None
    if scale is None:
        return value
    if value is None:  # "honderd miljoen" is read by its parts; "the million" is no number
        return Fraction(SCALES[text.casefold()] * SCALES[scale.casefold()]) if text.casefold() in SCALES else None
    found = match.groupdict()
    tail, more = found.get("tail"), found.get("more")
    scaled = value * SCALES[scale.casefold()] + ((word_value(tail) if tail else None) or 0)
    return scaled * SCALES[more.casefold()] if more else scaled


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


def _listed(kind: Kind, label: str) -> Callable[[_Match], Iterator[Number]]:
    def read(match: _Match) -> Iterator[Number]:
        for one in re.finditer(label, match["labels"]):
            start, end = (match.start("labels") + place for place in one.span())
            plain = re.sub(r"[ \u00a0]", "", one.group()).casefold()
            yield Number(kind=kind, value=Fraction(0), start=start, end=end, label=plain)

    return read


def _date(match: _Match) -> Iterator[Number]:
    found = match.groupdict()
    month = found.get("month") or "0"
    yield Number(
        kind=Kind.DATE,
        value=Fraction(found.get("year") or 0),
        month=MONTH_NUMBERS[month.casefold()] if month.casefold() in MONTH_NUMBERS else int(month),
        day=int(found.get("day") or 0),
        start=match.start(),
        end=match.end(),
    )


def _time(match: _Match) -> Iterator[Number]:
    kind, times = _TIME[match["unit"].casefold()]
    value = _amount(match)
    if value is not None:
        yield Number(kind=kind, value=value * times, start=match.start(), end=match.end())


def _hours(match: _Match) -> Iterator[Number]:
    """Days, where the hours make whole ones."""
    value = _amount(match)
    if value and value % _HOURS == 0:
        yield Number(kind=Kind.DAYS, value=value / _HOURS, start=match.start(), end=match.end())


def _part_of_time(match: _Match) -> Iterator[Number]:
    kind, times = _TIME[match["unit"].casefold()]
    whole = (word_value(match["whole"]) or 1) if match["whole"] else 0
    value = whole + FRACTIONS[match["part"].casefold()]
    yield Number(kind=kind, value=value * times, start=match.start(), end=match.end())


def _fraction(match: _Match) -> Iterator[Number]:
    part, value = FRACTIONS[match["part"].casefold()], _one_or_more(match["many"])
    if value is not None:
        yield Number(kind=Kind.FRACTION, value=part * value, start=match.start(), end=match.end())


def _part_of_percent(match: _Match) -> Iterator[Number]:
    value = FRACTIONS[match["part"].casefold()]
    yield Number(kind=Kind.PERCENT, value=value, start=match.start(), end=match.end())


def _ratio(match: _Match) -> Iterator[Number]:
    """So many in so many: two in three."""
    part, whole = _one_or_more(match["many"]), _one_or_more(match["whole"])
    if part and whole and part < whole:
        yield Number(kind=Kind.FRACTION, value=part / whole, start=match.start(), end=match.end())


def _one_or_more(word: str) -> Fraction | None:
    if not word or word.casefold() in ("een", "a", "an", "geen", "zo'n", "zo’n"):
        return Fraction(1)
    return Fraction(word) if word.isdecimal() else word_value(word)


def _period(match: _Match) -> Iterator[Number]:
    stem = (match["often"] or match["unit"] or "").casefold()
    months = (
        Fraction(6)
        if match["half"]
        else next(value for beginning, value in _PERIODS.items() if stem.startswith(beginning))
    )
    yield Number(kind=Kind.PERIOD, value=months, start=match.start(), end=match.end())


def _season(match: _Match) -> Iterator[Number]:
    value = Fraction(_SEASONS[match["season"].casefold()])
    yield Number(kind=Kind.SEASON, value=value, start=match.start(), end=match.end())


def _ordinal(match: _Match) -> Iterator[Number]:
    value = Fraction(ORDINALS[match["nth"].casefold()])
    yield Number(kind=Kind.ORDINAL, value=value, start=match.start(), end=match.end())


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _list_of(label: str) -> str:
    return rf"{label}(?:(?:, {label})*,? (?:en|and|of|or|tot en met|tot|t/m|to) {label})?"


_ARTICLE = r"\d+\w?(?:[.:]\d+\w?)*"
_FEW = "one|één|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven"
_HEDGED = "|".join(
    rf"(?<=\b{hedge} {article} )"
    for hedge in "ruim bijna dan circa ongeveer grofweg about nearly almost over roughly".split()
    for article in ("een", "a")
)
"""Behind one of these words "een derde" is a part: "ruim een derde blijft"."""
_HELPERS = "is|are|was|were|has|have|had|did|does|do|will|can"
_SMALL_COUNT = rf"één|one|{NUMBER_WORD}|\d{{1,3}}"
_PERCENT = r"(?:procent|percent|per cent|percentage points?|procentpunt(?:en)?)\b"
_PARTS = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_NOT_ABROAD = r"(?! (?:land|partij|countr|part)(?:en|ies|y)?\b)"
"""Three third countries are no part of a country."""
READERS: tuple[tuple[re.Pattern[str], Callable[[_Match], Iterator[Number]]], ...] = (
    (_compile(rf"\b(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>{_DAY})\b"), _date),
    (_compile(rf"\b(?P<day>{_DAY})[-/](?P<month>\d{{1,2}})[-/](?P<year>\d{{4}})\b"), _date),
    (
        _compile(rf"\b(?P<day>{_DAY})(?:st|nd|rd|th|e)? (?:of )?(?P<month>{_MONTH})\b(?:,? (?P<year>{_YEAR}))?"),
        _date,
    ),
    (_compile(rf"\b(?P<month>{_ENGLISH_MONTH}) (?P<day>{_DAY})(?:st|nd|rd|th)?\b(?:,? (?P<year>{_YEAR}))?"), _date),
    (_compile(rf"\b(?P<month>{_MONTH}) (?P<year>{_YEAR})\b"), _date),
    (_compile(rf"\b(?:artikelen|articles) (?P<labels>{_list_of(_ARTICLE)})"), _listed(Kind.ARTICLE, _ARTICLE)),
    (_compile(rf"\b(?:artikel|article|art\.) (?P<label>{_ARTICLE})"), _labelled(Kind.ARTICLE)),
    (_compile(rf"(?:€|\beur|\beuro) ?{_MONEY_AMOUNT}"), _of(Kind.MONEY)),
    (_compile(r"\b(?:nr\.?|no\.?|nummer|number) (?P<label>\d+)\b"), _labelled(Kind.PAPER)),
    (
        _compile(
            r"\b(?:kamerstuk(?:ken)?|dossiers?|wetsvoorstel(?:len)?|parliamentary papers?)(?: i{1,2})?"
            rf" (?P<labels>{_list_of(_PAPER)})\b"
        ),
        _listed(Kind.PAPER, _PAPER),
    ),
    (_compile(rf"\b(?!{_SPACED_COUNT})(?P<label>{_PAPER})\b"), _labelled(Kind.PAPER)),
    (_compile(rf"\b(?P<label>{_YEAR}/\d{{2,4}})\b"), _labelled(Kind.PAPER)),
    (_compile(rf"\b{_AMOUNT}[ -](?:euros?|eur|euro[’']s)\b"), _of(Kind.MONEY)),
    (_compile(rf"\b(?:(?:een|an?) )?(?P<part>{_PARTS}) (?:of )?(?:an? )?{_PERCENT}"), _part_of_percent),
    (_compile(rf"\b{_AMOUNT} ?(?:%|{_PERCENT})"), _of(Kind.PERCENT)),
    (_compile(rf"\bpercentage (?:van|of) {_AMOUNT}(?![\w-])"), _of(Kind.PERCENT)),
    (
        _compile(
            rf"\b(?:(?:(?P<whole>{_FEW}|een) (?:en|and) )?(?:een|an?) )?(?P<part>half|halve|driekwart)(?:[ -]| an? )"
            rf"(?P<unit>{_UNIT})\b"
        ),
        _part_of_time,
    ),
    (
        _compile(
            r"\b(?:(?P<often>jaarlijkse?|maandelijkse?|wekelijkse?|dagelijkse?|yearly|annual(?:ly)?|monthly"
            r"|weekly|daily|quarterly)"
            r"|(?P<half>(?:elk|ieder|per) half ?jaar|halfjaarlijkse?|half-yearly|every (?:half[ -]year|six months)"
            r"|(?:elke|iedere) zes maanden)"
            r"|(?:elke?|ieder|iedere|per|every|each|(?<=[\ds] )an?) (?P<unit>jaar|kwartaal|maand|week|dag|year"
            r"|quarter|month|day))\b"
        ),
        _period,
    ),
    (
        _compile(rf"\b(?:(?P<whole>{_FEW}|an?) )(?P<unit>{_UNIT}) (?:and|en) (?:an?|een) (?P<part>half)\b"),
        _part_of_time,
    ),
    (_compile(rf"\b{_AMOUNT}[ -](?:uur|uren|hours?)\b"), _hours),
    (_compile(rf"\b{_AMOUNT}[ -](?P<unit>{_UNIT})\b"), _time),
    (
        _compile(
            rf"\b(?P<many>{_SMALL_COUNT}|een) (?:op (?:de|elke|iedere)|out of|in(?= [a-z])"
            rf"|[a-z]+ in(?=(?: every| each)? [a-z]+(?:[.,;:]|$| (?:{_HELPERS})\b)))(?: every| each)?"
            rf" (?P<whole>{_SMALL_COUNT})\b(?![.,]\d)"
        ),
        _ratio,
    ),
    (_compile(rf"\b(?!{_ROUND_COUNT})(?P<year>{_YEAR})\b(?![.,]\d)"), _date),
    (_compile(rf"\b(?P<amount>{_HALF}){_SCALED}"), _of(Kind.COUNT)),
    (
        _compile(
            rf"\b(?P<many>een|an?|geen|zo['’]n) (?P<part>kwart\b|(?:{_HEDGED})(?:{_PARTS})\b|(?:{_PARTS})"
            r"(?=\s+(?:van|of|deel|meer|minder|more|less|fewer)\b|deel\b|[.,;]?$))"
        ),
        _fraction,
    ),
    (_compile(rf"\b(?P<many>{_FEW})[ -]?(?P<part>{_PARTS}){_NOT_ABROAD}(?:\b|(?=meerderheid))"), _fraction),
    (_compile(rf"\b(?P<season>{'|'.join(_SEASONS)})\b"), _season),
    (_compile(rf"\b(?P<nth>{'|'.join(ORDINALS)})\b{_CHAMBER}"), _ordinal),
    (_compile(r"\b(?P<many>)(?P<part>helft|half|halve|driekwart|tweederde)\b"), _fraction),
    (_compile(rf"\b{_DIGIT_AMOUNT}"), _of(Kind.COUNT)),
    (_compile(rf"\b{_AMOUNT}(?![\w-])"), _of(Kind.COUNT)),
)
"""Readers of numbers, the most telling first: what one has read is not read again."""
