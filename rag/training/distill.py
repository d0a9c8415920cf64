"""Distil the English teacher into the extended network: `python -m rag.training.distill --help`.

The second step of how the encoder was made, after `vocabulary.py`. A Dutch sentence or term learns the vector that the
teacher, all-MiniLM-L6-v2, gives its English; so that English stays where it is, every fifth batch is of English texts.
The steps are taken by sentence-transformers' own trainer, which needs the packages `datasets` and `accelerate`.

The target folder takes the teacher's vectors, which are computed once, and checkpoints, from which the same command
goes on after a stop. At the end it holds the network, as `finetune.py` takes its source, and the checkpoints are gone.

This implements the written recipe of the weights that the project started from anew; it is not the very script that
made them, which is not kept. Where the recipe is silent (seed, order, weight decay, clipped gradients, which terms) the
choice is ours. Those weights were made of 189,765 sentence pairs; which ones is not known to the last pair.
"""

import argparse
import gzip
import hashlib
import importlib
import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional
from torch.utils.data import BatchSampler

from rag.training.everyday import OFFICIAL, Teacher
from rag.training.vocabulary import TOKENIZER

STEPS, BATCH = 3_626, 96
LEAST_ALIGNED = 0.42
"""Treaties whose alignment scores less are left out."""
TERMS = 60_000
TERM_SHARE = 0.13
"""Of the batches; each is of terms or of sentences, for those are of unlike length."""
ENGLISH_EVERY = 5
LIKE_CHARS = 16
"""Texts of one batch differ in length by about so many characters."""
MAX_TOKENS = 72
CHOICE_WEIGHT, SCALE = 0.3, 20.0
"""Of the choice among the batch's English vectors, and what cosines are multiplied by before its softmax."""
LEARNING_RATE, ROW_RATE, WARM_UP_STEPS = 3e-4, 1e-3, 200
"""Word embeddings learn faster than the rest: most of the new ones stand for a rough guess."""
WEIGHT_DECAY, MAX_GRADIENT = 0.01, 1.0
SAVE_STEPS, LOG_STEPS = 250, 25
TEACHER_BATCH = 128
SEED = 1
VECTORS, CHECKPOINTS = "teacher.safetensors", "checkpoints"

Pair = tuple[str, str]
"""English and Dutch."""


class DistillError(Exception):
    """Training cannot begin; the message says what to change."""


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """What is taught: sentences, then terms."""

    sentences: list[Pair]
    terms: list[Pair]
    english: list[str] = field(init=False)
    """Each English text once; its place is the label of every text that means it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "english", list(dict.fromkeys(english for english, _ in self.pairs)))

    @property
    def pairs(self) -> list[Pair]:
        """All of them."""
        return self.sentences + self.terms


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Which rows make up which batch; sentence-transformers' trainer asks it for its sampler."""

    batches: list[list[int]] = field(repr=False)

    def __call__(self, _dataset: Any, **_settings: Any) -> Any:
        """The batches in their order; a `Planned`, though the trainer's types ask for a class of its own."""
        return Planned(self.batches)


class Planned(BatchSampler):
    """Gives out batches that are fixed beforehand, so that a run that is resumed goes on with those it had not had."""

    def __init__(self, batches: Sequence[Sequence[int]]) -> None:
        super().__init__(range(sum(map(len, batches))), batch_size=BATCH, drop_last=True)
        self._batches = batches

    def __iter__(self) -> Iterator[list[int]]:
        yield from map(list, self._batches)

    def __len__(self) -> int:
        return len(self._batches)


class Distillation(nn.Module):
    """How far a network's vectors are from those of the teacher, and from being nearest to their own in the batch."""

    def __init__(self, model: nn.Module, targets: torch.Tensor) -> None:
        """`targets` are the teacher's vectors by label, [labels, width]."""
        super().__init__()
        self.model = model
        self.register_buffer("targets", targets, persistent=False)

    def forward(self, features: Iterable[dict[str, torch.Tensor]], labels: torch.Tensor) -> dict[str, torch.Tensor]:
        """The two parts of the loss, already weighed, of a batch of texts; the trainer adds them up."""
        (texts,) = features
        vectors: torch.Tensor = self.model(texts)["sentence_embedding"]
        wanted = self.get_buffer("targets")[labels].to(vectors.dtype)
        own = torch.arange(len(labels), device=vectors.device)
        return {
            "distance": (vectors - wanted).square().sum(dim=1).mean(),
            "choice": CHOICE_WEIGHT * functional.cross_entropy(SCALE * vectors @ wanted.T, own),
        }


def read_lessons(pairs: Path, terms: Path, *, limit: int | None = None) -> Lessons:
    """Sentences that are aligned well enough, and terms drawn by chance; no more than `limit` of either for a trial."""
    chance = random.Random(SEED)
    sentences = [(row[0], row[1]) for row in _rows(pairs) if row[2] != OFFICIAL or float(row[3] or 0) >= LEAST_ALIGNED]
    listed = [(english, dutch) for dutch, english, *_ in _rows(terms)]
    return Lessons(
        sentences=chance.sample(sentences, min(len(sentences), len(sentences) if limit is None else limit)),
        terms=chance.sample(listed, min(len(listed), TERMS if limit is None else limit)),
    )


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        for line in lines:
            yield line.rstrip("\n").split("\t")


def plan(lessons: Lessons, steps: int) -> Plan:
    """Batches of texts of like length, each of sentences or terms, in Dutch or, every fifth, in English.

    Row n is the Dutch of lesson n, and after all of these stand the English ones. A text comes again only when all of
    its kind had their turn, save the few that fill no batch.

    Raises:
        DistillError: there are not enough sentences or terms for one batch.
    """
    chance = random.Random(SEED)
    first, count = len(lessons.sentences), len(lessons.pairs)
    lengths = [len(dutch) // LIKE_CHARS for _, dutch in lessons.pairs]
    sentences, terms = _supply(range(first), lengths, chance), _supply(range(first, count), lengths, chance)
    batches = []
    for step in range(1, steps + 1):
        batch = next(terms if chance.random() < TERM_SHARE else sentences)
        batches.append([row + count for row in batch] if step % ENGLISH_EVERY == 0 else batch)
    return Plan(batches=batches)


def _supply(rows: Sequence[int], lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Batches of rows of like length, without end."""
    if len(rows) < BATCH:
        raise DistillError(f"A batch takes {BATCH} texts of a kind, but there are {len(rows)}. Raise --limit.")
    while True:
        order = sorted(chance.sample(rows, len(rows)), key=lengths.__getitem__)
        starts = range(0, len(order) - BATCH + 1, BATCH)
        for start in chance.sample(starts, len(starts)):
            yield order[start : start + BATCH]


def teacher_vectors(english: Sequence[str], file: Path) -> torch.Tensor:
    """The teacher's unit vectors, [texts, width] in half precision: computed, or read from a file of an earlier run.

    Raises:
        DistillError: the file holds the vectors of other texts.
    """
    digest = hashlib.sha256("\n".join(english).encode()).hexdigest()
    if file.is_file():
        with safe_open(file, framework="pt") as stored:
            if stored.metadata().get("texts") != digest:
                raise DistillError(f"{str(file)!r} is of other texts than these. Give another folder as --target.")
            found: torch.Tensor = stored.get_tensor("vectors")
            return found
    teacher = Teacher()
    order = sorted(range(len(english)), key=lambda place: len(english[place]))
    vectors: list[torch.Tensor] = []
    for number, start in enumerate(range(0, len(order), TEACHER_BATCH)):
        vectors.append(teacher.encode([english[place] for place in order[start : start + TEACHER_BATCH]]).half())
        if number % 100 == 0:
            print(f"teacher: {start} of {len(order)} texts", flush=True)
    found = torch.empty(len(order), vectors[0].shape[1], dtype=torch.float16)
    found[torch.tensor(order)] = torch.cat(vectors)
    part = file.with_suffix(".part")
    save_file({"vectors": found}, part, metadata={"texts": digest})
    part.rename(file)
    return found


def as_dataset(lessons: Lessons) -> Any:
    """The rows that `plan` counts, each a text and its label, in the trainer's form."""
    dataset: Any = importlib.import_module("datasets").Dataset  # ships no types, and may not be installed
    label = {text: place for place, text in enumerate(lessons.english)}
    labels = [label[english] for english, _ in lessons.pairs]
    texts = [dutch for _, dutch in lessons.pairs] + [english for english, _ in lessons.pairs]
    return dataset.from_dict({"text": texts, "label": labels * 2})


def train(source: Path, target: Path, lessons: Lessons, steps: int) -> None:
    """Take the steps, from the last checkpoint on if there is one, and save; progress goes to standard output."""
    from sentence_transformers import (
        SentenceTransformer,
        SentenceTransformerTrainer,
        SentenceTransformerTrainingArguments,
    )

    batches, dataset = plan(lessons, steps), as_dataset(lessons)
    target.mkdir(parents=True, exist_ok=True)
    targets = teacher_vectors(lessons.english, target / VECTORS)
    model = SentenceTransformer(str(source), local_files_only=True, model_kwargs={"dtype": torch.float32})
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    longest, model.max_seq_length = model.max_seq_length, MAX_TOKENS
    settings = SentenceTransformerTrainingArguments(
        output_dir=str(target / CHECKPOINTS),
        max_steps=steps,
        per_device_train_batch_size=BATCH,
        batch_sampler=batches,
        optim="adamw_torch",
        learning_rate=LEARNING_RATE,
        learning_rate_mapping={"word_embeddings": ROW_RATE},
        lr_scheduler_type="linear",
        warmup_steps=WARM_UP_STEPS,
        weight_decay=WEIGHT_DECAY,
        max_grad_norm=MAX_GRADIENT,
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        dataloader_pin_memory=torch.cuda.is_available(),
        save_steps=SAVE_STEPS,
        save_total_limit=1,
        logging_steps=LOG_STEPS,
        disable_tqdm=True,
        report_to="none",
        seed=SEED,
    )
    trainer = SentenceTransformerTrainer(
        model=model, args=settings, train_dataset=dataset, loss=Distillation(model, targets)
    )
    trainer.train(resume_from_checkpoint=any((target / CHECKPOINTS).glob("checkpoint-*")))
    model.max_seq_length = longest
    model.save(str(target), create_model_card=False)
    shutil.copyfile(source / TOKENIZER, target / TOKENIZER)  # the saved one cuts and pads as in training
    shutil.rmtree(target / CHECKPOINTS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        prog="python -m rag.training.distill", description="Distil the English teacher into the extended network."
    )
    parser.add_argument("--source", type=Path, required=True, help="folder that rag.training.vocabulary wrote")
    parser.add_argument("--pairs", type=Path, required=True, help="aligned sentences: english, dutch, source, score")
    parser.add_argument("--terms", type=Path, required=True, help="term lists: dutch, english, source")
    parser.add_argument("--target", type=Path, required=True, help="folder to write; the same again resumes a run")
    parser.add_argument("--steps", type=int, default=STEPS, help="how many (default %(default)s)")
    parser.add_argument("--limit", type=int, help="take no more sentences and terms than this, for a trial")
    given = parser.parse_args(arguments)
    try:
        train(given.source, given.target, read_lessons(given.pairs, given.terms, limit=given.limit), given.steps)
    except DistillError as error:
        parser.exit(1, f"{error}\n")


if __name__ == "__main__":
    main()
