"""Sentences that say what they are about are told from those that point back."""

import pytest

from rag.answering.standing import is_label, is_numbered_heading, stands_alone


@pytest.mark.parametrize(
    "text",
    [
        "De Tweede Kamer ontvangt in mei een brief.",
        "Het kabinet neemt de verplichte brandverzekering niet over.",
        "De auteurs stellen vast dat Nederland nog 1.200 molens telt.",
        "Molenaars die bescherming zoeken, krijgen subsidie.",
        "Met deze brief geeft het kabinet zijn reactie.",
        "Hierbij bied ik uw Kamer de reactie van dit kabinet aan.",
        "Het kabinet wil daarom een open dag.",
        "",
    ],
)
def test_sentence_that_says_what_it_is_about_stands_alone(text: str) -> None:
    assert stands_alone(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Dat is te duur.",
        "De tweede acht het kabinet niet nodig.",
        "De eerste aanbeveling neemt het kabinet over.",
        "De meerderheid verwerpt dat voorstel, omdat het te duur is.",
        "Het kabinet volgt die keuze.",
        "Het kabinet acht die gevolgtrekking te stellig.",
        "Het kabinet heeft bezwaren tegen dit plan.",
        "De molenaars zijn daartegen.",
        "Het kabinet onderschrijft dit.",
        "Tegelijkertijd wil het kabinet een open dag.",
        "Over de wieken merkt het kabinet het volgende op.",
    ],
)
def test_sentence_that_points_back_or_on_does_not(text: str) -> None:
    assert stands_alone(text) is False


@pytest.mark.parametrize("text", ["Maandag 3 maart 2025.", "Variant B (sober).", "12 april:"])
def test_day_or_name_of_what_follows_is_a_label(text: str) -> None:
    assert is_label(text)


def test_sentence_that_holds_a_day_is_no_label() -> None:
    assert not is_label("Op 3 maart 2025 sloot de sluis.")


def test_numbered_words_without_a_verb_are_a_heading() -> None:
    assert is_numbered_heading("4. Onderhoud van de sluizen.")
    assert not is_numbered_heading("4. De sluizen zijn gesloten.")
