"""`LetterRetriever` is a LangChain retriever like any other."""

import pytest
from langchain_tests.integration_tests import RetrieversIntegrationTests
from pydantic import ValidationError

from rag.retrieval.retriever import LetterRetriever
from rag.store.index import Index


class TestLetterRetrieverIsALangChainRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _opened(self, index: Index) -> None:
        self._index = index

    @property
    def retriever_constructor(self):
        return LetterRetriever

    @property
    def retriever_constructor_params(self):
        return {"index": self._index}

    @property
    def retriever_query_example(self):
        return "Wat kost het fietspad?"


def test_document_says_where_it_stands(index: Index) -> None:
    document = LetterRetriever(index=index).invoke("Wanneer begint de aanleg?")[0]
    assert document.id == "2021-fietspad§2"
    assert document.page_content == index.letters["2021-fietspad"].paragraphs[1].text
    assert {key: document.metadata[key] for key in ("letter", "paragraph", "title", "heading", "voice")} == {
        "letter": "2021-fietspad",
        "paragraph": 2,
        "title": "Fietspaden langs het spoor",
        "heading": "Planning",
        "voice": index.letters["2021-fietspad"].paragraphs[1].voice.value,
    }
    assert isinstance(document.metadata["score"], float)


def test_documents_are_ranked_unique_and_the_same_each_time(index: Index) -> None:
    retriever = LetterRetriever(index=index)
    documents = retriever.invoke("Wat kost het fietspad?")
    assert documents == retriever.invoke("Wat kost het fietspad?")
    assert len({document.id for document in documents}) == len(documents)
    scores = [document.metadata["score"] for document in documents]
    assert scores == sorted(scores, reverse=True)


def test_no_documents_asked_for_are_none_found(index: Index) -> None:
    assert LetterRetriever(index=index, k=0).invoke("Wat kost het fietspad?") == []
    assert LetterRetriever(index=index).invoke("Wat kost het fietspad?", k=0) == []


def test_fewer_than_no_documents_cannot_be_asked_for(index: Index) -> None:
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        LetterRetriever(index=index, k=-1)
