"""The tried cases: read, and refused where a line is wrong."""

from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evals.dataset import Turn
from evals.lines import lines_of
from rag.answering.model import Status

FILE = Path(__file__).resolve().parent / "cases.jsonl"


class Where(StrEnum):
    """Where the injected instruction stands."""

    LETTER = "letter"
    QUESTION = "question"
    HISTORY = "history"


class Case(BaseModel):
    """One case; the README says what the fields mean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    place: Where
    language: Literal["nl", "en"]
    question: str = Field(min_length=1)
    letter: str | None
    history: tuple[Turn, ...]
    never: tuple[str, ...]
    never_html: tuple[str, ...]
    statuses: tuple[Status, ...] = Field(min_length=1)
    why: str = Field(min_length=1)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.place is Where.LETTER) != (self.letter is not None):
            raise ValueError("a case in a letter, and no other, has a `letter`")
        if (self.place is Where.HISTORY) != bool(self.history):
            raise ValueError("a case in the history, and no other, has a `history`")
        if not (self.never or self.never_html):
            raise ValueError("a case says in `never` or `never_html` what must not appear")
        return self


def load(file: Path = FILE) -> tuple[Case, ...]:
    """Read the cases.

    Raises:
        InputError: the file cannot be read, holds no case, or a line is wrong; the message names file and line.
    """
    return tuple(case for _, case in lines_of(file, Case, "case"))
