"""Whether a claim joins what its sources say of different things: the name in one part with the words of another."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rag.checking.alignment import Alignment, Pair, is_name
from rag.checking.denials import denies_by_itself, tokens_of
from rag.checking.negation_words import NEGATIONS, OPPOSITES
from rag.checking.numbers import Number, find_numbers, is_same
from rag.retrieval.aliases import find_aliases

_SURE = 0.75
_PART_END = re.compile(
    r"[,;–—]+\s*| - | (?=(?:maar|but|terwijl|while|whereas|omdat|because|hoewel|although)\b)"
    r"|(?<!\btot) (?=(?:en|and) (?:[a-z]+t|zijn|zullen|kunnen|hebben|gaan|komen|will|has|have|is|are|must|can)\b)"
)
"""Where a sentence begins to speak of something else; not in front of "dat", since who says a thing says all of it."""
_ITEM_END = re.compile(r";\s*(?:en|and)?\s*")
_LEAD_END = re.compile(r":\s")
_WITHIN = re.compile(r"(?<=[\w,] )[A-ZÀ-Ý][\w’-]+")
_FIRST_NAME = re.compile(r"[ •–-]*(?P<name>[A-ZÀ-Ý][\w’-]*(?=:| [A-ZÀ-Ý])|[A-Z]\w*[A-Z]\w*)")
"""A name at the beginning, where any word has a capital: told by what follows, or by more than one capital."""
_FOR = re.compile(
    r"\b(?:in (?:het|the) (?:geval|case) (?:van|of)|(?P<said>voor|bij|for))"
    r" (?:(?:de|het|the|nieuwe|bestaande|new|existing) )*(?P<what>[^\W\d_][\w’-]+)",
    re.IGNORECASE,
)
_CONTRASTS = re.compile(r"(?:terwijl|maar|while|whereas|but)\b(?!.*\b(?:ook|eveneens|also|too)\b)", re.IGNORECASE)
_ITEM = re.compile(r"[•–-] [A-ZÀ-Ý][^:.]{0,40}: ")
"""An item of a list that is about a name: "• Limburg: van 30 naar 12"."""
_BRACKETED = re.compile(r"(?P<said>(?:[\w’-]+ ){1,4})\((?P<name>[A-ZÀ-Ý][\w’-]*)\)")
"""A name in brackets, with the words before it."""
_TOLD_MORE = 0.1
"""Share of a claim that must be told of the other."""
_ENDS_DENIED = re.compile(r"\b(?:niet|not)[.!]?$|\bgeen\b", re.IGNORECASE)


def opposite_beside(alignment: Alignment) -> tuple[str, str] | None:
    """A word of the claim whose opposite stands beside the name or number that the claim says it of; else None.

    "In Drenthe steeg de huur, in Zeeland daalde zij" has both words, and says only one of them of Drenthe.
    """
    claim = alignment.statement.text
    if NEGATIONS.search(claim):
        return None
    for own_part, part in _parts_with_anchor(alignment):
        mine, theirs = tokens_of(own_part), tokens_of(part)
        for sides in OPPOSITES if not NEGATIONS.search(part) else ():
            for own, other in (sides, sides[::-1]):
                word, found = own.first(mine), other.first(theirs)
                if word and found and not own.first(theirs) and not other.first(mine):
                    return word, found
    return None


def _parts_with_anchor(alignment: Alignment) -> Iterator[tuple[str, str]]:
    """What a claim says of a name or number of it, with each part of a source that has the same: of a number only the
    part around it, since "five are for it, two against" has both."""
    claim, names = alignment.statement.text, _names(alignment)
    numbers = find_numbers(claim)
    for source in alignment.sources:
        for start, end in parts(source.sentence.text):
            part = source.sentence.text[start:end]
            groups = find_aliases(part).keys()
            held = find_numbers(part)
            if any(has(part, name) or groups & find_aliases(name).keys() for name in names):
                yield claim, part
            for number in numbers:
                if any(is_same(number, one) for one in held):
                    yield part_at(claim, number.start), part


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the parts of a sentence that may speak of different things."""
    edges = [0, *(match.end() for match in _PART_END.finditer(text)), len(text)]
    return tuple((start, end) for start, end in pairwise(edges) if start < end)


def named_otherwise(alignment: Alignment) -> tuple[str, str] | None:
    """A name of the claim and the other name of which the letter says what the claim says; None where there is none."""
    return _in_another_item(alignment) or _in_contrast(alignment) or _in_brackets(alignment)


def _in_contrast(alignment: Alignment) -> tuple[str, str] | None:
    """As `named_otherwise`, where the name stands in the contrast to what is said of another: "in Lisse daalde de huur,
    terwijl zij in Hillegom steeg"."""
    text = alignment.sources[0].sentence.text
    rest = [pair for pair in alignment.pairs if pair.source == 0 and pair.sure >= _SURE and not _is_name(pair)]
    spans = [text[start:end] for start, end in parts(text)]
    for told, contrast in pairwise(spans):
        other = _first_name(told, alignment)
        if not other or not _CONTRASTS.match(contrast) or not rest:
            continue
        name = next((one for one in _names(alignment) if has(contrast, one) and not has(told, one)), None)
        if name and not _weight(rest, contrast) and _weight(rest, told) >= sum(pair.weight for pair in rest):
            return name, other
    return None


def _in_another_item(alignment: Alignment) -> tuple[str, str] | None:
    """As `named_otherwise`, where claim and name stand in different items of one list."""
    for place, source in enumerate(alignment.sources):
        text = source.sentence.text
        items = _ITEM_END.split(text)
        if len(items) < 3:
            continue
        lead = _LEAD_END.split(items[0])[0]
        rest = [p for p in alignment.pairs if p.source == place and p.held and p.sure >= _SURE and not _is_name(p)]
        for name in _names(alignment):
            if has(lead, name) or not any(has(item, name) for item in items):
                continue
            without = [item for item in items if not has(item, name)]
            within = [item for item in items if has(item, name)]
            told = max(without, key=lambda item: _weight(rest, item))
            other = _first_name(told, alignment)
            if (
                other
                and rest
                and _weight(rest, told)
                > max(_weight(rest, item) for item in within) + _SURE / 2 * sum(pair.weight for pair in rest)
            ):
                return name, other
    return None


def _in_brackets(alignment: Alignment) -> tuple[str, str] | None:
    """As `named_otherwise`, where a name in brackets follows each of several: "de lucht (KMI) en de zee (RIZ)"."""
    text = alignment.sources[0].sentence.text
    said = {match["name"]: match["said"] for match in _BRACKETED.finditer(text) if not _is_short_form(match)}
    rest = [pair for pair in alignment.pairs if pair.source == 0 and pair.sure >= _SURE and not _is_name(pair)]
    for name in set(_names(alignment)) & said.keys():
        for other in said.keys() - {name}:
            is_told = _weight(rest, said[other]) > _weight(rest, said[name]) + _TOLD_MORE
            if is_told and not has(alignment.statement.text, other):
                return name, other
    return None


def _is_short_form(bracketed: re.Match[str]) -> bool:
    """Whether what stands in brackets is made of the first letters of the words before: "nota van wijziging (NvW)"."""
    firsts = "".join(word[0] for word in bracketed["said"].split()).casefold()
    return firsts.endswith(bracketed["name"].casefold())


def number_of_another(alignment: Alignment) -> tuple[Number, str] | None:
    """A number of the claim that the letter has beside another name only, in an item of a list or while it has others
    beside the claim's; None where there is none."""
    names = _names(alignment)
    texts = [source.sentence.text for source in alignment.sources]
    held = [(text, one) for text in texts for one in find_numbers(text)]
    for number in find_numbers(alignment.statement.text):
        own = [text for text, one in held if one.kind is number.kind and any(has(text, name) for name in names)]
        there = [text for text, one in held if is_same(number, one)]
        others = [_first_name(text, alignment) for text in there]
        is_apart = own or (names and all(map(_ITEM.match, there)))
        if is_apart and there and all(others) and not any(has(text, name) for text in there for name in names):
            return number, others[0] or ""
    return None


def is_beside_its_name(number: Number, text: str, place: int, alignment: Alignment) -> bool:
    """Whether the part of a sentence in which an offset falls has a name that the claim has beside its number."""
    mine, theirs = part_at(alignment.statement.text, number.start), part_at(text, place)
    return any(has(theirs, name) for name in _names(alignment) if has(mine, name))


def part_at(text: str, place: int) -> str:
    """The part of a sentence in which an offset falls."""
    return next((text[start:end] for start, end in parts(text) if start <= place < end), text)


def is_of_another(number: Number, text: str, place: int, alignment: Alignment) -> bool:
    """Whether a number of a sentence is said for something else than the claim says it for.

    "Voor vaste lijnen geldt dit sinds 2020, voor veerdiensten vanaf 2024" says of each its own.
    """
    spans = [text[start:end] for start, end in parts(text) if not start <= place < end]
    own = part_at(text, place)
    further = [source.sentence.text for source in alignment.sources if source.sentence.text != text]
    there = _said_for(own)
    elsewhere = {
        one for part in spans if any(n.kind is number.kind for n in find_numbers(part)) for one in _said_for(part)
    } | {one for part in further if find_numbers(part) for one in _said_for(part)}
    return any(
        (said, what) in elsewhere - there and what not in own.casefold() and said in {other for other, _ in there}
        for said, what in _said_for(alignment.statement.text)
    )


def _said_for(text: str) -> set[tuple[str, str]]:
    """What a text says something for, with the word that says so."""
    return {((match["said"] or "voor").casefold(), match["what"].casefold()) for match in _FOR.finditer(text)}


def denied_subject(alignment: Alignment) -> str | None:
    """The first word of a claim where the letter denies of it, in another sentence, what it says of something else.

    "De beheerder moet het water meten. Voor kampeerterreinen geldt dat niet."
    """
    claim = alignment.statement.text
    if NEGATIONS.search(claim) or denies_by_itself(claim) or not alignment.pairs:
        return None
    first = alignment.pairs[0]
    if first.source == 0 or first.held is None or first.sure < _SURE or first.word.start > len("De ") + 1:
        return None
    if alignment.statement.holder is not None or len(alignment.held_in(first.source)) > 1:
        return None
    text = alignment.sources[first.source].sentence.text
    return first.word.text if _ENDS_DENIED.search(text) else None


def _names(alignment: Alignment) -> list[str]:
    return [pair.word.text for pair in alignment.pairs if _is_name(pair)]


def _is_name(pair: Pair) -> bool:
    """A word with a capital, at the beginning too where the letter has it with one within a sentence."""
    held = pair.held
    return is_name(pair.word) or (
        pair.word.text[:1].isupper() and held is not None and pair.sure >= _SURE and is_name(held)
    )


def has(text: str, name: str) -> bool:
    """Whether a text has a name, be it as an owner."""
    return re.search(rf"(?<!\w){re.escape(name)}(?:’s|'s|s)?(?!\w)", text) is not None


def _weight(pairs: list[Pair], text: str) -> float:
    return sum(pair.weight for pair in pairs if pair.held and re.search(rf"\b{re.escape(pair.held.text)}\b", text))


def _first_name(text: str, alignment: Alignment) -> str | None:
    """The first name of a part of the letter that the claim lacks."""
    claim = alignment.statement.text
    found = [match.group() for match in _WITHIN.finditer(text)]
    if first := _FIRST_NAME.match(text):
        found.insert(0, first["name"])
    return next((name for name in found if not has(claim, name)), None)
