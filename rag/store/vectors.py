"""Chroma: nearest neighbours among passage vectors. A generation is built once and never changed."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from rag.errors import StoreError
from rag.store.embedding import Vectors
from rag.store.generations import Hold

_COLLECTION = "passages"
_DATABASE = "chroma.sqlite3"
_MAX_BATCH = 5000
"""Chroma refuses more than 5,461 at once."""
_COSINE: Any = {"hnsw": {"space": "cosine"}}


@dataclass(frozen=True, kw_only=True)
class VectorHit:
    """A passage near a question."""

    passage: int
    similarity: float
    """Cosine, from -1 to 1."""


class VectorIndex:
    """One generation of vectors on disk. Any number of threads may query at once."""

    def __init__(self, folder: Path) -> None:
        """Open what `create` and `add` made.

        Raises:
            StoreError: the folder is missing or damaged.
        """
        self._folder = folder
        self._is_closed = False
        with ExitStack() as opened:
            opened.callback(Hold(folder).release)
            if not (folder / _DATABASE).is_file():
                raise StoreError(f"The vectors in {str(folder)!r} are missing. Run `rag index` to build them again.")
            path = folder if _is_writable(folder) else opened.enter_context(_copied(folder))
            with self._translated():
                client = _client(path)
                opened.callback(client.close)
                self._collection: Any = client.get_collection(_COLLECTION, embedding_function=None)
                self._count = int(self._collection.count())
            self._opened = opened.pop_all()

    @classmethod
    def create(cls, folder: Path) -> "VectorIndex":
        """A new, empty generation in a folder of its own; what is in the folder already is removed."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        client = _client(folder)
        try:
            client.create_collection(_COLLECTION, embedding_function=None, configuration=_COSINE)
            return cls(folder)
        finally:
            client.close()

    def add(self, passages: Sequence[int], vectors: Vectors) -> None:
        """Store vectors under the ids of their passages, none of which is there yet."""
        for start in range(0, len(passages), _MAX_BATCH):
            part = slice(start, start + _MAX_BATCH)
            with self._translated():
                self._collection.add(ids=[str(one) for one in passages[part]], embeddings=np.asarray(vectors[part]))
        self._count = int(self._collection.count())

    def query(self, vector: Sequence[float], limit: int) -> list[VectorHit]:
        """The nearest passages, best first, ties by id; at most `limit`.

        Raises:
            StoreError: the files were damaged or taken away.
        """
        limit = min(limit, self._count)
        if limit < 1:
            return []
        with self._translated():
            found: Any = self._collection.query(
                query_embeddings=np.asarray([vector], dtype=np.float32), n_results=limit, include=["distances"]
            )
        hits = [
            VectorHit(passage=int(name), similarity=1.0 - float(distance))
            for name, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]
        return sorted(hits, key=lambda hit: (-hit.similarity, hit.passage))

    def count(self) -> int:
        """How many vectors there are."""
        return self._count

    def close(self) -> None:
        """Give the files back."""
        self._is_closed = True
        self._opened.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Whatever Chroma raises as ours: its core's errors have no common root, and its panics are no `Exception`."""
        try:
            yield
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException as error:
            state = "were closed while they were asked. Open the index again."
            if not self._is_closed:
                state = "are damaged. Run `rag index` to build them again."
            raise StoreError(f"The vectors in {str(self._folder)!r} {state}") from error


def _is_writable(folder: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return all(os.access(path, os.W_OK, effective_ids=effective) for path in (folder, folder / _DATABASE))


@contextmanager
def _copied(folder: Path) -> Iterator[Path]:
    """The files once more where they can be written, without which Chroma does not open them even to read."""
    with TemporaryDirectory(prefix="briefwijzer-", ignore_cleanup_errors=True) as copy:
        try:
            for file in folder.rglob("*"):
                if file.is_file():
                    target = Path(copy) / file.relative_to(folder)
                    target.parent.mkdir(exist_ok=True)
                    shutil.copyfile(file, target)
        except OSError as error:
            raise StoreError(
                f"{str(folder)!r} is read-only, and the copy that Chroma needs cannot be made: {error.strerror}. "
                "Set TMPDIR to a folder with room."
            ) from error
        yield Path(copy)


def _client(folder: Path) -> Any:
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
