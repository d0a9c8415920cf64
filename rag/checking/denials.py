"""Which clauses of a text are denied, and the words by which that is told."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.checking.clauses import DENIED_END, clause_of, clause_spans
from rag.checking.negation_words import DENIERS, NEGATIONS, PREFIXED
from rag.store.words import fold

_FINITE = re.compile(
    r"(?:is|zijn|was|waren|wordt|worden|kan|kunnen|zal|zullen|zou|moet|heeft|hebben|kom(?:t|en)|ga(?:at|an)|are|were|has|have"
    r"|will|must|can|does|do|krijg(?:t|en)|blij(?:ft|ven)|sta(?:at|an)|geld(?:t|en)|mag|mogen|hoe(?:ft|ven)|neemt|nemen"
    r"|wil(?:len)?|acht|vindt|steunt|biedt|levert|betaalt|valt|telt|leidt|doet|maakt|geeft)\b",
    re.IGNORECASE,
)
"""A clause behind a comma that begins with one goes on with the clause before the one in between."""
_CONTRAST = re.compile(r"\b(?:niet|not) (\w+)\b[^.;]*?[, ](?:maar|but) \1\b", re.IGNORECASE)
_VIEW = r"opvatting|mening|oordeel|standpunt|conclusie|stelling|visie|opinion|view|conclusion|judgement"
_DOUBTS = re.compile(
    r"\b(?:gelo(?:of|oft|ven)|denk(?:t|en)|verwacht(?:en)?|vind(?:t|en)?|mee?n(?:t|en)?"
    r"|acht(?:en)?)\b[^,;:]* niet[.!]?$"
    r"|\b(?:do|does|did) not (?:believe|think|expect|find|consider|feel|mean|imply)$"
    r"|\bbeteken(?:t|de|en) (?:\w+ )?niet$"
    rf"|\b(?:niet|geen|not|no)\b[^,;:]* (?:{_VIEW})$|\b(?:{_VIEW})\b[^,;:]* niet$",
    re.IGNORECASE,
)
"""Who does not believe that something is so, or does not share the view, believes that it is not so; what does not mean
it says the same."""
GOES_ON = re.compile(r"(?:dat|that|om|to|te)\b", re.IGNORECASE)
"""What begins a clause that hangs on the one before."""
_IN_TIME = re.compile(
    r"\bvóór\b|\bvoor(?= (?:\d|begin|eind|medio|het (?:einde|begin|voorjaar|najaar|zomerreces)|de (?:zomer|winter))\b)",
    re.IGNORECASE,
)
"""Where "voor" means before; mostly it means for."""
_AGAINST = re.compile(
    r"\b((?:is|zijn|was|waren|are|were|votes?|voted|stemt?|stemden?|stemmen)(?: [\w-]+){0,2}?) (?:tegen|against)\b"
    r"(?! (?:\d|begin|eind|medio))"
    r"|\b((?:zij|ze|hij|ik|wij|we|men|die|kabinet|regering|(?-i:[A-Z]{2,}))) tegen\b"
    r"(?=(?: [\w-]+){1,12}? (?:is|ben|zijn|was|waren)\b)",
    re.IGNORECASE,
)
"""Where "tegen" means that somebody does not want it; the verb may stand last: "dat zij tegen een fusie is"."""
_OF_LATE = re.compile(
    r"\blast(?= (?:\w+ )?(?:years?|months?|weeks?|spring|summer|autumn|winter|season|night)\b)"
    r"|\blaatste(?= (?:\w+ )?(?:jaren|maanden|weken|tijd)\b)",
    re.IGNORECASE,
)
"""Where "last" means recent, which is no opposite of first."""
_PREFIX = re.compile(r"^(?:niet-|non-|on|un)")
TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True)
class Denied:
    """A text with which of its clauses are denied."""

    spans: list[tuple[int, int]]
    is_denied: list[bool]

    def at(self, place: int) -> bool:
        """Whether what stands at an offset is denied."""
        return self.is_denied[clause_of(self.spans, place)]


def read_denials(text: str, *, itself: bool = False, also: Container[str] = ()) -> Denied:
    """Which clauses of a text are denied; with `itself` words that deny in themselves count too, and the folded words
    of `also` always do."""
    spans = _split_contrast(text, clause_spans(text, DENIED_END))
    flags = []
    reaches = False
    places = [match.start() for match in NEGATIONS.finditer(text)]  # in the whole: "niet meer" may go on with "dan"
    for start, end in spans:
        clause = text[start:end]
        denier = (itself and denies_by_itself(clause)) or any(token in also for token in tokens_of(clause))
        denials = sum(start <= place < end for place in places)
        count = denials + denier + (reaches and GOES_ON.match(clause) is not None)
        reaches = denier or _DOUBTS.search(clause) is not None
        flags.append(count % 2 == 1)
    if reaches and len(spans) > 1 and GOES_ON.match(text):  # "Dat het helpt, geloven de auteurs niet"
        flags[:-1] = [not flag for flag in flags[:-1]]
    for place in range(2, len(spans)):  # "Het vervangen ervan, al dan niet geheel, is niet gewenst"
        if flags[place] and _FINITE.match(text[spans[place][0] :]) and text[: spans[place][0]].rstrip().endswith(","):
            flags[place - 2] = True
    return Denied(spans=spans, is_denied=flags)


def _split_contrast(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The clauses, cut before "niet" where only what follows is denied: "het ligt niet in geld, maar in tijd"."""
    cuts = [match.start() for match in _CONTRAST.finditer(text)]
    found: list[tuple[int, int]] = []
    for start, end in spans:
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        found += pairwise(edges)
    return found


def denies_by_itself(text: str) -> bool:
    """Whether a text has a word that denies in itself: "verwerpt", "onbenut"."""
    return DENIERS.first(tokens_of(text)) is not None or any(map(PREFIXED.fullmatch, TOKEN.findall(text)))


def tokens_of(text: str) -> list[str]:
    """The words of a text, folded, for word lists: those that mean different things by what they mean here."""
    told = _AGAINST.sub(r"\1\2 ertegen tegenstander", _IN_TIME.sub("voorafgaand", text))
    return TOKEN.findall(fold(_OF_LATE.sub("recent", told)))


def prefixed_for(bare: Sequence[str], text: str) -> frozenset[str]:
    """The folded words of a text that deny by their first syllable one of these: "onuitvoerbaar" for "uitvoerbaar"."""
    stems = {word.rstrip("e") for word in bare}
    found = (match for match in map(PREFIXED.fullmatch, TOKEN.findall(text)) if match)
    return frozenset(
        fold(match.group()) for match in found if _PREFIX.sub("", fold(match.group())).rstrip("e") in stems
    )
