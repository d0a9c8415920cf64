"""Lists whose items say so much that each is a sentence, or where nothing opens the list a paragraph, by itself."""

import re
from collections.abc import Iterator, Sequence

from rag.letters.layout import Layout, is_finished, is_item, without_sign
from rag.letters.rows import Row

_LONG = 240
"""Characters of an item that is more than a line of a list."""
_LABEL = re.compile(r"[^:.;,]{2,80}: \S")


def find_long_items(rows: Sequence[Row], layout: Layout) -> dict[int, bool]:
    """Where the items begin of lists of which one item is long, and whether a colon above opens the list.

    They stand directly under each other, and each ends as a sentence does: others are parts of one.
    """
    found: dict[int, bool] = {}
    for items in _lists(rows, layout):
        finished = all(rows[end - 1].line.text.endswith((".", "?", "!", ")")) for _, end in items)
        if len(items) > 1 and finished and any(_length(rows[start:end]) > _LONG for start, end in items):
            first = items[0][0]
            is_opened = first > 0 and rows[first - 1].line.text.endswith(":")
            found.update((start, is_opened) for start, _ in items)
    return found


def is_labelled(text: str) -> bool:
    """Whether an item of a list begins with what it is about: "- mei 2026: besluit over de brug"."""
    return _LABEL.match(without_sign(text)) is not None


def _lists(rows: Sequence[Row], layout: Layout) -> Iterator[list[tuple[int, int]]]:
    """The items that stand under each other, as indices of their first row and the one behind their last."""
    items: list[tuple[int, int]] = []
    for index, row in enumerate(rows):
        if not is_item(row.line.text):
            continue
        if items and (items[-1][1] != index or row.gap):
            yield items
            items = []
        items.append((index, _end(rows, index, layout)))
    yield items


def _end(rows: Sequence[Row], start: int, layout: Layout) -> int:
    """Index behind the rows that an item wraps to: up to the next item, a gap or a line ended on purpose."""
    end = start + 1
    while end < len(rows) and not (rows[end].gap or is_item(rows[end].line.text)):
        above = rows[end - 1].line
        if is_finished(above.text) and layout.ends_early(above, rows[end].line):
            break
        end += 1
    return end


def _length(rows: Sequence[Row]) -> int:
    return sum(len(row.line.text) + 1 for row in rows)
