"""Where the clauses of a sentence end, in Dutch and English."""

import re

_MARKS = r"[,;:–—«»]+\s*| - "
_JOINS = (
    r"maar|but|doch|that|terwijl|while|zolang|as long as|omdat|(?<!, not )because|doordat"
    r"|waarbij|waardoor|zodat|tenzij|unless|mits|noch|nor|which|who"
    r"|(?<!\bal )dan|than|zonder|without|hoewel|although|nadat|voordat|after|before|provided|indien|als|if|when|wanneer"
)
_END = re.compile(rf"{_MARKS}| (?=(?:{_JOINS}|en|and|dat|die)\b)", re.IGNORECASE)
_VERBS = (
    r"heeft|hebben|had|zal|zullen|kan|moet|neemt|neem|nemen|volgt|steunt|deelt|wijst|verwerpt|onderschrijft|ondertekent"
)
_POINTED_AT = "".join(
    rf"(?<!\b{word})" for word in f"{_VERBS}|aan|bij|door|in|met|naar|op|over|tegen|van|voor".split("|")
)
"""Behind a word that takes an object "dat" and "die" point at something, and join nothing."""
_LISTED = (
    r"(?!(?: (?!(?:niet|geen|not?|is|are|was|were|has|have|will|must|can|wil|zijn|wordt|worden|heeft|moet|kan)\b)"
    r"[\w’-]+){1,3}(?:[.,;:)]|$))"
)
"""Few words to the end, and no verb or denial among them: the end of a list rather than a clause."""
DENIED_END = re.compile(
    rf"{_MARKS}| (?=(?:{_JOINS})\b)|{_POINTED_AT} (?=(?:dat|die)\b)| (?=(?:en|and)\b{_LISTED})", re.IGNORECASE
)
"""Where what a denial reaches ends: not within "die verklaring niet" or "the Swedish and Portuguese proposal"."""


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
