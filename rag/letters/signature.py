"""The signature under a letter: who signed it, in what office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.letters.layout import is_finished
from rag.letters.readers.lines import Line

_CLOSING = re.compile(
    r"(?:hoogachtend|(?:met )?(?:de meeste )?hoogachting|met (?:vriendelijke|hartelijke) groet(?:en)?)\b[,.]?",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:(?:vice-?|demissionair |oud-)?(?:minister|staatssecretaris|president)"
    r"|voorzitter|secretaris|directeur|inspecteur|commissaris)"
)
_ROLE = re.compile(
    rf"(?:(?:mede )?(?:namens|i\.o\.|b/a) )?(?:de|het) (?:{_OFFICE}|kabinet)\b[^.!?;:\d]{{0,120}}"
    rf"|(?:namens )?{_OFFICE}(?:-generaal)? (?:van|voor|bij|der)\b[^.!?;:\d]{{0,120}}",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r".*\d|(?:datum|betreft|onderwerp|(?:ons |uw )?kenmerk|postbus|directie|directoraat-generaal)\b"
    r"|(?:de )?voorzitter (?:van de|der) (?:(?:tweede|eerste) kamer|staten-generaal)\b",
    re.IGNORECASE,
)
"""Belongs to a letterhead: an address, a label, or the chamber's president, to whom letters go."""
_NAME = re.compile(
    r"(?:(?:[Mm]r|[Dd]r|[Dd]rs|[Ii]r|[Ii]ng|[Pp]rof|[Mm]w"
    r"|[Dd]hr)\.? ?){0,3}(?:(?:[A-Z][a-z]?\. ?){1,6}(?:\([^)]{1,20}\) )?|[A-Z][\w’-]{1,20} )"
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|[Hh]et|in|’t|'t|el"
    r"|al) ){0,3}[A-Z][\w’'-]{1,30}(?:[ -][A-Z]?[\w’'-]{1,30}){0,3}"
)
_MAX_NAME = 70
_MAX_ROLE_LINES = 5
_MAX_BLANKS = 8
"""So many blank lines may stand between an office and the name, for the written signature."""
_MAX_CLOSED_LINES = 6
"""So many short lines under "Hoogachtend" are the signature, whatever they say."""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """A signature block: lines `start` to `end` (exclusive) and who signs, "role, name"."""

    start: int
    end: int
    signatory: str | None


def find_signature(lines: Sequence[Line], start: int) -> Signature | None:
    """The next signature block at or after `start`; several signatories are one block.

    A role counts only with a name under it, so a sentence about a minister is no signature.
    """
    for index in range(start, len(lines)):
        text = lines[index].text
        if _CLOSING.fullmatch(text):
            return _closed(lines, index)
        if not (_is_role(text) or _is_name_above_role(lines, index)):
            continue
        if index and lines[index - 1].text and not is_finished(lines[index - 1].text):
            continue
        if found := _signed(lines, index):
            end, signatory = found
            return Signature(start=index, end=end, signatory=signatory)
    return None


def _closed(lines: Sequence[Line], closing: int) -> Signature:
    """The block under a closing formula, with or without an office that we know."""
    first = _next_filled(lines, closing + 1)
    if first is not None and (found := _signed(lines, first)):
        return Signature(start=closing, end=found[0], signatory=found[1])
    end, signed = closing + 1, list[str]()
    place = first
    while place is not None and len(signed) < _MAX_CLOSED_LINES:
        text = lines[place].text
        if len(text) > _MAX_NAME or is_finished(text) or re.match(r"bijlage", text, re.IGNORECASE):
            break
        signed.append(text.rstrip(","))
        end = place + 1
        place = end if end < len(lines) and lines[end].text else None
    return Signature(start=closing, end=end, signatory=", ".join(signed) or None)


def _signed(lines: Sequence[Line], index: int) -> tuple[int, str] | None:
    """The line after the last name from `index` on, and all who sign; None where nobody does."""
    signed: list[str] = []
    role: list[str] = []
    end = index
    place: int | None = index
    while place is not None:
        text = lines[place].text
        if role and _is_name(text):
            signed.append(f"{' '.join(role).rstrip(',')}, {text.rstrip(',')}")
            role, end = [], place + 1
        elif not role and _is_name_above_role(lines, place):
            below = _next_filled(lines, place + 1)
            assert below is not None
            signed.append(f"{lines[below].text.rstrip(',.')}, {text.rstrip(',')}")
            place = below
            end = below + 1
        elif _is_role(text) and len(text.split()) <= 20:
            role = [text]
        elif (
            role and len(role) <= _MAX_ROLE_LINES and len(text) < 80 and not (is_finished(text) or _NO_ROLE.match(text))
        ):
            role.append(text)
        else:
            break
        place = _next_filled(lines, place + 1)
    return (end, "; ".join(signed)) if signed else None


def _next_filled(lines: Sequence[Line], start: int) -> int | None:
    return next((i for i in range(start, min(len(lines), start + _MAX_BLANKS + 1)) if lines[i].text), None)


def _is_role(text: str) -> bool:
    return _ROLE.fullmatch(text.rstrip(",")) is not None and not _NO_ROLE.match(text)


def _is_name(text: str) -> bool:
    return len(text) <= _MAX_NAME and _NAME.fullmatch(text.rstrip(",")) is not None


def _is_name_above_role(lines: Sequence[Line], index: int) -> bool:
    """Whether a name stands directly over an office, as in a letter typed by hand."""
    if not _is_name(lines[index].text) or index + 1 >= len(lines) or _is_role(lines[index].text):
        return False
    role = lines[index + 1].text
    followed = lines[index + 2].text if index + 2 < len(lines) else ""
    return bool(role) and _is_role(role) and len(role) <= 80 and not (role.endswith(",") or _is_name(followed))
