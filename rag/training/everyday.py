"""Everyday sentences: what keeps the vectors those of the English teacher, and sentence pairs that people graded."""

import csv
import gzip
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from rag.training.vocabulary import teacher_folder

EVERYDAY = frozenset({"tatoeba_test2021", "stsb_mt"})
OFFICIAL = "treaties_sent_scored"
LEAST_ALIGNED = 0.5
GRADED_SCALE = 20.0


class Teacher:
    """The English encoder that the network was distilled from, all-MiniLM-L6-v2, as a package carries it."""

    def __init__(self, device: str = "cpu") -> None:
        from transformers import AutoModel, AutoTokenizer

        folder = str(teacher_folder())
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self._model: Any = AutoModel.from_pretrained(folder, dtype=torch.float32).eval().to(device)

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        """Unit vectors of English texts."""
        batch = self._tokenizer(list(texts), padding=True, truncation=True, max_length=96, return_tensors="pt")
        batch = batch.to(self._model.device)
        with torch.no_grad():
            states = self._model(**batch).last_hidden_state
        return functional.normalize((states * batch["attention_mask"].unsqueeze(-1)).sum(dim=1), dim=1)


def read_pairs(path: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """English and Dutch of everyday sentences, and of official ones of middling length that are well aligned."""
    everyday, official = [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            english, dutch, source, score = line.rstrip("\n").split("\t")[:4]
            if source in EVERYDAY:
                everyday.append((english, dutch))
            elif (
                source == OFFICIAL
                and float(score or 0) >= LEAST_ALIGNED
                and all(30 < len(t) < 240 for t in (english, dutch))
            ):
                official.append((english, dutch))
    return everyday, official


def read_graded(path: Path) -> list[tuple[tuple[str, str], tuple[str, str], float]]:
    """Two sentences, each in Dutch and English, and how alike people found them."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [((r["nl1"], r["en1"]), (r["nl2"], r["en2"]), float(r["score"])) for r in rows]


def graded_batches(rows: Sequence[Any], size: int) -> Iterator[tuple[list[str], list[str], torch.Tensor]]:
    """Pairs of texts, each in a language drawn by chance, with their grades; without end."""
    while True:
        order = random.sample(range(len(rows)), len(rows))
        for start in range(0, len(order) - size + 1, size):
            chosen = [rows[index] for index in order[start : start + size]]
            first = [random.choice(one[0]) for one in chosen]
            second = [random.choice(one[1]) for one in chosen]
            yield first, second, torch.tensor([one[2] for one in chosen])


def order_loss(cosines: torch.Tensor, grades: torch.Tensor) -> torch.Tensor:
    """How far the cosines are from the order of the grades (CoSENT, Su 2022)."""
    apart = GRADED_SCALE * (cosines.unsqueeze(1) - cosines.unsqueeze(0))
    counted = apart.masked_fill(~(grades.unsqueeze(1) < grades.unsqueeze(0)), -1e9).flatten()
    return torch.logsumexp(torch.cat([torch.zeros(1, device=counted.device), counted]), dim=0)
