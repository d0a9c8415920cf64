"""What a denial reaches beyond its clause: one side of "niet A, maar B", or the sentence before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.checking.alignment import Alignment, Pair, Source
from rag.checking.clauses import whole_words
from rag.checking.denials import Denied
from rag.checking.negation_words import NEGATIONS
from rag.checking.plain_denials import compared, texts_of

_NOT = r"\b(?:niet|not)\b(?! (?:alleen|only|just|slechts|enkel|merely)\b)"
_SIDES = (
    re.compile(rf"{_NOT}(?P<denied>[^,;.]*),? (?:maar|but|wel|doch)\b(?P<told>[^,;.]*)", re.IGNORECASE),
    re.compile(rf"(?P<told>[^,;.]*), (?:(?:en|and) )?{_NOT}(?P<denied>[^,;.]*)", re.IGNORECASE),
)
"""The two ways round: "niet A, maar B" and "B, niet A"."""
_CLEARLY = 2.0
_SAME_WORD = 0.75
"""How surely a word must be held to be the same, or its translation."""
_UNDOES = re.compile(
    r"(?:(?:Lukt|Gebeurt|Slaagt|Kan|Komt|Gaat|Is|Blijkt|Als|Indien|Wanneer) (?:dat|dit|het|deze|die)\b"
    r"[^,;]{0,30}\bniet\b|Zo niet\b|Anders\b)"
)
"""By which a sentence says what follows where what the one before tells does not come about."""


_JOINTS = r"aan|bij|door|in|met|naar|op|over|tot|uit|van|voor|at|by|for|from|in|of|on|to|with"
_SAME_JOINT = re.compile(
    rf"\b(?P<joint>{_JOINTS})\b(?P<told>(?:(?!\b(?P=joint)\b)[^,;.])+),? (?:(?:en|maar|and|but) )?"
    r"(?:niet|not) (?P=joint)\b(?P<denied>[^,;.]*)"
    rf"|\b(?:niet|not) (?:[\w-]+ )?(?P<other>{_JOINTS})\b(?P<denied_first>[^,;.]+),? (?:maar|but) "
    r"(?P=other)\b(?P<told_last>[^,;.]*)",
    re.IGNORECASE,
)
"""Two things behind the same preposition, of which one is denied: "van A en niet van B", "niet van B, maar van A"."""
_SETS_APART = whole_words(r"in plaats van|anders dan|instead|rather|unlike|other than")
"""By which a claim leaves something out without a denial."""
_RULES_OUT = re.compile(
    r"\b(?:sluit|sluiten|sloot|sloten)\b(?: (?!dat\b)[\w-]+){0,6}? uit\b|\b(?:(?:niet|niets) )?uit te sluiten\b"
    r"|\b(?:(?:niet|not) )?(?:uitsluiten|uitgesloten)\b|\b(?:(?:not|cannot|can['’]t|n['’]t) )?rul(?:e|es|ed|ing) out\b",
    re.IGNORECASE,
)
"""With the denial that stands at it."""


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


def told_of_denied_side(alignment: Alignment) -> str | None:
    """A word of a claim without denial that its best source has only behind "niet", in what it sets against something
    the claim leaves out; None where it has none.

    "De kade wordt beheerd door de haven en niet door de gemeente" says of the municipality that it is not so.
    """
    told, denied = _sides_spoken_of(alignment)
    return next((pair.word.text for pair in denied if pair.sure >= _SAME_WORD), None) if not told else None


def is_of_told_side(alignment: Alignment) -> bool:
    """Whether a claim without denial tells the side of which its best source says that it is so, and nothing else in
    that source is denied."""
    told, denied = _sides_spoken_of(alignment)
    return bool(told) and not denied and len(NEGATIONS.findall(texts_of(alignment)[0])) == 1


def _sides_spoken_of(alignment: Alignment) -> tuple[list[Pair], list[Pair]]:
    """The words of a claim without denial that stand in either side of such a contrast in its best source."""
    claim, text = alignment.statement.text, texts_of(alignment)[0]
    found = _SAME_JOINT.search(text)
    if found is None or NEGATIONS.search(claim) or _SETS_APART.search(claim):
        return [], []
    sides = ("told", "denied") if found["joint"] else ("told_last", "denied_first")
    told, denied = (
        [pair for pair, word in compared(alignment) if pair.source == 0 and word.start in range(*found.span(side))]
        for side in sides
    )
    return told, denied


def is_ruled_out_alike(alignment: Alignment) -> bool | None:
    """Whether a claim rules something out, or does not, as its best source does; None where either speaks of no such
    thing."""
    mine, theirs = _rules_out(alignment.statement.text), _rules_out(texts_of(alignment)[0])
    return None if mine is None or theirs is None else mine == theirs


def _rules_out(text: str) -> bool | None:
    """Whether a text rules something out; None where it speaks of no such thing."""
    found = [NEGATIONS.search(one.group()) is None for one in _RULES_OUT.finditer(text)]
    return found[0] if len(found) == 1 else None


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
