"""Footnotes: found at the foot of a page or the end of the file, tied to their markers."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, count

from rag.letters.layout import is_finished
from rag.letters.markers import SUPERSCRIPTS, Marker, Markers, number_of
from rag.letters.model import Footnote
from rag.letters.readers.lines import Line
from rag.letters.repair import Hyphens, join_lines

_OPENS = r"[^\W\d_a-z]|[«\"“‘(]|https?:|www\.|zie |idem|ibid|o\.a\."
_PLAIN = re.compile(rf"\[?([0-9]{{1,3}})\]? (?={_OPENS}|[0-9]{{4}})")
_LISTED = re.compile(rf"([0-9]{{1,3}})[.)] (?={_OPENS})")
_RAISED = re.compile(rf"([{SUPERSCRIPTS}]{{1,3}}) ?(?={_OPENS}|[0-9]{{4}})")
_RUN_IN = (
    rf"\[{{number}}\] ?(?={_OPENS})"
    rf"|(?<=[.»”)/]) {{number}} (?={_OPENS})(?<!\bart\. {{number}} )(?<!\bp\. {{number}} )"
)
"""A note that goes on with the next one on the same line: "Zie paragraaf 2.3. 27 Idem"; `number` is the next one's."""
_MAX_GAP = 3
"""So many notes in a row may have lost their text before a number counts as something else."""
_MAX_NOTE_LINES = 40


@dataclass(frozen=True, kw_only=True)
class Note:
    """A note as printed: its number, its text and the lines that it takes up."""

    number: int
    label: str
    """The number as printed: "3", "[3]", "3." or "³"."""
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Tied:
    """Paragraphs without their markers, and what hangs on each."""

    texts: tuple[str, ...]
    footnotes: tuple[tuple[Footnote, ...], ...]
    loose: tuple[Note, ...]
    """Notes whose marker is nowhere to be found."""
    problems: tuple[str, ...]


def find_notes(lines: Sequence[Line], furniture: frozenset[int], hyphens: Hyphens) -> tuple[Note, ...]:
    """The notes with text, by ascending number.

    A line that begins with a number is a note only where the text above it carries that number as
    a marker, or where it goes on with the notes at the end of a page; so a wrapped "27 lidstaten"
    or a numbered list is none.
    """
    search = _Search(lines, furniture, hyphens)
    for pattern in (_PLAIN, _LISTED, _RAISED):
        if notes := search.notes(pattern):
            return notes
    return ()


def note_of(number: int, index: int, lines: Sequence[Line]) -> Note:
    """A note that a line without a number is."""
    return Note(number=number, label="", text=lines[index].text, lines=(index,))


class _Search:
    """The lines of one file, with every place where a marker may stand."""

    def __init__(self, lines: Sequence[Line], furniture: frozenset[int], hyphens: Hyphens) -> None:
        self._lines, self._furniture, self._hyphens = lines, furniture, hyphens
        shown = ["" if index in furniture else line.text for index, line in enumerate(lines)]
        self._starts = [0, *accumulate(len(text) + 1 for text in shown)]
        self._markers = Markers(["\n".join(shown)])

    def notes(self, pattern: re.Pattern[str]) -> tuple[Note, ...]:
        notes: list[Note] = []
        taken = -1
        marked: Marker | None = None
        for index, line in enumerate(self._lines):
            match = None if index <= taken or index in self._furniture else pattern.match(line.text)
            if not match:
                continue
            number = number_of(match.group(1))
            last = notes[-1].number if notes else 0
            if not last < number <= last + _MAX_GAP:
                continue
            region = self._region(index, pattern, number)
            if len(region) >= _MAX_NOTE_LINES or not self._at_foot(index, region, pattern, taken):
                continue
            if pattern is _LISTED and not self._among_notes(region, pattern):
                continue
            marker = self._markers.first(number, marked)
            if marker is None or self._line_of(marker) >= index:
                if pattern is _LISTED or number != last + 1 or not notes or not self._ends_page(region):
                    continue
                marker = marked
            text = join_lines([self._lines[i] for i in region if self._lines[i].text], self._hyphens)
            note = Note(number=number, label=match.group().strip(), text=text[match.end() :].lstrip(), lines=region)
            taken, marked = region[-1], marker
            while (follower := self._run_in(note, marked)) is not None:
                run_in, marked = follower
                notes.append(replace(note, text=note.text[: run_in.start()].rstrip()))
                label = run_in.group().strip()
                note = replace(note, number=note.number + 1, label=label, text=note.text[run_in.end() :])
            notes.append(note)
        return tuple(notes)

    def _run_in(self, note: Note, marked: Marker | None) -> tuple[re.Match[str], Marker] | None:
        """Where the next note begins within the text of one, and its marker above the two."""
        marker = self._markers.first(note.number + 1, marked)
        if marker is None or self._line_of(marker) >= note.lines[0]:
            return None
        run_in = re.search(_RUN_IN.format(number=note.number + 1), note.text)
        return (run_in, marker) if run_in else None

    def _line_of(self, marker: Marker) -> int:
        return bisect_right(self._starts, marker.start) - 1

    def _region(self, start: int, pattern: re.Pattern[str], number: int) -> tuple[int, ...]:
        """Indices of the note's lines: up to the next page, note or blank line after a full sentence."""
        region = [start]
        for index in range(start + 1, min(len(self._lines), start + _MAX_NOTE_LINES)):
            line = self._lines[index]
            follower = pattern.match(line.text)
            if line.starts_page or index in self._furniture:
                break
            if follower and number < number_of(follower.group(1)) <= number + _MAX_GAP:
                break
            if not line.text and not self._goes_on(region, index):
                break
            region.append(index)
        while not self._lines[region[-1]].text:
            region.pop()
        return tuple(region)

    def _goes_on(self, region: list[int], blank: int) -> bool:
        """Whether the note continues under a blank line: it is unfinished and its page ends soon."""
        lines = self._lines
        if is_finished(lines[region[-1]].text):
            return False
        rest = range(blank + 1, min(len(lines), blank + _MAX_NOTE_LINES))
        first = next((i for i in rest if lines[i].text), None)
        if first is None or lines[first].starts_page:
            return False
        if lines[first].text[0].islower():
            return True
        stop = next((i for i in rest if i > first and (not lines[i].text or lines[i].starts_page)), None)
        return stop is not None and lines[stop].starts_page

    def _at_foot(self, index: int, region: tuple[int, ...], pattern: re.Pattern[str], taken: int) -> bool:
        """Whether the lines stand apart from the text: under a blank line or note, or at a page's end."""
        above = index - 1
        while above in self._furniture:
            above -= 1
        if above < 0 or not self._lines[above].text or above == taken:
            return True
        return self._among_notes(region, pattern)

    def _among_notes(self, region: tuple[int, ...], pattern: re.Pattern[str]) -> bool:
        """Whether the page ends under the note, or another note follows at once."""
        below = self._below(region)
        return self._ends_page(region) or pattern.match(self._lines[below].text) is not None

    def _below(self, region: tuple[int, ...]) -> int:
        """Index of the next line with text; of none, the number of lines."""
        below = region[-1] + 1
        while below < len(self._lines) and not self._lines[below].text:
            below += 1
        return below

    def _ends_page(self, region: tuple[int, ...]) -> bool:
        below = self._below(region)
        return below >= len(self._lines) or below in self._furniture or self._lines[below].starts_page


def tie(paragraphs: Sequence[str], notes: Sequence[Note], *, listed: int) -> Tied:
    """Take the markers out of the paragraphs and hang each note where its marker stood.

    `listed`: so many notes without numbers are of the questions; their markers go out too.

    A marker without a note is reported and hangs a footnote without text; so is a note without a marker.
    """
    printed = {note.number: note for note in notes}
    highest = max(printed, default=0)
    markers = Markers(paragraphs)
    taken: defaultdict[int, list[tuple[int | None, Marker]]] = defaultdict(list)
    for sign in markers.asked(listed):
        taken[sign.place].append((None, sign))
    loose: list[Note] = []
    problems: list[str] = []
    last: Marker | None = None
    for number in count(1):
        marker = markers.first(number, last)
        if number in printed and printed[number].label.isdigit():
            marker = markers.unasked(marker, number)
        if marker is None or (number not in printed and not _stands_alone(paragraphs, marker, number < highest)):
            if number in printed:
                loose.append(printed[number])
                problems.append(f"Footnote {number} has text but no marker in the letter.")
            if number >= highest:
                break
            continue
        if number not in printed:
            problems.append(f"Footnote {number} has a marker in §{marker.place + 1} but no text in the file.")
        taken[marker.place].append((number, marker))
        last = marker
    cut = [_cut(text, taken.get(place, ()), printed) for place, text in enumerate(paragraphs)]
    return Tied(
        texts=tuple(text for text, _ in cut),
        footnotes=tuple(footnotes for _, footnotes in cut),
        loose=tuple(loose),
        problems=tuple(problems),
    )


def _stands_alone(paragraphs: Sequence[str], marker: Marker, followed: bool) -> bool:
    """Whether a number that no printed note confirms is a marker.

    Glued it is one where later notes are printed; else only behind a small letter or its stop.
    """
    if marker.is_loose:
        return False
    before = paragraphs[marker.place][max(0, marker.start - 2) : marker.start]
    certain = len(before) == 2 and before[0].islower() and (before[1].islower() or before[1] in ".,;:)»")
    return followed or certain


def _cut(
    text: str, taken: Sequence[tuple[int | None, Marker]], printed: Mapping[int, Note]
) -> tuple[str, tuple[Footnote, ...]]:
    """The paragraph without its markers, and its footnotes at the offsets where they stood."""
    kept = ""
    at = 0
    footnotes: list[Footnote] = []
    for number, marker in sorted(taken, key=lambda one: one[1].start):
        kept += text[at : marker.start]
        at = marker.end
        if kept.endswith(" ") and (at == len(text) or text[at] in " .,;:)"):
            kept = kept[:-1]
        if not kept:
            at += len(text[at:]) - len(text[at:].lstrip())
        if number is not None:
            note = printed.get(number)
            footnotes.append(Footnote(number=number, text=note.text if note else None, marker=len(kept)))
        if kept.endswith((".", "?", "!")) and text[at : at + 1].isupper():
            kept += " "
    return kept + text[at:], tuple(footnotes)
