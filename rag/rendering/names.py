"""Names that a rendering adds to its Dutch, or loses.

English writes more words with a capital than Dutch does ("Member States" for "lidstaten"), so a capital makes a name
only where nothing in the other text can be what it translates.
"""

import re
from collections.abc import Iterator, Sequence

from rag.checking.names import NOT_NAMES
from rag.checking.words import Word, Words, is_spelled_alike
from rag.retrieval.aliases import Aliases, find_aliases
from rag.store.words import fold

_CAPITAL = re.compile(r"[^\W\d_]*[A-ZÀ-Ý]\w*")
_ACRONYM = re.compile(r"[A-Z]{2,}[a-z]?\w*")
_NO_NAME = re.compile(
    rf"{NOT_NAMES}|[ivx]+|houses?|senate|chambers?|kamers?|representatives|parliamentary|papers?",
    re.IGNORECASE,
)
"""Capitals of the language, of every letter's addressee and of its papers, not names."""
_BEGINNING = re.compile(r"(?:^|[^A-Z][.!?] |[:«“\"(] ?)$")
"""What stands before the first word of a sentence or a quote; a point behind a capital is that of an initial."""
_HELD = 0.5


def changed_name(dutch: str, english: str, words: Words) -> str | None:
    """What is wrong with the names of an English text that stands for a Dutch one; None where nothing is."""
    here, there = words.of(dutch, "nl"), words.of(english, "en")
    theirs, mine = find_aliases(dutch), find_aliases(english)
    for run in _runs(english, there, but=_shared_spans(mine, theirs)):
        held = [_is_held(word, dutch, here, words) for word in run]
        for word, is_held in zip(run, held, strict=True):
            if is_held or _may_be_no_name(word, english) or (word.dutch and any(held)):
                continue  # "Member States" is one name, in Dutch one word: it is enough that a part is held
            return f"{word.text!r} does not stand in the Dutch"
    if lost := _lost_alias(dutch, theirs, mine):
        return f"it lacks the name {lost!r}"
    for run in _runs(dutch, here, but=_shared_spans(theirs, mine)):
        for word in run:
            if not _may_be_no_name(word, dutch) and not _is_held(word, english, there, words):
                return f"it lacks the name {word.text!r}"
    return None


def _lost_alias(dutch: str, theirs: Aliases, known: Aliases) -> str | None:
    """A name with a known English form that the English has in none of its forms."""
    lost = [span for group, spans in theirs.items() if group not in known for span in spans]
    return next((dutch[start:end] for start, end in lost if not _NO_NAME.fullmatch(dutch[start:end])), None)


def _runs(text: str, words: Sequence[Word], *, but: Sequence[tuple[int, int]]) -> list[list[Word]]:
    """Names of a text, each with the words of it."""
    runs: list[list[Word]] = []
    for word in _names(words, but):
        if runs and text[runs[-1][-1].end : word.start] in (" ", "-", " and ", " of ", " (", "'s ", "’s "):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _names(words: Sequence[Word], but: Sequence[tuple[int, int]]) -> Iterator[Word]:
    for word in words:
        is_known = _NO_NAME.fullmatch(word.text) or any(start <= word.start < end for start, end in but)
        if _CAPITAL.fullmatch(word.text) and not is_known:
            yield word


def _may_be_no_name(word: Word, text: str) -> bool:
    """Whether the capital may be that of a sentence."""
    begins = _BEGINNING.search(text[: word.start]) is not None
    return begins and _ACRONYM.fullmatch(word.text) is None


def _shared_spans(names: Aliases, others: Aliases) -> list[tuple[int, int]]:
    """Where a text has a name that the other has too, in any of its forms (EVRM and ECHR)."""
    return [span for group, spans in names.items() if group in others for span in spans]


def _is_held(word: Word, other: str, others: Sequence[Word], words: Words) -> bool:
    """Whether the other text has the word, in its own or the other language, also within a compound."""
    whole = fold(other)
    if _ACRONYM.fullmatch(word.text):
        return re.search(rf"\b{re.escape(fold(word.text))}", whole) is not None
    if fold(word.text) in whole or any(len(term) > 2 and fold(term) in whole for term in word.dutch):
        return True
    if any(words.match(word, one) >= _HELD or is_spelled_alike(word.text, one.text) for one in others):
        return True
    return any(fold(term) in fold(word.text) for one in others for term in one.dutch if len(term) > 2)
