"""The prepared drafts: read, checked against their letters, and refused where a line is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evals.dataset import DATASETS, Split
from evals.lines import lines_of
from rag.errors import InputError
from rag.letters import Letter, find_letters, read_letter
from rag.settings import ROOT

FOLDER = Path(__file__).resolve().parent
FROZEN = FOLDER / "FROZEN"
LETTERS = (ROOT / "seeds", DATASETS / "letters")
LETTERS_TO_TUNE_ON = (*LETTERS, DATASETS / "longer" / "letters")
"""The frozen drafts are asked among fewer, so that their figures stay comparable."""


class Kind(StrEnum):
    """How an unfaithful sentence errs."""

    NUMBER = "number"
    """A number, date or unit was changed or invented."""
    NAME = "name"
    HOLDER = "holder"
    """Said, but by another."""
    POLARITY = "polarity"
    MODALITY = "modality"
    SCOPE = "scope"
    """Widened, narrowed, or without its exception."""
    CAUSE = "cause"
    ADDITION = "addition"
    """A detail that the letter does not give."""
    MISTRANSLATION = "mistranslation"
    OTHER = "other"
    """Right words, but they say something else."""
    INVENTED = "invented"
    """The words stand nowhere."""
    SPLICE = "splice"
    """The words stand there, but not together."""
    PLACE = "place"
    """The words stand in another paragraph."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Quote(_Row):
    """The words that a sentence is said to rest on, and the paragraph that is said to hold them."""

    letter: str = Field(min_length=1)
    paragraph: int
    words: str = Field(min_length=1)


class Sentence(_Row):
    """One sentence of a draft, with its label."""

    text: str = Field(min_length=1)
    quotes: tuple[Quote, ...] = Field(min_length=1)
    faithful: bool
    kind: Kind | None
    why: str = Field(min_length=1)

    @model_validator(mode="after")
    def _has_a_kind_of_error(self) -> Self:
        if self.faithful == (self.kind is not None):
            raise ValueError("an unfaithful sentence has a `kind`, a faithful one has null")
        return self


class Prepared(_Row):
    """One draft; the README says what the fields mean."""

    id: str = Field(min_length=1)
    language: Literal["nl", "en"]
    question: str = Field(min_length=1)
    completeness: Literal["complete", "partial"]
    sentences: tuple[Sentence, ...] = Field(min_length=1, max_length=4)


@dataclass(frozen=True, kw_only=True)
class Drafts:
    """The drafts of one split with the letters they are about."""

    rows: tuple[Prepared, ...]
    letter_files: tuple[Path, ...]
    letters: Mapping[str, Letter]


def load(split: Split, folder: Path = FOLDER, letters: tuple[Path, ...] | None = None) -> Drafts:
    """Read a split and hold it against its letters, or against others.

    Raises:
        InputError: a file cannot be read, holds no draft, or a line is wrong; the message names file and line.
    """
    file = folder / f"{split}.jsonl"
    files = find_letters(list(letters or (LETTERS if split == "test" else LETTERS_TO_TUNE_ON)))
    known = {path.stem: read_letter(path) for path in files}
    rows = tuple(_held_against(row, known, place) for place, row in lines_of(file, Prepared, "draft"))
    return Drafts(rows=rows, letter_files=files, letters=known)


def _held_against(row: Prepared, letters: Mapping[str, Letter], place: str) -> Prepared:
    """The draft, whose quotes name paragraphs that exist, and faithful ones words that stand there."""
    for sentence in row.sentences:
        for quote in sentence.quotes:
            letter = letters.get(quote.letter)
            paragraph = letter.paragraph(quote.paragraph) if letter else None
            if paragraph is None:
                where = f"{quote.letter} §{quote.paragraph}"
                raise InputError(f"{place}: there is no {where}. Known are: {', '.join(letters)}.")
            if sentence.faithful and quote.words not in paragraph.text:
                raise InputError(f"{place}: {quote.words!r} does not stand in §{quote.paragraph}. Correct the words.")
    return row
