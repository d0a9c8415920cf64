"""Content words of a claim and of a letter, comparable across Dutch and English."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import Indel

from rag.retrieval.lexicon import Lexicon, english_terms
from rag.store.embedding import Encoder, Vectors
from rag.store.words import STEM_MARK, STOP_WORDS, expand, fold

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTED = re.compile(
    r"\b(?P<particle>aan|af|bij|door|in|mee|na|op|over|samen|terug|toe|uit|vast|voor|weg) te (?P<verb>[a-z]+n)\b",
    re.IGNORECASE,
)
"""A Dutch verb whose particle stands apart: "op te zeggen" is opzeggen, no saying."""
_SAME, _STEM, _TRANSLATED, _PART = 1.0, 0.9, 0.85, 0.55
"""How surely two words mean the same that share a lemma, a stem, a translation, or a part of a compound."""
_SURE = 0.25
"""A translation with less weight than this is not taken for one."""
_NEAR, _FAR = 0.8, 0.45
"""Cosine from which on two words count as synonyms, and up to which they have nothing to do with each other."""
_SPELLING = 0.72
"""Share of its letters that a name keeps in the other language (Syria, Syrië)."""
_MIN_SPELLED = 4


@dataclass(frozen=True, kw_only=True, eq=False)
class Word:
    """One content word where it stands."""

    text: str
    start: int
    end: int
    language: str
    lemmas: frozenset[str]
    """Dictionary forms in its own language."""
    stems: frozenset[str]
    parts: frozenset[str]
    dutch: Mapping[str, float]
    """Dutch lemmas with how surely each translates it; for English words only."""


class Words:
    """Splits texts into content words and tells how surely one stands for another."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._lexicon = Lexicon()
        self.of = lru_cache(maxsize=4096)(self._of)
        self._vector = lru_cache(maxsize=20_000)(self._encode)
        self._one = lru_cache(maxsize=20_000)(self._make)

    def _of(self, text: str, language: str) -> tuple[Word, ...]:
        """The content words of a text, in order."""
        found = []
        parted = {match.start("verb"): match for match in _PARTED.finditer(text)} if language == "nl" else {}
        for match in _WORD.finditer(text):
            for start, end in _hyphen_parts(match):
                verb = parted.get(start)
                word = verb["particle"] + verb["verb"] if verb else text[start:end]
                if fold(word) not in STOP_WORDS[language] and len(word) > 1:
                    lemmas, stems, parts, dutch = self._one(word.casefold(), language)
                    found.append(
                        Word(
                            text=word, start=verb.start() if verb else start, end=end, language=language,
                            lemmas=lemmas, stems=stems, parts=parts, dutch=dutch,
                        )
                    )  # fmt: skip
        return tuple(found)

    def _make(
        self, word: str, language: str
    ) -> tuple[frozenset[str], frozenset[str], frozenset[str], Mapping[str, float]]:
        base, *others = expand(word, language)
        stems = frozenset(one for one in others if one.startswith(STEM_MARK))
        parts = frozenset(others) - stems
        dutch: dict[str, float] = {}
        if language == "en":
            for term in english_terms(word):
                for translation, chance in self._lexicon.translate(term).items():
                    dutch[translation] = max(dutch.get(translation, 0.0), chance**0.5)
        return frozenset({base, fold(word)}), stems, parts, {k: v for k, v in dutch.items() if v >= _SURE}

    def match(self, claimed: Word, held: Word) -> float:
        """How surely the held word says what the claimed one says, from 0 to 1, without a look at the meaning."""
        if claimed.lemmas & held.lemmas:
            return _SAME
        if claimed.language == held.language:
            return _same_language(claimed, held)
        english, dutch = (claimed, held) if claimed.language == "en" else (held, claimed)
        return _across(english, dutch)

    def best(self, claimed: Word, held: Sequence[Word]) -> tuple[float, Word | None]:
        """The held word that comes nearest to the claimed one, and how near, meaning included; (0, None) for none."""
        exact = max(((self.match(claimed, one), -place) for place, one in enumerate(held)), default=(0.0, 0))
        if exact[0] >= _PART or not held:
            return (exact[0], held[-exact[1]]) if exact[0] else (0.0, None)
        rows = np.stack([self._vector(one.text.casefold()) for one in held])
        cosines = rows @ self._vector(claimed.text.casefold())
        place = int(np.argmax(cosines))
        near = min(1.0, max(0.0, (float(cosines[place]) - _FAR) / (_NEAR - _FAR))) * _STEM
        return (near, held[place]) if near > exact[0] else (exact[0], held[-exact[1]] if exact[0] else None)

    def _encode(self, word: str) -> Vectors:
        vector: Vectors = self._encoder.encode([word])[0]
        return vector


def _hyphen_parts(match: re.Match[str]) -> list[tuple[int, int]]:
    """A hyphened word is its parts; an apostrophe stays within."""
    spans, start = [], match.start()
    for piece in match.group().split("-"):
        spans.append((start, start + len(piece)))
        start += len(piece) + 1
    return [span for span in spans if span[1] > span[0]]


def _same_language(claimed: Word, held: Word) -> float:
    if claimed.stems & held.stems:
        return _STEM
    if (claimed.parts and (claimed.parts & (held.lemmas | held.parts))) or (held.parts & claimed.lemmas):
        return _PART
    return 0.0


def _across(english: Word, dutch: Word) -> float:
    sure = max((chance for term, chance in english.dutch.items() if term in dutch.lemmas), default=0.0)
    if sure:
        return max(_TRANSLATED, sure)
    stems = {stem for term in english.dutch for stem in expand(term, "nl")[1:] if stem.startswith(STEM_MARK)}
    if stems & dutch.stems:
        return _TRANSLATED * _STEM
    if any(term in dutch.parts for term in english.dutch):
        return _PART
    return _TRANSLATED if is_spelled_alike(english.text, dutch.text) else 0.0


def is_spelled_alike(left: str, right: str) -> bool:
    """Whether two words are one name in two languages, by their letters: Syria and Syrië, Brussels and Brussel."""
    one, other = fold(left), fold(right)
    if min(len(one), len(other)) < _MIN_SPELLED or one[:3] != other[:3]:
        return False
    return Indel.normalized_similarity(one, other) >= _SPELLING
