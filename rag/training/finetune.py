"""Teach the network questions: `python -m rag.training.finetune SOURCE DOCUMENTS QUESTIONS PAIRS TARGET`.

SOURCE is a sentence-transformers folder of a BERT; `rag/training/questions.py` says what DOCUMENTS and QUESTIONS hold.
PAIRS are the aligned sentences of the distillation, whose vectors must stay where they are. It learns two tasks:

- by vectors: a question must find its sentences among windows of its paper (softmax), and one without an answer must
  stay below a learned bound;
- by reading a question and a sentence together: does the one answer the other? Negatives are the four sentences that
  come nearest without being right, and one by chance.

The word embeddings are left as they are.
"""

import argparse
import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch.nn import functional

from rag.answering.reading import MAX_TOKENS
from rag.training.questions import Item, Paper, Window, read_items, read_papers

STEPS = 900
LEARNING_RATE = 8e-5
HEAD_FACTOR, BOUND_FACTOR = 40, 100
"""How much faster the head of the pairs and the bound learn than the network."""
WARM_UP_STEPS = 40
SCALE = 20.0
"""Cosines are multiplied by this before the softmax, as in the distillation."""
FIRST_BIAS = -13.0
"""So that the head, which begins as `SCALE` times a cosine, says about as often yes as no."""
QUESTIONS_A_STEP = 14
MAX_WINDOWS = 64
"""Windows of a paper a step: those that answer up to two thirds, and others by chance."""
NEAR_NEGATIVES, RANDOM_NEGATIVES = 4, 1
ALSO_TARGET = 0.7
"""Truth of a sentence that one may quote but need not."""
BOUND_WEIGHT, PAIR_WEIGHT, CHOICE_WEIGHT, STAY_WEIGHT = 0.25, 2.0, 0.7, 5.0
STAY_PAIRS, STAY_BATCH = 600, 12
BATCH = 16
MAX_WINDOW_TOKENS = 96
MAX_QUESTION_TOKENS = 40
SEED = 0
NEVER = -1e9


class Student:
    """The network in training: unit vectors of texts, and log-odds of pairs."""

    def __init__(self, source: Path) -> None:
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer: Any = AutoTokenizer.from_pretrained(str(source))
        self.model: Any = AutoModel.from_pretrained(str(source), dtype=torch.float32)
        for module in self.model.modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = 0.0
        for parameter in self.model.embeddings.parameters():
            parameter.requires_grad_(requires_grad=False)
        width = int(self.model.config.hidden_size)
        self.head = torch.nn.Linear(2 * width, 1)
        with torch.no_grad():
            self.head.weight.zero_()
            self.head.weight[:, :width] = SCALE
            self.head.bias.fill_(FIRST_BIAS)

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        """Vectors in the order of the texts."""
        ids = self.tokenizer(list(texts), truncation=True, max_length=MAX_WINDOW_TOKENS)["input_ids"]
        rows: list[torch.Tensor] = [torch.empty(0)] * len(ids)
        for batch, states, mask in self._states(ids):
            pooled = _mean(states, mask)
            for place, index in enumerate(batch):
                rows[index] = pooled[place]
        return torch.stack(rows)

    def log_odds(self, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
        """For each question and sentence, that the one answers the other: as `answers.onnx` computes it."""
        ids = [self._pair(*pair) for pair in pairs]
        rows: list[torch.Tensor] = [torch.empty(0)] * len(ids)
        for batch, states, mask in self._states(ids):
            ends = (torch.arange(states.shape[1]) <= torch.tensor([[self._end(ids[i])] for i in batch])).float()
            question, sentence = _mean(states, ends), _mean(states, mask - ends)
            odds = self.head(torch.cat([question * sentence, (question - sentence).abs()], dim=1)).squeeze(-1)
            for place, index in enumerate(batch):
                rows[index] = odds[place]
        return torch.stack(rows)

    def _pair(self, question: str, sentence: str) -> list[int]:
        first, second = (self.tokenizer(text, add_special_tokens=False)["input_ids"] for text in (question, sentence))
        begin, end = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        first = first[:MAX_QUESTION_TOKENS]
        return [begin, *first, end, *second[: MAX_TOKENS - 3 - len(first)], end]

    def _end(self, ids: list[int]) -> int:
        return ids.index(self.tokenizer.sep_token_id)

    def _states(self, ids: list[list[int]]) -> Iterator[tuple[list[int], torch.Tensor, torch.Tensor]]:
        """Indices, states and mask, batch by batch; texts of like length share one."""
        order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            width = max(len(ids[index]) for index in batch)
            inputs = torch.tensor([ids[index] + [0] * (width - len(ids[index])) for index in batch])
            mask = torch.tensor([[1.0] * len(ids[index]) + [0.0] * (width - len(ids[index])) for index in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = self.model(input_ids=inputs, attention_mask=mask.long()).last_hidden_state
            yield batch, states.float(), mask


def _mean(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean of the states that the mask takes, at unit length; the divisor disappears in that."""
    return functional.normalize((states * mask.unsqueeze(-1)).sum(dim=1), dim=1)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """The questions of a step against windows of their paper."""

    windows: Sequence[Window]
    scores: torch.Tensor
    """Scaled cosines, [questions, windows]."""


def compare(student: Student, paper: Paper, items: Sequence[Item]) -> Compared:
    """Hold the questions against windows that answer one of them and others by chance."""
    wanted = frozenset[str]().union(*(item.answers | item.also for item in items))
    answering = [window for window in paper.windows if window.keys & wanted]
    others = [window for window in paper.windows if not window.keys & wanted]
    used = random.sample(answering, min(len(answering), 2 * MAX_WINDOWS // 3))
    used += random.sample(others, min(len(others), MAX_WINDOWS - len(used)))
    questions, windows = student.encode([item.text for item in items]), student.encode([one.text for one in used])
    return Compared(windows=used, scores=SCALE * questions @ windows.T)


def vector_loss(compared: Compared, items: Sequence[Item], bound: torch.Tensor) -> torch.Tensor:
    """How far the questions are from finding their windows, and those without an answer from finding none."""
    scores = compared.scores
    right = torch.tensor([[bool(window.keys & item.answers) for window in compared.windows] for item in items])
    allowed = torch.tensor([[bool(window.keys & item.also) for window in compared.windows] for item in items]) & ~right
    found, empty = right.any(dim=1), torch.tensor([not item.answers for item in items])
    loss = torch.zeros(())
    if found.any():
        among = torch.logsumexp(scores.masked_fill(allowed, NEVER), dim=1)[found]
        loss = loss + (among - torch.logsumexp(scores.masked_fill(~right, NEVER), dim=1)[found]).mean()
        best = scores.masked_fill(~right, NEVER).max(dim=1).values[found]
        loss = loss + BOUND_WEIGHT * functional.softplus(bound - best).mean()
    if empty.any():
        loss = loss + BOUND_WEIGHT * functional.softplus(scores.max(dim=1).values[empty] - bound).mean()
    return loss


def pair_loss(student: Student, paper: Paper, compared: Compared, items: Sequence[Item]) -> torch.Tensor:
    """How far the network is from telling sentences that answer from those that merely come near."""
    single = {next(iter(w.keys)): place for place, w in enumerate(compared.windows) if len(w.keys) == 1}
    pairs: list[tuple[str, str]] = []
    targets: list[float] = []
    owners: list[int] = []
    for number, item in enumerate(items):
        nearness = compared.scores[number].tolist()
        wrong = sorted(single.keys() - item.answers - item.also, key=lambda key: -nearness[single[key]])
        far = wrong[NEAR_NEGATIVES:]
        chosen = dict.fromkeys(wrong[:NEAR_NEGATIVES] + random.sample(far, min(RANDOM_NEGATIVES, len(far))), 0.0)
        chosen |= dict.fromkeys(random.sample(sorted(item.answers), min(2, len(item.answers))), 1.0)
        chosen |= dict.fromkeys(random.sample(sorted(item.also), min(1, len(item.also))), ALSO_TARGET)
        pairs += [(item.text, paper.sentences[key]) for key in chosen]
        targets += chosen.values()
        owners += [number] * len(chosen)
    odds, truth, owner = student.log_odds(pairs), torch.tensor(targets), torch.tensor(owners)
    loss = PAIR_WEIGHT * functional.binary_cross_entropy_with_logits(odds, truth)
    choices = []
    for number in {o for o, t in zip(owners, targets, strict=True) if t == 1.0}:
        mine = (owner == number) & (truth != ALSO_TARGET)
        choices.append(torch.logsumexp(odds[mine], 0) - torch.logsumexp(odds[mine & (truth == 1.0)], 0))
    return loss + CHOICE_WEIGHT * torch.stack(choices).mean() if choices else loss


def batches(items: dict[str, list[Item]]) -> Iterator[tuple[str, list[Item]]]:
    """Questions about one paper at a time, without end; each question once before any comes again."""
    while True:
        for own in items.values():
            random.shuffle(own)
        places = [(name, start) for name, own in items.items() for start in range(0, len(own), QUESTIONS_A_STEP)]
        for name, start in random.sample(places, len(places)):
            yield name, items[name][start : start + QUESTIONS_A_STEP]


def train(student: Student, papers: dict[str, Paper], items: dict[str, list[Item]], pairs: Path) -> None:
    """Teach both tasks; progress goes to standard output."""
    anchors = read_pairs(pairs)
    with torch.no_grad():
        fixed = [student.encode([pair[side] for pair in anchors]) for side in (0, 1)]
    bound = torch.nn.Parameter(torch.tensor(SCALE / 2))
    network = [parameter for parameter in student.model.parameters() if parameter.requires_grad]
    groups = ((network, 1), (list(student.head.parameters()), HEAD_FACTOR), ([bound], BOUND_FACTOR))
    optimiser = torch.optim.AdamW(
        [{"params": own, "lr": LEARNING_RATE * factor} for own, factor in groups], weight_decay=0.01
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP_STEPS) * max(0.03, 1 - step / STEPS)
    )
    supply = batches(items)
    for step in range(1, STEPS + 1):
        name, asked = next(supply)
        compared = compare(student, papers[name], asked)
        loss = vector_loss(compared, asked, bound) + pair_loss(student, papers[name], compared, asked)
        sample = random.sample(range(len(anchors)), STAY_BATCH)
        for side in (0, 1):
            moved = student.encode([anchors[index][side] for index in sample])
            loss = loss + STAY_WEIGHT * (1 - (moved * fixed[side][sample]).sum(dim=1)).mean()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network, 1.0)
        optimiser.step()
        rate.step()
        print(f"step {step} of {STEPS}: loss {loss.item():.3f}", flush=True)


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Aligned sentences of middling length, drawn by chance."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        rows = [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines]
    fitting = [(row[0], row[1]) for row in rows if all(40 < len(text) < 250 for text in row)]
    return random.sample(fitting, STAY_PAIRS)


def main() -> None:
    """Read the command line, train, and save in the form of SOURCE with the head beside it."""
    parser = argparse.ArgumentParser(description="Teach a sentence encoder which sentences answer which questions.")
    for name in ("source", "documents", "questions", "pairs", "target"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--keep-apart", nargs="*", default=[], help="papers that are not trained on")
    given = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    student = Student(given.source)
    items = {name: own for name, own in read_items(given.questions).items() if name not in given.keep_apart}
    train(student, read_papers(given.documents), items, given.pairs)
    student.model.save_pretrained(str(given.target))
    student.tokenizer.save_pretrained(str(given.target))
    save_file(student.head.state_dict(), given.target / "head.safetensors")


if __name__ == "__main__":
    main()
