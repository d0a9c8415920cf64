"""Where the generations of vectors lie, and when one may go: when no reader in any process holds it."""

import os
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from rag.store.database import translated

_OWNER = ".owner"


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


def owner(index_dir: Path) -> str:
    """The mark that tells an index from all others on a server; only the one writer of the folder may call this.

    It goes along where the folder is moved. A copy of the folder has another, since the original is still in use.
    And so has a folder that was deleted and made again: nothing tells that from one that was moved elsewhere.

    Raises:
        StoreError: the folder cannot be written.
    """
    file = index_dir / _OWNER
    with translated(file):
        if not (file.is_file() and file.stat().st_size):
            file.write_text(uuid4().hex, encoding="ascii")
        return f"{file.read_text(encoding='ascii', errors='replace')}-{file.stat().st_ino}"


def clear_away(
    index_dir: Path, remove: Callable[[Path], None], *, kept: Collection[int], elsewhere: Collection[int] = ()
) -> None:
    """Have all generations removed but those to be kept and those that a reader holds; what is none stays.

    Some may be `elsewhere` whose folders are gone.

    Raises:
        StoreError: `remove` cannot do it.
    """
    here = (one for one in generation_folder(index_dir, 0).parent.glob("*") if one.name.isdecimal())
    folders = {*here, *(generation_folder(index_dir, generation) for generation in elsewhere)}
    for folder in sorted(folders - {generation_folder(index_dir, generation) for generation in kept}):
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
