"""`rag doctor`: green on a good house, and for what is wrong the remedy."""

import os
import shutil
from pathlib import Path

import pytest

from tests.chat.servers import Reply, serving
from tests.cli.conftest import ROOT, Rag, Ran, Start, finish

LOOKS = ["Python", "packages", "GPU packages", "SQLite", "settings", "encoder", "index", "chat model", "answer"]


def details(ran: Ran) -> dict[str, tuple[bool, str]]:
    return {one["name"]: (one["ok"], one["detail"]) for one in ran.json["findings"]}


def test_all_is_well_over_a_good_index(rag: Rag) -> None:
    ran = rag("doctor", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.json["schema_version"], ran.json["ok"]) == (1, True)
    found = details(ran)
    assert list(found) == LOOKS
    assert all(ok for ok, _ in found.values()), found
    assert "2 letters, 36 paragraphs, " in found["index"][1]
    assert found["settings"][1].startswith("RAG_INDEX_DIR=")


def test_a_person_reads_a_line_a_look(rag: Rag) -> None:
    ran = rag("doctor")
    assert ran.code == 0
    assert [line.split(":")[0] for line in ran.out.splitlines()] == [f"ok   {name}" for name in LOOKS]


def test_without_an_index_the_remedy_is_named(rag: Rag, tmp_path: Path) -> None:
    variables = {"RAG_INDEX_DIR": str(tmp_path / "none")}
    ran = rag("doctor", **variables)
    assert ran.code == 1
    assert "fix  index: There is no index in " in ran.out
    assert "Run `rag index`" in ran.out
    assert "fix  answer: Not looked at. First mend what is above: index.\n" in ran.out
    assert details(rag("doctor", "--json", **variables))["encoder"][0]


def test_an_index_made_with_other_settings_is_found(rag: Rag) -> None:
    found = details(rag("doctor", "--json", RAG_USE_RENDERINGS="0"))
    assert found["settings"][1].startswith("RAG_INDEX_DIR=")
    assert "RAG_USE_RENDERINGS=0; the rest as by default" in found["settings"][1]
    ok, detail = found["index"]
    assert not ok
    assert "RAG_USE_RENDERINGS" in detail
    assert "Run `rag index`" in detail


def test_vectors_that_are_gone_are_found(rag: Rag, index_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(index_dir, tmp_path / "index")
    shutil.rmtree(tmp_path / "index" / "generations")
    ok, detail = details(rag("doctor", "--json", RAG_INDEX_DIR=str(tmp_path / "index")))["index"]
    assert not ok
    assert "Run `rag index`" in detail


def test_a_question_that_may_not_be_asked_is_found(rag: Rag) -> None:
    ok, detail = details(rag("doctor", "--json", RAG_MAX_QUESTION_CHARS="5"))["answer"]
    assert not ok
    assert "tekens lang; 5 is het meeste" in detail


def test_a_setting_that_cannot_be_used_is_unusable_input(rag: Rag) -> None:
    ran = rag("doctor", RAG_TOP_PARAGRAPHS="abc")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("RAG_TOP_PARAGRAPHS is 'abc': ")


@pytest.mark.parametrize("name", ["RAG_INDEX_DIR", "RAG_SEEDS_DIR"])
def test_an_empty_folder_is_not_taken_for_the_current_one(rag: Rag, name: str) -> None:
    ran = rag("doctor", **{name: ""})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{name} is '': Input should name a folder. Correct or unset it.\n"


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_env_in_another_encoding_is_unusable_input(rag: Rag, encoding: str) -> None:
    Path(".env").write_text("# één vraag\nRAG_TOP_PARAGRAPHS=5\n", encoding=encoding)
    ran = rag("doctor")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("The file '.env' is not text in UTF-8. Save .env as UTF-8")


def test_a_file_env_with_a_byte_order_mark_is_read_from_its_first_line(rag: Rag) -> None:
    Path(".env").write_text("RAG_TOP_PARAGRAPHS=abc\n", encoding="utf-8-sig")
    assert rag("doctor").err.startswith("RAG_TOP_PARAGRAPHS is 'abc': ")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="every file can be read")
def test_a_file_env_that_may_not_be_read_is_unusable_input(rag: Rag) -> None:
    Path(".env").touch(mode=0)
    ran = rag("doctor")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("The file '.env' cannot be read: ")


def test_a_damaged_encoder_is_found(start: Start, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rag", tmp_path / "rag", ignore=shutil.ignore_patterns("__pycache__", "training"))
    damaged = tmp_path / "rag" / "model" / "tokenizer.json"
    damaged.write_bytes(damaged.read_bytes()[:1000])
    ran = finish(start("doctor", package=tmp_path))
    assert ran.code == 1
    assert "fix  encoder: Files of the encoder are damaged: tokenizer.json. Restore them: git checkout" in ran.out
    assert "fix  index: Not looked at. First mend what is above: encoder.\n" in ran.out
    assert ran.err == ""


SAMPLE = (
    '{"sentences": [{"text": "Het kabinet laat de brug blauw schilderen.", "citations": ["P1"], '
    '"quotes": ["de brug over de rivier in mei blauw schilderen"]}], "completeness": "complete"}'
)


def test_without_a_chat_model_the_doctor_says_that_letters_are_quoted(rag: Rag) -> None:
    ok, detail = details(rag("doctor", "--json"))["chat model"]
    assert ok
    assert detail == "none is set, so letters are quoted; RAG_CHAT_MODEL names one"


@pytest.mark.parametrize(
    ("only", "said"), [("json_mode", "streams, json_mode, "), ("plain", "streams, no structured output, so marked")]
)
def test_what_a_chat_model_can_do_is_tried(rag: Rag, only: str, said: str) -> None:
    text = SAMPLE if only != "plain" else "Het kabinet laat de brug over de rivier blauw schilderen [P1] «in mei»."
    with serving([Reply(text=text)], only=[only]) as server:
        variables = {"RAG_CHAT_MODEL": "openai:double", "RAG_CHAT_BASE_URL": server.url}
        ok, detail = details(rag("doctor", "--json", **variables))["chat model"]
    assert ok, detail
    assert detail.startswith(f"'double' at '127.0.0.1', this machine: {said}")


@pytest.mark.parametrize(
    ("reply", "remedy"),
    [
        (Reply(status=401), "it refuses the key. Set OPENAI_API_KEY"),
        (Reply(status=404), "it does not know it. Correct RAG_CHAT_MODEL"),
        (Reply(status=400), "it rejects what it is asked. Lower RAG_CHAT_CONTEXT_TOKENS or RAG_CHAT_ANSWER_TOKENS"),
        (Reply(text="blub"), "its words cannot be read as an answer. Take a model that follows instructions."),
        (Reply(text=SAMPLE.replace("P1", "P7")), "its words cannot be read as an answer."),
    ],
    ids=["key", "model", "context", "babble", "wrong token"],
)
def test_what_is_wrong_with_a_chat_model_is_found_with_the_remedy(rag: Rag, reply: Reply, remedy: str) -> None:
    with serving([reply]) as server:
        ran = rag("doctor", RAG_CHAT_MODEL="openai:double", RAG_CHAT_BASE_URL=server.url, OPENAI_API_KEY="sk-4711")
    assert ran.code == 1
    assert "fix  chat model: The chat model 'double' at '127.0.0.1': " + remedy in ran.out
    assert "sk-4711" not in ran.out + ran.err


def test_a_provider_whose_package_is_missing_is_found_with_the_line_that_installs_it(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "langchain_anthropic.py").write_text("raise ImportError('not here')", encoding="utf-8")
    path = f"{tmp_path}:{ROOT}"
    ran = finish(start("doctor", PYTHONPATH=path, RAG_CHAT_MODEL="anthropic:claude"))
    assert ran.code == 1
    assert 'Run: .venv/bin/pip install -c constraints.txt -e ".[anthropic]"' in ran.out
    assert ran.err == ""
