"""A key goes to its server, and nowhere else."""

import json
import logging
from pathlib import Path

import pytest
from langchain_core.tracers.context import collect_runs

from rag.answering.connection import Place, connect, place_of_model
from rag.errors import ModelError
from rag.settings import Keys, Settings
from tests.chat.conftest import Open, Serve, settings_for
from tests.chat.servers import Reply, drafts
from tests.chat.test_answers import FAITHFUL, QUESTION

KEY = "sk-secret-4711-abcdef"
LEAKING = Reply(status=401, body=json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}}))


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize("reply", [Reply(text=drafts(FAITHFUL)), LEAKING], ids=["answered", "refused"])
def test_a_key_is_in_no_answer_log_or_trace(
    serve: Serve, open_assistant: Open, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server = serve(reply)
    assistant = open_assistant(server)
    with collect_runs() as collected:
        answer = assistant.ask(QUESTION)
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    traced = "".join(run.model_dump_json(fallback=repr) for run in collected.traced_runs)
    assert traced
    for place in (repr(answer), caplog.text, traced, repr(assistant.chat_place)):
        assert KEY not in place


@pytest.mark.usefixtures("key")
def test_a_key_is_in_no_representation_of_settings_or_model(serve: Serve) -> None:
    settings = Settings(**settings_for(serve(LEAKING)))
    place = place_of_model(settings)
    assert place is not None
    for one in (Keys(), settings, connect(place, settings)):
        assert KEY not in repr(one) + str(one)
    assert KEY not in settings.model_dump_json() + Keys().model_dump_json()


@pytest.mark.usefixtures("key")
def test_a_server_that_repeats_the_key_does_not_get_it_into_the_error(serve: Serve, seed_index: Path) -> None:
    from rag.answering.trial import try_out

    with pytest.raises(ModelError, match=r"it refuses the key\. Set OPENAI_API_KEY") as caught:
        try_out(Settings(**settings_for(serve(LEAKING))))
    assert KEY not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_key_is_read_from_a_file_env(serve: Serve, open_assistant: Open) -> None:
    Path(".env").write_text(f"OPENAI_API_KEY={KEY}\n", encoding="utf-8")
    server = serve(Reply(text=drafts(FAITHFUL)))
    open_assistant(server).ask(QUESTION)
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_a_server_without_key_gets_none_of_another_provider(
    serve: Serve, open_assistant: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    server = serve(Reply(text=drafts(FAITHFUL)))
    open_assistant(server).ask(QUESTION)
    assert KEY not in str(server.headers)


@pytest.mark.parametrize(
    ("settings", "host", "is_remote"),
    [
        ({"chat_model": "ollama:llama"}, "127.0.0.1", False),
        ({"chat_model": "openai:gpt"}, "api.openai.com", True),
        ({"chat_model": "anthropic:claude"}, "api.anthropic.com", True),
        ({"chat_model": "openai:own", "chat_base_url": "http://localhost:8000/v1"}, "localhost", False),
        ({"chat_model": "openai:own", "chat_base_url": "http://[::1]:8000/v1"}, "::1", False),
        ({"chat_model": "openai:own", "chat_base_url": "http://192.168.1.4:8000/v1"}, "192.168.1.4", True),
        (
            {"chat_model": "ollama:own", "chat_base_url": "http://localhost.evil.example"},
            "localhost.evil.example",
            True,
        ),
    ],
)
def test_where_questions_go_is_known(settings: dict[str, str], host: str, is_remote: bool) -> None:
    place = place_of_model(Settings(**settings))  # type: ignore[arg-type]
    assert place is not None
    assert (place.host, place.is_remote) == (host, is_remote)


def test_a_variable_of_the_client_does_not_send_questions_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://evil.example/v1")
    monkeypatch.setenv("OPENAI_API_BASE", "http://evil.example/v1")
    place = Place(provider="openai", model="gpt", base_url="https://api.openai.com/v1")
    model = connect(place, Settings(chat_model="openai:gpt"))
    assert model.openai_api_base == "https://api.openai.com/v1"  # type: ignore[attr-defined]
