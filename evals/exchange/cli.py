"""`python -m evals.exchange export | import`."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from evals.answers import Config, Plan, read_config, write
from evals.cli import reported
from evals.dataset import SUITES, Dataset, Split, load
from evals.exchange.convert import as_answers, as_questions, exported
from evals.exchange.forms import FORMS, Form, rows_of
from evals.score import score
from evals.stored import RUNS
from rag.errors import InputError
from rag.process import ready_streams

IMPORTED = "imported"
"""What stands for the encoder and the version, which are not known, of imported answers."""

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
_FORMAT = typer.Option("--format", help=f"{' or '.join(FORMS)}.")


@app.command("export")
def export(
    run: Annotated[str, typer.Argument(help="Name of a stored run, such as seed-dev, or its folder.")],
    file: Annotated[Path, typer.Argument(help="File to write.")],
    form: Annotated[str, _FORMAT],
) -> None:
    """Write a run's questions, answers, contexts and references for another tool."""
    with reported():
        folder = Path(run) if Path(run).is_dir() else RUNS / run
        _write(file, exported(plan_of(folder), folder, _form(form)))
        typer.echo(f"Written: {file}")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="File of ragas or DeepEval.")],
    target: Annotated[Path, typer.Argument(help="Folder for a run of answers, or file for questions.")],
    form: Annotated[str, _FORMAT],
    questions: Annotated[
        bool, typer.Option("--questions", help="Take the rows for questions instead of answers.")
    ] = False,
    suite: Annotated[
        str, typer.Option("--set", help="seed, synthetic or longer: whose letters and questions.")
    ] = "seed",
    split: Annotated[str, typer.Option(help="dev or test: whose questions are answered.")] = "dev",
) -> None:
    """Turn such a file into a scored run of answers, or into questions of our own."""
    with reported():
        dataset = _dataset(suite, split)
        if questions:
            found = as_questions(rows_of(file), _form(form), dataset.letters)
            _write(target, "".join(f"{question.model_dump_json()}\n" for question in found))
            typer.echo(f"Written: {target}, {len(found)} questions. They have no facts yet.")
            return
        plan = Plan(dataset=dataset, use_renderings=True)
        write(target, config_of(plan), as_answers(rows_of(file), _form(form), dataset))
        scored = score(plan, target, IMPORTED)
        typer.echo(f"Written: {target}, {len(scored.answers)} answers. Without citations, these figures tell:")
        for metric in ("hit@1", "all_needed@5", "mrr", "fact_recall", "false_answers", "false_refusals"):
            if one := scored.estimate(metric):
                typer.echo(f"  {metric}: {one.value:.3f} [{one.low:.2f}–{one.high:.2f}] (n = {one.n})")


def plan_of(folder: Path) -> Plan:
    """The plan whose answers a folder holds.

    Raises:
        InputError: there are no answers, or they are not of one of our question sets as it is now.
    """
    config = read_config(folder)
    for suite in SUITES:
        for split in get_args(Split):
            if config.run.removesuffix("-no-rendering") == f"{suite.name}-{split}":
                plan = Plan(dataset=load(suite, split), use_renderings=config.use_renderings)
                if plan.dataset.sha256 == config.dataset_sha256:
                    return plan
    raise InputError(f"The answers in {str(folder)!r} are of {config.run!r}, which is no question set as it is now.")


def config_of(plan: Plan) -> Config:
    """What can be said of answers that come from elsewhere."""
    return Config(
        run=plan.name,
        dataset_sha256=plan.dataset.sha256,
        letters=plan.letter_digests(),
        use_renderings=plan.use_renderings,
        encoder=IMPORTED,
        dimension=0,
        passages=0,
        settings={},
        version=IMPORTED,
        code_sha256=IMPORTED,
    )


def _form(name: str) -> Form:
    if name not in FORMS:
        raise InputError(f"--format is {name!r}; give one of {', '.join(FORMS)}.")
    return FORMS[name]


def _dataset(suite: str, split: str) -> Dataset:
    chosen = [one for one in SUITES if one.name == suite]
    if not chosen or split not in get_args(Split):
        names = ", ".join(one.name for one in SUITES)
        raise InputError(f"There is no set {suite!r} with split {split!r}. Sets: {names}; splits: dev, test.")
    return load(chosen[0], "test" if split == "test" else "dev")


def _write(file: Path, content: str) -> None:
    try:
        file.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{str(file)!r} cannot be written: {error.strerror}. Give another file.") from error


def main() -> None:
    """Entry point of `python -m evals.exchange`."""
    ready_streams()
    app()
