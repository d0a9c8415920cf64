"""A Chroma server that takes a connection and says nothing: a sentence says so within the time, and nothing is lost."""

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner

from rag.cli import app
from rag.errors import StoreError
from rag.store.embedding import BundledEncoder
from rag.store.indexing import index_letters
from tests.conftest import Library

ENOUGH_SECONDS = 20
"""Far more than one or two waits of a second take, and far less than the default."""


@pytest.fixture(autouse=True)
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMA_QUERY_REQUEST_TIMEOUT_SECONDS", "1")


@contextmanager
def silence(host: str = "127.0.0.1") -> Iterator[str]:
    """The address of a server that never answers; the kernel takes the connections."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as server:
        yield f"http://{f'[{host}]' if ':' in host else host}:{server.getsockname()[1]}"


@pytest.fixture
def silent() -> Iterator[str]:
    with silence() as address:
        yield address


def has_ipv6() -> bool:
    with suppress(OSError), silence("::1"):
        return True
    return False


def late(address: str) -> str:
    return (
        f"The Chroma server at {address} gave no answer in 1 s. Start it anew, or unset RAG_CHROMA_URL to keep the "
        "vectors in the index folder."
    )


@contextmanager
def ended_by(message: str) -> Iterator[None]:
    begin = time.monotonic()
    with pytest.raises(StoreError, match=f"^{re.escape(message)}$"):
        yield
    assert time.monotonic() - begin < ENOUGH_SECONDS


def test_silent_server_is_named_and_the_index_stays(library: Library, silent: str) -> None:
    library.index()
    for act in (library.open, library.index):
        with ended_by(late(silent)):
            act(chroma_url=silent)
    library.open().close()


def test_first_index_on_a_silent_server_is_given_up(library: Library, silent: str) -> None:
    with ended_by(late(silent)):
        library.index(chroma_url=silent)


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6 on loopback")
def test_server_at_an_address_in_brackets_is_reached(library: Library) -> None:
    with silence("::1") as address, ended_by(late(address)):
        library.index(chroma_url=address)


@pytest.mark.parametrize("command", ["ask", "index", "doctor"])
def test_commands_end_with_the_sentence(
    command: str, library: Library, silent: str, bundled: BundledEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_letters([library.letters], library.settings, encoder=bundled)
    given = {"ask": ["Wat kost het fietspad?"], "index": [str(library.letters)], "doctor": []}[command]
    monkeypatch.chdir(library.letters)
    variables = {"RAG_INDEX_DIR": str(library.settings.index_dir), "RAG_CHROMA_URL": silent}
    begin = time.monotonic()
    ran = CliRunner().invoke(app, [command, *given], env=variables)
    assert time.monotonic() - begin < ENOUGH_SECONDS
    assert ran.exit_code == 1
    assert late(silent) in ran.output
    assert isinstance(ran.exception, SystemExit)


@dataclass(kw_only=True)
class Relay:
    """Stands before a server and hands on what it says, until it is to be silent."""

    target: tuple[str, int]
    is_silent: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def running(self) -> Iterator[str]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            threading.Thread(target=self._take, args=(server,), daemon=True).start()
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
            server.shutdown(socket.SHUT_RDWR)

    def _take(self, server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                asking, _ = server.accept()
                answering = socket.create_connection(self.target)
                for source, goal, is_answer in ((asking, answering, False), (answering, asking, True)):
                    threading.Thread(target=self._pass, args=(source, goal, is_answer), daemon=True).start()

    def _pass(self, source: socket.socket, goal: socket.socket, is_answer: bool) -> None:
        with suppress(OSError), source:
            while words := source.recv(65536):
                if not (is_answer and self.is_silent.is_set()):
                    goal.sendall(words)
            goal.shutdown(socket.SHUT_WR)


def test_server_that_falls_silent_is_named_and_answers_again_later(library: Library, chroma_server: str) -> None:
    library.index(chroma_url=chroma_server)
    address = urlsplit(chroma_server)
    relay = Relay(target=(address.hostname or "", address.port or 0))
    with relay.running() as url, closing(library.open(chroma_url=url)) as index:
        vector = library.encoder.embed_query("Wat kost het fietspad?")
        before = index.near(vector, 5)
        relay.is_silent.set()
        with ended_by(late(url)):
            index.near(vector, 5)
        relay.is_silent.clear()
        assert index.near(vector, 5) == before


class FullDisk(BaseHTTPRequestHandler):
    """Chroma's protocol as far as the first collection, for which there is no room."""

    def do_GET(self) -> None:
        if self.path.endswith("/auth/identity"):
            self._say(200, '{"user_id": "", "tenant": "default_tenant", "databases": ["default_database"]}')
        else:
            self._say(404, '{"error": "NotFoundError", "message": "no such collection"}')

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._say(500, '{"error": "InternalError", "message": "database or disk is full"}')

    def _say(self, status: int, body: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing in the terminal."""


def test_server_that_refuses_is_quoted(library: Library) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), FullDisk) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        message = (
            f"The Chroma server at {url} refuses: 'database or disk is full'. Look into its log, or unset "
            "RAG_CHROMA_URL to keep the vectors in the index folder."
        )
        with ended_by(message):
            library.index(chroma_url=url)
        server.shutdown()
