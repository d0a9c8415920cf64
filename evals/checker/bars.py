"""What the checker's figures are held against."""

from collections.abc import Mapping
from pathlib import Path

from evals.bars import Bar, missed, read_toml, refuse_unknown
from evals.checker.score import LESS_IS_BETTER, METRICS, SLICES, Figures

THRESHOLDS = Path(__file__).parent / "thresholds.toml"
Bars = Mapping[str, Mapping[str, Bar]]
"""By metric and slice."""


def read_bars(file: Path = THRESHOLDS) -> Bars:
    """Read the bars.

    Raises:
        InputError: they cannot be read, or name a metric or slice that is none.
    """
    bars = read_toml(file, dict[str, dict[str, Bar]])
    refuse_unknown(file, bars, METRICS, "metric")
    for slices in bars.values():
        refuse_unknown(file, slices, SLICES, "slice")
    return bars


def failing(figures: Figures, bars: Bars) -> list[str]:
    """Every reason why the figures must not pass; none is a pass."""
    found = []
    for metric, slices in bars.items():
        for name, bar in slices.items():
            figure = figures.get(metric, {}).get(name)
            is_less = metric in LESS_IS_BETTER
            if says := missed(figure, bar.blocking, less_is_better=is_less, measured_by="claim"):
                found.append(f"{metric} {name}: {says}")
    return found
