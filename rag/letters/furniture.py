"""Page furniture: what the press or the template prints on every page."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from rag.letters.datelines import is_dateline
from rag.letters.dates import find_date
from rag.letters.layout import is_finished, is_question_label
from rag.letters.readers.lines import Line

_PIECES = "|".join(
    (
        r"(?:kst|ah|h|blg)-[\w-]*\d[\w-]*",
        r"kst\d[\w-]*",
        r"ISSN\d{4}[-–]?\d{3}[\dX]",
        r"[’']s-Gravenhage\d{4}",
        r"(?:Tweede|Eerste)Kamer(?:derStaten-Generaal)?,vergaderjaar\d{4}[–/-]\d{2,4},[^.]{0,40}(?:nr\.)?[\w-]{1,20}",
        r"(?:pagina|bladzijde|blad)(?:nummer|nr\.?)?:?\d{1,3}(?:(?:van|/)\d{1,3})?",
        r"page\d+(?:of|/)\d+",
        r"[-–]\d{1,3}[-–]",
    )
)
_PRINTED = re.compile(rf"(?:(?:{_PIECES})[/|]?){{1,8}}", re.IGNORECASE)
"""Matched on the line without its spaces, for extractors put some where none were."""
_MAX_PRINTED = 200
_COUNT = r"(?:Pagina|Bladzijde|Blad|Page) \d{1,3} ?(?:van|of|/) ?\d{1,3}"
_COUNTED = re.compile(rf".{{1,60}} {_COUNT}|{_COUNT} [^a-z].{{0,60}}")
"""A page's count of all pages, and on the same line a name or a reference."""
_PAGE_NUMBER = re.compile(r"(?:(?:p|pag|blz)\. ?)?(\d{1,3})(?: ?(?:van|/) ?\d{1,3})?", re.IGNORECASE)
_LEAST_PAGE_CHARS = 800
"""Lone numbers so far apart that follow one another count pages; nearer ones, questions or a table's rows."""
_ADDRESS = re.compile(
    r"^\d ?\d ?\d ?\d ?[A-Z] ?[A-Z] [A-Z]|^P ?ostbus\b|^[TFE] [\d(+][\d ()+-]{8,}$|^www\."
    r"|^(?:(?:Ons|Onze|Uw) )?(?:[Kk]enmerk|[Rr]eferentie):?(?: \S*\d\S*)?$|^Ons nummer:?$"
    r"|^Bijlage\(n\)$|^(?:Pagina|Blad)(?:nummer)?:?$"
    r"|^Contactpersoon$|^Ministerie van\b|^Retouradres\b",
)
_REFERENCE = re.compile(r"(?!\d{4}[-–/]\d{2,4}$)(?=(?:\D*\d){6})[A-Z\d][\w./-]*\w")
"""What a paper is filed under, as one word: "IENW/BSK-2022/118204", but no two years."""
_DATED = re.compile(r"(?:Datum|Uw brief(?: van)?):?(?: .*\d)?$")
_UNIT = re.compile(r"(?:Directie|Directoraat-[Gg]eneraal) [A-Z]")
_HEAD = re.compile(r"^(?:aan|betreft|onderwerp|geachte)\b|\b(?:voorzitter|griffier)\b", re.IGNORECASE)
"""Begins the head of a letter that another one forwards: no margin."""
_EDGE_LINES = 2
"""How many lines at either end of a page can be a running head or foot."""
_MIN_REPEATS = 3
_MARGIN_CHARS = 45
"""A column in the margin is no wider."""


def find_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that are furniture: none of them is the letter's own text."""
    running = _running(lines)
    found = {
        index
        for index, line in enumerate(lines)
        if line.text and (_is_printed(line.text) or _shape(line.text) in running)
    }
    start, printed = _text_start(lines), _first_printed(lines)
    found |= _margins(lines, start, printed)
    found |= _beside(lines, found, start, printed)
    numbers = [index for index, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)]
    for index in numbers:
        if _at_edge(lines, index, found):
            found.add(index)
    return frozenset(found | _counted(lines, numbers))


def _is_printed(text: str) -> bool:
    if len(text) > _MAX_PRINTED:
        return False
    return bool(_PRINTED.fullmatch(text.replace(" ", "")) or (_COUNTED.fullmatch(text) and not is_finished(text)))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _running(lines: Sequence[Line]) -> frozenset[str]:
    """Shapes of lines that stand at the edge of at least half of the pages, three or more."""
    pages: list[list[str]] = [[]]
    for line in lines:
        if line.starts_page and pages[-1]:
            pages.append([])
        if line.text:
            pages[-1].append(_shape(line.text))
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({shape for shape in page[:_EDGE_LINES] + page[-_EDGE_LINES:] if not is_question_label(shape)})
    return frozenset(shape for shape, count in counts.items() if count >= max(_MIN_REPEATS, len(pages) / 2))


def _beside(lines: Sequence[Line], found: set[int], start: int, printed: Mapping[datetime.date, int]) -> set[int]:
    """Indices of the lines that stand with other furniture, or at a page's edge, in a margin's entries.

    So its labels and references, and short lines printed three times or more, whatever they say.
    """
    counts = Counter(line.text for line in lines if _could_repeat(line.text))
    filled = [index for index, line in enumerate(lines) if line.text]
    margin: set[int] = set()
    for order, downward in ((filled, True), (filled[::-1], False)):
        beside = any(line.starts_page for line in lines)
        for index in order:
            text = lines[index].text
            edge = index in found or (downward and lines[index].starts_page)
            entry = counts[text] >= _MIN_REPEATS or (index > start and _is_entry(text, index, printed))
            if entry and (beside or edge):
                margin.add(index)
            beside = edge or (entry and beside)
    return margin


def _is_entry(text: str, index: int, printed: Mapping[datetime.date, int]) -> bool:
    """Whether a line reads as an entry of a margin: a label, a reference, or a date printed above."""
    if not _is_narrow(text):
        return False
    known = any(kind.match(text) for kind in (_ADDRESS, _UNIT, _DATED)) or _REFERENCE.fullmatch(text)
    day = find_date(text)
    if day is None:
        return bool(known)
    return printed[day] < index and (bool(known) or is_dateline(text))


def _could_repeat(text: str) -> bool:
    wordy = any(char.isalpha() for char in text)
    return 0 < len(text) <= 60 and wordy and not is_finished(text) and not is_question_label(text)


def _margins(lines: Sequence[Line], start: int, printed: Mapping[datetime.date, int]) -> set[int]:
    """Indices of the blocks that a margin column left between the text's own paragraphs.

    Such a block stands under a page's text, is narrow throughout and holds an address or a label.
    A date that it gives stands above already, in the letter's own head: a new one is another letter's.
    """
    margin: set[int] = set()
    for block in _blocks(lines):
        texts = [lines[index].text for index in block]
        if block[0] <= start or not all(map(_is_narrow, texts)) or any(map(_HEAD.search, texts)):
            continue
        dated = any(map(_DATED.match, texts))
        days = {day for text in texts if (day := find_date(text))}
        again = bool(days) and all(printed[day] < block[0] for day in days)
        if again if dated else any(map(_ADDRESS.search, texts)):
            margin.update(block)
    return margin


def _is_narrow(text: str) -> bool:
    return len(text) <= _MARGIN_CHARS and not is_finished(text)


def _text_start(lines: Sequence[Line]) -> int:
    """Index of the first line of prose: wide, and the end of a sentence or above another wide one."""
    for index, (line, following) in enumerate(pairwise(lines)):
        if len(line.text) > _MARGIN_CHARS and (is_finished(line.text) or len(following.text) > _MARGIN_CHARS):
            return index
    return len(lines)


def _first_printed(lines: Sequence[Line]) -> dict[datetime.date, int]:
    """Index of the line that first gives each date."""
    printed: dict[datetime.date, int] = {}
    for index, line in enumerate(lines):
        if day := find_date(line.text):
            printed.setdefault(day, index)
    return printed


def _blocks(lines: Sequence[Line]) -> Iterable[list[int]]:
    block: list[int] = []
    for index, line in enumerate(lines):
        if line.text and not line.starts_page:
            block.append(index)
            continue
        if block:
            yield block
        block = [index] if line.text else []
    if block:
        yield block


def _counted(lines: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """Indices of lone numbers that go up by one, a page of text apart, where one of them cuts a sentence.

    So page numbers show themselves where no page break or blank line does.
    """
    before = list(accumulate((len(line.text) for line in lines), initial=0))
    latest: dict[int, int] = {}
    pages: set[int] = set()
    for index in numbers:
        number = _number(lines[index].text)
        above = latest.get(number - 1)
        if above is not None and before[index] - before[above] >= _LEAST_PAGE_CHARS:
            pages |= {above, index}
        latest[number] = index
    cuts = any(lines[index + 1].text[:1].islower() for index in pages if index + 1 < len(lines))
    return pages if cuts else set()


def _number(text: str) -> int:
    match = _PAGE_NUMBER.fullmatch(text)
    return int(match.group(1)) if match else 0


def _at_edge(lines: Sequence[Line], index: int, found: set[int]) -> bool:
    """Whether a number stands alone: between blank lines or furniture, or first or last of a page."""
    before = index == 0 or not lines[index - 1].text or index - 1 in found
    last = index + 1 >= len(lines)
    starts_next = not last and lines[index + 1].starts_page
    after = last or not lines[index + 1].text or index + 1 in found
    return (before and after) or lines[index].starts_page or starts_next
