"""What an encoder or a search is worth on a test set."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from evals.bench.corpus import Text
from evals.bench.peers import LIMIT, Bm25, MiniLm, OurEncoder, OurSearch
from evals.benchmarks.sets import Bitext, Similar
from evals.opened import opened
from evals.score import Place
from rag.retrieval.question import understand
from rag.retrieval.search import Searcher
from rag.settings import Settings
from rag.store.embedding import Encoder
from rag.store.index import Index

_NEAREST = 120
"""Passages that are rolled up to answers."""


def translations_found(encoder: Encoder, pairs: Bitext) -> dict[str, list[float]]:
    """By direction, for each sentence: whether the nearest of all translations is its own, or of the same words."""
    english, dutch = (encoder.encode(texts) for texts in (pairs.english, pairs.dutch))
    similarities = english @ dutch.T
    return {
        "en → nl": _hits(similarities.argmax(axis=1), pairs.dutch),
        "nl → en": _hits(similarities.argmax(axis=0), pairs.english),
    }


def _hits(nearest: Sequence[int], texts: Sequence[str]) -> list[float]:
    return [float(texts[found] == right) for found, right in zip(nearest, texts, strict=True)]


def similarity_correlations(encoder: Encoder, pairs: Similar) -> dict[str, float]:
    """Spearman's rank correlation of cosines with people's scores: within each language, and across."""
    first, second = (
        {name: encoder.encode([pair[place] for pair in group]) for name, group in _groups(pairs).items()}
        for place in (0, 1)
    )
    within = {name: (first[name] * second[name]).sum(axis=1) for name in first}
    across = [(first[one] * second[other]).sum(axis=1) for one, other in (("nl", "en"), ("en", "nl"))]
    return {
        **{name: spearman(cosines, pairs.scores) for name, cosines in within.items()},
        "nl - en": spearman(np.concatenate(across), [*pairs.scores, *pairs.scores]),
    }


def _groups(pairs: Similar) -> Mapping[str, Sequence[tuple[str, str]]]:
    return {"nl": pairs.dutch, "en": pairs.english}


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Correlation of ranks, equal values sharing the mean of theirs."""
    return float(np.corrcoef(_ranks(np.asarray(first)), _ranks(np.asarray(second)))[0, 1])


def _ranks(values: np.ndarray) -> np.ndarray:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[places]


def answers_found(pairs: Sequence[tuple[str, str]], encoder: Encoder) -> dict[str, list[float]]:
    """By way of searching, for each question, whether its answer is among the first ten of all answers."""
    with tempfile.TemporaryDirectory(prefix="briefwijzer-bench-", ignore_cleanup_errors=True) as made:
        files = [Path(made) / f"answer-{number:04}.txt" for number in range(len(pairs))]
        for file, (_, answer) in zip(files, pairs, strict=True):
            file.write_text(f"Geachte voorzitter,\n\n{answer}\n", encoding="utf-8", newline="\n")
        whole = [Text(place=(file.stem, 1), language="nl", text=pairs[n][1]) for n, file in enumerate(files)]
        with opened(files, Settings(use_renderings=False), encoder) as answers:
            ways = _ways(whole, answers.index)
            return {
                name: [_is_found(find(question), file.stem) for (question, _), file in zip(pairs, files, strict=True)]
                for name, find in ways.items()
            }


def _ways(texts: Sequence[Text], index: Index) -> Mapping[str, Callable[[str], Sequence[Place]]]:
    bm25, minilm, searcher = Bm25(texts), MiniLm(texts), Searcher(index)

    def nearest(question: str) -> list[Place]:
        hits = index.near(index.encoder.embed_query(question), _NEAREST)
        return [(one.letter, one.paragraph) for one in index.passages([hit.passage for hit in hits]).values()]

    def searched(question: str) -> list[Place]:
        read = understand(question, language="nl")
        return [(hit.letter, hit.paragraph) for hit in searcher.search(read, _NEAREST)]

    return {
        bm25.name: lambda question: bm25.search(question, "nl"),
        minilm.name: minilm.search,
        OurEncoder.name: nearest,
        OurSearch.name: searched,
    }


def _is_found(places: Sequence[Place], letter: str) -> float:
    return float(letter in list(dict.fromkeys(name for name, _ in places))[:LIMIT])
