"""What a letter only asks proves nothing, and a numbered thing is held against what stands under that number."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

PONDS = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 4 juni 2024

Hierbij zend ik u de antwoorden op vragen van het lid Kikker over poelen.

De Minister voor Natuur,
B. Visser

Vraag 1
Klopt het dat er nog 700 poelen in Drenthe zijn?

Antwoord 1
Nee. Volgens de provincie zijn er 260 poelen, vooral rond Assen.

Vraag 2
Gaat u het baggeren van poelen in de winter verbieden?

Antwoord 2
Een verbod gaat mij te ver. Mevrouw Karper vroeg in het debat of de subsidie voor poelen omhoog kan. De subsidie
blijft € 4 miljoen.
"""


@pytest.fixture(scope="module")
def ponds(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2024-poelen", PONDS, bundled, tmp_path_factory.mktemp("ponds")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Er zijn nog 700 poelen in Drenthe.",
        "There are still 700 ponds in Drenthe.",
        "Het baggeren van poelen in de winter wordt verboden.",
        "De subsidie voor poelen kan omhoog.",
    ],
)
def test_what_is_only_asked_bears_no_claim_out(ponds: Checker, claim: str) -> None:
    assert ponds.check(claim).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    ["De Kamer vraagt of de minister het baggeren van poelen in de winter gaat verbieden.", "Er zijn 260 poelen."],
)
def test_a_question_bears_out_that_it_is_asked_and_an_answer_what_it_says(ponds: Checker, claim: str) -> None:
    assert ponds.check(claim).verdict is Verdict.SUPPORTED
