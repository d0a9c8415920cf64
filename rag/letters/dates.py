"""Dates as Dutch and English papers write them."""

import re
from datetime import date

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
"""Their names per language, as it writes them within a sentence."""
MONTH_NUMBERS = {name.lower(): number for names in MONTHS.values() for number, name in enumerate(names, start=1)}
"""1 to 12 by name in small letters, of either language."""
_NAMED = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTH_NUMBERS)}) (\d{{4}})(?!\d{{2}})", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b")


def find_date(text: str) -> date | None:
    """The first date in a text that exists, day first, those with a month in words before those in figures."""
    for day, month, year in _NAMED.findall(text) + _NUMERIC.findall(text):
        if found := _existing(int(year), MONTH_NUMBERS.get(month.lower()) or int(month), int(day)):
            return found
    return None


def show_date(day: date, language: str) -> str:
    """A date in words, "3 juli 2020" or "3 July 2020"; `language` is "nl" or "en"."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
