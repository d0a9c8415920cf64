"""Every tunable in one place, read from `RAG_*` variables and a `.env` file."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from rag.errors import InputError

ROOT = Path(__file__).resolve().parent.parent
"""The repository, where seeds and the index lie."""
BUNDLED_MODEL = Path(__file__).resolve().parent / "model"
"""The encoder that comes with the package."""


class Settings(BaseSettings):
    """How letters are indexed and found. What the index depends on is stamped into it."""

    model_config = SettingsConfigDict(env_prefix="RAG_", env_file=".env", extra="ignore", frozen=True)

    index_dir: Path = Field(default=ROOT / "index", description="Folder of the index.")
    seeds_dir: Path = Field(default=ROOT / "seeds", description="Letters that `rag index` takes when none are named.")
    embedding_model: str = Field(
        default="",
        description="A sentence-transformers folder or name; empty is the bundled Dutch-English encoder.",
    )
    use_renderings: bool = Field(
        default=True, description="Search and answer with the English renderings beside the letters."
    )
    max_question_chars: int = Field(
        default=2000, ge=1, description="Longest question: four times the longest one a person has been seen to type."
    )
    top_paragraphs: int = Field(default=10, ge=1, le=100, description="Paragraphs that a retrieval gives at most.")


def load_settings() -> Settings:
    """The settings of this process.

    Raises:
        InputError: a `RAG_*` variable has a value that cannot be used; the message names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "RAG_" + "_".join(str(part) for part in first["loc"]).upper()
        raise InputError(f"{name} is {first['input']!r}: {first['msg']}. Correct or unset it.") from error
