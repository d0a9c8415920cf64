"""Claims with mistakes: what differs between them is what the network learns to see."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.training.claims import changed, read_groups, text_of, twins
from rag.training.perturb import claims_from, mistake

RIGHT = "Het kabinet trekt in 2024 niet meer geld uit voor opvang."
WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=5), min_size=1, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("wrong", "spans"),
    [
        ("Het kabinet trekt in 2025 niet meer geld uit voor opvang.", ["2025"]),
        ("De Kamer trekt in 2024 niet meer geld uit voor terugkeer.", ["De Kamer", "terugkeer."]),
        ("Het kabinet trekt in 2024 nu niet meer geld uit voor opvang.", ["nu"]),
        ("Het kabinet trekt in 2024 meer geld uit voor opvang.", ["2024 meer"]),
    ],
)
def test_the_words_that_differ_are_found(wrong: str, spans: list[str]) -> None:
    assert [wrong[start:end] for start, end in changed(RIGHT, wrong)] == spans


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changed(text, text) == ()


@given(WORDS, WORDS)
def test_what_differs_lies_within_the_text(right: str, wrong: str) -> None:
    spans = changed(right, wrong)
    assert all(0 <= start < end <= len(wrong) for start, end in spans)
    assert all(first[0] <= second[0] for first, second in pairwise(spans))


def test_a_group_is_read_in_both_languages_and_a_twin_like_its_claim_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    row = {
        "doc": "a", "source": ["1.1", "1.2"], "nl": "Het mag.", "en": "It is allowed.",
        "wrong": [{"family": "translation", "nl": "Het mag.", "en": "It is possible."}],
    }  # fmt: skip
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    dutch, english = read_groups(file)
    assert (dutch.wrong, english.wrong) == ((), (("translation", "It is possible."),))
    text = text_of(english, {"1.1": "Dat mag.", "1.2": "Altijd."})
    assert text == "Dat mag. Altijd."
    right, wrong = twins(english, text, english.wrong)
    assert (right.is_right, right.wrong_spans) == (True, ())
    assert (wrong.is_right, wrong.claim, wrong.text) == (False, "It is possible.", text)


@pytest.mark.parametrize("seed", range(200))
def test_a_mistake_made_by_rule_changes_the_claim_and_says_where(seed: int) -> None:
    random.seed(seed)
    pair = (
        "The Minister may pay 20 euros in May and all costs before June.",
        "De minister mag 20 euro betalen in mei.",
    )
    others = [
        (
            "Every other Authority shall never decide alone upon requests.",
            "Alle andere gemeenten besluiten daarover zelf nooit.",
        )
    ]
    right, *wrong = claims_from(pair, others)
    assert right.claim in pair
    assert right.wrong_spans == ()
    for one in wrong:
        assert (one.is_right, one.text) == (False, right.text)
        assert one.claim != right.claim
        assert one.wrong_spans


def test_every_kind_of_mistake_is_made() -> None:
    random.seed(1)
    made = {
        mistake(
            "They say all costs may rise above 20 euros in Utrecht.", "en", ["She found other people near Rotterdam."]
        )
        for _ in range(300)
    }
    for part in ("above 2", "may not", "below", "must rise", "some costs", " and "):
        assert any(part in one for one in made if one), part


@pytest.mark.parametrize("is_free", [True, False])
def test_where_a_claim_goes_wrong_is_not_known_if_it_is_worded_anew(tmp_path: Path, is_free: bool) -> None:
    wrong = {"family": "number", "nl": "De opvang kost dit jaar minder.", "en": "Shelter costs less this year."}
    row = {"doc": "brief", "source": ["1.1"], "nl": RIGHT, "en": RIGHT, "free": is_free, "wrong": [wrong]}
    (tmp_path / "claims.jsonl").write_text(json.dumps(row), encoding="utf-8")
    group = read_groups(tmp_path / "claims.jsonl")[0]
    right, twin = twins(group, "Bron.", group.wrong)
    assert (right.is_right, right.wrong_spans) == (True, ())
    assert (twin.is_right, twin.wrong_spans is None) == (False, is_free)
