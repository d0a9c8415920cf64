"""Nothing leaves this machine: neither on start nor with a first answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.conftest import ROOT

WATCHED = ROOT / "tests/app/watched.py"
SWITCHES = ("ANONYMIZED_TELEMETRY", "DO_NOT_TRACK", "HF_", "LANGSMITH_", "LANGCHAIN_", "STREAMLIT_", "RAG_")
"""What might keep a library quiet is taken away: it must be quiet by itself."""


def run_watched(notes: Path, index: Path, *command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(SWITCHES)}
    return subprocess.run(
        [sys.executable, str(WATCHED), str(notes), *command],
        cwd=cwd,
        env=environment | {"RAG_INDEX_DIR": str(index)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("tests.app.first_answer",), id="chat"),
        pytest.param(("rag.cli", "ask", "Wil het kabinet het Vluchtelingenverdrag opzeggen?"), id="rag ask"),
        pytest.param(("rag.cli", "index", "evals/datasets/letters"), id="rag index"),
    ],
)
def test_start_and_first_answer_reach_nothing_beyond_this_machine(
    tmp_path: Path, seed_index: Path, command: tuple[str, ...]
) -> None:
    index = tmp_path / "index" if "index" in command else seed_index
    ran = run_watched(tmp_path / "notes", index, *command)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "notes").read_text(encoding="utf-8") == ""


def test_watch_notes_what_goes_out(tmp_path: Path, seed_index: Path) -> None:
    """The watch itself is watched: a module that asks for an outside host is noted."""
    code = tmp_path / "leaks.py"
    code.write_text(
        "import socket\n"
        "socket.getaddrinfo('localhost', 80)\n"
        "probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "probe.connect(('192.0.2.1', 9))\n",  # a documentation address; a datagram socket sends nothing
        encoding="utf-8",
    )
    run_watched(tmp_path / "notes", seed_index, "leaks", cwd=tmp_path)
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "socket.connect 192.0.2.1\n"
