"""What a question's wording tells beyond its kind."""

import pytest

from rag.answering.wording import about_the_letter, asks_for_difference, asks_for_notes, wants_to_know


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vat de brief samen.", "nl"),
        ("Geef de belangrijkste punten in drie zinnen.", "nl"),
        ("Kun je de brief samenvatten?", "nl"),
        ("Maak een samenvatting van deze Kamerbrief.", "nl"),
        ("Vat de brief in 3 punten samen.", "nl"),
        ("Waarover zijn het kabinet en de auteurs het oneens?", "nl"),
        ("Waarin verschillen het kabinet en de auteurs?", "nl"),
        ("Waar gaan deze brieven over?", "nl"),
        ("Vat alle brieven samen.", "nl"),
        ("tl;dr", "nl"),
        ("Summarise the letter.", "en"),
        ("Summarise all letters", "en"),
        ("What are these letters about?", "en"),
        ("Where do the authors and the cabinet disagree?", "en"),
    ],
)
def test_question_without_a_subject_is_about_the_whole_letter(text: str, language: str) -> None:
    assert about_the_letter(text, language) is True


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vat samen wat de brief over houtrot zegt.", "nl"),
        ("Waarover zijn kabinet en auteurs het bij brandverzekering oneens?", "nl"),
        ("Summarise what the letter says about wood rot.", "en"),
    ],
)
def test_question_with_a_subject_is_about_that(text: str, language: str) -> None:
    assert about_the_letter(text, language) is False


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Waarover zijn zij het oneens?", True),
        ("Wat is het verschil?", True),
        ("Where do they differ?", True),
        ("Where do they part ways?", True),
        ("Waarover zijn zij het eens?", False),
        ("Wat hebben zij gemeen?", False),
        ("Where do they agree?", False),
    ],
)
def test_asking_for_a_difference_is_told_from_asking_for_agreement(text: str, asked: bool) -> None:
    assert asks_for_difference(text) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In welk Kamerstuk staat dat?", True),
        ("Wat is de bron?", True),
        ("Naar welk rapport wordt verwezen?", True),
        ("Is er een link?", True),
        ("What is the source?", True),
        ("Which parliamentary paper is cited?", True),
        ("Hoeveel molens telt Nederland?", False),
        ("Hoeveel kokosnoten zijn er?", False),
        ("Waar staat de bronzen klok?", False),
        ("How many windmills are there?", False),
    ],
)
def test_asking_for_a_source_is_told(text: str, asked: bool) -> None:
    assert asks_for_notes(text) is asked


def test_what_somebody_wants_to_know_is_what_was_asked() -> None:
    assert wants_to_know("Wat wil Jansen weten over de sluizen?")
    assert not wants_to_know("Wat wil het kabinet met de sluizen?")
