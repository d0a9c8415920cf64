"""The program among others: pipes, locales, full disks and Ctrl+C. Never a traceback."""

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.conftest import SEED, SMALL, TIMEOUT_SECONDS, Start, finish, strict_json

QUESTION = "Wil het kabinet het Vluchtelingenverdrag opzeggen?"


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_output_is_utf_8_whatever_the_locale(start: Start, locale: dict[str, str]) -> None:
    ran = finish(start("ask", QUESTION, **locale))
    assert (ran.code, ran.err) == (0, "")
    assert "«" in ran.out
    assert "§" in ran.out


def test_a_batch_is_utf_8_whatever_the_locale(start: Start) -> None:
    line = json.dumps({"id": "één «»", "question": "Wat vindt het kabinet van de Europese Unie?"}, ensure_ascii=False)
    process = start("ask", "--batch", "-", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    ran = finish(process, line.encode())
    assert (ran.code, ran.json["id"]) == (0, "één «»")


def test_a_closed_pipe_ends_the_program_quietly(start: Start) -> None:
    process = start("show", SEED, "--json")
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    assert process.wait(TIMEOUT_SECONDS) == 1


def test_a_reader_who_wants_one_answer_ends_a_batch_quietly(start: Start) -> None:
    process = start("ask", "--batch", "-")
    assert process.stdin
    assert process.stdout
    assert process.stderr
    line = json.dumps({"id": "a", "question": QUESTION}).encode() + b"\n"
    process.stdin.write(line * 20)
    process.stdin.close()
    assert strict_json(process.stdout.readline().decode())["id"] == "a"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(TIMEOUT_SECONDS) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_full_disk_is_told(start: Start, form: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = finish(start("show", *form, stdout=full))
    assert ran.code == 1
    assert ran.err.startswith("The output cannot be written: No space left on device.")
    assert ran.err.count("\n") == 1


def test_ctrl_c_while_waiting_for_a_question(start: Start) -> None:
    process = start("ask", "--batch", "-")
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps({"id": "a", "question": QUESTION}).encode() + b"\n")
    process.stdin.flush()
    assert strict_json(process.stdout.readline().decode())["id"] == "a"
    process.send_signal(signal.SIGINT)
    assert _ended(process) == (130, b"\nStopped.\n")


def test_ctrl_c_while_an_index_is_made_and_once_more_after(start: Start, letters: Path, tmp_path: Path) -> None:
    own = {"RAG_INDEX_DIR": str(tmp_path / "index")}
    process = start("index", str(letters), **own)
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while not (tmp_path / "index" / "letters.sqlite").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert _ended(process) == (130, b"\nStopped.\n")
    small = letters / f"{SMALL}.txt"
    assert finish(start("index", str(small), **own)).out.startswith(f"Added: {SMALL}\n1 letter, ")


def _ended(process: "subprocess.Popen[bytes]") -> tuple[int, bytes]:
    _, err = process.communicate(timeout=TIMEOUT_SECONDS)
    return process.returncode, err
