"""What a letter has found no sign of, or prevents, is not so."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De verkoop van dahlia's liep in 2023 terug. Er zijn geen aanwijzingen dat angst voor schimmels daarvan de oorzaak is.

Een verband tussen bloembollen en huiduitslag is denkbaar, maar tot nu toe niet gevonden.

Het CBS verwacht dat het keurmerk jaarlijks ongeveer 400 afgekeurde partijen voorkomt.

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
        "De verkoop van dahlia's liep in 2023 terug door angst voor schimmels.",
        "A link between flower bulbs and skin rash has been found.",
        "Volgens het CBS zijn jaarlijks 400 partijen afgekeurd door het keurmerk.",
    ],
)
def test_what_no_sign_was_found_of_is_contradicted(bulbs: Checker, claim: str) -> None:
    assert bulbs.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Er zijn geen aanwijzingen dat angst voor schimmels de oorzaak is.",
        "Een verband tussen bloembollen en huiduitslag is denkbaar.",
        "Volgens het CBS voorkomt het keurmerk ongeveer 400 afgekeurde partijen per jaar.",
    ],
)
def test_what_was_found_or_not_is_supported_as_such(bulbs: Checker, claim: str) -> None:
    assert bulbs.check(claim).verdict is Verdict.SUPPORTED
