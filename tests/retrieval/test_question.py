"""A question is read for its language, for what it goes on from, and for its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.retrieval.language import detect_language, tells_language, wished_language
from rag.retrieval.question import Question, Turn, nearest_word, term_weights, understand

VOCABULARY = {"verdrag": 9, "verband": 2, "kabinet": 5, "opzeggen": 3, "zzopzeg": 4, "fietspad": 1, "kosten": 2}


def user(text: str) -> Turn:
    return Turn(role="user", content=text)


def question(text: str, earlier: str = "") -> Question:
    return Question(text=text, language="nl", earlier=earlier)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wil het kabinet het verdrag opzeggen?", "nl"),
        ("Waarom niet?", "nl"),
        ("Does the cabinet want to terminate the treaty?", "en"),
        ("Why not?", "en"),
        ("Was de raad unaniem?", "nl"),
        ("Was Jansma voorzitter?", "nl"),
        ("Was Jansma the chair?", "en"),
        ("Was it agreed?", "en"),
        ("Was ist das?", None),
        ("Warum wird das Abkommen nicht von der Regierung gekündigt?", None),
        ("Pourquoi le gouvernement ne veut-il pas dénoncer la convention sur les réfugiés ?", None),
        ("لماذا لا تريد الحكومة إلغاء الاتفاقية؟", None),
        ("政府为什么不想终止条约？", None),
    ],
)
def test_language_is_told_by_the_small_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language


FOREIGN = [
    "Kto podpisał ten list?",
    "¿Quién firmó la carta?",
    "Chi ha firmato la lettera?",
    "Hvem skrev under brevet?",
    "Wer hat den Brief unterschrieben?",
    "Hat das Kabinett zugestimmt?",
    "Die Regierung hat das Abkommen gekündigt?",
    "Bu mektubu kim imzaladı?",
    "Quem assinou a carta?",
    "Dlaczego rząd nie chce wypowiedzieć konwencji?",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_third_language_is_told_by_the_shape_of_the_words(text: str) -> None:
    assert detect_language(text) is None
    assert detect_language(text, {"nl": {"hat": 1}, "en": {"ten": 1, "list": 1, "under": 1, "carta": 1}}) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hervestiging migratie afspraken", "nl"),
        ("waterbesparing grootverbruikers jaar", "nl"),
        ("kabinent vluchtelingverdrag opzegen", "nl"),
        ("Wie is Ursula von der Leyen?", "nl"),
        ("asylum seekers reception region", "en"),
        ("cabnet asylm refugee convntion", "en"),
        ("social media minimum age", "en"),
        ("Moldova asylum inflow", "en"),
        ("pacta sunt", "en"),
        ("Hi", "en"),
        ("Hoi", "nl"),
        ("Hallo", "nl"),
        ("Summarise", "en"),
        ("samenvatting", "nl"),
        ("Vat samen", "nl"),
    ],
)
def test_keywords_names_and_slips_are_no_third_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_words_of_the_letters_are_no_third_language() -> None:
    text = "Bundesamt für Migration"
    assert detect_language(text) is None
    assert detect_language(text, {"nl": {"bundesamt": 1, "migration": 1}, "en": {}}) == "nl"


def test_bare_keywords_are_told_by_the_words_of_the_letters() -> None:
    vocabularies = {"nl": {"kosten": 1, "fietspad": 1}, "en": {"cost": 1, "railway": 1}}
    assert detect_language("kosten fietspad", vocabularies) == "nl"
    assert detect_language("railway costs", vocabularies) == "en"


def test_particles_of_a_surname_tell_no_language() -> None:
    assert detect_language("was the Van der Meer proposal carried?") == "en"
    assert detect_language("is het voorstel Van der Meer aangenomen?") == "nl"


def test_asked_language_wins() -> None:
    assert understand("Wat kost het?", language="en").language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [("Summarise brief-wegen", "en"), ("Vat the-roads samen", "nl"), ("Summarise Wegen voor de brief", "en")],
)
def test_name_of_a_letter_does_not_tell_the_language(text: str, language: str) -> None:
    assert understand(text, names=("brief-wegen", "the-roads", "Wegen voor de brief")).language == language


@pytest.mark.parametrize("text", ["§9", "help", "brief-wegen", "tl;dr", "?"])
def test_question_without_a_language_has_that_of_the_conversation_and_else_the_one_given(text: str) -> None:
    def language(history: list[Turn], otherwise: str = "nl") -> str | None:
        return understand(text, history, names=("brief-wegen",), otherwise=otherwise).language

    assert language([]) == "nl"
    assert language([], "en") == "en"
    assert language([user("What does the cabinet say?"), user("§3")]) == "en"
    assert language([user("Wat zegt het kabinet?"), user("§3")], "en") == "nl"
    assert language([user("Wat zegt het kabinet?"), user("In English, please")]) == "en"


@pytest.mark.parametrize(("text", "tells"), [("§9", False), ("help", False), ("", False), ("help me", True)])
def test_words_of_either_language_tell_none(text: str, tells: bool) -> None:
    assert tells_language(text) is tells


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Can you say that in English?", "en"),
        ("In English, please.", "en"),
        ("Translate this to English", "en"),
        ("English?", "en"),
        ("Can I have it in Dutch?", "nl"),
        ("in het Nederlands graag", "nl"),
        ("Kun je dat in het Engels zeggen?", "en"),
        ("En nu in het Nederlands, s.v.p.", "nl"),
        ("Vertaal dat naar het Engels", "en"),
        ("What does the letter say about English?", None),
        ("Is er onderwijs in het Engels?", None),
        ("What did the Dutch say?", None),
        ("", None),
    ],
)
def test_wish_for_a_language_is_told_from_a_question_about_it(text: str, language: str | None) -> None:
    assert wished_language(text) == language


def test_wish_for_the_other_language_asks_the_question_before_again() -> None:
    before = "Legt het kabinet een nieuw fietspad aan langs het spoor?"
    read = understand("Can you say that in English?", [user(before), Turn(role="assistant", content="Ja [§1]")])
    assert (read.text, read.language, read.answer_in) == (before, "nl", "en")
    back = understand("In het Nederlands graag", [user(before), user("In English, please")])
    assert (back.text, back.language, back.answer_in) == (before, "nl", "nl")


def test_wish_for_a_language_with_nothing_before_it_stays_what_it_is() -> None:
    read = understand("In English, please")
    assert (read.text, read.language, read.answer_in) == ("In English, please", "en", None)


def test_follow_up_does_not_lean_on_a_wish_for_a_language() -> None:
    before = "Legt het kabinet een nieuw fietspad aan langs het spoor?"
    assert understand("And why?", [user(before), user("In English, please")]).earlier == before


def test_white_space_and_control_characters_are_taken_out() -> None:
    assert understand(" Wat\0 kost\n\nhet\x1b? \ud800").text == "Wat kost het ?"


def test_full_question_stands_by_itself() -> None:
    read = understand("Wat kost de aanleg van het fietspad langs het spoor?", [user("Wil het kabinet opzeggen?")])
    assert read.earlier == ""
    assert read.standalone == read.text


@pytest.mark.parametrize("text", ["En waarom?", "Wat kost dat?", "Wanneer begint het daarmee?"])
def test_follow_up_goes_on_from_the_last_question(text: str) -> None:
    history = [user("Wie meet het drinkwater?"), user("Legt het kabinet een nieuw fietspad aan langs het spoor?")]
    read = understand(text, [*history, Turn(role="assistant", content="Ja [§1]")])
    assert read.earlier == "Legt het kabinet een nieuw fietspad aan langs het spoor?"
    assert read.standalone == f"{read.earlier} {text}"


def test_follow_up_on_a_follow_up_reaches_back_to_what_it_is_about() -> None:
    full = "Legt het kabinet een nieuw fietspad aan langs het spoor?"
    read = understand("En wie betaalt dat?", [user(full), user("En waarom?")])
    assert read.earlier == f"{full} En waarom?"


def test_chain_of_follow_ups_is_followed_three_back() -> None:
    read = understand("En dan?", [user(f"En {number}?") for number in range(5000)])
    assert read.earlier == "En 4997? En 4998? En 4999?"


def test_blank_and_repeated_turns_change_nothing() -> None:
    full = "Legt het kabinet een nieuw fietspad aan langs het spoor?"
    history = [user(full), user("Wie meet het drinkwater in Nederland elke dag?"), user(full), user(" \n")]
    assert understand("En waarom?", history).earlier == full


def test_long_earlier_question_is_cut() -> None:
    assert len(understand("En waarom?", [user("fietspad " * 9000)]).earlier) == 500


def test_words_of_the_question_weigh_more_than_those_before() -> None:
    weights = term_weights(question("Wat kost dat?", "Legt het kabinet het fietspad aan?"), VOCABULARY)
    assert weights == {"kosten": 1.0, "kabinet": 0.5, "fietspad": 0.5}


def test_stem_weighs_less_than_the_word() -> None:
    assert term_weights(question("opzeggen"), VOCABULARY) == {"opzeggen": 1.0, "zzopzeg": 0.4}


def test_typo_is_searched_for_as_the_word_it_misspells() -> None:
    assert term_weights(question("Hoe luidt het verdarg?"), VOCABULARY) == {"verdrag": 0.8}


def test_word_that_occurs_nowhere_is_not_searched_for() -> None:
    assert term_weights(question("Wat zegt de olifant?"), VOCABULARY) == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("verdarg", "verdrag"),
        ("kabinett", "kabinet"),
        ("fietspda", "fietspad"),
        ("verdrga", "verdrag"),
        ("kos", None),  # too short to tell
        ("fiets2021", None),  # no word
        ("zopzeg", None),  # stems are no words
        ("olifant", None),
    ],
)
def test_nearest_word_is_within_a_slip(typed: str, meant: str | None) -> None:
    assert nearest_word(typed, VOCABULARY) == meant


def test_commonest_of_equally_near_words_is_taken_and_then_the_first() -> None:
    assert nearest_word("bakken", {"bakker": 1, "balken": 7}) == "balken"
    assert nearest_word("bakken", {"balken": 1, "bakker": 1}) == "bakker"


def test_nothing_is_near_in_an_empty_vocabulary() -> None:
    assert nearest_word("verdrag", {}) is None


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_question_is_read_the_same_each_time(text: str, earlier: list[str]) -> None:
    history = [user(one) for one in earlier]
    read = understand(text, history, "nl")
    assert read == understand(text, history, "nl")
    assert term_weights(read, VOCABULARY) == term_weights(read, VOCABULARY)
