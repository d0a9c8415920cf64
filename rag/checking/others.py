"""What a letter tells of others than the holder that a claim names."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.checking.alignment import Alignment, Source
from rag.checking.called import is_named_in
from rag.checking.deeds import tells_anothers_deed
from rag.checking.named_holder import Holder, parties, party_spans
from rag.checking.negation_words import NEGATIONS
from rag.checking.occasions import told_before
from rag.checking.party_words import HOLDS, SPEAKS
from rag.checking.reactions import letter_reaction, reaction, told_reaction
from rag.checking.words import Word
from rag.letters import Letter, Voice
from rag.letters.dissent import speaks_for_some
from rag.letters.holders import Holders
from rag.letters.outsiders import acting_outsider, find_outsider
from rag.letters.parties import ORGANISATIONS, PEOPLE, VIEWS
from rag.letters.speakers import THINKS, is_government

_BACK = re.compile(
    r"^(?:Dat|Dit|Deze|Die|Daar\w*|Hier\w*|Zo\w*)\b"
    r"|\b(?:acht|vind|vindt|noem|noemt) (?:ik|wij|\w+ \w+)? ?(?:dat|dit|deze|die)\b"
    r"|\b(?:daarvoor|(?<!plaats )daarvan|daarover|hiervoor|hiervan|hierover)\b"
    r"|\b(?:ik|wij|kabinet|minister(?: van [A-Z]\w+)?) (?:acht|vind|vindt|noem|noemt|wil) (?:dat|dit|het|deze|die)\b"
    r"|\bbeide (?:factoren|oorzaken|redenen|punten|argumenten|zorgen|opties|voorstellen|aanbevelingen|opvattingen)\b"
    r"|\b(?:daar|hier)\b[^,;:]{1,40} (?:van|voor|mee|aan|op|in|over|tegen|toe)(?=[.,;]|$)"
    r"|^(?:Mijn|Onze) (?:eigen )?(?:raming|schatting|berekening|inschatting)\b",
    re.IGNORECASE,
)
_NEAR = 3
"""Sentences behind another from which one can point back to it."""
_WANTS = re.compile(
    r"\b(?:wil|willen|wilde|wens\w*|stree(?:ft|fde)|streven|beoog\w*|bepleit\w*|pleit(?:en)?|liefst|liever|doel|plan(?:nen)?"
    r"|eis(?:t|en|te|ten)|verlang\w*|wants?|wish\w*|favou?rs?|advocates?|seek(?:s|ing)?|sought|prefers?|goal|aims?"
    r"|propos\w+|suggest\w*|keen|eager|(?:call|ask|press|push|plead)\w* for|demand\w*|stel(?:t|len) .{0,60}voor"
    r"|moet(?:en)?|must|should)\b",
    re.IGNORECASE,
)
"""What a claim gives as wished by its holder."""
_REQUESTED = r"verzocht|verzoe(?:kt|ken)|vroeg(?:en)?"
_ASKED = re.compile(
    rf"\b(?:{_REQUESTED}|gevraagd|opgeroepen|voorstelden?|bepleitten?|wensten?|aandrong(?:en)?)\b", re.IGNORECASE
)
"""By which a sentence of the cabinet tells what others want of it."""
_ASKS = re.compile(
    r"\b(?:vra(?:agt|gen)|voorstelt|bepleit(?:en)?|wenst|wensen|eis(?:t|en)|aandring(?:t|en))\b", re.IGNORECASE
)
"""The same where the sentence does not name the cabinet, which may ask as well."""
_UNWISE = re.compile(r"\bniet (?:\w+ )?(?:verstandig|wenselijk|opportuun)\b", re.IGNORECASE)
"""What a sentence of the cabinet thinks of what others want."""
_THEIR_WISH = re.compile(
    r"\b(?:verzoek|voorstel|pleidooi|wens|advies|suggestie|oproep) van (?!(?:het kabinet|de (?:minister|regering))\b)",
    re.IGNORECASE,
)
"""What a sentence gives as wished by somebody other than the cabinet."""
_BEGINS = re.compile(r"^(?:[-•–] )?|; |,? (?:en|maar|want) ")
"""What stands in front of a sentence or of a part of it."""
_ACTOR = re.compile(
    r"(?:(?:[Dd]e|[Hh]et|[Ee]en) )?(?P<who>(?:[\w’-]+ ){1,6}?)(?:\([^)]*\) )?"
    rf"(?:{THINKS}|heeft|hebben|had|hadden|{_REQUESTED}|vra(?:agt|gen)|zal|zullen|ga(?:at|an)"
    r"|besl(?:oot|oten|uit|uiten)|eis(?:t|en|te|ten)|herken(?:t|nen)|trof(?:fen)?"
    r"|moet(?:en)?(?=[^,;]* (?:vaststellen|beoordelen|bepalen|beslissen|instemmen|goedkeuren)\b))\b"
    r"(?:(?!,? (?:en|maar|want) (?:ik|wij|het kabinet)\b)[^;])*"
)
"""Who acts at the beginning of a sentence or of a part of it, to its end."""
_SHORT_FORM = re.compile(r"\b[A-Z]{2,}\b")
_BODY = re.compile(
    rf"(?:{ORGANISATIONS}|{PEOPLE}|[\w-]*(?:kamer|raad|commissie|college|instituut|bureau|comité|landen)|ministerie|delegatie|sommigen|anderen|velen|(?-i:{_SHORT_FORM.pattern}))",
    re.IGNORECASE,
)
"""Short forms are mostly of bodies."""
_GOVERNMENT = re.compile(r"(?<!openbaar )minister|staatssecretaris|kabinet|regering|bewinds", re.IGNORECASE)
_SELF = re.compile(r"\b(?:ik|wij|mijn|onze?)\b", re.IGNORECASE)
_RELAYS = re.compile(
    r"\b(?:volgens|aldus|blijkens|meldt|melden|constateer(?:t|de)|schrijft|stelt vast|wijst (?:er)?op|merkt (?:\w+ )?op"
    r"|according to|says?|states? that|notes?|observes?|points? (?:out|to)|reports?|writes)\b",
    re.IGNORECASE,
)
"""By which a claim says that the cabinet tells something: it may tell of what others do."""
_PRONOUN = re.compile(
    r"^(?:Zij|Ze|Hij)\b(?! (?:\w+en|zijn)\b)|\b(?:heeft|had|zal|wil|gaat|kan|moet|is) (?:zij|ze|hij)\b"
)
"""One person or body of whom a sentence goes on, as its subject."""
_SOME = re.compile(
    r"\b(?:lid|leden|members?|minderheid\w*|minority|meerderheid\w*|majority|dissent\w*|some|sommige\w*|één|one|part|deel)\b",
    re.IGNORECASE,
)
"""Without these a claim gives the view of some members to all."""
_SETS_APART = re.compile(
    r"\b(?:liever|eerder|in plaats van|zelf|eigen|rather(?: than)?|instead of|itself|(?:his|her|its) own)\b",
    re.IGNORECASE,
)
"""By which a claim sets the holder's view beside another that it names as well."""
_CLAUSE = re.compile(
    r"\b(?:omdat|zoals|waarin|waarbij|waarmee|waarvan|wat|terwijl|hoewel|ofschoon) "
    r"(?P<who>(?:de |het )?(?P<body>[\w’-]+))(?P<rest>[^,;:.]*)",
    re.IGNORECASE,
)
"""A clause with whoever is its subject."""
_RELATIVE = re.compile(r"\b(?P<who>(?P<body>[\w’-]+)) die (?P<rest>[^;:.]*)")
"""A clause that tells of the group right before it: "landen die zich bereid tonen"."""
_SOURCE = re.compile(
    rf"\b(?:volgens|aldus|naar (?:het |de )?{VIEWS} van) (?P<who>(?:de |het )?(?P<body>[\w’-]+))(?P<rest>[^;:.]*)",
    re.IGNORECASE,
)
"""A part of a sentence that is told on somebody's word."""
_TURNS_DOWN = re.compile(r"\b(?:afwij\w+|verwerp\w+|bekritise\w+)\b", re.IGNORECASE)
_WORK = re.compile(
    r"(?:de|het|the|dit|this) (?:[\w-]+ )?(?:evaluati(?:e|on)|onderzoek|verkenning|study|survey|peiling|enquête)",
    re.IGNORECASE,
)
"""What a claim may name without giving it a view."""
_REPORT = re.compile(r"(?:de|het|the|dit|this) (?:[\w-]+ )?(?:rapport|report)", re.IGNORECASE)
"""What more often is thought of than thinks: beside a holder it is no second one."""
_MOST = 0.6
"""Share of what is held from which on it stands in one clause."""
_PART = 0.3
"""Share of what is held from which on a further source is part of the view."""


def holders_of(letter: Letter) -> Holders:
    """The parties of a letter."""
    return _made(tuple(paragraph.text for paragraph in letter.paragraphs))


@lru_cache(maxsize=64)
def _made(texts: tuple[str, ...]) -> Holders:
    return Holders(texts)


def points_back(source: Source, other: Source) -> bool:
    """Whether a sentence speaks of what one shortly before it says: "dat acht ik overbodig"."""
    is_behind = source.paragraph is other.paragraph and 0 < source.index - other.index <= _NEAR
    return is_behind and _BACK.search(source.sentence.text) is not None


def is_in_own_name(text: str) -> bool:
    """Whether whoever writes speaks in a sentence: in the first person, or as the Dutch government by another name.

    What such a sentence says is more than an account of others.
    """
    return _SELF.search(text) is not None or is_government(text)


def names_adviser(name: str, letter: Letter) -> bool:
    """Whether the letter names somebody as one whose work it is about, though perhaps not near what they said."""
    known = [one.voice for article in ("het", "de") for one in holders_of(letter).mentions(f"{article} {name}")]
    bare = re.escape(re.sub(r"^(?:de|het) ", "", name, flags=re.IGNORECASE))
    in_letter = re.compile(rf"\b{bare}\b", re.IGNORECASE)
    return Voice.AUTHORS in known and any(in_letter.search(paragraph.text) for paragraph in letter.paragraphs)


def tells_of_another(holder: Holder, alignment: Alignment) -> bool:
    """Whether sentences in the voice of the holder tell what another does or wants: some of its members, or who asks
    something of the cabinet. "De Kamer verzocht mij om een fonds" is no wish of the minister.
    """
    statement = alignment.statement
    first = alignment.sources[0]
    is_body = names_adviser(holder.text, first.letter) if holder.is_named else holder.voice is Voice.AUTHORS
    if is_body:
        sentences = [one.text for one in first.paragraph.sentences[: first.index + 1]]
        return speaks_for_some(sentences) and not _SOME.search(statement.text)
    named = (statement.text[slice(*span)] for span in party_spans(statement.text))
    persons = [name for name in named if not _WORK.fullmatch(name) and not _REPORT.fullmatch(name)]
    if holder.voice is not Voice.CABINET or len(persons) > 1:
        return False
    shares = alignment.shares()
    return any(
        _is_of_others(source, place, alignment)
        for place, source in enumerate(alignment.sources)
        if (place == 0 or shares[place] >= _PART) and source.sentence.voice in (Voice.CABINET, Voice.NEUTRAL)
    )


def _is_of_others(source: Source, place: int, alignment: Alignment) -> bool:
    """Whether what a sentence of the cabinet holds of a claim is of others: one who acts, asks or thinks it there."""
    claim, text = alignment.statement.text, source.sentence.text
    held, told, there = alignment.held_in(place), reaction(claim), reaction(text)
    bodies = _acting_bodies(text, held)
    mentions = holders_of(source.letter).mentions(text)
    others = [one for one in mentions if one.voice is not Voice.CABINET]
    is_ours = _SELF.search(text) or len(others) < len(mentions)
    asks = _ASKED.search(text) or (others and not is_ours and _ASKS.search(text))
    is_asked = (others or _SHORT_FORM.search(text)) and asks and _WANTS.search(claim)
    is_refused = (
        (others or _THEIR_WISH.search(text))
        and (there == "no" or _UNWISE.search(text))
        and _WANTS.search(claim)
        and not (NEGATIONS.search(claim) or told == "no")
    )
    is_deed = tells_anothers_deed(claim, text, held, {one.start for one in others})
    is_clause = bool(clause_holders(source, held) - {Voice.CABINET})
    is_act = bool(bodies or _goes_on_with_another(source)) and (SPEAKS.search(text) or not _RELAYS.search(claim))
    if not (is_act or is_asked or is_refused or is_clause or is_deed) or any(word in claim for word in bodies):
        return False
    is_done = bool(bodies) and told is None
    return is_done or "yes" not in (there, letter_reaction(source))


def _acting_bodies(text: str, held: Sequence[Word]) -> list[str]:
    """The words for bodies in whoever acts where a sentence holds most of a claim, or else at its beginning; none where
    the cabinet acts there too."""
    for begin in reversed(list(_BEGINS.finditer(text))):
        actor = _ACTOR.match(text, begin.end())
        stands_there = actor is not None and _stands_in(held, *actor.span())
        if actor and (stands_there or begin.start() == 0):
            part = actor.group() if stands_there else text
            is_ours = is_government(part) or _GOVERNMENT.search(actor["who"]) or _SELF.search(part)
            return [] if is_ours else [word for word in actor["who"].split() if _BODY.fullmatch(word)]
    actor = acting_outsider(text)
    if (
        actor is None
        or _GOVERNMENT.search(text)
        or _SELF.search(text)
        or any(one.start < actor.end("who") for one in held)
    ):
        return []
    return actor["who"].split()


def _goes_on_with_another(source: Source) -> bool:
    """Whether a sentence of the cabinet is about somebody of whom one before it tells: "Ook heeft zij ... nodig"."""
    for sentence in source.chain:
        text, is_before = sentence.text, sentence is not source.sentence
        if is_before and sentence.voice not in (Voice.CABINET, Voice.NEUTRAL):
            return True
        if _SELF.search(text) or _GOVERNMENT.search(text):
            return False
        if not _PRONOUN.search(text):
            return is_before and find_outsider(text) is not None
    return False


def _stands_in(held: Sequence[Word], start: int, end: int) -> bool:
    """Whether most of what a sentence holds of a claim stands in a part of it."""
    return sum(start <= word.start < end for word in held if word.language == "nl") > _MOST * len(held)


def clause_holders(source: Source, held: Sequence[Word]) -> set[Voice]:
    """Who thinks what a clause of a sentence says, where most of what it holds of a claim stands there.

    "Dat is lastig, omdat het comité opname afwijst" gives the committee; empty where no clause is anybody's.
    """
    text = source.sentence.text
    mentions = {one.start: one.voice for one in holders_of(source.letter).mentions(text)}
    found = set()
    for match in (*_CLAUSE.finditer(text), *_SOURCE.finditer(text), *_RELATIVE.finditer(text)):
        start = match.start("who")
        voice = mentions.get(start) or (Voice.THIRD_PARTY if _BODY.fullmatch(match["body"]) else None)
        is_view = match.re is _SOURCE or any(verbs.search(match["rest"]) for verbs in (SPEAKS, HOLDS, _TURNS_DOWN))
        if voice and is_view and _stands_in(held, *match.span()):
            found.add(voice)
    return found


def stranger(alignment: Alignment) -> str | None:
    """A party that a claim names in whatever part, and that holds nothing of it; None where there is none.

    An adviser where it rests on a sentence of the cabinet, the cabinet where it rests on one of others; not where it is
    named near that sentence.
    """
    source, claim = alignment.sources[0], alignment.statement.text
    if source.sentence.voice is Voice.NEUTRAL or told_reaction(alignment.statement):
        return None
    wanted = Voice.AUTHORS if Voice.CABINET in source.sentence.holders else Voice.CABINET
    known = holders_of(source.letter)
    near = f"{source.before} {' '.join(one.sentence.text for one in alignment.sources)}"
    told = {one.voice for one in known.mentions(near)} | source.sentence.holders
    if wanted in told or (wanted is Voice.CABINET and _SELF.search(near)):
        return None
    if wanted is Voice.CABINET and reaction(source.sentence.text) == "yes":
        return None
    named = [(one.voice, one.text) for one in known.mentions(claim) if one.text.split()[-1][:1].isupper()]
    found = (text for voice, text in [*named, *parties(claim)] if voice is wanted)
    return next((text for text in found if not _WORK.fullmatch(text) and not is_named_in(text, near)), None)


def others_view(holder: Holder, alignment: Alignment) -> Voice | None:
    """Who else holds a further part of what the claim gives to the cabinet; None where nobody does.

    What the cabinet denies another may well want, and what it takes over is another's.
    """
    first, claim = alignment.sources[0], alignment.statement.text
    told, there = reaction(claim), reaction(first.sentence.text)
    if holder.voice is not Voice.CABINET or told == there == "yes" or _SETS_APART.search(claim):
        return None
    is_denied_there = NEGATIONS.search(first.sentence.text) or there == "no"
    is_denial = told == "no" or (NEGATIONS.search(claim) and is_denied_there)
    shares, before = alignment.further_shares(), told_before(claim)
    named = {one for one, _ in parties(before)} | {one.voice for one in holders_of(first.letter).mentions(before)}
    for place, source in enumerate(alignment.sources[1:], start=1):
        voice = source.sentence.voice
        is_others = Voice.CABINET not in source.sentence.holders and voice not in (Voice.NEUTRAL, *named)
        is_denied = is_denial and not NEGATIONS.search(source.sentence.text)
        if shares[place] >= _PART and is_others and not is_denied and not points_back(first, source):
            return voice
    return None
