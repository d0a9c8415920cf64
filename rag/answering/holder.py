"""Whose view a question asks for."""

import re

from rag.letters import Voice

_CHAMBER = (
    r"(?:(?:de|uw|the) (?:(?:tweede|eerste) )?kamer(?! van koophandel)|(?:tweede|eerste) kamer|"
    r"house of representatives|the (?-i:House)|(?:the )?senate|(?:het )?parlement|parliament)"
)
_NOT_THEY_DO = "".join(
    f"(?<!{word} )" for word in "cabinet government minister ministers letter it they we to will would must not".split()
)
"""Before a noun that could be a verb: nobody who does it ("Does the cabinet report any costs?")."""
_NAMES: tuple[tuple[Voice, re.Pattern[str]], ...] = (
    (
        Voice.AUTHORS,
        re.compile(
            r"\b(?:auteurs?|onderzoekers?|opstellers|adviseurs|deskundigen|verkenning|adviesraad|adviescommissie|"
            r"(?<!vaste )commissie|rapport|raad|instituut|wrr|rekenkamer|planbureau|authors?|researchers?|advisers|"
            rf"advisors|experts|{_NOT_THEY_DO}(?:study|report)|(?<!standing )(?<!parliamentary )committee|council|"
            r"institute|court of audit)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Voice.PARLIAMENT,
        re.compile(
            rf"\b(?:kamerlid|kamerleden|senator|fractie|motie|mp|mps|motion|{_CHAMBER}|vaste commissies?|"
            r"kamercommissies?|(?:standing|parliamentary) committees?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Voice.CABINET,
        re.compile(
            r"\b(?:kabinet\w*|regering|minister(?:s|raad)?|premier|staatssecretaris(?:sen)?|"
            r"bewinds(?:man|vrouw|persoon|personen|lieden)|cabinet|government|secretary of state|"
            r"state secretar(?:y|ies))\b",
            re.IGNORECASE,
        ),
    ),
)
FOREIGN = (
    r"(?-i:\b(?!(?:Nederlandse|Can|Which|Such|Each|Than|Dutch)\b)[A-Z][a-zë]+(?:se|sche|an|ish|ese|ch)) "
    r"(?:regering|kabinet|minister|government|cabinet)\b"
)
"""The government of another country."""
_NO_HOLDER = re.compile(
    rf"{FOREIGN}|"
    r"\b(?:europe(?:se|es|an)|eu)[ -](?:commissie|commission|raad|council|parlement|parliament)\b|"
    r"\b(?:raad|council) (?:van|of) (?:de |the )?(?:europ\w+|eu|ministers|state)\b|"
    r"\bcommissie[ -](?:von der|juncker|barroso|prodi|santer|delors)\b|"
    rf"\b(?:aan|to|naar|in|met|with|inform\w*|kreeg|krijgt|ontv\w+|(?<=kabinet)|(?<=regering)|(?<=minister)|"
    rf"(?<=staatssecretaris)) {_CHAMBER}\b",
    re.IGNORECASE,
)
"""Institutions that are neither the letter's advisers, nor the chambers, nor the cabinet; and a chamber that is told
something, or spoken in."""


def asked_holders(text: str) -> frozenset[Voice]:
    """The holders that a question names; empty where it names none."""
    rest = _NO_HOLDER.sub(" ", text)
    return frozenset(voice for voice, pattern in _NAMES if pattern.search(rest))


def asked_holder(text: str) -> Voice | None:
    """The one holder that a question names; None for none or several."""
    found = asked_holders(text)
    return next(iter(found)) if len(found) == 1 else None
