"""What the network is taught with: papers as sentences, and questions with the sentences that answer them.

DOCUMENTS is JSON: `{name: [[heading, [sentence, ...]], ...]}`. QUESTIONS are JSON lines
`{"doc", "nl", "en", "kind", "answers", "also"}`: one question in both languages; `answers` are the sentences that an
answer must quote and `also` those that it may, each as "paragraph.sentence" from 1. Where the paper does not say, both
are empty.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.answering.evidence import is_anaphoric

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, kw_only=True)
class Window:
    """One or two neighbouring sentences of a paper."""

    keys: frozenset[str]
    """Its sentences, as "paragraph.sentence"."""
    text: str


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper, cut up in the two ways in which it is read."""

    sentences: Mapping[str, str]
    """Each sentence by its key, after the one that it points back to, if it does."""
    windows: Sequence[Window]
    """Every sentence and every two neighbours of a paragraph."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """A question in one language about one paper."""

    text: str
    answers: frozenset[str]
    also: frozenset[str]


def read_papers(file: Path) -> dict[str, Paper]:
    """The papers by name."""
    found: dict[str, list[tuple[str, list[str]]]] = json.loads(file.read_text(encoding="utf-8"))
    return {name: _paper([sentences for _, sentences in paragraphs]) for name, paragraphs in found.items()}


def _paper(paragraphs: Sequence[Sequence[str]]) -> Paper:
    read: dict[str, str] = {}
    windows: list[Window] = []
    for number, sentences in enumerate(paragraphs, start=1):
        keys = [f"{number}.{place}" for place in range(1, len(sentences) + 1)]
        for place, (key, text) in enumerate(zip(keys, sentences, strict=True)):
            read[key] = f"{sentences[place - 1]} {text}" if place and is_anaphoric(text) else text
        for size in (1, 2):
            for first in range(len(sentences) - size + 1):
                run = slice(first, first + size)
                windows.append(Window(keys=frozenset(keys[run]), text=" ".join(sentences[run])))
    return Paper(sentences=read, windows=windows)


def read_items(file: Path) -> dict[str, list[Item]]:
    """The questions by paper, each once in either language."""
    items: dict[str, list[Item]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for language in LANGUAGES:
            item = Item(text=row[language], answers=frozenset(row["answers"]), also=frozenset(row["also"]))
            items.setdefault(row["doc"], []).append(item)
    return items
