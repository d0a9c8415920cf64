"""What comes of checking a claim that somebody makes about the letters."""

from dataclasses import dataclass
from enum import StrEnum

from rag.answering.model import Citation
from rag.checking.gates.model import GateResult


class Verdict(StrEnum):
    """How a checked claim ended."""

    SUPPORTED = "supported"
    """All of it stands in the letters, held by the party that the claim names."""
    PARTLY = "partly"
    """A part of it stands there; of the rest the letters say nothing."""
    CONTRADICTED = "contradicted"
    """The letters say otherwise."""
    OTHER_HOLDER = "other_holder"
    """It stands there, but another party says it."""
    NOT_FOUND = "not_found"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A paragraph that a claim names as its source."""

    letter: str
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A claim with its verdict and what that rests on."""

    claim: str
    language: str
    """Of the claim: "nl" or "en"."""
    verdict: Verdict
    citations: tuple[Citation, ...]
    """The sentences that decided, best first; empty where nothing near was found."""
    gates: tuple[GateResult, ...]
    """Every gate that was asked, in order; those that did not pass say why not `supported`."""
