"""Questions that name what they want: a paragraph, a note, who signed, which letters there are."""

from collections.abc import Sequence

from rag.answering import phrases
from rag.answering.claims import field_claim, footnote_claim, sentence_claim
from rag.answering.model import Claim, Draft, Field, Status
from rag.answering.request import Request, letters_of
from rag.answering.wording import subject_words
from rag.letters import Letter, show_date
from rag.store.words import expand, terms

_MAX_PLACES = 10
"""Paragraphs or notes in one answer: more than it can list as retrieved, and more than anyone reads."""
_MORE = {
    "nl": "Meer dan {most} tegelijk toon ik niet; vraag apart naar de rest.",
    "en": "I show no more than {most} at a time; ask for the rest separately.",
}


def look_up_paragraphs(request: Request) -> Draft:
    """The whole text of the paragraphs that the question names, up to ten of them."""
    language = request.language
    found = []
    missing: list[str] = []
    for letter in _meant(request):
        paragraphs = {number: letter.paragraph(number) for number in request.intent.numbers}
        found += [(letter, paragraph) for paragraph in paragraphs.values() if paragraph]
        if lacking := _runs([number for number, paragraph in paragraphs.items() if not paragraph]):
            phrase = phrases.NO_PARAGRAPH[language]
            missing.append(phrase.format(number=lacking, letter=letter.id, count=len(letter.paragraphs)))
    claims = [
        sentence_claim(letter, paragraph, index, language)
        for letter, paragraph in found[:_MAX_PLACES]
        for index in range(len(paragraph.sentences))
    ]
    return _draft(claims, [*missing, *_more(len(found), language)])


def look_up_footnotes(request: Request) -> Draft:
    """The text of the notes that the question names, up to ten of them."""
    language = request.language
    claims: list[Claim] = []
    missing: list[str] = []
    for letter in _meant(request):
        places = {number: letter.footnote(number) for number in request.intent.numbers}
        for paragraph, note in filter(None, places.values()):
            if note.text is None:
                phrase = phrases.EMPTY_FOOTNOTE[language]
                missing.append(phrase.format(number=note.number, paragraph=paragraph.number, letter=letter.id))
            else:
                claims.append(footnote_claim(letter, paragraph, note, language))
        if lacking := _runs([number for number, place in places.items() if not place]):
            missing.append(phrases.NO_FOOTNOTE[language].format(number=lacking, letter=letter.id))
    return _draft(claims[:_MAX_PLACES], [*missing, *_more(len(claims), language)])


def look_up_metadata(request: Request) -> Draft:
    """Who wrote what to whom, and when, as the letters print it."""
    facts = [field_claim(letter, field) for letter in _meant(request) for field in request.intent.fields]
    claims = [claim for claim in facts if claim]
    return _draft(claims, [] if facts and len(claims) == len(facts) else [phrases.UNKNOWN_FIELD[request.language]])


def list_letters(request: Request) -> Draft:
    """Which letters there are: title and dateline of each, with its id and length."""
    language = request.language
    claims: list[Claim] = []
    lines = [phrases.LETTERS[language]]
    for letter in request.letters.values():
        claims.extend(filter(None, (field_claim(letter, field) for field in (Field.TITLE, Field.DATE))))
        day = show_date(letter.date, language) if letter.date else phrases.UNDATED[language]
        line = phrases.LETTER_LINE[language]
        name = letter.name if language == "nl" or letter.name == letter.id else f"«{letter.name}»"
        lines.append("- " + line.format(name=name, date=day, count=len(letter.paragraphs), id=letter.id))
    return Draft(status=Status.ANSWERED, claims=tuple(claims or _first_words(request)), lead="\n".join(lines))


def _first_words(request: Request) -> list[Claim]:
    """Something to cite where no letter has a title or a date: the first sentence of what was found."""
    return [
        sentence_claim(letter, letter.paragraphs[hit.paragraph - 1], 0, request.language)
        for hit in request.hits[:1]
        for letter in (request.letters[hit.letter],)
    ]


def _runs(numbers: Sequence[int]) -> str:
    """Numbers with those that follow each other taken together: "3, 11-20"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _more(found: int, language: str) -> list[str]:
    return [_MORE[language].format(most=_MAX_PLACES)] if found > _MAX_PLACES else []


def _draft(claims: Sequence[Claim], missing: Sequence[str]) -> Draft:
    note = " ".join(missing) or None
    if not claims:
        return Draft(status=Status.NOT_IN_LETTERS, note=note)
    return Draft(status=Status.PARTIAL if missing else Status.ANSWERED, claims=tuple(claims), note=note)


def _meant(request: Request) -> Sequence[Letter]:
    """The letters that a look-up is about: those named, else the one of that subject, else that of the best hit."""
    if request.named:
        return request.named
    language = request.language
    words = subject_words(request.question.standalone, language)
    asked = {term for word in words for term in expand(word, language)}
    best_first = [request.letters[name] for name in dict.fromkeys((*letters_of(request.hits), *request.letters))]
    return sorted(best_first, key=lambda letter: -len(asked & _subject(letter)))[:1]


def _subject(letter: Letter) -> frozenset[str]:
    return frozenset(terms(f"{letter.title or ''} {letter.subject or ''}", "nl"))
