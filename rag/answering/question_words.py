"""A question's content words: how telling each is, and which of them a text holds."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question, nearest_word
from rag.store.words import content_words, expand, fold

Covered = NDArray[np.float64]
"""Per question word how surely a text holds it, from 0 to 1."""

_EARLIER_WEIGHT = 0.5
_TRANSLATED = 0.85
"""A word found by its translation, against the word itself."""
_STEM = 0.9
"""A word found by what a verb and its noun share, or as a misspelling."""
_PART = 0.5
"""A compound of which only a part is found."""


@dataclass(frozen=True, kw_only=True)
class Word:
    """One content word of a question."""

    text: str
    weight: float
    """Its share of what the question asks for, by rarity; the shares sum to 1."""
    forms: Mapping[str, float]
    """Index terms in the question's language, each with how surely it stands for the word."""
    dutch: Mapping[str, float]
    """Dutch index terms with how likely each translates it; for English words only."""


@dataclass(frozen=True, kw_only=True)
class QuestionWords:
    """The content words of one question."""

    words: tuple[Word, ...]

    def covered(self, own: frozenset[str], dutch: frozenset[str]) -> Covered:
        """Which words a text holds: `own` are its terms in the question's language, `dutch` in Dutch."""
        return np.array([_covered(word, own, dutch) for word in self.words])

    def share(self, covered: Covered) -> float:
        """How much of what is asked for is held, from 0 to 1; 0 for a question without content words."""
        return float(sum(word.weight * held for word, held in zip(self.words, covered, strict=True)))

    def most_telling_missing(self, covered: Covered) -> float:
        """The weight of the most telling word that is not held; 0 where all are."""
        missing = [word.weight * (1 - held) for word, held in zip(self.words, covered, strict=True)]
        return float(max(missing, default=0.0))


def weigh(question: Question, vocabularies: Mapping[str, Mapping[str, int]], lexicon: Lexicon) -> QuestionWords:
    """The words of a question and of what it goes on from, weighed by how rare they are in the letters."""
    language = question.language or "nl"
    total = max((count for counts in vocabularies.values() for count in counts.values()), default=1) + 1
    found: dict[str, tuple[float, Mapping[str, float], Mapping[str, float]]] = {}
    for text, share in ((question.text, 1.0), (question.earlier, _EARLIER_WEIGHT)):
        for word in content_words(text, language):
            if word in found:
                continue
            forms = _forms(word, language, vocabularies[language])
            dutch = lexicon.dutch_terms(word) if language == "en" else {}
            docs = max(_docs(forms, vocabularies[language]), _docs(dutch, vocabularies["nl"]))
            found[word] = (share * math.log(1 + total / (docs + 0.5)), forms, dutch)
    mass = sum(weight for weight, *_ in found.values()) or 1.0
    return QuestionWords(
        words=tuple(
            Word(text=word, weight=weight / mass, forms=forms, dutch=dutch)
            for word, (weight, forms, dutch) in found.items()
        )
    )


def _docs(forms: Mapping[str, float], vocabulary: Mapping[str, int]) -> float:
    """In how many passages a word occurs, weighed by how surely each form stands for it."""
    return max((vocabulary.get(term, 0) * weight**2 for term, weight in forms.items()), default=0.0)


def _forms(word: str, language: str, vocabulary: Mapping[str, int]) -> Mapping[str, float]:
    """The word's terms, or those of the known word that it most likely misspells."""
    base, *others = expand(word, language)
    forms = {base: 1.0} | {term: _STEM if term.startswith("zz") else _PART for term in others}
    if forms.keys().isdisjoint(vocabulary) and (near := nearest_word(fold(word), vocabulary)):
        return {near: _STEM}
    return forms


def _covered(word: Word, own: frozenset[str], dutch: frozenset[str]) -> float:
    direct = max((weight for term, weight in word.forms.items() if term in own), default=0.0)
    translated = max((weight for term, weight in word.dutch.items() if term in dutch), default=0.0)
    return max(direct, _TRANSLATED * min(1.0, translated))
