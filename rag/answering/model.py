"""What an answer is made of: claims, each with its citations, and how it ended."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from rag.letters import Voice


class Status(StrEnum):
    """How an answer ended."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    """A part of what was asked."""
    NOT_IN_LETTERS = "not_in_letters"
    """A question about such papers to which these have no answer."""
    OUT_OF_SCOPE = "out_of_scope"
    """No question about government papers, or in a language that is neither Dutch nor English."""
    REFUSED = "refused"
    """Asks to invent, to break the rules, or to quote what is not there."""
    WITHHELD = "withheld"
    """Drafted, but nothing stood the check."""
    FAILED = "failed"
    """The program could not do its work; the note says why."""


class Field(StrEnum):
    """A fact of a letter's metadata that a citation can name."""

    TITLE = "title"
    DATE = "date"
    DATELINE = "dateline"
    ADDRESSEE = "addressee"
    SIGNATORY = "signatory"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """The exact Dutch words that a claim rests on, and where they stand.

    In a paragraph `quote == paragraph.text[start:end]`; where `footnote` is a number the offsets count in
    that footnote's text; where `field` is set they count in the metadata's text and `paragraph` is None.
    """

    letter: str
    title: str | None
    date: datetime.date | None
    paragraph: int | None
    footnote: int | None = None
    field: Field | None = None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One statement of an answer."""

    text: str
    """The bare sentence: the letter's own in a Dutch answer, its rendering in an English one."""
    voice: Voice
    citations: tuple[Citation, ...]
    endorses: Voice | None = None
    """Whose view the holder makes its own."""
    is_rendering: bool = False
    """Whether `text` is an unofficial translation of the quote."""
    is_own_words: bool = False
    """Whether `text` was worded by a chat model or a person, and rests on its quotes without repeating them."""


@dataclass(frozen=True, kw_only=True)
class Retrieved:
    """A paragraph that the search for an answer found."""

    letter: str
    paragraph: int
    score: float


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What an answerer proposes, before anything has been checked."""

    status: Status
    claims: tuple[Claim, ...] = ()
    note: str | None = None
    """What to tell the reader instead of, or beside, an answer; in the question's language."""
    lead: str | None = None
    """A line above the claims that says what they are."""
    opening: str | None = None
    """What the answer begins with, where that is not by which letters it is."""


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """A claim that nobody sees, and why."""

    claim: Claim
    gate: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a person is shown."""

    status: Status
    language: str
    """Either "nl" or "en"."""
    text: str
    """Plain; citations as [§20]; Dutch quotes in « »."""
    claims: tuple[Claim, ...] = ()
    retrieved: tuple[Retrieved, ...] = ()
    """At most ten, best first, also where nothing is answered."""
    note: str | None = None
    lead: str | None = None
    """The line above the claims that says what they are."""
    opening: str | None = None
    """What the answer begins with, where that is not by which letters it is."""
    seconds: float = 0.0
    dropped: tuple[Dropped, ...] = field(default=())
