"""What the cabinet says to another's proposal or fear: without it, a proposal reads as what will happen."""

import re
from collections.abc import Mapping

from rag.answering.evidence import Evidence, Place
from rag.answering.standing import is_label
from rag.letters import Voice

_PROPOSES = re.compile(
    r"\b(?:wil(?:len)?|(?:be)?pleit(?:ten|te|en)?|beve(?:elt|len)\b.*\baan|advise(?:ert|ren|erde\w*)|vra(?:agt|gen)"
    r"|vroeg(?:en)?|verzoe(?:kt|ken)|verzocht(?:en)?|(?:stel(?:t|len|de|den)\b.*\bvoor|voorstel\w*|voorgesteld)"
    r"|eis(?:t|en|te|ten)|vrees(?:t|de)|vrezen|roep(?:t|en)\b.*\bop|dring(?:t|en)\b.*\baan"
    r"|zou(?:den)? (?:[\w-]+ ){0,4}(?:moeten|willen))\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"(?:Maar|Echter|Wel|Toch|Niettemin|Desondanks|Evenwel)\b|(?:Dit|Dat|Deze|Die|Daarvoor|Daarbij|Hiervoor|"
    r"Hierbij|Daarvan) (?:\w+ ){0,3}(?:echter|wel|evenwel|niettemin)\b(?! (?:of|degelijk)\b)",
)
"""How a sentence begins that takes back or limits what was said before it."""
_AHEAD = 3
"""Sentences behind a proposal within which the cabinet responds to it."""


def response_to(one: Evidence, every: Mapping[Place, Evidence]) -> Evidence | None:
    """The cabinet's first sentence behind another's proposal in its paragraph, among the evidence `every` by place.

    None where the sentence proposes nothing, is the cabinet's own, or goes without a word from the cabinet.
    """
    sentence = one.sentence
    if Voice.CABINET in sentence.holders or sentence.voice is Voice.NEUTRAL or not _PROPOSES.search(sentence.text):
        return None
    behind = (every.get((one.letter, one.paragraph, one.index + step)) for step in range(1, _AHEAD + 1))
    return next((other for other in behind if other and other.sentence.voice is Voice.CABINET), None)


def qualifies(one: Evidence, every: Mapping[Place, Evidence]) -> Evidence | None:
    """The next sentence where it takes back what this one says, or says what this one is a mere label of."""
    after = every.get((one.letter, one.paragraph, one.index + 1))
    return after if after and (_TAKES_BACK.match(after.sentence.text) or is_label(one.sentence.text)) else None
