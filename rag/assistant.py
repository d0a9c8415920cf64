"""The one use case, for the app, the command line, programs and evals alike: ask."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from langchain_core.runnables import Runnable, RunnableLambda

from rag.answering import phrases
from rag.answering.compose import compose
from rag.answering.intent import Kind, classify
from rag.answering.model import Answer, Claim, Draft, Retrieved, Status
from rag.answering.quote import QuoteAnswerer
from rag.answering.reading import Reading, by_paragraph
from rag.answering.request import Answerer, Request
from rag.checking.gates import QUOTING_GATES, Context
from rag.checking.verify import Verified, verify
from rag.letters import Letter
from rag.retrieval.question import Question, Turn, understand
from rag.retrieval.retriever import LetterRetriever
from rag.retrieval.search import Hit
from rag.settings import Settings, load_settings
from rag.store.index import Index


@dataclass(frozen=True, kw_only=True)
class _Drafted:
    """A request and the draft that answers it."""

    request: Request
    draft: Draft


class Assistant:
    """Answers questions about the letters in one index. Nothing it returns is unverified."""

    def __init__(self, index: Index, settings: Settings, answerer: Answerer | None = None) -> None:
        self._index = index
        self._settings = settings
        self._answerer = answerer or QuoteAnswerer(index)
        self._retriever = LetterRetriever(index=index, k=settings.top_paragraphs)
        self._reading = Reading(index)
        self.chain: Runnable[Question, Answer] = (
            RunnableLambda(self._retrieve, name="retrieve")
            | RunnableLambda(self._draft, name="answer")
            | RunnableLambda(self._verify, name="verify")
        )
        """Retrieve, answer, verify, as a LangChain runnable from a question to an answer."""

    @classmethod
    def open(cls, settings: Settings | None = None) -> "Assistant":
        """Open the index that the settings name.

        Raises:
            StoreError: there is none, it is damaged, or it was made with other settings.
            ModelError: the encoder cannot be loaded.
        """
        chosen = settings or load_settings()
        return cls(Index.open(chosen), chosen)

    @property
    def letters(self) -> dict[str, Letter]:
        """Every letter by id."""
        return dict(self._index.letters)

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
        started = time.perf_counter()
        spoken = language if language in phrases.EMPTY else "nl"
        if not question.strip():
            answer = Answer(status=Status.FAILED, language=spoken, text="", note=phrases.EMPTY[spoken])
        elif len(question) > (limit := self._settings.max_question_chars):
            note = phrases.TOO_LONG[spoken].format(chars=len(question), limit=limit)
            answer = Answer(status=Status.FAILED, language=spoken, text="", note=note)
        else:
            answer = self.chain.invoke(understand(question, history, language, self._index.vocabularies))
        return replace(answer, seconds=time.perf_counter() - started)

    def _retrieve(self, question: Question) -> Request:
        intent = classify(question.text)
        hits = self._retriever.find(question) if question.language else []
        evidence = self._reading.read(question, intent, hits)
        return Request(
            question=question,
            intent=intent,
            hits=by_paragraph(hits, evidence),
            evidence=evidence,
            letters=self._index.letters,
        )

    def _draft(self, request: Request) -> _Drafted:
        if request.question.language is None:
            draft = Draft(status=Status.OUT_OF_SCOPE, note=phrases.OTHER_LANGUAGE[request.language])
        else:
            draft = self._answerer.draft(request)
        return _Drafted(request=request, draft=draft)

    def _verify(self, drafted: _Drafted) -> Answer:
        request = drafted.request
        retrieved = _retrieved(request, drafted.draft.claims)
        context = Context(
            letters=request.letters, retrieved=frozenset((one.letter, one.paragraph) for one in retrieved)
        )
        return _answer(request, verify(drafted.draft, context, QUOTING_GATES), retrieved)


def _answer(request: Request, verified: Verified, retrieved: tuple[Retrieved, ...]) -> Answer:
    draft = verified.draft
    if draft.status is Status.WITHHELD:
        draft = replace(draft, note=phrases.WITHHELD[request.language])
    return Answer(
        status=draft.status,
        language=request.language,
        text=compose(draft, request.language, request.letters),
        claims=draft.claims,
        retrieved=retrieved,
        note=draft.note,
        lead=draft.lead,
        dropped=verified.dropped,
    )


_READS_THE_LETTER = frozenset({Kind.PARAGRAPH, Kind.FOOTNOTE, Kind.SUMMARY, Kind.COMPARISON})
"""Kinds of question that are answered from the letter as a whole, not from what a search found."""


def _retrieved(request: Request, claims: Sequence[Claim]) -> tuple[Retrieved, ...]:
    """The paragraphs found; for a question that names its place, those first."""
    found = [Retrieved(letter=hit.letter, paragraph=hit.paragraph, score=hit.score) for hit in request.hits]
    if request.intent.kind not in _READS_THE_LETTER:
        return tuple(found)
    top = max((one.score for one in found), default=0.0)
    cited = dict.fromkeys(
        (c.letter, c.paragraph) for claim in claims for c in claim.citations if c.paragraph is not None
    )
    read = [
        Retrieved(letter=letter, paragraph=number, score=top + len(cited) - place)
        for place, (letter, number) in enumerate(cited)
    ]
    rest = [one for one in found if (one.letter, one.paragraph) not in cited]
    return tuple([*read, *rest][: max(len(read), 10)])


__all__ = ["Answer", "Assistant", "Hit", "Turn"]
