"""`python -m evals.checker`: judge the labelled claims, hold the verdicts against the bars, write a report."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.checker.bars import Bars, failing, read_bars
from evals.checker.baselines import baselines
from evals.checker.dataset import FROZEN, Claims, load
from evals.checker.judging import Check, judge
from evals.checker.report import comparison, markdown
from evals.checker.score import cited_figures, searched_figures
from evals.cli import EXIT_SHUT, reported
from evals.dataset import check_frozen, split_named
from evals.opened import opened
from evals.stored import RUNS
from rag.checking.check import Checker
from rag.process import ready_streams
from rag.settings import load_settings

GATED = "test"
"""The run that the bars are for."""
_out = Console(highlight=False, width=None if sys.stdout.isatty() else 180)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def opened_check(claims: Claims, *, use_renderings: bool = True) -> Iterator[Check]:
    """The checker of `rag check`, on an index made for the occasion; the user's own is left alone."""
    settings = load_settings().model_copy(update={"use_renderings": use_renderings})
    with opened(claims.letter_files, settings) as made:
        yield Checker(made.index).check


def measure(claims: Claims, check: Check, file: Path, bars: Bars) -> list[str]:
    """Judge the claims, print the figures and write the report; what is given back is the bars that are missed."""
    cited, searched = judge(claims, check), judge(claims, check, is_citing=False)
    figures = {**cited_figures(cited), **searched_figures(searched)}
    beside = {name: cited_figures(judge(claims, one)) for name, one in baselines(claims.letters).items()}
    findings = failing(figures, bars)
    table = comparison(figures, bars, beside)
    file.parent.mkdir(parents=True, exist_ok=True)
    runs = {"with citations": cited, "without": searched}
    file.write_text(markdown(claims, table, findings=findings, runs=runs), encoding="utf-8", newline="\n")
    printed = Table(*table.header, title=f"{table.title}, {claims.split} split", title_justify="left")
    for row in table.rows:
        printed.add_row(*map(escape, row))
    _out.print(printed)
    _out.print(f"Report: {escape(str(file))}", soft_wrap=True)
    return findings


def evaluate(
    split: Annotated[str, typer.Option(help="dev, to tune on, or test, which is frozen.")] = "test",
    rendering: Annotated[
        bool, typer.Option("--rendering/--no-rendering", help="With the English renderings, or as a letter without.")
    ] = True,
) -> None:
    """Measure the checker on labelled claims; exit with 1 where a blocking threshold is missed.

    The thresholds are those of the frozen claims with the rendering; other figures are held against none.
    """
    with reported():
        named = split_named(split)
        check_frozen(FROZEN)
        claims = load(named)
        with opened_check(claims, use_renderings=rendering) as check:
            run = f"{named}{'' if rendering else '-no-rendering'}"
            bars = read_bars() if run == GATED else {}
            findings = measure(claims, check, RUNS / "checker" / f"{run}.md", bars)
        for finding in findings:
            _err.print(f"[red]{escape(finding)}[/red]")
        if findings:
            raise typer.Exit(EXIT_SHUT)


def main() -> None:
    """Entry point of `python -m evals.checker`."""
    ready_streams()
    typer.run(evaluate)
