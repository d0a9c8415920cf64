"""A scored run as tables and, of the dev split, its failing answers; as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.answers import Answer
from evals.dataset import Question
from evals.gate import Bar, Finding, is_met
from evals.metrics import METRICS
from evals.score import ALL, LANGUAGES, Scored
from evals.stats import Estimate

Bars = Mapping[str, Mapping[str, Bar]]
"""What a run is held against, by language and metric."""

NAMES = {"nl": "Dutch", "en": "English", ALL: "Both languages"}
NOTHING = "–"
_TELLING = (
    "citation_recall",
    "citation_precision",
    "fact_recall",
    "answer_strict",
    "false_answers",
    "false_refusals",
    "language_right",
    "voice_right",
    "must_not",
)
"""A question that scores less than it can on one of these is shown as failing."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of plain text under a header."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Failure:
    """An answer that is not what it should be, beside its evidence."""

    question: Question
    answer: Answer
    fails: tuple[str, ...]
    evidence: tuple[str, ...]
    """The needed paragraphs, each with its number."""


def shown(estimate: Estimate | None) -> str:
    """A figure with its interval and number of questions."""
    if estimate is None:
        return NOTHING
    return f"{estimate.value:.3f} [{estimate.low:.2f}–{estimate.high:.2f}] n={estimate.n}"


def summary(run: Scored, bars: Bars) -> Table:
    """Each metric by language, the gap between the languages, and the bars that are not met."""
    rows = []
    for metric in METRICS:
        found = {language: run.estimate(metric, language) for language in LANGUAGES}
        nl, en = found["nl"], found["en"]
        gap = f"{abs(nl.value - en.value):.3f}" if nl and en else NOTHING
        held = "; ".join(filter(None, (_held(metric, one, bars.get(one, {}), found[one]) for one in LANGUAGES)))
        rows.append((metric, shown(nl), shown(en), gap, held))
    return Table(title=run.plan.name, header=("metric", "nl", "en", "gap", "bars"), rows=tuple(rows))


def _held(metric: str, language: str, bars: Mapping[str, Bar], estimate: Estimate | None) -> str:
    """A language's bars for a metric: each with whether it is met."""
    bar = bars.get(metric)
    if bar is None or estimate is None:
        return ""
    named = (("blocking", bar.blocking), ("must", bar.must), ("aim", bar.aim))
    signs = [
        f"{name} {at:.2f} {'✓' if is_met(metric, estimate.value, at) else '✗'}" for name, at in named if at is not None
    ]
    return f"{language}: {', '.join(signs)}"


def by_kind(run: Scored, language: str) -> Table:
    """Each metric by type of question, for one language."""
    metrics = [metric for metric in METRICS if run.estimate(metric, language) and metric != "false_answers_near_miss"]
    rows = tuple((kind, *(shown(run.estimate(metric, language, kind)) for metric in metrics)) for kind in run.kinds)
    return Table(title=f"{NAMES[language]}, by type of question", header=("type", *metrics), rows=rows)


def tables(run: Scored, bars: Bars) -> list[Table]:
    """All tables of a run."""
    return [summary(run, bars), *(by_kind(run, language) for language in LANGUAGES), _glossary()]


def _glossary() -> Table:
    rows = tuple((one.name, one.says, {"neither": NOTHING}.get(one.better, one.better)) for one in METRICS.values())
    return Table(title="What the metrics say", header=("metric", "of a question", "better"), rows=rows)


def failures(run: Scored) -> list[Failure]:
    """The answers of the dev split that fail; of the frozen test nothing is shown one by one."""
    if run.plan.dataset.split == "test":
        return []
    found = []
    for question in run.plan.dataset.questions:
        scores = run.scores[question.id]
        fails = tuple(
            metric
            for metric in _TELLING
            if metric in scores and scores[metric] != float(METRICS[metric].better == "more")
        )
        if fails:
            found.append(
                Failure(
                    question=question,
                    answer=run.answers[question.id],
                    fails=fails,
                    evidence=tuple(_evidence(run, question)),
                )
            )
    return found


def _evidence(run: Scored, question: Question) -> list[str]:
    letter = run.plan.dataset.letters.get(question.letter or "")
    paragraphs = [letter.paragraph(number) for number in sorted(question.all_needed)] if letter else []
    return [f"§{one.number} {one.text}" for one in paragraphs if one]


def markdown(run: Scored, bars: Bars, findings: Sequence[Finding]) -> str:
    """The report of a run."""
    lines = [f"# Evaluation of {run.plan.name}", "", *origin(run), "", "## Gate", ""]
    lines += [f"- {one.says}{_listed(one.questions)}" for one in findings] or ["Passed."]
    for table in tables(run, bars):
        lines += ["", f"## {table.title}", "", _row(table.header), _row(["---"] * len(table.header))]
        lines += [_row(row) for row in table.rows]
    if failing := failures(run):
        lines += ["", f"## {len(failing)} failing answers"]
    for one in failing:
        lines += ["", f"### {one.question.id} ({one.question.type}): {', '.join(one.fails)}", ""]
        lines += [f"**{_flat(one.question.question)}**", "", f"{one.answer.status.value}: {_flat(one.answer.text)}", ""]
        lines += [f"> {_flat(text)}" for text in one.evidence] or ["> The letter does not say."]
    return "\n".join(lines) + "\n"


def origin(run: Scored) -> list[str]:
    """What the run was made of, as lines."""
    config = run.config
    return [
        f"- {len(run.answers)} questions, dataset {config.dataset_sha256[:12]}, {len(config.letters)} letters, "
        f"{config.passages} passages, renderings {'on' if config.use_renderings else 'off'}",
        f"- encoder {config.encoder}, version {config.version}, code {config.code_sha256[:12]}",
    ]


def _listed(ids: Sequence[str]) -> str:
    return f": {', '.join(ids)}" if ids else ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _flat(text: str) -> str:
    return " ".join(text.split())
