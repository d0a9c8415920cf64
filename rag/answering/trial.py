"""Trying a chat model out on a question of our own, to which its answer is known."""

import time
from dataclasses import dataclass

from rag.answering.asking import Asker
from rag.answering.connection import Place, connect, place_of_model
from rag.answering.form import tokens_of
from rag.answering.patience import Deadline
from rag.answering.prompts import Method
from rag.errors import Fault
from rag.settings import Settings

_SOURCES = """\
<sources>
<source token="P1" letter="voorbeeld" paragraph="1" date="2021-03-04" heading="">
<view holder="cabinet">Het kabinet laat de brug over de rivier in mei blauw schilderen.</view>
</source>
</sources>"""
_QUESTION = "Welke kleur krijgt de brug over de rivier volgens het kabinet?"


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What a chat model can do."""

    place: Place
    method: Method
    """The surest way of structured output that worked."""
    is_streamed: bool
    seconds: float


def try_out(settings: Settings) -> Trial | None:
    """Ask the chat model that the settings name; None where they name none.

    Raises:
        ModelError: its package is not installed, it cannot be reached, or it does not answer as it must.
    """
    place = place_of_model(settings)
    if place is None:
        return None
    asker = Asker(connect(place, settings), settings)
    started = time.perf_counter()
    values = {"sources": _SOURCES, "earlier": "", "question": _QUESTION}
    form = asker.fill(values, "nl", Deadline(settings.chat_timeout_seconds))
    if asker.method is None or not any("P1" in tokens_of(sentence) for sentence in form.sentences):
        raise place.error(Fault.UNREADABLE)
    return Trial(place=place, method=asker.method, is_streamed=asker.pieces > 1, seconds=time.perf_counter() - started)
