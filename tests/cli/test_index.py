"""`rag index`, over small letters of its own."""

from pathlib import Path

import pytest

from tests.cli.conftest import SEED, SMALL, Rag
from tests.conftest import CYCLING, WATER


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """An index folder of the test's own."""
    return {"RAG_INDEX_DIR": str(tmp_path / "index")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "brieven"
    made.mkdir()
    (made / "2021-fietspad.txt").write_text(CYCLING, encoding="utf-8")
    return made


def test_a_run_says_what_it_changed(rag: Rag, own: dict[str, str], folder: Path) -> None:
    ran = rag("index", str(folder), **own)
    assert (ran.code, ran.err) == (0, "")
    first, total = ran.out.splitlines()
    assert first == "Added: 2021-fietspad"
    assert total.startswith("1 letter, ")
    assert rag("index", str(folder), **own).out == f"The index is up to date.\n{total}\n"
    (folder / "2022-drinkwater.txt").write_text(WATER, encoding="utf-8")
    (folder / "2021-fietspad.txt").write_text(CYCLING.replace("vijftig", "zestig"), encoding="utf-8")
    assert rag("index", str(folder), **own).out.startswith(
        "Added: 2022-drinkwater\nChanged: 2021-fietspad\n2 letters, "
    )
    (folder / "2021-fietspad.txt").unlink()
    assert rag("index", str(folder), **own).out.startswith("Removed: 2021-fietspad\n1 letter, ")


def test_paths_are_relative_to_the_current_folder(
    rag: Rag, own: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert rag("index", "brieven", **own).code == 0
    assert rag("index", "brieven/2021-fietspad.txt", **own).out.startswith("The index is up to date.")


def test_without_paths_the_seeds_are_indexed(rag: Rag, own: dict[str, str], folder: Path) -> None:
    assert rag("index", RAG_SEEDS_DIR=str(folder), **own).out.startswith("Added: 2021-fietspad\n")


def test_what_a_reader_should_know_is_noted(rag: Rag, own: dict[str, str], folder: Path) -> None:
    (folder / "2021-fietspad.txt").write_text(CYCLING.replace("1 Zie het Jaarplan 2021, bladzijde 14.\n", ""), "utf-8")
    assert "Note: 2021-fietspad: Footnote 1 has a marker in §2 but no text" in rag("index", str(folder), **own).err


def _twins(folder: Path) -> str:
    (folder / "oud").mkdir()
    (folder / "oud" / "2021-fietspad.txt").write_text(WATER, encoding="utf-8")
    return "have one id, '2021-fietspad'. Rename one of them."


def _binary(folder: Path) -> str:
    (folder / "2021-fietspad.txt").write_bytes(bytes(range(256)) * 40)
    return "'2021-fietspad.txt' is not text. Save the letter as plain text in UTF-8."


def _empty_file(folder: Path) -> str:
    (folder / "2021-fietspad.txt").write_bytes(b"")
    return "'2021-fietspad.txt' holds no text."


def _empty_folder(folder: Path) -> str:
    (folder / "2021-fietspad.txt").unlink()
    return "No letters found. Give files, or a folder with files, that end in .txt."


def _missing(folder: Path) -> str:
    _empty_folder(folder)
    folder.rmdir()
    return "does not exist. Give a letter or a folder with letters."


@pytest.mark.parametrize("spoil", [_twins, _binary, _empty_file, _empty_folder, _missing])
def test_letters_that_cannot_be_used_leave_the_index_as_it_was(
    rag: Rag, own: dict[str, str], folder: Path, spoil: object
) -> None:
    assert rag("index", str(folder), **own).code == 0
    before = rag("show", SMALL, "--json", **own).json
    message = spoil(folder)  # type: ignore[operator]
    ran = rag("index", str(folder), **own)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert rag("show", SMALL, "--json", **own).json == before


def test_an_index_folder_that_cannot_be_written_is_named(rag: Rag, folder: Path) -> None:
    blocked = folder / "2021-fietspad.txt"
    ran = rag("index", str(folder), RAG_INDEX_DIR=str(blocked))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{str(blocked)!r} cannot be written: ")
    assert "RAG_INDEX_DIR" in ran.err


def test_an_encoder_that_is_not_there_is_named(rag: Rag, own: dict[str, str], folder: Path) -> None:
    ran = rag("index", str(folder), RAG_EMBEDDING_MODEL=str(folder / "geen-model"), **own)
    assert (ran.code, ran.out) == (1, "")
    assert "RAG_EMBEDDING_MODEL" in ran.err


def test_the_seed_was_indexed_with_the_small_letter(rag: Rag) -> None:
    assert [one["letter"] for one in rag("show", "--json").json["letters"]] == [SEED, SMALL]
