"""Questions -> stored answers, from an index made for the occasion; the user's own is left alone."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from evals.answers import Config, Plan, write
from rag import wire
from rag.assistant import Assistant, Turn
from rag.settings import ROOT, Settings
from rag.store.embedding import Encoder
from rag.store.index import Index
from rag.store.indexing import index_letters

Progress = Callable[[], None]
"""Called after each question."""


def generate(plan: Plan, folder: Path, settings: Settings, encoder: Encoder, progress: Progress = lambda: None) -> None:
    """Answer every question of the plan and write the answers with their configuration to the folder."""
    with _index(plan, settings, encoder) as (index, used), closing(Assistant(index, used)) as assistant:
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


@contextmanager
def _index(plan: Plan, settings: Settings, encoder: Encoder) -> Iterator[tuple[Index, Settings]]:
    with tempfile.TemporaryDirectory(prefix="briefwijzer-evals-", ignore_cleanup_errors=True) as folder:
        used = settings.model_copy(update={"index_dir": Path(folder), "use_renderings": plan.use_renderings})
        index_letters(plan.dataset.letter_files, used, encoder=encoder)
        yield Index.open(used, encoder), used


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
