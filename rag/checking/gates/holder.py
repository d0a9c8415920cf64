"""The party that a claim names must hold the view in the letter."""

import re

from rag.checking.alignment import Alignment, Source
from rag.checking.gates.statement import Finding
from rag.checking.named_holder import Holder, shares_with_cabinet
from rag.checking.names import is_named_near
from rag.checking.others import (
    clause_holders,
    holders_of,
    is_in_own_name,
    names_adviser,
    others_view,
    points_back,
    stranger,
    tells_of_another,
)
from rag.checking.reactions import counted_reactions, letter_reaction, reaction, told_reaction
from rag.checking.set_apart import is_view_apart, set_apart
from rag.checking.shares import other_share
from rag.checking.speakers import full_name, holds_kinds, is_other_kind, is_same_party, named_speaker, speaker
from rag.checking.subjects import acts_instead
from rag.checking.words import Words
from rag.letters import Sentence, Voice
from rag.letters.outsiders import find_outsider
from rag.letters.speakers import THINKS

_STANCE = re.compile(
    rf"\b(?:{THINKS}|wens(?:t|en|te|ten)|stree(?:ft|fde|fden)|streven|beoog(?:t|de|den)|beogen|overweegt"
    r"|overwegen|overwoog|overwogen|steun(?:t|en|de|den)|verwerp(?:t|en)|verwierp(?:en)?"
    r"|(?:is|zijn|was|waren) van plan|voornemens|besl(?:uit|uiten|oot|oten|ist|isten)|kie(?:st|zen)|koos|kozen|gekozen"
    r"|zal|zullen|gaat|gaan|decide[sd]?|cho(?:oses?|se|sen)|will|going to"
    r"|wants?|wish(?:es)?|intends?|aims?|seeks?|plans?|considers?|favou?rs?|advocates?|thinks?|believes?|supports?|rejects?)\b",
    re.IGNORECASE,
)
"""What a party wants, thinks, decides or will do, unlike what is so, only its own sentences can tell."""

_SURE = 0.5
_PUTS_OFF = re.compile(r"\b(?:bezien|beziet|beraad\w*|bestude\w+|nog (?:niet|geen)|af(?:ge)?wacht\w*)\b", re.IGNORECASE)
"""What is yet to be considered is no view of one's own."""
_OF_BOTH = re.compile(r"\bbeide\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:beide|allebei|zowel|both)\b", re.IGNORECASE)
"""What is said of two together is said of both in a claim too: of one alone the holder may think otherwise."""
_BUT = re.compile(r"\b(?:maar|doch|echter)\b", re.IGNORECASE)
"""After which a sentence that takes a view over may take it back."""
_OF_ITS_OWN = re.compile(
    r"\b(?:onderschrij\w+|de(?:el|elt|len)|erken\w*|herken\w*|eens|in)\b(?: [\w-]+){0,2}? dat\b"
    r"(?! (?:advies|voorstel|standpunt))"
)
"""A view taken over with what it is told right behind it, which need not be the one before."""
_AHEAD = 3
"""Sentences behind a view within which it is turned down."""
_MOVED = re.compile(r"\bmotie|\b(?:lid|leden)\b|fracties?\b", re.IGNORECASE)
"""Members of a chamber with what they asked for, also in a sentence of the cabinet; a chamber may only be told."""


def judge_holder(alignment: Alignment, words: Words) -> Finding:
    """Fails a view given to a party that does not hold it; the cabinet's agreement makes it held by both."""
    holder = alignment.statement.holder
    source = alignment.sources[0]
    if reason := _sets_against(alignment, words):
        return False, reason
    if holder is None:
        party = stranger(alignment)
        return party is None, f"{party!r} does not hold it" if party else "it names nobody as holder"
    if _takes_over(holder, alignment, words):
        return True, f"{holder.text!r} takes it over in the letter"
    if reason := _given_otherwise(holder, alignment, words):
        return False, reason
    if how := _answers(holder, alignment, words):
        return True, f"{holder.text!r} {how}"
    if other := others_view(holder, alignment):
        return False, f"{holder.text!r} is not who holds it: the letter gives part of it to {other.value}"
    if not tells_of_another(holder, alignment) and _holds(holder, source, alignment, words):
        return True, f"the letter gives it to {holder.text!r}"
    return False, f"{holder.text!r} is not who holds it: the letter gives it to {source.sentence.voice.value}"


def _sets_against(alignment: Alignment, words: Words) -> str | None:
    """How a letter sets what a claim says against the party, or part of one, that the claim names; else None."""
    if share := other_share(alignment):
        return f"{share!r} does not hold it: the letter gives it to the others"
    party = set_apart(alignment, words)
    return party and f"{party!r} does not hold it: the letter sets it against their view"


def _given_otherwise(holder: Holder, alignment: Alignment, words: Words) -> str | None:
    """How a claim gives to its holder what is another's alone, or to the cabinet as well; None where it does not."""
    acting = acts_instead(alignment, words)
    if acting and acting[0] == holder.text:
        return f"{holder.text!r} is not who holds it: the letter gives it to {acting[1]!r}"
    is_shared = shares_with_cabinet(alignment.statement.text) and holder.voice is not Voice.CABINET
    return "it says that the cabinet holds it too" if is_shared else None


def _answers(holder: Holder, alignment: Alignment, words: Words) -> str | None:
    """How the holder speaks of what another says, as in the letter; None where it does not."""
    if _comments(holder, alignment, words):
        return "says it of what stands before"
    if is_view_apart(alignment, words):
        return "is told apart by the letter as who holds it"
    return "reacts to the view of another, as in the letter" if _reacts(holder, alignment) else None


def _holds(holder: Holder, source: Source, alignment: Alignment, words: Words) -> bool:
    sentence = source.sentence
    if _is_called(holder, source, alignment, words):
        return True
    if holder.is_named:
        return _is_named_as(holder.text, source, alignment.statement.language, words)
    if holder.voice is Voice.THIRD_PARTY and _is_anothers(holder, source, alignment.statement.language, words):
        return False
    if holder.voice in sentence.holders:
        return holder.voice is not Voice.AUTHORS or not is_other_kind(holder.text, source)
    mentions = holders_of(source.letter).mentions(sentence.text)
    if holder.voice is Voice.PARLIAMENT and any(_MOVED.search(one.text) for one in mentions):
        return True
    head = holder.text.casefold().split()[-1]
    if any(one.voice is Voice.THIRD_PARTY and head in one.text.casefold() for one in mentions):
        return True
    if sentence.voice is not Voice.NEUTRAL and not (
        sentence.voice is Voice.THIRD_PARTY and holder.voice is Voice.AUTHORS
    ):
        return False
    named = {mention.voice for mention in mentions}
    if not named and source.index:
        named = {mention.voice for mention in holders_of(source.letter).mentions(source.before)}
    speaks_for_itself = holder.voice is Voice.CABINET and not _STANCE.search(alignment.statement.text)
    return holder.voice in named or (not named and speaks_for_itself)


def _is_anothers(holder: Holder, source: Source, language: str, words: Words) -> bool:
    """Whether another tells a sentence whose paragraph calls a party as the claim does."""
    told = find_outsider(source.sentence.text)
    if told is None or is_same_party(holder.text, told["who"], language, words):
        return False
    return is_same_party(holder.text, source.paragraph.text, language, words)


def _is_named_as(name: str, source: Source, language: str, words: Words) -> bool:
    """Whether the letter gives a sentence to a party of that name: to no other by name, and to none of another kind."""
    named = named_speaker(source)
    if not named and Voice.AUTHORS in source.sentence.holders and names_adviser(name, source.letter):
        return True
    if not is_other_kind(name, source) and is_named_near(name, source, language, words):
        return True
    return is_same_party(name, named or source.sentence.text, language, words)


def _is_called(holder: Holder, source: Source, alignment: Alignment, words: Words) -> bool:
    """Whether whoever speaks in the sentence, or thinks in a clause of it, has the holder's name or kind.

    Of one who only acts anybody may tell, but for the cabinet: what others say that it does is not its own account.
    """
    statement, sentence = alignment.statement, source.sentence
    name = full_name(statement.text, holder.start, holder.start + len(holder.text))
    thinking = clause_holders(source, alignment.held_in(alignment.sources.index(source)))
    if holder.voice in thinking - {Voice.THIRD_PARTY}:
        return True
    if thinking - {Voice.CABINET} and holder.voice is not Voice.CABINET:
        return is_same_party(name, sentence.text, statement.language, words)
    if holder.acts and holder.voice is not Voice.CABINET:
        told = sentence.text if sentence.voice is Voice.CABINET else f"{source.before} {sentence.text}"
        return is_same_party(name, told, statement.language, words)
    if holder.voice in (Voice.CABINET, Voice.PARLIAMENT) or sentence.voice in (Voice.CABINET, Voice.NEUTRAL):
        return False
    return is_same_party(name, speaker(source), statement.language, words)


def _reacts(holder: Holder, alignment: Alignment) -> bool:
    """Whether a claim tells how the cabinet takes another's view, the letter tells that too, and they agree."""
    told = told_reaction(alignment.statement)
    others = (one for one in alignment.sources if one.sentence.voice not in (Voice.CABINET, Voice.NEUTRAL))
    other = next(others, None)
    if told is None or other is None:
        return False
    there = counted_reactions(alignment.statement.text, other) or {letter_reaction(other)}
    return told in there and _is_theirs(holder, other, alignment)


def _comments(holder: Holder, alignment: Alignment, words: Words) -> bool:
    """Whether the holder's own sentence points back to the first source and holds part of the claim.

    So "ik vind dat zorgelijk" bears out that the minister finds worrying what the sentence before tells.
    """
    first = alignment.sources[0]
    return any(
        points_back(source, first)
        and (holder.voice is not Voice.CABINET or is_in_own_name(source.sentence.text))
        and (not _OF_BOTH.search(source.sentence.text) or _BOTH.search(alignment.statement.text))
        and (not _PUTS_OFF.search(source.sentence.text) or _PUTS_OFF.search(alignment.statement.text))
        and any(pair.source == place and pair.sure >= _SURE for pair in alignment.pairs)
        and (
            _is_called(holder, source, alignment, words) if holder.is_named else holder.voice in source.sentence.holders
        )
        for place, source in enumerate(alignment.sources)
    )


def _is_theirs(holder: Holder, source: Source, alignment: Alignment) -> bool:
    """Whether the bodies that a claim names beside its holder are of the kind of the one whose view a sentence is."""
    text, end = alignment.statement.text, holder.start + len(holder.text)
    return holds_kinds(text[: holder.start] + text[end:], f"{speaker(source)} {source.sentence.text}")


def _takes_over(holder: Holder, alignment: Alignment, words: Words) -> bool:
    """Whether the holder makes the view of the first source its own in another, or in the sentence behind it; not where
    a sentence behind that turns down what has more words in common with that view.
    """
    first = alignment.sources[0]
    behind = first.paragraph.sentences[first.index + 1 : first.index + 2]
    later = first.paragraph.sentences[first.index + 1 : first.index + 1 + _AHEAD]
    refused = [one for one in later if one.voice is holder.voice and reaction(one.text) == "no"]
    others = [source.sentence for source in alignment.sources[1:]]
    return any(
        one.voice is holder.voice
        and one.endorses is first.sentence.voice
        and not _BUT.search(one.text)
        and not _OF_ITS_OWN.search(one.text)
        and reaction(one.text) != "partly"
        and all(_shared(other, first, words) <= _shared(one, first, words) for other in refused)
        for one in [*others, *behind]
    )


def _shared(one: Sentence, source: Source, words: Words) -> int:
    """How many dictionary forms a sentence has in common with a source."""
    mine, theirs = (
        frozenset().union(*(word.lemmas for word in words.of(text, "nl"))) for text in (one.text, source.sentence.text)
    )
    return len(mine & theirs)
