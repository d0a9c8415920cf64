"""Summaries: of a letter, of several, and of what they say on one subject."""

import re
from collections.abc import Sequence
from itertools import groupby

import numpy as np

from rag.answering import phrases
from rag.answering.evidence import Evidence
from rag.answering.listing import listed_under, opening_of
from rag.answering.meant import printed_name
from rag.answering.model import Claim, Draft, Status
from rag.answering.overview import Place, SentenceVectors, claims_in_order, places_in, said
from rag.answering.replies import Replies
from rag.answering.request import Request
from rag.answering.standing import is_label, is_numbered_heading, stands_alone, tells_of_layout
from rag.answering.units import opening_found
from rag.letters import Letter, Paragraph, PartName
from rag.letters.exchanges import only_asks, says_yes_or_no
from rag.letters.layout import is_answer_label

_MAX_SECTIONS = 10
"""Sentences of a summary: an answer lists so many paragraphs at most."""
_MAX_LETTERS = 5
"""Letters that are summed up in one answer, so that each has two sentences at least."""
_MAX_OF_EACH = 4
"""Sentences of each, where they are several."""
_MAX_TOPIC_PARAGRAPHS = 3
_MAX_EACH = 2
_LONG_WORDS = 45
_LONG_PENALTY = 0.004
"""Off a sentence's score for each word beyond `_LONG_WORDS`: a point should be quotable."""
_CUE_BONUS = 0.12
_CUES = re.compile(
    r"\b(?:conclu\w+|onderschrij\w+|deelt|vinden in|stelt? .{0,20}vast|van mening|sleutel|belangrijkste|daarom|"
    r"niet overeenkomstig"
    r"|benadruk\w+|zet(?:ten)? .{0,20}in\b|wil|wenst|acht|neemt? .{0,40}over|beslui\w+|noodzakelijk|resumerend|"
    r"blijkt)\b",
    re.IGNORECASE,
)
"""Dutch wording by which a paper marks what matters."""


def summarise_letters(request: Request, letters: Sequence[Letter], vectors: SentenceVectors) -> Draft:
    """One sentence a section; of several letters a few each, of no more letters than `_MAX_LETTERS`."""
    language = request.language
    if len(letters) == 1:
        is_only = len(request.letters) == 1
        lead = phrases.SUMMARY if is_only else phrases.SUMMARY_OF
        name = _called(letters[0], language)
        claims = _points(letters[0], vectors, language)
        return Draft(status=Status.ANSWERED, claims=claims, lead=lead[language].format(name=name))
    told, left = letters[:_MAX_LETTERS], letters[_MAX_LETTERS:]
    most = min(_MAX_OF_EACH, _MAX_SECTIONS // len(told))
    return Draft(
        status=Status.PARTIAL if left else Status.ANSWERED,
        claims=tuple(claim for letter in told for claim in _few_points(letter, most, vectors, language)),
        lead=phrases.SUMMARY_OF_EACH[language],
        note=_left_out(letters, len(told), language) if left else None,
    )


def _points(letter: Letter, vectors: SentenceVectors, language: str) -> tuple[Claim, ...]:
    return said(letter, _places(letter, _sections(letter), vectors), language)


def _few_points(letter: Letter, most: int, vectors: SentenceVectors, language: str) -> tuple[Claim, ...]:
    """One sentence of the opening, which tells what the letter is about, and some of the rest."""
    sections = _sections(letter)
    runs = [*sections[:1], *_runs(sections[1:], most - 1)]
    return said(letter, _places(letter, runs, vectors), language)


def _places(letter: Letter, sections: Sequence[list[Paragraph]], vectors: SentenceVectors) -> list[Place]:
    """The sentence for each section, an item or row after what opens its list or table."""
    found: list[Place] = []
    for section in sections:
        paragraph, index = _central(letter, section, vectors)
        opening = opening_of(letter, (paragraph.number, index))
        if opening and opening[0] == paragraph.number:
            found.append((paragraph, opening[1]))
        found.append((paragraph, index))
    return found


def _left_out(letters: Sequence[Letter], told: int, language: str) -> str:
    example = letters[told].id
    return phrases.SUMMARY_LEFT_OUT[language].format(count=len(letters), told=told, example=example)


def _sections(letter: Letter) -> list[list[Paragraph]]:
    """The letter itself, without its covering note, under its headings; by paragraph where it has hardly any.

    More sections than an answer lists are taken together, neighbours with neighbours, so that none is left out.
    """
    own = [one for one in letter.paragraphs if one.part is PartName.LETTER] or letter.paragraphs
    own = [one for one in own if not all(_says_nothing(one, index) for index in range(len(one.sentences)))] or own
    found = [list(section) for _, section in groupby(own, key=_section)]
    if len(found) <= 2:
        found = [[paragraph] for paragraph in own]
    return _runs(found, _MAX_SECTIONS)


def _section(paragraph: Paragraph) -> tuple[str | None, int]:
    """What paragraphs of one section share; every answer to a question is a section of its own."""
    heading = paragraph.heading
    return heading, paragraph.number if is_answer_label(heading or "") else 0


def _says_nothing(paragraph: Paragraph, index: int) -> bool:
    """Whether a sentence only asks, says yes or no to what was asked, or is a heading or a word on the layout."""
    text = paragraph.sentences[index].text
    is_bare = is_label(text) or is_numbered_heading(text) or tells_of_layout(text)
    return only_asks(paragraph, index) or says_yes_or_no(text) or is_bare


def _runs(sections: Sequence[list[Paragraph]], most: int) -> list[list[Paragraph]]:
    """Sections, neighbours taken together where they are more than `most`."""
    count = min(most, len(sections))
    runs = [sections[place * len(sections) // count : (place + 1) * len(sections) // count] for place in range(count)]
    return [[paragraph for section in run for paragraph in section] for run in runs]


def _central(letter: Letter, paragraphs: Sequence[Paragraph], vectors: SentenceVectors) -> Place:
    """The sentence that stands best for a section; one that needs another only if there is no other."""
    places = places_in(paragraphs)
    rows = np.concatenate([vectors(letter.id, paragraph.number) for paragraph in paragraphs])
    nearness = rows @ rows.mean(axis=0)
    scores = [
        float(near) + _weight(letter, paragraph, index) - _says_nothing(paragraph, index)
        for (paragraph, index), near in zip(places, nearness, strict=True)
    ]
    return places[max(range(len(places)), key=lambda place: (scores[place], -place))]


def _weight(letter: Letter, paragraph: Paragraph, index: int) -> float:
    """What a sentence's wording adds to its nearness."""
    text, place = paragraph.sentences[index].text, (paragraph.number, index)
    too_long = max(0, len(text.split()) - _LONG_WORDS)
    needs = (not stands_alone(text) or opening_of(letter, place) is not None) + 2 * bool(listed_under(letter, place))
    return _CUE_BONUS * bool(_CUES.search(text)) - _LONG_PENALTY * too_long - needs


def summarise_topic(request: Request) -> Draft:
    """The best sentences of the paragraphs that are about one subject, in the order of the letter."""
    stated = Replies(request).ranked or request.evidence
    found = {one.place: one for one in stated}
    told = {(one.letter, one.paragraph) for one in stated}
    chosen: list[Evidence] = []
    hits = [hit for hit in request.hits if (hit.letter, hit.paragraph) in told]
    for hit in hits[:_MAX_TOPIC_PARAGRAPHS]:
        own = [one for one in stated if (one.letter, one.paragraph) == (hit.letter, hit.paragraph)]
        for one in own[:_MAX_EACH]:
            opening = opening_found(one, request.letters, found)
            chosen += [each for each in (opening, one) if each and each not in chosen]
    is_one = len({one.letter for one in chosen}) == 1
    lead = (phrases.SUMMARY if is_one else phrases.SUMMARY_OF_SUBJECT)[request.language]
    return Draft(status=Status.ANSWERED, claims=claims_in_order(chosen, request), lead=lead)


def _called(letter: Letter, language: str) -> str:
    """What to call a letter: its id, with its name where it has another."""
    return letter.id if letter.name == letter.id else f"{letter.id} ({printed_name(letter, language)})"
