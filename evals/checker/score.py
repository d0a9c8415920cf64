"""Verdicts -> figures, each with its 95 % interval: Wilson's for a share, else a bootstrap over pairs."""

from collections.abc import Callable, Iterable, Mapping
from statistics import median

import numpy as np
from numpy.typing import NDArray

from evals.checker.dataset import FAMILIES, Claim, Edit
from evals.checker.judging import Judged
from evals.score import ALL, LANGUAGES
from evals.stats import Estimate, rate
from rag.checking.model import Verdict

Figures = Mapping[str, Mapping[str, Estimate]]
"""By metric and by slice; a slice that holds no claim is absent."""
METRICS = {
    "detection": "unfaithful claims that are not held to be supported",
    "false_alarms": "faithful claims that are not held to be supported",
    "pair_accuracy": "twins whose original passes while they do not",
    "balanced_accuracy": "the mean of detection and of what false alarms leave",
    "ppv": "flagged claims that are unfaithful, were 5 % of all claims so",
    "macro_f1": "F1 of the five verdicts on the bare claim, their mean",
    "recall": "claims that get their verdict without a citation",
    "milliseconds": "median time of a claim, warm",
}
LESS_IS_BETTER = frozenset({"false_alarms", "milliseconds"})
SLICES = tuple(
    dict.fromkeys(
        (
            *(ALL, *LANGUAGES, *FAMILIES),
            *(family for families in FAMILIES.values() for family in families),
            *(edit.value for edit in Edit),
            *(verdict.value for verdict in Verdict),
        )
    )
)
"""All claims, by language, by class, by family, by edit and by label; in the order in which they are shown."""
PREVALENCE = 0.05
_RESAMPLES = 1000
_SEED = 20200703

Picked = NDArray[np.intp]
"""Places of claims, some more than once."""


def cited_figures(judged: Judged) -> Figures:
    """What a check is worth that is told the paragraphs."""
    faithful = [claim for claim in judged.claims if claim.is_faithful]
    unfaithful = [claim for claim in judged.claims if not claim.is_faithful]
    wrong = np.array([not claim.is_faithful for claim in judged.claims])
    flagged = np.array([not judged.passes(claim) for claim in judged.claims])
    return {
        "detection": _shares(unfaithful, _error_slices, lambda claim: not judged.passes(claim)),
        "false_alarms": _shares(faithful, _faithful_slices, lambda claim: not judged.passes(claim)),
        "pair_accuracy": _shares(unfaithful, _language_slices, _tells_apart(judged)),
        "balanced_accuracy": {
            ALL: _bootstrap(judged, lambda at: balanced_accuracy(wrong[at], flagged[at])),
        },
        "ppv": {ALL: _bootstrap(judged, lambda at: positive_predictive_value(wrong[at], flagged[at]))},
    }


def searched_figures(judged: Judged) -> Figures:
    """What a check is worth that has to find the paragraphs, and how long it takes."""
    labels = np.array([claim.label for claim in judged.claims])
    verdicts = np.array([judged.verdict(claim) for claim in judged.claims])
    times = np.array([1000 * judged.seconds[claim.id] for claim in judged.claims])
    return {
        "macro_f1": {ALL: _bootstrap(judged, lambda at: macro_f1(labels[at], verdicts[at]))},
        "recall": _shares(judged.claims, _label_slices, lambda claim: judged.verdict(claim) is claim.label),
        "milliseconds": {ALL: _bootstrap(judged, lambda at: float(median(times[at])))},
    }


def balanced_accuracy(wrong: NDArray[np.bool_], flagged: NDArray[np.bool_]) -> float:
    """The mean of the shares of wrong claims flagged and of right ones passed; both kinds must be there."""
    return float((flagged[wrong].mean() + (~flagged[~wrong]).mean()) / 2)


def positive_predictive_value(wrong: NDArray[np.bool_], flagged: NDArray[np.bool_]) -> float:
    """How likely a flagged claim is wrong where `PREVALENCE` of all are; 0 where none is flagged."""
    hit, alarm = PREVALENCE * flagged[wrong].mean(), (1 - PREVALENCE) * flagged[~wrong].mean()
    return float(hit / (hit + alarm)) if hit else 0.0


def macro_f1(labels: NDArray[np.str_], verdicts: NDArray[np.str_]) -> float:
    """The mean F1 of the labels that occur."""
    scores = []
    for label in np.unique(labels):
        right = np.sum((labels == label) & (verdicts == label))
        scores.append(2 * right / (np.sum(labels == label) + np.sum(verdicts == label)))
    return float(np.mean(scores))


def _tells_apart(judged: Judged) -> Callable[[Claim], bool]:
    passing = {claim.pair: judged.passes(claim) for claim in judged.claims if claim.edit is Edit.ORIGINAL}
    return lambda twin: passing[twin.pair] and not judged.passes(twin)


def _shares(
    claims: Iterable[Claim], slices: Callable[[Claim], Iterable[str]], holds: Callable[[Claim], bool]
) -> dict[str, Estimate]:
    values: dict[str, list[int]] = {}
    for claim in claims:
        for name in slices(claim):
            values.setdefault(name, []).append(holds(claim))
    return {name: rate(values[name]) for name in SLICES if name in values}


def _language_slices(claim: Claim) -> set[str]:
    return {ALL, claim.language}


def _error_slices(claim: Claim) -> set[str]:
    return {ALL, claim.language, claim.kind or "", claim.family}


def _faithful_slices(claim: Claim) -> set[str]:
    return {ALL, claim.language, claim.edit}


def _label_slices(claim: Claim) -> set[str]:
    return {claim.label}


def _bootstrap(judged: Judged, statistic: Callable[[Picked], float]) -> Estimate:
    """A statistic of all claims, with a percentile interval over resampled pairs: claims of a pair are alike."""
    pairs: dict[str, list[int]] = {}
    for at, claim in enumerate(judged.claims):
        pairs.setdefault(claim.pair, []).append(at)
    members = [np.array(places) for places in pairs.values()]
    generator = np.random.default_rng(_SEED)
    drawn = generator.integers(0, len(members), (_RESAMPLES, len(members)))
    found = [statistic(np.concatenate([members[at] for at in row])) for row in drawn]
    low, high = np.percentile(found, [2.5, 97.5])
    value = statistic(np.arange(len(judged.claims)))
    return Estimate(n=len(judged.claims), value=value, low=float(low), high=float(high))
