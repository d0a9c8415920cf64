"""Chroma: nearest neighbours among passage vectors. A generation is built once and never changed.

It lies in a folder of its own, or as a collection on a Chroma server. The folder is there in both cases: readers hold
it while they read, and its name, the number of the generation, is in that of the collection. Indexes may share a
server: a collection bears the mark of the one that made it, and no other removes it.
"""

import os
import re
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
_OWNER = "index"
"""Under which a collection bears its mark."""
_GREETING_SECONDS = 10
"""Longest wait for a server to say that it is there, which takes milliseconds."""
_PAGE = 100
"""Collections listed at once."""
_OTHERWISE = "or unset RAG_CHROMA_URL to keep the vectors in the index folder."


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
                client = opened.enter_context(_served(server) if server else _filed(path))
                self._collection: Any = _collection(client, _name(folder), is_served=bool(server))
                self._count = int(self._collection.count())
            self._opened = opened.pop_all()

    @classmethod
    def create(cls, folder: Path, *, server: str = "", owner: str = "") -> "VectorIndex":
        """A new, empty generation; what has its folder or name already is removed. On a server it bears the mark.

        Raises:
            StoreError: the server does not answer, or refuses.
        """
        remove(folder, server=server, owner=owner)
        folder.mkdir(parents=True)
        if server:
            with _served(server) as client:
                client.create_collection(_name(folder), configuration=_GRAPH, metadata={_OWNER: owner})
                return cls(folder, server=server)
        with _filed(folder) as client:
            client.create_collection(_name(folder), configuration=_GRAPH, embedding_function=None)
            return cls(folder)

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
            raise StoreError(self._explained(error)) from error

    def _explained(self, error: BaseException) -> str:
        if self._is_closed:
            return f"{self._place} were closed while they were asked. Open the index again."
        if not self._server:
            return self._lost("damaged")
        if delay := _delay(self._server, error):
            return delay
        try:
            with _served(self._server):
                return self._lost("missing or damaged")
        except StoreError as failure:
            return str(failure)

    def _lost(self, state: str) -> str:
        return f"{self._place} are {state}. Run `rag index` to build them again."


def remove(folder: Path, *, server: str = "", owner: str = "") -> None:
    """Take a generation away, from the server too where one is named; nothing happens where there is none.

    On the server it stays if it bears another mark: then the folder is a copy, and the original still needs it.

    Raises:
        StoreError: the server does not answer, or refuses.
    """
    if server:
        from chromadb.errors import NotFoundError

        with _served(server) as client, suppress(NotFoundError):
            if _mark(client.get_collection(_name(folder))) in ("", owner):
                client.delete_collection(_name(folder))
    shutil.rmtree(folder, ignore_errors=True)


def marked_generations(server: str, *, owner: str) -> set[int]:
    """Those on a server that bear a mark.

    Raises:
        StoreError: the server does not answer.
    """
    listed: list[Any] = []
    with _served(server) as client:
        while page := client.list_collections(limit=_PAGE, offset=len(listed)):
            listed += page
    names = [re.fullmatch(r"generation-(\d+)", one.name) for one in listed if _mark(one) == owner]
    return {int(name[1]) for name in names if name}


def _name(folder: Path) -> str:
    """The name of the collection; Chroma wants three characters at least."""
    return f"generation-{folder.name}"


def _mark(model: Any) -> str:
    """The mark that a collection bears; empty if it was made before there were marks."""
    return str((model.metadata or {}).get(_OWNER, ""))


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


def _collection(client: Any, name: str, *, is_served: bool) -> Any:
    if not is_served:
        return client.get_collection(name, embedding_function=None)
    from chromadb.api.models.Collection import Collection

    return Collection(client=client, model=client.get_collection(name), embedding_function=None)


@contextmanager
def _filed(folder: Path) -> Iterator[Any]:
    """Chroma in this process, over a folder."""
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    import chromadb
    from chromadb.config import Settings

    client: Any = chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
    try:
        yield client
    finally:
        client.close()


@contextmanager
def _served(server: str) -> Iterator[Any]:
    """The interface of a server that is there; what goes wrong with it meanwhile becomes a StoreError.

    `chromadb.HttpClient` waits without end, also while it is made. This is the part of it that asks, and waits for each
    answer as long as Chroma's own CHROMA_QUERY_REQUEST_TIMEOUT_SECONDS says, which is 60 where it is not set.

    Raises:
        StoreError: the server does not answer.
    """
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    from chromadb.api.fastapi import FastAPI
    from chromadb.config import Settings, System

    settings = Settings(
        anonymized_telemetry=False,
        chroma_server_host=server,
        chroma_server_http_port=0,  # must be given, and is not used beside a whole address
    )
    patience = settings.chroma_query_request_timeout_seconds
    client: Any = FastAPI(System(settings))
    try:
        client._session.timeout = min(_GREETING_SECONDS, patience)
        client.get_user_identity()
        client._session.timeout = patience
        yield client
    except StoreError:
        raise
    except Exception as error:  # chromadb raises bare exceptions, and passes on those of its HTTP library
        raise StoreError(_delay(server, error) or _failure(server, error)) from error
    finally:
        client._session.close()


def _delay(server: str, error: BaseException) -> str:
    """The message about a server that took too long; empty if that was not it."""
    from httpx import TimeoutException

    if not isinstance(error, TimeoutException):
        return ""
    seconds = error.request.extensions["timeout"]["read"]
    return f"The Chroma server at {server} gave no answer in {seconds} s. Start it anew, {_OTHERWISE}"


def _failure(server: str, error: Exception) -> str:
    """The message about a server that refuses, is down, or is no Chroma server."""
    from chromadb.errors import ChromaError

    if isinstance(error, ChromaError):
        return f"The Chroma server at {server} refuses: {str(error)!r}. Look into its log, {_OTHERWISE}"
    address = urlsplit(server)
    return (
        f"No Chroma server answers at {server}. Start it with `chroma run --host {address.hostname} "
        f"--port {address.port or 80} --path FOLDER`, {_OTHERWISE}"
    )
