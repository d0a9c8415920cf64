"""What a letter says is so under a condition is not borne out without it, nor under its opposite."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

TEXT = """Geachte voorzitter,

De subsidie voor dakisolatie wordt alleen uitgekeerd als de eigenaar een energielabel overlegt. De keuring duurt drie
weken.

Monumenten mogen alleen worden verbouwd indien de rijksbouwmeester daarmee instemt.

Lukt de aanbesteding niet voor 1 mei 2027, dan begint de renovatie een half jaar later.

Mocht uit de meting in 2029 blijken dat daken lekken, dan kan het kabinet besluiten tot verder uitstel.

Indien de keuring uitblijft, behoudt de minister zich het recht voor zelf dakdekkers te sturen.

Als de aannemer failliet gaat, neemt de gemeente het werk over.

De minister van Volkshuisvesting en Ruimtelijke Ordening,

A.B. Zandstra
"""


@pytest.fixture(scope="module")
def roofs(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2026-daken", TEXT, bundled, tmp_path_factory.mktemp("roofs")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "De subsidie voor dakisolatie wordt uitgekeerd.",
        "De subsidie voor dakisolatie wordt zonder energielabel uitgekeerd.",
        "Monumenten mogen worden verbouwd.",
        "The subsidy for roof insulation is paid out without an energy label.",
        "Als de aanbesteding voor 1 mei 2027 lukt, begint de renovatie een half jaar later.",
        "De renovatie begint een half jaar later als de aanbesteding voor 1 mei 2027 lukt.",
        "Als de aannemer niet failliet gaat, neemt de gemeente het werk over.",
    ],
)
def test_a_condition_left_out_or_turned_is_contradicted(roofs: Checker, claim: str) -> None:
    assert roofs.check(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "De subsidie voor dakisolatie wordt alleen uitgekeerd als de eigenaar een energielabel overlegt.",
        "De keuring duurt drie weken.",
        "Monumenten mogen alleen met instemming van de rijksbouwmeester worden verbouwd.",
        "Als de aanbesteding niet lukt voor 1 mei 2027, begint de renovatie een half jaar later.",
        "De gemeente neemt het werk over als de aannemer failliet gaat.",
    ],
)
def test_a_condition_that_is_kept_is_supported(roofs: Checker, claim: str) -> None:
    assert roofs.check(claim).verdict is Verdict.SUPPORTED


def test_what_may_be_decided_under_a_condition_is_not_certain_under_it(roofs: Checker) -> None:
    assert roofs.check("If roofs leak in 2029, the cabinet may postpone further.").verdict is Verdict.SUPPORTED
    assert roofs.check("If roofs leak in 2029, the cabinet will postpone further.").verdict is Verdict.CONTRADICTED


def test_a_right_that_is_reserved_is_not_used_yet(roofs: Checker) -> None:
    assert roofs.check("Als de keuring uitblijft, stuurt de minister zelf dakdekkers.").verdict is Verdict.CONTRADICTED
