"""The weights of a fit tell what they were fitted to tell, and every kind of claim has its share of false alarms."""

import math

import pytest

from evals.fit_support import FALSE_ALARMS, Judged, fit, with_equal_alarms
from rag.checking.support import SUPPORTED_FROM


def case(coverage: float, *, is_faithful: bool, english: bool = False, across: bool = False) -> Judged:
    found = {"bias": 1.0, "coverage": coverage, "english": float(english or across), "across": float(across)}
    return Judged(found=found, is_faithful=is_faithful, stopped_by=())


def worth(weights: dict[str, float], one: Judged) -> float:
    return sum(weights[name] * value for name, value in one.found.items())


@pytest.fixture(scope="module")
def known() -> list[Judged]:
    kinds = ({}, {"english": True}, {"across": True})
    return [
        case((place + 100 * is_faithful) / 200 - 0.1 * number, is_faithful=is_faithful, **kind)
        for number, kind in enumerate(kinds)
        for is_faithful in (False, True)
        for place in range(100)
    ]


def test_what_is_held_more_is_worth_more(known: list[Judged]) -> None:
    weights = fit([one.found for one in known], [one.is_faithful for one in known])
    assert weights["coverage"] > 0
    right = [worth(weights, one) > 0 for one in known if one.is_faithful]
    assert sum(right) / len(right) > 0.9


def test_each_kind_of_faithful_claim_has_the_same_share_of_false_alarms(known: list[Judged]) -> None:
    weights = with_equal_alarms(fit([one.found for one in known], [one.is_faithful for one in known]), known)
    passing = math.log(SUPPORTED_FROM / (1 - SUPPORTED_FROM))
    for kind in (0, 1, 2):
        own = [one for one in known if one.is_faithful and one.found["english"] + one.found["across"] == kind]
        assert sum(worth(weights, one) < passing for one in own) == round(FALSE_ALARMS * len(own))
