"""A reader who stops waiting for a chat model keeps the question and can ask it again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from rag.answering.model import Status
from rag.answering.progress import Stage
from rag.view.strings import DUTCH
from tests.app.conftest import ROOT
from tests.app.test_browser import TIMEOUT_MS, browser, wait_for  # noqa: F401 - browser is a fixture
from tests.chat.servers import Reply, drafts, serving
from tests.chat.test_answers import FAITHFUL, QUESTION
from tests.conftest import free_port

pytestmark = pytest.mark.browser


@pytest.fixture
def address(browser: Browser, seed_index: Path, tmp_path: Path) -> Iterator[str]:  # noqa: F811 - the fixture above
    """A chat whose model is slow the first time."""
    port = free_port()
    slow, quick = (Reply(text=drafts(FAITHFUL), step_seconds=seconds) for seconds in (5, 0))
    with serving([slow, quick]) as model, (tmp_path / "log").open("wb") as output:
        named = {"RAG_INDEX_DIR": str(seed_index), "RAG_CHAT_MODEL": "openai:double", "RAG_CHAT_BASE_URL": model.url}
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | named, stdout=output, stderr=output)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, tmp_path / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def test_a_question_that_was_stopped_is_kept_and_can_be_asked_again(
    browser: Browser,  # noqa: F811 - the fixture above
    address: str,
) -> None:
    with closing(browser.new_page()) as page:
        page.set_default_timeout(TIMEOUT_MS)
        page.goto(f"{address}/?lang=nl")
        field = page.get_by_test_id("stChatInputTextArea")
        field.fill(QUESTION)
        field.press("Enter")
        page.get_by_text(DUTCH.stages[Stage.WRITING]).wait_for()
        page.locator(".st-key-stop button").click()
        expect(page.get_by_text(DUTCH.stopped)).to_be_visible(timeout=4000)
        expect(page.locator(".bw-question")).to_contain_text(QUESTION)
        expect(field).to_be_enabled()
        page.locator(".st-key-again button").click()
        page.get_by_text(DUTCH.status[Status.ANSWERED], exact=True).wait_for()
        expect(page.get_by_text(FAITHFUL[0])).to_be_visible()
