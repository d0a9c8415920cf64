"""Of what advisers recommend the cabinet may take over some and not others, as many as it says."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De Algemene Rekenkamer heeft onderzoek gedaan naar de opslag van archieven.

De Rekenkamer doet zes aanbevelingen. Drie daarvan neem ik over, twee neem ik gedeeltelijk over en één neem ik niet
over.

De minister van Onderwijs, Cultuur en Wetenschap,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def archives(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2031-opslag", TEXT, bundled, tmp_path_factory.mktemp("storage")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Eén van de zes aanbevelingen van de Rekenkamer neemt de minister niet over.",
        "Drie van de zes aanbevelingen van de Rekenkamer neemt de minister over.",
    ],
)
def test_as_many_as_the_letter_says_is_supported(archives: Checker, claim: str) -> None:
    assert archives.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Drie van de zes aanbevelingen van de Rekenkamer neemt de minister niet over.",
        "Eén van de zes aanbevelingen van de Rekenkamer neemt de minister over.",
        "Vijf van de zes aanbevelingen van de Rekenkamer neemt de minister over.",
    ],
)
def test_another_count_is_not(archives: Checker, claim: str) -> None:
    assert archives.check(claim).verdict is not Verdict.SUPPORTED
