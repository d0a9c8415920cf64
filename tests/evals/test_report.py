"""The reports of a run: the same every time, each failing answer beside its evidence, and a trend over the runs."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from evals import page, report
from evals.answers import CONFIG, Answer, Config, Plan
from evals.bars import Bar
from evals.dataset import Suite, load
from evals.gate import Finding
from evals.generate import generate
from evals.history import HISTORY, MAIN, read_history
from evals.metrics import answer_scores
from evals.score import Scored, score
from evals.stored import REPORT, stored_reports
from rag.errors import InputError
from rag.settings import Settings
from rag.store.embedding import encoder_name
from tests.conftest import CYCLING
from tests.evals.conftest import LETTER, decided, item, rewrite, silenced, write_lines

HOSTILE = '<script>alert(1)</script><img src="http://evil.example/x.png">![x](http://evil.example)'
BUILDS = "Het kabinet legt vijftig kilometer fietspad aan langs het spoor."
WRONG = {
    "status": "answered",
    "language": "nl",
    "text": f"Kabinet: «{BUILDS}» [§1]",
    "note": "Een bewering is weggelaten.",
    "claims": [
        {
            "text": BUILDS,
            "voice": "cabinet",
            "endorses": "authors",
            "citations": [{"letter": LETTER, "paragraph": 1, "quote": BUILDS, "start": 0, "end": len(BUILDS)}],
        }
    ],
}


def scored(folder: Path, question: dict[str, object], answer: dict[str, object], *, letter: str = CYCLING) -> Scored:
    """A run of one question with a made-up answer."""
    (folder / f"{LETTER}.txt").write_text(letter, encoding="utf-8")
    write_lines(folder / "dev.jsonl", [item(**question)])
    dataset = load(Suite(name="tiny", questions=folder, letters=folder / f"{LETTER}.txt"), "dev")
    given = Answer.model_validate({"id": "n1"} | answer)
    config = Config(
        run="tiny-dev",
        dataset_sha256=dataset.sha256,
        letters={},
        use_renderings=True,
        encoder="none",
        dimension=1,
        passages=1,
        settings={},
        version="0",
        code_sha256="0" * 64,
    )
    return Scored(
        plan=Plan(dataset=dataset, use_renderings=True),
        config=config,
        answers={"n1": given},
        scores={"n1": answer_scores(dataset.questions[0], given, dataset.letters)},
        seconds={},
    )


def recoded(places, plan, digest: str) -> None:
    """Make the stored answers those of other code."""
    file = places.runs / plan.name / CONFIG
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | {"code_sha256": digest}), "utf-8")


def written(places, plan) -> list[bytes]:
    return [(places.runs / plan.name / name).read_bytes() for name in ("report.md", REPORT)]


def test_a_rerun_writes_the_same_reports_and_adds_no_line(plan, places):
    decided(plan, places, today=date(2026, 3, 1))
    first = written(places, plan)
    decided(plan, places, today=date(2026, 3, 2))
    assert written(places, plan) == first
    assert [one.date.isoformat() for one in read_history(places.runs / HISTORY)] == ["2026-03-01"]


def test_other_code_adds_a_line_and_going_back_adds_none(plan, places):
    own = json.loads((places.runs / plan.name / CONFIG).read_text(encoding="utf-8"))["code_sha256"]
    for day, digest in enumerate([own, "1" * 64, own, "2" * 64], start=1):
        recoded(places, plan, digest)
        decided(plan, places, today=date(2026, 3, day))
    lines = read_history(places.runs / HISTORY)
    assert [(one.date.day, one.code_sha256) for one in lines] == [(1, own), (2, "1" * 64), (4, "2" * 64)]
    assert lines[0].metrics["nl"].keys() == set(MAIN)


def test_the_trend_shows_each_stored_run_of_this_name(plan, places):
    decided(plan, places, today=date(2026, 3, 1))
    stored = places.runs / HISTORY
    other = json.loads(stored.read_text(encoding="utf-8")) | {"run": "other-dev", "date": "2026-02-01"}
    stored.write_text(json.dumps(other | {"later": "field"}) + "\n" + stored.read_text(encoding="utf-8"), "utf-8")
    rewrite(places.runs / plan.name, silenced)
    recoded(places, plan, "1" * 64)
    decided(plan, places, today=date(2026, 3, 9))
    shown, drawn = (one.decode() for one in written(places, plan))
    for text in (shown, drawn):
        assert "Trend over the stored runs" in text
        assert "2026-03-09" in text
        assert "2026-02-01" not in text
    assert re.search(r"\| 2026-03-01 \| [^|]+ \| \w{8} \| \w{8} \| nl \| 1\.000 \[0\.61–1\.00\] n=6 \|", shown)
    assert re.search(r"\| 2026-03-09 \| [^|]+ \| 11111111 \| \w{8} \| nl \| 0\.000 \[0\.00–0\.39\] n=6 \|", shown)
    assert "nl 1.00 at first, 0.00 at last." in drawn


def test_a_broken_line_of_the_history_is_named_with_the_remedy(plan, places):
    decided(plan, places)
    with (places.runs / HISTORY).open("a", encoding="utf-8") as file:
        file.write('{"date": "2026-\n')
    with pytest.raises(InputError, match=rf"{HISTORY}:2: Invalid JSON: .*\. Remove the line\."):
        decided(plan, places)


def test_the_page_has_plots_with_bars_and_a_reason_for_a_shut_gate(plan, places):
    run = score(plan, places.runs / plan.name, encoder_name(""))
    bars = {"nl": {"fact_recall": Bar(blocking=0.1, must=0.2, aim=1.0)}}
    drawn = page.html(run, bars, [Finding(run=plan.name, says="too <low>", questions=("n1", "n2"))])
    assert "too &lt;low&gt;<small>n1, n2</small>" in drawn
    remark = re.search(r">(\d\.\d\d) n=6, must (.), aim (.)<", drawn)
    assert remark, "no bars beside Dutch fact_recall"
    value = run.estimate("fact_recall", "nl").value
    assert remark.groups() == (f"{value:.2f}", "✓", "✓" if value == 1 else "✗")
    assert "false_answers ↓" in drawn


def test_a_wrong_answer_stands_beside_its_evidence(tmp_path):
    asked = {"question": "Wanneer begint de aanleg?", "needed": [[2, 3]], "voice": "cabinet"}
    run = scored(tmp_path, asked, WRONG)
    shown, drawn = report.markdown(run, {}, []), page.html(run, {}, [])
    for text in (shown, drawn):
        assert "Wanneer begint de aanleg?" in text
        assert "status: answered, expected: answered or partial" in text
        assert "note: Een bewering is weggelaten." in text
        assert "not said: 2022" in text
    assert "### n1 (fact): citation_recall, citation_precision, fact_recall, answer_strict" in shown
    assert "> §2 (or §3, not cited): De aanleg begint in 2022. Het werk duurt drie jaar." in shown
    assert f"> §1 (cabinet, endorsing the authors; not a right place): «{BUILDS}»" in shown
    assert '<small>§2, or §3, not cited</small><span lang="nl">De aanleg begint in 2022.' in drawn
    assert f'not a right place</small><span lang="nl">«{BUILDS}»</span>' in drawn


def test_a_quote_that_is_not_the_letters_own_is_called_that(tmp_path):
    forged = json.loads(json.dumps(WRONG).replace("vijftig", "zestig"))
    run = scored(tmp_path, {"needed": [[1]]}, forged)
    assert "(cabinet, endorsing the authors; not the letter's words): «" in report.markdown(run, {}, [])


def test_an_answer_to_what_the_letter_does_not_say_fails_beside_nothing(tmp_path):
    nothing = {"answerable": False, "expected": ["not_in_letters"], "needed": [], "facts": []}
    run = scored(tmp_path, nothing, WRONG)
    assert "Needed:\n\n> The letter does not say it." in report.markdown(run, {}, [])
    assert "The letter does not say it." in page.html(run, {}, [])


def test_a_follow_up_is_shown_with_what_came_before(tmp_path):
    history = [{"role": "user", "content": "Komt er een fietspad?"}, {"role": "assistant", "content": "Ja."}]
    run = scored(tmp_path, {"history": history}, WRONG)
    assert "- user: Komt er een fietspad?\n- assistant: Ja." in report.markdown(run, {}, [])
    assert "<li>user: Komt er een fietspad?</li>" in page.html(run, {}, [])


def test_hostile_text_of_letter_question_and_answer_is_shown_and_never_run(tmp_path):
    answer = json.loads(json.dumps(WRONG)) | {"text": HOSTILE, "note": f"noot {HOSTILE}"}
    answer["claims"][0]["citations"][0] |= {"quote": HOSTILE}
    asked = {
        "question": f"vraag {HOSTILE}",
        "type": HOSTILE,
        "history": [{"role": "user", "content": f"eerder {HOSTILE}"}],
        "facts": [{"nl": [f"feit {HOSTILE}"], "en": ["x"]}],
    }
    run = scored(tmp_path, asked, answer, letter=CYCLING.replace("drie jaar", f"drie jaar {HOSTILE}"))
    shown, drawn = report.markdown(run, {}, []), page.html(run, {}, [])
    for text in (shown, drawn):
        assert text.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 6
        assert not re.search(r"<(?:script|img|a|link|iframe)\b", text)
    assert "](" not in shown
    assert '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';' in drawn


def test_the_page_needs_nothing_beside_it(plan, places):
    decided(plan, places)
    drawn = (places.runs / plan.name / REPORT).read_text(encoding="utf-8")
    assert "http:" not in drawn
    assert "https:" not in drawn
    assert not re.search(r"\b(?:src|href)=|@import|url\(", drawn)


def test_of_the_frozen_test_nothing_is_shown_one_by_one(suite, bundled, tmp_path):
    frozen = Plan(dataset=load(suite, "test"), use_renderings=True)
    generate(frozen, tmp_path, Settings(), bundled)
    rewrite(tmp_path, silenced)
    run = score(frozen, tmp_path, bundled.name)
    for text in (report.markdown(run, {}, []), page.html(run, {}, [])):
        assert "Wanneer begint de aanleg?" not in text
        assert "failing answers" not in text


def test_stored_reports_are_found_by_name(plan, places):
    assert stored_reports(places.runs) == {}
    decided(plan, places)
    assert stored_reports(places.runs) == {"tiny-dev": places.runs / "tiny-dev" / REPORT}
