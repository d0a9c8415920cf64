"""Every error that a user of Briefwijzer can meet.

RagError
├── InputError        what was asked or given cannot be used (exit code 2)
│   └── LetterError   a file cannot be read as a letter
├── StoreError        the index is missing, damaged, busy or of another make
└── ModelError        an encoder is missing, damaged or of another dimension
    └── ChatError     a chat model cannot be reached, or does not give what it must

A message is one sentence of cause with the offending value and one with the remedy. Front ends
catch `RagError` and nothing else.
"""

from collections.abc import Collection
from enum import StrEnum

_NAMED = 10


class RagError(Exception):
    """Root of the tree: its text is fit to be shown to a user as it stands."""


class InputError(RagError):
    """A question, option or file that cannot be used as given."""


class LetterError(InputError):
    """A file that cannot be read as a letter."""


class StoreError(RagError):
    """An index that is missing, damaged, busy, or made with other settings."""


class ModelError(RagError):
    """An encoder that is missing, damaged, or of another dimension than the index."""


class Fault(StrEnum):
    """What a chat model failed in."""

    UNREACHABLE = "unreachable"
    """No connection, one that was cut, or a server that reports a fault of its own."""
    SLOW = "slow"
    """No whole answer within the time."""
    DENIED = "denied"
    """The key is missing, wrong or without rights."""
    BUSY = "busy"
    """The server turns requests away for now."""
    UNKNOWN = "unknown"
    """There is no such model, or no such address at the server."""
    REJECTED = "rejected"
    """The server turns down what it is asked: mostly too many tokens for the model."""
    UNREADABLE = "unreadable"
    """Empty, endless, cut off, or in none of the forms that were asked for."""
    OTHER_LANGUAGE = "other_language"


class ChatError(ModelError):
    """A chat model that cannot be reached, or does not give what it must.

    The message is made of our own words: what a server writes may hold a key.
    """

    def __init__(self, message: str, fault: Fault) -> None:
        super().__init__(message)
        self.fault = fault


def first_names(names: Collection[str]) -> str:
    """The first of the names there are, for a message that a name is none of them."""
    return ", ".join(list(names)[:_NAMED]) + (", …" if len(names) > _NAMED else "")
