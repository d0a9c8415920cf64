"""A check asked about every claim: what it said, and in what time."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from evals.checker.dataset import MISPLACED, Claim, Claims
from rag.checking.model import Checked, Place, Verdict


class Check(Protocol):
    """Judges one claim."""

    def __call__(self, claim: str, cited: Sequence[Place], *, language: str) -> Checked:
        """The verdict against the cited paragraphs alone; against what a search finds where `cited` is empty."""
        ...


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What a check said of claims."""

    claims: tuple[Claim, ...]
    checked: Mapping[str, Checked]
    """By the claim's id."""
    seconds: Mapping[str, float]
    """By the claim's id."""

    def verdict(self, claim: Claim) -> Verdict:
        """What was said of a claim."""
        return self.checked[claim.id].verdict

    def passes(self, claim: Claim) -> bool:
        """Whether a claim was held to be supported."""
        return self.verdict(claim) is Verdict.SUPPORTED


def judge(claims: Claims, check: Check, *, is_citing: bool = True) -> Judged:
    """Ask a check about each claim, after a first one that does not count.

    Without citations the check has to search, and claims that are wrong only in what they cite are left out.
    """
    asked = tuple(claim for claim in claims.claims if is_citing or claim.family not in MISPLACED)
    checked, seconds = {}, {}
    for claim in (asked[0], *asked):
        started = time.perf_counter()
        checked[claim.id] = check(claim.claim, claim.cited if is_citing else (), language=claim.language)
        seconds[claim.id] = time.perf_counter() - started
    return Judged(claims=asked, checked=checked, seconds=seconds)
