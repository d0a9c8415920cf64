"""Which letter is meant by what it is about."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rag.answering.request import Request
from rag.answering.wording import subject_words
from rag.letters import Letter
from rag.retrieval.lexicon import Lexicon
from rag.store.index import Index
from rag.store.words import expand, terms

_OPENING = 2
"""Paragraphs in which a letter says what it is about."""
_OFTEN = 0.25
"""Of a letter's paragraphs: what so many name is a part of its subject."""
_NAMED, _OPENED = 2.0, 1.5
"""What a word is worth in a letter's name and in its opening, against its share of the paragraphs."""
_SURE = 0.6
"""Of the words asked about, so many must be of a letter's subject."""
_LIKELY = 0.5
"""So many are enough where most of what the search found is in that letter."""
_TOP = 5


@dataclass(frozen=True, kw_only=True)
class _Term:
    """An index term among the letters."""

    rarity: float
    worth: Mapping[str, float]
    """What it is worth in each letter that holds it."""
    subject_of: frozenset[str]
    """The letters that are about it, and do not only mention it."""


def letter_about(request: Request, index: Index, lexicon: Lexicon) -> Letter | None:
    """The letter whose name, opening or most paragraphs are about what the question names; None where none is."""
    asked = _asked(request, lexicon)
    if not asked:
        return None
    letters = request.letters
    names = {name: frozenset(terms(f"{letter.title or ''} {letter.name}", "nl")) for name, letter in letters.items()}
    known = {
        term: _among_letters(letters, index.paragraphs_with(term), {name for name in letters if term in names[name]})
        for term in {term for word in asked for term in word}
    }
    found = [hit.letter for hit in request.hits[:_TOP]]
    best = max(letters, key=lambda name: (_score(asked, known, name), found.count(name)))
    share = sum(any(best in known[term].subject_of for term in word) for word in asked) / len(asked)
    is_found = 2 * found.count(best) > len(found)
    return letters[best] if share >= _SURE or (share >= _LIKELY and is_found) else None


def _asked(request: Request, lexicon: Lexicon) -> list[dict[str, float]]:
    """Each word of what is asked about as weighted Dutch terms."""
    language = request.asked_in
    words = subject_words(request.bare.text, language)
    if language == "nl":
        return [{term: 1.0 if place == 0 else 0.5 for place, term in enumerate(expand(word, "nl"))} for word in words]
    return [lexicon.dutch_terms(word) for word in words]


def _among_letters(
    letters: Mapping[str, Letter], paragraphs: Mapping[str, Sequence[int]], named: Collection[str]
) -> _Term:
    """What a term is to the letters that hold it: these `paragraphs` of each, and the names of those `named`."""
    worth: dict[str, float] = {}
    subject_of = set()
    for name in paragraphs.keys() | named:
        held = paragraphs.get(name, ())
        is_named, is_opened = name in named, any(number <= _OPENING for number in held)
        share = len(held) / len(letters[name].paragraphs)
        worth[name] = _NAMED * is_named + _OPENED * is_opened + share
        if is_named or is_opened or share >= _OFTEN:
            subject_of.add(name)
    rarity = math.log(1 + len(letters) / (len(worth) + 0.5))
    return _Term(rarity=rarity, worth=worth, subject_of=frozenset(subject_of))


def _score(asked: Sequence[Mapping[str, float]], known: Mapping[str, _Term], letter: str) -> float:
    """What a letter is worth for the words asked, those that few letters hold above all."""
    return sum(
        max(
            (weight * known[term].rarity * known[term].worth.get(letter, 0.0) for term, weight in word.items()),
            default=0.0,
        )
        for word in asked
    )
