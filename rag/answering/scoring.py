"""From a sentence's features to how likely it answers, and from all of them to whether to answer at all.

Both are logistic regressions with few weights, rounded. The first was fitted on questions about six other
government papers, the second on those and on the development questions; docs/decisions.md tells how.
"""

import math
from collections.abc import Sequence

from rag.answering.evidence import FEATURES, Evidence
from rag.answering.intent import Wanted

_SENTENCE = {
    "similarity": 3.3,
    "window_similarity": 4.3,
    "coverage": 5.0,
    "window_coverage": 6.3,
    "paragraph_coverage": -8.3,
    "telling_missing": -1.2,
    "fused": 1.5,
    "rank": 0.9,
    "holds_wanted": 0.65,
    "lacks_wanted": 0.2,
    "voice": 0.6,
    "other_voice": -0.6,
}
_WEIGHTS = tuple(_SENTENCE.get(name, 0.0) for name in FEATURES)

_BEST_WINDOW = 5.7
_NEAREST_SENTENCE = 3.3
_NO_FACT = -2.3
_NO_NAME = -1.2
_TELLING_MISSING = -6.2
_COVERAGE = 1.8
_UNKNOWN_NAME = -2.5
_BIAS = -2.7
ANSWER_FROM = 0.5
"""Estimated chance that the letters answer, from which on an answer is given."""

_TOP = 3
"""Among so many best sentences the wanted number, date or name is looked for."""
_FACTS = frozenset({Wanted.QUANTITY, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.DATE})


def relevance(evidence: Evidence) -> float:
    """Log-odds, up to a constant, that the sentence answers the question."""
    return sum(weight * value for weight, value in zip(_WEIGHTS, evidence.features, strict=True))


def answerable(ranked: Sequence[Evidence], wanted: Wanted, *, names_unknown: bool) -> float:
    """Estimated chance, from 0 to 1, that the letters answer at all.

    `ranked` are the sentences by relevance, best first; there must be one. What counts is how near the best
    sentence comes, whether it holds the kind of fact that is wanted, and how telling the words are that no paragraph
    found holds, and whether the letter knows the names in the question.
    """
    lacks = not any(_value(one, "holds_wanted") for one in ranked[:_TOP])
    odds = (
        _BIAS
        + _BEST_WINDOW * _value(ranked[0], "window_similarity")
        + _COVERAGE * _value(ranked[0], "coverage")
        + _NEAREST_SENTENCE * max(_value(one, "similarity") for one in ranked)
        + _TELLING_MISSING * min(_value(one, "telling_missing") for one in ranked)
        + _NO_FACT * (lacks and wanted in _FACTS)
        + _UNKNOWN_NAME * names_unknown
        + _NO_NAME * (lacks and wanted is Wanted.NAME)
    )
    return 1.0 / (1.0 + math.exp(-odds))


def _value(evidence: Evidence, feature: str) -> float:
    return evidence.features[FEATURES.index(feature)]
