"""Whether a text holds the kind of answer that a question wants."""

import re

from rag.answering.intent import Wanted
from rag.store.words import fold

_NUMBER_WORDS = (
    r"twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|"
    r"negentien|twintig|dertig|veertig"
    r"|vijftig|honderd|duizend|miljoen|miljard|anderhalf|helft|kwart|derde deel|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|quarter"
)
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
_DATE = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{4}}\b|\b(?:1[89]|20)\d\d\b|\b(?:later|eind|begin|medio|"
    rf"voorjaar|najaar|zomer|winter|kwartaal|volgend jaar|dit jaar"
    r"|end of|this year|next year|spring|summer|autumn|quarter)\b"
)
_NUMBER = re.compile(rf"(?<![\w-])(?:\d[\d.,]*|{_NUMBER_WORDS})\b")
_MONEY = re.compile(r"€|\beuro|\b(?:miljoen|miljard|million|billion)\b|\bkosteloos|\bgratis")
_PERCENTAGE = re.compile(
    r"%|\bprocent|\bpercentage|\bper cent|\bpercent|\b(?:helft|derde|kwart|meerderheid|minderheid|deel|half|third|"
    r"quarter|majority|minority)\b"
)
_NAME = re.compile(r"(?<!^)(?<![.!?«] )\b[A-Z][\w’-]+")
_REASON = re.compile(
    r"\b(?:omdat|want|aangezien|daarom|doordat|vanwege|wegens|door|zodat|opdat|gelet op|gezien|dankzij|leidt|leiden|"
    r"gevolg|oorzaak|reden|uit vrees|waardoor|immers|om"
    r"|because|since|therefore|owing|due|so that|in order|given|in view|as a result|lead|cause|reason|fear|thereby|"
    r"hence|by)\b"
)


def holds(wanted: Wanted, text: str, question: str) -> bool | None:
    """Whether `text` holds what is wanted and `question` did not already name; None where anything will do."""
    if wanted is Wanted.ANYTHING:
        return None
    if wanted is Wanted.NAME:
        named = set(fold(question).split())
        return any(fold(match) not in named for match in _NAME.findall(text))
    folded, asked = text.casefold(), question.casefold()
    if wanted is Wanted.REASON:
        return _REASON.search(folded) is not None
    pattern = {
        Wanted.QUANTITY: _NUMBER,
        Wanted.DATE: _DATE,
        Wanted.MONEY: _MONEY,
        Wanted.PERCENTAGE: _PERCENTAGE,
    }[wanted]
    given = set(pattern.findall(asked))
    found = [match for match in pattern.findall(folded) if match not in given]
    if wanted is Wanted.QUANTITY:
        found = [match for match in found if not re.fullmatch(r"(?:1[89]|20)\d\d[.,]?", match)]
    return bool(found)
