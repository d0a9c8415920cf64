"""Lines -> parts, headings, numbered paragraphs and footnotes tied to their markers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rag.letters.blocks import find_blocks
from rag.letters.footnotes import find_notes, note_of, tie
from rag.letters.furniture import find_furniture
from rag.letters.head import Head, below_salutation, read_head
from rag.letters.layout import Layout, measure
from rag.letters.model import Footnote, Part, PartName
from rag.letters.readers.lines import Line
from rag.letters.repair import Hyphens, join_lines
from rag.letters.signature import Signature, find_signature
from rag.letters.sources import find_sources


@dataclass(frozen=True, kw_only=True)
class Prose:
    """A paragraph before anyone has asked who holds the view in it."""

    part: PartName
    heading: str | None
    text: str
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Structure:
    """A file taken apart. Every line with text is in exactly one of the parts' head or signature,
    the headings, the prose, its footnotes, the loose notes and the furniture."""

    parts: tuple[Part, ...]
    heads: tuple[Head, ...]
    """One a part, in the same order."""
    headings: tuple[str, ...]
    prose: tuple[Prose, ...]
    loose_notes: tuple[str, ...]
    furniture: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(kw_only=True)
class _Section:
    """The lines of one part while they are collected: its head, its text, its signature."""

    head: Head
    body: list[Line]
    signature: list[str] = field(default_factory=list)
    signatories: list[str] = field(default_factory=list)

    def sign(self, lines: Sequence[Line], signature: Signature) -> None:
        self.signature += [line.text for line in lines[signature.start : signature.end] if line.text]
        if signature.signatory:
            self.signatories.append(signature.signatory)


def read_structure(lines: Sequence[Line]) -> Structure:
    """Take the lines of a file apart; a file without prose has no parts or an empty one."""
    furniture = find_furniture(lines)
    hyphens = Hyphens(lines)
    notes = find_notes(lines, furniture, hyphens)
    noted = {index for note in notes for index in note.lines}
    sources = find_sources(lines, furniture | noted)
    listed = tuple(note_of(number, index, lines) for number, index in enumerate(sources, start=1))
    notes, loose = (notes, listed) if notes else (listed, ())
    body = _without(lines, furniture, noted | {*sources})
    layout = measure(body)
    sections = _sections(body, layout)
    names = [PartName.LETTER if one is sections[-1] else PartName.COVERING_NOTE for one in sections]
    prose: list[Prose] = []
    headings: list[str] = []
    for section, name in zip(sections, names, strict=True):
        heading: str | None = None
        for block in find_blocks(section.body, layout):
            text = join_lines(block.lines, hyphens)
            if block.is_heading:
                heading = text
                headings.append(text)
            else:
                prose.append(Prose(part=name, heading=heading, text=text))
    tied = tie([paragraph.text for paragraph in prose], notes, listed=len(loose))
    return Structure(
        parts=tuple(_part(section, name) for section, name in zip(sections, names, strict=True)),
        heads=tuple(section.head for section in sections),
        headings=tuple(headings),
        prose=tuple(
            replace(paragraph, text=text, footnotes=footnotes)
            for paragraph, text, footnotes in zip(prose, tied.texts, tied.footnotes, strict=True)
        ),
        loose_notes=tuple(f"{note.label} {note.text}".lstrip() for note in (*loose, *tied.loose)),
        furniture=tuple(lines[index].text for index in sorted(furniture)),
        problems=tied.problems,
    )


def _part(section: _Section, name: PartName) -> Part:
    head = section.head
    return Part(
        name=name,
        title=head.title,
        date=head.date,
        addressee=head.addressee,
        signatory="; ".join(section.signatories) or head.signatory,
        head=head.lines,
        signature=tuple(section.signature),
    )


def _without(lines: Sequence[Line], furniture: frozenset[int], notes: set[int]) -> list[Line]:
    """The remaining lines. Where furniture or notes went out, the next line starts a page.

    Blank lines above what went out say nothing, for a page's foot always stands apart; those below it stay.
    """
    kept: list[Line] = []
    cut = False
    for index, line in enumerate(lines):
        if index in furniture or index in notes:
            cut = True
            while kept and not kept[-1].text:
                kept.pop()
        elif cut and line.text:
            kept.append(replace(line, starts_page=True))
            cut = False
        else:
            kept.append(line)
    return kept


def _sections(lines: Sequence[Line], layout: Layout) -> list[_Section]:
    """One section a letter in the file. Text under the last signature belongs to the last letter."""
    sections: list[_Section] = []
    start = 0
    while start < len(lines):
        signature = find_signature(lines, below_salutation(lines, start, layout))
        first = signature.start if signature else len(lines)
        while start < first and not lines[start].text:
            start += 1
        head = read_head(lines[start:first], layout)
        body = lines[start + head.length : first]
        has_body = any(line.text for line in body)
        if has_body and (not sections or head.is_letterhead):
            sections.append(_Section(head=head, body=list(body)))
        elif start < first:
            if not sections:
                sections.append(_Section(head=Head(), body=[]))
            titled = head if has_body and head.is_of_questions else Head()
            sections[-1].head = replace(sections[-1].head, lines=(*sections[-1].head.lines, *titled.lines))
            sections[-1].body += [_BLANK, *lines[start + titled.length : first]]
        if signature and sections:
            sections[-1].sign(lines, signature)
        elif signature:
            sections.append(_Section(head=Head(), body=list(lines[signature.start : signature.end])))
        start = signature.end if signature else len(lines)
    return sections


_BLANK = Line(number=0, text="")
