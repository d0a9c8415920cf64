"""Papers that the network was not taught with, as letters: what the weights of `rag/` are fitted on.

They have the form that `rag/training/questions.py` describes.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from evals.opened import Opened, opened_text
from rag.checking.model import Place
from rag.letters import Letter
from rag.settings import Settings

Paper = Sequence[tuple[str | None, Sequence[str]]]
"""Headings, each with the sentences of a paragraph."""


def read_papers(documents: Path) -> Mapping[str, Paper]:
    """The papers by name."""
    return dict(json.loads(documents.read_text(encoding="utf-8")))


def opened_paper(paper: Paper, name: str) -> AbstractContextManager[Opened]:
    """The index of one paper alone, as a letter of that name."""
    return opened_text(name, "\n\n".join(" ".join(sentences) for _, sentences in paper), Settings())


def fuller(paper: Paper, told: Iterable[Mapping[str, str]]) -> Paper:
    """The paper with what questions that it leaves open would be answered with, each behind its sentence `after`."""
    added: dict[str, list[str]] = {}
    for one in told:
        added.setdefault(one["after"], []).append(one["nl"])
    return [
        (
            heading,
            [text for place, own in enumerate(sentences, start=1) for text in (own, *added.get(f"{n}.{place}", ()))],
        )
        for n, (heading, sentences) in enumerate(paper, start=1)
    ]


def bare_sentences(paper: Paper, keys: Iterable[str]) -> set[str]:
    """The sentences that "paragraph.sentence" keys name, each as `bare` gives it."""
    places = ((int(number) for number in key.split(".")) for key in keys)
    return {bare(paper[paragraph - 1][1][sentence - 1]) for paragraph, sentence in places}


def places_of(letter: Letter, sentences: Collection[str]) -> list[Place]:
    """The paragraphs of a letter that hold some of these sentences, each as `bare` gives it."""
    holding = [one.number for one in letter.paragraphs if any(sentence in bare(one.text) for sentence in sentences)]
    return [Place(letter=letter.id, paragraph=number) for number in holding]


def bare(text: str) -> str:
    """A text without white space, which differs between a paper and the letter made of it."""
    return "".join(text.split())
