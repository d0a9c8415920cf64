"""Questions -> stored answers, from an index made for the occasion; the user's own is left alone."""

import hashlib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from evals.answers import Config, Plan, write
from evals.opened import opened
from rag import wire
from rag.assistant import Assistant, Turn
from rag.settings import ROOT, Settings
from rag.store.embedding import Encoder

Progress = Callable[[], None]
"""Called after each question."""


def generate(plan: Plan, folder: Path, settings: Settings, encoder: Encoder, progress: Progress = lambda: None) -> None:
    """Answer every question of the plan and write the answers with their configuration to the folder."""
    asked = settings.model_copy(update={"use_renderings": plan.use_renderings})
    with opened(plan.dataset.letter_files, asked, encoder) as made:
        index, used = made.index, made.settings
        assistant = Assistant(index, used)
        rows = []
        for question in plan.dataset.questions:
            history = [Turn(role=turn.role, content=turn.content) for turn in question.history]
            rows.append(wire.answer_json(assistant.ask(question.question, history), question.id))
            progress()
        config = Config(
            run=plan.name,
            dataset_sha256=plan.dataset.sha256,
            letters=plan.letter_digests(),
            use_renderings=plan.use_renderings,
            encoder=index.encoder.name,
            dimension=index.encoder.dimension,
            passages=index.count_passages(),
            settings=used.model_dump(mode="json", exclude={"index_dir", "seeds_dir"}),
            version=_version(),
            code_sha256=_code_digest(),
        )
    write(folder, config, rows)


def _version() -> str:
    try:
        return version("briefwijzer")
    except PackageNotFoundError:
        return "not installed"


def _code_digest() -> str:
    whole = hashlib.sha256()
    for module in sorted((ROOT / "rag").rglob("*.py")):
        whole.update(module.relative_to(ROOT).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    return whole.hexdigest()
