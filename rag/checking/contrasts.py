"""What a denial reaches beyond its clause: what is ruled out or not, and the sentence before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.checking.alignment import Alignment, Source
from rag.checking.denials import Denied
from rag.checking.negation_words import NEGATIONS
from rag.checking.plain_denials import texts_of

_UNDOES = re.compile(
    r"(?:(?:Lukt|Gebeurt|Slaagt|Kan|Komt|Gaat|Is|Blijkt|Als|Indien|Wanneer) (?:dat|dit|het|deze|die)\b"
    r"[^,;]{0,30}\bniet\b|Zo niet\b|Anders\b)"
)
"""By which a sentence says what follows where what the one before tells does not come about."""
_RULES_OUT = re.compile(
    r"\b(?:sluit|sluiten|sloot|sloten)\b(?: (?!dat\b)[\w-]+){0,6}? uit\b|\b(?:(?:niet|niets) )?uit te sluiten\b"
    r"|\b(?:(?:niet|not) )?(?:uitsluiten|uitgesloten)\b|\b(?:(?:not|cannot|can['’]t|n['’]t) )?rul(?:e|es|ed|ing) out\b",
    re.IGNORECASE,
)
"""With the denial that stands at it."""


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
