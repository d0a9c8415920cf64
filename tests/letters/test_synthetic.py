"""Three invented letters in other layouts, with their golds; evals use the same files."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from rag.letters import Letter, Voice, read_letter
from tests.letters.conftest import ROOT

FOLDER = ROOT / "evals/datasets/letters"


@dataclass(frozen=True, kw_only=True)
class Case:
    letter: Letter
    gold: dict[str, Any]


@pytest.fixture(scope="module", params=["2021-dierproeven", "2023-woningbouw-spoor", "2024-drinkwater"])
def case(request: pytest.FixtureRequest) -> Case:
    gold = json.loads((FOLDER / f"{request.param}.gold.json").read_text(encoding="utf-8"))
    return Case(letter=read_letter(FOLDER / f"{request.param}.txt"), gold=gold)


def test_synthetic_letter_has_exactly_the_golds_paragraphs(case: Case) -> None:
    read = [(p.number, p.heading, p.text) for p in case.letter.paragraphs]
    assert read == [(p["number"], p["heading"], p["text"]) for p in case.gold["paragraphs"]]


def test_synthetic_letter_has_the_golds_headings(case: Case) -> None:
    assert list(case.letter.headings) == case.gold["headings"]


def test_synthetic_letter_has_the_golds_footnotes(case: Case) -> None:
    read = [[(n.number, n.text) for n in p.footnotes] for p in case.letter.paragraphs]
    assert read == [[(n["number"], n["text"]) for n in p["footnotes"]] for p in case.gold["paragraphs"]]
    assert case.letter.problems == ()


def test_synthetic_letter_has_the_golds_facts(case: Case) -> None:
    letter, gold = case.letter, case.gold
    assert str(letter.date) == gold["date"]
    assert letter.title == gold["title"]
    assert letter.addressee in (gold["addressee"], f"Aan {gold['addressee'].replace('De ', 'de ', 1)}")
    assert str(letter.signatory).endswith(gold["signatory"])


def test_synthetic_voices_agree_with_the_gold(case: Case) -> None:
    gold = {s["text"]: s["voice"] for p in case.gold["paragraphs"] for s in p["sentences"]}
    read = [(s.text, s.voice) for p in case.letter.paragraphs for s in p.sentences if s.text in gold]
    assert len(read) >= 0.95 * len(gold)
    assert sum(gold[text] == voice for text, voice in read) / len(read) >= 0.95


def test_synthetic_cabinet_is_given_no_view_of_others(case: Case) -> None:
    gold = {s["text"]: s["voice"] for p in case.gold["paragraphs"] for s in p["sentences"]}
    wrong = [
        s.text
        for p in case.letter.paragraphs
        for s in p.sentences
        if s.voice is Voice.CABINET and gold.get(s.text, "cabinet") not in ("cabinet", "neutral")
    ]
    assert wrong == []
