"""Stored answers -> scores, by question and summed up. Nothing is generated here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.answers import Answer, Config, Plan, read_answers, read_config, read_seconds, write_json
from evals.dataset import Question
from evals.metrics import METRICS, Scores, answer_scores
from evals.ranking import ALSO_RIGHT, NEEDED, ranking_scores
from evals.stats import Estimate, mean, rate
from rag.answering.model import Status
from rag.errors import InputError

SCORES = "scores.json"
ALL = "all"
"""Both languages, or every type of question."""
LANGUAGES = ("nl", "en")
Place = tuple[str, int]
"""A letter's id and the number of a paragraph."""


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A run with what each of its answers is worth."""

    plan: Plan
    config: Config
    answers: Mapping[str, Answer]
    scores: Mapping[str, Scores]
    seconds: Mapping[str, float]

    def estimate(self, metric: str, language: str = ALL, kind: str = ALL) -> Estimate | None:
        """The metric over the questions of a language and type; None where it applies to none of them."""
        asked = [
            question.id
            for question in self.plan.dataset.questions
            if language in (ALL, question.language) and kind in (ALL, question.type)
        ]
        return summed_up(metric, [self.scores[one][metric] for one in asked if metric in self.scores[one]])

    @property
    def kinds(self) -> list[str]:
        """The types of question, by name."""
        return sorted({question.type for question in self.plan.dataset.questions})


def summed_up(metric: str, values: Sequence[float]) -> Estimate | None:
    """A metric over questions, from what each scores; None over none."""
    if not values:
        return None
    return rate(values) if METRICS[metric].is_rate else mean(values)


def score(plan: Plan, folder: Path, encoder: str) -> Scored:
    """Score the answers stored in a folder, and store the scores beside them.

    Raises:
        InputError: the answers are of another dataset, letter or index, or one is missing, unknown or failed.
    """
    config = read_config(folder)
    _check_origin(plan, config, folder, encoder)
    answers = read_answers(folder)
    _check_complete(plan, answers, folder)
    found = {name: [(hit.letter, hit.paragraph) for hit in answer.retrieved] for name, answer in answers.items()}
    ranked = retrieval_scores(plan.dataset.questions, found)
    scores = {
        question.id: ranked.get(question.id, {}) | answer_scores(question, answers[question.id], plan.dataset.letters)
        for question in plan.dataset.questions
    }
    rounded = {name: {metric: round(value, 4) for metric, value in one.items()} for name, one in scores.items()}
    write_json(folder / SCORES, rounded)
    return Scored(plan=plan, config=config, answers=answers, scores=rounded, seconds=read_seconds(folder))


def _check_origin(plan: Plan, config: Config, folder: Path, encoder: str) -> None:
    for what, stored, wanted in (
        ("run", config.run, plan.name),
        ("dataset", config.dataset_sha256, plan.dataset.sha256),
        ("letters", config.letters, plan.letter_digests()),
        ("encoder", config.encoder, encoder),
        ("use_renderings", config.use_renderings, plan.use_renderings),
    ):
        if stored != wanted:
            raise InputError(
                f"The answers in {str(folder)!r} are of another {what}: {stored!r} instead of {wanted!r}. "
                "Generate them again: leave out --no-generate."
            )


def _check_complete(plan: Plan, answers: Mapping[str, Answer], folder: Path) -> None:
    asked = {question.id for question in plan.dataset.questions}
    failed = [name for name, answer in answers.items() if answer.status is Status.FAILED]
    for what, names in (
        ("have no answer", sorted(asked - answers.keys())),
        ("are answered but not asked", sorted(answers.keys() - asked)),
        ("failed", sorted(failed)),
    ):
        if names:
            first = ", ".join(names[:10])
            raise InputError(f"{folder}: {len(names)} questions {what}: {first}. Nothing is scored in part.")


def retrieval_scores(questions: Iterable[Question], found: Mapping[str, Sequence[Place]]) -> dict[str, Scores]:
    """What the paragraphs found, best first, are worth: of each question that needs a paragraph."""
    asked = [question for question in questions if question.needed]
    grades = {
        one.id: {_name(one.letter, place): NEEDED if place in one.all_needed else ALSO_RIGHT for place in one.right}
        for one in asked
    }
    scores = ranking_scores(grades, {one.id: [_name(*place) for place in found[one.id]] for one in asked})
    for one in asked:
        top = found[one.id][:5]
        is_there = all(any((one.letter, place) in top for place in group) for group in one.needed)
        scores[one.id]["all_needed@5"] = float(is_there)
    return scores


def _name(letter: str | None, paragraph: int) -> str:
    return f"{letter} §{paragraph}"
