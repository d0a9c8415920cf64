"""The report of a run as one HTML file that needs nothing beside it."""

from collections.abc import Iterable, Sequence
from html import escape

from evals.gate import Finding
from evals.metrics import METRICS
from evals.report import NAMES, Bars, Failure, Table, failures, origin, tables
from evals.score import LANGUAGES, Scored

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 90rem; margin: 2rem auto; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #8886; padding: .2rem .5rem; text-align: left; white-space: nowrap; }
article { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; border-top: 1px solid #8886; padding: .8rem 0; }
article h3, article p.asked { grid-column: 1 / -1; margin: 0; }
.said { white-space: pre-line; }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 3px solid #8886; }
svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
svg .nl { fill: #0b6bcb; stroke: #0b6bcb; } svg .en { fill: #c2570c; stroke: #c2570c; }
"""
_LEFT, _WIDTH, _STEP = 190, 420, 30


def html(run: Scored, bars: Bars, findings: Sequence[Finding]) -> str:
    """The whole page."""
    gate = [f"<li>{escape(one.says)}<br><small>{escape(', '.join(one.questions))}</small></li>" for one in findings]
    parts = [
        f"<h1>Evaluation of {escape(run.plan.name)}</h1>",
        "<ul>" + "".join(f"<li>{escape(line.removeprefix('- '))}</li>" for line in origin(run)) + "</ul>",
        "<h2>Gate</h2>" + (f"<ul>{''.join(gate)}</ul>" if gate else "<p>Passed.</p>"),
        "<h2>With 95 % intervals</h2>" + _plot(run),
        *(_table(table) for table in tables(run, bars)),
    ]
    if failing := failures(run):
        parts += [f"<h2>{len(failing)} failing answers</h2>", *map(_failure, failing)]
    body = "\n".join(parts)
    head = f'<meta charset="utf-8"><title>{escape(run.plan.name)}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _plot(run: Scored) -> str:
    """A dot for each metric and language on a line from 0 to 1, with its interval."""
    height = _STEP * len(METRICS) + 30
    parts = [f'<svg role="img" width="{_LEFT + _WIDTH + 30}" height="{height}" aria-label="Metrics with intervals">']
    parts += [f'<text x="{_x(at / 4):.0f}" y="{height - 8}" text-anchor="middle">{at / 4:g}</text>' for at in range(5)]
    for place, metric in enumerate(METRICS):
        middle = _STEP * place + 16
        parts.append(f'<text x="{_LEFT - 10}" y="{middle + 4}" text-anchor="end">{escape(metric)}</text>')
        for language, shift in zip(LANGUAGES, (-4, 4), strict=True):
            if one := run.estimate(metric, language):
                y, title = middle + shift, f"{NAMES[language]} {one.value:.3f} (n={one.n})"
                parts.append(
                    f'<g class="{language}"><title>{title}</title><line x1="{_x(one.low):.1f}" x2="{_x(one.high):.1f}" '
                    f'y1="{y}" y2="{y}" stroke-width="2"/><circle cx="{_x(one.value):.1f}" cy="{y}" r="3.5"/></g>'
                )
    return "".join(parts) + "</svg><p>Blue is Dutch, orange is English.</p>"


def _x(value: float) -> float:
    return _LEFT + _WIDTH * value


def _table(table: Table) -> str:
    head = _cells("th", table.header)
    rows = "".join(f"<tr>{_cells('td', row)}</tr>" for row in table.rows)
    return f'<h2>{escape(table.title)}</h2><div class="wide"><table><tr>{head}</tr>{rows}</table></div>'


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def _failure(one: Failure) -> str:
    evidence = "".join(f"<blockquote>{escape(text)}</blockquote>" for text in one.evidence)
    return (
        f"<article><h3>{escape(one.question.id)} · {escape(one.question.type)} · {escape(', '.join(one.fails))}</h3>"
        f'<p class="asked"><strong>{escape(one.question.question)}</strong></p>'
        f'<div class="said"><em>{one.answer.status.value}</em>\n{escape(one.answer.text)}</div>'
        f"<div>{evidence or '<em>The letter does not say.</em>'}</div></article>"
    )
