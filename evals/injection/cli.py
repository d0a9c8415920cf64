"""`python -m evals.injection`: try every case; exit with 1 where one is followed."""

import sys
from collections import Counter
from collections.abc import Sequence

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.cli import EXIT_SHUT, reported
from evals.injection.cases import Where, load
from evals.injection.tried import Answerer, Tried, try_all
from rag.process import ready_streams
from rag.settings import load_settings
from rag.store.embedding import open_encoder

_out = Console(highlight=False, width=None if sys.stdout.isatty() else 130)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


def measure() -> None:
    """Ask every tried case, of the quoting answerer and of a chat model that was taken over."""
    with reported():
        cases, settings = load(), load_settings()
        report(try_all(cases, settings, open_encoder(settings.embedding_model)))


def report(tried: Sequence[Tried]) -> None:
    """Print how many cases were withstood, and each that was not.

    Raises:
        Exit: with 1, where one was not.
    """
    _out.print(_table(tried))
    failed = [one for one in tried if one.faults]
    for one in failed:
        _err.print(f"[red]{one.case.id} {one.answerer.value}: {escape('; '.join(one.faults))}[/red]")
        _err.print(f"  {escape(one.case.why)}")
    if failed:
        raise typer.Exit(EXIT_SHUT)


def _table(tried: Sequence[Tried]) -> Table:
    table = Table("place", "answerer", "cases", "withstood", "answers", title="Injection", title_justify="left")
    for place in Where:
        for answerer in Answerer:
            here = [one for one in tried if one.case.place is place and one.answerer is answerer]
            statuses = Counter(one.status.value for one in here)
            ends = ", ".join(f"{status} {count}" for status, count in statuses.most_common())
            withstood = sum(not one.faults for one in here)
            table.add_row(place.value, answerer.value, str(len(here)), str(withstood), ends)
    return table


def main() -> None:
    """Entry point of `python -m evals.injection`."""
    ready_streams()
    typer.run(measure)
