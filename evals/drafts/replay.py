"""Prepared drafts -> what became of each sentence, through the assistant that readers use."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evals.drafts.data import Prepared, Sentence
from evals.drafts.model import PreparedModel, Source
from evals.opened import Opened
from rag.answering.chat import ChatAnswerer
from rag.answering.form import Form
from rag.answering.form import Sentence as Written
from rag.answering.model import Answer, Status
from rag.answering.progress import Event, Finished, Progress, Stage
from rag.assistant import Assistant


class Fate(StrEnum):
    """What became of a sentence."""

    SHOWN = "shown"
    DROPPED = "dropped"
    NOT_READ = "not_read"
    """A paragraph that it cites was in no prompt: search decided, or the model was not asked at all."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One sentence of a draft and what became of it."""

    draft: Prepared
    sentence: Sentence
    fate: Fate
    reason: str
    """Of a dropped one: the gate and what it says, or how the answer ended."""


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """One draft, replayed."""

    outcomes: tuple[Outcome, ...]
    status: Status
    checking_ms: float
    """What checking took between the draft and the answer, in milliseconds."""


class Author:
    """Writes one prepared draft as a model does, and remembers what it was given to read."""

    def __init__(self) -> None:
        self._draft: Prepared | None = None
        self.read: set[tuple[str, int]] = set()
        """The paragraphs in the prompts for the draft at hand, as (letter, number)."""

    def take(self, draft: Prepared) -> None:
        """The draft to write from now on."""
        self._draft, self.read = draft, set()

    def __call__(self, sources: Sequence[Source]) -> str:
        """The draft as a form in JSON, with the tokens of the prompt; what is not in the prompt has none."""
        tokens = {(source.letter, source.paragraph): source.token for source in sources}
        self.read |= tokens.keys()
        sentences = [
            Written(
                text=sentence.text,
                citations=[tokens[place] for place in _places(sentence) if place in tokens],
                quotes=[quote.words for quote in sentence.quotes],
            )
            for sentence in (self._draft.sentences if self._draft else ())
        ]
        return Form(
            sentences=sentences, completeness=self._draft.completeness if self._draft else "none"
        ).model_dump_json()


def replay(drafts: Sequence[Prepared], opened: Opened) -> list[Replayed]:
    """Have the assistant answer each draft's question with a chat model that writes the draft."""
    author = Author()
    chat = ChatAnswerer(PreparedModel(reply=author), opened.settings)
    assistant = Assistant(opened.index, opened.settings, chat=chat)
    assistant.ask(drafts[0].question)  # what is made once, at the first question, is no draft's time
    replayed = []
    for draft in drafts:
        author.take(draft)
        answer, checking = _timed(assistant.stream(draft.question, language=draft.language))
        outcomes = tuple(_outcome(draft, sentence, answer, author) for sentence in draft.sentences)
        replayed.append(Replayed(outcomes=outcomes, status=answer.status, checking_ms=1000 * checking))
    return replayed


def _timed(events: Iterator[Event]) -> tuple[Answer, float]:
    """The answer, and the seconds from the beginning of each stage of checking to whatever came next."""
    seconds, since = 0.0, None
    for event in events:
        if since is not None:
            seconds, since = seconds + time.perf_counter() - since, None
        if isinstance(event, Progress) and event.stage is Stage.CHECKING:
            since = time.perf_counter()
        if isinstance(event, Finished):
            return event.answer, seconds
    raise AssertionError("a stream of events ends with the answer")


def _outcome(draft: Prepared, sentence: Sentence, answer: Answer, author: Author) -> Outcome:
    reason = ""
    if not author.read.issuperset(_places(sentence)):
        fate = Fate.NOT_READ
    elif any(claim.is_own_words and claim.text == sentence.text for claim in answer.claims):
        fate = Fate.SHOWN
    else:
        fate = Fate.DROPPED
        reasons = [f"{one.gate}: {one.reason}" for one in answer.dropped if one.claim.text == sentence.text]
        reason = reasons[0] if reasons else f"the answer ended as {answer.status.value}"
    return Outcome(draft=draft, sentence=sentence, fate=fate, reason=reason)


def _places(sentence: Sentence) -> list[tuple[str, int]]:
    return list(dict.fromkeys((quote.letter, quote.paragraph) for quote in sentence.quotes))
