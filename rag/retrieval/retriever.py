"""The search as LangChain's retriever, for chains and tools that know that interface."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from rag.retrieval.question import Question, understand
from rag.retrieval.search import Hit, Searcher
from rag.store.filters import EVERYTHING, Filter
from rag.store.index import Index


class LetterRetriever(BaseRetriever):
    """Paragraphs as LangChain documents, best first.

    `Document.id` is "letter§number"; the metadata hold `letter`, `paragraph`, `title`, `heading`, `voice`, `score`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    k: int = Field(default=10, ge=0)
    """Paragraphs at most; 0 finds none."""
    among: Filter = EVERYTHING
    """What may be found: letters, dates, voices."""

    def find(self, question: Question, k: int | None = None) -> list[Hit]:
        """The hits for a question that has been read already."""
        return Searcher(self.index, among=self.among).search(question, self.k if k is None else k)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None, **kwargs: Any
    ) -> list[Document]:
        question = understand(query, vocabularies=self.index.vocabularies)
        return [self._document(hit) for hit in self.find(question, k)]

    def _document(self, hit: Hit) -> Document:
        letter = self.index.letters[hit.letter]
        paragraph = letter.paragraphs[hit.paragraph - 1]
        return Document(
            id=f"{letter.id}§{paragraph.number}",
            page_content=paragraph.text,
            metadata={
                "letter": letter.id,
                "paragraph": paragraph.number,
                "title": letter.name,
                "heading": paragraph.heading,
                "voice": paragraph.voice.value,
                "score": hit.score,
            },
        )
