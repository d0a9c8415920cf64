"""What kind of question it is, by its wording alone."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rag.answering.model import Field
from rag.answering.patterns import (
    CHAT,
    COMPARISON,
    ELSEWHERE,
    FIELDS,
    FOOTNOTE,
    FORBIDDEN,
    HELP,
    LETTERS,
    PARAGRAPH,
    SUMMARY,
    any_of,
)
from rag.letters.labels import Label
from rag.letters.numbering import numbers_of
from rag.retrieval.language import wished_language


class Kind(StrEnum):
    """What a question asks for."""

    PARAGRAPH = "paragraph"
    FOOTNOTE = "footnote"
    LABELLED = "labelled"
    """Numbered things by the names that a letter gives them: "aanbeveling 3"."""
    METADATA = "metadata"
    LETTERS = "letters"
    SUMMARY = "summary"
    COMPARISON = "comparison"
    FORBIDDEN = "forbidden"
    CHAT = "chat"
    HELP = "help"
    """What can be asked here."""
    LANGUAGE = "language"
    """The other language, where there is nothing to say again."""
    CONTENT = "content"


class Wanted(StrEnum):
    """What an answer must hold, where the question's wording tells."""

    QUANTITY = "quantity"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    NAME = "name"
    REASON = "reason"
    ANYTHING = "anything"


FACTS = frozenset({Wanted.QUANTITY, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.DATE})
"""What is wanted is a number or a date."""


@dataclass(frozen=True, kw_only=True)
class Intent:
    """A question's kind, with what its wording names."""

    kind: Kind
    numbers: tuple[int, ...] = ()
    """The paragraphs or footnotes that it names."""
    labels: tuple[Label, ...] = ()
    """The numbered things that it names, where a letter has such."""
    fields: tuple[Field, ...] = ()
    wanted: Wanted = Wanted.ANYTHING


_BEFORE_WHOM = (
    r"(?:met|voor|van|door|aan|bij|over|onder|op|tegen|naar|by|to|with|for|from|of|about|on|against|at|under)"
)
_ASKS = (
    r"(?:(?:^|[.?!;:]|\b(?:and|but|or|so|en|maar|dus|say|says|said|tell|me|us|know|explain|mention|state|decide|determine|"
    r"zegt?|vertel|weet|noemt?)\b|^(?:according|in|under|on|for|with|if|when|volgens|op|bij|als|na|after|hi|hello|hallo)"
    rf"\b[^,]*,)\W*(?:{_BEFORE_WHOM}\W+)?)"
)
"""Where a question begins; elsewhere "who" goes with the people named before it ("people who are refused")."""
_WANTED: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
    (
        Wanted.PERCENTAGE,
        any_of(
            r"\b(?:welk|hoeveel|wat voor) (?:percentage|procent)\b|\bhoeveel procent\b|\b(?:what|"
            r"which) (?:percentage|share|proportion)\b|\bper ?cent(?:age)? of\b"
        ),
    ),
    (
        Wanted.MONEY,
        any_of(
            r"\bhoeveel\b.{0,25}\b(?:geld|euro'?s?|miljoen|miljard|budget|kost\w*|betaal\w*|gefinancierd|uitgegeven|"
            r"subsidie)\b|\bwat (?:kost|kosten|heeft .{0,40} gekost)\b|\bhoe duur\b|\b(?:welk bedrag|welke kosten|"
            r"met hoeveel miljoen)\b",
            r"\bhow much\b.{0,60}\b(?:money|cost|pay|paid|spend|spent|budget|funding|euros?|million|billion|"
            r"allocated|set aside)\b|\bhow (?:expensive|many (?:euros?|million|billion))\b|\bwhat (?:does|did|will|"
            r"would) .{0,60} cost\b|\bwhat (?:amount|sum|budget)\b|\bhow big is the budget\b",
        ),
    ),
    (
        Wanted.QUANTITY,
        any_of(
            r"\bhoeveel\b|\b(?:welk|wat is het) aantal\b|\bhoe (?:lang|groot|vaak|hoog|ver)\b|\bmet hoeveel\b|"
            r"\bhoeveelste\b",
            r"\bhow (?:many|much|long|large|big|often|high|far)\b|\bwhat(?:'s| is) the (?:number|size|total|"
            r"figure)\b|\bwhat number\b|\bfigures\b",
        ),
    ),
    (
        Wanted.DATE,
        any_of(
            r"\b(?:wanneer|op welke (?:dag|datum)|in welk jaar|per wanneer|vanaf wanneer|sinds wanneer|welk jaar|"
            r"welke datum|tot wanneer|hoe laat)\b(?! (?:geldt|mag|kan|moet|is er sprake)\b)",
            r"\b(?:on )?(?:what|which) (?:date|day|year)\b|\bsince when\b|\bby when\b|^when (?:is|was|were|are|will|"
            r"did|does|do|must|should|has|have)\b(?! .{0,40}\b(?:allowed|permitted|willing|apply|possible)\b)",
        ),
    ),
    (
        Wanted.NAME,
        any_of(
            rf"(?:{_ASKS}|\b(?!{_BEFORE_WHOM}\b)\w+ )wie\b(?! .{{0,20}}\b(?:vindt|zegt|stelt|meent)\b)|"
            r"\bwelke? (?:\w+ )?(?:land(?:en)?|partij(?:en)?|fracties?|kamerlid|kamerleden|senator|minister|"
            r"universiteit|stad|steden|persoon|organisaties?|rechter|arrest|bedrijf|bedrijven|gemeenten?|provincies?|"
            r"route[ns]?|naam|namen|eurocommissaris|staten)\b|\bhoe heet\w*\b",
            rf"(?:{_ASKS}|\b{_BEFORE_WHOM} (?=who\b))who(?:se|m)?\b(?!.{{0,20}}\b(?:says|thinks|holds)\b)",
            r"\b(?:which|what) (?:\w+ )?(?:countr(?:y|ies)|"
            r"part(?:y|ies)|mps?|members?|senators?|minister|universit(?:y|ies)|city|cities|person|organisations?|"
            r"courts?|compan(?:y|ies)|municipalit(?:y|ies)|provinces?|routes?|names?|commissioner|states?)\b|"
            r"\bwhere exactly\b",
        ),
    ),
    (
        Wanted.REASON,
        any_of(
            r"\b(?:waarom|hoezo|hoe komt het|om welke reden|wat is de reden|waardoor|hoe verklaart)\b",
            r"\b(?:why|how come|for what reason|what(?:'s| is) the reason|what caused)\b",
        ),
    ),
)


def classify(text: str) -> Intent:
    """The intent of a question; anything without telling wording is a question about the content."""
    if FORBIDDEN.search(text):
        return Intent(kind=Kind.FORBIDDEN)
    if wished_language(text):
        return Intent(kind=Kind.LANGUAGE)
    here = ELSEWHERE.sub(" ", text)
    if numbers := _numbers(PARAGRAPH, here):
        return Intent(kind=Kind.PARAGRAPH, numbers=numbers)
    if numbers := _numbers(FOOTNOTE, here):
        return Intent(kind=Kind.FOOTNOTE, numbers=numbers)
    if fields := tuple(field for field, pattern in FIELDS if pattern.search(text)):
        return Intent(kind=Kind.METADATA, fields=fields)
    for kind, pattern in (
        (Kind.LETTERS, LETTERS),
        (Kind.HELP, HELP),
        (Kind.CHAT, CHAT),
        (Kind.COMPARISON, COMPARISON),
        (Kind.SUMMARY, SUMMARY),
    ):
        if pattern.search(text):
            return Intent(kind=kind, wanted=_wanted(text))
    return Intent(kind=Kind.CONTENT, wanted=_wanted(text))


def _wanted(text: str) -> Wanted:
    return next((wanted for wanted, pattern in _WANTED if pattern.search(text)), Wanted.ANYTHING)


def _numbers(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    """The numbers that a question names, ranges written out, each once."""
    return tuple(dict.fromkeys(number for match in pattern.finditer(text) for number in numbers_of(match)))
