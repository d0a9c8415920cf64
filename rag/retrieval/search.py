"""Question -> paragraphs, best first: by meaning and by words, fused, rolled up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question, term_weights
from rag.store.embedding import Vectors
from rag.store.filters import EVERYTHING, Filter
from rag.store.index import Index

_DENSE_CANDIDATES = 120
_WORD_CANDIDATES = 200
_SHARES: Mapping[tuple[str, str], float] = {
    ("nl", "meaning"): 0.4,
    ("nl", "words"): 0.6,
    ("en", "meaning"): 0.4,
    ("en", "words"): 0.35,
    ("en", "translated words"): 0.25,
}
"""How much each way of searching counts, by the question's language."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A paragraph that a search found."""

    letter: str
    paragraph: int
    score: float
    """Falls within one search; means nothing between searches."""
    footnote: int | None
    """The footnote whose words fit best, where that is what was found."""


Key = tuple[str, int]
"""A paragraph: letter and number."""


class Searcher:
    """Searches one open index, all of it or what passes a filter."""

    def __init__(self, index: Index, lexicon: Lexicon | None = None, *, among: Filter = EVERYTHING) -> None:
        self._index = index
        self._among = among
        self._lexicon = lexicon or Lexicon()

    def search(self, question: Question, limit: int) -> list[Hit]:
        """At most `limit` paragraphs, each once, best first; the same for the same question."""
        found = {"meaning": self._by_meaning(question)} | self._by_words(question)
        keys = sorted({key for scores in found.values() for key in scores})
        if not keys or limit < 1:
            return []
        total = np.zeros(len(keys))
        for way, scores in found.items():
            if scores:
                lowest = min(score for score, _ in scores.values()) if way == "meaning" else 0.0
                values = np.array([scores.get(key, (lowest, None))[0] for key in keys])
                total += _SHARES[question.language or "nl", way] * _standard(values)
        order = sorted(range(len(keys)), key=lambda place: (-total[place], keys[place]))
        words = found["words"]
        return [
            Hit(
                letter=keys[place][0],
                paragraph=keys[place][1],
                score=round(float(total[place]), 6),
                footnote=words.get(keys[place], (0.0, None))[1],
            )
            for place in order[:limit]
        ]

    def vector(self, question: Question) -> list[float]:
        """The question's vector; a follow-up's leans on what it goes on from."""
        own = np.asarray(self._index.encoder.embed_query(question.text))
        if not question.earlier:
            return [float(value) for value in own]
        both = own + np.asarray(self._index.encoder.embed_query(question.standalone))
        return [float(value) for value in both / np.linalg.norm(both)]

    def _by_meaning(self, question: Question) -> dict[Key, tuple[float, int | None]]:
        """Per paragraph the cosine of its nearest passage."""
        hits = self._index.near(self.vector(question), _DENSE_CANDIDATES, among=self._among)
        return self._best([(hit.passage, hit.similarity) for hit in hits])

    def _by_words(self, question: Question) -> dict[str, dict[Key, tuple[float, int | None]]]:
        """Per paragraph the BM25 of its best passage, in the question's own words and in translation."""
        language = question.language or "nl"
        own = term_weights(question, self._index.vocabularies[language])
        found = {"words": self._search_words(own, language)}
        if language == "en":
            translated = self._lexicon.dutch_terms(question.standalone)
            found["translated words"] = self._search_words(translated, "nl")
        return found

    def _search_words(self, weights: Mapping[str, float], language: str) -> dict[Key, tuple[float, int | None]]:
        hits = self._index.with_words(weights, language, _WORD_CANDIDATES, among=self._among)
        return self._best([(hit.passage, hit.score) for hit in hits])

    def _best(self, scored: Sequence[tuple[int, float]]) -> dict[Key, tuple[float, int | None]]:
        """Passages, best first, rolled up: each paragraph's best score, and the footnote that has it."""
        passages = self._index.passages([passage for passage, _ in scored])
        best: dict[Key, tuple[float, int | None]] = {}
        for place, score in scored:
            passage = passages[place]
            best.setdefault((passage.letter, passage.paragraph), (score, passage.footnote))
        return best


def _standard(values: Vectors | np.ndarray) -> np.ndarray:
    """z-scores; all 0 where the values do not differ."""
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 0 else np.zeros_like(values)
