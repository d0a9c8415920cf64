"""Teach the words of everyday sentences alone: `python -m rag.training.words --help`.

The network stays as it is, and so do the vectors of words that official papers use. The vectors of pieces that hardly
occur there, and often in everyday sentences, learn from the English teacher and from graded pairs, while those of
texts of papers that hold such pieces are held where they are. Half of the way to what was learned is taken: more moves
the vectors of papers more than it gains.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import torch

from rag.training.everyday import Teacher, graded_batches
from rag.training.finetune import SEED, arguments, read_lessons, train
from rag.training.losses import Lessons, likeness_loss
from rag.training.questions import Item
from rag.training.student import Student

LEAST_COUNT, LEAST_RATIO, MOST_OFFICIAL = 3, 10.0, 5e-6
"""A piece learns that everyday sentences have so often, by so many times as large a share as papers, and that makes up
less than so large a share of these."""
EVERYDAY, GRADED, HELD = 48, 24, 24
"""Sentence pairs and texts of a step."""
HELD_WEIGHT = 150.0
TAKEN = 0.5


class EverydayWords:
    """The steps of learning everyday words."""

    tasks: tuple[str, ...] = ("everyday", "held")
    rate = 1e-3
    papers = 1

    def __init__(
        self, student: Student, teacher: Teacher, lessons: Lessons, *, learning: torch.Tensor, texts: Sequence[str]
    ) -> None:
        """`learning` says which pieces learn, [pieces]. `texts` are of papers, and questions about them: those that
        hold such pieces must stay near where they are."""
        self._student, self._teacher, self._lessons = student, teacher, lessons
        self._graded = graded_batches(lessons.graded, min(GRADED, len(lessons.graded)))
        student.requires_grad_(requires_grad=False)
        self._words: torch.nn.Parameter = student.model.embeddings.word_embeddings.weight
        self._words.requires_grad_(requires_grad=True)
        self._first = self._words.detach().clone()
        self._words.register_hook(lambda gradient: gradient * learning.unsqueeze(1))
        held = [text for text in texts if learning[student.pieces(text)[0]].any()]
        with torch.no_grad():
            self._held = list(zip(held, student.encode(held), strict=True))
        self._optimiser = torch.optim.Adam([self._words])

    def step(self, _batch: Sequence[tuple[str, Sequence[Item]]], rate: float) -> tuple[float, ...]:
        """Learn from everyday sentences; the losses."""
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        self._optimiser.zero_grad()
        held = random.sample(self._held, HELD)
        pairs = random.sample(self._lessons.everyday, min(EVERYDAY, len(self._lessons.everyday)))
        everyday = likeness_loss(self._student, self._teacher, pairs, next(self._graded))
        before = torch.stack([vector for _, vector in held])
        apart = HELD_WEIGHT * (1 - (self._student.encode([text for text, _ in held]) * before).sum(dim=1)).mean()
        (everyday + apart).backward()  # type: ignore[no-untyped-call]
        self._optimiser.step()
        return everyday.item(), apart.item()

    def save(self, target: Path) -> None:
        """Write the network with what is taken of the way its words went."""
        learned = self._words.detach().clone()
        with torch.no_grad():
            self._words.copy_(torch.lerp(self._first, learned, TAKEN))
            self._student.save(target)
            self._words.copy_(learned)


def everyday_pieces(student: Student, everyday: Iterable[str], official: Iterable[str]) -> torch.Tensor:
    """Which pieces of the vocabulary are of everyday sentences and hardly of official ones, [pieces]."""
    size = len(student.model.embeddings.word_embeddings.weight)
    here, there = (_counts(student, texts, size) for texts in (everyday, official))
    share, official_share = here / here.sum(), there / there.sum()
    return (here >= LEAST_COUNT) & (share > LEAST_RATIO * official_share) & (official_share < MOST_OFFICIAL)


def _counts(student: Student, texts: Iterable[str], size: int) -> torch.Tensor:
    counted = Counter(chain.from_iterable(student.pieces(text)[0] for text in texts))
    return torch.tensor([counted[piece] for piece in range(size)], dtype=torch.float64)


def _texts(lessons: Lessons, items: Iterable[Sequence[Item]]) -> Iterator[str]:
    for paper in lessons.papers.values():
        for version in filter(None, (paper, paper.english)):
            yield from version.sentences.values()
    yield from (item.text for own in items for item in own)


def main() -> None:
    """Read the command line, train, and save in the form of SOURCE."""
    given: Any = arguments("Teach a sentence encoder the words of everyday sentences.").parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    lessons, items = read_lessons(given.papers, given.pairs, given.graded)
    student = Student(given.source)
    texts = list(_texts(lessons, items.values()))
    learning = everyday_pieces(student, chain(*lessons.everyday), chain(texts, *lessons.official))
    course = EverydayWords(student, Teacher(), lessons, learning=learning, texts=texts)
    train(course, items, seconds=60 * given.minutes, save=lambda: course.save(given.target))


if __name__ == "__main__":
    main()
