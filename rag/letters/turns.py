"""Papers in which somebody other than the cabinet speaks too, or instead, without a heading that says so.

In an advice that is printed with the answer to it the adviser and the cabinet take turns under each
heading. What neither shows by its words is nobody's.
"""

import re
from collections.abc import Sequence

from rag.letters.endorsement import grants
from rag.letters.model import Voice
from rag.letters.structure import Prose

_OPENING = 4
"""Paragraphs at the head of a paper that say what it is."""
_REPORT = re.compile(r"\bnader rapport\b", re.IGNORECASE)
_ADVICE = re.compile(r"\badvies van de Afdeling advisering\b|\badvies van de Raad van State\b", re.IGNORECASE)
_COUNSELS = re.compile(
    r"\b[Dd]e Afdeling(?: advisering(?: van de Raad van State)?)?(?: \([^)]*\))? (?:adviseert|geeft|acht|merkt|wijst"
    r"|constateert|begrijpt|onderschrijft|mist|maakt|heeft|vraagt|stelt|is van oordeel)\b"
    r"|\b(?:adviseert|merkt|wijst|acht|constateert|maakt|geeft) de Afdeling\b"
    r"|\b(?:paragraaf|onderdeel|punt) \d+ van dit advies\b"
)
_FAULTS = re.compile(
    r"\bdien(?:t|en) (?:[\w-]+ ){0,12}te worden (?:aangevuld|aangepast|gemotiveerd|toegelicht|overwogen|verduidelijkt)"
    r"|\b(?:is|zijn) (?:\w+ )?onvoldoende\b|\b(?:onvoldoende|niet (?:\w+ )?(?:overtuigend|dragend)) gemotiveerd\b"
    r"|\brijst de vraag\b|\b(?:nadere|dragende) motivering is\b|\bgaat? de toelichting niet in\b",
    re.IGNORECASE,
)
"""What an adviser finds wanting in a bill and its notes."""
_TEXT = r"\b(?:toelichting|wetsvoorstel|paragraaf|artikel\w*|voorstel)\b"
_REVISED = (
    r"(?:aangevuld|aangepast|verduidelijkt|gewijzigd|geschrapt|toegelicht|uiteengezet|gehandhaafd|ingegaan|opgenomen"
    r"|geconcretiseerd|gebracht|gevolg gegeven|overgenomen)\b"
)
_FEW = r"(?:(?! (?:te|dat|die|waar\w*|of|om)\b)[^;:]){0,120}?"
_ANSWERS = re.compile(
    r"^(?:Naar aanleiding van|Conform|In lijn met|Overeenkomstig|Gelet op) (?:(?:de|deze|dit|het|die) )"
    r"(?:\w+ )?(?:opmerking|advies|suggestie|aanbeveling|kritiek)\w*\b"
    r"|\bnaar aanleiding van (?:het|dit) advies\b|\b(?:is|wordt) gevolg gegeven\b"
    rf"|\b(?:is|zijn)\b{_FEW}{_TEXT}{_FEW} {_REVISED}|{_TEXT}{_FEW} (?:is|zijn)\b{_FEW} {_REVISED}"
    rf"|^(?:Dit|Dat|Daarbij|Vervolgens|Daarnaast) is (?:\w+ )?{_REVISED}"
    r"|^Anders dan de Afdeling\b|\bde regering (?:is|blijft) (?:[\w-]+ ){0,3}(?:van (?:oordeel|mening)|het .*eens\b)"
    r"|\bis de regering (?:[\w-]+ ){0,2}van (?:oordeel|mening)\b|^Van de gelegenheid is gebruik\b|\b[Ii]k\b",
    re.IGNORECASE,
)
"""How the cabinet tells what it does with an advice."""
_MEMO_HEADING = re.compile(
    r"(?:\d+\.? )?(?:geadviseerd|gevraagd|voorgesteld) besluit\b|beslispunt(?:en)?$", re.IGNORECASE
)
_MEMO = re.compile(
    r"^(?:U (?:kunt|wordt (?:gevraagd|verzocht|geadviseerd|voorgesteld))|Wij (?:adviseren|verzoeken|vragen) u|Bent u)\b"
    r".*\b(?:ondertekenen|tekenen|akkoord|instemmen|in te stemmen|paraferen|te zenden|versturen)\b"
)
MEMO = "a note of civil servants to whom they serve"
TURNS = "the adviser and the cabinet take turns"


def is_memo(prose: Sequence[Prose]) -> bool:
    """Whether a paper is a note in which civil servants ask a minister for a decision."""
    return any(_MEMO_HEADING.match(one.heading or "") for one in prose) or any(_MEMO.match(one.text) for one in prose)


def takes_turns(prose: Sequence[Prose]) -> bool:
    """Whether a paper holds both the advice of the Council of State and the answer to it."""
    opening = " ".join(one.text for one in prose[:_OPENING])
    return _REPORT.search(opening) is not None and _ADVICE.search(opening) is not None


class Turns:
    """Whose turn it is in such a paper, sentence by sentence."""

    def __init__(self, prose: Sequence[Prose]) -> None:
        self._advised = {one.heading for one in prose if one.heading and _COUNSELS.search(one.text)}
        """Headings under which the adviser says something: there it begins."""
        self._heading: str | None = None
        self._speaker = Voice.NEUTRAL
        self._has_advised = False

    def begin(self, heading: str | None) -> None:
        """Take note of a new paragraph: under a new heading the adviser begins, behind its advice the cabinet may."""
        if heading is None or self._has_advised:
            self._speaker = Voice.NEUTRAL
        if heading != self._heading:
            self._heading = heading
            self._speaker = Voice.AUTHORS if heading in self._advised else Voice.NEUTRAL
        self._has_advised = False

    def speaker(self, text: str) -> Voice:
        """Who says a sentence, the next of the paragraph."""
        if grants(text) or (_ANSWERS.search(text) and "van dit advies" not in text):
            self._speaker, self._has_advised = Voice.CABINET, False
        elif _COUNSELS.search(text) or _FAULTS.search(text):
            self._speaker = Voice.AUTHORS
            self._has_advised = self._has_advised or re.search(r"\badviseert\b|\bin overweging\b", text) is not None
        return self._speaker
