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
    assert answer.text.startswith("Volgens de brieven 2022-molens (14 september 2022) en 2023-bijen (6 februari 2023):")


def test_letter_is_the_one_that_the_conversation_named(assistant: Assistant) -> None:
    answer = assistant.ask("En §2?", [Turn(role="user", content=f"Wat staat er in §1 van {BEES}?")], "nl")
    assert set(places(answer)) == {(BEES, 2)}


@pytest.mark.parametrize("name", ["de molenbrief", "de molen-brief", "de Molenbrief"])
def test_letter_is_called_by_its_id_with_the_word_for_a_letter_behind_it(open_over: Open, name: str) -> None:
    answer = open_over({"molen": MILLS_TEXT, "bijen": BEES_TEXT}).ask(f"Wat staat er in §2 van {name}?")
    assert set(places(answer)) == {("molen", 2)}


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


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Welke brieven zijn er?", "De verzameling telt 2 brieven."),
        ("How many letters do you have?", "The collection holds 2 letters."),
    ],
)
def test_list_of_letters_says_how_many_there_are(assistant: Assistant, question: str, opening: str) -> None:
    assert assistant.ask(question).text.startswith(f"{opening}\n\n")


def test_list_of_one_letter_says_so(alone: Assistant) -> None:
    assert alone.ask("Welke brieven zijn er?").text.startswith("De verzameling telt 1 brief.\n\n")


@pytest.mark.parametrize(
    ("question", "opening", "rest"),
    [
        ("Aan wie is de brief gericht?", "Volgens de brief 2022-molens van", "De andere brieven vermelden dat niet."),
        ("To whom is the letter addressed?", "According to the letter 2022-molens of", "The other letters do not say."),
    ],
)
def test_fact_of_no_letter_named_is_of_the_one_that_states_it(
    assistant: Assistant, question: str, opening: str, rest: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, places(answer)) == (Status.ANSWERED, [(MILLS, None)])
    assert answer.text.startswith(opening)
    assert answer.text.endswith(f"\n\n{rest}")


def test_fact_that_several_letters_state_is_given_of_each(assistant: Assistant) -> None:
    answer = assistant.ask("Wie heeft de brief ondertekend?")
    assert (answer.status, places(answer)) == (Status.ANSWERED, [(MILLS, None), (BEES, None)])
    assert answer.note is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wie heeft de brief ondertekend?", "Dat vermeldt geen van de 2 brieven."),
        ("Who signed the letter?", "None of the 2 letters says."),
    ],
)
def test_fact_that_no_letter_states_is_told_of_all(open_over: Open, question: str, text: str) -> None:
    unsigned = open_over({"2024-zwemles": UNTITLED_TEXT, "2025-zwemles": UNTITLED_TEXT})
    assert unsigned.ask(question).text == text


def test_fact_of_a_letter_known_by_its_subject_is_not_taken_from_another(open_over: Open) -> None:
    both = open_over({BEES: BEES_TEXT, "2025-zwemles": UNTITLED_TEXT})
    answer = both.ask("Wie heeft de brief over zwemles op school ondertekend?")
    assert (answer.status, answer.text) == (Status.NOT_IN_LETTERS, "Dat vermeldt 2025-zwemles niet.")


@pytest.mark.parametrize("question", ["Wat staat er in noot 3?", "What does note 3 say?", "Wat staat er in §4?"])
def test_note_or_paragraph_of_no_letter_named_is_of_the_one_that_has_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert {letter for letter, _ in places(answer)} == {MILLS}
    assert MILLS in answer.text.split(":")[0]


def test_note_whose_text_one_letter_has_is_preferred_to_a_marker_in_another(assistant: Assistant) -> None:
    assert quotes(assistant.ask("Wat staat er in noot 2?")) == ["Kamerstukken II 2021/22, 32 820, nr. 461."]


def test_paragraph_of_no_letter_named_is_given_of_each(assistant: Assistant) -> None:
    answer = assistant.ask("Wat staat er in §1?")
    assert (answer.status, places(answer)) == (Status.ANSWERED, [(MILLS, 1), (BEES, 1), (BEES, 1)])


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "Wat staat er in §1?",
            "De vraag noemt geen brief; wat zij vraagt, staat ook in {others}. Noem de brief om dat te lezen, "
            "bijvoorbeeld: ‘Wat staat er in §1 van {first}?’",
        ),
        (
            "Who signed the letter?",
            "The question names no letter; what it asks for is also in {others}. Name the letter to read that, for "
            "example: ‘Who signed the letter {first}?’",
        ),
    ],
)
def test_of_more_than_three_letters_that_have_it_one_answers_and_the_others_are_named_with_how_to_ask(
    open_over: Open, question: str, note: str
) -> None:
    ids = sorted(["2023-een", "2023-twee", "2023-drie", "2023-vier"])
    four = open_over(dict.fromkeys(ids, BEES_TEXT))
    answer = four.ask(question)
    (told,) = {letter for letter, _ in places(answer)}
    first, second, third = (name for name in ids if name != told)
    others = f"{first}, {second} {'en' if answer.language == 'nl' else 'and'} {third}"
    assert (answer.status, answer.note) == (Status.ANSWERED, note.format(others=others, first=first))
    example = answer.note.partition("‘")[2].strip("’")
    assert {letter for letter, _ in places(four.ask(example))} == {first}


def test_letter_that_the_conversation_is_about_is_enough_and_the_other_is_told(assistant: Assistant) -> None:
    history = [Turn(role="user", content="Waarmee zaaien gemeenten de bermen in?")]
    answer = assistant.ask("Wat staat er in §1?", history)
    assert (answer.status, set(places(answer))) == (Status.ANSWERED, {(BEES, 1)})
    assert answer.note is not None
    assert "staat ook in 2022-molens." in answer.note


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wat staat er in §99?", "§99 bestaat in geen van de 2 brieven; de langste, 2022-molens, heeft 10 paragrafen."),
        ("What does §99 say?", "None of the 2 letters has a §99; the longest, 2022-molens, has 10 paragraphs."),
        ("Wat staat er in noot 77?", "Noot 77 bestaat in geen van de 2 brieven."),
        ("What does note 77 say?", "None of the 2 letters has a note 77."),
    ],
)
def test_what_no_letter_has_is_told_of_all(assistant: Assistant, question: str, text: str) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.claims, answer.text) == (Status.NOT_IN_LETTERS, (), text)


MILLER, KEEPER = (
    "De staatssecretaris van Onderwijs, Cultuur en Wetenschap, G. Uslu",
    "De minister van Landbouw, Natuur en Voedselkwaliteit, P. Adema",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Van wanneer is de brief over bijensterfte?", ["Den Haag, 6 februari 2023"]),
        ("When is the letter about windmills from?", ["Den Haag, 14 september 2022"]),
        ("Wie heeft de brieven ondertekend?", [MILLER, KEEPER]),
        ("Who signed the letters?", [MILLER, KEEPER]),
        ("Welke minister schreef over bijensterfte?", [KEEPER]),
        ("Wie is de staatssecretaris van Onderwijs, Cultuur en Wetenschap?", [MILLER]),
        ("Wie is de staatssecretaris van OCW?", [MILLER]),
        ("Wie is minister van LNV?", [KEEPER]),
        ("Welke brief is het nieuwst?", ["Maatregelen tegen bijensterfte", "Den Haag, 6 februari 2023"]),
        ("Which letter is the most recent?", ["Maatregelen tegen bijensterfte", "Den Haag, 6 februari 2023"]),
        (
            "Wat is de oudste brief?",
            ["Reactie op het rapport Draaiende wieken", "Den Haag, 14 september 2022"],
        ),
    ],
)
def test_who_wrote_which_letter_when_is_told_as_the_letters_print_it(
    assistant: Assistant, question: str, told: list[str]
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, quotes(answer)) == (Status.ANSWERED, told)


def test_office_that_nobody_signs_with_is_no_look_up(assistant: Assistant) -> None:
    answer = assistant.ask("Wie is de minister van Landbouwgif?")
    assert not any(citation.field for claim in answer.claims for citation in claim.citations)
