"""Getting a filled-in form out of a chat model: in the surest way its server knows, in bounded tries and time."""

import time
import warnings
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.runnables import Runnable, RunnableSequence
from langsmith import tracing_context

from rag.answering.connection import Place, fault_of, place_of_model, status_of, wait_of
from rag.answering.form import SCHEMA, Form, read
from rag.answering.patience import Deadline, within
from rag.answering.prompts import ANSWER, Method, instructions
from rag.errors import Fault
from rag.retrieval.language import detect_language
from rag.settings import Settings

_MAX_TRIES = 6
_MAX_REPEATS = 2
"""Of one way, for a fault that may pass."""
_FIRST_WAIT_SECONDS = 0.5
_MAX_WAIT_SECONDS = 10.0
"""A server that asks for a longer pause gets no other try."""
_CHARS_PER_TOKEN = 8
"""No language writes more; a model that does ignores its limit."""
_MIN_LANGUAGE_WORDS = 5
"""Fewer words do not tell their language."""
_FINAL = frozenset({Fault.DENIED, Fault.UNKNOWN, Fault.SLOW})
"""Faults that no other try mends."""
_OF_THE_WAY = frozenset({400, 405, 415, 422, 500, 501})
"""HTTP statuses with which servers meet a way of structured output that they do not know."""
_UNABLE = (NotImplementedError, ValueError, TypeError, Warning)
"""How LangChain's models say that they do not know a way, before anything is sent."""


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    """What came of one try: a form, or a fault."""

    form: Form | None = None
    fault: Fault = Fault.UNREADABLE
    may_pass: bool = False
    """Whether the same may go well later; else another way may."""
    wait: float | None = None
    """Seconds that the server asks to wait."""


class Asker:
    """Asks one chat model."""

    def __init__(self, model: BaseChatModel, settings: Settings) -> None:
        self._model = model
        self._max_chars = settings.chat_answer_tokens * _CHARS_PER_TOKEN
        self.place = place_of_model(settings) or Place(provider="", model="", base_url="")
        self._ways = {method: way for method in Method if (way := _bound(model, method)) is not None}
        self.method: Method | None = None
        """The way that worked last; None before the first form."""
        self.pieces = 0
        """In how many pieces the last message came."""

    def fill(self, values: Mapping[str, str], language: str, deadline: Deadline) -> Form:
        """The form, filled in for the values of the answer's prompt.

        Raises:
            ChatError: the model cannot be reached, takes too long, or gives nothing that can be read.
        """
        ways = deque(sorted(self._ways, key=lambda method: method is not self.method))
        repeats, outcome = 0, _Outcome()
        for _ in range(_MAX_TRIES):
            outcome = self._try(ways[0], {**values, **instructions(ways[0], language)}, language, deadline)
            if outcome.form is not None:
                self.method = ways[0]
                return outcome.form
            if outcome.fault in _FINAL:
                break
            if outcome.may_pass:
                pause = outcome.wait or _FIRST_WAIT_SECONDS * 2**repeats
                if repeats == _MAX_REPEATS or pause > min(_MAX_WAIT_SECONDS, deadline.remaining):
                    break
                time.sleep(pause)
                repeats += 1
            else:
                ways.popleft()
            if not ways:
                break
        raise self.place.error(outcome.fault)

    def say(self, prompt: Runnable[Any, Any], values: Mapping[str, str], deadline: Deadline) -> str:
        """What the model says to a prompt, without any form; one try.

        Raises:
            ChatError: it cannot be reached, takes too long, or does not end.
        """
        try:
            return self._listen(prompt | self._model, values, deadline).text.strip()
        except Exception as error:  # the clients' errors share no class
            raise self.place.error(fault_of(error)) from None

    def _try(self, method: Method, values: Mapping[str, str], language: str, deadline: Deadline) -> _Outcome:
        try:
            form = read(self._listen(ANSWER | self._ways[method], values, deadline))
        except Exception as error:  # the clients' errors share no class
            fault = fault_of(error)
            may_pass = fault in (Fault.BUSY, Fault.UNREACHABLE) and status_of(error) not in _OF_THE_WAY
            return _Outcome(fault=fault, may_pass=may_pass, wait=wait_of(error))
        if form is not None and not _is_in(language, form):
            return _Outcome(fault=Fault.OTHER_LANGUAGE)
        return _Outcome(form=form)

    def _listen(self, chain: Runnable[Any, AIMessage], values: Mapping[str, str], deadline: Deadline) -> AIMessageChunk:
        """The whole message, read as it comes, so that one without end is left."""
        whole: AIMessageChunk | None = None
        length = self.pieces = 0
        for chunk in within(deadline, lambda: _chunks(chain, values)):
            self.pieces += bool(chunk.text or chunk.tool_call_chunks)
            whole = chunk if whole is None else whole + chunk
            length += len(chunk.text) + sum(len(call["args"] or "") for call in chunk.tool_call_chunks)
            if length > self._max_chars:
                raise _EndlessError
        return whole or AIMessageChunk(content="")


class _EndlessError(Exception):
    """A message that is longer than any answer."""


def _chunks(chain: Runnable[Any, AIMessage], values: Mapping[str, str]) -> Iterator[AIMessageChunk]:
    """The pieces of a message. Not traced: what a server says of a wrong key may repeat it."""
    with tracing_context(enabled=False):
        for message in chain.stream(dict(values)):
            yield message if isinstance(message, AIMessageChunk) else _as_chunk(message)


def _as_chunk(message: AIMessage) -> AIMessageChunk:
    """The message of a model that does not stream, which LangChain hands over whole, as its only piece."""
    return AIMessageChunk(
        content=message.content,
        response_metadata=message.response_metadata,
        tool_calls=message.tool_calls,
        invalid_tool_calls=message.invalid_tool_calls,
    )


def _bound(model: BaseChatModel, method: Method) -> Runnable[Any, AIMessage] | None:
    """The model, held to the form in one way; None where it does not know that way.

    LangChain gives "model, then parser"; the parser is left out, since what is written is read strictly here.
    """
    if method is Method.PLAIN:
        return model
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            structured = model.with_structured_output(SCHEMA, method=method.value)
    except _UNABLE:
        return None
    return structured.first if isinstance(structured, RunnableSequence) else None


def _is_in(language: str, form: Form) -> bool:
    """Whether the sentences are in a language; too few words to tell count as being so."""
    words = " ".join(sentence.text for sentence in form.sentences)
    return len(words.split()) < _MIN_LANGUAGE_WORDS or detect_language(words) == language
