"""`python -m evals.bench`: the peers beside each other, and the benchmarks, as Markdown tables."""

import tempfile
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from evals.bench.corpus import MIN_PARAGRAPHS, other_papers, texts
from evals.bench.peers import check_packages, peers
from evals.bench.table import Row, markdown, measure
from evals.benchmarks import tables as benchmarks
from evals.cli import reported
from evals.dataset import SUITES, Dataset, check_frozen, load, split_named
from rag.letters import read_letter
from rag.process import ready_streams
from rag.settings import Settings, load_settings
from rag.store.indexing import index_letters

LEFT_OUT = f"Among {MIN_PARAGRAPHS:,} paragraphs of other papers: left out. Give a folder of papers, with DATA=folder."


def compare(dataset: Dataset, files: tuple[Path, ...], settings: Settings) -> list[Row]:
    """Every peer on the dataset's questions over the letters in the files, without renderings and with."""
    letters = [read_letter(file) for file in files]
    rows = []
    for use_renderings in (False, True):
        used = settings.model_copy(update={"use_renderings": use_renderings})
        index_letters(files, used)
        for peer in peers(texts(letters, use_renderings=use_renderings), used):
            typer.echo(f"{peer.name}, {'with' if use_renderings else 'without'} rendering", err=True)
            rows.append(measure(peer, dataset.questions, use_renderings=use_renderings))
    return rows


def tables(dataset: Dataset, settings: Settings, data: Path | None) -> list[str]:
    """The comparison over the letters alone, and among the papers of a folder where one is given."""
    with tempfile.TemporaryDirectory(prefix="briefwijzer-bench-", ignore_cleanup_errors=True) as made:
        used = settings.model_copy(update={"index_dir": Path(made) / "index", "chroma_url": ""})
        others = other_papers(data, Path(made)) if data else ()
        count = sum(len(letter.paragraphs) for letter in dataset.letters.values())
        found = [markdown(f"Among the {count} paragraphs of the letter", compare(dataset, dataset.letter_files, used))]
        if not others:
            return [*found, LEFT_OUT]
        among = count + sum(len(read_letter(file).paragraphs) for file in others)
        title = f"Among {among:,} paragraphs: {count} of the letter, the others of {len(others)} papers in Dutch only"
        return [*found, markdown(title, compare(dataset, dataset.letter_files + others, used))]


def bench(
    split: Annotated[str, typer.Option(help="dev, or test, which is frozen.")] = "dev",
    data: Annotated[
        Path | None, typer.Option(help="Folder of data: other papers in laws/, public test sets in eval/.")
    ] = None,
) -> None:
    """Score other ways to find paragraphs on the same questions, and the encoder on public test sets."""
    with reported():
        named = split_named(split)
        check_packages()
        check_frozen()
        dataset = load(SUITES[0], named)
        typer.echo(f"Questions: {dataset.suite}, {split} split.\n")
        read = (dataset, *(load(suite, named) for suite in SUITES[1:]))
        letters = [letter for one in read for letter in one.letters.values()]
        for table in chain(tables(dataset, load_settings(), data), benchmarks.tables(dataset, letters, data)):
            typer.echo(table)


def main() -> None:
    """Entry point of `python -m evals.bench`."""
    ready_streams()
    typer.run(bench)
