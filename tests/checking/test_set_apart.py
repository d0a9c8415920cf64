"""What a letter sets against somebody's view is not that view."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

Het Adviescollege Archieven heeft op 2 mei 2023 advies uitgebracht over de bewaring van kerkboeken.

De kerkboeken worden ondergebracht bij het Rijksarchief en niet, zoals het adviescollege voorstelt, bij het Letterhuis,
omdat het Rijksarchief al over een klimaatdepot beschikt.

De digitalisering leg ik, anders dan de Vereniging van Archivarissen wil, bij de provincies neer.

Anders dan de Raad van State veronderstelt, zullen alle doopregisters openbaar worden.

De minister van Onderwijs, Cultuur en Wetenschap,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def archives(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2023-archieven", TEXT, bundled, tmp_path_factory.mktemp("archives")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Het adviescollege stelt voor de kerkboeken bij het Rijksarchief onder te brengen.",
        "De kerkboeken worden, zoals het adviescollege voorstelt, bij het Rijksarchief ondergebracht.",
        "De Vereniging van Archivarissen wil de digitalisering bij de provincies neerleggen.",
        "The Council of State assumes that all baptismal registers will be public.",
    ],
)
def test_what_is_set_against_a_view_is_not_that_view(archives: Checker, claim: str) -> None:
    assert archives.check(claim).verdict in (Verdict.OTHER_HOLDER, Verdict.CONTRADICTED)


def test_what_stands_behind_not_as_they_advise_is_denied(archives: Checker) -> None:
    assert archives.check("De kerkboeken gaan naar het Letterhuis.").verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Het adviescollege stelt voor de kerkboeken bij het Letterhuis onder te brengen.",
        "De kerkboeken worden ondergebracht bij het Rijksarchief.",
        "Anders dan de Vereniging van Archivarissen wil, legt de minister de digitalisering bij de provincies neer.",
        "Alle doopregisters zullen openbaar worden.",
        "Ondanks de Raad van State zullen alle doopregisters openbaar worden.",
    ],
)
def test_who_is_rightly_told_apart_is_supported(archives: Checker, claim: str) -> None:
    assert archives.check(claim).verdict is Verdict.SUPPORTED


REPORT = """Geachte voorzitter,

De ondernemingsraad van het zwembad vindt dat het rapport te weinig aandacht heeft voor kleine baden; ik deel dat
beeld niet. Ik vind dat het rapport de kosten van het onderhoud goed in beeld brengt.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("De minister vindt dat het rapport te weinig aandacht heeft voor kleine baden.", Verdict.OTHER_HOLDER),
        ("De minister vindt dat het rapport de kosten van het onderhoud goed in beeld brengt.", Verdict.SUPPORTED),
    ],
)
def test_what_others_think_of_a_report_is_not_what_the_minister_does(
    claim: str, verdict: Verdict, bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with opened_letter("2029-rapport", REPORT, bundled, tmp_path_factory.mktemp("rapport")) as opened:
        assert Checker(opened).check(claim).verdict is verdict
