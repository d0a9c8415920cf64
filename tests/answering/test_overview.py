"""Summaries, and where cabinet and authors agree or differ: of a whole letter, and of one subject in it."""

from itertools import pairwise

import pytest

from rag.answering.model import Status
from rag.assistant import Assistant, Turn
from rag.letters import Letter, Voice
from tests.answering.conftest import (
    BEES,
    BEES_TEXT,
    MILLS,
    MILLS_TEXT,
    NOTE_AND_LETTER_TEXT,
    UNTITLED_TEXT,
    Open,
    places,
    quotes,
    voices,
)

PROPOSAL = "De auteurs bevelen aan om elke molenaar te verplichten tot een brandverzekering."
DECLINED = "Het kabinet neemt de verplichte brandverzekering niet over."
DIFFERENCE = "Waarover zijn het kabinet en de auteurs het oneens?"
SHARED = "Het kabinet deelt de zorg van de auteurs over houtrot in de wieken."


@pytest.fixture(scope="module")
def without_authors(open_over: Open) -> Assistant:
    """Over a letter in which nobody but the cabinet speaks."""
    return open_over({BEES: BEES_TEXT})


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Vat de brief samen.", "De hoofdpunten, in de volgorde van de brief:"),
        ("Wat zijn de hoofdpunten van de brief?", "De hoofdpunten, in de volgorde van de brief:"),
        ("Summarise the letter.", "The main points, in the order of the letter:"),
    ],
)
def test_summary_has_one_sentence_of_each_section_in_order(
    alone: Assistant, mills: Letter, question: str, lead: str
) -> None:
    answer = alone.ask(question)
    assert (answer.status, answer.lead) == (Status.ANSWERED, lead)
    numbers = [number for _, number in places(answer) if number]
    assert numbers == sorted(numbers)
    assert [mills.paragraphs[number - 1].heading for number in numbers] == [None, *mills.headings]


def test_summary_of_a_letter_without_sections_has_one_sentence_of_each_paragraph(without_authors: Assistant) -> None:
    assert places(without_authors.ask("Vat de brief samen.")) == [(BEES, 1), (BEES, 2)]


ROADS = """Betreft: Wegen

Den Haag, 1 mei 2021

Geachte voorzitter,

{paragraphs}

De minister van Infrastructuur,

A. Jansen
"""
CONCLUSION = "Alles overziend concludeert het kabinet dat de wegen veiliger worden."


PLANS_OF_TOWNS = (
    "In {town} komt een brug voor fietsers.",
    "De gemeente {town} plant bomen langs het kanaal.",
    "Bewoners van {town} klagen over lawaai van vrachtwagens.",
    "Het asfalt bij {town} is twintig jaar oud.",
    "Een tunnel onder het spoor bij {town} kost 40 miljoen euro.",
    "Rond {town} staan automobilisten elke ochtend een uur stil.",
    "De bus naar {town} rijdt voortaan ook op zondag.",
)


def roads(heading: str) -> str:
    """A letter of thirty short paragraphs, each under the heading, and one that concludes."""
    towns = "Assen Breda Delft Ede Franeker Goes Heerlen Joure Kampen Leiden".split()
    plans = [
        (heading + PLANS_OF_TOWNS[number % len(PLANS_OF_TOWNS)]).format(town=towns[number % len(towns)])
        for number in range(30)
    ]
    return ROADS.format(paragraphs="\n\n".join([*plans, CONCLUSION]))


@pytest.mark.parametrize("heading", ["", "De weg naar {town}\n\n"], ids=["without sections", "many sections"])
def test_summary_of_a_long_letter_goes_on_to_its_end(open_over: Open, heading: str) -> None:
    answer = open_over({"2021-wegen": roads(heading)}).ask("Vat de brief samen.")
    numbers = [number for _, number in places(answer) if number]
    assert quotes(answer)[-1] == CONCLUSION
    assert len(numbers) == 10
    assert max(after - before for before, after in pairwise([0, *numbers])) <= 7  # no long stretch is passed over


def test_summary_leaves_the_covering_note_out(open_over: Open) -> None:
    assert places(open_over({"zwemles": NOTE_AND_LETTER_TEXT}).ask("Vat de brief samen.")) == [("zwemles", 2)]


@pytest.mark.parametrize("letter", [MILLS, BEES])
@pytest.mark.parametrize("question", ["Vat {} samen.", "Wat zijn de hoofdpunten van de brief {}?"])
def test_summary_is_of_the_letter_named(assistant: Assistant, question: str, letter: str) -> None:
    answer = assistant.ask(question.format(letter))
    assert answer.status is Status.ANSWERED
    assert {name for name, _ in places(answer)} == {letter}


def test_summary_of_two_letters_named_is_of_each(assistant: Assistant) -> None:
    answer = assistant.ask(f"Vat {MILLS} en {BEES} samen.")
    assert {name for name, _ in places(answer)} == {MILLS, BEES}
    assert len(answer.retrieved) <= 10


def test_summary_is_of_the_letter_that_the_conversation_named(assistant: Assistant) -> None:
    answer = assistant.ask("En vat die eens samen.", [Turn(role="user", content=f"Wat staat er in §1 van {BEES}?")])
    assert {name for name, _ in places(answer)} == {BEES}


@pytest.mark.parametrize("letter", ["2021-eerste", "2022-tweede"])
@pytest.mark.parametrize(
    "question",
    [
        "Vat samen wat {} over brandverzekering zegt.",
        "Wat zeggen de auteurs en het kabinet in {} over een verplichte brandverzekering?",
        "Waarover zijn het kabinet en de auteurs het in {} oneens?",
        "Waar zijn het kabinet en de auteurs het over eens in {}?",
    ],
)
def test_overview_of_a_subject_and_comparison_are_of_the_letter_named(
    open_over: Open, question: str, letter: str
) -> None:
    answer = open_over({"2021-eerste": MILLS_TEXT, "2022-tweede": MILLS_TEXT}).ask(question.format(letter))
    assert answer.status is Status.ANSWERED
    assert {name for name, _ in places(answer)} == {letter}


def test_subject_that_the_letter_named_does_not_have_is_not_taken_from_another(assistant: Assistant) -> None:
    answer = assistant.ask(f"Vat samen wat {BEES} over brandverzekering zegt.")
    assert (answer.status, answer.claims) == (Status.NOT_IN_LETTERS, ())
    nothing = "Ik vond in de brieven geen zin die dit beantwoordt. Het dichtst in de buurt komen: 2023-bijen §"
    assert answer.text.startswith(nothing)


def test_summary_is_the_same_each_time(alone: Assistant) -> None:
    assert quotes(alone.ask("Vat de brief samen.")) == quotes(alone.ask("Geef de hoofdpunten van de brief."))


def test_summary_may_cite_what_was_read_though_it_was_not_searched_for(alone: Assistant) -> None:
    answer = alone.ask("Vat de brief samen.")
    assert set(places(answer)) <= {(one.letter, one.paragraph) for one in answer.retrieved}
    assert answer.dropped == ()


def test_summary_of_a_subject_tells_of_that(alone: Assistant) -> None:
    answer = alone.ask("Vat samen wat de brief over brandverzekering zegt.")
    assert answer.status is Status.ANSWERED
    assert {PROPOSAL, DECLINED} <= set(quotes(answer))
    numbers = [number for _, number in places(answer) if number]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "question", ["Waar zijn het kabinet en de auteurs het over eens?", "Where do the authors and the cabinet agree?"]
)
def test_agreement_is_what_the_cabinet_endorses(alone: Assistant, question: str) -> None:
    answer = alone.ask(question)
    assert (answer.status, quotes(answer)) == (Status.ANSWERED, [SHARED])
    assert (answer.claims[0].voice, answer.claims[0].endorses) == (Voice.CABINET, Voice.AUTHORS)


@pytest.mark.parametrize(
    "question",
    ["Waarover zijn het kabinet en de auteurs het oneens?", "Where do the authors and the cabinet disagree?"],
)
def test_difference_is_what_the_cabinet_declines_under_what_the_authors_propose(
    alone: Assistant, question: str
) -> None:
    answer = alone.ask(question)
    assert (answer.status, quotes(answer)) == (Status.ANSWERED, [PROPOSAL, DECLINED])
    assert voices(answer) == [Voice.AUTHORS, Voice.CABINET]


DECLINING = """Betreft: Reactie op het rapport Wieken

Den Haag, 1 mei 2021

Geachte voorzitter,

Bevindingen van de auteurs

{proposals}

Reactie van het kabinet

{answers}

De minister van Cultuur,

A. Jansen
"""
PLANS = "houtrot brand sloop wieken zwaluwen scholieren vergunningen timmerlieden vrijwilligers graan".split()


def declining(answer: str, plans: list[str]) -> str:
    return DECLINING.format(
        proposals="\n\n".join(f"De auteurs bevelen een plan voor {plan} aan." for plan in plans),
        answers="\n\n".join(answer.format(plan=plan) for plan in plans),
    )


@pytest.mark.parametrize(
    "answer",
    [
        "Het kabinet neemt het plan voor {plan} niet over.",
        "Het kabinet neemt het voorstel van de auteurs voor een nieuw plan tegen {plan} niet over.",
        "Het kabinet wijst het plan voor {plan} af.",
        "Het kabinet is geen voorstander van het plan voor {plan}.",
    ],
)
def test_decline_is_seen_however_it_is_put(open_over: Open, answer: str) -> None:
    found = open_over({"2021-wieken": declining(answer, ["houtrot"])}).ask(DIFFERENCE)
    assert quotes(found) == ["De auteurs bevelen een plan voor houtrot aan.", answer.format(plan="houtrot")]


def test_no_more_than_ten_paragraphs_are_retrieved_where_much_is_declined(open_over: Open) -> None:
    letter = declining("Het kabinet neemt het plan voor {plan} niet over.", PLANS)
    answer = open_over({"2021-wieken": letter}).ask(DIFFERENCE)
    assert answer.status is Status.ANSWERED
    assert len(answer.retrieved) <= 10


@pytest.mark.parametrize(
    "question",
    ["Waarover zijn het kabinet en de auteurs het oneens?", "Waar zijn het kabinet en de auteurs het over eens?"],
)
def test_letter_without_another_party_has_nothing_to_compare_and_says_so(
    without_authors: Assistant, question: str
) -> None:
    answer = without_authors.ask(question)
    assert (answer.status, answer.claims) == (Status.NOT_IN_LETTERS, ())
    assert answer.text.startswith("De brief zegt nergens met zoveel woorden dat het kabinet")


@pytest.mark.parametrize(
    "question",
    [
        "Wat zeggen de auteurs en het kabinet over een verplichte brandverzekering?",
        "What do the authors and the cabinet say about compulsory fire insurance?",
    ],
)
def test_comparison_on_a_subject_has_the_words_of_both(alone: Assistant, question: str) -> None:
    answer = alone.ask(question)
    assert answer.status is Status.ANSWERED
    assert {PROPOSAL, DECLINED} <= set(quotes(answer))
    assert voices(answer) == sorted(voices(answer))  # the authors first, and each party's words together


def test_comparison_where_only_one_party_speaks_is_partial(without_authors: Assistant) -> None:
    answer = without_authors.ask("Wat zeggen de auteurs en het kabinet over het bestrijdingsmiddel Nectarine?")
    assert answer.status is Status.PARTIAL
    assert set(voices(answer)) == {Voice.CABINET}


@pytest.mark.parametrize(
    "question",
    [
        "Vat samen wat de brief over kernenergie in Brazilië zegt.",
        "Summarise what the letter says about nuclear power in Brazil.",
        "Wat zeggen de auteurs en het kabinet over kernenergie in Brazilië?",
    ],
)
def test_subject_that_the_letters_do_not_have_is_not_summed_up_or_compared(alone: Assistant, question: str) -> None:
    answer = alone.ask(question)
    assert answer.status in (Status.NOT_IN_LETTERS, Status.OUT_OF_SCOPE)
    assert answer.text


def test_summary_of_a_letter_that_is_named_leaves_the_others_out(assistant: Assistant) -> None:
    answer = assistant.ask(f"Vat {BEES} samen.")
    assert {letter for letter, _ in places(answer)} == {BEES}
    assert answer.note is None


@pytest.mark.parametrize(
    ("question", "read", "other"),
    [
        ("Waarover zijn het kabinet en de auteurs het oneens?", "De vraag noemt geen brief; gelezen is ", "Noem zelf"),
        ("On what do the cabinet and the authors disagree?", "The question names no letter; what was read is ", "Name"),
    ],
)
def test_difference_in_one_letter_of_several_says_which_and_names_the_other(
    assistant: Assistant, question: str, read: str, other: str
) -> None:
    answer = assistant.ask(question)
    assert answer.note is not None
    assert read in answer.note
    assert other in answer.note
    assert {name for name in (MILLS, BEES) if name in answer.note} == {MILLS, BEES}


def test_difference_on_a_subject_joins_no_advice_with_another_letter_s_reaction(open_over: Open) -> None:
    advice = UNTITLED_TEXT.replace(
        "Elk kind krijgt zwemles op school.",
        "De commissie bracht het advies Varen uit. De commissie adviseert een vaarbewijs voor zeilboten verplicht te "
        "stellen.",
    )
    reaction = UNTITLED_TEXT.replace(
        "Elk kind krijgt zwemles op school.", "Het kabinet wil geen vaarbewijs voor zeilboten verplicht stellen."
    )
    both = open_over({"2023-advies": advice, "2024-reactie": reaction})
    answer = both.ask("Verschillen de commissie en het kabinet van mening over een vaarbewijs voor zeilboten?")
    assert len({letter for letter, _ in places(answer)}) == 1
    assert answer.status is Status.PARTIAL


PIERS_TEXT = """Den Haag, 4 mei 2024

Geachte voorzitter,

Met deze brief reageer ik op het advies «Steigers» van de Raad voor de Pieren (RvP).

De RvP beveelt aan elke pier te laten keuren. Ik neem deze aanbeveling niet over. De RvP adviseert ook de leges te
verlagen. Dat advies volg ik. De Pierenbond vreest dat keuringen duur zijn.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Waarover zijn kabinet en RvP het oneens?",
        "Op welke punten wijkt het kabinet af van het advies van de RvP?",
        "Where do the cabinet and the RvP disagree?",
    ],
)
def test_difference_with_a_body_by_its_name_is_of_the_letter_about_its_advice(open_over: Open, question: str) -> None:
    answer = open_over({MILLS: MILLS_TEXT, "2024-pieren": PIERS_TEXT}).ask(question)
    assert quotes(answer) == [
        "De RvP beveelt aan elke pier te laten keuren.",
        "Ik neem deze aanbeveling niet over.",
    ]


def test_body_that_advises_nobody_is_not_answered_for_by_those_who_do(open_over: Open) -> None:
    answer = open_over({"2024-pieren": PIERS_TEXT}).ask("Waarover zijn kabinet en Pierenbond het oneens?")
    assert not any("RvP" in quote for quote in quotes(answer))
