"""Numbers printed alike in a claim and in the letter before the network reads them together."""

from collections.abc import Sequence

from rag.checking.numbers import Kind, Number, find_numbers, is_same
from rag.letters.dates import MONTHS


def printed_alike(claim: str, texts: Sequence[str], language: str) -> tuple[str, list[str]]:
    """The claim and texts with counts in digits and dates in words, where one of the texts has them otherwise."""
    there = [(text[one.start : one.end], one) for text in texts for one in find_numbers(text)]
    other = [
        number
        for number in find_numbers(claim)
        if number.kind in (Kind.COUNT, Kind.DATE)
        and any(is_same(number, one) and printed != claim[number.start : number.end] for printed, one in there)
    ]
    if not other:
        return claim, list(texts)
    return _printed(claim, other, language), [_printed(text, other, "nl") for text in texts]


def _printed(text: str, which: Sequence[Number], language: str) -> str:
    for one in reversed(find_numbers(text)):
        if any(is_same(number, one) for number in which):
            text = f"{text[: one.start]}{_plain(one, text[one.start : one.end], language)}{text[one.end :]}"
    return text


def _plain(number: Number, printed: str, language: str) -> str:
    if number.kind is Kind.COUNT and number.value.denominator == 1:
        return str(number.value)
    if number.kind is Kind.DATE and number.day and 0 < number.month <= len(MONTHS[language]):
        return f"{number.day} {MONTHS[language][number.month - 1]} {number.value or ''}".rstrip()
    return printed
