"""Where the clauses of a sentence end, in Dutch and English."""

import re

_END = re.compile(
    r"[,;:–—«»]+\s*| (?=(?:maar|but|doch|en|and|dat|that|terwijl|while|omdat|because|doordat|waarbij|waardoor"
    r"|zodat|tenzij"
    r"|unless|mits|noch|nor|die|which|who|dan|than|zonder|without|hoewel|although|nadat|voordat|after|before"
    r"|provided|indien"
    r"|als|if|when|wanneer)\b)",
    re.IGNORECASE,
)


def clause_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the clauses in order, each with the word that joins it to the one before; empty text gives none."""
    spans, start = [], 0
    for match in _END.finditer(text):
        if match.start() > start:
            spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))] if start < len(text) else spans


def clause_of(spans: list[tuple[int, int]], place: int) -> int:
    """Which clause an offset falls in; the one before it where it falls between two."""
    return max((number for number, (start, _) in enumerate(spans) if start <= place), default=0)
