"""BM25 by our own postings is that of SQLite's full-text search, and stays so when letters change."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing

import pytest

from rag.store.index import Index
from rag.store.words import terms
from tests.conftest import CYCLING, WATER, Library

SEARCHES: tuple[Mapping[str, float], ...] = (
    {"fietspad": 1.0},
    {"fietspad": 1.0, "spoor": 0.5, "gemeente": 0.8, "nergens": 1.0},
    {"kabinet": 1.0, "fietspaden": 0.3, "planning": 1.0},
    dict.fromkeys(terms("Waterbedrijven meten elke dag de kwaliteit van het drinkwater", "nl"), 1.0),
)


def by_fts5(index: Index, weights: Mapping[str, float]) -> list[tuple[int, float]]:
    """What SQLite makes of the same terms, the context weighing 0.3."""
    with closing(sqlite3.connect(":memory:")) as fts, closing(sqlite3.connect(index.path)) as stored:
        fts.execute("CREATE VIRTUAL TABLE words USING fts5 (text, context, tokenize = 'ascii')")
        query = (
            "SELECT passage, terms.text, terms.context FROM terms JOIN passages ON id = passage WHERE language = 'nl'"
        )
        fts.executemany("INSERT INTO words (rowid, text, context) VALUES (?, ?, ?)", stored.execute(query))
        scores: dict[int, float] = {}
        for term, weight in weights.items():
            match = "SELECT rowid, bm25(words, 1.0, 0.3) FROM words WHERE words MATCH ?"
            for passage, score in fts.execute(match, (f'"{term}"',)):
                scores[passage] = scores.get(passage, 0.0) - weight * score
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


@pytest.fixture
def shelf(library: Library) -> Library:
    for number in range(12):
        library.write(f"2022-water-{number:02}", WATER.replace("elke dag", f"op dag {number} in elke gemeente"))
    library.index()
    return library


@pytest.mark.parametrize("weights", SEARCHES, ids=["a term", "some", "in headings", "a sentence"])
def test_scores_and_order_are_those_of_full_text_search(shelf: Library, weights: Mapping[str, float]) -> None:
    with closing(shelf.open()) as index:
        expected = by_fts5(index, weights)
        hits = index.with_words(weights, "nl", 1000)
        assert [hit.passage for hit in hits] == [passage for passage, _ in expected]
        assert [hit.score for hit in hits] == pytest.approx([score for _, score in expected])
        assert index.with_words(weights, "nl", 3) == hits[:3]


def test_postings_follow_what_is_changed_and_removed(shelf: Library) -> None:
    shelf.write("2021-fietspad", CYCLING.replace("Gemeenten", "Provincies"))
    (shelf.letters / "2022-water-03.txt").unlink()
    shelf.index()
    with closing(shelf.open()) as index:
        for weights in SEARCHES:
            found = [(hit.passage, hit.score) for hit in index.with_words(weights, "nl", 1000)]
            expected = by_fts5(index, weights)
            assert [passage for passage, _ in found] == [passage for passage, _ in expected]
            assert dict(found) == pytest.approx(dict(expected))
        assert "provincie" in index.vocabularies["nl"]
