"""How a file is set: line width, blank lines, what a heading or a list item looks like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.letters.readers.lines import Line

_TERMINAL = re.compile(r"[.!?:;…][»”\"’')\]]*(?:\[?\d{1,3}\]?\)?(?: \d{1,3})?)?$")
"""The end of a sentence, perhaps with a footnote marker glued to it."""
_BULLET = r"[•▪◦‣●*\ue000-\uf8ff]|[-–o](?= )"
"""Bullet signs; Word's own lie in the private use area."""
_ITEM = re.compile(rf"(?:{_BULLET}|(\()?(?P<number>\d{{1,2}}|[a-z]|[ivx]{{1,4}})(?P<close>[.)])(?= ))")
_NUMBER_ALONE = re.compile(rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*\.|\d{{1,2}}(?:\.\d{{1,2}})+|[a-z][.)]|{_BULLET})")
_HEADING_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[A-Za-z][.)])\s+")
_QUESTION_LABEL = re.compile(
    r"(?P<kind>vra(?:ag|gen)|antwoord(?:en)?)(?: op (?:de )?vra(?:ag|gen))?"
    r"(?:[ ,]*(?:\d{1,3}[a-z]?|en|t/m|tot en met))*\s?[:.]?",
    re.IGNORECASE,
)
_QUESTION_NUMBER = re.compile(r"\d{1,3}[a-z]?(?:(?:,| en|, ?en| t/m|-) ?\d{1,3}[a-z]?)*")
CAPTION = r"(?:Tabel|Figuur|Grafiek) \d+"
"""What a caption begins with."""
MAX_HEADING_WORDS = 16
_FLOW_SHARE = 0.15
"""A file is wrapped where at least this share of neighbouring lines run on in mid-sentence."""
_LOOSE_SHARE = 0.1
"""Blank lines say little where at least this share of them stand in mid-sentence."""
_LEAST_FULL, _MOST_FULL = 0.8, 0.95
"""Bounds, as shares of the width, on what counts as a full line: letters differ in width."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Measured over all lines of a file."""

    width: int
    """Characters of a full line."""
    full: float
    """Characters of the shortest line that the margin can have cut, with the next line's first word."""
    wrapped: bool
    """Lines are cut at the margin; else each line is a paragraph."""
    blank_lines_part: bool
    """Blank lines stand between paragraphs (else only indents and short lines do)."""
    blank_lines_stray: bool
    """Blank lines also stand within sentences, as where lines are double-spaced."""

    def ends_early(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would have fitted: the line was ended on purpose."""
        return not self.wrapped or _reach(line.text, following.text) < self.full

    def looks_like_heading(self, line: Line, following: Line, *, stands_out: bool) -> bool:
        """A bare short line without a full stop, with text under it that begins a sentence.

        `stands_out`: blank lines above and below show that it is no part of a paragraph.
        """
        if is_question_label(line.text):
            return True
        text = without_number(line.text)
        if not text or not text[0].isupper() or is_finished(line.text) or line.text.endswith((",", "-")):
            return False
        share = 1.05 if stands_out else 0.95 if text != line.text else 0.75
        if len(text.split()) > MAX_HEADING_WORDS or (self.wrapped and len(line.text) >= share * self.width):
            return False
        runs_on = following.text[0].islower() and not following.text.startswith(("http", "www."))
        return is_item(following.text) or not (runs_on or following.text[0] in ",;.)")


def measure(lines: Sequence[Line]) -> Layout:
    """The layout of a file; of no lines, a narrow unwrapped one."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths:
        return Layout(width=80, full=80, wrapped=False, blank_lines_part=True, blank_lines_stray=False)
    touching = [(a.text, b.text) for a, b in pairwise(lines) if a.text and b.text]
    filled = [index for index, line in enumerate(lines) if line.text]
    parted = [(lines[a].text, lines[b].text) for a, b in pairwise(filled) if b > a + 1 and not lines[b].starts_page]
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return Layout(
        width=width,
        full=_full(touching, width),
        wrapped=_flowing(touching) > _FLOW_SHARE * len(touching),
        blank_lines_part=len(parted) > len(lengths) / 25,
        blank_lines_stray=_flowing(parted) > _LOOSE_SHARE * len(parted),
    )


def _flowing(pairs: Sequence[tuple[str, str]]) -> int:
    return sum(_runs_on(above, below) for above, below in pairs)


def _runs_on(above: str, below: str) -> bool:
    return below[0].islower() and not is_finished(above)


def _reach(above: str, below: str) -> int:
    return len(above) + 1 + len(below.split(" ", 1)[0])


def _full(touching: Sequence[tuple[str, str]], width: int) -> float:
    """What the file's own lines in mid-sentence reach, but for the shortest twentieth of them."""
    reaches = sorted(_reach(above, below) for above, below in touching if _runs_on(above, below))
    usual = reaches[len(reaches) // 20] if reaches else width
    return min(max(usual - 0.03 * width, _LEAST_FULL * width), _MOST_FULL * width)


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _TERMINAL.search(text[-20:]) is not None


def is_item(text: str) -> bool:
    """Whether a line begins a list item."""
    return _ITEM.match(text) is not None


def is_lettered(text: str) -> bool:
    """Whether a line begins a list item with a dash or a letter: "– …", "a. …"."""
    item = _ITEM.match(text)
    return item is not None and (text[0] in "–o" or (item["number"] or "").isalpha())


def are_siblings(text: str, other: str) -> bool:
    """Whether two lines are neighbouring items of one list: "a) …" and "b) …", or two bullets."""
    one, two = _ITEM.match(text), _ITEM.match(other)
    if not one or not two or one.group("close") != two.group("close"):
        return False
    left, right = one.group("number"), two.group("number")
    if left is None or right is None or (len(left) > 1 and not left.isdigit()):
        return (left is None) == (right is None)
    if left.isdigit() and right.isdigit():
        return abs(int(left) - int(right)) == 1
    return not left.isdigit() and not right.isdigit() and abs(ord(left) - ord(right[0])) == 1


def without_number(text: str) -> str:
    """A heading without its number: "2.1 Kosten" is "Kosten"."""
    return _HEADING_NUMBER.sub("", text)


def without_sign(text: str) -> str:
    """A list item without its bullet, number or letter; another text as it is."""
    item = _ITEM.match(text)
    return text[item.end() :].lstrip() if item else text


def is_number_alone(text: str) -> bool:
    """Whether a line is only the number or bullet of what stands on the next line."""
    return _NUMBER_ALONE.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line is what stands above a table or figure: "Tabel 1. Kosten"."""
    return re.match(CAPTION, text) is not None and not is_finished(text)


def is_question_label(text: str) -> bool:
    """Whether a line is a label such as "Vraag 3" or "Antwoord op vragen 7, 8 en 9"."""
    return len(text) <= 60 and _QUESTION_LABEL.fullmatch(text) is not None


def is_answer_label(text: str) -> bool:
    """Whether a line is a label such as "Antwoord" or "Antwoord op vraag 3"."""
    return is_question_label(text) and text.casefold().startswith("antwoord")


def is_question_number(text: str) -> bool:
    """Whether a line is nothing but what a question may be labelled with: "3", "4 en 5"."""
    return _QUESTION_NUMBER.fullmatch(text) is not None
