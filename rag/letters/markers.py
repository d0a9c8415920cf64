"""Footnote markers: the small numbers that an extractor leaves in or behind the words of a text."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.letters.dates import MONTHS

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_STOPS = r".,;:)»”’!?\"'"
_SIGN = re.compile(
    rf"(?P<square>(?<!^)\[[0-9]{{1,3}}\])"
    rf"|(?P<raised>[{SUPERSCRIPTS}]{{1,3}})"
    rf"|(?P<bracket>(?:(?<=[^\W\d_])|(?<=[.?!»”’]) ?)[0-9]{{1,3}}\)(?=[\s.,;:?!]|$)"
    rf"|(?<=[^\W\d_] )[0-9]{{1,3}}\)(?=[.,;:?!]))"
    rf"|(?P<word>(?<=[^\W\d_])[0-9]{{1,3}}(?=[\s{_STOPS}]|$))"
    rf"|(?P<stop>(?<=[^0-9\s][)\]»”’\".,;:!?])[0-9]{{1,3}}(?=[\s.,;:)]|$))"
    rf"|(?P<figure>(?<=[0-9][0-9][.)»])[0-9]{{1,3}}(?=\s+[^\W\d_a-z]|\s*$))"
    rf"|(?P<year>(?<=(?<![0-9])(?:19|20)[0-9][0-9])[0-9]{{1,3}}(?![0-9]))"
    rf"|(?P<between>(?<=[a-z][.?!])[0-9]{{1,3}}(?=[^\W\d_a-z][a-z]))"
    rf"|(?P<spaced>(?<=[^0-9\s][.!?»”)] )[0-9]{{1,3}}(?=\s+[^\W\d_a-z]|\s*$))"
    rf"|(?P<loose>(?<=[^0-9\s][,;)] )[0-9]{{1,3}}(?= [a-z])|(?<= (?:19|20)[0-9][0-9] )[0-9]{{1,2}}(?= [a-z]|[,;]))",
    re.MULTILINE,
)
"""Every place where a marker can stand, strongest sign first.

Glued to a word, a closing sign (and the next word: "motie.20Gelet") or a four-digit year; in brackets or raised; or,
where an extractor put a space before it, between two sentences or (loose) after a comma or year.
"""
_BESIDE = re.compile(r"[ ,]{0,2}(?P<number>[0-9]{1,3})(?=[\s.,;]|$)")
_BEFORE_YEAR = re.compile(
    rf"(?:{'|'.join(MONTHS['nl'])}|in|van|vanaf|per|sinds|tot|jaar|uit|na|voor|over|begin|eind|medio|en|of|voorjaar"
    r"|najaar|zomer|winter) [0-9]{4}$",
    re.IGNORECASE,
)
"""So a year and not the number of a post box."""
_SYMBOL = re.compile(r"(?:^|[\s(])\(?[A-Z][A-Za-z]?$")


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A marker in the text at `place`: the characters `start` to `end` are the sign."""

    place: int
    start: int
    end: int
    is_bracketed: bool = False
    is_loose: bool = False
    """A bare number between spaces: a marker only where a note with that number is printed."""


class Markers:
    """All possible markers of some texts, to be taken by ascending number and place."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._found = _find(texts)

    def unasked(self, marker: Marker | None, number: int) -> Marker | None:
        """A marker, but for one in brackets in a question the next without, where there is one.

        Questions count what they refer to by themselves, and the answers begin at 1 again.
        """
        if marker is None or not marker.is_bracketed or "?" not in self._texts[marker.place]:
            return marker
        later = (one for one in self._found.get((number, False), ()) if one.place > marker.place)
        return next((one for one in later if not one.is_bracketed), marker)

    def asked(self, highest: int) -> list[Marker]:
        """The markers in brackets up to a number that stand in questions."""
        found = (marker for number in range(1, highest + 1) for marker in self._found.get((number, False), ()))
        return [marker for marker in found if marker.is_bracketed and "?" in self._texts[marker.place]]

    def first(self, number: int, after: Marker | None) -> Marker | None:
        """The first marker of a note behind `after`: beside it, else glued, else loose."""
        beside = _BESIDE.match(self._texts[after.place], after.end) if after else None
        if after and beside and int(beside.group("number")) == number:
            return Marker(place=after.place, start=beside.start("number"), end=beside.end("number"))
        position = (after.place, after.end) if after else (0, 0)
        for is_loose in (False, True):
            markers = self._found.get((number, is_loose), ())
            index = bisect_left(markers, position, key=lambda marker: (marker.place, marker.start))
            if index < len(markers):
                return markers[index]
        return None


def _find(texts: Sequence[str]) -> Mapping[tuple[int, bool], list[Marker]]:
    """The markers in reading order, by number and by whether they are loose."""
    found: defaultdict[tuple[int, bool], list[Marker]] = defaultdict(list)
    for place, text in enumerate(texts):
        if not any(character.isalpha() for character in text):  # a number that stands alone marks nothing
            continue
        for match in _SIGN.finditer(text):
            kind = match.lastgroup
            if kind in ("word", "bracket") and _is_symbol(text, match.start()):
                continue
            if kind == "year" and not _BEFORE_YEAR.search(text[max(0, match.start() - 20) : match.start()]):
                continue
            end = match.end()
            if kind == "bracket" and _closes(text, match.end()):
                end -= 1
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            marker = Marker(
                place=place,
                start=start,
                end=end,
                is_bracketed=kind == "bracket",
                is_loose=kind == "loose",
            )
            found[number_of(match.group()), marker.is_loose].append(marker)
    return found


def number_of(sign: str) -> int:
    """The number in a marker or before a note: bare, in brackets or raised."""
    return int(sign.translate(_PLAIN_DIGITS).strip("[] )"))


def _is_symbol(text: str, digit: int) -> bool:
    """Whether the digit belongs to a symbol of one or two letters, as in CO2, A12, m2 or N35."""
    before = text[max(0, digit - 4) : digit]
    return _SYMBOL.search(before) is not None or re.search(r"(?:^|\s)[a-z]{1,2}$", before) is not None


def _closes(text: str, end: int) -> bool:
    """Whether the bracket before `end` closes one that the text opened."""
    before = text[max(0, end - 200) : end - 1]
    return before.count("(") > before.count(")")
