"""A letter is read from a file, in the tests as in life."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.letters import Letter, read_letter

ROOT = Path(__file__).resolve().parents[2]
Read = Callable[..., Letter]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a text as the file `2024-brief.txt`; `encoding` says how it is saved."""

    def read_text(text: str, *, encoding: str = "utf-8") -> Letter:
        path = tmp_path / "2024-brief.txt"
        path.write_bytes(text.encode(encoding))
        return read_letter(path)

    return read_text


@pytest.fixture(scope="session")
def seed() -> Letter:
    return read_letter(ROOT / "seeds" / "2020-vluchtelingenverdrag.txt")
