"""The way to each provider: with our limits, without retries of its own; settings that name none are turned down."""

from typing import Any

import pytest

from rag.answering.asking import Asker
from rag.answering.chat import ChatAnswerer
from rag.answering.connection import connect, place_of_model
from rag.errors import InputError
from rag.settings import Settings, load_settings


@pytest.mark.parametrize("name", ["openai:gpt-x", "anthropic:claude-x", "ollama:llama-x"])
def test_each_provider_gets_our_limits(name: str) -> None:
    settings = Settings(chat_model=name, chat_timeout_seconds=7, chat_answer_tokens=321, chat_context_tokens=4321)
    place = place_of_model(settings)
    assert place is not None
    model: Any = connect(place, settings)
    if place.provider == "ollama":
        assert (model.num_ctx, model.num_predict, model.client_kwargs["timeout"]) == (4321, 321, 7)
    else:
        assert (model.max_tokens, model.max_retries) == (321, 0)
        timeout = model.request_timeout if place.provider == "openai" else model.default_request_timeout
        assert timeout == 7
    assert Asker(model, settings).place == place


def test_without_a_chat_model_none_is_opened() -> None:
    assert ChatAnswerer.open(Settings()) is None


@pytest.mark.parametrize("value", ["llama", "mistral:large", "openai:", "ollama: x"])
def test_a_model_that_cannot_be_named_so_is_unusable_input(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("RAG_CHAT_MODEL", value)
    with pytest.raises(InputError, match=r"^RAG_CHAT_MODEL is "):
        load_settings()


@pytest.mark.parametrize("value", ["localhost:8000", "http://me:secret@host/v1", "ftp://host"])
def test_an_address_that_is_none_or_holds_a_password_is_unusable_input(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("RAG_CHAT_BASE_URL", value)
    with pytest.raises(InputError, match=r"^RAG_CHAT_BASE_URL is "):
        load_settings()
