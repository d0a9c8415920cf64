"""Where in which letter a citation points: what the reader sees opened beside an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.answering.model import Citation, Field
from rag.letters import Letter
from rag.view.strings import Strings


@dataclass(frozen=True, kw_only=True)
class Span:
    """Quoted words and their offsets, in code points."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """A letter, and in it a paragraph, one of its footnotes or a metadata field; none is the letter's beginning."""

    letter: str
    paragraph: int | None = None
    footnote: int | None = None
    field: Field | None = None
    spans: tuple[Span, ...] = ()

    @property
    def address(self) -> dict[str, str]:
        """The query that `linked_place` reads back; it names no words, notes or fields."""
        number = {} if self.paragraph is None else {"par": str(self.paragraph)}
        return {"letter": self.letter} | number


def place_of(citations: Sequence[Citation]) -> Place:
    """The place that citations of one paragraph, note or field share, with all their words. At least one is needed."""
    first = citations[0]
    return Place(
        letter=first.letter,
        paragraph=first.paragraph,
        footnote=first.footnote,
        field=first.field,
        spans=tuple(Span(start=one.start, end=one.end, quote=one.quote) for one in citations),
    )


def linked_place(
    params: Mapping[str, str], letters: Mapping[str, Letter], strings: Strings
) -> tuple[Place | None, str | None]:
    """What the address `?letter=…&par=…` names, and what to tell the reader where it names nothing."""
    name, number = params.get("letter"), params.get("par", "")
    if name is None or not letters:
        return None, None
    if name not in letters:
        return None, strings.letter_gone.format(letter=repr(name))
    if not number:
        return Place(letter=name), None
    count = len(letters[name].paragraphs)
    if not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= count):
        return Place(letter=name), strings.no_paragraph.format(number=number[:20], count=count)
    return Place(letter=name, paragraph=int(number)), None
