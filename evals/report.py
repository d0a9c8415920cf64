"""A scored run as tables, the trend up to it and, of the dev split, its failing answers; as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from evals.bars import Bar, signs
from evals.failures import Failure, Passage, failures
from evals.gate import Finding, less_is_better
from evals.history import MAIN, Line
from evals.metrics import METRICS
from evals.score import ALL, LANGUAGES, Scored
from evals.stats import Estimate

Bars = Mapping[str, Mapping[str, Bar]]
"""What a run is held against, by language and metric."""

NAMES = {"nl": "Dutch", "en": "English", ALL: "Both languages"}
NOTHING = "–"
TREND = 30
"""So many runs the trend goes back."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of plain text under a header."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def shown(estimate: Estimate | None) -> str:
    """A figure with its interval and number of questions."""
    if estimate is None:
        return NOTHING
    return f"{estimate.value:.3f} [{estimate.low:.2f}–{estimate.high:.2f}] n={estimate.n}"


def summary(run: Scored, bars: Bars) -> Table:
    """Each metric by language, the gap between the languages, and how each bar is held."""
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
    if metric not in bars or estimate is None:
        return ""
    held = signs(estimate.value, bars[metric], less_is_better=less_is_better(metric))
    return f"{language}: {', '.join(f'{name} {at:.2f} {sign}' for name, at, sign in held)}"


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


def trend(lines: Sequence[Line]) -> Table:
    """The main metrics of the last runs, oldest first; a row for each language."""
    rows = tuple(
        (
            one.date.isoformat(),
            one.version,
            *(digest[:8] for digest in (one.code_sha256, one.dataset_sha256)),
            language,
            *(shown(one.metrics.get(language, {}).get(metric)) for metric in MAIN),
        )
        for one in lines[-TREND:]
        for language in LANGUAGES
    )
    header = ("date", "version", "code", "dataset", "", *MAIN)
    return Table(title="Trend over the stored runs", header=header, rows=rows)


def markdown(run: Scored, bars: Bars, findings: Sequence[Finding], lines: Sequence[Line] = ()) -> str:
    """The report of a run; `lines` is what is kept of earlier ones and of this."""
    parts = [f"# Evaluation of {run.plan.name}", "", *(f"- {one}" for one in origin(run)), "", "## Gate", ""]
    parts += [f"- {one.says}{_listed(one.questions)}" for one in findings] or ["Passed."]
    summed_up, *others = tables(run, bars)
    for table in [summed_up, *([trend(lines)] if lines else []), *others]:
        parts += ["", f"## {table.title}", "", row(table.header), row(["---"] * len(table.header))]
        parts += [row(cells) for cells in table.rows]
    if failing := failures(run):
        parts += ["", f"## {len(failing)} failing answers", *(line for one in failing for line in _failure(one))]
    return "\n".join(parts) + "\n"


def _failure(one: Failure) -> list[str]:
    earlier = [f"{turn.role}: {turn.content}" for turn in one.question.history]
    return [
        *("", f"### {flat(one.question.id)} ({flat(one.question.type)}): {', '.join(one.fails)}"),
        *("", f"**{flat(one.question.question)}**"),
        *("", *(f"- {flat(text)}" for text in [*earlier, *one.outline])),
        *("", flat(one.answer.text)),
        *("", "Needed:", *(_quoted(one.needed) or ["", f"> {one.without_needed}"])),
        *("", "Cited:", *(_quoted(one.cited) or ["", "> Nothing."])),
    ]


def _quoted(passages: Sequence[Passage]) -> list[str]:
    return [line for one in passages for line in ("", f"> {one.place} ({one.remark}): {flat(one.text)}")]


def origin(run: Scored) -> list[str]:
    """What the run was made of, as lines."""
    config = run.config
    return [
        f"{len(run.answers)} questions, dataset {config.dataset_sha256[:12]}, {len(config.letters)} letters, "
        f"{config.passages} passages, renderings {'on' if config.use_renderings else 'off'}",
        f"encoder {config.encoder}, version {config.version}, code {config.code_sha256[:12]}",
    ]


def _listed(ids: Sequence[str]) -> str:
    return f": {', '.join(ids)}" if ids else ""


def row(cells: Sequence[str]) -> str:
    """A row of a Markdown table."""
    return "| " + " | ".join(flat(cell).replace("|", "\\|") for cell in cells) + " |"


def flat(text: str) -> str:
    """Text on one line, in which no HTML, image or link is left."""
    plain = escape(" ".join(text.split()), quote=False)
    return plain.replace("](", "]\\(").replace("]:", "]\\:")
