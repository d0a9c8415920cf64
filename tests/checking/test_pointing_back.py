"""A view of what another says is its holder's own, in whatever words it points back."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De roeibond wijt het dichtslibben van de grachten vooral aan blad. De woonbootbewoners wijzen op het zand uit de bouw.
Ik ben van oordeel dat beide oorzaken een rol spelen.

Het lid Zwaan heeft gevraagd of het Rijk zelf veerboten zou moeten bouwen. Ik ben daar geen voorstander van.

De Raad voor de Binnenvaart heeft in mei 2030 het toetsingskader vastgesteld. Ik acht het te vroeg om het kader nu te
herzien.

De dienst Vaarwegen denkt dat vooral een betere opleiding van schippers zal helpen.

De minister van Infrastructuur en Waterstaat,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def canals(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2031-grachten", TEXT, bundled, tmp_path_factory.mktemp("canals")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "De minister is van oordeel dat zowel blad als zand een rol speelt bij het dichtslibben van de grachten.",
        "The minister is not in favour of the State building ferries itself.",
        "De minister vindt het te vroeg om het toetsingskader te herzien.",
    ],
)
def test_what_points_back_is_its_holders_view(canals: Checker, claim: str) -> None:
    assert canals.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "De minister wijt het dichtslibben van de grachten vooral aan blad.",
        "The minister is in favour of the State building ferries itself.",
        "De minister heeft in mei 2030 het toetsingskader vastgesteld.",
        "De minister denkt dat vooral een betere opleiding van schippers zal helpen.",
    ],
)
def test_what_another_says_or_does_is_not(canals: Checker, claim: str) -> None:
    assert canals.check(claim).verdict is not Verdict.SUPPORTED
