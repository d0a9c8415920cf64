"""What another than the cabinet has proposed or asked, told as the cabinet's own proposal or request."""

import re
from collections.abc import Container, Sequence

from rag.checking.words import Word

_DEED = re.compile(
    r"\b(?P<deed>voorstel(?:len)?|verzoek(?:en)?|plan(?:nen)?|oproep(?:en)?|vra(?:ag|gen)|suggesties?|idee(?:ën)?"
    r"|initiatie(?:f|ven)|pleidooi|eis(?:en)?|aanbod) (?:van|door) (?=(?P<who>\w))",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:stel(?:t|de|den|len)\b.*\bvoor|kom(?:t|en)\b.*\bmet|propos(?:e|es|ed)|verz(?:oekt|oeken|ocht)|vroeg(?:en)?"
    r"|(?:haar|zijn|hun|its|his|her|their|dutch|nederlandse) (?:\w+ )?(?:propos\w+|plans?|requests?|call|idea"
    r"|voorstel\w*|plan(?:nen)?|verzoek\w*|oproep|idee)|(?:gedaan|made|expected|due|verwacht) (?:door|by|from|van))\b",
    re.IGNORECASE,
)
"""By which a claim says that its holder proposes or asks something."""

_ASKED = re.compile(r"\b(?:verz(?:oekt|oeken|ocht)|vroeg(?:en)?|asked|requested)\b", re.IGNORECASE)
_REQUEST = re.compile(r"verzoek|vra(?:ag|gen)", re.IGNORECASE)
"""What a verb of asking tells, in whatever word."""


def tells_anothers_deed(claim: str, text: str, held: Sequence[Word], others: Container[int]) -> bool:
    """Whether a claim tells as its holder's what a sentence gives as another's: "de voorstellen van de Commissie".

    `held` are the words of the sentence in which words of the claim were found, `others` the places in it at which
    other parties are named. Words that were found in its rendering alone do not tell which deed it is.
    """
    if not _DOES.search(claim):
        return False
    starts = {word.start for word in held if word.language == "nl"}
    is_asked = _ASKED.search(claim) is not None
    return any(
        match.start("who") in others
        and (not starts or match.start("deed") in starts or (is_asked and _REQUEST.match(match["deed"])))
        for match in _DEED.finditer(text)
    )
