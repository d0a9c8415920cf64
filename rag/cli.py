"""The command line: `rag index | ask | show | doctor | eval`.

Libraries that take long to load are imported in the command that needs them, so that help comes at once.
"""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rag import doctor, terminal, wire
from rag.answering.model import Status
from rag.errors import InputError, RagError
from rag.letters import Letter
from rag.settings import ROOT, load_settings

if TYPE_CHECKING:
    from rag.assistant import Assistant

EXIT_FAILED = 1
"""Something is missing or broken: an index, the encoder, a line of a batch."""
EXIT_UNUSABLE = 2
"""What was asked or given cannot be used."""
_EXIT_STOPPED = 130
"""What a shell reports of a program that Ctrl+C ended."""
_SHOW_CURSOR = b"\x1b[?25h"
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
_LISTED_LETTERS = 10

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


@contextmanager
def _reported(*, as_json: bool = False) -> Iterator[None]:
    """Our errors as one sentence on standard error, with the exit code of the contract; as JSON too for programs."""
    try:
        yield
    except RagError as error:
        if as_json:
            _print_json(wire.failed_json(None, str(error)))
        terminal.complain(str(error))
        raise typer.Exit(EXIT_UNUSABLE if isinstance(error, InputError) else EXIT_FAILED) from None


def _print_json(body: Mapping[str, Any]) -> None:
    sys.stdout.write(wire.to_line(body))
    sys.stdout.flush()


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
    with _reported():
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
    with _reported(as_json=as_json):
        if batch is not None:
            if question is not None:
                raise InputError(f"There is a question, {question!r}, beside --batch. Give one of the two.")
            raise typer.Exit(_ask_batch(batch, language))
        if question is None or wire.is_blank(question):
            raise InputError('There is no question. Ask one: rag ask "Wil het kabinet het verdrag opzeggen?"')
        with _assistant() as assistant:
            answer = assistant.ask(question, language=language)
        if as_json:
            _print_json(wire.answer_json(answer))
        if answer.status is Status.FAILED:
            terminal.complain(answer.note or "")
            raise typer.Exit(EXIT_UNUSABLE)
        if not as_json:
            terminal.print_answer(answer)


def _assistant() -> "closing[Assistant]":
    """The assistant that the settings name; it is closed at the end."""
    from rag.assistant import Assistant

    return closing(Assistant.open())


def _ask_batch(source: str, language: wire.Language) -> int:
    """Answer line by line, in order; the exit code tells whether any line was bad."""
    lines = _lines(source)
    code = 0
    with _assistant() as assistant:
        for line in lines:
            if line.strip():
                body = _answer_line(assistant, line, language)
                _print_json(body)
                code = EXIT_FAILED if body["status"] == Status.FAILED else code
    return code


def _lines(source: str) -> Iterable[bytes]:
    """The lines of a file, or those of standard input as they come in."""
    if source == "-":
        if sys.stdin is None:
            raise InputError("--batch - reads standard input, which is closed. Pipe lines in, or give a file.")
        return sys.stdin.buffer
    try:
        return Path(source).read_bytes().split(b"\n")
    except (OSError, ValueError) as error:  # ValueError: no file's name holds a NUL
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"--batch {source!r} cannot be read: {reason}. Give a file of JSON lines, or -.") from error


def _answer_line(assistant: "Assistant", line: bytes, language: wire.Language) -> Mapping[str, Any]:
    """The JSON form of a line's answer, or of what is wrong with the line."""
    question_id: wire.Id | None = None
    try:
        row = wire.parse_line(line)
        question_id = wire.id_of(row)
        asked = wire.read_question(row, language)
        return wire.answer_json(assistant.ask(asked.question, asked.history, asked.language), asked.id)
    except RagError as error:
        return wire.failed_json(question_id, str(error))
    except Exception as error:  # a fault of ours that one question brings out must not cost the others their answers
        advice = "Ask this question alone and report what `rag ask` prints."
        return wire.failed_json(question_id, f"Briefwijzer has a fault: {error!r}. {advice}")


@app.command(epilog=_EXIT_CODES)
def show(
    letter: Annotated[
        str | None, typer.Argument(metavar="LETTER", help="A letter's id; without it all letters are listed.")
    ] = None,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """List the letters, or print one with its numbered paragraphs and who holds the view in each."""
    with _reported(as_json=as_json):
        letters = _letters()
        if letter is None and as_json:
            _print_json(wire.letters_json(letters))
        elif letter is None:
            terminal.print_letters(letters)
        elif letter not in letters:
            known = ", ".join(list(letters)[:_LISTED_LETTERS]) + (", …" if len(letters) > _LISTED_LETTERS else "")
            raise InputError(f"There is no letter {letter!r}. Give one of: {known}.")
        elif as_json:
            _print_json(wire.letter_json(letters[letter]))
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
    with _reported(as_json=as_json):
        findings = []
        for finding in doctor.examine(load_settings()):
            findings.append(finding)
            if not as_json:
                terminal.print_finding(finding)
        if as_json:
            _print_json(wire.findings_json(findings))
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
    with _reported():
        if not (ROOT / "evals" / "__main__.py").is_file():
            raise InputError(f"There are no question sets in {str(ROOT)!r}. Run this from a clone of the repository.")
        finished = subprocess.run([sys.executable, "-m", "evals", *context.args], cwd=ROOT, check=False)
        raise typer.Exit(finished.returncode)


def _stop(*_: object) -> None:
    """End at once, whatever library is at work: answers are flushed line by line, and an index changes in one step."""
    os.write(2, (_SHOW_CURSOR if os.isatty(2) else b"") + b"\nStopped.\n")
    os._exit(_EXIT_STOPPED)


def _ready_streams() -> None:
    """UTF-8 whatever the locale; what the caller has closed goes nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the process ends
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def main() -> None:
    """Entry point of the `rag` command."""
    signal.signal(signal.SIGINT, _stop)
    _ready_streams()
    try:
        app(prog_name="rag")
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        terminal.complain(f"The output cannot be written: {error.strerror}. Make room, or write it elsewhere.")
        os._exit(EXIT_FAILED)  # or else Python tries to write the rest


if __name__ == "__main__":
    main()
