"""A number given to another year, party, sentence, case or variant is caught; given to its own it passes."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

Voor het onderhoud van de dijken trekt het waterschap 40 miljoen euro uit in 2031, 65 miljoen euro in 2032 en 70
miljoen euro vanaf 2033.

Op 1 maart 2029 was 35 procent van de 210 bruggen van een valbeveiliging voorzien. Met de huidige middelen wordt in
2034 een aandeel van 62 procent bereikt.

De Unie stelt een wachttijd van zes weken voor. Nederland zet in op een wachttijd van vier weken voor brugwachters.

In de ontwerprichtlijn is opgenomen dat een vergunning voor een steiger binnen twintig dagen moet zijn verleend. In
Friesland heeft de branche aanvullende afspraken gemaakt om de vergunning binnen acht dagen bij de aanvrager te hebben.

In het geval van aannemers moet de borg ten minste 15% zijn van de aanneemsom. In het geval van particulieren moet de
borg ten minste 3 miljoen euro zijn.

Variant A (sober). Jaarlijks worden 30 sluizen vernieuwd. In 2050 is 44 procent van de sluizen op orde.

Variant B (ruim). Jaarlijks worden 80 sluizen vernieuwd. In 2050 is 91 procent van de sluizen op orde.
"""


@pytest.fixture(scope="module")
def dikes(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2028-dijken", TEXT, bundled, tmp_path_factory.mktemp("dijken")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Voor het onderhoud van de dijken is er in 2032 40 miljoen euro.",
        "With the present means 35 percent of the bridges will be secured in 2034.",
        "De Unie wil een wachttijd van vier weken en Nederland van zes weken.",
        "In de ontwerprichtlijn staat dat een vergunning voor een steiger binnen acht dagen moet zijn verleend.",
        "In Friesland moet de vergunning door afspraken van de branche binnen twintig dagen bij de aanvrager zijn.",
        "De borg voor particulieren is ten minste 15% van de aanneemsom.",
        "In variant A is in 2050 91 procent van de sluizen op orde.",
        "Under variant B 44 percent of the locks are in order in 2050.",
    ],
)
def test_a_number_of_something_else_is_contradicted(dikes: Checker, claim: str) -> None:
    assert dikes.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Voor het onderhoud van de dijken is er in 2032 65 miljoen euro.",
        "Op 1 maart 2029 was 35 procent van de bruggen van een valbeveiliging voorzien.",
        "De Unie wil een wachttijd van zes weken en Nederland van vier weken.",
        "In Friesland is de vergunning door afspraken van de branche binnen acht dagen bij de aanvrager.",
        "De borg voor aannemers is ten minste 15% van de aanneemsom.",
        "In variant A is in 2050 44 procent van de sluizen op orde.",
    ],
)
def test_a_number_of_what_the_letter_says_it_of_is_supported(dikes: Checker, claim: str) -> None:
    assert dikes.check(claim).verdict is Verdict.SUPPORTED


ROW = """Geachte voorzitter,

Goes heeft dit jaar 210 zwemdiploma's uitgereikt, Tholen 85 en Veere 40.
"""


@pytest.fixture(scope="module")
def diplomas(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2029-diplomas", ROW, bundled, tmp_path_factory.mktemp("diplomas")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Veere heeft 85 zwemdiploma's uitgereikt.",
        "Veere has awarded 85 swimming diplomas.",
        "Tholen has awarded 210 swimming diplomas.",
    ],
)
def test_a_number_behind_another_name_of_a_row_is_contradicted(diplomas: Checker, claim: str) -> None:
    assert diplomas.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim", ["Veere heeft 40 zwemdiploma's uitgereikt.", "Tholen has awarded 85 swimming diplomas."]
)
def test_a_number_behind_its_own_name_of_a_row_is_supported(diplomas: Checker, claim: str) -> None:
    assert diplomas.check(claim).verdict is Verdict.SUPPORTED
