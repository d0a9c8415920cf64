"""What indexes of several sizes cost -> a Markdown table."""

import math
import os
from collections.abc import Callable, Sequence

import numpy as np

from evals.bench.sized import FILTERS, Asked, Built
from evals.bench.table import line

Sized = tuple[Built, Asked]


def markdown(rows: Sequence[Sized]) -> str:
    """A column a size, and how each figure grows from the first to the last, with what they rest on below."""
    passages = [built.passages for built, _ in rows]
    lines = [line(["", *(f"{one:,} passages" for one in passages), "grows as"])]
    lines.append(line(["---", *["--:"] * len(rows), "---"]))
    for name, digits, read in _figures():
        values = [read(built, asked) for built, asked in rows]
        cells = [f"{value:,.{digits}f}" for value in values]
        lines.append(line([name, *cells, _growth(passages, values)]))
    return "\n".join([*lines, "", _basis(rows)])


def _figures() -> list[tuple[str, int, Callable[[Built, Asked], float]]]:
    """Name, decimals and value of each row."""
    found: list[tuple[str, int, Callable[[Built, Asked], float]]] = [
        ("building without encoding, s", 1, lambda built, _: sum(built.seconds.values()) - built.seconds["encode"]),
        ("- reading the letters, s", 1, lambda built, _: built.seconds["read"]),
        ("- their words, s", 1, lambda built, _: built.seconds["words"]),
        ("- the graph of vectors, s", 1, lambda built, _: built.seconds["vectors"]),
        ("memory while building, MB", 0, lambda built, _: built.peak_megabytes),
        ("disk, bytes a passage", 0, lambda built, _: built.disk_bytes / built.passages),
        ("opening, s", 2, lambda _, asked: asked.open_seconds),
        ("memory while answering, MB", 0, lambda _, asked: asked.peak_megabytes),
        ("recall@10 of the graph", 3, lambda _, asked: asked.recall),
    ]
    for name in FILTERS:
        for percent in (50, 95):
            found.append((f"retrieval, {name}, p{percent}, ms", 1, _percentile(name, percent)))
    return found


def _percentile(name: str, percent: int) -> Callable[[Built, Asked], float]:
    return lambda _, asked: float(np.percentile(asked.milliseconds[name], percent))


def _growth(passages: Sequence[int], values: Sequence[float]) -> str:
    """The power of the number of passages: n^1 doubles where they double."""
    if passages[-1] <= passages[0] or min(values) <= 0:
        return ""
    return f"n^{math.log(values[-1] / values[0]) / math.log(passages[-1] / passages[0]):.2f}"


def _basis(rows: Sequence[Sized]) -> str:
    _, last = rows[-1]
    shares = ", ".join(f"{name} {last.passing[name]:.1%}" for name in FILTERS if last.passing[name] < 1)
    copied = "; ".join(
        f"of {built.passages:,} vectors {built.copies:,} are jittered copies" for built, _ in rows if built.copies
    )
    return (
        f"Laws, read as letters; a retrieval is reading, encoding and searching one of "
        f"{len(last.milliseconds['no filter'])} questions, half of them English, on {os.cpu_count()} processors. "
        f"Passages that pass, at the largest size: {shares}. " + (f"Not encoded: {copied}." if copied else "")
    ).strip()
