"""What must hold: the thresholds, and nothing worse than the last accepted run by more than chance."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from evals.bars import Bar, is_met, missed, read_toml, refuse_unknown
from evals.metrics import METRICS, Scores
from evals.score import ALL, LANGUAGES, Scored
from evals.stats import chance_of_loss
from rag.errors import InputError

ALPHA = 0.05
"""A loss that chance explains less often than this is a loss."""


Thresholds = Mapping[str, Mapping[str, Mapping[str, Bar]]]
"""By run, language and metric."""


class Accepted(BaseModel):
    """The scores of the last accepted run, by question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dataset_sha256: str
    scores: dict[str, Scores]


Baseline = dict[str, Accepted]
"""By run."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One reason why the gate is shut."""

    run: str
    says: str
    questions: tuple[str, ...] = ()
    """Ids of the questions that differ."""


def less_is_better(metric: str) -> bool:
    """Whether a metric counts what should not be."""
    return METRICS[metric].better == "less"


def raised(run: Scored, thresholds: Thresholds) -> list[str]:
    """The blocking values that this run allows to raise: to `must` where it is met, else to the end of the interval."""
    found = []
    for language, metrics in thresholds.get(run.plan.name, {}).items():
        for metric, bar in metrics.items():
            estimate = run.estimate(metric, language)
            if estimate is None or bar.must is None:
                continue
            is_less = less_is_better(metric)
            end = estimate.high if is_less else estimate.low
            floor = bar.must if is_met(estimate.value, bar.must, less_is_better=is_less) else round(end, 2)
            if bar.blocking is None or not is_met(bar.blocking, floor, less_is_better=is_less):
                found.append(f"{run.plan.name} {language} {metric}: blocking {bar.blocking} may become {floor:.2f}")
    return found


def below(run: Scored, thresholds: Thresholds) -> list[Finding]:
    """The blocking thresholds that this run misses."""
    found = []
    for language, metrics in thresholds.get(run.plan.name, {}).items():
        for metric, bar in metrics.items():
            estimate = run.estimate(metric, language)
            is_less = less_is_better(metric)
            if says := missed(estimate, bar.blocking, less_is_better=is_less, measured_by="question"):
                found.append(Finding(run=run.plan.name, says=f"{metric} {language}: {says}"))
    return found


def worse(run: Scored, baseline: Baseline) -> list[Finding]:
    """Where this run is worse than the accepted one by more than chance, or that there is none to compare with."""
    name = run.plan.name
    accepted = baseline.get(name)
    if accepted is None:
        return [Finding(run=name, says="no run was accepted yet; look at the figures, then add --accept")]
    if accepted.dataset_sha256 != run.plan.dataset.sha256:
        return [
            Finding(run=name, says="the accepted run answered other questions; look at the figures, then add --accept")
        ]
    found = []
    for metric, spec in METRICS.items():
        for language in (ALL, *LANGUAGES):
            if spec.better == "neither":
                continue
            moved = differences(run, accepted, metric, language)
            chance = chance_of_loss(list(moved.values()))
            if chance < ALPHA:
                total = sum(moved.values())
                says = (
                    f"{metric} {language}: worse than the accepted run ({total:+.2f} over {len(moved)}, p={chance:.3f})"
                )
                found.append(Finding(run=name, says=says, questions=tuple(moved)))
    return found


def differences(run: Scored, accepted: Accepted, metric: str, language: str = ALL) -> dict[str, float]:
    """Now minus accepted, more being better, of the questions where the metric applied both times and moved."""
    sign = -1 if less_is_better(metric) else 1
    moved = {}
    for question in run.plan.dataset.questions:
        now, before = run.scores[question.id].get(metric), accepted.scores.get(question.id, {}).get(metric)
        if language in (ALL, question.language) and now is not None and before is not None and now != before:
            moved[question.id] = sign * (now - before)
    return moved


def read_thresholds(file: Path) -> Thresholds:
    """Read `thresholds.toml`.

    Raises:
        InputError: it cannot be read, or names a metric or language that is none.
    """
    found = read_toml(file, dict[str, dict[str, dict[str, Bar]]])
    for languages in found.values():
        refuse_unknown(file, languages, {ALL, *LANGUAGES}, "language")
        for bars in languages.values():
            refuse_unknown(file, bars, METRICS, "metric")
    return found


def read_baseline(file: Path) -> Baseline:
    """Read `baseline.json`; empty where nothing was accepted yet.

    Raises:
        InputError: it cannot be understood.
    """
    if not file.is_file():
        return {}
    try:
        return TypeAdapter(Baseline).validate_json(file.read_bytes())
    except ValidationError as error:
        raise InputError(f"{file}: {error.errors()[0]['msg']}. Restore it, or accept a run anew.") from error


def accept(runs: Sequence[Scored], file: Path) -> None:
    """Make these runs the ones that later ones are held against; other runs stay accepted."""
    accepted = read_baseline(file) | {
        run.plan.name: Accepted(dataset_sha256=run.plan.dataset.sha256, scores=dict(run.scores)) for run in runs
    }
    blocks = []
    for name in sorted(accepted):
        rows = ",\n".join(f'   "{one}": {json.dumps(scores)}' for one, scores in sorted(accepted[name].scores.items()))
        head = json.dumps(accepted[name].dataset_sha256)
        blocks.append(f' {json.dumps(name)}: {{\n  "dataset_sha256": {head},\n  "scores": {{\n{rows}\n  }}\n }}')
    file.write_text("{\n" + ",\n".join(blocks) + "\n}\n", encoding="utf-8", newline="\n")
