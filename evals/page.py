"""The report of a run as one HTML file that needs nothing beside it and runs nothing."""

from collections.abc import Iterable, Mapping, Sequence

from evals import plots
from evals.bars import Bar, signs
from evals.failures import Failure, Passage, failures
from evals.gate import Finding, less_is_better
from evals.history import MAIN, Line
from evals.metrics import METRICS
from evals.report import TREND, Bars, Table, origin, tables, trend
from evals.score import LANGUAGES, Scored
from rag.view.text import safe

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is fetched and no script runs, whatever a letter or question holds."""
_STYLE = f"""
:root {{ color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }}
body {{ max-width: 90rem; margin: 0 auto; padding: 1rem; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }}
th, td {{ border: 1px solid #8886; padding: .2rem .5rem; text-align: left; white-space: nowrap; }}
tbody th {{ font-weight: 500; }}
.trends {{ display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin-bottom: 1rem; }}
article {{ border-top: 1px solid #8886; padding: .8rem 0; overflow-wrap: anywhere; }}
@media (min-width: 45rem) {{ article {{ display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }} }}
article header {{ grid-column: 1 / -1; }}
h3, h4 {{ margin: 0; }} h4 {{ margin-top: .5rem; font-size: .85rem; }}
article p {{ margin: .2rem 0; }} article ul {{ margin: .2rem 0; padding-left: 1.2rem; }}
.said {{ white-space: pre-line; }}
blockquote {{ margin: .4rem 0; padding-left: .8rem; border-left: 3px solid #8886; }}
small {{ display: block; }}
{plots.STYLE}"""


def html(run: Scored, bars: Bars, findings: Sequence[Finding], lines: Sequence[Line] = ()) -> str:
    """The whole page; `lines` is what is kept of earlier runs and of this."""
    summary, *others = tables(run, bars)
    gate = _list(f"{safe(one.says)}<small>{safe(', '.join(one.questions))}</small>" for one in findings)
    parts = [
        f"<h1>Evaluation of {safe(run.plan.name)}</h1>{_list(map(safe, origin(run)))}",
        f"<h2>Gate</h2>{gate or '<p>Passed.</p>'}",
        f"<h2>With 95 % intervals</h2>{_intervals(run, bars)}",
        _table(summary),
        *([_table(trend(lines), _trends(lines))] if lines else []),
        *map(_table, others),
    ]
    if failing := failures(run):
        parts += [f"<h2>{len(failing)} failing answers</h2>", *map(_failure, failing)]
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Evaluation of {safe(run.plan.name)}</title><style>{_STYLE}</style>"
    )
    body = "\n".join(parts)
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body><main>\n{body}\n</main></body></html>\n'


def _intervals(run: Scored, bars: Bars) -> str:
    rows = {}
    for metric, spec in METRICS.items():
        marks = [_mark(run, metric, language, bars.get(language, {})) for language in LANGUAGES]
        rows[f"{metric} ↓" if spec.better == "less" else metric] = [mark for mark in marks if mark]
    return plots.intervals(rows, key="intervals", title="Metrics in Dutch and English, with intervals")


def _mark(run: Scored, metric: str, language: str, bars: Mapping[str, Bar]) -> plots.Mark | None:
    estimate = run.estimate(metric, language)
    if estimate is None:
        return None
    held = signs(estimate.value, bars.get(metric, Bar()), less_is_better=less_is_better(metric))
    met = [one for one in held if one[0] != "blocking"]
    remark = ", ".join([f"{estimate.value:.2f} n={estimate.n}", *(f"{name} {sign}" for name, _, sign in met)])
    return plots.Mark(language=language, estimate=estimate, bars={name: at for name, at, _ in met}, remark=remark)


def _trends(lines: Sequence[Line]) -> str:
    """A small plot for each main metric."""
    last = lines[-TREND:]
    drawn = [
        plots.trend(
            {language: [one.metrics.get(language, {}).get(metric) for one in last] for language in LANGUAGES},
            [one.date.isoformat() for one in last],
            key=f"trend-{place}",
            title=f"{metric} ↓" if METRICS[metric].better == "less" else metric,
        )
        for place, metric in enumerate(MAIN)
    ]
    return f'<div class="trends">{"".join(drawn)}</div>'


def _table(table: Table, before: str = "") -> str:
    head = "".join(f'<th scope="col">{safe(text)}</th>' for text in table.header)
    rows = "".join(
        f'<tr><th scope="row">{safe(first)}</th>{"".join(f"<td>{safe(text)}</td>" for text in rest)}</tr>'
        for first, *rest in table.rows
    )
    title = safe(table.title)
    return (
        f'<h2>{title}</h2>{before}<div class="wide" role="region" tabindex="0" aria-label="{title}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _failure(one: Failure) -> str:
    asked, answer = one.question, one.answer
    earlier = _list(safe(f"{turn.role}: {turn.content}") for turn in asked.history)
    text = f'<div class="said" lang="{safe(answer.language)}">{safe(answer.text)}</div>'
    said = f"<details><summary>The whole answer</summary>{text}</details>" if one.cited else text
    return (
        f"<article><header><h3>{safe(asked.id)} · {safe(asked.type)} · {safe(', '.join(one.fails))}</h3>"
        f'{earlier}<p lang="{asked.language}"><strong>{safe(asked.question)}</strong></p>'
        f"{_list(map(safe, one.outline))}</header>"
        f"<section><h4>Cited</h4>{_quoted(one.cited) or '<p>Nothing.</p>'}{said}</section>"
        f"<section><h4>Needed</h4>{_quoted(one.needed) or f'<p>{one.without_needed}</p>'}</section></article>"
    )


def _quoted(passages: Iterable[Passage]) -> str:
    return "".join(
        f'<blockquote><small>{safe(one.place)}, {safe(one.remark)}</small><span lang="nl">{safe(one.text)}</span>'
        "</blockquote>"
        for one in passages
    )


def _list(items: Iterable[str]) -> str:
    """A list of HTML; empty where there is none."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{inner}</ul>" if inner else ""
