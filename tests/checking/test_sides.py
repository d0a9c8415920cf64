"""Of two things that a letter sets against each other, a claim may say that one is so and that the other is not."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De kaartverkoop wordt niet geregeld door de gemeenten, maar door de stichting Waterpret.

Het kabinet kiest niet voor een verbod op vuurwerk, maar voor een heffing.

De subsidie is bedoeld voor scholen, niet voor sportclubs.

De brug wordt niet in 2031 maar in 2033 vervangen.

Niet de provincie, maar het waterschap beheert de dijk.

Het onderzoek richt zich op de vissers in plaats van op de havens.

Het uitstel is niet zozeer te wijten aan de aannemer als wel aan de vondst van een stadsmuur.

De drie sleepboten worden niet vervangen, maar krijgen een levensduurverlenging van acht jaar.

Ik informeer uw Kamer over de gunning niet dit najaar, maar in het voorjaar.

In plaats van gevonden fietsen te vernietigen, schenkt de vervoerder ze aan leerwerkbedrijven.

De bijdrage daalt niet met de helft, zoals eerder gemeld, maar met een kwart.

De toets is niet alleen gericht op rekenen, maar ook op taal.
"""


@pytest.fixture(scope="module")
def letter(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2029-zijden", TEXT, bundled, tmp_path_factory.mktemp("sides")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "De kaartverkoop wordt geregeld door de stichting Waterpret.",
        "The ticket sales are not arranged by the municipalities.",
        "The cabinet opts for a levy.",
        "Het kabinet kiest niet voor een verbod op vuurwerk.",
        "The subsidy is not intended for sports clubs.",
        "De brug wordt in 2033 vervangen.",
        "De brug wordt niet in 2031 vervangen.",
        "The water board manages the dike.",
        "De provincie beheert de dijk niet.",
        "Het onderzoek richt zich niet op de havens.",
        "De vervoerder vernietigt de fietsen niet.",
        "De toets is gericht op taal.",
    ],
)
def test_a_claim_that_takes_the_letters_side_is_supported(letter: Checker, claim: str) -> None:
    assert letter.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "De kaartverkoop wordt niet geregeld door de stichting Waterpret.",
        "The ticket sales are not arranged by the foundation Waterpret.",
        "The cabinet does not opt for a levy.",
        "The subsidy is intended for sports clubs.",
        "De brug wordt in 2031 vervangen.",
        "De brug wordt niet in 2033 vervangen.",
        "De provincie beheert de dijk.",
        "The province manages the dike.",
        "The water board does not manage the dike.",
        "Het onderzoek richt zich op de havens.",
        "Het onderzoek richt zich niet op de vissers.",
        "Het uitstel is niet te wijten aan de vondst van een stadsmuur.",
        "De levensduur van de drie sleepboten wordt niet verlengd.",
        "Over de gunning informeert de minister de Kamer dit najaar.",
        "De vervoerder gaat de fietsen vernietigen.",
        "De bijdrage daalt met de helft.",
        "The contribution does not fall by a quarter.",
    ],
)
def test_a_claim_that_takes_the_other_side_is_contradicted(letter: Checker, claim: str) -> None:
    assert letter.check(claim).verdict is Verdict.CONTRADICTED
