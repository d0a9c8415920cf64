"""`rag check`, as contract.md says."""

import json
from pathlib import Path
from typing import Any

import pytest

from rag.checking.gates import GateName
from rag.checking.model import Verdict
from tests.cli.conftest import SMALL, Rag
from tests.cli.test_ask import CITATION_FIELDS
from tests.cli.test_batch import lines

HELD = "Het kabinet legt vijftig kilometer fietspad aan langs het spoor."
DENIED = "Het kabinet wil het Fietsverdrag opzeggen."
ABSENT = "In Peru is een nieuwe chocoladefabriek geopend."
GOOD = {"id": "goed", "claim": HELD}
CLAIMS = (
    HELD,
    DENIED,
    ABSENT,
    "The cabinet wants to end the Refugee Convention.",
    "De auteurs bepleiten een nieuw verdrag.",
    "Is dit een vraag?",
    "x",
)


def check_form(body: dict[str, Any], letters: dict[str, Any]) -> None:
    """Every field of the contract, and every quote in its place."""
    assert body["schema_version"] == 1
    assert body["verdict"] in set(Verdict)
    assert body["claim"]
    assert body["language"] in {"nl", "en"}
    assert body["seconds"] > 0
    assert body["gates"]
    for gate in body["gates"]:
        assert gate.keys() == {"gate", "passed", "reason"}
        assert gate["gate"] in set(GateName)
        assert isinstance(gate["passed"], bool)
        assert gate["reason"]
    assert all(gate["passed"] for gate in body["gates"]) == (body["verdict"] == Verdict.SUPPORTED)
    for citation in body["citations"]:
        assert citation.keys() >= CITATION_FIELDS
        text = letters[citation["letter"]]["paragraphs"][citation["paragraph"] - 1]["text"]
        assert citation["quote"]
        assert citation["quote"] == text[citation["start"] : citation["end"]]


def test_verdicts_come_in_order_with_every_field(rag: Rag, shown: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(lines(*({"id": n, "claim": one} for n, one in enumerate(CLAIMS))), encoding="utf-8")
    ran = rag("check", "--batch", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert [body["id"] for body in ran.lines] == list(range(len(CLAIMS)))
    assert [body["claim"] for body in ran.lines] == list(CLAIMS)
    for body in ran.lines:
        check_form(body, shown)


def test_a_single_claim_and_a_batch_are_judged_alike(rag: Rag) -> None:
    def telling(body: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in body.items() if name not in ("id", "seconds")}

    single = rag("check", HELD, "--json").json
    assert single["id"] is None
    assert telling(rag("check", "--batch", "-", stdin=lines(GOOD)).json) == telling(single)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [(HELD, Verdict.SUPPORTED), (DENIED, Verdict.CONTRADICTED), (ABSENT, Verdict.NOT_FOUND)],
)
def test_what_the_letters_say_is_told_from_what_they_do_not(rag: Rag, claim: str, verdict: Verdict) -> None:
    ran = rag("check", claim, "--json")
    assert (ran.code, ran.json["verdict"]) == (0, verdict)


def test_with_cited_paragraphs_those_alone_are_judged(rag: Rag) -> None:
    there, elsewhere = ({"letter": SMALL, "paragraph": number} for number in (1, 2))
    ran = rag(
        "check",
        "--batch",
        "-",
        stdin=lines(GOOD | {"cited": [there]}, GOOD | {"cited": [elsewhere]}, GOOD | {"cited": []}),
    )
    held, not_held, searched = ran.lines
    assert ran.code == 0
    assert [held["verdict"], searched["verdict"]] == [Verdict.SUPPORTED] * 2
    assert not_held["verdict"] != Verdict.SUPPORTED
    assert all(citation["paragraph"] == 2 for citation in not_held["citations"])


def test_a_person_reads_the_verdict_the_holder_the_words_and_their_place(rag: Rag) -> None:
    ran = rag("check", HELD)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("✓ Klopt. De brieven zeggen dit.\n")
    assert f"Het kabinet: «{HELD}» [{SMALL} §1]" in ran.out
    assert "Wat de doorslag gaf" not in ran.out


def test_a_person_reads_what_decided_in_the_language_of_the_claim(rag: Rag) -> None:
    dutch = rag("check", DENIED)
    assert dutch.out.startswith("✕ Weersproken. ")
    assert "Wat de doorslag gaf: " in dutch.out
    english = rag("check", "The cabinet wants to end the Cycling Treaty.")
    assert "What decided: " in english.out


@pytest.mark.parametrize(
    ("line", "claim_id", "note"),
    [
        ("geen JSON", None, "The line is not JSON: Expecting value"),
        ('["a", "Zo is het."]', None, "The line is not a JSON object. Write one with `id` and `claim`."),
        ({"claim": HELD}, None, "`id` is missing"),
        ({"id": True, "claim": HELD}, None, "`id` is true"),
        ({"id": "a", "question": "Waarom?"}, "a", "`claim` is missing"),
        ({"id": "a", "claim": " \n"}, "a", '`claim` is " \\n"'),
        ({"id": 7, "claim": 7}, 7, "`claim` is 7; it must be a text"),
        ({"id": "a", "claim": HELD, "cited": "§1"}, "a", '`cited` is "§1"; it must be a list'),
        ({"id": "a", "claim": HELD, "cited": {}}, "a", "`cited` is {}"),
        ({"id": "a", "claim": HELD, "cited": [1]}, "a", "A place of `cited` is 1"),
        ({"id": "a", "claim": HELD, "cited": [{"letter": SMALL}]}, "a", "A place of `cited` is"),
        ({"id": "a", "claim": HELD, "cited": [{"letter": SMALL, "paragraph": True}]}, "a", "A place of `cited` is"),
        ({"id": "a", "claim": HELD, "cited": [{"letter": 7, "paragraph": 1}]}, "a", "A place of `cited` is"),
        (
            {"id": "a", "claim": HELD, "cited": [{"letter": SMALL, "paragraph": 99}]},
            "a",
            "Letter '2021-fietspad' has no para",
        ),
        (
            {"id": "a", "claim": HELD, "cited": [{"letter": "nergens", "paragraph": 1}]},
            "a",
            "There is no letter 'nergens'",
        ),
    ],
    ids=lambda value: str(value)[:40] if not isinstance(value, dict) else json.dumps(value)[:80],
)
def test_a_bad_line_fails_alone(rag: Rag, line: object, claim_id: object, note: str) -> None:
    ran = rag("check", "--batch", "-", stdin=lines(line, GOOD))
    assert (ran.code, ran.err) == (1, "")
    failed, judged = ran.lines
    assert failed["schema_version"] == 1
    assert (failed["id"], failed["status"]) == (claim_id, "failed")
    assert failed["note"].startswith(note)
    assert len(failed["note"]) < 300
    assert "fault" not in failed["note"]
    assert (judged["id"], judged["verdict"]) == ("goed", Verdict.SUPPORTED)


def test_claims_that_are_not_utf_8_are_named_for_what_they_are(rag: Rag, tmp_path: Path) -> None:
    file = tmp_path / "latin.jsonl"
    file.write_bytes('{"id": "a", "claim": "Één."}\n'.encode("latin-1"))
    ran = rag("check", "--batch", str(file))
    assert (ran.code, ran.json["note"]) == (1, "The line is not UTF-8 at byte 22. Save the claims in UTF-8.")


@pytest.mark.parametrize("claim", [None, "", " \t\n", "\x07\x1b"])
def test_no_claim_is_unusable_input(rag: Rag, claim: str | None, tmp_path: Path) -> None:
    ran = rag("check", *([] if claim is None else [claim]), RAG_INDEX_DIR=str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'There is no claim. Give one: rag check "Het kabinet zegt het verdrag op."\n'


def test_a_claim_beside_a_batch_is_unusable_input(rag: Rag) -> None:
    ran = rag("check", HELD, "--batch", "-")
    assert (ran.code, ran.err) == (2, f"There is a claim, {HELD!r}, beside --batch. Give one of the two.\n")


def test_without_an_index_the_command_that_makes_one_is_named(rag: Rag, tmp_path: Path) -> None:
    ran = rag("check", "--batch", "-", stdin=lines(GOOD), RAG_INDEX_DIR=str(tmp_path / "none"))
    assert (ran.code, ran.out) == (1, "")
    assert "Run `rag index`" in ran.err


def test_help_tells_the_form_of_a_line(rag: Rag) -> None:
    text = " ".join(rag("check", "--help").out.split())
    assert all(word in text for word in ("CLAIM", "--json", "--batch", "cited", "paragraph", "Exit codes: 0 done"))


def test_a_claim_that_is_too_long_is_an_error_that_says_how_long_it_may_be(rag: Rag) -> None:
    ran = rag("check", "kabinet " * 400, "--json")
    assert (ran.code, ran.json["status"]) == (2, "failed")
    assert "2000 are the most" in ran.json["note"]
