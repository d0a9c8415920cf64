"""What of a letter has an English version: its sentences, headings and footnotes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rag.letters import Letter


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text to render."""

    row: Mapping[str, int]
    """How a row of the rendering names it: `paragraph` and `sentence`, `heading`, or `footnote`; all from 1."""
    dutch: str
    english: str | None
    """Its rendering so far."""
    before: str
    """The sentence before it in its paragraph, which pronouns may point to; empty where there is none."""

    @property
    def label(self) -> str:
        """What to call it: "paragraph 3, sentence 1"."""
        return ", ".join(f"{name} {number}" for name, number in self.row.items())


def texts_of(letter: Letter) -> tuple[Text, ...]:
    """Every text of a letter, in the order of a rendering's rows: sentences, then headings, then footnotes."""
    return (*_sentences(letter), *_headings(letter), *_footnotes(letter))


def _sentences(letter: Letter) -> Iterator[Text]:
    for paragraph in letter.paragraphs:
        for index, sentence in enumerate(paragraph.sentences):
            yield Text(
                row={"paragraph": paragraph.number, "sentence": index + 1},
                dutch=sentence.text,
                english=letter.rendering.sentence(paragraph.number, index) if letter.rendering else None,
                before=paragraph.sentences[index - 1].text if index else "",
            )


def _headings(letter: Letter) -> Iterator[Text]:
    known = letter.rendering.headings if letter.rendering else {}
    for number, heading in enumerate(letter.headings, start=1):
        yield Text(
            row={"heading": number},
            dutch=heading,
            english=known.get(heading),
            before="",
        )


def _footnotes(letter: Letter) -> Iterator[Text]:
    known = letter.rendering.footnotes if letter.rendering else {}
    for paragraph in letter.paragraphs:
        for note in paragraph.footnotes:
            if note.text is not None:
                yield Text(
                    row={"footnote": note.number},
                    dutch=note.text,
                    english=known.get(note.number),
                    before="",
                )
