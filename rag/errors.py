"""Every error that a user of Briefwijzer can meet.

RagError
├── InputError        what was asked or given cannot be used (exit code 2)
│   └── LetterError   a file cannot be read as a letter
├── StoreError        the index is missing, damaged, busy or of another make
└── ModelError        an encoder is missing, damaged or of another dimension

A message is one sentence of cause with the offending value and one with the remedy. Front ends
catch `RagError` and nothing else.
"""


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
