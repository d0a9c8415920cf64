"""`python -m evals.bench.scale`: what 10,000, 100,000 and a million passages cost, as a Markdown table.

Each size is an index of its own, made of laws. Building and asking happen in processes of their own, so that the memory
of each can be told. What is finished stays so: vectors, indexes and figures are kept in a folder, where a second run
goes on.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from pydantic import TypeAdapter

from evals.bench.corpus import written_papers
from evals.bench.scale_table import markdown
from evals.bench.sized import YEARS, Asked, Built, ask, build
from evals.cli import reported
from rag.errors import InputError
from rag.settings import ROOT
from rag.store.passages import cut

KEPT = ROOT / ".benchmarks" / "scale"
"""Where runs keep what they made; `make clean` removes it."""
_UNITS = {"k": 1_000, "M": 1_000_000}
Figures = TypeVar("Figures", Built, Asked)


def parse_sizes(text: str) -> list[int]:
    """Numbers of passages from a list such as "10k,100k,1M", in its order.

    Raises:
        InputError: a part of it is no positive number.
    """
    try:
        sizes = [int(part.rstrip("kM")) * _UNITS.get(part[-1:], 1) for part in text.split(",")]
    except ValueError:
        sizes = [0]
    if min(sizes) < 1:
        raise InputError(f"--sizes is {text!r}; give numbers of passages with commas between them, such as 10k,1M.")
    return sizes


def papers_of(data: Path, folder: Path, passages: int) -> list[Path]:
    """The first papers of the data that together have so many passages, as dated letter files in the folder.

    A folder that is there already is complete: it gets its name when it is.

    Raises:
        InputError: there are no papers, or too few.
    """
    if not folder.exists():
        unfinished = folder.with_name(f"{folder.name}.unfinished")
        unfinished.mkdir(parents=True, exist_ok=True)
        _write_papers(data, unfinished, passages)
        unfinished.rename(folder)
    return sorted(folder.iterdir())


def _write_papers(data: Path, folder: Path, passages: int) -> None:
    count = 0
    for number, (file, letter) in enumerate(written_papers(data, folder)):
        dateline = f"Den Haag, {1 + number % 28} maart {YEARS[number % len(YEARS)]}"
        file.write_text(f"{dateline}\n\n{file.read_text(encoding='utf-8')}", encoding="utf-8", newline="\n")
        count += len(cut(letter, use_rendering=False))
        if count >= passages:
            return
    raise InputError(f"The papers in {str(data)!r} have {count:,} passages, and {passages:,} are needed.")


def measured(data: Path, folder: Path, passages: int, *, most: int) -> tuple[Built, Asked]:
    """The figures of one size, from the folder where they are there already.

    Raises:
        InputError: there are no papers, or too few.
    """
    place, vectors = folder / str(passages), folder / "vectors.sqlite"
    files = papers_of(data, place / "letters", passages)
    index = place / "index"
    built = _once(place / "built.json", Built, partial(build, files, index=index, kept=vectors, most=most))
    asked = _once(place / "asked.json", Asked, partial(ask, index, kept=vectors, most=most))
    return built, asked


def _once(file: Path, kind: type[Figures], measure: Callable[[], Figures]) -> Figures:
    """What the file holds; where there is none, it is measured first, in a process of its own."""
    adapter = TypeAdapter(kind)
    if not file.exists():
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
            figures = process.submit(measure).result()
        file.write_bytes(adapter.dump_json(figures, indent=2))
    return adapter.validate_json(file.read_bytes())


def scale(
    data: Annotated[Path, typer.Option(help="Folder of data: papers in laws/*.jsonl.gz, with `text` a line.")],
    sizes: Annotated[str, typer.Option(help="Numbers of passages, the smallest first.")] = "10k,100k,1M",
    most: Annotated[
        int, typer.Option(help="Vectors that are encoded; passages beyond get jittered copies of these.", min=1)
    ] = 100_000,
    folder: Annotated[Path, typer.Option(help="Where what was made is kept, to go on from.")] = KEPT,
) -> None:
    """Build and ask indexes of laws of ever more passages."""
    with reported():
        rows = []
        for passages in parse_sizes(sizes):
            typer.echo(f"{passages:,} passages", err=True)
            rows.append(measured(data, folder, passages, most=most))
        typer.echo(markdown(rows))


if __name__ == "__main__":
    typer.run(scale)
