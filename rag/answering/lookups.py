"""Questions that name what they want: a paragraph, a note, who signed, which letters there are."""

from collections.abc import Sequence

from rag.answering import phrases
from rag.answering.claims import field_claim, footnote_claim, sentence_claim
from rag.answering.model import Claim, Draft, Field, Status
from rag.answering.request import Request, letters_of
from rag.letters import Letter, show_date

_MAX_PARAGRAPHS = 10
"""More than an answer can list as retrieved, and more than anyone reads."""


def look_up_paragraphs(request: Request) -> Draft:
    """The whole text of the paragraphs that the question names."""
    letters = _meant(request)
    claims: list[Claim] = []
    missing: list[str] = []
    for letter in letters:
        for number in request.intent.numbers[:_MAX_PARAGRAPHS]:
            paragraph = letter.paragraph(number)
            if paragraph is None:
                phrase = phrases.NO_PARAGRAPH[request.language]
                missing.append(phrase.format(number=number, letter=letter.id, count=len(letter.paragraphs)))
            else:
                claims.extend(
                    sentence_claim(letter, paragraph, index, request.language)
                    for index in range(len(paragraph.sentences))
                )
    return _draft(claims, missing)


def look_up_footnotes(request: Request) -> Draft:
    """The text of the notes that the question names."""
    claims: list[Claim] = []
    missing: list[str] = []
    for number in request.intent.numbers:
        for letter in _meant(request):
            found = letter.footnote(number)
            if found is None:
                continue
            paragraph, note = found
            if note.text is None:
                missing.append(
                    phrases.EMPTY_FOOTNOTE[request.language].format(number=number, paragraph=paragraph.number)
                )
            else:
                claims.append(footnote_claim(letter, paragraph, note, request.language))
        if not claims and not missing:
            missing.append(phrases.NO_FOOTNOTE[request.language].format(number=number))
    return _draft(claims, missing)


def look_up_metadata(request: Request) -> Draft:
    """Who wrote what to whom, and when, as the letters print it."""
    claims = [
        claim
        for letter in _meant(request)
        for field in request.intent.fields
        if (claim := field_claim(letter, field)) is not None
    ]
    return _draft(claims, [] if claims else [phrases.UNKNOWN_FIELD[request.language]])


def list_letters(request: Request) -> Draft:
    """Which letters there are: title and dateline of each, with its id and length."""
    language = request.language
    claims: list[Claim] = []
    lines = [phrases.LETTERS[language]]
    for letter in request.letters.values():
        claims.extend(filter(None, (field_claim(letter, field) for field in (Field.TITLE, Field.DATE))))
        day = show_date(letter.date, language) if letter.date else phrases.UNDATED[language]
        line = phrases.LETTER_LINE[language]
        lines.append("- " + line.format(name=letter.name, date=day, count=len(letter.paragraphs), id=letter.id))
    return Draft(status=Status.ANSWERED, claims=tuple(claims), lead="\n".join(lines))


def _draft(claims: Sequence[Claim], missing: Sequence[str]) -> Draft:
    note = " ".join(missing) or None
    if not claims:
        return Draft(status=Status.NOT_IN_LETTERS, note=note)
    return Draft(status=Status.PARTIAL if missing else Status.ANSWERED, claims=tuple(claims), note=note)


def _meant(request: Request) -> list[Letter]:
    """The letter that a look-up is about: the one named, else the one whose text fits best."""
    named = [
        letter for letter in request.letters.values() if letter.id.casefold() in request.question.standalone.casefold()
    ]
    if named:
        return named
    found = letters_of(request.hits)
    return [request.letters[found[0]]] if found else list(request.letters.values())[:1]
