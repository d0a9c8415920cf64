"""What is documented: every command, option and setting, where a person looks for it."""

import re
import time
from pathlib import Path

import pytest

from rag.settings import Settings
from tests.cli.conftest import ROOT, Rag, Start, finish

HEAVY = ("chromadb", "onnxruntime", "simplemma", "py3langid", "langchain_core", "sentence_transformers", "streamlit")


@pytest.mark.parametrize("command", [[], ["index"], ["ask"], ["check"], ["show"], ["render"], ["doctor"]])
def test_each_command_has_help_with_exit_codes(rag: Rag, command: list[str]) -> None:
    for option in ("--help", "-h"):
        ran = rag(*command, option)
        assert (ran.code, ran.err) == (0, "")
        assert "Exit codes: 0 done" in ran.out


def test_help_names_every_command(rag: Rag) -> None:
    ran = rag("--help")
    assert all(
        re.search(rf"\b{command}\b", ran.out) for command in ("index", "ask", "check", "show", "render", "doctor")
    )


def test_help_names_every_option_of_ask(rag: Rag) -> None:
    ran = rag("ask", "--help")
    assert all(
        word in ran.out for word in ("QUESTION", "--language", "auto|nl|en", "--json", "--batch", "FILE", "history")
    )


@pytest.mark.parametrize("name", Settings.model_fields)
def test_help_tells_each_setting_and_its_default(rag: Rag, name: str) -> None:
    text = " ".join(rag("--help").out.split())
    default = Settings.model_fields[name].default
    if isinstance(default, Path):
        default = f"{default.relative_to(ROOT)}/ of the repository"
    shown = int(default) if isinstance(default, bool) else default or "empty"
    assert f"RAG_{name.upper()}: {Settings.model_fields[name].description} Default: {shown}." in text


def test_the_readme_names_every_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`RAG_{name.upper()}`" in readme for name in Settings.model_fields)


def test_nothing_asked_is_answered_with_help(rag: Rag) -> None:
    ran = rag()
    assert "Usage: rag [OPTIONS] COMMAND" in ran.out + ran.err


def test_the_version_is_told(rag: Rag) -> None:
    ran = rag("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Briefwijzer")


def test_an_unknown_command_is_unusable_input(rag: Rag) -> None:
    assert rag("vraag").code == 2


def test_help_loads_nothing_heavy(start: Start) -> None:
    started = time.perf_counter()
    ran = finish(start("--help", PYTHONPROFILEIMPORTTIME="1"))
    assert time.perf_counter() - started < 10  # 0.6 s on a machine that does nothing else
    loaded = set(re.findall(r"\|\s+([\w.]+)$", ran.err, re.MULTILINE))
    assert "typer" in loaded
    assert not loaded & set(HEAVY)
