"""What the page of the chat and that of checking draw alike."""

from collections.abc import Callable

import streamlit as st

from rag.view import answer_html as draw
from rag.view.answer import Group
from rag.view.place import Place
from rag.view.strings import LANGUAGES, language_of

Opener = Callable[[str, Place, str], None]
"""Draws the button that opens a place, by its label, the place and the key of the button."""


def choose_language(key: str) -> str:
    """The switch of the language of a page, and what it says; each page has a key of its own.

    One key on two pages would lose its value on the way.
    """
    st.session_state.setdefault(key, language_of(st.query_params.get("lang"), st.context.locale))
    language = st.segmented_control(
        "Taal / Language",
        list(LANGUAGES),
        required=True,
        format_func=LANGUAGES.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(lang=st.session_state[key]),
    )
    return language or "nl"


def draw_group(group: Group, key: str, language: str, draw_opener: Opener) -> None:
    """What one holder says, each line with the button that opens it in its letter."""
    with st.container(key=f"voice-{group.voice.value}-{key}", gap="xsmall"):
        if group.holder:
            st.html(draw.holder_html(group, language))
        for index, line in enumerate(group.lines):
            with st.container(key=f"line-{key}-{index}", horizontal=True, wrap=False, gap="small"):
                draw_opener(line.label, line.place, f"cite-{key}-{index}")
                st.html(draw.line_html(line, language))
