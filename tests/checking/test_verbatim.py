"""The letter's own sentences are what the letter says, whatever a gate would make of their wording."""

from collections.abc import Iterator

import pytest

from evals.dataset import SUITES
from evals.opened import opened
from rag.checking.check import Checker
from rag.checking.model import Place, Verdict
from rag.settings import Settings
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De streefdatum is 1 januari 2031. Omdat de vissers niet kunnen worden gedwongen, is hun medewerking nodig: de regeling
gaat pas in als zij tekenen. Zal de vloot dan krimpen?

De Vereniging van Vissers wil dat de vangst wordt stilgelegd. Dat doe ik niet, want zonder vangst sluiten drie afslagen.

Ik ben niet tegen een proef met netten. Een verbod wijs ik af.
"""


@pytest.fixture(scope="module")
def fishing(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2030-vissers", TEXT, bundled, tmp_path_factory.mktemp("vissers")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "De Vereniging van Vissers wil dat de vangst wordt stilgelegd. Dat doe ik niet, want zonder vangst sluiten "
        "drie afslagen.",
        "De streefdatum is 1 januari 2031. Omdat de vissers niet kunnen worden gedwongen, is hun medewerking nodig: de "
        "regeling gaat pas in als zij tekenen.",
        "ik ben niet tegen een proef met netten — een verbod wijs ik af",
    ],
)
def test_sentences_of_the_letter_are_supported(fishing: Checker, claim: str) -> None:
    assert fishing.check(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Ik ben tegen een proef met netten.",
        "De vissers kunnen worden gedwongen.",
        "De vloot zal dan krimpen.",
    ],
)
def test_words_of_a_sentence_without_the_rest_are_not(fishing: Checker, claim: str) -> None:
    assert fishing.check(claim).verdict is not Verdict.SUPPORTED


def test_every_two_sentences_of_a_long_letter_are_supported_where_they_are_cited(bundled: BundledEncoder) -> None:
    with opened((SUITES[0].letters,), Settings(), bundled) as made:
        checker, wrong = Checker(made.index), []
        for letter in made.index.letters.values():
            for paragraph in letter.paragraphs:
                for one, next_one in zip(paragraph.sentences, paragraph.sentences[1:], strict=False):
                    claim = paragraph.text[one.start : next_one.end]
                    place = Place(letter=letter.id, paragraph=paragraph.number)
                    if "?" not in claim and checker.check(claim, [place]).verdict is not Verdict.SUPPORTED:
                        wrong.append(claim)
    assert wrong == []
