"""What `--batch` reads: JSON lines, each answered by a line in its order; a bad one fails alone."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag import wire
from rag.errors import InputError, RagError
from rag.wire import LANGUAGES, Id, Language

if TYPE_CHECKING:
    from rag.checking.model import Place
    from rag.retrieval.question import Turn

Answer = Callable[[Any], Mapping[str, Any]]
"""From the value in a line to the form of its answer; raises RagError where it cannot be used."""
_ROLES = ("user", "assistant")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question as a line puts it."""

    id: Id
    question: str
    language: Language
    history: "tuple[Turn, ...]"


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A claim as a line puts it."""

    id: Id
    claim: str
    cited: "tuple[Place, ...]"
    """The paragraphs to judge it against; empty leaves that to the search."""


def lines_of(source: str) -> Iterable[bytes]:
    """The lines of a file, or those of standard input, `-`, as they come in.

    Raises:
        InputError: the file cannot be read, or standard input is closed.
    """
    if source == "-":
        if sys.stdin is None:
            raise InputError("--batch - reads standard input, which is closed. Pipe lines in, or give a file.")
        return sys.stdin.buffer
    try:
        return Path(source).read_bytes().split(b"\n")
    except (OSError, ValueError) as error:  # ValueError: no file's name holds a NUL
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"--batch {source!r} cannot be read: {reason}. Give a file of JSON lines, or -.") from error


def answer_lines(lines: Iterable[bytes], answer: Answer, *, noun: str) -> Iterator[Mapping[str, Any]]:
    """A JSON form for each line that is not blank: what `answer` makes of its value, or what is wrong with it.

    `noun` is what a line holds: "question" or "claim".
    """
    return (_answer_line(line, answer, noun) for line in lines if line.strip())


def _answer_line(line: bytes, answer: Answer, noun: str) -> Mapping[str, Any]:
    row_id: Id | None = None
    try:
        row = _parse(line, noun)
        row_id = _id_of(row)
        return answer(row)
    except RagError as error:
        return wire.failed_json(row_id, str(error))
    except Exception as error:  # a fault of ours that one line brings out must not cost the others their answers
        advice = f"Give this {noun} alone, without --batch, and report what is printed."
        return wire.failed_json(row_id, f"Briefwijzer has a fault: {error!r}. {advice}")


def _parse(line: bytes, noun: str) -> Any:
    """The value in a line; raises InputError where it is not JSON in UTF-8."""
    try:
        return json.loads(line)
    except UnicodeDecodeError as error:
        raise InputError(f"The line is not UTF-8 at byte {error.start}. Save the {noun}s in UTF-8.") from error
    except (ValueError, RecursionError) as error:  # ValueError is also a number of too many digits
        raise InputError(f"The line is not JSON: {error}. Write one JSON object a line.") from error


def read_question(row: Any, language: Language = "auto") -> Asked:
    """The question of a line, in the given language where it names none.

    Raises:
        InputError: a field is missing or not of its kind; the message names it.
    """
    row_id, question = _text_of(row, "question")
    named = row.get("language")
    return Asked(
        id=row_id,
        question=question,
        language=language if named is None else _language(named),
        history=_turns(row.get("history")),
    )


def read_claim(row: Any) -> Claimed:
    """The claim of a line; no `cited`, null and an empty list are alike.

    Raises:
        InputError: a field is missing or not of its kind; the message names it.
    """
    row_id, claim = _text_of(row, "claim")
    return Claimed(id=row_id, claim=claim, cited=_places(row.get("cited")))


def is_blank(text: str) -> bool:
    """Whether a text holds nothing that can be read: white space and control characters only."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def _text_of(row: Any, name: str) -> tuple[Id, str]:
    """The id of a line and the text that it is about."""
    if not isinstance(row, dict):
        raise InputError(f"The line is not a JSON object. Write one with `id` and `{name}`.")
    row_id, text = _id_of(row), row.get(name)
    if row_id is None:
        raise InputError(f"`id` is {_brief(row.get('id'))}; it must be a text or a whole number.")
    if not isinstance(text, str) or is_blank(text):
        raise InputError(f"`{name}` is {_brief(text)}; it must be a text that is not empty.")
    return row_id, text


def _id_of(row: Any) -> Id | None:
    """The id of a line; None where it has none, or none that can be used."""
    found = row.get("id") if isinstance(row, dict) else None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def _language(named: Any) -> Language:
    for language in LANGUAGES:
        if named == language:
            return language
    raise InputError(f"`language` is {_brief(named)}; it must be one of {', '.join(LANGUAGES)}.")


def _turns(history: Any) -> "tuple[Turn, ...]":
    """The earlier turns; null is none."""
    from rag.retrieval.question import Turn

    if history is None:
        return ()
    if not isinstance(history, list):
        raise InputError(f"`history` is {_brief(history)}; it must be a list of turns.")
    for turn in history:
        if not isinstance(turn, dict) or turn.get("role") not in _ROLES or not isinstance(turn.get("content"), str):
            raise InputError(
                f'A turn of `history` is {_brief(turn)}; it must have a `role`, "user" or "assistant", and a `content`.'
            )
    return tuple(Turn(role=turn["role"], content=turn["content"]) for turn in history)


def _places(cited: Any) -> "tuple[Place, ...]":
    """The paragraphs that a claim names; null is none."""
    from rag.checking.model import Place

    if cited is None:
        return ()
    if not isinstance(cited, list):
        raise InputError(f"`cited` is {_brief(cited)}; it must be a list of places.")
    for place in cited:
        if not isinstance(place, dict) or not isinstance(place.get("letter"), str) or not _is_number(place):
            raise InputError(
                f"A place of `cited` is {_brief(place)}; it must have a `letter`, an id, and a `paragraph`, a number."
            )
    return tuple(Place(letter=place["letter"], paragraph=place["paragraph"]) for place in cited)


def _is_number(place: Mapping[str, Any]) -> bool:
    number = place.get("paragraph")
    return isinstance(number, int) and not isinstance(number, bool)


def _brief(value: Any) -> str:
    """A value as it stands in a message: JSON, cut where it is long."""
    if value is None:
        return "missing or null"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"
