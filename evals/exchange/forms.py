"""The files of other tools, row by row. Neither tool is needed: a form is no more than the names of its fields."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json import JSONDecoder
from pathlib import Path
from typing import Any

from rag.errors import InputError

_BETWEEN = " \t\r\n,[]"
"""What stands between the rows of a file of lines, or of one list."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """What a tool calls its fields. Both pass over fields that they do not know, such as our `id`."""

    is_lines: bool
    """A JSON object a line, or else one JSON list."""
    question: str
    answer: str
    found: str
    """The texts that were retrieved, best first."""
    needed: str
    """The texts that hold the answer."""
    reference: str


FORMS = {
    "ragas": Form(
        is_lines=True,
        question="user_input",
        answer="response",
        found="retrieved_contexts",
        needed="reference_contexts",
        reference="reference",
    ),
    "deepeval": Form(
        is_lines=False,
        question="input",
        answer="actual_output",
        found="retrieval_context",
        needed="context",
        reference="expected_output",
    ),
}
"""As `EvaluationDataset.from_jsonl` of ragas and `add_test_cases_from_json_file` of DeepEval read them."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """An object of a file."""

    place: str
    """File and line."""
    fields: Mapping[str, Any]

    def text(self, field: str) -> str:
        """A text that is not empty.

        Raises:
            InputError: the field is missing or holds something else.
        """
        value = self.fields.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"`{field}` is {str(value)[:40]!r}, not a text")
        return value.strip()

    def texts(self, field: str) -> list[str]:
        """A list of texts, which may be empty.

        Raises:
            InputError: the field is missing or holds something else.
        """
        value = self.fields.get(field)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(f"`{field}` is {str(value)[:40]!r}, not a list of texts")
        return value

    def wrong(self, says: str) -> InputError:
        """An error that names the line."""
        return InputError(f"{self.place}: {says}. Correct the line.")


def rows_of(file: Path) -> Iterator[Row]:
    """The objects of a file of lines, or of one list, whichever it is.

    Raises:
        InputError: the file cannot be read, or a row is no JSON object; the message names its line.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{str(file)!r} cannot be read: {error}. Give a JSON file in UTF-8.") from error
    at, line = 0, 1
    while (start := _next(text, at)) < len(text):
        line += text.count("\n", at, start)
        row = Row(place=f"{file}:{line}", fields={})
        try:
            value, at = JSONDecoder().raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            raise row.wrong(f"not JSON: {str(error).partition(': line')[0]}") from error
        if not isinstance(value, dict):
            raise row.wrong(f"{json.dumps(value)[:40]} is no JSON object")
        yield Row(place=row.place, fields=value)
        line += text.count("\n", start, at)


def _next(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BETWEEN:
        at += 1
    return at
