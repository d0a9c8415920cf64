"""The readers' side of the database: one state of it, whatever is written meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from pydantic import ValidationError

from rag.errors import StoreError
from rag.letters import Letter
from rag.store.database import LANGUAGES, foreign, open_to_read, translated, unfinished
from rag.store.embedding import Vectors
from rag.store.manifest import Manifest, read_manifest
from rag.store.passages import Passage
from rag.store.records import LETTER, as_vector

_CONTEXT_WEIGHT = 0.3
"""A word in the heading counts for less than one in the passage itself."""
_REMEMBERED_PASSAGES = 20_000
"""About 20 MB; a question looks at some 300."""
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

    def search_words(self, weights: Mapping[str, float], language: str, limit: int) -> list[WordHit]:
        """Passages that hold any of the terms, best first, ties by id; no terms find nothing.

        `weights` multiplies a term's share of the score, so that a guess counts for less than what was typed.
        """
        table = f"words_{_known(language)}"
        query = f"SELECT rowid, bm25({table}, 1.0, {_CONTEXT_WEIGHT}) FROM {table} WHERE {table} MATCH ?"
        scores: dict[int, float] = {}
        for term, weight in weights.items():
            for passage, score in self._ask(query, _phrase(term)):
                scores[passage] = scores.get(passage, 0.0) - weight * score
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return [WordHit(passage=passage, score=score) for passage, score in ranked]

    @cached_property
    def vocabularies(self) -> Mapping[str, Mapping[str, int]]:
        """Number of passages that hold a term, by language and term, in order of the terms."""
        return {
            language: dict(self._ask(f"SELECT term, doc FROM vocabulary_{language} ORDER BY term"))
            for language in LANGUAGES
        }

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


def _phrase(term: str) -> str:
    """A term as FTS5 takes it literally, whatever characters it holds."""
    return '"{}"'.format(term.replace('"', '""').replace("\0", " "))
