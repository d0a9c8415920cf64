"""Whose view a question asks for."""

import re

from rag.letters import Voice

_NAMES: tuple[tuple[Voice, re.Pattern[str]], ...] = (
    (
        Voice.AUTHORS,
        re.compile(
            r"\b(?:auteurs?|onderzoekers?|opstellers|adviseurs|deskundigen|verkenning|adviesraad|"
            r"commissie(?![ -](?:von der|juncker|barroso|prodi|santer|delors))|rapport|raad|instituut"
            r"|authors?|researchers?|advisers|advisors|experts|study|report|committee|council|"
            r"institute)\b(?<!europese commissie)(?<!european commission)",
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
            r"\b(?:kabinet\w*|regering|minister|staatssecretaris|bewindsman|bewindsvrouw|cabinet|government|"
            r"secretary of state|state secretary)\b",
            re.IGNORECASE,
        ),
    ),
)


def asked_holders(text: str) -> frozenset[Voice]:
    """The holders that a question names; empty where it names none."""
    return frozenset(voice for voice, pattern in _NAMES if pattern.search(text))


def asked_holder(text: str) -> Voice | None:
    """The one holder that a question names; None for none or several."""
    found = asked_holders(text)
    return next(iter(found)) if len(found) == 1 else None
