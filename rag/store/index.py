"""The index as readers see it: letters, passages and both kinds of search, of one moment."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np

from rag.errors import StoreError
from rag.letters import Letter
from rag.settings import Settings
from rag.store.database import DATABASE, mismatch
from rag.store.embedding import Encoder, Vectors, encoder_name, open_encoder
from rag.store.filters import EVERYTHING, Filter
from rag.store.generations import generation_folder
from rag.store.manifest import Manifest
from rag.store.passages import Passage
from rag.store.snapshot import Snapshot, WordHit
from rag.store.vectors import VectorHit, VectorIndex

_SPARE = 2
"""So many times as many are asked for as would be needed if a filter had nothing to do with the question."""
_MORE = 4
"""And so many times more where that was too few."""


class Index:
    """One generation, open for reading; any number of threads may ask at once.

    It answers as it was when it was opened, whatever is indexed meanwhile. `is_stale` tells when to open it anew.
    """

    def __init__(self, snapshot: Snapshot, vectors: VectorIndex, encoder: Encoder) -> None:
        self._snapshot = snapshot
        self._vectors = vectors
        self.encoder = encoder
        """The encoder that the vectors were made with."""
        letters = snapshot.letters()
        if not snapshot.manifest.use_renderings:
            letters = {name: replace(letter, rendering=None) for name, letter in letters.items()}
        self.letters: Mapping[str, Letter] = letters
        """Every letter by id; without its rendering where the index leaves renderings out."""

    @classmethod
    def open(cls, settings: Settings, encoder: Encoder | None = None) -> "Index":
        """Open the index that the settings name, with an encoder that is open already or the one they name.

        Raises:
            StoreError: there is none, it is damaged, or it was made with other settings.
            ModelError: the encoder cannot be loaded.
        """
        with ExitStack() as opened:
            snapshot = Snapshot(settings.index_dir / DATABASE)
            opened.callback(snapshot.close)
            manifest = snapshot.manifest
            _check(manifest, settings, encoder.name if encoder else encoder_name(settings.embedding_model))
            encoder = encoder or open_encoder(settings.embedding_model)
            if encoder.dimension != manifest.dimension:
                raise StoreError(mismatch("vectors of dimension", manifest.dimension, encoder.dimension))
            folder = generation_folder(settings.index_dir, manifest.generation)
            vectors = VectorIndex(folder, server=settings.chroma_url)
            opened.callback(vectors.close)
            index = cls(snapshot, vectors, encoder)
            opened.pop_all()
            return index

    @property
    def generation(self) -> int:
        """Number that rises with every change of the index."""
        return self._snapshot.manifest.generation

    @property
    def path(self) -> Path:
        """The database file."""
        return self._snapshot.path

    def is_stale(self) -> bool:
        """Whether the index was changed, replaced or taken away since it was opened."""
        return self._snapshot.is_stale()

    def close(self) -> None:
        """Give the files back."""
        self._vectors.close()
        self._snapshot.close()

    def near(self, vector: Sequence[float], limit: int, *, among: Filter = EVERYTHING) -> list[VectorHit]:
        """Passages whose meaning is nearest to a vector of the encoder's, best first.

        Chroma does not know the filter, since its own are slow: where many pass, more are asked for than needed and the
        others left out; where so few pass that this would be more work, all of them are compared.
        """
        allowed = self._snapshot.allowed(among)
        if allowed is None:
            return self._vectors.query(vector, limit)
        passing = int(np.count_nonzero(allowed))
        wanted = min(limit, passing)
        if wanted < 1:
            return []
        asked = _SPARE * limit * self._vectors.count() // passing
        while asked < passing:
            hits = [hit for hit in self._vectors.query(vector, asked) if allowed[hit.passage]]
            if len(hits) >= wanted:
                return hits[:wanted]
            asked *= _MORE
        found, vectors = self._snapshot.vectors_passing(among)
        similarities = vectors @ np.asarray(vector, dtype=np.float32)
        order = np.lexsort((np.asarray(found), -similarities))[:wanted]
        return [VectorHit(passage=found[place], similarity=float(similarities[place])) for place in order]

    def with_words(
        self, weights: Mapping[str, float], language: str, limit: int, *, among: Filter = EVERYTHING
    ) -> list[WordHit]:
        """Passages in a language that hold any of the terms, best first."""
        return self._snapshot.search_words(weights, language, limit, among=among)

    def paragraphs_with(self, term: str) -> Mapping[str, Sequence[int]]:
        """The numbers of the paragraphs whose Dutch text holds a term, by letter."""
        return self._snapshot.paragraphs_with(term)

    def passages(self, ids: Sequence[int]) -> Mapping[int, Passage]:
        """The passages with these ids; unknown ids are left out."""
        return self._snapshot.passages(ids)

    def passages_of(self, letter: str, paragraph: int) -> list[tuple[Passage, Vectors]]:
        """All passages of one paragraph, each with its vector of shape (dimension,)."""
        return self._snapshot.passages_of(letter, paragraph)

    @property
    def vocabularies(self) -> Mapping[str, Mapping[str, int]]:
        """In how many passages a term occurs, by language and term."""
        return self._snapshot.vocabularies

    def count_passages(self) -> int:
        """How many passages there are, in all languages."""
        return self._snapshot.count_passages()


def _check(manifest: Manifest, settings: Settings, encoder: str) -> None:
    """Raises StoreError where the index was made with another encoder or other settings."""
    if manifest.encoder != encoder:
        raise StoreError(mismatch("encoder", manifest.encoder, encoder))
    if manifest.use_renderings != settings.use_renderings:
        raise StoreError(mismatch("RAG_USE_RENDERINGS", manifest.use_renderings, settings.use_renderings))
