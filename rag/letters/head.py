"""The head of a letter: title, subject, date and addressee."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.letters.addressees import is_addressee, names_addressee, take_addressee
from rag.letters.datelines import is_dateline, own_dateline
from rag.letters.dates import find_date
from rag.letters.layout import Layout, is_finished, is_question_label
from rag.letters.readers.lines import Line
from rag.letters.titles import NUMBER, POSTCODE, STAMP, ends_title, is_title, without_marker

_SALUTATION = re.compile(
    r"(?:(?:zeer )?geachte|excellentie|mijnheer de voorzitter|mevrouw de voorzitter"
    r"|beste (?:heer|mevrouw|voorzitter|leden|kamer|kamerleden|collega))\b[^.?!]{0,60}[,:!]?|beste [^.?!]{1,60},",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:betreft|onderwerp|betreffende)\b ?:? ?(.*)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:correspondentie uitsluitend|bezoekadres"
    r"|datum|ons kenmerk|uw kenmerk|kenmerk|uw brief|uw referentie|onze referentie|ons nummer|bijlagen?(?:\(n\))?"
    r"|contactpersoon"
    r"|directie|directoraat-generaal|ministerie van|postbus|> ?retouradres|retouradres|pagina|vergaderjaar"
    r"|aanhangsel van de handelingen|projectnaam|kopie aan"
    r"|auteur|t|f|e)\b[^.!?]{0,100}|(?:(?:e|i|e-mail|internet|website)\b:? ?)?(?:https?://|www\.|[\w.+-]+@)\S+",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"(?:datum|betreft|onderwerp|bijlagen?(?:\(n\))?|(?:ons |uw )?kenmerk)\s*:?", re.IGNORECASE)
_ENTITLED = re.compile(r"(?:betreft|onderwerp|projectnaam)\s*:?", re.IGNORECASE)
"""Labels whose entry is a text of any length."""
_REFERRED = re.compile(r"(?:(?:ons |uw )?(?:kenmerk|nummer|referentie))\s*:?", re.IGNORECASE)
_REFERENCE = re.compile(r"(?=(?:\D*\d){4})[A-Z\d][^.!?]{3,50}")
"""What a paper is filed under, and the label above it."""
_BOILERPLATE = re.compile(
    r"Bij beantwoording (?:de )?datum en (?:ons )?kenmerk.{0,120}|Wilt u slechts één zaak.{0,60}", re.I
)
"""What a template asks of whoever answers."""
_DOSSIER = re.compile(r"(\d{2} ?\d{3}(?:[ -]?\(?(?:[IVX]+|R\d+|\d\d)\)?)?) +([A-Z].+)")
_QUESTIONS = re.compile(
    r"(?:Vragen|Antwoord(?:en)?|Beantwoording)\b(?: van| op| vragen| Kamervragen| schriftelijke)", re.IGNORECASE
)
_STATED = re.compile(
    r"Vragen gesteld door de leden.{0,80}|regering gegeven antwoorden|(?:Tweede|Eerste) Kamer der Staten-Generaal"
)
_ANSWERED = re.compile(r"\bAntwoord van ([^()]{5,200}(?:\([^)]*\)[^()]{0,100}){0,4}) ?\(ontvangen ([^)]{5,40})\)")
"""Who answered questions, and when the chamber received it, as the Aanhangsel prints it."""
_FICHE = re.compile(r"Fiche(?: \d+)?: .{5,200}")
"""The title of a paper in which the cabinet sets out a proposal of the European Commission."""
_PAPER = re.compile(
    r"\W*(?:kamerbrief|brief (?:van|over|aan)|kabinetsreactie|reactie op|(?:\w+ )?nota|verslag)\b", re.IGNORECASE
)
_MAX_HEAD_LINES = 80
_MAX_KNOWN_CHARS = 250
"""A longer line is prose, however it begins."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands above a letter's text."""

    lines: tuple[str, ...] = ()
    """All of it, verbatim."""
    length: int = 0
    """How many lines it takes, blank ones counted."""
    title: str | None = None
    subject: str | None = None
    date: datetime.date | None = None
    addressee: str | None = None
    signatory: str | None = None
    """Who answers, where a paper with questions names them above its text."""
    dossier: str | None = None
    number: str | None = None
    """The paper's number within the dossier."""
    letterhead: tuple[str, ...] = ()
    """The lines that are none of these."""

    @property
    def is_of_questions(self) -> bool:
        """Whether this is only what the answers to questions are called, which stand under a covering note."""
        return self.title == " ".join(self.lines) and _QUESTIONS.match(self.title) is not None

    @property
    def is_letterhead(self) -> bool:
        """Whether this is the head of a letter at all, and not just text."""
        return bool(self.addressee or (self.title and self.title.isupper()))


def read_head(lines: Sequence[Line], layout: Layout) -> Head:
    """The head with which `lines` begin; an empty one where the text starts at once."""
    end = _head_end(lines, layout)
    filled = [line.text for line in lines[:end] if line.text]
    if not filled:
        return Head()
    title, rest = _take_title(filled)
    dated = own_dateline(rest)
    subject, rest = _take_subject(rest)
    addressee, rest = take_addressee(rest)
    others = tuple(text for text in rest if text != dated)
    if title is None and others and _names_paper(others[0], addressed=addressee is not None):
        title, others = others[0], others[1:]
    answered = _ANSWERED.search(" ".join(filled))
    dossier = next((match for text in filled if (match := _DOSSIER.fullmatch(text))), None)
    numbered = next((match for text in filled if (match := NUMBER.match(text))), None)
    return Head(
        lines=tuple(filled),
        length=end,
        title=title,
        subject=subject or (_dossier_name(dossier, filled) if dossier else None),
        date=find_date(dated or (answered.group(2) if answered else "")),
        addressee=addressee,
        signatory=answered.group(1).strip() if answered else None,
        dossier=dossier.group(1) if dossier else None,
        number=(numbered.group(1) or numbered.group(2)) if numbered else None,
        letterhead=others,
    )


def _dossier_name(dossier: re.Match[str], texts: Sequence[str]) -> str:
    """What a dossier is called, with the lines that its name wraps to above the paper's own number."""
    below = texts[texts.index(dossier.string) + 1 :]
    number = next((index for index, text in enumerate(below) if NUMBER.match(text)), 0)
    wrapped = below[:number] if not any(_is_known(text) for text in below[:number]) else ()
    return " ".join((dossier.group(2), *wrapped))


def below_salutation(lines: Sequence[Line], start: int, layout: Layout) -> int:
    """Index under the salutation of the head at `start`; `start` itself where prose comes first, or none does.

    What stands above a salutation is no signature, whatever office it names.
    """
    near = range(start, min(len(lines), start + _MAX_HEAD_LINES))
    found = next((index for index in near if _SALUTATION.fullmatch(lines[index].text)), None)
    if found is None:
        return start
    prose = (lines[index].text and _starts_prose(lines, index, layout) for index in range(start, found))
    return start if any(prose) else found + 1


def _names_paper(text: str, *, addressed: bool) -> bool:
    """Whether the first line of a head that is nothing else is the title; in an addressed one it says so."""
    if _SALUTATION.fullmatch(text) or _is_label(text):
        return False
    return not addressed or _PAPER.match(text) is not None


def _head_end(lines: Sequence[Line], layout: Layout) -> int:
    """Index of the first line that is no longer head.

    A salutation closes the head, and so does the first question of a paper with questions. Without
    one it ends with the last line that is clearly head and above the first line of prose; a bare
    line between the two is a heading.
    """
    known = 0
    asking = False
    for index, line in enumerate(lines[:_MAX_HEAD_LINES]):
        text = line.text
        if not text:
            continue
        if _SALUTATION.fullmatch(text):
            return index + 1
        if is_question_label(text):
            return index if asking else known
        asking = asking or _questions_follow(lines, index)
        if _is_known(text) or _goes_on_with_title(lines, index) or _is_entry(lines, index):
            known = index + 1
        elif not asking and _starts_prose(lines, index, layout) and not _salutation_follows(lines, index):
            break
    first = next((index for index, line in enumerate(lines) if line.text), 0)
    if known == 0 and lines and (_is_bare_title(lines, layout) or _FICHE.fullmatch(lines[first].text)):
        return first + 1
    return known


def _is_bare_title(lines: Sequence[Line], layout: Layout) -> bool:
    """Whether the first line is a title: bare, and with another bare line or a blank one under it."""
    if _starts_prose(lines, 0, layout) or is_finished(lines[0].text) or len(lines) < 2:
        return False
    return not lines[1].text and len(lines[0].text) <= _MAX_KNOWN_CHARS


def _is_known(text: str) -> bool:
    if len(text) > _MAX_KNOWN_CHARS:
        return False
    kinds = (_SUBJECT, _DOSSIER, NUMBER, _BOILERPLATE, STAMP)
    known = _is_label(text) or is_title(text) or is_dateline(text) or is_addressee(text)
    return known or any(kind.fullmatch(text) for kind in kinds)


def _is_label(text: str) -> bool:
    return (
        _LABEL.fullmatch(text) is not None or POSTCODE.search(text) is not None or _STATED.fullmatch(text) is not None
    )


def _goes_on_with_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the short end of a title that the line above it broke off: "RAPPORT1"."""
    return index > 0 and is_title(lines[index - 1].text) and ends_title(lines[index].text)


def _is_entry(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands right under the bare label that it belongs to."""
    if index == 0:
        return False
    label, text = lines[index - 1].text, lines[index].text
    is_filed = _REFERRED.fullmatch(label) is not None and _REFERENCE.fullmatch(text) is not None
    return is_filed or _ENTITLED.fullmatch(label) is not None


def _starts_prose(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    text = lines[index].text
    if _is_known(text) or _is_entry(lines, index) or not (text[0].isupper() or text[0] in '«"“‘'):
        return False
    if len(text.split()) < 5 or len(text) <= 40:
        return False
    if is_finished(text) or len(text) > _MAX_KNOWN_CHARS:
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    return (
        following is not None
        and bool(following.text)
        and layout.wrapped
        and not layout.ends_early(lines[index], following)
    )


def _salutation_follows(lines: Sequence[Line], index: int) -> bool:
    return any(_SALUTATION.fullmatch(line.text) for line in lines[index : index + 30])


def _questions_follow(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins the title of a paper with questions, the first of which is near."""
    if not _QUESTIONS.match(lines[index].text):
        return False
    return any(is_question_label(line.text) for line in lines[index : index + 25])


def _take_title(texts: list[str]) -> tuple[str | None, list[str]]:
    """The first run of lines in capitals, joined; else what a paper with questions is called."""
    chosen = [index for index, text in enumerate(texts) if is_title(text) and not names_addressee(text)]
    run = [index for place, index in enumerate(chosen) if index == chosen[0] + place]
    while run and run[-1] + 1 < len(texts) and ends_title(texts[run[-1] + 1]):
        run.append(run[-1] + 1)
    if not run and (first := next((i for i, text in enumerate(texts) if _QUESTIONS.match(text)), None)) is not None:
        stop = first + 1
        while stop < len(texts) and not is_finished(texts[stop - 1]) and not _is_known(texts[stop]):
            stop += 1
        run = list(range(first, stop))
    title = without_marker(" ".join(NUMBER.sub("", texts[index]) for index in run).strip()) or None
    return title, [text for index, text in enumerate(texts) if index not in run]


def _take_subject(texts: list[str]) -> tuple[str | None, list[str]]:
    """The text after "Betreft", with the lines that it wraps to; dates and labels between are none of it."""
    for index, text in enumerate(texts):
        if not (match := _SUBJECT.fullmatch(text)):
            continue
        parts = [match.group(1)] if match.group(1) else []
        stop = index + 1
        while not parts and stop < len(texts) and (_BARE_LABEL.fullmatch(texts[stop]) or is_dateline(texts[stop])):
            stop += 1
        first = stop
        while stop < len(texts) and not _is_known(texts[stop]) and not _SALUTATION.fullmatch(texts[stop]):
            parts.append(texts[stop])
            stop += 1
        return " ".join(parts) or None, texts[:index] + texts[index + 1 : first] + texts[stop:]
    return None, texts
