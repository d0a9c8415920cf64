"""Who speaks in a sentence of a letter, and whether a claim calls the same party by another name."""

import re

from rag.checking.alignment import Source
from rag.checking.words import Word, Words, is_spelled_alike
from rag.letters import Letter, Voice
from rag.store.words import fold

_KINDS = (
    r"(?<!ver)(?<!be)(?<!\bd)raad|raden|councils?",
    r"commissies?|comité|committees?|commission",
    r"college|colleges|(?<!\w)boards?|councils?",
    r"instituut|instituten|institutes?",
    r"bureau|agency|office",
    r"kamer|parliament|(?<!\w)house|senate|moties?|(?<!\w)motions?|(?<!\w)mps?|kamerleden|fracties?|indieners?"
    r"|(?<!va)(?<!so)lid|(?<!ge)(?<!ver)(?<!over)leden|members?",
    r"centrum|steunpunt|centre|center",
    r"bond(?:en)?|verenigingen?|vereniging|organisaties?|brancheorganisaties?|branche|koepels?|federaties?|sector|unie"
    r"|verbond|(?<!o)orde|industry|associations?|federations?|organi[sz]ations?|unions?|groups?|(?<!\w)body|bodies",
    r"bestuur|besturen|lichaam|lichamen|authority|authorities|(?<!\w)boards?",
    r"inspecties?|inspectorates?",
    r"toezichthouders?|autoriteit|regulators?|supervisors?|authority|watchdog",
    r"dienst|agency|authority|service",
    r"advoca(?:at|ten)|juristen|lawyers?|counsel",
    r"artsen|doctors|gps|physicians",
    r"klagers|verzoekers|applicants|complainants",
    r"onderzoekers?|opstellers|auteurs|evaluatoren|wetenschappers|rapport|studie|onderzoek|evaluatie|researchers?|authors"
    r"|evaluators|scientists|report|study|research|evaluation|survey",
    r"deskundigen|experts|adviseurs|advisers|advisors",
    r"hof|rechters?|rechtbank|courts?|judges?",
    r"directeur|director|governor",
)
"""What bodies and people are called in both languages; those of a line can be one and the same. Words such as geleden,
draad, hoorde, lighthouse and nobody only end like one."""
_BODIES = 11
"""How many of them are kinds of bodies rather than of people."""
_KIND = tuple(re.compile(rf"(?P<of>\w*?)(?:{words})", re.IGNORECASE) for words in _KINDS)
_PLAIN = re.compile(
    r"|advies|branche|belangen|beroeps|koepel|eiland|staats|onderzoeks?|evaluatie|advisory|trade|interest|professional"
    r"|umbrella|national|lead|state|lands"
)
"""What says no more of a body than its kind does."""
_JOINS = re.compile(r"van|voor|de|der|het|en|of|for|and|the|on|in|inzake", re.IGNORECASE)
_OF = re.compile(r"[’']s?$")
_NAMED_IN = re.compile(r"(?:subject|attribution): (['\"])(?P<who>.+)\1$")
_POINTS_BACK = re.compile(r"(?:volgens|naar|in) (?:hen|hem|haar|hun|zijn)\b", re.IGNORECASE)
_SHORT = re.compile(r"\b[A-Z][\w-]*[A-Z][\w-]*")
_PROPER = re.compile(r" [A-Z]|\b[A-Z]{2,}")
"""What makes a party's name its own: a capital behind its first word, or a short form."""
_BEHIND = 25
"""Characters behind the beginning of a name that may be the rest of it."""
_HELD = 0.5
_MORE = re.compile(r"(?: (?:van|voor|of|for|de|der|het|the|and|en|on|inzake))* [A-Z][\w’-]*")
"""How a name goes on behind the kind of a body."""


def speaker(source: Source) -> str:
    """What the letter calls the party whose view a sentence is, with its full name; empty where that is not told."""
    for sentence in source.chain:
        text = sentence.text
        if sentence.voice is not source.sentence.voice:
            return text
        named = _NAMED_IN.match(sentence.reason)
        if named and not _POINTS_BACK.match(named["who"]):
            at = max(0, text.find(named["who"]))
            return " ".join([text[at : at + len(named["who"]) + _BEHIND], *_full_names(named["who"], source.letter)])
    return ""


def named_speaker(source: Source) -> str:
    """The sentence with the full name of the party whose view it is, where it gives that name itself; else empty."""
    named = _NAMED_IN.match(source.sentence.reason)
    is_name = named and source.sentence.voice in (Voice.THIRD_PARTY, Voice.AUTHORS) and _PROPER.search(named["who"])
    return f"{source.sentence.text} {speaker(source)}" if is_name else ""


def is_other_kind(name: str, source: Source) -> bool:
    """Whether whoever speaks in a sentence is known, and a body of none of the kinds that a name is of."""
    who = speaker(source)
    mine = [word for word in re.findall(r"\w+", name) if _body_kinds(word)]
    is_known = bool(_body_kinds(who)) or source.sentence.voice is Voice.THIRD_PARTY
    held = re.findall(r"\w+", who)
    return bool(mine and who) and is_known and not any(_is_of_same_kind(word, held) for word in mine)


def holds_kinds(text: str, other: str) -> bool:
    """Whether a text of the letter names a body of every kind that part of a claim does, none called otherwise."""
    held = re.findall(r"\w+", other)
    named = [word for word in re.findall(r"\w+", text) if _body_kinds(word)]
    return all(_is_of_same_kind(word, held) for word in named)


def full_name(text: str, start: int, end: int) -> str:
    """A party of a claim with the name that may stand behind its kind: "the Council" of "the Council for Detention"."""
    while more := _MORE.match(text, end):
        end = more.end()
    return text[start:end]


def is_same_party(name: str, other: str, language: str, words: Words) -> bool:
    """Whether a party of a claim may be one of a letter: of the same kind, and nothing in its name is missing there."""
    held = list(words.of(other, "nl"))
    held += [part for word in held for prefix in _prefixes(word) for part in words.of(prefix, "nl")]
    own = [word for word in words.of(name, language) if not _JOINS.fullmatch(word.text)]
    alike = [_is_of_same_kind(word.text, [one.text for one in held]) for word in own]
    if not any(alike):
        return (
            bool(own) and not any(_is_kind(word) for word in own) and all(_is_held(word, held, words) for word in own)
        )
    rest = (word for word, same in zip(own, alike, strict=True) if not same)
    return all(_PLAIN.fullmatch(_OF.sub("", word.text)) or _is_held(word, held, words) for word in rest)


def _is_kind(word: Word) -> bool:
    return any(kind.fullmatch(word.text) for kind in _KIND)


def _prefixes(word: Word) -> set[str]:
    """What stands before its kind in a compound: "belasting" of "Belastingdienst"."""
    found = (kind.fullmatch(word.text) for kind in _KIND)
    return {match["of"] for match in found if match and match["of"]}


def _body_kinds(text: str) -> set[int]:
    words = re.findall(r"\w+", text)
    return {number for number, kind in enumerate(_KIND[:_BODIES]) if any(kind.fullmatch(word) for word in words)}


def _is_of_same_kind(word: str, held: list[str]) -> bool:
    for kind in _KIND:
        mine = kind.fullmatch(word)
        of = mine["of"].casefold() if mine else ""
        for theirs in map(kind.fullmatch, held) if mine else ():
            if theirs and (_PLAIN.fullmatch(of) or of == theirs["of"].casefold()):
                return True
    return False


def _is_held(word: Word, held: list[Word], words: Words) -> bool:
    name = fold(word.text)
    if _prefixes(word):
        return any(name == fold(one.text) for one in held)
    return any(
        name == fold(one.text) or is_spelled_alike(word.text, one.text) or words.match(word, one) >= _HELD
        for one in held
    )


def _full_names(name: str, letter: Letter) -> list[str]:
    """What the letter explains the short forms in a name with: "Raad voor de Detentie (RDCN)"."""
    whole = " ".join(paragraph.text for paragraph in letter.paragraphs)
    shorts = (re.escape(short) for short in _SHORT.findall(name))
    found = (re.search(rf"((?:[\w’-]+,? ){{1,8}})\((?:hierna[^)]{{0,20}})?{short}\)", whole) for short in shorts)
    return [match.group(1) for match in found if match]
