"""From a sentence's features to how likely it answers, and from all of them to whether to answer at all.

Two conditional logit models over sentences and one logistic regression over questions, with few weights, rounded.
`evals/fit.py` fitted them; docs/decisions.md tells on what.
"""

import math
from collections.abc import Mapping, Sequence

from rag.answering.evidence import FEATURES, Evidence
from rag.answering.intent import FACTS, Wanted

FIRST_LOOK: Mapping[str, float] = {
    "similarity": 6.0,
    "window_similarity": 4.3,
    "paragraph_similarity": 2.0,
    "coverage": 2.5,
    "window_coverage": 2.4,
    "fused": 1.3,
    "holds_wanted": 0.4,
    "lacks_wanted": -0.4,
    "voice": 0.75,
    "other_voice": -0.75,
}
"""Weights of a sentence's features before it was read with the question."""
RELEVANCE: Mapping[str, float] = {
    "similarity": 1.9,
    "window_similarity": 2.2,
    "paragraph_similarity": 1.0,
    "coverage": 1.5,
    "window_coverage": 1.9,
    "fused": 0.8,
    "holds_wanted": 0.3,
    "lacks_wanted": -0.3,
    "voice": 0.5,
    "other_voice": -0.5,
}
"""The same once it was read."""
READ = 0.6
"""Weight of the network's log-odds."""
ANSWERABLE: Mapping[str, float] = {
    "bias": -3.1,
    "log_odds": 0.17,
    "window_similarity": 5.65,
    "similarity": 1.7,
    "telling_missing": -0.45,
    "no_fact": -0.65,
    "no_name": -1.7,
    "unknown_name": -0.85,
}
"""Weights of what tells whether the letters answer: see `answer_features`."""
ANSWERABLE_ACROSS: Mapping[str, float] = {
    "bias": -0.9,
    "log_odds": 0.6,
    "window_similarity": 1.5,
    "similarity": 1.35,
    "telling_missing": -0.95,
    "no_fact": -0.4,
    "no_name": -0.5,
    "unknown_name": -1.0,
}
"""The same where the question is in another language than what is read: there the others answer no better."""
ANSWER_FROM, ANSWER_ACROSS_FROM = 0.52, 0.55
"""Estimated chance that the letters answer, from which on an answer is given."""

_PLACES = {name: place for place, name in enumerate(FEATURES)}
_TOP = 3
"""Among so many best sentences the wanted number, date or name is looked for."""


def first_look(evidence: Evidence) -> float:
    """Log-odds, up to a constant, that the sentence answers the question, before it was read."""
    return _weighed(evidence, FIRST_LOOK)


def relevance(evidence: Evidence) -> float:
    """Log-odds, up to a constant, that the sentence answers the question."""
    return _weighed(evidence, RELEVANCE) + READ * evidence.log_odds


def answer_features(ranked: Sequence[Evidence], wanted: Wanted, *, names_unknown: bool) -> dict[str, float]:
    """What tells whether the letters answer, from sentences by relevance, best first; there must be one.

    How surely one answers and how near one comes, whether one of the first holds the kind of fact that is
    wanted, how telling the words are that no paragraph found holds, and whether the letter knows the question's names.
    """
    lacks = not any(value(one, "holds_wanted") for one in ranked[:_TOP])
    return {
        "bias": 1.0,
        "log_odds": max(one.log_odds for one in ranked),
        "window_similarity": max(value(one, "window_similarity") for one in ranked),
        "similarity": max(value(one, "similarity") for one in ranked),
        "telling_missing": min(value(one, "telling_missing") for one in ranked),
        "no_fact": float(lacks and wanted in FACTS),
        "no_name": float(lacks and wanted is Wanted.NAME),
        "unknown_name": float(names_unknown),
    }


def answerable(ranked: Sequence[Evidence], wanted: Wanted, *, names_unknown: bool, is_across: bool) -> float:
    """Estimated chance, from 0 to 1, that the letters answer at all; `ranked` as for `answer_features`.

    `is_across` says that the question is in another language than the sentences were read in.
    """
    weights = ANSWERABLE_ACROSS if is_across else ANSWERABLE
    found = answer_features(ranked, wanted, names_unknown=names_unknown)
    return 1.0 / (1.0 + math.exp(-sum(weights[name] * worth for name, worth in found.items())))


def is_answered(chance: float, *, is_across: bool) -> bool:
    """Whether an answer is given at such a chance."""
    return chance >= (ANSWER_ACROSS_FROM if is_across else ANSWER_FROM)


def value(evidence: Evidence, feature: str) -> float:
    """One feature of a sentence."""
    return evidence.features[_PLACES[feature]]


def _weighed(evidence: Evidence, weights: Mapping[str, float]) -> float:
    return sum(weight * value(evidence, name) for name, weight in weights.items())
