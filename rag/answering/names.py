"""Names and numbers of a question that a letter nowhere holds: what it does not name, it says nothing of."""

import re
from collections.abc import Iterator

from rag.answering.bodies import is_common, is_proper
from rag.answering.evidence import in_question_language
from rag.letters import Letter
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question
from rag.store.words import content_words, expand, fold, numbers, terms

_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[^\W\d_a-zà-ÿ][\w’'-]+|\b\d{1,3}(?:[.,]\d{3})+\b|\b\d{3,}\b")
"""A capitalised word that does not begin a sentence, or a number of three digits or more."""
_OFFICIAL = {"representatives": "kamer"}
"""Dutch terms for English words of official names, which are no translation of theirs (House of Representatives)."""
_SURE = 0.3
"""A translation less likely than this does not count as the name's."""


def missing_names(question: Question, held: frozenset[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The names, as typed, of which no part in any form or likely translation is among the letter's terms."""
    return _missing(question, held, lexicon, _SURE)


def never_mentioned(question: Question, held: frozenset[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Those of the missing names that are somebody's own, and of which these terms hold no translation at all."""
    return tuple(name for name in _missing(question, held, lexicon, 0.0) if is_proper(name, question, lexicon))


def _missing(question: Question, held: frozenset[str], lexicon: Lexicon, least: float) -> tuple[str, ...]:
    language = question.language or "nl"
    return tuple(
        name
        for name in _NAME.findall(question.text)
        if (parts := numbers(name) if name[0].isdigit() else content_words(name, language))
        and not is_common(name, language)
        and not any(_forms(part, language, lexicon, least) & held for part in parts)
    )


def letter_terms(letter: Letter, language: str) -> frozenset[str]:
    """All that a letter names: terms and numbers of its text, rendering, notes, headings, head and signature."""
    return frozenset(
        term for text, spoken in _texts(letter, language) for term in (*terms(text, spoken), *numbers(text))
    )


def letter_text(letter: Letter) -> str:
    """All that a letter says in Dutch, on lines."""
    return "\n".join(text for text, spoken in _texts(letter, "nl") if spoken == "nl")


def _texts(letter: Letter, language: str) -> Iterator[tuple[str, str]]:
    """Every text of a letter with its language."""
    for paragraph in letter.paragraphs:
        yield paragraph.text, "nl"
        for index in range(len(paragraph.sentences)):
            if english := in_question_language(letter, paragraph, index, language):
                yield english, language
        for note in paragraph.footnotes:
            yield note.text or "", "nl"
    for part in letter.parts:
        yield from ((line, "nl") for line in part.head + part.signature)
    yield from ((line, "nl") for line in (*letter.headings, letter.subject or ""))


def _forms(part: str, language: str, lexicon: Lexicon, least: float) -> set[str]:
    translated = lexicon.dutch_terms(part).items() if language == "en" else ()
    sure = {term for term, weight in translated if weight >= least}
    official = {_OFFICIAL[part]} if language == "en" and part in _OFFICIAL else set()
    return {fold(part), *expand(part, language), *expand(part, "nl"), *sure, *official}
