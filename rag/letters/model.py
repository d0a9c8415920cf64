"""The letter as every other room sees it: frozen records, no behaviour beyond look-ups."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rag.letters.subjects import opening_subject


class Voice(StrEnum):
    """Who holds the view that a sentence states."""

    CABINET = "cabinet"
    """The cabinet, or the minister or state secretary who signs."""
    AUTHORS = "authors"
    """External advisers, committees and researchers whose work the letter reports."""
    PARLIAMENT = "parliament"
    THIRD_PARTY = "third_party"
    NEUTRAL = "neutral"
    """Nobody's view: law, procedure or fact that the letter merely sets out."""


class PartName(StrEnum):
    """Which of the texts in one file: a note that forwards a letter, or the letter itself."""

    COVERING_NOTE = "covering_note"
    LETTER = "letter"


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a paragraph: `text == paragraph.text[start:end]`, in code points."""

    start: int
    end: int
    text: str
    voice: Voice
    reason: str
    """The evidence for `voice`, in English: the section, the subject or the verb."""
    endorses: Voice | None = None
    """Whose view the holder makes its own here ("het kabinet deelt de analyse van de auteurs")."""

    @property
    def holders(self) -> frozenset[Voice]:
        """Everyone who holds the view: the voice, and the voice that it endorses."""
        return frozenset({self.voice} | ({self.endorses} if self.endorses else set()))


@dataclass(frozen=True, kw_only=True)
class Footnote:
    """A note and the place in the paragraph where its marker stood."""

    number: int
    text: str | None
    """None where the file has a marker but no note: reported, never invented."""
    marker: int
    """Offset in the paragraph's text, in code points, at which the marker was taken out."""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """The unit of citation: §`number`, verbatim but for joined lines and taken-out markers."""

    number: int
    part: PartName
    heading: str | None
    """The innermost heading above it."""
    text: str
    sentences: tuple[Sentence, ...]
    footnotes: tuple[Footnote, ...] = ()

    @property
    def voice(self) -> Voice:
        """The voice of most of its sentences, by length; the first of them in a tie."""
        lengths: Counter[Voice] = Counter()
        for sentence in self.sentences:
            lengths[sentence.voice] += len(sentence.text)
        return lengths.most_common(1)[0][0] if lengths else Voice.NEUTRAL


@dataclass(frozen=True, kw_only=True)
class Part:
    """What is known of one of the texts in a file; None is unknown."""

    name: PartName
    title: str | None
    date: date | None
    addressee: str | None
    signatory: str | None
    """Office and name, several parted by semicolons."""
    head: tuple[str, ...] = ()
    """The lines above its text as printed: title, letterhead, addressee, dateline, salutation."""
    signature: tuple[str, ...] = ()
    """The lines of its signatures as printed."""


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """An unofficial English version of a letter. Never the source of a quote.

    What has no English text is simply absent: a rendering may cover a part of a letter.
    """

    made_by: str
    date: str
    note: str
    sentences: Mapping[int, tuple[str | None, ...]]
    """English by paragraph, one entry a sentence; None where a sentence has none."""
    footnotes: Mapping[int, str]
    """English by the footnote's number."""
    headings: Mapping[str, str]
    """English by the Dutch heading."""

    def sentence(self, paragraph: int, index: int) -> str | None:
        """The English of a sentence, `index` from 0; None where there is none."""
        texts = self.sentences.get(paragraph, ())
        return texts[index] if index < len(texts) else None


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One document, read. What its file does not say is None or empty."""

    id: str
    source_file: str
    title: str | None
    subject: str | None
    """What it is about, where the file ("Betreft") or its metadata says so."""
    kind: str | None
    date: date | None
    addressee: str | None
    signatory: str | None
    parts: tuple[Part, ...]
    headings: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    """Numbered 1..n in reading order."""
    letterhead: tuple[str, ...] = ()
    """Lines of the head that are none of the above."""
    furniture: tuple[str, ...] = ()
    """Page numbers, running heads and feet."""
    loose_notes: tuple[str, ...] = ()
    """Footnotes as printed, number first, whose marker is nowhere in the text."""
    problems: tuple[str, ...] = ()
    """What a reader must know, such as a footnote without text."""
    dossier: str | None = None
    """Number of the parliamentary dossier, as printed: "36 111"."""
    number: str | None = None
    """Its number within the dossier: "14"."""
    link: str | None = None
    rendering: Rendering | None = None

    @property
    def name(self) -> str:
        """What to call it in a list: subject, else title, else id; what it opens with rather than a title in capitals,
        which names no more than who writes.
        """
        own = (paragraph.text for paragraph in self.paragraphs if paragraph.part is PartName.LETTER)
        opening = opening_subject(next(own, "")) if self.title and self.title.isupper() else None
        return self.subject or opening or self.title or self.id

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph with that number, or None."""
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None

    def footnote(self, number: int) -> tuple[Paragraph, Footnote] | None:
        """The note with that number and its paragraph, or None."""
        for paragraph in self.paragraphs:
            for note in paragraph.footnotes:
                if note.number == number:
                    return paragraph, note
        return None
