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
