"""One index for the session, and the command line over it: in this process, or as the program it is."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from rag.cli import app
from tests.conftest import CYCLING

ROOT = Path(__file__).resolve().parents[2]
SEED = "2020-vluchtelingenverdrag"
SMALL = "2021-fietspad"
TIMEOUT_SECONDS = 120


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What came of a call."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object that was printed; NaN and Infinity are not JSON."""
        return strict_json(self.out)

    @property
    def lines(self) -> list[Any]:
        return [strict_json(line) for line in self.out.splitlines()]


def strict_json(text: str) -> Any:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    return json.loads(text, parse_constant=refuse)


Rag = Callable[..., Ran]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real letter with what lies beside it, and a small one without a rendering."""
    folder = tmp_path_factory.mktemp("cli") / "letters"
    folder.mkdir()
    for file in (ROOT / "seeds").glob(f"{SEED}.*"):
        shutil.copy(file, folder)
    (folder / f"{SMALL}.txt").write_text(CYCLING, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index_dir(letters: Path) -> Path:
    """An index of the letters, made by the program itself."""
    folder = letters.parent / "index"
    ran = _run(["index", str(letters)], RAG_INDEX_DIR=str(folder))
    assert (ran.code, "Traceback" in ran.err) == (0, False), ran.err
    return folder


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the developer's, neither of the environment nor of a file .env."""
    for name in [name for name in os.environ if name.startswith("RAG_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def rag(index_dir: Path) -> Rag:
    """Calls `rag` over the index; keyword arguments are variables of the environment."""

    def call(*args: str, stdin: str | bytes | None = None, **variables: str) -> Ran:
        return _run(args, stdin=stdin, **{"RAG_INDEX_DIR": str(index_dir)} | variables)

    return call


def _run(args: Any, *, stdin: str | bytes | None = None, **variables: str) -> Ran:
    result: Result = CliRunner().invoke(app, list(args), input=stdin, env=variables)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(code=result.exit_code, out=result.stdout, err=result.stderr)


@pytest.fixture
def start(index_dir: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts `rag` as a process of its own over the index; keyword arguments are variables of the environment."""

    started: list[subprocess.Popen[bytes]] = []

    def call(
        *args: str, package: Path = ROOT, stdout: Any = subprocess.PIPE, **variables: str
    ) -> "subprocess.Popen[bytes]":
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR")}
        process = subprocess.Popen(
            [sys.executable, "-m", "rag.cli", *args],
            env=kept | {"PYTHONPATH": str(package), "RAG_INDEX_DIR": str(index_dir)} | variables,
            cwd=tmp_path,
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 one thread here
        )
        started.append(process)
        return process

    yield call
    for process in started:
        process.kill()
        process.wait()
        for stream in filter(None, (process.stdin, process.stdout, process.stderr)):
            with contextlib.suppress(BrokenPipeError):
                stream.close()


def finish(process: "subprocess.Popen[bytes]", stdin: bytes = b"") -> Ran:
    """The end of a process that was started."""
    out, err = process.communicate(stdin, timeout=TIMEOUT_SECONDS)
    return Ran(code=process.returncode, out=(out or b"").decode(), err=err.decode())


@pytest.fixture
def shown(rag: Rag) -> dict[str, Any]:
    """The letters of the index as the command line shows them, by id."""
    return {name: rag("show", name, "--json").json for name in (SEED, SMALL)}
