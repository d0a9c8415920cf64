"""From a file to its lines. One module a format; `read_lines` picks it by the file's ending."""

from pathlib import Path

from rag.errors import LetterError
from rag.letters.readers.lines import Line
from rag.letters.readers.text import read_text

READERS = {".txt": read_text}
"""File ending -> reader. A reader takes a path and gives the file's lines in reading order."""


def read_lines(path: Path) -> tuple[Line, ...]:
    """The lines of a file, every character of it in exactly one of them.

    Raises:
        LetterError: the ending is unknown, or the file is missing, empty, binary or unreadable.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise LetterError(f"{path.name!r} is not a letter that can be read. Give a file that ends in {known}.")
    return reader(path)


__all__ = ["READERS", "Line", "read_lines"]
