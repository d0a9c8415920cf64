"""What repeats a question, or is of another matter, is no answer to it."""

import pytest

from rag.answering.model import Status
from rag.assistant import Assistant
from tests.answering.conftest import Open, quotes

SCHOOLS = """Betreft: Toezicht op zwembaden

Den Haag, 12 mei 2026

Geachte voorzitter,

Toezicht

Drie zwembaden staan onder verscherpt toezicht van de provincie. Wat zij moeten verbeteren verschilt per bad.

De bond van badmeesters wil dat de toeslag voor nachtelijk toezicht wordt verhoogd.

De motie van het lid Zwanenburg over langere openingstijden is door de Kamer verworpen.

Normen

De Reddingsbrigade vindt de norm voor chloor te streng. De gemeente Zandvoort heeft bezwaar tegen de sluiting van haar
buitenbad.

Kosten

Het verwarmen van een buitenbad kost gemiddeld 90.000 euro per jaar.

De sluiting van een bad wordt vooraf aangekondigd.

Bewoners

De sluiting van een bad wordt vooraf aangekondigd.
"""
LIBRARIES = """Betreft: Bibliotheken in het landelijk gebied

Den Haag, 2 juni 2026

Geachte voorzitter,

In 2025 kwamen 140 dorpen zonder bibliotheek te zitten.

Een bibliobus kost in aanschaf 400.000 euro.
"""

TWICE = "De sluiting van een bad wordt vooraf aangekondigd."


@pytest.fixture(scope="module")
def pools(open_over: Open) -> Assistant:
    return open_over({"2026-baden": SCHOOLS, "2026-boeken": LIBRARIES})


@pytest.mark.parametrize(
    "question",
    [
        "Welke drie zwembaden staan onder verscherpt toezicht?",
        "Waarom is de motie van het lid Zwanenburg over langere openingstijden verworpen?",
        "Hoe hoog is de toeslag voor nachtelijk toezicht?",
        "Wat kost de opleiding van badmeesters?",
        "Wat vindt de gemeente Haarlem van de sluiting van het buitenbad?",
        "Is de Reddingsbrigade tegen de sluiting van bibliotheken?",
        "Hoeveel dorpen zonder bibliotheek zijn er in Friesland?",
    ],
)
def test_what_no_letter_tells_is_not_answered_with_what_repeats_the_question_or_is_of_another(
    pools: Assistant, question: str
) -> None:
    assert pools.ask(question).status is Status.NOT_IN_LETTERS


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wat kost het verwarmen van een buitenbad?", "90.000 euro"),
        ("Wat kost een bibliobus?", "400.000 euro"),
        ("Hoeveel dorpen zitten zonder bibliotheek?", "140 dorpen"),
        ("Welke motie is door de Kamer verworpen?", "Zwanenburg"),
        ("Is de Reddingsbrigade tegen de norm voor chloor?", "te streng"),
        ("Wat vindt de gemeente Zandvoort van de sluiting van haar buitenbad?", "bezwaar"),
    ],
)
def test_what_a_letter_tells_of_the_same_things_is_answered(pools: Assistant, question: str, words: str) -> None:
    assert any(words in quote for quote in quotes(pools.ask(question)))


def test_same_sentence_in_two_paragraphs_is_quoted_once(pools: Assistant) -> None:
    assert quotes(pools.ask("Wordt de sluiting van een bad vooraf aangekondigd?")).count(TWICE) == 1


def test_letter_named_is_not_answered_from_another(pools: Assistant) -> None:
    told = pools.ask("Wat kost een bibliobus volgens 2026-baden?")
    assert all(citation.letter == "2026-baden" for claim in told.claims for citation in claim.citations)
