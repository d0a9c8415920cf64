"""Whose view a question asks for."""

import re

from rag.letters import Voice

_NAMES: tuple[tuple[Voice, re.Pattern[str]], ...] = (
    (
        Voice.AUTHORS,
        re.compile(
            r"\b(?:auteurs?|onderzoekers?|opstellers|adviseurs|deskundigen|verkenning|adviesraad|(?:advies)?commissie|"
            r"rapport|raad|instituut|wrr|rekenkamer|planbureau|authors?|researchers?|advisers|advisors|experts|study|"
            r"report|committee|council|institute|court of audit)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Voice.PARLIAMENT,
        re.compile(r"\b(?:kamerlid|kamerleden|senator|fractie|motie|mp|mps|motion|parliament)\b", re.IGNORECASE),
    ),
    (
        Voice.CABINET,
        re.compile(
            r"\b(?:kabinet\w*|regering|minister(?:s|raad)?|staatssecretaris(?:sen)?|bewinds(?:man|vrouw|persoon|personen|lieden)|"
            r"cabinet|government|secretary of state|state secretar(?:y|ies))\b",
            re.IGNORECASE,
        ),
    ),
)
_OF_EUROPE = re.compile(
    r"\b(?:europese?|european|eu)[ -](?:commissie|commission|raad|council|parlement|parliament)\b|"
    r"\b(?:raad|council) (?:van|of) (?:de |the )?(?:europ\w+|eu|ministers)\b|"
    r"\bcommissie[ -](?:von der|juncker|barroso|prodi|santer|delors)\b",
    re.IGNORECASE,
)
"""Institutions that are neither the letter's advisers, nor the chambers, nor the cabinet."""


def asked_holders(text: str) -> frozenset[Voice]:
    """The holders that a question names; empty where it names none."""
    rest = _OF_EUROPE.sub(" ", text)
    return frozenset(voice for voice, pattern in _NAMES if pattern.search(rest))


def asked_holder(text: str) -> Voice | None:
    """The one holder that a question names; None for none or several."""
    found = asked_holders(text)
    return next(iter(found)) if len(found) == 1 else None
