"""What earlier runs measured: a line for each that brought something new."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.score import LANGUAGES, Scored
from evals.stats import Estimate
from rag.errors import InputError

HISTORY = "history.jsonl"
MAIN = (
    "all_needed@5",
    "citation_precision",
    "citation_recall",
    "fact_recall",
    "false_answers",
    "false_refusals",
)
"""The metrics whose trend is kept."""


class Line(BaseModel):
    """One run; fields that later versions add are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    date: date
    run: str
    version: str
    code_sha256: str
    dataset_sha256: str
    config_sha256: str
    """Of all that the answers were made of: letters, encoder and settings too."""
    metrics: dict[str, dict[str, Estimate]]
    """By language and metric; a metric that no question measures is absent."""


def line_of(run: Scored, today: date) -> Line:
    """What is kept of a run."""
    config = run.config
    found = {language: {metric: run.estimate(metric, language) for metric in MAIN} for language in LANGUAGES}
    return Line(
        date=today,
        run=config.run,
        version=config.version,
        code_sha256=config.code_sha256,
        dataset_sha256=config.dataset_sha256,
        config_sha256=hashlib.sha256(config.model_dump_json().encode()).hexdigest(),
        metrics={
            language: {metric: _short(one) for metric, one in metrics.items() if one}
            for language, metrics in found.items()
        },
    )


def _short(one: Estimate) -> Estimate:
    return replace(one, value=round(one.value, 4), low=round(one.low, 4), high=round(one.high, 4))


def remember(run: Scored, file: Path, today: date) -> list[Line]:
    """The lines of runs of this name, oldest first; this one's is added, unless nothing but its date is new.

    Raises:
        InputError: a stored line cannot be understood.
    """
    lines, new = read_history(file), line_of(run, today)
    if not any(new == one.model_copy(update={"date": today}) for one in lines):
        with file.open("a", encoding="utf-8", newline="\n") as stored:
            stored.write(new.model_dump_json() + "\n")
        lines.append(new)
    return [one for one in lines if one.run == new.run]


def read_history(file: Path) -> list[Line]:
    """All stored lines, oldest first; none where nothing was stored yet.

    Raises:
        InputError: one cannot be understood; the message names file and line.
    """
    if not file.is_file():
        return []
    lines = []
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").split("\n"), start=1):
        if line.strip():
            try:
                lines.append(Line.model_validate_json(line))
            except ValidationError as error:
                raise InputError(f"{file}:{number}: {error.errors()[0]['msg']}. Remove the line.") from error
    return lines
