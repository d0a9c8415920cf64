"""A claim read: its language, whom it names as holder, and its clauses."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from rag.checking.clauses import clause_spans
from rag.checking.quotes import MARKED
from rag.letters import Voice
from rag.letters.parties import (
    CHAMBER,
    COMMITTEES,
    MEMBERS,
    ORGANISATIONS,
    PEOPLE,
    STATE_COUNCIL,
    VIEWS,
    WORKS,
    WRITERS,
)
from rag.letters.speakers import NO_SUBJECT, REPORTS, SEES, THINKS
from rag.retrieval.language import detect_language
from rag.store.words import folded_words

_PORTFOLIO = r"(?:the )?(?-i:[A-Z][\w-]+(?:,? (?:(?:en|and) )?[A-Z][\w-]+)*)"
"""What a minister is for; only capitals tell where it ends: "Justitie en Veiligheid", "Foreign Trade"."""
_CABINET = (
    r"(?:het |ons |dit )?(?:nederlandse )?kabinet|(?:het|the) minist(?:erie|ry)|de (?:nederlandse )?regering"
    r"|(?:de )?(?:minister"
    r"|staatssecretaris|bewinds\w+)\b"
    rf"(?: (?:van|voor) {_PORTFOLIO})?|ik|wij|(?:the |this )?(?:dutch )?(?:cabinet|government)"
    rf"|the (?:ministers?|state secretar(?:y|ies)|secretary of state)(?: (?:of|for) {_PORTFOLIO})?"
)
_AUTHORS = (
    rf"(?:de |the )?(?:{WRITERS}|authors?|researchers?|advis[eo]rs|experts)"
    rf"|(?:de|het|the|dit|this) (?:[\w-]+ )?(?:{WORKS}|report|study|advice|evaluation|exploratory study|exploration"
    r"|survey)"
    rf"|(?:de|het|the) (?:{COMMITTEES}|(?:advies|evaluatie|advisory )?(?:commissie|raad|instituut|committee|council"
    r"|institute)(?! of state| van state| van de eu| of the eu))"
)
_PARLIAMENT = (
    rf"{CHAMBER}|{MEMBERS}|(?:the |your )?(?:house(?: of representatives)?|senate|parliament)"
    r"|the (?:members?|mp|[\w-]*fracties?|[\w ]{0,20}?group|movers)|(?:the )?mps"
    r"|(?:de|the) motie(?:-[\w-]+(?: \w+)?)?|the (?:(?-i:[A-Z][\w-]+ ){0,3})motion"
)
_THIRD = (
    rf"(?:de |the )?(?:{STATE_COUNCIL}|council of state|europese commissie|european commission"
    r"|commission"
    r"|unhcr|europees hof|european court|lidstaten|member states|gemeenten|municipalities|provincies|provinces"
    r"|critici|critics"
    r"|senders|inzenders|insprekers|respondents|rechter|courts?|hof)"
    r"|(?:het|the) (?:regeer|coalitie|hoofdlijnen)akkoord|the coalition agreement"
    r"|(?:de |het |een |the |an? )?(?:vereniging|stichting|koepel|bond|federatie|\w*verbond|association"
    r"|foundation|federation)"
)
_BETWEEN = (
    r"(?:(?!(?:van|voor|met|bij|aan|in|op|door|en|of|die|dat|de|het|een|for|with|by|to|and|that|the|an?"
    r"|commissie|raad|instituut|minister|staatssecretaris|bewinds\w+|kabinet|regering"
    rf"|{COMMITTEES}|{WRITERS}|{WORKS}|{THINKS})\b)[\w’'-]+ ){{0,2}}?"
)
_BODIES = (
    rf"(?:de |het |the |an? ){_BETWEEN}(?:{ORGANISATIONS}|{PEOPLE}|organisation|profession|industry|inspectorate"
    r"|agency|authority|board|director|governor|chair|counsel|union|employers|doctors|residents|parents|students|farmers"
    r"|fishermen|schools|islands)"
)
"""Such a party counts where a verb of saying is near, like a chamber or the municipalities."""
_PARTIES = (
    (Voice.PARLIAMENT, _PARLIAMENT),
    (Voice.THIRD_PARTY, rf"{_THIRD}|{_BODIES}"),
    (Voice.CABINET, _CABINET),
    (Voice.AUTHORS, _AUTHORS),
)
_PARTY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{voice.name}>{pattern})' for voice, pattern in _PARTIES)})(?![\w-])",
    re.IGNORECASE,
)
_REPORTS = (
    rf"(?:{REPORTS}|{SEES}"
    r"|denk(?:t|en)|dacht(?:en)?|hoop(?:t|te|ten)|hopen|erken(?:t|nen|de|den)|onderschr(?:ijft|ijven|eef|even)|deelt"
    r"|deelde|steun(?:t|en|de|den)"
    r"|(?:has|have) (?:indicated|said|stated|warned|concluded|argued|reported)|indicate[sd]?(?= that\b)"
    r"|says?|states?|argues?|thinks?|believes?|holds?|finds?|found|recommends?|recommended|advises?|advised"
    r"|warns?|warned|expects?"
    r"|wants?|concludes?|concluded|emphasi[sz]es?|stress(?:es)?|notes?|considers?|calls?|asks?|asked|fears?"
    r"|observes?|sees?"
    r"|proposes?|proposed|regards?|hopes?|recognises?|endorses?|supports?|shares?|maintains?|claims?|wishes|feels?)"
)
"""With verbs that in a letter tell of agreement, or of other things: a claim is short."""
_NAMED = re.compile(
    rf"^(?!(?!(?:Zij|Ze|Hij|Men)\b){NO_SUBJECT})(?:(?:de|het|the|De|Het|The) )?"
    r"(?P<who>(?!The\b|De\b|Het\b)[A-Z][\w’.-]*"
    r"(?: (?:(?:van|voor|of|for|de|der|the|and|en|on|inzake) )*[A-Z][\w’.-]*)*)"
    rf" (?={_REPORTS}\b)"
)
"""Whoever begins a sentence with a capital and a verb of saying is its holder, known or not."""
_STATE = re.compile(r"Nederland|Netherlands|Rijk|Rijksoverheid|Dutch State")
"""The country that wants or thinks something is its cabinet."""
SAYING = frozenset(
    """
    zeggen stellen menen vinden achten constateren concluderen benadrukken schrijven betogen oordelen noemen zien aldus
    say state argue think believe hold find note conclude emphasise emphasize stress write consider observe see call
    maintain
    want wish view opinion according accord report also because due although however
    """.split()
)
"""Lemmas of words that only tell that somebody says or wants what follows, or join it to the rest."""
_VIEWS = rf"{VIEWS}|wish|plea|advice|conclusion|proposal|recommendation|reproach|criticism|fear|expectation|estimate"
_SOURCE = re.compile(
    r"(?:\b(?:volgens|aldus|blijkens|according to|says|in the (?:view|opinion|eyes|analysis) of|in the judgment of"
    r"|naar (?:het |de )?(?:oordeel|mening|opvatting|inzicht) van|in de (?:ogen|visie|analyse) van"
    r"|(?:het|the) (?:standpunt|position|view|opinion) (?:van|of)"
    rf"|(?:luidt|luidde|is|was) (?:het|the|de) (?:{_VIEWS}) (?:van|of)) )$",
    re.IGNORECASE,
)
_NAMED_SOURCE = re.compile(
    r"\b(?i:volgens|aldus|according to|in the (?:view|opinion) of) (?i:(?:de|het|the) )?"
    r"(?P<who>[A-Z][\w’.-]*(?: (?:(?:van|voor|of|for|de|der|the|and|en|on) )*[A-Z][\w’.-]*)*)"
)
_TAIL = re.compile(
    rf", (?:zo )?(?:{_REPORTS} (?:(?:de|het|the) )?(?P<behind>[^,;]{{2,60}}?)(?: (?:weten|aan))?"
    r"|(?!(?:waar\w*|wat|die|dat|nadat|voordat|als|indien|omdat|hoewel|terwijl|toen|zodra|which|whom?|that|after"
    r"|before|if|when|because|although|while)\b)"
    rf"(?:(?:de|het|the) )?(?P<before>[^,;]{{2,60}}?) {_REPORTS})[.!]?$"
)
"""Whoever ends a sentence with a verb of saying: "..., vreest de bond", "..., the committee believes"."""
_OBLIQUE = re.compile(
    r"\b(?:van|met|aan|voor|bij|in|op|over|uit|namens|jegens|naar|onder|tegen|tussen|via|dan|en|of|with|for|to"
    r"|from|on|at|against"
    r"|between|than|and|about|towards|toward|under|within|including|dat|die|that|which|whether|if|as|zoals"
    r"|informs?|tells?|sends?) $",
    re.IGNORECASE,
)
_NEAR = 20
"""Characters behind a first word within which a party is the subject and that word no name: "Daarom wil het X"."""
_BYSTANDER = re.compile(
    rf"(?!.*(?:stichting|federatie)$)(?:{CHAMBER}|(?:(?:the|your) )?(?:house(?: of representatives)?|senate|parliament"
    r"|lidstaten|member states"
    rf"|gemeenten|municipalities|provincies|provinces)|{_BODIES})",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"\b(?:{_REPORTS}|aangegeven|laten weten|gemeld|gewaarschuwd|verzocht|gevraagd|aangenomen|nam|stemde|requested"
    r"|requests?|adopted|voted|passed"
    r"|urge[sd]?)\b",
    re.IGNORECASE,
)
_CLOSE = 40
"""Characters behind a chamber or group within which its verb of saying stands."""
_BEFORE = 10
"""The same in front of it, whole words: "vroeg de Kamer", "signaleerde de bond"."""
_ANSWER = re.compile(r"^\s*(?:ja|nee|neen|yes|no)\s*[,:;.]\s*", re.IGNORECASE)
_AGENT = re.compile(r"\b(?:door|by) $", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]\s*|,?\s+(?:maar|but|terwijl|while|whereas|waarbij|omdat|because|zodat|so that|waardoor|hoewel"
    r"|although|en|and|evenals"
    r"|as well as)\s+|,\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Holder:
    """The party that a claim gives as the one whose view it is."""

    voice: Voice
    """THIRD_PARTY where the name is of nobody known."""
    text: str
    start: int
    is_named: bool
    """Whether it is a name of its own, which the letter must then hold."""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A claim, read."""

    text: str
    language: str
    holder: Holder | None
    """None where the claim names none: then it is judged as what the letter says."""
    clauses: tuple[tuple[int, int], ...]
    """Spans of its clauses, in order; together they cover all but what joins them."""


def read_statement(text: str, language: str) -> Statement:
    """Read one sentence; `language` is "nl" or "en". A "No, …" before it answers a question, and states nothing."""
    text = _ANSWER.sub("", text)
    return Statement(text=text, language=language, holder=find_holder(text), clauses=tuple(clause_spans(text, _CLAUSE)))


def find_holder(text: str) -> Holder | None:
    """The source that a sentence names, else the party that is its subject, else the agent of its passive."""
    found = [match for match in _PARTY.finditer(text) if not _is_bystander(match, text)]
    if named := _NAMED_SOURCE.search(text):
        known = next((match for match in found if match.end() > named.start("who")), None)
        if known is None or known.start() > named.start("who"):
            return Holder(voice=Voice.THIRD_PARTY, text=named["who"], start=named.start("who"), is_named=True)
    tail = _TAIL.search(text)
    at_end = tail.start() if tail else len(text)
    sources = [match for match in found if _SOURCE.search(text[: match.start()]) or match.start() > at_end]
    if not sources and tail and (who := tail["behind"] or tail["before"])[0].isupper():
        start = tail.start("behind" if tail["behind"] else "before")
        return Holder(voice=Voice.THIRD_PARTY, text=who, start=start, is_named=True)
    subjects = [match for match in found if not _OBLIQUE.search(text[: match.start()]) and not _is_agent(match, text)]
    agents = [match for match in found if _is_agent(match, text)]
    named = _NAMED.match(text)
    inverted = named is not None and any(match.start() < named.end() + _NEAR for match in subjects)
    if not sources and named and not inverted and not _PARTY.match(text):
        if _STATE.fullmatch(named["who"]):
            return Holder(voice=Voice.CABINET, text=named["who"], start=named.start("who"), is_named=False)
        return Holder(voice=Voice.THIRD_PARTY, text=named["who"], start=named.start("who"), is_named=True)
    chosen = next(iter([*sources, *subjects, *agents]), None)
    if chosen is None:
        return None
    voice = next(voice for voice, _ in _PARTIES if chosen[voice.name])
    is_named = voice is Voice.THIRD_PARTY
    return Holder(voice=voice, text=chosen.group().strip(), start=chosen.start(), is_named=is_named)


def party_spans(text: str) -> list[tuple[int, int]]:
    """Where a claim names parties: what they are is the holder's concern, not the content's."""
    return [match.span() for match in _PARTY.finditer(text) if not _is_bystander(match, text)]


def _is_bystander(match: re.Match[str], text: str) -> bool:
    """Whether a chamber or group is told or concerned rather than speaking: no verb of saying is near."""
    if not _BYSTANDER.fullmatch(match.group()) or _SOURCE.search(text[: match.start()]):
        return False
    begin = text.rfind(" ", 0, max(0, match.start() - _BEFORE)) + 1
    around = text[begin : match.start()] + "\n" + text[match.end() : match.end() + _CLOSE]
    return _SPEAKS.search(around) is None


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where a claim quotes the letter between « »: what stands there is for the gate of quotes."""
    return [match.span() for match in re.finditer(MARKED, text)]


def quoted_words(text: str) -> set[str]:
    """The different words that a claim quotes between « », folded."""
    return {word for start, end in quoted_spans(text) for word in folded_words(text[start:end])}


def language_of(claim: str, vocabularies: Mapping[str, Container[str]]) -> str:
    """What a claim is in, apart from the Dutch that it may quote; Dutch where it is in another language."""
    return detect_language(own_words(claim), vocabularies) or "nl"


def own_words(text: str) -> str:
    """A claim without what it quotes, by which its language is told."""
    return re.sub(MARKED, " ", text)


def _is_agent(match: re.Match[str], text: str) -> bool:
    return _AGENT.search(text[: match.start()]) is not None
