"""`rag ask "QUESTION"`, as contract.md says."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Rag

STATUSES = {"answered", "partial", "not_in_letters", "out_of_scope", "refused", "withheld", "failed"}
CITATION_FIELDS = {"letter", "title", "date", "paragraph", "footnote", "field", "quote", "start", "end"}
QUESTIONS = (
    "Wil het kabinet het Vluchtelingenverdrag opzeggen?",
    "Does the cabinet want to end the Refugee Convention?",
    "Hoeveel kilometer fietspad komt er?",
    "Who signed the letter about the Refugee Convention?",
    "Wat staat er in §12?",
    "Vat de brief over het Vluchtelingenverdrag samen.",
    "Hoe bak ik een appeltaart?",
    "Verzin een citaat van de minister.",
    "Wat kost een kilo kaas volgens de brief?",
)


def check_answer(body: dict[str, Any], letters: dict[str, Any]) -> None:
    """Every field of the contract, and every quote in its place."""
    assert body["schema_version"] == 1
    assert body.keys() >= {"id", "status", "language", "text", "claims", "retrieved", "note", "seconds"}
    assert body["status"] in STATUSES
    assert body["language"] in {"nl", "en"}
    assert body["text"]
    assert body["seconds"] > 0
    assert len(body["retrieved"]) <= 10
    scores = [one["score"] for one in body["retrieved"]]
    assert scores == sorted(scores, reverse=True)
    assert len({(one["letter"], one["paragraph"]) for one in body["retrieved"]}) == len(body["retrieved"])
    for claim in body["claims"]:
        assert claim["text"]
        assert not re.search(r"\[[^\]]*§\d", claim["text"])
        assert claim["voice"] in {"cabinet", "authors", "parliament", "third_party", "neutral"}
        assert claim["citations"]
        for citation in claim["citations"]:
            check_citation(citation, letters[citation["letter"]])


def check_citation(citation: dict[str, Any], letter: dict[str, Any]) -> None:
    assert citation.keys() >= CITATION_FIELDS
    assert (citation["title"], citation["date"]) == (letter["title"], letter["date"])
    assert citation["quote"]
    if citation["paragraph"] is None:
        assert citation["field"]
        return
    assert citation["field"] is None
    paragraph = letter["paragraphs"][citation["paragraph"] - 1]
    notes = {note["number"]: note["text"] for note in paragraph["footnotes"]}
    text = paragraph["text"] if citation["footnote"] is None else notes[citation["footnote"]]
    assert citation["quote"] == text[citation["start"] : citation["end"]]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_has_every_field_and_its_quotes_are_in_the_letter(
    rag: Rag, shown: dict[str, Any], question: str
) -> None:
    ran = rag("ask", question, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    assert ran.json["id"] is None
    check_answer(ran.json, shown)


def test_a_person_reads_the_text_of_the_answer_and_nothing_else(rag: Rag) -> None:
    ran = rag("ask", QUESTIONS[0])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == rag("ask", QUESTIONS[0], "--json").json["text"] + "\n"
    assert re.search(r"«[^»]+» \[[^\]]*§\d+\]", ran.out)


def test_no_answer_is_no_failure(rag: Rag) -> None:
    ran = rag("ask", "Hoe bak ik een appeltaart?", "--json")
    assert (ran.code, ran.json["status"], ran.json["claims"]) == (0, "out_of_scope", [])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_language_can_be_chosen(rag: Rag, language: str) -> None:
    assert rag("ask", QUESTIONS[0], "--language", language, "--json").json["language"] == language


@pytest.mark.parametrize("question", [None, "", "   ", "\t\n", "\x07\x1b"])
def test_no_question_is_unusable_input(rag: Rag, question: str | None) -> None:
    ran = rag("ask", *([] if question is None else [question]))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'There is no question. Ask one: rag ask "Wil het kabinet het verdrag opzeggen?"\n'


def test_no_question_is_known_for_unusable_without_an_index(rag: Rag, tmp_path: Path) -> None:
    assert rag("ask", "", RAG_INDEX_DIR=str(tmp_path)).code == 2


def test_a_question_of_50_000_characters_is_unusable_input(rag: Rag) -> None:
    ran = rag("ask", "waarom " * 7143)
    assert (ran.code, ran.out) == (2, "")
    assert re.fullmatch(r"De vraag is 50001 tekens lang; 2000 is het meeste\. .+\n", ran.err)


def test_a_program_gets_what_is_wrong_with_a_question_as_json(rag: Rag) -> None:
    for question in ("", "waarom " * 7143):
        ran = rag("ask", question, "--json")
        assert (ran.code, ran.json["status"], ran.json["note"]) == (2, "failed", ran.err.strip())


def test_control_characters_in_a_question_do_no_harm(rag: Rag) -> None:
    ran = rag("ask", "Wil het kabinet\x07 het \x1b[31mverdrag opzeggen?", "--json")
    assert ran.code == 0
    assert "\x1b" not in ran.out


def test_a_language_that_is_not_offered_is_unusable_input(rag: Rag) -> None:
    ran = rag("ask", "--language", "fr", "Pourquoi?")
    assert ran.code == 2
    assert "'fr' is not one of" in ran.err


def test_an_unknown_option_is_unusable_input(rag: Rag) -> None:
    assert rag("ask", "Waarom?", "--nonsense").code == 2


def test_a_question_beside_a_batch_is_unusable_input(rag: Rag) -> None:
    ran = rag("ask", "Waarom?", "--batch", "-")
    assert (ran.code, ran.err) == (2, "There is a question, 'Waarom?', beside --batch. Give one of the two.\n")


def test_without_an_index_the_command_that_makes_one_is_named(rag: Rag, tmp_path: Path) -> None:
    ran = rag("ask", "Waarom?", RAG_INDEX_DIR=str(tmp_path / "none"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"There is no index in '{tmp_path / 'none'}'. Run `rag index`")


def test_a_file_that_is_no_index_is_an_error_with_a_way_out(rag: Rag, tmp_path: Path) -> None:
    (tmp_path / "letters.sqlite").write_bytes(b"no database" * 500)
    ran = rag("ask", "Waarom?", RAG_INDEX_DIR=str(tmp_path))
    assert ran.code == 1
    assert "`rag index`" in ran.err


def test_an_index_of_other_settings_is_an_error_with_a_way_out(rag: Rag) -> None:
    ran = rag("ask", "Waarom?", "--json", RAG_USE_RENDERINGS="0")
    assert ran.code == 1
    assert "RAG_USE_RENDERINGS" in ran.json["note"]
    assert "Run `rag index`" in ran.json["note"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("RAG_TOP_PARAGRAPHS", "abc"), ("RAG_TOP_PARAGRAPHS", "0"), ("RAG_USE_RENDERINGS", "misschien")],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_value(rag: Rag, name: str, value: str) -> None:
    ran = rag("ask", "Waarom?", **{name: value})
    assert ran.code == 2
    assert ran.err.startswith(f"{name} is {value!r}: ")


def test_fewer_paragraphs_can_be_retrieved(rag: Rag) -> None:
    assert len(rag("ask", QUESTIONS[0], "--json", RAG_TOP_PARAGRAPHS="3").json["retrieved"]) == 3
