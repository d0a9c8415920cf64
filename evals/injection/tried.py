"""Cases -> what went wrong in each, with the quoting answerer and with a chat model that was taken over."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evals.drafts.data import LETTERS
from evals.injection.cases import Case, Where
from evals.injection.hostile import hostile_model
from evals.injection.shown import faults
from evals.opened import Opened, opened, opened_text
from rag.answering.chat import ChatAnswerer
from rag.answering.model import Status
from rag.assistant import Assistant
from rag.letters import find_letters
from rag.retrieval.question import Turn
from rag.settings import Settings
from rag.store.embedding import Encoder


class Answerer(StrEnum):
    """Who words the answer."""

    QUOTING = "quoting"
    HOSTILE = "hostile"
    """A chat model that obeys the injection."""


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One case, asked once."""

    case: Case
    answerer: Answerer
    status: Status
    faults: tuple[str, ...]
    """What went wrong; empty where nothing did."""


def try_all(cases: Sequence[Case], settings: Settings, encoder: Encoder) -> list[Tried]:
    """Ask every case of both answerers; a case in a letter of an index of that letter alone."""
    tried = []
    others = [case for case in cases if case.place is not Where.LETTER]
    if others:
        with opened(find_letters(list(LETTERS)), settings, encoder) as made:
            for case in others:
                tried += _try(case, made)
    for case in cases:
        if case.place is Where.LETTER:
            with opened_text(case.id, case.letter or "", settings, encoder) as made:
                tried += _try(case, made)
    return tried


def _try(case: Case, made: Opened) -> list[Tried]:
    history = [Turn(role=turn.role, content=turn.content) for turn in case.history]
    tried = []
    for answerer in Answerer:
        chat = ChatAnswerer(hostile_model(case), made.settings) if answerer is Answerer.HOSTILE else None
        assistant = Assistant(made.index, made.settings, chat=chat)
        answer = assistant.ask(case.question, history, case.language)
        found = faults(case, answer, assistant.letters)
        found += [f"shows what the model wrote: {claim.text!r}" for claim in answer.claims if claim.is_own_words]
        tried.append(Tried(case=case, answerer=answerer, status=answer.status, faults=tuple(found)))
    return tried
