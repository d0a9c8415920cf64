"""Vectors that outlive a run: encoded once, kept in a file, and from some number on copies of others, jittered."""

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from rag.store.embedding import Encoder, Vectors

JITTER = 0.5
"""Length of the noise beside a vector of length 1: a copy has a cosine of about 0.89 with what it was copied from."""


class KeptEncoder(Encoder):
    """Another encoder's vectors, kept in a file; texts beyond the first `most` get jittered copies of kept ones.

    A copy depends on its text and on what is kept, so that it is the same every time. One process at a time.
    """

    def __init__(self, encoder: Encoder, *, file: Path, most: int) -> None:
        super().__init__(name=f"{encoder.name}, at most {most:,} kept", dimension=encoder.dimension)
        self._encoder, self._most = encoder, most
        self._connection = sqlite3.connect(file, isolation_level=None)
        self._connection.execute("CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, digest TEXT UNIQUE, vector)")

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def count(self) -> int:
        """How many vectors are kept: they are numbered without gaps, and counting them takes milliseconds."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM kept").fetchone()[0])

    def _encode(self, texts: Sequence[str]) -> Vectors:
        digests = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        missing = [place for place, digest in enumerate(digests) if self._kept(digest) is None]
        self._keep([(digests[place], texts[place]) for place in missing[: max(self._most - self.count(), 0)]])
        return np.stack([self._vector(digest) for digest in digests])

    def embed_query(self, text: str) -> list[float]:
        """The question's own vector, encoded each time: what is timed shall not be remembered."""
        vector: list[float] = self._encoder.encode([text])[0].tolist()
        return vector

    def _keep(self, rows: Sequence[tuple[str, str]]) -> None:
        vectors = self._encoder.encode([text for _, text in rows])
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT OR IGNORE INTO kept (digest, vector) VALUES (?, ?)",
            [(digest, vector.tobytes()) for (digest, _), vector in zip(rows, vectors, strict=True)],
        )
        self._connection.execute("COMMIT")

    def _kept(self, digest: str) -> Vectors | None:
        row = self._connection.execute("SELECT vector FROM kept WHERE digest = ?", (digest,)).fetchone()
        return np.frombuffer(row[0], dtype=np.float32) if row else None

    def _vector(self, digest: str) -> Vectors:
        kept = self._kept(digest)
        return self._copy(int(digest[:15], 16)) if kept is None else kept

    def _copy(self, seed: int) -> Vectors:
        source = (seed % self.count() + 1,)
        row = self._connection.execute("SELECT vector FROM kept WHERE id = ?", source).fetchone()
        noise = np.random.default_rng(seed).standard_normal(self.dimension)
        copy: Vectors = (np.frombuffer(row[0], dtype=np.float32) + JITTER * noise / np.linalg.norm(noise)).astype("f4")
        return copy / np.linalg.norm(copy)
