"""The parties in a letter, and where a sentence names one of them."""

import re
from collections.abc import Iterable

from rag.letters.advisers import find_advisers
from rag.letters.attribution import commission_proposes, own_judgement, proposal, research_found, unknown_source
from rag.letters.bodies import is_first_person, is_other_body
from rag.letters.clauses import CABINET, cabinet_acts
from rag.letters.dissent import share
from rag.letters.members import PERSON, adviser_pattern, member_pattern, writers
from rag.letters.mentions import Mention, acts, end_of, ends, in_front, is_agent, is_oblique, mention_of
from rag.letters.model import Voice
from rag.letters.outsiders import find_outsider, is_outsider, says_later, states, view_of
from rag.letters.parties import CHAMBER, COMMITTEES, MEMBERS, STATE_COUNCIL, WORKS, WRITERS
from rag.letters.speakers import find_speaker, is_government

_AUTHORS = (
    rf"de (?:{WRITERS}|{COMMITTEES})|(?:het|dit|de) (?:{WORKS})"
    r"|de algemene rekenkamer|de (?:wrr|acvz|aiv|ser|rob|rvs|rli|nza|ovv)"
    r"|(?:het|de) [\w-]*(?:instituut|planbureau|rekenkamer)"
    r"|het (?:scp|cpb|pbl|rivm|wodc|kim|knmi|cbs|atr)|tno"
    r"|de (?:gezondheidsraad|onderwijsraad|onderzoeksraad(?: voor veiligheid)?|sociaal-economische raad)"
)
_OMBUDSMAN = r"de (?:nationale |kinder)?ombudsman"
_OF_OMBUDSMAN = re.compile(rf"\b(?:\w*rapport|onderzoek|advies)\b.{{0,60}} (?:van|door) {_OMBUDSMAN}\b", re.IGNORECASE)
_LONGER = (
    r"(?!(?:(?<=raad)|(?<=commissie)|(?<=college)|(?<=comité)|(?<= instituut))"
    r" (?:(?:voor|inzake) (?:de |het )?)?(?-i:(?!Nederland|Europa)[A-Z]))"
)
"""Not where the name goes on: "de Adviesraad Zeevisserij" is another body than "de adviesraad"."""
_PARLIAMENT = (
    rf"{MEMBERS}|{CHAMBER}|de commissie voor [^;:]{{3,80}}? van {CHAMBER}|(?:de|deze|die|een) moties?(?:-[A-Z][\w/-]*)?"
)
_THIRD = (
    rf"de {STATE_COUNCIL}|de europese commissie"
    r"|de commissie(?=[ -](?:von der|juncker|barroso|prodi|santer|delors))|de unhcr|unhcr|de vng"
    r"|het ipo|(?:het|de) (?:europees )?hof"
    r"|de rechter|"
    r"(?:het|dit) (?:regeer|coalitie|hoofdlijnen)akkoord|de (?:gemeenten|provincies|lidstaten|sector|inzenders"
    r"|insprekers)|"
    r"(?:de|een) (?:vereniging|stichting|koepel|bond|federatie|belangenvereniging|bewonersvereniging)"
)
_CALLED_COMMISSIE = re.compile(r"(?<!Europese Commissie \()hierna(?: te noemen)?:? [«‘'\"“]?de Commissie\b")
_SOURCE = (
    r"(?:volgens|naar (?:de )?(?:opvatting|mening|het oordeel|oordeel|inschatting|schatting|raming|berekening) van"
    r"|in de (?:analyse|ogen|visie) van|aldus|blijkens)"
)
_IS_SOURCE = re.compile(rf"\b{_SOURCE} $", re.IGNORECASE)
_CONDITION = re.compile(r"(?:Indien|Als|Wanneer|Zodra|Mocht) [^,;:]*$")
_IS_ASIDE = re.compile(r"(?:[–,(] ?(?:zo|zoals|gelijk) |^zoals )(?:\w+ )?$", re.IGNORECASE)
_MOTION_ASKS = re.compile(
    r"(?:In|Met|Bij) ((?:de|deze|die) motie(?:-[\w-]+)?)\b.*"
    r"\b(?:wordt|werd|word|is|ben)(?: (?:de regering|het kabinet|ik|mij))?\b.*\b(?:verzocht|gevraagd|opgeroepen)\b"
)
_WITH_US = re.compile(r" en (?:ik|wij|het kabinet|het Rijk|mijn ministerie)\b")
"""What makes the cabinet subject beside a party: "de VNG en ik hebben afgesproken"."""
_LAST_CLAUSE = re.compile(r"; ((?:De |Het )?[A-Z][^;]+)$")
"""A clause that begins with a name: "dat is onzeker; Sint Maarten heeft laten weten"."""


class Holders:
    """The parties of one letter: those that any letter has, and the advisers that this one names."""

    def __init__(self, texts: Iterable[str], *, own: frozenset[str] | None = None) -> None:
        """`own`: the names of the body that wrote the paper, where the cabinet did not."""
        texts = list(texts)
        self._own = own
        self.writer = Voice.CABINET if own is None else Voice.AUTHORS
        """Whom "wij" means."""
        people = writers(texts)
        advisers = find_advisers(texts) | people | (own or set())
        whole = " ".join(texts)
        self._is_european = "Europese Commissie" in whole and _CALLED_COMMISSIE.search(whole) is None
        """Whether "de Commissie" with a capital is the European one."""
        self._is_proposed = self._is_european and commission_proposes(whole)
        names = (_with_article(name) for name in sorted(advisers, key=len, reverse=True))
        is_adviser = not advisers or _OF_OMBUDSMAN.search(whole)
        addressed, members = adviser_pattern(advisers, people), member_pattern(texts)
        authors = "|".join(filter(None, (addressed, *names, _AUTHORS, _OMBUDSMAN if is_adviser else None)))
        groups = (
            (Voice.AUTHORS, rf"(?:{authors}){_LONGER if advisers else ''}"),
            (Voice.PARLIAMENT, "|".join(filter(None, (_PARLIAMENT, members)))),
            (Voice.THIRD_PARTY, rf"{_THIRD}|{_OMBUDSMAN}|{PERSON}{'|de (?-i:Commissie)' if self._is_european else ''}"),
            (Voice.CABINET, CABINET),
        )
        parties = "|".join(f"(?P<{voice.name}>{pattern})" for voice, pattern in groups)
        # Not within a longer name: "de Hoge Raad", "de Raad van de EU", "de Raad van State".
        self._party = re.compile(
            rf"(?<![\w-])(?<!hoge )(?<!europese )(?:{parties})(?![\w-]| van (?:de (?:EU|Europese)|State)\b)",
            re.IGNORECASE,
        )
        self._latest: tuple[str, list[Mention]] = ("", [])
        self.reports_others = bool(advisers)
        """Whether the letter reports the work of advisers at all."""

    def mentions(self, text: str) -> list[Mention]:
        """Every party that the sentence names, in order, whatever its role in it."""
        if self._latest[0] != text:
            found = [mention_of(match, self._voice(match)) for match in self._party.finditer(text)]
            self._latest = (text, found)
        return self._latest[1]

    def _voice(self, match: re.Match[str]) -> Voice:
        is_europe = self._is_european and re.fullmatch(r"[Dd]e Commissie", match.group()) is not None
        voice = Voice.THIRD_PARTY if is_europe else Voice[match.lastgroup or ""]
        if voice is Voice.AUTHORS and self._own is not None and is_other_body(match.group(), self._own):
            return Voice.THIRD_PARTY
        return self._writer(match.group()) if voice is Voice.CABINET else voice

    def _writer(self, words: str) -> Voice:
        """Whose words are that are the cabinet's where it writes: "ik", "naar ons oordeel", "het kabinet"."""
        return self.writer if is_first_person(words) else Voice.CABINET

    def source(self, text: str) -> Mention | None:
        """The party that the sentence gives as its source: "volgens de auteurs", "naar mijn oordeel"."""
        if match := own_judgement(text):
            return mention_of(match, self.writer)
        if match := _MOTION_ASKS.match(text):
            return mention_of(match, Voice.PARLIAMENT, 1)
        if view := view_of(text):
            start, name = view
            known = next((mention for mention in self.mentions(text) if mention.start == start), None)
            if known or is_outsider(name):
                return known or Mention(start=start, text=name, voice=Voice.THIRD_PARTY)
        for mention in self.mentions(text):
            if _gives(text, mention) or ends(mention, text) or is_agent(mention, text):
                return mention
        if outsider := says_later(text):
            return Mention(start=outsider[0], text=outsider[1], voice=Voice.THIRD_PARTY)
        if match := research_found(text):
            return mention_of(match, Voice.AUTHORS)
        proposed = self._is_proposed and not any(one.voice is Voice.CABINET for one in self.mentions(text))
        match = (proposal(text) if proposed else None) or unknown_source(text)
        return mention_of(match, Voice.THIRD_PARTY) if match else None

    def aside(self, text: str) -> Mention | None:
        """The party of a parenthesis: "zoals de auteurs signaleren", "zo constateert het kabinet"."""
        return next((one for one in self.mentions(text) if _IS_ASIDE.search(in_front(text, one))), None)

    def subject(self, text: str) -> Mention | None:
        """The party that is the subject of the main clause, as far as word order shows it."""
        if match := cabinet_acts(text):
            group = match.lastgroup or 0
            return mention_of(match, self._writer(match.group(group)), group)
        aside = self.aside(text)
        if aside and re.search(r"\bzo \w+ $", in_front(text, aside)):
            return aside
        if some := self._some_members(text):
            return some
        if speaker := self._unknown_speaker(text):
            return speaker
        if re.match(r"(?:Zij|Ze|Hij) ", text):
            return None
        for mention in self.mentions(text):
            before = in_front(text, mention).rstrip()
            if re.search(r"\((?:hierna:?)?$|\bhoe \w+$", before) or mention == aside:
                continue
            if is_oblique(mention, text) or not acts(mention, text):
                continue
            if (
                mention.voice is not Voice.CABINET
                and "; " in text[: mention.start]
                and not states(text[mention.start :])
            ):
                continue  # a later clause of its own that tells of a party, as "het onderzoek loopt"
            if mention.voice is not Voice.CABINET and (is_government(text) or _WITH_US.match(text, end_of(mention))):
                return Mention(start=0, text=text.split(maxsplit=1)[0], voice=Voice.CABINET)
            return mention
        last = _LAST_CLAUSE.search(text) if not self.mentions(text) else None
        last = find_outsider(last[1]) if last else None
        return Mention(start=text.index("; "), text=last["who"], voice=Voice.THIRD_PARTY) if last else None

    def _some_members(self, text: str) -> Mention | None:
        """Some members of a body as subject: the advisers', where the letter has any, unless it names another body."""
        found = share(text)
        if found is None:
            return None
        start = found.end() if found["part"] else found.end() + len(" van ")
        named = next((one.voice for one in self.mentions(text) if one.start == start), None)
        if found["part"] and named is None and not states(text):
            return None
        is_advisers = self.reports_others and not found["part"]
        voice = named or (Voice.AUTHORS if is_advisers else Voice.THIRD_PARTY)
        return Mention(start=0, text=found["part"] or found["who"], voice=voice)

    def _unknown_speaker(self, text: str) -> Mention | None:
        """Whoever is no known party and states a view; a party behind the verb is the subject, but not of several."""
        found = find_speaker(text) or find_outsider(text)
        if found is None:
            return None
        mentions = self.mentions(text)
        start = found.start("who")
        behind = None if re.search(r" dat$| en .*en$", found.group()) else found.end() + 1
        if any(
            mention.start in (start, behind) or (mention.start < start and not is_oblique(mention, text))
            for mention in mentions
        ):
            return None
        # "De leden van de raad" speak for it; "de critici van het kabinet" do not.
        within = [mention.voice for mention in mentions if start <= mention.start < found.end("who")]
        part = next((voice for voice in within if voice in (Voice.AUTHORS, Voice.PARLIAMENT)), Voice.THIRD_PARTY)
        return mention_of(found, Voice.CABINET if is_government(text) else part, "who")

    def beside(self, text: str) -> Mention | None:
        """The party with whom the cabinet agrees: "met de raad ben ik van mening"."""
        if not (
            together := re.search(r"^(?:Net als|Evenals|Met) |\b(?:ben ik|zijn wij|is het(?: kabinet)?) met ", text)
        ):
            return None
        first = next((mention for mention in self.mentions(text) if mention.start == together.end()), None)
        agrees = re.search(
            r"\b(?:van mening|van oordeel|eens|vind|vindt|vinden|meen|meent|menen|acht|zie|ziet)\b", text
        )
        return first if first and first.voice is not Voice.CABINET and agrees else None


def _gives(text: str, mention: Mention) -> bool:
    """Whether the words before a party make it the source; not in a condition, as "indien naar oordeel van de raad"."""
    before = in_front(text, mention)
    return _IS_SOURCE.search(before) is not None and _CONDITION.match(text[: mention.start]) is None


def _with_article(name: str) -> str:
    """A pattern for a name; "de" in front of a short form is part of what names the party."""
    is_bare = not name.lower().startswith(("de ", "het "))
    return rf"(?:(?:de|het) )?{re.escape(name)}" if is_bare else re.escape(name)
