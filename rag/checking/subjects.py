"""Whoever a claim names, and whoever acts in what the letter says instead."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rag.answering.citations import field_text
from rag.answering.model import Field
from rag.checking.alignment import Alignment, Pair, Source, is_name
from rag.checking.called import has_initials_of, name_before
from rag.checking.others import holders_of, points_back
from rag.checking.party_words import TELLS
from rag.checking.speakers import is_same_party
from rag.checking.words import Word, Words
from rag.letters import Letter, Voice
from rag.letters.dissent import share
from rag.letters.outsiders import acting_outsider, find_outsider
from rag.letters.parties import ORGANISATIONS, PEOPLE
from rag.letters.pronouns import subject_pronoun
from rag.letters.speakers import NO_SUBJECT
from rag.retrieval.aliases import SETTING, find_aliases, introduced, kin_spans
from rag.store.words import fold, is_word

_NAME = r"[A-ZÀ-Ý][\w’-]*(?: (?:(?:van|voor|of|for|de|der) )*[A-ZÀ-Ý][\w’-]*)*"
_WHO = rf"(?P<who>(?!(?:De|Het)\b){_NAME}(?:(?:, | en )(?:(?:de|het) )?{_NAME})*)"
"""One name, or several in a row."""
_FIRST = re.compile(
    rf"(?P<article>(?:De|Het|The) )?(?P<first>(?!(?:De|Het|The)\b){_NAME})"
    rf"(?: (?:en|and) (?:(?:de|het|the) )?(?P<second>{_NAME})(?= [a-z])"
    rf"|(?= (?:{TELLS}|[a-z]+(?:t|en|s|ed|de|te)\b|is\b|are\b|was\b|had\b|zijn\b)))"
)
"""A name that a sentence begins with and a verb, or two names."""
_ACTS = re.compile(
    rf"(?!{NO_SUBJECT}|(?:Een|Aldus)\b)(?:(?:de|het|De|Het) )?(?:[a-z]+ )?{_WHO}"
    r"(?: \([^)]{1,40}\))?(?:, [^,;]{3,80},)?"
    r" (?:[a-z]+(?:t|en|d|de|te|am|ok|ep|ing|on|ond|erp|ar)|is|was|wil|kan|zal|had|zegt)\b"
)
"""A name that a part of a sentence begins with, and a verb."""
_NOBODY = re.compile(NO_SUBJECT)
_ROW = re.compile(rf"(?:(?:de|het) )?{_WHO}")
"""A name that a subordinate clause begins with; its verb comes last."""
_APART = re.compile(
    r"; |, (?=(?:terwijl|maar|while|whereas|but)\b)|,? en (?=(?:de |het )?[A-ZÀ-Ý][\w’-]+ (?!en\b)[a-z]+(?:t|en)\b)"
)
"""Where a sentence begins to tell of somebody else."""
_JOINS = re.compile(r"^(?:terwijl|maar|while|whereas|but) ")
_KIND = re.compile(rf"{ORGANISATIONS}|{PEOPLE}", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:De|Het|Een|Deze|Die|Dit) ")
_WITHIN = re.compile(r"(?<=[\w,’)] )[A-ZÀ-Ý][\w’-]+|[A-ZÀ-Ý][\w’-]+(?=(?:,| en) [A-ZÀ-Ý])")
"""Within a sentence, or first in a row of names."""
_SMALL = re.compile(r"\b[a-zà-ÿ][\w’-]+")
_GOES_BACK = re.compile(r"\b(?:dat|dit|daar\w*|hier\w*)\b(?= (?:en|niet|ook|wel)\b|[,.;]|$)", re.IGNORECASE)
"""What an object of the sentence before is called."""
_SIGNED = re.compile(r"[A-ZÀ-Ý][\w’]*(?:[ -](?:(?:van|de|der|den) )*[A-ZÀ-Ý][\w’]*)*")
_TITLE = re.compile(r"(?<!\w)['‘“\"«][^'‘’“”\"«»]{5,}['’”\"»]")
_HELD = 0.5
_SURE = 0.75
_MAIN = 0.5
"""Share of what is held of a claim, but for its names, that the part which says it must hold."""


def first_names(alignment: Alignment, words: Words) -> tuple[str, ...]:
    """The names that a claim begins with; none where its first word may be any word with a capital.

    It is a name by more than one capital, by an article before its capital, by standing with a capital within sentences
    of the letter and never without, or by being no word at all.
    """
    claim, language = alignment.statement.text, alignment.statement.language
    match = _FIRST.match(claim)
    if match is None:
        return ()
    first, letter = match["first"], alignment.sources[0].letter
    begins = first.split()[0]
    is_plain = match["article"] is None and len(re.findall("[A-ZÀ-Ý]", begins)) == 1
    if is_plain and not _is_name(begins, letter, language, words):
        return ()
    return tuple(name for name in (first, match["second"]) if name)


def acts_instead(alignment: Alignment, words: Words) -> tuple[str, str] | None:
    """A name of the claim, and whoever does in the letter what the claim says of it; None where nobody else does.

    What the claim says but for its names stands in one part of a sentence, which begins with somebody whom the claim
    does not name, and lacks the name; so also whoever the claim begins with, where another sentence alone has them.
    """
    names = _names(alignment, words)
    parts = [_main_part(alignment, names), (0, 0, len(alignment.sources[0].sentence.text))]
    for place, start, end in filter(None, parts):
        source = alignment.sources[place]
        part = source.sentence.text[start:end]
        actor = _actor(part, source.letter, words)
        if actor is None or _is_in_claim(actor, alignment, words) or _answers(alignment.sources[0], source):
            continue
        before = name_before(actor, [one.text for one in source.chain[1:]])
        told = " ".join([part, source.english or "", before, *introduced(source.letter, part)])
        named = names if (place, start, end) == parts[0] else _first_named(alignment, words)
        missing = [name for name in named if not _is_told(name, told, alignment, words)]
        missing += [word for one in _begun_elsewhere(alignment, place) if (word := one.word.text) not in before]
        if missing:
            return missing[0], actor
    return None


def people_meant(alignment: Alignment) -> list[tuple[int, int]]:
    """Where a claim names people by whose work or hand its sources are: those who made a report, or who signed."""
    claim, letter = alignment.statement.text, alignment.sources[0].letter
    holders = frozenset().union(*(source.sentence.holders for source in alignment.sources))
    spans = []
    if Voice.AUTHORS in holders:
        spans = [
            (one.start, one.start + len(one.text))
            for one in holders_of(letter).mentions(claim)
            if one.voice is Voice.AUTHORS
        ]
    if Voice.CABINET in holders:
        signed = field_text(letter, Field.SIGNATORY) or ""
        spans += [match.span() for match in _SIGNED.finditer(claim) if match.group() in signed]
    return spans


def _names(alignment: Alignment, words: Words) -> list[str]:
    """The names in a claim, the first of them whole."""
    first = _first_named(alignment, words)
    claim = alignment.statement.text
    spans = [*people_meant(alignment), *(match.span() for match in _TITLE.finditer(claim))]
    words_in = (pair.word for pair in alignment.pairs if is_name(pair.word))
    rest = [one.text for one in words_in if not any(start <= one.start < end for start, end in spans)]
    return [*first, *(one for one in rest if not any(one in name for name in first))]


def _first_named(alignment: Alignment, words: Words) -> list[str]:
    """The names that a claim begins with, and its holder's."""
    first, holder = first_names(alignment, words), alignment.statement.holder
    return [*first, *((holder.text,) if holder and holder.is_named and holder.text not in first else ())]


def _main_part(alignment: Alignment, names: list[str]) -> tuple[int, int, int] | None:
    """The source, and the span of its part, that holds most of a claim but for its names; None if none has half."""
    told = [pair for pair in alignment.pairs if pair.held and not any(pair.word.text in name for name in names)]
    whole = sum(pair.weight * pair.sure for pair in told)
    if not whole or not names:
        return None
    parts = [(place, *span) for place, one in enumerate(alignment.sources) for span in _parts(one.sentence.text)]
    worth = [sum(pair.weight * pair.sure for pair in told if _stands_in(pair, part, alignment)) for part in parts]
    best = max(range(len(parts)), key=lambda one: worth[one])
    return parts[best] if worth[best] >= _MAIN * whole else None


def _parts(text: str) -> Iterator[tuple[int, int]]:
    edges = [0, *(match.end() for match in _APART.finditer(text)), len(text)]
    yield from pairwise(edges)


def _stands_in(pair: Pair, part: tuple[int, int, int], alignment: Alignment) -> bool:
    """Whether a word is held in a part of a source; what only its rendering holds stands in all of them."""
    place, start, end = part
    return pair.source == place and (pair.held is None or pair.held.language == "en" or start <= pair.held.start < end)


def _begun_elsewhere(alignment: Alignment, place: int) -> list[Pair]:
    """The word that a claim begins with, where only another source has it."""
    first = alignment.pairs[:1]
    return [one for one in first if one.sure >= _SURE and one.source != place and one.word.start <= len("The ")]


def _answers(other: Source, source: Source) -> bool:
    """Whether a sentence speaks of what another before it says: "Snapvibe weigerde dat"."""
    is_behind = other.paragraph is source.paragraph and other.index == source.index + 1
    return is_behind and (points_back(other, source) or _GOES_BACK.search(other.sentence.text) is not None)


def _actor(part: str, letter: Letter, words: Words) -> str | None:
    """Whoever a part of a sentence begins with as its subject, by name or kind; None for a pronoun and for things."""
    if subject_pronoun(part):
        return None
    bare = _JOINS.sub("", part)
    if (members := share(bare)) and members["who"]:
        return str(members["who"])
    named = _ROW.match(bare) if bare != part else _ACTS.match(bare)
    match = named or find_outsider(bare) or acting_outsider(bare)
    if match is None or _NOBODY.match(match["who"]):
        return None
    who = _ARTICLE.sub("", match["who"])
    is_somebody = " " in who or _KIND.fullmatch(who) or _is_name(who, letter, "nl", words)
    return match["who"] if is_somebody else None


def _is_in_claim(who: str, alignment: Alignment, words: Words) -> bool:
    """Whether a claim names whoever acts, under any of their names."""
    statement = alignment.statement
    whole = " ".join([who, *introduced(alignment.sources[0].letter, who)])
    if find_aliases(statement.text).keys() & find_aliases(whole).keys() or kin_spans(statement.text, whole):
        return True
    if has_initials_of(statement.text, who):
        return True
    mine = words.of(statement.text, statement.language)
    return any(words.match(one, other) >= _HELD for one in mine for other in words.of(_ARTICLE.sub("", whole), "nl"))


def _is_told(name: str, told: str, alignment: Alignment, words: Words) -> bool:
    """Whether a part of the letter has a name of the claim, or another for the same."""
    groups = find_aliases(name).keys()
    if groups & (find_aliases(told).keys() | SETTING) or kin_spans(name, told):
        return True
    held = words.of(told, "nl")
    own = words.of(name, alignment.statement.language)
    if all(_is_held(one, held, words) for one in own):
        return True
    return is_same_party(name, told, alignment.statement.language, words)


def _is_held(word: Word, held: tuple[Word, ...], words: Words) -> bool:
    return any(fold(word.text) == fold(one.text) or words.match(word, one) >= _HELD for one in held)


def _is_name(word: str, letter: Letter, language: str, words: Words) -> bool:
    """Whether a word that begins a sentence is a name, and not any word with a capital."""
    if _KIND.fullmatch(word):
        return False
    is_unknown = not is_word(word) or word.endswith("land")
    return bool(find_aliases(word)) or is_unknown or _is_written_as_name(word, letter, language, words)


def _is_written_as_name(word: str, letter: Letter, language: str, words: Words) -> bool:
    """Whether the letter writes a word, or what it translates, as a name."""
    forms = {fold(word)}.union(*(one.dutch.keys() for one in words.of(word, language)))
    return not forms.isdisjoint(_found(_WITHIN, _texts(letter)) - _found(_SMALL, _texts(letter)))


def _texts(letter: Letter) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in letter.paragraphs)


@lru_cache(maxsize=128)
def _found(pattern: re.Pattern[str], texts: tuple[str, ...]) -> frozenset[str]:
    """What a pattern finds in the texts of a letter, folded."""
    return frozenset(fold(word) for text in texts for word in pattern.findall(text))
