"""Which rows of a text are a table's, though the lines that drew it are lost."""

from collections.abc import Sequence

from rag.letters.layout import (
    MAX_HEADING_WORDS,
    Layout,
    is_caption,
    is_finished,
    is_item,
    is_question_label,
    without_number,
)
from rag.letters.rows import Row

_LEAST_ROWS = 3
"""Fewer bare lines under one another are headings."""
_NARROW = 0.75
"""Share of a full line that a row of a table does not reach where lines are cut at the margin."""


def find_tables(rows: Sequence[Row], layout: Layout) -> dict[int, int]:
    """Where tables begin, with the index behind their last row; a caption above a table is its first row.

    A table is a run of bare short lines that nothing parts and that no prose follows directly, or of lines in which
    bars part the cells.
    """
    found: dict[int, int] = {}
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and not rows[end].apart:
            end += 1
        cells = end
        while cells > start and _is_row(rows[cells - 1], layout):
            cells -= 1
        if _is_table(rows[cells:end], opens=cells == start or rows[cells - 1].line.text.endswith(":")):
            found[cells - (cells == start and start > 0 and is_caption(rows[start - 1].line.text))] = end
        start = end
    return found


def _is_row(row: Row, layout: Layout) -> bool:
    text = row.line.text
    if _is_barred(text):
        return True
    if is_finished(text) or is_item(text) or is_question_label(text) or text.endswith((",", "-")):
        return False
    if len(text.split()) > MAX_HEADING_WORDS or (layout.wrapped and len(text) > _NARROW * layout.width):
        return False
    return _has_figure(text) or (text[0].isupper() and without_number(text) == text)


def _is_table(rows: Sequence[Row], *, opens: bool) -> bool:
    """Whether rows that could be a table's are one. `opens`: they stand apart, or a colon is above them."""
    if all(_is_barred(row.line.text) for row in rows):
        return len(rows) > 1
    return opens and len(rows) >= _LEAST_ROWS


def _is_barred(text: str) -> bool:
    return text.count("|") > 1


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in without_number(text))
