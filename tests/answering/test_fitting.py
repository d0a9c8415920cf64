"""What is counted, dated or thought must be that of the question; and what takes a sentence back stands beside it."""

import pytest

from rag.answering.model import Status
from rag.assistant import Assistant
from tests.answering.conftest import Open, quotes

FERRY, ZOO = "2024-veerpont", "2023-dierentuin"
FERRY_TEXT = """Betreft: Veerponten over de Waal

Den Haag, 3 april 2024

Geachte voorzitter,

Het kabinet maakt het veer bij Tiel gratis. Dit geldt echter wel alleen voor fietsers.

Varend Nederland verwacht dat het gratis veer de wachttijd bij Tiel verlengt.

De vervoerregio heeft een brief van Rijnvaartbond ontvangen over steigers. Op de ponten werken 48 schippers.

De Veerwet treedt naar verwachting op 1 januari 2026 in werking.

De minister van Infrastructuur en Waterstaat,

B. Madlener
"""
ZOO_TEXT = """Betreft: Dierentuinen

Den Haag, 9 mei 2023

Geachte voorzitter,

De tekst van de adviesraad is cursief afgedrukt. De adviesraad bepleit ruimere verblijven voor olifanten.

Het besluit over het gratis parkeren is op 1 maart 2023 in werking getreden.

De minister van Landbouw, Natuur en Voedselkwaliteit,

P. Adema
"""


@pytest.fixture(scope="session")
def water(open_over: Open) -> Assistant:
    return open_over({FERRY: FERRY_TEXT, ZOO: ZOO_TEXT})


def test_sentence_that_is_taken_back_comes_with_what_takes_it_back(water: Assistant) -> None:
    given = quotes(water.ask("Wordt het veer bij Tiel gratis?"))
    assert "Dit geldt echter wel alleen voor fietsers." in given


def test_view_of_a_body_is_not_that_of_the_cabinet(water: Assistant) -> None:
    answer = water.ask("Wat vindt Varend Nederland van het gratis veer bij Tiel?")
    assert quotes(answer)[0].startswith("Varend Nederland verwacht")


@pytest.mark.parametrize(
    "question",
    ["Wat vindt Rijnvaartbond van het gratis veer bij Tiel?", "Wat zegt Rijnvaartbond over het gratis veer bij Tiel?"],
)
def test_body_that_is_only_mentioned_has_no_view(water: Assistant, question: str) -> None:
    assert water.ask(question).status is Status.NOT_IN_LETTERS


def test_view_of_another_government_is_not_that_of_the_cabinet(water: Assistant) -> None:
    assert water.ask("Wat vindt de Belgische regering van het gratis veer bij Tiel?").status is not Status.ANSWERED


def test_number_of_the_thing_asked_about_is_the_answer(water: Assistant) -> None:
    assert "Op de ponten werken 48 schippers." in quotes(water.ask("Hoeveel schippers werken op de ponten?"))


def test_number_of_another_thing_is_none(water: Assistant) -> None:
    assert water.ask("Hoeveel kaartjes verkocht Varend Nederland op de ponten?").status is not Status.ANSWERED


def test_entry_into_force_is_that_of_the_law_asked_about(water: Assistant) -> None:
    given = quotes(water.ask("Wanneer treedt de Veerwet in werking?"))
    assert given == ["De Veerwet treedt naar verwachting op 1 januari 2026 in werking."]


def test_how_the_document_is_printed_is_no_answer(water: Assistant) -> None:
    given = quotes(water.ask("Wat bepleit de adviesraad?"))
    assert given
    assert not any("cursief" in quote for quote in given)
