"""Printed lines -> running text: wraps joined, line-end hyphens resolved."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rag.letters.readers.lines import Line
from rag.letters.readers.text import SOFT_HYPHENS

_CONJUNCTIONS = frozenset("en of dan tot noch als".split())
_PREFIXES = frozenset(
    "niet non ex oud mbo hbo wo vwo havo vmbo btw tbs ggz jgz wmo aow wao wia wlz pgb cao zzp tv pc".split()
)
"""Dutch spelling keeps the hyphen after these prefixes and initialisms."""
_NO_SOFT_HYPHENS = str.maketrans("", "", SOFT_HYPHENS)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_LOST_HYPHEN = "\ufffe"
"""What PDFium puts for any hyphen at a line's end, soft or not; it joins the two lines as well."""
_BROKEN = re.compile(rf"([^\s{_LOST_HYPHEN}]{{1,60}}){_LOST_HYPHEN}(?=([^\s{_LOST_HYPHEN}]{{1,60}}))")


class Hyphens:
    """Decides whether a hyphen at a line's end belongs to the word.

    The evidence is, in this order: what the layout shows, the words that the same text prints
    unbroken, Dutch spelling. With no evidence a hyphen is taken for a soft one, as it is in
    98 % of the breaks in official papers.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            unbroken = line.text.rsplit(" ", 1)[0] if line.text.endswith("-") else line.text
            self._words.update(word.lower() for word in _WORD.findall(unbroken))

    def link(self, left: str, right: str, *, real: bool) -> tuple[str, str]:
        """What is kept of `left`, a line that may end in a hyphen, and what stands between it and `right`."""
        if left.endswith(tuple(SOFT_HYPHENS)):
            return left, ""
        if not left.endswith("-") or left.endswith((" -", "--")) or left == "-":
            return left, " "
        first = right.split(" ", 1)[0]
        if real:
            return left, " "
        hyphen = self._hyphen(left[:-1], first)
        return left[:-1] + hyphen.rstrip(), hyphen[1:]

    def restore(self, text: str) -> str:
        """A text with the hyphens that an extractor took for soft ones, and without the soft ones."""
        return _BROKEN.sub(self._restored, text).translate(_NO_SOFT_HYPHENS)

    def _restored(self, match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - 200) : match.end(1)]
        return match[1] + ("-" if _IN_ADDRESS.search(before) else self._hyphen(match[1], match[2]))

    def _hyphen(self, left: str, right: str) -> str:
        """What stands between two parts of a word: a hyphen, one that a space follows, or nothing."""
        if right.lower().strip(",.;") in _CONJUNCTIONS:
            return "- "
        return "-" if self._keeps_hyphen(left, right) else ""

    def _keeps_hyphen(self, left: str, right: str) -> bool:
        stem = left.rsplit(" ", 1)[-1].lstrip("(«\"'‘“")
        tail = right.rstrip(".,;:)»!?\"'’”")
        joined, hyphened = (stem + tail).lower(), f"{stem}-{tail}".lower()
        if self._words[joined] != self._words[hyphened]:
            return self._words[hyphened] > self._words[joined]
        last = stem.rsplit("-", 1)[-1]
        if last[-1:].isdigit() or tail[:1].isdigit() or tail[:1].isupper():
            return True
        return (len(last) > 1 and last[-1].isupper()) or stem.lower() in _PREFIXES


def join_lines(lines: Sequence[Line], hyphens: Hyphens) -> str:
    """The lines as running text; joined lines are one space, but for those that keep a line of their own.

    No lines give an empty text.
    """
    texts: list[str] = []
    for line, following in pairwise(lines):
        linked = hyphens.link(line.text, following.text, real=line.hyphen_is_real)
        texts += (line.text, "\n") if following.own_line else linked
    texts += [line.text for line in lines[-1:]]
    return hyphens.restore("".join(texts))
