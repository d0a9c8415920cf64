"""The rows of a table as what they tell: every cell with the year above it and the unit that the table is in."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from rag.checking.alignment import Alignment, Source
from rag.checking.numbers import Kind, Number, find_numbers, is_same
from rag.checking.words import Words
from rag.letters import Paragraph

_YEAR = r"(?:19|20)\d\d"
_HEAD = re.compile(rf"(?:[^\d|]*[\s|]+)?(?P<years>{_YEAR}(?:[\s|]+{_YEAR})+)[\s|]*")
"""The first row of a table whose columns are years."""
_CELL = re.compile(r"(?:€ ?)?-?\d[\d.,]*|[-–]")
_NOTHING = ("-", "–")
_UNIT = re.compile(
    r"(?:\b(?:in|x|bedragen)\b|[(*×]) ?(?:(?:€|euro?) ?)?(?:1 )?"
    r"(?P<scale>miljoen|mln|miljard|mld|duizend|1\.000\.000|1[. ]000)(?:en)?\b.{0,8}",
    re.IGNORECASE,
)
"""In how much the cells are counted: "(in miljoenen euro's)", "x € 1.000"."""
_SCALES = {"mln": "miljoen", "1.000.000": "miljoen", "mld": "miljard", "1.000": "duizend", "1 000": "duizend"}
_EUROS = re.compile(r"€|\beur", re.IGNORECASE)
_PERCENT = re.compile(r"\bin (?:procent|percentage|%)|\(%\)", re.IGNORECASE)
_LABEL_END = ": "
_SURE = 0.5


def as_told(source: Source) -> Source:
    """A row of a table of years with the year and unit of each cell; any other sentence as it is.

    So "Bruggen 3 5" is "Bruggen: 3 miljoen euro in 2027, 5 miljoen euro in 2028".
    """
    told = _rows_beside(source).get(source.index)
    if told is None:
        return source
    sentences = list(source.paragraph.sentences)
    sentences[source.index] = replace(source.sentence, text=told)
    return replace(source, paragraph=replace(source.paragraph, sentences=tuple(sentences)))


def of_another_row(alignment: Alignment, words: Words) -> tuple[Number, str] | None:
    """A number of a claim that stands in rows of which the claim has fewer of the words before the cells than of
    another row; None where there is none."""
    statement = alignment.statement
    mine = words.of(statement.text, statement.language)
    for number in find_numbers(statement.text):
        there = [one for one in alignment.sources if any(is_same(number, n) for n in find_numbers(one.sentence.text))]
        rows = [_rows_beside(one) for one in there]
        if (
            number.kind is Kind.DATE
            or not there
            or not all(one.index in row for one, row in zip(there, rows, strict=True))
        ):
            continue
        named = {
            told: sum(any(words.match(one, other) >= _SURE for one in mine) for other in words.of(_label(told), "nl"))
            for row in rows
            for told in row.values()
        }
        own = max(named[row[one.index]] for one, row in zip(there, rows, strict=True))
        if max(named.values()) > own:
            return number, _label(there[0].sentence.text)
    return None


def _label(told: str) -> str:
    return told.split(_LABEL_END, maxsplit=1)[0]


def _rows_beside(source: Source) -> Mapping[int, str]:
    """What the rows of a sentence's paragraph tell, by their places; none where it holds no table of years."""
    letter, number = source.letter, source.paragraph.number
    printed = letter.paragraph(number)
    return _rows(printed, letter.paragraph(number - 1)) if printed else {}


@lru_cache(maxsize=1024)
def _rows(paragraph: Paragraph, before: Paragraph | None) -> Mapping[int, str]:
    found: dict[int, str] = {}
    years: list[str] = []
    unit = ""
    for place, sentence in enumerate(paragraph.sentences):
        if head := _HEAD.fullmatch(sentence.text):
            years = re.findall(_YEAR, head["years"])
            last = before.sentences[-1:] if before else ()
            unit = _unit(" ".join(one.text for one in (*last, *paragraph.sentences[: place + 1])))
        elif years and (told := _told(sentence.text, years, unit)):
            found[place] = told
    return found


def _unit(above: str) -> str:
    """The unit that is told above a table, the last of several."""
    found = list(_UNIT.finditer(above))
    if not found:
        return " procent" if _PERCENT.search(above) else ""
    scale = found[-1]["scale"].casefold()
    return f" {_SCALES.get(scale, scale)}{' euro' if _EUROS.search(found[-1].group()) else ''}"


def _told(row: str, years: list[str], unit: str) -> str | None:
    """A row with as many cells as there are years; None for any other."""
    words = row.replace("|", " ").replace("€ ", "€").split()
    label, cells = words[: -len(years)], words[-len(years) :]
    if not label or len(cells) < len(years) or not all(map(_CELL.fullmatch, cells)):
        return None
    told = (f"{_amount(cell, unit)} in {year}" for cell, year in zip(cells, years, strict=True))
    return f"{' '.join(label)}{_LABEL_END}{', '.join(told)}"


def _amount(cell: str, unit: str) -> str:
    bare = "0" if cell in _NOTHING else cell
    return f"{bare.removeprefix('€') if unit.endswith('euro') else bare}{unit}"
