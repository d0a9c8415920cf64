"""The chat with a chat model: stages, checked sentences, what leaves the machine, and a question that is not lost."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from rag.answering import phrases
from rag.answering.model import Status
from rag.view.strings import DUTCH, ENGLISH
from tests.app.conftest import OpenChat, ask, html_of, keys
from tests.chat.servers import Reply, Server, drafts, serving
from tests.chat.test_answers import FAITHFUL, INVENTED, QUESTION, QUOTE

EVIL = (f"{FAITHFUL[0]} ![x](http://evil.example/a.png) <img src=x onerror=alert(1)>", f"17: {QUOTE}")


@pytest.fixture
def connect(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Names a server with this reply in the settings."""
    with ExitStack() as running:

        def start(*script: Reply) -> Server:
            server = running.enter_context(serving(script))
            monkeypatch.setenv("RAG_CHAT_MODEL", "openai:double")
            monkeypatch.setenv("RAG_CHAT_BASE_URL", server.url)
            monkeypatch.setenv("RAG_CHAT_TIMEOUT_SECONDS", "10")
            return server

        yield start


def test_checked_sentences_are_shown_before_the_dutch_they_rest_on(
    connect, open_chat: OpenChat, seed_index: Path
) -> None:
    connect(Reply(text=drafts(FAITHFUL, INVENTED)))
    chat = ask(open_chat(seed_index, lang="nl"), QUESTION)
    assert not chat.exception
    page = html_of(chat)
    assert page.index(f'<p class="bw-translation" lang="nl">{FAITHFUL[0]}</p>') < page.index(f"«{QUOTE}»")
    assert "Verwoord door een taalmodel en gecontroleerd" in page
    assert INVENTED[0] not in page
    assert DUTCH.dropped_one in page
    assert DUTCH.status[Status.PARTIAL] in page
    assert keys(chat, "cite-") == ["cite-0-0-0"]


def test_markup_of_a_model_is_neither_shown_nor_run(connect, open_chat: OpenChat, seed_index: Path) -> None:
    connect(Reply(text=drafts(EVIL, FAITHFUL)))
    chat = ask(open_chat(seed_index, lang="nl"), QUESTION)
    page = html_of(chat)
    assert "evil.example" not in page
    assert "<img" not in page
    assert not any("evil" in element.value for element in chat.markdown)


def test_why_a_model_did_not_answer_is_told_beside_the_quotes(connect, open_chat: OpenChat, seed_index: Path) -> None:
    connect(Reply(status=500))
    page = html_of(ask(open_chat(seed_index, lang="nl"), QUESTION))
    assert phrases.CHAT_FAULTS["nl"]["unreachable"] in page
    assert '<blockquote class="bw-quote" lang="nl">' in page


@pytest.mark.parametrize(
    ("url", "is_told"), [("http://models.example:8000/v1", True), ("http://127.0.0.1:8000/v1", False), ("", False)]
)
def test_what_leaves_the_machine_is_said_before_the_first_question(
    open_chat: OpenChat, seed_index: Path, monkeypatch: pytest.MonkeyPatch, url: str, is_told: bool
) -> None:
    if url:
        monkeypatch.setenv("RAG_CHAT_MODEL", "openai:double")
        monkeypatch.setenv("RAG_CHAT_BASE_URL", url)
    page = html_of(open_chat(seed_index, lang="en"))
    assert (ENGLISH.remote_model.format(host="models.example") in page) is is_told


def test_a_question_that_was_not_answered_can_be_asked_again(connect, open_chat: OpenChat, seed_index: Path) -> None:
    connect(Reply(text=drafts(FAITHFUL)))
    chat = open_chat(seed_index, lang="nl")
    chat.session_state.visit.unanswered = QUESTION
    chat.run()
    page = html_of(chat)
    assert DUTCH.stopped in page
    assert QUESTION in page
    chat.button(key="again").click().run()
    assert FAITHFUL[0] in html_of(chat)
    assert "again" not in [button.key for button in chat.button]
