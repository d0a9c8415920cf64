"""A claim may call a party, or tell of it, otherwise than the letter does; it may not give its view to another."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

LIGHTS = """Geachte voorzitter,

De vereniging Baken en Boei vindt dat het kabinet te weinig doet aan donkere vaargeulen. De vereniging pleit voor
twaalf nieuwe lichtboeien in de Westergeul.

De vakbond Zeewacht vreest dat wachters hun werk verliezen.

De Algemene Rekenkamer waarschuwt dat het ministerie de kosten van lichtboeien onderschat. Om die reden heb ik de
reserve voor lichtboeien verhoogd van 3 naar 9 procent.

Het Openbaar Ministerie vervolgt de schipper die in maart een lichtboei ramde.

De registratie van lichtboeien brengen wij onder bij het Centraal Bureau voor de Statistiek.

De voorstellen van de Europese Commissie voor vaste lichtbakens worden in het najaar verwacht.
"""


@pytest.fixture(scope="module")
def lights(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2030-licht", LIGHTS, bundled, tmp_path_factory.mktemp("licht")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Baken en Boei pleit voor twaalf nieuwe lichtboeien in de Westergeul.",
        "Het OM vervolgt de schipper die in maart een lichtboei ramde.",
        "The Public Prosecution Service is prosecuting the skipper who rammed a light buoy in March.",
        "The registration of light buoys is placed with Statistics Netherlands (CBS).",
        "De minister heeft de reserve voor lichtboeien verhoogd naar 9 procent na de waarschuwing van de Rekenkamer.",
        "De voorstellen van de Commissie voor vaste lichtbakens worden in het najaar verwacht.",
    ],
)
def test_a_party_may_be_called_by_its_other_name_or_named_beside_the_holder(lights: Checker, claim: str) -> None:
    assert lights.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Zeewacht pleit voor twaalf nieuwe lichtboeien in de Westergeul.",
        "De minister waarschuwt dat het ministerie de kosten van lichtboeien onderschat.",
        "De Rekenkamer vervolgt de schipper die in maart een lichtboei ramde.",
    ],
)
def test_what_one_party_says_or_does_is_not_given_to_another(lights: Checker, claim: str) -> None:
    assert lights.check(claim).verdict is not Verdict.SUPPORTED
