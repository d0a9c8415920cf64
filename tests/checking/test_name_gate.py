"""A name may stand in another form or next to what is cited; a name that stands elsewhere or nowhere may not."""

from collections.abc import Iterator

import pytest

from rag.checking.gates import GateName
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import Judge, opened_letter

TEXT = """Geachte voorzitter,

De Raad voor Kust en Wad (RKW) bracht in mei het rapport «Water bij de wijn» uit.

Het rapport telt vijftig bladzijden. Op Terschelling is de dijk verzakt. Daar wordt gebouwd.

De RKW ziet drie fouten in het ontwerp.

De lidstaten moeten de regels voor zeewier aanpassen.

De Europese Unie betaalt mee aan de pier.

Aruba en Saba krijgen een eigen haven.

Het kabinet besluit in mei over de sluis.

In Zweden ligt een proefveld. De zorg voor het wad kost geld.

De toets is van groot belang.

De gemeentelijke autonomie staat voorop.
"""

BUILDING = "Daar wordt"
FAULTS = "De RKW ziet"
RULES = "De lidstaten"
PIER = "De Europese Unie"
HARBOUR = "Aruba en Saba"
LOCK = "Het kabinet besluit"
TEST = "De toets"
AUTONOMY = "De gemeentelijke"


@pytest.fixture(scope="module")
def coast(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter that names a body in full once."""
    with opened_letter("2022-kust", TEXT, bundled, tmp_path_factory.mktemp("coast")) as opened:
        yield Judge(opened)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Er wordt gebouwd op Terschelling.", BUILDING),
        ("In het ontwerp zitten drie fouten, zo liet de Raad voor Kust en Wad optekenen.", FAULTS),
        ("Het ontwerp telt volgens 'Water bij de wijn' drie fouten.", FAULTS),
        ("Ook in Brussel ligt een taak: de Europese regels voor zeewier moeten anders.", RULES),
        ("De pier wordt deels uit Brussel betaald.", PIER),
        ("Twee Caribische eilanden krijgen een eigen haven.", HARBOUR),
        ("Two Caribbean islands get a harbour of their own.", HARBOUR),
        ("Over de sluis valt in mei een besluit in Den Haag.", LOCK),
        ("In May it will be decided whether the Netherlands gets the lock.", LOCK),
        ("The Care test matters a great deal.", TEST),
        ("De zelfstandigheid van gemeenten gaat voor.", AUTONOMY),
        ("The autonomy of municipalities comes first.", AUTONOMY),
    ],
)
def test_a_name_in_another_form_or_next_to_it_is_held(coast: Judge, claim: str, sentence: str) -> None:
    assert GateName.NAME not in coast.failed(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Er wordt gebouwd op Ameland.", BUILDING),
        ("De toets die de Raad voor Kust en Wad deed, is van groot belang.", TEST),
        ("Het ontwerp telt volgens 'Wijn bij het water' drie fouten, aldus Zandstra.", FAULTS),
        ("Het eiland Bonaire krijgt een eigen haven.", HARBOUR),
        ("Over de sluis valt in mei een besluit in Friesland.", LOCK),
        ("In May it will be decided whether Sweden gets the lock.", LOCK),
    ],
)
def test_a_name_from_elsewhere_is_caught(coast: Judge, claim: str, sentence: str) -> None:
    assert GateName.NAME in coast.failed(claim, sentence)
