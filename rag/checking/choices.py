"""Two duties of which either will do, and a claim that has one of them only."""

import re

from rag.checking.alignment import Alignment
from rag.checking.clauses import whole_words

_CHOICE = re.compile(
    r"\b(?P<verb>moet|moeten|dient|dienen|must|ha(?:s|ve) to)\b(?P<first>[^.;?]+?),?"
    r" (?:of|or) (?P=verb)\b(?P<second>[^.;?]+)",
    re.IGNORECASE,
)
_EITHER = whole_words(r"of|or|either|hetzij")
"""By which a claim may leave the choice as well."""


def is_half_of_a_choice(alignment: Alignment) -> bool:
    """Whether a claim has only one of two duties of its best source: of "moet betalen of moet ruimen"."""
    text, language = alignment.sources[0].text(alignment.statement.language)
    found = _CHOICE.search(text)
    if found is None or _EITHER.search(alignment.statement.text):
        return False
    held = [word.start for word in alignment.held_in(0) if word.language == language]
    first, second = (any(found.start(part) <= one < found.end(part) for one in held) for part in ("first", "second"))
    return first != second
