"""The cell of a table is told by its row, its year and the unit above the table."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

PIERS = """Geachte voorzitter,

Voor het onderhoud van de pieren trekt het kabinet de volgende bedragen uit (x € 1 miljoen):

Onderdeel                  2031    2032    2033
Houten steigers              14      21       9
Vaste verlichting             2       6       0

Tabel 2 laat zien hoeveel van de steigers in goede staat zijn (in procenten).

Kust                       2031    2032    2033
Zeeuwse steigers             61      64      70
Friese steigers              48      52      75
"""


@pytest.fixture(scope="module")
def piers(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2030-pieren", PIERS, bundled, tmp_path_factory.mktemp("pieren")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Voor houten steigers trekt het kabinet in 2032 21 miljoen euro uit.",
        "Vaste verlichting: 6 miljoen in 2032.",
        "Van de Friese steigers is in 2033 75 procent in goede staat.",
    ],
)
def test_a_cell_is_supported_with_the_unit_and_year_above_it(piers: Checker, claim: str) -> None:
    assert piers.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Voor houten steigers trekt het kabinet in 2033 21 miljoen euro uit.",
        "Voor houten steigers trekt het kabinet in 2032 21 miljard euro uit.",
        "Voor vaste verlichting trekt het kabinet in 2032 21 miljoen euro uit.",
        "Van de Zeeuwse steigers is in 2033 75 procent in goede staat.",
    ],
)
def test_the_cell_of_another_year_row_or_unit_is_not(piers: Checker, claim: str) -> None:
    assert piers.check(claim).verdict is not Verdict.SUPPORTED


def test_a_row_is_quoted_as_it_is_printed(piers: Checker) -> None:
    checked = piers.check("Vaste verlichting: 6 miljoen in 2032.")
    assert checked.citations[0].quote == "Vaste verlichting 2 6 0"
