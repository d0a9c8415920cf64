"""Whether a claim turns round what its source puts in an order: cause and effect, before and after, more and less."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.checking.alignment import Alignment
from rag.checking.clauses import whole_words
from rag.checking.number_words import NUMBER_WORD
from rag.checking.numbers import Kind, Number, find_numbers

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
_NO_NUMBER = rf"(?! (?:€ ?)?(?:\d|{NUMBER_WORD}\b))"
"""Behind "dan" a number bounds something rather than being compared: "langer dan een jaar"."""
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
        forward=whole_words(
            r"waarna|voordat|alvorens|before|followed by|voorafgaand aan|prior to"
            r"|(?:en |(?<=, ))(?:daarna|vervolgens)|and then"
        ),
        backward=whole_words(r"nadat|after"),
    ),
    _Joint(
        name="more and less",
        forward=whole_words(
            rf"(?:dan|than){_NO_NUMBER}|voorgaan op|voor op|ahead of|boven|rather than|maar niet|but not|instead of"
        ),
        backward=whole_words(r"in plaats van"),
    ),
)


_PUT_LAST = re.compile(
    r"(?:\b(?:in plaats van|rather than|instead of)|[,;]? (?:en|maar|and|but) (?:niet|not)|, (?:niet|not)"
    r"|\b(?:\w+ere?|more|less)(?: [\w-]+){0,3} (?:dan|than)"
    r"|\b(?:keer|maal|\w+maal|times|twice|half|anderhalf|dubbel)(?: [\w-]+){1,8}? (?:als|as))\b(?P<rear>[^,;.:]+)"
    r"|\b(?:niet|not)\b(?P<front>[^,;.]+), (?:maar|but)\b",
    re.IGNORECASE,
)
"""What a text puts behind something else, or denies beside it."""


_AWAY = re.compile(r"\b(?:van|from) (?:€ ?)?$", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:naar|to) (?:€ ?)?$", re.IGNORECASE)


def turned_round(alignment: Alignment) -> str | None:
    """What the claim turns round, in words; None where it turns nothing round."""
    if _prefers_the_other(alignment):
        return "which of two comes first"
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


def turned_change(claim: str, texts: Sequence[str]) -> Number | None:
    """A number that the claim says something goes away from, where the sources say that it goes there; else None."""
    there = [(one.value, other.value) for text in texts for one, other in _changes(text)]
    turned = ((one, (other.value, one.value)) for one, other in _changes(claim))
    return next((one for one, pair in turned if pair in there), None)


def _changes(text: str) -> Iterator[tuple[Number, Number]]:
    """From what number to what number something goes, by "van ... naar"."""
    counted = [one for one in find_numbers(text) if one.kind is not Kind.DATE]
    for one, other in pairwise(counted):
        if _AWAY.search(text[: one.start]) and _TOWARDS.search(text[one.end : other.start]):
            yield one, other


def _prefers_the_other(alignment: Alignment) -> bool:
    """Whether what the claim puts last and what its best source puts last have changed places.

    Most words of "de inzage in een regeling vastleggen in plaats van in de wet" are of neither.
    """
    text, language = alignment.sources[0].text(alignment.statement.language)
    mine, theirs = _put_last(alignment.statement.text), _put_last(text)
    if not mine or not theirs:
        return False
    pairs = [
        (pair.word.start in mine, pair.held.start in theirs)
        for pair in alignment.pairs
        if pair.held and pair.source == 0 and pair.sure >= _HELD and pair.held.language == language
    ]
    return (True, False) in pairs and (False, True) in pairs and (True, True) not in pairs


def _put_last(text: str) -> range | None:
    match = _PUT_LAST.search(text)
    return match and range(*match.span("rear" if match["rear"] else "front"))


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
