"""What the cabinet makes of another's view: taken over or not, in a claim and in the letter."""

import re

from rag.checking.alignment import Source
from rag.checking.numbers import Kind, find_numbers, is_same
from rag.checking.statement import Statement
from rag.letters import Voice
from rag.letters.outsiders import acting_outsider
from rag.letters.speakers import THINKS

_ACCEPTS = re.compile(
    r"\b(?:(?:mee|over)(?:genomen|gaan|gegaan)|neem\w*\b.*?\bover|onderschrij\w+|onderschreef"
    r"|(?<!een )(?<!het )de(?:el|elt|len)(?! (?:er|daar)?van)"
    r"|steun(?:t|en|de)?|volg(?:t|en|de)?|ga(?:at|an)?\b.*?\bmee|omarm\w*|(?:geef|geeft|geven|krijgt?|krijgen)\b.*?\bgelijk|schaar\w*"
    r"|(?:sta|staat|staan)\b.*?\b(?:open|welwillend|achter|positief|afwijzend)|eens|sluit\w*\b.*?\baan|aanvaard\w*"
    r"|accepte\w*|honore\w*|stem\w*\b.*?\bin|voel\w*\b.*?\bvoor|spre(?:ekt|ken)\b.*?\baan|uitgevoerd"
    r"|lijk(?:t|en) mij\b.*?\b(?:redelijk|verstandig|goed|juist|nuttig)|kom(?:t|en)\b.*?\bredelijk voor"
    r"|(?:heb|heeft|hebben)\b.*?\been punt|(?:has|have) a point|(?:is|are) right|(?:seems?|finds?)\b.*?\breasonable"
    r"|subscribes?|tegemoet|terechte?|conform|in line with|justified|(?:net zo|even) \w+ als|just as \w+ as"
    r"|adopt(?:s|ed)?|accepts?|follow(?:s|ed)?|(?:goes|go) along|shares?|agree(?:s|d)?|endorse[sd]?|side[sd]?"
    r"|supports?|sympathetic|taken with|open to|receptive|acted on|takes? (?:on|up|over)|back(?:s|ed)?|carried out)\b",
    re.IGNORECASE,
)
_REJECTS = re.compile(
    r"\b(?:(?:wijs\w*|wees)\b.*?\b(?:af|van de hand)|verwerp\w*|afgewezen|afgezien|ontra(?:ad|den)\w*|te ver"
    r"|niets (?:voor|in)"
    r"|ziet?\b.*?\bniet zitten|naast zich neer\w*"
    r"|(?:minder|niet) overtuigd|oneens|een andere weg|(?:zich|mij|ons)\b.*?\bniet (?:\w+ )?vinden"
    r"|reject(?:s|ed)?|refuse[sd]?|dismiss(?:es|ed)?|declin(?:es|ed)|turn(?:s|ed)? down|disagree(?:s|d)?"
    r"|advis\w+ against|too far)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:niet|geen|nooit|evenmin|not|no|never|nor|nothing|niets|weinig)\b|n[’']t\b", re.IGNORECASE)
_DENIED_AT_END = re.compile(r"\bniet[.!]?$", re.IGNORECASE)
"""Of the verb at the beginning: "De minister volgt de aanbeveling om de dienst te staken niet."."""
_DOUBLY = re.compile(r"\bniet (?:geheel )?afwijzend", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:deels|gedeeltelijk|ten dele|partly|partially|in part)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:]| (?:dat|die|om|maar|that|which|who|but|to|because|omdat) ")
_LEAD = 25
"""Characters before the verb within which a denial belongs to it."""
_SAYS = re.compile(
    rf"\b(?:{THINKS}|volgens|aldus|zegt|stelt|verwacht|vreest|oordeel|mening|according|view|opinion|wants?"
    r"|wish(?:es)?|thinks?|believes?|says?|holds?|finds?|feels?|considers?|expects?|fears?|argues?"
    r"|states?(?! secretar))\b",
    re.IGNORECASE,
)
"""Near the cabinet these give what follows as its own view rather than what it makes of another's."""
_TOO_FAR = re.compile(r"\b(?:te ver|too far)\b", re.IGNORECASE)
_NEAR = 25
_AHEAD = 3
"""Sentences behind a view within which the cabinet reacts to it."""
_ADVICE = r"(?:aanbeveling(?:en)?|voorstel(?:len)?|advies|adviezen|punten?|zorgen?|wens(?:en)?|conclusies?)"
_ANNOUNCES = re.compile(rf"\b(?:één|eén|een|twee|drie|enkele|volgende|laatste) (?:\w+ )?{_ADVICE}\b", re.IGNORECASE)
"""In front of a view, the cabinet's word on it: "Eén aanbeveling neem ik niet over. De commissie wil ..."."""
_POINTS_BACK = re.compile(rf"\b(?:deze|die|dit|dat) (?:\w+ )?{_ADVICE}\b", re.IGNORECASE)
"""At the beginning of the next paragraph, its word on the view before: "Het kabinet neemt deze aanbeveling over."."""
_COUNTED = re.compile(r",? en |, ")
"""Between those that are taken over and those that are not."""
_LAST = 2
"""Sentences at the end of a paragraph one of which the next one points back to."""


def reaction(text: str) -> str | None:
    """Whether a text takes a view over ("yes", "partly") or not ("no"); None where it does not react to one."""
    if _REJECTS.search(text):
        return "no"
    if not (accepts := _ACCEPTS.search(text)):
        return None
    around = text[max(0, accepts.start() - _LEAD) : accepts.end()] + _CLAUSE_END.split(text[accepts.end() :])[0]
    if _PARTLY.search(around):
        return "partly"
    is_denied = any((_DENIED.search(around), _DENIED_AT_END.search(text)))
    if not is_denied or _DOUBLY.search(around):
        return "no" if "afwijzend" in accepts.group() and not _DOUBLY.search(around) else "yes"
    return "no"


def told_reaction(statement: Statement) -> str | None:
    """The same of a claim that names the cabinet; None where it names another, or tells the cabinet's own view.

    "Het kabinet wil niet dat gemeenten de kosten delen" takes over nothing.
    """
    text, holder = statement.text, statement.holder
    if holder is None or holder.voice is not Voice.CABINET:
        return None
    near = text[max(0, holder.start - _NEAR) : holder.start + len(holder.text) + _NEAR]
    return None if _SAYS.search(near) and not _TOO_FAR.search(text) else reaction(text)


def counted_reactions(claim: str, source: Source) -> frozenset[str]:
    """How the cabinet takes as many as a claim counts first, where in a sentence or behind it several are told apart:
    "twee neem ik over en één neem ik niet over"; none where they are not, and "none" where there are not as many.
    """
    mine = next((one for one in find_numbers(claim) if one.kind is Kind.COUNT), None)
    behind = source.paragraph.sentences[source.index : source.index + 1 + _AHEAD]
    for text in (one.text for one in behind if one.voice is Voice.CABINET and _ACCEPTS.search(one.text)):
        parts = [part for part in _COUNTED.split(text) if find_numbers(part)]
        told = [(find_numbers(part)[0], _how(part)) for part in parts]
        if mine and len({how for _, how in told}) > 1:
            return frozenset(how for one, how in told if is_same(mine, one)) or frozenset({"none"})
    return frozenset()


def _how(part: str) -> str:
    return "partly" if _PARTLY.search(part) else "no" if _DENIED.search(part) else "yes"


def letter_reaction(source: Source) -> str | None:
    """How the cabinet reacts to the view that a sentence tells: in its last clause, behind it in its paragraph, at the
    beginning of the next one, or in the sentence before.

    A view that is a rejection itself tells nothing: to reject that is no rejection of what it rejects.
    """
    sentences = source.paragraph.sentences
    first, turn, last = source.sentence.text.rpartition(" maar ")
    if _REJECTS.search(first or last):
        return None
    if turn and re.search(r"\b(?:kabinet|regering|ik|wij|mij|ons)\b", last) and (found := reaction(last)):
        return found
    for sentence in sentences[source.index + 1 : source.index + 1 + _AHEAD]:
        is_own = sentence.voice is Voice.CABINET and not acting_outsider(sentence.text)
        if is_own and (found := reaction(sentence.text)):
            return found
        if sentence.voice not in (Voice.CABINET, Voice.NEUTRAL, source.sentence.voice):
            return None
    is_near_end = len(sentences) - source.index <= _LAST
    following = source.letter.paragraph(source.paragraph.number + 1) if is_near_end else None
    nearby = [(_POINTS_BACK, one) for one in (following.sentences[:1] if following else ())]
    nearby += [(_ANNOUNCES, one) for one in sentences[max(0, source.index - 1) : source.index]]
    told = (one for words, one in nearby if one.voice is Voice.CABINET and words.search(one.text))
    return next((found for one in told if (found := reaction(one.text))), None)
