"""What became of the sentences -> figures with intervals, and what they are held against."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal

from evals.bars import Bar, missed, read_toml, refuse_unknown
from evals.drafts.data import FOLDER, Kind
from evals.drafts.replay import Fate, Outcome, Replayed
from evals.score import ALL, LANGUAGES
from evals.stats import Estimate, rate

THRESHOLDS = FOLDER / "thresholds.toml"


Bars = Mapping[str, Mapping[str, Bar]]
"""By language and figure."""
LESS_IS_BETTER = {"unfaithful_shown": True, "faithful_kept": False, "checking_ms": True}


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How one language fared. Sentences that cite what was in no prompt count in `not_read` alone."""

    language: str
    unfaithful_shown: Estimate | None
    """None where no such sentence was read."""
    faithful_kept: Estimate | None
    not_read: int
    checking_ms: Estimate
    """The median over drafts, from the fastest to the slowest."""


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
        checking_ms=_median([one.checking_ms for one in drafts]),
    )


def _shown(outcomes: Sequence[Outcome], *, faithful: bool) -> Estimate | None:
    read = [one for one in outcomes if one.sentence.faithful is faithful and one.fate is not Fate.NOT_READ]
    return rate([float(one.fate is Fate.SHOWN) for one in read]) if read else None


def _median(values: Sequence[float]) -> Estimate:
    return Estimate(n=len(values), value=median(values), low=min(values), high=max(values))


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


def findings(found: Sequence[Figures], bars: Bars, level: Literal["blocking", "must"]) -> list[str]:
    """What is on the wrong side of its bar; a figure that cannot be told is, too."""
    told = []
    for one in found:
        for name, bar in bars.get(one.language, {}).items():
            value = bar.blocking if level == "blocking" else bar.must
            is_less = LESS_IS_BETTER[name]
            if says := missed(getattr(one, name), value, less_is_better=is_less, measured_by="sentence"):
                told.append(f"{one.language} {name}: {says}")
    return told


def read_bars(file: Path = THRESHOLDS) -> Bars:
    """The bars by language, `all` being one.

    Raises:
        InputError: the file cannot be read, or names a figure or language that is none.
    """
    bars = read_toml(file, dict[str, dict[str, Bar]])
    refuse_unknown(file, bars, {ALL, *LANGUAGES}, "language")
    for named in bars.values():
        refuse_unknown(file, named, LESS_IS_BETTER, "figure")
    return bars
