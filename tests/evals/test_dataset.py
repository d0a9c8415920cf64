"""A question set is sound, or refused with the file and the line."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from evals.dataset import DATASETS, SUITES, Question, Suite, check_frozen, load
from rag.errors import InputError
from tests.conftest import CYCLING
from tests.evals.conftest import LETTER, item, write_lines

FREE = {"summary", "comparison", "metadata"}


def loaded(tmp_path: Path, *rows: dict[str, object]):
    (tmp_path / f"{LETTER}.txt").write_text(CYCLING, encoding="utf-8")
    write_lines(tmp_path / "dev.jsonl", list(rows))
    return load(Suite(name="tiny", questions=tmp_path, letters=tmp_path / f"{LETTER}.txt"), "dev")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([item(), item()], ":2: the id 'n1' is taken by line 1. Give each question its own.", id="id"),
        pytest.param(
            [item(needed=[[9]])], f":1: '{LETTER}' has no paragraph 9; it has 1 to 3. Correct the number.", id="needed"
        ),
        pytest.param(
            [item(also_right=[0])], f":1: '{LETTER}' has no paragraph 0; it has 1 to 3. Correct the number.", id="also"
        ),
        pytest.param([item(letter="x")], f":1: there is no letter 'x'. Known are: {LETTER}.", id="letter"),
        pytest.param(
            [item(language="de")], ":1: `language`: Input should be 'nl' or 'en'. Correct the line.", id="language"
        ),
        pytest.param([item(asked=1)], ":1: `asked`: Extra inputs are not permitted. Correct the line.", id="extra"),
        pytest.param(
            [item(needed=[[]])], ":1: Value error, `needed` holds an empty group. Correct the line.", id="group"
        ),
        pytest.param(
            [item(also_right=[2])],
            ":1: Value error, paragraph 2 is in `needed` and in `also_right`. Correct the line.",
            id="both",
        ),
        pytest.param(
            [item(expected=["refused"])],
            ":1: Value error, an answerable question must expect `answered` or `partial`. Correct the line.",
            id="expected",
        ),
        pytest.param(
            [item(answerable=False)],
            ":1: Value error, an unanswerable question has no `needed` and no `facts`, and does not expect `answered`. "
            "Correct the line.",
            id="unanswerable",
        ),
        pytest.param([], " holds no question. An empty set cannot be scored.", id="empty"),
    ],
)
def test_a_wrong_line_is_refused_with_file_and_line(tmp_path, rows, message):
    with pytest.raises(InputError) as refusal:
        loaded(tmp_path, *rows)
    assert str(refusal.value) == f"{tmp_path / 'dev.jsonl'}{message}"


def test_a_line_that_is_no_json_is_refused_with_its_place(tmp_path):
    loaded(tmp_path, item())
    file = tmp_path / "dev.jsonl"
    file.write_text(json.dumps(item()) + "\n{oops\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"{file}:2: Invalid JSON: .*\. Correct the line\."):
        load(Suite(name="tiny", questions=tmp_path, letters=tmp_path / f"{LETTER}.txt"), "dev")


def test_a_question_belongs_to_the_only_letter(tmp_path):
    assert [question.letter for question in loaded(tmp_path, item()).questions] == [LETTER]


def test_every_field_is_explained_and_no_other():
    explained = re.findall(r"^\| `(\w+)` \|", (DATASETS / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert explained == list(Question.model_fields)


def test_the_frozen_files_are_as_recorded():
    check_frozen()


def test_a_changed_frozen_file_is_named(tmp_path):
    (tmp_path / "test.jsonl").write_text("changed", encoding="utf-8")
    (tmp_path / "FROZEN").write_text(f"{'0' * 64}  test.jsonl\n", encoding="utf-8")
    with pytest.raises(
        InputError, match=r"test\.jsonl is frozen, but was changed: SHA-256 \w+ instead of 0+\. Restore it\."
    ):
        check_frozen(tmp_path / "FROZEN")


@pytest.fixture(scope="module")
def committed() -> dict[str, dict[str, tuple[Question, ...]]]:
    return {suite.name: {split: load(suite, split).questions for split in ("dev", "test")} for suite in SUITES}


def test_the_seed_set_is_as_large_as_was_asked(committed):
    questions = [question for split in committed["seed"].values() for question in split]
    languages = Counter(question.language for question in questions)
    assert len(questions) >= 320
    assert languages["nl"] == languages["en"]
    assert sum(not question.answerable for question in questions) >= 120


def test_the_synthetic_set_is_as_large_as_was_asked(committed):
    questions = [question for split in committed["synthetic"].values() for question in split]
    assert len(questions) >= 60
    assert len({question.letter for question in questions} - {None}) == 3


def test_the_longer_letters_are_asked_about_in_one_split_each(committed):
    dev, test = ({question.letter for question in split} - {None} for split in committed["longer"].values())
    assert (len(dev), len(test)) == (2, 4)
    assert not dev & test
    assert sum(not question.answerable for question in committed["longer"]["test"]) >= 50


@pytest.mark.parametrize("name", ["seed", "synthetic", "longer"])
def test_ids_and_twins_stay_in_one_split(committed, name):
    dev, test = committed[name].values()
    assert not {one.id for one in dev} & {one.id for one in test}
    assert not {one.twin for one in dev if one.twin} & {one.twin for one in test}


def test_each_paragraph_of_the_seed_letter_is_asked_about_in_one_split(committed):
    dev, test = (
        {number for one in split if one.type not in FREE for number in one.all_needed}
        for split in committed["seed"].values()
    )
    assert not dev & test
