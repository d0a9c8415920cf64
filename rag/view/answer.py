"""An answer -> what is drawn of it: groups by holder, lines with a place to open, what to do next."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rag.answering import phrases
from rag.answering.citations import marker, part_date
from rag.answering.compose import about_wording, as_of, group_of, holder, runs
from rag.answering.headings import told_heading
from rag.answering.model import Answer, Citation, Claim, Status
from rag.answering.progress import Progress
from rag.letters import Letter, Voice, show_date
from rag.view.place import Place, place_of
from rag.view.strings import STRINGS, Strings
from rag.view.text import preview

_NEAREST = 3
_READ = 5
"""So many of the paragraphs that are read are named."""
_SOURCE_CHARS = 70
_EMPTY_HANDED = frozenset({Status.NOT_IN_LETTERS, Status.WITHHELD})
"""Ends after which the nearest paragraphs help."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """Neighbouring words of one paragraph, note or field."""

    lead: str | None
    """What a metadata field is: "The letter is signed by"."""
    wording: str | None
    """What the quote stands behind: its unofficial English, or a chat model's words; None where there is neither."""
    quote: str
    label: str
    """What its button says: "§17", "§13, note 4", "signature"."""
    source: str | None
    """Date and subject of the letter, where several are in play."""
    place: Place


@dataclass(frozen=True, kw_only=True)
class Group:
    """Lines of one holder."""

    voice: Voice
    endorses: Voice | None
    holder: str | None
    """Who says it; None for facts of the metadata, whose leads say what they are."""
    remark: str | None
    """Whose English it is, or that there is none."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Near:
    """A paragraph that comes nearest to a question that found no answer."""

    label: str
    heading: str | None
    words: str
    source: str | None
    """As of a line."""
    place: Place


@dataclass(frozen=True, kw_only=True)
class AnswerView:
    """What is drawn of an answer, in the answer's language."""

    status: Status
    language: str
    opening: str | None
    """As of which date the letter speaks."""
    lead: str | None
    groups: tuple[Group, ...]
    note: str | None
    nearest: tuple[Near, ...]
    tries: tuple[str, ...]
    """Questions to ask instead, where there are nearest paragraphs."""
    dropped: int


def view(answer: Answer, letters: Mapping[str, Letter]) -> AnswerView:
    """Lay out an answer about these letters."""
    nearest = _nearest(answer, letters) if answer.status in _EMPTY_HANDED and not answer.claims else ()
    keyed = groupby(answer.claims, key=group_of)
    return AnswerView(
        status=answer.status,
        language=answer.language,
        opening=answer.opening or as_of(answer.claims, answer.language, letters) if answer.claims else None,
        lead=answer.lead,
        groups=tuple(_group(list(claims), answer.language, letters) for _, claims in keyed),
        note=answer.note or (answer.text if not answer.claims else None),
        nearest=nearest,
        tries=_tries(nearest[0].place, answer.language, letters) if nearest else (),
        dropped=len(answer.dropped),
    )


def stage_text(progress: Progress, strings: Strings) -> str:
    """What is being done, with the first paragraphs that are read, and their letters where they are of several."""
    if not progress.places:
        return strings.stages[progress.stage]
    places = progress.places[:_READ]
    is_one = len({letter for letter, _ in places}) == 1
    named = (f"§{number}" if is_one else f"{letter} §{number}" for letter, number in places)
    return strings.reading.format(places=", ".join(named))


def _group(claims: Sequence[Claim], language: str, letters: Mapping[str, Letter]) -> Group:
    is_field = claims[0].citations[0].field is not None
    remark = about_wording(claims, language).strip("()").partition(";")[0].rstrip(".")
    return Group(
        voice=claims[0].voice,
        endorses=claims[0].endorses,
        holder=None if is_field else holder(claims[0], language),
        remark=remark or None,
        lines=tuple(line for run in runs(claims) for line in _lines(run, language, letters)),
    )


def _lines(run: Sequence[Claim], language: str, letters: Mapping[str, Letter]) -> list[Line]:
    """One line for words that follow each other; for a claim in own words one a citation, the first behind its text."""
    wording = " ".join(claim.text for claim in run if claim.is_rendering or claim.is_own_words) or None
    citations = [citation for claim in run for citation in claim.citations]
    if not run[0].is_own_words:
        return [_line(citations, wording, language, letters)]
    return [_line([one], None if place else wording, language, letters) for place, one in enumerate(citations)]


def _line(citations: Sequence[Citation], wording: str | None, language: str, letters: Mapping[str, Letter]) -> Line:
    first = citations[0]
    return Line(
        lead=phrases.FIELD_LEADS[language][first.field] if first.field else told_heading(citations, letters, language),
        wording=wording,
        quote=" ".join(citation.quote for citation in citations),
        label=_label(first, language),
        source=_source(first.letter, first.date, language, letters),
        place=place_of([one for one in citations if (one.letter, one.paragraph) == (first.letter, first.paragraph)]),
    )


def _label(citation: Citation, language: str) -> str:
    return marker(citation, language, [citation.letter]).strip("[]")


def _source(letter: str, date: datetime.date | None, language: str, letters: Mapping[str, Letter]) -> str | None:
    """Date and subject of a letter; None where there is but one."""
    if len(letters) == 1:
        return None
    day = show_date(date, language) if date else phrases.UNDATED[language]
    return f"{day} · {preview(letters[letter].name, _SOURCE_CHARS) if letter in letters else letter}"


def _nearest(answer: Answer, letters: Mapping[str, Letter]) -> tuple[Near, ...]:
    found = []
    for one in answer.retrieved[:_NEAREST]:
        letter = letters.get(one.letter)
        paragraph = letter.paragraph(one.paragraph) if letter else None
        if letter and paragraph:
            place = Place(letter=one.letter, paragraph=one.paragraph)
            found.append(
                Near(
                    label=f"§{paragraph.number}",
                    heading=paragraph.heading,
                    words=preview(paragraph.text),
                    source=_source(letter.id, part_date(letter, paragraph), answer.language, letters),
                    place=place,
                )
            )
    return tuple(found)


def _tries(nearest: Place, language: str, letters: Mapping[str, Letter]) -> tuple[str, ...]:
    strings = STRINGS[language]
    form = strings.try_paragraph if len(letters) == 1 else strings.try_paragraph_of
    return form.format(number=nearest.paragraph, letter=nearest.letter), strings.examples[0]
