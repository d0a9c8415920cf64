"""Questions that a letter answers with yes or no: what they ask is then what whoever answers says, or denies."""

import re
from dataclasses import replace

from rag.checking.alignment import Source
from rag.checking.clauses import whole_words
from rag.letters import Paragraph
from rag.letters.exchanges import exchanges

_YES = re.compile(r"(?:Ja|Jazeker|Zeker)\b")
_NO = re.compile(r"Neen?\b")
_ON_CONDITION = whole_words(
    r"maar|mits|tenzij|echter|indien|als|wanneer|zolang|behalve|behoudens|voor zover|zij het|deels|gedeeltelijk"
    r"|in principe"
)
"""By which an answer takes back a part of its yes or no."""
_ONLY_KNOWS = whole_words(
    r"kent u|bekend met|kennis ?genomen|gelezen|gezien|op de hoogte|weet u|herinnert u"
    r"|kunt u (?:aangeven|toelichten|uitleggen)"
)
"""A yes to such a question says nothing of what is known."""
_DENIES = whole_words(r"niet|geen|nooit|niemand")


def as_answered(source: Source) -> Source | None:
    """A sentence that asks, as what whoever answers it with a whole yes or no holds; None where nobody does.

    Only the one question of a paragraph, and none that denies: a yes to "is het niet zo dat" may mean both.
    """
    question = source.sentence
    asked = [one for one in source.paragraph.sentences if one.text.endswith("?")]
    if asked != [question] or _ONLY_KNOWS.search(question.text) or _DENIES.search(question.text):
        return None
    if (answer := _answer(source)) is None:
        return None
    first = answer.sentences[0]
    is_yes = _YES.match(first.text) is not None
    if _ON_CONDITION.search(first.text) or not (is_yes or _NO.match(first.text)):
        return None
    sentences = list(source.paragraph.sentences)
    sentences[source.index] = replace(question, voice=first.voice, reason=first.reason, endorses=first.endorses)
    return replace(source, paragraph=replace(source.paragraph, sentences=tuple(sentences)), answered=is_yes)


def answer_to(source: Source) -> Source | None:
    """The yes or no to a question that counts as answered; None for other sources."""
    answer = _answer(source) if source.answered is not None else None
    return Source(letter=source.letter, paragraph=answer, index=0, english=None) if answer else None


def _answer(source: Source) -> Paragraph | None:
    """The paragraph that begins the answer to a question."""
    numbers = exchanges(source.letter).answers.get(source.paragraph.number, ())
    return source.letter.paragraphs[numbers[0] - 1] if numbers else None
