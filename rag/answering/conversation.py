"""Which earlier turns a question may go on from."""

from collections.abc import Sequence

from rag.answering import phrases
from rag.answering.intent import Kind, classify
from rag.retrieval.question import Turn

_TURNED_AWAY = (phrases.REFUSED, phrases.OFF_TOPIC, phrases.WITHHELD, phrases.OTHER_LANGUAGE)
_LEFT_OUT = frozenset({Kind.FORBIDDEN, Kind.CHAT, Kind.HELP})


def without_refused(history: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns but for questions that were, or would be, refused or out of scope, and the replies to these."""
    kept: list[Turn] = []
    is_refused = False
    for place, turn in enumerate(history):
        if turn.role == "user":
            reply = history[place + 1].content if place + 1 < len(history) else ""
            is_refused = classify(turn.content).kind in _LEFT_OUT or _turns_away(reply)
        if not is_refused:
            kept.append(turn)
    return tuple(kept)


def _turns_away(reply: str) -> bool:
    return any(reply.startswith(text) for by_language in _TURNED_AWAY for text in by_language.values())
