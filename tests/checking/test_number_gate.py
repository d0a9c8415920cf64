"""A number may be said in other words, rounded or reckoned; another number may not."""

from collections.abc import Iterator

import pytest

from rag.checking.gates import GateName
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import Judge, opened_letter

TEXT = """Geachte voorzitter,

In 2021 is de haven verdiept. Van de kotters voer 44 procent uit. De vloot telt 412 schepen.

Het tarief stijgt van 33 naar 41 procent.

Van de 38 sluizen zijn er 21 hersteld.

De werf kost vijf ton.

De bouw vergt € 29 miljoen, op een geheel van € 46 miljoen.

De subsidie gaat van 9 naar 14 miljoen euro.

Urk en Vlieland sluiten zich aan bij het pact.

De kade wordt binnen zes weken hersteld.

De proef duurt een jaar.

De pier gaat niet eerder dan 2030 open.

In de haven liggen niet meer dan twee sleepboten.

Bij ruim een derde van de vaarten ging het mis.

Een loods kost € 900, na € 1.200 vorig jaar.

De dijk is zeventig procent hoger.

De verhuizing vergt twee tot drie jaar.

De sluis gaat vóór 2027 dicht.

De pacht loopt drie jaar in plaats van vijf.

Met drie derde landen loopt een gesprek over vis.

Het doel is gehaald door 27% van de werven.

Van de 118 bolders zijn er 41 verroest.

De scheepvaartschool levert jaarlijks ongeveer 140 loodsen af.

De vuurtoren is eind 2019 gedoofd.

De loodsdienst noemt drie redenen: schaamte, mist en haast.
"""

FLEET = "Van de kotters"
RATE = "Het tarief"
LOCKS = "Van de 38"
YARD = "De werf"
BUILDING = "De bouw"
GRANT = "De subsidie"
PACT = "Urk"
QUAY = "De kade"
TRIAL = "De proef"
PIER = "De pier"
TUGS = "In de haven liggen"
TRIPS = "Bij ruim"
SHED = "Een loods"
DIKE = "De dijk"
MOVE = "De verhuizing"
LEASE = "De pacht"
FISH = "Met drie derde"
GOAL = "Het doel"
BOLLARDS = "Van de 118"
PILOTS = "De scheepvaartschool"
LIGHT = "De vuurtoren"
REASONS = "De loodsdienst"
CLOSED = "De sluis"


@pytest.fixture(scope="module")
def harbour(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter with a number in most of its sentences."""
    with opened_letter("2022-haven", TEXT, bundled, tmp_path_factory.mktemp("harbour")) as opened:
        yield Judge(opened)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Bijna de helft van de kotters voer uit.", FLEET),
        ("Fewer than half of the cutters sailed.", FLEET),
        ("Van de 412 schepen voer 44 procent uit.", FLEET),
        ("Van de kotters voer 44 procent uit, na de verdieping van 2021.", FLEET),
        ("Het tarief stijgt met acht procentpunt.", RATE),
        ("Het tarief stond op 33 procent.", RATE),
        ("Meer dan de helft van de sluizen is hersteld.", LOCKS),
        ("Over half of the locks have been repaired.", LOCKS),
        ("De werf kost een half miljoen euro.", YARD),
        ("The yard costs half a million euros.", YARD),
        ("De subsidie groeit met 5 miljoen.", GRANT),
        ("De subsidie bedroeg 9 miljoen euro.", GRANT),
        ("Twee plaatsen sluiten zich aan bij het pact.", PACT),
        ("Two villages join the pact.", PACT),
        ("De kade wordt binnen anderhalve maand hersteld.", QUAY),
        ("The trial lasts twelve months.", TRIAL),
        ("De pier gaat niet voor 2030 open.", PIER),
        ("The pier will not open before 2030.", PIER),
        ("Er liggen nooit meer dan twee sleepboten in de haven.", TUGS),
        ("Bij meer dan een op de drie vaarten ging het mis.", TRIPS),
        ("More than one in three trips went wrong.", TRIPS),
        ("Een loods kost 300 euro minder dan vorig jaar.", SHED),
        ("De dijk is ruim twee derde hoger.", DIKE),
        ("De verhuizing vergt minstens twee jaar.", MOVE),
        ("Vroeger liep de pacht vijf jaar.", LEASE),
        ("Met drie landen buiten de EU wordt over vis gesproken.", FISH),
        ("Het doel is door 27 procent van de werven gehaald.", GOAL),
        ("41 of the 118 bollards have rusted.", BOLLARDS),
        ("The school turns out about 140 pilots a year.", PILOTS),
        ("The lighthouse went dark at the end of 2019.", LIGHT),
        ("Shame is one of the reasons that the pilot service gives.", REASONS),
        ("Schaamte is een van de redenen die de loodsdienst noemt.", REASONS),
    ],
)
def test_a_number_in_other_words_is_the_letters_own(harbour: Judge, claim: str, sentence: str) -> None:
    assert GateName.NUMBER not in harbour.failed(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Ruim de helft van de kotters voer uit.", FLEET),
        ("De helft van de kotters voer uit.", FLEET),
        ("Bijna twee derde van de kotters voer uit.", FLEET),
        ("Van de 421 schepen voer 44 procent uit.", FLEET),
        ("Het tarief stijgt met achttien procentpunt.", RATE),
        ("Het tarief stijgt tot acht procent.", RATE),
        ("Minder dan de helft van de sluizen is hersteld.", LOCKS),
        ("De werf kost vijf miljoen euro.", YARD),
        ("De bouw vergt 29 van de 64 miljoen euro.", BUILDING),
        ("De subsidie groeit tot 5 miljoen.", GRANT),
        ("Drie plaatsen sluiten zich aan bij het pact.", PACT),
        ("De kade wordt binnen drie maanden hersteld.", QUAY),
        ("The trial lasts six months.", TRIAL),
        ("De pier gaat voor 2029 open.", PIER),
        ("Bij minder dan een op de drie vaarten ging het mis, zo bleek in 41 gevallen.", TRIPS),
        ("Een loods kost € 900, € 900 minder dan vorig jaar.", SHED),
        ("De verhuizing vergt hooguit twee jaar.", MOVE),
        ("De sluis gaat niet eerder dan 2027 dicht.", CLOSED),
        ("De pacht liep vroeger vier jaar.", LEASE),
        ("Met twee landen wordt over vis gesproken.", FISH),
        ("The target was met by 27 of the yards.", GOAL),
        ("118 of the bollards have rusted.", BOLLARDS),
        ("The school turns out about 140 pilots a month.", PILOTS),
        ("The lighthouse went dark in early 2019.", LIGHT),
        ("The lock closes no earlier than 2027.", CLOSED),
        ("The pilot service gives one reason: shame.", REASONS),
    ],
)
def test_another_number_in_other_words_is_caught(harbour: Judge, claim: str, sentence: str) -> None:
    assert GateName.NUMBER in harbour.failed(claim, sentence)
