"""What follows where something does not come about is not what follows where it does; and of what a letter sets against
something else, or leaves open, it does not say that it is so."""

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


POOL = """Geachte voorzitter,

De sluiting van het buitenbad is vooral te wijten aan een tekort aan badmeesters en niet aan een verouderde
installatie.

De kaartverkoop wordt niet geregeld door de gemeenten, maar door de stichting Waterpret.

Ik sluit niet uit dat ik later alsnog een zwemplicht voorstel.
"""


@pytest.fixture(scope="module")
def pool(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2029-zwembad", POOL, bundled, tmp_path_factory.mktemp("zwembad")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "De sluiting van het buitenbad is te wijten aan een verouderde installatie.",
        "The closure of the outdoor pool is due to an outdated installation.",
        "The ticket sales are arranged by the municipalities.",
    ],
)
def test_the_denied_one_of_two_things_is_contradicted(pool: Checker, claim: str) -> None:
    assert pool.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "De sluiting van het buitenbad is te wijten aan een tekort aan badmeesters.",
        "The closure of the outdoor pool is mainly due to a shortage of lifeguards.",
        "The ticket sales are arranged by the foundation Waterpret.",
    ],
)
def test_the_affirmed_one_of_two_things_is_supported(pool: Checker, claim: str) -> None:
    assert pool.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The minister rules out proposing a swimming obligation later.",
        "De minister sluit uit dat er later een zwemplicht wordt voorgesteld.",
    ],
)
def test_what_is_not_ruled_out_is_contradicted_as_ruled_out(pool: Checker, claim: str) -> None:
    assert pool.check(claim).verdict is Verdict.CONTRADICTED


def test_what_is_not_ruled_out_is_supported_as_such_in_the_other_language(pool: Checker) -> None:
    claim = "The minister does not rule out proposing a swimming obligation later."
    assert pool.check(claim).verdict is Verdict.SUPPORTED
