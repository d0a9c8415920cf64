"""Names and numbers of a question that a letter does not hold are told, and no others."""

import pytest

from rag.answering.names import letter_terms, missing_names, never_mentioned
from rag.letters import Letter
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def missing(letter: Letter, lexicon: Lexicon, text: str, language: str = "nl") -> tuple[str, ...]:
    question = Question(text=text, language=language, earlier="")
    return missing_names(question, letter_terms(letter, language), lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel molens telt Nederland?",
        "Wat zegt de Erfgoedwet?",
        "Wat is er met korenmolen De Eendracht in Dokkum?",  # only in a note
        "Wat zegt staatssecretaris Uslu?",  # only in the signature
        "Is de brief uit Den Haag?",  # only in the head
        "Wat staat er onder Vergunningen?",  # only in a heading
        "Wat gebeurde er in 2019?",
        "Wat staat er in Kamerstuk 461?",
        "Wat wil het KABINET?",
    ],
)
def test_what_the_letter_holds_anywhere_is_not_missing(mills: Letter, lexicon: Lexicon, text: str) -> None:
    assert missing(mills, lexicon, text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hoeveel molens telt Portugal?", ("Portugal",)),
        ("Staan er molens in Portugal of in Noorwegen?", ("Portugal", "Noorwegen")),
        ("Staan er molens in Lisse of in Noorwegen?", ("Noorwegen",)),
        ("Wat gebeurde er in 1953?", ("1953",)),
    ],
)
def test_what_the_letter_nowhere_holds_is_told_as_typed(
    mills: Letter, lexicon: Lexicon, text: str, names: tuple[str, ...]
) -> None:
    assert missing(mills, lexicon, text) == names


@pytest.mark.parametrize(
    "text", ["", "Portugezen zeggen?", "Wat nu? Portugezen zeggen?", "In 12 dagen?", "hoe gaat het"]
)
def test_first_words_of_sentences_and_small_numbers_are_no_names(mills: Letter, lexicon: Lexicon, text: str) -> None:
    assert missing(mills, lexicon, text) == ()


def test_number_is_the_same_with_and_without_a_separator(mills: Letter, lexicon: Lexicon) -> None:
    assert missing(mills, lexicon, "Telt Nederland 1.200 molens?") == ()
    assert missing(mills, lexicon, "Telt Nederland 1200 molens?") == ()


def test_name_in_the_rendering_is_not_missing_for_an_english_question(
    mills: Letter, bees: Letter, lexicon: Lexicon
) -> None:
    text = "What do the windmills of the Netherlands and Portugal need?"
    assert missing(mills, lexicon, text, "en") == ("Portugal",)


def test_name_is_known_by_its_likely_translation(bees: Letter, lexicon: Lexicon) -> None:
    text = "What does the minister of Agriculture and Justice say?"
    assert missing(bees, lexicon, text, "en") == ("Justice",)


def test_letters_hold_their_own_names_only(mills: Letter, bees: Letter) -> None:
    assert "zwaluw" in letter_terms(mills, "nl") - letter_terms(bees, "nl")
    assert "klaver" in letter_terms(bees, "nl") - letter_terms(mills, "nl")


def test_terms_of_the_rendering_count_in_english_only(mills: Letter) -> None:
    assert "carpenter" in letter_terms(mills, "en")
    assert "carpenter" not in letter_terms(mills, "nl")


def unheard_of(letter: Letter, lexicon: Lexicon, text: str, language: str = "en") -> tuple[str, ...]:
    question = Question(text=text, language=language, earlier="")
    return never_mentioned(question, letter_terms(letter, language), lexicon)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What does the Dutch Bar Association say?", "en"),
        ("What do the Institutes say?", "en"),
        ("Can you say that in English?", "en"),
        ("Wat zegt de Orde?", "nl"),
        ("Kun je dat in het Engels zeggen?", "nl"),
    ],
)
def test_word_that_bodies_are_called_by_and_language_are_no_names(
    bees: Letter, lexicon: Lexicon, text: str, language: str
) -> None:
    assert unheard_of(bees, lexicon, text, language) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What does the Environmental Assessment Agency say?", ()),
        ("What does the Trimbos Institute say?", ("Trimbos",)),
        ("What does the Institute say of Portugal?", ("Portugal",)),
        ("What happened in 1953?", ("1953",)),
        ("What does the minister of Agriculture say?", ()),
    ],
)
def test_only_a_name_of_somebody_s_own_is_told_as_never_mentioned(
    bees: Letter, lexicon: Lexicon, text: str, names: tuple[str, ...]
) -> None:
    assert unheard_of(bees, lexicon, text) == names
