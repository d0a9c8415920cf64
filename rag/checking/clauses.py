"""Where the clauses of a sentence end, in Dutch and English."""

import re

_END = re.compile(
    r"[,;:–—«»]+\s*| - | (?=(?:maar|but|doch|en|and|dat|that|terwijl|while|omdat|because|doordat|waarbij|waardoor"
    r"|zodat|tenzij"
    r"|unless|mits|noch|nor|die|which|who|(?<!\bal )dan|than|zonder|without|hoewel|although|nadat|voordat|after|before"
    r"|provided|indien"
    r"|als|if|when|wanneer)\b)",
    re.IGNORECASE,
)


def clause_spans(text: str, end: re.Pattern[str] = _END) -> list[tuple[int, int]]:
    """Spans of the clauses in order, without what `end` matches between them; empty text gives none.

    As `end` stands, each clause keeps the word that joins it to the one before.
    """
    spans, start = [], 0
    for match in end.finditer(text):
        if match.start() > start:
            spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))] if start < len(text) else spans


def whole_words(pattern: str) -> re.Pattern[str]:
    """One of some words or phrases, whole, in whatever case."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


def clause_of(spans: list[tuple[int, int]], place: int) -> int:
    """Which clause an offset falls in; the one before it where it falls between two."""
    return max((number for number, (start, _) in enumerate(spans) if start <= place), default=0)
