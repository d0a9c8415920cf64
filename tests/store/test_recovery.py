"""Damage, other makes, other writers, no permission: what was there still answers, or a sentence says what helps."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from rag.errors import StoreError
from rag.settings import Settings
from rag.store.index import Index
from rag.store.indexing import index_letters
from tests.conftest import CYCLING, WATER, Library
from tests.doubles import WordEncoder
from tests.store.conftest import generations

ROOT = Path(__file__).resolve().parents[2]


def database(library: Library) -> Path:
    return library.settings.index_dir / "letters.sqlite"


def answers(library: Library) -> list[str]:
    index = library.open()
    try:
        hits = index.near(library.encoder.embed_query("fietspad langs het spoor"), 3)
        return [index.passages([hit.passage])[hit.passage].text for hit in hits]
    finally:
        index.close()


def foreign(path: Path) -> str:
    return (
        f"{str(path)!r} is damaged or no index of Briefwijzer. Move it away, or set RAG_INDEX_DIR to another folder, "
        "and run `rag index`."
    )


def refused(act: Callable[[], object], message: str) -> None:
    with pytest.raises(StoreError, match=f"^{re.escape(message)}$"):
        act()


def test_folder_without_an_index_names_the_command(library: Library) -> None:
    folder = str(library.settings.index_dir)
    refused(library.open, f"There is no index in {folder!r}. Run `rag index` (or `make index`) first.")


@pytest.mark.parametrize("content", [b"", None], ids=["empty", "tables only"])
def test_index_that_was_never_finished_names_the_command(library: Library, content: bytes | None) -> None:
    library.index()
    if content is None:
        with sqlite3.connect(database(library)) as connection:
            connection.execute("DELETE FROM manifest")
        connection.close()
    else:
        database(library).write_bytes(content)
    refused(library.open, f"The index in {str(library.settings.index_dir)!r} was never finished. Run `rag index`.")
    library.index()
    assert "fietspad" in answers(library)[0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no database at all " * 1000),
        lambda path: os.truncate(path, path.stat().st_size // 2),
        lambda path: os.truncate(path, 100),
    ],
    ids=["not SQLite", "half of it", "head only"],
)
def test_damaged_database_is_named_with_the_remedy(library: Library, spoil: Callable[[Path], object]) -> None:
    library.index()
    spoil(database(library))
    before = database(library).read_bytes()
    refused(library.index, foreign(database(library)))
    refused(lambda: answers(library), foreign(database(library)))
    assert database(library).read_bytes() == before  # nothing of the user's is thrown away


def test_database_of_another_program_is_left_alone(library: Library) -> None:
    library.settings.index_dir.mkdir()
    with sqlite3.connect(database(library)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = database(library).read_bytes()
    refused(library.open, foreign(database(library)))
    refused(library.index, foreign(database(library)))
    assert database(library).read_bytes() == before


@pytest.mark.parametrize("version", [0, 99])
def test_index_of_another_schema_is_refused_by_readers_and_made_anew_by_the_writer(
    library: Library, version: int
) -> None:
    library.index()
    with sqlite3.connect(database(library)) as connection:
        connection.execute("ALTER TABLE passages RENAME COLUMN context TO heading")
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    refused(
        library.open, f"The index was made with schema {version}, and now it is 2. Run `rag index` to make it anew."
    )
    library.index()
    assert "fietspad" in answers(library)[0]


def test_index_of_another_encoder_is_refused_until_it_is_made_anew(library: Library) -> None:
    library.index()
    other = WordEncoder(name="others")
    refused(
        lambda: Index.open(library.settings, encoder=other),
        "The index was made with encoder 'words', and now it is 'others'. Run `rag index` to make it anew.",
    )
    index_letters([library.letters], library.settings, encoder=other)
    Index.open(library.settings, encoder=other).close()


def test_index_of_another_dimension_is_refused_until_it_is_made_anew(library: Library) -> None:
    library.index()
    other = WordEncoder(dimension=32)
    refused(
        lambda: Index.open(library.settings, encoder=other),
        "The index was made with vectors of dimension 64, and now it is 32. Run `rag index` to make it anew.",
    )
    index_letters([library.letters], library.settings, encoder=other)
    Index.open(library.settings, encoder=other).close()


def test_index_with_renderings_is_refused_without_them(library: Library) -> None:
    library.index()
    refused(
        lambda: library.open(use_renderings=False),
        "The index was made with RAG_USE_RENDERINGS True, and now it is False. Run `rag index` to make it anew.",
    )


def spoil_chroma(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"no database at all " * 1000)


def empty_chroma(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "state"), [(shutil.rmtree, "missing"), (spoil_chroma, "damaged"), (empty_chroma, "damaged")]
)
def test_lost_vectors_are_built_again_without_encoding(
    library: Library, spoil: Callable[[Path], None], state: str
) -> None:
    library.index()
    before = answers(library)
    folder = generations(library)[-1]
    spoil(folder)
    refused(
        library.open,
        f"The vectors in {str(folder)!r} are {state}. Run `rag index` to build them again.",
    )
    library.encoder.encoded.clear()
    assert library.index().is_current  # no letter changed
    assert library.encoder.encoded == []
    assert answers(library) == before


def test_second_writer_is_told_to_wait(library: Library) -> None:
    library.settings.index_dir.mkdir()
    with FileLock(library.settings.index_dir / ".lock"):
        refused(
            library.index,
            f"Another `rag index` is at work in {str(library.settings.index_dir)!r}. Wait until it has ended.",
        )
    library.index()


def test_open_reader_answers_as_before_while_and_after_the_index_changes(library: Library) -> None:
    library.index()
    reader = library.open()
    vector = library.encoder.embed_query("kosten van het fietspad")

    def found() -> list[tuple[str, int]]:
        ids = [hit.passage for hit in (*reader.near(vector, 50), *reader.with_words({"gemeente": 1.0}, "nl", 50))]
        return [(reader.passages([one])[one].text, one) for one in ids]

    before, paragraph = found(), reader.passages_of("2021-fietspad", 1)
    for million in (14, 16, 18):
        library.write("2021-fietspad", WATER.replace("goed", f"{million} goed"))
        library.index()
        assert found() == before
    assert [passage for passage, _ in reader.passages_of("2021-fietspad", 1)] == [passage for passage, _ in paragraph]
    assert reader.is_stale()
    reader.close()
    newer = library.open()
    assert not newer.is_stale()
    assert "drinkwater" in newer.letters["2021-fietspad"].paragraphs[0].text
    newer.close()
    assert len(generations(library)) == 3  # the one that the reader held, the last and the one before
    library.index()
    assert len(generations(library)) == 1


def test_reader_knows_that_its_index_was_replaced_or_taken_away(library: Library) -> None:
    library.index()
    reader = library.open()
    assert not reader.is_stale()
    shutil.rmtree(library.settings.index_dir)
    assert reader.is_stale()
    library.write("2021-fietspad", WATER)
    library.index()
    assert reader.is_stale()
    newer = library.open()  # while the old one is still open in this process
    assert {hit.passage for hit in newer.near([1.0] * 64, 99)} == set(newer.passages(range(99)))
    reader.close()
    newer.close()


def test_closed_index_says_so(library: Library) -> None:
    library.index()
    index = library.open()
    index.close()
    refused(
        lambda: index.with_words({"gemeente": 1.0}, "nl", 5),
        f"The index {str(database(library))!r} was closed while it was asked. Open it again.",
    )
    refused(
        lambda: index.near(library.encoder.embed_query("kosten"), 5),
        f"The vectors in {str(generations(library)[-1])!r} were closed while they were asked. Open the index again.",
    )


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """File permissions count, also where the tests are run by root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public_library() -> Iterator[Library]:
    """A library that every user can reach, indexed."""
    folder = Path(tempfile.mkdtemp(prefix="briefwijzer-"))
    (folder / "letters").mkdir()
    library = Library(letters=folder / "letters", settings=Settings(index_dir=folder / "index"), encoder=WordEncoder())
    library.write("2021-fietspad", CYCLING)
    library.index()
    folder.chmod(0o755)
    yield library
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_read_only_index_answers_and_cannot_be_indexed_into(public_library: Library) -> None:
    expected = answers(public_library)
    for path in sorted(public_library.settings.index_dir.rglob("*"), reverse=True):
        if path.name.endswith(("-wal", "-shm")):
            path.unlink()
        else:
            path.chmod(0o555 if path.is_dir() else 0o444)
    public_library.settings.index_dir.chmod(0o555)
    with as_ordinary_user():
        assert answers(public_library) == expected
        with pytest.raises(StoreError) as caught:
            public_library.index()
    folder = str(public_library.settings.index_dir)
    assert str(caught.value) == (
        f"{folder!r} cannot be written: Permission denied. Set RAG_INDEX_DIR to a folder that can."
    )


def run_index(library: Library) -> "subprocess.Popen[bytes]":
    """`rag index` in a process of its own, with the bundled encoder."""
    return subprocess.Popen(
        [sys.executable, "-m", "rag.cli", "index", str(library.letters)],
        cwd=ROOT,
        env={**os.environ, "RAG_INDEX_DIR": str(library.settings.index_dir)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def killed_when(library: Library, is_time: Callable[[], bool]) -> None:
    process = run_index(library)
    while not is_time() and process.poll() is None:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_run_killed_at_any_moment_leaves_the_old_index_and_the_next_run_repairs(library: Library) -> None:
    settings = library.settings
    index_letters([library.letters], settings)  # as the process does it, with the bundled encoder
    for number in range(30):
        library.write(f"2022-drinkwater-{number:02}", WATER.replace("elke dag", f"op dag {number}"))

    def has_grown() -> bool:
        wal = database(library).with_name("letters.sqlite-wal")
        return wal.exists() and wal.stat().st_size > 0

    moments: list[Callable[[], bool]] = [
        has_grown,  # vectors are being cached
        lambda: len(generations(library)) > 1,  # the new generation is begun
        lambda: len(generations(library)) > 1 and any(generations(library)[-1].glob("*/*.bin")),  # it is being filled
    ]
    first = Index.open(settings)
    first.close()
    for is_time in moments:
        killed_when(library, is_time)
        index = Index.open(settings)
        if index.generation == first.generation:  # else the machine was too slow to kill it in time
            assert list(index.letters) == ["2021-fietspad"]
        vector = index.encoder.embed_query("Wat kost het fietspad?")
        passages = index.passages([hit.passage for hit in index.near(vector, 50)])
        assert {passage.letter for passage in passages.values()} <= set(index.letters)
        index.close()
    report = index_letters([library.letters], settings)
    assert len(report.added) + len(report.unchanged) == 31
    index = Index.open(settings)
    assert len(index.letters) == 31
    assert len(index.near(index.encoder.embed_query("water"), 10_000)) == report.passages == index.count_passages()
    index.close()
