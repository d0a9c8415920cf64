"""The readings of a network follow those of one taught further; its vectors stay."""

import random
from pathlib import Path

import numpy as np
import pytest
import torch

from rag.training.finetune import batches
from rag.training.follow import Following
from rag.training.losses import Lessons
from rag.training.questions import Item
from rag.training.student import ANSWERS, UNPROVED, Student
from tests.training.lessons import CLAIM, QUESTIONS, RATE, SENTENCES, STEPS

PAIRS = {
    ANSWERS: [
        (str(row[language]), text) for row in QUESTIONS for language in ("nl", "en") for text in SENTENCES.values()
    ],
    UNPROVED: [(str(CLAIM[language]), text) for language in ("nl", "en") for text in SENTENCES.values()],
}


@torch.no_grad()
def gaps(student: Student, teacher: Student) -> list[float]:
    """How far apart the two read pairs, in chances."""
    both = ((student.read(reading, own).odds, teacher.read(reading, own).odds) for reading, own in PAIRS.items())
    return [(mine.sigmoid() - theirs.sigmoid()).abs().mean().item() for mine, theirs in both]


@pytest.fixture(scope="module")
def teacher(
    source: Path, taught: tuple[Student, list[tuple[float, ...]]], tmp_path_factory: pytest.TempPathFactory
) -> Student:
    folder = tmp_path_factory.mktemp("taught")
    taught[0].save(folder)
    return Student(folder)


@pytest.fixture
def student(source: Path) -> Student:
    random.seed(1)
    torch.manual_seed(1)
    return Student(source)


def test_the_beginning_is_near_the_teacher(
    student: Student, teacher: Student, lessons: tuple[Lessons, dict[str, list[Item]]]
) -> None:
    before = gaps(student, teacher)
    Following(student, teacher, lessons[0]).begin(list(batches(lessons[1])))
    after = gaps(student, teacher)
    assert after[0] == before[0]  # questions are read with the network itself, as before
    assert after[1] < 0.3 * before[1]


def test_the_losses_of_steps_fall_and_vectors_stay_what_they_were(
    student: Student, teacher: Student, lessons: tuple[Lessons, dict[str, list[Item]]]
) -> None:
    vectors = student.encode(list(SENTENCES.values()))
    course = Following(student, teacher, lessons[0])
    supply = [batch for _ in range(STEPS // 2) for batch in batches(lessons[1])]
    losses = np.array([course.step([batch], RATE) for batch in supply])
    assert (losses[-8:].mean(axis=0) < 0.8 * losses[:8].mean(axis=0)).all()
    assert torch.equal(student.encode(list(SENTENCES.values())), vectors)
