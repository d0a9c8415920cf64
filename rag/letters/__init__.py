"""File -> Letter: paragraphs numbered, footnotes tied, a voice for each sentence."""

from rag.letters.dates import find_date, show_date
from rag.letters.layout import is_caption, is_item
from rag.letters.model import Footnote, Letter, Paragraph, Part, PartName, Rendering, Sentence, Voice
from rag.letters.reading import find_letters, read_letter
from rag.letters.sentences import split_sentences

__all__ = [
    "Footnote",
    "Letter",
    "Paragraph",
    "Part",
    "PartName",
    "Rendering",
    "Sentence",
    "Voice",
    "find_date",
    "find_letters",
    "is_caption",
    "is_item",
    "read_letter",
    "show_date",
    "split_sentences",
]
