"""A question as typed -> what to search for."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import category

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from rag.retrieval.language import detect_language, tells_language, wished_language
from rag.retrieval.parallel import asked_of_another
from rag.store.words import STEM_MARK, content_words, expand, fold

_ELLIPTICAL = re.compile(
    r"^(?:en|and|maar|but|waarom\?|why\?|hoezo|dus|so then|also|ook)\b"
    r"|\b(?:daar|daarvan|daarover|daarmee|daarop|daarbij|daarin|hiervan|hierover|ervan|erover|dat|die|deze|dit|ze|zij|hij|hen|hun|zo'n|dan)\b"
    r"|\b(?:that|this|those|these|they|them|their|it|its|he|she|his|her|such|there|then)\b",
    re.IGNORECASE,
)
_MAX_ELLIPTICAL_WORDS = 7
"""A follow-up with more content words than this says itself what it is about."""
_UNPRINTABLE = {"Cc", "Cs"}
"""Unicode's categories of control characters and of half characters."""
_MAX_EARLIER_QUESTIONS = 3
_MAX_EARLIER_CHARS = 500
"""Of each; the encoder reads the question itself last and cuts what is too long."""
_EARLIER_WEIGHT = 0.5
_PART_WEIGHT = 0.4
"""A part of a compound, or what a verb shares with its noun, against the word itself."""
_TYPO_WEIGHT = 0.8
_MIN_TYPO_LENGTH = 5


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One earlier turn of the conversation."""

    role: str
    """Either "user" or "assistant"."""
    content: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with what is needed to search for its answer."""

    text: str
    """As typed, without white space at the ends; an earlier one where that is to be answered again, or asked of another
    year, variant or party."""
    language: str | None
    """Either "nl" or "en"; None for another one."""
    earlier: str
    """The earlier question that this one goes on from; empty where it stands by itself."""
    answer_in: str | None = None
    """The language that the answer is wished in, where it is not the question's own."""

    @property
    def standalone(self) -> str:
        """What can be searched for without knowing the conversation."""
        return f"{self.earlier} {self.text}".strip()


def understand(
    text: str,
    history: Sequence[Turn] = (),
    language: str = "auto",
    vocabularies: Mapping[str, Mapping[str, int]] | None = None,
    *,
    names: Collection[str] = (),
    otherwise: str = "nl",
) -> Question:
    """Read a question in its conversation.

    `language` is "nl", "en", or "auto" for the question's own; bare keywords are told by the letters' `vocabularies`,
    and the letters' `names` tell nothing. A question without a language of its own ("§9") has that of the conversation,
    else `otherwise`. Where only the other language is asked for, the question before is asked again, for that language.
    """
    clean = _clean(text)
    asked = [question for turn in history if turn.role == "user" and (question := _clean(turn.content))]
    before = [question for question in asked if not wished_language(question)]
    if language == "auto" and (wished := wished_language(clean)):
        if not before:
            return Question(text=clean, language=wished, earlier="")
        again = [Turn(role="user", content=question) for question in before[:-1]]
        return replace(understand(before[-1], again, "auto", vocabularies, names=names), answer_in=wished)
    found = _language_of(clean, asked, vocabularies, names, otherwise) if language == "auto" else language
    if not found or not _goes_on(clean, found):
        return Question(text=clean, language=found, earlier="")
    spelled_out = _spelled_out(before, found)
    is_alike = bool(before) and detect_language(spelled_out[-1], vocabularies) == found
    if is_alike and (whole := asked_of_another(clean, spelled_out[-1])):
        return Question(text=whole, language=found, earlier=_leaned_on(spelled_out[:-1], found, of=whole))
    return Question(text=clean, language=found, earlier=_leaned_on(spelled_out, found))


def _spelled_out(asked: Sequence[str], language: str) -> list[str]:
    """Earlier questions, each that asked the same of another thing as the whole question that it stands for."""
    found: list[str] = []
    for question in asked:
        whole = asked_of_another(question, found[-1]) if found and _goes_on(question, language) else None
        found.append(whole or question)
    return found


def _language_of(
    text: str,
    asked: Sequence[str],
    vocabularies: Mapping[str, Mapping[str, int]] | None,
    names: Collection[str],
    otherwise: str,
) -> str | None:
    """The language of a question, else that of the last one before it that has one."""
    for question in (text, *reversed(asked)):
        if wished := wished_language(question):
            return wished
        own = _without(names, question)
        if tells_language(own) and ((found := detect_language(own, vocabularies)) or question is text):
            return found
    return otherwise


def _without(names: Collection[str], text: str) -> str:
    """A text without whole names of letters."""
    folded = text.casefold()
    held = sorted((name for name in names if name.casefold() in folded), key=len, reverse=True)
    for name in held:
        text = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", " ", text, flags=re.IGNORECASE)
    return text


def _clean(text: str) -> str:
    """A text on one line, without control characters and half characters."""
    return " ".join("".join(" " if category(char) in _UNPRINTABLE else char for char in text).split())


def _leaned_on(asked: Sequence[str], language: str, *, of: str = "") -> str:
    """The last question, and before it those that it goes on from in its turn; none where `of` stands by itself."""
    leaned_on: list[str] = []
    last = of
    for question in reversed(asked[-_MAX_EARLIER_QUESTIONS:]):
        if last and not _goes_on(last, language):
            break
        leaned_on.insert(0, question[:_MAX_EARLIER_CHARS])
        last = question
    return " ".join(leaned_on)


def _goes_on(text: str, language: str) -> bool:
    """Whether a question leans on what was said before."""
    words = content_words(text, language)
    return len(words) <= 2 or (len(words) <= _MAX_ELLIPTICAL_WORDS and _ELLIPTICAL.search(text) is not None)


def term_weights(question: Question, vocabulary: Mapping[str, int]) -> dict[str, float]:
    """Index terms of a question in its own language, with weights from 0 to 1.

    A word that occurs nowhere is taken for a misspelling of one that does, where one is near.
    """
    language = question.language or "nl"
    weights: dict[str, float] = {}
    for text, share in ((question.text, 1.0), (question.earlier, _EARLIER_WEIGHT)):
        for word in content_words(text, language):
            base, *parts = expand(word, language)
            weight = share
            known = [term for term in (base, *parts) if term in vocabulary]
            if not known and (near := nearest_word(fold(word), vocabulary)):
                known, weight = [near], share * _TYPO_WEIGHT
            for term in known:
                worth = weight if term == base or len(known) == 1 else weight * _PART_WEIGHT
                weights[term] = max(worth, weights.get(term, 0.0))
    return weights


def nearest_word(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """The known term that the word most likely misspells: one slip, or two from eight letters on; None if none.

    Of terms equally near the commonest is taken, of equally common ones the first in the alphabet.
    """
    if len(word) < _MIN_TYPO_LENGTH or not word.isalpha():
        return None
    slips = 1 if len(word) < 8 else 2
    candidates = [
        term
        for term in vocabulary
        if term[0] == word[0] and abs(len(term) - len(word)) <= slips and not term.startswith(STEM_MARK)
    ]
    near = process.extract(word, candidates, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=None)
    return min(((slip, -vocabulary[term], term) for term, slip, _ in near), default=(0, 0, None))[-1]
