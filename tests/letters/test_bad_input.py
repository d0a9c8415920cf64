"""What cannot be read says so: cause, value, remedy."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from rag.errors import InputError, LetterError
from rag.letters import Voice, find_letters, read_letter
from rag.letters.readers.text import MAX_BYTES

TEXT = "Geachte voorzitter,\n\nDe dijk is veilig. Het kabinet blijft de dijk bewaken.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "2024-dijk.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def refused(path: Path, message: str) -> None:
    with pytest.raises(LetterError, match=f"^{re.escape(message)}$"):
        read_letter(path)


def test_missing_file_says_where_it_was_sought(tmp_path: Path) -> None:
    path = tmp_path / "geen.txt"
    refused(path, f"{str(path)!r} does not exist. Check the path.")


def test_folder_in_place_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "map.txt"
    folder.mkdir()
    refused(folder, f"{str(folder)!r} cannot be read: Is a directory. Check its permissions.")


@pytest.mark.parametrize("content", ["", "\n \n\t\n", "\f\n\f", "\ufeff", "\u200b\n"])
def test_file_without_text_says_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "leeg.txt"
    path.write_text(content, encoding="utf-8")
    refused(path, "'leeg.txt' holds no text. Scanned pages need text recognition first.")


@pytest.mark.parametrize("content", [b"%PDF-1.4\x00\x01\x02\x81" * 20, bytes(range(256)), b"\xff\xfe\x00\xd8\x00"])
def test_binary_file_is_not_text(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "beeld.txt"
    path.write_bytes(content)
    refused(path, "'beeld.txt' is not text. Save the letter as plain text in UTF-8.")


def test_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    refused(path, "'groot.txt' is 20 MB, more than the 20 MB a letter can be. Split it.")


def test_unknown_ending_names_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "brief.odt"
    path.write_text(TEXT, encoding="utf-8")
    refused(path, "'brief.odt' is not a letter that can be read. Give a file that ends in .txt.")


def test_head_and_signature_alone_hold_no_prose(tmp_path: Path) -> None:
    path = tmp_path / "kaal.txt"
    path.write_text("Pagina 1 van 1\n", encoding="utf-8")
    refused(path, "'kaal.txt' holds no paragraphs of prose. Is it the text of a letter?")


def test_two_files_with_one_id_are_named_both(tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "brief.txt", tmp_path / "b" / "brief.txt"
    for path in (one, two):
        path.parent.mkdir()
        path.write_text(TEXT, encoding="utf-8")
    message = f"{str(one)!r} and {str(two)!r} have one id, 'brief'. Rename one of them."
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        find_letters([tmp_path])


def test_one_file_given_twice_is_one_letter(path: Path) -> None:
    assert find_letters([path, path.parent]) == (path,)


def test_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "geen"
    message = f"{str(path)!r} does not exist. Give a letter or a folder with letters."
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        find_letters([path])


def test_folder_without_letters_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".verborgen.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "brief.toml").write_text("", encoding="utf-8")
    message = "No letters found. Give files, or a folder with files, that end in .txt."
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        find_letters([tmp_path])


def beside(path: Path, ending: str, *rows: str) -> Path:
    other = path.with_suffix(ending)
    other.write_text("\n".join(rows), encoding="utf-8")
    return other


MADE = json.dumps({"made_by": "a person", "date": "2024-01-01", "note": "Unofficial."})


def row(sentence: int, dutch: str, text: str) -> str:
    digest = hashlib.sha256(dutch.encode()).hexdigest()
    return json.dumps({"paragraph": 1, "sentence": sentence, "dutch_sha256": digest, "text": text})


def test_rendering_is_tied_to_its_sentences(path: Path) -> None:
    beside(path, ".en.jsonl", MADE, row(1, "De dijk is veilig.", "The dyke is safe."))
    letter = read_letter(path)
    assert letter.rendering is not None
    assert letter.rendering.sentence(1, 0) == "The dyke is safe."
    assert letter.rendering.sentence(1, 1) is None
    assert letter.problems == ()


def test_stale_row_of_a_rendering_is_reported_and_not_used(path: Path) -> None:
    beside(path, ".en.jsonl", MADE, row(1, "De dijk was veilig.", "The dyke was safe."))
    letter = read_letter(path)
    assert letter.rendering is not None
    assert letter.rendering.sentence(1, 0) is None
    assert letter.problems == ("2024-dijk.en.jsonl, line 2 fits no Dutch text any more and is not used.",)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((MADE, "{"), "2024-dijk.en.jsonl, line 2 is no JSON: "
         "Expecting property name enclosed in double quotes. Mend the line or remove it."),
        ((MADE, "[]"), "2024-dijk.en.jsonl, line 2 is no row of a rendering. Mend the line or remove it."),
        ((MADE, '{"paragraph": 1, "sentence": 1}'),
         "2024-dijk.en.jsonl, line 2 is no row of a rendering. Mend the line or remove it."),
        (("", ""), "'2024-dijk.en.jsonl' is empty. Remove it, or give it a first line with made_by, date and note."),
    ],
)  # fmt: skip
def test_malformed_rendering_names_file_and_line(path: Path, rows: tuple[str, ...], message: str) -> None:
    beside(path, ".en.jsonl", *rows)
    refused(path, message)


@pytest.mark.parametrize("key", ['{"a": 1}', "[1]", "null", '"een"'])
def test_row_with_a_strange_key_is_reported_and_not_used(path: Path, key: str) -> None:
    strange = f'{{"paragraph": {key}, "sentence": 1, "dutch_sha256": "", "text": ""}}'
    footnote = f'{{"footnote": {key}, "dutch_sha256": "", "text": ""}}'
    beside(path, ".en.jsonl", MADE, strange, footnote)
    assert [problem[:26] for problem in read_letter(path).problems] == [
        "2024-dijk.en.jsonl, line 2",
        "2024-dijk.en.jsonl, line 3",
    ]


def test_rendering_that_is_not_utf8_says_so(path: Path) -> None:
    path.with_suffix(".en.jsonl").write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(LetterError, match=r"^'2024-dijk\.en\.jsonl' cannot be read: .*\. Save it in UTF-8\.$"):
        read_letter(path)


def test_metadata_beside_the_letter_fills_in_and_corrects(path: Path) -> None:
    beside(path, ".toml", 'subject = "Dijken"', 'link = "https://voorbeeld.nl/kst-1"', "[[voice]]", "paragraph = 1",
           "sentence = 1", 'voice = "neutral"', "[[heading]]", "paragraph = 1", 'heading = "Veiligheid"')  # fmt: skip
    letter = read_letter(path)
    assert (letter.subject, letter.name, letter.link) == ("Dijken", "Dijken", "https://voorbeeld.nl/kst-1")
    first = letter.paragraphs[0].sentences[0]
    assert (first.voice, first.reason) == (Voice.NEUTRAL, "correction beside the letter")
    assert letter.paragraphs[0].heading == "Veiligheid"


def test_correction_that_fits_no_sentence_is_reported(path: Path) -> None:
    beside(path, ".toml", "[[voice]]", "paragraph = 1", "sentence = 9", 'voice = "neutral"',
           "[[heading]]", "paragraph = 7", 'heading = "Weg"')  # fmt: skip
    assert read_letter(path).problems == (
        "The correction of voice for §1, sentence 9 fits no sentence.",
        "The correction of the heading for §7 fits no paragraph.",
    )


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("subject =", "Invalid value"),
        ("subject = 3", "'subject' must be text, not 3"),
        ("[[voice]]\nparagraph = 1\nsentence = 1\nvoice = 'koning'", "'koning' is not a valid Voice"),
        ("[[voice]]\nparagraph = 1", "'sentence' is missing or no number in {'paragraph': 1}"),
        ("voice = 'cabinet'", "'voice' must be a list of tables, each under [[voice]]"),
    ],
)
def test_malformed_metadata_says_what_is_wrong(path: Path, content: str, cause: str) -> None:
    beside(path, ".toml", content)
    with pytest.raises(
        LetterError, match=rf"^'2024-dijk\.toml' cannot be read: .*{re.escape(cause)}.*Mend the file or remove it\.$"
    ):
        read_letter(path)
