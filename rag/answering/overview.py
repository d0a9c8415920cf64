"""Where cabinet and authors agree or differ."""

import re
from collections.abc import Callable, Mapping, Sequence

from rag.answering import phrases
from rag.answering.claims import claim_at, sentence_claim
from rag.answering.evidence import Evidence, is_anaphoric
from rag.answering.meant import named_in_turn
from rag.answering.model import Claim, Draft, Status
from rag.answering.request import Request, letters_of
from rag.letters import Letter, Paragraph, Sentence, Voice
from rag.store.embedding import Vectors

SentenceVectors = Callable[[str, int], Vectors]
"""The vectors of a paragraph's Dutch sentences, by letter and number: shape (sentences, dimension)."""
Place = tuple[Paragraph, int]
"""A paragraph and the index of one of its sentences."""

_MAX_POINTS = 8
_MAX_PAIRS = 5
"""A proposal and what the cabinet says of it, from two paragraphs: an answer lists ten at most."""
_MAX_EACH = 2
_REJECTS = re.compile(
    r"\b(?:niet overeenkomstig|neemt? .{0,90}niet over|niet overgenomen|deelt? .{0,40}niet|niet eens|andere weg|"
    r"gaat .{0,20}te ver"
    r"|wijst .{0,30} af|afwijzen\w*|niet verenigbaar|niet wenselijk|niet haalbaar|geen voorstander|in plaats daarvan|"
    r"niet in lijn"
    r"|ontraad\w*|niet gevolgd|ziet .{0,20}niets in|wijs(?:en)? .{0,30} af|ten dele|gedeeltelijk over|delen .{0,40}niet"
    r"|onderschrij\w+ .{0,30}niet|niet onderschrij\w+|anders dan (?:de|het) [\w-]+ (?:ben|vind|meen|acht)"
    r"|geen (?:noodzaak|meerwaarde|voorstander))\b",
    re.IGNORECASE,
)
"""Dutch wording by which a government declines a proposal."""


def compare_on_topic(request: Request) -> Draft:
    """What each of the two holds on the subject asked about, in one letter: the best sentences of either.

    Of several letters only those named: what the cabinet says in one is no answer to advice in another.
    """
    claims: list[Claim] = []
    both = False
    for letter in [one.id for one in request.named] or [request.evidence[0].letter]:
        own = [one for one in request.evidence if one.letter == letter]
        sides = [[one for one in own if one.sentence.voice is voice] for voice in (Voice.AUTHORS, Voice.CABINET)]
        both = both or all(sides)
        claims.extend(claim for side in sides for claim in claims_in_order(side[:_MAX_EACH], request))
    return Draft(status=Status.ANSWERED if both else Status.PARTIAL, claims=tuple(claims))


def agree(request: Request) -> Draft:
    """What the cabinet endorses of the authors' work, over a whole letter."""
    claims: list[Claim] = []
    for letter in letters_read(request):
        found = [place for place in places_in(letter.paragraphs) if _endorses(place[0].sentences[place[1]])]
        claims.extend(said(letter, found, request.language))
    if not claims:
        return _none(phrases.NO_AGREEMENT, request)
    note = _one_of_several(request)
    lead = phrases.AGREE[request.language]
    return Draft(status=Status.ANSWERED, claims=tuple(claims[:_MAX_POINTS]), note=note, lead=lead)


def differ(request: Request, vectors: SentenceVectors) -> Draft:
    """What the cabinet declines, each under the sentence of the authors that is nearest to it."""
    claims: list[Claim] = []
    for letter in letters_read(request):
        claims.extend(said(letter, _declined(letter, vectors), request.language))
    if not claims:
        return _none(phrases.NO_DIFFERENCE, request)
    note = _one_of_several(request)
    lead = phrases.DIFFER[request.language]
    return Draft(status=Status.ANSWERED, claims=tuple(claims[: 2 * _MAX_PAIRS]), note=note, lead=lead)


def _none(phrase: Mapping[str, str], request: Request) -> Draft:
    """That a letter has nothing of what is asked, with its name where the question names none."""
    language = request.language
    lines = [phrase[language], _one_of_several(request)]
    return Draft(status=Status.NOT_IN_LETTERS, note=" ".join(filter(None, lines)))


def _one_of_several(request: Request) -> str | None:
    """That one letter was read of several, and how to have another; None where the question names one."""
    if request.named or len(request.letters) == 1:
        return None
    language, (read,) = request.language, letters_read(request)
    others = [letter for letter in request.letters.values() if letter is not read]
    count, names = len(request.letters), named_in_turn(others, language)
    return phrases.OF_LETTERS_ONE[language].format(letter=read.id, count=count, letters=names)


def _declined(letter: Letter, vectors: SentenceVectors) -> list[Place]:
    places = places_in(letter.paragraphs)
    declined = [place for place in places if _declines(place[0].sentences[place[1]])][:_MAX_PAIRS]
    proposals = [place for place in places if _proposes(place[0].sentences[place[1]])]
    chosen: list[Place] = []
    for place in declined:
        paragraph, index = place
        before = [other for other in proposals if other[0] is paragraph and other[1] < index]
        if near := before or proposals:
            chosen.append(
                max(near, key=lambda other: float(_row(letter, other, vectors) @ _row(letter, place, vectors)))
            )
        chosen.append(place)
    return list(dict.fromkeys(chosen))


def _row(letter: Letter, place: Place, vectors: SentenceVectors) -> Vectors:
    row: Vectors = vectors(letter.id, place[0].number)[place[1]]
    return row


def places_in(paragraphs: Sequence[Paragraph]) -> list[Place]:
    """Every sentence of some paragraphs, in order."""
    return [(paragraph, index) for paragraph in paragraphs for index in range(len(paragraph.sentences))]


def _endorses(sentence: Sentence) -> bool:
    return sentence.endorses is Voice.AUTHORS and not is_anaphoric(sentence.text)


def _declines(sentence: Sentence) -> bool:
    return sentence.voice is Voice.CABINET and _REJECTS.search(sentence.text) is not None


def _proposes(sentence: Sentence) -> bool:
    return sentence.voice is Voice.AUTHORS and not sentence.text.endswith(":")


def said(letter: Letter, places: Sequence[Place], language: str) -> tuple[Claim, ...]:
    """What a letter says in these places."""
    return tuple(sentence_claim(letter, paragraph, index, language) for paragraph, index in places)


def claims_in_order(evidence: Sequence[Evidence], request: Request) -> tuple[Claim, ...]:
    """The sentences as claims, in the order of the letter."""
    return tuple(claim_at(place, request) for place in sorted(one.place for one in evidence))


def letters_read(request: Request) -> Sequence[Letter]:
    """The letters that are meant: those named, else the one found best, else the first."""
    best = next(iter((*letters_of(request.hits), *request.letters)))
    return request.named or [request.letters[best]]
