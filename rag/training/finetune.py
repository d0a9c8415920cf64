"""Teach the network questions and claims: `python -m rag.training.finetune --help`.

One network learns four things at once, from each in every step:

- vectors: a question must find its sentences among windows of its paper and of others, and one without an answer must
  stay below a learned bound;
- answers: reading a question and a sentence together, does the one answer the other? Negatives are the sentences that
  come nearest without being right;
- support: reading a claim and a sentence together, which words of the claim does the sentence leave unproved? From
  claims written by hand with twins changed in a few words, and from aligned sentences changed by rule (`perturb.py`);
- everyday: vectors stay those of the English teacher, and follow the grades that people gave to sentence pairs.

With a graphics card (CUDA) a step is of twelve papers instead of one, and all layers learn; on processors the word
embeddings and the lowest layers stay as they are. The rate falls to nothing over the minutes given.
"""

import argparse
import itertools
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch

from rag.settings import BUNDLED_MODEL
from rag.training.claims import read_groups, without_holders
from rag.training.everyday import Teacher, graded_batches, read_graded, read_pairs
from rag.training.losses import (
    GRADED_A_PAPER,
    RENDERED,
    Asked,
    Lessons,
    answer_loss,
    claims_of_a_step,
    compare,
    everyday_loss,
    support_loss,
    vector_loss,
)
from rag.training.questions import Item, read_items, read_papers
from rag.training.student import Student

LEARNING_RATE = 1e-4
HEAD_FACTOR, BOUND_FACTOR = 10, 80
"""How much faster the heads and the bound learn than the network."""
WARM_UP_STEPS = 40
PAPERS_A_STEP = {"cpu": 1, "cuda": 12}
QUESTIONS_A_PAPER = 8
LEAST_ENGLISH = 3
"""Questions in English that are asked together of a rendering."""
TASKS = ("vectors", "answers", "support", "everyday")
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


class Course:
    """The steps of training."""

    def __init__(self, student: Student, teacher: Teacher, lessons: Lessons, papers: int = 1) -> None:
        """Every step is about so many papers, and as many more claims and everyday sentences."""
        self._student, self._teacher, self._lessons, self.papers = student, teacher, lessons, papers
        self._graded = graded_batches(lessons.graded, GRADED_A_PAPER * papers)
        self._network = student.network()
        self._bound = torch.nn.Parameter(torch.tensor(FIRST_BOUND, device=student.device))
        groups = ((self._network, 1), (list(student.heads.parameters()), HEAD_FACTOR), ([self._bound], BOUND_FACTOR))
        self._optimiser = torch.optim.AdamW(
            [{"params": own, "lr": 0.0, "factor": factor} for own, factor in groups], weight_decay=0.01
        )

    def step(self, batch: Sequence[tuple[str, Sequence[Item]]], rate: float) -> tuple[float, ...]:
        """Learn from questions about papers, and from claims and everyday sentences; the losses of the four."""
        for group in self._optimiser.param_groups:
            group["lr"] = rate * group["factor"]
        self._optimiser.zero_grad()
        compared = compare(self._student, self._lessons, [self._read_in(doc, asked) for doc, asked in batch])
        vectors = torch.stack([vector_loss(one, self._bound) for one in compared]).mean()
        answers = answer_loss(self._student, compared)
        self._backward(vectors + answers)
        proofs = self._backward(support_loss(self._student, claims_of_a_step(self._lessons, self.papers)))
        everyday = self._backward(everyday_loss(self._student, self._teacher, self._lessons, self._graded, self.papers))
        torch.nn.utils.clip_grad_norm_(self._network, 1.0)
        self._optimiser.step()
        return vectors.item(), answers.item(), proofs, everyday

    def _read_in(self, doc: str, asked: Sequence[Item]) -> Asked:
        """Questions of the paper, or now and then those in English of its rendering: nobody asks Dutch ones of it."""
        paper = self._lessons.papers[doc]
        english = [item for item in asked if item.language == "en"]
        if paper.english and len(english) >= LEAST_ENGLISH and random.random() < RENDERED:
            return Asked(doc=doc, paper=paper.english, items=english)
        return Asked(doc=doc, paper=paper, items=asked)

    def _backward(self, loss: torch.Tensor) -> float:
        loss.backward()  # type: ignore[no-untyped-call]
        return loss.item()


def train(course: Course, items: dict[str, list[Item]], *, seconds: float, save: Callable[[], None]) -> None:
    """Step until the time is over; progress goes to standard output, and what was learned is saved now and then."""
    started = time.monotonic()
    supply = (batch for _ in itertools.count() for batch in batches(items))
    for step in itertools.count(1):
        passed = (time.monotonic() - started) / seconds
        if passed >= 1:
            break
        falling = max(LEAST_RATE, min(1.0, (1 - passed) / (1 - FALLING_FROM)))
        rate = LEARNING_RATE * min(1.0, step / WARM_UP_STEPS) * falling
        losses = course.step(list(itertools.islice(supply, course.papers)), rate)
        print(f"{passed:4.0%} step {step}:", *(f"{n} {x:.3f}" for n, x in zip(TASKS, losses, strict=True)), flush=True)
        if step % SAVE_STEPS == 0:
            save()
    save()


def main() -> None:
    """Read the command line, train, and save in the form of SOURCE with the heads beside it."""
    parser = argparse.ArgumentParser(description="Teach a sentence encoder questions and claims.")
    parser.add_argument("--source", type=Path, default=BUNDLED_MODEL, help="folder of the network to go on from")
    parser.add_argument("--papers", type=Path, required=True, help="folder that rag.training.papers wrote")
    parser.add_argument("--pairs", type=Path, required=True, help="aligned sentences: english, dutch, source, score")
    parser.add_argument("--graded", type=Path, required=True, help="graded sentence pairs: nl1, nl2, en1, en2, score")
    parser.add_argument(
        "--target", type=Path, required=True, help="folder to write; rag.training.compact makes it small"
    )
    parser.add_argument("--minutes", type=float, default=80.0)
    given = parser.parse_args()
    from rag.training.outputs import ANSWER_GRAPH, read_heads  # onnx comes with the extra: the course needs none

    random.seed(SEED)
    torch.manual_seed(SEED)
    known = read_papers(given.papers / "documents.json", given.papers / "english.json")
    papers = {name: paper for name, paper in known.items() if name not in HELD_APART}
    items = {name: own for name, own in read_items(given.papers / "questions.jsonl").items() if name in papers}
    groups = [without_holders(group) for group in read_groups(given.papers / "claims.jsonl") if group.doc in papers]
    everyday, official = read_pairs(given.pairs)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    student = Student(given.source, device)
    if (given.source / ANSWER_GRAPH).is_file():
        student.heads.load_state_dict(read_heads(given.source))
    lessons = Lessons(
        papers=papers,
        groups=[group for group in groups if group.wrong],
        everyday=everyday,
        official=official,
        graded=read_graded(given.graded),
    )
    course = Course(student, Teacher(device), lessons, PAPERS_A_STEP[device])
    train(course, items, seconds=60 * given.minutes, save=lambda: student.save(given.target))


if __name__ == "__main__":
    main()
