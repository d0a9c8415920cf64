"""Standard retrieval metrics, by trec_eval; the only door to pytrec_eval."""

from collections.abc import Mapping, Sequence

import pytrec_eval

NEEDED, ALSO_RIGHT = 2, 1
"""Grades of relevance: linear gains of nDCG. The other metrics count needed paragraphs only."""
_NAMES = {"success_1": "hit@1", "recip_rank": "mrr", "ndcg_cut_10": "ndcg@10"}


def ranking_scores(
    grades: Mapping[str, Mapping[str, int]], rankings: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, float]]:
    """`hit@1`, `mrr` and `ndcg@10` by question, from graded documents and the documents found, best first.

    A question for which nothing was found scores 0.
    """
    evaluator = pytrec_eval.RelevanceEvaluator(
        {question: dict(graded) for question, graded in grades.items()},
        {"success.1", "recip_rank", "ndcg_cut.10"},
        relevance_level=NEEDED,
    )
    runs = {
        question: {document: float(-place) for place, document in enumerate(rankings[question])} for question in grades
    }
    found = evaluator.evaluate(runs)
    return {
        question: {ours: float(found.get(question, {}).get(theirs, 0.0)) for theirs, ours in _NAMES.items()}
        for question in grades
    }
