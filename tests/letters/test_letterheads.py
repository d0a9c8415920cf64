"""Letterheads, page furniture and headings that were once misread, in invented letters."""

from datetime import date

import pytest

from rag.letters import Letter
from tests.letters.conftest import Read

SIDEBAR = """\
Ministerie van Kust en Zee

> Retouradres Postbus 20900 2500 EX Den Haag

De Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 20018
2500 EA  DEN HAAG

Directoraat-Generaal Zand en Water
Directie Stranden

Kenmerk
KZ-2024/8811

Uw brief
3 maart 2024

Datum 7 mei 2024
Betreft Zand op de dijk

Geachte voorzitter,

Het zand ligt op de dijk. Ik laat het liggen.

Hoogachtend,

de minister van Kust en Zee,



A.B. Zandstra
"""


def texts(letter: Letter) -> list[str]:
    return [paragraph.text for paragraph in letter.paragraphs]


def test_addressee_above_a_directorate_is_no_signature(read: Read) -> None:
    letter = read(SIDEBAR)
    assert letter.addressee == "De Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert letter.signatory == "de minister van Kust en Zee, A.B. Zandstra"
    assert letter.subject == "Zand op de dijk"
    assert texts(letter) == ["Het zand ligt op de dijk. Ik laat het liggen."]
    assert letter.headings == ()


def test_addressee_without_a_salutation_is_no_signature_either(read: Read) -> None:
    letter = read(SIDEBAR.replace("Geachte voorzitter,\n\n", ""))
    assert letter.addressee == "De Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert letter.signatory == "de minister van Kust en Zee, A.B. Zandstra"


@pytest.mark.parametrize(
    "line", ["Datum 7 mei 2024", "Datum: 7 mei 2024", "Datum\n7 mei 2024", "Den Haag, 7 mei 2024", "Zwolle, 7 mei 2024"]
)
def test_date_of_the_letter_that_is_answered_is_not_its_own(read: Read, line: str) -> None:
    assert read(SIDEBAR.replace("Datum 7 mei 2024", line)).date == date(2024, 5, 7)


@pytest.mark.parametrize(
    "label", ["Uw brief", "Uw brief van", "Uw kenmerk", "Uw bericht van", "Datum uw brief", "Uw brief (kenmerk)"]
)
def test_date_under_your_letter_is_none_at_all(read: Read, label: str) -> None:
    text = SIDEBAR.replace("Datum 7 mei 2024\n", "").replace("Uw brief\n", f"{label}\n")
    assert read(text).date is None


@pytest.mark.parametrize("stamp", ["Vastgesteld 9 mei 2024", "Ontvangen 9 mei 2024", "Ingediend 9 mei 2024"])
def test_stamp_of_the_chamber_is_not_the_letters_date(read: Read, stamp: str) -> None:
    letter = read(
        f"Nr. 4 BRIEF VAN DE MINISTER VAN KUST EN ZEE\n\n{stamp}\n\nAan de Voorzitter van de Tweede Kamer\n\n"
        "Den Haag, 7 mei 2024\n\nHet zand ligt op de dijk.\n"
    )
    assert letter.date == date(2024, 5, 7)
    assert stamp in letter.letterhead


def test_number_of_an_eerste_kamer_paper_is_no_part_of_its_title(read: Read) -> None:
    letter = read(
        "36 200 Zand\nC BRIEF VAN DE MINISTER VAN KUST EN ZEE\nAan de Voorzitter van de Eerste Kamer\n"
        "Den Haag, 7 mei 2024\nHet zand ligt op de dijk.\n"
    )
    assert (letter.title, letter.number) == ("BRIEF VAN DE MINISTER VAN KUST EN ZEE", "C")


@pytest.mark.parametrize("heading", ["1. Wat is het plan?", "2.1 Hoe gaat het verder?"])
def test_numbered_question_right_above_its_text_is_a_heading(read: Read, heading: str) -> None:
    letter = read(f"Geachte voorzitter,\n\nHet zand ligt op de dijk.\n\n{heading}\nIk laat het liggen.\n")
    assert letter.headings == (heading,)
    assert texts(letter) == ["Het zand ligt op de dijk.", "Ik laat het liggen."]


def test_numbered_questions_under_one_another_are_no_headings(read: Read) -> None:
    letter = read("Geachte voorzitter,\n\nTwee vragen:\n\n1. Waar ligt het?\n2. Wie ruimt het op?\n\nIk ruim.\n")
    assert letter.headings == ()


WIDE = "Het zand dat vorige winter op de dijk is gewaaid, ligt daar nog altijd en wordt door de beheerder niet\n"


def test_reference_printed_once_on_a_follow_on_page_is_furniture(read: Read) -> None:
    letter = read(f"Geachte heer,\n\n{WIDE * 3}opgeruimd voor\n\nPagina 2 van 2\n\nKenmerk\nKZ-2024/8811\n\nmei.\n")
    assert letter.furniture == ("Pagina 2 van 2", "Kenmerk", "KZ-2024/8811")
    assert texts(letter)[0].endswith("opgeruimd voor mei.")


def test_page_numbers_in_mid_sentence_are_known_by_their_series(read: Read) -> None:
    page = WIDE * 10
    letter = read(f"Geachte voorzitter,\n\n{page}opgeruimd\n1\nvoor mei.\n{page}opgeruimd\n2\nvoor juni.\n")
    assert letter.furniture == ("1", "2")
    assert "opgeruimd voor mei." in texts(letter)[0]


def test_lone_numbers_close_together_are_no_page_numbers(read: Read) -> None:
    letter = read(f"Geachte voorzitter,\n\n{WIDE}opgeruimd\n1\nkeer voor mei en\n2\nkeer voor juni.\n")
    assert letter.furniture == ()


@pytest.mark.parametrize("heading", ["Beste beschikbare technieken", "Beste praktijken in het buitenland"])
def test_a_heading_that_begins_like_a_salutation_is_none(read: Read, heading: str) -> None:
    prose = "De duinen langs de kust worden elk jaar iets smaller.", "Het zand wordt daarom ieder voorjaar aangevuld."
    letter = read("\n\n".join(["Aan de Voorzitter van de Tweede Kamer", *prose, heading, "Het werk begint nu.\n"]))
    assert texts(letter) == [*prose, "Het werk begint nu."]


@pytest.mark.parametrize("salutation", ["Beste voorzitter", "Beste mevrouw Zand,", "Beste collega’s,", "Beste Anna,"])
def test_an_informal_salutation_closes_the_head(read: Read, salutation: str) -> None:
    letter = read(f"Ministerie van Kust en Zee\n\nOver het zand\n\n{salutation}\n\nHet zand ligt op de dijk.\n")
    assert texts(letter) == ["Het zand ligt op de dijk."]


@pytest.mark.parametrize("line", ["www.rijksoverheid.nl", "E info@kustenzee.nl", "https://www.kustenzee.nl/strand"])
def test_an_address_on_the_web_belongs_to_the_letterhead(read: Read, line: str) -> None:
    letter = read(f"Ministerie van Kust en Zee\n{line}\n\nHet zand ligt al jaren op de hoge dijk bij Zee.\n")
    assert texts(letter) == ["Het zand ligt al jaren op de hoge dijk bij Zee."]
    assert letter.headings == ()
