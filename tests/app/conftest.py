"""The chat over real indexes: the letter in seeds/, made once, and small ones made for a test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rag.settings import Settings
from rag.store.indexing import index_letters

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app.py"
TIMEOUT_SECONDS = 120
"""Generous: the first run imports everything, on a machine that may be busy."""
OpenChat = Callable[..., AppTest]


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of an index of seeds/."""
    folder = tmp_path_factory.mktemp("app") / "index"
    index_letters([ROOT / "seeds"], Settings(index_dir=folder))
    return folder


@pytest.fixture
def open_chat(monkeypatch: pytest.MonkeyPatch) -> OpenChat:
    """Opens the chat over an index folder, at an address such as `lang="en", par="17"`."""

    def open_at(index: Path, **address: str) -> AppTest:
        monkeypatch.setenv("RAG_INDEX_DIR", str(index))
        chat = AppTest.from_file(APP, default_timeout=TIMEOUT_SECONDS)
        for name, value in address.items():
            chat.query_params[name] = value
        return chat.run()

    return open_at


@pytest.fixture
def chat(open_chat: OpenChat, seed_index: Path) -> AppTest:
    """The chat over seeds/, before the first question."""
    return open_chat(seed_index)


@pytest.fixture
def small_index(tmp_path: Path) -> Callable[..., Path]:
    """Indexes letters given as `id="text"`; the index mirrors the last call."""
    (tmp_path / "letters").mkdir()

    def make(**letters: str) -> Path:
        for name, text in letters.items():
            (tmp_path / "letters" / f"{name}.txt").write_text(text, encoding="utf-8")
        index_letters([tmp_path / "letters"], Settings(index_dir=tmp_path / "index"))
        return tmp_path / "index"

    return make


def ask(chat: AppTest, question: str) -> AppTest:
    """Type a question and send it."""
    return chat.chat_input[0].set_value(question).run()


def html_of(chat: AppTest) -> str:
    """All HTML on the page, but for style and script."""
    bodies = (element.proto.body for element in chat.get("html"))
    return "\n".join(body.partition("<script>")[0] for body in bodies if not body.startswith("<style>"))


def letter_of(chat: AppTest) -> str:
    """HTML of the letter on the right."""
    return next(element.proto.body for element in chat.get("html") if 'class="bw-letter"' in element.proto.body)


def keys(chat: AppTest, prefix: str) -> list[str]:
    """Keys of the buttons that begin so, in the order of the page."""
    return [str(button.key) for button in chat.button if str(button.key).startswith(prefix)]
