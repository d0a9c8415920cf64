"""The bundled network, asked which words of a claim a text leaves unproved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.store.network import Network, plain

MAX_TOKENS = 160
"""Claim and text together, as in training; what is longer loses its end."""
MAX_CLAIM_TOKENS = 64
"""The words of a claim beyond are not judged."""
_REMEMBERED = 4096
_SUREST = 10.0
"""Log-odds beyond which more says nothing."""

_WHOLE = re.compile(r"\w(?:\S*\w)?")
"""A word as it is printed, without the marks around it: pieces of it and of numbers are judged each."""

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """How surely a text bears out a claim."""

    log_odds: float
    share: float
    """How much of the claim it proves, by the mean over its words, from 0 to 1."""
    least: str
    """The word of the claim that it proves least."""


class ProofReader:
    """Reads a claim together with a text, in Dutch or English each, and judges every word of the claim.

    The claim counts for about as much as its least proved word (see `ProofHead` in `rag/training/student.py`).
    """

    def __init__(self) -> None:
        """Load the network.

        Raises:
            ModelError: a file of it is missing or damaged.
        """
        self._network = Network("support.onnx", max_tokens=MAX_TOKENS)
        self._read = lru_cache(maxsize=_REMEMBERED)(self._best)

    def best(self, claim: str, texts: Sequence[str], *, aside: Sequence[Span] = ()) -> Proof:
        """The proof by the text that bears the claim out most surely; there must be one.

        Words of the claim in the spans `aside` are not judged. The same whatever was asked before.
        """
        return self._read(plain(claim), tuple(plain(text) for text in texts), tuple(aside))

    def _best(self, claim: str, texts: tuple[str, ...], aside: tuple[Span, ...]) -> Proof:
        words = self._network.words(claim)[:MAX_CLAIM_TOKENS]
        if not words:
            return Proof(log_odds=-_SUREST, share=0.0, least="")
        judged = [not any(start < to and since < end for since, to in aside) for start, end in words]
        proofs = []
        for row in self._network.run([(claim, text) for text in texts]):
            odds = np.where(judged, row[: len(words)], -np.inf) if any(judged) else row[: len(words)]
            log_odds = float(np.clip(-np.logaddexp.reduce(odds), -_SUREST, _SUREST))
            share = float(np.mean(1 / (1 + np.exp(odds[odds > -np.inf]))))
            proofs.append(Proof(log_odds=log_odds, share=share, least=_least(claim, words, odds)))
        return max(proofs, key=lambda one: one.log_odds)


def _least(claim: str, words: Sequence[Span], odds: NDArray[np.float32]) -> str:
    """The word, or number, in which the least proved piece stands; never a mark, which says nothing to a reader."""
    places = [place for place, (start, end) in enumerate(words) if any(map(str.isalnum, claim[start:end]))]
    start, end = words[max(places or range(len(words)), key=lambda place: float(odds[place]))]
    whole = next((match for match in _WHOLE.finditer(claim) if match.start() <= start < match.end()), None)
    return whole.group() if whole else claim[start:end]
