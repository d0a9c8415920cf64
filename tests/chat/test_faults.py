"""Whatever a chat model's server does, the question is answered: by quoting, with a note that says why, in time."""

import time
from collections.abc import Callable

import pytest

from rag.answering import phrases
from rag.answering.model import Status
from rag.errors import Fault
from tests.chat.conftest import Open, Serve
from tests.chat.servers import Reply, Server, drafts
from tests.chat.test_answers import ENGLISH_QUESTION, FAITHFUL, QUESTION

GOOD = Reply(text=drafts(FAITHFUL))
GERMAN = drafts(
    ("Das Kabinett will die Konvention nicht kündigen und lehnt das ab.", "17: Uit het bovenstaande blijkt")
)
BABBLE = "qzx lorem 123 {{{ ipsum"
FAULTS = {
    "no model": (Reply(status=404), Fault.UNKNOWN),
    "wrong key": (Reply(status=401), Fault.DENIED),
    "no rights": (Reply(status=403), Fault.DENIED),
    "too long for its context": (Reply(status=400), Fault.REJECTED),
    "too large": (Reply(status=413), Fault.REJECTED),
    "unprocessable": (Reply(status=422), Fault.REJECTED),
    "server fault": (Reply(status=500), Fault.UNREACHABLE),
    "bad gateway": (Reply(status=502), Fault.UNREACHABLE),
    "asks for an hour": (Reply(status=429, headers={"Retry-After": "3600"}), Fault.BUSY),
    "always too busy": (Reply(status=429, headers={"Retry-After": "0.1"}), Fault.BUSY),
    "cut in mid-stream": (Reply(text=drafts(FAITHFUL), cut_after=2), Fault.UNREACHABLE),
    "empty": (Reply(text=""), Fault.UNREADABLE),
    "malformed JSON": (Reply(text='{"sentences": [{"text": "Het kabinet}'), Fault.UNREADABLE),
    "truncated": (Reply(text='{"sentences": [{"text": "Het kab', finish="length"), Fault.UNREADABLE),
    "endless": (Reply(text="", is_endless=True), Fault.UNREADABLE),
    "ignores the form": (Reply(text=BABBLE), Fault.UNREADABLE),
    "not the protocol": (Reply(raw=b"<html>Welcome to nginx</html>"), Fault.UNREADABLE),
    "another language": (Reply(text=GERMAN), Fault.OTHER_LANGUAGE),
    "drips": (Reply(text=drafts(FAITHFUL), step_seconds=0.9), Fault.SLOW),
}
TIMES = {"chat_timeout_seconds": 4.0, "chat_answer_tokens": 256}


@pytest.mark.parametrize("protocol", ["openai", "ollama"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_answered_by_quoting_and_named(serve: Serve, open_assistant: Open, name: str, protocol: str) -> None:
    reply, fault = FAULTS[name]
    server = serve(reply, protocol=protocol)
    assistant = open_assistant(server, **TIMES)
    started = time.perf_counter()
    answer = assistant.ask(QUESTION)
    assert time.perf_counter() - started < TIMES["chat_timeout_seconds"] + 3
    assert answer.status is Status.ANSWERED
    assert answer.claims
    assert not any(claim.is_own_words for claim in answer.claims)
    assert answer.note == f"{phrases.CHAT_FAULTS['nl'][fault]} {phrases.QUOTED_INSTEAD['nl']}"
    assert 1 <= len(server.requests) <= 6
    assert BABBLE not in answer.text


def test_the_note_is_in_the_language_of_the_question(serve: Serve, open_assistant: Open) -> None:
    answer = open_assistant(serve(Reply(status=401))).ask(ENGLISH_QUESTION)
    assert answer.note == f"{phrases.CHAT_FAULTS['en'][Fault.DENIED]} {phrases.QUOTED_INSTEAD['en']}"


def test_a_server_that_is_down_is_named(open_assistant: Open) -> None:
    answer = open_assistant(Server(url="http://127.0.0.1:9/v1"), **TIMES).ask(QUESTION)
    assert answer.note is not None
    assert phrases.CHAT_FAULTS["nl"][Fault.UNREACHABLE] in answer.note
    assert answer.claims


@pytest.mark.parametrize("passing", [Reply(status=503), Reply(status=429, headers={"Retry-After": "0.2"})])
@pytest.mark.parametrize("protocol", ["openai", "ollama"])
def test_a_fault_that_passes_costs_only_time(serve: Serve, open_assistant: Open, passing: Reply, protocol: str) -> None:
    server = serve(passing, GOOD, protocol=protocol)
    answer = open_assistant(server).ask(QUESTION)
    assert [claim.text for claim in answer.claims] == [FAITHFUL[0]]
    assert len(server.requests) == 2


def test_a_wait_that_the_server_asks_for_is_kept(serve: Serve, open_assistant: Open) -> None:
    server = serve(Reply(status=429, headers={"Retry-After": "1.2"}), GOOD)
    assistant = open_assistant(server)
    started = time.perf_counter()
    assert assistant.ask(QUESTION).claims[0].is_own_words
    assert time.perf_counter() - started >= 1.2


def test_a_letter_that_does_not_say_is_no_less_so_for_a_fault(serve: Serve, open_assistant: Open) -> None:
    answer = open_assistant(serve(Reply(status=500))).ask("Hoeveel kost de aanleg van de Noord/Zuidlijn in Amsterdam?")
    assert not answer.claims
    assert phrases.QUOTED_INSTEAD["nl"] not in (answer.note or "")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (lambda prompt: drafts(FAITHFUL)(prompt).replace("{", "```json\n{", 1) + "\n```", True),
        (lambda prompt: "<think>Ik moet kiezen.</think>\n" + drafts(FAITHFUL)(prompt), True),
        (lambda prompt: "Hier is het antwoord: " + drafts(FAITHFUL)(prompt), False),
    ],
    ids=["in a fence", "after thoughts", "with words before it"],
)
def test_json_is_read_in_its_usual_wrappings_and_nothing_is_repaired(
    serve: Serve, open_assistant: Open, words: Callable[[str], str], kept: bool
) -> None:
    answer = open_assistant(serve(Reply(text=words))).ask(QUESTION)
    assert any(claim.is_own_words for claim in answer.claims) is kept
