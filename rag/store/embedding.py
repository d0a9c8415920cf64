"""Texts -> unit vectors: the bundled Dutch-English encoder, or any sentence-transformers model.

The bundled folder is in sentence-transformers' format and has the same network as a graph for
onnxruntime beside it, over the same weights: that starts in a tenth of the time. Importing
sentence-transformers takes seconds, so it happens only for a model of the user's own.
"""

import os
from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from rag.errors import ModelError
from rag.settings import BUNDLED_MODEL
from rag.store.bfloat16 import Bfloat16Network
from rag.store.network import Compute, Network, bundled_name, encodable, short_digest

Vectors = NDArray[np.float32]
"""Shape (texts, dimension), rows of length 1, in the order of the texts."""

MAX_TOKENS = 256
"""What the bundled encoder was trained to read; longer texts are cut."""
MANY_TEXTS = 1_024
"""From which on it pays to import torch, which takes a second."""
_MANY_TOGETHER = 16
_REMEMBERED_QUESTIONS = 256


class Encoder(Embeddings):
    """LangChain's `Embeddings`, with arrays and an identity that can be stamped into an index.

    An encoder has no state but a memory of the last questions: any number of threads may use it at once.
    """

    def __init__(self, *, name: str, dimension: int) -> None:
        self.name = name
        """Identifies the weights: two encoders of one name give the same vectors."""
        self.dimension = dimension
        self._remembered = lru_cache(maxsize=_REMEMBERED_QUESTIONS)(self._encode_question)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of the texts; no texts give shape (0, dimension)."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return self._encode([encodable(text) for text in texts])

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's form of `encode`."""
        rows: list[list[float]] = self.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The unit vector of a question."""
        return list(self._remembered(encodable(text)))

    @abstractmethod
    def _encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of one text or more, in their order."""

    def _encode_question(self, text: str) -> tuple[float, ...]:
        """The unit vector of a question, for models that treat questions in their own way."""
        return tuple(self._encode([text])[0].tolist())


class BundledEncoder(Encoder):
    """A folder in sentence-transformers' format that also holds `model.onnx`, run by onnxruntime.

    Many texts at once are computed by torch in bfloat16 where the processor is made for it: in two thirds of the time,
    at cosines of 0.9999 to the others.
    """

    def __init__(self, folder: Path = BUNDLED_MODEL) -> None:
        """Load the graph and the tokenizer.

        Raises:
            ModelError: a file is missing or damaged; the message names it.
        """
        self._network = Network("model.onnx", max_tokens=MAX_TOKENS, folder=folder)
        self._folder = folder
        super().__init__(name=self._network.name, dimension=self._network.width)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        if len(texts) >= MANY_TEXTS and (fast := self._in_bfloat16):
            return self._network.run(texts, together=_MANY_TOGETHER, compute=fast)
        return self._network.run(texts)

    @cached_property
    def _in_bfloat16(self) -> Compute | None:
        """The same network in bfloat16; None where that is not faster."""
        return Bfloat16Network(self._folder) if Bfloat16Network.is_fast() else None


_ST_OPTIONS: Any = {"normalize_embeddings": True, "show_progress_bar": False}


class SentenceTransformerEncoder(Encoder):
    """Any model that sentence-transformers loads, from a folder or from what is already downloaded."""

    def __init__(self, model: str) -> None:
        """Load the model.

        Raises:
            ModelError: there is no such model on this machine, or it cannot be loaded.
        """
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(model, device="cpu")
        except Exception as error:  # the library passes on whatever torch, transformers or the hub raise
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ModelError(
                f"RAG_EMBEDDING_MODEL is {model!r}, which cannot be loaded: {reason} "
                "Give a folder in sentence-transformers' format, or unset it to use the bundled encoder."
            ) from error
        super().__init__(name=encoder_name(model), dimension=int(self._model.encode([""]).shape[-1]))

    def _encode(self, texts: Sequence[str]) -> Vectors:
        """With the model's own prompt for documents."""
        return self._as_vectors(self._model.encode_document(list(texts), **_ST_OPTIONS))

    def _encode_question(self, text: str) -> tuple[float, ...]:
        """With the model's own prompt for queries."""
        return tuple(self._as_vectors(self._model.encode_query(text, **_ST_OPTIONS)).tolist())

    @staticmethod
    def _as_vectors(encoded: Any) -> Vectors:
        return np.asarray(encoded, dtype=np.float32)


def open_encoder(model: str) -> Encoder:
    """The encoder that a setting names; the empty one is the bundled encoder.

    Raises:
        ModelError: it is missing or cannot be loaded.
    """
    return SentenceTransformerEncoder(model) if model else BundledEncoder()


def encoder_name(model: str) -> str:
    """The name that `open_encoder(model)` will have, without loading the weights.

    Raises:
        ModelError: a file of the bundled encoder is missing.
    """
    if not model:
        return bundled_name(BUNDLED_MODEL)
    folder = Path(model)
    return f"sentence-transformers:{model}" + (f"@{_state(folder)}" if folder.is_dir() else "")


def _state(folder: Path) -> str:
    """Twelve hex digits that change when a file of the folder does: its size or its time."""
    files = [(file.relative_to(folder), file.stat()) for file in folder.rglob("*") if file.is_file()]
    return short_digest(f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in files)
