"""The way to a chat model: which one, where it runs, and what its failures mean. Keys never leave this file."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from langchain_core.language_models import BaseChatModel

from rag.errors import ChatError, Fault, ModelError
from rag.settings import Keys, Settings

_USUAL_URLS = {
    "ollama": "http://127.0.0.1:11434",
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
}
"""Always given to the client, or else a variable of the environment could send questions elsewhere."""
_NO_KEY = "none"
"""For servers of one's own that ask for no key; the client insists on one."""
_ONE_REQUEST = {"Connection": "close"}
"""No connection is kept open between questions, nor left behind at the end."""
_FAULTS_OF_STATUS = {
    400: Fault.REJECTED,
    401: Fault.DENIED,
    403: Fault.DENIED,
    404: Fault.UNKNOWN,
    408: Fault.SLOW,
    413: Fault.REJECTED,
    422: Fault.REJECTED,
    429: Fault.BUSY,
    503: Fault.BUSY,
    504: Fault.SLOW,
}
_MEANINGS = {
    Fault.UNREACHABLE: "{where} it cannot be reached, broke off or has a fault. Start it, or mend RAG_CHAT_BASE_URL.",
    Fault.SLOW: "{where} it did not finish in time. Raise RAG_CHAT_TIMEOUT_SECONDS, or take a smaller model.",
    Fault.DENIED: "{where} it refuses the key. Set {variable} in the environment or in .env.",
    Fault.BUSY: "{where} it turns requests away for now. Try again later.",
    Fault.UNKNOWN: "{where} it does not know it. Correct RAG_CHAT_MODEL or RAG_CHAT_BASE_URL.",
    Fault.REJECTED: "{where} it rejects what it is asked. Lower RAG_CHAT_CONTEXT_TOKENS or RAG_CHAT_ANSWER_TOKENS, or "
    "choose another model.",
    Fault.UNREADABLE: "{where} its words cannot be read as an answer. Take a model that follows instructions.",
    Fault.OTHER_LANGUAGE: "{where} it answers in another language than it was asked in. Choose another model.",
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a chat model runs."""

    provider: str
    model: str
    base_url: str

    @property
    def host(self) -> str:
        """The server's name or number."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def is_remote(self) -> bool:
        """Whether what is sent there leaves this machine."""
        if self.host == "localhost":
            return False
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return True

    def error(self, fault: Fault) -> ChatError:
        """A failure there, as one sentence of cause and one of remedy."""
        where = f"The chat model {self.model!r} at {self.host!r}:"
        variable = f"{self.provider.upper()}_API_KEY"
        return ChatError(_MEANINGS[fault].format(where=where, variable=variable), fault)


def place_of_model(settings: Settings) -> Place | None:
    """Where the chat model of the settings runs; None where there is none."""
    if not settings.chat_model:
        return None
    provider, model = settings.chat_model.split(":", 1)
    return Place(provider=provider, model=model, base_url=settings.chat_base_url or _USUAL_URLS[provider])


def connect(place: Place, settings: Settings) -> BaseChatModel:
    """The chat model at a place. Nothing is sent yet.

    Raises:
        ModelError: the package of its provider is not installed, or the address cannot be used.
    """
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(
            place.model, model_provider=place.provider, base_url=place.base_url, **_options(place, settings)
        )
    except ImportError:
        raise ModelError(
            f"RAG_CHAT_MODEL is {settings.chat_model!r}, and the package for {place.provider!r} is not installed. "
            f'Run: .venv/bin/pip install -c constraints.txt -e ".[{place.provider}]"'
        ) from None
    return model


def _options(place: Place, settings: Settings) -> Mapping[str, Any]:
    """What each provider calls the same things. Retries are ours, so that all time is counted."""
    seconds = settings.chat_timeout_seconds
    if place.provider == "ollama":
        return {
            "num_ctx": settings.chat_context_tokens,  # or else Ollama silently cuts longer prompts
            "num_predict": settings.chat_answer_tokens,
            "reasoning": False,
            "temperature": 0.0,
            "client_kwargs": {"timeout": seconds, "headers": _ONE_REQUEST},
        }
    keys = Keys()
    own = keys.openai_api_key if place.provider == "openai" else keys.anthropic_api_key
    options = {
        "api_key": own.get_secret_value() or _NO_KEY,
        "default_headers": _ONE_REQUEST,
        "max_tokens": settings.chat_answer_tokens,
        "max_retries": 0,
        "temperature": 0.0,
        "timeout": seconds,
    }
    return options | ({"use_responses_api": False} if place.provider == "openai" else {})


def status_of(error: BaseException) -> int | None:
    """The HTTP status that a client's error reports; None where there was no answer."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) and status > 0 else None


def fault_of(error: BaseException) -> Fault:
    """What a client's error means. The clients' errors share no class, so they are told by status and name."""
    if (status := status_of(error)) is not None:
        return _FAULTS_OF_STATUS.get(status, Fault.UNREACHABLE)
    names = {kind.__name__ for kind in type(error).__mro__}
    if any("Timeout" in name for name in names):
        return Fault.SLOW
    if any("Connect" in name or name in _CUT for name in names):
        return Fault.UNREACHABLE
    return Fault.UNREADABLE


_CUT = frozenset({"OSError", "RequestError", "TransportError", "APIError"})
"""Classes of errors of the network, beside those that say so in their name."""


def wait_of(error: BaseException) -> float | None:
    """The seconds that a server asks to wait (Retry-After); None where it does not say so in seconds."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except (TypeError, ValueError):
        return None
