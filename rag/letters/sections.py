"""Who speaks in a section, as its heading and its place in the letter say."""

import re
from collections.abc import Sequence

from rag.letters.layout import is_question_label, is_question_number
from rag.letters.model import Voice
from rag.letters.structure import Prose

_REPORT_SECTION = re.compile(
    r"\b(?:uitkomst\w*|bevinding\w*|conclusies?|aanbeveling\w*|resultaten|samenvatting|analyse|hoofdlijnen"
    r"|kernpunten|in het kort|(?:het|dit) (?:advies|rapport|onderzoek)"
    r"|wat (?:adviseer|concludeer|constateer|zeg|schrijf|vind)t?)\b",
    re.IGNORECASE,
)
_NAMES_REPORT = re.compile(
    r"advies|rapport|onderzoek|evaluatie|verkenning|studie|peiling|consultatie"
    r"|\bwat (?:adviseer|concludeer|constateer|zeg|schrijf|vind)t?\b",
    re.IGNORECASE,
)
_OWN_SECTION = re.compile(
    r"reactie|standpunt|appreciatie|kabinet|opvolging|vervolg|inzet|aanleiding|achtergrond|maatregelen|beleid|tot slot"
    r"|(?:hoofdlijnen|samenvatting|kern(?:punten)?|resultaten) van (?:het|de|dit|deze) (?:\w+ )?"
    r"[\w-]*(?:voorstel|besluit|regeling|akkoord|plan|aanpak|stelsel|wet)\b",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(r"kabinet|regering|minist|staatssecretaris|bewinds|kamer\b|fractie", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"^(?:[\d.]+ )?(?:(?:aanleiding|achtergrond|voorgeschiedenis|inleiding|context|feiten"
    r"|(?:huidige|bestaande) (?:situatie|praktijk|regels|regeling)|(?:wettelijk|juridisch) kader)\b"
    r"|waar gaat \w+ (?:om|over)\?|wat is er gebeurd\?)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"^(?:vra(?:ag|gen)\b(?! en antwoord)|(?P<answer>antwoord(?:en)?)\b)", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d+)(?:\.\d+)+\b|^(\d+)\b")
_FOUND = re.compile(
    r"\bwat (?:de|het) (?:[\w’-]+ ){1,6}?(?:heeft|hebben|vond|vonden|vindt|vinden|zag|zagen|ziet|zien|stelt"
    r"|stellen|zegt|zeggen|schrijft|schrijven|adviseert|adviseren|concludeert|concluderen|constateert|constateren|bepleit|bepleiten"
    r"|aanbeveelt|aanbevelen|wil|willen)\b"
    r"|\b(?:oordeel|visie|kritiek|opvatting|diagnose|beeld|pleidooi|voorstel(?:len)?|redenering)"
    r" van (?:de|het) (?!leden\b)",
    re.IGNORECASE,
)
"""A heading that gives a body's findings or views: "Wat de Raad vond", "Het oordeel van de commissie"."""
_OF_OTHERS = re.compile(
    r"^(?:[\dA-Za-z]{1,2}[.)]? |[\d.]+ )?(?:"
    r"(?:(?:de|eerste|ontvangen|overige|belangrijkste|andere) )*"
    r"(?:reacties|zienswijzen|inbreng|standpunten|opvattingen|posities|geluiden|wensen|zorgen|kritiek)"
    r" (?:uit|van|bij|vanuit) (?!(?:het |de |ons )?(?:kabinet|regering|minist|staatssecretaris|bewinds))"
    r"|(?:\w+ )*?(?:inschatting (?:van het )?)?krachtenveld\b"
    r"|(?:\w+ )*?essentie (?:van )?(?:het )?(?:\w*voorstel|\w*mededeling)\b"
    r"|inhoud (?:voorstel|mededeling|aanbeveling|verordening|richtlijn)$"
    r"|impact assessment (?:van de )?(?:europese )?commissie\b|voorgestelde implementatietermijn\b"
    r"|geraadpleegde (?:partijen|organisaties)\b"
    r"|(?:inhoud|kern|hoofdlijnen|strekking) van (?:het|de) (?:commissievoorstel|initiatief\w*)\b"
    r"|wat de (?:indieners?|initiatiefnemers?|leden) (?:\w+ )?(?:voorstel|wil|vra[ag]|bepleit|beoog|betoog)\w*$)",
    re.IGNORECASE,
)
"""A heading under which a letter tells what others think or propose, whoever they are."""
_ENTRY = re.compile(
    r"^[a-z]\) (?:titel (?:voorstel|mededeling)|datum ontvangst|nr\. |eur-lex|behandelingstraject|eerstverantwoordelijk"
    r"|rechtsbasis$|besluitvormingsprocedure|rol europees parlement)",
    re.IGNORECASE,
)
"""An entry of the form in which the cabinet sets out a proposal of the European Commission."""
_WEIGHED = re.compile(
    r"^(?:[\d.]+ )?(?:(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|laatste) )?"
    r"(?:aanbeveling\b|(?:conclusie|bevinding|advies|(?:advies|beslis)?punt) \d)",
    re.IGNORECASE,
)


def section_voices(prose: Sequence[Prose], *, tells_of_others: bool) -> list[Voice]:
    """The default holder per paragraph.

    `tells_of_others`: the letter speaks of advisers or a report; else a bare "Conclusie" is the cabinet's own.
    """
    return _answered(prose, _by_heading([paragraph.heading for paragraph in prose], tells_of_others=tells_of_others))


def labelled_voice(text: str, label: str) -> Voice | None:
    """Who speaks in a paragraph that begins with the label of a question or an answer; else None."""
    return question_voice(text) if is_question_label(label) else None


def question_voice(text: str) -> Voice | None:
    """Who speaks under a heading, or behind words, that announce a question or an answer; None for any other."""
    asked = _QUESTION.match(text)
    return asked and (Voice.CABINET if asked["answer"] else Voice.PARLIAMENT)


def weighs_advice(heading: str | None) -> bool:
    """Whether a section is about one recommendation: first what the advisers say, then what the cabinet makes of it."""
    return _WEIGHED.match(heading or "") is not None


def _by_heading(headings: Sequence[str | None], *, tells_of_others: bool) -> list[Voice]:
    """The holder that each heading shows; a numbered sub-heading takes after the heading above it."""
    voices: list[Voice] = []
    chapters: dict[str, Voice] = {}
    for heading in headings:
        text = heading or ""
        voice = _of_heading(text, tells_of_others=tells_of_others)
        if number := _NUMBERED.match(text):
            if number.group(2):
                chapters[number.group(2)] = voice
            elif chapters.get(number.group(1)) is Voice.AUTHORS:
                voice = Voice.AUTHORS
        voices.append(voice)
    return voices


def _of_heading(heading: str, *, tells_of_others: bool) -> Voice:
    if is_question_number(heading):
        return Voice.PARLIAMENT
    if asked := question_voice(heading):
        return asked
    told = tells_of_others or _NAMES_REPORT.search(heading)
    finds = tells_of_others and _FOUND.search(heading) and not _GOVERNMENT.search(heading)
    if _OF_OTHERS.match(heading):
        return Voice.THIRD_PARTY
    if finds or (told and _REPORT_SECTION.search(heading) and not _OWN_SECTION.search(heading)):
        return Voice.AUTHORS
    return Voice.NEUTRAL if _BACKGROUND.search(heading) or _ENTRY.match(heading) else Voice.CABINET


def _answered(prose: Sequence[Prose], sections: Sequence[Voice]) -> list[Voice]:
    """The default holders, where text below a question that asks nothing is its unlabelled answer."""
    voices = list(sections)
    asked = False
    for index, paragraph in enumerate(prose):
        if sections[index] is not Voice.PARLIAMENT or (index and paragraph.heading != prose[index - 1].heading):
            asked = False
        asks = "?" in paragraph.text
        if sections[index] is Voice.PARLIAMENT and asked and not asks:
            voices[index] = Voice.CABINET
        asked = asked or asks
    return voices
