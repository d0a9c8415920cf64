"""Generate, score, gate: an equal run passes, a worse one does not, and foreign answers are refused."""

import json

import pytest
from typer.testing import CliRunner

from evals import cli, gate
from evals.answers import ANSWERS, CONFIG
from evals.generate import generate
from rag.errors import InputError
from rag.settings import Settings
from tests.evals.conftest import decided, rewrite, silenced


def test_two_runs_are_the_same_but_for_the_seconds(plan, generated, bundled, tmp_path):
    generate(plan, tmp_path, Settings(), bundled)
    for name in (ANSWERS, CONFIG):
        assert (tmp_path / name).read_bytes() == (generated / name).read_bytes()


def test_the_users_index_is_left_alone(plan, bundled, tmp_path):
    mine = tmp_path / "index"
    generate(plan, tmp_path / "run", Settings(index_dir=mine), bundled)
    assert not mine.exists()


def test_an_equal_run_passes(plan, places):
    assert decided(plan, places) == []
    assert (places.runs / plan.name / "report.md").is_file()


def test_a_worse_run_fails_and_names_the_questions(plan, places, capsys):
    rewrite(places.runs / plan.name, silenced)
    found = {finding.says.split(":")[0]: finding for finding in decided(plan, places)}
    assert found["hit@1 all"].run == "tiny-dev"
    assert len(found["hit@1 all"].questions) >= 5
    assert "tiny-dev: hit@1 all: worse than the accepted run" in capsys.readouterr().err


def test_one_question_less_is_chance(plan, places):
    rewrite(places.runs / plan.name, lambda row: silenced(row) if row["id"] == "n1" else row)
    assert decided(plan, places) == []


def test_a_run_below_a_threshold_fails(plan, places):
    places.thresholds.write_text(
        '["tiny-dev".nl]\n"false_refusals" = { blocking = 0.5, must = 0.1 }\n', encoding="utf-8"
    )
    rewrite(places.runs / plan.name, silenced)
    says = [finding.says for finding in decided(plan, places)]
    assert "false_refusals nl: 1.000 (n=6) is above the threshold 0.5" in says


def test_a_threshold_that_nothing_measures_fails(plan, places):
    places.thresholds.write_text('["tiny-dev".en]\n"false_answers" = { blocking = 0.5 }\n', encoding="utf-8")
    assert [one.says for one in decided(plan, places)] == ["false_answers en: no question measures it"]


def test_what_must_hold_one_day_does_not_block(plan, places):
    places.thresholds.write_text('["tiny-dev".nl]\n"copy_ratio" = { must = 1.1, aim = 1.2 }\n', encoding="utf-8")
    assert decided(plan, places) == []


def test_an_unknown_metric_in_the_thresholds_is_refused(tmp_path):
    file = tmp_path / "thresholds.toml"
    file.write_text('["tiny-dev".nl]\n"hit@2" = { blocking = 0.5 }\n', encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        gate.read_thresholds(file)
    assert str(refusal.value) == f"{file}: 'hit@2' is no metric. Correct the name."


def test_the_committed_thresholds_can_be_read():
    assert "seed-test" in gate.read_thresholds(cli.Places().thresholds)


def test_without_an_accepted_run_the_gate_is_shut_until_one_is_accepted(plan, places):
    places.baseline.unlink()
    assert [one.says for one in decided(plan, places)] == [
        "no run was accepted yet; look at the figures, then add --accept"
    ]
    assert decided(plan, places, is_accepting=True) == []
    assert decided(plan, places) == []


def test_a_loss_is_named_when_it_is_accepted(plan, places, capsys):
    rewrite(places.runs / plan.name, silenced)
    assert decided(plan, places, is_accepting=True) == []
    assert "tiny-dev: hit@1 all: worse than the accepted run" in capsys.readouterr().err
    assert decided(plan, places) == []


def test_a_run_that_misses_a_threshold_is_not_accepted(plan, places, capsys):
    before = places.baseline.read_bytes()
    places.thresholds.write_text('["tiny-dev".nl]\n"false_refusals" = { blocking = 0.5 }\n', encoding="utf-8")
    rewrite(places.runs / plan.name, silenced)
    assert decided(plan, places, is_accepting=True)
    assert places.baseline.read_bytes() == before
    assert "Nothing was accepted: a threshold is missed." in capsys.readouterr().err


def test_the_baseline_holds_a_line_for_each_question(plan, places):
    accepted = gate.read_baseline(places.baseline)["tiny-dev"]
    assert accepted.scores.keys() == {question.id for question in plan.dataset.questions}
    assert sum('"hit@1"' in line for line in places.baseline.read_text(encoding="utf-8").splitlines()) == 7


def test_stored_answers_are_needed_where_none_are_generated(plan, tmp_path):
    with pytest.raises(
        InputError, match=r"There are no stored answers in .*\. Generate them: leave out --no-generate\."
    ):
        cli.run([plan], cli.Places(runs=tmp_path), is_generating=False)


@pytest.mark.parametrize(
    ("field", "value"), [("dataset_sha256", "0"), ("letters", {}), ("encoder", "other"), ("use_renderings", False)]
)
def test_answers_of_another_dataset_or_index_are_refused(plan, places, field, value):
    file = places.runs / plan.name / CONFIG
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | {field: value}), encoding="utf-8")
    with pytest.raises(InputError, match=f"are of another {field.split('_sha')[0]}: "):
        decided(plan, places)


def test_a_failed_or_missing_answer_is_never_left_out(plan, places):
    folder = places.runs / plan.name
    rewrite(folder, lambda row: {"id": row["id"], "status": "failed"} if row["id"] == "e1" else row)
    with pytest.raises(InputError, match=r"1 questions failed: e1\. Nothing is scored in part\."):
        decided(plan, places)
    rewrite(folder, lambda row: row | {"id": "x" if row["id"] == "e1" else row["id"]})
    with pytest.raises(InputError, match=r"1 questions have no answer: e1\. Nothing is scored in part\."):
        decided(plan, places)


def test_a_malformed_answer_is_refused_with_its_line(plan, places):
    file = places.runs / plan.name / ANSWERS
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([lines[0], '{"id": "n2", "status": "perhaps"}', *lines[2:]]), encoding="utf-8")
    with pytest.raises(InputError, match=rf"{file}:2: `status`: Input should be 'answered', .*\. Generate again\."):
        decided(plan, places)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--split", "train"], "--split is 'train'; give one of dev, test."),
        (["--set", "other"], "--set is 'other'; give one of seed, synthetic, longer, all."),
        (
            ["--no-generate", "--accept"],
            "Stored answers may be those of other code. To accept a run leave out --no-generate.",
        ),
    ],
)
def test_an_option_that_is_none_is_refused(arguments, message):
    result = CliRunner().invoke(_app(), arguments)
    assert (result.exit_code, result.output.strip()) == (2, message)


def _app():
    import typer

    app = typer.Typer()
    app.command()(cli.evaluate)
    return app
