"""The chat: conversation on the left, the letter on the right. Draws and calls Assistant; holds no logic."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Lock

import streamlit as st

from evals.stored import stored_reports
from rag.answering.patience import with_pauses
from rag.answering.progress import Finished, Progress, Stage, in_turns
from rag.assistant import Assistant
from rag.errors import RagError
from rag.letters import Letter
from rag.settings import Settings, load_settings
from rag.view import answer_html as draw
from rag.view import check_page
from rag.view.answer import AnswerView, stage_text
from rag.view.letter_html import has_moved, letter_html
from rag.view.page import ICON, SCRIPT, STYLE, signal_html
from rag.view.parts import choose_language, draw_group
from rag.view.place import Place
from rag.view.strings import STRINGS, Strings
from rag.view.text import message_markdown, plain_markdown, quotable
from rag.view.visit import Exchange, Visit

STOP_SECONDS = 0.3
"""How soon a reader's stop takes effect while nothing else happens."""


@st.cache_resource(show_spinner=False)
def one_at_a_time() -> Lock:
    """Whose turn it is: each question takes all cores, so visitors wait for each other some milliseconds."""
    return Lock()


@st.cache_resource(show_spinner=False)
def retired() -> list[Assistant]:
    """The assistant before the one that is open; answers may still be in the making with it."""
    return []


def retire(assistant: Assistant) -> None:
    """Keep an assistant for the answers that are in the making with it, and close the one kept before."""
    with one_at_a_time():
        for earlier in retired():
            earlier.close()
        retired()[:] = [assistant]


def is_current(assistant: Assistant) -> bool:
    """Whether the index is still the one that was opened; else its assistant is retired."""
    with one_at_a_time():
        is_stale = assistant.is_stale()
    if is_stale:
        retire(assistant)  # Streamlit releases nothing that it finds invalid
    return not is_stale


@st.cache_resource(
    show_spinner="De brieven worden geopend… · Opening the letters…",
    max_entries=1,
    validate=is_current,
    on_release=retire,
    hash_funcs={Settings: lambda one: one.model_dump_json()},
)
def open_assistant(settings: Settings) -> Assistant:
    """One assistant for all visitors, opened anew when the index was renewed."""
    return Assistant.open(settings)


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Briefwijzer", page_icon=ICON, layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{STYLE}</style>")
    visit: Visit = st.session_state.setdefault("visit", Visit())
    strings = draw_masthead(visit)
    try:
        draw_desk(visit, open_assistant(load_settings()), strings)
    except RagError as error:
        st.error(message_markdown(str(error)))
    st.html(signal_html(strings.language, len(visit.exchanges), visit.opened) + SCRIPT, unsafe_allow_javascript=True)


def draw_masthead(visit: Visit) -> Strings:
    """Name, language and a way to begin anew."""
    with st.container(key="mast", horizontal=True, vertical_alignment="center"):
        title = st.container(key="title", width="stretch")
        strings = STRINGS[choose_language("lang")]
        st.page_link(
            CHECK, label=strings.check_claim, icon=":material/fact_check:", query_params={"lang": strings.language}
        )
        if visit.exchanges:
            st.button(strings.new_conversation, key="new", icon=":material/add:", on_click=visit.start_over)
    title.html(draw.masthead_html(strings))
    return strings


def draw_desk(visit: Visit, assistant: Assistant, strings: Strings) -> None:
    """Conversation and letter, side by side."""
    letters = assistant.letters
    if not letters:
        st.info(message_markdown(strings.no_letters))
        return
    with st.container(key="desk"):
        left, right = st.columns([11, 10], gap="medium")
    with right, st.container(key="letterside"):
        draw_letter(visit, letters, strings)
    with left:
        draw_conversation(visit, assistant, letters, strings)


def draw_conversation(visit: Visit, assistant: Assistant, letters: Mapping[str, Letter], strings: Strings) -> None:
    """What was asked and answered, and the field for the next question, which is there while a question is answered."""
    conversation = st.container(key="conversation")
    if assistant.chat_place and assistant.chat_place.is_remote:
        notice = strings.remote_model.format(host=assistant.chat_place.host)
        st.html(draw.small_html(notice, strings.language))
    st.chat_input(strings.ask_here, key="prompt", on_submit=lambda: visit.ask(st.session_state.prompt or ""))
    with conversation:
        for turn, exchange in enumerate(visit.exchanges):
            draw_exchange(exchange, turn, visit, strings)
        if visit.pending is not None:
            answer_pending(visit, assistant, letters, strings)
        elif visit.unanswered is not None:
            draw_unanswered(visit.unanswered, visit, strings)
        elif not visit.exchanges:
            draw_welcome(visit, letters, strings)


def draw_welcome(visit: Visit, letters: Mapping[str, Letter], strings: Strings) -> None:
    """What this is, and questions to begin with."""
    st.html(draw.welcome_html(strings))
    number = min(3, len(next(iter(letters.values())).paragraphs))
    with st.container(key="examples", gap="xsmall"):
        st.html(draw.small_html(strings.examples_title, strings.language))
        for index, example in enumerate(strings.examples):
            question = example.format(number=number)
            st.button(plain_markdown(question), key=f"example-{index}", on_click=visit.ask, args=[question])


def answer_pending(visit: Visit, assistant: Assistant, letters: Mapping[str, Letter], strings: Strings) -> None:
    """Answer the question that waits, telling what is being done, and draw the page again with its answer."""
    question = visit.begin()
    st.html(draw.question_html(question, len(visit.exchanges), strings))
    events = in_turns(assistant.stream(question, visit.history, otherwise=strings.language), one_at_a_time())
    label = strings.stages[Stage.SEARCHING]
    status = st.status(plain_markdown(label))
    st.button(strings.stop, key="stop", icon=":material/stop:")  # a click draws the page anew, and so ends this
    try:
        for event in with_pauses(STOP_SECONDS, lambda: events):
            label = stage_text(event, strings) if isinstance(event, Progress) else label
            status.update(label=plain_markdown(label))  # here the click takes effect
            if isinstance(event, Finished):
                visit.keep(question, event.answer, letters)
    except RagError as error:
        st.error(message_markdown(str(error)))
        return
    st.rerun()


def draw_unanswered(question: str, visit: Visit, strings: Strings) -> None:
    """A question whose answer was stopped or failed, with the button that asks it again."""
    with st.container(key="unanswered", gap="xsmall"):
        st.html(draw.small_html(strings.stopped, strings.language))
        st.html(draw.question_html(question, len(visit.exchanges), strings))
        st.button(strings.ask_again, key="again", on_click=visit.ask, args=[question])


def draw_exchange(exchange: Exchange, turn: int, visit: Visit, strings: Strings) -> None:
    """A question with its answer: who says what, in which words, and where to read on."""
    seen = exchange.view
    st.html(draw.question_html(exchange.question, turn, strings))
    with st.container(key=f"answer-{turn}", gap="small"):
        st.html(draw.opening_html(seen, strings))
        for index, group in enumerate(seen.groups):
            draw_group(group, f"{turn}-{index}", seen.language, partial(draw_opener, visit))
        if seen.note:
            st.html(draw.note_html(seen))
        if seen.dropped:
            left_out = strings.dropped_one if seen.dropped == 1 else strings.dropped_many.format(count=seen.dropped)
            st.html(draw.small_html(left_out, strings.language))
        if seen.nearest:
            draw_nearest(seen, turn, visit, strings)
        if seen.groups:
            draw_quotable(exchange, turn, strings)


def draw_opener(visit: Visit, label: str, place: Place, key: str) -> None:
    """The button of one place; the one that is open stands out."""
    kind = "primary" if place == visit.place else "secondary"
    st.button(plain_markdown(label), key=key, type=kind, on_click=open_place, args=[visit, place])


def draw_nearest(seen: AnswerView, turn: int, visit: Visit, strings: Strings) -> None:
    """Where to look when nothing was found, and what to ask instead."""
    with st.container(key=f"nearest-{turn}", gap="xsmall"):
        st.html(draw.small_html(strings.nearest, strings.language))
        for index, near in enumerate(seen.nearest):
            with st.container(key=f"near-{turn}-{index}", horizontal=True, wrap=False, gap="small"):
                draw_opener(visit, near.label, near.place, f"open-{turn}-{index}")
                st.html(draw.near_html(near))
        st.html(draw.small_html(strings.try_title, strings.language))
        with st.container(key=f"try-{turn}", horizontal=True, gap="xsmall"):
            for index, question in enumerate(seen.tries):
                st.button(plain_markdown(question), key=f"try-{turn}-{index}", on_click=visit.ask, args=[question])


def draw_quotable(exchange: Exchange, turn: int, strings: Strings) -> None:
    """The answer with its sources, to copy or keep."""
    text = quotable(exchange.question, exchange.answer)
    with st.popover(strings.quote_this, key=f"quote-{turn}", type="tertiary", icon=":material/format_quote:"):
        st.html(draw.small_html(strings.quote_help, strings.language))
        st.code(text, language=None, wrap_lines=True, height=320)
        st.download_button(
            strings.download,
            text,
            file_name="briefwijzer.txt",
            mime="text/plain",
            key=f"save-{turn}",
            on_click="ignore",
        )


def open_place(visit: Visit, place: Place) -> None:
    """Show a place, and name it in the address."""
    visit.open(place)
    st.query_params.from_dict({"lang": st.session_state.lang} | place.address)


def draw_letter(visit: Visit, letters: Mapping[str, Letter], strings: Strings) -> None:
    """The letter that is open, with the words of the place that was clicked."""
    letter = visit.settle(st.query_params.to_dict(), letters, strings)
    with st.container(key="letterbar", horizontal=True, vertical_alignment="center"):
        if len(letters) > 1:
            st.session_state.letter = letter.id
            st.selectbox(
                strings.choose_letter,
                list(letters),
                key="letter",
                format_func=lambda name: f"{letters[name].date or strings.undated} · {letters[name].name}",
                label_visibility="collapsed",
                on_change=lambda: open_place(visit, Place(letter=st.session_state.letter)),
            )
        beside = letter.rendering is not None and st.toggle(
            strings.side_by_side, value=strings.language == "en", key=f"beside-{strings.language}"
        )
    if visit.notice:
        st.warning(plain_markdown(visit.notice))
    if visit.place and visit.place.letter == letter.id and has_moved(letter, visit.place):
        st.warning(plain_markdown(strings.words_changed))
    if not beside:
        st.html("<style>.bw-letter .bw-english { display: none !important }</style>")
    st.html(letter_html(letter, visit.place, strings, visit.opened))


def check_claim() -> None:
    """Draw the page where a claim is checked."""
    check_page.main(lambda: open_assistant(load_settings()), one_at_a_time(), CHAT)


CHAT = st.Page(main, title="Briefwijzer", default=True)
CHECK = st.Page(check_claim, title="Briefwijzer · check", url_path="check")

if __name__ == "__main__":
    pages = [CHAT, CHECK]
    if stored_reports(Path(__file__).resolve().parent / "evals" / "runs"):
        pages.append(st.Page("evals/viewer.py", title="Evals", url_path="evals"))
    st.navigation(pages, position="hidden").run()
