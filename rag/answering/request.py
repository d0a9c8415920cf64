"""What an answerer is given, and the seam that every answerer implements."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rag.answering.evidence import Evidence
from rag.answering.intent import Intent
from rag.answering.model import Draft
from rag.letters import Letter
from rag.retrieval.question import Question
from rag.retrieval.search import Hit

_LETTER = r"(?:(?<=\w{3})-?(?:kamer)?brief)?"
"""What is put behind an id to call the letter by it: "de waterbrief", for water.txt."""


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
    named: tuple[Letter, ...] = ()
    """The letters that the question names by their ids."""

    @property
    def bare(self) -> Question:
        """The question without the ids of the letters named: what they are made of is no subject and no name."""
        return without_ids(self.question, self.named)

    @property
    def language(self) -> str:
        """The language to answer in."""
        return self.question.answer_in or self.asked_in

    @property
    def asked_in(self) -> str:
        """The language of the question's words."""
        return self.question.language or "en"


class Answerer(Protocol):
    """Passages -> draft answer. Drafts are checked afterwards, whoever wrote them."""

    def draft(self, request: Request) -> Draft:
        """Propose an answer; one that cites nothing but the request's hits."""
        ...


def letters_named(question: Question, letters: Mapping[str, Letter]) -> tuple[Letter, ...]:
    """The letters whose whole ids a question holds, else those of the question that it goes on from."""
    ids = _any_of(letters)
    for text in (question.text, question.standalone):
        found = {name.casefold() for name in ids.findall(text)}
        if named := tuple(letter for letter in letters.values() if letter.id.casefold() in found):
            return named
    return ()


def without_ids(question: Question, named: Sequence[Letter]) -> Question:
    """The question, and what it goes on from, without these letters' ids."""
    if not named:
        return question
    ids = _any_of(letter.id for letter in named)
    text, earlier = (" ".join(ids.sub(" ", one).split()) for one in (question.text, question.earlier))
    return replace(question, text=text, earlier=earlier)


def _any_of(ids: Iterable[str]) -> re.Pattern[str]:
    """Any of these ids as a whole, or with "brief" behind it; of ids that begin alike the longest."""
    longest_first = sorted(ids, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))}){_LETTER}(?![\w-])", re.IGNORECASE)


def letters_of(hits: Sequence[Hit]) -> tuple[str, ...]:
    """Ids of the letters found, each once, best first."""
    return tuple(dict.fromkeys(hit.letter for hit in hits))
