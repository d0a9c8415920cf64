"""`rag show`, as contract.md says."""

from datetime import date

import pytest

from tests.cli.conftest import SEED, SMALL, Rag

VOICES = {"cabinet", "authors", "parliament", "third_party", "neutral"}
LETTER_FIELDS = {
    "letter", "title", "kind", "date", "addressee", "signatory", "source_file", "parts", "headings", "paragraphs"
}  # fmt: skip


def test_letters_are_listed_with_a_count_of_paragraphs(rag: Rag) -> None:
    ran = rag("show", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["schema_version"] == 1
    assert ran.json["letters"] == [
        {
            "letter": SEED,
            "title": "BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID",
            "date": "2020-07-03",
            "paragraphs": 33,
        },
        {"letter": SMALL, "title": "Fietspaden langs het spoor", "date": "2021-03-04", "paragraphs": 3},
    ]


@pytest.mark.parametrize("name", [SEED, SMALL])
def test_a_letter_has_every_field_of_the_contract(rag: Rag, name: str) -> None:
    letter = rag("show", name, "--json").json
    assert letter["schema_version"] == 1
    assert letter.keys() >= LETTER_FIELDS
    assert (letter["letter"], letter["source_file"]) == (name, f"{name}.txt")
    assert date.fromisoformat(letter["date"])
    assert all(part.keys() >= {"part", "date", "signatory"} for part in letter["parts"])
    assert all(isinstance(heading, str) for heading in letter["headings"])
    assert [one["number"] for one in letter["paragraphs"]] == list(range(1, len(letter["paragraphs"]) + 1))
    for paragraph in letter["paragraphs"]:
        assert paragraph["part"] in {part["part"] for part in letter["parts"]}
        assert paragraph["heading"] in {None, *letter["headings"]}
        assert paragraph["voice"] in VOICES


@pytest.mark.parametrize("name", [SEED, SMALL])
def test_sentences_are_where_their_offsets_say(rag: Rag, name: str) -> None:
    paragraphs = rag("show", name, "--json").json["paragraphs"]
    for paragraph in paragraphs:
        for sentence in paragraph["sentences"]:
            assert sentence["text"] == paragraph["text"][sentence["start"] : sentence["end"]]
            assert sentence["voice"] in VOICES
            assert sentence["reason"]


@pytest.mark.parametrize("name", [SEED, SMALL])
def test_the_voice_of_a_paragraph_is_that_of_most_of_its_sentences(rag: Rag, name: str) -> None:
    for paragraph in rag("show", name, "--json").json["paragraphs"]:
        lengths: dict[str, int] = {}
        for sentence in paragraph["sentences"]:
            lengths[sentence["voice"]] = lengths.get(sentence["voice"], 0) + len(sentence["text"])
        assert lengths[paragraph["voice"]] == max(lengths.values())


def test_a_footnote_names_its_place_and_one_without_text_has_null(rag: Rag) -> None:
    paragraphs = rag("show", SEED, "--json").json["paragraphs"]
    notes = [(paragraph, note) for paragraph in paragraphs for note in paragraph["footnotes"]]
    assert all(note.keys() >= {"number", "text", "marker"} for _, note in notes)
    assert all(0 <= note["marker"] <= len(paragraph["text"]) for paragraph, note in notes)
    assert {note["number"]: note["text"] for _, note in notes}[1] is None
    assert all(note["text"] for _, note in notes if note["number"] != 1)


def test_a_covering_note_has_its_own_part(rag: Rag) -> None:
    letter = rag("show", SEED, "--json").json
    assert [part["part"] for part in letter["parts"]] == ["covering_note", "letter"]
    assert {one["part"] for one in letter["paragraphs"]} == {"covering_note", "letter"}


def test_a_rendering_is_shown_beside_its_sentence(rag: Rag) -> None:
    seed, small = (rag("show", name, "--json").json["paragraphs"] for name in (SEED, SMALL))
    assert any(sentence["english"] for one in seed for sentence in one["sentences"])
    assert not any(sentence["english"] for one in small for sentence in one["sentences"])


def test_a_person_reads_a_line_a_letter(rag: Rag) -> None:
    lines = rag("show").out.splitlines()
    assert len(lines) == 2
    assert lines[1] == f"{SMALL}  2021-03-04  3 paragraphs  Fietspaden langs het spoor"


def test_a_person_reads_numbered_paragraphs_under_their_headings(rag: Rag) -> None:
    ran = rag("show", SMALL)
    assert "\nPlanning\n\n§2 (cabinet) De aanleg begint in 2022. Het werk duurt drie jaar.\n" in ran.out
    assert "  note 1: Zie het Jaarplan 2021, bladzijde 14.\n" in ran.out
    assert "letter · 2021-03-04 · " in ran.out


def test_the_text_is_printed_as_it_is_with_brackets_and_colons(rag: Rag) -> None:
    texts = [one["text"] for one in rag("show", SEED, "--json").json["paragraphs"]]
    printed = rag("show", SEED).out
    assert all(text in printed for text in texts)


def test_what_is_missing_from_the_file_is_noted(rag: Rag) -> None:
    assert "Note: Footnote 1 has a marker in §1 but no text in the file." in rag("show", SEED).err


@pytest.mark.parametrize("name", ["2019-nergens", "", "../seeds", "§[red]"])
def test_an_unknown_letter_is_unusable_input_and_the_known_ones_are_named(rag: Rag, name: str) -> None:
    ran = rag("show", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"There is no letter {name!r}. Give one of: {SEED}, {SMALL}.\n"


def test_a_program_gets_the_error_as_json_too(rag: Rag) -> None:
    ran = rag("show", "2019-nergens", "--json")
    assert ran.code == 2
    assert (ran.json["status"], ran.json["note"]) == ("failed", ran.err.strip())


def test_letters_are_shown_whatever_encoder_the_settings_name(rag: Rag) -> None:
    assert rag("show", RAG_EMBEDDING_MODEL="elsewhere").code == 0
