"""Papers that a body other than the cabinet wrote: an advisory council, a union, a watchdog."""

import pytest

from rag.letters import Letter, Voice
from tests.letters.conftest import Read

A, C, P, T = Voice.AUTHORS, Voice.CABINET, Voice.PARLIAMENT, Voice.THIRD_PARTY

PROGRAMME = """\
Vooruitblik

De Raad voor de Duinwateren (RDW) adviseert het kabinet over water in de duinen. De waterwinning staat onder druk.

Het kabinet wil de winning in 2027 halveren. Daarvoor zijn nieuwe bekkens nodig. Naar ons oordeel is dat haalbaar.

Wij letten in onze adviezen vooral op de natuur. De Algemene Rekenkamer meldt dat de bekkens duur zijn.

De leden van Waternet Noord komen uit vijf landen. Vooralsnog wijzen de metingen van RDW erop dat het peil daalt.
"""
SIGNED = """\
Aan de minister van Waterzaken

Geachte heer Spaan,

De vraag naar duinwater stijgt. Wij vinden een tweede bekken nodig. Het kabinet wil daarmee wachten tot 2031.

Ik licht dit graag toe. De bekkens liggen buiten het natuurgebied.

{signature}
"""


def _voices(letter: Letter) -> list[list[Voice]]:
    return [[sentence.voice for sentence in paragraph.sentences] for paragraph in letter.paragraphs]


def test_unsigned_paper_that_speaks_of_our_advice_is_of_the_body_that_opens_it(read: Read) -> None:
    assert _voices(read(PROGRAMME)) == [[A, A], [C, A, A], [A, T], [A, A]]


def test_we_is_the_cabinet_where_nobody_speaks_of_our_advice(read: Read) -> None:
    letter = read(PROGRAMME.replace("in onze adviezen", "daarbij"))
    assert letter.paragraphs[2].sentences[0].voice is C


@pytest.mark.parametrize(
    "signature",
    [
        "De voorzitter van de Raad voor de Duinwateren,\n\nM. van Helm",
        "De directeur van het Instituut voor Duinonderzoek,\n\nM. van Helm",
        "Hoogachtend,\n\nM. van Helm\nvoorzitter Vereniging Duinbehoud",
    ],
)
def test_letter_that_the_officers_of_a_body_sign_is_the_bodys(read: Read, signature: str) -> None:
    assert _voices(read(SIGNED.format(signature=signature))) == [[A, A, C], [A, A]]


@pytest.mark.parametrize(
    "signature",
    [
        "De minister van Waterzaken,\n\nM. van Helm",
        "De voorzitter van de ministerraad,\n\nM. van Helm",
        "De directeur Waterzaken,\n\nM. van Helm",
    ],
)
def test_letter_that_the_government_signs_is_the_cabinets(read: Read, signature: str) -> None:
    assert _voices(read(SIGNED.format(signature=signature))) == [[C, C, C], [C, C]]


def test_title_that_names_a_body_gives_it_an_unsigned_paper(read: Read) -> None:
    text = "Jaarverslag van de Raad voor de Duinwateren\n\nHet was een droog jaar. De raad gaf vier adviezen.\n"
    assert _voices(read(text)) == [[A, A]]


@pytest.mark.parametrize(("whose", "voice"), [("Waterbond Noord", C), ("de SGP", P), ("Volt", P), ("uw Kamer", P)])
def test_members_are_of_the_chamber_unless_they_are_of_something_else(read: Read, whose: str, voice: Voice) -> None:
    letter = read(f"Hierbij schrijf ik u over water.\n\nDe leden van {whose} komen in juni bijeen.\n")
    assert letter.paragraphs[-1].voice is voice


@pytest.mark.parametrize(
    ("told", "heading", "voice"),
    [
        ("Het RIVM meet het peil.", "Hoofdlijnen", C),
        ("Het RIVM adviseert een lager peil.", "Hoofdlijnen", A),
        ("Het RIVM adviseert een lager peil.", "Hoofdlijnen van het wetsvoorstel", C),
        ("Het RIVM adviseert een lager peil.", "Conclusies uit de evaluatie van de wet", A),
    ],
)
def test_heading_of_a_summary_is_the_advisers_only_where_somebody_advises(
    read: Read, told: str, heading: str, voice: Voice
) -> None:
    letter = read(f"Hierbij schrijf ik u over water. {told}\n\n{heading}\n\nDe bekkens komen er. Het peil daalt.\n")
    assert [one.voice for one in letter.paragraphs[-1].sentences] == [voice, voice]
