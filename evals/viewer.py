"""The stored reports of the evals, for developers. Draws what `python -m evals` wrote; holds no logic."""

from pathlib import Path

import streamlit as st

from evals.stored import stored_reports
from evals.strings import STRINGS
from rag.view.page import ICON, STYLE
from rag.view.strings import LANGUAGES, language_of
from rag.view.text import message_markdown, safe

RUNS = Path(__file__).resolve().parent / "runs"
FRAME = ".stMain iframe { height: calc(100dvh - var(--top) - 2rem) !important; }"
"""The report fills the page below the masthead and scrolls by itself."""


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Briefwijzer · evals", page_icon=ICON, layout="wide")
    st.html(f"<style>{STYLE}{FRAME}</style>")
    reports = stored_reports(RUNS)
    with st.container(key="mast", horizontal=True, vertical_alignment="center"):
        title = st.container(key="title", width="stretch")
        st.session_state.setdefault("lang", language_of(st.query_params.get("lang"), st.context.locale))
        language = st.segmented_control(
            "Taal / Language",
            list(LANGUAGES),
            required=True,
            format_func=LANGUAGES.__getitem__,
            key="lang",
            label_visibility="collapsed",
        )
        strings = STRINGS[language or "nl"]
        run = st.selectbox(
            strings.choose, list(reports), key="run", bind="query-params", label_visibility="collapsed", width=260
        )
    title.html(
        f'<div class="bw-mast" lang="{strings.language}"><h1>{safe(strings.title)}</h1>'
        f"<p>{safe(strings.explains)}</p></div>"
    )
    if run is None:
        st.info(message_markdown(strings.none))
        return
    st.iframe(reports[run], height=800, alt=strings.report.format(run=run))


if __name__ == "__main__":
    main()
