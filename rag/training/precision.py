"""The eight-bit floats (e4m3) that the compact form holds its large matrices in."""

import torch

EIGHT_BITS = torch.float8_e4m3fn
LARGEST = torch.finfo(EIGHT_BITS).max
SPREAD = 16.0
"""By which the factors of a difference are multiplied, to lie where eight-bit floats are dense."""


def packed(factor: torch.Tensor) -> torch.Tensor:
    """A factor in eight bits. Beyond `LARGEST / SPREAD` it holds no more."""
    return (factor * SPREAD).clamp(-LARGEST, LARGEST).to(EIGHT_BITS)


def unpacked(stored: torch.Tensor) -> torch.Tensor:
    """A tensor of a reading in float32, whether `packed`, in sixteen bits or as it was learned."""
    return stored.float() / SPREAD if stored.dtype == EIGHT_BITS else stored.float()


def rounded(factor: torch.Tensor) -> torch.Tensor:
    """A factor as the compact form will have it; gradients pass as if it were not rounded (Bengio et al. 2013,
    arXiv:1308.3432)."""
    return factor + (unpacked(packed(factor.detach())) - factor.detach())
