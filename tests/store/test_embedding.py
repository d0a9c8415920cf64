"""The bundled encoder's files, names and errors."""

import re
import shutil
from pathlib import Path

import pytest

from rag.errors import ModelError
from rag.settings import BUNDLED_MODEL
from rag.store.embedding import BundledEncoder, SentenceTransformerEncoder, bundled_name, encoder_name, open_encoder
from rag.store.network import damaged_files
from tests.doubles import WordEncoder

REMEDY = "Restore it with `git checkout -- rag/model`, or install Briefwijzer again."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled encoder that may be harmed."""
    copy = tmp_path / "model"
    shutil.copytree(BUNDLED_MODEL, copy)
    return copy


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "tokenizer.json", "SHA256SUMS"])
def test_missing_file_is_named_with_the_remedy(folder: Path, name: str) -> None:
    (folder / name).unlink()
    message = f"The encoder's file {str(folder / name)!r} is missing. {REMEDY}"
    with pytest.raises(ModelError, match=f"^{re.escape(message)}$"):
        BundledEncoder(folder)


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "tokenizer.json"])
def test_cut_off_file_is_named_with_the_remedy(folder: Path, name: str) -> None:
    with (folder / name).open("r+b") as file:
        file.truncate(1000)
    message = f"The encoder cannot be loaded, damaged: {str(folder / name)!r}. {REMEDY}"
    with pytest.raises(ModelError, match=f"^{re.escape(message)}$"):
        BundledEncoder(folder)
    assert damaged_files(folder) == (name,)


def test_delivered_files_match_their_checksums() -> None:
    assert damaged_files() == ()


def test_name_is_known_before_the_weights_are_loaded(bundled: BundledEncoder) -> None:
    assert encoder_name("") == bundled.name == bundled_name(BUNDLED_MODEL)
    assert re.fullmatch(r"bundled-[0-9a-f]{12}", bundled.name)


def test_other_weights_have_another_name(folder: Path) -> None:
    sums = folder / "SHA256SUMS"
    sums.write_text("0" * 64 + sums.read_text("ascii")[64:], "ascii")
    assert bundled_name(folder) != bundled_name(BUNDLED_MODEL)


def test_retrained_model_in_the_same_folder_has_another_name(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"first")
    before = encoder_name(str(tmp_path))
    weights.write_bytes(b"second")
    assert before.startswith(f"sentence-transformers:{tmp_path}@")
    assert encoder_name(str(tmp_path)) != before


def test_model_of_the_users_own_is_opened_by_its_folder() -> None:
    encoder = open_encoder(str(BUNDLED_MODEL))
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert encoder.name == encoder_name(str(BUNDLED_MODEL))


def test_model_that_is_not_there_is_named_with_the_remedy(tmp_path: Path) -> None:
    model = str(tmp_path / "geen-model")
    with pytest.raises(ModelError) as caught:
        open_encoder(model)
    assert str(caught.value).startswith(f"RAG_EMBEDDING_MODEL is {model!r}, which cannot be loaded: ")
    assert str(caught.value).endswith(
        "Give a folder in sentence-transformers' format, or unset it to use the bundled encoder."
    )


def test_question_asked_again_is_remembered() -> None:
    encoder = WordEncoder()
    assert encoder.embed_query("Wat kost het?") == encoder.embed_query("Wat kost het?")
    assert encoder.encoded == ["Wat kost het?"]


def test_remembered_vector_cannot_be_changed_from_outside() -> None:
    encoder = WordEncoder()
    encoder.embed_query("Wat kost het?")[0] = 9.0
    assert max(encoder.embed_query("Wat kost het?")) <= 1.0
