"""Whether a text holds the kind of answer that was asked for."""

import pytest

from rag.answering.intent import Wanted
from rag.answering.wanted import holds

QUESTIONS = {
    Wanted.QUANTITY: "Hoeveel?",
    Wanted.MONEY: "Wat kost het?",
    Wanted.PERCENTAGE: "Welk aandeel?",
    Wanted.DATE: "Wanneer?",
    Wanted.NAME: "Wie?",
    Wanted.REASON: "Waarom?",
}


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (Wanted.QUANTITY, "Er zijn 12 molens."),
        (Wanted.QUANTITY, "Er zijn 1.900 molens."),
        (Wanted.QUANTITY, "Er zijn twaalf molens."),
        (Wanted.QUANTITY, "There are twelve windmills."),
        (Wanted.MONEY, "Er komt 6 miljoen euro."),
        (Wanted.MONEY, "It costs € 200."),
        (Wanted.PERCENTAGE, "Imkers verloren 14 procent."),
        (Wanted.PERCENTAGE, "Beekeepers lost 14%."),
        (Wanted.PERCENTAGE, "De helft is verrot."),
        (Wanted.DATE, "Dat gebeurt op 1 juli."),
        (Wanted.DATE, "It happens on 1 July."),
        (Wanted.DATE, "Dat was in 2019."),
        (Wanted.DATE, "Dat komt eind volgend jaar."),
        (Wanted.NAME, "De molen staat in Lisse."),
        (Wanted.REASON, "Dat komt door houtrot."),
        (Wanted.REASON, "It is closed because of wood rot."),
    ],
)
def test_what_is_wanted_is_seen(wanted: Wanted, text: str) -> None:
    assert holds(wanted, text, QUESTIONS[wanted]) is True


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (Wanted.QUANTITY, "Er zijn molens."),
        (Wanted.QUANTITY, "Dat was in 2019."),  # a year is no number of things
        (Wanted.MONEY, "Er zijn 12 molens."),
        (Wanted.MONEY, "Europese regels gelden ook."),
        (Wanted.PERCENTAGE, "Er zijn 12 molens."),
        (Wanted.DATE, "Er zijn 12 molens."),
        (Wanted.NAME, "De molenaar woont daar."),  # only the capital that begins a sentence
        (Wanted.REASON, "De molen is gesloten."),
    ],
)
def test_what_is_lacking_is_seen(wanted: Wanted, text: str) -> None:
    assert holds(wanted, text, QUESTIONS[wanted]) is False


@pytest.mark.parametrize(
    ("wanted", "text", "question"),
    [
        (Wanted.QUANTITY, "Er zijn 12 molens.", "Hoeveel van die 12 molens draaien?"),
        (Wanted.DATE, "Dat was in 2019.", "Wanneer in 2019?"),
        (Wanted.NAME, "De molen staat in Lisse.", "Wie woont in Lisse?"),
    ],
)
def test_what_the_question_names_itself_is_no_answer(wanted: Wanted, text: str, question: str) -> None:
    assert holds(wanted, text, question) is False


@pytest.mark.parametrize(
    ("wanted", "text", "question"),
    [
        (Wanted.MONEY, "Er komt 6 miljoen euro.", "Hoeveel miljoen euro komt er?"),
        (Wanted.MONEY, "They set aside 6 million euros.", "How many million euros do they set aside?"),
        (Wanted.PERCENTAGE, "Imkers verloren 14 procent.", "Hoeveel procent verloren imkers?"),
    ],
)
def test_unit_that_the_question_names_does_not_hide_the_amount(wanted: Wanted, text: str, question: str) -> None:
    assert holds(wanted, text, question) is True


@pytest.mark.parametrize("text", ["", "Er zijn 12 molens."])
def test_where_anything_will_do_nothing_is_told(text: str) -> None:
    assert holds(Wanted.ANYTHING, text, "Wat?") is None


@pytest.mark.parametrize("wanted", [wanted for wanted in Wanted if wanted is not Wanted.ANYTHING])
def test_empty_text_holds_nothing(wanted: Wanted) -> None:
    assert holds(wanted, "", QUESTIONS[wanted]) is False
