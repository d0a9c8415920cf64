"""The SQLite file of an index: its tables, how it is opened, and its errors as ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from rag.errors import StoreError

DATABASE = "letters.sqlite"
"""Its name in the folder of the index."""
SCHEMA_VERSION = 2
"""Raised whenever the tables change. An index of another version is made anew, never converted."""
LANGUAGES = ("nl", "en")
_TABLES = """
CREATE TABLE manifest (stamp TEXT NOT NULL);
CREATE TABLE letters (id TEXT PRIMARY KEY, date TEXT, digest TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, letter TEXT NOT NULL REFERENCES letters (id), paragraph INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, footnote INTEGER, language TEXT NOT NULL, voices INTEGER NOT NULL,
    text TEXT NOT NULL, context TEXT NOT NULL, digest TEXT NOT NULL);
CREATE INDEX passages_of_paragraph ON passages (letter, paragraph, voices);
CREATE TABLE terms (passage INTEGER PRIMARY KEY REFERENCES passages (id), text TEXT NOT NULL, context TEXT NOT NULL);
CREATE TABLE postings (
    language TEXT NOT NULL, term TEXT NOT NULL, passages BLOB NOT NULL, in_text BLOB NOT NULL, in_context BLOB NOT NULL,
    UNIQUE (language, term));
CREATE TABLE lengths (language TEXT PRIMARY KEY, passages BLOB NOT NULL, terms BLOB NOT NULL);
CREATE TABLE vectors (digest TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
"""
_TELLING_TABLES = {"manifest", "letters", "passages"}
"""A database that has these is an index of ours, of whatever version."""
_NO_ACCESS = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection in autocommit mode; a file that is missing, empty or of another schema is made anew.

    Only the one writer of the folder may call this.

    Raises:
        StoreError: the file cannot be written, or it is damaged or no index.
    """
    with translated(path):
        if not _is_current(path):
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        with _closed_on_error(connection):
            connection.execute("PRAGMA journal_mode = WAL")
            if not _tables(connection, path):
                connection.executescript(f"BEGIN;{_TABLES}PRAGMA user_version = {SCHEMA_VERSION};COMMIT;")
            elif connection.execute("PRAGMA quick_check (1)").fetchone() != ("ok",):
                raise StoreError(foreign(path))
        return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that any thread may use, one at a time.

    Raises:
        StoreError: there is no finished index, it is of another schema, or the file is damaged or no index.
    """
    if not path.is_file():
        raise StoreError(f"There is no index in {str(path.parent)!r}. Run `rag index` (or `make index`) first.")
    with translated(path):
        connection = _connect_to_read(path)
        with _closed_on_error(connection):
            if not _tables(connection, path):
                raise StoreError(unfinished(path))
            if (version := _version(connection)) != SCHEMA_VERSION:
                raise StoreError(mismatch("schema", version, SCHEMA_VERSION))
        return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Read-only. Where SQLite may not make its shared memory beside the file, no writer needs it either."""
    try:
        return _probed(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if _code(error) not in _NO_ACCESS:
            raise
        return _probed(path, "immutable=1")


def _probed(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?{mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    with _closed_on_error(connection):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _is_current(path: Path) -> bool:
    """Whether a file is an index of this schema, or will be one: there is none, or an empty one."""
    if not path.exists():
        return True
    with closing(_connect_to_read(path)) as connection:
        return not _tables(connection, path) or _version(connection) == SCHEMA_VERSION


def _tables(connection: sqlite3.Connection, path: Path) -> set[str]:
    """Names of the tables; none in a file that was only just made."""
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if names and not names >= _TELLING_TABLES:
        raise StoreError(foreign(path))
    return names


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for errors that Python's module raises by itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the file system's errors as ours."""
    try:
        yield
    except sqlite3.ProgrammingError as error:
        raise StoreError(f"The index {str(path)!r} was closed while it was asked. Open it again.") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(_explained(path, error)) from error
    except OSError as error:
        raise StoreError(f"{str(path)!r} cannot be written: {error.strerror}. {_OTHER_FOLDER}") from error


_OTHER_FOLDER = "Check the folder's permissions, or set RAG_INDEX_DIR to another one."


def _explained(path: Path, error: sqlite3.DatabaseError) -> str:
    code = _code(error)
    if code in _NO_ACCESS:
        return f"{str(path)!r} cannot be opened or written. {_OTHER_FOLDER}"
    if code in _IN_USE:
        return f"{str(path)!r} is in use by another program. Wait for it and try again."
    if code == sqlite3.SQLITE_FULL:
        return f"The disk of {str(path)!r} is full. Make room, then run `rag index` again."
    return foreign(path)


def foreign(path: Path) -> str:
    """The message about a file that is no index."""
    return (
        f"{str(path)!r} is damaged or no index of Briefwijzer. Move it away, or set RAG_INDEX_DIR to another folder, "
        "and run `rag index`."
    )


def unfinished(path: Path) -> str:
    """The message about an index whose first run was broken off."""
    return f"The index in {str(path.parent)!r} was never finished. Run `rag index`."


def mismatch(what: str, stored: object, wanted: object) -> str:
    """The message about an index that was made otherwise than it is now asked for."""
    return f"The index was made with {what} {stored!r}, and now it is {wanted!r}. Run `rag index` to make it anew."
