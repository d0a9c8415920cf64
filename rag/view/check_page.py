"""The page where a claim is held against the letters. Draws and calls Assistant; holds no logic."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial

import streamlit as st

from rag.assistant import Assistant
from rag.errors import RagError
from rag.view import check_html
from rag.view.check import CheckView, check_view
from rag.view.check_strings import CHECK_STRINGS, CheckStrings
from rag.view.page import ICON, SCRIPT, STYLE, signal_html
from rag.view.parts import choose_language, draw_group
from rag.view.place import Place
from rag.view.strings import LANGUAGES
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
        strings = CHECK_STRINGS[choose_language("check-lang")]
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
            draw_group(group, str(index), seen.language, partial(draw_opener, seen.language, chat))
        with st.expander(strings.gates):
            st.html(check_html.gates_html(seen, strings))


def draw_opener(language: str, chat: st.Page, label: str, place: Place, key: str) -> None:
    """The button of one place, which leads to it in the chat."""
    if st.button(plain_markdown(label), key=key):
        open_place(place, language, chat)


def open_place(place: Place, language: str, chat: st.Page) -> None:
    """Go to the chat with the letter open on a place, and name it in the address."""
    visit: Visit = st.session_state.setdefault("visit", Visit())
    visit.open(place)
    st.switch_page(chat, query_params={"lang": language} | place.address)
