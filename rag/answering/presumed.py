"""A sentence that only says again what a question takes as known is no answer to it."""

import re
from collections.abc import Sequence

from rag.answering.evidence import Evidence
from rag.answering.intent import FACTS, Wanted
from rag.answering.listing import listed_under
from rag.answering.pointing import points_back
from rag.answering.request import Request
from rag.answering.scoring import relevance, value
from rag.answering.wanted import holds
from rag.letters import Paragraph

_WHICH = re.compile(
    r"\b(?:welke|which|what) (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d{1,2}) ",
    re.IGNORECASE,
)
"""What asks to name so many things."""
_REASON = re.compile(
    r"\b(?:omdat|want|aangezien|daarom|doordat|vanwege|wegens|zodat|opdat|gelet op|gezien|dankzij|gevolg|oorzaak"
    r"|reden(?:en)?|immers|om\b.*\bte)\b",
    re.IGNORECASE,
)
_SAYS_HOW_MANY = re.compile(r"\d|\b(?:geen|niemand|nooit|niet bekend|onbekend)\b", re.IGNORECASE)
"""A number of any kind, or that there is none."""
_SAYS_WHEN = re.compile(r"\b(?:als|indien|mits|zodra|wanneer|nadat|tenzij|zolang|totdat)\b", re.IGNORECASE)
"""On what condition, where it is asked when."""
_REPEATS = 0.8
"""So much of what is asked is held by a sentence that says it again."""
_REPEATS_FACT = 0.75
"""The same where it lacks the number or date that is asked for."""
_FAR = 3.0
"""Log-odds that a sentence with the number may lose against it, and still be the answer."""


def only_repeats(ranked: Sequence[Evidence], request: Request) -> bool:
    """Whether the best sentence holds what is asked and not what is wanted, and nothing beside it has that either."""
    best, wanted = ranked[0], request.intent.wanted
    paragraph = request.letters[best.letter].paragraphs[best.paragraph - 1]
    share = value(best, "coverage")
    if wanted in FACTS:
        text = best.sentence.text
        is_told = _SAYS_HOW_MANY.search(text) or (wanted is Wanted.DATE and _SAYS_WHEN.search(text))
        return share >= _REPEATS_FACT and not (value(best, "holds_wanted") or is_told or _has_fact(ranked))
    if share < _REPEATS:
        return False
    if wanted is Wanted.REASON:
        is_last = best.index == len(paragraph.sentences) - 1
        return is_last and _REASON.search(paragraph.text) is None
    return _WHICH.search(request.bare.text) is not None and not _names_them(best, paragraph, request)


def _has_fact(ranked: Sequence[Evidence]) -> bool:
    """Whether a sentence with what is wanted speaks of what is asked, or leans on the best one."""
    best = ranked[0]
    behind = (best.letter, best.paragraph, best.index + 1)
    return any(
        value(one, "holds_wanted")
        and relevance(best) - relevance(one) <= _FAR
        and (value(one, "coverage") or (one.place == behind and points_back(one.sentence.text)))
        for one in ranked[1:]
    )


def _names_them(best: Evidence, paragraph: Paragraph, request: Request) -> bool:
    """Whether a sentence lists things or has names, or what stands behind it has."""
    told = " ".join(one.text for one in paragraph.sentences[best.index : best.index + 3])
    lists = listed_under(request.letters[best.letter], (best.paragraph, best.index))
    return bool(lists) or ":" in told or bool(holds(Wanted.NAME, told, request.bare.text)) or told.count(",") > 1
