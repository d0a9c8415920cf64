"""What a claim quotes, held against the letter's words."""

import re
from enum import StrEnum
from itertools import pairwise

from rag.retrieval.language import detect_language
from rag.store.words import folded_words

MARKED = r"«(?:(?:[^«»]|«[^«»]*»)+|[^»]+)»"
"""Words between « », which may hold a quote of their own; where one is not closed, up to the first »."""
_QUOTED = re.compile(rf"{MARKED}|„[^”“]+[”“]|“[^”]+”|\"[^\"]+\"")
_MIN_WORDS = 3
"""Fewer words than this in other marks than « » are a title or a term."""
_MIN_RUN = 2
_NEAR = 3
"""Words left out between two runs, up to which the quote is one passage with a word taken out."""


class Wording(StrEnum):
    """How a quote relates to a text."""

    FOUND = "found"
    PIECED = "pieced together"
    """Of words that stand there, but not in one place."""
    CHANGED = "changed"


def find_quotes(text: str) -> list[str]:
    """What a claim gives as the letter's words: all in « », and Dutch of some length in other quotation marks."""
    found = []
    for match in _QUOTED.finditer(text):
        quote = match.group()[1:-1]
        if match.group().startswith("«") or (len(quote.split()) >= _MIN_WORDS and detect_language(quote) == "nl"):
            found.append(quote)
    return found


def wording(quote: str, text: str) -> Wording:
    """How a quote stands in a text; case, accents, punctuation and white space do not count."""
    mine, theirs = folded_words(quote), folded_words(text)
    places: list[int] = []
    start = 0
    while start < len(mine):
        place, length = _longest(mine[start:], theirs)
        if length == len(mine):
            return Wording.FOUND
        if length < min(_MIN_RUN, len(mine) - start):
            return Wording.CHANGED
        places += range(place, place + length)
        start += length
    gaps = [abs(right - left) for left, right in pairwise(places)]
    return Wording.PIECED if max(gaps, default=0) > _NEAR else Wording.CHANGED


def _longest(words: list[str], text: list[str]) -> tuple[int, int]:
    """Where the longest beginning of the words stands in the text, and how long it is."""
    best = (0, 0)
    for place in range(len(text)):
        length = 0
        while length < len(words) and place + length < len(text) and words[length] == text[place + length]:
            length += 1
        if length > best[1]:
            best = (place, length)
    return best
