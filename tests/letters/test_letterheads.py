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


NARROW = "Het zand dat vorige winter op de dijk is gewaaid,\nligt daar nog altijd en wordt door de beheerder niet\n"
HEAD = (
    "De Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\nOnze referentie\n2019-0000147733\n\n"
    "Uw brief\n3 mei 2019\n\nDatum 11 oktober 2019\nBetreft Zand\n\nGeachte voorzitter,\n\n"
)


@pytest.mark.parametrize(
    "mark",
    [
        "Blad 2 van 4",
        "Blad 2/4",
        "Blad: 2/4",
        "Bladzijde 2",
        "Bladnummer 2",
        "Pagina 2 van 6",
        "Pagina 2/6",
        "Page 2 of 6",
        "p. 2",
        "blz. 2",
        "2/6",
        "2 van 6",
        "- 2 -",
        "Blad\n2 van 4",
        "Blad 3 van 6\nIENW/BSK-2022/118204",
        "IENW/BSK-2022/118204\n\nBlad 3 van 6",
        "Blad 3 van 6 IENW/BSK-2022/118204",
        "Ministerie van Kust en Zee  Blad 3 van 6",
        "Directie Zand\n\nPagina 3 van 6",
    ],
)
def test_page_mark_and_what_stands_with_it_are_furniture(read: Read, mark: str) -> None:
    letter = read(f"{HEAD}{NARROW * 3}opgeruimd voor\n\n{mark}\n\nmei.\n\nIk laat het liggen.\n")
    assert letter.furniture == tuple(" ".join(line.split()) for line in mark.split("\n") if line)
    assert letter.headings == ()
    assert len(letter.paragraphs) == 2
    assert texts(letter)[0].endswith("opgeruimd voor mei.")


@pytest.mark.parametrize(
    "line",
    [
        "Blad 2 van 4 laat zien waar het zand ligt op de dijk.",
        "Het zand ligt waar het hoort, zie de kaart op Blad 2 van 4.",
        "COVID-19",
        "Blad en steel",
    ],
)
def test_text_that_looks_like_a_page_mark_is_none(read: Read, line: str) -> None:
    letter = read(f"{HEAD}{NARROW * 3}opgeruimd.\n\n{line}\n\nIk laat het liggen.\n")
    assert letter.furniture == ()
    assert line in (*texts(letter), *letter.headings)


@pytest.mark.parametrize("heading", ["Datum van inwerkingtreding", "2021-2022", "Directie en toezicht"])
def test_heading_at_the_top_of_a_page_is_no_margin(read: Read, heading: str) -> None:
    letter = read(f"{HEAD}{NARROW * 3}opgeruimd.\n\nPagina 2 van 3\n\n{heading}\n\nIk laat het liggen.\n")
    assert texts(letter)[-1] == "Ik laat het liggen."
    assert heading in (letter.headings + tuple(texts(letter)))


@pytest.mark.parametrize("date_line", ["Datum 11 oktober 2019", "Datum\n11 oktober 2019"])
@pytest.mark.parametrize(
    "margin",
    [
        "Datum\n11 oktober 2019\n\nOnze referentie\n2019-0000147733\n\nPagina {} van 3",
        "Pagina {} van 3\n\nDatum\n11 oktober 2019\n\nOns kenmerk\n2019-0000147733",
        "Datum\n11 oktober 2019\nKenmerk\n2019-0000147733\nUw kenmerk\n173210.04U",
        "Uw brief\n3 mei 2019\n\nDatum\n11 oktober 2019",
        "Datum: 11 oktober 2019\nOnze referentie: 2019-0000147733\nPagina {} van 3",
        "Directie Zand\n\nDatum\n11 oktober 2019\nPagina {} van 3",
    ],
)
def test_margin_with_the_date_on_each_page_is_furniture(read: Read, margin: str, date_line: str) -> None:
    head = HEAD.replace("Datum 11 oktober 2019", date_line)
    letter = read(
        f"{head}Zand\n\n{NARROW * 3}opgeruimd voor\n\n{margin.format(2)}\n\nmei.\n\nIk laat het liggen.\n\n"
        f"{margin.format(3)}\n\nStrand\n\n{NARROW}opgeruimd.\n"
    )
    assert [paragraph.heading for paragraph in letter.paragraphs] == ["Zand", "Zand", "Strand"]
    assert texts(letter)[0].endswith("opgeruimd voor mei.")
    assert texts(letter)[1] == "Ik laat het liggen."
    assert letter.date == date(2019, 10, 11)


def test_date_of_a_forwarded_letter_is_no_margin(read: Read) -> None:
    letter = read(
        f"{HEAD}{NARROW}opgeruimd.\n\nDe minister van Kust en Zee,\n\nA.B. Zandstra\n\nPagina 2 van 3\n\n"
        f"Datum\n8 oktober 2019\n\nDe Voorzitter van de Eerste Kamer\n\nIk laat het zand liggen.\n"
    )
    assert [part.date for part in letter.parts] == [date(2019, 10, 11), date(2019, 10, 8)]


FOOT = "\n\n1 Zie het jaarverslag.\n\nPagina 1 van 2\n\nOnze referentie\n1338204\n\n"


@pytest.mark.parametrize("foot", [FOOT, FOOT.replace("\n1 Zie het jaarverslag.\n", "")])
def test_new_paragraph_at_the_top_of_a_page_is_apart_though_the_line_above_is_full(read: Read, foot: str) -> None:
    full = "Het zand dat er ligt, ruimt de beheerder niet eerder op dan in het late voorjaar."
    letter = read(f"{HEAD}Er is zand.1\n\n{WIDE * 3}opgeruimd.\n{full}{foot}Ik laat het liggen, zoals u vroeg.\n")
    assert texts(letter)[-1] == "Ik laat het liggen, zoals u vroeg."
    assert len(letter.paragraphs) == 3


@pytest.mark.parametrize("foot", [FOOT, FOOT.replace("\n1 Zie het jaarverslag.\n", ""), "\n\n\f"])
@pytest.mark.parametrize("above", ["", WIDE])
def test_sentence_that_runs_over_the_page_before_a_capital_is_one(read: Read, above: str, foot: str) -> None:
    last = "Het zand dat vorige winter op de dijk is gewaaid, ligt daar nog altijd en wordt vooral door het"
    letter = read(
        f"{HEAD}Er is zand.1\n\n{WIDE * 3}opgeruimd.\n\n{above}{last}{foot}Hoogheemraadschap bewaakt, dat het"
        " opruimt zodra het daarvoor de tijd en de mensen heeft, wat het nu\nniet heeft.\n"
    )
    assert "wordt vooral door het Hoogheemraadschap bewaakt" in texts(letter)[-1]
    assert letter.headings == ()


@pytest.mark.parametrize(
    "lines",
    [
        "Eerste Kamer der Staten-Generaal\nt.a.v. de voorzitter",
        "Tweede Kamer\nder Staten-Generaal\nT.a.v. de Voorzitter",
        "Aan: de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Aan: Tweede Kamer der Staten-Generaal",
        "Aan de Tweede Kamer der Staten-Generaal\nt.a.v. de voorzitter",
        "Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De leden van de Tweede Kamer der Staten-Generaal",
        "De leden van de vaste commissie voor Volksgezondheid, Welzijn en Sport",
    ],
)
@pytest.mark.parametrize("salutation", ["Geachte voorzitter,\n\n", ""])
def test_addressee_is_known_however_it_is_put(read: Read, lines: str, salutation: str) -> None:
    letter = read(f"{lines}\nPostbus 20018\n2500 EA DEN HAAG\n\nDatum 7 mei 2024\n\n{salutation}{WIDE}opgeruimd.\n")
    assert letter.addressee == " ".join(lines.split("\n"))
    assert letter.kind == "letter"


@pytest.mark.parametrize("address", ["Postbus 20018\n2500 EA Den Haag", "Prinses Irenestraat 6\n2595 BD Den Haag"])
def test_chamber_above_its_address_is_the_addressee(read: Read, address: str) -> None:
    letter = read(f"Tweede Kamer der Staten-Generaal\n{address}\n\nDatum 7 mei 2024\n\n{WIDE}opgeruimd.\n")
    assert letter.addressee == "Tweede Kamer der Staten-Generaal"


def test_chamber_above_a_papers_number_is_no_addressee(read: Read) -> None:
    letter = read(f"Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2022–2023\n\n{WIDE}opgeruimd.\n")
    assert (letter.addressee, letter.kind) == (None, None)
