"""What a step of training draws from what is taught, and how far the network is from having learned it."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch.nn import functional

from rag.checking.proof import MAX_CLAIM_TOKENS
from rag.training.claims import Claimed, Group, text_of, twins
from rag.training.everyday import Teacher, order_loss
from rag.training.perturb import claims_from
from rag.training.questions import Item, Paper, Window
from rag.training.student import Student, support

SCALE = 20.0
"""Cosines are multiplied by this before the softmax, as in the distillation."""
OWN_WINDOWS, FOREIGN_WINDOWS = 22, 10
NEAR_NEGATIVES, WORDY_NEGATIVES, FOREIGN_NEGATIVES = 3, 2, 1
"""Of each question: how many of its paper's other sentences by nearness, how many by the words they share with it, and
how many of other papers."""
ALSO_TARGET = 0.7
"""Truth of a sentence that one may quote but need not."""
GROUPS_A_STEP, TWINS, ALIGNED_A_STEP = 20, 2, 8
ELSEWHERE = 0.6
"""Share of the claims that are also held against another sentence."""
AMONG_OTHERS = 0.35
"""Share of the claims whose text has another sentence of the paper beside it, as a check reads two or three at once."""
RENDERED = 0.3
"""Share of the times that a paper with an English rendering is read in that."""
EVERYDAY_A_STEP, OFFICIAL_A_STEP, RENDERED_A_STEP, GRADED_A_STEP = 8, 4, 4, 10
BOUND_WEIGHT, ANSWER_WEIGHT, CHOICE_WEIGHT = 0.25, 2.0, 0.7
CLAIM_WEIGHT, TWIN_WEIGHT, WORD_WEIGHT, WRONG_WORD_FACTOR = 1.0, 0.7, 1.0, 3.0
TEACHER_WEIGHT, GRADED_WEIGHT = 5.0, 0.15
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
class Compared:
    """The questions of a step against windows."""

    own: Sequence[Window]
    foreign: Sequence[Window]
    scores: torch.Tensor
    """Scaled cosines, [questions, own and then foreign windows]."""


def compare(student: Student, lessons: Lessons, doc: str, paper: Paper, items: Sequence[Item]) -> Compared:
    """Hold questions about a paper, which has the name `doc`, against windows that answer one of them, others of it,
    and some of other papers."""
    wanted = frozenset[str]().union(*(item.answers | item.also for item in items))
    answering = [window for window in paper.windows if window.keys & wanted]
    others = [window for window in paper.windows if not window.keys & wanted]
    own = random.sample(answering, min(len(answering), 2 * OWN_WINDOWS // 3))
    own += random.sample(others, min(len(others), OWN_WINDOWS - len(own)))
    foreign = [w for name, w in random.sample(lessons.windows, FOREIGN_WINDOWS) if name != doc]
    vectors = student.encode([item.text for item in items] + [window.text for window in [*own, *foreign]])
    return Compared(own=own, foreign=foreign, scores=SCALE * vectors[: len(items)] @ vectors[len(items) :].T)


def vector_loss(compared: Compared, items: Sequence[Item], bound: torch.Tensor) -> torch.Tensor:
    """How far the questions are from finding their windows, and those without an answer from finding none."""
    scores = compared.scores
    right = torch.zeros(scores.shape, dtype=torch.bool)
    allowed = right.clone()
    for row, item in enumerate(items):
        for column, window in enumerate(compared.own):
            right[row, column] = bool(window.keys & item.answers)
            allowed[row, column] = bool(window.keys & item.also) and not right[row, column]
    found, empty = right.any(dim=1), torch.tensor([not item.answers for item in items])
    loss = torch.zeros(())
    if found.any():
        among = torch.logsumexp(scores.masked_fill(allowed, NEVER), dim=1)[found]
        loss = loss + (among - torch.logsumexp(scores.masked_fill(~right, NEVER), dim=1)[found]).mean()
        best = scores.masked_fill(~right, NEVER).max(dim=1).values[found]
        loss = loss + BOUND_WEIGHT * functional.softplus(bound - best).mean()
    if empty.any():
        loss = loss + BOUND_WEIGHT * functional.softplus(scores.max(dim=1).values[empty] - bound).mean()
    return loss


def answer_loss(student: Student, paper: Paper, compared: Compared, items: Sequence[Item]) -> torch.Tensor:
    """How far the network is from telling sentences that answer from those that merely come near."""
    single = {next(iter(w.keys)): place for place, w in enumerate(compared.own) if len(w.keys) == 1}
    elsewhere = [place for place, w in enumerate(compared.foreign, len(compared.own)) if len(w.keys) == 1]
    texts = [window.text for window in [*compared.own, *compared.foreign]]
    pairs: list[tuple[str, str]] = []
    targets: list[float] = []
    owners: list[int] = []
    for number, item in enumerate(items):
        nearness = compared.scores[number].tolist()
        wrong = sorted(single.keys() - item.answers - item.also, key=lambda key: -nearness[single[key]])
        chosen = wrong[:NEAR_NEGATIVES]
        rest = paper.sentences.keys() - item.answers - item.also - {*chosen}
        chosen += paper.sharing_words(item.text, rest)[:WORDY_NEGATIVES]
        truths = [(paper.sentences[key], 0.0) for key in chosen]
        nearest = sorted(elsewhere, key=lambda place: -nearness[place])[:FOREIGN_NEGATIVES]
        truths += [(texts[place], 0.0) for place in nearest]
        for keys, count, truth in ((item.answers, 2, 1.0), (item.also, 1, ALSO_TARGET)):
            truths += [(paper.sentences[key], truth) for key in random.sample(sorted(keys), min(count, len(keys)))]
        pairs += [(item.text, text) for text, _ in truths]
        targets += [truth for _, truth in truths]
        owners += [number] * len(truths)
    odds, goal, owner = student.answers(pairs), torch.tensor(targets), torch.tensor(owners)
    loss = ANSWER_WEIGHT * functional.binary_cross_entropy_with_logits(odds, goal)
    choices = []
    for number in sorted({o for o, t in zip(owners, targets, strict=True) if t == 1.0}):
        mine = (owner == number) & (goal != ALSO_TARGET)
        choices.append(torch.logsumexp(odds[mine], 0) - torch.logsumexp(odds[mine & (goal == 1.0)], 0))
    return loss + CHOICE_WEIGHT * torch.stack(choices).mean() if choices else loss


def claims_of_a_step(lessons: Lessons) -> list[Claimed]:
    """Claims with their twins, each right one before its wrong ones, and each now and then against another sentence."""
    claims: list[Claimed] = []
    for group in random.sample(lessons.groups, min(GROUPS_A_STEP, len(lessons.groups))):
        sentences = lessons.papers[group.doc].version(RENDERED).sentences
        other = random.choice([text for key, text in sentences.items() if key not in group.source])
        text = text_of(group, sentences)
        if random.random() < AMONG_OTHERS:
            text = " ".join(random.sample((text, other), 2))
        claims += twins(group, text, random.sample(group.wrong, min(TWINS, len(group.wrong))))
        if random.random() < ELSEWHERE:
            claims.append(Claimed(claim=group.right, text=other, is_right=False))
    pairs = random.sample(lessons.official, ALIGNED_A_STEP // 2) + random.sample(lessons.everyday, ALIGNED_A_STEP // 2)
    for pair in pairs:
        claims += claims_from(pair, random.sample(lessons.official, 5) + pairs[:3])
    return claims


def support_loss(student: Student, claims: Sequence[Claimed]) -> torch.Tensor:
    """How far the network is from telling claims that are borne out from their twins, and from seeing the words why."""
    odds, present = student.unproved([(one.claim, one.text) for one in claims])
    borne, truth = support(odds, present), torch.tensor([float(one.is_right) for one in claims])
    loss = CLAIM_WEIGHT * functional.binary_cross_entropy_with_logits(borne, truth)
    margins, right = [], 0
    for place, one in enumerate(claims):
        if one.is_right:
            right = place
        elif one.wrong_spans is not None:
            margins.append(functional.softplus(borne[place] - borne[right]))
    if margins:
        loss = loss + TWIN_WEIGHT * torch.stack(margins).mean()
    wrong, counted = word_truths(student, claims)
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
        offsets = student.tokenizer(one.claim, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
        for column, (start, end) in enumerate(offsets[:MAX_CLAIM_TOKENS]):
            wrong[row, column] = float(any(start < last and first < end for first, last in one.wrong_spans))
    return wrong, known


def everyday_loss(student: Student, teacher: Teacher, lessons: Lessons, graded: Iterator[Any]) -> torch.Tensor:
    """How far the vectors are from the teacher's of the English side, and from the order of people's grades."""
    pairs = random.sample(lessons.everyday, EVERYDAY_A_STEP) + random.sample(lessons.official, OFFICIAL_A_STEP)
    pairs += random.sample(lessons.rendered, min(RENDERED_A_STEP, len(lessons.rendered)))
    first, second, grades = next(graded)
    target = teacher.encode([english for english, _ in pairs])
    found = student.encode([english for english, _ in pairs] + [dutch for _, dutch in pairs] + first + second)
    size = len(pairs)
    loss = TEACHER_WEIGHT * (2 - (found[: 2 * size] * target.repeat(2, 1)).sum(dim=1).mean() * 2)
    cosines = (found[2 * size : 2 * size + len(first)] * found[2 * size + len(first) :]).sum(dim=1)
    return loss + GRADED_WEIGHT * order_loss(cosines, grades)
