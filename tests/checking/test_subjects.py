"""Whoever a claim begins with must be who acts in the letter, known there or not."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TUNNEL = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 april 2025

Geachte voorzitter,

Op 12 mei bespreekt de Transportraad het voorstel voor de spoortunnel. Hongarije, Litouwen en Malta steunen het
voorstel.

Griekenland verzet zich tegen een verbod op nachttreinen. De Reizigersbond (RB) spreekt van bangmakerij. De koepel
Vervoerders van Nederland (VVN) vreest het verdwijnen van kleine stations. VRN-KLO vindt de vergoeding van 40 procent te
laag. De FSB vindt de boete voor zwartrijders onjuist en wil dat die vervalt.

Het Veiligheidsfonds en het Groene Kruis voeren de cursus voor machinisten uit.

De commissie Tunnels heeft hierover geadviseerd. De meerderheid van de commissie wil een grens van 80 kilometer per uur.
De minderheid ziet meer in een tijdslot voor goederentreinen. Zij acht een grens van 120 kilometer per uur passender.

Twee leden van de commissie, onder wie de geoloog Harmsen, willen de tunnel dieper leggen. Eén lid zou het bij de
spoorbrug willen laten.

Denemarken haalt het onderhoud van wissels terug uit de markt. België heeft het besluit over Antwerpen uitgesteld tot
2027. Aannemer Wisselbouw dreigt met een gang naar de rechter. Machinistenbond Het Spoor kan met de regeling leven.

Buurtbewoners vragen om hogere schermen. Ondernemers wijzen erop dat de winkels in de bouwtijd dichtgaan.

Spoorfonds Noord heeft toegezegd de nachttreinen na twaalf uur te staken. Railvast weigerde dat en betoogt dat de
verantwoordelijkheid bij de gemeenten ligt.

De Minister van Infrastructuur en Waterstaat,
B. Visser
"""


@pytest.fixture(scope="module")
def tunnel(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2025-tunnel", TUNNEL, bundled, tmp_path_factory.mktemp("tunnel")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Geoloog Harmsen zou het bij de spoorbrug willen laten.",
        "Malta verzet zich tegen een verbod op nachttreinen.",
        "Greenpeace verzet zich tegen een verbod op nachttreinen.",
        "De KLM-Raad spreekt van bangmakerij.",
        "De Vereniging Stadsvervoer vreest het verdwijnen van kleine stations.",
        "VRN-KLO wil dat de boete voor zwartrijders vervalt.",
        "Unicef en het Groene Kruis voeren de cursus voor machinisten uit.",
        "België haalt het onderhoud van wissels terug uit de markt.",
        "The maintenance of switches is being taken back from the market by Belgium.",
        "Met een gang naar de rechter dreigt machinistenbond Het Spoor.",
        "Ondernemers vragen om hogere schermen.",
        "Spoorfonds Noord vindt dat de verantwoordelijkheid bij de gemeenten ligt.",
        "De minderheid wil een grens van 80 kilometer per uur.",
        "The majority considers a limit of 120 kilometres per hour more fitting.",
    ],
)
def test_what_the_letter_says_of_another_is_not_supported(tunnel: Checker, claim: str) -> None:
    assert tunnel.check(claim).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Griekenland verzet zich tegen een verbod op nachttreinen.",
        "De Reizigersbond spreekt van bangmakerij.",
        "De RB spreekt van bangmakerij.",
        "Het Veiligheidsfonds en het Groene Kruis voeren de cursus voor machinisten uit.",
        "Denemarken haalt het onderhoud van wissels terug uit de markt.",
        "The maintenance of switches is being taken back from the market by Denmark.",
        "Met een gang naar de rechter dreigt aannemer Wisselbouw.",
        "Buurtbewoners vragen om hogere schermen.",
        "Railvast vindt dat de verantwoordelijkheid bij de gemeenten ligt.",
        "De minderheid ziet meer in een tijdslot voor goederentreinen.",
    ],
)
def test_what_the_letter_says_of_the_same_is_supported(tunnel: Checker, claim: str) -> None:
    assert tunnel.check(claim).verdict is Verdict.SUPPORTED
