"""Stored answers: what generating writes and scoring reads."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from evals.dataset import Dataset
from rag.answering.model import Field, Status
from rag.errors import InputError
from rag.letters import Voice
from rag.letters.sidecars import METADATA_ENDING, RENDERING_ENDING

ANSWERS, CONFIG, SECONDS = "answers.jsonl", "config.json", "seconds.json"


class _Row(BaseModel):
    """Fields that scoring does not need are passed over, as the contract asks of readers."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Citation(_Row):
    """Where a claim says that it stands."""

    letter: str
    paragraph: int | None
    footnote: int | None = None
    field: Field | None = None
    quote: str
    start: int
    end: int


class Claim(_Row):
    """One statement of an answer."""

    text: str
    voice: Voice
    endorses: Voice | None = None
    citations: tuple[Citation, ...]


class Retrieved(_Row):
    """A paragraph that was found."""

    letter: str
    paragraph: int


class Answer(_Row):
    """One line of answers; a failed one has but an id, a status and a note."""

    id: str
    status: Status
    language: str = ""
    text: str = ""
    claims: tuple[Claim, ...] = ()
    retrieved: tuple[Retrieved, ...] = ()
    note: str | None = None


class Config(_Row):
    """What the answers of a run were made of."""

    run: str
    dataset_sha256: str
    letters: dict[str, str]
    """SHA-256 of each letter with what stands beside it."""
    use_renderings: bool
    encoder: str
    dimension: int
    passages: int
    settings: dict[str, Any]
    version: str
    code_sha256: str
    """Of all modules of the product, in place of a commit."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One run: a dataset, asked with or without the English renderings."""

    dataset: Dataset
    use_renderings: bool

    @property
    def name(self) -> str:
        """Name of the run and of its folder."""
        return f"{self.dataset.suite}-{self.dataset.split}" + ("" if self.use_renderings else "-no-rendering")

    def letter_digests(self) -> dict[str, str]:
        """SHA-256 of each letter file with its sidecars, by letter."""
        return {
            file.stem: _digest(file, *(file.with_suffix(ending) for ending in (RENDERING_ENDING, METADATA_ENDING)))
            for file in self.dataset.letter_files
        }


def _digest(*files: Path) -> str:
    """SHA-256 of those of the files that are there."""
    whole = hashlib.sha256()
    for file in files:
        if file.is_file():
            whole.update(f"{file.name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\0".encode())
    return whole.hexdigest()


def write(folder: Path, config: Config, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a run; the seconds go to a file of their own, so that the others are the same every time."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = list(rows)
    kept = [{key: value for key, value in row.items() if key != "seconds"} for row in rows]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
    (folder / ANSWERS).write_text(lines, encoding="utf-8", newline="\n")
    write_json(folder / CONFIG, config.model_dump(mode="json"))
    write_json(folder / SECONDS, {row["id"]: row["seconds"] for row in rows})


def write_json(file: Path, body: Any) -> None:
    """Write JSON that people can read and compare."""
    file.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def read_config(folder: Path) -> Config:
    """What a stored run was made of.

    Raises:
        InputError: there is no such run, or its file cannot be understood.
    """
    file = folder / CONFIG
    try:
        return Config.model_validate_json(file.read_bytes())
    except OSError as error:
        raise InputError(
            f"There are no stored answers in {str(folder)!r}. Generate them: leave out --no-generate."
        ) from error
    except ValidationError as error:
        raise InputError(f"{file}: {error.errors()[0]['msg']}. Generate the answers again.") from error


def read_answers(folder: Path) -> dict[str, Answer]:
    """The stored answers by id.

    Raises:
        InputError: the file is missing or a line is wrong; the message names file and line.
    """
    file = folder / ANSWERS
    answers: dict[str, Answer] = {}
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The answers {str(file)!r} cannot be read: {error}. Generate them again.") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = Answer.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            raise InputError(
                f"{file}:{number}: {f'`{field}`: ' if field else ''}{first['msg']}. Generate again."
            ) from error
        if answer.id in answers:
            raise InputError(f"{file}:{number}: {answer.id!r} is answered twice. Generate again.")
        answers[answer.id] = answer
    return answers


def read_seconds(folder: Path) -> dict[str, float]:
    """Seconds by question; empty where they were not kept."""
    file = folder / SECONDS
    return TypeAdapter(dict[str, float]).validate_json(file.read_bytes()) if file.is_file() else {}
