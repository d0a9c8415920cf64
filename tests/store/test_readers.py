"""Several readers in processes of their own beside one writer: they keep answering, and notice what is new."""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from rag.retrieval.question import understand
from rag.retrieval.search import Searcher
from rag.settings import Settings
from rag.store.index import Index
from rag.store.indexing import index_letters
from tests.conftest import CYCLING, Library
from tests.doubles import WordEncoder

READERS = 3
CHANGES = range(1, 5)
PATIENCE_SECONDS = 120


def read_until(settings: Settings, last: str, ready: Path) -> list[str]:
    """Ask on and on, opening the index anew when it is stale, until an answer holds the last words."""
    encoder, seen = WordEncoder(), []
    index = Index.open(settings, encoder=encoder)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and (not seen or last not in seen[-1]):
        if index.is_stale():
            index.close()
            index = Index.open(settings, encoder=encoder)
        question = understand("Wat kost het fietspad langs het spoor?", vocabularies=index.vocabularies)
        best = Searcher(index).search(question, 1)[0]
        text = index.letters[best.letter].paragraphs[best.paragraph - 1].text
        if text not in seen[-1:]:
            seen.append(text)
        ready.touch()
    index.close()
    return seen


@pytest.mark.parametrize("is_served", [False, True], ids=["folder", "server"])
def test_readers_answer_while_the_index_changes_and_end_with_the_newest(
    library: Library, tmp_path: Path, request: pytest.FixtureRequest, is_served: bool
) -> None:
    address = request.getfixturevalue("chroma_server") if is_served else ""
    settings = library.settings.model_copy(update={"chroma_url": address})
    texts = ["12 miljoen", *(f"{20 + number} miljoen" for number in CHANGES)]
    index_letters([library.letters], settings, encoder=library.encoder)
    with ProcessPoolExecutor(max_workers=READERS, mp_context=get_context("spawn")) as processes:
        marks = [tmp_path / f"ready-{number}" for number in range(READERS)]
        readers = [processes.submit(read_until, settings, texts[-1], mark) for mark in marks]
        while not all(mark.exists() for mark in marks):
            assert not any(reader.done() and reader.exception() for reader in readers)
            time.sleep(0.05)
        for text in texts[1:]:
            library.write("2021-fietspad", CYCLING.replace("12 miljoen", text))
            index_letters([library.letters], settings, encoder=library.encoder)
            time.sleep(0.2)
        seen = [reader.result() for reader in readers]
    for one in seen:
        order = [next(place for place, text in enumerate(texts) if text in paragraph) for paragraph in one]
        assert order[0] == 0
        assert order[-1] == len(texts) - 1
        assert order == sorted(order)  # never back to an older state
