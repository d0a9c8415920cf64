"""Questions that a letter puts and answers: which sentences only ask, and which paragraphs answer them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rag.letters.labels import Label, Thing, labels_of
from rag.letters.layout import is_question_number
from rag.letters.model import Letter, Paragraph, Voice
from rag.letters.sections import question_voice

_YES_NO = re.compile(r"^(?:Ja|Nee|Neen|Jazeker|Zeker)(?= *[,.;:–-]| (?:en|maar) |$)|^(?:Ja|Nee) ")


@dataclass(frozen=True, kw_only=True)
class Exchanges:
    """The questions of one letter, by the numbers of their paragraphs."""

    answers: Mapping[int, tuple[int, ...]]
    """By the paragraph of a question those that answer it; none where the letter leaves it open."""
    questions: Mapping[int, tuple[int, ...]]
    """By the first paragraph of an answer those of its questions."""


def asks(paragraph: Paragraph, index: int) -> bool:
    """Whether the sentence at `index` asks, or leads up to what is asked: it states nothing of the letter's own."""
    sentence = paragraph.sentences[index]
    if sentence.text.rstrip(" )").endswith("?"):
        return True
    labelled = paragraph.heading or ""
    is_labelled = any(question_voice(text) is Voice.PARLIAMENT for text in (labelled, paragraph.text))
    return sentence.voice is Voice.PARLIAMENT and (is_labelled or is_question_number(labelled))


def only_asks(paragraph: Paragraph, index: int) -> bool:
    """The same, but for a sentence that tells which questions there are: "twee vragen zijn open: wie betaalt?"."""
    sentence = paragraph.sentences[index]
    return asks(paragraph, index) and (sentence.voice is Voice.PARLIAMENT or ": " not in sentence.text)


def says_yes_or_no(text: str) -> bool:
    """Whether a sentence begins with the answer to a question, so that without that it says nothing."""
    return _YES_NO.match(text) is not None


def exchanges(letter: Letter) -> Exchanges:
    """The questions of a letter with their answers, by number where both have one, else by what stands below."""
    labels = labels_of(letter)
    by_number = {
        number: labels[Label(thing=Thing.ANSWER, number=label.number)]
        for label, numbers in labels.items()
        if label.thing is Thing.QUESTION and Label(thing=Thing.ANSWER, number=label.number) in labels
        for number in numbers
    }
    answers: dict[int, tuple[int, ...]] = {}
    for paragraph in letter.paragraphs:
        if _is_question(paragraph):
            answers[paragraph.number] = by_number.get(paragraph.number) or _below(letter, paragraph.number)
    questions: dict[int, tuple[int, ...]] = {}
    for asked, numbers in answers.items():
        for first in numbers[:1]:
            questions[first] = (*questions.get(first, ()), asked)
    return Exchanges(answers=answers, questions=questions)


def _is_question(paragraph: Paragraph) -> bool:
    places = range(len(paragraph.sentences))
    return "?" in paragraph.text and all(only_asks(paragraph, index) for index in places)


def _below(letter: Letter, number: int) -> tuple[int, ...]:
    """What stands below a question, up to the next question or heading."""
    rest = list(letter.paragraphs[number:])
    while rest and _is_question(rest[0]):
        rest.pop(0)
    below: list[int] = []
    for paragraph in rest:
        if _is_question(paragraph) or paragraph.heading != rest[0].heading:
            break
        below.append(paragraph.number)
    return tuple(below)
