"""Figures as inline SVG. Shape, line and words say what colour says; nothing here knows of runs or files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.stats import Estimate
from rag.view.text import safe

STYLE = """
svg { display: block; max-width: 100%; height: auto; }
svg text { font: 12px system-ui, sans-serif; fill: currentColor; font-variant-numeric: tabular-nums; }
svg line, svg polyline { fill: none; stroke-width: 2; }
svg .grid { stroke: #8884; stroke-width: 1; }
svg .must, svg .aim { stroke: currentColor; } svg .aim { stroke-dasharray: 2 2; }
svg .nl { stroke: #0b6bcb; } svg .en { stroke: #c2570c; }
svg circle.nl { fill: #0b6bcb; } svg rect.en { fill: Canvas; stroke-width: 2; }
svg polyline.en { stroke-dasharray: 5 3; }
"""
_LEFT, _WIDTH, _RIGHT = 220, 360, 200
_ROW, _LINE, _HEAD = 42, 16, 30
_TREND_LEFT, _TREND_WIDTH, _TREND_RIGHT, _TREND_HEIGHT, _TREND_TOP = 34, 250, 70, 130, 26
_SHIFT = 4
"""How far a language stands beside the one before, so that no interval hides another."""
_LABEL = 13
"""Height of a label; two never stand nearer to each other."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The figure of one language."""

    language: str
    estimate: Estimate
    bars: Mapping[str, float]
    """Where `must` and `aim` lie, as far as they are set."""
    remark: str
    """What stands beside it."""


def intervals(rows: Mapping[str, Sequence[Mark]], *, key: str, title: str) -> str:
    """A row for each name, from 0 to 1: the languages under each other, each with its interval and bars.

    `key` begins the ids and must be the plot's own on its page.
    """
    height = _HEAD + _ROW * len(rows) + 20
    parts = [*_legend(), *_scale(height)]
    for place, (name, marks) in enumerate(rows.items()):
        top = _HEAD + _ROW * place + 14
        parts.append(_text(_LEFT - 34, top + _LINE / 2 + 4, name, "end"))
        parts += [_mark(mark, top + _LINE * line) for line, mark in enumerate(marks)]
    says = (
        "For each metric and language the value with its 95 % interval, and where must and aim lie. "
        "The table below has the same figures."
    )
    return _svg(key, (_LEFT + _WIDTH + _RIGHT, height), title, says, parts)


def trend(series: Mapping[str, Sequence[Estimate | None]], labels: Sequence[str], *, key: str, title: str) -> str:
    """A line for each language through its figures from 0 to 1, oldest first; `labels` says when each was.

    There must be a label. `key` is as that of `intervals`.
    """
    foot = _TREND_TOP + _TREND_HEIGHT
    parts = [_text(0, 14, title, "start")]
    for at in (0.0, 0.5, 1.0):
        y = foot - _TREND_HEIGHT * at
        parts.append(_line(_TREND_LEFT, y, _TREND_LEFT + _TREND_WIDTH, y, "grid"))
        parts.append(_text(_TREND_LEFT - 8, y + 4, f"{at:g}", "end"))
    parts.append(_text(_TREND_LEFT, foot + 16, labels[0], "start"))
    if len(labels) > 1:
        parts.append(_text(_TREND_LEFT + _TREND_WIDTH, foot + 16, labels[-1], "end"))
    ends, says = [], []
    for number, (language, estimates) in enumerate(series.items()):
        found = [(place, one) for place, one in enumerate(estimates) if one]
        if found:
            parts.append(_course(language, found, labels, shift=number * _SHIFT))
            last = found[-1][1].value
            ends.append((foot - _TREND_HEIGHT * last + 4, f"{language} {last:.2f}"))
            says.append(f"{language} {found[0][1].value:.2f} at first, {last:.2f} at last.")
    parts += [_text(_TREND_LEFT + _TREND_WIDTH + 16, y, text, "start") for y, text in _apart(ends)]
    size = (_TREND_LEFT + _TREND_WIDTH + _TREND_RIGHT, foot + 24)
    return _svg(key, size, f"{title}, {labels[0]} to {labels[-1]}", " ".join(says), parts)


def _course(language: str, found: Sequence[tuple[int, Estimate]], labels: Sequence[str], *, shift: float) -> str:
    """One language's line through its figures, each with its interval."""
    foot, step = _TREND_TOP + _TREND_HEIGHT, _TREND_WIDTH / max(1, len(labels) - 1)
    points, marks = [], []
    for place, one in found:
        x = _TREND_LEFT + shift + (step * place if len(labels) > 1 else _TREND_WIDTH / 2)
        y, low, high = (foot - _TREND_HEIGHT * value for value in (one.value, one.low, one.high))
        points.append(f"{x:.1f},{y:.1f}")
        hover = f"<title>{safe(f'{labels[place]}: {language} {_spoken(one)}')}</title>"
        marks.append(f"<g>{hover}{_line(x, low, x, high, language)}{_dot(language, x, y)}</g>")
    return f'<polyline class="{safe(language)}" points="{" ".join(points)}"/>' + "".join(marks)


def _apart(ends: Iterable[tuple[float, str]]) -> list[tuple[float, str]]:
    """Labels by height, moved down where they would cover each other."""
    placed: list[tuple[float, str]] = []
    for y, text in sorted(ends):
        placed.append((max(y, placed[-1][0] + _LABEL) if placed else y, text))
    return placed


def _legend() -> list[str]:
    """What the marks mean, in a row at the top."""
    parts = []
    for x, language, name in ((0, "nl", "Dutch"), (80, "en", "English")):
        parts += [_line(_LEFT + x, 10, _LEFT + x + 18, 10, language), _dot(language, _LEFT + x + 9, 10)]
        parts.append(_text(_LEFT + x + 24, 14, name, "start"))
    for x, bar in ((170, "must"), (225, "aim")):
        parts += [_line(_LEFT + x, 3, _LEFT + x, 17, bar), _text(_LEFT + x + 7, 14, bar, "start")]
    return [*parts, _text(_LEFT + 280, 14, "↓ less is better", "start")]


def _scale(height: float) -> list[str]:
    parts = []
    for at in (0.0, 0.25, 0.5, 0.75, 1.0):
        parts.append(_line(_at(at), _HEAD, _at(at), height - 20, "grid"))
        parts.append(_text(_at(at), height - 5, f"{at:g}", "middle"))
    return parts


def _mark(mark: Mark, y: float) -> str:
    """One line of a row: the language's name, its bars, its interval, and what is to be said of it."""
    one = mark.estimate
    bars = "".join(_line(_at(at), y - 7, _at(at), y + 7, name) for name, at in mark.bars.items())
    drawn = _line(_at(one.low), y, _at(one.high), y, mark.language) + _dot(mark.language, _at(one.value), y)
    name = _text(_LEFT - 10, y + 4, mark.language, "end")
    hover = f"<title>{safe(f'{mark.language} {_spoken(one)}')}</title>"
    return f"<g>{hover}{name}{bars}{drawn}{_text(_LEFT + _WIDTH + 14, y + 4, mark.remark, 'start')}</g>"


def _spoken(one: Estimate) -> str:
    return f"{one.value:.3f}, {one.low:.2f} to {one.high:.2f}, n={one.n}"


def _at(value: float) -> float:
    return _LEFT + _WIDTH * value


def _dot(language: str, x: float, y: float) -> str:
    """Dutch is a full circle, English an open square."""
    if language == "en":
        return f'<rect class="en" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7"/>'
    return f'<circle class="{safe(language)}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{safe(kind)}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{safe(text)}</text>'


def _svg(key: str, size: tuple[float, float], title: str, says: str, parts: Iterable[str]) -> str:
    width, height = (f"{one:.0f}" for one in size)
    return (
        f'<svg role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-labelledby="{safe(key)}-title {safe(key)}-says"><title id="{safe(key)}-title">{safe(title)}</title>'
        f'<desc id="{safe(key)}-says">{safe(says)}</desc>{"".join(parts)}</svg>'
    )
