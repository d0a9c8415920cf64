"""Whether a claim affirms what its sources affirm and denies what they deny, word by word."""

import re
from collections.abc import Sequence

from rag.checking.alignment import Alignment
from rag.checking.clauses import clause_of
from rag.checking.conditions import turned_condition
from rag.checking.contrasts import is_ruled_out_alike, is_undone, with_undone
from rag.checking.denials import TOKEN, Denied, denies_by_itself, prefixed_for, read_denials, tokens_of
from rag.checking.evidence import without_sign
from rag.checking.joined import denied_subject, opposite_beside
from rag.checking.negation_words import (
    DENIERS,
    EXCEPTIONS,
    IMPLYING,
    LACKING,
    NEGATIONS,
    OPPOSITES,
    PREFIXED,
    WITHOUT,
)
from rag.checking.plain_denials import compared, left_out, none_of_it, plainly_denied, some_of_it, texts_of
from rag.checking.reactions import counted_reactions, reaction, told_reaction
from rag.checking.sides import is_same_contrast, is_told_plainly, takes_side
from rag.checking.unanswered import is_open_to_both
from rag.letters import Voice
from rag.store.words import fold

_SURE = 0.5
"""How surely a word must be held for its being denied to be compared."""
_FURTHER = 0.5
"""Weight of what is held in a further source against the same in the best."""
_ALIKE = 0.6
"""Share of a claim that must stand in its sources in the same words for every denial to count."""
_SAME_WORD = 0.75
"""How surely a word must be held to be the same, or its translation."""
_SUBJECT = re.compile(
    r"(?:(?:De|Het|The) )?(?P<name>(?!(?:De|Het|The)\b)[A-Z][\w’-]*|kabinet|regering|cabinet|government)\b"
)
"""Whoever a claim begins with, where that is a name or the cabinet."""
_THE_STATE = re.compile(r"\b(?:Nederland|Netherlands|kabinet|regering|cabinet|government)\b")


def denied_otherwise(alignment: Alignment) -> str | None:
    """How a claim denies what its sources affirm, or the other way round; None where it does not.

    A denial and a word turned into its opposite make one another good.
    """
    if is_open_to_both(alignment):
        return None
    told, counted = (
        told_reaction(alignment.statement),
        counted_reactions(alignment.statement.text, alignment.sources[0]),
    )
    if told and counted:
        return None if told in counted else "of as many the letter says that the cabinet takes them otherwise"
    if reason := _takes_otherwise(alignment):
        return reason
    if (
        word := _denied_of_its_subject(alignment)
        or denied_subject(alignment)
        or none_of_it(alignment)
        or without_sign(alignment)
    ):
        return f"of {word!r} the letter denies what the claim says"
    if word := turned_condition(alignment):
        return f"behind {word!r} one affirms what the other denies"
    if word := some_of_it(alignment):
        return f"of {word!r} the letter says what the claim denies"
    return _opposed_beside(alignment) or _opposed_or_turned(alignment)


def denies_what_is_asked(alignment: Alignment) -> bool:
    """Whether a claim denies what its best source asks, with more denials than that and no opposite in it."""
    mine, theirs = alignment.statement.text, alignment.sources[0].sentence.text
    return opposed(alignment) is None and _denials(mine) > _denials(theirs)


def _denials(text: str) -> int:
    return len(NEGATIONS.findall(text)) + sum(token in DENIERS.forms for token in tokens_of(text))


def _opposed_beside(alignment: Alignment) -> str | None:
    """The opposite that stands beside the name or number of a claim, told; None where there is none."""
    beside = opposite_beside(alignment)
    return beside and f"it says {beside[0]!r} where the letter says {beside[1]!r}"


def _opposed_or_turned(alignment: Alignment) -> str | None:
    """How one of two opposites or a denial turns the claim round; a denied opposite makes the other good."""
    opposite = opposed(alignment)
    if opposite and _makes_good(opposite, alignment):
        return None
    if opposite and any(map(NEGATIONS.fullmatch, opposite)):  # "onvoldoende" counts once, as the opposite
        word = None
    else:
        word = turned(alignment) if opposite is None else turned_by_denials(alignment)
    if (word is None) == (opposite is None):
        return None
    if opposite is None and (
        is_same_contrast(alignment)
        or is_told_plainly(alignment)
        or is_ruled_out_alike(alignment)
        or _may_be_reworded(alignment)
    ):
        return None
    if opposite:
        return f"it says {opposite[0]!r} where the letter says {opposite[1]!r}"
    return f"of {word!r} one affirms what the other denies"


def _denied_of_its_subject(alignment: Alignment) -> str | None:
    """Whoever a claim begins with, where the best source denies of them what it says of others; None where it does not.

    So "Die staten hebben een verklaring ondertekend; Nederland heeft die verklaring niet ondertekend".
    """
    claim, text = alignment.statement.text, alignment.sources[0].sentence.text
    subject = _SUBJECT.match(claim)
    if subject is None or NEGATIONS.search(claim) or denies_by_itself(claim):
        return None
    named = _THE_STATE if _THE_STATE.search(subject.group()) else re.compile(rf"\b{re.escape(subject['name'])}\b")
    denials = read_denials(text)
    held = [pair.held for pair in alignment.pairs if pair.held and pair.source == 0 and pair.sure >= _SAME_WORD]
    rest = [word for word in held if word.language == "nl" and not named.fullmatch(word.text)]
    told = {clause_of(denials.spans, word.start) for word in rest}
    clauses = [text[start:end] for start, end in denials.spans]
    if any(named.search(clauses[place]) for place in told):
        return None
    denied = (clause for clause, is_denied in zip(clauses, denials.is_denied, strict=True) if is_denied)
    again = any(named.search(clause) and sum(word.text in clause for word in rest) > 1 for clause in denied)
    return subject["name"] if again else None


def _takes_otherwise(alignment: Alignment) -> str | None:
    """How a claim takes the other side of what its sources take over or turn down, rule out, or set against another."""
    there = {reaction(one.sentence.text) for one in alignment.sources if one.sentence.voice is Voice.CABINET} - {None}
    if told_reaction(alignment.statement) == "yes" and there == {"no"}:
        return "it says that the cabinet takes over what the letter turns down"
    if is_ruled_out_alike(alignment) is False:
        return "one rules out what the other does not"
    if takes_side(alignment) is False:
        return "of two things it says of one what the letter says of the other"
    return None


def turned(alignment: Alignment) -> str | None:
    """A word of the claim that one denies and the other affirms; None where none is.

    Words that deny in themselves ("verwerpt", "onbenut") may or may not count as denials in the sources: it is only
    turned where it is so either way.
    """
    texts = texts_of(alignment)
    claim, sources = alignment.statement.text, " ".join(texts)
    own, other = prefixed_for(tokens_of(sources), claim), prefixed_for(tokens_of(claim), sources)
    if governing := left_out(alignment, texts[0]):
        return governing
    if plain := plainly_denied(alignment, texts):
        return plain
    if denies_by_itself(sources):
        ways = [(False, False)] if denies_by_itself(claim) else [(False, False), (False, True)]
    else:
        ways = [(DENIERS.first(tokens_of(claim)) is not None, False)]
    found = [
        _turned(
            alignment,
            read_denials(claim, itself=mine, also=own),
            with_undone([read_denials(text, itself=theirs, also=other) for text in texts], alignment),
        )
        for mine, theirs in ways
    ]
    return found[0] if all(found) else None


def turned_by_denials(alignment: Alignment) -> str | None:
    """As `turned`, by words such as "niet" alone: for where a word already stands against its opposite."""
    return _turned(
        alignment, read_denials(alignment.statement.text), [read_denials(text) for text in texts_of(alignment)]
    )


def _may_be_reworded(alignment: Alignment) -> bool:
    """Whether a denial that seems added or taken away may be the same in other words; never in otherwise like words.

    Where claim and best source deny as often, or no word that both deny, a free wording does not tell what they deny.
    Where only one denies, the other may imply it.
    """
    claim, texts = alignment.statement.text, texts_of(alignment)
    sources = " ".join(texts)
    mine, theirs = (len(NEGATIONS.findall(text)) for text in (claim, texts[0]))
    if sum(pair.weight for pair in alignment.pairs if pair.sure >= _SAME_WORD) >= _ALIKE:
        return False
    if mine and theirs:
        return mine == theirs or not _share_a_denial(alignment)
    if mine:
        return _is_implied(claim, sources) or DENIERS.first(tokens_of(sources)) is not None
    return theirs > 0 and _is_implied(sources, claim)


def _share_a_denial(alignment: Alignment) -> bool:
    """Whether a word of the claim is denied in both."""
    mine, theirs = read_denials(alignment.statement.text), [read_denials(text) for text in texts_of(alignment)]
    return any(mine.at(pair.word.start) and theirs[pair.source].at(held.start) for pair, held in compared(alignment))


def _is_implied(denying: str, other: str) -> bool:
    """Whether a word of the other text may say what this one denies."""
    tokens, stems = tokens_of(other), {token[:5] for token in tokens_of(denying)}
    return (
        IMPLYING.first(tokens) is not None
        or bool(EXCEPTIONS.search(denying)) != bool(EXCEPTIONS.search(other))
        or (WITHOUT.search(denying) is not None and any(map(LACKING.fullmatch, tokens)))
        or any(PREFIXED.fullmatch(token) and token[2:7] in stems for token in tokens)
    )


def _turned(alignment: Alignment, mine: Denied, theirs: Sequence[Denied]) -> str | None:
    """As `turned`, for one reading of what is denied.

    It counts where claim and sources deny unequally often, or where they deny different things: not the will but
    the incentive, not the incentive but the will.
    """
    votes: dict[int, float] = {}
    words: dict[int, str] = {}
    spoken: set[tuple[int, int]] = set()
    ways: set[bool] = set()
    for pair, held in compared(alignment):
        own = clause_of(mine.spans, pair.word.start)
        other = clause_of(theirs[pair.source].spans, held.start)
        spoken.add((pair.source, other))
        differs = mine.is_denied[own] != theirs[pair.source].is_denied[other]
        weight = pair.weight * (1.0 if pair.source == 0 else _FURTHER)
        votes[own] = votes.get(own, 0.0) + (weight if differs else -weight)
        if differs:
            words.setdefault(own, pair.word.text)
            ways.add(mine.is_denied[own])
    turned_ones = [own for own, vote in votes.items() if vote > 0]
    denied = sum(theirs[source].is_denied[clause] for source, clause in spoken)
    is_unequal = denied != sum(mine.is_denied[own] for own in votes)
    if turned_ones and (is_unequal or len(ways) > 1):
        return words[turned_ones[0]]
    return None


def opposed(alignment: Alignment) -> tuple[str, str] | None:
    """A word of the claim and the opposite word that its sources have in its stead; None where there is none."""
    texts = alignment.source_texts
    mine, theirs = tokens_of(alignment.statement.text), tokens_of(texts)
    for sides in OPPOSITES:
        for own, other in (sides, sides[::-1]):
            word, found = own.first(mine), other.first(theirs)
            if word and found and not own.first(theirs) and not other.first(mine):
                return word, found
    return None


def _makes_good(opposite: tuple[str, str], alignment: Alignment) -> bool:
    """Whether one of two opposite words is denied right where it stands: "schiet tekort" for "is niet voldoende"."""
    own, other = opposite
    texts = [(text, one) for one in alignment.sources for text in (one.sentence.text, one.english) if text]
    held, source = next(((text, one) for text, one in texts if other in tokens_of(text)), (None, None))
    if held is None or source is None:
        return False
    is_denied_there = _is_denied_at(other, held) != is_undone(source, alignment)
    return _is_denied_at(own, alignment.statement.text) != is_denied_there


def _is_denied_at(word: str, text: str) -> bool:
    place = next((token.start() for token in TOKEN.finditer(text) if fold(token.group()) == word), None)
    is_denial = NEGATIONS.fullmatch(word) is not None  # "onvoldoende" is no denial of itself
    return place is not None and read_denials(text).at(place) != is_denial
