"""How fast an encoder is and how much memory it takes, measured in a process of its own."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median

from evals.bench.memory import peak_megabytes
from rag.store.embedding import Encoder


@dataclass(frozen=True, kw_only=True)
class Speed:
    """What an encoder takes on this machine."""

    milliseconds: float
    """Median of one question."""
    passages_per_second: float
    megabytes: float
    """Most memory of a process that loads and uses it, libraries included."""


def speed(make: Callable[[], Encoder], questions: Sequence[str], passages: Sequence[str]) -> Speed:
    """The speed of the encoder that `make`, a function of a module, gives."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
        return process.submit(_measure, make, questions, passages).result()


def _measure(make: Callable[[], Encoder], questions: Sequence[str], passages: Sequence[str]) -> Speed:
    encoder = make()
    encoder.encode(passages)  # the first time, libraries are imported and memory is taken
    seconds = []
    for question in questions:
        started = time.perf_counter()
        encoder.embed_query(question)
        seconds.append(time.perf_counter() - started)
    started = time.perf_counter()
    encoder.encode(passages)
    elapsed = time.perf_counter() - started
    return Speed(
        milliseconds=1000 * median(seconds),
        passages_per_second=len(passages) / elapsed,
        megabytes=peak_megabytes(),
    )
