"""A tiny question set on a tiny letter, answered once by the real assistant."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from evals import cli, gate
from evals.answers import ANSWERS, Plan
from evals.dataset import Suite, load
from evals.generate import generate
from rag.settings import Settings
from rag.store.embedding import BundledEncoder
from tests.conftest import CYCLING

LETTER = "2021-fietspad"
BLANK = {
    "history": [], "answerable": True, "expected": ["answered", "partial"], "also_right": [], "must_not": [],
    "voice": None, "twin": None,
}  # fmt: skip
ASKED = (
    ("n1", "nl", "Hoeveel kilometer fietspad legt het kabinet aan?", 1, "vijftig", "fifty"),
    ("n2", "nl", "Wat zijn de kosten van het fietspad langs het spoor?", 1, "12 miljoen", "12 million"),
    ("n3", "nl", "Wanneer begint de aanleg?", 2, "2022", "2022"),
    ("n4", "nl", "Hoe lang duurt het werk?", 2, "drie jaar", "three"),
    ("n5", "nl", "Wil het kabinet het Fietsverdrag opzeggen?", 3, "niet opzeggen", "not"),
    ("n6", "nl", "Wat vergt een opzegging van het Fietsverdrag?", 3, "instemming", "consent"),
    ("e1", "en", "When does construction start?", 2, "2022", "2022"),
)


def item(**changes: object) -> dict[str, object]:
    """One sound question, with changes."""
    facts = [{"nl": ["2022"], "en": ["2022"]}]
    asked = {"id": "n1", "language": "nl", "type": "fact", "question": "Wanneer?", "needed": [[2]], "facts": facts}
    return BLANK | asked | changes


def write_lines(file: Path, rows: list[dict[str, object]]) -> Path:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def tiny_rows() -> list[dict[str, object]]:
    rows = [
        item(id=name, language=language, question=text, needed=[[place]], facts=[{"nl": [nl], "en": [en]}])
        for name, language, text, place, nl, en in ASKED
    ]
    nothing = {"answerable": False, "expected": ["not_in_letters", "out_of_scope"], "needed": [], "facts": []}
    rows.append(item(id="n7", type="near_miss", question="Hoeveel bruggen bouwt het kabinet in Zeeland?") | nothing)
    return rows


@pytest.fixture(scope="session")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    folder = tmp_path_factory.mktemp("tiny")
    (folder / f"{LETTER}.txt").write_text(CYCLING, encoding="utf-8")
    for split in ("dev", "test"):
        write_lines(folder / f"{split}.jsonl", tiny_rows())
    return Suite(name="tiny", questions=folder, letters=folder / f"{LETTER}.txt")


@pytest.fixture(scope="session")
def plan(suite: Suite) -> Plan:
    return Plan(dataset=load(suite, "dev"), use_renderings=True)


@pytest.fixture(scope="session")
def generated(plan: Plan, bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated")
    generate(plan, folder, Settings(), bundled)
    return folder


@pytest.fixture
def places(generated: Path, plan: Plan, tmp_path: Path) -> cli.Places:
    """A copy of the stored answers, thresholds that they meet, and themselves as the accepted run."""
    made = cli.Places(runs=tmp_path, thresholds=tmp_path / "thresholds.toml", baseline=tmp_path / "baseline.json")
    shutil.copytree(generated, tmp_path / plan.name)
    made.thresholds.write_text('["tiny-dev".nl]\n"language_right" = { blocking = 1.0 }\n', encoding="utf-8")
    gate.accept(cli.run([plan], made, is_generating=False), made.baseline)
    return made


def rewrite(folder: Path, change: Callable[[dict], dict]) -> None:
    """Change each stored answer."""
    file = folder / ANSWERS
    write_lines(file, [change(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()])


def silenced(row: dict) -> dict:
    """An answer that says nothing."""
    return row | {"status": "not_in_letters", "text": "Dat staat er niet.", "claims": [], "retrieved": []}


def decided(plan: Plan, places: cli.Places, *, today: date = date(2026, 3, 1), is_accepting: bool = False):
    """What the gate says of the stored answers."""
    return cli.decide(cli.run([plan], places, is_generating=False), places, today=today, is_accepting=is_accepting)
