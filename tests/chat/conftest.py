"""The letter in seeds/, indexed once, and assistants over it that ask a server of the test's own."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.settings import Settings
from rag.store.indexing import index_letters
from tests.chat.servers import Reply, Server, serving

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Serve = Callable[..., Server]
Open = Callable[..., Assistant]


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chat") / "index"
    index_letters([SEEDS], Settings(index_dir=folder))
    return folder


@pytest.fixture(autouse=True)
def no_settings_of_the_developer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither keys nor a file .env; no proxy between a test and its server."""
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers; they end with the test."""
    with contextlib.ExitStack() as running:

        def start(*script: Reply, protocol: str = "openai", only: Sequence[str] | None = None) -> Server:
            return running.enter_context(serving(script, protocol=protocol, only=only))

        yield start


@pytest.fixture
def open_assistant(seed_index: Path) -> Iterator[Open]:
    """Opens assistants that ask a server; keyword arguments are settings. They are closed with the test."""
    with contextlib.ExitStack() as opened:

        def start(server: Server, **changes: object) -> Assistant:
            settings = Settings(index_dir=seed_index, **settings_for(server) | changes)
            return opened.enter_context(contextlib.closing(Assistant.open(settings)))

        yield start


def settings_for(server: Server) -> dict[str, object]:
    """The settings that name a server and its model."""
    protocol = "openai" if server.url.endswith("/v1") else "ollama"
    return {"chat_model": f"{protocol}:double", "chat_base_url": server.url, "chat_timeout_seconds": 20.0}
