"""Questions find their paragraph, whatever is typed; the order is always the same."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.retrieval.question import Question, Turn, understand
from rag.retrieval.search import Searcher
from rag.settings import Settings
from rag.store.embedding import BundledEncoder
from rag.store.index import Index
from rag.store.indexing import index_letters
from tests.conftest import Library

CYCLING, PLANNING, TREATY = (("2021-fietspad", number) for number in (1, 2, 3))
WATER = ("2022-drinkwater", 1)


def read(index: Index, text: str, *history: str) -> Question:
    return understand(text, [Turn(role="user", content=one) for one in history], vocabularies=index.vocabularies)


def found(index: Index, text: str, *history: str, limit: int = 10) -> list[tuple[str, int]]:
    return [(hit.letter, hit.paragraph) for hit in Searcher(index).search(read(index, text, *history), limit)]


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("Hoeveel kilometer fietspad legt het kabinet aan?", CYCLING),
        ("Wanneer begint de aanleg?", PLANNING),
        ("Wie meten het drinkwater?", WATER),
        ("drinkwater kwaliteit", WATER),
        ("How many kilometres of cycle path is the cabinet building?", CYCLING),
        ("When does construction start?", PLANNING),
        ("Wie meten het drinkwatr?", WATER),
        ("Wil het kabinet het verdrag opzeggen?", TREATY),
    ],
    ids=["whole", "when", "who", "keywords", "English", "English when", "typo", "part of a compound"],
)
def test_question_finds_its_paragraph_first(index: Index, text: str, paragraph: tuple[str, int]) -> None:
    assert found(index, text)[0] == paragraph


def test_footnote_is_found_and_named(index: Index) -> None:
    best = Searcher(index).search(read(index, "Wat staat er in het Jaarplan 2021, bladzijde 14?"), 1)[0]
    assert (best.letter, best.paragraph, best.footnote) == (*PLANNING, 1)


def test_follow_up_finds_what_the_conversation_is_about(index: Index) -> None:
    assert found(index, "En wie doen dat?", "Hoe is de kwaliteit van het drinkwater in Nederland?")[0] == WATER


def test_hits_are_ranked_and_come_once(index: Index) -> None:
    hits = Searcher(index).search(read(index, "Wat kost het fietspad?"), 10)
    assert len({(hit.letter, hit.paragraph) for hit in hits}) == len(hits) == 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (-1, 0), (1, 1), (3, 3), (99, 4)])
def test_at_most_so_many_are_found(index: Index, limit: int, count: int) -> None:
    assert len(found(index, "Wat kost het fietspad?", limit=limit)) == count


def test_the_same_question_finds_the_same(index: Index, library: Library) -> None:
    hits = Searcher(index).search(read(index, "Wat kost het?"), 10)
    assert Searcher(index).search(read(index, "Wat kost het?"), 10) == hits
    other = library.open()
    assert Searcher(other).search(read(other, "Wat kost het?"), 10) == hits
    other.close()


@pytest.mark.parametrize(
    "text",
    [
        "Olifanten en giraffen?",
        '"fietspad" AND NOT (NEAR/2 kosten*) OR text:*',
        '"""',
        "fietspad'; DROP TABLE letters; --",
        "\0\x1b[31m🚲🚲",
        "?!",
        "a",
        "fietspad " * 222 + "ja",
        "€" * 2000,
        "\udcff half",
    ],
)
def test_odd_question_breaks_nothing(index: Index, text: str) -> None:
    assert len(found(index, text, limit=2)) <= 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.text(max_size=200), st.sampled_from(["nl", "en"]))
def test_any_question_can_be_asked(index: Index, text: str, language: str) -> None:
    question = understand(text, language=language)
    hits = Searcher(index).search(question, 3)
    assert hits == Searcher(index).search(question, 3)
    assert len(hits) <= 3


@pytest.fixture(scope="module")
def seed(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory):
    """The real letter with the real encoder."""
    chosen = Settings(index_dir=tmp_path_factory.mktemp("seed"))
    index_letters([chosen.seeds_dir], chosen, encoder=bundled)
    index = Index.open(chosen, encoder=bundled)
    yield index
    index.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wil het kabinet het Vluchtelingenverdrag opzeggen?", "opzegg"),
        ("Does the cabinet want to terminate the Refugee Convention?", "opzegg"),
    ],
)
def test_real_letter_is_searched_in_both_languages(seed: Index, text: str, words: str) -> None:
    texts = [seed.letters[letter].paragraphs[number - 1].text for letter, number in found(seed, text, limit=3)]
    assert any(words in text for text in texts)


MAX_WARM_MILLISECONDS = 25


def test_new_question_is_searched_for_in_time_once_warm(seed: Index) -> None:
    """Processor time of this process, so that what else the machine does is not counted against it."""
    found(seed, "Waarom?"), found(seed, "Why?")
    started, questions = time.process_time(), [f"Wat vindt het kabinet van voorstel {n}?" for n in range(20)]
    for text in questions:
        assert found(seed, text)
    assert (time.process_time() - started) / len(questions) * 1000 < 2 * MAX_WARM_MILLISECONDS  # two cores
