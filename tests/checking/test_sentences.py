"""A claim of several sentences is borne out where each of them is: none is made good by what the others have."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De veerdienst naar het eiland vaart vanaf 1 april 2031 twaalf keer per dag.

De provincie draagt de kosten van de nieuwe steiger niet.

Voor bewoners van het eiland wordt een kaartje niet duurder.
"""


@pytest.fixture(scope="module")
def ferry(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2030-veerdienst", TEXT, bundled, tmp_path_factory.mktemp("veerdienst")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "De provincie betaalt niet voor de nieuwe steiger. De veerdienst vaart vanaf april 2031 twaalf keer per dag.",
        "Tickets do not become more expensive for residents. The province does not bear the costs of the new jetty.",
    ],
)
def test_sentences_that_stand_in_different_paragraphs_are_supported_together(ferry: Checker, claim: str) -> None:
    checked = ferry.check(claim)
    assert checked.verdict is Verdict.SUPPORTED
    assert len({citation.paragraph for citation in checked.citations}) > 1


@pytest.mark.parametrize(
    "claim",
    [
        "De veerdienst vaart twaalf keer per dag. De provincie draagt de kosten van de nieuwe steiger.",
        "De provincie draagt de kosten van de nieuwe steiger. Voor bewoners wordt een kaartje niet duurder.",
        "Tickets become more expensive for residents. The province does not bear the costs of the new jetty.",
    ],
)
def test_one_sentence_that_is_not_so_decides(ferry: Checker, claim: str) -> None:
    assert ferry.check(claim).verdict is Verdict.CONTRADICTED
