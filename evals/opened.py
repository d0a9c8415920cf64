"""An index of some letters, made for the occasion; the user's own is left alone."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from rag.settings import Settings
from rag.store.embedding import Encoder
from rag.store.index import Index
from rag.store.indexing import index_letters


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An index and the settings that it was made with."""

    index: Index
    settings: Settings


@contextmanager
def opened(files: Sequence[Path], settings: Settings, encoder: Encoder | None = None) -> Iterator[Opened]:
    """The index of these letters, for as long as it is needed; the encoder is that of the settings, unless given."""
    with tempfile.TemporaryDirectory(prefix="briefwijzer-evals-", ignore_cleanup_errors=True) as folder:
        used = settings.model_copy(update={"index_dir": Path(folder), "chroma_url": ""})
        index_letters(files, used, encoder=encoder)
        with closing(Index.open(used, encoder)) as index:
            yield Opened(index=index, settings=used)


@contextmanager
def opened_text(name: str, text: str, settings: Settings, encoder: Encoder | None = None) -> Iterator[Opened]:
    """The index of one text alone, as a letter of that name."""
    with tempfile.TemporaryDirectory(prefix="briefwijzer-evals-") as folder:
        file = Path(folder) / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        with opened([file], settings, encoder) as made:
            yield made
