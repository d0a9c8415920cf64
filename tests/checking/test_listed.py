"""A number in a row is told of what it is for there; what it counts may stand at the number before it."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

Voor het herstel is € 14,5 miljoen gereserveerd voor molens en € 32 miljoen voor kerken.

De jaarlijkse lasten van het onderhoud worden geraamd op € 21 miljoen voor eigenaren en € 6 miljoen voor huurders.

De stichting beheert 640 orgels, waarvan er 85 wegens houtworm niet bespeelbaar zijn.

De bijdrage bedraagt ten hoogste 30 procent van de kosten. Voor kleine verenigingen geldt een percentage van 60.

De minister van Onderwijs, Cultuur en Wetenschap,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def monuments(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2031-monumenten", TEXT, bundled, tmp_path_factory.mktemp("monuments")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Voor het herstel van kerken is 32 miljoen euro gereserveerd.",
        "For the repair of mills EUR 14.5 million has been reserved.",
        "The annual costs of maintenance are estimated at EUR 6 million for tenants.",
        "Vanwege houtworm zijn 85 orgels niet bespeelbaar.",
        "Voor kleine verenigingen geldt 60 procent.",
    ],
)
def test_a_number_of_its_own_item_is_supported(monuments: Checker, claim: str) -> None:
    assert monuments.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Voor het herstel van kerken is 14,5 miljoen euro gereserveerd.",
        "The annual costs of maintenance are estimated at EUR 21 million for tenants.",
        "The annual costs of maintenance are estimated at EUR 7 million for tenants.",
    ],
)
def test_a_number_of_another_item_is_contradicted(monuments: Checker, claim: str) -> None:
    assert monuments.check(claim).verdict is Verdict.CONTRADICTED
