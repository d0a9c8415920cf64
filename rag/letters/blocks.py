"""Lines -> headings and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rag.letters.layout import (
    MAX_HEADING_WORDS,
    Layout,
    are_siblings,
    is_answer_label,
    is_finished,
    is_item,
    is_lettered,
    is_question_label,
    is_question_number,
    without_number,
)
from rag.letters.lists import find_long_items, is_labelled
from rag.letters.readers.lines import Line
from rag.letters.rows import Row, read_rows
from rag.letters.tables import find_tables

_QUESTION = re.compile(r"[A-Z](?!.*\b(?:[Uu]|[Uu]w)\b)[^.?]{0,70}\?")
_COUNTED_QUESTION = re.compile(r"[A-Z](?!.*\b(?:[Uu]|[Uu]w)\b)[^.?]{0,140}\?")
"""A question that is put to nobody can be a heading: a short one, or one with a heading's number."""
_UNENDED = re.compile(
    r"(?:\b(?:de|het|een|van|voor|in|op|met|aan|over|bij|naar|uit|door|tot|en|of|ten|ter|der|tussen|om|te)|[-–&,])$",
    re.IGNORECASE,
)
"""No heading ends with these."""
_SHORT_ITEM = 240
"""List items of up to so many characters, one under the other, are one paragraph."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """The lines of one paragraph or of one heading."""

    lines: tuple[Line, ...]
    is_heading: bool


def find_blocks(lines: Sequence[Line], layout: Layout) -> list[Block]:
    """The blocks of a text in order: every line with text is in exactly one.

    A heading has text under it; a bare line at the end of the text is a paragraph.
    """
    rows = read_rows(lines)
    tables = find_tables(rows, layout)
    long_items = find_long_items(rows, layout)
    blocks: list[Block] = []
    current: list[Line] = []
    heading = False
    end = 0
    for index, row in enumerate(rows):
        if index in tables:
            begins, titled, end = heading or not _opens_list(current), False, tables[index]
        elif index < end:
            begins = titled = False
        else:
            begins = index in (0, end) or heading or _breaks(rows, index, layout, current)
            begins = begins or (long_items.get(index) is False and not layout.blank_lines_part)
            begins = begins or _is_wrapped_outline(rows, index, layout, current)
            titled = _is_heading(rows, index, layout, begins=begins, above=heading)
        if heading and titled and _runs_on(current[-1].text):
            begins = titled = False
            current.append(row.line)
            continue
        if current and (begins or titled):
            heading = heading or _is_wrapped_heading(rows, index, layout, current)
            blocks.append(Block(lines=tuple(current), is_heading=heading))
            current = []
        own_line = index < end or _begins_item(row, current, layout, is_long=index in long_items)
        current.append(replace(row.line, own_line=own_line))
        heading = titled
    if current:
        blocks.append(Block(lines=tuple(current), is_heading=False))
    return blocks


def _is_heading(rows: Sequence[Row], index: int, layout: Layout, *, begins: bool, above: bool) -> bool:
    """Whether a row is a heading. `begins`: it begins a block; `above`: a heading is above it."""
    line = rows[index].line
    if index + 1 == len(rows):
        return False
    following = rows[index + 1]
    if _is_label(rows, index):
        return True
    is_labelled = index > 0 and _is_label(rows, index - 1)
    if begins and _is_question(rows[index], following, layout):
        return not is_labelled
    finished_above = index > 0 and is_finished(rows[index - 1].line.text)
    if not (begins or finished_above or rows[index].apart or _is_outlined(rows, index, layout)):
        return False
    runs_over = following.line.starts_page and not layout.ends_early(line, following.line)
    if runs_over or is_labelled or _is_entry(rows, index, layout):
        return False
    stands_out = rows[index].apart and following.gap and not layout.blank_lines_stray
    if not layout.looks_like_heading(line, following.line, stands_out=stands_out):
        return False
    if layout.blank_lines_part and layout.wrapped and not (above or rows[index].apart or following.gap):
        return len(line.text) <= layout.width / 2 and not is_item(line.text)
    neighbours = [rows[place].line.text for place in (index - 1, index + 1) if place >= 0]
    return not any(are_siblings(line.text, other) for other in neighbours)


def _is_outlined(rows: Sequence[Row], index: int, layout: Layout) -> bool:
    """Whether a row is numbered and stands under a line that was ended on purpose, in a text without blank lines.

    So the headings of a form are, whose entries are no sentences.
    """
    if index == 0 or layout.blank_lines_part or not layout.wrapped:
        return False
    line = rows[index].line
    return without_number(line.text) != line.text and layout.ends_early(rows[index - 1].line, line)


def _is_entry(rows: Sequence[Row], index: int, layout: Layout) -> bool:
    """Whether a row is what a form has between two numbered headings."""
    if index == 0 or rows[index].apart or without_number(rows[index].line.text) != rows[index].line.text:
        return False
    return is_lettered(rows[index - 1].line.text) and _is_outlined(rows, index + 1, layout)


def _is_label(rows: Sequence[Row], index: int) -> bool:
    """Whether a row labels a question or an answer: by a word, or by a number alone above a question, or where
    "Antwoord" follows.
    """
    text = rows[index].line.text
    if not is_question_number(text):
        return is_question_label(text)
    if index + 1 < len(rows) and _is_asked(rows, index + 1):
        return True
    below = (row.line.text for row in rows[index + 1 :])
    return any(is_answer_label(one) for one in takewhile(lambda one: not is_question_number(one), below))


def _is_asked(rows: Sequence[Row], start: int) -> bool:
    """Whether the row at `start`, which stands directly under another, begins a text that ends as a question does."""
    ends = (
        place for place in range(start + 1, len(rows)) if rows[place].apart or is_question_number(rows[place].line.text)
    )
    return not rows[start].gap and rows[next(ends, len(rows)) - 1].line.text.endswith("?")


def _runs_on(heading: str) -> bool:
    """Whether a line that looks like a heading is the first of two."""
    return _UNENDED.search(heading) is not None


def _is_question(row: Row, following: Row, layout: Layout) -> bool:
    """Whether a row is a short question that stands apart from its answer, or is numbered as headings are."""
    text = row.line.text
    bare = without_number(text)
    pattern = _QUESTION if bare == text else _COUNTED_QUESTION
    if not pattern.fullmatch(bare) or are_siblings(text, following.line.text):
        return False
    ended = layout.wrapped and layout.ends_early(row.line, following.line)
    return bare != text or (row.apart and (following.gap or ended))


def _is_wrapped_heading(rows: Sequence[Row], index: int, layout: Layout, block: Sequence[Line]) -> bool:
    """Whether the two lines above the row at `index` are one heading: they stand apart, without a full stop."""
    if _is_wrapped_outline(rows, index, layout, block):
        return True
    if len(block) != 2 or not (rows[index].gap and rows[index - 2].apart) or layout.blank_lines_stray:
        return False
    first, second = block[0].text, block[1].text
    words = len(first.split()) + len(second.split())
    bare = first[0].isupper() and not is_item(first) and not is_finished(first) and not is_finished(second)
    return bare and words <= MAX_HEADING_WORDS and layout.wrapped and not rows[index].line.text[0].islower()


def _is_wrapped_outline(rows: Sequence[Row], index: int, layout: Layout, block: Sequence[Line]) -> bool:
    """Whether the two lines above the row at `index` are one numbered heading in a text without blank lines.

    The second goes on with the first and was ended on purpose; neither is an item of a list.
    """
    if len(block) != 2 or not _is_outlined(rows, index - 2, layout):
        return False
    first, second = block[0].text, block[1].text
    asks = _COUNTED_QUESTION.fullmatch(f"{without_number(first)} {second}") is not None
    if is_finished(second) and not asks:
        return False
    following = rows[index].line
    above = [] if is_finished(rows[index - 3].line.text) else rows[max(0, index - 6) : index - 2]
    if any(are_siblings(first, row.line.text) for row in (*above, rows[index])):
        return False
    goes_on = without_number(first)[0].isupper() and second[0].islower() and not is_finished(first)
    return goes_on and layout.ends_early(block[1], following) and not without_number(following.text)[0].islower()


def _breaks(rows: Sequence[Row], index: int, layout: Layout, block: Sequence[Line]) -> bool:
    """Whether the row at `index` begins a new block under `block`, which is no heading."""
    last, row = rows[index - 1].line, rows[index]
    line = row.line
    finished = is_finished(last.text)
    if not finished and line.text[0].islower() and not is_item(line.text):
        return False
    if row.gap:
        if is_item(line.text) and _opens_above(rows, index, block):
            return False
        strays = layout.blank_lines_stray or line.starts_page
        return finished or not strays or is_item(line.text) or layout.ends_early(last, line)
    if line.starts_page:
        return (finished or not layout.wrapped or is_item(line.text)) and layout.ends_early(last, line)
    if not layout.wrapped or not layout.blank_lines_part:
        if is_item(line.text):
            return not _goes_on_list(block, line)
        return not layout.wrapped or (finished and layout.ends_early(last, line))
    return False


def _opens_above(rows: Sequence[Row], index: int, block: Sequence[Line]) -> bool:
    """Whether a list item under a blank line begins a list without blank lines, which the block above opens."""
    end = next((place for place in range(index + 1, len(rows)) if rows[place].apart), len(rows))
    item = rows[index].line.text
    return _opens_list(block) and any(are_siblings(item, row.line.text) for row in rows[index + 1 : end])


def _begins_item(row: Row, block: Sequence[Line], layout: Layout, *, is_long: bool) -> bool:
    """Whether a line of a block is an item that keeps its own line, under what opens the list or another item.

    Bullets show themselves. Hyphens and numbers count in a list of long items or with labels, or under a blank line:
    elsewhere the letters by which answers are measured have such items as one sentence.
    """
    if not block or not is_item(row.line.text):
        return False
    last, latest = block[-1], _latest_item(block)
    is_next = latest is not None and are_siblings(latest.text, row.line.text)
    is_shown = is_long or row.gap or is_labelled(row.line.text)
    if not (is_shown or is_lettered(row.line.text) or (is_next and latest is not None and latest.own_line)):
        return False
    parted = is_finished(last.text) or last.text.endswith((",", "; en", "; of")) or layout.ends_early(last, row.line)
    return _opens_list(block) or (is_next and parted)


def _opens_list(block: Sequence[Line]) -> bool:
    return bool(block) and block[-1].text.endswith(":")


def _latest_item(block: Sequence[Line]) -> Line | None:
    return next((line for line in reversed(block) if is_item(line.text)), None)


def _goes_on_list(block: Sequence[Line], item: Line) -> bool:
    """Whether a list item belongs to the block above it: its list, or the sentence that opens it."""
    last = block[-1].text
    if last.endswith(":") or not is_finished(last):
        return True
    return _latest_item(block) is not None and max(len(last), len(item.text)) <= _SHORT_ITEM
