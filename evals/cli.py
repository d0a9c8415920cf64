"""`python -m evals`: answer the questions, score the answers, hold them against the gate."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from evals import gate, history, page, report
from evals.agreement import CACHE, Remembered, agreement, cases
from evals.answers import Plan
from evals.dataset import SUITES, Split, Suite, check_frozen, load, split_named
from evals.generate import generate
from evals.judges import Judge, open_judge
from evals.score import Scored, score
from evals.stored import REPORT, RUNS
from rag.errors import InputError, RagError
from rag.process import ready_streams
from rag.settings import ROOT, load_settings
from rag.store.embedding import encoder_name, open_encoder

EXIT_SHUT, EXIT_UNUSABLE = 1, 2
_out = Console(highlight=False, width=None if sys.stdout.isatty() else 130)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where runs are kept and what they are held against."""

    runs: Path = RUNS
    thresholds: Path = ROOT / "evals" / "thresholds.toml"
    baseline: Path = ROOT / "evals" / "baseline.json"


def run(plans: Sequence[Plan], places: Places, *, is_generating: bool = True) -> list[Scored]:
    """Answer (or take the stored answers) and score each plan, in order.

    Raises:
        InputError: stored answers cannot be used.
    """
    settings = load_settings()
    if is_generating:
        encoder = open_encoder(settings.embedding_model)
        for plan in plans:
            with _progress() as bar:
                task = bar.add_task(plan.name, total=len(plan.dataset.questions))
                generate(plan, places.runs / plan.name, settings, encoder, partial(bar.advance, task))
    name = encoder_name(settings.embedding_model)
    return [score(plan, places.runs / plan.name, name) for plan in plans]


def decide(runs: Sequence[Scored], places: Places, *, today: date, is_accepting: bool = False) -> list[gate.Finding]:
    """Print and write the report of each run and remember it; the findings are why the gate is shut.

    Runs are accepted only where none misses a threshold, and what they lose against the last ones is printed.
    """
    thresholds, baseline = gate.read_thresholds(places.thresholds), gate.read_baseline(places.baseline)
    judged = [(one, gate.below(one, thresholds), gate.worse(one, baseline)) for one in runs]
    is_accepted = is_accepting and not any(below for _, below, _ in judged)
    if is_accepted:
        gate.accept(runs, places.baseline)
    findings = []
    for one, below, worse in judged:
        found = below if is_accepted else below + worse
        bars, folder = thresholds.get(one.plan.name, {}), places.runs / one.plan.name
        lines = history.remember(one, places.runs / history.HISTORY, today)
        (folder / "report.md").write_text(report.markdown(one, bars, found, lines), encoding="utf-8", newline="\n")
        (folder / REPORT).write_text(page.html(one, bars, found, lines), encoding="utf-8", newline="\n")
        _print(one, bars, folder)
        findings += found
        if is_accepted:
            _print_losses([loss for loss in worse if loss.questions], "yellow")
            for line in gate.raised(one, thresholds):
                _out.print(f"thresholds.toml: {escape(line)}")
    _print_losses(findings, "red")
    if is_accepting and not is_accepted:
        _err.print("Nothing was accepted: a threshold is missed.")
    return findings


def _print_losses(findings: Sequence[gate.Finding], colour: str) -> None:
    for finding in findings:
        _err.print(f"[{colour}]{escape(f'{finding.run}: {finding.says}')}[/{colour}]")
        if finding.questions:
            _err.print(f"  {escape(', '.join(finding.questions))}")


def _print(one: Scored, bars: report.Bars, folder: Path) -> None:
    summary = report.summary(one, bars)
    table = Table(*summary.header, title=summary.title, title_justify="left")
    for row in summary.rows:
        table.add_row(*map(escape, row))
    _out.print(table)
    if one.seconds:
        slowest = max(one.seconds.values())
        _out.print(f"Seconds a question: median {median(one.seconds.values()):.3f}, longest {slowest:.3f}.")
    _out.print(f"Report: {escape(str(folder / REPORT))}\n", soft_wrap=True)


def consult(judge: Judge, runs: Sequence[Scored], places: Places) -> None:
    """Print what a judge says of each run beside how far it agrees with us."""
    remembered = Remembered(judge, places.runs / CACHE)
    for one in runs:
        with _progress() as bar:
            task = bar.add_task(judge.name, total=len(cases(one)))
            said = agreement(remembered, one, partial(bar.advance, task))
        _out.print(escape(str(said)), soft_wrap=True)


def plans_for(suites: Sequence[Suite], split: Split, *, with_renderings: bool | None = None) -> list[Plan]:
    """The runs to make; None runs a suite without renderings too, where its letters have any."""
    plans = []
    for suite in suites:
        dataset = load(suite, split)
        has_renderings = any(letter.rendering for letter in dataset.letters.values())
        wanted = (True, False) if with_renderings is None and has_renderings else (with_renderings is not False,)
        plans += [Plan(dataset=dataset, use_renderings=one) for one in wanted]
    return plans


def evaluate(
    split: Annotated[str, typer.Option(help="dev, to tune on, or test, which is frozen.")] = "test",
    suite: Annotated[str, typer.Option("--set", help="seed, synthetic, longer or all.")] = "all",
    generate_: Annotated[
        bool, typer.Option("--generate/--no-generate", help="Answer anew, or score the answers of the last time.")
    ] = True,
    rendering: Annotated[
        bool | None, typer.Option("--rendering/--no-rendering", help="Only with, or only without English renderings.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Hold later runs against this one.")] = False,
    judge: Annotated[str, typer.Option(help="Ask a judge too, without effect: PROVIDER:MODEL or nli:FOLDER.")] = "",
) -> None:
    """Measure the answers; exit with 1 where they are below a threshold or worse than the accepted run."""
    with reported():
        named = split_named(split)
        if accept and not generate_:
            raise InputError("Stored answers may be those of other code. To accept a run leave out --no-generate.")
        chosen = [one for one in SUITES if suite in ("all", one.name)]
        if not chosen:
            raise InputError(f"--set is {suite!r}; give one of {', '.join(one.name for one in SUITES)}, all.")
        check_frozen()
        asked = open_judge(judge) if judge else None
        plans = plans_for(chosen, named, with_renderings=rendering)
        scored = run(plans, Places(), is_generating=generate_)
        findings = decide(scored, Places(), today=datetime.now(UTC).date(), is_accepting=accept)
        if asked:
            consult(asked, scored, Places())
        if findings:
            raise typer.Exit(EXIT_SHUT)


@contextmanager
def reported() -> Iterator[None]:
    """A known error ends the program with its sentence and with exit code 2."""
    try:
        yield
    except RagError as error:
        _err.print(f"[red]{escape(str(error))}[/red]")
        raise typer.Exit(EXIT_UNUSABLE) from None


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=_err, transient=True, disable=not _err.is_terminal)


def main() -> None:
    """Entry point of `python -m evals`."""
    ready_streams()
    typer.run(evaluate)
