"""Who holds the view of one sentence, from its words and what is known of its paragraph."""

import re

from rag.letters import facts
from rag.letters.attribution import their_judgement
from rag.letters.bodies import BODY
from rag.letters.context import HEARD, OPTION, OTHERS, Context, Finding
from rag.letters.dissent import tells_of_some
from rag.letters.endorsement import denies_aside, endorsing_words, grants
from rag.letters.holders import Holders
from rag.letters.mentions import Mention
from rag.letters.model import Voice
from rag.letters.options import describes_option
from rag.letters.outsiders import is_outsider, names_anybody, states
from rag.letters.parties import VIEWS
from rag.letters.pronouns import goes_on_proposing, is_it, subject_pronoun, their_view
from rag.letters.speakers import reports
from rag.letters.turns import TURNS

_ASKED = re.compile(r"\b(?:u|uw|uwe)\b[^?]*\?[»”\"’')]*$", re.IGNORECASE)
_DECIDED = re.compile(
    r"^(?:niet |deels |gedeeltelijk |grotendeels |ten dele )?(?:overgenomen|opgevolgd)\b", re.IGNORECASE
)
_GROUND = re.compile(r"\b(?:immers|namelijk)\b", re.IGNORECASE)
THIS_LETTER = re.compile(
    r"\b(?:deze (?:brief|reactie)|hierbij (?:bied|stuur|zend|ontvangt)|ontvangt u (?:\w+ )?hierbij)\b", re.IGNORECASE
)
_PLURAL = ("zij", "ze", "die", "deze")
"""Pronouns that can mean a group or a body named before."""
_SHE = re.compile(r"\b(?:regering|minister|staatssecretaris|bewinds\w+)\b", re.IGNORECASE)
"""What "zij" can mean of the cabinet; "het kabinet" is "het"."""
_OWNER = re.compile(rf"\b{VIEWS} van ((?:de|het) [\w-]+)")
_THAT_VIEW = re.compile(rf"\b(?:dat|dit|die|deze) (?:\w+ )?{VIEWS}\b", re.IGNORECASE)
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
_WILL = re.compile(r"\b(?:zal|zullen) $")
_TOLD_OF = re.compile(
    r" (?:(?:van de Raad van State )?(?:is|zijn|zal|zullen|wordt|worden) (?:[\w-]+ ){0,5}(?:gevraagd|verzocht)"
    r"|(?:heeft|hebben) (?:overigens |echter )?(?:niet|geen|nooit|nergens) (?:[\w-]+ ){0,12}?"
    r"(?:geadviseerd|voorgesteld|gevraagd|bepleit|aanbevolen|beweerd|gesteld|gezegd|verzocht))\b"
)
"""Behind a party that the cabinet has asked for something, or that has not said what it is said to have said."""
_FAULTS = re.compile(r"\b(?:buiten beschouwing|over het hoofd|eraan voorbij|ten onrechte|miskent|miskennen)\b")
"""What the cabinet, as long as it speaks, reproaches another with."""
_NEUTER = re.compile(r": '(?:.* )?het\b|^endorsement.*\n.*\bhet kabinet\b", re.IGNORECASE)
"""In the reason of the sentence before and its text: a party that "het" can mean."""
_DESCRIBES = "describes the document"


def find_voice(text: str, context: Context, holders: Holders) -> Finding:
    """Who holds the view of a sentence: the first that applies, in the order that `rag/letters/voice.py` gives."""
    found = (
        _formal(text, context)
        or _of_them(text, context, holders)
        or _named(text, context, holders)
        or _meant(text, context, holders)
        or _of_option(text, context)
        or _neutral(text, context)
        or _carried(text, context)
        or _default(text, context)
    )
    if context.previous is None and HEARD.search(text) and found.voice is not Voice.AUTHORS:
        return Finding(voice=Voice.THIRD_PARTY, reason="what those consulted brought forward")
    return found


def _formal(text: str, context: Context) -> Finding | None:
    """What the form of a sentence shows, whoever is named in it."""
    if context.section is Voice.PARLIAMENT:
        return Finding(voice=Voice.PARLIAMENT, reason="question that the letter answers")
    if _ASKED.search(text):
        return Finding(voice=Voice.PARLIAMENT, reason="question to the one who signs")
    if _DECIDED.search(text):
        return Finding(voice=Voice.CABINET, reason="decision on a recommendation")
    if _DECIDED.search(context.following):
        return Finding(voice=Voice.AUTHORS, reason="recommendation that the next sentence decides on")
    if facts.orders_text(text):
        return Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if facts.records_step(text):
        return Finding(voice=Voice.NEUTRAL, reason="records a step that was taken")
    if facts.law_acts(text):
        return Finding(voice=Voice.NEUTRAL, reason="sets out what the law or treaty says")
    return None


def _of_them(text: str, context: Context, holders: Holders) -> Finding | None:
    """Whose view a sentence reports by pointing back: "volgens hen", or the ground for what was said."""
    words = match.group() if (match := their_judgement(text)) else None
    if words and not _is_of_subject(text, words, holders):
        if _means_cabinet(words, context):
            return Finding(voice=Voice.CABINET, reason=f"attribution: {words!r}")
        outside = context.section if context.section in OTHERS else Voice.THIRD_PARTY
        return Finding(voice=context.other or outside, reason=f"attribution: {words!r}")
    previous = context.previous
    if previous is None or previous.voice is Voice.NEUTRAL or not _GROUND.search(text) or reports(text):
        return None
    subject = holders.subject(text)
    if holders.source(text) or (subject and subject.voice is Voice.CABINET):
        return None
    return Finding(voice=previous.voice, reason="gives the ground for the sentence before")


def _is_of_subject(text: str, words: str, holders: Holders) -> bool:
    """Whether "volgens hem" means the subject in front of it, as the cabinet in "het kabinet weigert, nu naar zijn"."""
    subject, place = holders.subject(text), text.index(words)
    if subject is None or subject.start >= place:
        return False
    return subject.voice is not Voice.CABINET or _ITS_OWN.search(f"{text[:place]}\n{words}") is not None


def _means_cabinet(words: str, context: Context) -> bool:
    """Whether "naar zijn oordeel" is the cabinet's: the sentence before is, and names nobody else."""
    last = context.previous
    if last is None or last.voice is not Voice.CABINET or names_anybody(last.text):
        return False
    return _ITS_OWN.search(f"{last.text}\n{words}") is not None


def _named(text: str, context: Context, holders: Holders) -> Finding | None:
    """Whom the sentence itself names: as its source first, then as its subject."""
    if source := holders.source(text):
        is_others = context.told == TURNS and _is_other_adviser(source)
        return Finding(voice=Voice.THIRD_PARTY if is_others else source.voice, reason=f"attribution: {source.text!r}")
    subject = holders.subject(text)
    if subject is None:
        return _by_aside(text, context, holders)
    if _is_described(text, subject, context):
        return None
    if subject.voice is Voice.CABINET:
        return _own(text, subject, context, holders)
    if grants(text):
        return Finding(
            voice=holders.writer, reason=f"endorsement: grants what {subject.text!r} says", endorses=subject.voice
        )
    if subject.voice is Voice.AUTHORS and (facts.is_about_text(text) or facts.is_method(text)):
        return Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if reason := _told_by_cabinet(text, subject, context):
        return Finding(voice=Voice.CABINET, reason=reason)
    return Finding(voice=subject.voice, reason=f"subject: {subject.text!r}")


def _is_described(text: str, subject: Mention, context: Context) -> bool:
    """Whether the one whose turn it is only tells of a party: an adviser of the cabinet, either of other bodies."""
    if context.told not in (TURNS, BODY):
        return False
    if subject.voice is Voice.CABINET:
        return context.section is Voice.AUTHORS and not states(text)
    return context.told == TURNS and _is_other_adviser(subject)


def _is_other_adviser(mention: Mention) -> bool:
    """Whether a party is an adviser, or research, other than the one who takes turns with the cabinet."""
    return mention.voice is Voice.AUTHORS and "afdeling" not in mention.text.lower()


def _told_by_cabinet(text: str, subject: Mention, context: Context) -> str | None:
    """Why a sentence about a party is the cabinet's, in its own text; None where it is the party's."""
    if context.section is Voice.CABINET and _is_announced(text, subject):
        return f"announces what {subject.text!r} will do or get"
    return f"speaks of {subject.text!r}" if _is_told_of(text, subject, context) else None


def _is_announced(text: str, subject: Mention) -> bool:
    planned = _PLANNED.match(text, subject.start + len(subject.text))
    if subject.voice is Voice.AUTHORS:
        return planned is not None or _WILL.search(text[: subject.start]) is not None
    return planned is not None and not planned["will"] and subject.voice is not Voice.PARLIAMENT


def _is_told_of(text: str, subject: Mention, context: Context) -> bool:
    """Whether the cabinet speaks of a party in its own text: it has asked it, finds fault with it, or
    corrects what it is said to have said."""
    if context.section is not Voice.CABINET or subject.voice is Voice.PARLIAMENT:
        return False
    told = _TOLD_OF.match(text, subject.start + len(subject.text))
    follows = context.previous is not None and context.previous.voice is Voice.CABINET
    return told is not None or (follows and _FAULTS.search(text) is not None and not states(text))


def _by_aside(text: str, context: Context, holders: Holders) -> Finding | None:
    """What a parenthesis shows: in the cabinet's own text, "zoals de auteurs signaleren" agrees with them."""
    aside = holders.aside(text)
    if aside is None:
        return None
    reason = f"attribution: {aside.text!r}"
    if context.section is not Voice.CABINET or aside.voice is Voice.CABINET:
        return Finding(voice=aside.voice, reason=reason)
    endorses = None if denies_aside(text) else aside.voice
    return Finding(voice=Voice.CABINET, reason=reason, endorses=endorses)


def _own(text: str, subject: Mention, context: Context, holders: Holders) -> Finding:
    """A sentence of the cabinet, with whom it agrees in it."""
    if beside := holders.beside(text):
        return Finding(voice=Voice.CABINET, reason=f"endorsement: with {beside.text!r}", endorses=beside.voice)
    words = endorsing_words(text) if holders.reports_others else None
    if words:
        return Finding(
            voice=Voice.CABINET, reason=f"endorsement: {words!r}", endorses=_whose(text, words, context, holders)
        )
    return Finding(voice=Voice.CABINET, reason=f"subject: {subject.text!r}")


def _whose(text: str, words: str, context: Context, holders: Holders) -> Voice:
    """Whose view the cabinet makes its own: the one's that it names, else "that view" of the sentence before."""
    behind = text[text.index(words) :]
    named = next((one.voice for one in holders.mentions(behind) if one.voice in OTHERS), None)
    owner = _OWNER.search(behind)
    if named or (owner and is_outsider(owner[1])):
        return named or Voice.THIRD_PARTY
    last = context.previous
    points_back = _THAT_VIEW.search(text) is not None and last is not None and last.voice in OTHERS
    return last.voice if points_back and last else Voice.AUTHORS


def _meant(text: str, context: Context, holders: Holders) -> Finding | None:
    """Whom a pronoun in subject place means: the last other than the cabinet, else the last holder."""
    pronoun, previous = subject_pronoun(text), context.previous
    named = () if previous and tells_of_some(previous.text) else context.before
    others = [mention.voice for mention in named if mention.voice is not Voice.CABINET]
    if theirs := their_view(text):
        voice = others[-1] if others else context.other or (Voice.AUTHORS if holders.reports_others else None)
        return Finding(voice=voice, reason=f"pronoun: {theirs!r}") if voice else None
    if previous and is_it(text) and _NEUTER.search(f"{previous.reason}\n{previous.text}"):
        it = Mention(start=0, text="het", voice=previous.voice)
        return (
            _own(text, it, context, holders)
            if it.voice is Voice.CABINET
            else Finding(voice=it.voice, reason="pronoun: 'het'")
        )
    if previous and previous.voice in OTHERS and goes_on_proposing(text, previous.text):
        return Finding(voice=previous.voice, reason="goes on with what the sentence before proposes")
    if pronoun is None or previous is None:
        return None
    is_described = previous.reason == _DESCRIBES
    meant = others[-1] if others else context.other if is_described else None
    if is_described and not (meant and reports(text)):
        return Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    is_acting = previous.voice is Voice.CABINET and pronoun[0].isupper() and not states(text)
    voice = meant if meant and pronoun.lower() in _PLURAL and not is_acting else previous.voice
    if voice is Voice.CABINET and pronoun.lower() in _PLURAL and not _SHE.search(previous.text):
        return Finding(voice=Voice.THIRD_PARTY, reason=f"pronoun: {pronoun!r}") if reports(text) else None
    if voice is Voice.AUTHORS and facts.is_method(text):
        return Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    return Finding(voice=voice, reason=f"pronoun: {pronoun!r}")


def _of_option(text: str, context: Context) -> Finding | None:
    """The description of an option that advisers set out is theirs, until the cabinet speaks."""
    if not context.tells_options or not describes_option(text, is_first=context.previous is None):
        return None
    return Finding(voice=Voice.AUTHORS, reason=OPTION)


def _neutral(text: str, context: Context) -> Finding | None:
    if facts.states_law(text):
        return Finding(voice=Voice.NEUTRAL, reason="sets out what the law or treaty says")
    if facts.is_about_text(text):
        return Finding(voice=Voice.NEUTRAL, reason=_DESCRIBES)
    if context.section is Voice.CABINET and facts.in_force_since(text):
        return Finding(voice=Voice.NEUTRAL, reason="states since when something is so")
    if context.previous and context.previous.voice is Voice.NEUTRAL and facts.goes_on_with_law(text):
        return Finding(voice=Voice.NEUTRAL, reason="goes on with what the law or treaty says")
    return None


def _carried(text: str, context: Context) -> Finding | None:
    if context.opened is None or THIS_LETTER.search(text) or (context.section is Voice.CABINET and grants(text)):
        return None
    told = context.previous.text if context.previous else ""
    if context.section is Voice.CABINET and (facts.is_measure(text) or facts.is_decided(text, told)):
        return None
    return Finding(voice=context.opened, reason="goes on with the holder that opens the paragraph")


def _default(text: str, context: Context) -> Finding:
    section, heading, previous = context.section, context.heading, context.previous
    if context.told and not (section is Voice.CABINET and facts.records(text)):
        return Finding(voice=section, reason=context.told)
    if section is Voice.AUTHORS and previous and previous.voice is Voice.CABINET and not facts.records(text):
        return Finding(voice=Voice.CABINET, reason="goes on with what the cabinet says")
    if section is Voice.CABINET and facts.records(text):
        return Finding(voice=Voice.NEUTRAL, reason="records what happened")
    if section is Voice.NEUTRAL:
        return Finding(voice=section, reason=f"sets out the background: {heading!r}")
    if section is Voice.THIRD_PARTY and not THIS_LETTER.search(text):
        return Finding(voice=context.other or section, reason=f"section: {heading!r}")
    if section is Voice.THIRD_PARTY or not heading:
        return Finding(voice=Voice.CABINET, reason="the letter speaks for who signs it")
    return Finding(voice=section, reason=f"section: {heading!r}")
