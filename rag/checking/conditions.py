"""Under what condition something is so: left out by a claim, or turned into its opposite."""

import re

from rag.checking.alignment import Alignment
from rag.checking.clauses import whole_words
from rag.checking.denials import denies_by_itself
from rag.checking.modality_words import EXCEPT, Strength
from rag.checking.negation_words import NEGATIONS
from rag.checking.plain_denials import may_deny
from rag.checking.words import Word

_ONLY_IF = re.compile(
    r"\b(?<!niet )(?<!not )(?:alleen|slechts|uitsluitend|enkel|only)\b[^,;.]*?"
    r"\b(?:indien|wanneer|mits|nadat|zodra|als (?:de|het|een|er|zij|hij|wij|ik|men|dit|dat|deze|die|alle)"
    r"|if|when|once|provided|after)\b",
    re.IGNORECASE,
)
"""In front of the condition without which it is not so: "wordt alleen verleend als de raad instemt"; "als" alone may
say in what role."""
_TELLS_OF_ONE = whole_words(
    r"alleen|slechts|uitsluitend|enkel|pas|only|hang(?:t|en)|afhankelijk|depend\w*|subject to|afhang\w*"
)
"""By which a claim has a condition in words of its own."""
_EVEN_WITHOUT = whole_words(r"ook|zelfs|ongeacht|zonder|hoe dan ook|even|regardless|without|in any case")
_SURE = 0.5
_MOSTLY = 0.5
_TWO = 2
"""Denials that make one another good, and words of a claim that show that it speaks of what hangs on the condition."""
_CONDITION = re.compile(
    r"^(?:Als|Indien|Wanneer|Zodra|Mocht(?:en)?|If|When|Once|Should)\b[^,;]+"
    r"|^[A-Z][a-z]+(?:t|n|rd) [^,;]+(?=, dan\b)"
    r"|\b(?:als|indien|wanneer|zodra|if|when|once)\b[^,;.]+$"
)
"""At the beginning of a sentence, also with its verb first ("Lukt dat niet, dan ..."), or at its end."""


def held_unconditionally(alignment: Alignment, place: int) -> list[Word]:
    """The words of one source that hold words of the claim outside its condition: how firm it is they tell; all of them
    where there are none such."""
    condition = _CONDITION.search(alignment.statement.text)
    start, end = condition.span() if condition else (0, 0)
    held = [
        pair.held
        for pair in alignment.pairs
        if pair.held and pair.source == place and pair.sure >= _SURE and not start <= pair.word.start < end
    ]
    return held or alignment.held_in(place)


def left_out_condition(alignment: Alignment, place: int, claimed: Strength, there: Strength) -> str | None:
    """The words before a condition of one source that a claim drops, though it is only so under it; None where it
    drops none. What a claim only puts as possible needs none, unless the source says no more.
    """
    claim = alignment.statement.text
    text, language = alignment.sources[place].text(alignment.statement.language)
    found = _ONLY_IF.search(text)
    if found is None or EXCEPT.search(claim) or _TELLS_OF_ONE.search(claim):
        return None
    if claimed is Strength.POSSIBLE and there is not Strength.POSSIBLE:
        return None
    held = [word.start for word in alignment.held_in(place) if word.language == language]
    denials = len(NEGATIONS.findall(claim))
    if any(start >= found.end() for start in held):  # it speaks of the condition: "niet zonder" keeps it
        return found.group() if _EVEN_WITHOUT.search(claim) and denials < _TWO else None
    return found.group() if len(held) >= _TWO and not denials else None


def turned_condition(alignment: Alignment) -> str | None:
    """The first word of a claim's condition where its best source says the same of the opposite condition; else None.

    "Als de proef slaagt, begint het werk in mei" is not so where "Slaagt de proef niet, dan begint het werk in mei".
    """
    claim = alignment.statement.text
    text, language = alignment.sources[0].text(alignment.statement.language)
    mine, theirs = _CONDITION.search(claim), _CONDITION.search(text)
    if mine is None or theirs is None:
        return None
    rest = [pair for pair in alignment.pairs if not mine.start() <= pair.word.start < mine.end()]
    alike = sum(
        pair.weight
        for pair in rest
        if pair.source == 0 and pair.held and pair.sure >= _SURE and pair.held.language == language
        and not theirs.start() <= pair.held.start < theirs.end()
    )  # fmt: skip
    others = [text[: theirs.start()] + text[theirs.end() :], claim[: mine.start()] + claim[mine.end() :]]
    if any(map(may_deny, others)) or alike <= _MOSTLY * sum(pair.weight for pair in rest):
        return None
    conditions = mine.group(), theirs.group()
    is_turned = any(_is_denied(one) and not may_deny(other) for one, other in (conditions, conditions[::-1]))
    return mine.group().split()[0] if is_turned else None


def _is_denied(text: str) -> bool:
    return len(NEGATIONS.findall(text)) == 1 and not denies_by_itself(text)
