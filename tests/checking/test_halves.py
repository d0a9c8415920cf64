"""Two numbers that change places between the halves of a claim are caught."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

Vorig jaar werden bij de zwembaden 64 badmeesters opgeleid, terwijl er 29 ontslag namen.

De regeling verplicht zwembaden om een verbanddoos voor acht weken te bewaren en sauna's om een verbanddoos voor drie
weken te bewaren.
"""


@pytest.fixture(scope="module")
def pools(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2029-zwembaden", TEXT, bundled, tmp_path_factory.mktemp("zwembaden")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Last year 29 lifeguards were trained while 64 resigned.",
        "Vorig jaar werden 29 badmeesters opgeleid, terwijl er 64 ontslag namen.",
        "Zwembaden moeten een verbanddoos voor drie weken bewaren en sauna's een verbanddoos voor acht weken.",
    ],
)
def test_two_numbers_that_changed_places_between_halves_are_contradicted(pools: Checker, claim: str) -> None:
    assert pools.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Last year 64 lifeguards were trained while 29 resigned.",
        "Vorig jaar namen 29 badmeesters ontslag, terwijl er 64 werden opgeleid.",
        "Sauna's moeten een verbanddoos voor drie weken bewaren en zwembaden een verbanddoos voor acht weken.",
    ],
)
def test_the_halves_may_change_places_with_their_numbers(pools: Checker, claim: str) -> None:
    assert pools.check(claim).verdict is Verdict.SUPPORTED
