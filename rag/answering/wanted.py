"""Whether a text holds the kind of answer that a question wants."""

import re

from rag.answering.intent import Wanted
from rag.letters.dates import MONTH_NUMBERS
from rag.store.words import fold

_NUMBER_WORDS = (
    r"één(?! van)|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|"
    r"zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|honderd|duizend|miljoen|miljard|anderhalf|helft|"
    r"kwart|derde deel"
    r"|one(?! of| another)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|eighteen|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|quarter"
)
_MONTHS = "|".join(MONTH_NUMBERS)
_DATE = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{4}}\b|\b(?:1[89]|20)\d\d\b|\b(?:later|eind|begin|medio|"
    rf"voorjaar|najaar|zomer|winter|kwartaal|volgend jaar|dit jaar"
    r"|end of|this year|next year|spring|summer|autumn|quarter)\b"
)
_DIGITS = r"\d+(?:[.,]\d+)*"
_NUMBER = re.compile(rf"(?<![\w-])(?:{_DIGITS}|{_NUMBER_WORDS})\b")
_FOUR_DIGITS = r"(?<![\d.,])(?:1[89]|20)\d\d\b(?![.,]\d)"
_YEAR = re.compile(
    rf"\b(?:in|van|sinds|jaar|of|since|year) {_FOUR_DIGITS}|{_FOUR_DIGITS}(?! (?:\w+e )?\w{{3,}}(?:en|s)\b)"
)
"""A year, and not so many of something: "2000 molens"."""
_AMOUNT = rf"(?:\b(?:{_DIGITS}|{_NUMBER_WORDS})\s?)*"
_MONEY = re.compile(
    rf"€\s?{_AMOUNT}|{_AMOUNT}\b(?:euro(?:['’]?s)?|miljoen|miljard|million|billion)\b|\bkosteloos|\bgratis"
)
_PERCENTAGE = re.compile(
    rf"{_AMOUNT}(?:%|\bprocent|\bpercentage|\bper cent|\bpercent)|"
    r"\b(?:helft|derde|kwart|meerderheid|minderheid|deel|half|third|quarter|majority|minority)\b"
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
        named = set(re.findall(r"[\w'-]+", fold(question)))
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
    if wanted is Wanted.QUANTITY:
        folded = _YEAR.sub(" ", folded)
    given = {_plain(match) for match in pattern.findall(asked)}
    return any(_plain(match) not in given for match in pattern.findall(folded))


def _plain(match: str) -> str:
    """A number or amount without separators and white space, so that 1.200 and 1200 are one."""
    return re.sub(r"[.,\s]", "", match)
