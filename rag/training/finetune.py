"""Teach the encoder questions: `python -m rag.training.finetune SOURCE DOCUMENTS QUESTIONS PAIRS TARGET`.

SOURCE is a sentence-transformers folder of a BERT. DOCUMENTS is JSON: per document its paragraphs, each
`[heading, [sentence, ...]]`. QUESTIONS are JSON lines `{"doc", "question", "answerable", "answers"}`, the answers as
`[paragraph, sentence]` from 1. PAIRS are the aligned sentences of the distillation, whose vectors must stay where
they are.

For each document a question must find its sentences among those of the whole document (softmax over windows of
one and two sentences), and a question without answer must stay below a learned bound: that is what makes
the cosine tell whether a letter answers at all. The word embeddings are left as they are.
"""

import argparse
import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

EPOCHS = 2
LEARNING_RATE = 6e-5
WARM_UP_STEPS = 20
SCALE = 20.0
"""Cosines are multiplied by this before the softmax, as in the distillation."""
MAX_WINDOWS = 72
"""Windows of a document a step: all that answer, and others by chance."""
UNANSWERABLE = 10
"""Questions without answer a step."""
ANSWERABILITY_WEIGHT = 0.5
STAY_WEIGHT = 5.0
STAY_PAIRS = 600
STAY_BATCH = 16
BATCH = 16
MAX_TOKENS = 96
SEED = 0


@dataclass(frozen=True, kw_only=True)
class Window:
    """One or two neighbouring sentences of a document."""

    paragraph: int
    sentences: frozenset[int]
    text: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """A question about one document."""

    text: str
    answers: tuple[tuple[int, int], ...]

    def is_in(self, window: Window) -> bool:
        """Whether the window holds a sentence that answers."""
        return any(p == window.paragraph and s in window.sentences for p, s in self.answers)


class Student:
    """The encoder in training: mean pooling, unit vectors."""

    def __init__(self, source: Path) -> None:
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer: Any = AutoTokenizer.from_pretrained(str(source))
        self.model: Any = AutoModel.from_pretrained(str(source), dtype=torch.float32)
        for module in self.model.modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = 0.0
        for parameter in self.model.embeddings.parameters():
            parameter.requires_grad_(requires_grad=False)

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        """Vectors in the order of the texts; texts of like length share a batch."""
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        rows: list[torch.Tensor] = [torch.empty(0)] * len(texts)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            tokens = self.tokenizer(
                [texts[index] for index in batch],
                padding=True,
                truncation=True,
                max_length=MAX_TOKENS,
                return_token_type_ids=False,
                return_tensors="pt",
            )
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = self.model(**tokens).last_hidden_state
            mask = tokens["attention_mask"].unsqueeze(-1).float()
            pooled = functional.normalize((hidden.float() * mask).sum(1) / mask.sum(1), dim=1)
            for place, index in enumerate(batch):
                rows[index] = pooled[place]
        return torch.stack(rows)


def windows_of(document: Sequence[tuple[str, Sequence[str]]]) -> list[Window]:
    """Every sentence and every two neighbours, paragraph by paragraph."""
    return [
        Window(
            paragraph=number,
            sentences=frozenset(range(first + 1, first + size + 1)),
            text=" ".join(sentences[first : first + size]),
        )
        for number, (_, sentences) in enumerate(document, start=1)
        for size in (1, 2)
        for first in range(len(sentences) - size + 1)
    ]


def step_loss(
    student: Student, windows: list[Window], items: list[Item], without: list[Item], bound: torch.Tensor
) -> torch.Tensor:
    """How far the questions of one document are from finding their windows, and the others from finding none."""
    answering = [window for window in windows if any(item.is_in(window) for item in items)]
    others = [window for window in windows if window not in answering]
    random.shuffle(others)
    used = (answering + others)[:MAX_WINDOWS]
    found = torch.tensor([[item.is_in(window) for window in used] for item in items])
    items_vectors, window_vectors = student.encode([i.text for i in items]), student.encode([w.text for w in used])
    scores = SCALE * items_vectors @ window_vectors.T
    kept = found.any(dim=1)
    right = torch.logsumexp(scores.masked_fill(~found, -1e9), dim=1)[kept]
    loss = (torch.logsumexp(scores, dim=1)[kept] - right).mean()
    sampled = random.sample(without, min(UNANSWERABLE, len(without)))
    highest = (SCALE * student.encode([item.text for item in sampled]) @ window_vectors.T).max(dim=1).values
    told = functional.softplus(highest - bound).mean() + functional.softplus(bound - right).mean()
    return loss + ANSWERABILITY_WEIGHT * told


def train(source: Path, documents: Path, questions: Path, pairs: Path, target: Path) -> None:
    """Fine-tune and save in the form of SOURCE; progress goes to standard output."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    student = Student(source)
    papers = [windows_of(document) for document in json.loads(documents.read_text(encoding="utf-8"))]
    asked = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    anchors = read_pairs(pairs)
    with torch.no_grad():
        fixed = [student.encode([pair[side] for pair in anchors]) for side in (0, 1)]
    bound = torch.nn.Parameter(torch.tensor(SCALE / 2))
    optimiser = torch.optim.AdamW(
        [bound, *(p for p in student.model.parameters() if p.requires_grad)], lr=LEARNING_RATE, weight_decay=0.01
    )
    steps = EPOCHS * len(papers)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP_STEPS) * max(0.05, 1 - step / steps)
    )
    for epoch in range(EPOCHS):
        for paper in random.sample(range(len(papers)), len(papers)):
            items = [
                Item(text=q["question"], answers=tuple(map(tuple, q["answers"]))) for q in asked if q["doc"] == paper
            ]
            with_answer, without = [i for i in items if i.answers], [i for i in items if not i.answers]
            loss = step_loss(student, papers[paper], with_answer, without, bound)
            sample = random.sample(range(len(anchors)), STAY_BATCH)
            for side in (0, 1):
                moved = student.encode([anchors[index][side] for index in sample])
                loss = loss + STAY_WEIGHT * (1 - (moved * fixed[side][sample]).sum(dim=1)).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(student.model.parameters(), 1.0)
            optimiser.step()
            rate.step()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {loss.item():.3f}")
    student.model.half().save_pretrained(str(target))
    student.tokenizer.save_pretrained(str(target))


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Aligned sentences of middling length, drawn by chance."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        rows = [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines]
    fitting = [(row[0], row[1]) for row in rows if all(40 < len(text) < 250 for text in row)]
    return random.sample(fitting, STAY_PAIRS)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Teach a sentence encoder which sentences answer which questions.")
    for name in ("source", "documents", "questions", "pairs", "target"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    train(given.source, given.documents, given.questions, given.pairs, given.target)


if __name__ == "__main__":
    main()
