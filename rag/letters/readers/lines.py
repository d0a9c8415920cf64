"""What every reader yields, whatever the format."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Line:
    """One printed line."""

    number: int
    """1-based, in the source."""
    text: str
    """Without white space at either end; empty for a blank line."""
    starts_page: bool = False
    own_line: bool = False
    """An item of a list or a row of a table, which stands on a line of its own in its paragraph too."""
    hyphen_is_real: bool = False
    """The layout shows that a hyphen at the line's end belongs to the word."""
