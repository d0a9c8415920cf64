"""What is told while an answer is made. Nothing of the answer is told before it is checked."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum

from rag.answering.model import Answer, Claim


class Stage(StrEnum):
    """What is being done, in this order; a second, wider search begins anew."""

    UNDERSTANDING = "understanding"
    """A chat model words a follow-up question; left out where there is none."""
    SEARCHING = "searching"
    READING = "reading"
    WRITING = "writing"
    CHECKING = "checking"


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A stage has begun."""

    stage: Stage
    places: tuple[tuple[str, int], ...] = ()
    """The paragraphs that are read, as (letter, number), best first."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A claim that passed every gate."""

    claim: Claim


@dataclass(frozen=True, kw_only=True)
class Finished:
    """The whole answer; nothing comes after it."""

    answer: Answer


Event = Progress | Shown | Finished

_ELSEWHERE = frozenset({Stage.UNDERSTANDING, Stage.WRITING})
"""Stages in which a chat model is waited for, and no index is read."""


def in_turns(events: Iterator[Event], turn: AbstractContextManager[object]) -> Iterator[Event]:
    """The events, made while it is this asker's turn; what a chat model does keeps nobody else waiting."""
    at_work: AbstractContextManager[object] = turn
    while True:
        with at_work:
            event = next(events, None)
        if event is None:
            return
        if isinstance(event, Progress):
            at_work = nullcontext() if event.stage in _ELSEWHERE else turn
        yield event
