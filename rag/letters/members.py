"""People called by "de heer" or "mevrouw": members of a chamber as far as the letter shows it, and all others."""

import re
from collections.abc import Iterable, Sequence

from rag.letters.parties import FACTIONS

_PARTICLE = r"(?:van|de|der|den|ten|ter|het|el|von|’t|'t)"
_SURNAME = rf"(?-i:(?:{_PARTICLE} )*[A-Z][\w’-]+(?:(?: {_PARTICLE})* [A-Z][\w’-]+)*)"
_TITLES = r"(?:(?:prof|mr|dr|drs|ir|ing)\.? )*(?-i:(?:[A-Z]\.[ -]?)*)"
_ADDRESS = r"(?:de (?:heer|heren)|dhr\.|mevrouw|mevr\.|mw\.)"
PERSON = rf"{_ADDRESS} {_TITLES}{_SURNAME}"
"""Anybody by form of address and name; the pattern is to ignore case."""
_PARTY = re.compile(rf"(?:[\w -]*(?i:fractie|partij)\b|Groep[ -][A-Z]\w+|{FACTIONS})(?:[-/, ][\w/, -]*)?")
_BETWEEN = re.compile(r", | en |/")
_IN_BRACKETS = r"(?: \((?P<party>[^()]{2,40})\))"
_CALLED_MEMBER = re.compile(
    rf"\b(?:kamer)?(?:lid|leden) {_TITLES}(?P<names>{_SURNAME}(?:(?:, | en ){_SURNAME})*){_IN_BRACKETS}?"
    rf"|\bmotie-(?P<movers>{_SURNAME}(?:/{_SURNAME})*)",
    re.IGNORECASE,
)
_WITH_PARTY = re.compile(rf"\b{_ADDRESS} {_TITLES}(?P<name>{_SURNAME}){_IN_BRACKETS}", re.IGNORECASE)
_WRITER = rf"(?:(?:prof|mr|dr|drs|ir|ing)\.? )*(?:[A-Z]\.[ -]?)+{_SURNAME}"
_WRITTEN_BY = re.compile(
    r"\b[\w-]*(?:rapport|advies|onderzoek|evaluatie|verkenning|studie)(?: [«‘'\"“][^»’'\"”]{3,120}[»’'\"”])?"
    rf" (?:van|door) (?P<writers>{_WRITER}(?:(?:, | en ){_WRITER})*)"
)
"""People with their initials who made a report, whatever body they are of."""
_INITIALS = re.compile(r"(?:(?:prof|mr|dr|drs|ir|ing)\.? )*(?:[A-Z]\.[ -]?)+")
_FIRST_NAME = re.compile(rf"^(?!(?i:{_PARTICLE})\b)[A-Z][\w’-]+ (?=\S)")


def member_pattern(texts: Sequence[str]) -> str | None:
    """Members as the letter addresses them: whom it calls so, or names with a party; None where there are none."""
    return _addressed(_members(texts))


def writers(texts: Iterable[str]) -> set[str]:
    """Surnames of people who made a report that the letter tells of, where it gives their initials."""
    found = (match for text in texts for match in _WRITTEN_BY.finditer(text))
    return {_INITIALS.sub("", one) for match in found for one in re.split(r", | en (?=\w+\.)", match["writers"])}


def adviser_pattern(advisers: Iterable[str], people: Iterable[str]) -> str | None:
    """Advisers as the letter addresses them: those after whom a committee is called, as "mevrouw Zandstra" of "de
    commissie-Zandstra", and these people; None where there are none.
    """
    return _addressed({name.rsplit("commissie-", 1)[1] for name in advisers if "commissie-" in name} | {*people})


def _members(texts: Sequence[str]) -> set[str]:
    names: set[str] = set()
    parties: set[str] = set()
    for match in (match for text in texts for match in _CALLED_MEMBER.finditer(text)):
        names.update(_BETWEEN.split(match["names"] or match["movers"]))
        parties |= {match["party"]} - {None}
    for match in (match for text in texts for match in _WITH_PARTY.finditer(text)):
        if match["party"] in parties or _PARTY.fullmatch(match["party"]):
            names.add(match["name"])
    return {_FIRST_NAME.sub("", name) for name in names}


def _addressed(names: set[str]) -> str | None:
    found = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return rf"{_ADDRESS} {_TITLES}(?-i:[A-Z][\w’-]+ )?(?:{found})" if names else None
