"""Citations: made from a letter, never from text; shown as [§20]."""

import datetime
from collections.abc import Collection

from rag.answering.model import Citation, Field
from rag.letters import Footnote, Letter, Paragraph, find_date


def cite(letter: Letter, paragraph: Paragraph, start: int, end: int) -> Citation:
    """The words of a paragraph between two offsets."""
    return Citation(
        letter=letter.id,
        title=letter.title,
        date=part_date(letter, paragraph),
        paragraph=paragraph.number,
        quote=paragraph.text[start:end],
        start=start,
        end=end,
    )


def cite_footnote(letter: Letter, paragraph: Paragraph, note: Footnote) -> Citation:
    """A whole footnote; it must have text."""
    text = note.text or ""
    return Citation(
        letter=letter.id,
        title=letter.title,
        date=part_date(letter, paragraph),
        paragraph=paragraph.number,
        footnote=note.number,
        quote=text,
        start=0,
        end=len(text),
    )


def cite_field(letter: Letter, field: Field) -> Citation | None:
    """A fact of the letter's metadata, as the letter prints it; None where it is unknown."""
    text = field_text(letter, field)
    if not text:
        return None
    return Citation(
        letter=letter.id,
        title=letter.title,
        date=letter.date,
        paragraph=None,
        field=field,
        quote=text,
        start=0,
        end=len(text),
    )


def field_text(letter: Letter, field: Field) -> str | None:
    """What a letter prints for a field; None where it is unknown."""
    match field:
        case Field.TITLE:
            return letter.title
        case Field.DATE | Field.DATELINE:
            return _dateline(letter)
        case Field.ADDRESSEE:
            return letter.addressee
        case Field.SIGNATORY:
            return letter.signatory


def _dateline(letter: Letter) -> str | None:
    """The printed line that holds the letter's date, such as "Den Haag, 3 juli 2020"."""
    lines = (line for part in reversed(letter.parts) for line in part.head)
    return next((line for line in lines if letter.date and find_date(line) == letter.date), None)


def part_date(letter: Letter, paragraph: Paragraph) -> datetime.date | None:
    """The date of the part that a paragraph stands in."""
    return next((part.date for part in letter.parts if part.name is paragraph.part), letter.date)


def marker(citation: Citation, language: str, letters: Collection[str]) -> str:
    """How a citation is shown: [§20], or [2024-x §3] where several letters are in play."""
    name = f"{citation.letter} " if len(letters) > 1 else ""
    if citation.paragraph is None:
        label = _FIELD_NAMES[language][citation.field] if citation.field else ""
        return f"[{name}{label}]"
    note = f", {'noot' if language == 'nl' else 'note'} {citation.footnote}" if citation.footnote is not None else ""
    return f"[{name}§{citation.paragraph}{note}]"


_FIELD_NAMES = {
    "nl": {
        Field.TITLE: "titel",
        Field.DATE: "datering",
        Field.DATELINE: "datering",
        Field.ADDRESSEE: "adressering",
        Field.SIGNATORY: "ondertekening",
    },
    "en": {
        Field.TITLE: "title",
        Field.DATE: "dateline",
        Field.DATELINE: "dateline",
        Field.ADDRESSEE: "addressee",
        Field.SIGNATORY: "signature",
    },
}
