"""How sure a number is. Nothing here has a random result: the seeds are fixed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

_Z = 1.959964
"""A normal deviate of 95 %."""
_SEED = 20200703
_RESAMPLES = 5000
_ALL_SIGNS = 12
"""Up to so many differences all signs are tried; beyond, a sample of them."""


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A mean over `n` questions and its 95 % interval."""

    n: int
    value: float
    low: float
    high: float


def rate(values: Sequence[float]) -> Estimate:
    """A share, with Wilson's interval; the values are 0 or 1.

    Raises:
        ValueError: there are none.
    """
    n, share = len(values), _mean(values)
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    return Estimate(n=n, value=share, low=max(0.0, middle - half), high=min(1.0, middle + half))


def mean(values: Sequence[float]) -> Estimate:
    """A mean, with the percentile interval of a bootstrap over questions.

    Raises:
        ValueError: there are none.
    """
    value, data = _mean(values), np.asarray(values)
    drawn = np.random.default_rng(_SEED).integers(0, len(data), (_RESAMPLES, len(data)))
    low, high = np.percentile(data[drawn].mean(axis=1), [2.5, 97.5])
    return Estimate(n=len(values), value=value, low=float(low), high=float(high))


def chance_of_loss(differences: Sequence[float]) -> float:
    """How likely a loss as great as this one is by chance: a one-sided sign-flip test over paired questions.

    A difference is now minus before, in the direction where more is better. No difference at all gives 1.
    """
    moved = np.asarray([one for one in differences if one])
    if not len(moved):
        return 1.0
    if len(moved) <= _ALL_SIGNS:
        signs = np.asarray(list(product((1, -1), repeat=len(moved))))
        return float(np.mean((signs * np.abs(moved)).sum(axis=1) <= moved.sum() + 1e-9))
    signs = np.random.default_rng(_SEED).choice((1, -1), (_RESAMPLES, len(moved)))
    as_bad = int(np.sum((signs * np.abs(moved)).sum(axis=1) <= moved.sum() + 1e-9))
    return (as_bad + 1) / (_RESAMPLES + 1)


def _mean(values: Sequence[float]) -> float:
    if not len(values):
        raise ValueError("Nothing can be said of no values.")
    return math.fsum(values) / len(values)
