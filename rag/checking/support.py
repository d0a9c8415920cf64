"""How likely sentences bear out a claim, from what of it they hold."""

import math
from collections.abc import Mapping

from rag.checking.alignment import Alignment
from rag.checking.numbers import numbers_held

SUPPORT: Mapping[str, float] = {
    "bias": -0.11,
    "coverage": 1.21,
    "similarity": 0.11,
    "weakest_clause": 0.98,
    "most_missing": -0.43,
    "proof": 0.47,
    "proved_share": -0.53,
    "english": -0.2,
    "across": 1.26,
}
"""Of the features below, for the log-odds that the sentences bear the claim out; docs/decisions.md tells of the fit."""
SUPPORTED_FROM = 0.6
"""On the development claims and drafts better than 0.5: see there."""
NEAR: Mapping[str, float] = {
    "bias": -3.3,
    "coverage": 2.65,
    "similarity": 3.15,
    "weakest_clause": 0.57,
    "most_missing": -0.3,
    "english": -0.45,
    "across": 0.67,
}
"""The same for the log-odds that they speak of the same thing at all, whatever they say of it."""
NEAR_FROM = 0.35
HELD_BY_OTHERS_FROM = 0.3
"""The same for what another holds, which is the likelier where the claim names a holder amiss."""
FOREIGN_BELOW = 0.2
"""Nearness of sentences that bear nothing out, whatever the network makes of a claim of a few words beside them; no
faithful development claim is as far."""


def features(alignment: Alignment) -> dict[str, float]:
    """What tells of support: how much is held, how near it is, the worst-held clause, the most telling word not held,
    what the network makes of it, and whether an English claim rests on Dutch words alone."""
    missing = max((pair.weight * (1 - pair.sure) for pair in alignment.pairs), default=0.0)
    return {
        "bias": 1.0,
        "coverage": _coverage(alignment),
        "similarity": alignment.similarity,
        "weakest_clause": min(alignment.clause_coverage(), default=alignment.coverage),
        "most_missing": missing * len(alignment.pairs) / 10,
        "proof": alignment.proof.log_odds,
        "proved_share": alignment.proof.share,
        "english": float(alignment.statement.language == "en"),
        "across": float(alignment.statement.language == "en" and alignment.sources[0].english is None),
    }


def _coverage(alignment: Alignment) -> float:
    """How much of the claim is held, each of its numbers counted as one of its words."""
    held = numbers_held(alignment.statement.text, (source.sentence.text for source in alignment.sources))
    words = len(alignment.pairs)
    return (alignment.coverage * words + sum(held)) / (words + len(held)) if words else alignment.coverage


def chance(alignment: Alignment) -> float:
    """Estimated chance, from 0 to 1, that the sources bear out the claim."""
    return _estimate(alignment, SUPPORT)


def nearness(alignment: Alignment) -> float:
    """Estimated chance, from 0 to 1, that the sources speak of what the claim speaks of."""
    return _estimate(alignment, NEAR)


def _estimate(alignment: Alignment, weights: Mapping[str, float]) -> float:
    found = features(alignment)
    return 1.0 / (1.0 + math.exp(-sum(weight * found[name] for name, weight in weights.items())))
