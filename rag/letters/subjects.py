"""What a letter is about, as its opening paragraph says: for letters without a line that tells it."""

import re

_THIS_LETTER = re.compile(r"\b(?:(?:deze|bijgaande) (?:kamer)?(?:brief|reactie)|hierbij|bied ik)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z])")
_ABOUT = re.compile(
    r"\b(?:over|betreffende|inzake) (?P<what>[^.,;:()«»?!]{5,90}?)"
    r"(?= ?[.,;:()«»?!]| (?:die|waarin|waarmee|zoals|aan)\b)"
)
_TITLE = re.compile(r"«(?P<what>[^»]{5,90})»")


def opening_subject(text: str) -> str | None:
    """What a letter says in its first paragraph that it is about, or the paper that it is about; None for neither."""
    own = (sentence for sentence in _SENTENCE_END.split(text) if _THIS_LETTER.search(sentence))
    found = next((match for sentence in own if (match := _ABOUT.search(sentence))), None) or _TITLE.search(text)
    return found["what"][0].upper() + found["what"][1:] if found else None
