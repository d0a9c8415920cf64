"""To whom a letter is addressed, as the lines of its head say."""

import re
from collections.abc import Sequence

from rag.letters.titles import POSTCODE

_ADDRESSEE = re.compile(
    r"(?:Aan:? )?(?:de|het|den) (?:leden van de )?(?:voorzitter|griffier)s?\b(?: van)?[^.]*"
    r"|Aan:? (?:de|het|den|H\.?M\.?|Zijne|Hare)\b[^.]*"
    r"|Aan: ?(?:voorzitter|griffier|leden|Tweede Kamer|Eerste Kamer)\b[^.]*"
    r"|(?:voorzitter|griffier) (?:van de |der )(?:(?:Tweede|Eerste) Kamer|Staten-Generaal)\b[^.]*"
    r"|(?:de )?leden van de (?:(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?"
    r"|(?:(?:vaste|algemene|tijdelijke|bijzondere) )?commissie(?: voor(?-i: [A-Z][\w-]*,?| en| van| de| der)+)?)",
    re.IGNORECASE,
)
_ATTENTION = re.compile(r"(?:t\.a\.v\.|ter attentie van) .{1,100}", re.IGNORECASE)
_CHAMBER = re.compile(
    r"(?:van )?(?:de |der )?(?:(?:Tweede|Eerste) Kamer\b[^.]*|Staten-Generaal|(?:vaste )?commissie voor [^.]*)",
    re.IGNORECASE,
)


def is_addressee(text: str) -> bool:
    """Whether a line says to whom a letter goes, or belongs to those that do."""
    return any(kind.fullmatch(text) for kind in (_ADDRESSEE, _CHAMBER, _ATTENTION))


def names_addressee(text: str) -> bool:
    """Whether a line by itself says to whom a letter goes."""
    return _ADDRESSEE.fullmatch(text) is not None


def take_addressee(texts: list[str]) -> tuple[str | None, list[str]]:
    """The addressee among the lines of a head, and the other lines."""
    addressed = [index for index, text in enumerate(texts) if _ADDRESSEE.fullmatch(text)]
    for index in addressed or range(len(texts)):
        stop = index + 1
        while stop < len(texts) and (_CHAMBER.fullmatch(texts[stop]) or _ATTENTION.fullmatch(texts[stop])):
            stop += 1
        if addressed or _is_chamber_addressed(texts, index, stop):
            return " ".join(texts[index:stop]), texts[:index] + texts[stop:]
    return None, texts


def _is_chamber_addressed(texts: Sequence[str], index: int, stop: int) -> bool:
    """Whether a chamber's bare name at `index` is the addressee: an address says so, or what stands around it.

    Printed papers have the name too, above their number.
    """
    if not _CHAMBER.fullmatch(texts[index]):
        return False
    above = texts[index - 1].rstrip(":").lower() if index else ""
    below = texts[stop : stop + 2]
    addressed = any(POSTCODE.search(text) or text.lower().startswith("postbus") for text in below)
    return above == "aan" or _ATTENTION.fullmatch(texts[stop - 1]) is not None or addressed
