"""What the figures are held against."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from evals.checker.score import LESS_IS_BETTER, METRICS, SLICES, Figures
from evals.gate import Bar
from rag.errors import InputError

THRESHOLDS = Path(__file__).parent / "thresholds.toml"
Bars = Mapping[str, Mapping[str, Bar]]
"""By metric and slice."""


def read_bars(file: Path = THRESHOLDS) -> Bars:
    """Read the bars.

    Raises:
        InputError: they cannot be read, or name a metric or slice that is none.
    """
    try:
        bars = TypeAdapter(dict[str, dict[str, Bar]]).validate_python(tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise InputError(f"The thresholds {str(file)!r} cannot be read: {error}. Correct the file.") from error
    for metric, slices in bars.items():
        unknown = [*({metric} - METRICS.keys()), *(slices.keys() - set(SLICES))]
        if unknown:
            raise InputError(f"{file}: {unknown[0]!r} is no metric or slice. Correct the name.")
    return bars


def is_met(metric: str, value: float, bar: float) -> bool:
    """Whether a value is on the right side of a bar, or on it."""
    return value <= bar + 1e-9 if metric in LESS_IS_BETTER else value >= bar - 1e-9


def held(metric: str, value: float, bar: Bar) -> str:
    """Each value that is set, with a sign that says whether it is met."""
    named = (("blocking", bar.blocking), ("must", bar.must), ("aim", bar.aim))
    return ", ".join(
        f"{name} {at:g} {'✓' if is_met(metric, value, at) else '✗'}" for name, at in named if at is not None
    )


def failing(figures: Figures, bars: Bars) -> list[str]:
    """Every reason why the figures must not pass; none is a pass."""
    found = []
    for metric, slices in bars.items():
        for name, bar in slices.items():
            figure = figures.get(metric, {}).get(name)
            if bar.blocking is None:
                continue
            if figure is None:
                found.append(f"{metric} {name}: no claim measures it")
            elif not is_met(metric, figure.value, bar.blocking):
                side = "above" if metric in LESS_IS_BETTER else "below"
                found.append(
                    f"{metric} {name}: {figure.value:.3f} (n={figure.n}) is {side} the threshold {bar.blocking:g}"
                )
    return found
