"""The weights of a fit tell what they were fitted to tell, and every kind of claim has its share of false alarms."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from evals.fit import Case, paired_cases, paper_cases, told_apart, told_from
from evals.fit_support import FALSE_ALARMS, Judged, fit, with_equal_alarms
from rag.checking.support import SUPPORTED_FROM
from tests.training.lessons import SENTENCES


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


QUESTIONS = [
    ("Hoe hoog wordt de bijdrage in 2025?", "How high will the contribution be in 2025?", ["1.1"]),
    ("Wie voert de regeling uit?", "Who carries out the scheme?", ["1.2"]),
    ("Hoe laat vertrekt de trein naar Zwolle?", "When does the train to Zwolle leave?", []),
    ("Wat is de hoofdstad van Peru?", "What is the capital of Peru?", []),
]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    rows = [
        {"doc": "toeslag", "nl": nl, "en": en, "kind": "fact", "answers": own, "also": []} for nl, en, own in QUESTIONS
    ]
    return list(paper_cases(*written(tmp_path_factory.mktemp("paper"), rows), ["toeslag"]))


def written(folder: Path, rows: list[dict[str, object]]) -> tuple[Path, Path]:
    """A paper of one paragraph and questions about it, as files."""
    documents, questions = folder / "documents.json", folder / "questions.jsonl"
    documents.write_text(json.dumps({"toeslag": [[None, list(SENTENCES.values())]]}), encoding="utf-8")
    questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return documents, questions


def test_answers_are_told_from_strange_questions_and_from_the_rest_of_their_own_letter(cases: list[Case]) -> None:
    without, taken_out = told_apart(cases)
    assert without == 1.0
    assert taken_out > 0.9


def test_who_cannot_tell_is_right_half_of_the_time(cases: list[Case]) -> None:
    blind = [replace(case, evidence=(case.evidence[0],) * len(case.evidence)) for case in cases]
    answered = [case for case in blind if case.is_answerable]
    assert told_apart([*answered, *(replace(case, is_answerable=False) for case in answered)])[0] == 0.5


def test_a_question_is_told_by_whether_the_paper_at_hand_answers_it(tmp_path: Path) -> None:
    told = {
        "after": "1.2",
        "nl": "De trein naar Zwolle vertrekt om kwart over negen.",
        "en": "The train to Zwolle leaves at a quarter past nine.",
    }
    nl, en, _ = QUESTIONS[2]
    row = {"doc": "toeslag", "nl": nl, "en": en, "kind": "none", "answers": [], "also": []}
    files = written(tmp_path, [row | {"told": told}, row])
    answered, left_open = paired_cases(*files, ["toeslag"])
    assert [len(cases) for cases in (answered, left_open)] == [2, 2]
    assert {one.sentence.text for case in answered for one in case.evidence} > {told["nl"]}
    assert not any(told["nl"] == one.sentence.text for case in left_open for one in case.evidence)
    assert told_from(answered, left_open) == 1.0
    assert told_from(left_open, left_open) == 0.5
