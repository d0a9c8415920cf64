"""Texts -> unit vectors: the bundled Dutch-English encoder, or any sentence-transformers model.

The bundled folder is in sentence-transformers' format and has the same network as a graph for
onnxruntime beside it, over the same weights: that starts in a tenth of the time. Importing
sentence-transformers takes seconds, so it happens only for a model of the user's own.
"""

import hashlib
import os
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from rag.errors import ModelError
from rag.settings import BUNDLED_MODEL

Vectors = NDArray[np.float32]
"""Shape (texts, dimension), rows of length 1, in the order of the texts."""

MAX_TOKENS = 256
"""What the bundled encoder was trained to read; longer texts are cut."""
_BATCH_TEXTS = 8
"""Few, so that the work stays in the processor's cache: 32 take half as long again."""
_REMEMBERED_QUESTIONS = 256
_CHECKSUMS = "SHA256SUMS"
_REMEDY = "Restore it with `git checkout -- rag/model`, or install Briefwijzer again."


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
        return self._encode([_encodable(text) for text in texts])

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's form of `encode`."""
        rows: list[list[float]] = self.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The unit vector of a question."""
        return list(self._remembered(_encodable(text)))

    @abstractmethod
    def _encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of one text or more, in their order."""

    def _encode_question(self, text: str) -> tuple[float, ...]:
        """The unit vector of a question, for models that treat questions in their own way."""
        return tuple(self._encode([text])[0].tolist())


def _encodable(text: str) -> str:
    """The text without half characters, which come from arguments in another encoding and stop any tokenizer."""
    return text.encode("utf-8", "replace").decode()


class BundledEncoder(Encoder):
    """A folder in sentence-transformers' format that also holds `model.onnx`, run by onnxruntime."""

    def __init__(self, folder: Path = BUNDLED_MODEL) -> None:
        """Load the graph and the tokenizer.

        Raises:
            ModelError: a file is missing or damaged; the message names it.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        name = bundled_name(folder)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4  # what it would print is in the exception
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads burn half the time
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise bare exceptions of their own
            files = ", ".join(repr(str(folder / one)) for one in damaged_files(folder)) or f"in {str(folder)!r}"
            raise ModelError(f"The encoder cannot be loaded, damaged: {files}. {_REMEDY}") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        super().__init__(name=name, dimension=int(self._session.get_outputs()[0].shape[-1]))

    def _encode(self, texts: Sequence[str]) -> Vectors:
        """Texts of like length share a batch, which changes no result beyond rounding."""
        encoded = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(encoded)), key=lambda index: len(encoded[index].ids))
        vectors = np.zeros((len(encoded), self.dimension), dtype=np.float32)
        for start in range(0, len(order), _BATCH_TEXTS):
            batch = order[start : start + _BATCH_TEXTS]
            vectors[batch] = self._run([encoded[index].ids for index in batch])
        return vectors

    def _run(self, ids: list[list[int]]) -> Vectors:
        width = max(len(row) for row in ids)
        inputs = np.zeros((len(ids), width), dtype=np.int64)
        mask = np.zeros_like(inputs)
        for index, row in enumerate(ids):
            inputs[index, : len(row)] = row
            mask[index, : len(row)] = 1
        result: Any = self._session.run(None, {"input_ids": inputs, "attention_mask": mask})[0]
        return np.asarray(result, dtype=np.float32)


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


def bundled_name(folder: Path) -> str:
    """The name of a bundled encoder: twelve hex digits stand for the checksums of its files.

    Raises:
        ModelError: a file is missing; the message names it.
    """
    sums = _checksums(folder)
    for name in sums:
        if not (folder / name).is_file():
            raise ModelError(f"The encoder's file {str(folder / name)!r} is missing. {_REMEDY}")
    return f"bundled-{_short_digest(f'{digest}  {name}' for name, digest in sums.items())}"


def _state(folder: Path) -> str:
    """Twelve hex digits that change when a file of the folder does: its size or its time."""
    files = [(file.relative_to(folder), file.stat()) for file in folder.rglob("*") if file.is_file()]
    return _short_digest(f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in files)


def _short_digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:12]


def damaged_files(folder: Path = BUNDLED_MODEL) -> tuple[str, ...]:
    """Names of the bundled encoder's files that are missing or do not match their checksum."""
    damaged = []
    for name, expected in _checksums(folder).items():
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            damaged.append(name)
    return tuple(damaged)


def _checksums(folder: Path) -> dict[str, str]:
    file = folder / _CHECKSUMS
    try:
        lines = file.read_text(encoding="ascii").splitlines()
    except OSError as error:
        raise ModelError(f"The encoder's file {str(file)!r} is missing. {_REMEDY}") from error
    rows = (line.split(maxsplit=1) for line in lines if line.strip())
    return {name.strip().lstrip("*"): digest for digest, name in rows}
