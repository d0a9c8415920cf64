"""What a letter tells of two things, each in its own part or sentence, is not told of the other."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De afgelopen jaren is het toezicht gewijzigd (SVIN controleert de kwekerijen bij de oogst, NIPO deed dat vlak voor de
export).

De tulpenbollen worden gezamenlijk met Turkije en Iran veredeld. Voor de orchideeën kiest de sector een laboratorium in
Costa Rica.

De gemeente onderhoudt de fietspaden langs de velden, terwijl de provincie de bruggen schildert.

De minister van Landbouw, Visserij, Voedselzekerheid en Natuur,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def bulbs(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2025-bollen", TEXT, bundled, tmp_path_factory.mktemp("bulbs")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "SVIN controleert de kwekerijen vlak voor de export, NIPO deed dat bij de oogst.",
        "De tulpenbollen worden veredeld in Costa Rica.",
        "De provincie onderhoudt de fietspaden, terwijl de gemeente de bruggen schildert.",
        "De sector veredelt de orchideeën gezamenlijk met Turkije en Iran.",
    ],
)
def test_what_is_told_of_the_other_is_contradicted(bulbs: Checker, claim: str) -> None:
    assert bulbs.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "SVIN controleert de kwekerijen bij de oogst, NIPO deed dat vlak voor de export.",
        "De tulpenbollen worden gezamenlijk met Turkije en Iran veredeld.",
        "De provincie schildert de bruggen, terwijl de gemeente de fietspaden onderhoudt.",
        "De sector kiest voor de orchideeën een laboratorium in Costa Rica.",
    ],
)
def test_what_is_told_of_each_is_supported(bulbs: Checker, claim: str) -> None:
    assert bulbs.check(claim).verdict is Verdict.SUPPORTED
