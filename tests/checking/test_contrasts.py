"""What follows where something does not come about is not what follows where it does."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

FERRY = """Geachte voorzitter,

De nieuwe veerdienst begint zodra de proefvaarten met de rederij slagen. Lukt dat niet voor 1 mei 2031, dan blijft de
oude pont twee jaar langer varen.
"""


@pytest.fixture(scope="module")
def ferry(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2030-veer", FERRY, bundled, tmp_path_factory.mktemp("veer")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Mislukken de proefvaarten voor 1 mei 2031, dan vaart de oude pont twee jaar langer.",
        "Als de proefvaarten niet slagen voor 1 mei 2031, blijft de oude pont twee jaar langer varen.",
    ],
)
def test_what_follows_a_failure_is_supported_of_the_failure(ferry: Checker, claim: str) -> None:
    assert ferry.check(claim).verdict is Verdict.SUPPORTED


def test_what_follows_a_failure_is_not_supported_of_the_success(ferry: Checker) -> None:
    claim = "Als de proefvaarten slagen voor 1 mei 2031, blijft de oude pont twee jaar langer varen."
    assert ferry.check(claim).verdict is Verdict.CONTRADICTED
