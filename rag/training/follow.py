"""Teach the readings to follow those of a network taught further: `python -m rag.training.follow --help`.

The network in use stays what it is, and its vectors with it: only the heads and the low-rank differences of those
readings change that have one (`RANKS`). They begin as what the rank holds of the teacher's difference to the network,
for the pairs that are read; then every step nears the teacher's states and odds (Hinton et al. 2015, arXiv:1503.02531),
and the truth.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch.nn import functional

from rag.training.difference import Covariances, matrices
from rag.training.finetune import SEED, arguments, batches, read_lessons, train
from rag.training.heads import support
from rag.training.losses import (
    ANSWER_WEIGHT,
    CHOICE_WEIGHT,
    CLAIM_WEIGHT,
    Lessons,
    ToRead,
    answer_loss,
    by_question,
    claims_of_a_step,
    compare,
    in_some_language,
    support_loss,
    to_read,
)
from rag.training.questions import Item
from rag.training.student import ANSWERS, UNPROVED, Read, Student

FIRST_BATCHES = 8
"""By whose pairs one sees what the matrices are given."""
TRUTH_WEIGHT, STATES_WEIGHT, WORDS_WEIGHT = 0.5, 3.0, 3.0
LONGEST_STEP = 1.0
"""Of the differences, by the norm of their gradients."""


class Following:
    """The steps of following a teacher."""

    rate = 5e-4
    papers = 1

    def __init__(self, student: Student, teacher: Student, lessons: Lessons) -> None:
        """Nothing will change but those of the student's readings that have a difference to the network, with their
        heads: a head of the teacher's would not suit the network itself."""
        self._student, self._teacher, self._lessons = student, teacher, lessons
        for network in (student, teacher):
            network.requires_grad_(requires_grad=False)
        self.tasks = tuple(name for name in (ANSWERS, UNPROVED) if student.reading(name).difference.rank)
        for name in self.tasks:
            student.reading(name).requires_grad_(requires_grad=True)
        learning = [one for one in student.readings.parameters() if one.requires_grad]
        self._optimiser = torch.optim.AdamW(learning, weight_decay=0.0)

    @torch.no_grad()
    def begin(self, first: Sequence[tuple[str, Sequence[Item]]]) -> None:
        """Take the teacher's heads, and of its differences to the network what the rank holds, for pairs as these."""
        claims = claims_of_a_step(self._lessons, len(first))
        pairs = {
            ANSWERS: [pair for one in self._questions(first) for pair in one.pairs],
            UNPROVED: [(one.claim, one.text) for one in claims],
        }
        further = dict(matrices(self._teacher.model))
        for reading in self.tasks:
            mine, wanted = self._student.reading(reading), self._teacher.reading(reading)
            mine.head.load_state_dict(wanted.head.state_dict())
            given = Covariances()
            with given.gathered(self._teacher.model):
                self._teacher.read(reading, pairs[reading])
            for name, part in matrices(self._student.model):
                difference = further[name].weight + wanted.difference.of(name) - part.weight
                mine.difference.cut(name, difference, given.of[name])

    def step(self, batch: Sequence[tuple[str, Sequence[Item]]], rate: float) -> tuple[float, ...]:
        """Near the teacher's readings of questions about papers, and of claims; the losses of what is learned."""
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        self._optimiser.zero_grad()
        losses = [self._answers(batch) if reading == ANSWERS else self._claims() for reading in self.tasks]
        for reading, loss in zip(self.tasks, losses, strict=True):
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self._student.reading(reading).difference.parameters(), LONGEST_STEP)
        self._optimiser.step()
        return tuple(loss.item() for loss in losses)

    @torch.no_grad()
    def _questions(self, batch: Sequence[tuple[str, Sequence[Item]]]) -> Iterator[ToRead]:
        """Questions about papers with the sentences that they are read with."""
        asked = [in_some_language(self._lessons, doc, items) for doc, items in batch]
        for compared in compare(self._student, self._lessons, asked):
            yield from to_read(compared)

    def _answers(self, batch: Sequence[tuple[str, Sequence[Item]]]) -> torch.Tensor:
        questions = list(self._questions(batch))
        found, wanted, loss = self._both(ANSWERS, [pair for one in questions for pair in one.pairs])
        loss = loss + TRUTH_WEIGHT * answer_loss(found.odds, questions)
        loss = loss + ANSWER_WEIGHT * functional.binary_cross_entropy_with_logits(found.odds, wanted.odds.sigmoid())
        mine, theirs = (by_question(read.odds, questions) for read in (found, wanted))
        return loss + CHOICE_WEIGHT * functional.cross_entropy(mine, theirs.softmax(dim=1))

    def _claims(self) -> torch.Tensor:
        claims = claims_of_a_step(self._lessons, self.papers)
        found, wanted, loss = self._both(UNPROVED, [(one.claim, one.text) for one in claims])
        loss = loss + TRUTH_WEIGHT * support_loss(self._student, claims, found.odds)
        present = self._student.claim_tokens([one.claim for one in claims])
        entropy = functional.binary_cross_entropy_with_logits
        loss = loss + WORDS_WEIGHT * entropy(found.odds[present], wanted.odds[present].sigmoid())
        mine, theirs = (support(read.odds, present) for read in (found, wanted))
        return loss + CLAIM_WEIGHT * entropy(mine, theirs.sigmoid())

    def _both(self, reading: str, pairs: Sequence[tuple[str, str]]) -> tuple[Read, Read, torch.Tensor]:
        """What student and teacher make of pairs, and how far apart the states are from which they do."""
        with torch.no_grad():
            wanted = self._teacher.read(reading, pairs)
        found = self._student.read(reading, pairs)
        apart = (found.states - wanted.states).square().sum(dim=1).mean()
        return found, wanted, STATES_WEIGHT * apart


def main() -> None:
    """Read the command line, train, and save in the form of SOURCE with the readings beside it."""
    parser = arguments(
        "Teach an encoder's readings of pairs to follow those of a network taught further, on processors."
    )
    parser.add_argument("--teacher", type=Path, required=True, help="folder that rag.training.finetune wrote")
    given = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    lessons, items = read_lessons(given.papers, given.pairs, given.graded)
    student = Student(given.source)
    course = Following(student, Student(given.teacher), lessons)
    course.begin(list(itertools.islice(batches(items), FIRST_BATCHES)))
    train(course, items, seconds=60 * given.minutes, save=lambda: student.save(given.target))


if __name__ == "__main__":
    main()
