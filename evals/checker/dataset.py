"""The labelled claims: read, checked against the letters, and refused where a line is wrong."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evals.dataset import SUITES, Split
from evals.lines import lines_of
from rag.checking.model import Place, Verdict
from rag.errors import InputError
from rag.letters import Letter, find_letters, read_letter

HERE = Path(__file__).parent
FROZEN = HERE / "FROZEN"
LETTERS = tuple(suite.letters for suite in SUITES)

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "number": ("number-novel", "number-in-source", "date", "article-number"),
    "holder": ("entity", "holder-swap"),
    "polarity": ("negation", "modality-up"),
    "citation": ("citation-neighbour", "citation-random", "quote-edit", "frankenquote"),
    "scope": ("scope", "exception-drop", "cause-time-order", "unsupported-addition", "partial-support"),
    "mistranslation": ("mistranslation",),
}
"""The classes of error, and the families of each; README.md says what they are."""
FAITHFUL: Mapping[str, tuple[str, ...]] = {
    "original": ("original",),
    "preserving": ("paraphrase", "synonym", "reorder", "number-format", "translation"),
}
"""The families of claims without an error, by edit."""
MISPLACED = frozenset({"citation-neighbour", "citation-random"})
"""True claims that are wrong only in what they cite."""


class Edit(StrEnum):
    """What was done to the original of a pair."""

    ORIGINAL = "original"
    PRESERVING = "preserving"
    """Put otherwise; it still says what the letter says."""
    UNFAITHFUL = "unfaithful"


class Claim(BaseModel):
    """One line of a set."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str = Field(min_length=1)
    pair: str = Field(min_length=1)
    claim: str = Field(min_length=1)
    language: Literal["nl", "en"]
    cited: tuple[Place, ...] = Field(min_length=1)
    label: Verdict
    edit: Edit
    kind: str | None = Field(alias="class")
    family: str

    @property
    def is_faithful(self) -> bool:
        """Whether it says no more than the cited paragraph does."""
        return self.label is Verdict.SUPPORTED

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if self.is_faithful == (self.edit is Edit.UNFAITHFUL):
            raise ValueError(f"a claim with edit {self.edit.value!r} cannot have the label {self.label.value!r}")
        if self.edit is Edit.UNFAITHFUL and self.kind not in FAMILIES:
            raise ValueError(f"an unfaithful claim has one of the classes {', '.join(FAMILIES)}")
        if self.edit is not Edit.UNFAITHFUL and self.kind is not None:
            raise ValueError("a faithful claim has no class")
        families = FAMILIES[self.kind] if self.kind else FAITHFUL[self.edit]
        if self.family not in families:
            raise ValueError(f"the family {self.family!r} is none of {', '.join(families)}")
        return self


@dataclass(frozen=True, kw_only=True)
class Claims:
    """The claims of one split with the letters they are about."""

    split: Split
    sha256: str
    claims: tuple[Claim, ...]
    letter_files: tuple[Path, ...]
    letters: Mapping[str, Letter]


def load(split: Split, *, folder: Path = HERE, letters: Sequence[Path] = LETTERS) -> Claims:
    """Read a split and hold it against its letters.

    Raises:
        InputError: a file cannot be read, holds no claim, or a line is wrong; the message names file and line.
    """
    file = folder / f"{split}.jsonl"
    files = find_letters(list(letters))
    known = {path.stem: read_letter(path) for path in files}
    rows = lines_of(file, Claim, "claim")
    for place, claim in rows:
        _check_places(claim, known, place)
    _check_pairs(rows)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    claims = tuple(claim for _, claim in rows)
    return Claims(split=split, sha256=digest, claims=claims, letter_files=tuple(files), letters=known)


def _check_places(claim: Claim, letters: Mapping[str, Letter], place: str) -> None:
    for cited in claim.cited:
        letter = letters.get(cited.letter)
        if letter is None:
            raise InputError(f"{place}: there is no letter {cited.letter!r}. Known are: {', '.join(letters)}.")
        if letter.paragraph(cited.paragraph) is None:
            raise InputError(
                f"{place}: {cited.letter!r} has no paragraph {cited.paragraph}; it has 1 to {len(letter.paragraphs)}. "
                "Correct the number."
            )


def _check_pairs(found: Sequence[tuple[str, Claim]]) -> None:
    """Every pair has one original and at least one unfaithful twin."""
    edits = Counter((claim.pair, claim.edit) for _, claim in found)
    for place, claim in found:
        if edits[claim.pair, Edit.ORIGINAL] != 1:
            count = edits[claim.pair, Edit.ORIGINAL]
            raise InputError(f"{place}: the pair {claim.pair!r} has {count} originals. Give it one.")
        if not edits[claim.pair, Edit.UNFAITHFUL]:
            raise InputError(f"{place}: the pair {claim.pair!r} has no unfaithful twin. Give it one.")
