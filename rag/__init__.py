"""Briefwijzer: ask Dutch government letters to parliament, and get their exact words."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.assistant import Answer, Assistant, Turn

__all__ = ["Answer", "Assistant", "Turn"]


def __getattr__(name: str) -> Any:
    """Import on first use: a program that only reads letters need not load the search."""
    if name in __all__:
        from rag import assistant

        return getattr(assistant, name)
    raise AttributeError(f"module 'rag' has no attribute {name!r}")
