"""What a step of training draws from what is taught, and how far the network is from having learned it."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from rag.checking.proof import MAX_CLAIM_TOKENS
from rag.training.claims import Claimed, Group, text_of, twins
from rag.training.everyday import Teacher, order_loss
from rag.training.heads import support
from rag.training.perturb import claims_from
from rag.training.questions import Item, Paper, Window
from rag.training.student import Student

SCALE = 20.0
"""Cosines are multiplied by this before the softmax, as in the distillation."""
OWN_WINDOWS, CHANCE_WINDOWS = 24, 12
"""Of each paper of a step, and of all papers by chance; to a question those of other papers are foreign."""
NEAR_NEGATIVES, WORDY_NEGATIVES, FOREIGN_NEGATIVES = 3, 3, 1
"""Of each question: how many of its paper's other sentences by nearness, how many by the words they share with it, and
how many of other papers."""
ALSO_TARGET = 0.7
"""Truth of a sentence that one may quote but need not."""
TOLD = 0.7
"""Share of the times that a question without an answer is read with what would be one, where that was written: else its
own words come to tell that it has none.
"""
GROUPS_A_PAPER, TWINS, ALIGNED_A_PAPER = 10, 2, 4
ELSEWHERE = 0.6
"""Share of the claims that are also held against another sentence."""
AMONG_OTHERS = 0.35
"""Share of the claims whose text has another sentence of the paper beside it, as a check reads two or three at once."""
RENDERED = 0.3
"""Share of the times that a paper with an English rendering is read in that."""
LEAST_ENGLISH = 3
"""Questions in English that are asked together of a rendering."""
EVERYDAY_A_PAPER, OFFICIAL_A_PAPER, RENDERED_A_PAPER, GRADED_A_PAPER = 8, 6, 4, 10
"""For each paper of a step."""
BOUND_WEIGHT, ANSWER_WEIGHT, CHOICE_WEIGHT = 0.25, 2.0, 0.7
CLAIM_WEIGHT, TWIN_WEIGHT, WORD_WEIGHT, WRONG_WORD_FACTOR = 1.0, 0.7, 1.0, 3.0
TEACHER_WEIGHT, NEAREST_WEIGHT, GRADED_WEIGHT = 5.0, 0.3, 0.15
NEVER = -1e9


@dataclass(kw_only=True)
class Lessons:
    """What is taught."""

    papers: dict[str, Paper]
    groups: list[Group]
    everyday: list[tuple[str, str]]
    official: list[tuple[str, str]]
    graded: Sequence[Any]
    windows: list[tuple[str, Window]] = field(init=False)
    rendered: list[tuple[str, str]] = field(init=False)
    """English and Dutch of the sentences of papers that have a rendering."""

    def __post_init__(self) -> None:
        self.windows = [(name, window) for name, paper in self.papers.items() for window in paper.windows]
        self.rendered = [pair for paper in self.papers.values() for pair in paper.pairs()]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Questions about one paper, or about its rendering."""

    doc: str
    paper: Paper
    items: Sequence[Item]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """The questions about one paper against windows."""

    asked: Asked
    own: Sequence[Window]
    foreign: Sequence[Window]
    scores: torch.Tensor
    """Scaled cosines, [questions, own and then foreign windows]."""


def in_some_language(lessons: Lessons, doc: str, items: Sequence[Item]) -> Asked:
    """Questions of a paper, or now and then those in English of its rendering: nobody asks Dutch ones of it."""
    paper = lessons.papers[doc]
    english = [item for item in items if item.language == "en"]
    if paper.english and len(english) >= LEAST_ENGLISH and random.random() < RENDERED:
        return Asked(doc=doc, paper=paper.english, items=english)
    return Asked(doc=doc, paper=paper, items=items)


def compare(student: Student, lessons: Lessons, step: Sequence[Asked]) -> list[Compared]:
    """Hold questions about papers against windows that answer one of them, others of their paper, and foreign ones."""
    held = [(asked.doc, window) for asked in step for window in _windows(asked)]
    held += random.sample(lessons.windows, min(CHANCE_WINDOWS, len(lessons.windows)))
    questions = [item.text for asked in step for item in asked.items]
    vectors = student.encode(questions + [window.text for _, window in held])
    scores = SCALE * vectors[: len(questions)] @ vectors[len(questions) :].T
    found = []
    for asked, rows in zip(step, torch.split(scores, [len(asked.items) for asked in step]), strict=True):
        order = sorted(range(len(held)), key=lambda place: held[place][0] != asked.doc)
        own = sum(doc == asked.doc for doc, _ in held)
        windows = [held[place][1] for place in order]
        found.append(Compared(asked=asked, own=windows[:own], foreign=windows[own:], scores=rows[:, order]))
    return found


def _windows(asked: Asked) -> list[Window]:
    wanted = frozenset[str]().union(*(item.answers | item.also for item in asked.items))
    answering = [window for window in asked.paper.windows if window.keys & wanted]
    others = [window for window in asked.paper.windows if not window.keys & wanted]
    own = random.sample(answering, min(len(answering), 2 * OWN_WINDOWS // 3))
    return own + random.sample(others, min(len(others), OWN_WINDOWS - len(own)))


def vector_loss(compared: Compared, bound: torch.Tensor) -> torch.Tensor:
    """How far the questions are from finding their windows, and those without an answer from finding none."""
    scores, items = compared.scores, compared.asked.items
    right = torch.zeros(scores.shape, dtype=torch.bool)
    allowed = right.clone()
    for row, item in enumerate(items):
        for column, window in enumerate(compared.own):
            right[row, column] = bool(window.keys & item.answers)
            allowed[row, column] = bool(window.keys & item.also) and not right[row, column]
    found, empty = right.any(dim=1), torch.tensor([not item.answers for item in items])
    right, allowed, found, empty = (one.to(scores.device) for one in (right, allowed, found, empty))
    loss = torch.zeros((), device=scores.device)
    if found.any():
        among = torch.logsumexp(scores.masked_fill(allowed, NEVER), dim=1)[found]
        loss = loss + (among - torch.logsumexp(scores.masked_fill(~right, NEVER), dim=1)[found]).mean()
        best = scores.masked_fill(~right, NEVER).max(dim=1).values[found]
        loss = loss + BOUND_WEIGHT * functional.softplus(bound - best).mean()
    if empty.any():
        loss = loss + BOUND_WEIGHT * functional.softplus(scores.max(dim=1).values[empty] - bound).mean()
    return loss


@dataclass(frozen=True, kw_only=True)
class ToRead:
    """A question with the sentences that it is read with, and how far each answers it."""

    question: str
    truths: Sequence[tuple[str, float]]
    """1.0, `ALSO_TARGET` or 0.0."""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The question with each sentence."""
        return [(self.question, sentence) for sentence, _ in self.truths]


def answer_loss(odds: torch.Tensor, questions: Sequence[ToRead]) -> torch.Tensor:
    """How far log-odds of all pairs are from telling sentences that answer from those that merely come near."""
    goal = torch.tensor([truth for one in questions for _, truth in one.truths], device=odds.device)
    loss = ANSWER_WEIGHT * functional.binary_cross_entropy_with_logits(odds, goal)
    mine, truth = by_question(odds, questions), by_question(goal, questions)
    answered = (truth == 1.0).any(dim=1)
    if not answered.any():
        return loss
    among = torch.logsumexp(mine.masked_fill(truth == ALSO_TARGET, NEVER), dim=1)
    choices = among - torch.logsumexp(mine.masked_fill(truth != 1.0, NEVER), dim=1)
    return loss + CHOICE_WEIGHT * choices[answered].mean()


def by_question(values: torch.Tensor, questions: Sequence[ToRead]) -> torch.Tensor:
    """Values of all pairs, a row for each question; `NEVER` where it has fewer."""
    parts = torch.split(values, [len(one.truths) for one in questions])
    return pad_sequence(list(parts), batch_first=True, padding_value=NEVER)


def to_read(compared: Compared) -> Iterator[ToRead]:
    """Each question with sentences that answer it, some that come near, and some of other papers."""
    paper = compared.asked.paper
    single = {next(iter(w.keys)): place for place, w in enumerate(compared.own) if len(w.keys) == 1}
    elsewhere = [place for place, w in enumerate(compared.foreign, len(compared.own)) if len(w.keys) == 1]
    texts = [window.text for window in [*compared.own, *compared.foreign]]
    for item, nearness in zip(compared.asked.items, compared.scores.tolist(), strict=True):
        wrong = sorted(single.keys() - item.answers - item.also, key=lambda key: -nearness[single[key]])
        chosen = wrong[:NEAR_NEGATIVES]
        rest = paper.sentences.keys() - item.answers - item.also - {*chosen}
        chosen += paper.sharing_words(item.text, rest)[:WORDY_NEGATIVES]
        truths = [(paper.sentences[key], 0.0) for key in chosen]
        nearest = sorted(elsewhere, key=lambda place: -nearness[place])[:FOREIGN_NEGATIVES]
        truths += [(texts[place], 0.0) for place in nearest]
        for keys, count, truth in ((item.answers, 2, 1.0), (item.also, 1, ALSO_TARGET)):
            truths += [(paper.sentences[key], truth) for key in random.sample(sorted(keys), min(count, len(keys)))]
        if item.told and random.random() < TOLD:
            truths.append((item.told.within(paper), 1.0))
        yield ToRead(question=item.text, truths=truths)


def claims_of_a_step(lessons: Lessons, papers: int) -> list[Claimed]:
    """Claims with their twins, each right one before its wrong ones, and each now and then against another sentence."""
    claims: list[Claimed] = []
    for group in random.sample(lessons.groups, min(GROUPS_A_PAPER * papers, len(lessons.groups))):
        sentences = lessons.papers[group.doc].version(RENDERED).sentences
        other = random.choice([text for key, text in sentences.items() if key not in group.source])
        text = text_of(group, sentences)
        if random.random() < AMONG_OTHERS:
            text = " ".join(random.sample((text, other), 2))
        claims += twins(group, text, random.sample(group.wrong, min(TWINS, len(group.wrong))))
        if random.random() < ELSEWHERE:
            claims.append(Claimed(claim=group.right, text=other, is_right=False))
    half = ALIGNED_A_PAPER * papers // 2
    pairs = random.sample(lessons.official, half) + random.sample(lessons.everyday, half)
    for pair in pairs:
        claims += claims_from(pair, random.sample(lessons.official, 5) + pairs[:3])
    return claims


def support_loss(student: Student, claims: Sequence[Claimed], odds: torch.Tensor) -> torch.Tensor:
    """How far the log-odds of words are from telling claims that are borne out from the others, and from seeing why."""
    present = student.claim_tokens([one.claim for one in claims])
    borne, truth = support(odds, present), torch.tensor([float(one.is_right) for one in claims], device=odds.device)
    loss = CLAIM_WEIGHT * functional.binary_cross_entropy_with_logits(borne, truth)
    rights, wrongs = [], []
    for place, one in enumerate(claims):
        if one.is_right:
            right = place
        else:
            rights.append(right)
            wrongs.append(place)
    if wrongs:
        loss = loss + TWIN_WEIGHT * functional.softplus(borne[wrongs] - borne[rights]).mean()
    wrong, counted = (one.to(odds.device) for one in word_truths(student, claims))
    weights = (present & counted).float() * (1 + (WRONG_WORD_FACTOR - 1) * wrong)
    words = functional.binary_cross_entropy_with_logits(odds, wrong, weight=weights, reduction="sum")
    return loss + WORD_WEIGHT * words / weights.sum().clamp(min=1.0)


def word_truths(student: Student, claims: Sequence[Claimed]) -> tuple[torch.Tensor, torch.Tensor]:
    """Per token of each claim whether it is wrong, and whether that is known: [claims, MAX_CLAIM_TOKENS]."""
    wrong = torch.zeros(len(claims), MAX_CLAIM_TOKENS)
    known = torch.zeros(len(claims), MAX_CLAIM_TOKENS, dtype=torch.bool)
    for row, one in enumerate(claims):
        if one.wrong_spans is None:
            continue
        known[row] = True
        for column, (start, end) in enumerate(student.pieces(one.claim)[1][:MAX_CLAIM_TOKENS]):
            if any(start < last and first < end for first, last in one.wrong_spans):
                wrong[row, column] = 1.0
    return wrong, known


def everyday_loss(
    student: Student, teacher: Teacher, lessons: Lessons, graded: Iterator[Any], papers: int
) -> torch.Tensor:
    """How far the vectors are from the teacher's of the English side, and from the order of people's grades."""
    parts = (
        (lessons.everyday, EVERYDAY_A_PAPER),
        (lessons.official, OFFICIAL_A_PAPER),
        (lessons.rendered, RENDERED_A_PAPER),
    )
    pairs = [pair for part, count in parts for pair in random.sample(part, min(count * papers, len(part)))]
    return likeness_loss(student, teacher, pairs, next(graded))


def likeness_loss(student: Student, teacher: Teacher, pairs: Sequence[tuple[str, str]], graded: Any) -> torch.Tensor:
    """The same for given sentences, English and Dutch, and a batch of graded ones."""
    first, second, grades = graded
    target = teacher.encode([english for english, _ in pairs])
    found = student.encode([english for english, _ in pairs] + [dutch for _, dutch in pairs] + first + second)
    size = len(pairs)
    taught, wanted = found[: 2 * size], target.repeat(2, 1)
    loss = TEACHER_WEIGHT * (2 - 2 * (taught * wanted).sum(dim=1).mean())
    own = torch.arange(size, device=found.device).repeat(2)
    loss = loss + NEAREST_WEIGHT * functional.cross_entropy(SCALE * taught @ target.T, own)
    cosines = (found[2 * size : 2 * size + len(first)] * found[2 * size + len(first) :]).sum(dim=1)
    return loss + GRADED_WEIGHT * order_loss(cosines, grades.to(found.device))
