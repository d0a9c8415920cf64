"""Summaries, and where cabinet and authors agree or differ."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np

from rag.answering import phrases
from rag.answering.claims import sentence_claim
from rag.answering.evidence import Evidence, is_anaphoric
from rag.answering.model import Claim, Draft, Status
from rag.answering.request import Request, letters_of
from rag.letters import Letter, Paragraph, PartName, Sentence, Voice
from rag.store.embedding import Vectors

SentenceVectors = Callable[[str, int], Vectors]
"""The vectors of a paragraph's Dutch sentences, by letter and number: shape (sentences, dimension)."""
Place = tuple[Paragraph, int]
"""A paragraph and the index of one of its sentences."""

_MAX_POINTS = 8
_MAX_SECTIONS = 10
"""Sentences of a summary: an answer lists so many paragraphs at most."""
_MAX_PAIRS = 5
"""A proposal and what the cabinet says of it, from two paragraphs: an answer lists ten at most."""
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
_REJECTS = re.compile(
    r"\b(?:niet overeenkomstig|neemt? .{0,90}niet over|niet overgenomen|deelt? .{0,40}niet|niet eens|andere weg|"
    r"gaat .{0,20}te ver"
    r"|wijst .{0,30} af|afwijzen\w*|niet verenigbaar|niet wenselijk|niet haalbaar|geen voorstander|in plaats daarvan|"
    r"niet in lijn"
    r"|ontraad\w*|niet gevolgd|ziet .{0,20}niets in)\b",
    re.IGNORECASE,
)
"""Dutch wording by which a government declines a proposal."""


def summarise_letter(request: Request, vectors: SentenceVectors) -> Draft:
    """One sentence a section: near to what the section says as a whole, marked as weighty, not too long."""
    letters = _letters(request)[:_MAX_SECTIONS]
    claims: list[Claim] = []
    for letter in letters:
        chosen = [_central(letter, section, vectors) for section in _sections(letter, _MAX_SECTIONS // len(letters))]
        claims.extend(_said(letter, chosen, request.language))
    return Draft(status=Status.ANSWERED, claims=tuple(claims), lead=phrases.SUMMARY[request.language])


def _sections(letter: Letter, most: int) -> list[list[Paragraph]]:
    """The letter itself, without its covering note, under its headings; by paragraph where it has hardly any.

    More sections than `most` are taken together, neighbours with neighbours, so that none is left out.
    """
    own = [one for one in letter.paragraphs if one.part is PartName.LETTER] or letter.paragraphs
    found = [list(section) for _, section in groupby(own, key=lambda paragraph: paragraph.heading)]
    if len(found) <= 2:
        found = [[paragraph] for paragraph in own]
    count = min(most, len(found))
    runs = [found[place * len(found) // count : (place + 1) * len(found) // count] for place in range(count)]
    return [[paragraph for section in run for paragraph in section] for run in runs]


def _central(letter: Letter, paragraphs: Sequence[Paragraph], vectors: SentenceVectors) -> Place:
    """The sentence that stands best for a section; one that points back only if there is no other."""
    places = [(paragraph, index) for paragraph in paragraphs for index in range(len(paragraph.sentences))]
    rows = np.concatenate([vectors(letter.id, paragraph.number) for paragraph in paragraphs])
    nearness = rows @ rows.mean(axis=0)
    scores = [
        float(near) + _weight(paragraph.sentences[index].text)
        for (paragraph, index), near in zip(places, nearness, strict=True)
    ]
    return places[max(range(len(places)), key=lambda place: (scores[place], -place))]


def _weight(text: str) -> float:
    """What a sentence's wording adds to its nearness."""
    too_long = max(0, len(text.split()) - _LONG_WORDS)
    return _CUE_BONUS * bool(_CUES.search(text)) - _LONG_PENALTY * too_long - is_anaphoric(text)


def summarise_topic(request: Request) -> Draft:
    """The best sentences of the paragraphs that are about one subject, in the order of the letter."""
    chosen: list[Evidence] = []
    for hit in request.hits[:_MAX_TOPIC_PARAGRAPHS]:
        own = [one for one in request.evidence if (one.letter, one.paragraph) == (hit.letter, hit.paragraph)]
        chosen.extend(own[:_MAX_EACH])
    return Draft(status=Status.ANSWERED, claims=_claims(chosen, request), lead=phrases.SUMMARY[request.language])


def compare_on_topic(request: Request) -> Draft:
    """What each of the two holds on the subject asked about: the best sentences of either."""
    claims: list[Claim] = []
    for voice in (Voice.AUTHORS, Voice.CABINET):
        own = [one for one in request.evidence if one.sentence.voice is voice]
        claims.extend(_claims(own[:_MAX_EACH], request))
    both = {claim.voice for claim in claims} >= {Voice.AUTHORS, Voice.CABINET}
    return Draft(status=Status.ANSWERED if both else Status.PARTIAL, claims=tuple(claims))


def agree(request: Request) -> Draft:
    """What the cabinet endorses of the authors' work, over a whole letter."""
    claims: list[Claim] = []
    for letter in _letters(request):
        found = [place for place in _places(letter) if _endorses(place[0].sentences[place[1]])]
        claims.extend(_said(letter, found, request.language))
    if not claims:
        return Draft(status=Status.NOT_IN_LETTERS, note=phrases.NO_AGREEMENT[request.language])
    return Draft(status=Status.ANSWERED, claims=tuple(claims[:_MAX_POINTS]), lead=phrases.AGREE[request.language])


def differ(request: Request, vectors: SentenceVectors) -> Draft:
    """What the cabinet declines, each under the sentence of the authors that is nearest to it."""
    claims: list[Claim] = []
    for letter in _letters(request):
        claims.extend(_said(letter, _declined(letter, vectors), request.language))
    if not claims:
        return Draft(status=Status.NOT_IN_LETTERS, note=phrases.NO_DIFFERENCE[request.language])
    return Draft(status=Status.ANSWERED, claims=tuple(claims[: 2 * _MAX_PAIRS]), lead=phrases.DIFFER[request.language])


def _declined(letter: Letter, vectors: SentenceVectors) -> list[Place]:
    declined = [place for place in _places(letter) if _declines(place[0].sentences[place[1]])][:_MAX_PAIRS]
    proposals = [place for place in _places(letter) if place[0].sentences[place[1]].voice is Voice.AUTHORS]
    chosen: list[Place] = []
    for place in declined:
        if proposals:
            chosen.append(
                max(proposals, key=lambda other: float(_row(letter, other, vectors) @ _row(letter, place, vectors)))
            )
        chosen.append(place)
    return list(dict.fromkeys(chosen))


def _row(letter: Letter, place: Place, vectors: SentenceVectors) -> Vectors:
    row: Vectors = vectors(letter.id, place[0].number)[place[1]]
    return row


def _places(letter: Letter) -> list[Place]:
    return [(paragraph, index) for paragraph in letter.paragraphs for index in range(len(paragraph.sentences))]


def _endorses(sentence: Sentence) -> bool:
    return sentence.endorses is Voice.AUTHORS and not is_anaphoric(sentence.text)


def _declines(sentence: Sentence) -> bool:
    return sentence.voice is Voice.CABINET and _REJECTS.search(sentence.text) is not None


def _said(letter: Letter, places: Sequence[Place], language: str) -> tuple[Claim, ...]:
    return tuple(sentence_claim(letter, paragraph, index, language) for paragraph, index in places)


def _claims(evidence: Sequence[Evidence], request: Request) -> tuple[Claim, ...]:
    """The sentences as claims, in the order of the letter."""
    ordered = sorted(evidence, key=lambda one: (one.letter, one.paragraph, one.index))
    return tuple(
        sentence_claim(letter, letter.paragraphs[one.paragraph - 1], one.index, request.language)
        for one in ordered
        for letter in (request.letters[one.letter],)
    )


def _letters(request: Request) -> Sequence[Letter]:
    """The letters that are meant: those named, else the one found best, else the first."""
    best = next(iter((*letters_of(request.hits), *request.letters)))
    return request.named or [request.letters[best]]
