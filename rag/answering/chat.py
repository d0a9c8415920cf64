"""Answers in a chat model's own words: drafts, which nobody sees before they are checked."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from langchain_core.language_models import BaseChatModel

from rag.answering.asking import Asker
from rag.answering.connection import Place, connect, place_of_model
from rag.answering.model import Draft, Status
from rag.answering.patience import Deadline
from rag.answering.prompts import STANDALONE, STANDALONE_RULES, Method
from rag.answering.request import Request
from rag.answering.resolve import claims_of
from rag.answering.sources import choose_sources, sources_block
from rag.errors import ChatError
from rag.retrieval.language import detect_language
from rag.retrieval.question import Question, Turn
from rag.settings import Settings

_STATUS = {"complete": Status.ANSWERED, "partial": Status.PARTIAL, "none": Status.NOT_IN_LETTERS}
_MAX_TURNS = 6
_MAX_TURN_CHARS = 500
_MAX_QUESTION_CHARS = 400
"""A longer rewording is an answer, not a question."""


class ChatAnswerer:
    """Drafts in a chat model's words: an `Answerer` that may also fail."""

    def __init__(self, model: BaseChatModel, settings: Settings) -> None:
        """Any chat model of LangChain; the settings give its limits and, for messages, its place."""
        self._settings = settings
        self._asker = Asker(model, settings)

    @classmethod
    def open(cls, settings: Settings) -> "ChatAnswerer | None":
        """The chat model that the settings name; None where they name none. Nothing is sent yet.

        Raises:
            ModelError: the package of its provider is not installed.
        """
        place = place_of_model(settings)
        return cls(connect(place, settings), settings) if place else None

    @property
    def place(self) -> Place:
        """Where the model runs."""
        return self._asker.place

    @property
    def method(self) -> Method | None:
        """The way of structured output that worked last; None before the first draft."""
        return self._asker.method

    def draft(self, request: Request, seconds: float | None = None) -> Draft:
        """Have an answer worded from the request's paragraphs, in so many seconds (default: those of the settings).

        Raises:
            ChatError: the model cannot be reached, takes too long, or gives nothing that can be read.
        """
        settings = self._settings
        sources = choose_sources(
            request, context_tokens=settings.chat_context_tokens, answer_tokens=settings.chat_answer_tokens
        )
        question = request.question
        values = {
            "sources": sources_block(sources),
            "earlier": f"<earlier>{_data(question.earlier)}</earlier>\n" if question.earlier else "",
            "question": _data(question.text),
        }
        deadline = Deadline(settings.chat_timeout_seconds if seconds is None else seconds)
        form = self._asker.fill(values, request.language, deadline)
        return Draft(status=_STATUS[form.completeness], claims=claims_of(form, sources))

    def standalone(self, question: Question, history: Sequence[Turn], seconds: float) -> Question:
        """A follow-up with what it goes on from worded by the model, in its language; else the question as it was.

        What was typed is searched for all the same: a bad rewording can only add to it.
        """
        if not (question.earlier and question.language):
            return question
        turns = "\n".join(
            f'<turn role="{_data(turn.role)}">{_data(turn.content[:_MAX_TURN_CHARS])}</turn>'
            for turn in history[-_MAX_TURNS:]
        )
        values = {"rules": STANDALONE_RULES[question.language], "turns": turns, "question": _data(question.text)}
        try:
            reworded = " ".join(self._asker.say(STANDALONE, values, Deadline(seconds)).split())
        except ChatError:
            return question
        fits = 0 < len(reworded) <= _MAX_QUESTION_CHARS and detect_language(reworded) == question.language
        return replace(question, earlier=reworded) if fits else question


def _data(text: str) -> str:
    """A text that can close no element of the prompt."""
    return escape(text, quote=False)
