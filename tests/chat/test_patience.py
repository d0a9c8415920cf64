"""Nobody waits longer than they want to, whatever they wait for."""

import threading
import time
from collections.abc import Iterator

import pytest

from rag.answering.patience import Deadline, with_pauses, within


def dripping(seconds: float, count: int) -> Iterator[int]:
    for number in range(count):
        time.sleep(seconds)
        yield number


def broken() -> Iterator[int]:
    yield 1
    raise LookupError("gone")


def test_all_items_come_in_time() -> None:
    assert list(within(Deadline(5), lambda: dripping(0.01, 3))) == [0, 1, 2]


def test_the_deadline_counts_for_all_items_together() -> None:
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        list(within(Deadline(0.3), lambda: dripping(0.1, 100)))
    assert time.monotonic() - started < 1


def test_pauses_are_told_while_nothing_comes() -> None:
    got = list(with_pauses(0.05, lambda: dripping(0.2, 2)))
    assert [item for item in got if item is not None] == [0, 1]
    assert got.count(None) >= 2


@pytest.mark.parametrize("wait", [lambda start: within(Deadline(5), start), lambda start: with_pauses(1, start)])
def test_an_error_reaches_who_waits(wait) -> None:
    items = wait(broken)
    assert next(items) == 1
    with pytest.raises(LookupError, match="gone"):
        list(items)


def test_what_nobody_waits_for_any_more_is_closed() -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            yield from dripping(0.01, 10_000)
        finally:
            closed.set()

    waiting = with_pauses(1, endless)
    next(waiting)
    waiting.close()  # type: ignore[attr-defined]
    assert closed.wait(timeout=5)
