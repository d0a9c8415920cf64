"""Runs go out as ragas and DeepEval read them; such files come in, or are refused with their line."""

import json
from pathlib import Path

import pytest
from typer import Exit

from evals.answers import read_answers, write
from evals.dataset import Suite, load
from evals.exchange.cli import IMPORTED, config_of, export, plan_of
from evals.exchange.convert import as_answers, as_questions, exported
from evals.exchange.forms import FORMS, rows_of
from evals.score import score
from rag.errors import InputError
from rag.store.embedding import encoder_name
from tests.conftest import CYCLING
from tests.evals.conftest import LETTER

RAGAS, DEEPEVAL = FORMS["ragas"], FORMS["deepeval"]
ROW = {
    "user_input": "Wanneer begint de aanleg?",
    "response": "In 2022.",
    "retrieved_contexts": [],
    "reference_contexts": [],
}


def saved(tmp_path: Path, *rows: object, text: str = "") -> Path:
    file = tmp_path / "rows.jsonl"
    file.write_text(text or "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def imported(plan, tmp_path: Path, *rows: object):
    return as_answers(rows_of(saved(tmp_path, *rows)), RAGAS, plan.dataset)


def questioned(plan, tmp_path: Path, *rows: object):
    return as_questions(rows_of(saved(tmp_path, *rows)), RAGAS, plan.dataset.letters)


def paragraph(plan, number: int) -> str:
    return plan.dataset.letters[LETTER].paragraphs[number - 1].text


@pytest.mark.parametrize("form", [RAGAS, DEEPEVAL], ids=["ragas", "deepeval"])
def test_what_goes_out_comes_in_with_the_same_figures(plan, generated, tmp_path, form):
    file = saved(tmp_path, text=exported(plan, generated, form))
    write(tmp_path / "run", config_of(plan), as_answers(rows_of(file), form, plan.dataset))
    ours, theirs = score(plan, generated, encoder_name("")), score(plan, tmp_path / "run", IMPORTED)
    for metric in ("hit@1", "mrr", "all_needed@5", "false_answers", "false_refusals", "status_right"):
        assert theirs.estimate(metric) == ours.estimate(metric)
    assert theirs.answers["n3"].text == read_answers(generated)["n3"].text


def test_ragas_gets_an_object_a_line_with_its_own_field_names(plan, generated):
    row = json.loads(exported(plan, generated, RAGAS).splitlines()[2])
    assert (row["user_input"], row["reference"]) == ("Wanneer begint de aanleg?", "2022")
    assert row["reference_contexts"] == [paragraph(plan, 2)]
    assert row["retrieved_contexts"][0] == paragraph(plan, 2)
    assert "2022" in row["response"]


def test_deepeval_gets_one_list_with_its_own_field_names(plan, generated):
    rows = json.loads(exported(plan, generated, DEEPEVAL))
    assert len(rows) == len(plan.dataset.questions)
    assert {"input", "actual_output", "expected_output", "context", "retrieval_context"} <= rows[0].keys()
    assert rows[-1]["expected_output"] == "De brieven zeggen dit niet."


def test_a_question_is_known_by_its_text_where_the_row_has_no_id(plan, tmp_path):
    [answer] = imported(plan, tmp_path, ROW)
    assert (answer["id"], answer["status"], answer["language"]) == ("n3", "answered", "nl")


def test_a_chunk_stands_for_its_paragraph_and_a_foreign_one_keeps_its_rank(plan, tmp_path):
    chunks = ["Uit een andere brief.", "De aanleg begint in 2022. Het werk duurt drie jaar.", paragraph(plan, 1)[:60]]
    [answer] = imported(plan, tmp_path, ROW | {"retrieved_contexts": chunks})
    found = [(one["letter"], one["paragraph"]) for one in answer["retrieved"]]
    assert found == [("0", 0), (LETTER, 2), (LETTER, 1)]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"user_input": "Wie wint?"}, "'Wie wint?' is no question of tiny-dev"),
        ({"user_input": ["Wanneer?"]}, "`user_input` is \"['Wanneer?']\", not a text"),
        ({"response": None}, "`response` is 'None', not a text"),
        ({"retrieved_contexts": "De aanleg"}, "`retrieved_contexts` is 'De aanleg', not a list of texts"),
        ({"retrieved_contexts": [1]}, "`retrieved_contexts` is '[1]', not a list of texts"),
        ({"id": "n4"}, "'n4' is answered twice"),
    ],
)
def test_a_row_that_is_no_answer_is_refused_with_its_line(plan, tmp_path, changes, message):
    with pytest.raises(InputError) as refusal:
        imported(plan, tmp_path, ROW | {"user_input": "Hoe lang duurt het werk?"}, ROW | changes)
    assert str(refusal.value) == f"{tmp_path / 'rows.jsonl'}:2: {message}. Correct the line."


def test_an_unknown_status_is_refused(plan, tmp_path):
    with pytest.raises(InputError, match=r"rows\.jsonl:1: `status` is 'perhaps', not one of answered, partial, "):
        imported(plan, tmp_path, ROW | {"status": "perhaps"})


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param('{"a": 1}\n\n{"b": \n', 3, "not JSON: Expecting value", id="lines"),
        pytest.param('[\n {"a": 1},\n {"b": 2}\n {oops}\n]', 4, "not JSON: Expecting property name", id="list"),
        pytest.param('{"a": 1}\n"b"\n', 2, r'"b" is no JSON object\.', id="text"),
        pytest.param('[{"a":\n 1},\n 2]', 3, r"2 is no JSON object\.", id="number"),
    ],
)
def test_a_row_that_is_no_object_is_refused_with_its_line(tmp_path, text, line, message):
    with pytest.raises(InputError, match=rf"rows\.jsonl:{line}: {message}"):
        list(rows_of(saved(tmp_path, text=text)))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.jsonl' cannot be read: .* Give a JSON file in UTF-8\."):
        list(rows_of(tmp_path / "none.jsonl"))


def test_rows_become_questions_that_the_evals_can_load(plan, tmp_path):
    found = questioned(plan, tmp_path, ROW | {"reference_contexts": [paragraph(plan, 2), paragraph(plan, 1)]}, ROW)
    (tmp_path / "dev.jsonl").write_text("".join(f"{one.model_dump_json()}\n" for one in found), encoding="utf-8")
    (tmp_path / f"{LETTER}.txt").write_text(CYCLING, encoding="utf-8")
    suite = Suite(name="own", questions=tmp_path, letters=tmp_path / f"{LETTER}.txt")
    with_answer, without = load(suite, "dev").questions
    assert (with_answer.id, with_answer.needed, with_answer.answerable) == ("line-1", ((2,), (1,)), True)
    assert (without.id, without.language, without.answerable) == ("line-2", "nl", False)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reference_contexts": None}, "`reference_contexts` is 'None', not a list of texts"),
        ({"reference_contexts": ["Elders."]}, f"no paragraph of {LETTER} holds 'Elders.'"),
        ({"user_input": "Warum wird das nicht gemacht und wie ist das?"}, "`language`: Input should be 'nl' or 'en'"),
    ],
)
def test_a_row_that_is_no_question_is_refused_with_its_line(plan, tmp_path, changes, message):
    with pytest.raises(InputError) as refusal:
        questioned(plan, tmp_path, ROW, ROW | changes)
    assert str(refusal.value) == f"{tmp_path / 'rows.jsonl'}:2: {message}. Correct the line."


def test_what_goes_out_comes_in_as_the_same_questions_but_for_their_facts(plan, generated, tmp_path):
    file = saved(tmp_path, text=exported(plan, generated, RAGAS))
    found = as_questions(rows_of(file), RAGAS, plan.dataset.letters)
    for ours, theirs in zip(plan.dataset.questions, found, strict=True):
        assert (theirs.id, theirs.language, theirs.question) == (ours.id, ours.language, ours.question)
        assert (theirs.needed, theirs.answerable) == (ours.needed, ours.answerable)


def test_answers_of_another_question_set_are_not_exported(generated):
    with pytest.raises(InputError, match=r"are of 'tiny-dev', which is no question set as it is now\."):
        plan_of(generated)


def test_an_unknown_run_is_refused_on_the_command_line(tmp_path, capsys):
    with pytest.raises(Exit) as stopped:
        export("no-such-run", tmp_path / "out", "ragas")
    assert stopped.value.exit_code == 2
    assert "There are no stored answers in" in capsys.readouterr().err
