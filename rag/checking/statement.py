"""A claim read: its language, whom it names as holder, and its clauses."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from rag.checking.clauses import clause_spans
from rag.checking.named_holder import Holder, find_holder
from rag.checking.quotes import MARKED
from rag.retrieval.language import detect_language
from rag.store.words import folded_words

SAYING = frozenset(
    """
    zeggen stellen menen vinden achten constateren concluderen benadrukken schrijven betogen oordelen noemen zien aldus
    say state argue think believe hold find note conclude emphasise emphasize stress write consider observe see call
    maintain
    want wish view opinion according accord report also because due although however
    """.split()
)
"""Lemmas of words that only tell that somebody says or wants what follows, or join it to the rest."""
_ANSWER = re.compile(r"^\s*(?:ja|nee|neen|yes|no)\s*[,:;.]\s*", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]\s*|,?\s+(?:maar|but|terwijl|while|whereas|waarbij|omdat|because|zodat|so that|waardoor|hoewel"
    r"|although|en|and|evenals"
    r"|as well as)\s+|,\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A claim, read."""

    text: str
    language: str
    holder: Holder | None
    """None where the claim names none: then it is judged as what the letter says."""
    clauses: tuple[tuple[int, int], ...]
    """Spans of its clauses, in order; together they cover all but what joins them."""


def read_statement(text: str, language: str) -> Statement:
    """Read one sentence; `language` is "nl" or "en". A "No, …" before it answers a question, and states nothing."""
    text = _ANSWER.sub("", text)
    return Statement(text=text, language=language, holder=find_holder(text), clauses=tuple(clause_spans(text, _CLAUSE)))


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where a claim quotes the letter between « »: what stands there is for the gate of quotes."""
    return [match.span() for match in re.finditer(MARKED, text)]


def quoted_words(text: str) -> set[str]:
    """The different words that a claim quotes between « », folded."""
    return {word for start, end in quoted_spans(text) for word in folded_words(text[start:end])}


def language_of(claim: str, vocabularies: Mapping[str, Container[str]]) -> str:
    """What a claim is in, apart from the Dutch that it may quote; Dutch where it is in another language."""
    return detect_language(own_words(claim), vocabularies) or "nl"


def own_words(text: str) -> str:
    """A claim without what it quotes, by which its language is told."""
    return re.sub(MARKED, " ", text)
