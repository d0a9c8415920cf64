"""Names and acronyms of a claim that its sources do not hold."""

import re
from collections.abc import Iterable

from rag.answering.citations import field_text
from rag.answering.model import Field
from rag.checking.alignment import Alignment, Source, is_name
from rag.checking.named_holder import party_spans
from rag.checking.numbers import find_numbers
from rag.checking.speakers import named_speaker
from rag.checking.statement import quoted_spans
from rag.checking.subjects import first_names, people_meant
from rag.checking.words import Word, Words, is_spelled_alike
from rag.letters import Letter, Voice
from rag.letters.dates import MONTHS
from rag.retrieval.aliases import SETTING, find_aliases, introduced, kin_spans
from rag.store.words import fold

_NAME = re.compile(r"[^\W\d_]*[A-ZÀ-Ý][\w’]*")
_PHRASE = re.compile(r"[^\W\d_]*[A-ZÀ-Ý][\w’]*(?:[ -](?:(?:and|of|for|the|on|van|de|voor|en) )*[A-ZÀ-Ý][\w’]*)*")
NOT_NAMES = rf"{'|'.join(MONTHS['en'])}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Mrs|Ms|Dr|Prof|I"
"""What English writes with a capital and is no name."""
_NOT_NAME = re.compile(NOT_NAMES, re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{3,}[a-z]?\w*")
_PRINTED = re.compile(r"\w*")
"""As it stands with its figures: "KB12", of which the word is "KB"."""
_TITLE = re.compile(r"(?<!\w)['‘“\"](?P<title>[^'‘’“”\"]{5,}(?: [^'‘’“”\"]+)+)['’”\"]")
_LISTED = re.compile(r",? (?:and|en) (?:(?:the|de|het) )?[A-ZÀ-Ý]")
"""Behind the first word of a claim, this makes it a name."""
_HELD = 0.5
_MIN_NAME = 3
"""Shorter words in capitals are common abbreviations, which the other language does not have."""


def missing_name(alignment: Alignment, words: Words) -> str | None:
    """The first name of a claim that neither its sources nor what stands around them holds; None where all are held.

    Around them stand the sentences next to each, its heading, who wrote the letter to whom about what, and the other
    name of what the letter introduces by two.
    """
    claim, language = alignment.statement.text, alignment.statement.language
    texts = [text for source in alignment.sources for text in _texts(source, claim, words)]
    letter, cited = alignment.sources[0].letter, " ".join(source.sentence.text for source in alignment.sources)
    texts += introduced(letter, cited)
    whole = "\n".join(texts)
    held_groups, mine = find_aliases(whole).keys() | SETTING, find_aliases(claim)
    known = [span for group, spans in mine.items() if group in held_groups for span in spans]
    unknown = [span for group, spans in mine.items() if group not in held_groups for span in spans]
    tokens = {fold(token) for token in re.findall(r"\w+", whole)}
    held = [word for text in texts for word in words.of(text, "nl")]
    settled = [
        *known,
        *_for_other_gates(alignment),
        *people_meant(alignment),
        *kin_spans(claim, whole),
        *_titles(claim, alignment),
    ]
    grouped = [word for word in words.of(claim, language) if _is_within(word, unknown)]
    first = " ".join(first_names(alignment, words))
    for word in dict.fromkeys([*_names(claim, language, words, first), *grouped]):
        in_group = _is_within(word, unknown)
        printed = _PRINTED.match(claim, word.start)
        if printed and fold(printed.group()) in tokens:
            continue
        if _is_within(word, settled) or (len(word.text) < _MIN_NAME and not in_group):
            continue
        is_common = word.dutch and not in_group
        if is_common and (_is_in_held_phrase(word, claim, tokens, held, words) or _is_spoken_of(word, letter, words)):
            continue
        if not _is_held(word, tokens, held, words, strictly=in_group or _ACRONYM.fullmatch(word.text) is not None):
            return word.text
    return None


def _is_spoken_of(word: Word, letter: Letter, words: Words) -> bool:
    """Whether a letter has, in small letters, what a common English word of an official name translates.

    So "Health", for "zorg"; a name with an English form of its own has a capital in Dutch too.
    """
    spoken = (one for part in letter.paragraphs for one in words.of(part.text, "nl") if one.text.islower())
    return any(words.match(word, one) >= _HELD for one in spoken)


def _titles(claim: str, alignment: Alignment) -> list[tuple[int, int]]:
    """Where a claim has a title between single marks that the letter has."""
    letter = alignment.sources[0].letter
    texts = [letter.subject or "", *(one.text for one in letter.paragraphs)]
    return [match.span() for match in _TITLE.finditer(claim) if any(match["title"] in text for text in texts)]


def _is_within(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _for_other_gates(alignment: Alignment) -> list[tuple[int, int]]:
    """Where the claim names its holder or a party, quotes, or gives a number, whose "EUR" may be "€" in the letter; a
    motion is told apart by its name."""
    claim, holder = alignment.statement.text, alignment.statement.holder
    spans = [span for span in party_spans(claim) if "moti" not in claim[slice(*span)].casefold()]
    spans += [(one.start, one.end) for one in find_numbers(claim)]
    if holder and holder.is_named:
        spans.append((holder.start, holder.start + len(holder.text)))
    return spans + quoted_spans(claim)


def _names(claim: str, language: str, words: Words, first: str) -> list[Word]:
    """Its capitalised words; one that begins a sentence only if it is an acronym, in a row or one of the `first`."""
    found = []
    for word in words.of(claim, language):
        if not _NAME.fullmatch(word.text) or _NOT_NAME.fullmatch(word.text):
            continue
        begins = re.search(r"(?:^|[.!?:«“\"] ?)$", claim[: word.start]) is not None
        is_listed = _LISTED.match(claim, word.end) is not None and not word.dutch
        is_first = is_listed or (word.start == 0 and word.text in first)
        if not begins or is_first or _ACRONYM.fullmatch(word.text):
            found.append(word)
    return found


def _is_in_held_phrase(word: Word, claim: str, tokens: set[str], held: list[Word], words: Words) -> bool:
    """Whether a common English word is part of an official name most of whose other words are held: Coast Guard."""
    phrases = (match.group() for match in _PHRASE.finditer(claim) if match.start() <= word.start < match.end())
    others = [one for one in words.of(next(phrases, ""), word.language) if one.text != word.text]
    return bool(others) and sum(_is_held(one, tokens, held, words, strictly=False) for one in others) > len(others) / 2


def _is_held(word: Word, tokens: set[str], held: list[Word], words: Words, *, strictly: bool) -> bool:
    name = fold(word.text)
    if name in tokens or name.rstrip("s") in tokens or name + "s" in tokens:
        return True
    if strictly:
        return False
    return any(words.match(word, one) >= _HELD or is_spelled_alike(word.text, one.text) for one in held)


def _texts(source: Source, claim: str, words: Words) -> list[str]:
    """Where a name may stand; who signed and received the letter only beside a sentence that names nobody else."""
    letter, paragraph = source.letter, source.paragraph
    texts = [_around(source), source.english or "", letter.subject or "", paragraph.heading or ""]
    texts += [note.text or "" for note in paragraph.footnotes]
    if not any(is_name(word) and word.text not in claim for word in words.of(source.sentence.text, "nl")):
        fields = (Field.TITLE, Field.DATELINE, Field.ADDRESSEE, Field.SIGNATORY)
        texts += [field_text(letter, field) or "" for field in fields]
    return texts


def _around(source: Source) -> str:
    """A sentence with the two before it and the one behind it in its paragraph."""
    return (
        f"{source.before} {' '.join(one.text for one in source.paragraph.sentences[source.index : source.index + 2])}"
    )


def is_named_near(name: str, source: Source, language: str, words: Words) -> bool:
    """Whether a party's name stands in a sentence or in its paragraph before it, in any of its forms.

    In a sentence of the cabinet, and in one that names its speaker, it must stand itself.
    """
    sentence = source.sentence
    stands_alone = sentence.voice is Voice.CABINET or named_speaker(source)
    text = source.paragraph.text[sentence.start if stands_alone else 0 : sentence.end]
    if find_aliases(name).keys() & find_aliases(text).keys():
        return True
    tokens = {fold(token) for token in re.findall(r"\w+", text)}
    held = list(words.of(text, "nl"))
    own = words.of(name, language)
    return bool(own) and all(
        _is_held(word, tokens, held, words, strictly=_ACRONYM.fullmatch(word.text) is not None) for word in own
    )
