"""Where sentences end, in Dutch and English official prose."""

import re

from rag.letters.layout import CAPTION

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr drs ir ing prof dhr mevr mw jhr hr st sr jr jl l.l nr nrs nos artt par blz pag p pp bijl
    hfdst vgl resp ca circa incl excl evt enz etc e.d e.a o.a o.m i.c m.n d.w.z t.a.v t.o.v t.b.v t.g.v t.w t.z.t
    i.v.m i.p.v i.h.k.v i.o m.b.t m.b.v m.i.v m.u.v n.a.v n.v.t o.b.v o.g.v o.l.v r.o v.w.b w.o z.g.n zgn c.q c.s jo
    a.h.w a.u.b b.v bijv d.d d.m.v e.v ff f.d i.e e.g vs cf ed eds fig dept gov kst stb stcrt trb pb
    feb mrt apr aug sept sep oct nov dec mln mld
    """.split()
)
"""Tokens, without their last full stop, after which a full stop ends no sentence."""
_BEFORE_NUMBER = frozenset("art jan lid min no okt tab vol".split())
"""Abbreviations that are words too, as in "de zaal zit vol." or "het vierde lid.": a number behind tells them apart."""
_NUMBER = re.compile(r"\s*[(]?(?:\d|[IVXLC]+\b)")
_KEPT = re.compile(r"(?:^|\s)(?:et al|\d{1,2} (?:jan|okt))$", re.IGNORECASE)
"""What shows by the word in front that the last token is an abbreviation."""
_OPENERS = "«\"'‘“(["
_CLOSERS = "»\"'’”)]"
_BULLETS = "•▪◦‣●"
_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSERS)}]*(?=\s)|(?=\s[{_BULLETS}]\s)|(?=\n)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_CALLED_BY_LETTER = re.compile(
    r"\b(?:scenario|optie|variant|route|model|groep|categorie|bijlage|klasse|fase|onderdeel|pakket) [A-Z]$",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s*")
_NEXT = re.compile(rf"\s*[{re.escape(_OPENERS)}– -]*([^{re.escape(_OPENERS)}– -])")
_LONGEST_TOKEN = 40
_NUMBERING = re.compile(r"(?:^|\s)\(?(?:\d{1,2}|[a-z]|[ivx]+)$")
_LISTED = re.compile(r"[:;] (?:en |of )?\S+$")
"""A number behind it counts an item: "er zijn twee wegen: 1. Wachten; 2. Betalen"."""
_CAPTION = re.compile(rf"{CAPTION}\. [^.\n]+\n")
"""The line above a table's rows."""


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans `(start, end)` of the sentences, in order; white space between them is in none.

    The empty text has none. A bullet sign begins a sentence, and so does a new line.
    """
    spans = []
    start = seen = depth = 0
    for match in _END.finditer(text):
        depth += _opened(text[seen : match.start()])
        end = match.end()
        if end > start and _ends_sentence(text, match, start, depth):
            spans.append((start, end))
            start, depth = _after_space(text, end), 0
            seen = start
        else:
            depth += _opened(match.group())
            seen = max(seen, end)
    start = _after_space(text, start)
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return tuple(spans)


def _after_space(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


def _ends_sentence(text: str, match: re.Match[str], start: int, depth: int) -> bool:
    mark = match.group()
    if not mark:
        return True
    following = _NEXT.match(text, match.end())
    if following is None or following.group(1).islower():
        return False
    if depth > 0 and not mark.endswith(tuple(_CLOSERS)):
        return False
    if mark != ".":
        return True
    before = text[max(start, match.start() - _LONGEST_TOKEN) : match.start()]
    token = before.rsplit(None, 1)[-1].lstrip(_OPENERS) if before.split() else ""
    if token.lower() in _ABBREVIATIONS or _is_short_form(token, before, _NUMBER.match(text, match.end())):
        return False
    if _INITIAL.fullmatch(token) and token[-1].isupper() and not _CALLED_BY_LETTER.search(before):
        return False
    if _CAPTION.match(text, start):
        return False
    is_first = len(before.split()) == 1 or _LISTED.search(before)
    return not (_NUMBERING.search(before) and is_first)


def _is_short_form(token: str, before: str, number: re.Match[str] | None) -> bool:
    """Whether a token that may be a word is an abbreviation here: "art. 5", "3 jan.", "et al."."""
    return (number is not None and token.lower() in _BEFORE_NUMBER) or _KEPT.search(before) is not None


def _opened(text: str) -> int:
    """How many brackets and guillemets `text` opens and leaves open."""
    return (text.count("(") - text.count(")")) + (text.count("«") - text.count("»"))
