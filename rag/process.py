"""The command line as a process: its streams, its exit codes, and how it is stopped."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

from rag import terminal, wire
from rag.errors import InputError, RagError

EXIT_FAILED = 1
"""Something is missing or broken: an index, the encoder, a line of a batch."""
EXIT_UNUSABLE = 2
"""What was asked or given cannot be used."""
_EXIT_STOPPED = 130
"""What a shell reports of a program that Ctrl+C ended."""
_SHOW_CURSOR = b"\x1b[?25h"


@contextmanager
def reported(*, as_json: bool = False) -> Iterator[None]:
    """Our errors as one sentence on standard error, with the exit code of the contract; as JSON too for programs."""
    try:
        yield
    except RagError as error:
        if as_json:
            print_json(wire.failed_json(None, str(error)))
        terminal.complain(str(error))
        raise typer.Exit(EXIT_UNUSABLE if isinstance(error, InputError) else EXIT_FAILED) from None


def print_json(body: Mapping[str, Any]) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(wire.to_line(body))
    sys.stdout.flush()


def stop(*_: object) -> None:
    """End at once, whatever library is at work: lines are flushed as they come, and files change in one step."""
    os.write(2, (_SHOW_CURSOR if os.isatty(2) else b"") + b"\nStopped.\n")
    os._exit(_EXIT_STOPPED)


def ready_streams() -> None:
    """UTF-8 whatever the locale; what the caller has closed goes nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the process ends
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
