"""Chat servers on loopback that speak OpenAI's or Ollama's protocol and say what a test prepares, faults included.

A script is a list of replies, one a request; the last one answers all further requests. Every request is kept.
"""

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_SOURCE = re.compile(r'<source token="(P\d+)" letter="([^"]*)" paragraph="(\d+)"')
_STEP_CHARS = 40
LETTER = "2020-vluchtelingenverdrag"
Written = Callable[[str], str]
"""Makes the model's words of the prompt's sources."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What a server does with one request."""

    text: str | Written = ""
    """The model's words; a function is given the whole prompt."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: str = "{}"
    """Of a status other than 200."""
    finish: str = "stop"
    step_seconds: float = 0.0
    """Pause before each piece of the stream."""
    cut_after: int | None = None
    """Pieces after which the connection is cut."""
    is_endless: bool = False
    raw: bytes | None = None
    """Bytes of the body of a 200, instead of the protocol's own."""


@dataclass(kw_only=True)
class Server:
    """A running server and what it was asked."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def prompts(self) -> list[str]:
        return [prompt_of(request) for request in self.requests]


def prompt_of(request: dict[str, Any]) -> str:
    """All that a request says to the model."""
    return "\n".join(str(message["content"]) for message in request.get("messages", []))


def tokens(prompt: str) -> dict[tuple[str, int], str]:
    """The token of each paragraph among a prompt's sources."""
    return {(letter, int(number)): token for token, letter, number in _SOURCE.findall(prompt)}


def drafts(*sentences: tuple[str, str], completeness: str = "complete", letter: str = LETTER) -> Written:
    """Writes a form of sentences, each given with a place such as "17" and the words there: ("…", "17: …").

    A paragraph that is not among the sources gets a token that no source has.
    """

    def write(prompt: str) -> str:
        known = tokens(prompt)
        rows = []
        for text, rests_on in sentences:
            number, _, words = rests_on.partition(": ")
            token = known.get((letter, int(number)), "P99")
            rows.append({"text": text, "citations": [token], "quotes": [words] if words else []})
        return json.dumps({"sentences": rows, "completeness": completeness}, ensure_ascii=False)

    return write


@contextmanager
def serving(
    script: Sequence[Reply], *, protocol: str = "openai", only: Sequence[str] | None = None
) -> Iterator[Server]:
    """A server for the time of a test.

    `only` names the ways of structured output that it takes; to a request in another way it answers 400.
    """
    server = Server(url="")

    class Handler(_Handler):
        pass

    Handler.script, Handler.server_, Handler.protocol, Handler.only = list(script), server, protocol, only
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    server.url = f"http://127.0.0.1:{listening.server_port}" + ("/v1" if protocol == "openai" else "")
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def way_of(request: dict[str, Any]) -> str:
    """The way of structured output that a request asks for."""
    if request.get("tools"):
        return "function_calling"
    asked = request.get("response_format") or request.get("format")
    if not asked:
        return "plain"
    return "json_mode" if asked in ("json", {"type": "json_object"}) else "json_schema"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: list[Reply]
    server_: Server
    protocol: str
    only: Sequence[str] | None

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server_.requests.append(request)
        self.server_.headers.append({name.lower(): value for name, value in self.headers.items()})
        if self.only is not None and way_of(request) not in self.only:
            return self._refuse(Reply(status=400, body='{"error": {"message": "not supported"}}'))
        reply = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if reply.status != 200:
            return self._refuse(reply)
        try:
            self._answer(request, reply)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        return None

    def _refuse(self, reply: Reply) -> None:
        body = reply.body.encode()
        self.send_response(reply.status)
        for name, value in ({"Content-Type": "application/json"} | reply.headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _answer(self, request: dict[str, Any], reply: Reply) -> None:
        text = reply.text(prompt_of(request)) if callable(reply.text) else reply.text
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream" if self.protocol == "openai" else "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if reply.raw is not None:
            self._send(reply.raw)
        else:
            frames = _openai(request, text, reply) if self.protocol == "openai" else _ollama(request, text, reply)
            for place, frame in enumerate(frames):
                time.sleep(reply.step_seconds)
                if place == reply.cut_after:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
                    return
                self._send(frame)
        self.wfile.write(b"0\r\n\r\n")

    def _send(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server uses
        """Say nothing."""


def _pieces(text: str, reply: Reply) -> Iterator[str]:
    yield from (text[start : start + _STEP_CHARS] for start in range(0, len(text), _STEP_CHARS))
    while reply.is_endless:
        yield "en verder " * 4


def _openai(request: dict[str, Any], text: str, reply: Reply) -> Iterator[bytes]:
    is_call = way_of(request) == "function_calling"
    name = request["tools"][0]["function"]["name"] if is_call else ""
    for place, piece in enumerate(_pieces(text, reply)):
        if is_call:
            call = {"index": 0, "function": {"arguments": piece}}
            if place == 0:
                call |= {"id": "call_1", "type": "function", "function": {"name": name, "arguments": piece}}
            yield _event({"role": "assistant", "tool_calls": [call]})
        else:
            yield _event({"role": "assistant", "content": piece})
    yield _event({}, finish="tool_calls" if is_call and reply.finish == "stop" else reply.finish)
    yield b"data: [DONE]\n\n"


def _event(delta: dict[str, Any], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    body = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "double", "choices": [choice]}
    return f"data: {json.dumps(body)}\n\n".encode()


def _ollama(request: dict[str, Any], text: str, reply: Reply) -> Iterator[bytes]:
    head = {"model": request["model"], "created_at": "2026-01-01T00:00:00Z"}
    if way_of(request) == "function_calling" and _is_json(text) and not reply.is_endless:
        name = request["tools"][0]["function"]["name"]
        call = {"function": {"name": name, "arguments": json.loads(text)}}
        yield _line(head | {"message": {"role": "assistant", "content": "", "tool_calls": [call]}, "done": False})
    else:
        for piece in _pieces(text, reply):
            yield _line(head | {"message": {"role": "assistant", "content": piece}, "done": False})
    ending = {"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": reply.finish}
    yield _line(head | ending | {"prompt_eval_count": 1, "eval_count": 1})


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _line(body: dict[str, Any]) -> bytes:
    return (json.dumps(body) + "\n").encode()
