"""What a search may find, other than everything."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from rag.letters import Letter, Voice
from rag.store.passages import Passage


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Limits on passages, all of which hold; None is no limit, and an empty set lets nothing pass."""

    letters: frozenset[str] | None = None
    """Ids."""
    since: date | None = None
    until: date | None = None
    """Both days included. A letter without a date is outside any range."""
    voices: frozenset[Voice] | None = None
    """A passage passes where one of its sentences has one of these."""


EVERYTHING = Filter()


def voice_bits(voices: Collection[Voice]) -> int:
    """A set of voices as a number, a bit each, as passages store it."""
    return sum(1 << place for place, voice in enumerate(Voice) if voice in voices)


def voices_of(letter: Letter, passage: Passage) -> frozenset[Voice]:
    """Who speaks in the sentences of a passage; in a footnote, whoever speaks where it is called."""
    sentences = letter.paragraphs[passage.paragraph - 1].sentences[passage.first : passage.last + 1]
    return frozenset(sentence.voice for sentence in sentences)
