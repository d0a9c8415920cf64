"""`python -m evals.drafts`: what of a chat model's drafts reaches a reader."""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.cli import EXIT_SHUT, reported
from evals.dataset import check_frozen, split_named
from evals.drafts.data import FROZEN, load
from evals.drafts.replay import Replayed, replay
from evals.drafts.score import Bars, Figures, by_kind, figures, findings, mistakes, read_bars
from evals.opened import opened
from evals.score import ALL, LANGUAGES
from evals.stats import Estimate
from rag.process import ready_streams
from rag.settings import load_settings
from rag.store.embedding import open_encoder

_out = Console(highlight=False, width=None if sys.stdout.isatty() else 130)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


def measure(
    split: Annotated[str, typer.Option(help="dev, to look at and tune on, or test, which is frozen.")] = "test",
) -> None:
    """Replay the prepared drafts; exit with 1 where a blocking threshold is not met."""
    with reported():
        named = split_named(split)
        check_frozen(FROZEN)
        bars, drafts = read_bars(), load(named)
        settings = load_settings()
        encoder = open_encoder(settings.embedding_model)
        with opened(drafts.letter_files, settings, encoder) as made:
            replayed = replay(drafts.rows, made)
        report(split, replayed, bars if split == "test" else {})


def report(split: str, replayed: Sequence[Replayed], bars: Bars) -> None:
    """Print the figures, and of dev each mistake.

    Raises:
        Exit: with 1, where a blocking bar is not met.
    """
    found = [one for language in (ALL, *LANGUAGES) if (one := figures(replayed, language))]
    _out.print(_table(split, found))
    _print_counts(replayed)
    if split == "dev":
        _print_mistakes(replayed)
    for line in findings(found, bars, "must"):
        _out.print(f"not yet what it must be: {escape(line)}")
    if shut := findings(found, bars, "blocking"):
        _err.print(*(f"[red]{escape(line)}[/red]" for line in shut), sep="\n")
        raise typer.Exit(EXIT_SHUT)


def _table(split: str, found: Sequence[Figures]) -> Table:
    table = Table("", "unfaithful shown", "faithful kept", "not read", "checking, median ms")
    table.title, table.title_justify = f"Prepared drafts, {split}", "left"
    for one in found:
        shares = (_share(one.unfaithful_shown), _share(one.faithful_kept))
        table.add_row(one.language, *shares, str(one.not_read), f"{one.checking_ms.value:.0f}")
    return table


def _share(estimate: Estimate | None) -> str:
    if estimate is None:
        return "–"
    return f"{estimate.value:.3f} ({estimate.low:.2f}–{estimate.high:.2f}, n={estimate.n})"


def _print_counts(replayed: Sequence[Replayed]) -> None:
    kinds = ", ".join(f"{kind.value} {shown}/{read}" for kind, (shown, read) in by_kind(replayed).items())
    _out.print(f"Shown by kind of error: {kinds}.")
    statuses = Counter(one.status.value for one in replayed)
    _out.print(f"Answers: {', '.join(f'{status} {count}' for status, count in statuses.most_common())}.")


def _print_mistakes(replayed: Sequence[Replayed]) -> None:
    for one in mistakes(replayed):
        what = f"dropped ({one.reason})" if one.sentence.faithful else f"shown, though {one.sentence.why}"
        _out.print(f"{one.draft.id} {escape(one.sentence.text)}\n    {escape(what)}", soft_wrap=True)


def main() -> None:
    """Entry point of `python -m evals.drafts`."""
    ready_streams()
    typer.run(measure)
