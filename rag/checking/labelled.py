"""Numbered things that a claim names, held against what stands under that number: "neemt aanbeveling 2 over"."""

import re
from collections.abc import Mapping, Sequence

from rag.checking.alignment import Alignment, Source
from rag.checking.statement import Statement, read_statement
from rag.letters import Letter
from rag.letters.labels import NOUNS, Label, Named, Thing, find_labels, labels_of

_THIS: Mapping[str, Mapping[Thing, str]] = {
    "nl": {
        Thing.RECOMMENDATION: "deze aanbeveling",
        Thing.CONCLUSION: "deze conclusie",
        Thing.MEASURE: "deze maatregel",
        Thing.DECISION: "dit beslispunt",
    },
    "en": {
        Thing.RECOMMENDATION: "this recommendation",
        Thing.CONCLUSION: "this conclusion",
        Thing.MEASURE: "this measure",
        Thing.DECISION: "this decision point",
    },
}
"""How a letter calls under its heading what a claim calls by its number. What is asked has no view of its own."""
_NOUNS = {thing: re.compile(NOUNS[thing], re.IGNORECASE) for thing in _THIS["nl"]}
_ARTICLE = re.compile(r"\b(?:de|het|the) $", re.IGNORECASE)


def labels_claimed(text: str) -> tuple[Label, ...]:
    """The numbered things that a claim names, and a letter may take a stand on."""
    return tuple(label for one in _named(text) for label in one.labels)


def places_under(labels: Sequence[Label], letters: Mapping[str, Letter]) -> list[tuple[str, int]]:
    """The paragraphs of all letters that stand under one of these labels."""
    found = ((letter.id, labels_of(letter)) for letter in letters.values()) if labels else ()
    return [(name, number) for name, known in found for label in labels for number in known.get(label, ())]


def about(candidates: Sequence[Source], labels: Sequence[Label]) -> list[Source]:
    """The sentences that speak of one of these, all where none does: those under its heading, else those naming it."""
    if not labels:
        return list(candidates)
    under = [one for one in candidates if _stands_under(one, labels)]
    return under or [one for one in candidates if _names(one, labels)] or list(candidates)


def as_said_there(statement: Statement, sources: Sequence[Source]) -> Statement:
    """A claim in the letter's words for what it numbers, where its sources stand under the heading with that number."""
    text = statement.text
    for one in reversed(_named(text)):
        if len(one.labels) == 1 and any(_stands_under(source, one.labels) for source in sources):
            before = _ARTICLE.sub("", text[: one.start])
            this = _THIS[statement.language][one.labels[0].thing]
            text = f"{before}{this if before else this.capitalize()}{text[one.end :]}"
    return statement if text == statement.text else read_statement(text, statement.language)


def one_by_one(text: str) -> list[str]:
    """A claim about several numbers at once as a claim about each; any other as it is."""
    several = next((one for one in _named(text) if len(one.labels) > 1), None)
    if several is None:
        return [text]
    noun = _NOUNS[several.labels[0].thing].search(text[several.start : several.end])
    word = noun.group() if noun else text[several.start : several.end]
    return [f"{text[: several.start]}{word} {label.number}{text[several.end :]}" for label in several.labels]


def told_of_another(alignment: Alignment) -> str | None:
    """The words of a claim for a numbered thing of which its sources do not speak; None where there are none such."""
    text = alignment.statement.text
    for one in _named(text):
        if not all(any(_names(source, [label]) for source in alignment.sources) for label in one.labels):
            return text[one.start : one.end]
    return None


def _named(text: str) -> list[Named]:
    return [one for one in find_labels(text) if one.labels[0].thing in _THIS["nl"]]


def _stands_under(source: Source, labels: Sequence[Label]) -> bool:
    known = labels_of(source.letter)
    return any(source.paragraph.number in known.get(label, ()) for label in labels)


def _names(source: Source, labels: Sequence[Label]) -> bool:
    """Whether a sentence names one of these, or is it as an item of a list: "3. De huur is te hoog"."""
    text = source.sentence.text
    named = {label for one in find_labels(text) for label in one.labels}
    return any(label in named or re.match(rf"{label.number}[.)] ", text) for label in labels)
