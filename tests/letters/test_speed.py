"""No text, however long its lines, takes more than a few seconds of a processor's time."""

import time
from pathlib import Path

import pytest

from rag.letters import read_letter
from tests.letters.conftest import ROOT

SENTENCE = "De Raad voor de Zee (hierna: de Raad) heeft in het rapport van 3 juli 20201 gesteld dat de zee leeg is.2 "
TEXTS = {
    "one long line": SENTENCE * 10_000,
    "many short lines": (SENTENCE + "\n") * 10_000,
    "many paragraphs": (SENTENCE + "\n\n") * 10_000,
    "many notes": "".join(f"{SENTENCE}Noot staat hier.{n}\n\n{n} Zie nr. {n}.\n\n" for n in range(1, 1000)) * 7,
    "many signatures": "De zee is leeg.\n\nDe Minister van Visserij,\nA. Zeeman\n\n" * 16_000,
    "many blank lines": "De zee is leeg.\n" + "\n" * 1_000_000 + "Hoogachtend,\n",
    "one letter": "a" * 1_000_000,
    "only digits": "1 " * 500_000,
    "only brackets": "(" * 1_000_000,
    "capitals": "Aa " * 350_000,
    "only stops": "A. " * 350_000,
    "only hyphens": "vluchtelin-\n" * 85_000,
}


def test_seed_is_read_in_half_a_second() -> None:
    start = time.process_time()
    read_letter(ROOT / "seeds" / "2020-vluchtelingenverdrag.txt")
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("name", TEXTS)
def test_a_megabyte_is_read_in_ten_seconds(tmp_path: Path, name: str) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(TEXTS[name], encoding="utf-8")
    start = time.process_time()
    read_letter(path)
    assert time.process_time() - start < 10
