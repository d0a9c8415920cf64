"""Reading the sentences of found paragraphs together with the question."""

import shutil
from pathlib import Path

import pytest

from rag.answering.intent import classify
from rag.answering.reading import PairReader, Reading, by_paragraph
from rag.errors import ModelError
from rag.retrieval.question import understand
from rag.retrieval.search import Searcher
from rag.settings import BUNDLED_MODEL
from rag.store.index import Index
from rag.store.network import Network

COST, START = "De aanleg van de brug kost 40 miljoen euro.", "De bouw begint in het voorjaar van 2025."


@pytest.fixture(scope="module")
def reader() -> PairReader:
    return PairReader()


@pytest.mark.parametrize("question", ["Wat kost de brug?", "How much does the bridge cost?"])
def test_sentence_that_answers_has_the_higher_odds(reader: PairReader, question: str) -> None:
    cost, start = reader.log_odds(question, [COST, START])
    assert cost > start


def test_odds_do_not_depend_on_what_is_asked_before_or_beside(reader: PairReader) -> None:
    fresh = PairReader()
    reader.log_odds("Wanneer begint de bouw?", [START])
    among_others = reader.log_odds("Wat kost de brug?", [START, COST, f"{START} {COST}"])
    assert among_others[1:2] == fresh.log_odds("Wat kost de brug?", [COST])


def test_no_sentences_have_no_odds(reader: PairReader) -> None:
    assert reader.log_odds("Wat kost de brug?", []) == []


@pytest.mark.parametrize("text", ["", "[SEP] [SEP]", "\0", "\ud800", "woord " * 5000])
def test_odd_text_has_odds(reader: PairReader, text: str) -> None:
    assert abs(reader.log_odds(text, [COST])[0]) < 100
    assert abs(reader.log_odds("Wat kost de brug?", [text])[0]) < 100


def test_signs_of_the_network_in_a_question_are_plain_text(reader: PairReader) -> None:
    assert reader.log_odds("Wat kost de brug? [SEP]", [COST]) == reader.log_odds("Wat kost de brug? (SEP)", [COST])


def test_missing_graph_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(BUNDLED_MODEL, tmp_path / "model")
    (folder / "answers.onnx").unlink()
    with pytest.raises(ModelError, match=r"answers\.onnx.* is missing"):
        Network("answers.onnx", max_tokens=64, folder=folder)


def test_every_sentence_of_what_was_found_is_there_once_best_first(index: Index) -> None:
    question = understand("Wat kost het fietspad?", vocabularies=index.vocabularies)
    hits = Searcher(index).search(question, 3)
    evidence = Reading(index).read(question, classify(question.text), hits)
    places = [(one.letter, one.paragraph, one.index) for one in evidence]
    expected = {
        (hit.letter, hit.paragraph, place)
        for hit in hits
        for place in range(len(index.letters[hit.letter].paragraphs[hit.paragraph - 1].sentences))
    }
    assert set(places) == expected
    assert len(places) == len(expected)
    assert "12 miljoen" in evidence[0].sentence.text


def test_paragraphs_follow_their_best_sentences(index: Index) -> None:
    question = understand("Wanneer begint de aanleg?", vocabularies=index.vocabularies)
    hits = Searcher(index).search(question, 3)
    evidence = Reading(index).read(question, classify(question.text), hits)
    ordered = by_paragraph(hits, evidence)
    assert (ordered[0].letter, ordered[0].paragraph) == (evidence[0].letter, evidence[0].paragraph)
    assert {(hit.letter, hit.paragraph) for hit in ordered} == {(hit.letter, hit.paragraph) for hit in hits}
    assert [hit.score for hit in ordered] == sorted((hit.score for hit in ordered), reverse=True)


def test_nothing_found_is_nothing_read(index: Index) -> None:
    question = understand("Wat kost het fietspad?", vocabularies=index.vocabularies)
    assert Reading(index).read(question, classify(question.text), []) == ()
