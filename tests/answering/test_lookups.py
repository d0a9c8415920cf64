"""Questions that name what they want: a paragraph, a note, a fact, the letters there are."""

import pytest

from rag.answering.model import Field, Status
from rag.assistant import Assistant, Turn
from rag.letters import Letter
from tests.answering.conftest import BEES, BEES_TEXT, MILLS, MILLS_TEXT, UNTITLED_TEXT, Open, places, quotes


@pytest.mark.parametrize("number", range(1, 11))
def test_paragraph_asked_for_is_given_whole(assistant: Assistant, mills: Letter, number: int) -> None:
    answer = assistant.ask(f"Wat staat er in §{number} van {MILLS}?")
    assert answer.status is Status.ANSWERED
    assert " ".join(quotes(answer)) == mills.paragraphs[number - 1].text
    assert set(places(answer)) == {(MILLS, number)}
    assert (answer.retrieved[0].letter, answer.retrieved[0].paragraph) == (MILLS, number)


def test_english_question_gets_the_rendering_of_the_paragraph(assistant: Assistant) -> None:
    answer = assistant.ask(f"What does paragraph 4 of {MILLS} say?")
    assert [claim.text for claim in answer.claims] == [
        "The cabinet shares the authors' concern about wood rot in the sails.",
        "The cabinet makes 6 million euros available for repairs by carpenters.",
    ]
    assert "«Het kabinet deelt de zorg van de auteurs over houtrot in de wieken.» [2022-molens §4]" in answer.text


@pytest.mark.parametrize(
    ("asked", "given"), [("§7 en §2", [7, 2, 2]), ("§5-7", [5, 5, 6, 6, 7]), ("paragraaf 8, 9 en 10", [8, 9, 10])]
)
def test_paragraphs_are_given_in_the_order_asked_for(assistant: Assistant, asked: str, given: list[int]) -> None:
    answer = assistant.ask(f"Wat staat er in {asked} van {MILLS}?")
    assert places(answer) == [(MILLS, number) for number in given]


def test_paragraph_of_several_letters_named_is_given_of_each(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wat staat er in §1 van {MILLS} en van {BEES}?")
    assert places(answer) == [(MILLS, 1), (BEES, 1), (BEES, 1)]
    assert answer.text.startswith("Volgens de brieven (14 september 2022, 6 februari 2023):")


def test_letter_is_the_one_that_the_conversation_named(assistant: Assistant) -> None:
    answer = assistant.ask("En §2?", [Turn(role="user", content=f"Wat staat er in §1 van {BEES}?")], "nl")
    assert set(places(answer)) == {(BEES, 2)}


def test_name_of_a_letter_that_another_name_begins_with_means_the_longer(open_over: Open) -> None:
    longer = f"{MILLS}-vervolg"
    answer = open_over({MILLS: MILLS_TEXT, longer: BEES_TEXT}).ask(f"Wat staat er in §1 van {longer}?")
    assert set(places(answer)) == {(longer, 1)}


@pytest.mark.parametrize("number", [0, 11, 99, 9999])
def test_paragraph_that_does_not_exist_is_told_with_how_many_there_are(assistant: Assistant, number: int) -> None:
    answer = assistant.ask(f"Wat staat er in §{number} van {MILLS}?")
    assert (answer.status, answer.claims) == (Status.NOT_IN_LETTERS, ())
    assert answer.text == f"§{number} bestaat niet: 2022-molens heeft 10 paragrafen."


def test_paragraph_that_does_not_exist_is_told_in_english_too(assistant: Assistant) -> None:
    answer = assistant.ask(f"What does paragraph 99 of {BEES} say?")
    assert answer.text == "There is no §99: 2023-bijen has 2 paragraphs."


def test_one_paragraph_of_two_that_exists_is_a_partial_answer(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wat staat er in §7 en §99 van {MILLS}?")
    assert (answer.status, places(answer)) == (Status.PARTIAL, [(MILLS, 7)])
    assert answer.text.endswith("\n\n§99 bestaat niet: 2022-molens heeft 10 paragrafen.")


def test_more_paragraphs_than_are_shown_is_a_partial_answer(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wat staat er in §1-20 van {MILLS}?")
    assert answer.status is Status.PARTIAL
    assert set(places(answer)) == {(MILLS, number) for number in range(1, 11)}


def test_no_more_than_ten_paragraphs_are_retrieved_for_a_look_up(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wat staat er in §1-10 van {MILLS} en van {BEES}?")
    assert 0 < len(answer.retrieved) <= 10


@pytest.mark.parametrize(
    ("asked", "text", "paragraph"),
    [
        ("noot 1", "Stichting Erfgoedhout, Draaiende wieken, Utrecht 2021.", 1),
        ("voetnoot 2", "Kamerstukken II 2021/22, 32 820, nr. 461.", 4),
        ("noot 3", "Dat waren poldermolen De Kievit in Lisse en korenmolen De Eendracht in Dokkum.", 9),
    ],
)
def test_note_asked_for_is_given(assistant: Assistant, asked: str, text: str, paragraph: int) -> None:
    answer = assistant.ask(f"Wat staat er in {asked} van {MILLS}?")
    assert (answer.status, quotes(answer)) == (Status.ANSWERED, [text])
    number = int(asked[-1])
    assert answer.text.endswith(f"«{text}» [2022-molens §{paragraph}, noot {number}]")
    assert (answer.retrieved[0].letter, answer.retrieved[0].paragraph) == (MILLS, paragraph)


def test_note_of_the_letter_named_is_given(assistant: Assistant) -> None:
    assert quotes(assistant.ask(f"What does note 1 of {BEES} say?")) == ["Zie het Bijenplan 2023, bladzijde 8."]


def test_notes_of_several_letters_named_are_given_of_each(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wat staat er in noot 1 van {MILLS} en van {BEES}?")
    assert places(answer) == [(MILLS, 1), (BEES, 2)]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            f"Wat staat er in noot 2 van {BEES}?",
            "Bij §2 van 2023-bijen staat een verwijzing naar noot 2, maar de tekst van die noot ontbreekt in het "
            "bestand.",
        ),
        (
            f"What does note 2 of {BEES} say?",
            "§2 of 2023-bijen has a marker for note 2, but the text of that note is missing from the file.",
        ),
    ],
)
def test_note_whose_text_the_file_lacks_is_told_and_not_invented(
    assistant: Assistant, question: str, text: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.claims, answer.text) == (Status.NOT_IN_LETTERS, (), text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (f"Wat staat er in noot 77 van {MILLS}?", "Noot 77 bestaat niet in 2022-molens."),
        (f"What does footnote 77 of {BEES} say?", "There is no note 77 in 2023-bijen."),
        ("Wat staat er in noot 3 van de brief over bijensterfte?", "Noot 3 bestaat niet in 2023-bijen."),
    ],
)
def test_note_that_does_not_exist_is_told_of_the_letter_that_lacks_it(
    assistant: Assistant, question: str, text: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.claims, answer.text) == (Status.NOT_IN_LETTERS, (), text)


def test_note_that_one_letter_of_two_has_is_a_partial_answer(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wat staat er in noot 3 van {MILLS} en van {BEES}?")
    assert (answer.status, places(answer)) == (Status.PARTIAL, [(MILLS, 9)])
    assert answer.text.endswith("\n\nNoot 3 bestaat niet in 2023-bijen.")


@pytest.mark.parametrize(("first", "second"), [(1, 77), (77, 1)])
def test_one_note_of_two_that_exists_is_a_partial_answer(assistant: Assistant, first: int, second: int) -> None:
    answer = assistant.ask(f"Wat staat er in noot {first} en noot {second} van {MILLS}?")
    assert (answer.status, places(answer)) == (Status.PARTIAL, [(MILLS, 1)])
    assert "Noot 77" in answer.text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wie heeft de brief ondertekend?", "De staatssecretaris van Onderwijs, Cultuur en Wetenschap, G. Uslu"),
        ("Who signed the letter?", "De staatssecretaris van Onderwijs, Cultuur en Wetenschap, G. Uslu"),
        ("Aan wie is de brief gericht?", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
        ("Wanneer is de brief verstuurd?", "Den Haag, 14 september 2022"),
        ("Where was the letter written?", "Den Haag, 14 september 2022"),
        ("Wat is de titel van de brief?", "Reactie op het rapport Draaiende wieken"),
    ],
)
def test_fact_is_given_as_the_letter_prints_it(alone: Assistant, question: str, text: str) -> None:
    answer = alone.ask(question)
    assert (answer.status, quotes(answer)) == (Status.ANSWERED, [text])
    assert answer.claims[0].citations[0].paragraph is None
    assert f"«{text}»" in answer.text


def test_facts_asked_for_together_are_given_together(alone: Assistant) -> None:
    answer = alone.ask("Who signed the letter, and who is the addressee?")
    assert [claim.citations[0].field for claim in answer.claims] == [Field.SIGNATORY, Field.ADDRESSEE]


def test_fact_of_the_letter_named_is_given(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wie heeft de brief {BEES} ondertekend?")
    assert quotes(answer) == ["De minister van Landbouw, Natuur en Voedselkwaliteit, P. Adema"]


@pytest.mark.parametrize(
    ("question", "letter"),
    [
        ("Wie heeft de brief over bijensterfte ondertekend?", BEES),
        ("Wie heeft de brief over historische molens ondertekend?", MILLS),
        ("Who signed the letter about windmills?", MILLS),
    ],
)
def test_fact_is_of_the_letter_whose_subject_is_named(assistant: Assistant, question: str, letter: str) -> None:
    assert places(assistant.ask(question)) == [(letter, None)]


def test_fact_that_the_letter_lacks_is_not_taken_from_another(assistant: Assistant) -> None:
    answer = assistant.ask(f"Aan wie is de brief {BEES} gericht?")
    assert (answer.status, answer.claims) == (Status.NOT_IN_LETTERS, ())
    assert answer.text == "Dat vermeldt de brief niet."


def test_one_fact_of_two_that_the_letter_states_is_a_partial_answer(assistant: Assistant) -> None:
    answer = assistant.ask(f"Wie heeft {BEES} ondertekend en aan wie is de brief gericht?")
    assert [claim.citations[0].field for claim in answer.claims] == [Field.SIGNATORY]
    assert answer.status is Status.PARTIAL


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "Welke brieven zijn er?",
            [
                "Deze brieven zijn doorzoekbaar:",
                "- Reactie op het rapport Draaiende wieken (14 september 2022, 10 paragrafen) [2022-molens]",
                "- Maatregelen tegen bijensterfte (6 februari 2023, 2 paragrafen) [2023-bijen]",
            ],
        ),
        (
            "Which letters do you have?",
            [
                "These letters can be searched:",
                "- «Reactie op het rapport Draaiende wieken» (14 September 2022, 10 paragraphs) [2022-molens]",
                "- «Maatregelen tegen bijensterfte» (6 February 2023, 2 paragraphs) [2023-bijen]",
            ],
        ),
    ],
)
def test_letters_are_listed_with_date_length_and_name(assistant: Assistant, question: str, lines: list[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.split("\n\n")[1].splitlines() == lines
    assert quotes(answer) == [
        "Reactie op het rapport Draaiende wieken",
        "Den Haag, 14 september 2022",
        "Maatregelen tegen bijensterfte",
        "Den Haag, 6 februari 2023",
    ]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Welke brieven zijn er?", "- zwemles (zonder datum, 1 paragrafen) [zwemles]"),
        ("Which letters do you have?", "- zwemles (undated, 1 paragraphs) [zwemles]"),
    ],
)
def test_letter_without_title_and_date_is_listed_by_its_name(open_over: Open, question: str, line: str) -> None:
    assert line in open_over({"zwemles": UNTITLED_TEXT}).ask(question).text.splitlines()
