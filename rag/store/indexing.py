"""Letters -> index: added, changed and removed in one step that either happens or does not.

The database and its vector generation belong together: the generation is built aside, checked, and
becomes current with the same SQLite commit that makes the new records visible. Whatever is killed
when, the index that was there before still answers.
"""

import hashlib
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from filelock import FileLock, Timeout

from rag.errors import StoreError
from rag.letters import Letter, find_letters, read_letter
from rag.letters import __file__ as letters_room
from rag.letters.sidecars import METADATA_ENDING, RENDERING_ENDING
from rag.settings import Settings
from rag.store import passages, words
from rag.store.database import DATABASE
from rag.store.embedding import MANY_TEXTS, Encoder, open_encoder
from rag.store.generations import clear_away, generation_folder, owner
from rag.store.manifest import Manifest
from rag.store.passages import Passage, cut
from rag.store.records import Indexed, Records
from rag.store.vectors import VectorIndex, marked_generations, remove
from rag.store.words import terms

_EMBED_BATCH = 64
_VECTOR_BATCH = 5000

Progress = Callable[[str, int, int], None]
"""Called with a step's name ("read", "embed" or "store"), how much of it is done, and its total."""


@dataclass(frozen=True, kw_only=True)
class IndexReport:
    """What a run changed, by letter id."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    passages: int
    """How many there are now, in all letters and languages."""
    problems: tuple[str, ...]
    """What a reader of the added and changed letters should know, each with the letter's id."""

    @property
    def is_current(self) -> bool:
        """Whether there was nothing to do."""
        return not (self.added or self.changed or self.removed)


def index_letters(
    paths: Sequence[Path],
    settings: Settings,
    progress: Progress = lambda *_: None,
    encoder: Encoder | None = None,
) -> IndexReport:
    """Make the index mirror the letters at or under the paths.

    The vectors come from an encoder that is open already, or from the one that the settings name.

    Raises:
        InputError: a path or letter cannot be used; the index stays as it was.
        StoreError: the folder cannot be written, holds something else, or another run has it.
        ModelError: the encoder cannot be loaded.
    """
    files = find_letters(paths)
    with _exclusive(settings.index_dir), closing(Records(settings.index_dir / DATABASE)) as records:
        run = _Run(
            records=records,
            encoder=encoder or open_encoder(settings.embedding_model),
            settings=settings,
            progress=progress,
        )
        return run.mirror(files)


@dataclass(frozen=True, kw_only=True)
class _Run:
    """One run of the one writer."""

    records: Records
    encoder: Encoder
    settings: Settings
    progress: Progress

    def mirror(self, files: Sequence[Path]) -> IndexReport:
        """Bring the index to what the files say; nothing is written where it says so already."""
        stored = self.records.manifest()
        wanted = self._manifest(_next_generation(stored))
        is_same_make = stored is not None and stored.is_made_like(wanted)
        known = self.records.digests()
        digests = {file.stem: _source_digest(file) for file in files}
        letters = self._read([file for file in files if not is_same_make or known.get(file.stem) != digests[file.stem]])
        renewed = [letter.id for letter in letters]
        removed = sorted(known.keys() - digests.keys())
        if renewed or removed or not is_same_make or not (stored and self._is_healthy(stored)):
            self._embed(letters)
            with self.records.transaction():
                for letter_id in (*removed, *renewed):
                    self.records.remove(letter_id)
                for letter in letters:
                    self.records.add(letter, digests[letter.id], map(self._indexed, self._cut(letter)))
                self.records.write_postings()
                self._build(wanted)
                self.records.drop_unused_vectors()
                self.records.write_manifest(wanted)
        kept = {one.generation for one in (stored, wanted) if one}
        self._clear_away(kept)
        return IndexReport(
            added=tuple(one for one in renewed if one not in known),
            changed=tuple(one for one in renewed if one in known),
            removed=tuple(removed),
            unchanged=tuple(sorted(digests.keys() - set(renewed))),
            passages=self.records.count_passages(),
            problems=tuple(f"{letter.id}: {problem}" for letter in letters for problem in letter.problems),
        )

    def _manifest(self, generation: int) -> Manifest:
        return Manifest(
            encoder=self.encoder.name,
            dimension=self.encoder.dimension,
            use_renderings=self.settings.use_renderings,
            generation=generation,
        )

    def _read(self, files: Sequence[Path]) -> list[Letter]:
        letters = []
        for done, file in enumerate(files):
            self.progress("read", done, len(files))
            letters.append(read_letter(file))
            self.progress("read", done + 1, len(files))
        return letters

    def _cut(self, letter: Letter) -> tuple[Passage, ...]:
        return cut(letter, use_rendering=self.settings.use_renderings)

    def _indexed(self, passage: Passage) -> Indexed:
        return Indexed(
            passage=passage,
            text_terms=" ".join(terms(passage.text, passage.language)),
            context_terms=" ".join(terms(passage.context, passage.language)),
            digest=self._digest(passage),
        )

    def _digest(self, passage: Passage) -> str:
        """What the vector of a passage depends on."""
        return _sha256(f"{self.encoder.name}\0{self.encoder.dimension}\0{passage.text}".encode())

    def _embed(self, letters: Sequence[Letter]) -> None:
        """Encode and cache what no earlier run has."""
        texts = {self._digest(passage): passage.text for letter in letters for passage in self._cut(letter)}
        missing = self.records.missing_vectors(texts)
        size = MANY_TEXTS if len(missing) >= MANY_TEXTS else _EMBED_BATCH
        for start in range(0, len(missing), size):
            batch = missing[start : start + size]
            self.records.cache_vectors(batch, self.encoder.encode([texts[digest] for digest in batch]))
            self.progress("embed", start + len(batch), len(missing))

    def _build(self, manifest: Manifest) -> None:
        """Make the generation of vectors that belongs to the records, aside."""
        folder, total = self._folder(manifest), self.records.count_passages()
        with closing(VectorIndex.create(folder, server=self.settings.chroma_url, owner=self._owner)) as index:
            for ids, vectors in self.records.passage_vectors(_VECTOR_BATCH):
                index.add(ids, vectors)
                self.progress("store", index.count(), total)
            count = index.count()
        if count != total:
            raise StoreError(f"Only {count} of {total} vectors reached {str(folder)!r}. Run `rag index` again.")

    def _clear_away(self, kept: Collection[int]) -> None:
        """Remove all other generations, also what an earlier time left on the server."""
        server, mark = self.settings.chroma_url, self._owner
        elsewhere = marked_generations(server, owner=mark) if server else ()
        clear_away(self.settings.index_dir, partial(remove, server=server, owner=mark), kept=kept, elsewhere=elsewhere)

    @cached_property
    def _owner(self) -> str:
        """The mark on a server; a folder needs none."""
        return owner(self.settings.index_dir) if self.settings.chroma_url else ""

    def _is_healthy(self, manifest: Manifest) -> bool:
        """Whether the generation opens, is complete, and finds a passage by its own vector."""
        try:
            with closing(VectorIndex(self._folder(manifest), server=self.settings.chroma_url)) as index:
                _, vectors = next(self.records.passage_vectors(1))
                found = index.query(vectors[0], 1)
                return index.count() == self.records.count_passages() and found[0].similarity > 0.999
        except (StoreError, StopIteration):
            return False

    def _folder(self, manifest: Manifest) -> Path:
        return generation_folder(self.settings.index_dir, manifest.generation)


def _next_generation(stored: Manifest | None) -> int:
    """The time in milliseconds, so that an index made anew in the same place is told from the one before."""
    return max(time.time_ns() // 1_000_000, stored.generation + 1 if stored else 0)


def _source_digest(file: Path) -> str:
    """What a letter's records depend on: its file, what stands beside it, and the code that reads them."""
    parts = [_code_digest()]
    for path in (file, file.with_suffix(RENDERING_ENDING), file.with_suffix(METADATA_ENDING)):
        if path.is_file():
            parts += [path.name, _sha256(path.read_bytes())]
    return _sha256("\0".join(parts).encode())


@cache
def _code_digest() -> str:
    """Of the modules that decide what a letter becomes, so that a new version of them reads every letter anew."""
    modules = [*sorted(Path(letters_room).parent.rglob("*.py")), Path(passages.__file__), Path(words.__file__)]
    return _sha256("".join(_sha256(module.read_bytes()) for module in modules).encode())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _exclusive(folder: Path) -> Iterator[None]:
    """One writer at a time, over all processes.

    Raises:
        StoreError: another run has the index, or the folder cannot be written.
    """
    lock = FileLock(folder / ".lock", timeout=0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise StoreError(f"Another `rag index` is at work in {str(folder)!r}. Wait until it has ended.") from error
    except OSError as error:
        reason = error.strerror or error
        raise StoreError(
            f"{str(folder)!r} cannot be written: {reason}. Set RAG_INDEX_DIR to a folder that can."
        ) from error
    try:
        yield
    finally:
        lock.release()
