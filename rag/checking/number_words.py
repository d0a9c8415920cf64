"""Number words of Dutch and English -> values."""

import re
from fractions import Fraction

_UNITS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_SMALL = {word: value for words in _UNITS.values() for value, word in enumerate(words.split())}
_ROUND = {
    word: value for words in _TENS.values() for value, word in zip(range(20, 100, 10), words.split(), strict=True)
}
SCALES = {
    "honderd": 100, "hundred": 100, "duizend": 1_000, "thousand": 1_000, "miljoen": 10**6, "million": 10**6,
    "mln": 10**6, "miljard": 10**9, "billion": 10**9, "mld": 10**9, "bn": 10**9,
}  # fmt: skip
"""Words that multiply the number before them. The English billion is the Dutch miljard."""
ENGLISH_SCALES = frozenset({"hundred", "thousand", "million", "billion", "bn"})
"""With the others a comma is the decimal sign."""
FRACTIONS = {
    "helft": Fraction(1, 2), "half": Fraction(1, 2), "halve": Fraction(1, 2), "halves": Fraction(1, 2),
    "derde": Fraction(1, 3), "third": Fraction(1, 3), "thirds": Fraction(1, 3), "kwart": Fraction(1, 4),
    "quarter": Fraction(1, 4), "quarters": Fraction(1, 4), "vierde": Fraction(1, 4), "vijfde": Fraction(1, 5),
    "fifth": Fraction(1, 5), "fifths": Fraction(1, 5), "tiende": Fraction(1, 10), "tenth": Fraction(1, 10),
    "tenths": Fraction(1, 10), "zesde": Fraction(1, 6), "sixth": Fraction(1, 6), "sixths": Fraction(1, 6),
    "zevende": Fraction(1, 7), "seventh": Fraction(1, 7), "achtste": Fraction(1, 8), "eighth": Fraction(1, 8),
    "eighths": Fraction(1, 8), "driekwart": Fraction(3, 4), "tweederde": Fraction(2, 3),
}  # fmt: skip
"""Parts of a whole; most of them are ordinals too, and the words around tell which is meant."""
ORDINALS = {
    "eerste": 1, "first": 1, "tweede": 2, "second": 2, "derde": 3, "third": 3, "vierde": 4, "fourth": 4, "vijfde": 5,
    "fifth": 5, "zesde": 6, "sixth": 6, "zevende": 7, "seventh": 7, "achtste": 8, "eighth": 8, "negende": 9, "ninth": 9,
    "tiende": 10, "tenth": 10,
}  # fmt: skip
_ONE_AND_A_HALF = "anderhalf", "anderhalve"
_PIECE = re.compile(
    "|".join(sorted(["duizend", "honderd", "ën", "en", *_SMALL, *_ROUND], key=lambda word: (-len(word), word)))
)
WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
NUMBER_WORD = rf"(?:{_PIECE.pattern})+(?:-(?:{'|'.join(_SMALL)}))?"
"""What is made of number words alone; not everything that is has a value."""
_AND_A_HALF = re.compile(r"(?:(?P<whole>[^\W\d_]+) (?:en een|and a) )?(?:een )?hal(?:f|ve)(?: an?)?")
_COUNTED = r"(?:jaar|uur|procent|euro|miljoen|miljard|kilometer|meter|keer|weken|dagen|maanden)\b"
DEEMS = re.compile(
    r"\bacht(?= (?:de|het|een|dat|dit|deze|die|zich|ik|wij|hij|men|niet|geen|ook|echter|daarom)\b)"
    rf"|\b(?:ik|hij|zij|ze|wij|we|men|kabinet|regering|minister|staatssecretaris) acht\b(?! {_COUNTED})"
    rf"|\b(?:raad|commissie|auteurs|[A-Z]\w+) acht\b(?! (?:{_COUNTED}|\w+(?:en|s)\b))"
)
"""Dutch "acht" where it is no eight: "zij acht de bevoegdheid te ruim"."""


def word_value(word: str) -> Fraction | None:
    """The value of one number word, such as "drieëndertig", "forty-one" or "anderhalf"; None for any other word.

    The articles "een" and "a" are no numbers; "één" and "one" are. A half may stand behind it: "two and a half".
    """
    plain = word.casefold()
    if halved := _AND_A_HALF.fullmatch(plain):
        whole = word_value(halved["whole"]) if halved["whole"] else Fraction(0)
        return whole + Fraction(1, 2) if whole is not None else None
    if plain in _ONE_AND_A_HALF:
        return Fraction(3, 2)
    if plain in ("één", "eén", "one"):  # "Eén" begins a sentence
        return Fraction(1)
    if plain == "een":
        return None
    value = _english(plain) if "-" in plain else _SMALL.get(plain, _ROUND.get(plain))
    if value is None:
        value = _dutch(plain)
    return Fraction(value) if value is not None else None


def _english(word: str) -> int | None:
    """A hyphened ten and unit: forty-one."""
    ten, _, unit = word.partition("-")
    if ten in _ROUND and 0 < _SMALL.get(unit, 0) < 10:
        return _ROUND[ten] + _SMALL[unit]
    return None


def _dutch(word: str) -> int | None:
    """A Dutch number in one word: units stand before tens (eenentwintig), the rest from large to small."""
    pieces = _PIECE.findall(word)
    if len(pieces) < 2 or "".join(pieces) != word:
        return None
    total = current = 0
    for piece in pieces:
        if piece in ("en", "ën"):
            continue
        if piece in SCALES:
            current = max(current, 1) * SCALES[piece]
            if SCALES[piece] == SCALES["duizend"]:
                total, current = total + current, 0
        else:
            current += _SMALL.get(piece, 0) + _ROUND.get(piece, 0)
    return total + current


def digits_value(digits: str, decimal: str = "") -> Fraction:
    """A number in digits, Dutch or English: the last separator is a decimal one unless three digits follow it.

    So "1.234,5" and "1,234.5" are one number, and "1.200" is twelve hundred in both languages; "0.125" is an eighth.
    Where the language is known, `decimal` is its sign for it: with a comma "1,125" is little more than one.
    """
    plain = re.sub(r"[ \u00a0\u202f]", "", digits)
    marks = re.findall(r"[.,]", plain)
    head, mark, tail = plain.rpartition(marks[-1]) if marks else (plain, "", "")
    is_decimal = bool(mark) and (
        len(tail) != 3 or set(marks[:-1]) - {mark} != set() or head == "0" or marks == [decimal]
    )
    whole = re.sub(r"[.,]", "", head if is_decimal else plain)
    return Fraction(f"{whole}.{tail}") if is_decimal else Fraction(whole)
