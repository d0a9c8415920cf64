"""The bundled network: one tokenizer, one weight file, a graph for each thing that it is asked.

The folder is in sentence-transformers' format. Beside the weights lie graphs for onnxruntime that point into them.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelError
from rag.settings import BUNDLED_MODEL

Tokens = NDArray[np.int64]
Compute = Callable[[Tokens, Tokens], NDArray[np.float32]]
"""From ids, [texts, tokens], and where they are present, to a row for each text; called by many threads at once."""

_BATCH_TEXTS = 4
"""Few, so that the work stays in the processor's cache: 16 take a fifth longer."""
_SIDE_BY_SIDE = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="network")
"""Batches are computed at once, a thread each, which waits less than many threads at one of these small batches."""
_CHECKSUMS = "SHA256SUMS"
_REMEDY = "Restore it with `git checkout -- rag/model`, or install Briefwijzer again."


class Network:
    """One graph of a folder, with its tokenizer. It keeps no state: any number of threads may use it at once."""

    def __init__(self, graph: str, *, max_tokens: int, folder: Path = BUNDLED_MODEL) -> None:
        """Load the graph and the tokenizer; longer texts are cut at `max_tokens`.

        Raises:
            ModelError: a file is missing or damaged; the message names it.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        self.name = bundled_name(folder)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4  # what it would print is in the exception
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads burn half the time
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / graph), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise bare exceptions of their own
            files = ", ".join(repr(str(folder / one)) for one in damaged_files(folder)) or f"in {str(folder)!r}"
            raise ModelError(f"The encoder cannot be loaded, damaged: {files}. {_REMEDY}") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens)
        self.width = int(self._session.get_outputs()[0].shape[-1])
        """Numbers that the graph gives for a text."""

    def run(
        self,
        texts: Sequence[str] | Sequence[tuple[str, str]],
        *,
        together: int = _BATCH_TEXTS,
        compute: Compute | None = None,
    ) -> NDArray[np.float32]:
        """What the graph, or `compute` in its place, gives for each text or pair of texts: shape (texts, width), in
        their order.

        Texts of like length share a batch of at most `together`, which changes no result beyond rounding; in a graph
        of integers that rounding is coarse, and one text in a batch has the same result whatever is asked beside it.
        """
        encoded = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(encoded)), key=lambda index: -len(encoded[index].ids))
        batches = [order[start : start + together] for start in range(0, len(order), together)]
        rows = np.zeros((len(encoded), self.width), dtype=np.float32)
        results = _SIDE_BY_SIDE.map if len(batches) > 1 else map

        def result_of(batch: list[int]) -> NDArray[np.float32]:
            return (compute or self._compute)(*_padded([encoded[index].ids for index in batch]))

        for batch, result in zip(batches, results(result_of, batches), strict=True):
            rows[batch] = result
        return rows

    def words(self, text: str) -> list[tuple[int, int]]:
        """Per token of a text, without the signs around it, the span of the word that it belongs to."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        spans: dict[int | None, tuple[int, int]] = {}
        for (start, end), word in zip(encoding.offsets, encoding.word_ids, strict=True):
            spans[word] = (spans.get(word, (start, end))[0], end)
        return [spans[word] for word in encoding.word_ids]

    def _compute(self, ids: Tokens, mask: Tokens) -> NDArray[np.float32]:
        result: Any = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return np.asarray(result, dtype=np.float32)


def _padded(rows: Sequence[Sequence[int]]) -> tuple[Tokens, Tokens]:
    """Rows of ids at one width, [rows, tokens], and where they hold any."""
    ids = np.zeros((len(rows), max(len(row) for row in rows)), dtype=np.int64)
    mask = np.zeros_like(ids)
    for index, row in enumerate(rows):
        ids[index, : len(row)] = row
        mask[index, : len(row)] = 1
    return ids, mask


def plain(text: str) -> str:
    """A text of the same length in which nothing can be taken for the network's own signs, such as [SEP]."""
    return encodable(text).replace("[", "(").replace("]", ")")


def encodable(text: str) -> str:
    """The text without half characters, which come from arguments in another encoding and stop any tokenizer."""
    return text.encode("utf-8", "replace").decode()


def bundled_name(folder: Path) -> str:
    """The name of a bundled network: twelve hex digits stand for the checksums of its files.

    Raises:
        ModelError: a file is missing; the message names it.
    """
    sums = _checksums(folder)
    for name in sums:
        if not (folder / name).is_file():
            raise ModelError(f"The encoder's file {str(folder / name)!r} is missing. {_REMEDY}")
    return f"bundled-{short_digest(f'{digest}  {name}' for name, digest in sums.items())}"


def short_digest(lines: Iterable[str]) -> str:
    """Twelve hex digits for lines, whatever their order."""
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:12]


def damaged_files(folder: Path = BUNDLED_MODEL) -> tuple[str, ...]:
    """Names of the bundled network's files that are missing or do not match their checksum."""
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
