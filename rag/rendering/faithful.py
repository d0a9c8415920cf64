"""Whether an English text may stand for a Dutch one: its form, length, numbers, names and denials.

The gates for claims ask whether a letter holds what is said. A rendering must also say all that the letter holds, so
here both texts must have the same.
"""

import re

from rag.checking.negation_words import NEGATIONS
from rag.checking.numbers import Kind, Number, find_numbers, is_same
from rag.checking.words import Words
from rag.rendering.names import changed_name
from rag.retrieval.language import detect_language

_SHORTEST, _LONGEST = 0.7, 1.8
"""English words to a Dutch word; of a translator's 161 texts from 0.77 to 1.53 where they are longer than ten words."""
_LEEWAY_WORDS = 2
"""So many words more or less say nothing of the length of a short text."""
_MIN_LANGUAGE_WORDS = 6
"""Fewer words do not tell their language."""
_MARKUP = re.compile(r"<[^>]*>|\]\(|https?://|```|\*\*")
_UNSURE_NUMBER = re.compile(r"een|één|eén|eerste|acht|achten|one|an?|first", re.IGNORECASE)
"""Words that are as often an article, an adverb or a verb as they are a number."""
_IN_COMPOUNDS = frozenset({Kind.PERIOD, Kind.SEASON})
"""What Dutch hides in a compound ("jaarplan", "zomerreces") and English writes as a word of its own."""


def fault(dutch: str, english: str, words: Words) -> str | None:
    """Why an English text may not stand for a Dutch one, in English; None where it may."""
    return (
        _form(dutch, english)
        or _length(dutch, english)
        or _changed_number(dutch, english)
        or changed_name(dutch, english, words)
        or _denial(dutch, english)
    )


def _form(dutch: str, english: str) -> str | None:
    if not english or any(not char.isprintable() for char in english):
        return "it is no single line of text"
    if _MARKUP.search(english) and not _MARKUP.search(dutch):
        return "it holds a link or markup"
    if len(english.split()) >= _MIN_LANGUAGE_WORDS and detect_language(english) != "en":
        return "it is not in English"
    return None


def _length(dutch: str, english: str) -> str | None:
    theirs, mine = len(dutch.split()), len(english.split())
    if theirs * _SHORTEST - _LEEWAY_WORDS <= mine <= theirs * _LONGEST + _LEEWAY_WORDS:
        return None
    return f"it has {mine} words for the {theirs} of the Dutch"


def _changed_number(dutch: str, english: str) -> str | None:
    here, there = find_numbers(dutch), find_numbers(english)
    if lost := _first_unmatched(dutch, here, there):
        return f"it lacks the number {lost!r}"
    if added := _first_unmatched(english, there, here):
        return f"the number {added!r} does not stand in the Dutch"
    return None


def _first_unmatched(text: str, numbers: tuple[Number, ...], others: tuple[Number, ...]) -> str | None:
    """The first number, as printed, that is none of the others."""
    for number in numbers:
        printed = text[number.start : number.end]
        is_unsure = number.kind in _IN_COMPOUNDS or _UNSURE_NUMBER.fullmatch(printed)
        if not is_unsure and not any(is_same(number, one) for one in others):
            return printed
    return None


def _denial(dutch: str, english: str) -> str | None:
    """A denial too many or too few; what Dutch denies in one word English may deny in two, so pairs count for none."""
    theirs, mine = (len(NEGATIONS.findall(one)) for one in (dutch, english))
    if (theirs + mine) % 2 == 0:
        return None
    return f"it denies {mine} times where the Dutch denies {theirs} times"
