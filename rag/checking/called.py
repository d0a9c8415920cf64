"""What a claim and a letter call by different names for the same."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.checking.words import Word
from rag.letters.parties import ORGANISATIONS
from rag.retrieval.aliases import find_aliases, is_called

_BARE = re.compile(rf"(?:De|Het) (?P<kind>{ORGANISATIONS}|raad|commissie|college|instituut)", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_GO_ON = r" (?:(?:van|voor|de|het) )*[A-ZÀ-Ý][\w’-]*(?: (?:(?:en|van|voor|de|het|der) )*[A-ZÀ-Ý][\w’-]*)*"


@lru_cache(maxsize=4096)
def _spans(text: str) -> dict[int, list[tuple[int, int]]]:
    return find_aliases(text)


def same_name(word: Word, claim: str, text: str, held: Sequence[Word]) -> Word | None:
    """The word at which a text begins the name that a word of the claim is part of, under another name for the same."""
    known = _spans(text)
    for group, spans in _spans(claim).items():
        if group in known and any(start <= word.start < end for start, end in spans):
            start, end = known[group][0]
            return next((one for one in held if start <= one.start < end and one.text[0].isupper()), None)
    return None


def is_named_in(name: str, text: str) -> bool:
    """Whether a text has the last word of a name, as "Commissie" in "Europese Commissie", or another for the same."""
    last = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b", re.IGNORECASE)
    return last.search(text) is not None or not _spans(name).keys().isdisjoint(_spans(text))


def has_initials_of(claim: str, name: str) -> bool:
    """Whether a claim has the short form of a name: "OM" of "Openbaar Ministerie"."""
    return any(is_called(short, name) for short in _ACRONYM.findall(claim))


def name_before(who: str, sentences: Sequence[str]) -> str:
    """The name by which one of the sentences before, the nearest first, introduces a body that is called by its kind
    alone: "vakbond De Zwaan" for "De bond"; empty where none does."""
    bare = _BARE.fullmatch(who)
    if bare is None:
        return ""
    named = re.compile(rf"\b[\w-]*{re.escape(bare['kind'].casefold())}{_GO_ON}")
    return next((match.group() for text in sentences if (match := named.search(text))), "")
