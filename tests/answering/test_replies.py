"""A question that a letter puts is never the answer: what answers it is, with the question where it needs that."""

import pytest

from rag.answering.model import Status
from rag.assistant import Assistant, Turn
from rag.letters import Voice
from tests.answering.conftest import Open, places, quotes, voices

OWLS = "2024-uilen"
OWLS_TEXT = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 4 juni 2024

Hierbij zend ik u de antwoorden op vragen van het lid Kerkuil over nestkasten.

De Minister voor Natuur,
B. Visser

Vraag 1
Kent u het bericht over lege nestkasten in Twente?

Antwoord 1
Ja.

Vraag 2
Bent u bereid boeren te verplichten om elk jaar een nestkast voor uilen op te hangen?

Antwoord 2
Daar voel ik niets voor. Boeren hangen uit zichzelf al 4.000 kasten op.

Vraag 3
Klopt het dat er nog maar 900 broedparen van de steenuil zijn?

Antwoord 3
Nee, dat is te somber. Volgens tellers zijn het er ruim 7.000. De Vogelraad adviseerde in 2021 om kasten schoon te
maken.
"""
ADVICE = "2024-dijken"
ADVICE_TEXT = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 9 september 2024

Geachte voorzitter,

De Adviescommissie Dijken heeft drie aanbevelingen gedaan over het onderhoud van dijken.

Aanbeveling 1: Laat schapen grazen

Deze aanbeveling neem ik niet over. Schapen zijn te duur.

Aanbeveling 2: Weer de muskusrat

Het kabinet neemt deze aanbeveling over. Er komen 40 vangers bij.

Aanbeveling 3: Verhoog de dijken bij Zwolle

De commissie wil de dijken bij Zwolle een meter verhogen. Daarvoor ontbreekt het geld.

De Minister van Infrastructuur en Waterstaat,
B. Visser
"""


@pytest.fixture(scope="module")
def owls(open_over: Open) -> Assistant:
    return open_over({OWLS: OWLS_TEXT, ADVICE: ADVICE_TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "Moeten boeren elk jaar een nestkast voor uilen ophangen?",
        "Must farmers hang up a nest box for owls every year?",
    ],
)
def test_what_answers_a_question_of_parliament_is_given_and_not_the_question(owls: Assistant, question: str) -> None:
    answer = owls.ask(question)
    assert answer.status is Status.ANSWERED
    assert "Daar voel ik niets voor." in quotes(answer)
    assert voices(answer)[-1] is Voice.CABINET


def test_yes_or_no_stands_behind_what_was_asked(owls: Assistant) -> None:
    assert quotes(owls.ask("Kent de minister het bericht over lege nestkasten in Twente?"))[:2] == [
        "Kent u het bericht over lege nestkasten in Twente?",
        "Ja.",
    ]
    shown = quotes(owls.ask("Klopt het dat er nog maar 900 broedparen van de steenuil zijn?"))
    assert shown.index("Nee, dat is te somber.") == shown.index(next(one for one in shown if "900" in one)) + 1


def test_no_to_another_question_is_left_out(owls: Assistant) -> None:
    shown = quotes(owls.ask("Wat adviseerde de Vogelraad in 2021?"))
    assert any("schoon te" in one for one in shown)
    assert not any(one.startswith("Nee") for one in shown)


def test_who_asks_what_was_asked_gets_the_question(owls: Assistant) -> None:
    shown = quotes(owls.ask("Wat is er gevraagd over boeren verplichten om elk jaar een nestkast op te hangen?"))
    assert any(one.startswith("Bent u bereid") for one in shown)


def test_letter_of_questions_alone_has_no_answer(open_over: Open) -> None:
    text = "Vraag 1\nKent u het bericht?\n\nVraag 2\nBent u bereid boeren een nestkast voor uilen te laten ophangen?\n"
    answer = open_over({OWLS: text}).ask("Moeten boeren een nestkast voor uilen ophangen?")
    assert (answer.status, answer.claims) == (Status.NOT_IN_LETTERS, ())


def test_sentence_that_tells_which_questions_are_open_is_an_answer(open_over: Open) -> None:
    told = "De raad ziet nog twee vragen: wie betaalt de veerpont, en wie vaart er op zondag?"
    text = f"Geachte voorzitter,\n\n{told}\n\nDe veerpont vaart elke dag tussen Ameland en Holwerd.\n"
    assert told in quotes(open_over({"2024-pont": text}).ask("Welke vragen over de veerpont ziet de raad nog?"))
    assert told in quotes(open_over({"2024-pont": text}).ask("Wie betaalt de veerpont?"))


def test_summary_tells_what_is_answered_and_no_questions(owls: Assistant) -> None:
    shown = quotes(owls.ask(f"Vat {OWLS} samen"))
    assert shown
    assert not any(one.endswith("?") or one == "Ja." for one in shown)


@pytest.mark.parametrize("question", ["Wat is het antwoord op vraag 2?", "Geef antwoord 2", "the second question"])
def test_question_asked_for_by_number_is_given_with_its_answer(owls: Assistant, question: str) -> None:
    answer = owls.ask(question)
    assert dict.fromkeys(places(answer)) == dict.fromkeys([(OWLS, 4), (OWLS, 5)])
    assert " ".join(quotes(answer)[1:]) == "Daar voel ik niets voor. Boeren hangen uit zichzelf al 4.000 kasten op."


def test_recommendation_asked_for_by_number_is_given_with_its_heading(owls: Assistant) -> None:
    answer = owls.ask("Neemt het kabinet aanbeveling 2 over?")
    assert set(places(answer)) == {(ADVICE, 3)}
    assert "(onder ‘Aanbeveling 2: Weer de muskusrat’) «Het kabinet neemt deze aanbeveling over." in answer.text
    answer = owls.ask("What does the third recommendation say?")
    assert set(places(answer)) == {(ADVICE, 4)}
    assert answer.lead == "Under ‘Aanbeveling 3: Verhoog de dijken bij Zwolle’:"


def test_follow_up_is_about_the_thing_named_before(owls: Assistant) -> None:
    earlier = [Turn(role="user", content="Neemt het kabinet aanbeveling 1 over?")]
    assert set(places(owls.ask("En waarom?", earlier))) == {(ADVICE, 2)}


def test_title_that_speaks_of_questions_makes_no_letter_the_one_with_them(open_over: Open) -> None:
    titled = f"Betreft: Enkele vragen over havens\n\n{ADVICE_TEXT}"
    earlier = [Turn(role="user", content="Wat is het antwoord op vraag 1?")]
    assistant = open_over({"2024-havens": titled, OWLS: OWLS_TEXT})
    assert dict.fromkeys(places(assistant.ask("En vraag 2?", earlier))) == dict.fromkeys([(OWLS, 4), (OWLS, 5)])


def test_number_that_no_heading_has_is_told_to_be_missing(owls: Assistant) -> None:
    answer = owls.ask(f"Wat is aanbeveling 7 van {ADVICE}?")
    assert (answer.status, answer.claims) == (Status.NOT_IN_LETTERS, ())
    assert "aanbeveling 7" in answer.text


def test_sentence_about_this_recommendation_says_which(owls: Assistant) -> None:
    text = owls.ask("Neemt de minister de aanbeveling over schapen over?").text
    assert "(onder ‘Aanbeveling 1: Laat schapen grazen’) «Deze aanbeveling neem ik niet over.» [2024-dijken §2]" in text
