"""A follow-up that asks the same of another year, variant, share or party: "en in 2029?", "and the minority?"."""

import re

_WORDS = 6
"""A follow-up that names more than this asks something of its own."""
_CORE = re.compile(
    r"(?:(?:en|and|maar|but|dan) )?"
    r"(?:(?:wat (?:vind|vond|zeg|wil|denk)\w*|hoe zit (?:het|dat) met|(?:what|how) about|what (?:do|does|did)) )?"
    r"(?P<core>.+?)"
    r"(?: (?:daar|er|hier)(?:van|over|mee))?(?: (?:think|say|want)(?: (?:of|about) (?:that|it|this))?)?(?: dan)? ?\?*",
    re.IGNORECASE,
)
_PREPOSITION = r"(?:(?:in|bij|voor|over|for|at|with|volgens|according to|van|of) )?"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARE = re.compile(r"\b\d+(?:[.,]\d+)? ?(?:%|procent\b|per ?cent\b)")
_LABEL = re.compile(
    r"\b(?P<sort>(?i:scenario|variant(?:en)?|opties?|options?|alternatie(?:f|ve)|fase|phase|pakket|spoor|maatregel|measure))"
    r" (?:[A-Z]|[IVX]+|\d{1,2})\b"
)
_PARTY = (
    r"(?:(?i:de|het|the) )?(?:(?i:[\w-]*(?:kabinet|regering|minister|staatssecretaris|cabinet|government"
    r"|state secretary|auteurs?|adviseurs?|authors?|advisers?|onderzoekers|researchers|(?:vak)?bond(?:en)?"
    r"|unions?|raad|council|commissie|committee|meerderheid|minderheid|majority|minority|gemeenten?|municipalit(?:y|ies)"
    r"|provincies?|provinces?|inspectie|inspectorate|oppositie|opposition))(?: (?:van|of) (?:[A-Z][\w-]+))?"
    r"(?: (?!Kamer)[A-Z][\w-]+)*|[A-Z][\w-]*[A-Z][\w-]*(?: [A-Z][\w-]+)*)"
)
"""Somebody by what they are ("de minister", "the council"), perhaps with a name behind it, or by a short form."""
_WHOLE_PARTY = re.compile(rf"{_PREPOSITION}(?P<who>{_PARTY})")
_ASKED = re.compile(
    rf"^(?P<before>(?i:wat|waarom|hoe|what|why|how) (?i:vind|vond|zeg|wil|denk|do|advi|steun|is|zijn|are)\w*"
    rf"(?: (?i:volgens|de mening van|het standpunt van|the view of))? )(?P<who>{_PARTY})(?= )"
)
"""A question that asks a party for a view, with the party in it."""
_OF_SOMETHING = re.compile(r"\b(?:van|over|op|aan|voor|bij|tegen|met|of|about|on|to|for|with|against)\b", re.IGNORECASE)
"""Behind the party, what it is asked about: a question without has a follow-up that asks what another thinks of it."""


def asked_of_another(text: str, earlier: str) -> str | None:
    """The earlier question with what the follow-up names in the place of its like; None where it names no like thing.

    "En in 2029?" behind "Wat kost het in 2028?" is "Wat kost het in 2029?". What the earlier one has twice is left.
    """
    match = _CORE.fullmatch(text)
    if match is None or len(match["core"].split()) > _WORDS:
        return None
    core = match["core"]
    for kind in (_LABEL, _SHARE, _YEAR):
        mine, theirs = list(kind.finditer(core)), list(kind.finditer(earlier))
        if len(mine) == len(theirs) == 1:
            return earlier[: theirs[0].start()] + mine[0].group() + earlier[theirs[0].end() :]
        if mine:
            return None
    party, asked = _WHOLE_PARTY.fullmatch(core), _ASKED.match(earlier)
    if party is None or asked is None or not _OF_SOMETHING.search(earlier, asked.end()):
        return None
    return earlier[: asked.start("who")] + party["who"] + earlier[asked.end("who") :]
