"""The index mirrors the letters: what is added, changed and removed, and what each run costs."""

import re
from pathlib import Path

import pytest

from rag.errors import InputError, LetterError, StoreError
from rag.store.indexing import index_letters
from tests.conftest import CYCLING, WATER, Library


def test_new_letters_are_added(library: Library) -> None:
    report = library.index()
    assert report.added == ("2021-fietspad",)
    assert (report.changed, report.removed, report.unchanged) == ((), (), ())
    assert not report.is_current


def test_second_run_finds_nothing_to_do_and_encodes_nothing(library: Library) -> None:
    first = library.index()
    encoded = len(library.encoder.encoded)
    second = library.index()
    assert second.is_current
    assert second.unchanged == ("2021-fietspad",)
    assert second.passages == first.passages > 0
    assert len(library.encoder.encoded) == encoded


def test_second_run_leaves_the_index_as_it_is(library: Library) -> None:
    library.index()
    index = library.open()
    library.index()
    assert not index.is_stale()
    index.close()


def test_added_letter_is_the_only_one_encoded(library: Library) -> None:
    library.index()
    library.encoder.encoded.clear()
    library.write("2022-drinkwater", WATER)
    report = library.index()
    assert (report.added, report.unchanged) == (("2022-drinkwater",), ("2021-fietspad",))
    assert all("drinkwater" in text or "Waterbedrijven" in text for text in library.encoder.encoded)


def test_changed_letter_is_renewed_and_only_what_changed_is_encoded(library: Library) -> None:
    library.index()
    library.encoder.encoded.clear()
    library.write("2021-fietspad", CYCLING.replace("12 miljoen", "14 miljoen"))
    report = library.index()
    assert (report.added, report.changed) == ((), ("2021-fietspad",))
    assert library.encoder.encoded
    assert all("14 miljoen" in text for text in library.encoder.encoded)
    index = library.open()
    assert "14 miljoen" in index.letters["2021-fietspad"].paragraphs[0].text
    assert "12" not in index.vocabularies["nl"]
    index.close()


def test_removed_letter_is_forgotten(library: Library) -> None:
    library.write("2022-drinkwater", WATER)
    library.index()
    (library.letters / "2022-drinkwater.txt").unlink()
    report = library.index()
    assert (report.removed, report.unchanged) == (("2022-drinkwater",), ("2021-fietspad",))
    index = library.open()
    assert list(index.letters) == ["2021-fietspad"]
    assert "waterbedrijf" not in index.vocabularies["nl"]
    assert not any(
        index.passages([hit.passage])[hit.passage].letter != "2021-fietspad" for hit in index.near([1.0] * 64, 99)
    )
    index.close()


def test_index_mirrors_the_paths_of_the_last_run(library: Library) -> None:
    water = library.write("2022-drinkwater", WATER)
    library.index()
    report = index_letters([water], library.settings, encoder=library.encoder)
    assert (report.removed, report.unchanged) == (("2021-fietspad",), ("2022-drinkwater",))


def test_changed_rendering_renews_its_letter(library: Library) -> None:
    library.index()
    library.render("2021-fietspad", {(1, 1): "Fifty kilometres of path."})
    assert library.index().changed == ("2021-fietspad",)


def test_metadata_beside_a_letter_renew_it(library: Library) -> None:
    library.index()
    (library.letters / "2021-fietspad.toml").write_text('subject = "Fietsen"\n', encoding="utf-8")
    assert library.index().changed == ("2021-fietspad",)
    index = library.open()
    assert index.letters["2021-fietspad"].name == "Fietsen"
    index.close()


def test_two_files_with_one_id_are_refused_and_the_index_stays(library: Library) -> None:
    library.index()
    other = library.letters / "kopie"
    other.mkdir()
    (other / "2021-fietspad.txt").write_text(WATER, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape("have one id, '2021-fietspad'. Rename one of them.")):
        library.index()
    index = library.open()
    assert list(index.letters) == ["2021-fietspad"]
    index.close()


def test_unreadable_letter_stops_the_run_and_the_index_stays(library: Library) -> None:
    library.index()
    library.write("2022-leeg", "")
    with pytest.raises(LetterError, match=re.escape("'2022-leeg.txt' holds no text.")):
        library.index()
    index = library.open()
    assert list(index.letters) == ["2021-fietspad"]
    index.close()


def test_row_of_a_rendering_that_no_longer_fits_is_reported_and_not_used(library: Library) -> None:
    library.write("2021-fietspad", CYCLING.replace("12 miljoen", "14 miljoen"))
    report = library.index()
    assert report.problems == (
        "2021-fietspad: 2021-fietspad.en.jsonl, line 3 fits no Dutch text any more and is not used.",
    )
    index = library.open()
    assert "million" not in index.vocabularies["en"]
    index.close()


def test_renderings_can_be_left_out(library: Library) -> None:
    library.index()
    report = library.index(use_renderings=False)
    assert report.changed == ("2021-fietspad",)
    index = library.open(use_renderings=False)
    assert index.vocabularies["en"] == {}
    index.close()
    library.encoder.encoded.clear()
    library.index()
    assert all("cabinet" in text or "20" in text or "costs" in text for text in library.encoder.encoded)


def test_another_encoder_encodes_everything_anew(library: Library) -> None:
    library.index()
    texts = set(library.encoder.encoded)
    other = type(library.encoder)(name="others")
    assert index_letters([library.letters], library.settings, encoder=other).changed == ("2021-fietspad",)
    assert set(other.encoded) == texts


def test_progress_runs_to_the_end_of_each_step(library: Library) -> None:
    steps: dict[str, list[tuple[int, int]]] = {}
    index_letters(
        [library.letters],
        library.settings,
        lambda step, done, total: steps.setdefault(step, []).append((done, total)),
        library.encoder,
    )
    assert list(steps) == ["read", "embed", "store"]
    for seen in steps.values():
        assert seen == sorted(seen)
        assert seen[-1][0] == seen[-1][1] > 0


def test_sentences_that_two_letters_share_are_encoded_once_and_found_in_both(library: Library) -> None:
    library.write("2023-fietspad", CYCLING)
    library.index()
    assert len(library.encoder.encoded) == len(set(library.encoder.encoded))
    index = library.open()
    hits = index.with_words({"gemeente": 1.0}, "nl", 99)
    assert {index.passages([hit.passage])[hit.passage].letter for hit in hits} == {"2021-fietspad", "2023-fietspad"}
    index.close()


def test_old_generations_are_cleared_away(library: Library) -> None:
    made = []
    for million in range(4):
        library.write("2021-fietspad", CYCLING.replace("12 miljoen", f"{million} miljoen"))
        library.index()
        index = library.open()
        made.append(str(index.generation))
        index.close()
    kept = sorted(folder.name for folder in (library.settings.index_dir / "generations").iterdir())
    assert kept == made[-2:]


@pytest.mark.parametrize("name", ["thesis", "2020-thesis", "1 (copy)", ".git"])
def test_a_folder_that_is_no_generation_stays(library: Library, name: str) -> None:
    kept = library.settings.index_dir / "generations" / name / "x.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("years of work")
    library.index()
    assert kept.read_text() == "years of work"


def test_folder_of_the_index_that_is_a_file_is_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("no folder")
    with pytest.raises(StoreError) as caught:
        library.index()
    assert str(caught.value) == (
        f"{str(tmp_path / 'index')!r} cannot be written: File exists. Set RAG_INDEX_DIR to a folder that can."
    )


def test_index_without_renderings_gives_letters_without_them(library: Library) -> None:
    for use_renderings in (True, False):
        library.index(use_renderings=use_renderings)
        index = library.open(use_renderings=use_renderings)
        assert (index.letters["2021-fietspad"].rendering is not None) is use_renderings
        index.close()
