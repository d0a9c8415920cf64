"""The answers that are not what they should be, each beside its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.answers import Answer, Citation, Claim
from evals.dataset import Question
from evals.metrics import METRICS, is_right, is_verbatim, missing_facts
from evals.score import Scored
from rag.letters import Letter

_TELLING = (
    "citation_recall",
    "citation_precision",
    "fact_recall",
    "answer_strict",
    "false_answers",
    "false_refusals",
    "language_right",
    "voice_right",
    "must_not",
)
"""A question that scores less than it can on one of these is shown as failing."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words of a letter: where they stand, and what is to be said of them."""

    place: str
    """§3, §3 note 1, or a field of the letterhead; with the letter's id where several are in play."""
    remark: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Failure:
    """An answer that is not what it should be, beside its evidence."""

    question: Question
    answer: Answer
    fails: tuple[str, ...]
    needed: tuple[Passage, ...]
    """The needed paragraphs, each with the others that would do instead."""
    cited: tuple[Passage, ...]
    """The quotes, each with its holder and what is wrong with it."""
    remarks: tuple[str, ...]
    """What was to be said and is not, and the other way round."""

    @property
    def without_needed(self) -> str:
        """What stands in the place of needed paragraphs where there are none."""
        return "The letterhead says it." if self.question.answerable else "The letter does not say it."

    @property
    def outline(self) -> list[str]:
        """How the answer ended and was to end, what it says beside its text, and the remarks."""
        expected = " or ".join(status.value for status in self.question.expected)
        note = self.answer.note if self.answer.note != self.answer.text else None
        ended = f"status: {self.answer.status.value}, expected: {expected}"
        return [ended, *([f"note: {note}"] if note else []), *self.remarks]


def failures(run: Scored) -> list[Failure]:
    """The answers of the dev split that fail; of the frozen test nothing is shown one by one."""
    if run.plan.dataset.split == "test":
        return []
    letters = run.plan.dataset.letters
    return [
        _failure(question, run.answers[question.id], fails, letters)
        for question in run.plan.dataset.questions
        if (fails := _fails(run.scores[question.id]))
    ]


def _fails(scores: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(one for one in _TELLING if one in scores and scores[one] != float(METRICS[one].better == "more"))


def _failure(question: Question, answer: Answer, fails: tuple[str, ...], letters: Mapping[str, Letter]) -> Failure:
    return Failure(
        question=question,
        answer=answer,
        fails=fails,
        needed=tuple(_needed(question, answer, letters)),
        cited=tuple(_cited(one, claim, question, letters) for claim in answer.claims for one in claim.citations),
        remarks=tuple(_remarks(question, answer, fails)),
    )


def _remarks(question: Question, answer: Answer, fails: tuple[str, ...]) -> list[str]:
    found = [f"not said: {' / '.join(cues)}" for cues in missing_facts(question, answer)]
    if "must_not" in fails:
        found.append(f"must not be said: {' / '.join(question.must_not)}")
    if "voice_right" in fails and question.voice:
        found.append(f"held by: {question.voice.value}")
    return found


def _needed(question: Question, answer: Answer, letters: Mapping[str, Letter]) -> list[Passage]:
    """The paragraphs of the groups, in their order."""
    letter = letters.get(question.letter or "")
    cited = {one.paragraph for claim in answer.claims for one in claim.citations if one.letter == question.letter}
    found = []
    for group in question.needed:
        state = "cited" if cited & set(group) else "not cited"
        for number in group:
            instead = " or ".join(f"§{other}" for other in group if other != number)
            paragraph = letter.paragraph(number) if letter else None
            if letter and paragraph:
                remark = f"or {instead}, {state}" if instead else state
                found.append(Passage(place=_place(letter.id, number, letters), remark=remark, text=paragraph.text))
    return found


def _cited(citation: Citation, claim: Claim, question: Question, letters: Mapping[str, Letter]) -> Passage:
    holder = claim.voice.value + (f", endorsing the {claim.endorses.value}" if claim.endorses else "")
    wrong = [] if citation.paragraph is None or is_right(citation, question) else ["not a right place"]
    wrong += [] if is_verbatim(citation, letters) else ["not the letter's words"]
    place = _place(citation.letter, citation.paragraph, letters)
    extra = f" note {citation.footnote}" if citation.footnote is not None else ""
    where = place + extra if citation.paragraph is not None else f"{place} {citation.field}".strip()
    return Passage(place=where, remark="; ".join([holder, *wrong]), text=f"«{citation.quote}»")


def _place(letter: str, paragraph: int | None, letters: Mapping[str, Letter]) -> str:
    parts: Sequence[str] = (letter if len(letters) > 1 else "", f"§{paragraph}" if paragraph is not None else "")
    return " ".join(filter(None, parts))
