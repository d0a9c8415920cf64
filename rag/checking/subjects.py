"""Whoever a claim begins with by name, and whoever acts in what the letter says instead."""

import re
from functools import lru_cache

from rag.checking.alignment import Alignment, Source
from rag.checking.party_words import TELLS
from rag.checking.speakers import is_same_party
from rag.checking.words import Words
from rag.letters import Letter
from rag.letters.outsiders import acting_outsider, find_outsider
from rag.retrieval.aliases import find_aliases, introduced, kin_spans
from rag.store.words import fold, is_word

_NAME = r"[A-ZÀ-Ý][\w’-]*(?: (?:(?:van|voor|of|for|de|der) )*[A-ZÀ-Ý][\w’-]*)*"
_FIRST = re.compile(
    rf"(?P<article>(?:De|Het|The) )?(?P<first>(?!(?:De|Het|The)\b){_NAME})"
    rf"(?: (?:en|and) (?:(?:de|het|the) )?(?P<second>{_NAME})(?= [a-z])"
    rf"|(?= (?:{TELLS}|[a-z]+(?:t|en|s|ed|de|te)\b|is\b|are\b|was\b|had\b|zijn\b)))"
)
"""A name that a sentence begins with and a verb, or two names."""
_WITHIN = re.compile(r"(?<=[\w,’)] )[A-ZÀ-Ý][\w’-]+|[A-ZÀ-Ý][\w’-]+(?=(?:,| en) [A-ZÀ-Ý])")
"""Within a sentence, or first in a row of names."""
_SMALL = re.compile(r"\b[a-zà-ÿ][\w’-]+")
_ARTICLE = re.compile(r"(?:De|Het|Een|Deze|Die|Dit) ")
_PROPER = re.compile(r"[A-ZÀ-Ý][\w’-]*")
_PART = 0.3
"""Share of what is held of a claim, but for its names, from which on a further source counts."""


def first_names(alignment: Alignment, words: Words) -> tuple[str, ...]:
    """The names that a claim begins with; none where its first word may be any word with a capital.

    It is a name by more than one capital, by an article before its capital, by standing with a capital within sentences
    of the letter and never without, or by being no word at all.
    """
    claim, language = alignment.statement.text, alignment.statement.language
    match = _FIRST.match(claim)
    if match is None:
        return ()
    first, letter = match["first"], alignment.sources[0].letter
    begins = first.split()[0]
    is_plain = match["article"] is None and len(re.findall("[A-ZÀ-Ý]", begins)) == 1
    if is_plain and not _is_name(begins, letter, language, words):
        return ()
    return tuple(name for name in (first, match["second"]) if name)


def acts_instead(alignment: Alignment, words: Words) -> tuple[str, str] | None:
    """A name that a claim begins with, and whoever does in the letter what the claim says of it; None where none is."""
    claim, language = alignment.statement.text, alignment.statement.language
    names = first_names(alignment, words)
    told = [pair for pair in alignment.pairs if not any(pair.word.text in name for name in names)]
    whole = sum(pair.weight * pair.sure for pair in told) or 1.0
    for place, source in enumerate(alignment.sources if names else ()):
        if place and sum(pair.weight * pair.sure for pair in told if pair.source == place) < _PART * whole:
            continue
        other = _actor(source)
        if other is None or any(one in claim for one in _PROPER.findall(_ARTICLE.sub("", other))):
            continue
        called = " ".join([other, *introduced(source.letter, other)])
        missing = [name for name in names if not _is_one_of(name, called, language, words)]
        if missing:
            return missing[0], other
    return None


def _actor(source: Source) -> str | None:
    """Who tells or does something at the beginning of a sentence, by name; None where nobody is named."""
    match = find_outsider(source.sentence.text) or acting_outsider(source.sentence.text)
    if match is None:
        return None
    who = _ARTICLE.sub("", match["who"])
    is_named = _PROPER.search(who, 1) or (" " not in who and fold(who) not in _small_words(source.letter))
    return match["who"] if is_named else None


def _is_one_of(name: str, called: str, language: str, words: Words) -> bool:
    if find_aliases(name).keys() & find_aliases(called).keys() or kin_spans(name, called):
        return True
    return is_same_party(name, called, language, words)


def _is_name(word: str, letter: Letter, language: str, words: Words) -> bool:
    """Whether a word that begins a sentence is a name, and not any word with a capital."""
    return bool(find_aliases(word)) or not is_word(word) or _is_written_as_name(word, letter, language, words)


def _is_written_as_name(word: str, letter: Letter, language: str, words: Words) -> bool:
    """Whether the letter writes a word, or what it translates, as a name."""
    forms = {fold(word)}.union(*(one.dutch.keys() for one in words.of(word, language)))
    return not forms.isdisjoint(_found(_WITHIN, _texts(letter)) - _small_words(letter))


def _small_words(letter: Letter) -> frozenset[str]:
    return _found(_SMALL, _texts(letter))


def _texts(letter: Letter) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in letter.paragraphs)


@lru_cache(maxsize=128)
def _found(pattern: re.Pattern[str], texts: tuple[str, ...]) -> frozenset[str]:
    """What a pattern finds in the texts of a letter, folded."""
    return frozenset(fold(word) for text in texts for word in pattern.findall(text))
