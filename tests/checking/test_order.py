"""Two sides of a comparison that change places are caught."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

Bij scooters is de kans op dodelijk letsel ongeveer vier keer zo groot als bij bakfietsen.

De RDW keurt voertuigen in een latere fase dan de SWOV.

Het kabinet wil voorkomen dat gemeenten eisen stellen die verder gaan dan hetgeen (al) in het Wegenverdrag staat.

Op landwegen zijn bochten gevaarlijker dan kruispunten.

Bestuurders die langer dan twee jaar hun rijbewijs kwijt zijn, verliezen met ingang van 2028 hun bromfietsrijbewijs.

Eerst worden de tunnels bij Velsen vernieuwd, daarna volgen de sluizen bij Terneuzen.

De minister van Infrastructuur en Waterstaat,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def roads(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2022-verkeer", TEXT, bundled, tmp_path_factory.mktemp("roads")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Bakfietsen hebben vier keer zoveel kans op dodelijk letsel als scooters.",
        "De SWOV keurt voertuigen in een latere fase dan de RDW.",
        "Op landwegen zijn kruispunten gevaarlijker dan bochten.",
        "De sluizen bij Terneuzen worden eerst vernieuwd en daarna de tunnels bij Velsen.",
        "First the locks at Terneuzen are renewed, and then the tunnels at Velsen.",
    ],
)
def test_a_comparison_turned_round_is_contradicted(roads: Checker, claim: str) -> None:
    assert roads.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Scooters hebben vier keer zoveel kans op dodelijk letsel als bakfietsen.",
        "De RDW keurt voertuigen later in het proces dan de SWOV.",
        "Het kabinet wil geen eisen van gemeenten die verder gaan dan wat in het Wegenverdrag staat.",
        "Bochten op landwegen zijn gevaarlijker dan kruispunten.",
        "De tunnels bij Velsen worden eerst vernieuwd en daarna de sluizen bij Terneuzen.",
    ],
)
def test_a_comparison_the_right_way_round_is_supported(roads: Checker, claim: str) -> None:
    assert roads.check(claim).verdict is Verdict.SUPPORTED


def test_a_number_behind_than_is_no_side_of_a_comparison(roads: Checker) -> None:
    claim = "Moped licences are withdrawn from drivers who lost their licence for more than two years as of 2028."
    assert roads.check(claim).verdict is Verdict.SUPPORTED
