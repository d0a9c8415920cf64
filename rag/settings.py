"""Every tunable in one place, read from `RAG_*` variables and a `.env` file."""

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from rag.errors import InputError

_SERVER = r"https?://(\[[\da-fA-F:]+\]|[^\s/?#:@]+)(:\d{1,5})?"
"""A web address up to its port, without a user's name."""
ROOT = Path(__file__).resolve().parent.parent
"""The repository, where seeds and the index lie."""
BUNDLED_MODEL = Path(__file__).resolve().parent / "model"
"""The encoder that comes with the package."""
_ENV_FILE = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8-sig", extra="ignore")
"""Windows' editors begin UTF-8 with a mark, which would otherwise be taken for a part of the first name."""


class Settings(BaseSettings):
    """How letters are indexed and found. What the index depends on is stamped into it."""

    model_config = SettingsConfigDict(env_prefix="RAG_", **_ENV_FILE, frozen=True)

    index_dir: Path = Field(default=ROOT / "index", description="Folder of the index.")
    seeds_dir: Path = Field(default=ROOT / "seeds", description="Letters that `rag index` takes when none are named.")
    embedding_model: str = Field(
        default="",
        description="A sentence-transformers folder or name; empty is the bundled Dutch-English encoder.",
    )
    chroma_url: str = Field(
        default="",
        pattern=rf"^({_SERVER}/?)?$",
        description="A Chroma server, as http://127.0.0.1:8000; empty keeps the vectors in the index folder.",
    )
    use_renderings: bool = Field(
        default=True, description="Search and answer with the English renderings beside the letters."
    )
    max_question_chars: int = Field(
        default=2000, ge=1, description="Longest question: four times the longest one a person has been seen to type."
    )
    top_paragraphs: int = Field(default=10, ge=1, le=100, description="Paragraphs that a retrieval gives at most.")
    chat_model: str = Field(
        default="",
        pattern=r"^((ollama|openai|anthropic):\S+)?$",
        description="Chat model that words the answers: ollama:NAME, openai:NAME or anthropic:NAME; empty: letters are "
        "quoted.",
    )
    chat_base_url: str = Field(
        default="",
        pattern=rf"^({_SERVER}(/[^\s?#@]*)?)?$",
        description="Address of its server; openai: is any server of that protocol; empty is the provider's own.",
    )
    chat_timeout_seconds: float = Field(
        default=60.0,
        gt=0,
        le=600,
        description="Longest wait for a chat model in all; then letters are quoted instead.",
    )
    chat_context_tokens: int = Field(
        default=8192, ge=2048, description="Context of the chat model: instructions, paragraphs and answer fit into it."
    )
    chat_answer_tokens: int = Field(
        default=1024, ge=64, description="Longest draft of the chat model: some ten sentences with their quotes."
    )
    chat_rewrite: bool = Field(
        default=True, description="Have the chat model word a follow-up question so that it stands by itself."
    )

    @field_validator("index_dir", "seeds_dir", mode="before")
    @classmethod
    def _is_named(cls, folder: object) -> object:
        """An empty path would be the current folder."""
        if folder == "":
            raise PydanticCustomError("no_folder", "Input should name a folder")
        return folder


class Keys(BaseSettings):
    """The keys of chat models' providers, under the names that these use; read where needed, and in no other record."""

    model_config = SettingsConfigDict(**_ENV_FILE, frozen=True)

    openai_api_key: SecretStr = SecretStr("")
    anthropic_api_key: SecretStr = SecretStr("")


def load_settings() -> Settings:
    """The settings of this process.

    Raises:
        InputError: a `RAG_*` variable has a value that cannot be used, or `.env` cannot be read; the message names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "RAG_" + "_".join(str(part) for part in first["loc"]).upper()
        raise InputError(f"{name} is {first['input']!r}: {first['msg']}. Correct or unset it.") from error
    except UnicodeDecodeError as error:
        raise InputError("The file '.env' is not text in UTF-8. Save .env as UTF-8, or take it away.") from error
    except OSError as error:
        raise InputError(f"The file '.env' cannot be read: {error.strerror}. Check its permissions.") from error
