"""What a figure is held against, and whether it holds."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter

from evals.stats import Estimate
from rag.errors import InputError

_ROUNDING = 1e-9
Shape = TypeVar("Shape")


class Bar(BaseModel):
    """What one metric is held against; a metric where less is better must stay at or under it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    blocking: float | None = None
    """On its wrong side, the run fails."""
    must: float | None = None
    """What the product is to reach; reported."""
    aim: float | None = None
    """What it is to reach one day; reported."""


def is_met(value: float, bar: float, *, less_is_better: bool) -> bool:
    """Whether a value is on the right side of a bar, or on it."""
    return value <= bar + _ROUNDING if less_is_better else value >= bar - _ROUNDING


def missed(figure: Estimate | None, bar: float | None, *, less_is_better: bool, measured_by: str) -> str | None:
    """Why a figure does not hold; None where it does or has no bar. One that nothing measures does not hold."""
    if bar is None:
        return None
    if figure is None:
        return f"no {measured_by} measures it"
    if is_met(figure.value, bar, less_is_better=less_is_better):
        return None
    return f"{figure.value:.3f} (n={figure.n}) is {'above' if less_is_better else 'below'} the threshold {bar:g}"


def signs(value: float, bar: Bar, *, less_is_better: bool) -> list[tuple[str, float, str]]:
    """Each bar that is set, by name, with a sign that says whether it is met."""
    named = (("blocking", bar.blocking), ("must", bar.must), ("aim", bar.aim))
    return [
        (name, at, "✓" if is_met(value, at, less_is_better=less_is_better) else "✗")
        for name, at in named
        if at is not None
    ]


def read_toml(file: Path, shape: type[Shape]) -> Shape:
    """Read a file of bars in the given shape.

    Raises:
        InputError: it cannot be read, or has another shape.
    """
    try:
        return TypeAdapter(shape).validate_python(tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise InputError(f"The thresholds {str(file)!r} cannot be read: {error}. Correct the file.") from error


def refuse_unknown(file: Path, found: Iterable[str], known: Iterable[str], what: str) -> None:
    """Refuse a name in a file of bars that is none.

    Raises:
        InputError: there is one; the message names it.
    """
    if unknown := set(found) - set(known):
        raise InputError(f"{file}: {min(unknown)!r} is no {what}. Correct the name.")
