"""Own words are a plain sentence: no link, image, HTML or other markup has any business in them."""

import re

from rag.answering.model import Claim
from rag.checking.gates.model import Context, GateName, GateResult

_MARKUP = re.compile(
    r"\]\s*\(|!\[|https?:|www\.|javascript:|</?[a-z!]|&#?\w+;|[`|{}]|\*\*|__|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]",
    re.IGNORECASE,
)
"""Markup of all kinds, and signs that are invisible or turn the direction of the text."""
_LEAST_WORDS = 3
"""Fewer make no statement that could be checked."""


def check_markup(claim: Claim, context: Context) -> GateResult:
    """Fails a text that is no sentence, or holds a link or markup, which some page that shows it might follow."""
    found = _MARKUP.search(claim.text)
    is_sentence = len(re.findall(r"\w+", claim.text)) >= _LEAST_WORDS
    reason = f"it holds {found[0]!r}" if found else "it is plain text" if is_sentence else "it is no sentence"
    return GateResult(gate=GateName.RENDERING, passed=found is None and is_sentence, reason=reason)
