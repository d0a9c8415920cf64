"""What a denial reaches beyond its clause: one side of "niet A, maar B", or the sentence before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.checking.alignment import Alignment, Source
from rag.checking.denials import Denied
from rag.checking.plain_denials import compared, texts_of

_NOT = r"\b(?:niet|not)\b(?! (?:alleen|only|just|slechts|enkel|merely)\b)"
_SIDES = (
    re.compile(rf"{_NOT}(?P<denied>[^,;.]*),? (?:maar|but|wel|doch)\b(?P<told>[^,;.]*)", re.IGNORECASE),
    re.compile(rf"(?P<told>[^,;.]*), (?:(?:en|and) )?{_NOT}(?P<denied>[^,;.]*)", re.IGNORECASE),
)
"""The two ways round: "niet A, maar B" and "B, niet A"."""
_CLEARLY = 2.0
_UNDOES = re.compile(
    r"(?:(?:Lukt|Gebeurt|Slaagt|Kan|Komt|Gaat|Is|Blijkt|Als|Indien|Wanneer) (?:dat|dit|het|deze|die)\b"
    r"[^,;]{0,30}\bniet\b|Zo niet\b|Anders\b)"
)
"""By which a sentence says what follows where what the one before tells does not come about."""


def is_same_contrast(alignment: Alignment) -> bool:
    """Whether claim and best source set the same thing against the same other, whichever of them comes first."""
    mine, theirs = _sides(alignment.statement.text), _sides(texts_of(alignment)[0])
    straight = crossed = 0.0
    if mine is None or theirs is None:
        return False
    for pair, held in compared(alignment):
        own, other = _side_of(pair.word.start, mine), _side_of(held.start, theirs)
        if pair.source == 0 and own and other:
            straight += pair.weight * (own == other)
            crossed += pair.weight * (own != other)
    return straight > _CLEARLY * crossed


def _sides(text: str) -> re.Match[str] | None:
    return next((match for pattern in _SIDES if (match := pattern.search(text))), None)


def _side_of(place: int, sides: re.Match[str]) -> str | None:
    return next((side for side in ("denied", "told") if sides.start(side) <= place < sides.end(side)), None)


def is_undone(source: Source, alignment: Alignment) -> bool:
    """Whether the best source says what follows where this one, right before it, does not come about: "Lukt dat niet,
    dan"."""
    best = alignment.sources[0]
    is_next = source.paragraph.number == best.paragraph.number and best.index == source.index + 1
    return is_next and source.letter is best.letter and _UNDOES.match(best.sentence.text) is not None


def with_undone(denials: Sequence[Denied], alignment: Alignment) -> list[Denied]:
    """What each source denies, turned round in one that the best source goes on to undo."""
    return [
        replace(one, is_denied=[not flag for flag in one.is_denied]) if is_undone(source, alignment) else one
        for one, source in zip(denials, alignment.sources, strict=True)
    ]
