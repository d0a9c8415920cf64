"""A number is told from that of another thing, of which the letter says the same by "is dat"."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 maart 2025

Geachte voorzitter,

Van de zeehavens heeft 37% een kade die ouder is dan tachtig jaar. Bij de binnenhavens is dat 52%.

Een loods betaalt gemiddeld € 900 per jaar aan scholing; voor een sluiswachter is dat € 250.

De minister van Infrastructuur en Waterstaat,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def harbours(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2025-havens", TEXT, bundled, tmp_path_factory.mktemp("harbours")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Van de binnenhavens heeft 37% een kade die ouder is dan tachtig jaar.", Verdict.CONTRADICTED),
        ("Een sluiswachter betaalt gemiddeld € 900 per jaar aan scholing.", Verdict.CONTRADICTED),
        ("Van de zeehavens heeft 37% een kade die ouder is dan tachtig jaar.", Verdict.SUPPORTED),
        ("Een loods betaalt gemiddeld € 900 per jaar aan scholing.", Verdict.SUPPORTED),
    ],
)
def test_each_thing_has_the_number_that_the_letter_has_for_it(harbours: Checker, claim: str, verdict: Verdict) -> None:
    assert harbours.check(claim).verdict is verdict
