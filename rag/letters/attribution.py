"""Words that give a source other than by a known party's name."""

import re

from rag.letters.speakers import REPORTED

_OWN_JUDGEMENT = re.compile(
    r"\bnaar (?:mijn|ons|onze) (?:\w+ )?(?:oordeel|mening|opvatting|inzicht|idee|inschatting|overtuiging)\b"
    r"|\b(?:mijns|ons) inziens\b"
    r"|\bin (?:mijn|onze) (?:ogen|visie|optiek)\b|\bwat (?:mij|ons) betreft\b|\bvolgens (?:mij|ons)\b"
    r"|^(?:dat|dit) (?:vind|acht|noem) ik\b|^(?:dat|dit) (?:vinden|achten|noemen) wij\b",
    re.IGNORECASE,
)
_THEIR_JUDGEMENT = re.compile(
    r"\bvolgens (?:hen|hem|haar)\b|\bnaar (?:hun|zijn|haar) (?:oordeel|mening|opvatting|inzicht|inschatting|zeggen)\b"
    r"|\bin (?:hun|haar|zijn) (?:ogen|visie|optiek|beleving|lezing)\b|\bwat (?:hen|hem|haar) betreft\b"
    r"|\bvan (?:die|hun|haar|diezelfde) (?:zijde|kant)\b",
    re.IGNORECASE,
)
_FINDINGS = (
    r"(?:[\w-]*(?:onderzoek|rapport|evaluatie|enquête|analyse|advies)|peiling|stud(?:ie|ies)|meting(?:en)?|verkenning"
    r"|monitor|doorrekening|steekproef|berekening(?:en)?)"
)
_FOUND = re.compile(
    rf"^(?:Uit (?!mijn|onze).{{0,60}}\b{_FINDINGS}\b.{{0,80}}?\b(?:blijkt|bleek|bleken|volgt|volgde|komt|kwam)\b"
    rf"|(?:\w+ )?[Bb](?:lijkt|leek) uit (?!mijn|onze).{{0,40}}\b{_FINDINGS}\b"
    rf"|.*, zo (?:blijkt|bleek) uit (?!mijn|onze).{{0,40}}\b{_FINDINGS}\b"
    rf"|.*\bvolgens (?:het|de|dit|deze|een) (?:[\w-]+ )?{_FINDINGS}\b"
    rf"|In (?:het|de|dit|deze|een) (?:[\w-]+ )?{_FINDINGS}\b(?!.*\b(?:ik|wij|kabinet)\b).{{0,80}}? "
    rf"(?:staat (?:\w+ )?dat|(?:wordt|worden|is|zijn) (?:[\w-]+ ){{0,8}}?(?:{REPORTED}|aanbevolen|gesignaleerd)\b)"
    rf"|(?:(?:De|Het|Een|Dit|Deze) )?(?:\w+ )?(?i:{_FINDINGS})\b.{{0,80}}? "
    r"(?:laat zien|laten zien|toont aan|tonen aan|wijst uit|wijzen uit)\b)"
)
_NOT_HOLDERS = (
    r"(?:(?:de |het )?(?:\w+ )?(?:[\w-]*wet|regels?|planning|begroting|artikel|prognoses?|afspraken|afspraak"
    r"|verdrag|verordening|richtlijn|besluit|schema|methode)|hen|hem|haar|mij|ons)\b"
)
_HEARD = r"(?:[\w-]*consultaties?|reacties|gesprekken|zienswijzen|inspraak\w*|signalen)"
_UNKNOWN_SOURCE = re.compile(
    rf"^Volgens (?!{_NOT_HOLDERS})(?:de |het |een |deze |dit )?[\w’-]+"
    r"|^Naar (?:de )?(?:schatting|mening|opvatting|inschatting|het oordeel) van (?:de |het )?[\w’-]+"
    rf"|\bvolgens (?!{_NOT_HOLDERS})(?:de |het )?[A-Z][\w’-]+"
    rf"|^Uit (?!mijn|onze)[^,;]{{0,60}}?\b{_HEARD}\b.{{0,80}}?\b"
    r"(?:blijkt|volgt|(?:kom(?:t|en)|kwam(?:en)?)\b.*\bnaar voren)\b"
)
_OF_PROPOSAL = r"(?:het|dit) (?:voorliggende )?(?:commissie)?voorstel(?: van de (?:europese )?commissie)?"
_PROPOSES = (
    r"(?:verplicht|bepaalt|regelt|beoogt|voorziet|bevat|geeft aan|schrijft|verbiedt|introduceert|wijzigt|vereist|stelt"
    r"|legt|staat toe|breidt|beperkt|schaft)"
)
_PROPOSED = re.compile(
    rf"\bvolgens {_OF_PROPOSAL}\b|^(?:\w+ )?in {_OF_PROPOSAL} (?:is|zijn|staat|wordt|worden)\b"
    rf"|^{_OF_PROPOSAL} {_PROPOSES}\b|^\w+ {_PROPOSES} {_OF_PROPOSAL}\b"
    rf"|^met {_OF_PROPOSAL} \w+ de (?:europese )?commissie\b",
    re.IGNORECASE,
)
_COMMISSION_PROPOSES = re.compile(
    r"\bvoorstel(?:len)? van de (?:Europese )?Commissie\b|\bCommissievoorstel"
    r"|\bstelt de (?:Europese )?Commissie\b.* voor\b"
)


def commission_proposes(text: str) -> bool:
    """Whether what a letter calls "the proposal" is the European Commission's and no bill of the cabinet's."""
    return _COMMISSION_PROPOSES.search(text) is not None and re.search(r"\bwetsvoorstel", text) is None


def proposal(text: str) -> re.Match[str] | None:
    """Words by which a sentence tells what "the proposal" says."""
    return _PROPOSED.search(text)


def own_judgement(text: str) -> re.Match[str] | None:
    """Words by which whoever signs gives a view as its own, whatever the subject: "naar ons oordeel"."""
    return _OWN_JUDGEMENT.search(text)


def their_judgement(text: str) -> re.Match[str] | None:
    """Words that point back to a party of the sentences before: "volgens hen"."""
    return _THEIR_JUDGEMENT.search(text)


def research_found(text: str) -> re.Match[str] | None:
    """A beginning that gives research as the source: "uit de peiling blijkt", "de evaluatie laat zien"."""
    return _FOUND.match(text)


def unknown_source(text: str) -> re.Match[str] | None:
    """Someone who is no known party as the source: "volgens omwonenden", "uit de reacties blijkt"; a law is nobody."""
    return _UNKNOWN_SOURCE.search(text)
