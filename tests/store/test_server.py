"""The vectors on a Chroma server: searched as in a folder; a sentence says when the server is not there."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from rag.errors import InputError, StoreError
from rag.retrieval.question import understand
from rag.retrieval.search import Searcher
from rag.settings import load_settings
from rag.store.index import Index
from rag.store.vectors import VectorIndex
from tests.conftest import CYCLING, Library, free_port
from tests.store.conftest import generations

QUESTIONS = ("Wat kost het fietspad?", "When does construction start?", "Wie meet het drinkwater?")


def found(index: Index) -> list[object]:
    return [Searcher(index).search(understand(text, vocabularies=index.vocabularies), 10) for text in QUESTIONS]


def unanswered(address: str) -> str:
    port = address.rpartition(":")[2]
    return (
        f"No Chroma server answers at {address}. Start it with `chroma run --host 127.0.0.1 --port {port} "
        "--path FOLDER`, or unset RAG_CHROMA_URL to keep the vectors in the index folder."
    )


def test_server_finds_what_the_folder_finds(served: Library) -> None:
    served.index()
    with closing(served.open()) as index:
        on_server = found(index)
    assert not any(path.is_file() for path in generations(served)[-1].rglob("*"))  # nothing lies in the folder
    served.index(chroma_url="")
    with closing(served.open(chroma_url="")) as index:
        assert found(index) == on_server


def test_second_run_has_nothing_to_do(served: Library) -> None:
    served.index()
    with closing(served.open()) as index:
        assert served.index().is_current
        assert not index.is_stale()


def test_open_reader_answers_as_before_until_it_is_opened_anew(served: Library) -> None:
    served.index()
    with closing(served.open()) as reader:
        before = found(reader)
        for million in (14, 16, 18):
            served.write("2021-fietspad", CYCLING.replace("12 miljoen", f"{million} miljoen"))
            served.index()
            assert found(reader) == before
        assert reader.is_stale()
    with closing(served.open()) as newer:
        assert "18 miljoen" in newer.letters["2021-fietspad"].paragraphs[0].text
        assert not newer.is_stale()


def test_old_generations_leave_the_server(served: Library, chroma_server: str) -> None:
    folders = []
    for million in range(3):
        served.write("2021-fietspad", CYCLING.replace("12 miljoen", f"{million} miljoen"))
        served.index()
        folders.append(generations(served)[-1])
    with pytest.raises(StoreError, match=f"^{re.escape(lost(folders[0], chroma_server))}$"):
        VectorIndex(folders[0], server=chroma_server)
    for kept in folders[1:]:
        VectorIndex(kept, server=chroma_server).close()


def lost(folder: Path, address: str) -> str:
    name = f"generation-{folder.name}"
    return (
        f"The vectors {name!r} on the Chroma server at {address} are missing or damaged. "
        "Run `rag index` to build them again."
    )


def test_vectors_that_the_server_lost_are_built_again_without_encoding(served: Library, chroma_server: str) -> None:
    served.index(chroma_url="")  # so that this server never had them
    folder = generations(served)[-1]
    with pytest.raises(StoreError, match=f"^{re.escape(lost(folder, chroma_server))}$"):
        served.open()
    served.encoder.encoded.clear()
    assert served.index().is_current
    assert served.encoder.encoded == []
    served.open().close()


def test_server_that_is_down_is_named_with_the_command_that_starts_it(served: Library) -> None:
    served.index()
    address = f"http://127.0.0.1:{free_port()}"
    for act in (served.open, served.index):
        with pytest.raises(StoreError, match=f"^{re.escape(unanswered(address))}$"):
            act(chroma_url=address)
    with closing(served.open()):
        pass  # what the server had is still there


def test_closed_index_says_so(served: Library, chroma_server: str) -> None:
    served.index()
    index = served.open()
    index.close()
    with pytest.raises(StoreError, match=re.escape(f"at {chroma_server} were closed while they were asked.")):
        index.near([1.0] * 64, 5)


@pytest.mark.parametrize("address", ["127.0.0.1:8000", "ftp://host", "http://", "http://host:port", "http://host/path"])
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("RAG_CHROMA_URL", address)
    with pytest.raises(InputError, match=re.escape(f"RAG_CHROMA_URL is {address!r}")):
        load_settings()
