"""The heading that a sentence points at: "Deze aanbeveling neem ik over", and "Nee." under a question."""

import re
from collections.abc import Mapping, Sequence

from rag.answering.model import Citation
from rag.letters import Letter, Paragraph
from rag.letters.exchanges import says_yes_or_no

_UNDER = {"nl": "onder ‘{heading}’", "en": "under ‘{heading}’"}
"""How a heading is told."""
_THINGS = ("aanbeveling", "conclusie", "maatregel", "beslispunt", "voorstel", "advies", "motie")
_THIS = [
    (
        re.compile(rf"\b(?:deze|die|dit|dat) (?:\w+e )?[\w-]*{noun}(?:l?en|s)?(?!\w)", re.IGNORECASE),
        re.compile(rf"{noun}(?!\w)|{noun}(?:l?en|s) \d", re.IGNORECASE),
    )
    for noun in _THINGS
]
"""For each thing how a sentence points at one, and how a heading tells which."""


def heading_meant(paragraph: Paragraph, index: int) -> str | None:
    """The heading that says what the sentence at `index` speaks of; None where it needs none, or there is none.

    One that names the thing pointed at wherever the sentence stands, any other where nothing stands between.
    """
    heading, text = paragraph.heading, paragraph.sentences[index].text
    if not heading:
        return None
    if index == 0 and heading.endswith("?") and says_yes_or_no(text):
        return heading
    named = [in_heading for points, in_heading in _THIS if points.search(text)]
    is_meant = any(in_heading.search(heading) for in_heading in named) or (named and index == 0)
    return heading if is_meant else None


def told_heading(citations: Sequence[Citation], letters: Mapping[str, Letter], language: str) -> str | None:
    """What is told before words that follow each other: the heading that one of them points at, if any does."""
    for one in citations:
        paragraph = _paragraph(one, letters)
        for place, sentence in enumerate(paragraph.sentences if paragraph else ()):
            if paragraph and one.start <= sentence.start < one.end and heading_meant(paragraph, place):
                return under(heading_above(one, letters, language) or "", language)
    return None


def heading_above(citation: Citation, letters: Mapping[str, Letter], language: str) -> str | None:
    """The heading that a citation stands under, in the language of the answer where its rendering has it."""
    paragraph = _paragraph(citation, letters)
    rendering = letters[citation.letter].rendering if paragraph else None
    if paragraph and paragraph.heading and rendering and language == "en":
        return rendering.headings.get(paragraph.heading, paragraph.heading)
    return paragraph.heading if paragraph else None


def under(heading: str, language: str) -> str:
    """That what follows stands under a heading."""
    return _UNDER[language].format(heading=heading)


def _paragraph(citation: Citation, letters: Mapping[str, Letter]) -> Paragraph | None:
    letter = letters.get(citation.letter)
    return letter.paragraph(citation.paragraph or 0) if letter and citation.footnote is None else None
