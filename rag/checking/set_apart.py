"""Whose view a sentence sets apart from its own: "anders dan de raad wil", "en niet, zoals de raad adviseert, ..."."""

import re
from collections.abc import Iterator

from rag.checking.alignment import Alignment
from rag.checking.named_holder import parties
from rag.checking.negation_words import NEGATIONS
from rag.checking.others import holders_of
from rag.checking.speakers import is_same_party
from rag.checking.words import Words
from rag.letters import Voice
from rag.retrieval.aliases import find_aliases, introduced

_UNLIKE = re.compile(
    r"\b(?:anders dan|in tegenstelling tot|in afwijking van|tegen (?:het|de) (?:advies|wens|zin) (?:in )?van)"
    r" (?P<who>[^,;.:]+?)(?=[,;.:]| (?:is|zijn|wil|vind|acht|kies|zie|ben|denk|meen)(?:t|en)? )",
    re.IGNORECASE,
)
"""The rest of such a sentence is what these do not think."""
_NOT_AS = re.compile(r"\b(?:niet|geen),? (?:zoals|wat) (?P<who>[^,;.]+), (?P<theirs>[^,;.]+)", re.IGNORECASE)
"""What stands behind is what they think, and the rest of the sentence is not."""
_UNLIKE_TOO = re.compile(
    r"\b(?:anders dan|in plaats van|in tegenstelling tot|afwij\w+|unlike|contrary|instead|rather than|against)\b"
    r"|\b(?:rejects?|refus\w+|verwerpt?|wijst|ondanks|despite|kritiek|critici[sz]\w+|oneens|disagree\w*)\b",
    re.IGNORECASE,
)
"""By which a claim sets itself apart as well."""


def set_apart(alignment: Alignment, words: Words) -> str | None:
    """A party that a claim names for what its best source sets against that party's view; None where there is none."""
    claim, text = alignment.statement.text, alignment.sources[0].sentence.text
    held = _held(alignment)
    if _UNLIKE_TOO.search(claim) or not held:
        return None
    is_denied = NEGATIONS.search(claim) is not None
    found = [] if is_denied else [one for one in _NOT_AS.finditer(text) if not _is_theirs(one, held)]
    if is_denied == (NEGATIONS.search(_UNLIKE.sub(" ", text)) is not None):
        found += [one for one in _UNLIKE.finditer(text) if any(not one.start() <= at < one.end() for at in held)]
    return next((name for one in found if (name := _named(one["who"], alignment, words))), None)


def is_view_apart(alignment: Alignment, words: Words) -> bool:
    """Whether a claim gives a party what its best source sets apart as that party's: "en niet, zoals de raad adviseert,
    bij de provincie"."""
    found = _NOT_AS.finditer(alignment.sources[0].sentence.text)
    held = _held(alignment)
    return any(_is_theirs(one, held) and _named(one["who"], alignment, words) for one in found)


def _held(alignment: Alignment) -> list[int]:
    return [word.start for word in alignment.held_in(0) if word.language == "nl"]


def _is_theirs(found: re.Match[str], held: list[int]) -> bool:
    return any(found.start("theirs") <= start < found.end() for start in held)


def _named(who: str, alignment: Alignment, words: Words) -> str | None:
    """The party of a claim, its holder or else any, that a part of the letter names; None where it names none."""
    letter, language = alignment.sources[0].letter, alignment.statement.language
    known = {one.voice for one in holders_of(letter).mentions(who)} - {Voice.THIRD_PARTY}
    whole = " ".join([who, *introduced(letter, who)])
    groups = find_aliases(whole).keys()
    for voice, name in _parties(alignment):
        is_alias = bool(find_aliases(name).keys() & groups)
        if voice in known or is_alias or is_same_party(name, whole, language, words):
            return name
    return None


def _parties(alignment: Alignment) -> Iterator[tuple[Voice, str]]:
    holder = alignment.statement.holder
    yield from [(holder.voice, holder.text)] if holder else parties(alignment.statement.text)
