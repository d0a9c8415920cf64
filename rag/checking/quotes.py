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
    runs: list[tuple[int, int]] = []
    start = end = 0
    while start < len(mine):
        place, length = _longest(mine[start:], theirs, end)
        if length == len(mine):
            return Wording.FOUND
        if length >= min(_MIN_RUN, len(mine) - start):
            runs.append((place, length))
            end = place + length
        start += max(length, 1)
    gaps = [abs(after - (before + length)) for (before, length), (after, _) in pairwise(runs)]
    is_apart = max(gaps, default=0) > _NEAR and sum(length for _, length in runs) > len(mine) / 2
    return Wording.PIECED if is_apart else Wording.CHANGED


def _longest(words: list[str], text: list[str], end: int) -> tuple[int, int]:
    """Where the longest beginning of the words stands, of equals the one nearest to `end`, and how long it is."""
    best = (0, 0)
    for place in range(len(text)):
        length = 0
        while length < len(words) and place + length < len(text) and words[length] == text[place + length]:
            length += 1
        if (length, -abs(place - end)) > (best[1], -abs(best[0] - end)):
            best = (place, length)
    return best
