"""Which passages hold a term and how often, term by term, and the BM25 of passages from it.

SQLite's own full-text search hands over the rows of a term one by one: among 100,000 passages a search took 53 ms, and
one in twenty 220. Here a term is three arrays in one row, its scores are one calculation: 2 and 8 ms, the same order.
"""

import math
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_K1 = 1.2
_B = 0.75
"""BM25's usual constants: how soon repetition stops counting, and how much a passage's length does."""
_CONTEXT_WEIGHT = 0.3
"""A word in the heading counts for less than one in the passage itself."""
_LEAST_TELLING = 1e-6
"""Weight of a term that more than half of the passages hold."""

Mask = NDArray[np.bool_]
"""Which passages may be found, by id; shape (highest id + 1,)."""


@dataclass(frozen=True, kw_only=True)
class Postings:
    """The passages that hold a term. All arrays have one length and one order, by ascending id."""

    passages: NDArray[np.int32]
    in_text: NDArray[np.uint16]
    in_context: NDArray[np.uint16]


class Scorer:
    """BM25 over the passages of one language, as FTS5 calculates it."""

    def __init__(self, passages: NDArray[np.int32], lengths: NDArray[np.int32]) -> None:
        """Passages' ids, and how many terms each has, context included."""
        self._total = len(passages)
        self._damping = np.zeros(int(passages.max(initial=-1)) + 1)
        average = max(float(lengths.mean()), 1.0) if self._total else 1.0
        self._damping[passages] = _K1 * (1 - _B + _B * lengths / average)

    def best(
        self, weighted: Iterable[tuple[float, Postings]], limit: int, allowed: Mask | None
    ) -> list[tuple[int, float]]:
        """Ids and scores of the best passages, best first, ties by id: sums of weight times BM25 over the terms."""
        scores = np.zeros(len(self._damping))
        for weight, postings in weighted:
            found = postings.passages
            times = postings.in_text + _CONTEXT_WEIGHT * postings.in_context
            rarity = math.log((self._total - len(found) + 0.5) / (len(found) + 0.5))
            share = times * (_K1 + 1) / (times + self._damping[found])
            scores[found] += weight * max(rarity, _LEAST_TELLING) * share
        if allowed is not None:
            scores[~allowed[: len(scores)]] = 0.0
        return _highest(scores, limit)


def as_scorer(passages: bytes, lengths: bytes) -> Scorer:
    """The scorer of a row of `lengths`."""
    return Scorer(np.frombuffer(passages, dtype=np.int32), np.frombuffer(lengths, dtype=np.int32))


def as_postings(row: Sequence[bytes]) -> Postings:
    """A row of `postings`, without language and term."""
    passages, in_text, in_context = row
    return Postings(
        passages=np.frombuffer(passages, dtype=np.int32),
        in_text=np.frombuffer(in_text, dtype=np.uint16),
        in_context=np.frombuffer(in_context, dtype=np.uint16),
    )


def _highest(scores: NDArray[np.float64], limit: int) -> list[tuple[int, float]]:
    held = np.flatnonzero(scores)
    if limit < 1:
        return []
    if len(held) > limit:
        least = np.partition(scores[held], -limit)[-limit]
        held = held[scores[held] >= least]
    order = held[np.lexsort((held, -scores[held]))][:limit]
    return [(int(one), float(scores[one])) for one in order]


def write_postings(connection: sqlite3.Connection, language: str) -> None:
    """Make the postings of a language anew from the terms of its passages, within the caller's transaction."""
    connection.execute("DELETE FROM postings WHERE language = ?", (language,))
    connection.execute("DELETE FROM lengths WHERE language = ?", (language,))
    rows = connection.execute(
        "SELECT passage, terms.text, terms.context FROM terms JOIN passages ON passages.id = passage "
        "WHERE language = ? ORDER BY passage",
        (language,),
    )
    made = _Collected()
    for passage, text, context in rows:
        made.take(passage, Counter(text.split()), Counter(context.split()))
    connection.executemany(
        "INSERT INTO postings VALUES (?, ?, ?, ?, ?)",
        (
            (language, term, one.passages.tobytes(), one.in_text.tobytes(), one.in_context.tobytes())
            for term, one in made.by_term()
        ),
    )
    connection.execute("INSERT INTO lengths VALUES (?, ?, ?)", (language, made.ids.tobytes(), made.lengths.tobytes()))


class _Collected:
    """What passages hold, one after the other; sorted by term in one go, which is what makes it quick."""

    def __init__(self) -> None:
        self.ids, self.lengths = array("i"), array("i")
        self._numbers: dict[str, int] = {}
        self._terms, self._passages, self._in_text, self._in_context = array("i"), array("i"), array("H"), array("H")

    def take(self, passage: int, text: Mapping[str, int], context: Mapping[str, int]) -> None:
        """Count a passage's terms."""
        self.ids.append(passage)
        self.lengths.append(sum(text.values()) + sum(context.values()))
        for term in {**text, **context}:
            self._terms.append(self._numbers.setdefault(term, len(self._numbers)))
            self._passages.append(passage)
            self._in_text.append(text.get(term, 0))
            self._in_context.append(context.get(term, 0))

    def by_term(self) -> Iterator[tuple[str, Postings]]:
        """Every term with its postings, in order of the terms' first occurrence."""
        terms = np.asarray(self._terms)
        order = np.argsort(terms, kind="stable")
        counts = np.bincount(terms, minlength=len(self._numbers))
        ends = np.cumsum(counts)
        passages = np.asarray(self._passages)[order]
        in_text, in_context = (np.asarray(one)[order] for one in (self._in_text, self._in_context))
        for term, start, end in zip(self._numbers, ends - counts, ends, strict=True):
            part = slice(start, end)
            yield term, Postings(passages=passages[part], in_text=in_text[part], in_context=in_context[part])
