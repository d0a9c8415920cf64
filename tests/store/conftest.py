"""A Chroma server of the tests' own."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import WATER, Library, free_port

CHROMA = Path(sys.executable).with_name("chroma")
START_SECONDS = 60


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a `chroma run` process that answers."""
    folder, port = tmp_path_factory.mktemp("chroma"), free_port()
    with (folder / "log").open("wb") as log:
        command = [CHROMA, "run", "--host", "127.0.0.1", "--port", str(port), "--path", folder / "data"]
        process = subprocess.Popen(command, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + START_SECONDS
        while not answers(address):
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline, "the server did not start in time"
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def answers(address: str) -> bool:
    with suppress(OSError):
        urllib.request.urlopen(f"{address}/api/v2/heartbeat", timeout=5).close()
        return True
    return False


@pytest.fixture
def served(library: Library, chroma_server: str) -> Library:
    """Two letters, not indexed yet, whose vectors belong on the server."""
    library.write("2022-drinkwater", WATER)
    settings = library.settings.model_copy(update={"chroma_url": chroma_server})
    return Library(letters=library.letters, settings=settings, encoder=library.encoder)


def generations(library: Library) -> list[Path]:
    """The folders of vectors, oldest first."""
    return sorted((library.settings.index_dir / "generations").iterdir())
