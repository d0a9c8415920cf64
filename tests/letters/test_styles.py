"""Letters in other styles than the seed's: what each layout must yield."""

from datetime import date

from rag.letters import Letter, PartName, Voice
from tests.letters.conftest import Read


def texts(letter: Letter) -> list[str]:
    return [paragraph.text for paragraph in letter.paragraphs]


def headings(letter: Letter) -> list[str | None]:
    return [paragraph.heading for paragraph in letter.paragraphs]


TYPED = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 12 mei 2023
Onderwerp: Voortgang van de veerdiensten in Zeeland
Geachte voorzitter,
Met deze brief informeer ik u over de veerdiensten. Het aantal reizigers nam in 2022 toe tot 1,2 miljoen, meer dan ooit.
Stand van zaken
De provincie heeft in maart een vergunning verleend aan de vervoerder. De dienstregeling ligt vast tot en met 2030.
Ik vind het belangrijk dat ook scholieren op tijd kunnen oversteken.
Vervolg
In het najaar stuur ik u de evaluatie.
De Minister van Infrastructuur en Waterstaat,
K. de Graaf
"""


def test_typed_text_with_a_paragraph_a_line_keeps_each_line_apart(read: Read) -> None:
    letter = read(TYPED)
    assert [text[:20] for text in texts(letter)] == [
        "Met deze brief infor",
        "De provincie heeft i",
        "Ik vind het belangri",
        "In het najaar stuur ",
    ]
    assert headings(letter) == [None, "Stand van zaken", "Stand van zaken", "Vervolg"]


def test_typed_head_and_signature_become_metadata(read: Read) -> None:
    letter = read(TYPED)
    assert letter.addressee == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert letter.date == date(2023, 5, 12)
    assert letter.subject == "Voortgang van de veerdiensten in Zeeland"
    assert letter.name == "Voortgang van de veerdiensten in Zeeland"
    assert letter.kind == "letter"
    assert letter.signatory == "De Minister van Infrastructuur en Waterstaat, K. de Graaf"
    assert letter.parts[-1].head[-1] == "Geachte voorzitter,"
    assert letter.parts[-1].signature == ("De Minister van Infrastructuur en Waterstaat,", "K. de Graaf")


def test_windows_line_ends_codepage_and_tabs_change_nothing(read: Read) -> None:
    plain = read(TYPED.replace("scholieren", "reizigers uit België"))
    other = read(TYPED.replace("scholieren", "reizigers\tuit  België").replace("\n", "\r\n"), encoding="cp1252")
    assert texts(plain) == texts(other)
    assert plain.parts == other.parts


def test_utf16_and_a_byte_order_mark_are_read(read: Read) -> None:
    assert texts(read(TYPED)) == texts(read(TYPED, encoding="utf-16")) == texts(read(TYPED, encoding="utf-8-sig"))


SPACED = """\
Brief van de minister over de zorg op de eilanden

Den Haag, 4 maart 2022

Hierbij bied ik u het rapport van de commissie Zeewind aan. De commissie onderzocht
de zorg op de Waddeneilanden.

Bevindingen van de commissie
De zorg op de eilanden is kwetsbaar, omdat er te weinig huisartsen zijn die er
willen wonen.
Volgens de commissie moet een eiland ten minste twee artsen hebben.

Reactie
Ik neem dit advies over.

1. Inzet van artsen
Vanaf 2023 krijgt elk eiland een tweede arts.

De Minister voor Langdurige Zorg en Sport,

C. Helder
"""


def test_heading_directly_above_its_paragraph_is_a_heading(read: Read) -> None:
    letter = read(SPACED)
    assert letter.headings == ("Bevindingen van de commissie", "Reactie", "1. Inzet van artsen")
    assert texts(letter)[1].startswith("De zorg op de eilanden is kwetsbaar, omdat er te weinig huisartsen zijn")
    assert texts(letter)[1].endswith("twee artsen hebben.")
    assert letter.paragraphs[1].sentences[0].voice is Voice.AUTHORS


def test_title_in_mixed_case_is_the_title(read: Read) -> None:
    letter = read(SPACED)
    assert letter.title == "Brief van de minister over de zorg op de eilanden"
    assert letter.kind == "letter"
    assert letter.date == date(2022, 3, 4)


UNSPACED = """\
Nr. 12 BRIEF VAN DE MINISTER VAN FINANCIËN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 9 januari 2024
Met deze brief geef ik de reactie van het kabinet op het advies van de
Raad voor de Munt over het gebruik van contant geld in winkels.1 Ook ga
ik in op de motie van het lid Verstappen.
Bevindingen van de Raad
De Raad stelt vast dat het aantal betalingen met munten en biljetten in
tien jaar is gehalveerd. Ouderen en mensen zonder telefoon houden er
moeite mee.
De Raad adviseert winkels te verplichten om munten en biljetten aan te
nemen.
1 Raad voor de Munt, Gepast betalen, Utrecht 2023.
kst-36477-12
ISSN 0921 - 7371
’s-Gravenhage 2024
Tweede Kamer, vergaderjaar 2023–2024, 36 477, nr. 12 1
Reactie van het kabinet
Het kabinet deelt de zorg van de Raad. Een plicht voor alle winkels gaat
het kabinet te ver.2 Voor apotheken en loketten van de overheid komt er
wel een plicht.
De Minister van Financiën,
S. van Weyenberg
2 Zie ook Kamerstukken II 2022/23, 27 863, nr. 98.
Tweede Kamer, vergaderjaar 2023–2024, 36 477, nr. 12 2
"""


def test_text_without_blank_lines_is_parted_by_short_lines(read: Read) -> None:
    letter = read(UNSPACED)
    assert [text.rsplit(" ", 2)[-2:] for text in texts(letter)] == [
        ["lid", "Verstappen."],
        ["moeite", "mee."],
        ["te", "nemen."],
        ["een", "plicht."],
    ]
    assert headings(letter) == [None, "Bevindingen van de Raad", "Bevindingen van de Raad", "Reactie van het kabinet"]


def test_text_without_blank_lines_has_its_notes_tied_and_furniture_out(read: Read) -> None:
    letter = read(UNSPACED)
    notes = [(p.number, n.number, n.text, p.text[: n.marker][-7:]) for p in letter.paragraphs for n in p.footnotes]
    assert notes == [
        (1, 1, "Raad voor de Munt, Gepast betalen, Utrecht 2023.", "inkels."),
        (4, 2, "Zie ook Kamerstukken II 2022/23, 27 863, nr. 98.", "te ver."),
    ]
    assert "ISSN 0921 - 7371" in letter.furniture
    assert not letter.problems


MINISTRY = """\
Pagina 1 van 2
Ministerie van
Klimaat en Groen

Turfmarkt 147
2511 DP Den Haag

Ons kenmerk
KGG-2024/118

> Retouradres Postbus 20401 2500 EK Den Haag
De Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Datum 6 juni 2024
Betreft Voortgang van warmtenetten in kleine kernen en stand van zaken rond de
toezegging aan het lid Bakker

Geachte voorzitter,

In deze brief schets ik de voortgang van warmtenetten. Sinds 2022 zijn 31 netten
aangelegd, waarvan het merendeel in kernen met minder dan vijfduizend inwoners en
met een eigen

Ministerie van
Klimaat en Groen

Ons kenmerk
KGG-2024/118
Pagina 2 van 2

bron van warmte.

1. Geld
1.1 Subsidie
De regeling blijft in 2025 open. Ik stel daarvoor € 40 miljoen beschikbaar, dat is
evenveel als in dit jaar.

1.2 Toezicht
De toezichthouder krijgt tien extra inspecteurs.

Hoogachtend,

DE MINISTER VAN KLIMAAT EN GROEN,


mr. S.T.M. Hermans
"""


def test_ministry_layout_joins_a_paragraph_over_the_page(read: Read) -> None:
    letter = read(MINISTRY)
    assert texts(letter)[0].endswith("inwoners en met een eigen bron van warmte.")
    assert headings(letter) == [None, "1.1 Subsidie", "1.2 Toezicht"]
    assert letter.headings == ("1. Geld", "1.1 Subsidie", "1.2 Toezicht")


def test_ministry_layout_gives_subject_date_addressee_and_signatory(read: Read) -> None:
    letter = read(MINISTRY)
    assert letter.subject == (
        "Voortgang van warmtenetten in kleine kernen en stand van zaken rond de toezegging aan het lid Bakker"
    )
    assert letter.date == date(2024, 6, 6)
    assert letter.addressee == "De Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert letter.signatory == "DE MINISTER VAN KLIMAAT EN GROEN, mr. S.T.M. Hermans"


def test_label_columns_give_the_subject_below_the_date(read: Read) -> None:
    letter = read(
        "De voorzitter van de Tweede Kamer\n\nDatum\nBetreft\n\n2 mei 2024\nVergunningen voor zonneparken\n\n"
        "Geachte voorzitter,\n\nHierbij stuur ik u het toegezegde overzicht van de vergunningen.\n"
    )
    assert letter.subject == "Vergunningen voor zonneparken"
    assert letter.date == date(2024, 5, 2)


LISTS = """\
Geachte voorzitter,

Het kabinet kiest voor drie maatregelen:
• een hogere bijdrage voor gemeenten die zelf
huizen bouwen;
• een kortere termijn voor bezwaar;
• een landelijk loket.

Daarnaast gelden deze voorwaarden.

1. De gemeente vraagt de bijdrage aan.
2. De provincie toetst de aanvraag binnen acht weken en laat de uitkomst aan de
gemeente weten.

a) Dit geldt ook voor eilanden.
"""


def test_list_under_its_opening_sentence_is_one_paragraph(read: Read) -> None:
    letter = read(LISTS)
    assert texts(letter)[0] == (
        "Het kabinet kiest voor drie maatregelen: • een hogere bijdrage voor gemeenten die zelf huizen bouwen; "
        "• een kortere termijn voor bezwaar; • een landelijk loket."
    )
    assert texts(letter)[2].startswith("1. De gemeente vraagt de bijdrage aan. 2. De provincie toetst")
    assert texts(letter)[3] == "a) Dit geldt ook voor eilanden."
    assert letter.headings == ()


def test_bullets_on_a_line_of_their_own_stay_with_their_text(read: Read) -> None:
    letter = read("Er zijn twee wegen:\n\n•\n\nDe eerste weg is lang.\n\n•\n\nDe tweede weg is kort.\n")
    assert texts(letter) == ["Er zijn twee wegen:", "• De eerste weg is lang.", "• De tweede weg is kort."]


def test_several_signatories_are_all_named(read: Read) -> None:
    letter = read(
        "Geachte voorzitter,\n\nWij sturen u hierbij het plan voor de wadden.\n\nDe Minister van Visserij,\nA. Zeeman\n"
        "De Staatssecretaris van Natuur,\nB.C. van der Plas-Jansen\n"
    )
    assert letter.signatory == (
        "De Minister van Visserij, A. Zeeman; De Staatssecretaris van Natuur, B.C. van der Plas-Jansen"
    )
    assert len(letter.paragraphs) == 1


def test_name_above_the_office_is_a_signature(read: Read) -> None:
    letter = read(
        "Geachte voorzitter,\n\nHierbij stuur ik u het plan.\n\nHoogachtend,\n\nJan de Boer\nMinister van Visserij\n"
    )
    assert letter.signatory == "Minister van Visserij, Jan de Boer"
    assert texts(letter) == ["Hierbij stuur ik u het plan."]


def test_unknown_office_under_a_closing_formula_still_signs(read: Read) -> None:
    letter = read(
        "Geachte heer Jansen,\n\nUw verzoek is afgewezen.\n\nHoogachtend,\n\nhet college van burgemeester en"
        " wethouders,\n"
        "de gemeentesecretaris\n"
    )
    assert letter.signatory == "het college van burgemeester en wethouders, de gemeentesecretaris"
    assert texts(letter) == ["Uw verzoek is afgewezen."]


FORWARDED = """\
Aan de Voorzitter van de Eerste Kamer der Staten-Generaal

Den Haag, 20 juni 2024

Hierbij stuur ik uw Kamer een afschrift van de brief die ik vandaag aan de Tweede
Kamer heb gezonden.

De Minister van Defensie,
K. Ajax

BRIEF VAN DE MINISTER VAN DEFENSIE

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 19 juni 2024

De marine krijgt twee nieuwe schepen. Het kabinet heeft daartoe besloten in de
ministerraad van vorige week.

De Minister van Defensie,
K. Ajax
"""


def test_forwarded_letter_and_note_keep_their_own_head_and_signature(read: Read) -> None:
    letter = read(FORWARDED)
    note, main = letter.parts
    assert (note.name, note.date, note.addressee) == (
        PartName.COVERING_NOTE,
        date(2024, 6, 20),
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal",
    )
    assert (main.name, main.date, main.signatory) == (
        PartName.LETTER,
        date(2024, 6, 19),
        "De Minister van Defensie, K. Ajax",
    )
    assert [(p.number, p.part) for p in letter.paragraphs] == [(1, PartName.COVERING_NOTE), (2, PartName.LETTER)]
    assert letter.date == date(2024, 6, 19)


def test_annex_under_the_signature_belongs_to_the_letter(read: Read) -> None:
    letter = read(
        "Geachte voorzitter,\n\nHierbij stuur ik u het plan.\n\nDe Minister van Visserij,\nA. Zeeman\n\n"
        "Bijlage: planning\n\nHet plan is in 2026 gereed.\n"
    )
    assert len(letter.parts) == 1
    assert texts(letter) == ["Hierbij stuur ik u het plan.", "Het plan is in 2026 gereed."]
    assert letter.signatory == "De Minister van Visserij, A. Zeeman"


def test_endnotes_are_tied_to_their_markers(read: Read) -> None:
    markers = "".join(f"Maatregel {chr(64 + n)} is uitgevoerd zoals beloofd.[{n}] " for n in range(1, 13))
    notes = "".join(f"[{n}] Kamerstukken II 2023/24, 36 000, nr. {n}.\n" for n in range(1, 13))
    letter = read(f"Geachte voorzitter,\n\n{markers}\n\nDe Minister van Visserij,\nA. Zeeman\n\nNoten\n{notes}")
    paragraph = letter.paragraphs[0]
    assert [note.number for note in paragraph.footnotes] == list(range(1, 13))
    assert paragraph.footnotes[11].text == "Kamerstukken II 2023/24, 36 000, nr. 12."
    assert "[" not in paragraph.text
    assert not letter.problems


def test_letter_without_head_or_signature_is_only_paragraphs(read: Read) -> None:
    letter = read("De dijk is veilig.\n\nHet kabinet blijft de dijk bewaken.\n")
    assert texts(letter) == ["De dijk is veilig.", "Het kabinet blijft de dijk bewaken."]
    assert (letter.title, letter.date, letter.addressee, letter.signatory) == (None, None, None, None)
    assert letter.kind is None
    assert letter.name == "2024-brief"


ANSWERS = """\
Vragen van het lid De Vries (ABC) aan de Minister van Visserij over haring
(ingezonden 3 april 2024).
Antwoord van Minister Zeeman (Visserij) (ontvangen 2 mei 2024).
Vraag 1
Kent u het bericht over de haring?
Antwoord 1
Ja.
Vraag 2
Deelt u de mening dat er te veel haring wordt gevangen? Zo nee, waarom niet?
Antwoord 2
Nee. De vangst blijft binnen de grens die de wetenschap aangeeft, en ik zie geen reden
om daarvan af te wijken.
Vraag 3, 4
Bent u bereid de vangst te stoppen?
Antwoord op vragen 3 en 4
Nee
"""


def test_questions_are_parliaments_and_answers_the_cabinets(read: Read) -> None:
    letter = read(ANSWERS)
    assert [(p.heading, p.voice, p.text.split(".")[0][:26]) for p in letter.paragraphs] == [
        ("Vraag 1", Voice.PARLIAMENT, "Kent u het bericht over de"),
        ("Antwoord 1", Voice.CABINET, "Ja"),
        ("Vraag 2", Voice.PARLIAMENT, "Deelt u de mening dat er t"),
        ("Antwoord 2", Voice.CABINET, "Nee"),
        ("Vraag 3, 4", Voice.PARLIAMENT, "Bent u bereid de vangst te"),
        ("Antwoord op vragen 3 en 4", Voice.CABINET, "Nee"),
    ]


def test_answers_give_title_date_and_who_answered(read: Read) -> None:
    letter = read(ANSWERS)
    assert letter.title == (
        "Vragen van het lid De Vries (ABC) aan de Minister van Visserij over haring (ingezonden 3 april 2024)."
    )
    assert letter.kind == "answers"
    assert letter.date == date(2024, 5, 2)
    assert letter.signatory == "Minister Zeeman (Visserij)"


def test_question_label_within_the_line_still_says_who_asks(read: Read) -> None:
    letter = read("Vraag 1: Kent u het bericht?\n\nAntwoord 1: Ja, dat ken ik.\n\nVraag 2\nWat vindt u ervan?\n")
    assert [p.voice for p in letter.paragraphs] == [Voice.PARLIAMENT, Voice.CABINET, Voice.PARLIAMENT]


ASKING = """\
Kamerbrief over de haring

Aan de Voorzitter van de Tweede Kamer

Wat is er gebeurd?

De haring is verdwenen. Volgens de onderzoekers van het Instituut voor Zeevis is de zee
te warm geworden. Zij vinden dat de vangst moet stoppen.

Gevolgen voor de vissers, hun gezinnen en de dorpen langs de kust van Zeeland en
Holland

Het kabinet vindt dat te ver gaan.
"""


def test_question_and_heading_over_two_lines_are_headings(read: Read) -> None:
    letter = read(ASKING)
    assert letter.headings == (
        "Wat is er gebeurd?",
        "Gevolgen voor de vissers, hun gezinnen en de dorpen langs de kust van Zeeland en Holland",
    )
    assert len(letter.paragraphs) == 2


def test_title_that_names_the_paper_stands_above_the_addressee(read: Read) -> None:
    assert read(ASKING).title == "Kamerbrief over de haring"


def test_pronoun_means_the_advisers_of_the_sentence_before(read: Read) -> None:
    sentences = read(ASKING).paragraphs[0].sentences
    assert [s.voice for s in sentences[1:]] == [Voice.AUTHORS, Voice.AUTHORS]


def test_question_to_the_minister_is_no_heading_without_labels(read: Read) -> None:
    letter = read("Aan de Voorzitter van de Tweede Kamer\n\nKent u het bericht?\n\nJa, dat ken ik.\n")
    assert [p.voice for p in letter.paragraphs] == [Voice.PARLIAMENT, Voice.CABINET]


def test_dossier_and_number_of_a_printed_paper_are_kept(read: Read) -> None:
    letter = read(
        "36 111 Bouwen nabij stations\nNr. 14 BRIEF VAN DE MINISTER VAN WONEN\n"
        "Aan de Voorzitter van de Tweede Kamer\nDen Haag, 8 juni 2023\nHet kabinet bouwt voort.\n"
    )
    assert (letter.dossier, letter.number, letter.subject) == ("36 111", "14", "Bouwen nabij stations")
    assert letter.title == "BRIEF VAN DE MINISTER VAN WONEN"


def test_answer_without_a_label_is_not_given_to_parliament(read: Read) -> None:
    letter = read("Vraag 1\nIs de haring terug?\n\nDe haring is terug.\n\nVraag 2\nWaarom?\n\nAntwoord 2\nDaarom.\n")
    assert [p.voice for p in letter.paragraphs] == [
        Voice.PARLIAMENT,
        Voice.CABINET,
        Voice.PARLIAMENT,
        Voice.CABINET,
    ]


def test_numbers_alone_above_questions_are_their_labels(read: Read) -> None:
    letter = read(
        "Hierbij beantwoord ik de vragen over sluizen.\n\n1\nKent u de sluis?\n\nAntwoord\nJa.\n\n"
        "2 en 3\nWanneer gaat de sluis open?\nEn wie opent haar?\n\nAntwoord op vraag 2 en 3\nIn mei, en ik zelf.\n"
    )
    assert letter.headings == ("1", "Antwoord", "2 en 3", "Antwoord op vraag 2 en 3")
    assert [(paragraph.heading, paragraph.voice) for paragraph in letter.paragraphs[1:4:2]] == [
        ("1", Voice.PARLIAMENT),
        ("2 en 3", Voice.PARLIAMENT),
    ]


def test_number_alone_above_what_is_no_question_is_no_label(read: Read) -> None:
    letter = read("De sluis is oud.\n\n12\nschepen voeren er doorheen.\n")
    assert letter.headings == ()
