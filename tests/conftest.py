"""What tests of several rooms share: the real encoder, once, and a tiny letter."""

import hashlib
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from rag.letters import read_letter
from rag.settings import Settings
from rag.store.embedding import BundledEncoder
from rag.store.index import Index
from rag.store.indexing import index_letters
from tests.doubles import WordEncoder


def free_port() -> int:
    """A port of this machine that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


CYCLING = """Betreft: Fietspaden langs het spoor

Den Haag, 4 maart 2021

Geachte voorzitter,

Het kabinet legt vijftig kilometer fietspad aan langs het spoor. De kosten bedragen 12 miljoen euro. Gemeenten betalen
de helft.

Planning

De aanleg begint in 2022. Het werk duurt drie jaar.1

Het kabinet wil het Fietsverdrag niet opzeggen. Een opzegging vergt instemming van beide Kamers.

De staatssecretaris van Infrastructuur en Waterstaat,

S. van Veldhoven

1 Zie het Jaarplan 2021, bladzijde 14.
"""
CYCLING_ENGLISH = {
    (1, 1): "The cabinet is building fifty kilometres of cycle path along the railway.",
    (1, 2): "The costs are 12 million euros.",
    (2, 1): "Construction starts in 2022.",
}
"""English by paragraph and sentence; the rest of the letter has none."""
WATER = """Betreft: Drinkwater

Den Haag, 9 mei 2022

Geachte voorzitter,

De kwaliteit van het drinkwater is goed. Waterbedrijven meten elke dag.

De minister van Infrastructuur en Waterstaat,

M. Harbers
"""


@pytest.fixture(scope="session")
def bundled() -> BundledEncoder:
    return BundledEncoder()


@dataclass(frozen=True, kw_only=True)
class Library:
    """A folder of letters, an index folder, and an encoder that tells what it was asked."""

    letters: Path
    settings: Settings
    encoder: WordEncoder

    def write(self, name: str, text: str) -> Path:
        file = self.letters / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        return file

    def render(self, name: str, english: dict[tuple[int, int], str]) -> Path:
        """Put an English rendering beside a letter."""
        letter = read_letter(self.letters / f"{name}.txt")
        rows: list[dict[str, object]] = [{"made_by": "a test", "date": "2022-01-01", "note": "unofficial"}]
        for (paragraph, sentence), text in english.items():
            dutch = letter.paragraphs[paragraph - 1].sentences[sentence - 1].text
            digest = hashlib.sha256(dutch.encode()).hexdigest()
            rows.append({"paragraph": paragraph, "sentence": sentence, "dutch_sha256": digest, "text": text})
        file = self.letters / f"{name}.en.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return file

    def index(self, **changes: object):
        return index_letters([self.letters], self.settings.model_copy(update=changes), encoder=self.encoder)

    def open(self, **changes: object) -> Index:
        return Index.open(self.settings.model_copy(update=changes), encoder=self.encoder)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """One letter with a partial rendering, not indexed yet."""
    (tmp_path / "letters").mkdir()
    made = Library(letters=tmp_path / "letters", settings=Settings(index_dir=tmp_path / "index"), encoder=WordEncoder())
    made.write("2021-fietspad", CYCLING)
    made.render("2021-fietspad", CYCLING_ENGLISH)
    return made


@pytest.fixture
def index(library: Library) -> Iterator[Index]:
    """Two letters, indexed and open."""
    library.write("2022-drinkwater", WATER)
    library.index()
    opened = library.open()
    yield opened
    opened.close()
