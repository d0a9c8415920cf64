"""Who holds the view, sentence by sentence.

In this order a sentence belongs to: whom it names as the source ("volgens de auteurs"), its subject
("het kabinet constateert", "de motie verzoekt"), whom its pronoun means, the instrument whose text
it sets out, the holder that its paragraph began with, the section it stands in. The first that
applies decides and is given as the reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.letters.holders import Holders, Mention
from rag.letters.layout import is_question_label
from rag.letters.model import Sentence, Voice
from rag.letters.sentences import split_sentences
from rag.letters.structure import Prose

_REPORT_SECTION = re.compile(
    r"\b(?:uitkomst\w*|bevinding\w*|conclusies?|aanbeveling\w*|resultaten|samenvatting|analyse|(?:het"
    r"|dit) (?:advies|rapport|onderzoek))\b",
    re.IGNORECASE,
)
_OWN_SECTION = re.compile(
    r"reactie|standpunt|appreciatie|kabinet|opvolging|vervolg|inzet|aanleiding|achtergrond|maatregelen|beleid|tot slot",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"^(?:[\d.]+ )?(?:aanleiding|achtergrond|voorgeschiedenis|inleiding|context)\b", re.IGNORECASE)
_QUESTION = re.compile(r"^(?:vra(?:ag|gen)\b(?! en antwoord)|(?P<answer>antwoord(?:en)?)\b)", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:u|uw|uwe)\b[^?]*\?[»”\"’')]*$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d+)(?:\.\d+)+\b|^(\d+)\b")
_ENDORSES = re.compile(
    r"\bonderschrij\w+|\bde(?:el|elt|len)\b(?! met de (?:kamer|voorzitter)\b)(?=.*\b(?:analyse|visie|conclusie\w*"
    r"|opvatting|uitgangspunt"
    r"|mening|zorg\w*|oordeel|met de)\b)|\bvinden in\b|\bmet instemming\b|\beens met\b|\bomarm\w*|\bsluit\w* (?:mij"
    r"|zich|aan)\b"
    r"|\bne?em\w* .*\bover\b|\bovergenomen\b|\bvolg\w* de\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:niet|geen|noch|onvoldoende|evenmin)\b", re.IGNORECASE)
_LAW = (
    r"(?:[\w-]*verdrag|verordening|[\w-]*richtlijn|[\w-]*wet|protocol|handvest|grondwet|besluit|regeling|artikel \d+)"
)
_LAW_STATES = re.compile(
    rf"^(?:In (?:het|de) {_LAW}\b.{{0,60}}? (?:is|zijn|staat|wordt|worden) (?:voorzien|bepaald|opgenomen|vastgelegd"
    rf"|geregeld|neergelegd)"
    rf"|Op grond van (?:het|de) {_LAW}\b|(?:Het|De) {_LAW}(?: zelf)? (?:voorziet|bepaalt|regelt|verplicht|schrijft"
    rf"|kent|biedt|vereist)"
    r"|(?:Hier)?[Vv]oor .{2,60} (?:bestaat|geldt|is er) (?:nog |thans |nu )?(?:een|geen) wettelijke \w+"
    r"|Een(?:zelfde)? (?:\w+ )?bepaling is opgenomen|Artikel \d+\w* )",
    re.IGNORECASE,
)
_LAW_GOES_ON = re.compile(r"^(?:Het is vervolgens aan|Daarvoor is|Daartoe is|Eenzelfde|Hetzelfde geldt)", re.IGNORECASE)
_ABOUT_THE_TEXT = re.compile(
    r"^(?:(?:Tabel|Figuur) \d+ |Dit overzicht |(?:De|Het) (?:verkenning|rapport|advies"
    r"|onderzoek) (?:richt zich|gaat over|is (?:als )?bijgevoegd)|Aanleiding (?:is|was) )|\b(?:aangeboden"
    r"|bijgevoegd|had tot taak)\b",
    re.IGNORECASE,
)
_ORDER_OF_TEXT = re.compile(
    r"^(?:De(?:ze)? brief is als volgt|Eerst komt|In deze brief kom(?:t|en)|Hieronder wordt|Hierna volgt"
    r"|Daarna volgt)\b",
    re.IGNORECASE,
)
_STEP_TAKEN = re.compile(
    r"\bheeft (?:de |het )?(?:minister|staatssecretaris|regering|kabinet)\b.* toegezegd\b"
    r"|\b(?:mijn (?:ambts)?voorganger|de (?:minister|staatssecretaris))\b.*? (?:heeft|hebben) .*\b(?:gevraagd"
    r"|verzocht|opgedragen|ingesteld|toegezegd)\b"
    r"|\bontving(?:en)? (?:ik|wij|het kabinet)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bafgelopen (?:jaar|jaren|maanden?|periode)\b")
_PAST = re.compile(
    r"\b(?:bedroeg|daalde|steeg|kwam(?:en)?|was|waren|werd(?:en)?|had(?:den)?|(?:is|zijn|heeft|hebben) .*\b(?:ge|be"
    r"|ver|ont|her|uit|aan|op)\w+(?:d|t|en))\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:moet(?:en)?|wil(?:len)?|zal|zullen|zou(?:den)?|dien(?:t|en)|kan|kunnen|mag|mogen|belangrijk\w*|belang"
    r"|helaas|terecht|onterecht|goed|goede"
    r"|noodzakelijk\w*|zorgelijk\w*|daarom|dus|graag|onze|ons|mijn|mij|ik|kabinet)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"^(?:niet |deels |gedeeltelijk |grotendeels |ten dele )?(?:overgenomen|opgevolgd)\b", re.IGNORECASE
)
_HEARD = re.compile(
    r"\b(?:\w*consultatie|zienswijzen|inspraak\w*|petitie)\b.*\b(?:binnen|ontvangen|ingediend|gereageerd|reacties)\b",
    re.IGNORECASE,
)
_DESCRIBES = "describes the document"
_THIS_LETTER = re.compile(r"\bdeze (?:brief|reactie)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class _Finding:
    """A holder and the evidence."""

    voice: Voice
    reason: str
    endorses: Voice | None = None


def label(prose: Sequence[Prose]) -> tuple[tuple[Sentence, ...], ...]:
    """The labelled sentences of each paragraph of a letter, in order."""
    holders = Holders(paragraph.text for paragraph in prose)
    sections = _answered(prose, _section_voices([paragraph.heading for paragraph in prose]))
    labelled = [
        _label_paragraph(paragraph, section, holders) for paragraph, section in zip(prose, sections, strict=True)
    ]
    for index in range(1, len(prose) - 1):
        if _is_enclosed(labelled[index - 1 : index + 2], prose[index - 1 : index + 2], holders):
            labelled[index] = tuple(
                replace(sentence, voice=Voice.AUTHORS, reason="stands amid a report of what they say")
                for sentence in labelled[index]
            )
    return tuple(labelled)


def _section_voices(headings: Sequence[str | None]) -> list[Voice]:
    """The default holder per paragraph; a numbered sub-heading takes after the heading above it."""
    voices: list[Voice] = []
    chapters: dict[str, Voice] = {}
    for heading in headings:
        text = heading or ""
        voice = _section_voice(text)
        if number := _NUMBERED.match(text):
            if number.group(2):
                chapters[number.group(2)] = voice
            elif chapters.get(number.group(1)) is Voice.AUTHORS:
                voice = Voice.AUTHORS
        voices.append(voice)
    return voices


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


def _section_voice(heading: str) -> Voice:
    if asked := _QUESTION.match(heading):
        return Voice.CABINET if asked.group("answer") else Voice.PARLIAMENT
    if _REPORT_SECTION.search(heading) and not _OWN_SECTION.search(heading):
        return Voice.AUTHORS
    return Voice.NEUTRAL if _BACKGROUND.search(heading) else Voice.CABINET


def _is_enclosed(labelled: Sequence[Sequence[Sentence]], prose: Sequence[Prose], holders: Holders) -> bool:
    """Whether the middle of three paragraphs names nobody and stands between two of the advisers'.

    So where a letter sums up a report, and the paragraph of bare findings is theirs too.
    """
    above, _, below = labelled
    if not below or below[0].voice is not Voice.AUTHORS or len({paragraph.heading for paragraph in prose}) > 1:
        return False
    if not all(sentence.voice in (Voice.AUTHORS, Voice.NEUTRAL) for sentence in above):
        return False
    unnamed = not holders.mentions(prose[1].text) and not _THIS_LETTER.search(prose[1].text)
    told = any(mention.voice is Voice.AUTHORS for mention in holders.mentions(prose[0].text))
    return unnamed and told


def _label_paragraph(prose: Prose, section: Voice, holders: Holders) -> tuple[Sentence, ...]:
    spans = split_sentences(prose.text)
    texts = [prose.text[start:end] for start, end in spans]
    if (asked := _QUESTION.match(prose.text)) and is_question_label(re.split(r"(?<=\d)\W|\s{2}", texts[0])[0]):
        section = Voice.CABINET if asked.group("answer") else Voice.PARLIAMENT
    sentences: list[Sentence] = []
    opened: Voice | None = None
    before: list[Mention] = []
    for index, ((start, end), text) in enumerate(zip(spans, texts, strict=True)):
        previous = sentences[-1] if sentences else None
        following = texts[index + 1] if index + 1 < len(texts) else ""
        found = (
            _formal(text, following, section)
            or _named(text, holders, section)
            or _meant(text, holders, before, previous)
            or _neutral(text, previous)
            or _carried(opened, text)
            or _recorded(text, section)
            or _default(prose, section)
        )
        if not sentences and _HEARD.search(text) and found.voice is not Voice.AUTHORS:
            found = _Finding(voice=Voice.THIRD_PARTY, reason="what those consulted brought forward")
        if not sentences and found.voice in (Voice.AUTHORS, Voice.THIRD_PARTY):
            opened = found.voice if found.voice is Voice.AUTHORS or _HEARD.search(text) else None
        elif found.voice is Voice.CABINET:
            opened = None
        before = holders.mentions(text)
        sentences.append(
            Sentence(start=start, end=end, text=text, voice=found.voice, reason=found.reason, endorses=found.endorses)
        )
    return tuple(sentences)


def _formal(text: str, following: str, section: Voice) -> _Finding | None:
    """What the form of a sentence shows, whoever is named in it."""
    if section is Voice.PARLIAMENT:
        return _Finding(voice=Voice.PARLIAMENT, reason="question that the letter answers")
    if _ASKED.search(text):
        return _Finding(voice=Voice.PARLIAMENT, reason="question to the one who signs")
    if _DECIDED.search(text):
        return _Finding(voice=Voice.CABINET, reason="decision on a recommendation")
    if _DECIDED.search(following):
        return _Finding(voice=Voice.AUTHORS, reason="recommendation that the next sentence decides on")
    if _ORDER_OF_TEXT.search(text):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if _STEP_TAKEN.search(text):
        return _Finding(voice=Voice.NEUTRAL, reason="records a step that was taken")
    return None


def _named(text: str, holders: Holders, section: Voice) -> _Finding | None:
    """Whom the sentence itself names: as its source first, then as its subject."""
    if source := holders.source(text):
        return _Finding(voice=source.voice, reason=f"attribution: {source.text!r}")
    aside = holders.aside(text)
    subject = holders.subject(text)
    if subject is None and aside is None:
        return None
    if subject is None:
        assert aside is not None
        endorses = aside.voice if section is Voice.CABINET and aside.voice is not Voice.CABINET else None
        voice = section if endorses else aside.voice
        return _Finding(voice=voice, reason=f"attribution: {aside.text!r}", endorses=endorses)
    if (
        subject.voice is Voice.AUTHORS
        and section is Voice.CABINET
        and re.match(r" (?:zal|zullen)\b", text[subject.start + len(subject.text) :])
    ):
        return _Finding(voice=Voice.CABINET, reason=f"announces what {subject.text!r} will do")
    if subject.voice is Voice.AUTHORS and _ABOUT_THE_TEXT.search(text):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if subject.voice is not Voice.CABINET:
        return _Finding(voice=subject.voice, reason=f"subject: {subject.text!r}")
    verb = _ENDORSES.search(text)
    if verb and holders.reports_others and not _DENIED.search(text[max(0, verb.start() - 30) : verb.end() + 10]):
        return _Finding(voice=Voice.CABINET, reason=f"endorsement: {verb.group()[:40]!r}", endorses=Voice.AUTHORS)
    return _Finding(voice=Voice.CABINET, reason=f"subject: {subject.text!r}")


def _meant(text: str, holders: Holders, before: Sequence[Mention], previous: Sentence | None) -> _Finding | None:
    """Whom a pronoun in subject place means: the last other than the cabinet, else the last holder."""
    pronoun = holders.pronoun(text)
    if pronoun is None or previous is None:
        return None
    if previous.reason == _DESCRIBES:
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    others = [mention for mention in before if mention.voice is not Voice.CABINET]
    voice = others[-1].voice if others and pronoun.lower() in ("zij", "ze") else previous.voice
    return _Finding(voice=voice, reason=f"pronoun: {pronoun!r}")


def _neutral(text: str, previous: Sentence | None) -> _Finding | None:
    if _LAW_STATES.search(text):
        return _Finding(voice=Voice.NEUTRAL, reason="sets out what the law or treaty says")
    if _ABOUT_THE_TEXT.search(text):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if previous and previous.voice is Voice.NEUTRAL and _LAW_GOES_ON.search(text):
        return _Finding(voice=Voice.NEUTRAL, reason="goes on with what the law or treaty says")
    return None


def _carried(opened: Voice | None, text: str) -> _Finding | None:
    if opened is None or (opened is Voice.THIRD_PARTY and _THIS_LETTER.search(text)):
        return None
    return _Finding(voice=opened, reason="goes on with the holder that opens the paragraph")


def _recorded(text: str, section: Voice) -> _Finding | None:
    """A dated fact in the past, without a word of judgement, is nobody's view."""
    if section is not Voice.CABINET or _OPINION.search(text) or not _DATED.search(text) or not _PAST.search(text):
        return None
    return _Finding(voice=Voice.NEUTRAL, reason="records what happened")


def _default(prose: Prose, section: Voice) -> _Finding:
    if section is Voice.NEUTRAL:
        return _Finding(voice=section, reason=f"sets out the background: {prose.heading!r}")
    place = f"section: {prose.heading!r}" if prose.heading else "the letter speaks for who signs it"
    return _Finding(voice=section, reason=place)
