"""What an answerer is given, and the seam that every answerer implements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rag.answering.evidence import Evidence
from rag.answering.intent import Intent
from rag.answering.model import Draft
from rag.letters import Letter
from rag.retrieval.question import Question
from rag.retrieval.search import Hit


@dataclass(frozen=True, kw_only=True)
class Request:
    """One question with what was found for it."""

    question: Question
    intent: Intent
    hits: tuple[Hit, ...]
    """Paragraphs that may be cited, best first."""
    evidence: tuple[Evidence, ...]
    """Their sentences, best answer first."""
    letters: Mapping[str, Letter]

    @property
    def language(self) -> str:
        """The language to answer in."""
        return self.question.language or "en"


class Answerer(Protocol):
    """Passages -> draft answer. Drafts are checked afterwards, whoever wrote them."""

    def draft(self, request: Request) -> Draft:
        """Propose an answer; one that cites nothing but the request's hits."""
        ...


def letters_of(hits: Sequence[Hit]) -> tuple[str, ...]:
    """Ids of the letters found, each once, best first."""
    return tuple(dict.fromkeys(hit.letter for hit in hits))
