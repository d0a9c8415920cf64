"""Numbered things that papers speak of and answer one by one: "aanbeveling 3", "the second conclusion", "vraag 4"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rag.letters.layout import is_answer_label, is_question_number
from rag.letters.model import Letter
from rag.letters.numbering import numbered, numbers_of


class Thing(StrEnum):
    """What is numbered."""

    ANSWER = "answer"
    QUESTION = "question"
    RECOMMENDATION = "recommendation"
    CONCLUSION = "conclusion"
    MEASURE = "measure"
    DECISION = "decision"


NOUNS: Mapping[Thing, str] = {
    Thing.ANSWER: r"(?:antwoord(?:en)?(?: op (?:de )?vra(?:ag|gen))?|answers?(?: to (?:the )?questions?)?)",
    Thing.QUESTION: r"(?:vra(?:ag|gen)|questions?)",
    Thing.RECOMMENDATION: r"(?:(?:deel)?aanbeveling(?:en)?|recommendations?)",
    Thing.CONCLUSION: r"(?:(?:deel)?conclusies?|conclusions?)",
    Thing.MEASURE: r"(?:maatregel(?:en)?|measures?)",
    Thing.DECISION: r"(?:beslispunt(?:en)?|decision points?)",
}
"""In the order in which they are looked for: an answer to a question is no question."""


@dataclass(frozen=True, kw_only=True)
class Label:
    """One of them."""

    thing: Thing
    number: int


@dataclass(frozen=True, kw_only=True)
class Named:
    """Where a text names some of them: `text[start:end]`."""

    labels: tuple[Label, ...]
    start: int
    end: int


_NUMBERED = {thing: numbered(noun, r"\d{1,2}(?![\w-]|[.,]\d|\s?%)") for thing, noun in NOUNS.items()}
_ORDINALS = (
    ("eerste", "first"),
    ("tweede", "second"),
    ("derde", "third"),
    ("vierde", "fourth"),
    ("vijfde", "fifth"),
    ("zesde", "sixth"),
    ("zevende", "seventh"),
    ("achtste", "eighth"),
    ("negende", "ninth"),
    ("tiende", "tenth"),
)
_NTH = {word: place for place, words in enumerate(_ORDINALS, start=1) for word in words}
_ORDINAL = {thing: re.compile(rf"\b({'|'.join(_NTH)}) {noun}(?!\w)", re.IGNORECASE) for thing, noun in NOUNS.items()}
_SEEN = 120
"""Characters at the beginning of a paragraph in which it can have a label."""
_THING = re.compile("|".join(NOUNS.values()), re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[:.(–-]|$)")
"""What stands behind a label that opens a paragraph, where that is not the beginning of a sentence about it."""


def find_labels(text: str) -> tuple[Named, ...]:
    """Where a text names numbered things, in its order."""
    found: list[Named] = []
    if not _THING.search(text):
        return ()
    for thing in NOUNS:
        places = [(one, numbers_of(one)) for one in _NUMBERED[thing].finditer(text)]
        places += [(one, (_NTH[one[1].lower()],)) for one in _ORDINAL[thing].finditer(text)]
        for match, numbers in places:
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                labels = tuple(Label(thing=thing, number=number) for number in numbers)
                found.append(Named(labels=labels, start=match.start(), end=match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def labels_of(letter: Letter) -> Mapping[Label, tuple[int, ...]]:
    """The paragraphs that stand under each label, by their headings or by how they begin.

    An answer without a number answers the question labelled last.
    """
    return _labels(tuple((one.number, one.heading, one.text[:_SEEN]) for one in letter.paragraphs))


@lru_cache(maxsize=256)
def _labels(openings: tuple[tuple[int, str | None, str], ...]) -> Mapping[Label, tuple[int, ...]]:
    """Of number, heading and beginning of each paragraph: a letter itself is not quickly told from another."""
    found: dict[Label, list[int]] = {}
    asked: tuple[Label, ...] = ()
    opened: tuple[Label, ...] = ()
    above: str | None = None
    for number, heading, beginning in openings:
        own, goes_on = _opening(beginning)
        if own or heading != above:
            opened = own if goes_on else ()
        above = heading
        labels = own or opened or _of_heading(heading, asked)
        asked = tuple(label for label in labels if label.thing is Thing.QUESTION) or asked
        for label in labels:
            found.setdefault(label, []).append(number)
    return {label: tuple(numbers) for label, numbers in found.items()}


def _of_heading(heading: str | None, asked: tuple[Label, ...]) -> tuple[Label, ...]:
    text = heading or ""
    if is_question_number(text):
        return tuple(label for one in find_labels(f"vraag {text}") for label in one.labels)
    named = find_labels(text)
    if not named and is_answer_label(text):
        return tuple(Label(thing=Thing.ANSWER, number=label.number) for label in asked)
    return named[0].labels if named else ()


def _opening(beginning: str) -> tuple[tuple[Label, ...], bool]:
    """The label that a paragraph begins with, and whether what is below it goes on under that."""
    named = next(iter(find_labels(beginning)), None)
    if named is None or named.start:
        return (), False
    return named.labels, _ENDS.match(beginning, named.end) is not None
