"""Whether a claim turns round what its source puts in an order: cause and effect, before and after, more and less."""

import re
from dataclasses import dataclass

from rag.checking.alignment import Alignment
from rag.checking.clauses import whole_words

_HELD = 0.5


@dataclass(frozen=True, kw_only=True)
class _Joint:
    """Words that join two parts of a sentence, of which one comes first in the order they tell."""

    name: str
    forward: re.Pattern[str]
    """What stands before these words comes first: the cause, the earlier, the more."""
    backward: re.Pattern[str]
    """What stands behind these comes first."""


_NOT_SO = whole_words(r"(?:niet|not) (?:omdat|doordat|vanwege|wegens|because|due|owing)")
"""A reason that is denied says nothing of which comes first."""
_JOINTS = (
    _Joint(
        name="cause and effect",
        forward=whole_words(
            r"waardoor|zodat|daardoor|daarom|dus|hierdoor|leid(?:t|en) tot|veroorza\w+|so that|therefore"
            r"|leads? to|causes?|so"
        ),
        backward=whole_words(
            r"omdat|doordat|vanwege|wegens|want|because(?: of)?|due to|owing to|as a result of|caused by|since"
        ),
    ),
    _Joint(
        name="before and after",
        forward=whole_words(r"waarna|voordat|alvorens|before|followed by|voorafgaand aan|prior to"),
        backward=whole_words(r"nadat|after"),
    ),
    _Joint(
        name="more and less",
        forward=whole_words(r"dan|than|voorgaan op|voor op|ahead of|boven|rather than|maar niet|but not|instead of"),
        backward=whole_words(r"in plaats van"),
    ),
)


def turned_round(alignment: Alignment) -> str | None:
    """What the claim turns round, in words; None where it turns nothing round."""
    claim = alignment.statement.text
    for place, source in enumerate(alignment.sources):
        text, language = source.text(alignment.statement.language)
        pairs = [
            (p.word.start, p.held.start, p.weight)
            for p in alignment.pairs
            if p.held and p.source == place and p.sure >= _HELD and p.held.language == language
        ]
        for joint in _JOINTS:
            mine, theirs = _first_part(claim, joint), _first_part(text, joint)
            if mine is None or theirs is None:
                continue
            straight = crossed = 0.0
            for start, held, weight in pairs:
                if (start in mine) == (held in theirs):
                    straight += weight
                else:
                    crossed += weight
            if crossed > straight:
                return joint.name
    return None


def _first_part(text: str, joint: _Joint) -> range | None:
    """Where the part stands that comes first in the joint's order; None in a text without such words."""
    if _NOT_SO.search(text):
        return None
    if match := joint.forward.search(text):
        return range(match.start())
    if match := joint.backward.search(text):
        comma = text.find(",", match.end())
        if match.start() < 3 and comma > 0:
            return range(match.end(), comma)
        return range(match.end(), len(text))
    return None
