"""What an open index answers, from one thread or many."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.retrieval.question import understand
from rag.retrieval.search import Searcher
from rag.store.index import Index
from rag.store.words import terms

QUESTIONS = [
    "Wat kost het fietspad?",
    "When does construction start?",
    "Wie meet het drinkwater?",
    "Zegt het kabinet het Fietsverdrag op?",
    "fietspad gemeenten helft",
]


def test_nearest_passages_come_best_first(index: Index) -> None:
    hits = index.near(index.encoder.embed_query("De kosten bedragen 12 miljoen euro."), 10)
    assert len(hits) == 10
    assert index.passages([hits[0].passage])[hits[0].passage].text == "De kosten bedragen 12 miljoen euro."
    assert hits[0].similarity == pytest.approx(1, abs=1e-5)
    assert hits == sorted(hits, key=lambda hit: (-hit.similarity, hit.passage))


def test_more_than_there_is_gives_what_there_is(index: Index) -> None:
    assert len(index.near(index.encoder.embed_query("water"), 10_000)) == index.count_passages()


@pytest.mark.parametrize("limit", [0, -1])
def test_nothing_asked_for_gives_nothing(index: Index, limit: int) -> None:
    assert index.near(index.encoder.embed_query("water"), limit) == []


def test_words_are_found_in_their_language(index: Index) -> None:
    dutch = index.with_words({"gemeente": 1.0}, "nl", 10)
    assert all("Gemeenten" in passage.text for passage in index.passages([hit.passage for hit in dutch]).values())
    assert dutch == sorted(dutch, key=lambda hit: (-hit.score, hit.passage))
    assert index.with_words({"gemeente": 1.0}, "en", 10) == []
    assert index.with_words({"kilometre": 1.0}, "en", 10)


def test_no_words_find_nothing(index: Index) -> None:
    assert index.with_words({}, "nl", 10) == []


def test_guess_counts_for_less_than_a_typed_word(index: Index) -> None:
    (typed, *_), (guessed, *_) = (index.with_words({"gemeente": weight}, "nl", 1) for weight in (1.0, 0.5))
    assert guessed.score == pytest.approx(typed.score / 2)


def test_language_that_no_letter_has_is_a_mistake_of_the_caller(index: Index) -> None:
    with pytest.raises(ValueError, match=r"^'fr' is no language of the index: nl, en$"):
        index.with_words({"gemeente": 1.0}, "fr", 10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.text(), st.floats(0, 1), max_size=4))
def test_no_term_is_read_as_search_syntax(index: Index, weights: dict[str, float]) -> None:
    index.with_words(weights, "nl", 10)


@pytest.mark.parametrize("term", ['"', '""', "*", "NEAR(", "a AND b", "text : b", "^a", "\0", "🚲", ""])
def test_search_syntax_is_taken_literally(index: Index, term: str) -> None:
    assert index.with_words({term: 1.0}, "nl", 10) == []


def test_any_number_of_passages_can_be_asked_for(index: Index) -> None:
    assert len(index.passages(range(100_000))) == index.count_passages()
    assert index.passages([]) == {}


def test_passages_of_a_paragraph_come_with_their_vectors(index: Index) -> None:
    found = index.passages_of("2021-fietspad", 1)
    assert {(p.first, p.last) for p, _ in found if p.language == "nl"} == {
        (0, 0),
        (1, 1),
        (2, 2),
        (0, 1),
        (1, 2),
        (0, 2),
    }
    for passage, vector in found:
        assert vector == pytest.approx(index.encoder.encode([passage.text])[0], abs=1e-6)
    assert index.passages_of("2021-fietspad", 99) == index.passages_of("geen", 1) == []


def test_paragraphs_with_a_term_are_those_whose_dutch_text_has_it(index: Index) -> None:
    held = index.paragraphs_with("gemeente")
    assert held == {
        letter.id: numbers
        for letter in index.letters.values()
        if (numbers := [one.number for one in letter.paragraphs if "gemeente" in terms(one.text, "nl")])
    }
    assert held
    assert index.paragraphs_with("zeppelin") == {}


def test_vocabularies_count_passages_by_term(index: Index) -> None:
    dutch = index.vocabularies["nl"]
    assert dutch["gemeente"] == 3  # by itself, after the costs, and after both sentences
    assert list(dutch) == sorted(dutch)
    assert "kilometre" in index.vocabularies["en"]


def test_eight_threads_asking_at_once_get_what_one_gets(index: Index) -> None:
    def ask(question: str) -> object:
        read = understand(question, vocabularies=index.vocabularies)
        return Searcher(index).search(read, 5), index.passages_of("2021-fietspad", 1)[0][0], index.is_stale()

    alone = [ask(question) for question in QUESTIONS]
    with ThreadPoolExecutor(max_workers=8) as threads:
        together = list(threads.map(ask, QUESTIONS * 16))
    assert together == alone * 16
