"""What the words right beside a denial tell, where the clauses of a text seem to deny the same."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rag.checking.alignment import Alignment, Pair
from rag.checking.clauses import DENIED_END, clause_of, clause_spans
from rag.checking.denials import GOES_ON, denies_by_itself, tokens_of
from rag.checking.negation_words import GOVERNING, IMPLYING, NEGATIONS
from rag.checking.words import Word

_SURE = 0.5
"""How surely a word must be held for its being denied to be compared."""
_SAME_WORD = 0.75
"""How surely a word must be held to be the same, or its translation."""
_BEHIND_NOT = re.compile(
    r"\b(?:niet|not)(?! (?:alleen|only|just|slechts|enkel)\b)(?:, (?:zoals|anders dan|as|unlike) [^,;.]+,)?"
    r" (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Also with an aside between: "en niet, zoals de raad adviseert, bij de provincie"."""
_BEHIND_NONE = re.compile(r"\b(?:geen|no)(?! (?:andere?|enkele?|other)\b) (?:[\w-]+ )?$", re.IGNORECASE)
_NONE_OF = re.compile(r"\b(?:geen|no) $", re.IGNORECASE)
_GOAL = re.compile(
    r"\b(?:moet|moeten|must|should)\b[^;]*?\b(?P<goal>om (?:[\w-]+ ){1,4}te (?:zijn|worden|blijven)\b|to be [\w-]+)",
    re.IGNORECASE,
)
"""What something must be done for, which tells neither that it is so nor that it is not: "om veilig te zijn"."""
_SUBJECT = 2
"""Words at the beginning by which claim and clause are about the same: "Het kabinet"."""
_REFUSING = re.compile(r"(?:wijs|wijst|wijzen|verwerpt?|ontraadt?|weigert?|raadt?)\b", re.IGNORECASE)
"""Behind an aside such a verb goes on with the clause before it: "een loting, door de raad bepleit, wijs ik af"."""


def compared(alignment: Alignment) -> Iterator[tuple[Pair, Word]]:
    """The words of the claim that are held surely, each with what holds it in the text that `texts_of` gives; but for
    those of a goal, of which the claim does not tell whether it is so."""
    goal = _GOAL.search(alignment.statement.text)
    for pair in alignment.pairs:
        if goal and goal.start("goal") <= pair.word.start < goal.end("goal"):
            continue
        language = alignment.sources[pair.source].text(alignment.statement.language)[1]
        if pair.held is not None and pair.sure >= _SURE and pair.held.language == language:
            yield pair, pair.held


def texts_of(alignment: Alignment) -> list[str]:
    """The sources in the claim's language where they have it, else in Dutch."""
    return [source.text(alignment.statement.language)[0] for source in alignment.sources]


def left_out(alignment: Alignment, text: str) -> str | None:
    """A verb by which the best source prevents or refuses what a clause of the claim without any denial puts as so."""
    claim = alignment.statement.text
    if denies_by_itself(claim):
        return None
    spans = clause_spans(text, DENIED_END)
    held = [
        (pair.word.start, clause_of(spans, word.start))
        for pair, word in compared(alignment)
        if pair.source == 0 and not _is_of_holder(pair, alignment)
    ]
    spoken = Counter(place for _, place in held)
    if not spoken:
        return None
    last = min(spoken, key=lambda place: (-spoken[place], place))
    own = clause_spans(claim, DENIED_END)
    telling = {clause_of(own, start) for start, place in held if place == last}
    if any(NEGATIONS.search(claim[slice(*own[place])]) for place in telling):
        return None
    first = last - 1 if last and GOES_ON.match(text[spans[last][0] :]) else last
    behind = next(
        (place for place in range(last + 1, min(last + 4, len(spans))) if _REFUSING.match(text, spans[place][0])), last
    )
    return GOVERNING.first(tokens_of(text[spans[first][0] : spans[behind][1]]))


def _is_of_holder(pair: Pair, alignment: Alignment) -> bool:
    """Whether a word of a claim says whose view it is, and nothing of what is said."""
    holder = alignment.statement.holder
    return holder is not None and holder.start <= pair.word.start < holder.start + len(holder.text)


def plainly_denied(alignment: Alignment, texts: Sequence[str]) -> str | None:
    """A word behind "niet" in a source, the last of the claim or one of two, where the claim has no word of denial.

    A long clause of which only the end is denied would else seem to say the same.
    """
    if may_deny(alignment.statement.text):
        return None
    held = list(compared(alignment))
    found = [
        pair.word
        for pair, word in held
        if pair.sure >= _SAME_WORD and pair.source == 0 and _BEHIND_NOT.search(texts[0][: word.start])
    ]
    is_last = bool(found) and found[-1].start == max(pair.word.start for pair, _ in held)
    return found[-1].text if is_last or len(found) > 1 else None


def none_of_it(alignment: Alignment) -> str | None:
    """The first or last word of a claim without any denial, right behind "geen" in a source: "geen rekening"."""
    texts = texts_of(alignment)
    if may_deny(alignment.statement.text):
        return None
    held = list(compared(alignment))
    for pair, word in (*held[:1], *held[-1:]):
        if pair.sure >= _SAME_WORD and _BEHIND_NONE.search(texts[pair.source][: word.start]):
            return pair.word.text
    return None


def some_of_it(alignment: Alignment) -> str | None:
    """A word right behind "geen" in a claim that a source says of whoever the claim begins with, without any denial.

    "Het kabinet heeft geen vragen" is not so where "het kabinet wil hiernaar vragen".
    """
    claim, texts = alignment.statement.text, texts_of(alignment)
    for pair, word in compared(alignment):
        spans = clause_spans(texts[pair.source], DENIED_END)
        clause = texts[pair.source][slice(*spans[clause_of(spans, word.start)])]
        is_same = claim.split()[:_SUBJECT] == clause.split()[:_SUBJECT]
        if pair.sure < 1.0 or not is_same or not _NONE_OF.search(claim[: pair.word.start]):
            continue
        if not may_deny(clause):
            return pair.word.text
    return None


def may_deny(text: str) -> bool:
    """Whether a text has a word of denial, or one that may imply it."""
    return bool(NEGATIONS.search(text) or denies_by_itself(text) or IMPLYING.first(tokens_of(text)))
