"""Chroma: nearest neighbours among passage vectors. A generation is built once and never changed.

It lies in a folder of its own, or as a collection on a Chroma server. The folder is there in both cases: readers hold
it while they read, and its name, the number of the generation, is in that of the collection.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from rag.errors import StoreError
from rag.store.embedding import Vectors
from rag.store.generations import Hold

_DATABASE = "chroma.sqlite3"
_MAX_BATCH = 5000
"""Chroma refuses more than 5,461 at once."""
_GRAPH: Any = {"hnsw": {"space": "cosine", "ef_search": 1000}}
"""Chroma's default, 100, misses one in a hundred of the nearest 120, and others after each build."""


@dataclass(frozen=True, kw_only=True)
class VectorHit:
    """A passage near a question."""

    passage: int
    similarity: float
    """Cosine, from -1 to 1."""


class VectorIndex:
    """One generation of vectors. Any number of threads may query at once."""

    def __init__(self, folder: Path, *, server: str = "") -> None:
        """Open what `create` and `add` made, in the folder or on the server at an address.

        Raises:
            StoreError: the generation is missing or damaged, or the server does not answer.
        """
        self._server = server
        self._is_closed = False
        self._place = f"The vectors in {str(folder)!r}"
        if server:
            self._place = f"The vectors {_name(folder)!r} on the Chroma server at {server}"
        with ExitStack() as opened:
            opened.callback(Hold(folder).release)
            if not (server or (folder / _DATABASE).is_file()):
                raise StoreError(self._lost("missing"))
            is_at_hand = server or _is_writable(folder)
            path = folder if is_at_hand else opened.enter_context(_copied(folder))
            with self._translated():
                self._client = _client(path, server)
                opened.callback(_close, self._client)
                self._collection: Any = self._client.get_collection(_name(folder), embedding_function=None)
                self._count = int(self._collection.count())
            self._opened = opened.pop_all()

    @classmethod
    def create(cls, folder: Path, *, server: str = "") -> "VectorIndex":
        """A new, empty generation; what has its folder or name already is removed."""
        remove(folder, server=server)
        folder.mkdir(parents=True)
        client = _client(folder, server)
        try:
            client.create_collection(_name(folder), embedding_function=None, configuration=_GRAPH)
            return cls(folder, server=server)
        finally:
            _close(client)

    def add(self, passages: Sequence[int], vectors: Vectors) -> None:
        """Store vectors under the ids of their passages, none of which is there yet."""
        for start in range(0, len(passages), _MAX_BATCH):
            part = slice(start, start + _MAX_BATCH)
            with self._translated():
                self._collection.add(ids=[str(one) for one in passages[part]], embeddings=np.asarray(vectors[part]))
        with self._translated():
            self._count = int(self._collection.count())

    def query(self, vector: Sequence[float], limit: int) -> list[VectorHit]:
        """The nearest passages, best first, ties by id; at most `limit`.

        Raises:
            StoreError: the vectors were damaged or taken away, or the server does not answer.
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
        """Give the files or the connection back."""
        self._is_closed = True
        self._opened.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Whatever Chroma raises as ours: its core's errors have no common root, and its panics are no `Exception`."""
        try:
            yield
        except (StoreError, KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException as error:
            raise StoreError(self._explained()) from error

    def _explained(self) -> str:
        if self._is_closed:
            return f"{self._place} were closed while they were asked. Open the index again."
        if not self._server:
            return self._lost("damaged")
        try:
            self._client.heartbeat()
        except Exception:  # chromadb passes on whatever its HTTP library raises
            return _unanswered(self._server)
        return self._lost("missing or damaged")

    def _lost(self, state: str) -> str:
        return f"{self._place} are {state}. Run `rag index` to build them again."


def remove(folder: Path, *, server: str = "") -> None:
    """Take a generation away, from the server too where one is named; nothing happens where there is none.

    Raises:
        StoreError: the server does not answer.
    """
    if server:
        from chromadb.errors import NotFoundError

        client = _client(folder, server)
        try:
            with suppress(NotFoundError):
                client.delete_collection(_name(folder))
        finally:
            _close(client)
    shutil.rmtree(folder, ignore_errors=True)


def _name(folder: Path) -> str:
    """The name of the collection; Chroma wants three characters at least."""
    return f"generation-{folder.name}"


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


def _client(folder: Path, server: str) -> Any:
    """A client of the server, or where none is named of the folder."""
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if not server:
        return chromadb.PersistentClient(path=str(folder), settings=settings)
    address = urlsplit(server)
    is_secure = address.scheme == "https"
    try:
        return chromadb.HttpClient(
            host=address.hostname or "",
            port=address.port or (443 if is_secure else 80),
            ssl=is_secure,
            settings=settings,
        )
    except Exception as error:  # chromadb raises bare exceptions, and passes on those of its HTTP library
        raise StoreError(_unanswered(server)) from error


def _close(client: Any) -> None:
    """Give a client's files or connections back; chromadb leaves the latter open, and has clients in clients."""
    client.close()
    for one in (client, client._admin_client):
        if session := getattr(one._server, "_session", None):
            session.close()


def _unanswered(server: str) -> str:
    """The message about a server that is down, or no Chroma server."""
    address = urlsplit(server)
    return (
        f"No Chroma server answers at {server}. Start it with `chroma run --host {address.hostname} "
        f"--port {address.port or 80} --path FOLDER`, or unset RAG_CHROMA_URL to keep the vectors in the index folder."
    )
