"""Where the generations of vectors lie, and when one may go: when no reader in any process holds it."""

import os
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path


def generation_folder(index_dir: Path, generation: int) -> Path:
    """Where the vectors of one generation lie."""
    return index_dir / "generations" / str(generation)


class Hold:
    """Keeps a generation from being cleared away, until it is released or the process ends, however it ends.

    Windows deletes no open files by itself; where the file system has no locks, two generations back may be lost.
    """

    def __init__(self, folder: Path) -> None:
        self._descriptor = _lock(folder, exclusive=False)

    def release(self) -> None:
        """Let the generation go; a second time does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def clear_away(index_dir: Path, remove: Callable[[Path], None], *, kept: Collection[int]) -> None:
    """Have all generations removed but those to be kept and those that a reader holds.

    Raises:
        StoreError: `remove` cannot do it.
    """
    names = {str(generation) for generation in kept}
    for folder in generation_folder(index_dir, 0).parent.iterdir():
        if folder.name not in names:
            with suppress(BlockingIOError):
                descriptor = _lock(folder, exclusive=True)
                try:
                    remove(folder)
                finally:
                    if descriptor is not None:
                        os.close(descriptor)


def _lock(folder: Path, *, exclusive: bool) -> int | None:
    """A descriptor that holds the lock until it is closed; None where there are no locks.

    Raises:
        BlockingIOError: an exclusive lock was asked for, and the folder is held.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB if exclusive else fcntl.LOCK_SH)
    except BlockingIOError:
        os.close(descriptor)
        raise
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
