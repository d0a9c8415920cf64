"""A filter lets only some passages be found, and among these the same as a search of everything would find."""

from datetime import date

import numpy as np
import pytest

from rag.letters import Voice
from rag.retrieval.question import understand
from rag.retrieval.retriever import LetterRetriever
from rag.retrieval.search import Searcher
from rag.store.filters import EVERYTHING, Filter
from rag.store.index import Index
from tests.conftest import WATER, Library

CYCLING_LETTER, WATER_LETTER = "2021-fietspad", "2022-drinkwater"


def letters_found(index: Index, among: Filter) -> set[str]:
    """Of both kinds of search."""
    vector = index.encoder.embed_query("water fietspad kosten")
    words = dict.fromkeys(("drinkwater", "fietspad", "gemeente", "kwaliteit"), 1.0)
    hits = [*index.near(vector, 99, among=among), *index.with_words(words, "nl", 99, among=among)]
    return {passage.letter for passage in index.passages([hit.passage for hit in hits]).values()}


@pytest.mark.parametrize(
    ("among", "expected"),
    [
        pytest.param(EVERYTHING, {CYCLING_LETTER, WATER_LETTER}, id="everything"),
        pytest.param(Filter(letters=frozenset({WATER_LETTER})), {WATER_LETTER}, id="a letter"),
        pytest.param(Filter(letters=frozenset({"geen"})), set(), id="no such letter"),
        pytest.param(Filter(letters=frozenset()), set(), id="no letters"),
        pytest.param(Filter(since=date(2021, 3, 4)), {CYCLING_LETTER, WATER_LETTER}, id="since the first day"),
        pytest.param(Filter(since=date(2021, 3, 5)), {WATER_LETTER}, id="since the day after"),
        pytest.param(Filter(until=date(2022, 5, 8)), {CYCLING_LETTER}, id="until the day before"),
        pytest.param(Filter(since=date(2021, 3, 4), until=date(2021, 3, 4)), {CYCLING_LETTER}, id="a day"),
        pytest.param(Filter(since=date(2023, 1, 1), until=date(2020, 1, 1)), set(), id="no day"),
        pytest.param(Filter(voices=frozenset({Voice.PARLIAMENT})), set(), id="nobody's voice"),
        pytest.param(Filter(voices=frozenset()), set(), id="no voices"),
        pytest.param(Filter(letters=frozenset({WATER_LETTER}), until=date(2021, 12, 31)), set(), id="both must hold"),
    ],
)
def test_only_what_passes_is_found(index: Index, among: Filter, expected: set[str]) -> None:
    assert letters_found(index, among) == expected


def test_letter_without_a_date_is_in_no_range(library: Library) -> None:
    library.write("zonder-datum", WATER.replace("Den Haag, 9 mei 2022\n\n", ""))
    library.index()
    index = library.open()
    assert "zonder-datum" in letters_found(index, EVERYTHING)
    assert letters_found(index, Filter(until=date(2100, 1, 1))) == {CYCLING_LETTER}
    index.close()


def test_voice_of_any_sentence_lets_a_passage_pass(library: Library) -> None:
    metadata = '[[voice]]\nparagraph = 3\nsentence = 2\nvoice = "parliament"\n'
    (library.letters / f"{CYCLING_LETTER}.toml").write_text(metadata, encoding="utf-8")
    library.index()
    index = library.open()
    cabinet, parliament = (passing(index, Filter(voices=frozenset({one}))) for one in (Voice.CABINET, Voice.PARLIAMENT))
    assert parliament == {(CYCLING_LETTER, 3, 1, 1), (CYCLING_LETTER, 3, 0, 1)}
    assert parliament & cabinet == {(CYCLING_LETTER, 3, 0, 1)}
    assert passing(index, Filter(voices=frozenset(Voice))) == passing(index, EVERYTHING)
    index.close()


def passing(index: Index, among: Filter) -> set[tuple[str, int, int, int]]:
    hits = index.near([1.0] * 64, 999, among=among)
    return {(p.letter, p.paragraph, p.first, p.last) for p in index.passages([hit.passage for hit in hits]).values()}


def test_nearest_that_pass_are_the_nearest_of_all_that_pass(library: Library) -> None:
    """Whether few pass, so that all of these are compared, or most, so that the others are left out of more."""
    for number in range(40):
        library.write(f"2022-water-{number:02}", WATER.replace("elke dag", f"op dag {number}"))
    library.index()
    index = library.open()
    vector = index.encoder.embed_query("Waterbedrijven meten op dag 7.")
    everything = index.near(vector, 10_000)
    place = {hit.passage: passage.letter for hit in everything for passage in index.passages([hit.passage]).values()}
    for letters in ({"2022-water-07"}, {name for name in index.letters if name != "2022-water-07"}):
        hits = index.near(vector, 5, among=Filter(letters=frozenset(letters)))
        expected = [hit for hit in everything if place[hit.passage] in letters][:5]
        assert [hit.similarity for hit in hits] == pytest.approx([hit.similarity for hit in expected], abs=1e-5)
        assert {place[hit.passage] for hit in hits} <= letters
        assert np.all(np.diff([hit.similarity for hit in hits]) <= 0)
    index.close()


def test_search_and_retriever_find_only_what_passes(index: Index) -> None:
    question = understand("Wat kost het fietspad en wie meet het drinkwater?", vocabularies=index.vocabularies)
    among = Filter(letters=frozenset({WATER_LETTER}))
    assert {hit.letter for hit in Searcher(index, among=among).search(question, 10)} == {WATER_LETTER}
    assert Searcher(index, among=Filter(letters=frozenset())).search(question, 10) == []
    documents = LetterRetriever(index=index, among=among).invoke(question.text)
    assert {document.metadata["letter"] for document in documents} == {WATER_LETTER}
