"""Figures of the checker and of the baselines -> tables, and as Markdown with what went wrong on the dev split."""

from collections.abc import Mapping, Sequence

from evals.bars import Bar, signs
from evals.checker.bars import Bars
from evals.checker.dataset import Claim, Claims
from evals.checker.judging import Judged
from evals.checker.score import LESS_IS_BETTER, METRICS, Figures
from evals.report import NOTHING, Table, flat, row
from evals.stats import Estimate


def shown(metric: str, estimate: Estimate) -> str:
    """A figure with its interval and number of claims."""
    digits = 1 if metric == "milliseconds" else 2
    return f"{estimate.value:.{digits}f} [{estimate.low:.{digits}f}–{estimate.high:.{digits}f}] n={estimate.n}"


def comparison(figures: Figures, bars: Bars, beside: Mapping[str, Figures]) -> Table:
    """A row for each metric and slice: the checker's figure, how each bar is held, and the baselines' values."""
    rows = []
    for metric, slices in figures.items():
        for name, estimate in slices.items():
            bar = bars.get(metric, {}).get(name)
            others = (one.get(metric, {}).get(name) for one in beside.values())
            values = (f"{other.value:.2f}" if other else NOTHING for other in others)
            rows.append((metric, name, shown(metric, estimate), _held(metric, estimate, bar or Bar()), *values))
    return Table(title="The checker beside the baselines", header=_header(beside), rows=tuple(rows))


def _held(metric: str, estimate: Estimate, bar: Bar) -> str:
    held = signs(estimate.value, bar, less_is_better=metric in LESS_IS_BETTER)
    return ", ".join(f"{name} {at:g} {sign}" for name, at, sign in held)


def _header(beside: Mapping[str, Figures]) -> tuple[str, ...]:
    return ("metric", "slice", "checker", "bars", *beside)


def markdown(claims: Claims, table: Table, *, findings: Sequence[str], runs: Mapping[str, Judged]) -> str:
    """The report of a run; `runs` are the checker's, with citations and without."""
    parts = [
        f"# The checker on the {claims.split} split",
        "",
        f"{len(claims.claims)} claims, dataset {claims.sha256[:12]}, {len(claims.letters)} letters. "
        "Value, 95 % interval and number of claims; of the baselines the value.",
        *("", "## Gate", ""),
        *([f"- {flat(one)}" for one in findings] or ["Passed."]),
        *("", f"## {table.title}", "", row(table.header), row(["---"] * len(table.header))),
        *map(row, table.rows),
        *("", "## What the metrics say", ""),
        *(f"- `{metric}`: {says}" for metric, says in METRICS.items()),
    ]
    if claims.split == "dev":
        for name, judged in runs.items():
            parts += _mistakes(name, judged)
    return "\n".join(parts) + "\n"


def _mistakes(name: str, judged: Judged) -> list[str]:
    """The claims with another verdict than their label; the frozen ones are shown nowhere one by one."""
    wrong = [claim for claim in judged.claims if judged.verdict(claim) is not claim.label]
    rows = [row(_mistake(claim, judged)) for claim in wrong]
    header = ("claim", "family", "label", "verdict", "decided by", "says")
    return ["", f"## {len(wrong)} other verdicts, {name}", "", row(header), row(["---"] * len(header)), *rows]


def _mistake(claim: Claim, judged: Judged) -> tuple[str, ...]:
    gates = [f"{gate.gate.value}: {gate.reason}" for gate in judged.checked[claim.id].gates if not gate.passed]
    return (claim.id, claim.family, claim.label.value, judged.verdict(claim).value, "; ".join(gates), claim.claim)
