"""What a letter leaves open: put by a claim as so, "Of het Hof dat volgt, zal blijken", or left open by both."""

import re

from rag.checking.alignment import Alignment
from rag.checking.clauses import whole_words
from rag.checking.modality_words import DELIBERATES, SOUGHT, UNSETTLED

_ASKED = re.compile(
    r"(?:^Of|\b(?:in het midden|niet bekend|onbekend|onduidelijk|niet duidelijk|de vraag|betwijfel(?:t|en)"
    r"|onderzo(?:ekt|eken)|bezi(?:et|en)|nagaan) of"
    r"|\b(?:vraagt|vragen|vroeg(?:en)?|gevraagd)\b[^.;]* of)\b(?P<what>[^,;]+)"
)
_ASKS_TOO = whole_words(
    r"of|if|doubts?|betwijfel\w*|twijfel\w*|onderzo\w+|investigat\w*|examin\w*|open|unanswered|midden"
)
"""By which a claim may leave it open as well."""
_UNDECIDED = whole_words(
    r"(?:yet|remains|still) to|undecided|unsettled|not yet (?:been )?(?:decided|settled|clear|known)|no decision"
    r"|nog (?:niet|geen) (?:[\w-]+ ){0,4}(?:besl(?:uit|oten|ist)\w*|beslissing|uitsluitsel|keuze|oordeel|standpunt"
    r"|duidelijk\w*|bekend)|moet(?:en)? nog|nog te (?:bezien|bepalen|besluiten|beslissen)"
    r"|(?:houdt?|houden|laat|laten|keeps?|leaves?|still|nog) (?:[\w-]+ ){0,5}open|(?:nog )?in beraad"
)
"""Says that no choice has been made: with a denial ("nog geen besluit") or without one ("houdt het open")."""
_MOSTLY = 0.6
"""Share of what the best source holds of a claim from which on the claim is about the part in which it stands."""


def is_left_open(alignment: Alignment) -> bool:
    """Whether a claim that leaves nothing open rests on a part of its best source that asks whether something is so."""
    claim, text = alignment.statement.text, alignment.sources[0].sentence.text
    if any(words.search(claim) for words in (_ASKS_TOO, UNSETTLED, DELIBERATES, SOUGHT)):
        return False
    places = [word.start for word in alignment.held_in(0) if word.language == "nl"]
    asked = _ASKED.search(text)
    within = sum(asked.start("what") <= place < asked.end() for place in places) if asked else 0
    return within > _MOSTLY * len(places)


def is_open_to_both(alignment: Alignment) -> bool:
    """Whether claim and best source both say that something is undecided, so that a denial in one only is none."""
    source = alignment.sources[0]
    texts = (source.sentence.text, source.english or "")
    return _UNDECIDED.search(alignment.statement.text) is not None and any(map(_UNDECIDED.search, texts))
