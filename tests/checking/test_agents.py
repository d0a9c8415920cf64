"""What somebody does by a passive sentence is not done by another."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De keuring van zwembaden leg ik bij de omgevingsdiensten. Voor buitenbaden geldt een uitzondering: zij worden bemonsterd
door de waterschappen.

Glijbanen worden door de inspecteur gekeurd. De omgevingsdiensten krijgen hiervoor in 2027 een vergoeding.

De minister van Infrastructuur en Waterstaat,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def pools(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2026-zwembaden", TEXT, bundled, tmp_path_factory.mktemp("pools")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim", ["Omgevingsdiensten bemonsteren de buitenbaden.", "De omgevingsdiensten keuren glijbanen."]
)
def test_what_another_does_is_contradicted(pools: Checker, claim: str) -> None:
    assert pools.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize("claim", ["De waterschappen bemonsteren de buitenbaden.", "De inspecteur keurt glijbanen."])
def test_who_does_it_is_supported(pools: Checker, claim: str) -> None:
    assert pools.check(claim).verdict is Verdict.SUPPORTED
