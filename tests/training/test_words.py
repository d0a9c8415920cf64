"""Everyday words learn; a network's other words, and what papers say with them, stay what they were."""

import random
from pathlib import Path

import numpy as np
import pytest
import torch

from rag.training.losses import Lessons
from rag.training.questions import Item
from rag.training.student import Student
from rag.training.words import HELD, TAKEN, EverydayWords, everyday_pieces
from tests.training.conftest import FixedTeacher
from tests.training.lessons import SENTENCES

RATE = 2e-2
EVERYDAY = {"kat", "cat"}
OF_CATS = [f"Artikel {number} geldt voor een kat." for number in range(HELD)]


@pytest.fixture
def student(source: Path) -> Student:
    random.seed(1)
    torch.manual_seed(1)
    return Student(source)


@pytest.fixture
def course(student: Student, lessons: tuple[Lessons, dict[str, list[Item]]]) -> EverydayWords:
    learning = torch.zeros(len(words(student)), dtype=torch.bool)
    learning[student.tokenizer.convert_tokens_to_ids(sorted(EVERYDAY))] = True
    texts = [*SENTENCES.values(), *OF_CATS]
    return EverydayWords(student, FixedTeacher(), lessons[0], learning=learning, texts=texts)  # type: ignore[arg-type]


def words(student: Student) -> torch.Tensor:
    return student.model.embeddings.word_embeddings.weight.detach().clone()


def test_only_words_of_everyday_sentences_move_and_what_papers_say_without_them_stays(
    student: Student, course: EverydayWords
) -> None:
    before, vectors = words(student), student.encode(list(SENTENCES.values()))
    for _ in range(3):
        course.step([], RATE)
    moved = (words(student) != before).any(dim=1).nonzero().flatten()
    assert {student.tokenizer.convert_ids_to_tokens(int(piece)) for piece in moved} == EVERYDAY
    assert torch.equal(student.encode(list(SENTENCES.values())), vectors)


def test_the_losses_of_steps_fall(course: EverydayWords) -> None:
    losses = np.array([course.step([], RATE) for _ in range(30)])
    assert losses[-5:, 0].mean() < losses[:5, 0].mean()


def test_texts_of_papers_that_hold_such_words_are_held(student: Student, course: EverydayWords) -> None:
    before = student.encode(OF_CATS)
    losses = [course.step([], RATE)[1] for _ in range(30)]
    assert losses[0] == pytest.approx(0, abs=1e-3)
    assert (student.encode(OF_CATS) * before).sum(dim=1).min() > 0.99


def test_pieces_of_everyday_sentences_alone_are_learned(student: Student) -> None:
    found = everyday_pieces(student, ["De kat slaapt."] * 3, ["De wet geldt."] * 1000)
    learned = student.tokenizer.convert_ids_to_tokens(found.nonzero().flatten().tolist())
    assert {"kat"} <= set(learned)
    assert not {"de", "wet", "."} & set(learned)


def test_half_of_the_way_is_saved(student: Student, course: EverydayWords, tmp_path: Path) -> None:
    before = words(student)
    course.step([], RATE)
    course.save(tmp_path)
    learned = words(student)
    assert not torch.equal(learned, before)
    assert torch.allclose(words(Student(tmp_path)), torch.lerp(before, learned, TAKEN))
