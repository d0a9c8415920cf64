"""Whether a text is nothing but sentences of a letter, word for word."""

from collections.abc import Iterable, Sequence

from rag.letters import Letter, Paragraph
from rag.store.words import folded_words

_MIN_WORDS = 4
"""Fewer, such as "Dat is het geval", say nothing by themselves."""


def is_verbatim(text: str, letter: Letter, paragraph: Paragraph) -> bool:
    """Whether a text is one or more whole sentences of a paragraph, in their order, or of its rendering: then the
    letter says it, whatever it means. Punctuation and capitals do not count.

    A part of a sentence is not enough, since what was left out may turn it round; a question states nothing.
    """
    words = folded_words(text)
    return len(words) >= _MIN_WORDS and any(_has_run(words, texts) for texts in _versions(letter, paragraph))


def _versions(letter: Letter, paragraph: Paragraph) -> Iterable[list[str]]:
    """The paragraph's sentences in Dutch, and in English where they are rendered; a question as nothing."""
    yield [_stated(sentence.text) for sentence in paragraph.sentences]
    if letter.rendering:
        rendered = (letter.rendering.sentence(paragraph.number, index) for index in range(len(paragraph.sentences)))
        yield [_stated(text or "") for text in rendered]


def _stated(text: str) -> str:
    return "" if text.rstrip().endswith("?") else text


def _has_run(words: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the words are those of some texts that follow one another, none left out."""
    told = [folded_words(text) for text in texts]
    for first in range(len(told)):
        left = list(words)
        for one in told[first:]:
            if not one or left[: len(one)] != one:
                break
            left = left[len(one) :]
            if not left:
                return True
    return False
