"""The writer's side of the database: the record of truth, changed in one transaction or not at all."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter

from rag.letters import Letter
from rag.store.database import LANGUAGES, open_to_write, translated
from rag.store.embedding import Vectors
from rag.store.filters import voice_bits, voices_of
from rag.store.manifest import Manifest, read_manifest, write_manifest
from rag.store.passages import Passage
from rag.store.postings import write_postings

LETTER = TypeAdapter(Letter)
"""How a letter is stored, as JSON, and read back."""


@dataclass(frozen=True, kw_only=True)
class Indexed:
    """A passage with its terms and the digest under which its vector is cached."""

    passage: Passage
    text_terms: str
    context_terms: str
    digest: str


class Records:
    """A database open for writing. One at a time has the folder; see `indexing`."""

    def __init__(self, path: Path) -> None:
        """Open the file; it and its tables are made where they are missing or of another schema.

        Raises:
            StoreError: the folder cannot be written, or the file is damaged or no index.
        """
        self._path = path
        self._connection = open_to_write(path)

    def close(self) -> None:
        """Give the file back. Where nobody reads it, no side files stay behind."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: readers see the state before until the block has ended without error."""
        with translated(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:  # SQLite ends it by itself when the disk is full
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def manifest(self) -> Manifest | None:
        """What the index was made with; None for one that was never finished."""
        with translated(self._path):
            return read_manifest(self._connection)

    def write_manifest(self, manifest: Manifest) -> None:
        """Say what the index is made with from now on."""
        write_manifest(self._connection, manifest)

    def digests(self) -> dict[str, str]:
        """Digest of the source by letter."""
        with translated(self._path):
            return dict(self._connection.execute("SELECT id, digest FROM letters"))

    def remove(self, letter: str) -> None:
        """Forget a letter and its passages, if they are there; cached vectors stay."""
        of_letter = "(SELECT id FROM passages WHERE letter = ?)"
        self._connection.execute(f"DELETE FROM terms WHERE passage IN {of_letter}", (letter,))
        self._connection.execute("DELETE FROM passages WHERE letter = ?", (letter,))
        self._connection.execute("DELETE FROM letters WHERE id = ?", (letter,))

    def add(self, letter: Letter, digest: str, passages: Iterable[Indexed]) -> None:
        """Store a letter that is not there yet; its words are found from `write_postings` on."""
        record = LETTER.dump_json(letter).decode()
        dated = letter.date.isoformat() if letter.date else None
        self._connection.execute("INSERT INTO letters VALUES (?, ?, ?, ?)", (letter.id, dated, digest, record))
        for indexed in passages:
            p = indexed.passage
            place = (p.letter, p.paragraph, p.first, p.last, p.footnote, p.language)
            cursor = self._connection.execute(
                "INSERT INTO passages"
                " (letter, paragraph, first, last, footnote, language, voices, text, context, digest)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*place, voice_bits(voices_of(letter, p)), p.text, p.context, indexed.digest),
            )
            self._connection.execute(
                "INSERT INTO terms VALUES (?, ?, ?)", (cursor.lastrowid, indexed.text_terms, indexed.context_terms)
            )

    def write_postings(self) -> None:
        """Make the words of all passages findable, as they are now."""
        for language in LANGUAGES:
            write_postings(self._connection, language)

    def missing_vectors(self, digests: Iterable[str]) -> list[str]:
        """Those of the digests that have no cached vector, each once, in order."""
        with translated(self._path):
            known = {row[0] for row in self._connection.execute("SELECT digest FROM vectors")}
        return [digest for digest in dict.fromkeys(digests) if digest not in known]

    def cache_vectors(self, digests: Sequence[str], vectors: Vectors) -> None:
        """Keep vectors for good, in a transaction of their own, so that a killed run loses little."""
        rows = [(digest, row.astype("<f4").tobytes()) for digest, row in zip(digests, vectors, strict=True)]
        with self.transaction():
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def drop_unused_vectors(self) -> None:
        """Forget cached vectors that no passage uses."""
        self._connection.execute("DELETE FROM vectors WHERE digest NOT IN (SELECT digest FROM passages)")

    def passage_vectors(self, batch: int) -> Iterator[tuple[list[int], Vectors]]:
        """Ids of all passages with their vectors, by ascending id, in batches."""
        with translated(self._path):
            cursor = self._connection.execute(
                "SELECT passages.id, vector FROM passages JOIN vectors USING (digest) ORDER BY passages.id"
            )
            while rows := cursor.fetchmany(batch):
                yield [row[0] for row in rows], np.stack([as_vector(row[1]) for row in rows])

    def count_passages(self) -> int:
        """How many passages there are."""
        return count_passages(self._connection)


def as_vector(stored: bytes) -> Vectors:
    """A cached vector as an array of shape (dimension,)."""
    return np.frombuffer(stored, dtype="<f4")


def count_passages(connection: sqlite3.Connection) -> int:
    """How many passages there are, in all languages."""
    return int(connection.execute("SELECT count(*) FROM passages").fetchone()[0])
