"""The page where a claim is held against the letters. Draws and calls Assistant; holds no logic."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

import streamlit as st

from rag.assistant import Assistant
from rag.errors import RagError
from rag.view import answer_html as draw
from rag.view import check_html
from rag.view.answer import Group
from rag.view.check import CheckView, check_view
from rag.view.check_strings import CHECK_STRINGS, CheckStrings
from rag.view.page import ICON, SCRIPT, STYLE, signal_html
from rag.view.place import Place
from rag.view.strings import LANGUAGES, language_of
from rag.view.text import message_markdown, plain_markdown
from rag.view.visit import Visit


def main(open_assistant: Callable[[], Assistant], lock: AbstractContextManager[object], chat: st.Page) -> None:
    """Draw the page; places in the letters open on the page of the chat."""
    st.set_page_config(page_title="Briefwijzer · check", page_icon=ICON, layout="wide")
    st.html(f"<style>{STYLE}</style>")
    strings = draw_masthead(chat)
    try:
        draw_form(open_assistant, lock, strings)
    except RagError as error:
        st.error(message_markdown(str(error)))
    views: Mapping[str, CheckView] = st.session_state.get("checked", {})
    if views:
        draw_checked(views[strings.language], strings, chat)
    st.html(signal_html(strings.language, 0, 0) + SCRIPT, unsafe_allow_javascript=True)


def draw_masthead(chat: st.Page) -> CheckStrings:
    """Name, language and the way to the chat."""
    with st.container(key="mast", horizontal=True, vertical_alignment="center"):
        title = st.container(key="title", width="stretch")
        st.session_state.setdefault("check-lang", language_of(st.query_params.get("lang"), st.context.locale))
        language = st.segmented_control(
            "Taal / Language",
            list(LANGUAGES),
            required=True,
            format_func=LANGUAGES.__getitem__,
            key="check-lang",  # one key on two pages would lose its value on the way
            label_visibility="collapsed",
            on_change=lambda: st.query_params.update(lang=st.session_state["check-lang"]),
        )
        strings = CHECK_STRINGS[language or "nl"]
        st.page_link(chat, label=strings.to_chat, icon=":material/forum:", query_params={"lang": strings.language})
    title.html(check_html.heading_html(strings))
    return strings


def draw_form(
    open_assistant: Callable[[], Assistant], lock: AbstractContextManager[object], strings: CheckStrings
) -> None:
    """The field for a claim; what came of it is kept for both languages of the page."""
    st.session_state.setdefault("claim", "")
    with st.container(key="claimdesk"), st.form("claim-form", border=False):
        claim = st.text_area(strings.claim, key="claim", placeholder=strings.placeholder, height=110)
        is_sent = st.form_submit_button(strings.check, type="primary", icon=":material/fact_check:")
    if is_sent and claim.strip():
        st.session_state.pop("checked", None)
        assistant = open_assistant()
        with st.spinner(strings.checking), lock:
            checked = assistant.check(claim)
        st.session_state.checked = {one: check_view(checked, assistant.letters, one) for one in LANGUAGES}


def draw_checked(seen: CheckView, strings: CheckStrings, chat: st.Page) -> None:
    """The verdict, the words that it rests on by holder, and what was asked on the way."""
    with st.container(key="checked", gap="small"):
        st.html(check_html.verdict_html(seen, strings))
        if seen.groups:
            st.html(check_html.opening_html(seen))
        for index, group in enumerate(seen.groups):
            draw_group(group, str(index), seen.language, chat)
        with st.expander(strings.gates):
            st.html(check_html.gates_html(seen, strings))


def draw_group(group: Group, key: str, language: str, chat: st.Page) -> None:
    """What one holder says, each line with the button that opens it in its letter."""
    with st.container(key=f"voice-{group.voice.value}-{key}", gap="xsmall"):
        if group.holder:
            st.html(draw.holder_html(group, language))
        for index, line in enumerate(group.lines):
            with st.container(key=f"line-{key}-{index}", horizontal=True, wrap=False, gap="small"):
                if st.button(plain_markdown(line.label), key=f"cite-{key}-{index}"):
                    open_place(line.place, language, chat)
                st.html(draw.line_html(line, language))


def open_place(place: Place, language: str, chat: st.Page) -> None:
    """Go to the chat with the letter open on a place, and name it in the address."""
    visit: Visit = st.session_state.setdefault("visit", Visit())
    visit.open(place)
    st.switch_page(chat, query_params={"lang": language} | place.address)
