"""Who holds the view, sentence by sentence.

In this order a sentence belongs to: whom it names as the source ("volgens de auteurs"), its subject
("het kabinet constateert", "de motie verzoekt"), whom its pronoun means, the instrument whose text
it sets out, the holder that its paragraph began with, the section it stands in. The first that
applies decides and is given as the reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.letters import facts
from rag.letters.endorsement import denies_aside, endorsing_words
from rag.letters.holders import Holders, Mention
from rag.letters.model import Sentence, Voice
from rag.letters.options import describes_option, sets_out_options
from rag.letters.outsiders import names_anybody, states
from rag.letters.sections import labelled_voice, section_voices, weighs_advice
from rag.letters.sentences import split_sentences
from rag.letters.speakers import reports
from rag.letters.structure import Prose

_ASKED = re.compile(r"\b(?:u|uw|uwe)\b[^?]*\?[»”\"’')]*$", re.IGNORECASE)
_DECIDED = re.compile(
    r"^(?:niet |deels |gedeeltelijk |grotendeels |ten dele )?(?:overgenomen|opgevolgd)\b", re.IGNORECASE
)
_HEARD = re.compile(
    r"\b(?:(?<!in )\w*consultatie|zienswijzen|inspraak\w*|petitie)\b"
    r".*\b(?:binnen|ontvangen|ingediend|gereageerd|reacties)\b",
    re.IGNORECASE,
)
_GROUND = re.compile(r"\b(?:immers|namelijk)\b", re.IGNORECASE)
_THIS_LETTER = re.compile(r"\b(?:deze (?:brief|reactie)|hierbij (?:bied|stuur|zend|ontvangt))\b", re.IGNORECASE)
_PLURAL = ("zij", "ze", "die", "deze")
"""Pronouns that can mean a group or a body named before."""
_SHE = re.compile(r"\b(?:regering|minister|staatssecretaris|bewinds\w+)\b", re.IGNORECASE)
"""What "zij" can mean of the cabinet; "het kabinet" is "het"."""
_ITS_OWN = re.compile(
    r"\b(?:kabinet|minister|staatssecretaris)\b.*\n.*\bzijn\b"
    r"|\b(?:regering|minister|staatssecretaris)\b.*\n.*\bhaar\b",
    re.IGNORECASE,
)
"""The cabinet in one text and the pronoun that means it in another."""
_PLANNED = re.compile(
    r"(?: (?:van|voor|de|het|en|bestuur|[A-Z][\w-]*)){0,6} (?:(?P<will>zal|zullen)|krijgt|krijgen|ontvangt|wordt)\b"
)
"""Behind a party where the cabinet tells what it will do or get; what a third party will do, that one says itself."""
_ASKED_FOR = re.compile(
    r" (?:van de Raad van State )?(?:is|zijn|zal|zullen|wordt|worden) (?:[\w-]+ ){0,5}(?:gevraagd|verzocht)\b"
)
"""Behind a party that the cabinet has asked for something."""
_FAULTS = re.compile(r"\b(?:buiten beschouwing|over het hoofd|eraan voorbij|ten onrechte|miskent|miskennen)\b")
"""What the cabinet, as long as it speaks, reproaches another with."""
_PROPOSAL = re.compile(r"^(?:(?:Onder|In|Met) )?(?:[Hh]et|[Dd]at|[Dd]it) voorstel\b(?!.*\b(?:kabinet|ik|wij)\b)")
_NEUTER = re.compile(r": '(?:.* )?het\b|^endorsement.*\n.*\bhet kabinet\b", re.IGNORECASE)
"""In the reason of the sentence before and its text: a party that "het" can mean."""
_MOST_CHARS = 1500
"""A longer sentence, as a table that lost its lines, is judged by its beginning."""
_DESCRIBES = "describes the document"
_OPTION = "describes an option that they set out"
_OTHERS = (Voice.AUTHORS, Voice.PARLIAMENT, Voice.THIRD_PARTY)


@dataclass(frozen=True, kw_only=True)
class _Finding:
    """A holder and the evidence."""

    voice: Voice
    reason: str
    endorses: Voice | None = None


@dataclass(kw_only=True)
class _Context:
    """What is known in a paragraph when one of its sentences is judged."""

    section: Voice
    heading: str | None
    following: str = ""
    previous: Sentence | None = None
    before: Sequence[Mention] = ()
    """The parties that the sentence before names."""
    opened: Voice | None = None
    """The holder that the paragraph began with, as long as nobody else has spoken."""
    other: Voice | None = None
    """The last holder other than the cabinet, whom "volgens hen" means."""
    tells_options: bool = False
    """Whether advisers have set out options that the letter may go on to describe."""

    def move_on(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """Take note of a judged sentence."""
        if self.previous is None and sentence.voice in (Voice.AUTHORS, Voice.THIRD_PARTY):
            carries = sentence.voice is Voice.AUTHORS or _HEARD.search(sentence.text)
            self.opened = sentence.voice if carries else None
        elif sentence.reason == _OPTION:
            self.opened = Voice.AUTHORS
        elif sentence.voice is Voice.CABINET:
            self.opened = None
            self.tells_options = False
            self.section = Voice.CABINET if weighs_advice(self.heading) else self.section
        named = [mention.voice for mention in mentions if mention.voice is not Voice.CABINET]
        if sentence.voice in _OTHERS:
            self.other = sentence.voice
        elif named:
            self.other = named[-1]
        self.previous, self.before = sentence, mentions


def label(prose: Sequence[Prose]) -> tuple[tuple[Sentence, ...], ...]:
    """The labelled sentences of each paragraph of a letter, in order."""
    holders = Holders(paragraph.text for paragraph in prose)
    sections = section_voices(prose, tells_of_others=_tells_of_others(prose, holders))
    labelled: list[tuple[Sentence, ...]] = []
    decided: str | None = None
    told: set[str | None] = set()
    """Headings under which advisers have set out options."""
    for paragraph, section in zip(prose, sections, strict=True):
        is_decided = decided is not None and paragraph.heading == decided
        if any(one.voice is Voice.AUTHORS for one in holders.mentions(paragraph.text)) and sets_out_options(
            paragraph.text
        ):
            told.add(paragraph.heading)
        context = _Context(
            section=Voice.CABINET if is_decided else section,
            heading=paragraph.heading,
            tells_options=paragraph.heading in told,
        )
        labelled.append(_label_paragraph(paragraph, context, holders))
        if weighs_advice(paragraph.heading) and any(one.voice is Voice.CABINET for one in labelled[-1]):
            decided = paragraph.heading
    for index in range(1, len(prose) - 1):
        if _is_enclosed(labelled[index - 1 : index + 2], prose[index - 1 : index + 2], holders):
            labelled[index] = tuple(
                sentence
                if sentence.voice is Voice.THIRD_PARTY
                else replace(sentence, voice=Voice.AUTHORS, reason="stands amid a report of what they say")
                for sentence in labelled[index]
            )
    return tuple(labelled)


def _tells_of_others(prose: Sequence[Prose], holders: Holders) -> bool:
    """Whether a letter names advisers, or speaks of a report whoever made it."""
    texts = (text for paragraph in prose for text in (paragraph.text, paragraph.heading or ""))
    return holders.reports_others or any(
        mention.voice is Voice.AUTHORS for text in texts for mention in holders.mentions(text)
    )


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


def _label_paragraph(prose: Prose, context: _Context, holders: Holders) -> tuple[Sentence, ...]:
    spans = split_sentences(prose.text)
    texts = [prose.text[start : min(end, start + _MOST_CHARS)] for start, end in spans]
    context.section = labelled_voice(prose.text, re.split(r"(?<=\d)\W|\s{2}", texts[0])[0]) or context.section
    sentences: list[Sentence] = []
    for index, ((start, end), text) in enumerate(zip(spans, texts, strict=True)):
        context.following = texts[index + 1] if index + 1 < len(texts) else ""
        found = _find(text, context, holders)
        if not sentences and _HEARD.search(text) and found.voice is not Voice.AUTHORS:
            found = _Finding(voice=Voice.THIRD_PARTY, reason="what those consulted brought forward")
        sentence = Sentence(
            start=start,
            end=end,
            text=prose.text[start:end],
            voice=found.voice,
            reason=found.reason,
            endorses=found.endorses,
        )
        context.move_on(sentence, holders.mentions(text))
        sentences.append(sentence)
    return tuple(sentences)


def _find(text: str, context: _Context, holders: Holders) -> _Finding:
    return (
        _formal(text, context)
        or _of_them(text, context, holders)
        or _named(text, context, holders)
        or _meant(text, context, holders)
        or _of_option(text, context)
        or _neutral(text, context)
        or _carried(text, context)
        or _default(text, context)
    )


def _formal(text: str, context: _Context) -> _Finding | None:
    """What the form of a sentence shows, whoever is named in it."""
    if context.section is Voice.PARLIAMENT:
        return _Finding(voice=Voice.PARLIAMENT, reason="question that the letter answers")
    if _ASKED.search(text):
        return _Finding(voice=Voice.PARLIAMENT, reason="question to the one who signs")
    if _DECIDED.search(text):
        return _Finding(voice=Voice.CABINET, reason="decision on a recommendation")
    if _DECIDED.search(context.following):
        return _Finding(voice=Voice.AUTHORS, reason="recommendation that the next sentence decides on")
    if facts.orders_text(text):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if facts.records_step(text):
        return _Finding(voice=Voice.NEUTRAL, reason="records a step that was taken")
    if facts.law_acts(text):
        return _Finding(voice=Voice.NEUTRAL, reason="sets out what the law or treaty says")
    return None


def _of_them(text: str, context: _Context, holders: Holders) -> _Finding | None:
    """Whose view a sentence reports by pointing back: "volgens hen", or the ground for what was said."""
    if (words := holders.means_them(text)) and not _is_of_subject(text, words, holders):
        if _means_cabinet(words, context):
            return _Finding(voice=Voice.CABINET, reason=f"attribution: {words!r}")
        outside = context.section if context.section in _OTHERS else Voice.THIRD_PARTY
        return _Finding(voice=context.other or outside, reason=f"attribution: {words!r}")
    previous = context.previous
    if previous is None or previous.voice is Voice.NEUTRAL or not _GROUND.search(text) or reports(text):
        return None
    subject = holders.subject(text)
    if holders.source(text) or (subject and subject.voice is Voice.CABINET):
        return None
    return _Finding(voice=previous.voice, reason="gives the ground for the sentence before")


def _is_of_subject(text: str, words: str, holders: Holders) -> bool:
    """Whether "volgens hem" means the subject in front of it, as the cabinet in "het kabinet weigert, nu naar zijn"."""
    subject, place = holders.subject(text), text.index(words)
    if subject is None or subject.start >= place:
        return False
    return subject.voice is not Voice.CABINET or _ITS_OWN.search(f"{text[:place]}\n{words}") is not None


def _means_cabinet(words: str, context: _Context) -> bool:
    """Whether "naar zijn oordeel" is the cabinet's: the sentence before is, and names nobody else."""
    last = context.previous
    if last is None or last.voice is not Voice.CABINET or names_anybody(last.text):
        return False
    return _ITS_OWN.search(f"{last.text}\n{words}") is not None


def _named(text: str, context: _Context, holders: Holders) -> _Finding | None:
    """Whom the sentence itself names: as its source first, then as its subject."""
    if source := holders.source(text):
        return _Finding(voice=source.voice, reason=f"attribution: {source.text!r}")
    subject = holders.subject(text)
    if subject is None:
        return _by_aside(text, context, holders)
    if subject.voice is Voice.CABINET:
        return _own(text, subject, holders)
    if subject.voice is Voice.AUTHORS and (facts.is_about_text(text) or facts.is_method(text)):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    planned = _PLANNED.match(text, subject.start + len(subject.text)) if context.section is Voice.CABINET else None
    if planned and (subject.voice is Voice.AUTHORS or not planned["will"]) and subject.voice is not Voice.PARLIAMENT:
        return _Finding(voice=Voice.CABINET, reason=f"announces what {subject.text!r} will do or get")
    if _is_told_of(text, subject, context):
        return _Finding(voice=Voice.CABINET, reason=f"speaks of {subject.text!r}")
    return _Finding(voice=subject.voice, reason=f"subject: {subject.text!r}")


def _is_told_of(text: str, subject: Mention, context: _Context) -> bool:
    """Whether the cabinet speaks of a party in its own text: it has asked it, or goes on to find fault with it."""
    if context.section is not Voice.CABINET or subject.voice is Voice.PARLIAMENT:
        return False
    asked = _ASKED_FOR.match(text, subject.start + len(subject.text))
    follows = context.previous is not None and context.previous.voice is Voice.CABINET
    return asked is not None or (follows and _FAULTS.search(text) is not None and not states(text))


def _by_aside(text: str, context: _Context, holders: Holders) -> _Finding | None:
    """What a parenthesis shows: in the cabinet's own text, "zoals de auteurs signaleren" agrees with them."""
    aside = holders.aside(text)
    if aside is None:
        return None
    reason = f"attribution: {aside.text!r}"
    if context.section is not Voice.CABINET or aside.voice is Voice.CABINET:
        return _Finding(voice=aside.voice, reason=reason)
    endorses = None if denies_aside(text) else aside.voice
    return _Finding(voice=Voice.CABINET, reason=reason, endorses=endorses)


def _own(text: str, subject: Mention, holders: Holders) -> _Finding:
    """A sentence of the cabinet, with whom it agrees in it."""
    if beside := holders.beside(text):
        return _Finding(voice=Voice.CABINET, reason=f"endorsement: with {beside.text!r}", endorses=beside.voice)
    words = endorsing_words(text) if holders.reports_others else None
    if words:
        return _Finding(voice=Voice.CABINET, reason=f"endorsement: {words!r}", endorses=Voice.AUTHORS)
    return _Finding(voice=Voice.CABINET, reason=f"subject: {subject.text!r}")


def _meant(text: str, context: _Context, holders: Holders) -> _Finding | None:
    """Whom a pronoun in subject place means: the last other than the cabinet, else the last holder."""
    pronoun, previous = holders.pronoun(text), context.previous
    others = [mention.voice for mention in context.before if mention.voice is not Voice.CABINET]
    if theirs := holders.theirs(text):
        voice = others[-1] if others else context.other or (Voice.AUTHORS if holders.reports_others else None)
        return _Finding(voice=voice, reason=f"pronoun: {theirs!r}") if voice else None
    if previous and holders.it(text) and _NEUTER.search(f"{previous.reason}\n{previous.text}"):
        it = Mention(start=0, text="het", voice=previous.voice)
        return (
            _own(text, it, holders) if it.voice is Voice.CABINET else _Finding(voice=it.voice, reason="pronoun: 'het'")
        )
    if (
        previous
        and previous.voice in _OTHERS
        and _PROPOSAL.match(text)
        and re.search("voorste|voorgest", previous.text)
    ):
        return _Finding(voice=previous.voice, reason="goes on with the proposal of the sentence before")
    if pronoun is None or previous is None:
        return None
    is_described = previous.reason == _DESCRIBES
    meant = others[-1] if others else context.other if is_described else None
    if is_described and not (meant and reports(text)):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    is_acting = previous.voice is Voice.CABINET and pronoun[0].isupper() and not states(text)
    voice = meant if meant and pronoun.lower() in _PLURAL and not is_acting else previous.voice
    if voice is Voice.CABINET and pronoun.lower() in _PLURAL and not _SHE.search(previous.text):
        return _Finding(voice=Voice.THIRD_PARTY, reason=f"pronoun: {pronoun!r}") if reports(text) else None
    if voice is Voice.AUTHORS and facts.is_method(text):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    return _Finding(voice=voice, reason=f"pronoun: {pronoun!r}")


def _of_option(text: str, context: _Context) -> _Finding | None:
    """The description of an option that advisers set out is theirs, until the cabinet speaks."""
    if not context.tells_options or not describes_option(text, is_first=context.previous is None):
        return None
    return _Finding(voice=Voice.AUTHORS, reason=_OPTION)


def _neutral(text: str, context: _Context) -> _Finding | None:
    if facts.states_law(text):
        return _Finding(voice=Voice.NEUTRAL, reason="sets out what the law or treaty says")
    if facts.is_about_text(text):
        return _Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if context.section is Voice.CABINET and facts.in_force_since(text):
        return _Finding(voice=Voice.NEUTRAL, reason="states since when something is so")
    if context.previous and context.previous.voice is Voice.NEUTRAL and facts.goes_on_with_law(text):
        return _Finding(voice=Voice.NEUTRAL, reason="goes on with what the law or treaty says")
    return None


def _carried(text: str, context: _Context) -> _Finding | None:
    if context.opened is None or _THIS_LETTER.search(text):
        return None
    if context.section is Voice.CABINET and facts.is_measure(text):
        return None
    return _Finding(voice=context.opened, reason="goes on with the holder that opens the paragraph")


def _default(text: str, context: _Context) -> _Finding:
    section, heading = context.section, context.heading
    if section is Voice.CABINET and facts.records(text):
        return _Finding(voice=Voice.NEUTRAL, reason="records what happened")
    if section is Voice.NEUTRAL:
        return _Finding(voice=section, reason=f"sets out the background: {heading!r}")
    place = f"section: {heading!r}" if heading else "the letter speaks for who signs it"
    return _Finding(voice=section, reason=place)
