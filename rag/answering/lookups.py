"""Questions that name what they want: a paragraph, a note, who signed, which letters there are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answering import phrases
from rag.answering.claims import claim_at, field_claim, footnote_claim, sentence_claim
from rag.answering.meant import MAX_LETTERS, Meant, letters_meant, named_in_turn, printed_name
from rag.answering.model import Claim, Draft, Field, Status
from rag.answering.patterns import NEWEST, OFFICE, OLDEST
from rag.answering.request import Request
from rag.answering.wording import asks_for_all
from rag.letters import Footnote, Letter, Paragraph, show_date
from rag.retrieval.aliases import is_called

MAX_PLACES = 10
"""Paragraphs or notes in one answer: more than it can list as retrieved, and more than anyone reads."""
_MORE = {
    "nl": "Meer dan {most} tegelijk toon ik niet; vraag apart naar de rest.",
    "en": "I show no more than {most} at a time; ask for the rest separately.",
}


def look_up_paragraphs(request: Request) -> Draft:
    """The whole text of the paragraphs that the question names, up to ten of them."""
    language, numbers = request.language, request.intent.numbers
    meant = letters_meant(
        request, lambda letter: sum(letter.paragraph(n) is not None for n in numbers), most_letters(numbers)
    )
    found = []
    missing: list[str] = []
    for letter in meant.letters:
        paragraphs = {number: letter.paragraph(number) for number in numbers}
        found += [(letter, paragraph) for paragraph in paragraphs.values() if paragraph]
        if lacking := runs([number for number, paragraph in paragraphs.items() if not paragraph]):
            phrase = phrases.NO_PARAGRAPH[language]
            missing.append(phrase.format(number=lacking, letter=letter.id, count=len(letter.paragraphs)))
    if not found and not meant.is_told:
        longest = max(meant.letters, key=lambda letter: len(letter.paragraphs))
        count = len(longest.paragraphs)
        phrase = phrases.NO_PARAGRAPH_ANYWHERE[language]
        missing = [phrase.format(number=runs(numbers), letters=len(meant.letters), letter=longest.id, count=count)]
    claims = [
        sentence_claim(letter, paragraph, index, language)
        for letter, paragraph in found[:MAX_PLACES]
        for index in range(len(paragraph.sentences))
    ]
    return drafted(
        claims, [*missing, *more(len(found), language)], meant, request, phrases.EXAMPLES[language]["paragraph"]
    )


def look_up_footnotes(request: Request) -> Draft:
    """The text of the notes that the question names, up to ten of them."""
    language, numbers = request.language, request.intent.numbers
    meant = letters_meant(
        request, lambda letter: sum(map(_worth, map(letter.footnote, numbers))), most_letters(numbers)
    )
    claims: list[Claim] = []
    missing: list[str] = []
    is_marked = False
    for letter in meant.letters:
        places = {number: letter.footnote(number) for number in numbers}
        for paragraph, note in filter(None, places.values()):
            is_marked = True
            if note.text is None:
                phrase = phrases.EMPTY_FOOTNOTE[language]
                missing.append(phrase.format(number=note.number, paragraph=paragraph.number, letter=letter.id))
            else:
                claims.append(footnote_claim(letter, paragraph, note, language))
        if lacking := runs([number for number, place in places.items() if not place]):
            missing.append(phrases.NO_FOOTNOTE[language].format(number=lacking, letter=letter.id))
    if not is_marked and not meant.is_told:
        phrase = phrases.NO_FOOTNOTE_ANYWHERE[language]
        missing = [phrase.format(number=runs(numbers), letters=len(meant.letters))]
    return drafted(
        claims[:MAX_PLACES],
        [*missing, *more(len(claims), language)],
        meant,
        request,
        phrases.EXAMPLES[language]["footnote"],
    )


def _worth(place: tuple[Paragraph, Footnote] | None) -> int:
    """What a note counts for: one with its text more than any number of markers without."""
    if place is None:
        return 0
    return MAX_PLACES if place[1].text else 1


def look_up_metadata(request: Request) -> Draft:
    """Who wrote what to whom, and when, as the letters print it."""
    language, fields = request.language, request.intent.fields
    most = MAX_PLACES if asks_for_all(request.question.text) else MAX_LETTERS
    meant = letters_meant(request, lambda letter: sum(field_claim(letter, field) is not None for field in fields), most)
    facts = [field_claim(letter, field) for letter in meant.letters for field in fields]
    claims = [claim for claim in facts if claim]
    missing = [] if facts and len(claims) == len(facts) else [_unknown(meant, request, is_all=not claims)]
    draft = drafted(claims, missing, meant, request, phrases.EXAMPLES[language][fields[0].value])
    is_elsewhere = len(meant.letters) < len(request.letters) and not meant.is_told
    if draft.note or not is_elsewhere:
        return draft
    return replace(draft, note=phrases.UNKNOWN_FIELD_ELSEWHERE[language])


def look_up_office(request: Request) -> Draft | None:
    """Who signs with the office that a question asks for the holder of; None where it asks none, or nobody does."""
    asked = OFFICE.search(request.bare.text)
    signed = [letter for letter in request.letters.values() if asked and _signs_as(asked, letter)]
    newest = sorted(signed, key=lambda letter: str(letter.date), reverse=True)[:MAX_LETTERS]
    claims = [claim for letter in newest if (claim := field_claim(letter, Field.SIGNATORY))]
    return Draft(status=Status.ANSWERED, claims=tuple(claims)) if claims else None


def _signs_as(asked: re.Match[str], letter: Letter) -> bool:
    offices = (letter.signatory or "").split(";")
    return any(asked["office"].lower() in one.lower() and is_called(asked["field"].strip(), one) for one in offices)


def _unknown(meant: Meant, request: Request, *, is_all: bool) -> str:
    """That a fact, or one of them, is not stated, by which letter where the question does not name it."""
    language = request.language
    if is_all and not meant.is_told:
        return phrases.UNKNOWN_FIELD_ANYWHERE[language].format(letters=len(meant.letters))
    if not request.named and len(request.letters) > 1 and len(meant.letters) == 1:
        return phrases.UNKNOWN_FIELD_OF[language].format(letter=meant.letters[0].id)
    return phrases.UNKNOWN_FIELD[language]


def _telling(letter: Letter) -> list[Claim]:
    """What tells a letter from the others, as far as it has it."""
    found = (field_claim(letter, field) for field in (Field.TITLE, Field.DATE))
    return [claim for claim in found if claim]


def list_letters(request: Request) -> Draft:
    """Which letters there are: title and dateline of each, with its id and length; or the newest, or the oldest."""
    language = request.language
    dated = sorted((one for one in request.letters.values() if one.date), key=lambda letter: str(letter.date))
    if dated and NEWEST.search(request.question.text):
        letter = dated[0 if OLDEST.search(request.question.text) else -1]
        return Draft(status=Status.ANSWERED, claims=tuple(_telling(letter)))
    claims: list[Claim] = []
    lines = [phrases.LETTERS[language]]
    count = len(request.letters)
    for letter in request.letters.values():
        claims += _telling(letter)
        day = show_date(letter.date, language) if letter.date else phrases.UNDATED[language]
        line = phrases.LETTER_LINE[language]
        name = printed_name(letter, language)
        lines.append("- " + line.format(name=name, date=day, count=len(letter.paragraphs), id=letter.id))
    return Draft(
        status=Status.ANSWERED,
        claims=tuple(claims or _first_words(request)),
        opening=(phrases.HELD_ONE if count == 1 else phrases.HELD)[language].format(count=count),
        lead="\n".join(lines),
    )


def _first_words(request: Request) -> list[Claim]:
    """Something to cite where no letter has a title or a date: the first sentence of what was found."""
    return [claim_at((hit.letter, hit.paragraph, 0), request) for hit in request.hits[:1]]


def runs(numbers: Sequence[int]) -> str:
    """Numbers with those that follow each other taken together: "3, 11-20"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def more(found: int, language: str) -> list[str]:
    """That there are more places than one answer shows; nothing where it shows all."""
    return [_MORE[language].format(most=MAX_PLACES)] if found > MAX_PLACES else []


def most_letters(numbers: Sequence[int]) -> int:
    """From how many letters so many paragraphs or notes can be shown; at least from one."""
    return max(1, min(MAX_LETTERS, MAX_PLACES // len(numbers)))


def drafted(claims: Sequence[Claim], missing: Sequence[str], meant: Meant, request: Request, asked: str) -> Draft:
    """An answer that says what it lacks, and which letters, not named, have an answer as well.

    `asked` is how to ask one letter, with places for the number and its name.
    """
    lines = list(missing)
    if meant.others:
        language, letter = request.language, meant.others[0].id
        example = asked.format(number=runs(request.intent.numbers), letter=letter)
        others = named_in_turn(meant.others, language)
        lines.append(phrases.ALSO_IN[language].format(letters=others, example=example))
    note = " ".join(lines) or None
    if not claims:
        return Draft(status=Status.NOT_IN_LETTERS, note=note)
    return Draft(status=Status.PARTIAL if missing else Status.ANSWERED, claims=tuple(claims), note=note)
