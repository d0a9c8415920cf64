"""JSON lines -> records, each with its place, so that an error names the line."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from rag.errors import InputError

Row = TypeVar("Row", bound=BaseModel)


def lines_of(file: Path, form: type[Row], what: str = "line") -> list[tuple[str, Row]]:
    """The lines of a file in their form, each with its place; `id` is each line's own. `what` says what a line holds.

    Raises:
        InputError: the file cannot be read or is empty, or a line is wrong.
    """
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"The {what}s {str(file)!r} cannot be read: {error}. Give a UTF-8 file of JSON lines."
        ) from error
    rows: list[tuple[str, Row]] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{file}:{number}"
        row = _parsed(line, form, place)
        name = str(getattr(row, "id", number))
        if first := seen.get(name):
            raise InputError(f"{place}: the id {name!r} is taken by line {first}. Give each {what} its own.")
        seen[name] = number
        rows.append((place, row))
    if not rows:
        raise InputError(f"{file} holds no {what}. An empty set cannot be scored.")
    return rows


def _parsed(line: str, form: type[Row], place: str) -> Row:
    try:
        return form.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{place}: {f'`{field}`: ' if field else ''}{first['msg']}. Correct the line.") from error
