"""Waiting for somebody else's iterator, and no longer than one wants to."""

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Deadline:
    """A moment after which nobody waits any more."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def remaining(self) -> float:
        """Seconds left; never below 0."""
        return max(0.0, self._end - time.monotonic())


def within(deadline: Deadline, start: Callable[[], Iterator[T]]) -> Iterator[T]:
    """The items of an iterator as they come, until it ends or the deadline passes.

    A server that sends a byte now and then would outwait any timeout of a single read.

    Raises:
        TimeoutError: the deadline passed.
        Exception: whatever the iterator raises.
    """
    for item in _received(start, lambda: deadline.remaining):
        if item is None:
            raise TimeoutError
        yield item


def with_pauses(seconds: float, start: Callable[[], Iterator[T]]) -> Iterator[T | None]:
    """The items of an iterator, and None whenever so many seconds brought none: there, who waits can stop.

    Raises:
        Exception: whatever the iterator raises.
    """
    return _received(start, lambda: seconds)


@dataclass(frozen=True)
class _Item(Generic[T]):
    value: T


def _received(start: Callable[[], Iterator[T]], patience: Callable[[], float]) -> Iterator[T | None]:
    """What a thread that runs the iterator hands over. Who stops early leaves it behind; it ends at its next item."""
    handed: Queue[_Item[T] | BaseException | None] = Queue()
    stopped = Event()

    def run() -> None:
        try:
            items = start()
            for item in items:
                if stopped.is_set():
                    break
                handed.put(_Item(item))
            if isinstance(items, Generator):
                items.close()
            handed.put(None)
        except BaseException as error:  # handed to whoever waits, there to be named
            handed.put(error)

    Thread(target=run, name="waited for", daemon=True).start()
    try:
        while True:
            try:
                got = handed.get(timeout=patience())
            except Empty:
                yield None
                continue
            if got is None:
                return
            if isinstance(got, BaseException):
                raise got
            yield got.value
    finally:
        stopped.set()
