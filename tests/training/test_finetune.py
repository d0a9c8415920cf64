"""A small network is taught a small paper, made compact, and gives the same answers through onnxruntime."""

from pathlib import Path

import numpy as np
import pytest
import torch

from rag.store.network import Network, damaged_files
from rag.training.finetune import batches
from rag.training.heads import support
from rag.training.losses import TOLD, Asked, Compared, to_read, vector_loss
from rag.training.questions import Item, Paper, Told, Window
from rag.training.student import ANSWERS, UNPROVED, Student
from tests.training.lessons import CLAIM, QUESTIONS, SENTENCES


def test_every_question_comes_once_in_a_round() -> None:
    items = {
        name: [Item(text=f"{name}{n}", language="nl", answers=frozenset(), also=frozenset()) for n in range(19)]
        for name in "ab"
    }
    seen = [(name, item.text) for name, asked in batches(items) for item in asked]
    assert sorted(seen) == sorted((name, item.text) for name, own in items.items() for item in own)


def loss_of(item: Item, scores: list[float], bound: float) -> float:
    """Of a question whose scores with the first windows of a paper are given."""
    own = [Window(keys=frozenset({f"1.{n}"}), text="") for n in range(1, len(scores) + 1)]
    asked = Asked(doc="brief", paper=Paper(sentences={}, windows=own), items=[item])
    compared = Compared(asked=asked, own=own, foreign=[], scores=torch.tensor([scores]))
    return vector_loss(compared, torch.tensor(bound)).item()


def test_a_question_is_the_farther_from_its_goal_the_lower_its_own_window_scores() -> None:
    item = Item(text="?", language="nl", answers=frozenset({"1.1"}), also=frozenset({"1.2"}))
    rows = ([9.0, 1.0, 1.0], [9.0, 20.0, 1.0], [6.0, 1.0, 1.0], [6.0, 1.0, 9.0])
    losses = [loss_of(item, row, 5.0) for row in rows]
    assert losses[0] == pytest.approx(losses[1])  # one that may be quoted neither helps nor harms
    assert losses[0] < losses[2] < losses[3]


def test_a_question_without_an_answer_must_stay_below_the_bound() -> None:
    item = Item(text="?", language="nl", answers=frozenset(), also=frozenset())
    assert loss_of(item, [1.0], 5.0) < loss_of(item, [9.0], 5.0)


def test_a_question_that_a_paper_leaves_open_is_often_read_with_what_would_answer_it() -> None:
    told = Told(after="1.1", texts={"nl": "Die kost een euro.", "en": "It costs one euro."})
    item = Item(text="Wat kost een kaart?", language="nl", answers=frozenset(), also=frozenset(), told=told)
    own = [Window(keys=frozenset({"1.1"}), text="Er komt een kaart.")]
    for language, within in (
        ("nl", "Er komt een kaart. Die kost een euro."),
        ("en", "There is a card. It costs one euro."),
    ):
        first = {"nl": "Er komt een kaart.", "en": "There is a card."}[language]
        paper = Paper(sentences={"1.1": first}, windows=own, language=language)
        compared = Compared(
            asked=Asked(doc="brief", paper=paper, items=[item]), own=own, foreign=[], scores=torch.zeros(1, 1)
        )
        read = [next(iter(to_read(compared))).truths for _ in range(200)]
        assert {truth for truths in read for truth in truths} == {(first, 0.0), (within, 1.0)}
        assert sum((within, 1.0) in truths for truths in read) / len(read) == pytest.approx(TOLD, abs=0.15)


def test_the_losses_fall(taught: tuple[Student, list[tuple[float, ...]]]) -> None:
    _, losses = taught
    for task in range(3):  # the fourth follows a teacher who teaches nothing that can be learned
        first, last = ([step[task] for step in part] for part in (losses[:8], losses[-8:]))
        assert np.mean(last) < 0.8 * np.mean(first)


def test_what_was_taught_is_known(taught: tuple[Student, list[tuple[float, ...]]]) -> None:
    student, _ = taught
    with torch.no_grad():
        for row in QUESTIONS:
            for language in ("nl", "en"):
                odds = student.read(ANSWERS, [(str(row[language]), text) for text in SENTENCES.values()]).odds
                if row["answers"]:
                    assert [list(SENTENCES)[int(odds.argmax())]] == row["answers"]
        wrong = CLAIM["wrong"][0]["nl"]  # type: ignore[index]
        claims = [str(CLAIM["nl"]), wrong]
        read = student.read(UNPROVED, [(claim, SENTENCES["1.2"]) for claim in claims])
        right, twin = support(read.odds, student.claim_tokens(claims))
    assert right > twin


def test_the_compact_form_answers_as_the_network_did(
    taught: tuple[Student, list[tuple[float, ...]]], tmp_path: Path
) -> None:
    pytest.importorskip("onnx", reason="the extra for training is not installed")
    from rag.training.compact import compact

    student, _ = taught
    student.save(tmp_path / "large")
    compact(tmp_path / "large", tmp_path / "small")
    assert not damaged_files(tmp_path / "small")
    again = Student(tmp_path / "small")
    pairs = [(str(row["nl"]), text) for row in QUESTIONS for text in SENTENCES.values()]
    texts = list(SENTENCES.values())
    with torch.no_grad():
        vectors, odds = again.encode(texts).numpy(), again.read(ANSWERS, pairs).odds.numpy()
        words, present = again.read(UNPROVED, pairs).odds, again.claim_tokens([claim for claim, _ in pairs])
    run = {
        name: Network(f"{name}.onnx", max_tokens=96, folder=tmp_path / "small").run(given)
        for name, given in (("model", texts), ("answers", pairs), ("support", pairs))
    }
    assert np.abs(run["model"] - vectors).max() < 0.05
    assert np.abs(run["answers"][:, 0] - odds).max() < 0.1 * np.ptp(odds)
    found = run["support"][present.numpy()]
    assert np.abs(found - words[present].numpy()).max() < 0.1 * float(np.ptp(words[present].numpy()))
