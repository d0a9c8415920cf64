"""Numbers are read by kind and value, however they are written, in Dutch and English."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.checking.number_words import digits_value, word_value
from rag.checking.numbers import Kind, Number, find_numbers, is_same


def only(text: str) -> Number:
    found = find_numbers(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("1.234,5 kilometer", "1,234.5 kilometres"),
        ("1.200 molens", "twelve hundred mills"),
        ("€ 4,5 miljoen", "4.5 million euros"),
        ("zes miljoen euro", "€6 million"),
        ("€ 1,5 miljard", "EUR 1.5 billion"),
        ("14 procent", "14 per cent"),
        ("7,6%", "7.6 percent"),
        ("1 juli 2025", "1 July 2025"),
        ("1 juli 2025", "July 1, 2025"),
        ("14-01-2022", "14 January 2022"),
        ("maart 2024", "March 2024"),
        ("artikel 78", "Article 78"),
        ("twaalf maanden", "one year"),
        ("anderhalf jaar", "18 months"),
        ("twee weken", "14 days"),
        ("twee derde van de woningen", "two-thirds of the homes"),
        ("de helft van de leden", "half of the members"),
        ("een kwart van de dag", "a quarter of the day"),
        ("drieëndertig huizen", "thirty-three houses"),
        ("honderdvijfenveertig mensen", "one hundred and forty-five people"),
        ("jaarlijks", "every year"),
        ("de tweede fase", "the second phase"),
        ("10 000 woningen", "10,000 homes"),
        ("daalt naar 100 000.", "falls to 100,000."),
        ("1 200 000 inwoners", "1,200,000 inhabitants"),
        ("12 200 000 inwoners", "12,200,000 inhabitants"),
        ("€ 12 500.", "€12,500."),
        ("12 500,75 euro", "12,500.75 euros"),
        ("een half jaar", "six months"),
        ("een half jaar", "half a year"),
        ("twee en een half jaar", "two and a half years"),
        ("driekwart van de molens", "three quarters of the mills"),
        ("tweederde van de molens", "two thirds of the mills"),
        ("er komen 2000 molens", "two thousand mills"),
        ("de bouw van 2000 kleine molens", "2,000 small mills"),
        ("€ 1,125 miljard", "€1.125 billion"),
        ("€ 1.125 miljoen", "€ 1,125 miljard"),
        ("5 mln. euro", "5 million euros"),
        ("In april 12 zaken", "12 cases"),
        ("in mei 40 zaken", "40 cases"),
        ("een op de vijf tochten", "one in five trips"),
        ("twee op de drie tochten", "two out of three trips"),
        ("een derde van de tochten", "one trip in three."),
        ("ruim een derde bleef weg", "over a third stayed away"),
        ("viervijfde van de vloot", "four fifths of the fleet"),
        ("een half miljard", "half a billion"),
        ("twee en een half miljoen euro", "two and a half million euros"),
        ("driehonderdduizend netten", "three hundred thousand nets"),
        ("1,4 miljoen per schip", "1.4 million a ship"),
        ("een tiende procentpunt", "a tenth of a percentage point"),
        ("anderhalf jaar", "a year and a half"),
        ("een halve eeuw", "half a century"),
        ("twintig jaar", "two decades"),
        ("72 uur", "three days"),
        ("elk halfjaar", "every six months"),
        ("een tariefgrens van 45 euro", "a 45-euro limit"),
        ("een zesde van de vloot", "17 per cent"),
    ],
)
def test_a_number_is_the_same_in_both_languages(dutch: str, english: str) -> None:
    assert is_same(only(dutch), only(english))
    assert is_same(only(english), only(dutch))


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        ("14 procent", "14 bijen"),
        ("€ 14", "14 bijen"),
        ("14 maanden", "14 weken"),
        ("artikel 14", "14 bijen"),
        ("6 miljoen euro", "6 miljard euro"),
        ("2 juli 2025", "1 juli 2025"),
        ("nr. 461", "461 brieven"),
        ("een derde van de leden", "twee derde van de leden"),
        ("maandelijks", "jaarlijks"),
        ("een half jaar", "half van de leden"),
        ("2000 molens", "in 2000 werden"),
        ("5 mln. euro", "5 mln. bijen"),
        ("een op de vijf tochten", "vijf tochten"),
        ("een derde van de vloot", "35 procent"),
        ("40 uur", "40 dagen"),
    ],
)
def test_another_kind_unit_or_value_is_another_number(claimed: str, found: str) -> None:
    assert not is_same(only(claimed), only(found))


def test_a_date_may_leave_out_what_the_letter_says_but_not_the_other_way_round() -> None:
    assert is_same(only("in 2025"), only("op 1 juli 2025"))
    assert is_same(only("in juli 2025"), only("op 1 juli 2025"))
    assert not is_same(only("op 1 juli 2025"), only("in 2025"))


def test_half_is_fifty_per_cent() -> None:
    assert is_same(only("de helft van de leden"), only("50%"))
    assert not is_same(only("de helft van de leden"), only("40%"))


@pytest.mark.parametrize(
    "text",
    ["de Tweede Kamer", "een molen", "ten minste", "ten hoogste", "a mill", "Kabinet", "",
     "zij acht de bevoegdheid te ruim", "De heer Otten acht verder onderzoek zinloos", "Het kabinet acht regels nodig"],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("De raad heeft acht leden.", 8),
        ("De Raad acht weken later.", 8 * 7),
        ("Het kabinet acht jaar later.", 8 * 12),
        ("Acht van hen.", 8),
    ],
)
def test_eight_stays_a_number(text: str, value: int) -> None:
    assert [number.value for number in find_numbers(text)] == [value]


def test_both_ends_of_a_range_are_read() -> None:
    assert [number.value for number in find_numbers("de periode 2024–2030")] == [2024, 2030]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("32 820, nr. 461", ["32820", "461"]),
        ("32 820 nr. 461", ["32820", "461"]),
        ("32 820 (R1234)", ["32820"]),
        ("32 820 XV", ["32820"]),
        ("zie 32 820", ["32820"]),
        ("Kamerstukken II 32 820, 32 821 en 32 822 gaan hierover", ["32820", "32821", "32822"]),
    ],
)
def test_papers_are_read_by_their_labels(text: str, labels: list[str]) -> None:
    assert [(one.kind, one.label) for one in find_numbers(text)] == [(Kind.PAPER, label) for label in labels]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("artikelen 3 en 13 EVRM", ["3", "13"]),
        ("Articles 3, 5 and 13 ECHR", ["3", "5", "13"]),
        ("artikelen 1:2 tot en met 1:4", ["1:2", "1:4"]),
    ],
)
def test_each_article_of_a_list_is_one(text: str, labels: list[str]) -> None:
    assert [(one.kind, one.label) for one in find_numbers(text)] == [(Kind.ARTICLE, label) for label in labels]


def test_what_follows_one_article_is_no_other() -> None:
    assert [one.kind for one in find_numbers("artikel 3 en 13 molens")] == [Kind.ARTICLE, Kind.COUNT]


@pytest.mark.parametrize("text", ["in 2021 werden", "de Wet inburgering 2021 kent", "sinds 2000 gelden", "in 2000"])
def test_a_year_stays_a_year(text: str) -> None:
    assert only(text).kind is Kind.DATE


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_digits_have_one_value_in_both_notations(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02d}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert digits_value(english) == digits_value(dutch) == Fraction(f"{whole}.{cents:02d}")


@given(st.integers(min_value=0, max_value=10**9))
def test_grouping_never_changes_a_whole_number(whole: int) -> None:
    assert digits_value(f"{whole:,}") == digits_value(f"{whole:,}".replace(",", ".")) == whole


@given(st.integers(min_value=21, max_value=99).filter(lambda value: value % 10))
def test_number_words_of_both_languages_agree(value: int) -> None:
    units = "nul een twee drie vier vijf zes zeven acht negen".split()
    tens = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
    english_units = "zero one two three four five six seven eight nine".split()
    english_tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    unit, ten = value % 10, value // 10 - 2
    joint = "ën" if units[unit].endswith("e") else "en"
    assert word_value(f"{units[unit]}{joint}{tens[ten]}") == value
    assert word_value(f"{english_tens[ten]}-{english_units[unit]}") == value


@given(st.text(max_size=200))
def test_any_text_gives_numbers_in_order_that_do_not_overlap(text: str) -> None:
    found = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(max_size=200))
def test_every_number_is_the_same_as_itself(text: str) -> None:
    assert all(is_same(number, number) for number in find_numbers(text))
