"""Peers asked, timed and scored -> a Markdown table for the README."""

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from evals.bench.peers import Peer
from evals.dataset import Question
from evals.metrics import Scores
from evals.report import NAMES
from evals.score import LANGUAGES, retrieval_scores, summed_up
from evals.stats import Estimate

METRICS = {"hit@1": "hit@1", "all_needed@5": "all needed@5", "mrr": "MRR"}
"""The columns, with their headings."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What a peer found, and in what time."""

    peer: str
    use_renderings: bool
    questions: tuple[Question, ...]
    scores: Mapping[str, Scores]
    seconds: Mapping[str, float]

    def estimate(self, metric: str, language: str) -> Estimate | None:
        """The metric over the questions in a language."""
        return summed_up(metric, [self.scores[one.id][metric] for one in self.questions if one.language == language])

    def milliseconds(self, language: str) -> float:
        """The median a question."""
        return 1000 * median(self.seconds[one.id] for one in self.questions if one.language == language)


def measure(peer: Peer, questions: Sequence[Question], *, use_renderings: bool) -> Row:
    """Ask a peer the questions that need a paragraph, after a first one that does not count."""
    asked = tuple(question for question in questions if question.needed)
    peer.find(asked[0])
    found, seconds = {}, {}
    for question in asked:
        started = time.perf_counter()
        found[question.id] = peer.find(question)
        seconds[question.id] = time.perf_counter() - started
    return Row(
        peer=peer.name,
        use_renderings=use_renderings,
        questions=asked,
        scores=retrieval_scores(asked, found),
        seconds=seconds,
    )


def markdown(title: str, rows: Sequence[Row]) -> str:
    """The rows under a title, with what the figures rest on below."""
    languages = [one for one in LANGUAGES if any(question.language == one for question in rows[0].questions)]
    columns = [f"{NAMES[one]}: {name}" for one in languages for name in (*METRICS.values(), "ms")]
    lines = [f"**{title}**", "", line(["", "English rendering", *columns])]
    lines.append(line(["---", "---", *["--:"] * len(columns)]))
    for row in rows:
        cells = [cell for language in languages for cell in _cells(row, language)]
        lines.append(line([row.peer, "with" if row.use_renderings else "without", *cells]))
    return "\n".join([*lines, "", _basis(rows, languages)]) + "\n"


def _cells(row: Row, language: str) -> list[str]:
    figures = [row.estimate(metric, language) for metric in METRICS]
    time_taken = row.milliseconds(language)
    return [*(f"{one.value:.2f}" for one in figures if one), f"{time_taken:.{1 if time_taken < 10 else 0}f}"]


def _basis(rows: Sequence[Row], languages: Sequence[str]) -> str:
    figures = [
        one for row in rows for metric in METRICS for language in languages if (one := row.estimate(metric, language))
    ]
    reach = max(max(one.high - one.value, one.value - one.low) for one in figures)
    counts = " and ".join(
        f"{sum(question.language == one for question in rows[0].questions)} {NAMES[one]}" for one in languages
    )
    return (
        f"{counts} questions; 95 % intervals reach {reach:.2f} to either side at most. ms: median a question, on "
        f"{os.cpu_count()} processors."
    )


def line(cells: Sequence[str]) -> str:
    """A row of a Markdown table."""
    return f"| {' | '.join(cells)} |"
