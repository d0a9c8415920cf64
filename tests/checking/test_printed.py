"""A number may be printed otherwise than in the letter, twice for the same thing, or without what it counts."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

DUNES = """Geachte voorzitter,

Op 3 februari 2031 wijst de provincie veertien duinpaden aan voor ruiters.

Van de duinwachters is 67 procent jonger dan 50 jaar.

In het tweede jaar daalde het aantal klachten over ruiters tot 18 procent. In de enquête klaagde in het eerste jaar nog
31 procent van de wandelaars over ruiters.

Een kaartje is gratis voor bezoekers onder de 16 jaar.

Volgens de duinwacht heeft in 2030 een op de vijf wandelaars overwogen een ander duin te kiezen.

Bij het huidige tarief is het kaartje volgens de Raad voor de Duinen niet kostendekkend; de prijs zou
daarvoor met 30 procent moeten stijgen.
"""


@pytest.fixture(scope="module")
def dunes(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2031-duinen", DUNES, bundled, tmp_path_factory.mktemp("duinen")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Op 03-02-2031 wijst de provincie 14 duinpaden aan voor ruiters.",
        "Two thirds (67%) of the dune wardens are younger than 50.",
        "In het tweede jaar zakte het aantal klachten van wandelaars over ruiters naar 18%.",
        "A ticket is free for visitors who are under-16s.",
        "Twenty per cent of walkers considered choosing another dune in 2030, according to the dune wardens.",
        "Volgens de Raad voor de Duinen moet de prijs met 30 procent stijgen om kostendekkend te zijn.",
    ],
)
def test_a_number_told_in_another_way_is_supported(dunes: Checker, claim: str) -> None:
    assert dunes.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Op 03-02-2031 wijst de provincie 15 duinpaden aan voor ruiters.",
        "Op 02-03-2031 wijst de provincie 14 duinpaden aan voor ruiters.",
        "In het eerste jaar zakte het aantal klachten van wandelaars over ruiters naar 18%.",
        "Volgens de Raad voor de Duinen moet de prijs met 30 procent dalen om kostendekkend te zijn.",
    ],
)
def test_another_number_is_not(dunes: Checker, claim: str) -> None:
    assert dunes.check(claim).verdict is not Verdict.SUPPORTED
