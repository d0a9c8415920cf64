"""Is everything here that an answer needs, and does it fit together?"""

import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from rag.answering.model import Status
from rag.errors import ModelError, RagError
from rag.settings import ROOT, Settings
from rag.terminal import count

_PACKAGES = ("langchain-core", "chromadb", "sentence-transformers", "streamlit", "torch", "onnxruntime")
_FIRST_PYTHON, _FIRST_UNTESTED_PYTHON = (3, 11), (3, 14)
_OLDEST_SQLITE = (3, 35)
_QUESTION = "Waar gaat de brief over?"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    """What was found, or what is wrong and what to do about it."""


@dataclass(frozen=True, kw_only=True)
class KnownSetting:
    """A variable that can be set."""

    name: str
    meaning: str
    default: str
    """As it would be typed; a path in the repository counts from there."""


@dataclass(frozen=True, kw_only=True)
class _Look:
    """One check: what it found, or a RagError with the remedy."""

    name: str
    check: Callable[[Settings], str]
    needs: tuple[str, ...] = ()
    """Names of looks that must have gone well; without them there is nothing to look at."""


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at the installation, the settings, the encoder, the index and the chat model, one after the other.

    A look that fails is a finding too, and so is one that cannot be taken because an earlier one failed.
    """
    broken: list[str] = []
    for look in _LOOKS:
        finding = _examine(look, settings, [name for name in look.needs if name in broken])
        if not finding.ok:
            broken.append(look.name)
        yield finding


def _examine(look: _Look, settings: Settings, broken: list[str]) -> Finding:
    if broken:
        return Finding(
            name=look.name, ok=False, detail=f"Not looked at. First mend what is above: {', '.join(broken)}."
        )
    try:
        return Finding(name=look.name, ok=True, detail=look.check(settings))
    except RagError as error:
        return Finding(name=look.name, ok=False, detail=str(error))


def known_settings() -> tuple[KnownSetting, ...]:
    """Every variable that can be set, in the order of the settings."""
    return tuple(
        KnownSetting(name=_variable(name), meaning=field.description or "", default=_typed(field.default))
        for name, field in Settings.model_fields.items()
    )


def _python(_: Settings) -> str:
    version = platform.python_version()
    if not _FIRST_PYTHON <= sys.version_info[:2] < _FIRST_UNTESTED_PYTHON:
        raise RagError(f"Python is {version}; Briefwijzer needs 3.11 to 3.13. Run `make setup PYTHON=python3.13`.")
    return f"{version} on {sys.platform}"


def _packages(_: Settings) -> str:
    found = []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            raise RagError(f"The package {name!r} is not installed. Run `make setup`.") from None
    return ", ".join(found)


def _gpu_packages(_: Settings) -> str:
    """CUDA packages come by accident and take gigabytes; the encoder runs on the CPU."""
    names = {dist.metadata["Name"] or "" for dist in metadata.distributions()}
    found = sum(name.startswith("nvidia-") for name in names)
    return f"{found} of nvidia, which Briefwijzer does not use" if found else "none, as it should be"


def _sqlite(_: Settings) -> str:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise RagError(f"SQLite is {sqlite3.sqlite_version}; it must be 3.35 or newer. Use a newer Python.")
    return sqlite3.sqlite_version


def _settings(settings: Settings) -> str:
    values = settings.model_dump()
    set_ones = ", ".join(
        f"{_variable(name)}={_typed(values[name])}" for name in values if name in settings.model_fields_set
    )
    return f"{set_ones}; the rest as by default" if set_ones else "all as by default; `rag --help` lists them"


def _encoder(settings: Settings) -> str:
    from rag.store.embedding import open_encoder
    from rag.store.network import damaged_files

    if not settings.embedding_model and (damaged := damaged_files()):
        raise ModelError(
            f"Files of the encoder are damaged: {', '.join(damaged)}. Restore them: git checkout -- rag/model"
        )
    encoder = open_encoder(settings.embedding_model)
    return f"{encoder.name}, {encoder.dimension} dimensions"


def _index(settings: Settings) -> str:
    from rag.store.index import Index

    with closing(Index.open(settings)) as index:
        paragraphs = sum(len(letter.paragraphs) for letter in index.letters.values())
        sizes = (
            count(len(index.letters), "letter"),
            count(paragraphs, "paragraph"),
            count(index.count_passages(), "passage"),
        )
        return f"{', '.join(sizes)} in {str(settings.index_dir)!r}"


def _chat_model(settings: Settings) -> str:
    from rag.answering.prompts import Method
    from rag.answering.trial import try_out

    trial = try_out(settings)
    if trial is None:
        return "none is set, so letters are quoted; RAG_CHAT_MODEL names one"
    where = f"{trial.place.host!r}, {'another machine' if trial.place.is_remote else 'this machine'}"
    streams = "streams" if trial.is_streamed else "answers in one piece"
    form = "no structured output, so marked text is read" if trial.method is Method.PLAIN else trial.method.value
    return f"{trial.place.model!r} at {where}: {streams}, {form}, {trial.seconds * 1000:.0f} ms"


def _answer(settings: Settings) -> str:
    from rag.assistant import Assistant

    with closing(Assistant.open(settings)) as assistant:
        answer = assistant.ask(_QUESTION)
    if answer.status is Status.FAILED:
        raise RagError(f"{_QUESTION!r} could not be asked: {answer.note}")
    return f"{_QUESTION!r} took {answer.seconds * 1000:.0f} ms ({answer.status.value})"


def _variable(name: str) -> str:
    return f"RAG_{name.upper()}"


def _typed(value: Any) -> str:
    """A setting's value as it would be typed."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, Path) and value.is_relative_to(ROOT):
        return f"{value.relative_to(ROOT)}/ of the repository"
    return str(value) or "empty"


_LOOKS = (
    _Look(name="Python", check=_python),
    _Look(name="packages", check=_packages),
    _Look(name="GPU packages", check=_gpu_packages),
    _Look(name="SQLite", check=_sqlite),
    _Look(name="settings", check=_settings),
    _Look(name="encoder", check=_encoder, needs=("packages",)),
    _Look(name="index", check=_index, needs=("packages", "SQLite", "encoder")),
    _Look(name="chat model", check=_chat_model),
    _Look(name="answer", check=_answer, needs=("index",)),
)
