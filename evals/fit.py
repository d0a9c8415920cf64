"""Fit the weights of `rag/answering/scoring.py`: `python -m evals.fit [--papers DOCUMENTS QUESTIONS NAME...]`.

On the development questions, and on questions about papers that the network was not taught with, in the form of
`rag/training/questions.py`. Prints the weights; a person puts them into the file; and how well those in use tell
whether to answer. The frozen questions are never read.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from sklearn.metrics import roc_auc_score
from torch.nn import functional

from evals.dataset import SUITES, Question, load
from evals.metrics import fold
from evals.opened import opened
from evals.papers import Paper, bare, bare_sentences, fuller, opened_paper, read_papers
from rag.answering.evidence import FEATURES, Evidence, across
from rag.answering.intent import Intent, Kind, classify
from rag.answering.names import letter_terms, missing_names
from rag.answering.reading import Reading
from rag.answering.scoring import answer_features, answerable
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Turn, understand
from rag.retrieval.search import Searcher
from rag.settings import Settings
from rag.store.index import Index
from rag.training.questions import LANGUAGES

ANSWERS, NEITHER, WRONG = 1.0, 0.5, 0.0
RIDGE, ANSWERABLE_RIDGE = 2e-3, 2e-4
PARAGRAPHS = 10
STEPS = 80


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found for one question."""

    evidence: tuple[Evidence, ...]
    intent: Intent
    names_unknown: bool
    """Whether the question has a name that the letter lacks."""
    is_across: bool
    """Whether it is in another language than what was read."""


@dataclass(frozen=True, kw_only=True)
class Case(Found):
    """The same with the truth about it."""

    truth: tuple[float, ...]
    """Per sentence ANSWERS, WRONG, or NEITHER for one that may be quoted but is not the answer."""
    is_answerable: bool


class Asker:
    """Reads what an index has for a question."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._reading, self._searcher, self._lexicon = Reading(index), Searcher(index), Lexicon()

    def ask(self, text: str, history: Sequence[Turn] = ()) -> Found | None:
        """What is found for a question; None if it is not on content."""
        question, intent = understand(text, history, vocabularies=self._index.vocabularies), classify(text)
        if question.language is None or intent.kind is not Kind.CONTENT:
            return None
        evidence = self._reading.read(question, intent, self._searcher.search(question, PARAGRAPHS))
        if not evidence:
            return None
        letter = self._index.letters[evidence[0].letter]
        terms = letter_terms(letter, question.language)
        return Found(
            evidence=evidence,
            intent=intent,
            names_unknown=bool(missing_names(question, terms, self._lexicon)),
            is_across=across(question.language, letter),
        )


def development_cases() -> Iterator[Case]:
    """The development questions of all sets; a needed paragraph's sentences that hold a fact are the answer."""
    for suite in SUITES:
        dataset = load(suite, "dev")
        has_renderings = any(letter.rendering for letter in dataset.letters.values())
        for use_renderings in (True, False) if has_renderings else (False,):
            with opened(dataset.letter_files, Settings(use_renderings=use_renderings)) as made:
                asker = Asker(made.index)
                for question in dataset.questions:
                    history = [Turn(role=turn.role, content=turn.content) for turn in question.history]
                    if found := asker.ask(question.question, history):
                        truth = tuple(_truth(one, question) for one in found.evidence)
                        yield _case(found, truth, is_answerable=question.answerable)


def _truth(one: Evidence, question: Question) -> float:
    if question.letter != one.letter or one.paragraph not in question.right:
        return WRONG
    cues = [cue for fact in question.facts for cue in fact.nl]
    is_told = one.paragraph in question.all_needed and any(fold(cue) in fold(one.sentence.text) for cue in cues)
    return ANSWERS if is_told else NEITHER


def paper_cases(documents: Path, questions: Path, names: Sequence[str]) -> Iterator[Case]:
    """Questions about papers, each paper an index of its own."""
    papers = read_papers(documents)
    rows = _rows(questions)
    for name in names:
        paper = papers[name]
        asked = (
            (row, bare_sentences(paper, row["answers"]), bare_sentences(paper, row["also"]))
            for row in rows
            if row["doc"] == name
        )
        yield from _asked_of(paper, name, asked)


def paired_cases(documents: Path, questions: Path, names: Sequence[str]) -> tuple[list[Case], list[Case]]:
    """Questions that papers leave open: asked of fuller papers, which answer them, and of the papers as they are.

    Only those for which somebody wrote what would be an answer. Nothing in a question tells the two apart.
    """
    papers = read_papers(documents)
    rows = [row for row in _rows(questions) if "told" in row]
    answered: list[Case] = []
    left_open: list[Case] = []
    for name in names:
        own = [row for row in rows if row["doc"] == name]
        more = fuller(papers[name], [row["told"] for row in own])
        answered += _asked_of(more, name, [(row, {bare(row["told"]["nl"])}, set()) for row in own])
        left_open += _asked_of(papers[name], name, [(row, set(), set()) for row in own])
    return answered, left_open


def _asked_of(paper: Paper, name: str, asked: Iterable[tuple[Mapping[str, Any], set[str], set[str]]]) -> Iterator[Case]:
    """Questions about one paper, each with the sentences that answer it and those that may be quoted too."""
    with opened_paper(paper, name) as made:
        asker = Asker(made.index)
        for row, right, allowed in asked:
            yield from _both_languages(asker, row, right, allowed)


def _rows(questions: Path) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]


def _both_languages(asker: Asker, row: Mapping[str, Any], right: set[str], allowed: set[str]) -> Iterator[Case]:
    for language in LANGUAGES:
        if found := asker.ask(str(row[language])):
            texts = [bare(one.sentence.text) for one in found.evidence]
            truth = tuple(ANSWERS if t in right else NEITHER if t in allowed else WRONG for t in texts)
            yield _case(found, truth, is_answerable=bool(right))


def _case(found: Found, truth: tuple[float, ...], *, is_answerable: bool) -> Case:
    return Case(**vars(found), truth=truth, is_answerable=is_answerable)


def fit_ranking(cases: Sequence[Case], *, is_read: bool) -> dict[str, float]:
    """Conditional logit (McFadden 1974): a sentence that answers against all others of its question."""
    asked = [case for case in cases if ANSWERS in case.truth and WRONG in case.truth]
    rows = [torch.tensor([[*one.features, *[one.log_odds] * is_read] for one in case.evidence]) for case in asked]
    truths = [torch.tensor(case.truth) for case in asked]

    def loss(weights: torch.Tensor) -> torch.Tensor:
        total = torch.zeros(())
        for row, truth in zip(rows, truths, strict=True):
            scores = row @ weights
            total = total + torch.logsumexp(scores[truth != NEITHER], 0) - torch.logsumexp(scores[truth == ANSWERS], 0)
        return total / len(rows)

    return dict(zip([*FEATURES, "READ"], _minimise(loss, len(FEATURES) + is_read, RIDGE), strict=False))


def fit_answerable(sets: Sequence[Sequence[Case]]) -> dict[str, float]:
    """Logistic regression: whether the letters answer. All sets of questions weigh alike."""
    cases = [case for own in sets for case in own]
    found = [answer_features(c.evidence, c.intent.wanted, names_unknown=c.names_unknown) for c in cases]
    rows = torch.tensor([list(one.values()) for one in found])
    truth = torch.tensor([float(case.is_answerable) for case in cases])
    counted = torch.tensor([1 / len(own) / len(sets) for own in sets for _ in own])

    def loss(weights: torch.Tensor) -> torch.Tensor:
        return functional.binary_cross_entropy_with_logits(rows @ weights, truth, weight=counted, reduction="sum")

    return dict(zip(found[0], _minimise(loss, rows.shape[1], ANSWERABLE_RIDGE), strict=True))


def told_apart(cases: Sequence[Case]) -> tuple[float, float]:
    """How well those with an answer are told from those without, and from themselves without the sentences that answer.

    Areas under the curve. The words of a question alone give away the first to a large part, and nothing of the second.
    """
    answered = [case for case in cases if case.is_answerable and {ANSWERS, WRONG} <= set(case.truth)]
    others = [case for case in cases if not case.is_answerable]
    return told_from(answered, others), told_from(answered, [_without_answer(case) for case in answered])


def told_from(answered: Sequence[Case], left_open: Sequence[Case]) -> float:
    """How well questions that are answered are told from those that are not: an area under the curve."""
    chances = [_chance(case) for case in (*answered, *left_open)]
    return float(roc_auc_score([1] * len(answered) + [0] * len(left_open), chances))


def _chance(case: Case) -> float:
    return answerable(case.evidence, case.intent.wanted, names_unknown=case.names_unknown, is_across=case.is_across)


def _without_answer(case: Case) -> Case:
    kept = [(one, truth) for one, truth in zip(case.evidence, case.truth, strict=True) if truth == WRONG]
    return replace(case, evidence=tuple(one for one, _ in kept), truth=tuple(truth for _, truth in kept))


def _minimise(loss: Callable[[torch.Tensor], torch.Tensor], count: int, ridge: float) -> list[float]:
    weights = torch.zeros(count, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=STEPS)

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        value = loss(weights) + ridge * (weights**2).sum()
        value.backward()
        return value

    optimiser.step(closure)
    return [round(float(one), 2) for one in weights.detach()]


def main() -> None:
    """Read the command line and print the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--papers", nargs="+", default=[], metavar="FILE", help="DOCUMENTS QUESTIONS NAME...")
    given = parser.parse_args()
    sets = {"development": list(development_cases())}
    pairs: dict[str, tuple[list[Case], list[Case]]] = {}
    if given.papers:
        documents, questions, names = Path(given.papers[0]), Path(given.papers[1]), given.papers[2:]
        for kind, own in _by_kind(names).items():
            sets[kind] = list(paper_cases(documents, questions, own))
            pairs[kind] = paired_cases(documents, questions, own)
    for name, cases in sets.items():
        without, taken_out = told_apart(cases)
        print(f"{name}: told from questions without an answer {without:.2f}, from the answer taken out {taken_out:.2f}")
    for name, both in pairs.items():
        print(f"{name}: told from the same question of a paper that leaves it open {told_from(*both):.2f}")
    cases = [case for own in sets.values() for case in own]
    print(f"{len(cases)} questions on content, {sum(case.is_answerable for case in cases)} of them with an answer")
    print("FIRST_LOOK", fit_ranking(cases, is_read=False))
    print("RELEVANCE", fit_ranking(cases, is_read=True))
    print("ANSWERABLE", fit_answerable([*sets.values(), *([*answered, *left] for answered, left in pairs.values())]))


def _by_kind(names: Sequence[str]) -> dict[str, list[str]]:
    """Excerpts of papers, and letters that were written to train on: these name themselves."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        kinds.setdefault("letters" if name.startswith("brief-") else "papers", []).append(name)
    return kinds


if __name__ == "__main__":
    main()
