"""The word that a short claim turns on, where its sources have nothing like it."""

import re

from rag.checking.alignment import Alignment, is_name
from rag.checking.joined import opposite_beside
from rag.checking.modality_words import ADDED
from rag.checking.numbers import find_numbers, numbers_held
from rag.checking.polarity import opposed

_TELLING = 0.5
"""Share of a claim from which on one word says most of it."""
_MISSING = 0.3
"""How surely a word must be held not to be missing."""
_HELD, _SPOKEN_OF, _MUCH = 0.75, 0.25, 0.4
"""How surely a word must be held to be the same, and shares of a claim: from which on the sources speak of it, and
from which on a word says much of it."""
_SUBJECT = re.compile(r"(?:De |Het |The )?")
_ACRONYM = re.compile(r"[A-Z]{2,}\w*")
_VERB = re.compile(r"[a-z]+t")
_BEFORE_VERB = re.compile(r"(?:(?:De|Het|Een) )?[\w’-]+ (?:(?!(?:de|het|een)\b)[\w’-]+ )?")
_PARTICLE = re.compile(r" (?P<particle>aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg)[.!]?$")
"""At the end of a Dutch claim, of the verb at its beginning: "treedt af" is no "treedt in werking"."""


def unsaid(alignment: Alignment) -> str | None:
    """A word without which a Dutch claim says something else and that no source has; None where there is none.

    English words are found among Dutch ones too seldom for that, and numbers say as much as words.
    """
    if alignment.statement.language != "nl":
        return None
    if particle := _without_particle(alignment):
        return particle
    telling = [pair for pair in alignment.pairs if pair.weight >= _TELLING and not is_name(pair.word)]
    has_number = bool(find_numbers(alignment.statement.text))
    return next((pair.word.text for pair in telling if pair.sure < _MISSING and not has_number), None)


def _without_particle(alignment: Alignment) -> str | None:
    """A verb of the claim, with its particle, of which the sources have the verb alone."""
    found = _PARTICLE.search(alignment.statement.text)
    if found is None:
        return None
    begins, claim = re.compile(rf"\b{found['particle']}", re.IGNORECASE), alignment.statement.text
    for pair in alignment.pairs:
        is_verb = _VERB.fullmatch(pair.word.text) and _BEFORE_VERB.fullmatch(claim[: pair.word.start])
        is_same = is_verb and pair.held is not None and pair.held.text == pair.word.text
        if is_same and not begins.search(alignment.sources[pair.source].sentence.text):
            return f"{pair.word.text} {found['particle']}"
    return None


def speaks_of_it(alignment: Alignment, *, is_borne_out: bool) -> bool:
    """Whether the sources speak of what a claim speaks of, so that they can say otherwise.

    They have words of it, the word that says most of it and, where the rest is not borne out, the name that it begins
    with; or the opposite of one of its words.
    """
    if opposed(alignment) or opposite_beside(alignment):
        return True
    claim, pairs = alignment.statement.text, alignment.pairs
    held = sum(pair.weight for pair in pairs if pair.sure >= _HELD)
    has_number = any(numbers_held(claim, (source.sentence.text for source in alignment.sources)))
    names = [pair for pair in pairs if pair.word.text[:1].isupper() and _SUBJECT.fullmatch(claim[: pair.word.start])]
    is_foreign = not is_borne_out and any(pair.sure < _MISSING for pair in names if _ACRONYM.fullmatch(pair.word.text))
    telling = [
        pair for pair in pairs if pair.weight >= _MUCH and not is_name(pair.word) and not _grades(pair.word.text)
    ]
    is_untold = any(pair.sure < _MISSING for pair in telling)
    is_dutch = alignment.statement.language == "nl"
    return (held >= _SPOKEN_OF or has_number) and not is_foreign and not (is_dutch and is_untold)


def has_such_numbers(alignment: Alignment) -> bool:
    """Whether the sources have a number of the kind of each number of the claim: else they say nothing of it."""
    there = {one.kind for source in alignment.sources for one in find_numbers(source.sentence.text)}
    return all(one.kind in there for one in find_numbers(alignment.statement.text))


def _grades(word: str) -> bool:
    """Whether a word says of how much, how surely or how often the rest is so: "alle"."""
    return any(added.found.fullmatch(word) for added in ADDED)
