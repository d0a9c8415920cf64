"""Lists and tables in a letter: what an item or row stands under, and what stands under that."""

import re
from itertools import takewhile

from rag.letters import Letter, Paragraph, is_caption, is_item

Place = tuple[int, int]
"""A paragraph's number and the index of one of its sentences."""

_NAMED = re.compile(
    r"\b(?:maatregel|optie|variant|conclusie|aanbeveling|voorwaarde|voorstel|stap|punt|onderdeel)"
    r" ([a-z]|\d{1,2})(?![\w’-])",
    re.IGNORECASE,
)
_IN_UNITS = re.compile(r"\b(?:in|x|\*) ?(?:€|euro|EUR)?[ x]*(?:miljoen|mln|duizend|miljard|1[.]?000)\w*", re.IGNORECASE)
"""What the numbers of a table are counted in."""


def opening_of(letter: Letter, place: Place) -> Place | None:
    """The sentence with which a list begins, for one of its items; for the row of a table the table's first row.

    None for what is no item or row, and where nothing opens the list.
    """
    paragraph, index = letter.paragraphs[place[0] - 1], place[1]
    if _is_item(paragraph, index):
        colon = next((one for one in reversed(range(index)) if _ends_open(paragraph, one)), None)
        return (paragraph.number, colon) if colon is not None else _above(letter, paragraph)
    if not _has_own_line(paragraph, index):
        return None
    first = next(one for one in reversed(range(index)) if not _has_own_line(paragraph, one))
    titled = _ends_open(paragraph, first) or is_caption(paragraph.sentences[first].text)
    return paragraph.number, first + 1 if titled and first + 1 < index else first


def above_table(letter: Letter, place: Place) -> Place | None:
    """The sentence that tells what a table's numbers are in, above its first row at `place`; None where none does."""
    paragraph, index = letter.paragraphs[place[0] - 1], place[1]
    if not _has_own_line(paragraph, index) and index:
        return None
    before = [(paragraph.number, one) for one in reversed(range(index))]
    if place[0] > 1:
        before.append((place[0] - 1, len(letter.paragraphs[place[0] - 2].sentences) - 1))
    texts = ((one, letter.paragraphs[one[0] - 1].sentences[one[1]].text) for one in before)
    return next((one for one, text in texts if _IN_UNITS.search(text)), None)


def listed_under(letter: Letter, place: Place) -> list[Place]:
    """The items or rows under a sentence that opens a list or table, in order; none under another."""
    own = letter.paragraphs[place[0] - 1]
    found = [(own.number, one) for one in range(place[1] + 1, len(own.sentences))]
    if not found:
        below = takewhile(lambda one: _is_item(one, 0), letter.paragraphs[own.number :])
        found = [(paragraph.number, 0) for paragraph in below]
    if not found or opening_of(letter, found[0]) != place:
        return []
    openings = {one: opening_of(letter, one) for one in found}
    return [one for one, opening in openings.items() if place in (opening, openings.get(opening or place))]


def item_named(letter: Letter, place: Place) -> Place | None:
    """The nearest item above under one heading that a sentence names by its sign, as "maatregel b"; else None."""
    own = letter.paragraphs[place[0] - 1]
    named = _NAMED.search(own.sentences[place[1]].text)
    if named is None:
        return None
    for paragraph in reversed(letter.paragraphs[: own.number]):
        if paragraph.heading != own.heading:
            return None
        end = place[1] if paragraph is own else len(paragraph.sentences)
        for index in reversed(range(end)):
            if re.match(rf"\(?{named.group(1)}[.)] ", paragraph.sentences[index].text):
                return paragraph.number, index
    return None


def _above(letter: Letter, paragraph: Paragraph) -> Place | None:
    """The end of the paragraph above those that are items of one list each, where it opens the list."""
    for above in reversed(letter.paragraphs[: paragraph.number - 1]):
        if not _is_item(paragraph, 0) or above.heading != paragraph.heading:
            return None
        last = len(above.sentences) - 1
        if _ends_open(above, last):
            return above.number, last
        paragraph = above
    return None


def _is_item(paragraph: Paragraph, index: int) -> bool:
    return is_item(paragraph.sentences[index].text)


def _has_own_line(paragraph: Paragraph, index: int) -> bool:
    start = paragraph.sentences[index].start
    return paragraph.text[start - 1 : start] == "\n"


def _ends_open(paragraph: Paragraph, index: int) -> bool:
    return paragraph.sentences[index].text.endswith(":") and not _is_item(paragraph, index)
