"""English questions find Dutch words; what has no translation is sought as it stands."""

import gzip
import re
import time
from pathlib import Path

import pytest

from rag.errors import ModelError
from rag.retrieval.lexicon import LEXICON, Lexicon, english_terms
from rag.training.lexicon import SEED, finish, read_seed, write

MAX_LOAD_SECONDS = 1.0
"""Measured at 0.05; a busy CI machine gets the rest."""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def look_up(lexicon: Lexicon, english: str) -> list[str]:
    return list(lexicon.translate(" ".join(english_terms(english))))


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("asylum", "asiel"),
        ("refugees", "vluchteling"),
        ("convention", "verdrag"),
        ("denounce", "opzeggen"),
        ("cabinet", "kabinet"),
        ("government", "regering"),
        ("municipalities", "gemeente"),
        ("pension", "pensioen"),
        ("nitrogen", "stikstof"),
        ("member state", "lidstaat"),
        ("drinking water", "drinkwater"),
        ("animal testing", "dierproef"),
        ("housing construction", "woningbouw"),
        ("parliamentary question", "kamervraag"),
    ],
)
def test_likeliest_translation_is_the_one_that_papers_use(lexicon: Lexicon, english: str, dutch: str) -> None:
    assert look_up(lexicon, english)[0] == dutch


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("government", "kabinet"),
        ("reception", "opvang"),
        ("withdraw", "opzeggen"),
        ("House of Representatives", "kamer"),
    ],
)
def test_what_government_papers_say_is_among_the_translations(lexicon: Lexicon, english: str, dutch: str) -> None:
    assert dutch in look_up(lexicon, english)


def test_unknown_word_has_no_translation(lexicon: Lexicon) -> None:
    assert lexicon.translate("xqzzyplugh") == {}
    assert lexicon.translate("") == {}


def test_weights_are_chances(lexicon: Lexicon) -> None:
    rows = [line.split("\t")[0] for line in gzip.decompress(LEXICON.read_bytes()).decode().splitlines()[1:]]
    for english in rows[::50]:
        weights = lexicon.translate(english)
        assert weights, english
        assert all(weight >= 0.02 for weight in weights.values()), english
        assert sum(weights.values()) <= 1 + 1e-9, english
        assert len(weights) <= 8, english


def test_every_line_is_found_where_lines_are_of_any_length(tmp_path: Path) -> None:
    table = {f"{'word' * (number % 7)}x{number}": {f"woord{number}": 0.5} for number in range(200)}
    write(table, tmp_path / "small.tsv.gz")
    small = Lexicon(tmp_path / "small.tsv.gz")
    assert {english: small.translate(english) for english in table} == table


def test_names_and_numbers_pass_through_with_full_weight(lexicon: Lexicon) -> None:
    weights = lexicon.dutch_terms("What did Donner and Den Heijer advise about the 1951 Refugee Convention?")
    assert weights["donner"] == weights["heijer"] == weights["1951"] == 1
    assert weights["vluchtelingenverdrag"] > 0
    assert weights["verdrag"] > 0


def test_name_that_is_also_a_word_is_sought_both_ways(lexicon: Lexicon) -> None:
    weights = lexicon.dutch_terms("What is agreed with Turkey?")
    assert weights["turkije"] > weights["turkey"] > 0


def test_verb_finds_its_noun_at_less_weight(lexicon: Lexicon) -> None:
    weights = lexicon.dutch_terms("denounce")
    assert weights["opzeggen"] > weights["zzopzeg"] > 0


def test_american_and_british_spelling_find_the_same(lexicon: Lexicon) -> None:
    assert lexicon.dutch_terms("labor organization") == lexicon.dutch_terms("labour organisation")


@pytest.mark.parametrize("text", ["", "   ", "?!", "what is the"])
def test_text_without_content_gives_no_terms(lexicon: Lexicon, text: str) -> None:
    assert lexicon.dutch_terms(text) == {}


def test_weights_of_a_question_lie_between_0_and_1_and_are_the_same_every_time(lexicon: Lexicon) -> None:
    question = "Why does the cabinet reject lastenverdeling as “burden-sharing” among EU member states in 2020?"
    weights = lexicon.dutch_terms(question)
    assert all(0 < weight <= 1 for weight in weights.values())
    assert list(Lexicon(LEXICON).dutch_terms(question).items()) == list(weights.items())


def test_same_table_is_written_as_the_same_bytes(tmp_path: Path) -> None:
    seed = read_seed(SEED)
    for name in ("one", "two"):
        write(finish({}, {}, seed), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_file_is_small_and_names_its_licence() -> None:
    assert LEXICON.stat().st_size <= 2_500_000
    assert "CC BY-SA 4.0" in gzip.decompress(LEXICON.read_bytes()).decode().splitlines()[0]


def test_loads_fast(tmp_path: Path) -> None:
    copy = tmp_path / "copy.tsv.gz"
    copy.write_bytes(LEXICON.read_bytes())
    start = time.perf_counter()
    assert Lexicon(copy).translate("asylum")
    assert time.perf_counter() - start < MAX_LOAD_SECONDS


@pytest.mark.parametrize("content", [None, b"no gzip", gzip.compress(b"asylum\tasiel:900\n", mtime=0)[:-9]])
def test_unreadable_file_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "lexicon.tsv.gz"
    if content is not None:
        path.write_bytes(content)
    message = f"The lexicon {str(path)!r} cannot be read. Install Briefwijzer anew."
    with pytest.raises(ModelError, match=f"^{re.escape(message)}$"):
        Lexicon(path).translate("asylum")
