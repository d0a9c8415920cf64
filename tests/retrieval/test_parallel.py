"""A short follow-up asks the question before it of another year, variant, share or party."""

import pytest

from rag.retrieval.parallel import asked_of_another
from rag.retrieval.question import Turn, understand

ANOTHER = [
    ("Wat kost de sluis in 2028?", "en in 2029?", "Wat kost de sluis in 2029?"),
    ("Waarom valt variant C af?", "en variant A?", "Waarom valt variant A af?"),
    ("Hoeveel vissers stoppen bij 60% korting?", "En bij 45%?", "Hoeveel vissers stoppen bij 45% korting?"),
    ("What does the majority say about the ban?", "And the minority?", "What does the minority say about the ban?"),
    ("Wat vindt de ANWB van de tol?", "En wat vindt de raad daarvan?", "Wat vindt de raad van de tol?"),
]
OF_ITS_OWN = [
    ("Wat kost de sluis in 2028?", "waarom?"),
    ("Wat kost de sluis?", "en in 2029?"),
    ("Stijgt het tussen 2026 en 2028?", "en in 2029?"),
    ("What does the ANWB want?", "What does the council think of that?"),
    ("Wat vindt de ANWB van de tol?", "En hoeveel automobilisten betalen nu al meer dan het kabinet had gedacht?"),
    ("Wat vindt de ANWB van de tol?", "En Zeeland?"),
]


@pytest.mark.parametrize(("earlier", "text", "whole"), ANOTHER)
def test_the_same_is_asked_of_what_the_follow_up_names(earlier: str, text: str, whole: str) -> None:
    assert asked_of_another(text, earlier) == whole


@pytest.mark.parametrize(("earlier", "text"), OF_ITS_OWN)
def test_what_names_nothing_alike_asks_something_of_its_own(earlier: str, text: str) -> None:
    assert asked_of_another(text, earlier) is None


def test_a_follow_up_to_a_follow_up_goes_on_from_the_question_that_it_stands_for() -> None:
    history = [Turn(role="user", content=text) for text in ("Wat kost de sluis in 2028?", "en in 2029?")]
    found = understand("en in 2030?", history)
    assert (found.text, found.earlier) == ("Wat kost de sluis in 2030?", "")


def test_a_question_in_the_other_language_is_not_changed() -> None:
    found = understand("And the minority?", [Turn(role="user", content="Wat vindt de meerderheid van het verbod?")])
    assert (found.text, found.language) == ("And the minority?", "en")
