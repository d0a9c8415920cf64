"""Questions that a letter puts, among the evidence: what answers them stands in their place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag.answering.evidence import Evidence, Place, standing_for
from rag.answering.intent import Wanted
from rag.answering.pointing import points_back
from rag.answering.request import Request
from rag.answering.response import decides
from rag.answering.scoring import relevance, value
from rag.answering.standing import tells_of_layout
from rag.letters import Letter, Paragraph, Voice
from rag.letters.exchanges import Exchanges, exchanges, only_asks, says_yes_or_no
from rag.retrieval.search import Hit

_NEAR = 2.0
"""Log-odds that a sentence of an answer may lose against its question and still be what answers."""
_SAME = 0.35
"""So much of what is asked a question of the letter must hold, for its yes or no to be an answer."""
_MOST_ASKED = 3
"""Sentences of a question that go before its answer."""
_MOST_ANSWERING = 3
"""Paragraphs of an answer that a found question brings along."""


def with_replies(hits: Sequence[Hit], letters: Mapping[str, Letter]) -> list[Hit]:
    """The hits, each question with the paragraphs of its answer behind it, each answer with its question."""
    known = {name: exchanges(letters[name]) for name in {hit.letter for hit in hits}}
    found: dict[tuple[str, int], Hit] = {(hit.letter, hit.paragraph): hit for hit in hits}
    for hit in hits:
        told = known[hit.letter]
        beside = (*told.answers.get(hit.paragraph, ())[:_MOST_ANSWERING], *told.questions.get(hit.paragraph, ()))
        for number in beside:
            found.setdefault((hit.letter, number), replace(hit, paragraph=number, footnote=None))
    return list(found.values())


class Replies:
    """The evidence of one question, in which answers stand for what was asked: how they begin, to a why in whole."""

    def __init__(self, request: Request) -> None:
        evidence, letters = request.evidence, request.letters
        self._letters = letters
        self._wanted, self._question = request.intent.wanted, request.bare.text
        self._every = {one.place: one for one in evidence}
        self._known: dict[str, Exchanges] = {name: exchanges(letters[name]) for name in {e.letter for e in evidence}}
        self.ranked = self._ranked(evidence)
        """What states something, best answer first: a question's worth goes to what answers it."""

    def asked_before(self, one: Evidence) -> tuple[Evidence, ...]:
        """The question without which the first words of an answer say nothing; empty for all else."""
        if one.index or not (says_yes_or_no(one.sentence.text) or points_back(one.sentence.text)):
            return ()
        asked = [
            self._every[place]
            for number in self._known[one.letter].questions.get(one.paragraph, ())
            for index in range(len(self._paragraph(one.letter, number).sentences))
            if (place := (one.letter, number, index)) in self._every
        ]
        if len(asked) <= _MOST_ASKED:
            return tuple(asked)
        return (max(asked, key=relevance),)

    def decided(self, one: Evidence) -> Evidence | None:
        """What the answer that a sentence is of decides on what was asked, where it is found; None for other sentences.

        That stands at its end as a rule, behind much that would be read as a yes.
        """
        told = self._known[one.letter].answers.values()
        numbers = next((answer for answer in told if one.paragraph in answer), ())
        own = [each for each in self._every.values() if each.letter == one.letter and each.paragraph in numbers]
        return next((each for each in own if decides(each.sentence.text)), None)

    def _ranked(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        own = [one for one in evidence if not self._asks(one) and not tells_of_layout(one.sentence.text)]
        stated = {one.place: one for one in own if not (self._questions(one) and says_yes_or_no(one.sentence.text))}
        for asked in filter(self._asks, evidence):
            for place in self._answer(asked, stated):
                beside = self._beside(asked, place)
                if place not in stated or relevance(stated[place]) < relevance(beside):
                    stated[place] = beside
        return tuple(sorted(stated.values(), key=lambda one: (-relevance(one), *one.place)))

    def _beside(self, asked: Evidence, place: Place) -> Evidence:
        """What answers a question, with the worth of that; a yes or no says what the question does."""
        sentence = self._paragraph(*place[:2]).sentences[place[2]]
        if says_yes_or_no(sentence.text):
            return replace(asked, paragraph=place[1], index=place[2], sentence=sentence)
        return standing_for(asked, place, sentence, self._wanted, self._question)

    def _answer(self, asked: Evidence, stated: Mapping[Place, Evidence]) -> list[Place]:
        """What stands for a question: how its answer begins, unless other words of that come as near and say more."""
        rest = self._paragraph(asked.letter, asked.paragraph)
        numbers = self._known[asked.letter].answers.get(asked.paragraph, ())
        if not numbers:
            behind = range(asked.index + 1, len(rest.sentences))
            return [(asked.letter, rest.number, index) for index in behind if not only_asks(rest, index)][:1]
        first = self._paragraph(asked.letter, numbers[0])
        if says_yes_or_no(first.sentences[0].text):
            return [(asked.letter, first.number, 0)] if value(asked, "window_coverage") >= _SAME else []
        own = [one for one in stated.values() if one.letter == asked.letter and one.paragraph in numbers]
        if any(relevance(asked) - relevance(one) <= _NEAR for one in own):
            return []
        told = len(first.sentences) if self._wanted is Wanted.REASON else _opening(first)
        return [(asked.letter, first.number, index) for index in range(told)]

    def _asks(self, one: Evidence) -> bool:
        return only_asks(self._paragraph(one.letter, one.paragraph), one.index)

    def _questions(self, one: Evidence) -> tuple[int, ...]:
        """The paragraphs of the questions that a sentence is the first to answer."""
        return () if one.index else self._known[one.letter].questions.get(one.paragraph, ())

    def _paragraph(self, letter: str, number: int) -> Paragraph:
        return self._letters[letter].paragraphs[number - 1]


def _opening(paragraph: Paragraph) -> int:
    """How many sentences an answer begins with, up to the first that the one who answers says for itself."""
    own = (index for index, one in enumerate(paragraph.sentences) if one.voice in (Voice.CABINET, Voice.NEUTRAL))
    return next(own, 0) + 1
