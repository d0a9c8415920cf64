"""The question sets: read, checked against their letters, and refused where a line is wrong."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evals.lines import lines_of
from rag.answering.model import Status
from rag.errors import InputError
from rag.letters import Letter, Voice, find_letters, read_letter
from rag.settings import ROOT

DATASETS = ROOT / "evals" / "datasets"
FROZEN = DATASETS / "FROZEN"
GIVEN = frozenset({Status.ANSWERED, Status.PARTIAL})
"""The statuses with which an answer is given."""

Cues = tuple[str, ...]
Split = Literal["dev", "test"]


def split_named(text: str) -> Split:
    """The split of a command line.

    Raises:
        InputError: there is none of that name.
    """
    for split in get_args(Split):
        if split == text:
            return cast("Split", split)
    raise InputError(f"--split is {text!r}; give one of {', '.join(get_args(Split))}.")


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Fact(_Row):
    """Something that the answer must hold: one of the cues of its language."""

    nl: Cues = Field(min_length=1)
    en: Cues = Field(min_length=1)


class Turn(_Row):
    """One earlier turn of the conversation."""

    role: Literal["user", "assistant"]
    content: str


class Question(_Row):
    """One item; evals/datasets/README.md says what the fields mean."""

    id: str = Field(min_length=1)
    language: Literal["nl", "en"]
    type: str = Field(min_length=1)
    question: str = Field(min_length=1)
    history: tuple[Turn, ...]
    answerable: bool
    expected: tuple[Status, ...] = Field(min_length=1)
    letter: str | None = None
    needed: tuple[tuple[int, ...], ...]
    also_right: tuple[int, ...]
    facts: tuple[Fact, ...]
    must_not: Cues
    voice: Voice | None
    twin: str | None

    @property
    def all_needed(self) -> frozenset[int]:
        """The paragraphs of all groups."""
        return frozenset(number for group in self.needed for number in group)

    @property
    def right(self) -> frozenset[int]:
        """The paragraphs that are right to cite."""
        return self.all_needed | frozenset(self.also_right)

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if not all(self.needed):
            raise ValueError("`needed` holds an empty group")
        if twice := sorted(self.all_needed & set(self.also_right)):
            raise ValueError(f"paragraph {twice[0]} is in `needed` and in `also_right`")
        if self.answerable and not (self.needed or self.facts):
            raise ValueError("an answerable question has `needed`, `facts` or both")
        if self.answerable and not GIVEN & set(self.expected):
            raise ValueError("an answerable question must expect `answered` or `partial`")
        if not self.answerable and (self.needed or self.facts or Status.ANSWERED in self.expected):
            raise ValueError("an unanswerable question has no `needed` and no `facts`, and does not expect `answered`")
        return self


@dataclass(frozen=True, kw_only=True)
class Suite:
    """A question set and the letters it is asked of."""

    name: str
    questions: Path
    """Folder with `dev.jsonl` and `test.jsonl`."""
    letters: Path
    """A letter, or a folder with letters."""

    def file(self, split: Split) -> Path:
        """The questions of one split."""
        return self.questions / f"{split}.jsonl"


SUITES = (
    Suite(name="seed", questions=DATASETS / "seed", letters=ROOT / "seeds" / "2020-vluchtelingenverdrag.txt"),
    Suite(name="synthetic", questions=DATASETS / "synthetic", letters=DATASETS / "letters"),
    Suite(name="longer", questions=DATASETS / "longer", letters=DATASETS / "longer" / "letters"),
)


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """The questions of one split with the letters they are about."""

    suite: str
    split: Split
    sha256: str
    questions: tuple[Question, ...]
    letter_files: tuple[Path, ...]
    letters: Mapping[str, Letter]


def load(suite: Suite, split: Split) -> Dataset:
    """Read a split and hold it against its letters.

    Raises:
        InputError: a file cannot be read, holds no question, or a line is wrong; the message names file and line.
    """
    file = suite.file(split)
    files = find_letters([suite.letters])
    letters = {path.stem: read_letter(path) for path in files}
    questions = tuple(_placed(row, letters, place) for place, row in lines_of(file, Question, "question"))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return Dataset(
        suite=suite.name, split=split, sha256=digest, questions=questions, letter_files=files, letters=letters
    )


def _placed(question: Question, letters: Mapping[str, Letter], place: str) -> Question:
    """The question with its letter named; that is the only one where the line names none."""
    name = question.letter or (next(iter(letters)) if len(letters) == 1 else None)
    if name is not None and name not in letters:
        raise InputError(f"{place}: there is no letter {name!r}. Known are: {', '.join(letters)}.")
    if name is None and question.right:
        raise InputError(f"{place}: paragraphs are named, but no `letter`. Known are: {', '.join(letters)}.")
    for number in sorted(question.right):
        if name and letters[name].paragraph(number) is None:
            count = len(letters[name].paragraphs)
            raise InputError(f"{place}: {name!r} has no paragraph {number}; it has 1 to {count}. Correct the number.")
    return question.model_copy(update={"letter": name})


def check_frozen(listing: Path = FROZEN) -> None:
    """Hold the frozen files against their recorded SHA-256.

    Raises:
        InputError: one was changed or is gone, or none is recorded.
    """
    lines = listing.read_text(encoding="utf-8").splitlines()
    if not lines:
        raise InputError(f"{listing} records no file, so nothing is frozen. Restore it.")
    for line in lines:
        wanted, name = line.split()
        file = listing.parent / name
        found = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "no file"
        if found != wanted:
            raise InputError(f"{file} is frozen, but was changed: SHA-256 {found} instead of {wanted}. Restore it.")
