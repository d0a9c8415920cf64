"""The command line: `rag index | ask | check | render | show | doctor | eval`.

Libraries that take long to load are imported in the command that needs them, so that help comes at once.
"""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rag import doctor, terminal, wire
from rag.answering.model import Status
from rag.batch import answer_lines, is_blank, lines_of, read_claim, read_question
from rag.errors import InputError, first_names
from rag.letters import Letter
from rag.process import EXIT_FAILED, EXIT_UNUSABLE, print_json, ready_streams, reported, stop
from rag.settings import ROOT, load_settings

if TYPE_CHECKING:
    from rag.assistant import Assistant

_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO)

_EXIT_CODES = (
    "Exit codes: 0 done, also where the letters have no answer; 1 something is missing or broken; 2 unusable input."
)
_SETTINGS = (
    "Settings, as variables of the environment or lines of a file .env:",
    *(f"{one.name}: {one.meaning} Default: {one.default}." for one in doctor.known_settings()),
)

app = typer.Typer(
    name="rag",
    help="Ask Dutch government letters to parliament. Every answer quotes the numbered paragraph it rests on.",
    epilog="\n\n".join((_EXIT_CODES, *_SETTINGS)),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
_JSON = typer.Option("--json", help="Print one JSON object, also when something is wrong.")


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        try:
            terminal.say(f"Briefwijzer {metadata.version('briefwijzer')}")
        except metadata.PackageNotFoundError:
            terminal.say("Briefwijzer, run from its source and not installed")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Options of `rag` itself."""


@app.command(epilog=_EXIT_CODES)
def index(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Letters (.txt) or folders with letters; default: RAG_SEEDS_DIR."),
    ] = None,
) -> None:
    """Make the index mirror these letters: add new ones, renew changed ones, forget the rest.

    What has not changed is skipped. The index changes in one step: when this is stopped, or a letter
    cannot be read, it stays as it was. A file's name is the letter's id, so two files of one name are an error.
    """
    with reported():
        from rag.store.indexing import index_letters

        settings = load_settings()
        with terminal.progress_bars() as show_progress:
            report = index_letters(paths or [settings.seeds_dir], settings, show_progress)
        terminal.print_report(report)


@app.command(epilog=_EXIT_CODES)
def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="A question in Dutch or English.")] = None,
    language: Annotated[
        wire.Language, typer.Option(help="Language of the answer; auto is the question's own.")
    ] = "auto",
    as_json: Annotated[bool, _JSON] = False,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Answer the questions of a file of JSON lines, or of standard input where FILE is -: one object a "
            "line with id and question, and if wanted language and history. Answers are JSON lines in their order.",
        ),
    ] = None,
) -> None:
    """Answer a question with exact quotes, or say that the letters do not.

    Example: rag ask "Wil het kabinet het Vluchtelingenverdrag opzeggen?"
    """
    with reported(as_json=as_json):
        if batch is not None:
            answer = partial(_answer_row, language=language)
            raise typer.Exit(_run_batch(batch, answer, noun="question", beside=question))
        if question is None or is_blank(question):
            raise InputError('There is no question. Ask one: rag ask "Wil het kabinet het verdrag opzeggen?"')
        with _assistant() as assistant:
            answered = assistant.ask(question, language=language)
        if as_json:
            print_json(wire.answer_json(answered))
        if answered.status is Status.FAILED:
            terminal.complain(answered.note or "")
            raise typer.Exit(EXIT_UNUSABLE)
        if not as_json:
            terminal.print_answer(answered)


@app.command(epilog=_EXIT_CODES)
def check(
    claim: Annotated[str | None, typer.Argument(metavar="CLAIM", help="A statement in Dutch or English.")] = None,
    as_json: Annotated[bool, _JSON] = False,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Check the claims of a file of JSON lines, or of standard input where FILE is -: one object a line "
            "with id and claim, and if wanted cited, a list of objects with letter and paragraph to judge it against.",
        ),
    ] = None,
) -> None:
    """Say whether the letters say this, by whom, and in which words. No chat model is needed.

    Example: rag check "Het kabinet wil het Vluchtelingenverdrag opzeggen."
    """
    with reported(as_json=as_json):
        if batch is not None:
            raise typer.Exit(_run_batch(batch, _check_row, noun="claim", beside=claim))
        if claim is None or is_blank(claim):
            raise InputError('There is no claim. Give one: rag check "Het kabinet zegt het verdrag op."')
        with _assistant() as assistant:
            started = time.perf_counter()
            checked = assistant.check(claim)
            if as_json:
                print_json(wire.checked_json(checked, seconds=time.perf_counter() - started))
            else:
                terminal.print_checked(checked, assistant.letters)


@app.command(epilog=_EXIT_CODES)
def render(
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="A letter's file, or its id in RAG_SEEDS_DIR.")],
    force: Annotated[
        bool, typer.Option("--force", help="Begin anew, also where a person made the rendering; a copy is kept.")
    ] = False,
) -> None:
    """Write an English rendering beside a letter with the chat model, text by text; a bad one is left out.

    Run it again to go on with what is missing. The letter's text goes to the chat model that RAG_CHAT_MODEL names.
    """
    with reported():
        from rag.checking.words import Words
        from rag.rendering.render import find_source, render_letter
        from rag.rendering.translator import Translator
        from rag.store.embedding import open_encoder

        settings = load_settings()
        source, translator = find_source(letter, settings.seeds_dir), Translator.open(settings)
        words = Words(open_encoder(settings.embedding_model))
        with terminal.progress_bars() as show_progress:
            report = render_letter(source, translator, words=words, force=force, progress=show_progress)
        terminal.print_rendering(report)


def _assistant() -> "closing[Assistant]":
    """The assistant that the settings name; it is closed at the end."""
    from rag.assistant import Assistant

    return closing(Assistant.open())


def _run_batch(
    source: str, answer: "Callable[[Assistant, Any], Mapping[str, Any]]", *, noun: str, beside: str | None
) -> int:
    """Answer line by line, in order; the exit code tells whether any line was bad."""
    if beside is not None:
        raise InputError(f"There is a {noun}, {beside!r}, beside --batch. Give one of the two.")
    lines = lines_of(source)
    code = 0
    with _assistant() as assistant:
        for body in answer_lines(lines, partial(answer, assistant), noun=noun):
            print_json(body)
            code = EXIT_FAILED if body.get("status") == Status.FAILED else code
    return code


def _answer_row(assistant: "Assistant", row: Any, *, language: wire.Language) -> Mapping[str, Any]:
    asked = read_question(row, language)
    return wire.answer_json(assistant.ask(asked.question, asked.history, asked.language), asked.id)


def _check_row(assistant: "Assistant", row: Any) -> Mapping[str, Any]:
    claimed = read_claim(row)
    started = time.perf_counter()
    checked = assistant.check(claimed.claim, claimed.cited)
    return wire.checked_json(checked, claimed.id, seconds=time.perf_counter() - started)


@app.command(epilog=_EXIT_CODES)
def show(
    letter: Annotated[
        str | None, typer.Argument(metavar="LETTER", help="A letter's id; without it all letters are listed.")
    ] = None,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """List the letters, or print one with its numbered paragraphs and who holds the view in each."""
    with reported(as_json=as_json):
        letters = _letters()
        if letter is None and as_json:
            print_json(wire.letters_json(letters))
        elif letter is None:
            terminal.print_letters(letters)
        elif letter not in letters:
            raise InputError(f"There is no letter {letter!r}. Give one of: {first_names(letters)}.")
        elif as_json:
            print_json(wire.letter_json(letters[letter]))
        else:
            terminal.print_letter(letters[letter])


def _letters() -> Mapping[str, Letter]:
    """Every letter by id. Reading them needs neither encoder nor vectors."""
    from rag.store.database import DATABASE
    from rag.store.snapshot import Snapshot

    with closing(Snapshot(load_settings().index_dir / DATABASE)) as snapshot:
        return snapshot.letters()


@app.command(name="doctor", epilog=_EXIT_CODES)
def check_up(as_json: Annotated[bool, _JSON] = False) -> None:
    """Check the installation, the settings, the encoder and the index; say what to do about what is wrong."""
    with reported(as_json=as_json):
        findings = []
        for finding in doctor.examine(load_settings()):
            findings.append(finding)
            if not as_json:
                terminal.print_finding(finding)
        if as_json:
            print_json(wire.findings_json(findings))
        if not all(finding.ok for finding in findings):
            raise typer.Exit(EXIT_FAILED)


@app.command(
    name="eval",
    add_help_option=False,
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    epilog=_EXIT_CODES,
)
def evaluate(context: typer.Context) -> None:
    """Measure the answers against the question sets; `rag eval --help` lists the options. Needs the repository."""
    with reported():
        if not (ROOT / "evals" / "__main__.py").is_file():
            raise InputError(f"There are no question sets in {str(ROOT)!r}. Run this from a clone of the repository.")
        finished = subprocess.run([sys.executable, "-m", "evals", *context.args], cwd=ROOT, check=False)
        raise typer.Exit(finished.returncode)


def main() -> None:
    """Entry point of the `rag` command."""
    signal.signal(signal.SIGINT, stop)
    ready_streams()
    try:
        app(prog_name="rag")
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        terminal.complain(f"The output cannot be written: {error.strerror}. Make room, or write it elsewhere.")
        os._exit(EXIT_FAILED)  # or else Python tries to write the rest


if __name__ == "__main__":
    main()
