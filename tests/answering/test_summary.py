"""Summaries where there are several letters: of all, of the one about something, of the one talked of."""

import pytest

from rag.answering.model import Status
from rag.assistant import Assistant, Turn
from tests.answering.conftest import BEES, BEES_TEXT, MILLS, Open, places, quotes

POINTING = """Betreft: Sluizen

Den Haag, 1 mei 2021

Geachte voorzitter,

{sentences}

De minister van Infrastructuur,

A. Jansen
"""


def letters_in(assistant: Assistant, question: str, *history: str) -> set[str]:
    answer = assistant.ask(question, [Turn(role="user", content=one) for one in history])
    assert answer.status is Status.ANSWERED
    return {name for name, _ in places(answer)}


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Waar gaan deze brieven over?", "Van elke brief enkele hoofdpunten:"),
        ("Waarover gaan de brieven?", "Van elke brief enkele hoofdpunten:"),
        ("Vat alle brieven samen.", "Van elke brief enkele hoofdpunten:"),
        ("Samenvatting", "Van elke brief enkele hoofdpunten:"),
        ("tl;dr", "Van elke brief enkele hoofdpunten:"),
        ("Summarise all letters", "A few main points of each letter:"),
        ("What are these letters about?", "A few main points of each letter:"),
    ],
)
def test_summary_of_no_letter_in_particular_is_of_each_under_its_name(
    assistant: Assistant, question: str, lead: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.lead) == (Status.ANSWERED, lead)
    found = [name for name, _ in places(answer)]
    assert set(found) == {MILLS, BEES}
    assert found == sorted(found)
    above = {"nl": "Uit", "en": "From"}[answer.language]
    headings = [answer.text.index(f"\n\n{above} {name}:") for name in (MILLS, BEES)]
    assert answer.text.index(f"\n\n{lead}\n\n") < headings[0] < headings[1]
    assert set(places(answer)) <= {(one.letter, one.paragraph) for one in answer.retrieved}


@pytest.mark.parametrize(
    ("question", "letter"),
    [
        ("Vat de brief over molens samen.", MILLS),
        ("Vat de brief over bijensterfte samen.", BEES),
        ("Waar gaat de brief over bijen over?", BEES),
        ("Summarise the letter about bees", BEES),
        ("What is the letter about historic windmills about?", MILLS),
    ],
)
def test_summary_of_the_letter_about_something_is_of_that_letter_and_says_which(
    assistant: Assistant, question: str, letter: str
) -> None:
    assert letters_in(assistant, question) == {letter}
    assert letter in (assistant.ask(question).lead or "")
    assert places(assistant.ask(question)) == places(assistant.ask(f"Vat {letter} samen."))


@pytest.mark.parametrize(
    "question",
    [
        "Vat de geannoteerde agenda van de Sluizenraad samen.",
        "Summarise the annotated agenda of the Sluizenraad",
        "Geef een samenvatting van de sluizenbrief Sluizenraad",
    ],
)
def test_summary_of_a_letter_called_by_its_kind_is_of_that_letter(open_over: Open, question: str) -> None:
    agenda = (
        "Betreft: Geannoteerde agenda Sluizenraad\n\nGeachte voorzitter,\n\nDe Sluizenraad spreekt over diepgang.\n"
    )
    assert letters_in(open_over({"2025-agenda": agenda, BEES: BEES_TEXT}), question) == {"2025-agenda"}


@pytest.mark.parametrize(
    "question",
    ["Vat de brief over kernenergie in Brazilië samen.", "Summarise the letter about nuclear power in Brazil."],
)
def test_summary_of_a_letter_that_is_not_there_is_not_given(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status in (Status.NOT_IN_LETTERS, Status.OUT_OF_SCOPE)
    assert answer.claims == ()


def test_what_a_letter_says_about_something_is_not_a_summary_of_the_letter(assistant: Assistant) -> None:
    subject, whole = "Vat samen wat de brief over houtrot in molens zegt.", "Vat de brief over molens samen."
    assert quotes(assistant.ask(subject)) != quotes(assistant.ask(whole))


def test_summary_in_a_conversation_is_of_the_letter_talked_of_unless_all_are_asked_for(assistant: Assistant) -> None:
    before = "Welk bestrijdingsmiddel verbiedt het kabinet langs bermen?"
    assert letters_in(assistant, "Samenvatting", before) == {BEES}
    assert letters_in(assistant, "Vat alle brieven samen.", before) == {MILLS, BEES}


def test_more_letters_than_an_answer_holds_are_left_out_and_told(open_over: Open) -> None:
    answer = open_over({f"2023-bijen{number}": BEES_TEXT for number in range(7)}).ask("Vat alle brieven samen.")
    assert answer.status is Status.PARTIAL
    assert len({name for name, _ in places(answer)}) == 5
    assert len(answer.retrieved) <= 10
    assert answer.note == (
        "Dit zijn 5 van de 7 brieven. Vraag naar een andere bij zijn naam, zoals ‘Vat 2023-bijen5 samen’."
    )


@pytest.mark.parametrize(
    ("alone", "pointing"),
    [
        ("Het kabinet vernieuwt de sluizen bij Eefde.", "De tweede acht het kabinet niet nodig voor de sluizen."),
        ("De sluis bij Eefde is honderd jaar oud.", "Het kabinet verwerpt dat voorstel over de sluizen."),
    ],
)
def test_summary_has_the_sentence_that_stands_alone(open_over: Open, alone: str, pointing: str) -> None:
    letter = POINTING.format(sentences=f"{alone} {pointing}")
    assert quotes(open_over({"2021-sluizen": letter}).ask("Vat de brief samen.")) == [alone]
