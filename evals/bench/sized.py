"""One index of many passages: built and asked, with what both cost."""

import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from evals.bench.memory import peak_megabytes
from evals.bench.vectors import KeptEncoder
from evals.dataset import SUITES, load
from rag.letters import Voice
from rag.retrieval.question import understand
from rag.retrieval.search import Searcher
from rag.settings import Settings
from rag.store.database import DATABASE
from rag.store.embedding import BundledEncoder, Vectors
from rag.store.filters import EVERYTHING, Filter
from rag.store.index import Index
from rag.store.indexing import index_letters
from rag.store.snapshot import Snapshot

YEARS = range(2000, 2020)
"""The papers are dated in turn in one of these."""
FILTERS = {
    "no filter": EVERYTHING,
    "one letter": Filter(letters=frozenset({"paper-00000"})),
    "one year of twenty": Filter(since=date(2010, 1, 1), until=date(2010, 12, 31)),
    "one voice": Filter(voices=frozenset({Voice.CABINET})),
}
_PARAGRAPHS = 10
_NEAREST = 10
_READ_AT_ONCE = 20_000


@dataclass(frozen=True, kw_only=True)
class Built:
    """What making an index cost."""

    letters: int
    passages: int
    copies: int
    """Vectors that are jittered copies of others."""
    seconds: Mapping[str, float]
    """Of each step: reading letters, encoding (what was not kept already), words, vectors."""
    disk_bytes: int
    peak_megabytes: float


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What asking it cost, and how good the approximate search is."""

    open_seconds: float
    peak_megabytes: float
    milliseconds: Mapping[str, Sequence[float]]
    """Of a whole retrieval, by filter, in order of the questions."""
    passing: Mapping[str, float]
    """Share of the passages that each filter lets pass."""
    recall: float
    """Share of the exact nearest ten that the vector index finds among its ten."""


def build(files: Sequence[Path], *, index: Path, kept: Path, most: int) -> Built:
    """Index the letters, with vectors from a file of kept ones to which at most `most` are added."""
    marks: dict[str, list[float]] = {}
    started = time.perf_counter()
    with closing(KeptEncoder(BundledEncoder(), file=kept, most=most)) as encoder:
        report = index_letters(
            files,
            Settings(index_dir=index, use_renderings=False),
            lambda step, *_: marks.setdefault(step, []).append(time.perf_counter()),
            encoder,
        )
        with closing(sqlite3.connect(index / DATABASE)) as database:
            vectors = database.execute("SELECT count(*) FROM vectors").fetchone()[0]
        copies = max(vectors - encoder.count(), 0)
    ended = time.perf_counter()
    moments = (started, marks["read"][-1], marks.get("embed", marks["read"])[-1], marks["store"][0], ended)
    steps = zip(("read", "encode", "words", "vectors"), moments, moments[1:], strict=False)
    return Built(
        letters=len(files),
        passages=report.passages,
        copies=copies,
        seconds={step: end - start for step, start, end in steps},
        disk_bytes=sum(file.stat().st_size for file in index.rglob("*") if file.is_file()),
        peak_megabytes=peak_megabytes(),
    )


def ask(index: Path, kept: Path, most: int) -> Asked:
    """Ask an index the development questions, each once with each filter."""
    with closing(KeptEncoder(BundledEncoder(), file=kept, most=most)) as encoder:
        started = time.perf_counter()
        opened = Index.open(Settings(index_dir=index, use_renderings=False), encoder)
        open_seconds = time.perf_counter() - started
        with closing(opened):
            questions = [one.question for one in load(SUITES[0], "dev").questions]
            milliseconds = {name: _timed(opened, questions, among) for name, among in FILTERS.items()}
            peak = peak_megabytes()
            vectors = np.array([encoder.embed_query(question) for question in questions], dtype=np.float32)
            found = [{hit.passage for hit in opened.near(vector.tolist(), _NEAREST)} for vector in vectors]
    with closing(Snapshot(index / DATABASE)) as snapshot:
        exact = _exact(snapshot, vectors)
        passing = {name: _share(snapshot, among) for name, among in FILTERS.items()}
    recall = float(np.mean([len(one & other) / len(other) for one, other in zip(found, exact, strict=True)]))
    return Asked(
        open_seconds=open_seconds, peak_megabytes=peak, milliseconds=milliseconds, passing=passing, recall=recall
    )


def _timed(index: Index, questions: Sequence[str], among: Filter) -> list[float]:
    """Milliseconds of each question, read, encoded and searched for, after one of each language that does not count."""
    searcher = Searcher(index, among=among)
    milliseconds = []
    for text in ("Waarom is dat zo?", "Why is that so?", *questions):
        started = time.perf_counter()
        searcher.search(understand(text, vocabularies=index.vocabularies), _PARAGRAPHS)
        milliseconds.append(1000 * (time.perf_counter() - started))
    return milliseconds[2:]


def _exact(snapshot: Snapshot, vectors: Vectors) -> list[set[int]]:
    """Ids of the nearest passages of each vector, all being compared."""
    best: list[list[tuple[float, int]]] = [[] for _ in vectors]
    total = snapshot.count_passages()
    for first in range(1, total + 1, _READ_AT_ONCE):
        known, rows = snapshot.vectors(range(first, min(first + _READ_AT_ONCE, total + 1)))
        for place, similarities in enumerate(vectors @ rows.T):
            near = np.argsort(-similarities)[:_NEAREST]
            best[place] += [(float(similarities[one]), known[one]) for one in near]
    return [{passage for _, passage in sorted(one, reverse=True)[:_NEAREST]} for one in best]


def _share(snapshot: Snapshot, among: Filter) -> float:
    allowed = snapshot.allowed(among)
    return 1.0 if allowed is None else float(np.count_nonzero(allowed)) / snapshot.count_passages()
