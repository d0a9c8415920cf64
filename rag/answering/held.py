"""Whether a text has the words that a question asks about, in any form or likely translation."""

from collections.abc import Sequence

from rag.retrieval.lexicon import Lexicon
from rag.store.words import STEM_MARK, content_words, expand

_SURE = 0.3
"""A translation less likely than this does not count."""


def terms_of(word: str, language: str, lexicon: Lexicon) -> frozenset[str]:
    """What in a Dutch text stands for a word of a question."""
    translated = lexicon.dutch_terms(word).items() if language == "en" else ()
    return frozenset([*_called(word), *(term for term, weight in translated if weight >= _SURE)])


def share_held(text: str, asked: Sequence[frozenset[str]]) -> float:
    """How many of the words asked about a text has, from 0 to 1; all where none is asked about."""
    return share_of(frozenset(term for word in content_words(text, "nl") for term in _called(word)), asked)


def share_of(held: frozenset[str], asked: Sequence[frozenset[str]]) -> float:
    """The same of the terms that a text has."""
    return sum(not word.isdisjoint(held) for word in asked) / len(asked) if asked else 1.0


def _called(word: str) -> tuple[str, ...]:
    """A word and what the thing it names is, which in a compound is the end: a credit, of a mobility credit."""
    base, *others = expand(word, "nl")
    parts = [term for term in others if not term.startswith(STEM_MARK)]
    return (base, *parts[1:])
