"""The party that a claim names as the one whose view it tells."""

import re
from dataclasses import dataclass

from rag.checking.party_words import (
    BODIES,
    CABINET,
    HOLDS,
    NO_NAME,
    OTHER,
    OWNS,
    PARTIES,
    SPEAKS,
    TELLS,
)
from rag.checking.source_words import IN_VIEW, SOURCE
from rag.letters import Voice
from rag.letters.outsiders import states
from rag.letters.parties import CHAMBER, VIEWS, WORKS
from rag.letters.speakers import NO_SUBJECT

_PARTY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{voice.name}>{pattern})' for voice, pattern in PARTIES)})(?![\w-])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"^(?!(?!(?:Zij|Ze|Hij|Men)\b){NO_SUBJECT}|{NO_NAME}\b)(?:(?:de|het|the|De|Het|The) )?"
    r"(?P<who>(?!The\b|De\b|Het\b)[A-Z][\w’.-]*"
    r"(?: (?:(?:van|voor|of|for|de|der|the|and|en|on|inzake) )*[A-Z][\w’.-]*)*)"
    rf"(?: c\.s\.| et al\.)? (?=(?:{TELLS}|overwe(?:egt|gen)|rejects?|opposes?|agrees?|accepts?|objects?"
    r"|would (?!be\b|have\b)"
    r"|(?:does|do|did) not (?:want|think|believe|see|agree|regard|consider|find|support|share))\b)"
)
"""Whoever begins a sentence with a capital and a verb of saying is its holder, known or not."""
_ONE = re.compile(r"(?:She|He|They|Zij|Ze|Hij)")
_STATE = re.compile(r"Nederland|Netherlands|Rijk|Rijksoverheid|Dutch State")
"""The country that wants or thinks something is its cabinet."""
_ANYBODY = re.compile(
    rf"\b(?i:volgens|aldus|according to|(?:is|luidt) (?:de|het|the) (?:{VIEWS}|view|opinion) (?:van|of)) "
    r"(?i:de|het|the) "
    r"(?!(?:[\w-]+ )?(?:[\w-]*wet|law|bill|act|regels?|rules?|planning|begroting|budget|artikel|article|prognoses?"
    r"|forecasts?"
    r"|afspraken|afspraak|agreements?|verdrag|treaty|convention|verordening|regulation|richtlijn|directive|besluit|decree"
    r"|schema|schedule|methode|method|brief|letter|cijfers|figures|statisti\w+|convenant|covenant|regeling|scheme)\b)"
    r"(?P<who>[a-z][\w’-]*(?: (?!(?:is|zijn|was|waren|are|were|has|have|heeft|hebben|moet|moeten|must|should|kan"
    r"|kunnen|can"
    r"|wordt|worden|zal|zullen|will|would|zou|zouden|dat|die|who|which|that|niet|not)\b)[\w’-]+){0,3}?)(?=[,.;]|$"
    r"| (?:is|zijn|was|waren|moet|moeten|kan|kunnen|wordt|worden|zal|zullen|heeft|hebben|zou|zouden|komt|komen"
    r"|gaat|gaan|wil|willen|vroeg(?:en)?|vraagt|vragen|werd(?:en)?|had(?:den)?|gaf|gaven|geeft|geven|krijgt|krijgen"
    r"|kreeg|kregen|blijft|blijven|ligt|liggen|staat|staan|neemt|nemen|duurt|kost|leidt|leiden|ontbreekt|ontbreken"
    r"|stijgt|daalt|groeit|werkt|werken|loopt|lopen|doet|doen|deed|deden|telt|hoeft|hoeven|mag|mogen)\b)"
)
"""A source that is no known party, in small letters: "according to the water companies"."""
_WORK = re.compile(rf" (?:{WORKS}|report|study|studies|survey|research(?!er))", re.IGNORECASE)
_NAMED_SOURCE = re.compile(
    r"(?:\b(?i:volgens|aldus|according to|in the (?:view|opinion) of|is wat|is what) (?i:(?:de|het|the) )?"
    r"|^(?:In|From) (?:the )?(?=[^,]{1,60}[’']s? (?:view|opinion|eyes|judge?ment|assessment|perspective)\b))"
    r"(?P<who>[A-Z][\w’-]*(?:[. ]+(?:(?:van|voor|of|for|de|der|the|and|en|on) )*[A-Z][\w’-]*)*"
    r"(?: (?:committee|council|commission|board|institute))?)"
)
_TAIL = re.compile(
    rf", (?!want\b)(?:zo )?(?:{TELLS} (?:(?:de|het|the) )?(?P<behind>[^,;]{{2,60}}?)(?: (?:weten|aan)"
    r"| (?:na|tijdens|after|following) [^,;]+)?"
    r"|(?!(?:waar\w*|wat|die|dat|nadat|voordat|als|indien|omdat|hoewel|terwijl|toen|zodra|which|whom?|that|after"
    r"|before|if|when|because|although|while)\b)"
    rf"(?:(?:de|het|the) )?(?P<before>[^,;]{{2,60}}?) {TELLS})[.!]?$"
)
"""Whoever ends a sentence with a verb of saying: "..., vreest de bond", "..., the committee believes"."""
_COUNTED = re.compile(r"\b(?:(?:de|the) )?(?:twee|drie|vier|beide|two|three|four|both) $", re.IGNORECASE)
"""How many they are, before a party: "in the eyes of the two authors"."""
_OWN_NAME = re.compile(r"[A-Z].*")
"""What of such a party is its name: "Aircargo Nederland" of "brancheorganisatie Aircargo Nederland"."""
_REPORTER = re.compile(
    rf"(?!(?:{NO_SUBJECT}|{NO_NAME})\b)(?P<who>(?:The )?[A-Z]?[\w’'-]+(?: [\w’'-]+){{0,3}}?) {TELLS} (?:that|dat)\b"
)
_OBLIQUE = re.compile(
    r"\b(?:van|met|aan|voor|bij|in|op|over|uit|namens|jegens|naar|onder|tegen|tussen|via|dan|en|of|with|for|to"
    r"|from|on|at|against"
    r"|between|than|and|unlike|about|towards|toward|under|within|including|dat|die|that|which|whether|if|as|zoals"
    r"|als|nadat|voordat|zodra|wanneer|toen|totdat|tenzij|omdat|after|before|when|once|until|unless|because"
    r"|informs?|tells?|sends?|not|niet) (?:\d+ |alle |all |veel |many |sommige |some |de meeste |most )?$"
    r"|^(?:wat|what) $",
    re.IGNORECASE,
)
_CONCEDED = re.compile(r"^(?:where|while|whereas|although|though|waar|terwijl|hoewel|ofschoon) [^,]*$", re.IGNORECASE)
"""Before a party in a clause that only sets the scene: "Where the council plays down pay, the minister objects"."""
_ABROAD = re.compile(r"\b[A-Z]\w+[’']s $")
"""Whose minister it is: "Belgium's minister"."""
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’&-]+ $")
"""What makes the country the end of a name: "Industrie Nederland"."""
_ARTICLE = re.compile(r"(?:de|het|the) ", re.IGNORECASE)
_NEAR = 20
"""Characters behind a first word within which a party is the subject and that word no name: "Daarom wil het X"."""
_BYSTANDER = re.compile(
    rf"(?!.*(?:stichting|federatie)$)(?:{CHAMBER}|(?:(?:the|your) )?(?:house(?: of representatives)?|senate|parliament"
    r"|lidstaten|member states"
    rf"|gemeenten|municipalities|provincies|provinces)|{BODIES})",
    re.IGNORECASE,
)
_PHRASE = 80
"""Characters behind a party that is no chamber or group within which they stand."""
_SHARED = re.compile(
    rf"\b(?:net (?:als|zoals)|evenals|zowel als|(?:just |much )?(?<!would )like|as well as|together with|samen met)"
    rf" (?:{CABINET})(?![\w-])",
    re.IGNORECASE,
)
_CLOSE = 40
"""Characters behind a chamber or group within which its verb of saying stands."""
_BEFORE = 10
"""The same in front of it, whole words: "vroeg de Kamer", "signaleerde de bond"."""
_AGENT = re.compile(r"\b(?:door|by) $", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Holder:
    """The party that a claim gives as the one whose view it is."""

    voice: Voice
    """THIRD_PARTY where the name is of nobody known."""
    text: str
    start: int
    is_named: bool
    """Whether it is a name of its own, which the letter must then hold."""
    acts: bool = False
    """Whether it only does something, so that anybody in the letter may tell of it."""


def find_holder(text: str) -> Holder | None:
    """The source that a sentence names, else the party that is its subject, else the agent of its passive."""
    found = [match for match in _PARTY.finditer(text) if _is_party(match, text)]
    if named := _NAMED_SOURCE.search(text):
        known = next((match for match in found if match.end() > named.start("who")), None)
        if known is None or known.start() > named.start("who"):
            if _WORK.match(text, named.end()):
                return Holder(voice=Voice.AUTHORS, text=named["who"], start=named.start("who"), is_named=False)
            who = named["who"].removesuffix("’s")
            return Holder(voice=Voice.THIRD_PARTY, text=who, start=named.start("who"), is_named=True)
    tail = _TAIL.search(text)
    at_end = tail.start() if tail else len(text)
    sources = [match for match in found if _is_source(match, text) or match.start() > at_end]
    if not sources and (anybody := _ANYBODY.search(text)) and not any(at.end() > anybody.start("who") for at in found):
        return Holder(voice=Voice.THIRD_PARTY, text=anybody["who"], start=anybody.start("who"), is_named=False)
    if not sources and tail and (name := _OWN_NAME.search(tail["behind"] or tail["before"])):
        return _called(name.group(), tail.start("behind" if tail["behind"] else "before") + name.start())
    subjects = [match for match in found if not _OBLIQUE.search(text[: match.start()]) and not _is_agent(match, text)]
    subjects.sort(key=lambda match: _CONCEDED.match(text[: match.start()]) is not None)
    agents = [match for match in found if _is_agent(match, text)]
    named = _NAMED.match(text)
    inverted = named is not None and any(match.start() < named.end() + _NEAR for match in subjects)
    is_known = _PARTY.match(text) or (named and _ONE.fullmatch(named["who"]) and subjects)
    if not sources and named and not inverted and not is_known:
        return _called(named["who"], named.start("who"))
    holding = [match for match in [*subjects, *agents] if _thinks(match, text)]
    chosen = next(iter([*sources, *holding, *subjects, *agents]), None)
    if chosen is None:
        return _reporter(text)
    voice = _voice(chosen)
    is_named = voice is Voice.THIRD_PARTY
    return Holder(
        voice=voice,
        text=chosen.group().strip(),
        start=chosen.start(),
        is_named=is_named,
        acts=chosen not in (*sources, *holding),
    )


def _reporter(text: str) -> Holder | None:
    """Whoever begins a sentence and says that something is so, known or not: "Delivery firms maintain that"."""
    match = _REPORTER.match(text)
    return match and Holder(voice=Voice.THIRD_PARTY, text=match["who"], start=match.start("who"), is_named=False)


def _called(name: str, start: int) -> Holder:
    """Whoever has a name of its own; the country is its cabinet."""
    is_state = _STATE.fullmatch(name) is not None
    return Holder(voice=Voice.CABINET if is_state else Voice.THIRD_PARTY, text=name, start=start, is_named=not is_state)


def _is_source(match: re.Match[str], text: str) -> bool:
    """Whether a party is given as the source of what is claimed."""
    before, behind = _COUNTED.sub("", text[: match.start()]), text[match.end() :]
    return SOURCE.search(before) is not None or IN_VIEW.search(f"{before}\n{behind}") is not None


def _is_party(match: re.Match[str], text: str) -> bool:
    """Whether a party is named as one that says or does something, not as the owner of something or another one."""
    if _is_bystander(match, text):
        return False
    before, behind = text[: match.start()], text[match.end() :]
    if match.group() == "Nederland" and _NAME_BEFORE.search(before):
        return False
    is_another = _ABROAD.search(before) or (OTHER.search(before) and not _ARTICLE.match(match.group()))
    return _is_source(match, text) or not (OWNS.match(behind) or is_another)


def _thinks(match: re.Match[str], text: str) -> bool:
    """Whether a party thinks or says something rather than only acts; of the cabinet, acts are views too."""
    before, behind = text[: match.start()], text[match.end() :]
    if match[Voice.CABINET.name]:
        return True
    near = before[before.rfind(" ", 0, max(0, len(before) - _BEFORE)) + 1 :] + "\n" + behind[:_PHRASE]
    return any(words.search(near) for words in (SPEAKS, HOLDS)) or states(near)


def shares_with_cabinet(text: str) -> bool:
    """Whether a claim says that the cabinet holds what another does: "de raad wil, net als het kabinet, een fonds"."""
    return _SHARED.search(text) is not None


def party_spans(text: str) -> list[tuple[int, int]]:
    """Where a claim names parties: what they are is the holder's concern, not the content's."""
    return [match.span() for match in _parties(text)]


def parties(text: str) -> list[tuple[Voice, str]]:
    """Every party that a claim names, in whatever part, in order."""
    return [(_voice(match), match.group()) for match in _parties(text)]


def _parties(text: str) -> list[re.Match[str]]:
    return [match for match in _PARTY.finditer(text) if not _is_bystander(match, text)]


def _voice(match: re.Match[str]) -> Voice:
    return next(voice for voice, _ in PARTIES if match[voice.name])


def _is_bystander(match: re.Match[str], text: str) -> bool:
    """Whether a chamber or group is told or concerned rather than speaking: no verb of saying is near."""
    if not _BYSTANDER.fullmatch(match.group()) or _is_source(match, text):
        return False
    begin = text.rfind(" ", 0, max(0, match.start() - _BEFORE)) + 1
    around = text[begin : match.start()] + "\n" + text[match.end() : match.end() + _CLOSE]
    return not any(words.search(around) for words in (SPEAKS, HOLDS))


def _is_agent(match: re.Match[str], text: str) -> bool:
    return _AGENT.search(text[: match.start()]) is not None
