"""What another said, where a claim gives it only as what its holder acts upon."""

import re

from rag.letters.parties import VIEWS, WORKS

_OCCASION = re.compile(
    r"\b(?:na|naar aanleiding van|in reactie op|vanwege|wegens|ondanks|after|following|in response to|because of"
    r"|despite)"
    r" (?:de|het|een|the|a) (?:[\w-]+ )?"
    rf"(?:waarschuwing\w*|verzoek|warnings?|request|criticism|advice|reports?|{WORKS}|{VIEWS})"
    r" (?:van|of|from|by) (?P<who>[^,;.]+)",
    re.IGNORECASE,
)


def told_before(claim: str) -> str:
    """Who said what a claim gives as its occasion, "na de waarschuwing van de toezichthouder"; empty for none."""
    occasion = _OCCASION.search(claim)
    return occasion["who"] if occasion else ""
