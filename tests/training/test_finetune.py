"""A small network is taught a small paper, made compact, and gives the same answers through onnxruntime."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional
from transformers import AutoTokenizer, BertConfig, BertModel

from rag.settings import BUNDLED_MODEL
from rag.store.network import Network, damaged_files
from rag.training.claims import read_groups
from rag.training.finetune import Course, batches
from rag.training.losses import Asked, Compared, Lessons, vector_loss
from rag.training.questions import Item, Paper, Window, read_items, read_papers
from rag.training.student import Student, support

WIDTH = 48
RATE = 2e-3
STEPS = 40
SENTENCES = {
    "1.1": "De bijdrage stijgt in 2025 naar 40 euro.",
    "1.2": "Gemeenten voeren de regeling uit.",
    "2.1": "De Raad vindt de regeling te ingewikkeld.",
    "2.2": "Het kabinet kiest voor een eenvoudiger formulier.",
}
OTHER = ["De brug bij Zaltbommel wordt hersteld.", "Schepen varen om.", "Het werk duurt tot mei."]
QUESTIONS = [
    {"nl": "Hoe hoog wordt de bijdrage?", "en": "How high will the contribution be?", "answers": ["1.1"], "also": []},
    {"nl": "Wie voert het uit?", "en": "Who carries it out?", "answers": ["1.2"], "also": []},
    {"nl": "Wat wil het kabinet?", "en": "What does the cabinet want?", "answers": ["2.2"], "also": ["2.1"]},
    {"nl": "Wat kost het formulier?", "en": "What does the form cost?", "answers": [], "also": []},
]
CLAIM = {
    "doc": "toeslag", "source": ["1.2"], "nl": "De regeling is een taak van gemeenten.",
    "en": "The scheme is a task of municipalities.",
    "wrong": [{"family": "name", "nl": "De regeling is een taak van provincies.",
               "en": "The scheme is a task of provinces."}],
}  # fmt: skip


class FixedTeacher:
    """Gives each text a direction of its own, always the same."""

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        rows = [np.random.default_rng(sum(text.encode())).normal(size=WIDTH) for text in texts]
        return functional.normalize(torch.tensor(np.array(rows), dtype=torch.float32), dim=1)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network that knows nothing, in the form of the bundled one."""
    folder = tmp_path_factory.mktemp("source")
    torch.manual_seed(1)
    tokenizer = AutoTokenizer.from_pretrained(str(BUNDLED_MODEL))
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=WIDTH, num_hidden_layers=3, num_attention_heads=4, intermediate_size=96
    )
    BertModel(config).save_pretrained(str(folder))
    tokenizer.save_pretrained(str(folder))
    parts = ("modules.json", "config_sentence_transformers.json", "sentence_bert_config.json")
    for part in (*parts, "1_Pooling/config.json", "2_Normalize/config.json"):
        (folder / part).parent.mkdir(exist_ok=True)
        (folder / part).write_bytes((BUNDLED_MODEL / part).read_bytes())
    return folder


@pytest.fixture(scope="module")
def taught(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Student, list[tuple[float, ...]]]:
    """The network after some steps, and the losses of each step."""
    folder = tmp_path_factory.mktemp("papers")
    paper = [[None, [SENTENCES["1.1"], SENTENCES["1.2"]]], [None, [SENTENCES["2.1"], SENTENCES["2.2"]]]]
    documents = {"toeslag": paper, "brug": [[None, OTHER]]}
    (folder / "documents.json").write_text(json.dumps(documents), encoding="utf-8")
    english = {"brug": [["The bridge will be repaired.", "Ships go round.", "The work lasts until May."]]}
    (folder / "english.json").write_text(json.dumps(english), encoding="utf-8")
    rows = [row | {"doc": "toeslag", "kind": "fact"} for row in QUESTIONS]
    (folder / "questions.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "claims.jsonl").write_text(json.dumps(CLAIM), encoding="utf-8")
    everyday = [(f"A cat number {number}.", f"Een kat nummer {number}.") for number in range(12)]
    lessons = Lessons(
        papers=read_papers(folder / "documents.json", folder / "english.json"),
        groups=read_groups(folder / "claims.jsonl"),
        everyday=everyday,
        official=[(f"Member States act within {number} days.", f"Lidstaten doen dit in {number} dagen.")
                  for number in range(2, 12)],
        graded=[((f"Kat {number}.", f"Cat {number}."), ("Hond.", "Dog."), number / 2) for number in range(11)],
    )  # fmt: skip
    random.seed(1)
    student = Student(source)
    course = Course(student, FixedTeacher(), lessons)  # type: ignore[arg-type]
    items = read_items(folder / "questions.jsonl")
    supply = (batch for _ in range(STEPS) for batch in batches(items))
    return student, [course.step([batch], RATE) for batch in supply]


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
                odds = student.answers([(str(row[language]), text) for text in SENTENCES.values()])
                if row["answers"]:
                    assert [list(SENTENCES)[int(odds.argmax())]] == row["answers"]
        wrong = CLAIM["wrong"][0]["nl"]  # type: ignore[index]
        right, twin = support(*student.unproved([(str(CLAIM["nl"]), SENTENCES["1.2"]), (wrong, SENTENCES["1.2"])]))
    assert right > twin


def test_the_compact_form_answers_as_the_network_did(
    taught: tuple[Student, list[tuple[float, ...]]], tmp_path: Path
) -> None:
    pytest.importorskip("onnx", reason="the extra for training is not installed")
    from rag.training.compact import compact
    from rag.training.outputs import read_heads

    student, _ = taught
    student.save(tmp_path / "large")
    compact(tmp_path / "large", tmp_path / "small")
    assert not damaged_files(tmp_path / "small")
    again = Student(tmp_path / "small")
    again.heads.load_state_dict(read_heads(tmp_path / "small"))
    pairs = [(str(row["nl"]), text) for row in QUESTIONS for text in SENTENCES.values()]
    texts = list(SENTENCES.values())
    with torch.no_grad():
        vectors, odds = again.encode(texts).numpy(), again.answers(pairs).numpy()
        words, present = again.unproved(pairs)
    run = {
        name: Network(f"{name}.onnx", max_tokens=96, folder=tmp_path / "small").run(given)
        for name, given in (("model", texts), ("answers", pairs), ("support", pairs))
    }
    assert np.abs(run["model"] - vectors).max() < 0.05
    assert np.abs(run["answers"][:, 0] - odds).max() < 0.1 * np.ptp(odds)
    found = run["support"][present.numpy()]
    assert np.abs(found - words[present].numpy()).max() < 0.1 * float(np.ptp(words[present].numpy()))
