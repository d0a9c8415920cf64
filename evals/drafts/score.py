"""What became of the sentences -> figures with intervals, and what they are held against."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from evals.drafts.data import FOLDER, Kind
from evals.drafts.replay import Fate, Outcome, Replayed
from evals.gate import Bar
from evals.score import ALL, LANGUAGES
from evals.stats import Estimate, rate
from rag.errors import InputError

THRESHOLDS = FOLDER / "thresholds.toml"


class Bars(BaseModel):
    """What the figures of one language are held against."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unfaithful_shown: Bar = Field(default=Bar())
    faithful_kept: Bar = Field(default=Bar())
    checking_ms: Bar = Field(default=Bar())


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How one language fared. Sentences that cite what was in no prompt count in `not_read` alone."""

    language: str
    unfaithful_shown: Estimate | None
    """None where no such sentence was read."""
    faithful_kept: Estimate | None
    not_read: int
    checking_ms: float
    """The median over drafts."""


def figures(replayed: Sequence[Replayed], language: str = ALL) -> Figures | None:
    """The figures of a language, or of all; None where no draft is in it."""
    drafts = [one for one in replayed if language in (ALL, one.outcomes[0].draft.language)]
    if not drafts:
        return None
    outcomes = [outcome for one in drafts for outcome in one.outcomes]
    return Figures(
        language=language,
        unfaithful_shown=_shown(outcomes, faithful=False),
        faithful_kept=_shown(outcomes, faithful=True),
        not_read=sum(one.fate is Fate.NOT_READ for one in outcomes),
        checking_ms=median(one.checking_ms for one in drafts),
    )


def _shown(outcomes: Sequence[Outcome], *, faithful: bool) -> Estimate | None:
    read = [one for one in outcomes if one.sentence.faithful is faithful and one.fate is not Fate.NOT_READ]
    return rate([float(one.fate is Fate.SHOWN) for one in read]) if read else None


def by_kind(replayed: Sequence[Replayed]) -> dict[Kind, tuple[int, int]]:
    """Of each kind of error how many were shown, of how many that were read."""
    read: Counter[Kind] = Counter()
    shown: Counter[Kind] = Counter()
    for outcome in (outcome for one in replayed for outcome in one.outcomes):
        if outcome.sentence.kind and outcome.fate is not Fate.NOT_READ:
            read[outcome.sentence.kind] += 1
            shown[outcome.sentence.kind] += outcome.fate is Fate.SHOWN
    return {kind: (shown[kind], read[kind]) for kind in Kind if read[kind]}


def mistakes(replayed: Sequence[Replayed]) -> list[Outcome]:
    """Unfaithful sentences that were shown, then faithful ones that were dropped."""
    outcomes = [outcome for one in replayed for outcome in one.outcomes]
    shown = [one for one in outcomes if not one.sentence.faithful and one.fate is Fate.SHOWN]
    return shown + [one for one in outcomes if one.sentence.faithful and one.fate is Fate.DROPPED]


def findings(found: Sequence[Figures], bars: Mapping[str, Bars], level: Literal["blocking", "must"]) -> list[str]:
    """What is on the wrong side of its bar; a figure that cannot be told is, too."""
    return [
        finding
        for one in found
        for name, value, is_less_better in (
            ("unfaithful_shown", _value(one.unfaithful_shown), True),
            ("faithful_kept", _value(one.faithful_kept), False),
            ("checking_ms", one.checking_ms, True),
        )
        if (finding := _finding(f"{one.language} {name}", value, _bar(bars, one.language, name, level), is_less_better))
    ]


def _value(estimate: Estimate | None) -> float | None:
    return estimate.value if estimate else None


def _bar(bars: Mapping[str, Bars], language: str, name: str, level: str) -> float | None:
    bar: Bar = getattr(bars.get(language, Bars()), name)
    value: float | None = getattr(bar, level)
    return value


def _finding(name: str, value: float | None, bar: float | None, is_less_better: bool) -> str | None:
    if bar is None:
        return None
    if value is None:
        return f"{name}: no sentence measures it"
    is_met = value <= bar if is_less_better else value >= bar
    return None if is_met else f"{name}: {value:.3f} is {'above' if is_less_better else 'below'} {bar:.3f}"


def read_bars(file: Path = THRESHOLDS) -> dict[str, Bars]:
    """The bars by language, `all` being one.

    Raises:
        InputError: the file cannot be read, or names a figure or language that is none.
    """
    try:
        bars = TypeAdapter(dict[str, Bars]).validate_python(tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise InputError(f"The thresholds {str(file)!r} cannot be read: {error}. Correct the file.") from error
    if unknown := bars.keys() - {ALL, *LANGUAGES}:
        raise InputError(f"{file}: {min(unknown)!r} is no language. Correct the name.")
    return bars
