"""What an index was made with. Another value means another index."""

import sqlite3
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The stamp of one state of the index."""

    encoder: str
    dimension: int
    use_renderings: bool
    generation: int
    """Rises with every change and never comes again; names the vector generation that belongs to the records."""

    def is_made_like(self, other: "Manifest") -> bool:
        """Whether both were made with the same encoder and settings, at whatever time."""
        return replace(self, generation=other.generation) == other


_MANIFEST = TypeAdapter(Manifest)


def read_manifest(connection: sqlite3.Connection) -> Manifest | None:
    """The stamp; None for an index that was never finished or says nothing that can be understood."""
    row = connection.execute("SELECT stamp FROM manifest").fetchone()
    try:
        return _MANIFEST.validate_json(row[0]) if row else None
    except ValidationError:
        return None


def write_manifest(connection: sqlite3.Connection, manifest: Manifest) -> None:
    """Replace the stamp, within the transaction that makes it true."""
    connection.execute("DELETE FROM manifest")
    connection.execute("INSERT INTO manifest VALUES (?)", (_MANIFEST.dump_json(manifest).decode(),))
