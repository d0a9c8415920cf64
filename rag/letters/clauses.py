"""The cabinet as subject of a sentence that names another party in front of it."""

import re

from rag.letters.parties import ORGANISATIONS, PEOPLE, WRITERS

CABINET = (
    r"(?:het|dit|ons|ons demissionaire) kabinet|ik|wij|de regering|"
    r"mijn (?:inzet|oordeel|reactie|standpunt|eigen \w+|ambtsvoorganger|ambtgeno\w+|voorganger)|"
    r"de (?:minister|staatssecretaris|bewindslieden|bewindspersoon)\b"
)
_INVERTED = re.compile(
    r"(?:^|(?<=[ «]))(?!(?:dat|als|zoals|evenals|wat|die|waar\w*|omdat|hoe|en|maar|of|toen|indien|terwijl|zodat|want"
    r"|dan|dus|nadat|voordat|doordat|hoewel|wanneer|zolang|zodra|tenzij|mits|opdat|sinds|totdat|wie|welke|alsmede|noch|ook"
    r"|nu|zelf|net|behalve)\b)(?:ben|[a-zë]+(?<!en)) (?P<i>ik)(?![\w-])|\b[a-zë]+n (?P<we>wij|we)(?![\w-])",
    re.IGNORECASE,
)
"""A verb with its subject behind it, so that what stands in front is object: "het advies volg ik op"."""
_ASKED_WHICH = re.compile(r"\b(?:welke?|hoeveel)(?: [\w-]+){0,2} $", re.IGNORECASE)
_DECIDES_ON = re.compile(
    r"^(?:Ook )?(?:het|dit|de|deze) (?:\w+ )?(?:[\w-]*rapport|advies|onderzoek|evaluatie|verkenning|aanbeveling\w*"
    r"|voorstel\w*)\b.* (?:volgt|neemt|onderschrijft|deelt|omarmt|steunt|verwerpt)"
    r" (?P<it>het kabinet|de (?:regering|minister|staatssecretaris))\b",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    rf"^(?!(?:de|het|een|alle|\w+e) (?:[\w-]+ )?(?:{ORGANISATIONS}|{PEOPLE}|{WRITERS}"
    r"|[\w-]*(?:raad|commissie|college|comité))\b|(?-i:(?:De|Het) [A-Z]))"
    r"[^,;:]{3,120}, (?:zoals|gelijk|die|dat|waar\w*|door|bepleit|voorgesteld)\b[^;:]*?, "
    r"(?:wijst(?=.* af\b)|voert(?=.* uit\b)|neemt(?=.* over\b)|legt(?=.* naast\b)|laat|heeft|zal|wil|kan|acht"
    r"|vindt|ziet|deelt|onderschrijft|verwerpt|overweegt|beschouwt) (?P<it>het kabinet|de (?:regering|minister))\b"
    r"|\bgaat (?P<far>het kabinet|de regering|mij|ons) (?:\w+ )?te ver\b",
    re.IGNORECASE,
)
"""What another wants and the cabinet decides on: "een verbod, zoals de raad bepleit, wijst het kabinet af"."""
_CONTRAST = re.compile(
    rf"(?:; (?:\w+ )?|, (?:maar|doch) (?:\w+ )?)(?P<who>{CABINET})(?![\w-])"
    r"(?! (?:moet|dient|zou|mag|kan|hoort|behoort|heeft|had|is|was|doet|laat)\b)"
    r"|, en (?:\w+ )?(?P<self>ik|wij)(?![\w-])|, en (?:daarmee|die|dat|dit) \w+ (?P<also>het kabinet|de regering)\b",
    re.IGNORECASE,
)
"""What the cabinet does against a view; what it must do or has left undone can be the other's view of it."""


def cabinet_acts(text: str) -> re.Match[str] | None:
    """The cabinet behind its verb or in a clause that contrasts; the match's last group is its name."""
    for pattern in (_INVERTED, _DECIDES_ON, _SETTLES, _CONTRAST):
        for match in pattern.finditer(text):
            if pattern is not _INVERTED or not _ASKED_WHICH.search(text[: match.start()]):
                return match
    return None
