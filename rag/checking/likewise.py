"""What a letter tells of another thing by the same words: "37% is ouder dan tien jaar; bij de hoeves is dat 52%"."""

import re

from rag.checking.alignment import Alignment, Source
from rag.checking.numbers import Number, find_numbers, is_same
from rag.checking.words import Words

_IS_THAT = re.compile(
    r"(?:^|[.;,:] |\b(?:en|maar|terwijl) )(?P<topic>(?i:bij|voor|in|van|onder|op|uit) [^.;:,]{3,80}?) "
    r"(?:is|zijn|was|waren|ligt|lag|bedraagt|bedroeg|geldt|gold) (?:dat|dit|het) "
)
_NEAR = 200
"""Characters behind a number within which the same is told of another thing."""
_SURE = 0.75


def told_of_likewise(number: Number, alignment: Alignment, words: Words) -> str | None:
    """What the letter has another such number for, where it is that of which a claim says the number; else None."""
    found = (_next_topic(number, source, alignment, words) for source in alignment.sources)
    return next(filter(None, found), None)


def _next_topic(number: Number, source: Source, alignment: Alignment, words: Words) -> str | None:
    held = next((one for one in find_numbers(source.sentence.text) if is_same(number, one)), None)
    if held is None:
        return None
    statement, text = alignment.statement, source.paragraph.text[source.sentence.start :]
    match = _IS_THAT.search(text, held.end, held.end + _NEAR)
    other = next((one for one in find_numbers(text) if match and one.start >= match.end()), None)
    if match is None or other is None or other.kind is not number.kind:
        return None
    if any(is_same(other, one) for one in find_numbers(statement.text)):
        return None
    there = words.of(text[: match.end()], "nl")
    before = frozenset[str]().union(*(word.lemmas for word in there if word.start < match.start()))
    topic = [word for word in there if word.start >= match.start("topic") and word.lemmas.isdisjoint(before)]
    mine = words.of(statement.text, statement.language)
    is_of_it = any(words.match(one, word) >= _SURE for one in mine for word in topic)
    return match["topic"] if is_of_it else None
