"""How well each sentence of the found paragraphs answers a question, feature by feature."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from rag.answering.intent import Wanted
from rag.answering.question_words import QuestionWords, weigh
from rag.answering.wanted import holds
from rag.letters import Letter, Paragraph, Sentence, Voice
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question
from rag.retrieval.search import Hit
from rag.store.embedding import Vectors
from rag.store.index import Index
from rag.store.passages import Passage
from rag.store.words import terms

FEATURES = (
    "similarity",
    "window_similarity",
    "paragraph_similarity",
    "coverage",
    "window_coverage",
    "paragraph_coverage",
    "telling_missing",
    "fused",
    "holds_wanted",
    "lacks_wanted",
    "voice",
    "other_voice",
)
"""Names of a sentence's features, in the order of `Evidence.features`."""

_POINTERS = frozenset(
    "dit dat deze die daar daarmee daarbij daarom daaruit hiermee hierbij hierover hierdoor hij zij ze dergelijke zo "
    "eenzelfde dezelfde "
    "laatstgenoemde daarnaast bovendien".split()
)

Place = tuple[str, int, int]
"""Letter, paragraph, index of a sentence."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One sentence as an answer to one question."""

    letter: str
    paragraph: int
    index: int
    """0-based, in the paragraph."""
    sentence: Sentence
    features: tuple[float, ...]
    log_odds: float = 0.0
    """That it answers, says the network that read it with the question; not read, it has the least of those read."""

    @property
    def place(self) -> Place:
        """Where the sentence stands."""
        return self.letter, self.paragraph, self.index


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What the sentences are held against."""

    question: Question
    vector: Sequence[float]
    wanted: Wanted
    voice: Voice | None
    """The holder that the question names, where it is one."""


@dataclass(frozen=True, kw_only=True)
class _Read:
    """A paragraph's sentences as sets of terms: in Dutch, and in the question's language where there is a rendering."""

    dutch: tuple[frozenset[str], ...]
    own: tuple[frozenset[str], ...]
    texts: tuple[str, ...]
    """In the question's language where there is a rendering, else in Dutch."""


class Gatherer:
    """Looks at the sentences of found paragraphs."""

    def __init__(self, index: Index, lexicon: Lexicon) -> None:
        self._index = index
        self._lexicon = lexicon
        self._passages = lru_cache(maxsize=512)(index.passages_of)
        self._read = lru_cache(maxsize=512)(self._read_paragraph)

    def gather(self, ask: Ask, hits: Sequence[Hit]) -> list[Evidence]:
        """Every sentence of the paragraphs found, in their order, none left out."""
        words = weigh(ask.question, self._index.vocabularies, self._lexicon)
        found: list[Evidence] = []
        for hit in hits:
            found.extend(self._sentences(hit, ask, words))
        return found

    def _sentences(self, hit: Hit, ask: Ask, words: QuestionWords) -> list[Evidence]:
        letter = self._index.letters[hit.letter]
        paragraph = letter.paragraphs[hit.paragraph - 1]
        read = self._read(letter.id, paragraph.number, ask.question.language or "nl")
        similar = _similarities(self._passages(letter.id, paragraph.number), np.asarray(ask.vector), len(read.texts))
        covered = [words.covered(own, dutch) for own, dutch in zip(read.own, read.dutch, strict=True)]
        whole = np.max(covered, axis=0)
        shared = (
            max(max(pair) for pair in similar),
            words.share(whole),
            words.most_telling_missing(whole),
            hit.score,
        )
        found = []
        for index, sentence in enumerate(paragraph.sentences):
            window = np.max(covered[max(0, index - 1) : index + 2], axis=0)
            features = (
                *similar[index],
                shared[0],
                words.share(covered[index]),
                words.share(window),
                *shared[1:],
                *_matches(sentence, read.texts[index], ask),
            )
            found.append(
                Evidence(
                    letter=letter.id, paragraph=paragraph.number, index=index, sentence=sentence, features=features
                )
            )
        return found

    def _read_paragraph(self, letter_id: str, number: int, language: str) -> _Read:
        letter = self._index.letters[letter_id]
        paragraph = letter.paragraphs[number - 1]
        dutch = tuple(frozenset(terms(sentence.text, "nl")) for sentence in paragraph.sentences)
        english = [in_question_language(letter, paragraph, index, language) for index in range(len(dutch))]
        return _Read(
            dutch=dutch,
            own=tuple(
                frozenset(terms(text, "en")) if text else (dutch[i] if language == "nl" else frozenset())
                for i, text in enumerate(english)
            ),
            texts=tuple(text or paragraph.sentences[index].text for index, text in enumerate(english)),
        )


def in_question_language(letter: Letter, paragraph: Paragraph, index: int, language: str) -> str | None:
    """The rendering of a sentence for an English question; None for a Dutch one, or where there is none."""
    return letter.rendering.sentence(paragraph.number, index) if letter.rendering and language == "en" else None


def across(language: str, letter: Letter) -> bool:
    """Whether a question in a language is asked of a letter that cannot be read in it."""
    return language == "en" and letter.rendering is None


def _matches(sentence: Sentence, text: str, ask: Ask) -> tuple[float, float, float, float]:
    """Whether the sentence holds or lacks what is wanted, and whose view it is."""
    has = holds(ask.wanted, text, ask.question.text)
    own = ask.voice is not None and ask.voice in sentence.holders
    other = ask.voice is not None and not own
    return float(has is True), float(has is False), float(own), float(other)


def standing_for(asked: Evidence, place: Place, sentence: Sentence, wanted: Wanted, question: str) -> Evidence:
    """A sentence with the worth of the question that it answers; whether it holds what is wanted it tells itself."""
    has = holds(wanted, sentence.text, question)
    told = {"holds_wanted": float(has is True), "lacks_wanted": float(has is False)}
    features = tuple(told.get(name, worth) for name, worth in zip(FEATURES, asked.features, strict=True))
    return replace(asked, paragraph=place[1], index=place[2], sentence=sentence, features=features)


def _similarities(
    passages: Sequence[tuple[Passage, Vectors]], vector: Vectors, count: int
) -> list[tuple[float, float]]:
    """Per sentence: cosine of itself, and of the best passage that holds it; over both languages."""
    own, window = [0.0] * count, [0.0] * count
    for passage, row in passages:
        cosine = float(row @ vector)
        for index in range(passage.first, passage.last + 1):
            window[index] = max(window[index], cosine)
        if passage.first == passage.last and passage.footnote is None:
            own[passage.first] = max(own[passage.first], cosine)
    return list(zip(own, window, strict=True))


def is_anaphoric(text: str) -> bool:
    """Whether a Dutch sentence begins with a word that points back, so that it cannot stand alone."""
    first = text.split(maxsplit=1)[0].lower().strip(",") if text else ""
    return first in _POINTERS
