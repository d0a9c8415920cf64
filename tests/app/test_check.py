"""The page where a claim is checked, without a browser and, on the way to the letter and back, in one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from rag.answering.citations import cite
from rag.checking.gates import GateName, GateResult
from rag.checking.model import Checked, Verdict
from rag.letters import Letter, Voice, read_letter
from rag.view.check import check_view
from rag.view.check_html import gates_html, verdict_html
from rag.view.check_strings import CHECK_STRINGS, ICONS
from rag.view.strings import DUTCH, ENGLISH
from tests.app.conftest import TIMEOUT_SECONDS, OpenChat, html_of, keys
from tests.app.test_browser import Visitor, address, browser, notes, visitor  # noqa: F401 - fixtures
from tests.conftest import CYCLING, Library

HELD = "Het kabinet legt vijftig kilometer fietspad aan langs het spoor."
DENIED = "Het kabinet wil het Fietsverdrag opzeggen."
HOSTILE = "Het kabinet legt <script>alert(1)</script> ![x](http://evil.example/a.png) fietspad aan langs het spoor."


def page() -> None:
    """The page in front, with a chat behind it that tells what is open."""
    from threading import Lock

    import streamlit as st

    from rag.assistant import Assistant
    from rag.view import check_page

    def chat_page() -> None:
        place = st.session_state.visit.place
        words = " ".join(span.quote for span in place.spans)
        st.text(f"{place.letter} §{place.paragraph} {words}")

    def draw() -> None:
        check_page.main(Assistant.open, Lock(), chat)

    chat = st.Page(chat_page, url_path="chat")
    st.navigation([st.Page(draw, title="check", default=True), chat], position="hidden").run()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Opens the page over an index folder, in a language."""

    def open_at(index: Path, language: str = "nl") -> AppTest:
        monkeypatch.setenv("RAG_INDEX_DIR", str(index))
        opened = AppTest.from_function(page, default_timeout=TIMEOUT_SECONDS)
        opened.query_params["lang"] = language
        return opened.run()

    return open_at


@pytest.fixture
def checking(open_page: Callable[..., AppTest], small_index: Callable[..., Path]) -> AppTest:
    """The page over a small letter."""
    return open_page(small_index(**{"2021-fietspad": CYCLING}))


def check(opened: AppTest, claim: str) -> AppTest:
    """Type a claim and send it."""
    opened.text_area[0].set_value(claim)
    return opened.button(key="FormSubmitter:claim-form-" + opened.button[0].label).click().run()


def test_page_opens_with_a_field_and_no_verdict(checking: AppTest) -> None:
    assert not checking.exception
    assert not checking.error
    assert checking.text_area[0].label == CHECK_STRINGS["nl"].claim
    assert "bw-verdict" not in html_of(checking)


@pytest.mark.parametrize(("claim", "verdict"), [(HELD, Verdict.SUPPORTED), (DENIED, Verdict.CONTRADICTED)])
def test_claim_gets_a_verdict_in_words_and_a_shape_and_the_words_it_rests_on(
    checking: AppTest, claim: str, verdict: Verdict
) -> None:
    check(checking, claim)
    assert not checking.exception
    shown = html_of(checking)
    assert f'class="bw-verdict bw-{verdict.value}" role="status"' in shown
    assert CHECK_STRINGS["nl"].endings[verdict].name in shown
    assert f'<span aria-hidden="true">{ICONS[verdict]}</span>' in shown
    assert "Het kabinet" in shown
    assert '<blockquote class="bw-quote" lang="nl">«' in shown
    assert checking.expander[0].label == CHECK_STRINGS["nl"].gates
    assert "bw-gates" in shown


def test_place_opens_in_the_letter_on_exactly_the_quoted_words(checking: AppTest) -> None:
    check(checking, HELD)
    quote = unescape(re.findall(r"<blockquote[^>]*>«(.*?)»</blockquote>", html_of(checking))[0])
    checking.button(key=keys(checking, "cite-")[0]).click().run()
    assert not checking.exception
    assert checking.text[0].value == f"2021-fietspad §1 {quote}"
    assert checking.query_params["letter"] == "2021-fietspad"
    assert checking.query_params["par"] == "1"


def test_verdict_is_kept_and_read_in_the_other_language(checking: AppTest) -> None:
    check(checking, DENIED)
    checking.segmented_control(key="check-lang").set_value("en").run()
    shown = html_of(checking)
    assert CHECK_STRINGS["en"].endings[Verdict.CONTRADICTED].name in shown
    assert CHECK_STRINGS["en"].decided in shown
    assert CHECK_STRINGS["nl"].title not in shown
    assert DENIED in shown


@pytest.mark.parametrize("claim", ["", "  \n"])
def test_an_empty_claim_is_not_checked(checking: AppTest, claim: str) -> None:
    check(checking, claim)
    assert not checking.exception
    assert not checking.error
    assert "bw-verdict" not in html_of(checking)


def test_hostile_claim_is_shown_and_never_run(checking: AppTest) -> None:
    check(checking, HOSTILE)
    assert not checking.exception
    shown = html_of(checking)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert not re.search(r"<(?:script|img|a)\b", shown)


def test_missing_index_is_one_sentence_with_the_remedy(open_page: Callable[..., AppTest], tmp_path: Path) -> None:
    opened = check(open_page(tmp_path / "nothing"), HELD)
    assert not opened.exception
    assert "`rag index`" in opened.error[0].value


@pytest.mark.parametrize(("language", "label"), [("nl", DUTCH.check_claim), ("en", ENGLISH.check_claim)])
def test_chat_leads_to_the_page(open_chat: OpenChat, seed_index: Path, language: str, label: str) -> None:
    link = open_chat(seed_index, lang=language).get("page_link")[0].proto
    assert (link.page, link.label, link.query_string) == ("check", label, f"lang={language}")


@pytest.fixture
def letter(library: Library) -> Letter:
    return read_letter(library.letters / "2021-fietspad.txt")


def checked(letter: Letter, verdict: Verdict, *, sentences: Sequence[int] = (0,), failed: Sequence[GateName] = ()):
    """A claim with a verdict that rests on sentences of the first paragraph."""
    first = letter.paragraphs[0]
    spans = [first.sentences[index] for index in sentences]
    return Checked(
        claim="Een bewering.",
        language="nl",
        verdict=verdict,
        citations=tuple(cite(letter, first, span.start, span.end) for span in spans),
        gates=tuple(GateResult(gate=gate, passed=gate not in failed, reason="as tested") for gate in GateName),
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_and_every_gate_has_words_in_both_languages(
    letter: Letter, verdict: Verdict, language: str
) -> None:
    failed = () if verdict is Verdict.SUPPORTED else tuple(GateName)
    seen = check_view(checked(letter, verdict, failed=failed), {letter.id: letter}, language)
    strings = CHECK_STRINGS[language]
    shown = verdict_html(seen, strings)
    assert strings.endings[verdict].name in shown
    assert strings.endings[verdict].meaning.split(";")[0] in unescape(shown)
    assert gates_html(seen, strings).count("<li>") == len(GateName)
    assert len({line.text for line in seen.gates}) == len(GateName)
    assert [line.gate for line in seen.decided] == list(failed)


def test_gates_that_were_not_passed_are_told_apart(letter: Letter) -> None:
    seen = check_view(checked(letter, Verdict.OTHER_HOLDER, failed=[GateName.HOLDER]), {letter.id: letter})
    passed, failed = CHECK_STRINGS["nl"].outcomes[GateName.HOLDER]
    assert [line.text for line in seen.decided] == [failed]
    assert passed not in gates_html(seen, CHECK_STRINGS["nl"])


def test_a_gate_that_was_asked_twice_is_one_line_and_fails_if_either_time_did(letter: Letter) -> None:
    twice = (
        GateResult(gate=GateName.QUOTE, passed=True, reason="the first time"),
        GateResult(gate=GateName.QUOTE, passed=False, reason="the second time"),
    )
    seen = check_view(replace(checked(letter, Verdict.PARTLY), gates=twice), {letter.id: letter})
    assert [(line.gate, line.passed) for line in seen.gates] == [(GateName.QUOTE, False)]


def test_english_reader_gets_the_rendering_with_the_dutch_behind_it(letter: Letter) -> None:
    seen = check_view(checked(letter, Verdict.SUPPORTED), {letter.id: letter}, "en")
    (line,) = seen.groups[0].lines
    assert line.wording == "The cabinet is building fifty kilometres of cycle path along the railway."
    assert line.quote == HELD
    assert seen.groups[0].voice is Voice.CABINET


def test_words_that_are_merely_near_are_said_to_be_so(letter: Letter) -> None:
    near = check_view(checked(letter, Verdict.NOT_FOUND, failed=[GateName.SUPPORT]), {letter.id: letter})
    assert near.lead == CHECK_STRINGS["nl"].nearest
    assert CHECK_STRINGS["nl"].nearest in near.text


def test_nothing_found_is_drawn_without_a_quote(letter: Letter) -> None:
    seen = check_view(checked(letter, Verdict.NOT_FOUND, sentences=()), {letter.id: letter})
    assert (seen.groups, seen.text, seen.opening, seen.lead) == ((), "", None, None)


@pytest.mark.browser
def test_keyboard_checks_a_claim_opens_its_words_and_comes_back(visitor: Visitor) -> None:  # noqa: F811
    page = visitor.page
    page.get_by_role("link", name=DUTCH.check_claim).press("Enter")
    field = page.get_by_role("textbox", name=CHECK_STRINGS["nl"].claim)
    field.fill("Een verdragspartij kan het Vluchtelingenverdrag te allen tijde opzeggen.")
    field.press("Control+Enter")
    expect(page.get_by_role("status").filter(has=page.locator(".bw-claim"))).to_be_visible()
    quote = page.locator(".bw-quote").first.inner_text().strip("«»")
    page.locator("[class*='st-key-cite-'] button").first.press("Enter")
    mark = page.locator(".bw-letter mark")
    expect(mark.first).to_be_in_viewport()
    assert "".join(mark.all_text_contents()) == quote
    assert "par=" in page.url
    page.get_by_role("link", name=DUTCH.check_claim).press("Enter")
    expect(page.locator(".bw-verdict")).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(page.locator(".bw-mast")).to_contain_text(CHECK_STRINGS["en"].title)
    expect(page.locator("html[lang=en]")).to_have_count(1)
    page.get_by_role("link", name=CHECK_STRINGS["en"].to_chat).press("Enter")
    expect(page.get_by_role("link", name=ENGLISH.check_claim)).to_be_visible()
