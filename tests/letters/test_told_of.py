"""Bodies that say something by words of many kinds, and those of which the letter only tells."""

import pytest

from rag.letters import Voice
from tests.letters.conftest import Read

A, C, P, T = Voice.AUTHORS, Voice.CABINET, Voice.PARLIAMENT, Voice.THIRD_PARTY


def _voice(read: Read, sentence: str) -> Voice:
    return read(f"Hierbij schrijf ik u over fietsen.\n\n{sentence}\n").paragraphs[-1].sentences[-1].voice


@pytest.mark.parametrize(
    "sentence",
    [
        "De Fietsersbond laat weten geen helmplicht te willen.",
        "De Fietsautoriteit (FA) heeft daar geen bezwaar tegen, maar wil een proef van een jaar.",
        "Het Wielerplatform heeft hiertegen ernstige bedenkingen, omdat de helm duur is.",
        "In een terugblik op de proef concludeerde Velocon in 2019 dat de helm niet werd gedragen.",
        "Gent en Leuven hebben aangeboden een proef met de helm te betalen.",
    ],
)
def test_body_that_says_so_holds_the_view(read: Read, sentence: str) -> None:
    assert _voice(read, sentence) is T


@pytest.mark.parametrize(
    "sentence",
    ["Uit de evaluatie van de proef bleek dat de helm warm is.", "Ook bleek uit een studie van Velocon dat hij knelt."],
)
def test_research_in_the_past_tense_is_the_researchers(read: Read, sentence: str) -> None:
    assert _voice(read, sentence) is A


@pytest.mark.parametrize(
    "sentence",
    [
        "In sommige gevallen zal de Tweede Kamer om een tweede proef vragen.",
        "Het is aan anderen – in dit geval de rechter – om over de boete te beslissen.",
        "In de eerste variant krijgt elke scholier een helm aangeboden.",
        "Indien naar het oordeel van de gemeenten een helm nodig is, komt die er.",
    ],
)
def test_what_the_letter_itself_tells_is_the_cabinets(read: Read, sentence: str) -> None:
    assert _voice(read, sentence) is C


def test_paper_that_is_offered_is_described(read: Read) -> None:
    assert _voice(read, "Het rapport over de helm is in mei aangeboden.") is Voice.NEUTRAL
