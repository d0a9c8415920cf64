"""Which letters a look-up is answered from, where a question may name one or none. Never one chosen in silence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.answering import phrases
from rag.answering.intent import Kind, classify
from rag.answering.request import Request, letters_of
from rag.answering.wording import subject_words
from rag.letters import Letter
from rag.store.words import expand, terms

MAX_LETTERS = 3
"""Letters that one look-up is answered from where its question names none: more is a list to choose from."""
_MAX_NAMES = 3
"""Other letters that a note names; the rest it counts."""
_DESCRIBED = re.compile(
    r"\b(?:\w*brief|\w*reactie|stuk|document|letter|reply|response|paper)\s+"
    r"(?:over|inzake|betreffende|about|on|regarding|concerning)\s+(.+)",
    re.IGNORECASE,
)
"""A letter told by what it is about."""
_ABOUT_CONTENT = frozenset({Kind.CONTENT, Kind.SUMMARY, Kind.COMPARISON})
"""Questions whose best find tells which letter a conversation is about."""


@dataclass(frozen=True, kw_only=True)
class Meant:
    """The letters to answer from."""

    letters: tuple[Letter, ...]
    others: tuple[Letter, ...] = ()
    """Those that have what is asked as well, and that the answer leaves out."""
    is_told: bool
    """Whether the question says which letters; else they are those that have what is asked, or all where none has."""


def letters_meant(request: Request, has: Callable[[Letter], int], most: int = MAX_LETTERS) -> Meant:
    """Those named; else those of the subject; else those that `has` most of what is asked.

    Among several that have it, the one that the conversation is about is enough; of more than `most` the best find.
    """
    every = tuple(request.letters.values())
    if request.named or len(every) == 1:
        return Meant(letters=request.named or every, is_told=True)
    described = _described(request)
    if len(described) == 1:
        return Meant(letters=described, is_told=True)
    amounts = {letter.id: has(letter) for letter in described or every}
    having = [letter for letter in described or every if amounts[letter.id]]
    if not having:
        return Meant(letters=described or every, is_told=False)
    best = [letter for letter in having if amounts[letter.id] == max(amounts.values())]
    spoken_of = [letter for letter in best if letter.id == _spoken_of(request)]
    found = [request.letters[name] for name in letters_of(request.hits) if request.letters[name] in best]
    chosen = tuple(spoken_of or (best if len(best) <= most else [*found, *best][:1]))
    others = tuple(letter for letter in having if letter not in chosen)
    return Meant(letters=chosen, others=others, is_told=False)


def named_in_turn(letters: Sequence[Letter], language: str) -> str:
    """The ids of some letters, three at most, the rest as their number: "a, b, c and 4 more"."""
    names = [letter.id for letter in letters[:_MAX_NAMES]]
    if rest := len(letters) - len(names):
        names.append(phrases.MORE[language].format(count=rest))
    return phrases.joined(names, language)


def printed_name(letter: Letter, language: str) -> str:
    """A letter's name, which an English text quotes; its id where it has no other."""
    return letter.name if language == "nl" or letter.name == letter.id else f"«{letter.name}»"


def _described(request: Request) -> tuple[Letter, ...]:
    """The letters whose title or subject shares most with the question; failing these, the best find for a subject."""
    language = request.asked_in
    asked = {term for word in subject_words(request.question.standalone, language) for term in expand(word, language)}
    shared = {letter.id: len(asked & _subject(letter)) for letter in request.letters.values()}
    most = max(shared.values())
    if most:
        return tuple(letter for letter in request.letters.values() if shared[letter.id] == most)
    told = _DESCRIBED.search(request.question.text)
    if told and request.hits and subject_words(told[1], language):
        return (request.letters[request.hits[0].letter],)
    return ()


def _subject(letter: Letter) -> frozenset[str]:
    return frozenset(terms(f"{letter.title or ''} {letter.subject or ''}", "nl"))


def _spoken_of(request: Request) -> str | None:
    """The letter that the question before this one was about; None where this one goes on from none."""
    earlier = request.question.earlier
    if not earlier or classify(earlier).kind not in _ABOUT_CONTENT:
        return None
    return next(iter(letters_of(request.hits)), None)
