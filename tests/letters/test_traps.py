"""The traps of domain.md §7, one by one, in invented text."""

import pytest

from rag.letters import Letter, split_sentences
from rag.letters.dates import find_date
from rag.letters.readers.lines import Line
from rag.letters.repair import Hyphens, join_lines
from tests.letters.conftest import Read

# Long enough that a page's first line, which begins with a space, is an exception in its file.
FILLER = "".join(
    f"De gemeente {name} werkt aan een plan voor de haven en de kade en het strand van\n"
    "de stad, waarin ook de bewoners en de bedrijven een plaats hebben en worden\ngehoord.\n\n"
    for name in ("Aardam", "Bergdorp", "Centrum", "Duinstad", "Eikveld", "Fort")
)


def texts(letter: Letter) -> list[str]:
    return [paragraph.text for paragraph in letter.paragraphs]


def notes(letter: Letter) -> list[tuple[int, int, str | None, str]]:
    """Paragraph, number, text and the word before the marker of each footnote."""
    return [
        (p.number, n.number, n.text, p.text[: n.marker].rsplit(" ", 1)[-1])
        for p in letter.paragraphs
        for n in p.footnotes
    ]


def test_trap_01_leading_space_starts_a_page(read: Read) -> None:
    letter = read(FILLER + " De nieuwe bladzijde begint met een eigen alinea die lang genoeg is om te\nlezen.\n")
    assert len(letter.paragraphs) == 7


@pytest.mark.parametrize("page", ["\n\f", "\f", "\n "])
def test_trap_02_paragraph_that_runs_over_a_page_is_one(read: Read, page: str) -> None:
    letter = read(
        FILLER + f"De haven van de stad is in de afgelopen jaren sterk gegroeid, waardoor de{page}kade te klein is.\n"
    )
    assert texts(letter)[-1].endswith("waardoor de kade te klein is.")


def test_trap_03_note_in_mid_sentence_does_not_cut_the_paragraph(read: Read) -> None:
    letter = read(
        FILLER + "De haven van de stad is in de afgelopen jaren sterk gegroeid.1 Daardoor is de\n\n"
        "1 Zie het jaarverslag.\n kade te klein geworden.\n"
    )
    assert texts(letter)[-1].endswith("gegroeid. Daardoor is de kade te klein geworden.")
    assert notes(letter) == [(7, 1, "Zie het jaarverslag.", "gegroeid.")]


def test_trap_04_note_is_tied_to_its_marker_not_to_its_place(read: Read) -> None:
    letter = read(
        FILLER
        + "Haven\n\nDe haven is sterk gegroeid.1\n\nKade\n\nDe kade is daardoor te klein.\n\n1 Zie het jaarverslag.\n"
    )
    assert notes(letter) == [(7, 1, "Zie het jaarverslag.", "gegroeid.")]
    assert letter.paragraphs[6].heading == "Haven"


def test_trap_05_blank_line_within_a_note_does_not_end_it(read: Read) -> None:
    letter = read(
        FILLER
        + "De haven is sterk gegroeid.1\n\n1 Vanwege het ontbreken van cijfers over de jaren daarvoor, zoals de\n\n"
        "Havenmonitor, is dit een schatting.\n Op de volgende bladzijde gaat de brief verder met een nieuwe alinea.\n"
    )
    assert notes(letter) == [
        (
            7,
            1,
            "Vanwege het ontbreken van cijfers over de jaren daarvoor, zoals de Havenmonitor, is dit een schatting.",
            "gegroeid.",
        )
    ]


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ("op 10 maart 20201.", "op 10 maart 2020."),
        ("in het fiche van 25 oktober 20181, dat", "in het fiche van 25 oktober 2018, dat"),
        ("het rapport «Goed gezien»1 van", "het rapport «Goed gezien» van"),
        ("de dienst (IND)1, die", "de dienst (IND), die"),
        ("de haven.1", "de haven."),
        ("de haven. 1", "de haven."),
        ("de haven[1] is", "de haven is"),
        ("de haven¹ is", "de haven is"),
        ("de haven1 is", "de haven is"),
        ("de haven te veel?1)", "de haven te veel?"),
    ],
)
def test_trap_06_glued_marker_is_taken_out(read: Read, marked: str, kept: str) -> None:
    letter = read(f"Dit staat er over {marked}\n\n1 Kamerstukken II 2019/20, 19 637, nr. 2563.\n")
    assert texts(letter) == [f"Dit staat er over {kept}"]
    assert [note.number for note in letter.paragraphs[0].footnotes] == [1]


def test_trap_06_two_markers_at_once_are_two_notes(read: Read) -> None:
    letter = read("De haven groeit.1 2 Het is er druk.\n\n1 Zie nr. 10.\n2 Zie nr. 11.\n")
    assert texts(letter) == ["De haven groeit. Het is er druk."]
    assert [number for _, number, _, _ in notes(letter)] == [1, 2]


@pytest.mark.parametrize(
    "number", ["1951", "in 1967", "27 lidstaten", "artikel 78", "CO2", "de A12", "40 m2", "(3)", "1.200 meter"]
)
def test_trap_06_other_numbers_stay(read: Read, number: str) -> None:
    sentence = f"Dit gaat over {number} en over niets anders."
    letter = read(f"{sentence} Er is een noot.1\n\n1 Zie nr. 10.\n")
    assert texts(letter) == [f"{sentence} Er is een noot."]


def test_trap_07_wrapped_line_that_begins_with_a_number_is_text(read: Read) -> None:
    letter = read(
        FILLER + "Er is een noot.1 Het verdrag waarover deze brief gaat is getekend in het jaar\n"
        "1951 is lang geleden, en sindsdien zijn er veel nieuwe staten bijgekomen, te weten\n"
        "27 Europese lidstaten.\n\n1 Zie nr. 10.\n"
    )
    assert "het jaar 1951 is lang geleden" in texts(letter)[-1]
    assert texts(letter)[-1].endswith("te weten 27 Europese lidstaten.")


def test_trap_08_marker_without_a_note_is_reported_not_invented(read: Read) -> None:
    letter = read("De haven groeit.1 Het is er druk.2\n\n2 Zie nr. 11.\n")
    assert letter.problems == ("Footnote 1 has a marker in §1 but no text in the file.",)
    assert [note.text for note in letter.paragraphs[0].footnotes] == [None, "Zie nr. 11."]


def test_trap_08_note_without_a_marker_is_kept_and_reported(read: Read) -> None:
    letter = read("De haven groeit.1 Het is er druk.\n\n1 Zie nr. 10.\n2 Zie nr. 11.\n")
    assert letter.problems == ("Footnote 2 has text but no marker in the letter.",)
    assert letter.loose_notes == ("2 Zie nr. 11.",)
    assert "11" not in texts(letter)[0]


def joined(*lines: str, text: str = "", real: bool = False) -> str:
    printed = [Line(number=n, text=line, hyphen_is_real=real) for n, line in enumerate(lines, start=1)]
    return join_lines(printed, Hyphens([*printed, Line(number=0, text=text)]))


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("het vluchtelin-", "genvraagstuk", "het vluchtelingenvraagstuk"),
        ("de Dublin-", "verordening", "de Dublinverordening"),
        ("de Staten-", "Generaal", "de Staten-Generaal"),
        ("een WIA-", "uitkering", "een WIA-uitkering"),
        ("het CO2-", "gehalte", "het CO2-gehalte"),
        ("van in-", "en doorreis", "van in- en doorreis"),
        ("de niet-", "naleving", "de niet-naleving"),
        ("een lange weg –", "zoals bekend", "een lange weg – zoals bekend"),
        ("het vluchtelin\u00ad", "genvraagstuk", "het vluchtelingenvraagstuk"),
    ],
)
def test_trap_09_hyphen_at_a_line_end(left: str, right: str, whole: str) -> None:
    assert joined(left, right) == whole


def test_trap_09_form_known_in_the_text_decides_on_a_hyphen() -> None:
    assert joined("een pull-", "factor") == "een pullfactor"
    assert joined("een pull-", "factor", text="deze pull-factor is bekend") == "een pull-factor"


def test_trap_09_hyphen_that_the_layout_shows_as_real_keeps_its_space() -> None:
    assert joined("de Unie in-", "doorreist", real=True) == "de Unie in- doorreist"


@pytest.mark.parametrize(
    "line",
    [
        "kst-29515-496",
        "ISSN 0921 - 7371",
        "’s-Gravenhage 2025",
        "Tweede Kamer, vergaderjaar 2024–2025, 29 515, nr. 496",
        "Tweede Kamer, vergaderjaar 2024–2025, 29 515, nr. 496 3",
        "ah-tk-20232024-1314",
        "Pagina 2 van 7",
        "P agina 2 van 7",
        "- 4 -",
    ],
)
def test_trap_10_page_furniture_is_no_text(read: Read, line: str) -> None:
    letter = read(f"De haven van de stad is sterk gegroeid, waardoor de\n{line}\nkade te klein is.\n")
    assert texts(letter) == ["De haven van de stad is sterk gegroeid, waardoor de kade te klein is."]
    assert letter.furniture == (line,)


def test_trap_10_page_number_alone_is_furniture_and_a_question_label_is_not(read: Read) -> None:
    letter = read(
        "Vraag\nGroeit zij?\n\nAntwoord\nJa.\n\n3\n\nVraag\nHoe?\n\nAntwoord\nSnel.\n\nVraag\nNu?\n\nAntwoord\nJa.\n"
    )
    assert letter.furniture == ("3",)
    assert letter.headings == ("Vraag", "Antwoord") * 3


def test_trap_11_typography_is_kept(read: Read) -> None:
    sentence = "De regio’s – zoals «Oost» – zijn één geheel, met ïnnige « banden », “nu” en ‘later’."
    assert texts(read(sentence + "\n")) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit schreven mr. J.P.H. Donner en mr. dr. M. den Heijer.",
        "De heer A. Jansen c.s. wil dat, d.w.z. dhr. Jansen zelf.",
        "Zie Kamerstukken II 2019/20, 19 637, nr. 2563, p. 3.",
        "Zie http://www.voorbeeld.nl/begroting,kst264845_17.html.",
        "Hij zei «dat kan. Dat moet.» en ging.",
        "Het verdrag (EVRM), het Handvest e.d. gelden ook hier.",
    ],
)
def test_trap_12_abbreviation_does_not_end_a_sentence(sentence: str) -> None:
    text = f"{sentence} En verder."
    assert [text[start:end] for start, end in split_sentences(text)] == [sentence, "En verder."]


@pytest.mark.parametrize(
    "sentence",
    [
        "De meeste havens bieden dat al.",
        "De haven ligt vol.",
        "Dat volgt uit artikel 46, vierde lid.",
        "Zo schreef de schipper, Jan.",
        "Dat is state of the art.",
        "De kade krijgt een plus of een min.",
        "Dit is hoe ik het zie.",
    ],
)
def test_word_that_can_be_an_abbreviation_ends_a_sentence(sentence: str) -> None:
    text = f"{sentence} Het kabinet wil meer."
    assert [text[start:end] for start, end in split_sentences(text)] == [sentence, "Het kabinet wil meer."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Zeeman et al. (2019) noemt de kade smal.",
        "Volgens Zeeman et al. Kade en haven (2019) is de kade smal.",
        "Zie Havenblad, vol. 12, en tab. 4.",
        "Zie lid. 3 en art. 5 van de Havenwet, en art. IV van de Kadewet.",
        "Op 3 jan. 2020 en in okt. 2021 stond de kade blank.",
        "De kade (no. 14) bleef met min. 3 meter droog.",
    ],
)
def test_abbreviation_that_can_be_a_word_ends_no_sentence_before_a_number(sentence: str) -> None:
    text = f"{sentence} Het kabinet wil meer."
    assert [text[start:end] for start, end in split_sentences(text)] == [sentence, "Het kabinet wil meer."]


def test_trap_13_title_over_two_lines_is_one_and_both_signatures_count(read: Read) -> None:
    signature = "De Minister van Visserij,\nA. Zeeman\n"
    letter = read(
        f"Hierbij stuur ik u een afschrift van mijn brief.\n\n{signature}BRIEF VAN DE MINISTER VAN\nVISSERIJ\n\n"
        f"Aan de Voorzitter van de Tweede Kamer\n\nDe haring is terug in de zee.\n\n{signature}"
    )
    assert letter.title == "BRIEF VAN DE MINISTER VAN VISSERIJ"
    assert [part.signatory for part in letter.parts] == ["De Minister van Visserij, A. Zeeman"] * 2


def test_trap_14_addressee_and_dateline_are_no_headings(read: Read) -> None:
    letter = read(
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 juli 2020\n\nKern\n\nDe haring is"
        " terug.\n"
    )
    assert letter.headings == ("Kern",)


def test_trap_16_typing_errors_of_the_source_stay(read: Read) -> None:
    sentence = "Dit geldt zonder aanziens des persoons, danwel bij niet naleving door het Kabinet met haar inzet."
    assert texts(read(sentence + "\n")) == [sentence]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Den Haag, 3 juli 2020", "2020-07-03"),
        ("10 maart 20201", "2020-03-10"),
        ("Datum 14 Maart 2024", "2024-03-14"),
        ("31-12-2021", "2021-12-31"),
        ("30 februari 2021, later 1 maart 2021", "2021-03-01"),
        ("July 2020", None),
        ("3 July 2020", "2020-07-03"),
    ],
)
def test_date_is_found_day_first(text: str, iso: str | None) -> None:
    found = find_date(text)
    assert (found.isoformat() if found else None) == iso
