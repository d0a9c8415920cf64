"""What the next sentences say to a quoted one: without it a proposal reads as what will happen, a fear as a fact."""

import re
from collections.abc import Mapping

from rag.answering.evidence import Evidence, Place
from rag.answering.pointing import points_back
from rag.answering.standing import is_label
from rag.letters import Voice, is_item
from rag.letters.speakers import reports

_PROPOSES = re.compile(
    r"\b(?:wil(?:len)?|(?:[bg]e)?pleit(?:ten|te|en)?|beve(?:elt|len)\b.*\baan|aanbevolen|(?:ge)?advise(?:ert|ren|erd\w*)"
    r"|vra(?:agt|gen)|vroeg(?:en)?|gevraagd|verzoe(?:kt|ken)|verzocht(?:en)?"
    r"|(?:stel(?:t|len|de|den)\b.*\bvoor|voorstel\w*|voorgesteld)|(?:ge)?eis(?:t|en|te|ten)|vrees(?:t|de)|vrezen"
    r"|roep(?:t|en)\b.*\bop|opgeroepen|dring(?:t|en)\b.*\baan|aangedrongen"
    r"|zou(?:den)? (?:[\w-]+ ){0,4}(?:moeten|willen))\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"(?:Maar|Echter|Wel|Toch|Niettemin|Desondanks|Evenwel)\b|(?:Dit|Dat|Deze|Die|Daarvoor|Daarbij|Hiervoor|"
    r"Hierbij|Daarvan) (?:\w+ ){0,3}(?:echter|wel|evenwel|niettemin)\b(?! (?:of|degelijk)\b)"
    r"|(?:Als|Indien|Wanneer|Mocht|[A-Z][a-z]+t|Is) (?:dit|dat) (?:\w+ ){0,2}niet\b",
)
"""How a sentence begins that takes back or limits what was said before it, or tells what is done if that fails."""
_REFUSES = re.compile(
    r"\b(?:niet|geen|evenmin|noch|onjuist|on(?:wenselijk|nodig|haalbaar|mogelijk)|verworpen|afgewezen|ontraden"
    r"|ontraad|wij(?:s|st|zen)\b.*\baf)\b",
    re.IGNORECASE,
)
"""That something is not so, or will not be."""
_PUT_TO = re.compile(
    r"\b(?:(?:voor|om|ter) (?:advies|advisering|toetsing|consultatie|reactie)\b.*\b(?:voorgelegd|gevraagd|verzocht"
    r"|gestuurd|aangeboden)|(?:advies|oordeel|reactie|zienswijze) (?:\w+ )?gevraagd|voorgelegd aan)\b",
    re.IGNORECASE,
)
"""That somebody was asked what they think."""
_SUSPECTS = re.compile(
    r"\b(?:mogelijk\w*|wellicht|misschien|vermoed\w*|aanwijzing(?:en)?|signalen|verband|relatie|risico\w*|zouden?|lijk(?:t|en)"
    r"|verdenking(?:en)?|beweerd\w*|gesteld)\b",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"\b(?:niet|nooit|nog geen|geen|onvoldoende)\b(?: [\w-]+){0,4} (?:aangetoond|bewezen|gebleken|vastgesteld|gevonden|"
    r"bevestigd|bewijs)\b|\bkomen vast te staan\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:zie(?:t|n)?|zag(?:en)?|bestaat|is)\b.{0,80}\b(?:geen|onvoldoende) (?:aanleiding|reden|noodzaak|meerwaarde"
    r"|grond)\b"
    r"|\bzie(?:t|n)? (?:hier|daar)(?:toe|voor|in) (?:\w+ )?(?:aanleiding|reden)\b"
    r"|\b(?:ben|is|zijn) (?:\w+ ){0,3}(?:bereid|voornemens|van plan)\b"
    r"|\b(?:ik|wij|kabinet) (?:deel|delen|deelt|onderschrij(?:f|ft|ven)) (?:\w+ ){1,4}(?:mening|opvatting|stelling"
    r"|zorg(?:en)?|conclusie|analyse)\b",
    re.IGNORECASE,
)
"""What a question whether something will be done, or is thought, is answered with."""
_NEAR = 2
"""Sentences behind what is suspected within which it is told that it was not found."""
_AHEAD = 3
"""Sentences behind a proposal within which the cabinet responds to it."""


def response_to(one: Evidence, every: Mapping[Place, Evidence]) -> Evidence | None:
    """The cabinet's first sentence behind another's proposal in its paragraph, among the evidence `every` by place.

    None where the sentence proposes nothing, is the cabinet's own, or goes without a word from the cabinet.
    """
    sentence = one.sentence
    if Voice.CABINET in sentence.holders or sentence.voice is Voice.NEUTRAL or not _PROPOSES.search(sentence.text):
        return None
    behind = (every.get((one.letter, one.paragraph, one.index + step)) for step in range(1, _AHEAD + 1))
    return next((other for other in behind if other and other.sentence.voice is Voice.CABINET), None)


def qualifies(one: Evidence, every: Mapping[Place, Evidence]) -> Evidence | None:
    """The next sentence where a reader would believe too much, or learn too little, without it.

    It takes back or refuses what this one says, says what was answered to what this one asks of somebody, or what this
    one is a mere label of; or it is the one after that, which says that a suspicion was not confirmed.
    """
    after = every.get((one.letter, one.paragraph, one.index + 1))
    if after and _answers(one.sentence.text, after.sentence.text):
        return after
    if not _SUSPECTS.search(one.sentence.text) or _UNPROVEN.search(one.sentence.text):
        return None
    behind = (every.get((one.letter, one.paragraph, one.index + step)) for step in range(1, _NEAR + 1))
    return next((other for other in behind if other and _UNPROVEN.search(other.sentence.text)), None)


def _answers(text: str, after: str) -> bool:
    refuses = points_back(after) and _REFUSES.search(after) is not None
    is_told = _PUT_TO.search(text) is not None and reports(after)
    return refuses or is_told or _TAKES_BACK.match(after) is not None or is_label(text)


def decides(text: str) -> bool:
    """Whether a sentence says whether something will be done, or whether a view is shared."""
    return _DECIDES.search(text) is not None


def reason_behind(one: Evidence, every: Mapping[Place, Evidence]) -> Evidence | None:
    """The next sentence of the same voice behind one that refuses or decides: there the reason is given."""
    text = one.sentence.text
    after = every.get((one.letter, one.paragraph, one.index + 1))
    if after is None or after.sentence.voice is not one.sentence.voice or is_item(after.sentence.text):
        return None
    return after if decides(text) or _REFUSES.search(text) else None
