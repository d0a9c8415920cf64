"""The graph of vectors finds what comparing all would find, whichever build of it is asked."""

from contextlib import closing
from pathlib import Path

import numpy as np

from rag.store.vectors import VectorIndex

COUNT, DIMENSION, NEAREST, QUESTIONS = 1500, 96, 120, 30


def clustered() -> tuple[np.ndarray, np.ndarray]:
    """Vectors and questions around common centres, as texts on a few subjects are."""
    draw = np.random.default_rng(20200703)
    centres = draw.standard_normal((20, DIMENSION))
    drawn = centres[draw.integers(0, 20, COUNT + QUESTIONS)] + draw.standard_normal((COUNT + QUESTIONS, DIMENSION))
    drawn = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    return drawn[:COUNT], drawn[COUNT:]


def test_every_build_finds_the_exact_nearest(tmp_path: Path) -> None:
    vectors, questions = clustered()
    exact = [set(np.argsort(-similarities)[:NEAREST] + 1) for similarities in questions @ vectors.T]
    for build in range(2):
        with closing(VectorIndex.create(tmp_path / str(build))) as index:
            index.add(range(1, COUNT + 1), vectors)
            found = [{hit.passage for hit in index.query(question.tolist(), NEAREST)} for question in questions]
        assert found == exact
