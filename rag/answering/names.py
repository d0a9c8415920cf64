"""Names and numbers of a question that a letter nowhere holds: what it does not name, it says nothing of."""

import re

from rag.answering.evidence import in_question_language
from rag.letters import Letter
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question
from rag.store.words import content_words, expand, fold, terms

_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[^\W\d_a-zà-ÿ][\w’'-]+|\b\d{3,}\b")
"""A capitalised word that does not begin a sentence, or a number of three digits or more."""
_SURE = 0.3
"""A translation less likely than this does not count as the name's."""


def missing_names(question: Question, held: frozenset[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The names, as typed, of which no part in any form or translation is among the letter's terms."""
    language = question.language or "nl"
    return tuple(
        name
        for name in _NAME.findall(question.text)
        if (parts := content_words(name, language))
        and not any(_forms(part, language, lexicon) & held for part in parts)
    )


def letter_terms(letter: Letter, language: str) -> frozenset[str]:
    """All that a letter names: terms of its text, rendering, notes, headings, head and signature."""
    found: set[str] = set()
    for paragraph in letter.paragraphs:
        found.update(terms(paragraph.text, "nl"))
        for index in range(len(paragraph.sentences)):
            if english := in_question_language(letter, paragraph, index, language):
                found.update(terms(english, language))
        for note in paragraph.footnotes:
            found.update(terms(note.text or "", "nl"))
    for line in (
        *letter.headings,
        letter.subject or "",
        *(line for part in letter.parts for line in part.head + part.signature),
    ):
        found.update(terms(line, "nl"))
    return frozenset(found)


def _forms(part: str, language: str, lexicon: Lexicon) -> set[str]:
    translated = lexicon.dutch_terms(part).items() if language == "en" else ()
    sure = {term for term, weight in translated if weight >= _SURE}
    return {fold(part), *expand(part, language), *expand(part, "nl"), *sure}
