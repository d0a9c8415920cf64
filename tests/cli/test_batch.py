"""`rag ask --batch`, as contract.md says."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SMALL, Rag, Start, finish, strict_json
from tests.cli.test_ask import QUESTIONS, check_answer

GOOD = {"id": "goed", "question": "Hoeveel kilometer fietspad komt er?"}
CLAIM = {"id": "goed", "claim": "Het kabinet legt vijftig kilometer fietspad aan langs het spoor."}


def lines(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def test_answers_come_in_order_with_every_field(rag: Rag, shown: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(lines(*({"id": str(n), "question": one} for n, one in enumerate(QUESTIONS))), encoding="utf-8")
    ran = rag("ask", "--batch", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert [body["id"] for body in ran.lines] == [str(number) for number in range(len(QUESTIONS))]
    for body in ran.lines:
        check_answer(body, shown)


def test_a_file_and_standard_input_and_a_single_question_answer_alike(rag: Rag, tmp_path: Path) -> None:
    def telling(body: dict[str, Any]) -> dict[str, Any]:
        # A score means nothing between lines, so the contract says; the order of what was found does.
        found = [(one["letter"], one["paragraph"]) for one in body["retrieved"][:3]]
        return {name: value for name, value in body.items() if name not in ("id", "seconds")} | {"retrieved": found}

    file = tmp_path / "questions.jsonl"
    file.write_text(lines(GOOD), encoding="utf-8")
    single = rag("ask", GOOD["question"], "--json").json
    assert telling(rag("ask", "--batch", str(file)).json) == telling(single)
    assert telling(rag("ask", "--batch", "-", stdin=lines(GOOD)).json) == telling(single)


@pytest.mark.parametrize(("command", "good"), [("ask", GOOD), ("check", CLAIM)])
def test_what_comes_of_a_line_is_written_before_the_next_is_read(
    start: Start, command: str, good: dict[str, Any]
) -> None:
    process = start(command, "--batch", "-")
    assert process.stdin
    assert process.stdout
    for name in ("eerste", "tweede"):
        process.stdin.write(lines(good | {"id": name}).encode())
        process.stdin.flush()
        assert strict_json(process.stdout.readline().decode())["id"] == name
    ran = finish(process)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("line", "question_id", "note"),
    [
        ("geen JSON", None, "The line is not JSON: Expecting value"),
        ('{"id": "a", "question": ', None, "The line is not JSON: "),
        ('{"id": "a", "question": "Wat\x07?"}', None, "The line is not JSON: Invalid control character"),
        ("[" * 100_000, None, "The line is not JSON: "),
        ("1" * 5_000, None, "The line is not JSON: "),
        ('["a", "Waarom?"]', None, "The line is not a JSON object."),
        ("null", None, "The line is not a JSON object."),
        ({"question": "Waarom?"}, None, "`id` is missing"),
        ({"id": True, "question": "Waarom?"}, None, "`id` is true"),
        ({"id": ["a"], "question": "Waarom?"}, None, '`id` is ["a"]'),
        ({"id": "a"}, "a", "`question` is missing"),
        ({"id": "a", "question": " \n"}, "a", '`question` is " \\n"'),
        ({"id": "a", "question": "\x00\x07"}, "a", '`question` is "\\u0000\\u0007"'),
        ({"id": "a", "question": 7}, "a", "`question` is 7; it must be a text"),
        ({"id": 7, "question": ""}, 7, '`question` is ""'),
        ({"id": "a", "question": "x" * 50_000}, "a", "De vraag is 50000 tekens lang"),
        ({"id": "a", "question": "x" * 50_000, "language": "en"}, "a", "The question is 50000 characters long"),
        ({"id": "a", "question": "Waarom?", "language": "fr"}, "a", '`language` is "fr"; it must be one of auto, nl'),
        ({"id": "a", "question": "Waarom?", "language": ["nl"]}, "a", '`language` is ["nl"]'),
        ({"id": "a", "question": "Waarom?", "history": "eerder"}, "a", '`history` is "eerder"; it must be a list'),
        ({"id": "a", "question": "Waarom?", "history": {}}, "a", "`history` is {}"),
        ({"id": "a", "question": "Waarom?", "history": ["eerder"]}, "a", 'A turn of `history` is "eerder"'),
        ({"id": "a", "question": "Waarom?", "history": [{"role": "god", "content": ""}]}, "a", "A turn of `history`"),
        ({"id": "a", "question": "Waarom?", "history": [{"role": "user"}]}, "a", "A turn of `history`"),
        ({"id": "a", "question": "Waarom?", "history": [{"role": ["user"], "content": ""}]}, "a", "A turn of"),
    ],
    ids=lambda value: str(value)[:40] if not isinstance(value, dict) else json.dumps(value)[:60],
)
def test_a_bad_line_fails_alone(rag: Rag, line: object, question_id: object, note: str) -> None:
    ran = rag("ask", "--batch", "-", stdin=lines(line, GOOD))
    assert (ran.code, ran.err) == (1, "")
    failed, answered = ran.lines
    assert failed["schema_version"] == 1
    assert (failed["id"], failed["status"]) == (question_id, "failed")
    assert failed["note"].startswith(note)
    assert len(failed["note"]) < 300
    assert (answered["id"], answered["status"]) == ("goed", "answered")


def test_a_line_that_is_not_utf_8_fails_alone(rag: Rag, tmp_path: Path) -> None:
    file = tmp_path / "latin.jsonl"
    file.write_bytes('{"id": "a", "question": "Één?"}\n'.encode("latin-1") + lines(GOOD).encode())
    ran = rag("ask", "--batch", str(file))
    assert (ran.code, [body["status"] for body in ran.lines]) == (1, ["failed", "answered"])
    assert ran.lines[0]["note"] == "The line is not UTF-8 at byte 25. Save the questions in UTF-8."


def test_the_last_line_counts_when_it_is_the_bad_one(rag: Rag) -> None:
    ran = rag("ask", "--batch", "-", stdin=lines(GOOD, "geen JSON"))
    assert (ran.code, [body["status"] for body in ran.lines]) == (1, ["answered", "failed"])


def test_what_editors_add_to_a_file_does_no_harm(rag: Rag, tmp_path: Path) -> None:
    file = tmp_path / "windows.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + lines(GOOD).replace("\n", "\r\n").encode() + b"\r\n  \r\n")
    ran = rag("ask", "--batch", str(file))
    assert (ran.code, [body["id"] for body in ran.lines]) == (0, ["goed"])


def test_no_lines_are_no_answers(rag: Rag) -> None:
    ran = rag("ask", "--batch", "-", stdin="\n\n")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("question_id", ["", "vraag 1", 7, "é\u2028\x85 «»", "\ud800", "\x00"])
def test_an_id_comes_back_as_it_was_given_on_one_line(rag: Rag, question_id: object) -> None:
    ran = rag("ask", "--batch", "-", stdin=lines(GOOD | {"id": question_id}))
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 1
    assert ran.json["id"] == question_id


def test_a_line_of_unicode_is_one_line(rag: Rag) -> None:
    row = json.dumps(GOOD | {"question": "Hoeveel kilometer\u2028fietspad\x85komt er?"}, ensure_ascii=False)
    ran = rag("ask", "--batch", "-", stdin=row.encode())
    assert (ran.code, ran.json["status"]) == (0, "answered")


def test_null_is_as_if_it_were_not_there(rag: Rag) -> None:
    ran = rag("ask", "--batch", "-", stdin=lines(GOOD | {"language": None, "history": None}))
    assert (ran.code, ran.json["language"]) == (0, "nl")


def test_a_line_that_names_no_language_takes_that_of_the_option(rag: Rag) -> None:
    ran = rag("ask", "--language", "en", "--batch", "-", stdin=lines(GOOD, GOOD | {"language": "nl"}))
    assert [body["language"] for body in ran.lines] == ["en", "nl"]


def test_history_is_understood(rag: Rag) -> None:
    history = [{"role": "user", "content": "Wanneer begint de aanleg van het fietspad?"}]
    ran = rag("ask", "--batch", "-", stdin=lines({"id": "a", "question": "En hoe lang duurt het?", "history": history}))
    assert ran.code == 0
    assert ran.json["retrieved"][0]["letter"] == SMALL


@pytest.mark.parametrize("name", ["nergens.jsonl", ".", "a\x00b"])
def test_a_batch_that_cannot_be_read_is_unusable_input(rag: Rag, name: str) -> None:
    ran = rag("ask", "--batch", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"--batch {name!r} cannot be read: ")
    assert ran.err.endswith(" Give a file of JSON lines, or -.\n")


def test_without_an_index_no_line_is_answered(rag: Rag, tmp_path: Path) -> None:
    ran = rag("ask", "--batch", "-", stdin=lines(GOOD), RAG_INDEX_DIR=str(tmp_path / "none"))
    assert (ran.code, ran.out) == (1, "")
    assert "Run `rag index`" in ran.err
