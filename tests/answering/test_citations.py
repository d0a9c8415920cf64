"""Citations are made from a letter and shown so that a reader finds the place."""

from dataclasses import replace
from datetime import date

import pytest

from rag.answering.citations import cite, cite_field, cite_footnote, field_text, marker, part_date
from rag.answering.model import Citation, Field
from rag.letters import Letter
from tests.answering.conftest import BEES, MILLS, NOTE_AND_LETTER_TEXT, UNTITLED_TEXT, Read


def test_words_of_a_paragraph_are_cited_with_where_they_stand(mills: Letter) -> None:
    paragraph = mills.paragraphs[1]
    first, second = paragraph.sentences
    citation = cite(mills, paragraph, second.start, second.end)
    assert citation == Citation(
        letter=MILLS,
        title="Reactie op het rapport Draaiende wieken",
        date=date(2022, 9, 14),
        paragraph=2,
        quote="Volgens de auteurs is houtrot de grootste bedreiging voor de wieken.",
        start=first.end + 1,
        end=len(paragraph.text),
    )


def test_note_is_cited_whole_and_names_its_paragraph(mills: Letter) -> None:
    found = mills.footnote(2)
    assert found is not None
    citation = cite_footnote(mills, *found)
    assert (citation.paragraph, citation.footnote) == (4, 2)
    assert citation.quote == "Kamerstukken II 2021/22, 32 820, nr. 461."
    assert (citation.start, citation.end) == (0, len(citation.quote))


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        (Field.TITLE, "Reactie op het rapport Draaiende wieken"),
        (Field.DATE, "Den Haag, 14 september 2022"),
        (Field.DATELINE, "Den Haag, 14 september 2022"),
        (Field.ADDRESSEE, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
        (Field.SIGNATORY, "De staatssecretaris van Onderwijs, Cultuur en Wetenschap, G. Uslu"),
    ],
)
def test_fact_is_cited_as_the_letter_prints_it(mills: Letter, field: Field, printed: str) -> None:
    citation = cite_field(mills, field)
    assert citation is not None
    assert (citation.paragraph, citation.footnote, citation.field) == (None, None, field)
    assert (citation.quote, citation.start, citation.end) == (printed, 0, len(printed))
    assert field_text(mills, field) == printed


@pytest.mark.parametrize("field", list(Field))
def test_fact_that_the_letter_lacks_is_not_cited(read: Read, field: Field) -> None:
    letter = read(UNTITLED_TEXT)
    assert cite_field(letter, field) is None
    assert field_text(letter, field) is None


def test_letter_without_an_addressee_still_has_its_other_facts(bees: Letter) -> None:
    assert cite_field(bees, Field.ADDRESSEE) is None
    assert field_text(bees, Field.DATE) == "Den Haag, 6 februari 2023"


def test_paragraph_has_the_date_of_the_part_it_stands_in(read: Read) -> None:
    letter = read(NOTE_AND_LETTER_TEXT)
    note, main = letter.paragraphs
    assert part_date(letter, note) is None
    assert part_date(letter, main) == date(2024, 6, 19)
    assert cite(letter, note, 0, 5).date is None
    assert cite(letter, main, 0, 5).date == date(2024, 6, 19)


def test_date_of_a_letter_with_a_note_is_the_dateline_of_the_letter(read: Read) -> None:
    assert field_text(read(NOTE_AND_LETTER_TEXT), Field.DATELINE) == "Den Haag, 19 juni 2024"


PLACE = Citation(letter=BEES, title=None, date=None, paragraph=2, quote="klaver", start=0, end=6)


@pytest.mark.parametrize(
    ("citation", "language", "letters", "shown"),
    [
        (PLACE, "nl", [BEES], "[§2]"),
        (PLACE, "en", [BEES], "[§2]"),
        (PLACE, "nl", [BEES, MILLS], "[2023-bijen §2]"),
        (replace(PLACE, footnote=1), "nl", [BEES], "[§2, noot 1]"),
        (replace(PLACE, footnote=1), "en", [BEES], "[§2, note 1]"),
        (replace(PLACE, footnote=1), "nl", [BEES, MILLS], "[2023-bijen §2, noot 1]"),
        (replace(PLACE, footnote=0), "nl", [BEES], "[§2, noot 0]"),
        (replace(PLACE, paragraph=None, field=Field.SIGNATORY), "nl", [BEES], "[ondertekening]"),
        (replace(PLACE, paragraph=None, field=Field.SIGNATORY), "en", [BEES], "[signature]"),
        (replace(PLACE, paragraph=None, field=Field.TITLE), "en", [BEES, MILLS], "[2023-bijen title]"),
    ],
)
def test_marker_names_the_place_and_the_letter_where_there_are_several(
    citation: Citation, language: str, letters: list[str], shown: str
) -> None:
    assert marker(citation, language, letters) == shown


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("field", list(Field))
def test_every_fact_has_a_name_in_both_languages(field: Field, language: str) -> None:
    assert marker(replace(PLACE, paragraph=None, field=field), language, [BEES]).strip("[]")
