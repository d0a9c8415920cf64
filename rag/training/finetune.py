"""Teach the network questions and claims: `python -m rag.training.finetune --help`.

One network learns four things at once, from each in every step:

- vectors: a question must find its sentences among windows of its paper and of others, and one without an answer must
  stay below a learned bound;
- answers: reading a question and a sentence together, does the one answer the other? Negatives are the sentences that
  come nearest without being right;
- support: reading a claim and a sentence together, which words of the claim does the sentence leave unproved? From
  claims written by hand with twins changed in a few words, and from aligned sentences changed by rule (`perturb.py`);
- everyday: vectors stay those of the English teacher, and follow the grades that people gave to sentence pairs.

Vectors come from the network itself; each of the two readings has a head, and a low-rank difference to its matrices
where `RANKS` gives it one.
With a graphics card (CUDA) a step is of twelve papers instead of one, and all layers learn; on processors the word
embeddings and the lowest layers stay as they are. The rate falls to nothing over the minutes given.
"""

import argparse
import itertools
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import torch

from rag.settings import BUNDLED_MODEL
from rag.training.claims import read_groups, without_holders
from rag.training.everyday import Teacher, graded_batches, read_graded, read_pairs
from rag.training.losses import (
    GRADED_A_PAPER,
    Lessons,
    answer_loss,
    claims_of_a_step,
    compare,
    everyday_loss,
    in_some_language,
    support_loss,
    to_read,
    vector_loss,
)
from rag.training.questions import Item, read_items, read_papers
from rag.training.student import ANSWERS, UNPROVED, Student

DIFFERENCE_FACTOR, HEAD_FACTOR, BOUND_FACTOR = 4, 10, 80
"""How much faster the readings' differences, their heads and the bound learn than the network."""
WARM_UP_STEPS = 40
PAPERS_A_STEP = {"cpu": 1, "cuda": 12}
QUESTIONS_A_PAPER = 8
FIRST_BOUND = 9.0
FALLING_FROM, LEAST_RATE = 0.3, 0.02
"""Share of the time from which on the rate falls, and to what share of it."""
SAVE_STEPS = 100
HELD_APART = frozenset(
    {"circ05-0", "circ10-0", "luchtvaart-0", "regeer-5", "rvs1-0", "brief-a2", "brief-c2", "brief-e2", "brief-g2"}
)
"""Papers that nothing is learned from: the scores of `rag/` are fitted on them."""
SEED = 2


def batches(items: dict[str, list[Item]]) -> Iterator[tuple[str, list[Item]]]:
    """Questions about one paper at a time; each question once."""
    for own in items.values():
        random.shuffle(own)
    places = [(name, start) for name, own in items.items() for start in range(0, len(own), QUESTIONS_A_PAPER)]
    for name, start in random.sample(places, len(places)):
        yield name, items[name][start : start + QUESTIONS_A_PAPER]


class Steps(Protocol):
    """Something that is learned step by step."""

    tasks: tuple[str, ...]
    """What the losses of a step are of."""
    rate: float
    """The highest learning rate."""
    papers: int
    """How many papers a step asks about."""

    def step(self, batch: Sequence[tuple[str, Sequence[Item]]], rate: float) -> tuple[float, ...]:
        """Learn from questions about papers; the losses."""


class Course:
    """The steps of training."""

    tasks: tuple[str, ...] = ("vectors", "answers", "support", "everyday")
    rate = 1e-4

    def __init__(self, student: Student, teacher: Teacher, lessons: Lessons, papers: int = 1) -> None:
        """Every step is about so many papers, and as many more claims and everyday sentences."""
        self._student, self._teacher, self._lessons, self.papers = student, teacher, lessons, papers
        self._graded = graded_batches(lessons.graded, GRADED_A_PAPER * papers)
        self._network = student.network()
        self._bound = torch.nn.Parameter(torch.tensor(FIRST_BOUND, device=student.device))
        named = list(student.readings.named_parameters())
        differences, heads = (
            [one for name, one in named if (".difference." in name) == is_it] for is_it in (True, False)
        )
        groups = (
            (self._network, 1), (differences, DIFFERENCE_FACTOR), (heads, HEAD_FACTOR), ([self._bound], BOUND_FACTOR),
        )  # fmt: skip
        self._optimiser = torch.optim.AdamW(
            [{"params": own, "lr": 0.0, "factor": factor} for own, factor in groups], weight_decay=0.01
        )

    def step(self, batch: Sequence[tuple[str, Sequence[Item]]], rate: float) -> tuple[float, ...]:
        """Learn from questions about papers, and from claims and everyday sentences; the losses of the four."""
        for group in self._optimiser.param_groups:
            group["lr"] = rate * group["factor"]
        self._optimiser.zero_grad()
        compared = compare(
            self._student, self._lessons, [in_some_language(self._lessons, doc, asked) for doc, asked in batch]
        )
        vectors = torch.stack([vector_loss(one, self._bound) for one in compared]).mean()
        questions = [one for asked in compared for one in to_read(asked)]
        read = self._student.read(ANSWERS, [pair for one in questions for pair in one.pairs])
        answers = answer_loss(read.odds, questions)
        self._backward(vectors + answers)
        claims = claims_of_a_step(self._lessons, self.papers)
        read = self._student.read(UNPROVED, [(one.claim, one.text) for one in claims])
        proofs = self._backward(support_loss(self._student, claims, read.odds))
        everyday = self._backward(everyday_loss(self._student, self._teacher, self._lessons, self._graded, self.papers))
        torch.nn.utils.clip_grad_norm_(self._network, 1.0)
        self._optimiser.step()
        return vectors.item(), answers.item(), proofs, everyday

    def _backward(self, loss: torch.Tensor) -> float:
        loss.backward()  # type: ignore[no-untyped-call]
        return loss.item()


def train(course: Steps, items: dict[str, list[Item]], *, seconds: float, save: Callable[[], None]) -> None:
    """Step until the time is over; progress goes to standard output, and what was learned is saved now and then."""
    started = time.monotonic()
    supply = (batch for _ in itertools.count() for batch in batches(items))
    for step in itertools.count(1):
        passed = (time.monotonic() - started) / seconds
        if passed >= 1:
            break
        falling = max(LEAST_RATE, min(1.0, (1 - passed) / (1 - FALLING_FROM)))
        rate = course.rate * min(1.0, step / WARM_UP_STEPS) * falling
        losses = zip(course.tasks, course.step(list(itertools.islice(supply, course.papers)), rate), strict=True)
        print(f"{passed:4.0%} step {step}:", *(f"{name} {loss:.3f}" for name, loss in losses), flush=True)
        if step % SAVE_STEPS == 0:
            save()
    save()


def read_lessons(papers: Path, pairs: Path, graded: Path) -> tuple[Lessons, dict[str, list[Item]]]:
    """What is taught, and the questions of each paper, without those that are held apart."""
    known = read_papers(papers / "documents.json", papers / "english.json")
    taught = {name: paper for name, paper in known.items() if name not in HELD_APART}
    groups = [without_holders(group) for group in read_groups(papers / "claims.jsonl") if group.doc in taught]
    everyday, official = read_pairs(pairs)
    lessons = Lessons(
        papers=taught,
        groups=[group for group in groups if group.wrong],
        everyday=everyday,
        official=official,
        graded=read_graded(graded),
    )
    return lessons, {name: own for name, own in read_items(papers / "questions.jsonl").items() if name in taught}


def arguments(description: str) -> argparse.ArgumentParser:
    """What every kind of training is told."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--source", type=Path, default=BUNDLED_MODEL, help="folder of the network to go on from")
    parser.add_argument("--papers", type=Path, required=True, help="folder that rag.training.papers wrote")
    parser.add_argument("--pairs", type=Path, required=True, help="aligned sentences: english, dutch, source, score")
    parser.add_argument("--graded", type=Path, required=True, help="graded sentence pairs: nl1, nl2, en1, en2, score")
    parser.add_argument(
        "--target", type=Path, required=True, help="folder to write; rag.training.compact makes it small"
    )
    parser.add_argument("--minutes", type=float, default=80.0)
    return parser


def main() -> None:
    """Read the command line, train, and save in the form of SOURCE with the readings beside it."""
    given = arguments("Teach a sentence encoder questions and claims.").parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    lessons, items = read_lessons(given.papers, given.pairs, given.graded)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    student = Student(given.source, device)
    course = Course(student, Teacher(device), lessons, PAPERS_A_STEP[device])
    train(course, items, seconds=60 * given.minutes, save=lambda: student.save(given.target))


if __name__ == "__main__":
    main()
