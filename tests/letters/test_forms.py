"""A form of numbered headings, set without blank lines: what the Commission proposes and what the cabinet thinks."""

from rag.letters import Letter, Voice
from tests.letters.conftest import Read

FICHE = """\
Fiche 3: Richtlijn oeverzwaluwen
1. Algemene gegevens
a) Titel voorstel
Richtlijn van het Europees Parlement en de Raad betreffende de bescherming van zwaluwen
in steile oevers
b) Datum ontvangst Commissiedocument
7 maart 2023
c) Eerstverantwoordelijk ministerie
Ministerie van Oevers
d) Rol Europees Parlement
Medebeslissing
2. Essentie voorstel
a) Inhoud voorstel
De Europese Commissie (hierna: Commissie) wil de zwaluw beschermen. Wie een wand afgraaft in het
broedseizoen, krijgt een boete van 9% van de omzet. Het afgraven van wanden mag alleen in de winter,
na een telling.
De eerste maatregel is dat eigenaren van groeves elk jaar een wand laten staan, ook als die wand
in de weg staat. Dat geldt niet voor kleine groeves.
b) Impact assessment Commissie
Er zijn te weinig steile wanden in de Unie. Daardoor neemt het aantal broedparen in de meeste
lidstaten al jaren af.
3. Nederlandse positie ten aanzien van het voorstel
a) Essentie Nederlands beleid op dit terrein
Het beleid is gericht op het behoud van wanden. In ons land zijn er ongeveer zeventig, en de meeste
daarvan liggen langs rivieren.
b) Beoordeling + inzet ten aanzien van dit voorstel
Het kabinet verwelkomt het voorstel van de Commissie. Een boete van deze hoogte is te zwaar voor
kleine groeves in grensgebieden. Het voorstel verplicht lidstaten om ieder jaar te tellen. Volgens het voorstel mag
een lidstaat het tellen uitbesteden. De telling moet eenvoudig blijven.
c) Gevolgen voor eigenaren van groeves en voor overheden, dan wel voor de houders van rechten op
de winning van zand langs rivieren
Een groeve kan de winter afwachten. De gevolgen zijn daardoor beperkt, al hangt dat in grensgebieden
af van de uitleg van de richtlijn.
"""


def voices(letter: Letter, heading: str) -> list[Voice]:
    return [s.voice for p in letter.paragraphs if p.heading == heading for s in p.sentences]


def test_each_entry_of_a_form_stands_under_its_own_heading(read: Read) -> None:
    letter = read(FICHE)
    entries = {paragraph.heading: paragraph.text for paragraph in letter.paragraphs[:4]}
    assert list(entries)[1:] == [
        "b) Datum ontvangst Commissiedocument",
        "c) Eerstverantwoordelijk ministerie",
        "d) Rol Europees Parlement",
    ]
    assert entries["c) Eerstverantwoordelijk ministerie"] == "Ministerie van Oevers"
    assert {one.voice for paragraph in letter.paragraphs[:4] for one in paragraph.sentences} == {Voice.NEUTRAL}
    assert letter.title == "Fiche 3: Richtlijn oeverzwaluwen"


def test_a_numbered_heading_over_two_lines_is_one_heading(read: Read) -> None:
    last = read(FICHE).paragraphs[-1]
    assert (last.heading or "").endswith("de winning van zand langs rivieren")
    assert last.text.startswith("Een groeve kan")


def test_what_the_commission_proposes_is_not_the_cabinets(read: Read) -> None:
    letter = read(FICHE)
    assert set(voices(letter, "a) Inhoud voorstel")) == {Voice.THIRD_PARTY}
    assert set(voices(letter, "b) Impact assessment Commissie")) == {Voice.THIRD_PARTY}
    assert set(voices(letter, "a) Essentie Nederlands beleid op dit terrein")) == {Voice.CABINET}
    c, t = Voice.CABINET, Voice.THIRD_PARTY
    assert voices(letter, "b) Beoordeling + inzet ten aanzien van dit voorstel") == [c, c, t, t, c]


def test_a_bill_of_the_cabinets_own_stays_the_cabinets(read: Read) -> None:
    letter = read(
        "Aan de Voorzitter van de Tweede Kamer\n\n"
        "Hierbij stuur ik u een wetsvoorstel over oevers, dat ook de Europese Commissie kent.\n\n"
        "Het voorstel verplicht gemeenten om wanden te laten staan. Volgens het wetsvoorstel mag dat ook in de zomer.\n"
    )
    assert letter.paragraphs[-1].sentences[0].voice is Voice.CABINET


BARE = """\
De dijken zijn vorig jaar op drie plaatsen verhoogd en op twee plaatsen verlegd, zodat de
rivier in de winter meer ruimte heeft dan voorheen en het water sneller weg kan.
Overleg met de eigenaren van weiden in het kader van de
BIJEN-procedure
De eigenaren spreken in mei met de beheerder, en daarna in de herfst nog een keer met de
provincie.
1. Wie betaalt: is dat de eigenaar of is het de beheerder die er het meeste belang bij
heeft?
De beheerder betaalt de helft.
2. Is de weide te bereiken voor wie er in een nat jaar moet maaien of hooien?
De weide is te bereiken over een dam.
"""


def test_headings_in_a_text_without_blank_lines_are_whole(read: Read) -> None:
    letter = read(BARE)
    assert letter.headings == (
        "Overleg met de eigenaren van weiden in het kader van de BIJEN-procedure",
        "1. Wie betaalt: is dat de eigenaar of is het de beheerder die er het meeste belang bij heeft?",
        "2. Is de weide te bereiken voor wie er in een nat jaar moet maaien of hooien?",
    )
    assert letter.paragraphs[-1].text == "De weide is te bereiken over een dam."


def test_what_a_paper_is_filed_under_is_no_heading(read: Read) -> None:
    letter = read("Directie Oevers\nKenmerk\nDO / 5519023\nDe weide ligt laag. De dam ligt hoger.\n\nDe dam is oud.\n")
    assert letter.headings == ()
    assert "DO / 5519023" in letter.letterhead
