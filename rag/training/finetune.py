"""Teach the network questions and claims: `python -m rag.training.finetune --help`.

One network learns four things at once, from each in every step:

- vectors: a question must find its sentences among windows of its paper and of others, and one without an answer must
  stay below a learned bound;
- answers: reading a question and a sentence together, does the one answer the other? Negatives are the sentences that
  come nearest without being right;
- support: reading a claim and a sentence together, which words of the claim does the sentence leave unproved? From
  claims written by hand with twins changed in a few words, and from aligned sentences changed by rule (`perturb.py`);
- everyday: vectors stay those of the English teacher, and follow the grades that people gave to sentence pairs.

The word embeddings and the lowest layers are left as they are. The rate falls to nothing over the minutes given.
"""

import argparse
import itertools
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from rag.checking.proof import MAX_CLAIM_TOKENS
from rag.settings import BUNDLED_MODEL
from rag.training.claims import Claimed, Group, read_groups, text_of, twins
from rag.training.everyday import Teacher, graded_batches, order_loss, read_graded, read_pairs
from rag.training.graph import ANSWER_GRAPH, read_heads
from rag.training.perturb import claims_from
from rag.training.questions import Item, Paper, Window, read_items, read_papers
from rag.training.student import Student, support

LEARNING_RATE = 1e-4
HEAD_FACTOR, BOUND_FACTOR = 20, 80
"""How much faster the heads and the bound learn than the network."""
WARM_UP_STEPS = 40
SCALE = 20.0
"""Cosines are multiplied by this before the softmax, as in the distillation."""
QUESTIONS_A_STEP = 8
OWN_WINDOWS, FOREIGN_WINDOWS = 22, 10
NEAR_NEGATIVES, RANDOM_NEGATIVES, FOREIGN_NEGATIVES = 3, 1, 1
ALSO_TARGET = 0.7
"""Truth of a sentence that one may quote but need not."""
GROUPS_A_STEP, TWINS, ALIGNED_A_STEP = 20, 2, 8
EVERYDAY_A_STEP, OFFICIAL_A_STEP, GRADED_A_STEP = 8, 4, 10
BOUND_WEIGHT, ANSWER_WEIGHT, CHOICE_WEIGHT = 0.25, 2.0, 0.7
CLAIM_WEIGHT, TWIN_WEIGHT, WORD_WEIGHT, WRONG_WORD_FACTOR = 1.0, 0.7, 1.0, 3.0
TEACHER_WEIGHT, GRADED_WEIGHT = 5.0, 0.15
TASKS = ("vectors", "answers", "support", "everyday")
FIRST_BOUND = 9.0
FALLING_FROM, LEAST_RATE = 0.4, 0.02
"""Share of the time from which on the rate falls, and to what share of it."""
SAVE_STEPS = 100
HELD_APART = frozenset({"circ05-0", "circ10-0", "luchtvaart-0", "regeer-5", "rvs1-0"})
"""Papers that nothing is learned from: the scores of `rag/` are fitted on them."""
SEED = 2
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

    def __post_init__(self) -> None:
        self.windows = [(name, window) for name, paper in self.papers.items() for window in paper.windows]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """The questions of a step against windows."""

    own: Sequence[Window]
    foreign: Sequence[Window]
    scores: torch.Tensor
    """Scaled cosines, [questions, own and then foreign windows]."""


def compare(student: Student, lessons: Lessons, doc: str, items: Sequence[Item]) -> Compared:
    """Hold questions about a paper against windows that answer one of them, others of it, and some of other papers."""
    wanted = frozenset[str]().union(*(item.answers | item.also for item in items))
    windows = lessons.papers[doc].windows
    answering = [window for window in windows if window.keys & wanted]
    others = [window for window in windows if not window.keys & wanted]
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
        far = wrong[NEAR_NEGATIVES:]
        chosen = wrong[:NEAR_NEGATIVES] + random.sample(far, min(RANDOM_NEGATIVES, len(far)))
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
        sentences = lessons.papers[group.doc].sentences
        claims += twins(group, text_of(group, sentences), random.sample(group.wrong, min(TWINS, len(group.wrong))))
        if random.random() < 0.6:
            other = random.choice([text for key, text in sentences.items() if key not in group.source])
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
    first, second, grades = next(graded)
    target = teacher.encode([english for english, _ in pairs])
    found = student.encode([english for english, _ in pairs] + [dutch for _, dutch in pairs] + first + second)
    size = len(pairs)
    loss = TEACHER_WEIGHT * (2 - (found[: 2 * size] * target.repeat(2, 1)).sum(dim=1).mean() * 2)
    cosines = (found[2 * size : 2 * size + len(first)] * found[2 * size + len(first) :]).sum(dim=1)
    return loss + GRADED_WEIGHT * order_loss(cosines, grades)


def batches(items: dict[str, list[Item]]) -> Iterator[tuple[str, list[Item]]]:
    """Questions about one paper at a time; each question once."""
    for own in items.values():
        random.shuffle(own)
    places = [(name, start) for name, own in items.items() for start in range(0, len(own), QUESTIONS_A_STEP)]
    for name, start in random.sample(places, len(places)):
        yield name, items[name][start : start + QUESTIONS_A_STEP]


class Course:
    """The steps of training."""

    def __init__(self, student: Student, teacher: Teacher, lessons: Lessons) -> None:
        self._student, self._teacher, self._lessons = student, teacher, lessons
        self._graded = graded_batches(lessons.graded, GRADED_A_STEP)
        self._network = student.network()
        self._bound = torch.nn.Parameter(torch.tensor(FIRST_BOUND))
        groups = ((self._network, 1), (list(student.heads.parameters()), HEAD_FACTOR), ([self._bound], BOUND_FACTOR))
        self._optimiser = torch.optim.AdamW(
            [{"params": own, "lr": 0.0, "factor": factor} for own, factor in groups], weight_decay=0.01
        )

    def step(self, doc: str, asked: Sequence[Item], rate: float) -> tuple[float, ...]:
        """Learn from some questions about a paper, and from claims and everyday sentences; the losses of the four."""
        for group in self._optimiser.param_groups:
            group["lr"] = rate * group["factor"]
        self._optimiser.zero_grad()
        losses = []
        compared = compare(self._student, self._lessons, doc, asked)
        vectors = vector_loss(compared, asked, self._bound)
        answers = answer_loss(self._student, self._lessons.papers[doc], compared, asked)
        self._backward(vectors + answers)
        losses += [vectors.item(), answers.item()]
        losses.append(self._backward(support_loss(self._student, claims_of_a_step(self._lessons))))
        losses.append(self._backward(everyday_loss(self._student, self._teacher, self._lessons, self._graded)))
        torch.nn.utils.clip_grad_norm_(self._network, 1.0)
        self._optimiser.step()
        return tuple(losses)

    def _backward(self, loss: torch.Tensor) -> float:
        loss.backward()  # type: ignore[no-untyped-call]
        return loss.item()


def train(course: Course, items: dict[str, list[Item]], *, seconds: float, save: Callable[[], None]) -> None:
    """Step until the time is over; progress goes to standard output, and what was learned is saved now and then."""
    started = time.monotonic()
    supply = (batch for _ in itertools.count() for batch in batches(items))
    for step, (doc, asked) in enumerate(supply, start=1):
        passed = (time.monotonic() - started) / seconds
        if passed >= 1:
            break
        falling = max(LEAST_RATE, min(1.0, (1 - passed) / (1 - FALLING_FROM)))
        losses = course.step(doc, asked, LEARNING_RATE * min(1.0, step / WARM_UP_STEPS) * falling)
        print(f"{passed:4.0%} step {step}:", *(f"{n} {x:.3f}" for n, x in zip(TASKS, losses, strict=True)), flush=True)
        if step % SAVE_STEPS == 0:
            save()
    save()


def main() -> None:
    """Read the command line, train, and save in the form of SOURCE with the heads beside it."""
    parser = argparse.ArgumentParser(description="Teach a sentence encoder questions and claims.")
    parser.add_argument("--source", type=Path, default=BUNDLED_MODEL, help="folder of the network to go on from")
    parser.add_argument("--papers", type=Path, required=True, help="folder that rag.training.papers wrote")
    parser.add_argument("--pairs", type=Path, required=True, help="aligned sentences: english, dutch, source, score")
    parser.add_argument("--graded", type=Path, required=True, help="graded sentence pairs: nl1, nl2, en1, en2, score")
    parser.add_argument(
        "--target", type=Path, required=True, help="folder to write; rag.training.compact makes it small"
    )
    parser.add_argument("--minutes", type=float, default=80.0)
    given = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    papers = {
        name: paper for name, paper in read_papers(given.papers / "documents.json").items() if name not in HELD_APART
    }
    items = {name: own for name, own in read_items(given.papers / "questions.jsonl").items() if name in papers}
    groups = [group for group in read_groups(given.papers / "claims.jsonl") if group.doc in papers and group.wrong]
    everyday, official = read_pairs(given.pairs)
    student = Student(given.source)
    if (given.source / ANSWER_GRAPH).is_file():
        student.heads.load_state_dict(read_heads(given.source))
    lessons = Lessons(
        papers=papers, groups=groups, everyday=everyday, official=official, graded=read_graded(given.graded)
    )
    course = Course(student, Teacher(), lessons)
    train(course, items, seconds=60 * given.minutes, save=lambda: student.save(given.target))


if __name__ == "__main__":
    main()
