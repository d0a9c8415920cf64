"""Whose view a question asks for."""

import pytest

from rag.answering.holder import asked_holder, asked_holders
from rag.letters import Voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Wat vindt het kabinet van molens?", Voice.CABINET),
        ("Wat staat er in de kabinetsreactie?", Voice.CABINET),
        ("Wat wil de regering?", Voice.CABINET),
        ("Wat zegt de staatssecretaris?", Voice.CABINET),
        ("What does the government want?", Voice.CABINET),
        ("Wat vinden de auteurs van molens?", Voice.AUTHORS),
        ("Wat adviseert de commissie?", Voice.AUTHORS),
        ("Wat beveelt het rapport aan?", Voice.AUTHORS),
        ("What do the researchers recommend?", Voice.AUTHORS),
        ("Wat verzoekt de motie?", Voice.PARLIAMENT),
        ("Wat vroeg het Kamerlid?", Voice.PARLIAMENT),
        ("What did the MPs ask?", Voice.PARLIAMENT),
        ("Wat vindt de Tweede Kamer van molens?", Voice.PARLIAMENT),
        ("Wat wil de Kamer?", Voice.PARLIAMENT),
        ("Wat vindt het parlement?", Voice.PARLIAMENT),
        ("What does the House of Representatives want?", Voice.PARLIAMENT),
        ("Wat vroeg de vaste commissie voor Cultuur?", Voice.PARLIAMENT),
        ("What did the standing committee ask?", Voice.PARLIAMENT),
        ("Wat zegt de premier?", Voice.CABINET),
        ("What does the prime minister say?", Voice.CABINET),
    ],
)
def test_holder_named_is_told(text: str, voice: Voice) -> None:
    assert asked_holder(text) is voice


@pytest.mark.parametrize(
    "text", ["", "Hoeveel molens zijn er?", "How many windmills are there?", "raadsel", "auteursrecht"]
)
def test_question_that_names_nobody_asks_for_nobody(text: str) -> None:
    assert asked_holders(text) == frozenset()
    assert asked_holder(text) is None


def test_two_holders_are_both_told_and_neither_is_the_one() -> None:
    text = "Wat zeggen de auteurs en het kabinet?"
    assert asked_holders(text) == {Voice.AUTHORS, Voice.CABINET}
    assert asked_holder(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Wat wil de Europese Commissie?",
        "Wat wil de commissie-Juncker?",
        "What does the European Commission want?",
        "Wat wil de Europese Raad?",
        "What does the Council of Europe want?",
        "What does the European Parliament want?",
        "Wat wil het Europees Parlement?",
        "Wat adviseert de Raad van State?",
        "What does the Council of State advise?",
        "Wat wil de Kamer van Koophandel?",
    ],
)
def test_other_institutions_are_neither_the_advisers_nor_the_chambers(text: str) -> None:
    assert asked_holders(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Wat schrijft het kabinet aan de Kamer?",
        "Wanneer informeert het kabinet de Tweede Kamer?",
        "Wat zei de minister in de Eerste Kamer?",
        "What did the minister write to the House of Representatives?",
        "What did the cabinet tell to parliament?",
    ],
)
def test_chamber_that_is_told_something_holds_nothing(text: str) -> None:
    assert asked_holder(text) is Voice.CABINET


@pytest.mark.parametrize("text", ["Does the cabinet report any costs?", "Will the government study the effects?"])
def test_to_report_or_study_makes_nobody_an_author(text: str) -> None:
    assert asked_holder(text) is Voice.CABINET


@pytest.mark.parametrize("text", ["HET KABINET", "het kabinet", "Het Kabinet"])
def test_upper_and_lower_case_are_one(text: str) -> None:
    assert asked_holder(text) is Voice.CABINET
