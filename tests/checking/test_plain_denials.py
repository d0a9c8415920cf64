"""What stands right beside a denial, a bound or a leaning is caught, however much of the rest a claim has right."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.gates import GateName
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import failed_gates, opened_letter

TEXT = """Geachte voorzitter,

De rijksbijdrage aan de musea vergoedt de huur van depots en het vervoer van schilderijen en houdt geen rekening met
eventuele restauratiekosten.

Met de Museumvereniging heb ik vier varianten laten uitwerken voor de inrichting van de depots.

Het kabinet maakt dit najaar geen keuze. Het kabinet neigt naar een centraal depot.

Uit het plan blijkt niet hoe het Rijksmuseum tot de openingstijden is gekomen. Het kabinet wil de directie
hiernaar vragen voordat de zomer begint.

Bij meer dan 90% van de musea hangt een brandmelder.

Ik sluit niet uit dat de heropening van het Zeemuseum wordt uitgesteld.

De restaurator heeft mij laten weten dat een levering in de winter technisch niet mogelijk is.

Het Fries Museum krijgt structureel € 2,4 miljoen extra.

Kunsthandelaren met een depot moeten dit hebben aangemeld bij de gemeente of moeten een ontheffing kunnen tonen.
"""


@pytest.fixture(scope="module")
def museums(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2019-musea", TEXT, bundled, tmp_path_factory.mktemp("musea")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "The cabinet chose a variant for the depots this autumn.",
        "Het kabinet heeft geen vragen over de openingstijden van het Rijksmuseum.",
        "Bij meer dan 80% van de musea hangt een brandmelder.",
        "De heropening van het Zeemuseum wordt uitgesteld.",
        "Het kabinet kiest voor een centraal depot.",
        "Het Fries Museum krijgt eenmalig € 2,4 miljoen extra.",
        "Kunsthandelaren met een depot moeten een ontheffing kunnen tonen.",
    ],
)
def test_what_the_letter_denies_or_puts_otherwise_is_contradicted(museums: Checker, claim: str) -> None:
    assert museums.check(claim).verdict is Verdict.CONTRADICTED


def test_what_stands_behind_none_is_not_so(museums: Checker) -> None:
    checked = museums.check("The state contribution to the museums takes restoration costs into account.")
    assert GateName.POLARITY in failed_gates(checked)


@pytest.mark.parametrize(
    "claim",
    [
        "The state contribution does not take restoration costs into account.",
        "Bij meer dan 90% van de musea hangt een brandmelder.",
        "Het kabinet neigt naar een centraal depot.",
        "The restorer says that delivery in winter is technically impossible.",
        "Het Fries Museum krijgt structureel € 2,4 miljoen extra.",
        "Kunsthandelaren met een depot moeten dit aanmelden bij de gemeente of een ontheffing kunnen tonen.",
    ],
)
def test_what_the_letter_says_so_is_supported(museums: Checker, claim: str) -> None:
    assert museums.check(claim).verdict is Verdict.SUPPORTED
