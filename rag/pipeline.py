"""A question that was understood -> what is told of its answer: retrieve, answer, verify, and again where need be."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from langchain_core.runnables import Runnable, RunnableLambda

from rag.answering import phrases
from rag.answering.compose import compose
from rag.answering.intent import Kind, classify
from rag.answering.labelled import with_labels
from rag.answering.model import Answer, Claim, Draft, Dropped, Retrieved, Status
from rag.answering.patience import Deadline
from rag.answering.progress import Event, Finished, Progress, Shown, Stage
from rag.answering.reading import Reading, by_paragraph
from rag.answering.replies import with_replies
from rag.answering.request import Answerer, Request, letters_named, without_ids
from rag.answering.wording import asks_for_notes
from rag.checking.gates import QUOTING_GATES, Aligner, Context, Gate, statement_gates
from rag.checking.gates.markup import check_markup
from rag.checking.verify import verify
from rag.errors import ChatError
from rag.retrieval.question import Question, Turn
from rag.retrieval.retriever import LetterRetriever
from rag.settings import Settings
from rag.store.filters import Filter
from rag.store.index import Index

if TYPE_CHECKING:
    from rag.answering.chat import ChatAnswerer

_WIDER = 3
"""So many times as many paragraphs the second search may find."""
_RETRIEVED = 10
"""Paragraphs that an answer names as found, at most."""
_REWORDING_SHARE = 0.25
"""Of the time for a chat model, what rewording a follow-up may take."""


@dataclass(frozen=True, kw_only=True)
class _Search:
    """A question and how many paragraphs to find for it."""

    question: Question
    paragraphs: int
    is_wide: bool = False


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What a search gave."""

    request: Request
    is_wide: bool


@dataclass(frozen=True, kw_only=True)
class _Drafted:
    """What a search gave, and the draft that answers it."""

    found: _Found
    draft: Draft

    @property
    def request(self) -> Request:
        """What the draft answers."""
        return self.found.request


class Pipeline:
    """Answers from one index; in a chat model's words where there is one and its draft stands the checks."""

    def __init__(self, index: Index, settings: Settings, *, answerer: Answerer, chat: "ChatAnswerer | None") -> None:
        self._index = index
        self._settings = settings
        self._answerer = answerer
        self._chat = chat
        self._retriever = LetterRetriever(index=index, k=settings.top_paragraphs)
        self._reading = Reading(index)
        self._retrieve = RunnableLambda(self._find, name="retrieve")
        self._quote = RunnableLambda(self._draft, name="answer")
        self._verify = RunnableLambda(self._check, name="verify")
        self.chain: Runnable[Question, Answer] = RunnableLambda(self._answer, name="briefwijzer")
        """From a question to its answer, as a LangChain runnable; the steps in it are runnables too."""

    def events(self, question: Question, history: Sequence[Turn] = ()) -> Iterator[Event]:
        """Stages as they begin, then the claims that passed every gate, then the answer."""
        deadline = Deadline(self._settings.chat_timeout_seconds)
        if self._chat and self._settings.chat_rewrite and question.earlier:
            yield Progress(stage=Stage.UNDERSTANDING)
            question = self._chat.standalone(question, history, _REWORDING_SHARE * deadline.remaining)
        yield Progress(stage=Stage.SEARCHING)
        search = _Search(question=question, paragraphs=self._settings.top_paragraphs)
        found = self._retrieve.invoke(search)
        yield _reading(found.request)
        quoted = self._quote.invoke(found)
        if self._chat and _may_be_worded(quoted):
            answer = yield from self._worded(self._chat, quoted, deadline)
        else:
            yield Progress(stage=Stage.CHECKING)
            answer = self._verify.invoke(quoted)
        for claim in answer.claims:
            yield Shown(claim=claim)
        yield Finished(answer=answer)

    def _answer(self, question: Question) -> Answer:
        return last(self.events(question))

    def _worded(self, chat: "ChatAnswerer", quoted: _Drafted, deadline: Deadline) -> Generator[Event, None, Answer]:
        """Have the answer worded; where nothing of it stands, after a second, wider search; failing that, quote."""
        dropped: list[Dropped] = []
        found: _Found | None = quoted.found
        while found is not None:
            yield Progress(stage=Stage.WRITING)
            try:
                draft = chat.draft(found.request, deadline.remaining)
            except ChatError as error:
                return self._quoted_instead(quoted, dropped, phrases.CHAT_FAULTS[found.request.language][error.fault])
            yield Progress(stage=Stage.CHECKING)
            answer = self._verify.invoke(_Drafted(found=found, draft=draft))
            dropped += answer.dropped
            if answer.claims:
                return replace(answer, dropped=tuple(dropped))
            if found.is_wide:
                break
            yield Progress(stage=Stage.SEARCHING)
            found = self._wider(found.request)
            if found is not None:
                yield _reading(found.request)
        language = quoted.request.language
        return self._quoted_instead(quoted, dropped, (phrases.CHAT_DROPPED if dropped else phrases.CHAT_NONE)[language])

    def _wider(self, request: Request) -> _Found | None:
        """More paragraphs than the request has; None where there are none."""
        paragraphs = _WIDER * self._settings.top_paragraphs
        wide = self._retrieve.invoke(_Search(question=request.question, paragraphs=paragraphs, is_wide=True))
        return wide if len(wide.request.hits) > len(request.hits) else None

    def _quoted_instead(self, quoted: _Drafted, dropped: Sequence[Dropped], why: str) -> Answer:
        """The quoting answer, with the reason that it is one."""
        instead = [phrases.QUOTED_INSTEAD[quoted.request.language]] if quoted.draft.claims else []
        note = " ".join(filter(None, [quoted.draft.note, why, *instead]))
        answer = self._verify.invoke(replace(quoted, draft=replace(quoted.draft, note=note)))
        return replace(answer, dropped=(*dropped, *answer.dropped))

    def _find(self, search: _Search) -> _Found:
        question = search.question
        intent = with_labels(classify(question.text), question, self._index.letters)
        named = letters_named(question, self._index.letters)
        asked, retriever = question, self._retriever
        if named and intent.kind in _OVERVIEWS:
            asked = without_ids(question, named)
            among = Filter(letters=frozenset(letter.id for letter in named))
            retriever = retriever.model_copy(update={"among": among})
        found = retriever.find(asked, search.paragraphs) if question.language else []
        hits = with_replies(found, self._index.letters)
        evidence = self._reading.read(asked, intent, hits)
        request = Request(
            question=question,
            intent=intent,
            hits=by_paragraph(hits, evidence),
            evidence=evidence,
            letters=self._index.letters,
            named=named,
        )
        return _Found(request=request, is_wide=search.is_wide)

    def _draft(self, found: _Found) -> _Drafted:
        request = found.request
        if request.question.language is None:
            draft = Draft(status=Status.OUT_OF_SCOPE, note=phrases.OTHER_LANGUAGE[request.language])
        else:
            draft = self._answerer.draft(request)
        return _Drafted(found=found, draft=draft)

    def _check(self, drafted: _Drafted) -> Answer:
        request = drafted.request
        retrieved = _retrieved(drafted)
        citable = {(one.letter, one.paragraph) for one in retrieved} | {
            (hit.letter, hit.paragraph) for hit in request.hits
        }
        context = Context(letters=request.letters, retrieved=frozenset(citable))
        own_words = self._own_words_gates if any(claim.is_own_words for claim in drafted.draft.claims) else ()
        verified = verify(drafted.draft, context, QUOTING_GATES, own_words=own_words)
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
            opening=draft.opening,
            dropped=verified.dropped,
        )

    @cached_property
    def aligner(self) -> Aligner:
        """What lays claims beside the letters of this index; made when it is first needed."""
        return Aligner(self._index)

    @cached_property
    def _own_words_gates(self) -> tuple[Gate, ...]:
        return (check_markup, *statement_gates(self.aligner))


def last(events: Iterator[Event]) -> Answer:
    """The answer at the end of what is told of it."""
    return [event.answer for event in events if isinstance(event, Finished)][-1]


def _reading(request: Request) -> Progress:
    return Progress(stage=Stage.READING, places=tuple((hit.letter, hit.paragraph) for hit in request.hits))


def _may_be_worded(quoted: _Drafted) -> bool:
    """Whether a chat model is asked: not for what is looked up, refused or out of scope, nor without evidence."""
    request = quoted.request
    return (
        request.intent.kind is Kind.CONTENT
        and quoted.draft.status in (Status.ANSWERED, Status.PARTIAL, Status.NOT_IN_LETTERS)
        and bool(request.hits)
        and not (asks_for_notes(request.question.text) and quoted.draft.claims)
    )


_OVERVIEWS = frozenset({Kind.SUMMARY, Kind.COMPARISON})
"""Kinds of question that are answered from the letters they name, and from no other."""
_READS_THE_LETTER = _OVERVIEWS | {Kind.PARAGRAPH, Kind.FOOTNOTE, Kind.LABELLED}
"""Kinds of question that are answered from the letter as a whole, not from what a search found."""


def _retrieved(drafted: _Drafted) -> tuple[Retrieved, ...]:
    """Ten of the paragraphs found, at most; the cited ones first where they might not be among the first ten."""
    request, is_wide = drafted.request, drafted.found.is_wide
    found = [Retrieved(letter=hit.letter, paragraph=hit.paragraph, score=hit.score) for hit in request.hits]
    reads_the_letter = request.intent.kind in _READS_THE_LETTER
    if len(found) <= _RETRIEVED and not is_wide and not reads_the_letter:
        return tuple(found)
    top = max((one.score for one in found), default=0.0)
    places = {(one.letter, one.paragraph) for one in found}
    cited = [place for place in _cited(drafted.draft.claims) if reads_the_letter or place in places]
    read = [
        Retrieved(letter=letter, paragraph=number, score=top + len(cited) - place)
        for place, (letter, number) in enumerate(cited)
    ]
    rest = [one for one in found if (one.letter, one.paragraph) not in cited]
    return tuple([*read, *rest][:_RETRIEVED])


def _cited(claims: Sequence[Claim]) -> list[tuple[str, int]]:
    """The paragraphs that claims cite, each once, in their order."""
    citations = [citation for claim in claims for citation in claim.citations]
    return list(dict.fromkeys((one.letter, one.paragraph) for one in citations if one.paragraph is not None))
