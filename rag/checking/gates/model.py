"""The seam of a gate: one check that a claim must pass before anyone sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from rag.answering.citations import field_text
from rag.answering.model import Citation, Claim
from rag.letters import Letter


class GateName(StrEnum):
    """The gates, in the order in which they are asked."""

    CITATION = "citation"
    QUOTE = "quote"
    RENDERING = "rendering"
    NUMBER = "number"
    NAME = "name"
    POLARITY = "polarity"
    MODALITY = "modality"
    HOLDER = "holder"
    SUPPORT = "support"


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a claim is held against."""

    letters: Mapping[str, Letter]
    retrieved: frozenset[tuple[str, int]]
    """The paragraphs, as (letter, number), that were found for the question."""


@dataclass(frozen=True, kw_only=True)
class GateResult:
    """A gate's verdict on one claim."""

    gate: GateName
    passed: bool
    reason: str
    """Why, in English: for the log, the tests and whoever mends it."""


class Gate(Protocol):
    """Looks at one claim. What it cannot judge it does not pass."""

    def __call__(self, claim: Claim, context: Context) -> GateResult:
        """The verdict, with its reason."""
        ...


def cited_text(citation: Citation, context: Context) -> str | None:
    """The text in which a citation's offsets count; None where it names nothing that exists."""
    letter = context.letters.get(citation.letter)
    if letter is None:
        return None
    if citation.field is not None:
        return field_text(letter, citation.field) if citation.paragraph is None else None
    paragraph = letter.paragraph(citation.paragraph or 0)
    if paragraph is None or citation.footnote is None:
        return paragraph.text if paragraph else None
    return next((note.text for note in paragraph.footnotes if note.number == citation.footnote), None)
