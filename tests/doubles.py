"""A real implementation of a seam that is quick, deterministic and can be followed by eye."""

import hashlib
from collections.abc import Sequence

import numpy as np

from rag.store.embedding import Encoder, Vectors
from rag.store.words import fold


class WordEncoder(Encoder):
    """Counts words: each falls into one of the dimensions, so texts are near that share words."""

    def __init__(self, *, name: str = "words", dimension: int = 64) -> None:
        super().__init__(name=name, dimension=dimension)
        self.encoded: list[str] = []
        """Every text that was encoded so far, in order."""

    def _encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded.extend(texts)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        counts = np.full(self.dimension, 0.01, dtype=np.float32)  # a text without words has a direction too
        for word in fold(text).split():
            counts[int.from_bytes(hashlib.sha256(word.strip("?.,!«»").encode()).digest()[:4]) % self.dimension] += 1
        vector: Vectors = counts / np.linalg.norm(counts)
        return vector
