"""Whatever turns texts into vectors: the bundled encoder, sentence-transformers, and the double of the tests."""

import numpy as np
import pytest
from langchain_tests.integration_tests import EmbeddingsIntegrationTests
from langchain_tests.unit_tests import EmbeddingsUnitTests

from rag.settings import BUNDLED_MODEL
from rag.store.bfloat16 import Bfloat16Network
from rag.store.embedding import MANY_TEXTS, MAX_TOKENS, BundledEncoder, Encoder, SentenceTransformerEncoder
from rag.store.network import Network
from tests.doubles import WordEncoder

SENTENCES = [
    "Wil het kabinet het Vluchtelingenverdrag opzeggen?",
    "De kosten bedragen € 12,5 miljoen.",
    "The cabinet shares the analysis of the authors.",
    "Which countries have not ratified the 1967 Protocol?",
    "Één coördinerende bewindspersoon – ’s-Gravenhage.",
]


@pytest.fixture(scope="module")
def transformer() -> SentenceTransformerEncoder:
    """The same folder as the bundled encoder's. Importing the library takes seconds: once is enough."""
    return SentenceTransformerEncoder(str(BUNDLED_MODEL))


@pytest.fixture(params=["bundled", "sentence-transformers", "double"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    if request.param == "double":
        return WordEncoder()
    chosen: Encoder = request.getfixturevalue({"bundled": "bundled"}.get(request.param, "transformer"))
    return chosen


def test_vectors_are_unit_rows_of_the_dimension(encoder: Encoder) -> None:
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (len(SENTENCES), encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(SENTENCES)), abs=1e-5)


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)
    assert encoder.embed_documents([]) == []


def test_rows_keep_the_order_of_the_texts(encoder: Encoder) -> None:
    texts = [*SENTENCES, "Ja.", " ".join(SENTENCES)] * 3  # of many lengths and in more than one batch
    together, alone = encoder.encode(texts), encoder.encode([texts[0]])
    assert together[0] == pytest.approx(alone[0], abs=1e-4)
    assert together[: len(SENTENCES) + 2] == pytest.approx(
        together[len(SENTENCES) + 2 : 2 * len(SENTENCES) + 4], abs=1e-4
    )
    assert (together @ alone[0]).argmax() % (len(SENTENCES) + 2) == 0


def test_the_same_text_gives_the_same_vector(encoder: Encoder) -> None:
    assert np.array_equal(encoder.encode(SENTENCES), encoder.encode(SENTENCES))


def test_long_text_is_read_as_far_as_the_encoder_can(encoder: Encoder) -> None:
    vector = encoder.encode(["Het kabinet deelt de analyse van de auteurs. " * 2000])[0]
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("text", ["", " ", "\0", "🚲🚲", "\ud800 half", "العربية", "\x1b[31m"])
def test_odd_text_has_a_vector(encoder: Encoder, text: str) -> None:
    assert np.isfinite(encoder.encode([text])).all()
    assert len(encoder.embed_query(text)) == encoder.dimension


def test_question_and_passage_of_one_text_agree(encoder: Encoder) -> None:
    question, passage = encoder.embed_query(SENTENCES[0]), encoder.embed_documents(SENTENCES[:1])[0]
    assert question == pytest.approx(passage, abs=1e-5)


def test_both_runtimes_of_one_folder_agree(bundled: BundledEncoder, transformer: SentenceTransformerEncoder) -> None:
    cosines = (bundled.encode(SENTENCES) * transformer.encode(SENTENCES)).sum(axis=1)
    assert cosines.min() >= 0.999


def test_many_texts_have_the_vectors_that_each_has_alone(bundled: BundledEncoder) -> None:
    many = [f"Artikel {number} geldt in {1900 + number}." for number in range(MANY_TEXTS - len(SENTENCES))] + SENTENCES
    some = slice(None, None, MANY_TEXTS // 40)
    cosines = (bundled.encode(many)[some] * bundled.encode(many[some])).sum(axis=1)
    assert cosines.min() >= 0.999


def test_bfloat16_gives_the_same_vectors_also_where_a_processor_imitates_it(bundled: BundledEncoder) -> None:
    network = Network("model.onnx", max_tokens=MAX_TOKENS)
    cosines = network.run(SENTENCES, compute=Bfloat16Network(BUNDLED_MODEL)) * bundled.encode(SENTENCES)
    assert cosines.sum(axis=1).min() >= 0.999


class TestDoubleIsLangChainEmbeddings(EmbeddingsUnitTests):
    @property
    def embeddings_class(self):
        return WordEncoder


class TestDoubleAnswersAsLangChainExpects(EmbeddingsIntegrationTests):
    @property
    def embeddings_class(self):
        return WordEncoder


class TestBundledEncoderIsLangChainEmbeddings(EmbeddingsUnitTests):
    @property
    def embeddings_class(self):
        return BundledEncoder


class TestBundledEncoderAnswersAsLangChainExpects(EmbeddingsIntegrationTests):
    @property
    def embeddings_class(self):
        return BundledEncoder
