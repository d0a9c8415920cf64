"""The chat in headless Chromium, served as `make app` serves it."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from rag.view.strings import DUTCH, ENGLISH
from tests.app.conftest import ROOT
from tests.conftest import free_port

pytestmark = pytest.mark.browser

TIMEOUT_MS = 120_000
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        reason = "no Chromium here: apt-get install chromium"
        if os.environ.get("BRIEFWIJZER_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server's attempts to reach other machines are noted."""
    return tmp_path_factory.mktemp("server") / "notes"


@pytest.fixture(scope="module")
def address(browser: Browser, seed_index: Path, notes: Path) -> Iterator[str]:
    """A chat over seeds/ on a free port of this machine."""
    port = free_port()
    log = notes.with_name("log")
    command = [
        sys.executable,
        "tests/app/watched.py",
        str(notes),
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
    ]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"RAG_INDEX_DIR": str(seed_index)}, stdout=output, stderr=output
        )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/_stcore/health", server, log)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + TIMEOUT_MS / 1000
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            assert server.poll() is None, log.read_text()
            time.sleep(0.25)
    pytest.fail(f"The chat did not start: {log.read_text()}")


@dataclass(kw_only=True)
class Visitor:
    """One browser page, with every request that it made."""

    page: Page
    requests: list[str] = field(default_factory=list)

    def ask(self, question: str) -> Locator:
        """Ask, and give the answer once it is there."""
        turn = self.page.locator(".bw-question").count()
        box = self.page.get_by_test_id("stChatInputTextArea")
        box.fill(question)
        box.press("Enter")
        answer = self.page.locator(f".st-key-answer-{turn}")
        expect(answer.locator(".bw-chip")).to_be_visible()
        return answer

    def open(self, answer: Locator) -> tuple[str, Locator]:
        """Click the answer's first place; give its quote, and the highlight in the letter."""
        quote = answer.locator(".bw-quote").first.inner_text().strip("«»")
        answer.locator("[class*='st-key-cite-'] button").first.click()
        mark = self.page.locator(".bw-letter mark")
        expect(mark.first).to_be_in_viewport()
        return quote, mark


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    yield from visit(browser, address, "nl-NL")


@pytest.fixture
def english_visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    yield from visit(browser, address, "en-GB")


def visit(browser: Browser, url: str, locale: str) -> Iterator[Visitor]:
    context = browser.new_context(locale=locale, viewport={"width": 1440, "height": 900})
    context.set_default_timeout(TIMEOUT_MS)
    expect.set_options(timeout=TIMEOUT_MS)
    made = Visitor(page=context.new_page())
    made.page.on("request", lambda request: made.requests.append(request.url))
    made.page.on("websocket", lambda socket_: made.requests.append(socket_.url))
    made.page.goto(url)
    expect(made.page.locator(".bw-letter")).to_be_visible()
    yield made
    context.close()


def is_in_letter(mark: Locator) -> bool:
    """Whether the first highlighted line lies within what one sees of the letter."""
    return bool(
        mark.first.evaluate(
            """mark => {
                const line = mark.getClientRects()[0];
                const pane = mark.closest('.bw-letter').getBoundingClientRect();
                return line.top >= pane.top && line.bottom <= Math.min(pane.bottom, innerHeight);
            }"""
        )
    )


def test_dutch_question_citation_and_highlight(visitor: Visitor) -> None:
    answer = visitor.ask("Wat staat er in §17?")
    expect(answer).to_contain_text(DUTCH.status["answered"])
    quote, mark = visitor.open(answer)
    assert mark.all_text_contents() == [quote]
    assert is_in_letter(mark)
    assert "par=17" in visitor.page.url
    assert visitor.page.evaluate("document.documentElement.lang") == "nl"


def test_english_question_citation_and_highlight(english_visitor: Visitor) -> None:
    answer = english_visitor.ask("What does §30 say?")
    expect(answer).to_contain_text(ENGLISH.status["answered"])
    expect(answer).to_contain_text("Unofficial translation, machine-made")
    quote, mark = english_visitor.open(answer)
    assert mark.all_text_contents() == [quote]
    assert is_in_letter(mark)
    assert english_visitor.page.evaluate("document.documentElement.lang") == "en"


def test_note_and_metadata_are_highlighted_where_they_stand(visitor: Visitor) -> None:
    quote, mark = visitor.open(visitor.ask("Wat staat er in noot 8?"))
    assert mark.all_text_contents() == [quote]
    assert mark.locator("xpath=ancestor::p[contains(@class, 'bw-footnote')]").count() == 1
    quote, mark = visitor.open(visitor.ask("Wie heeft de brief ondertekend?"))
    expect(mark).to_have_text(quote)
    assert mark.locator("xpath=ancestor::dd").count() == 1


def test_keyboard_reaches_citation_and_letter(visitor: Visitor) -> None:
    answer = visitor.ask("Wat staat er in §17?")
    button = answer.get_by_role("button", name="§17").first
    button.focus()
    button.press("Enter")
    expect(visitor.page.locator(".bw-letter mark")).to_be_in_viewport()
    letter = visitor.page.get_by_role("region", name=DUTCH.letter)
    letter.focus()
    letter.press("Home")
    expect(letter.locator("h2")).to_be_in_viewport()


def test_address_opens_a_paragraph_on_load(visitor: Visitor, address: str) -> None:
    visitor.page.goto(f"{address}/?lang=en&letter=2020-vluchtelingenverdrag&par=33")
    expect(visitor.page.locator("#par-33.bw-hit")).to_be_in_viewport()
    expect(visitor.page.get_by_text(ENGLISH.welcome)).to_be_visible()


def test_hostile_question_is_shown_as_text(visitor: Visitor) -> None:
    dialogs: list[str] = []
    visitor.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    question = (
        "<script>alert(1)</script><img src=x onerror=alert(2)> ![x](http://evil.example/a.png) [y](http://evil.example)"
    )
    visitor.ask(question)
    shown = visitor.page.locator(".bw-question p").last
    expect(shown).to_have_text(question)
    assert visitor.page.locator(".bw-question :is(script, img, a)").count() == 0
    assert not dialogs


def test_small_screen_shows_highlight_and_the_way_back(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    answer = visitor.ask("Wat staat er in §17?")
    visitor.open(answer)
    wide = visitor.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    visitor.page.get_by_role("button", name=DUTCH.back).click()
    expect(answer.get_by_role("button", name="§17").first).to_be_in_viewport()


def test_neither_page_nor_server_reaches_another_machine(visitor: Visitor, notes: Path) -> None:
    visitor.open(visitor.ask("Wil het kabinet het Vluchtelingenverdrag opzeggen?"))
    hosts = {urlsplit(url).hostname for url in visitor.requests if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {"127.0.0.1"}
    assert notes.read_text(encoding="utf-8") == ""
