"""The line of a letterhead that dates the letter, among others with dates."""

import re
from collections.abc import Sequence
from datetime import date

from rag.letters.dates import find_date

_DAY = r"(?:\d{1,2} (?i:[a-z]+) \d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{4})\.?"
_PLACE = r"(?:(?i:Den Haag|[’'`]s-Gravenhage),?|[A-Z][\w’'-]+(?: [A-Za-z][\w’'-]+){0,3},) "
"""Any other place than the seat of government shows by its comma: "Vastgesteld 3 mei 2023" has none."""
_DATELINES = (
    re.compile(rf"(?i:datum) ?:? ?(?:{_PLACE})?{_DAY}"),
    re.compile(rf"{_PLACE}(?:(?i:datum) ?:? ?)?{_DAY}"),
    re.compile(_DAY),
    re.compile(rf"(?i:vastgesteld)(?: op)? {_DAY}"),
)
"""Lines with the date of a letter, the surest first."""
_STAMP = re.compile(rf"(?i:ontvangen|ingediend|ingezonden|ingekomen|verzonden)(?: op)? {_DAY}")
_OF_ANOTHER = re.compile(r"(?:datum )?uw (?:brief|kenmerk|referentie|bericht)\b", re.IGNORECASE)
"""Labels the date or the number of the letter that this one answers."""
_ANSWER = re.compile(r"\bnader rapport d\.d\. (\d{1,2} [a-z]+ \d{4})")


def date_of_answer(text: str) -> date | None:
    """The day of the answer to an advice, in the sentence with which a paper that prints both begins."""
    answer = _ANSWER.search(text)
    return find_date(answer[1]) if answer else None


def own_dateline(texts: Sequence[str]) -> str | None:
    """The line with the letter's own date, not that of the letter that it answers."""
    own = [text for place, text in enumerate(texts) if not (place and _OF_ANOTHER.match(texts[place - 1]))]
    dated = [text for kind in _DATELINES for text in own if kind.fullmatch(text)]
    dated += [text for text in own if text.lower().startswith("datum") and not _OF_ANOTHER.match(text)]
    return next((text for text in dated if find_date(text)), None)


def is_dateline(text: str) -> bool:
    """Whether a line of a head is a date with its place or label, whosever it is."""
    return any(kind.fullmatch(text) for kind in (*_DATELINES, _STAMP))
