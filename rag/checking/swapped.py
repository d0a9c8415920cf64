"""Two things of which a claim tells what the letter tells of the other, in one sentence or in two."""

import re
from itertools import pairwise

from rag.checking.alignment import Alignment, Pair, Source, is_name
from rag.checking.clauses import whole_words
from rag.checking.joined import parts
from rag.checking.words import Word, Words

_SURE = 0.75
_HELD = 0.5
_TWO = 2
_JOINT = whole_words(r"terwijl|while|whereas|hoewel|although")
"""At the beginning of a part these tell nothing of what it is about."""
_BRACKET = re.compile(r"[()]")
_GOES_ON = whole_words(
    r"(?:daar|hier|waar)(?:mee|van|voor|door|bij|toe|aan|in|op|over|om|naast|tegenover)|deze|dit|dat|hij|zij|ze|die|er"
    r"|beide|het (?:gaat|betreft)|dergelijke|ook|ik|wij"
)
"""Among the first words of a sentence these say that it goes on with the one before."""
_FIRST = 3


def told_of_the_other(alignment: Alignment, words: Words) -> tuple[str, str] | None:
    """A word of the claim and what the letter says instead of it; None where nothing has changed places."""
    return _parts_swapped(alignment) or _topic_of_another(alignment, words)


def _parts_swapped(alignment: Alignment) -> tuple[str, str] | None:
    """What the two parts of a claim begin with, where the letter tells of each what the claim tells of the other.

    "A meet vooraf, B achteraf" for "A meet achteraf, B vooraf".
    """
    mine = [
        [p for p in alignment.pairs if start <= p.word.start < end and not _JOINT.fullmatch(p.word.text)]
        for start, end in parts(alignment.statement.text)
    ]
    if len(mine) != _TWO or not all(mine):
        return None
    one, other = mine[0][0], mine[1][0]
    if one.word.text == other.word.text or min(one.sure, other.sure) < _SURE:
        return None
    ways = [_ways(mine[0], one, other, alignment), _ways(mine[1], other, one, alignment)]
    is_swapped = all("crossed" in way for way in ways) and any("straight" not in way for way in ways)
    return (one.word.text, other.word.text) if is_swapped else None


def _ways(told: list[Pair], own: Pair, other: Pair, alignment: Alignment) -> set[str]:
    """Whether the letter has the words of a part of a claim beside what that part begins with, or beside what the other
    does; words that the parts share the second may leave out: "B deed dat achteraf"."""
    found = set()
    for pair in told:
        if pair is own or pair.held is None or pair.sure < _SURE:
            continue
        near = _around(pair.held, alignment.sources[pair.source].sentence.text)
        is_own, is_other = (one.held is not None and one.held.text in near for one in (own, other))
        if is_own != is_other:
            found.add("straight" if is_own else "crossed")
    return found


def _around(word: Word, text: str) -> str:
    """The part of a sentence in which a word stands, cut at brackets too."""
    edges = sorted({start for start, _ in parts(text)} | {one.start() for one in _BRACKET.finditer(text)} | {len(text)})
    return next((text[start:end] for start, end in pairwise([0, *edges]) if start <= word.start < end), text)


def _topic_of_another(alignment: Alignment, words: Words) -> tuple[str, str] | None:
    """The topic of a claim, and the other topic of which a sentence tells the names that the claim has.

    "De boten komen uit Zweden" for "De boten komen uit Polen. Voor de steigers kiest de haven een werf in Zweden."
    """
    for place, source in enumerate(alignment.sources):
        other = _topic(source, words)
        if other is None or _is_claimed(other, alignment, words) or not _named_in(place, alignment):
            continue
        for further, own in enumerate(alignment.sources):
            topic = _topic(own, words) if own is not source and own.paragraph is source.paragraph else None
            if topic is None or _named_in(further, alignment) or not _names_another(own, alignment, words):
                continue
            mine = (one.word for one in alignment.pairs if one.source == further and one.sure >= _SURE)
            if found := next((word for word in mine if words.match(word, topic) >= _SURE), None):
                return found.text, other.text
    return None


def _topic(source: Source, words: Words) -> Word | None:
    """The first content word of a sentence that does not go on with the one before."""
    text = source.sentence.text
    if _GOES_ON.search(" ".join(text.split()[:_FIRST])):
        return None
    return next(iter(words.of(text, "nl")), None)


def _is_claimed(topic: Word, alignment: Alignment, words: Words) -> bool:
    return any(words.match(one.word, topic) >= _HELD for one in alignment.pairs)


def _named_in(place: int, alignment: Alignment) -> bool:
    """Whether a name of the claim stands in one source, and in none before it."""
    return any(one.source == place and one.sure >= _SURE and is_name(one.word) for one in alignment.pairs)


def _names_another(source: Source, alignment: Alignment, words: Words) -> bool:
    """Whether a sentence has a name that the claim lacks."""
    names = (word for word in words.of(source.sentence.text, "nl") if is_name(word))
    return any(not _is_claimed(name, alignment, words) for name in names)
