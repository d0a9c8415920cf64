"""A list's items and a table's rows are sentences of one paragraph, whatever drew them."""

import pytest

from rag.letters import Letter, Voice
from tests.letters.conftest import Read


def sentences(letter: Letter) -> list[list[str]]:
    """The sentences of each paragraph."""
    return [[sentence.text for sentence in paragraph.sentences] for paragraph in letter.paragraphs]


LEAD = "Voor de sluizen neem ik drie maatregelen:"
AFTER = "De sluizen blijven dit jaar open."


@pytest.mark.parametrize(
    "items",
    [
        [
            "– er komt een noodpomp bij Wilsum;",
            "– de provincie – zoals bekend – betaalt mee; en",
            "– ik stel een baas aan.",
        ],
        ["– Wilsum: van 12 naar 9", "– Zalk: van 8 naar 3", "– overige: geen"],
        ["a. er komt een noodpomp;", "b. de Raad voor de Sluizen telt schepen;", "c. ik stel een baas aan."],
        ["a) Er komt een noodpomp.", "b) De Raad voor de Sluizen telt schepen.", "c) Ik stel een baas aan."],
    ],
)
def test_items_are_sentences_of_the_paragraph_and_view_of_its_opening(read: Read, items: list[str]) -> None:
    letter = read("\n".join([LEAD, *items]) + f"\n\n{AFTER}\n")
    assert sentences(letter) == [[LEAD, *items], [AFTER]]
    assert {sentence.voice for sentence in letter.paragraphs[0].sentences} == {Voice.CABINET}


def test_item_that_states_another_s_view_is_that_ones(read: Read) -> None:
    letter = read("Ik kreeg reacties:\n– volgens de Schippersbond is de sluis te smal;\n– ik wacht nog op andere.\n")
    assert [one.voice for one in letter.paragraphs[0].sentences] == [Voice.CABINET, Voice.THIRD_PARTY, Voice.CABINET]


def test_bullets_under_what_another_says_are_its_view(read: Read) -> None:
    letter = read("Volgens de Schippersbond is dit nodig:\n• een noodpomp\n• een tweede kolk\n")
    assert [one.voice for one in letter.paragraphs[0].sentences] == [Voice.THIRD_PARTY] * 3


@pytest.mark.parametrize(
    "items",
    [
        ["1. De sluis is te smal.", "2. De pomp is te oud.", "3. De kade verzakt."],
        ["- de sluis", "- de pomp", "- de kade"],
    ],
)
def test_list_under_a_blank_line_is_one_paragraph_with_what_opens_it(read: Read, items: list[str]) -> None:
    listed = "\n".join(items)
    letter = read(f"De raad trekt drie conclusies:\n\n{listed}\n\nReactie\n\n{AFTER}\n")
    assert sentences(letter) == [["De raad trekt drie conclusies:", *items], [AFTER]]


def test_numbered_heading_under_a_colon_stays_a_heading(read: Read) -> None:
    letter = read(f"Deze brief gaat over twee zaken:\n\n1. De sluis\n\n{AFTER}\n\n2. De pomp\n\nDe pomp is oud.\n")
    assert letter.headings == ("1. De sluis", "2. De pomp")


def test_aside_at_the_head_of_a_cut_line_is_no_item(read: Read) -> None:
    letter = read(
        "De provincie heeft in het afgelopen jaar samen met de schippers van de vijf sluizen\n"
        "– die van Wilsum daargelaten – een plan gemaakt voor de pompen en voor de kaden van\n"
        "de rivier, waarin ook de bewoners van de oevers en de vissers een plaats hebben.\n"
    )
    assert len(letter.paragraphs[0].sentences) == 1


TABLES = {
    "dashes": ["Sluis – schepen – budget", "Wilsum – 112 – € 1,2 miljoen", "Zalk – 240 – € 2,6 miljoen"],
    "tabs": ["Sluis\tSchepen\tDiepte (m)", "Wilsum\t34\t190", "Zalk\t21\t118", "Overige\t19\t97"],
    "bars": ["| Stap | Wanneer |", "| Telling | eind 2026 |"],
    "words": ["Sluis – beheerder", "Wilsum – provincie", "Zalk – waterschap"],
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_rows_of_a_table_are_sentences_of_one_paragraph_and_no_headings(read: Read, rows: list[str]) -> None:
    letter = read("Ik schrijf u over water.\n\nSluizen\n\nDe stand is bekend.\n\n" + "\n".join(rows) + f"\n\n{AFTER}\n")
    shown = [" ".join(row.split()) for row in rows]
    assert sentences(letter) == [["Ik schrijf u over water."], ["De stand is bekend."], shown, [AFTER]]
    assert letter.headings == ("Sluizen",)
    assert {paragraph.heading for paragraph in letter.paragraphs[1:]} == {"Sluizen"}


def test_table_stands_with_its_caption_and_one_under_a_colon_with_the_words_that_open_it(read: Read) -> None:
    rows = TABLES["dashes"]
    captioned = read("De stand is bekend.\n\nTabel 2. Sluizen\n\n" + "\n".join(rows) + f"\n\n{AFTER}\n")
    assert sentences(captioned)[1] == ["Tabel 2. Sluizen", *rows]
    opened = read("De stand is als volgt:\n\n" + "\n".join(rows) + f"\n\n{AFTER}\n")
    assert sentences(opened) == [["De stand is als volgt:", *rows], [AFTER]]


def test_two_headings_over_a_text_stay_headings(read: Read) -> None:
    letter = read(f"1. Sluizen\n1.1 Pompen\n{AFTER}\n\n2. Kaden\n\nDe kade verzakt.\n")
    assert letter.headings == ("1. Sluizen", "1.1 Pompen", "2. Kaden")


def test_items_with_labels_are_sentences_of_their_own(read: Read) -> None:
    items = ["- mei 2027: besluit over de kolk;", "- juni 2028: begin van de bouw;", "- 2030: opening."]
    letter = read("\n".join(["De planning is als volgt:", *items]) + f"\n\n{AFTER}\n")
    assert sentences(letter) == [["De planning is als volgt:", *items], [AFTER]]


LONG = [
    "De sluis bij Wilsum is te smal voor de schepen die er sinds de verbreding\n"
    "van het kanaal varen. De provincie wil een tweede kolk, maar die is\n"
    "kostbaar. Het Rijk betaalt er niet aan mee, ook niet als de schippers een\n"
    "deel van de kosten dragen.",
    "De pomp bij Zalk is te oud om een zomer met veel regen nog aan te kunnen.\n"
    "De beheerder heeft in het voorjaar een nieuwe besteld, die later komt\n"
    "dan was afgesproken. Tot die tijd staat er een noodpomp naast de\n"
    "oude, die het water bij storm uit de polder houdt.",
]
FLOW = (
    "De sluizen liggen in een kanaal dat vorige eeuw is gegraven en dat nu door\n"
    "veel meer schepen wordt bevaren dan waarvoor het ooit is bedoeld geweest.\n"
)


def test_long_bullets_that_nothing_opens_are_paragraphs_of_their_own(read: Read) -> None:
    letter = read(f"{FLOW}De stand\n• {LONG[0]}\n• {LONG[1]}\n")
    assert [paragraph.text[:14] for paragraph in letter.paragraphs] == [
        "De sluizen lig",
        "• De sluis bij",
        "• De pomp bij ",
    ]


def test_long_items_under_a_colon_stay_with_it_and_begin_sentences(read: Read) -> None:
    letter = read(f"{FLOW}Daarom adviseert de raad:\n1. {LONG[0]}\n2. {LONG[1]}\n")
    [paragraph] = [one for one in letter.paragraphs if "adviseert" in one.text]
    found = [sentence.text for sentence in paragraph.sentences]
    assert "Daarom adviseert de raad:" in found
    assert [text[:10] for text in found if text[0].isdigit()] == ["1. De slui", "2. De pomp"]


def test_number_behind_a_colon_ends_no_sentence(read: Read) -> None:
    letter = read("Er zijn twee wegen: 1. Wachten op de pomp; 2. Zelf een pomp kopen. Ik kies de eerste.\n")
    assert [len(paragraph.sentences) for paragraph in letter.paragraphs] == [2]
