"""Lines -> rows: the lines with text, each with what stands above it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.letters.layout import is_number_alone
from rag.letters.readers.lines import Line


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line with text, and whether blank lines stand above it."""

    line: Line
    gap: bool

    @property
    def apart(self) -> bool:
        """Whether something other than the text's flow puts it under the line above."""
        return self.gap or self.line.starts_page


def read_rows(lines: Sequence[Line]) -> list[Row]:
    """The lines with text; a number or bullet that stands alone is put before what it counts."""
    rows: list[Row] = []
    gap = True
    for line in lines:
        if not line.text:
            gap = True
            continue
        row = Row(line=line, gap=gap)
        if rows and is_number_alone(rows[-1].line.text):
            alone = rows.pop()
            text = f"{alone.line.text} {line.text}"
            row = replace(alone, line=replace(line, text=text, starts_page=alone.line.starts_page))
        rows.append(row)
        gap = False
    return rows
