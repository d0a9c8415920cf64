"""Each server is asked in the surest way it knows, which is found once and kept."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable

from rag.answering.chat import ChatAnswerer
from rag.answering.model import Status
from rag.assistant import Assistant
from rag.settings import Settings
from rag.store.index import Index
from tests.chat.conftest import Open, Serve
from tests.chat.servers import LETTER, Reply, drafts, tokens, way_of
from tests.chat.test_answers import FAITHFUL, QUESTION, QUOTE

WAYS = ["json_schema", "function_calling", "json_mode", "plain"]


def marked(prompt: str) -> str:
    """The faithful sentence with its markers, as a model writes that knows no form."""
    return f"{FAITHFUL[0]} [{tokens(prompt)[LETTER, 17]}] «{QUOTE}»."


class Whole(BaseChatModel):
    """A model that knows no form and does not stream: its message comes whole."""

    write: Callable[[str], str]

    @property
    def _llm_type(self) -> str:
        return "whole"

    def _generate(
        self, messages: list[BaseMessage], stop: object = None, run_manager: object = None, **kwargs: Any
    ) -> ChatResult:
        text = self.write("\n".join(str(message.content) for message in messages))
        message = AIMessage(content=text, response_metadata={"finish_reason": "stop"})
        if kwargs.get("tools"):
            message = AIMessage(content="", tool_calls=[{"name": "Form", "args": json.loads(text), "id": "1"}])
        return ChatResult(generations=[ChatGeneration(message=message)])


class Calling(Whole):
    """The same that fills in a form by calling a function."""

    def bind_tools(self, tools: Any, **kwargs: Any) -> Runnable[Any, AIMessage]:
        return self.bind(tools=tools)


@pytest.mark.parametrize(
    "model",
    [Whole(write=drafts(FAITHFUL)), Whole(write=marked), Calling(write=drafts(FAITHFUL))],
    ids=["form", "text with markers", "call"],
)
def test_a_model_that_does_not_stream_is_read_like_any_other(model: BaseChatModel, seed_index: Path) -> None:
    settings = Settings(index_dir=seed_index)
    chat = ChatAnswerer(model, settings)
    with closing(Assistant(Index.open(settings), settings, chat=chat)) as assistant:
        answer = assistant.ask(QUESTION)
    assert (answer.status, answer.note) == (Status.ANSWERED, None)
    assert [(claim.text, claim.is_own_words) for claim in answer.claims] == [(FAITHFUL[0], True)]
    assert answer.claims[0].citations[0].quote == QUOTE


@pytest.mark.parametrize("protocol", ["openai", "ollama"])
@pytest.mark.parametrize("only", WAYS)
def test_a_server_that_knows_one_way_is_asked_in_it_and_from_then_on_at_once(
    serve: Serve, open_assistant: Open, only: str, protocol: str
) -> None:
    text = marked if only == "plain" else drafts(FAITHFUL)
    server = serve(Reply(text=text), protocol=protocol, only=[only])
    assistant = open_assistant(server)
    for _ in range(2):
        answer = assistant.ask(QUESTION)
        assert [claim.text for claim in answer.claims] == [f"{FAITHFUL[0]}"]
        assert answer.claims[0].citations[0].quote == QUOTE
    assert [way_of(request) for request in server.requests] == [*WAYS[: WAYS.index(only) + 1], only]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (marked, Status.ANSWERED),
        (lambda prompt: marked(prompt) + "\nPARTIAL", Status.PARTIAL),
        (lambda prompt: marked(prompt) + "\nEn het wil meer asielzoekers opnemen.", Status.PARTIAL),
    ],
    ids=["whole", "partial", "an uncited sentence"],
)
def test_text_with_markers_is_read_where_a_form_is_ignored(
    serve: Serve, open_assistant: Open, text: object, status: Status
) -> None:
    server = serve(Reply(text=text))  # type: ignore[arg-type]
    answer = open_assistant(server).ask(QUESTION)
    assert [claim.text for claim in answer.claims] == [FAITHFUL[0]]
    assert answer.status is status
    assert len(server.requests) == 1
