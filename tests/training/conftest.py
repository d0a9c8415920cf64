"""A small network, a small paper, and the network after it was taught that."""

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
from rag.training.claims import read_groups
from rag.training.finetune import Course, batches
from rag.training.losses import Lessons
from rag.training.questions import Item, read_items, read_papers
from rag.training.student import Student
from tests.training.lessons import CLAIM, OTHER, QUESTIONS, RATE, SENTENCES, STEPS, WIDTH


class FixedTeacher:
    """Gives each text a direction of its own, always the same."""

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        rows = [np.random.default_rng(sum(text.encode())).normal(size=WIDTH) for text in texts]
        return functional.normalize(torch.tensor(np.array(rows), dtype=torch.float32), dim=1)


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> tuple[Lessons, dict[str, list[Item]]]:
    """What is taught, and the questions of each paper."""
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
    found = Lessons(
        papers=read_papers(folder / "documents.json", folder / "english.json"),
        groups=read_groups(folder / "claims.jsonl"),
        everyday=everyday,
        official=[(f"Member States act within {number} days.", f"Lidstaten doen dit in {number} dagen.")
                  for number in range(2, 12)],
        graded=[((f"Kat {number}.", f"Cat {number}."), ("Hond.", "Dog."), number / 2) for number in range(11)],
    )  # fmt: skip
    return found, read_items(folder / "questions.jsonl")


@pytest.fixture(scope="session")
def taught(source: Path, lessons: tuple[Lessons, dict[str, list[Item]]]) -> tuple[Student, list[tuple[float, ...]]]:
    """The network after some steps, and the losses of each step."""
    random.seed(1)
    torch.manual_seed(1)
    student = Student(source)
    course = Course(student, FixedTeacher(), lessons[0])  # type: ignore[arg-type]
    supply = (batch for _ in range(STEPS) for batch in batches(lessons[1]))
    return student, [course.step([batch], RATE) for batch in supply]
