"""Who does something by a passive sentence, where a claim says that another does it."""

import re

from rag.checking.alignment import Alignment
from rag.checking.clauses import clause_spans
from rag.letters.parties import ORGANISATIONS, PEOPLE

_SURE, _LIKE = 0.75, 0.3
"""How surely a word must be held to be the same, and from which on it may be another word for it."""
_SUBJECT_AND_VERB = 2
"""Words that a claim in the active voice begins with."""
_SOMEBODY = (
    rf"{ORGANISATIONS}|{PEOPLE}"
    r"|\w+(?:ist(?:en)?|eurs?|aars?|oog|ogen|arts|artsen|kundigen?|ders?|ambtena(?:ar|ren)|raad|commissie|college|bureau)"
    r"|(?-i:[A-Z])[\w’-]+"
)
"""By their kind, the ending of what they do, or a name: things cause, and do not act."""
_BY = re.compile(rf"\bdoor (?:(?:de|het|een|hun|haar) )?(?P<who>{_SOMEBODY})(?![\w’-])", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:ge|\w{2,4}ge|be|ver|her|ont)\w+(?:d|t|en)", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:(?:De|Het|The) )?[A-ZÀ-Ýa-zà-ÿ][a-zà-ÿ-]+")
"""Not a short form, which may stand for the full name."""


def done_by_another(alignment: Alignment) -> tuple[str, str] | None:
    """The subject of a claim and whoever does in the best source what it says of it; None where nobody else does.

    "De gemeente keurt de liften" is not so where "de liften worden gekeurd door de beheerder".
    """
    claim, text = alignment.statement.text, alignment.sources[0].sentence.text
    if len(alignment.pairs) < _SUBJECT_AND_VERB:
        return None
    subject, verb = alignment.pairs[:_SUBJECT_AND_VERB]
    is_active = _SUBJECT.fullmatch(claim[: subject.word.end]) and claim[subject.word.end : verb.word.start] == " "
    is_there = subject.source == 0 and subject.sure >= _LIKE
    done = verb.held if verb.source == 0 and verb.sure >= _SURE else None
    if not is_active or is_there or done is None or not _PARTICIPLE.fullmatch(done.text):
        return None
    clause = next((one for one in clause_spans(text) if one[0] <= done.start < one[1]), (0, 0))
    agent = _BY.search(text, *clause)
    if agent is None or any(pair.held and pair.held.start == agent.start("who") for pair in alignment.pairs):
        return None
    return subject.word.text, agent["who"]
