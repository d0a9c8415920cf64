"""What a number of a text is."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


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


UNCOUNTED = frozenset({Kind.DATE, Kind.PAPER, Kind.ARTICLE, Kind.ORDINAL, Kind.PERIOD, Kind.SEASON})
"""What says when, where or which, and not how many."""


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
