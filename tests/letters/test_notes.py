"""Footnotes and hyphens of pages that an extractor has run together."""

from rag.letters import Letter
from tests.letters.conftest import Read


def notes(letter: Letter) -> dict[int, str | None]:
    return {note.number: note.text for paragraph in letter.paragraphs for note in paragraph.footnotes}


def test_notes_that_share_a_line_are_notes_of_their_own(read: Read) -> None:
    letter = read(
        "De ijsbaan is dicht.1 Dat duurt een winter.2 Daarna volgt een besluit.3 Wie wil schaatsen, moet dan\n"
        "naar de buren, zoals in het vorige jaar ook al het geval was.\n"
        "\n"
        "1 Zie paragraaf 2.3. 2 Besluit op de banen, artikel 4. 3 https://www.ijsbaan.nl/winter\n"
    )
    assert notes(letter) == {
        1: "Zie paragraaf 2.3.",
        2: "Besluit op de banen, artikel 4.",
        3: "https://www.ijsbaan.nl/winter",
    }
    assert letter.problems == ()
    assert letter.paragraphs[0].text.startswith("De ijsbaan is dicht. Dat duurt een winter. Daarna volgt")


def test_a_number_in_a_note_without_a_marker_begins_no_other_note(read: Read) -> None:
    letter = read(
        "De ijsbaan is dicht.1 Dat duurt een hele winter en misschien nog wel langer dan dat.\n\n"
        "1 Zie het vorige besluit. 2 Februari was te warm.\n"
    )
    assert notes(letter) == {1: "Zie het vorige besluit. 2 Februari was te warm."}


def test_notes_with_a_bracket_are_tied_where_the_marker_stands_apart_or_before_a_question_mark(read: Read) -> None:
    letter = read(
        "Vraag 1\nKent u het bericht «IJsbaan dicht»1)?\n\nAntwoord 1\nJa.\n\n"
        "Vraag 2\nHoe past dit bij de Code IJsbanen 2), die nog geldt?\n\nAntwoord 2\nDat past.\n\n\n"
        "1) De IJskrant, 3 januari.\n\n2) Bijlage bij de brief over de ijsbanen.\n"
    )
    assert notes(letter) == {1: "De IJskrant, 3 januari.", 2: "Bijlage bij de brief over de ijsbanen."}
    assert [paragraph.text for paragraph in letter.paragraphs][::2] == [
        "Kent u het bericht «IJsbaan dicht»?",
        "Hoe past dit bij de Code IJsbanen, die nog geldt?",
    ]


def test_a_hyphen_that_an_extractor_took_for_soft_is_restored_where_spelling_asks_for_it(read: Read) -> None:
    letter = read(
        "De IjsEU\ufffeverordening geldt, en de ABC\ufffeverordening met haar aan\ufffeen afvoerregels ook.\n"
        "Zij vraagt om uitvoe\ufffering (zie https://www.ijs.nl/vroeg\ufffevorst/a) en de NoordEU-\n"
        "richtlijn niet.\n"
    )
    assert letter.paragraphs[0].text == (
        "De IjsEU-verordening geldt, en de ABC-verordening met haar aan- en afvoerregels ook. "
        "Zij vraagt om uitvoering (zie https://www.ijs.nl/vroeg-vorst/a) en de NoordEU-richtlijn niet."
    )


ASKED = """\
Hierbij stuur ik u de antwoorden.

De minister van Ijs,

K. Koud

Antwoorden van de minister van Ijs op vragen van de leden Vorst en Dooi (beiden GLAD) over de ijsbaan

Vraag 1
Kent u het bericht over de baan? 1)

Antwoord op vraag 1
Ja.

Vraag 2
Hoe past dat bij de Code IJsbanen2) die nog geldt?

Antwoord op vraag 2
{answer}


De IJskrant, 3 januari
Code IJsbanen – Schaatsbond
{notes}"""


def test_list_of_what_questions_refer_to_is_no_text_and_its_numbers_are_not_the_notes(read: Read) -> None:
    letter = read(ASKED.format(answer="Dat past.1 De baan blijft open.", notes="1 Kamerstuk 12 345, nr. 6.\n"))
    tied = [[(note.number, note.text) for note in paragraph.footnotes] for paragraph in letter.paragraphs]
    assert tied == [[], [], [], [], [(1, "Kamerstuk 12 345, nr. 6.")]]
    assert [paragraph.text for paragraph in letter.paragraphs][1::2] == [
        "Kent u het bericht over de baan?",
        "Hoe past dat bij de Code IJsbanen die nog geldt?",
    ]
    assert letter.loose_notes == ("De IJskrant, 3 januari", "Code IJsbanen – Schaatsbond")
    assert letter.problems == ()


def test_list_without_numbers_is_tied_where_the_paper_has_no_other_notes(read: Read) -> None:
    letter = read(ASKED.format(answer="Dat past.", notes=""))
    assert notes(letter) == {1: "De IJskrant, 3 januari", 2: "Code IJsbanen – Schaatsbond"}


def test_title_of_the_answers_under_a_covering_note_is_no_paragraph(read: Read) -> None:
    letter = read(ASKED.format(answer="Dat past.", notes=""))
    assert [paragraph.heading for paragraph in letter.paragraphs][:2] == [None, "Vraag 1"]
    assert letter.parts[-1].head[-1].startswith("Antwoorden van de minister van Ijs")


def test_last_lines_that_the_questions_do_not_count_stay_text(read: Read) -> None:
    letter = read(ASKED.replace("Code IJsbanen2)", "Code IJsbanen").format(answer="Dat past.", notes=""))
    assert "Code IJsbanen – Schaatsbond" in letter.paragraphs[-1].text
    assert letter.loose_notes == ()


def test_note_whose_marker_an_extractor_glued_to_the_next_sentence_is_tied(read: Read) -> None:
    letter = read(
        "De baan sluit op verzoek van de motie Vorst.1Gelet daarop komt er een nieuwe baan in het noorden.2 Daarna\n"
        "volgt er nog een in het zuiden van het land.\n"
        "\n"
        "1 Kamerstuk 12 345, nr. 6. 2 Kamerstuk 12 345, nr. 7.\n"
    )
    assert notes(letter) == {1: "Kamerstuk 12 345, nr. 6.", 2: "Kamerstuk 12 345, nr. 7."}
    assert [sentence.text for sentence in letter.paragraphs[0].sentences][1].startswith("Gelet daarop")
