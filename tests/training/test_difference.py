"""Low-rank differences to the matrices of a network."""

from pathlib import Path

import pytest
import torch

from rag.training.difference import Covariances, Difference, key_of, matrices
from rag.training.student import Student

NAME = "encoder.layer.0.output.dense"
TEXTS = ["De bijdrage stijgt.", "Gemeenten voeren de regeling uit.", "What does the cabinet want?"]


@pytest.fixture
def student(source: Path) -> Student:
    torch.manual_seed(1)
    return Student(source)


def error(found: torch.Tensor, wanted: torch.Tensor, inputs: torch.Tensor) -> float:
    return (inputs @ (found - wanted).T).square().mean().item()


def test_a_difference_of_low_rank_is_kept_whole(student: Student) -> None:
    difference, part = Difference(student.model, 3), dict(matrices(student.model))[NAME]
    wanted = torch.randn(part.out_features, 3) @ torch.randn(3, part.in_features)
    difference.cut(NAME, wanted, torch.eye(part.in_features).double())
    assert torch.allclose(difference.of(NAME), wanted, atol=1e-4)


def test_more_rank_leaves_less_out_and_what_inputs_never_hold_is_left_out_first(student: Student) -> None:
    part = dict(matrices(student.model))[NAME]
    wanted, inputs = torch.randn(part.out_features, part.in_features), torch.randn(500, part.in_features)
    inputs[:, 10:] *= 0.01
    left = []
    for rank in (1, 4, 8):
        difference = Difference(student.model, rank)
        difference.cut(NAME, wanted, (inputs.T @ inputs).double())
        knowing = error(difference.of(NAME), wanted, inputs)
        difference.cut(NAME, wanted, torch.eye(part.in_features).double())
        assert knowing < 0.9 * error(difference.of(NAME), wanted, inputs)
        left.append(knowing)
    assert left[0] > left[1] > left[2] > 0


@torch.no_grad()
def test_a_network_computes_with_a_difference_within_the_block_alone(student: Student) -> None:
    before, difference = student.encode(TEXTS), Difference(student.model, 2)
    with difference.over(student.model):
        assert torch.equal(student.encode(TEXTS), before)  # there is none at first
        difference.up[key_of(NAME)].normal_()
    with difference.over(student.model):
        assert not torch.allclose(student.encode(TEXTS), before, atol=1e-2)
    assert torch.equal(student.encode(TEXTS), before)


@torch.no_grad()
def test_covariances_are_those_of_what_every_matrix_is_given(student: Student) -> None:
    gathered, inputs = Covariances(), dict[str, torch.Tensor]()
    for name, part in matrices(student.model):
        part.register_forward_hook(lambda _, given, __, name=name: inputs.update({name: given[0].clone()}))
    with gathered.gathered(student.model):
        student.encode(TEXTS)
        student.encode(TEXTS)
    assert set(gathered.of) == {name for name, _ in matrices(student.model)}
    for name, part in matrices(student.model):
        found = gathered.of[name]
        assert found.shape == (part.in_features, part.in_features)
        rows = inputs[name].double().flatten(end_dim=-2)
        assert torch.allclose(found, 2 * rows.T @ rows)
