"""Each server is asked in the surest way it knows, which is found once and kept."""

import pytest

from rag.answering.model import Status
from tests.chat.conftest import Open, Serve
from tests.chat.servers import LETTER, Reply, drafts, tokens, way_of
from tests.chat.test_answers import FAITHFUL, QUESTION, QUOTE

WAYS = ["json_schema", "function_calling", "json_mode", "plain"]


def marked(prompt: str) -> str:
    """The faithful sentence with its markers, as a model writes that knows no form."""
    return f"{FAITHFUL[0]} [{tokens(prompt)[LETTER, 17]}] «{QUOTE}»."


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
