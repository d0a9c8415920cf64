"""The readers' side of the database: one state of it, whatever is written meanwhile."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from pydantic import ValidationError

from rag.errors import StoreError
from rag.letters import Letter
from rag.store.database import LANGUAGES, foreign, open_to_read, translated, unfinished
from rag.store.embedding import Vectors
from rag.store.filters import EVERYTHING, Filter, voice_bits
from rag.store.manifest import Manifest, read_manifest
from rag.store.passages import Passage
from rag.store.postings import Mask, Postings, Scorer, as_postings, as_scorer
from rag.store.records import LETTER, as_vector

_REMEMBERED_PASSAGES = 20_000
"""About 20 MB; a question looks at some 300."""
_REMEMBERED_FILTERS = 32
"""Of a byte a passage each."""
_REMEMBERED_VECTORS = 4
"""Filters. Only small sets are compared one by one, which takes 25 MB of vectors each among a million passages."""
_PASSAGE_FIELDS = ("letter", "paragraph", "first", "last", "footnote", "language", "text", "context")
_PASSAGE_COLUMNS = ", ".join(_PASSAGE_FIELDS)


@dataclass(frozen=True, kw_only=True)
class WordHit:
    """A passage that full-text search found."""

    passage: int
    score: float
    """BM25, higher is better; comparable within one search only."""


class Snapshot:
    """The database as it was when it was opened. Any number of threads may ask at once."""

    def __init__(self, path: Path) -> None:
        """Open the file and hold on to its state.

        Raises:
            StoreError: there is no finished index, it is of another schema, or the file is damaged or no index.
        """
        self.path = path
        self._lock = Lock()
        self._connection = open_to_read(path)
        self._allowed = lru_cache(maxsize=_REMEMBERED_FILTERS)(self._read_allowed)
        self._vectors_passing = lru_cache(maxsize=_REMEMBERED_VECTORS)(self._read_vectors_passing)
        self._passage = lru_cache(maxsize=_REMEMBERED_PASSAGES)(self._read_passage)
        try:
            with translated(path):
                self._connection.execute("BEGIN")  # the first read pins the state
                self.manifest = _finished(read_manifest(self._connection), path)
                """What the index was made with."""
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            self._connection.close()

    def is_stale(self) -> bool:
        """Whether the database was changed, replaced or taken away since."""
        try:
            newer = Snapshot(self.path)
        except StoreError:
            return True
        newer.close()
        return newer.manifest != self.manifest

    def letters(self) -> dict[str, Letter]:
        """Every letter by id, in order of id."""
        rows = self._ask("SELECT id, record FROM letters ORDER BY id")
        try:
            return {name: LETTER.validate_json(record) for name, record in rows}
        except ValidationError as error:
            raise StoreError(foreign(self.path)) from error

    def count_passages(self) -> int:
        """How many passages there are, in all languages."""
        return int(self._ask("SELECT count(*) FROM passages")[0][0])

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """The passages with these ids; unknown ids are left out."""
        return {one: passage for one in ids if (passage := self._passage(one)) is not None}

    def passages_of(self, letter: str, paragraph: int) -> list[tuple[Passage, Vectors]]:
        """All passages of one paragraph, in both languages, each with its vector of shape (dimension,)."""
        rows = self._ask(
            f"SELECT {_PASSAGE_COLUMNS}, vector FROM passages JOIN vectors USING (digest) "
            "WHERE letter = ? AND paragraph = ? ORDER BY id",
            letter,
            paragraph,
        )
        return [(_as_passage(row[:-1]), as_vector(row[-1])) for row in rows]

    def search_words(
        self, weights: Mapping[str, float], language: str, limit: int, *, among: Filter = EVERYTHING
    ) -> list[WordHit]:
        """Passages that hold any of the terms, best first, ties by id; no terms find nothing.

        `weights` multiplies a term's share of the score, so that a guess counts for less than what was typed.
        """
        scorer = self._scorers[_known(language)]
        held = ((weight, one) for term, weight in weights.items() for one in self._postings(language, term))
        best = scorer.best(held, limit, self.allowed(among))
        return [WordHit(passage=passage, score=score) for passage, score in best]

    def paragraphs_with(self, term: str) -> dict[str, list[int]]:
        """The numbers of the paragraphs whose Dutch text holds a term, by letter; notes and headings do not count."""
        query = (
            "SELECT DISTINCT letter, paragraph FROM passages "
            "WHERE footnote IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY letter, paragraph"
        )
        held = (one.passages[one.in_text > 0].tolist() for one in self._postings("nl", term))
        found: dict[str, list[int]] = {}
        for letter, paragraph in self._ask(query, _as_json(chain(*held))):
            found.setdefault(letter, []).append(paragraph)
        return found

    def _postings(self, language: str, term: str) -> Iterator[Postings]:
        """Where a term stands; nothing for one that no passage holds."""
        query = "SELECT passages, in_text, in_context FROM postings WHERE language = ? AND term = ?"
        return map(as_postings, self._ask(query, language, term))

    @cached_property
    def _scorers(self) -> Mapping[str, Scorer]:
        """What BM25 needs to know of all passages, by language."""
        rows = self._ask("SELECT language, passages, terms FROM lengths")
        return {language: as_scorer(passages, lengths) for language, passages, lengths in rows}

    def allowed(self, among: Filter) -> Mask | None:
        """Which passages pass a filter; None where all do."""
        return None if among == EVERYTHING else self._allowed(among)

    def _read_allowed(self, among: Filter) -> Mask:
        limits: Mapping[str, object] = {
            "letters.id IN (SELECT value FROM json_each(?))": _as_json(among.letters),
            "letters.date >= ?": among.since and among.since.isoformat(),
            "letters.date <= ?": among.until and among.until.isoformat(),
            "voices & ? != 0": None if among.voices is None else voice_bits(among.voices),
        }
        chosen = {condition: value for condition, value in limits.items() if value is not None}
        query = "SELECT passages.id FROM letters JOIN passages ON letter = letters.id WHERE " + " AND ".join(chosen)
        mask = np.zeros(int(self._ask("SELECT coalesce(max(id), 0) FROM passages")[0][0]) + 1, dtype=np.bool_)
        mask[[row[0] for row in self._ask(query, *chosen.values())]] = True
        return mask

    def vectors_passing(self, among: Filter) -> tuple[list[int], Vectors]:
        """`vectors` of all passages that pass a filter; those of the last few filters are remembered."""
        return self._vectors_passing(among)

    def _read_vectors_passing(self, among: Filter) -> tuple[list[int], Vectors]:
        return self.vectors(np.flatnonzero(self._allowed(among)).tolist())

    def vectors(self, ids: Sequence[int]) -> tuple[list[int], Vectors]:
        """The ids that there are, ascending, with their vectors."""
        rows = self._ask(
            "SELECT passages.id, vector FROM passages JOIN vectors USING (digest) "
            "WHERE passages.id IN (SELECT value FROM json_each(?)) ORDER BY passages.id",
            _as_json(ids),
        )
        vectors = as_vector(b"".join(row[1] for row in rows)).reshape(len(rows), self.manifest.dimension)
        return [row[0] for row in rows], vectors

    @cached_property
    def vocabularies(self) -> Mapping[str, Mapping[str, int]]:
        """Number of passages that hold a term, by language and term, in order of the terms."""
        query = "SELECT term, length(passages) / 4 FROM postings WHERE language = ?"
        return {language: dict(self._ask(f"{query} ORDER BY term", language)) for language in LANGUAGES}

    def _read_passage(self, passage: int) -> Passage | None:
        rows = self._ask(f"SELECT {_PASSAGE_COLUMNS} FROM passages WHERE id = ?", passage)
        return _as_passage(rows[0]) if rows else None

    def _ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock, translated(self.path):
            return self._connection.execute(query, values).fetchall()


def _finished(manifest: Manifest | None, path: Path) -> Manifest:
    if manifest is None:
        raise StoreError(unfinished(path))
    return manifest


def _as_passage(row: Sequence[Any]) -> Passage:
    return Passage(**dict(zip(_PASSAGE_FIELDS, row, strict=True)))


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is no language of the index: {', '.join(LANGUAGES)}")
    return language


def _as_json(values: Iterable[object] | None) -> str | None:
    """A list as SQLite's `json_each` takes it apart, of any length."""
    return None if values is None else json.dumps(list(values))
