"""Which letter is meant by what it is about."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answering.request import Request
from rag.answering.wording import subject_words
from rag.letters import Letter
from rag.retrieval.lexicon import Lexicon
from rag.store.words import expand, terms

_OPENING = 2
"""Paragraphs in which a letter says what it is about."""
_OFTEN = 0.25
"""Of a letter's paragraphs: what so many name is a part of its subject."""
_NAMED, _OPENED = 2.0, 1.5
"""What a word is worth in a letter's name and in its opening, against its share of the paragraphs."""
_SURE = 0.6
"""Of the words asked about, so many must be of a letter's subject."""
_LIKELY = 0.5
"""So many are enough where most of what the search found is in that letter."""
_TOP = 5


@dataclass(frozen=True, kw_only=True)
class _Subject:
    """The terms by which a letter is told from others."""

    name: frozenset[str]
    opening: frozenset[str]
    shares: Mapping[str, float]
    """Of its paragraphs, by term."""

    def holds(self, term: str) -> bool:
        """Whether a term is one of what the letter is about, and not only mentioned."""
        return term in self.name or term in self.opening or self.shares.get(term, 0.0) >= _OFTEN

    def worth(self, term: str) -> float:
        return _NAMED * (term in self.name) + _OPENED * (term in self.opening) + self.shares.get(term, 0.0)


def letter_about(request: Request, lexicon: Lexicon) -> Letter | None:
    """The letter whose name, opening or most paragraphs are about what the question names; None where none is."""
    asked = _asked(request, lexicon)
    if not asked:
        return None
    subjects = {name: _subject(letter) for name, letter in request.letters.items()}
    found = [hit.letter for hit in request.hits[:_TOP]]
    best = max(subjects, key=lambda name: (_score(asked, subjects[name], subjects), found.count(name)))
    share = sum(any(map(subjects[best].holds, word)) for word in asked) / len(asked)
    is_found = 2 * found.count(best) > len(found)
    return request.letters[best] if share >= _SURE or (share >= _LIKELY and is_found) else None


def _asked(request: Request, lexicon: Lexicon) -> list[dict[str, float]]:
    """Each word of what is asked about as weighted Dutch terms."""
    language = request.asked_in
    words = subject_words(request.bare.text, language)
    if language == "nl":
        return [{term: 1.0 if place == 0 else 0.5 for place, term in enumerate(expand(word, "nl"))} for word in words]
    return [lexicon.dutch_terms(word) for word in words]


def _score(asked: Sequence[Mapping[str, float]], subject: _Subject, all_of_them: Mapping[str, _Subject]) -> float:
    """What a letter is worth for the words asked, those that few letters hold above all."""
    return sum(
        max((weight * _rarity(term, all_of_them) * subject.worth(term) for term, weight in word.items()), default=0.0)
        for word in asked
    )


def _rarity(term: str, subjects: Mapping[str, _Subject]) -> float:
    holding = sum(subject.worth(term) > 0 for subject in subjects.values())
    return math.log(1 + len(subjects) / (holding + 0.5))


@lru_cache(maxsize=256)
def _subject_of(texts: tuple[str, ...], name: str) -> _Subject:
    found = [frozenset(terms(text, "nl")) for text in texts]
    counts: dict[str, int] = {}
    for one in found:
        for term in one:
            counts[term] = counts.get(term, 0) + 1
    return _Subject(
        name=frozenset(terms(name, "nl")),
        opening=frozenset().union(*found[:_OPENING]),
        shares={term: count / len(found) for term, count in counts.items()},
    )


def _subject(letter: Letter) -> _Subject:
    return _subject_of(tuple(one.text for one in letter.paragraphs), f"{letter.title or ''} {letter.name}")
