"""Paragraphs -> passages: one to three neighbouring sentences, the unit of retrieval."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.letters import Letter, Paragraph

WINDOWS = (1, 2, 3)
"""Sentences a passage. Single ones find facts, longer ones what an anaphor ties together."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A run of sentences of one paragraph, or a footnote, in Dutch or in the English rendering."""

    letter: str
    paragraph: int
    first: int
    """Index of its first sentence in the paragraph."""
    last: int
    """Index of its last sentence, inclusive."""
    footnote: int | None
    """The footnote's number where the passage is one."""
    language: str
    text: str
    context: str
    """Title and heading above it, which are searched too but weigh less."""


def cut(letter: Letter, *, use_rendering: bool) -> tuple[Passage, ...]:
    """The passages of a letter in reading order; each sentence is in at least one."""
    return tuple(
        passage for paragraph in letter.paragraphs for passage in _cut_paragraph(letter, paragraph, use_rendering)
    )


def _cut_paragraph(letter: Letter, paragraph: Paragraph, use_rendering: bool) -> Iterator[Passage]:
    context = " ".join(filter(None, (letter.subject, paragraph.heading)))
    dutch = [sentence.text for sentence in paragraph.sentences]
    yield from _windows(letter, paragraph, dutch, "nl", context)
    for note in paragraph.footnotes:
        if note.text:
            yield _footnote(letter, paragraph, note.number, note.text, "nl")
    rendering = letter.rendering
    if rendering is None or not use_rendering:
        return
    english = [rendering.sentence(paragraph.number, index) for index in range(len(dutch))]
    heading = rendering.headings.get(paragraph.heading or "", "")
    yield from _windows(letter, paragraph, english, "en", heading)
    for note in paragraph.footnotes:
        if text := rendering.footnotes.get(note.number):
            yield _footnote(letter, paragraph, note.number, text, "en")


def _windows(
    letter: Letter, paragraph: Paragraph, texts: Sequence[str | None], language: str, context: str
) -> Iterator[Passage]:
    for size in WINDOWS:
        for first in range(len(texts) - size + 1):
            run = texts[first : first + size]
            if all(run):
                yield Passage(
                    letter=letter.id,
                    paragraph=paragraph.number,
                    first=first,
                    last=first + size - 1,
                    footnote=None,
                    language=language,
                    text=" ".join(filter(None, run)),
                    context=context,
                )


def _footnote(letter: Letter, paragraph: Paragraph, number: int, text: str, language: str) -> Passage:
    note = next(note for note in paragraph.footnotes if note.number == number)
    index = sentence_at(paragraph, note.marker)
    return Passage(
        letter=letter.id,
        paragraph=paragraph.number,
        first=index,
        last=index,
        footnote=number,
        language=language,
        text=text,
        context="",
    )


def sentence_at(paragraph: Paragraph, offset: int) -> int:
    """Index of the sentence that holds or ends at an offset of the paragraph."""
    return next((i for i, s in enumerate(paragraph.sentences) if offset <= s.end), len(paragraph.sentences) - 1)
