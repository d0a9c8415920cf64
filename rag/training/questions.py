"""What the network is taught with: papers as sentences, and questions with the sentences that answer them.

DOCUMENTS is JSON: `{name: [[heading, [sentence, ...]], ...]}`, and ENGLISH `{name: [[sentence, ...], ...]}` for papers
that have an English rendering, sentence by sentence. QUESTIONS are JSON lines
`{"doc", "nl", "en", "kind", "answers", "also"}`: one question in both languages; `answers` are the sentences that an
answer must quote and `also` those that it may, each as "paragraph.sentence" from 1. Where the paper does not say, both
are empty, and `told` may say what a fuller paper would: `{"after", "nl", "en"}`, to stand behind the sentence `after`.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rag.answering.evidence import is_anaphoric

LANGUAGES = ("nl", "en")
STEM = 6
"""Letters of a word that are compared."""
LOST = "—"
"""Stands for a sentence that is not at hand, so that the places of the others stay what they are."""


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
    english: "Paper | None" = None
    """Its rendering, where it has one."""
    language: str = "nl"

    def sharing_words(self, text: str, keys: Collection[str]) -> list[str]:
        """The given sentences, those first that share the rarest words with a text; in random order where none does."""
        words = _beginnings(text)
        shared = {key: words & self._words[key] for key in random.sample(sorted(keys), len(keys))}
        return sorted(shared, key=lambda key: -sum(1 / self._frequency[word] for word in shared[key]))

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        return {key: _beginnings(text) for key, text in self.sentences.items()}

    @cached_property
    def _frequency(self) -> Counter[str]:
        return Counter(word for words in self._words.values() for word in words)

    def version(self, share: float) -> "Paper":
        """The paper, or in a share of the cases its rendering if there is one."""
        return self.english if self.english and random.random() < share else self

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Its sentences in English and Dutch, where it has a rendering."""
        for key, text in self.english.sentences.items() if self.english else ():
            yield text, self.sentences[key]


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a fuller paper would say in answer to a question that the paper leaves open."""

    after: str
    """The sentence that it would stand behind, as "paragraph.sentence"."""
    texts: Mapping[str, str]
    """By language."""

    def within(self, paper: Paper) -> str:
        """The text in the paper's language, after the sentence that it points back to, if it does."""
        before = paper.sentences.get(self.after, "") if is_anaphoric(self.texts["nl"]) else ""
        return f"{before} {self.texts[paper.language]}".strip()


@dataclass(frozen=True, kw_only=True)
class Item:
    """A question in one language about one paper."""

    text: str
    language: str
    answers: frozenset[str]
    also: frozenset[str]
    told: Told | None = None
    """Where there is no answer, what would be one; None where nobody wrote it."""


def _beginnings(text: str) -> set[str]:
    """The first letters of its longer words, so that inflections of a word are alike."""
    return {word[:STEM] for word in re.findall(r"\w{4,}", text.lower())}


def read_papers(documents: Path, english: Path) -> dict[str, Paper]:
    """The papers by name."""
    found: dict[str, list[tuple[str, list[str]]]] = json.loads(documents.read_text(encoding="utf-8"))
    rendered: dict[str, list[list[str]]] = json.loads(english.read_text(encoding="utf-8"))
    return {name: _paper([own for _, own in paper], rendered.get(name)) for name, paper in found.items()}


def _paper(dutch: Sequence[Sequence[str]], english: Sequence[Sequence[str]] | None = None) -> Paper:
    """The paper in Dutch, with its rendering where there is one."""
    rendering = replace(_version(dutch, english), language="en") if english else None
    return replace(_version(dutch, dutch), english=rendering)


def _version(dutch: Sequence[Sequence[str]], texts: Sequence[Sequence[str]]) -> Paper:
    read: dict[str, str] = {}
    windows: list[Window] = []
    for number, (originals, sentences) in enumerate(zip(dutch, texts, strict=True), start=1):
        keys = [f"{number}.{place}" for place in range(1, len(sentences) + 1)]
        for place, (key, original) in enumerate(zip(keys, originals, strict=True)):
            points_back = place > 0 and is_anaphoric(original) and sentences[place - 1] != LOST
            if sentences[place] != LOST:
                read[key] = " ".join(sentences[place - points_back : place + 1])
        for size in (1, 2):
            for first in range(len(sentences) - size + 1):
                run = slice(first, first + size)
                if LOST not in sentences[run]:
                    windows.append(Window(keys=frozenset(keys[run]), text=" ".join(sentences[run])))
    return Paper(sentences=read, windows=windows)


def read_items(file: Path) -> dict[str, list[Item]]:
    """The questions by paper, each once in either language."""
    items: dict[str, list[Item]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answers, also = frozenset(row["answers"]), frozenset(row["also"])
        told = _told(row["told"]) if "told" in row else None
        for language in LANGUAGES:
            item = Item(text=row[language], language=language, answers=answers, also=also, told=told)
            items.setdefault(row["doc"], []).append(item)
    return items


def _told(row: Mapping[str, str]) -> Told:
    return Told(after=row["after"], texts={language: row[language] for language in LANGUAGES})
