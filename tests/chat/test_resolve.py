"""Words that a model copied are found where they stand, whole and unbroken, or not at all."""

import pytest

from rag.answering.resolve import find_quote

TEXT = "Het kabinet vindt  het «minder zinvol» – zoals gezegd – om\u00a0verder te gaan. Dat kost € 1,2 miljoen (2021)."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("het «minder zinvol»", "het «minder zinvol"),
        ('HET "MINDER ZINVOL"', "het «minder zinvol"),
        ("“Het kabinet vindt het”", "Het kabinet vindt  het"),
        ("zinvol» - zoals gezegd - om verder te gaan.", "zinvol» – zoals gezegd – om\u00a0verder te gaan"),
        ("…verder te gaan. Dat kost…", "verder te gaan. Dat kost"),
        ("om ver\u00adder", "om\u00a0verder"),
        ("kost € 1,2 miljoen (2021)", "kost € 1,2 miljoen (2021)"),
    ],
)
def test_words_are_found_whatever_their_marks_and_spaces(quote: str, found: str) -> None:
    span = find_quote(quote, TEXT)
    assert span is not None
    assert TEXT[slice(*span)] == found


@pytest.mark.parametrize(
    "quote",
    [
        "Het kabinet vindt het zinvol",
        "Het kabinet … om verder te gaan",
        "abinet vindt het",
        "kost € 1,3 miljoen",
        "kost € 1,2 miljoe",
        "",
        " … ",
    ],
    ids=["a word left out", "two ends of a sentence", "half a word", "another number", "cut", "nothing", "signs only"],
)
def test_words_that_do_not_stand_there_are_not_found(quote: str) -> None:
    assert find_quote(quote, TEXT) is None
