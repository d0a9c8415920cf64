"""The party that a claim names must hold the view in the letter."""

import re
from functools import lru_cache

from rag.checking.alignment import Alignment, Source
from rag.checking.gates.statement import Finding
from rag.checking.names import is_named_near
from rag.checking.statement import Holder
from rag.checking.words import Words
from rag.letters import Letter, Voice
from rag.letters.holders import Holders

_STANCE = re.compile(
    r"\b(?:wil|willen|wenst|wensen|streeft|streven|beoogt|beogen|overweegt|overwegen|pleit|pleiten|vindt|vinden|meent|menen|acht|achten"
    r"|steunt|steunen|verwerpt|verwerpen|is van plan|zijn van plan|voornemens"
    r"|wants?|wish(?:es)?|intends?|aims?|seeks?|plans?|considers?|favou?rs?|advocates?|thinks?|believes?|supports?|rejects?)\b",
    re.IGNORECASE,
)
"""What a party wants or thinks, unlike what is so, only its own sentences can tell."""


def judge_holder(alignment: Alignment, words: Words) -> Finding:
    """Fails a view given to a party that does not hold it; the cabinet's agreement makes it held by both."""
    holder = alignment.statement.holder
    if holder is None:
        return True, "it names nobody as holder"
    source = alignment.sources[0]
    if _holds(holder, source, alignment, words):
        return True, f"the letter gives it to {holder.text!r}"
    return False, f"{holder.text!r} is not who holds it: the letter gives it to {source.sentence.voice.value}"


def _holds(holder: Holder, source: Source, alignment: Alignment, words: Words) -> bool:
    sentence = source.sentence
    if holder.is_named:
        known = _holders(source.letter).mentions(f"het {holder.text}") + _holders(source.letter).mentions(
            f"de {holder.text}"
        )
        is_same = any(one.voice in sentence.holders and one.voice is Voice.AUTHORS for one in known)
        return is_same or is_named_near(holder.text, source, alignment.statement.language, words)
    if holder.voice in sentence.holders:
        return True
    mentions = _holders(source.letter).mentions(sentence.text)
    head = holder.text.casefold().split()[-1]
    if any(one.voice is Voice.THIRD_PARTY and head in one.text.casefold() for one in mentions):
        return True
    if sentence.voice is not Voice.NEUTRAL and not (
        sentence.voice is Voice.THIRD_PARTY and holder.voice is Voice.AUTHORS
    ):
        return False
    named = {mention.voice for mention in mentions}
    if not named and source.index:
        named = {mention.voice for mention in _holders(source.letter).mentions(source.before)}
    speaks_for_itself = holder.voice is Voice.CABINET and not _STANCE.search(alignment.statement.text)
    return holder.voice in named or (not named and speaks_for_itself)


def _holders(letter: Letter) -> Holders:
    return _made(tuple(paragraph.text for paragraph in letter.paragraphs))


@lru_cache(maxsize=64)
def _made(texts: tuple[str, ...]) -> Holders:
    return Holders(texts)
