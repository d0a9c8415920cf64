"""How strongly a claim commits, and how widely: against its sources it may weaken, never strengthen."""

import re

from rag.checking.alignment import Alignment
from rag.checking.choices import is_half_of_a_choice
from rag.checking.clauses import clause_of, clause_spans
from rag.checking.conditions import held_unconditionally, left_out_condition
from rag.checking.modality_words import (
    ADDED,
    AFTER,
    ALL,
    CANNOT,
    CAUSE,
    CONDITIONAL,
    CONTRAST,
    DECIDED,
    DELIBERATES,
    DONE,
    EVEN,
    EXCEPT,
    GROUND,
    HARD_CAUSE,
    HARD_EXCEPT,
    HARD_TIME,
    LEADS,
    LOOSE_CAUSE,
    MARKS,
    NARROWED,
    NONE,
    NOT_ONLY,
    OPINION,
    SOME,
    SOUGHT,
    TIME,
    UNLESS,
    UNMARKED,
    UNSETTLED,
    Added,
    Strength,
)
from rag.checking.negation_words import NEGATIONS
from rag.checking.numbers import find_numbers
from rag.checking.unanswered import is_left_open

_HELD = 0.5
_SURE = 0.75
_BEFORE = 4
"""Words before another within which a denial reaches it."""
_NEED_NOT = re.compile(r"\bhoe(?:ft|ven)\b|\bneed not\b|\b(?:do|does) not (?:have|need) to\b", re.IGNORECASE)
_MUCH = 0.4
"""Share of what is held that makes a further source one that counts."""
_PURPOSE = re.compile(r"\bom\b", re.IGNORECASE)
"""Tells what for, seldom why."""
_TWICE = 2.0
_MUCH_MORE = 1.5
"""Times as much of the claim as the first source a further one must hold to be the main one."""
_GOVERNED = re.compile(r"(?:dat|that|om|die|which|who|en|and|dan|than)\b", re.IGNORECASE)


def strengths(text: str) -> set[Strength]:
    """All marks of how firmly a text puts what it says; a plain statement is a fact."""
    marked = UNMARKED.sub(" ", text)
    return {rank for rank, mark in MARKS if mark.search(marked)} or {Strength.FACT}


def overstated(alignment: Alignment) -> str | None:
    """How the claim says more firmly or more widely what its sources say; None where it does not."""
    if is_left_open(alignment):
        return "it is put as so, the letter leaves it open"
    return _strengthened(alignment) or _widened(alignment)


def _strengthened(alignment: Alignment) -> str | None:
    """How the claim says more firmly what its sources say; None where it does not.

    A duty may be put as a fact: rules are written either way ("de verhuurder meldt", "de verhuurder moet melden").
    """
    claim = alignment.statement.text
    if _is_free(claim):
        return None
    mine, marks = _told(claim), _marks_of_sources(alignment)
    theirs = min(marks)
    if mine is Strength.OBLIGED and theirs is Strength.INTENDED and OPINION.search(claim):
        return None
    if _demands_an_option(alignment):
        return "it is put as a duty, the letter as an option"
    if DELIBERATES.search(claim) and _is_settled(alignment):
        return "it is put as considered, the letter as settled"
    if theirs is Strength.OBLIGED and _is_done(claim) and not _is_done(alignment.source_texts):
        return "it is put as done, the letter as a duty"
    if mine is Strength.INTENDED and mine in strengths(alignment.source_texts):
        return None
    if mine > theirs and mine not in marks and theirs < Strength.OBLIGED:
        return f"it is put as {mine.name.lower()}, the letter as {theirs.name.lower()}"
    return None


def _demands_an_option(alignment: Alignment) -> bool:
    """Whether a clause of the claim says that something must be of which the sources say that it can be."""
    claim = alignment.statement.text
    if Strength.OBLIGED in strengths(alignment.source_texts):
        return False
    text, language = alignment.sources[0].text(alignment.statement.language)
    spans = clause_spans(text)
    for start, end in clause_spans(claim):
        within = (pair for pair in alignment.pairs if start <= pair.word.start < end and pair.source == 0)
        places = [one.held.start for one in within if one.held and one.sure >= _SURE and one.held.language == language]
        if places and Strength.OBLIGED in strengths(claim[start:end]) and not _is_free(claim[start:end]):
            first, last = spans[clause_of(spans, min(places))], spans[clause_of(spans, max(places))]
            if Strength.POSSIBLE in strengths(CANNOT.sub(" ", text[first[0] : last[1]])):
                return True
    return False


def _is_settled(alignment: Alignment) -> bool:
    """Whether the sources leave nothing open of what they say."""
    sources = alignment.source_texts
    is_open = UNSETTLED.search(sources) or SOUGHT.search(sources)
    return not is_open and strengths(sources).isdisjoint({Strength.POSSIBLE, Strength.INTENDED})


def _is_done(text: str) -> bool:
    return DONE.search(text) is not None


def _is_free(text: str) -> bool:
    """Whether the text says of what it could demand that it is not needed: then it demands nothing."""
    found = MARKS[-1][1].search(text)
    return bool(found and _is_denied(text, found)) or _NEED_NOT.search(text) is not None


def _told(claim: str) -> Strength:
    """How firmly a claim puts what it says, by all the words that people have for it."""
    mine = min(strengths(claim))
    if (found := DECIDED.search(claim)) and not _is_denied(claim, found):
        return mine
    if UNSETTLED.search(claim):
        return Strength.POSSIBLE
    return min(mine, Strength.INTENDED) if SOUGHT.search(claim) else mine


def _is_denied(text: str, found: re.Match[str]) -> bool:
    """Whether a denial stands right before some words: "niet alle" is some, "geen vergunning nodig" no duty."""
    return NEGATIONS.search(" ".join(text[: found.start()].split()[-_BEFORE:])) is not None


def _marks_of_sources(alignment: Alignment) -> set[Strength]:
    """How firmly the sources put what the claim speaks of; of several that hold much of it, the firmest."""
    found: list[set[Strength]] = []
    whole = sum(pair.weight for pair in alignment.pairs if pair.sure >= _HELD) or 1.0
    for place, source in enumerate(alignment.sources):
        share = sum(pair.weight for pair in alignment.pairs if pair.sure >= _HELD and pair.source == place) / whole
        if place == 0 or share >= _MUCH:
            text, language = source.text(alignment.statement.language)
            held = [word.start for word in held_unconditionally(alignment, place) if word.language == language]
            found.append(strengths(CANNOT.sub(" ", _spoken(text, held))))
    return max(found, key=min)


def _spoken(text: str, held: list[int]) -> str:
    """The clause that holds most of the offsets, with the clauses that govern it; all of the text where none does."""
    spans = clause_spans(text)
    if not held or not spans:
        return text
    counts = [sum(clause_of(spans, start) == place for start in held) for place in range(len(spans))]
    first = last = counts.index(max(counts))
    while first and _GOVERNED.match(text[spans[first][0] :]):
        first -= 1
    return text[spans[first][0] : spans[last][1]]


def _widened(alignment: Alignment) -> str | None:
    """How the claim says of more, of less or under fewer conditions what its sources say; None where it does not."""
    claim = NARROWED.sub(_blank, alignment.statement.text)
    for added in ADDED:
        found = added.found.search(claim)
        if found and not _is_denied(claim, found) and not _is_meant(added, found, claim, alignment):
            return f"{found.group()!r} ({added.name}) is not in the letter"
    return _left_out(claim, alignment) or _takes_choice(claim, alignment) or _joined(claim, alignment)


def _blank(match: re.Match[str]) -> str:
    """As many spaces, so that offsets stay."""
    return " " * len(match.group())


def _is_meant(added: Added, found: re.Match[str], claim: str, alignment: Alignment) -> bool:
    """Whether the sources say in some way what a claim says by the words found."""
    sources = NOT_ONLY.sub(_blank, alignment.source_texts)
    if added.found.search(sources) or added.meant.search(sources):
        return True
    match added.name:
        case "all of them" | "each of them":
            return bool(NEGATIONS.search(claim) and (NONE.search(sources) or found.group() == "any"))
        case "only this":
            return CONDITIONAL.search(claim, found.end()) is not None and _is_conditional(sources, claim)
        case "most of them":
            return not ALL.search(sources) and (len(find_numbers(sources)) > 1 or "%" in sources)
    return False


def _is_conditional(sources: str, claim: str) -> bool:
    """Whether something is so under a condition: "not unless" is only if, "unless" alone is the opposite."""
    if UNLESS.search(sources):
        return NEGATIONS.search(sources) is not None or NEGATIONS.search(claim) is not None
    return bool(EXCEPT.search(sources) or AFTER.search(sources))


def _left_out(claim: str, alignment: Alignment) -> str | None:
    """How the claim drops an exception or condition, or says of all what its sources say of some."""
    sources = alignment.source_texts
    if (found := ALL.search(claim)) and (part := SOME.search(sources)) and not SOME.search(claim):
        return f"{found.group()!r} stands where the letter says {part.group()!r}"
    place = _main(alignment)
    first, language = alignment.sources[place].text(alignment.statement.language)
    if (found := HARD_EXCEPT.search(first)) and not EXCEPT.search(claim):
        held = any(word.start > found.start() for word in alignment.held_in(place) if word.language == language)
        if not held or EVEN.search(claim):
            return f"the exception after {found.group()!r} is left out"
    condition = left_out_condition(alignment, place, min(strengths(claim)), min(strengths(first)))
    return f"the condition after {condition!r} is left out" if condition else None


def _takes_choice(claim: str, alignment: Alignment) -> str | None:
    """How a claim demands one of two duties of which its best source leaves the choice."""
    is_demand = Strength.OBLIGED in strengths(claim)
    return "the letter leaves a choice there" if is_demand and is_half_of_a_choice(alignment) else None


def _joined(claim: str, alignment: Alignment) -> str | None:
    """How the claim makes one thing the cause of another, or puts one after another, as its sources do not."""
    sources = alignment.source_texts
    near = sources + " " + " ".join(source.before for source in alignment.sources)
    if (found := HARD_CAUSE.search(claim)) and not CAUSE.search(near) and not LOOSE_CAUSE.search(sources):
        held = _held_after(found.end(), alignment)
        if CONTRAST.search(near) or held < _HELD:
            return f"the letter gives no cause where the claim says {found.group()!r}"
    if (found := LEADS.search(claim)) and not CAUSE.search(_PURPOSE.sub(" ", sources)):
        return f"the letter gives no cause where the claim says {found.group()!r}"
    if _gives_other_ground(alignment):
        return "the letter gives another ground for it"
    if (found := HARD_TIME.search(claim)) and not TIME.search(near):
        return f"the letter gives no order in time where the claim says {found.group()!r}"
    return None


def _gives_other_ground(alignment: Alignment) -> bool:
    """Whether what the claim gives as the ground stands in a source elsewhere than behind its own "because"."""
    claim = alignment.statement.text
    if (found := GROUND.search(claim)) is None:
        return False
    within, elsewhere = 0.0, 0.0
    grounds = 0
    for pair in alignment.pairs:
        if pair.word.start < found.end() or pair.held is None or pair.sure < _HELD:
            continue
        source = alignment.sources[pair.source]
        text = source.english or "" if pair.held.language == "en" else source.sentence.text
        ground = GROUND.search(text)
        grounds += ground is not None
        if ground and pair.held.start > ground.end():
            within += pair.weight
        else:
            elsewhere += pair.weight
    has_ground = grounds > 0 or any(GROUND.search(source.sentence.text) for source in alignment.sources)
    return has_ground and elsewhere > _TWICE * within


def _held_after(start: int, alignment: Alignment) -> float:
    """How much of what a claim says from an offset to the end of that clause its sources hold, from 0 to 1."""
    claim = alignment.statement.text
    comma = claim.find(",", start)
    end = comma if comma >= 0 else len(claim)
    within = [pair for pair in alignment.pairs if start <= pair.word.start < end]
    mass = sum(pair.weight for pair in within)
    return sum(pair.weight * pair.sure for pair in within) / mass if mass else 0.0


def _main(alignment: Alignment) -> int:
    """The source that holds most of the claim, by its place."""
    held = [
        sum(pair.weight * pair.sure for pair in alignment.pairs if pair.source == place)
        for place in range(len(alignment.sources))
    ]
    best = held.index(max(held))
    return best if held[best] > _MUCH_MORE * held[0] else 0
