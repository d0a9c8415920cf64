"""What sets the reading of pairs apart from the making of vectors: a low-rank difference to each matrix of the layers.

As LoRA has it (Hu et al. 2021, arXiv:2106.09685): vectors stay what they are while a reading learns, in a fraction of
the bytes of a network of its own.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import partial
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from rag.training.precision import rounded

RIDGE = 0.01
"""Added to the inputs' covariance, as a share of its mean diagonal: none is taken for certain never to come."""


class Difference(nn.Module):
    """Differences to the matrices of a BERT's layers, each a product of two factors; none at first, or of rank 0."""

    def __init__(self, network: nn.Module, rank: int) -> None:
        super().__init__()
        self.rank = rank
        self.up, self.down = nn.ParameterDict(), nn.ParameterDict()
        for name, part in matrices(network):
            self.up[key_of(name)] = nn.Parameter(torch.zeros(part.out_features, rank))
            self.down[key_of(name)] = nn.Parameter(torch.randn(rank, part.in_features) * part.in_features**-0.5)

    def over(self, network: nn.Module) -> AbstractContextManager[None]:
        """Within the block the network computes with the differences, rounded as the compact form has them."""
        if not self.rank:
            return nullcontext()

        def add(name: str) -> Callable[..., torch.Tensor]:
            return partial(_add, rounded(self.up[key_of(name)]), rounded(self.down[key_of(name)]))

        return _hooked(network, add)

    def of(self, name: str) -> torch.Tensor:
        """The difference to the matrix of a part, [outputs, inputs]."""
        found: torch.Tensor = self.up[key_of(name)] @ self.down[key_of(name)]
        return found

    @torch.no_grad()
    def cut(self, name: str, wanted: torch.Tensor, covariance: torch.Tensor) -> None:
        """Come as near to a wanted difference as the rank allows, for inputs of a covariance, [inputs, inputs]
        in float64.

        The least mean square error of the outputs, by the singular values of the difference to whitened inputs, as
        SVD-LLM has it (Wang et al. 2024, arXiv:2403.07378). The factors are made to be of one size.
        """
        up, down = self.up[key_of(name)], self.down[key_of(name)]
        size, rank = len(covariance), self.rank
        damped = covariance + RIDGE * covariance.trace() / size * torch.eye(size, dtype=torch.float64)
        values, vectors = torch.linalg.eigh(damped)
        root, inverse = ((vectors * power) @ vectors.T for power in (values.sqrt(), values.rsqrt()))
        left, singular, right = torch.linalg.svd(wanted.double() @ root, full_matrices=False)
        share = singular[:rank].sqrt()
        first, second = left[:, :rank] * share, (share.unsqueeze(1) * right[:rank]) @ inverse
        balance = (first.norm() / second.norm()).sqrt()
        up.copy_(first / balance)
        down.copy_(second * balance)


class Covariances:
    """Of what the matrices of a network's layers are given: sums of products of inputs, by the names of the parts."""

    def __init__(self) -> None:
        self.of: dict[str, torch.Tensor] = {}

    def gathered(self, network: nn.Module) -> AbstractContextManager[None]:
        """Gather what the network is given within the block, the little padding of its batches included."""
        return _hooked(network, lambda name: partial(self._gather, name))

    def _gather(self, name: str, _part: nn.Module, inputs: Any, _output: Any) -> None:
        rows = inputs[0].double().flatten(end_dim=-2)
        self.of[name] = self.of.get(name, 0.0) + rows.T @ rows


def matrices(network: nn.Module) -> Iterable[tuple[str, nn.Linear]]:
    """The multiplications within the layers, by name."""
    for name, part in network.named_modules():
        if isinstance(part, nn.Linear) and name.startswith("encoder."):
            yield name, part


def key_of(name: str) -> str:
    """How factors call a part of the network: the name of a parameter may not have a dot."""
    return name.replace(".", "/")


@contextmanager
def _hooked(network: nn.Module, hook: Callable[[str], Callable[..., Any]]) -> Iterator[None]:
    """Within the block every multiplication is followed by a hook made for its name."""
    with ExitStack() as hooks:
        for name, part in matrices(network):
            hooks.callback(part.register_forward_hook(hook(name)).remove)
        yield


def _add(up: torch.Tensor, down: torch.Tensor, _part: nn.Module, inputs: Any, output: torch.Tensor) -> torch.Tensor:
    return output + functional.linear(functional.linear(inputs[0], down), up)
