"""Two things that a sentence sets against each other, of which it denies one: "niet A, maar B", "B en niet A"."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from rag.checking.alignment import Alignment
from rag.checking.clauses import whole_words
from rag.checking.denials import read_denials
from rag.checking.negation_words import NEGATIONS
from rag.checking.plain_denials import compared, texts_of
from rag.store.words import content_words

_NOT = r"\b(?:niet|not)\b(?! (?:alleen|only|just|slechts|enkel|merely|zozeer|so much)\b)"
_JOINTS = r"aan|bij|door|in|met|naar|op|over|tot|uit|van|voor|at|by|for|from|in|of|on|to|with"
_VERBS = (
    "is|zijn|was|waren|wordt|worden|kan|kunnen|zal|zullen|moet|moeten|heeft|hebben|krijg(?:t|en)|ga(?:at|an)|kom(?:t|en)"
    "|blij(?:ft|ven)|are|were|has|have|will|must|can|gets?|goes|remains?|stays?"
)
_PLAIN = r"(?:(?!\b(?:niet|geen|not|no|ook|also)\b)[^,;.])"
_UNJOINED = r"(?:(?!\b(?P=joint)\b)[^,;.])+"
_INSTEAD = r"(?:in plaats van|rather than|instead of)\b"
_AS = r"(?P<aside>, (?:zoals|as)\b[^,;.]+)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:niet zozeer|not so much)\b(?P<denied>[^,;.]*?),? (?:als wel|maar|as|but)\b(?P<behind>{_PLAIN}*)",
        rf"\b(?P<joint>{_JOINTS})\b(?P<told>{_UNJOINED}(?:\b(?P=joint)\b{_UNJOINED})?),? (?:(?:en|maar|and|but) )?"
        rf"(?:dus )?(?:niet|not)(?:{_AS},)? (?P=joint)\b(?P<denied>{_PLAIN}*\w)",
        rf"(?:{_NOT}|\b(?:geen|no)\b)(?P<denied>{_PLAIN}+?)(?:{_AS})?,? (?:maar|but)\b(?: (?:wel|rather)\b)?"
        rf"(?P<behind>{_PLAIN}*)",
        rf"^{_INSTEAD}{_PLAIN}* te (?P<denied>\w+),(?P<told>)",
        rf"^{_INSTEAD}(?P<denied>{_PLAIN}*?)(?:,| (?:{_VERBS})\b)(?P<told>)",
        rf"{_INSTEAD}(?P<denied> (?P<joint>{_JOINTS})\b{_UNJOINED})(?P<told>\b(?P=joint)\b{_UNJOINED})",
        rf"(?P<before>[^,;.]*?),? {_INSTEAD}(?P<denied>{_PLAIN}*)",
        rf"\b(?:eerder|rather)\b(?P<told>{_PLAIN}+)\b(?:dan|than)\b(?P<denied>{_PLAIN}*)",
        r"^(?:Waar|Where)\b(?P<denied>[^,;.]*?) (?:niet|geen|not|no)\b[^,;.]*, \w+\b(?P<told>[^,;.]*) (?:wel|so)\b",
        r"(?P<denied>\b[\w-]+ noch (?:\w+ )?[\w-]+)\b[^,;.]*,(?P<told>[^,;.]*) wel\b",
        rf"(?P<before>[^,;.]*), (?:(?:en|and) )?{_NOT}(?P<denied>{_PLAIN}*\w)",
    )
)
"""Ways to set two things against each other, the surest first; of what stands `before` or `behind` only as much is
told as is denied, since what both share may stand there as well: "niet in 2031 maar in 2033 vervangen"."""
_JOINT = re.compile(rf"\s*(?P<joint>{_JOINTS})\b", re.IGNORECASE)
"""With which what is told may begin, and what is denied then begins, too: "niet geregeld door A, maar door B"."""
_WORD = re.compile(r"[\w'’-]+")
_SETS_APART = whole_words(r"in plaats van|anders dan|instead|rather|unlike|other than|maar|but|doch")
"""By which a claim has two sides itself."""
_SHARE = 0.5
"""Share of the words of a side that a claim must have to be about it."""
_PLAIN_WORD = re.compile(rf"\d+|\b(?!(?:{_VERBS})\b)[^\W\d_]{{5,}}", re.IGNORECASE)
_HELD, _MUCH = 0.5, 0.3
"""How surely a word is held to count, and share of a claim from which on a word that is not held says much of it."""
_CLAUSE = re.compile(rf"\s*(?:{_VERBS}|omdat|dat|om|because|that|to)\b", re.IGNORECASE)
"""With which a clause of its own begins behind "maar", all of which is told."""
_CLEARLY = 2.0

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Where in a text what is so and what is not so stand."""

    told: Span
    denied: Span
    aside: Span
    """Who would have it otherwise: "niet, zoals de raad voorstelt, bij de provincie"; empty where nobody is named."""
    is_only_denial: bool
    """Whether the text denies nothing else."""

    def of(self, place: int) -> str | None:
        """The side in which something stands; None where it is in neither."""
        sides = {"told": self.told, "denied": self.denied, "aside": self.aside}
        return next((side for side, (start, end) in sides.items() if start <= place < end), None)


def sides_of(text: str) -> Sides | None:
    """The two sides of the first thing that a text sets against another; None where it does not."""
    match = next((found for form in _FORMS if (found := form.search(text))), None)
    if match is None:
        return None
    held = match.groupdict()
    side = next(name for name in ("told", "behind", "before") if held.get(name) is not None)
    told, denied = match.span(side), match.span("denied")
    joint = _JOINT.match(text, told[0])
    if joint and (same := re.search(rf"\b{joint['joint']}\b", text[slice(*denied)], re.IGNORECASE)):
        denied = denied[0] + same.start(), denied[1]
    words = max(1, len(_WORD.findall(text, *denied)))
    if side == "behind" and not _CLAUSE.match(text, told[0]):
        told = _first(words, text, told)
    elif side == "before":
        told = _last(words, text, told)
    return Sides(
        told=told,
        denied=denied,
        aside=match.span("aside") if held.get("aside") else (0, 0),
        is_only_denial=_denials(text) == _denials(match.group()) <= 1 and not _denials(text[slice(*told)]),
    )


def is_same_contrast(alignment: Alignment) -> bool:
    """Whether claim and best source set the same thing against the same other, whichever of them comes first."""
    mine, theirs = sides_of(alignment.statement.text), sides_of(texts_of(alignment)[0])
    straight = crossed = 0.0
    if mine is None or theirs is None:
        return False
    for pair, held in compared(alignment):
        own, other = mine.of(pair.word.start), theirs.of(held.start)
        if pair.source == 0 and own and other:
            straight += pair.weight * (own == other)
            crossed += pair.weight * (own != other)
    return straight > _CLEARLY * crossed


def takes_side(alignment: Alignment) -> bool | None:
    """Whether a claim about one of two things that its best source sets against each other says of it what that says:
    that it is so, or that it is not; None for a claim about both or neither, or about little of one.

    "De kade wordt beheerd door de haven en niet door de gemeente" says of the municipality that it is not so.
    """
    sides = sides_of(texts_of(alignment)[0])
    return _takes(alignment, sides) if sides else None


def is_told_plainly(alignment: Alignment) -> bool:
    """Whether a claim takes the side that its best source does, which denies nothing else."""
    sides = sides_of(texts_of(alignment)[0])
    return sides is not None and sides.is_only_denial and _takes(alignment, sides) is True


def _takes(alignment: Alignment, sides: Sides) -> bool | None:
    claim = alignment.statement.text
    text, language = alignment.sources[0].text(alignment.statement.language)
    if _SETS_APART.search(claim) or _denials(claim) > 1:
        return None
    held = [(word.start, pair.word.start) for pair, word in compared(alignment) if pair.source == 0]
    held += _same_words(claim, text)
    spoken = {side for place, _ in held if (side := sides.of(place))}
    if not spoken & {"denied", "aside"} and sides.is_only_denial and _is_held(alignment):
        return not _denials(claim)
    if len(spoken) != 1 or "aside" in spoken:
        return None
    (side,) = spoken
    within = [(place, own) for place, own in held if sides.of(place)]
    start, end = sides.told if side == "told" else sides.denied
    words = set(content_words(text[start:end], language))
    if len({place for place, _ in within}) < _SHARE * len(words) and len(within) < _SHARE * len(held):
        return None
    denials = read_denials(claim)
    denied = {denials.at(own) for _, own in within}
    return (side == "denied") == denied.pop() if len(denied) == 1 else None


def _denials(text: str) -> int:
    return len(NEGATIONS.findall(text))


def _is_held(alignment: Alignment) -> bool:
    """Whether the sources have all words of a claim that say much of it: any other might be what they deny."""
    return all(pair.weight <= _MUCH for pair in alignment.pairs if pair.sure < _HELD)


def _same_words(claim: str, text: str) -> list[tuple[int, int]]:
    """Where a text has a number of the claim or a long word, once, with its place in the claim.

    Long words may be so common in letters that they count as stop words elsewhere: "ministerie", "najaar".
    """
    there = [(one.group().casefold(), one.start()) for one in _PLAIN_WORD.finditer(text)]
    times = Counter(word for word, _ in there)
    places = {word: place for word, place in there if times[word] == 1}
    found = ((places.get(one.group().casefold()), one.start()) for one in _PLAIN_WORD.finditer(claim))
    return [(place, own) for place, own in found if place is not None]


def _first(words: int, text: str, span: Span) -> Span:
    """As much of a span as so many words fill, from its beginning, and the rest of a name that they begin."""
    found = list(_WORD.finditer(text, *span))
    more = itertools.takewhile(lambda word: word.group()[0].isupper(), found[words:])
    whole = [*found[:words], *more]
    return span[0], whole[-1].end() if whole else span[0]


def _last(words: int, text: str, span: Span) -> Span:
    """The same from its end."""
    starts = [match.start() for match in _WORD.finditer(text, *span)]
    return (starts[-words:][0] if starts else span[1]), span[1]
