"""The one use case, for the app, the command line, programs and evals alike: ask, and check what somebody claims."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from langchain_core.runnables import Runnable

from rag.answering import phrases
from rag.answering.conversation import without_refused
from rag.answering.model import Answer, Status
from rag.answering.progress import Event, Finished
from rag.answering.quote import QuoteAnswerer
from rag.answering.request import Answerer
from rag.checking.check import Checker
from rag.checking.model import Checked, Place
from rag.errors import InputError
from rag.letters import Letter
from rag.pipeline import Pipeline, last
from rag.retrieval.question import Question, Turn, understand
from rag.retrieval.search import Hit
from rag.settings import Settings, load_settings
from rag.store.index import Index

if TYPE_CHECKING:
    from rag.answering.chat import ChatAnswerer
    from rag.answering.connection import Place as ChatPlace


class Assistant:
    """Answers questions about the letters in one index. Nothing it returns is unverified."""

    def __init__(
        self, index: Index, settings: Settings, *, answerer: Answerer | None = None, chat: "ChatAnswerer | None" = None
    ) -> None:
        """Where `chat` is given it words the answers; what it fails in is answered by `answerer`, which quotes."""
        self._index = index
        self._settings = settings
        self._chat = chat
        self._pipeline = Pipeline(index, settings, answerer=answerer or QuoteAnswerer(index), chat=chat)

    @classmethod
    def open(cls, settings: Settings | None = None) -> "Assistant":
        """Open the index that the settings name, and the way to the chat model where they name one.

        Raises:
            StoreError: there is no index, it is damaged, or it was made with other settings.
            ModelError: the encoder cannot be loaded, or the package of the chat model's provider is not installed.
        """
        chosen = settings or load_settings()
        chat = None
        if chosen.chat_model:
            from rag.answering.chat import ChatAnswerer  # what it loads is not needed without a model

            chat = ChatAnswerer.open(chosen)
        return cls(Index.open(chosen), chosen, chat=chat)

    @property
    def letters(self) -> dict[str, Letter]:
        """Every letter by id."""
        return dict(self._index.letters)

    @property
    def chain(self) -> Runnable[Question, Answer]:
        """Retrieve, answer, verify, as a LangChain runnable from a question to an answer."""
        return self._pipeline.chain

    @property
    def chat_place(self) -> "ChatPlace | None":
        """Where the chat model runs; None where answers are quoted."""
        return self._chat.place if self._chat else None

    def is_stale(self) -> bool:
        """Whether the index was changed since this assistant was opened."""
        return self._index.is_stale()

    def close(self) -> None:
        """Give the index back."""
        self._index.close()

    def ask(self, question: str, history: Sequence[Turn] = (), language: str = "auto") -> Answer:
        """Answer a question in its language, or in the one named ("nl" or "en").

        Raises:
            StoreError: the index was damaged or taken away meanwhile.
        """
        return last(self.stream(question, history, language))

    def stream(
        self, question: str, history: Sequence[Turn] = (), language: str = "auto", *, otherwise: str = "nl"
    ) -> Iterator[Event]:
        """The same as it is made: stages, then each claim that passed its checks, then the answer.

        `otherwise` is the language of a conversation that has none of its own yet ("§9").

        Who listens no further stops the work at the stage it is in.
        """
        started = time.perf_counter()
        if problem := self._unaskable(question, language):
            yield Finished(answer=replace(problem, seconds=time.perf_counter() - started))
            return
        kept = without_refused(history)
        asked = understand(question, kept, language, self._index.vocabularies, names=self._names, otherwise=otherwise)
        for event in self._pipeline.events(asked, kept):
            if isinstance(event, Finished):
                yield Finished(answer=replace(event.answer, seconds=time.perf_counter() - started))
            else:
                yield event

    def check(self, claim: str, cited: Sequence[Place] = ()) -> Checked:
        """Whether the letters bear a claim out, by the paragraphs cited for it or else by what a search finds.

        Raises:
            InputError: the claim is empty or too long, or a cited paragraph does not exist.
        """
        if len(claim) > (limit := self._settings.max_question_chars):
            raise InputError(f"The claim has {len(claim)} characters; {limit} are the most. Check it in parts.")
        return self._checker.check(claim, cited)

    @cached_property
    def _names(self) -> frozenset[str]:
        """What the letters are called."""
        return frozenset(name for letter in self._index.letters.values() for name in (letter.id, letter.name))

    @cached_property
    def _checker(self) -> Checker:
        return Checker(self._index, self._pipeline.aligner)

    def _unaskable(self, question: str, language: str) -> Answer | None:
        """What to say to a question that is empty or too long; None to one that can be asked."""
        spoken = language if language in phrases.EMPTY else "nl"
        limit = self._settings.max_question_chars
        if not question.strip():
            note = phrases.EMPTY[spoken]
        elif len(question) > limit:
            note = phrases.TOO_LONG[spoken].format(chars=len(question), limit=limit)
        else:
            return None
        return Answer(status=Status.FAILED, language=spoken, text="", note=note)


__all__ = ["Answer", "Assistant", "Hit", "Turn"]
