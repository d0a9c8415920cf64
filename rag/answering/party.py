"""Bodies that a question names by a name of their letter's, and the sentences in which they speak."""

import re

from rag.letters import Sentence
from rag.letters.speakers import REPORTS
from rag.retrieval.question import Question
from rag.store.words import content_words

_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][\w’'-]*[A-Za-z]\b")
_ASKING = frozenset(
    """
    vindt vinden vond wil willen wilde wilt zegt zeggen zei stelt meent denkt adviseert bepleit mening oordeel standpunt
    opvatting visie thinks think says say said want wants opinion view views position advise advises argue argues
    """.split()
)
"""Words that ask for somebody's view and name no subject."""


def parties_named(text: str) -> frozenset[str]:
    """The names in a question, but for a word that begins it."""
    return frozenset(_NAME.findall(text))


def speaks(sentence: Sentence, names: frozenset[str]) -> bool:
    """Whether one of these is the subject of a sentence, or says something in it ("De bond (VTG) waarschuwt dat")."""
    subject = sentence.reason.partition("subject: ")[2]
    return any(
        re.search(rf"\b{re.escape(name)}\b", subject)
        or re.search(rf"\({re.escape(name)}\) (?:[a-z]+ )?{REPORTS}(?!\w)", sentence.text)
        for name in names
    )


def asks_for_no_more(question: Question, names: frozenset[str]) -> bool:
    """Whether a question asks what somebody thinks, of nothing in particular."""
    words = content_words(question.text, question.language or "nl")
    known = _ASKING | {name.casefold() for name in names}
    return bool(names) and not question.earlier and all(word.casefold() in known for word in words)
