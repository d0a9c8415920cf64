"""What a letter says of one variant, scenario or step is not borne out of another of them."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

Voor de veerdienst zijn drie varianten onderzocht. In variant A vaart de boot elk kwartier; de exploitatie kost dan
€ 18 miljoen. In variant B vaart de boot elk half uur; de exploitatie kost dan € 11 miljoen. In variant C vaart alleen
een watertaxi.

Variant B vervalt, omdat de werf geen tweede boot kan leveren. Variant C trekt te weinig reizigers en vervalt om die
reden. Ik kies voor variant A.

De minister van Infrastructuur en Waterstaat,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def ferries(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2024-veerdienst", TEXT, bundled, tmp_path_factory.mktemp("ferries")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "In variant A kost de exploitatie € 11 miljoen.",
        "In variant C kost de exploitatie € 18 miljoen.",
        "Variant A vervalt, omdat de werf geen tweede boot kan leveren.",
        "Variant C vervalt omdat de werf geen tweede boot kan leveren.",
        "De minister kiest voor variant B.",
    ],
)
def test_what_is_said_of_another_variant_is_contradicted(ferries: Checker, claim: str) -> None:
    assert ferries.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "In variant B kost de exploitatie € 11 miljoen.",
        "Variant B vervalt, omdat de werf geen tweede boot kan leveren.",
        "Variant C vervalt.",
        "De minister kiest voor variant A.",
        "The minister opts for variant A.",
    ],
)
def test_what_is_said_of_that_variant_is_supported(ferries: Checker, claim: str) -> None:
    assert ferries.check(claim).verdict is Verdict.SUPPORTED
