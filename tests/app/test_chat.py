"""The chat as a visitor meets it, without a browser."""

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rag.view.strings import DUTCH, ENGLISH
from tests.app.conftest import OpenChat, ask, html_of, keys, letter_of
from tests.conftest import CYCLING, WATER

HOSTILE = "<script>alert(1)</script> ![x](http://evil.example/a.png) [klik](http://evil.example) :red[rood] $x^2$"
HOSTILE_LETTER = f"""Betreft: <img src=x onerror=alert(2)> en *fietspaden*

Den Haag, 4 maart 2021

Geachte voorzitter,

Het kabinet legt vijftig kilometer fietspad aan langs het spoor. Het kabinet schrijft {HOSTILE} op elk bord.1

De minister van Infrastructuur en Waterstaat,

M. <b>Harbers</b>

1 Zie <a href="javascript:alert(3)">het Jaarplan</a> 2021.
"""


def marked(chat: AppTest) -> list[str]:
    return [unescape(re.sub(r"<[^>]+>", "", words)) for words in re.findall(r"<mark>(.*?)</mark>", letter_of(chat))]


def quotes(chat: AppTest) -> list[str]:
    found = re.findall(r"<blockquote[^>]*>«(.*?)»</blockquote>", html_of(chat), re.DOTALL)
    return [unescape(quote) for quote in found]


def test_chat_opens_with_the_letter_and_examples(chat: AppTest) -> None:
    assert not chat.exception
    assert not chat.error
    assert keys(chat, "example-") == [f"example-{index}" for index in range(4)]
    letter = letter_of(chat)
    assert 'role="region" tabindex="0"' in letter
    assert "Den Haag, 3 juli 2020" in letter
    assert 'id="par-33"' in letter
    assert "<mark>" not in letter


def test_dutch_question_gets_quoted_and_labelled_answer(chat: AppTest) -> None:
    ask(chat, "Wil het kabinet het Vluchtelingenverdrag opzeggen?")
    assert not chat.exception
    assert DUTCH.status["answered"] in html_of(chat)
    assert "Volgens de brief van 3 juli 2020" in html_of(chat)
    assert "bw-holder" in html_of(chat)
    assert '<blockquote class="bw-quote" lang="nl">' in html_of(chat)
    assert quotes(chat)


def test_english_question_gets_labelled_translation_and_the_dutch(chat: AppTest) -> None:
    ask(chat, "What does §17 say?")
    page = html_of(chat)
    assert "Unofficial translation, machine-made" in page
    assert '<p class="bw-translation" lang="en">' in page
    assert '<blockquote class="bw-quote bw-behind" lang="nl">' in page


@pytest.mark.parametrize(
    "question", ["Wat staat er in §17?", "What does note 4 say?", "Wie heeft de brief ondertekend?"]
)
def test_clicked_citation_opens_the_letter_on_exactly_the_quoted_words(chat: AppTest, question: str) -> None:
    ask(chat, question)
    chat.button(key=keys(chat, "cite-")[0]).click().run()
    assert not chat.exception
    assert marked(chat) == quotes(chat)[:1]
    assert chat.query_params["letter"] == "2020-vluchtelingenverdrag"


def test_clicked_note_is_highlighted_in_the_note(chat: AppTest) -> None:
    ask(chat, "What does note 4 say?")
    chat.button(key="cite-0-0-0").click().run()
    assert '<p class="bw-footnote"><b>4</b><span><mark>' in letter_of(chat)
    assert 'class="bw-par bw-hit" id="par-13"' in letter_of(chat)
    assert chat.query_params["par"] == "13"


def test_citation_that_is_open_stands_out(chat: AppTest) -> None:
    ask(chat, "Wat staat er in §17?")
    chat.button(key="cite-0-0-0").click().run()
    assert chat.button(key="cite-0-0-0").proto.type == "primary"


def test_what_was_not_found_names_the_nearest_and_what_to_try(chat: AppTest) -> None:
    ask(chat, "Wat staat er in §99?")
    page = html_of(chat)
    assert DUTCH.status["not_in_letters"] in page
    assert "§99 bestaat niet" in page
    assert DUTCH.nearest in page
    assert len(keys(chat, "open-0-")) == 3
    chat.button(key="open-0-0").click().run()
    assert "bw-hit" in letter_of(chat)
    chat.button(key="try-0-0").click().run()
    assert DUTCH.status["answered"] in html_of(chat)


def test_refusal_says_what_to_ask_instead(chat: AppTest) -> None:
    ask(chat, "Verzin een citaat van de minister")
    assert DUTCH.status["refused"] in html_of(chat)
    assert "Vraag wat een brief over een onderwerp zegt" in html_of(chat)
    assert not keys(chat, "cite-")


def test_question_that_is_too_long_is_answered_with_the_limit(chat: AppTest) -> None:
    ask(chat, "x" * 50_000)
    assert not chat.exception
    assert "50000 tekens lang" in html_of(chat)
    assert DUTCH.status["failed"] in html_of(chat)
    ask(chat, "Wie heeft de brief ondertekend?")
    assert keys(chat, "cite-1-")


def test_conversation_is_kept_and_can_be_begun_anew(chat: AppTest) -> None:
    ask(chat, "Wat staat er in §17?")
    ask(chat, "Wie heeft de brief ondertekend?")
    assert [html_of(chat).count(f'data-turn="{turn}"') for turn in range(3)] == [1, 1, 0]
    chat.button(key="new").click().run()
    assert "bw-question" not in html_of(chat)
    assert keys(chat, "example-")


def test_example_is_asked_when_clicked(chat: AppTest) -> None:
    chat.button(key="example-2").click().run()
    assert DUTCH.examples[2] in html_of(chat)
    assert "A. Broekers-Knol" in html_of(chat)


def test_answer_can_be_copied_with_its_sources(chat: AppTest) -> None:
    ask(chat, "Wat staat er in §17?")
    assert "3 juli 2020 (2020-vluchtelingenverdrag), §17" in chat.code[0].value


def test_interface_changes_language_and_answers_keep_theirs(chat: AppTest) -> None:
    ask(chat, "Wat staat er in §17?")
    chat.segmented_control(key="lang").set_value("en").run()
    page = html_of(chat)
    assert ENGLISH.tagline.split("’")[0] in page
    assert ENGLISH.status["answered"] in page
    assert "Volgens de brief" in page
    assert chat.query_params["lang"] == "en"
    assert chat.chat_input[0].placeholder == ENGLISH.ask_here


def test_address_opens_paragraph_and_language(open_chat: OpenChat, seed_index: Path) -> None:
    chat = open_chat(seed_index, lang="en", letter="2020-vluchtelingenverdrag", par="17")
    assert 'class="bw-par bw-hit" id="par-17"' in letter_of(chat)
    assert ENGLISH.welcome in html_of(chat)


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        ({"letter": "2020-vluchtelingenverdrag", "par": "99"}, "§99 bestaat niet"),
        ({"letter": "2020-vluchtelingenverdrag", "par": "[x](http://evil.example)"}, "bestaat niet"),
        ({"letter": "weg"}, "staat niet meer in de index"),
    ],
)
def test_address_that_names_nothing_is_explained(
    open_chat: OpenChat, seed_index: Path, address: dict[str, str], notice: str
) -> None:
    chat = open_chat(seed_index, lang="nl", **address)
    assert not chat.exception
    assert notice in chat.warning[0].value.replace("\\", "")
    assert 'id="par-1"' in letter_of(chat)


def test_missing_index_is_one_sentence_with_the_remedy(open_chat: OpenChat, tmp_path: Path) -> None:
    chat = open_chat(tmp_path / "nothing")
    assert not chat.exception
    assert "`rag index`" in chat.error[0].value
    assert not chat.chat_input


def test_damaged_index_is_one_sentence_with_the_remedy(open_chat: OpenChat, seed_index: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(seed_index, tmp_path / "broken")
    for file in broken.glob("*.sqlite*"):
        file.write_bytes(b"no database at all " * 500)
    chat = open_chat(broken)
    assert not chat.exception
    assert "`rag index`" in chat.error[0].value


def test_index_of_other_settings_is_one_sentence_with_the_remedy(
    open_chat: OpenChat, seed_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_USE_RENDERINGS", "0")
    chat = open_chat(seed_index)
    assert not chat.exception
    assert "`rag index`" in chat.error[0].value


def test_setting_that_cannot_be_used_is_named(
    open_chat: OpenChat, seed_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_TOP_PARAGRAPHS", "many")
    chat = open_chat(seed_index)
    assert not chat.exception
    assert "RAG" in chat.error[0].value


def test_renewed_index_is_opened_by_itself(open_chat: OpenChat, small_index: Callable[..., Path]) -> None:
    chat = open_chat(small_index(**{"2021-fietspad": CYCLING}))
    assert not chat.selectbox
    small_index(**{"2022-drinkwater": WATER})
    chat.run()
    assert chat.selectbox[0].options == [
        "2021-03-04 · Fietspaden langs het spoor",
        "2022-05-09 · Drinkwater",
    ]
    chat.selectbox[0].set_value("2022-drinkwater").run()
    assert "Waterbedrijven meten elke dag" in letter_of(chat)
    ask(chat, "Wat staat er in §1 van 2021-fietspad?")
    chat.button(key="cite-0-0-0").click().run()
    assert chat.selectbox[0].value == "2021-fietspad"
    assert marked(chat)


def test_an_index_renewed_again_and_again_is_given_back(open_chat: OpenChat, small_index: Callable[..., Path]) -> None:
    index = small_index(**{"2021-fietspad": CYCLING})
    chat, made = open_chat(index), []
    for million in range(13, 18):
        small_index(**{"2021-fietspad": CYCLING.replace("12 miljoen", f"{million} miljoen")})
        chat.run()
        assert f"{million} miljoen" in letter_of(chat)
        made.append(max(folder.name for folder in (index / "generations").iterdir()))
    left = sorted(folder.name for folder in (index / "generations").iterdir())
    assert left == made[-3:]


def test_hostile_text_is_shown_and_never_run(open_chat: OpenChat, small_index: Callable[..., Path]) -> None:
    chat = open_chat(small_index(**{"2021-_x_[y](z)": HOSTILE_LETTER, "2022-drinkwater": WATER}))
    ask(chat, HOSTILE)
    ask(chat, "Wat staat er in §1 van 2021-_x_[y](z)?")
    ask(chat, "What does note 1 say?")
    assert any("alert(1)" in quote for quote in quotes(chat))
    for key in keys(chat, "cite-"):
        chat.button(key=key).click().run()
        assert not chat.exception
    page = html_of(chat)
    assert not re.search(r"<(?:script|img|a|iframe|b>Harbers)\b", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;img src=x onerror=alert(2)&gt;" in letter_of(chat)
    for element in chat.markdown:
        assert "](" not in element.value
    for button in chat.button:
        assert not re.search(r"(?<!\\)[\[\]*_<>$]", button.label), button.label
