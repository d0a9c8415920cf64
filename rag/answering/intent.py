"""What kind of question it is, by its wording alone."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rag.answering.model import Field


class Kind(StrEnum):
    """What a question asks for."""

    PARAGRAPH = "paragraph"
    FOOTNOTE = "footnote"
    METADATA = "metadata"
    LETTERS = "letters"
    SUMMARY = "summary"
    COMPARISON = "comparison"
    FORBIDDEN = "forbidden"
    CHAT = "chat"
    CONTENT = "content"


class Wanted(StrEnum):
    """What an answer must hold, where the question's wording tells."""

    QUANTITY = "quantity"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    NAME = "name"
    REASON = "reason"
    ANYTHING = "anything"


@dataclass(frozen=True, kw_only=True)
class Intent:
    """A question's kind, with what its wording names."""

    kind: Kind
    numbers: tuple[int, ...] = ()
    """The paragraphs or footnotes that it names."""
    fields: tuple[Field, ...] = ()
    wanted: Wanted = Wanted.ANYTHING


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_FORBIDDEN = _any(
    r"\b(?:negeer|vergeet|omzeil|overtreed|schakel)\b.{0,40}\b(?:instructies?|regels?|opdracht(?:en)?|citeerregels|"
    r"aanwijzingen|controles?)\b",
    r"\b(?:ignore|disregard|forget|override|bypass|disable|drop)\b.{0,40}\b(?:instructions?|rules?|prompts?|"
    r"guidelines?|checks?|restrictions?)\b",
    r"\b(?:system ?prompt|systeemprompt|jailbreak|developer mode|dan mode)\b",
    r"\b(?:vanaf nu ben je|je bent nu|jij bent nu|doe alsof|speel (?:de rol|dat)|gedraag je als)\b",
    r"\b(?:from now on you|you are now|pretend (?:to be|that|you)|act as (?:if|a)|role-?play)\b",
    r"\b(?:verzin|fantaseer|fabriceer|zuig uit je duim|bedenk)\b(?!.{0,20}\bkabinet\b)",
    r"\b(?:make up|invent|fabricate|concoct|dream up)\b",
    r"\b(?:fake|imaginary|fictional|nep|gefingeerd\w*|fictie[fv]e?)\b.{0,30}\b(?:quote|line|citaat|interview|"
    r"uitspraak|statement|brief|letter)\b",
    r"\b(?:citaat|quote|uitspraak|statement)\b.{0,30}\b(?:alsof|as if|as though)\b",
    r"\b(?:zeg|schrijf|antwoord|say|write|state|answer|reply)\b.{0,25}\b(?:dat|that)\b.{0,40}\b(?:ook al|even though|"
    r"hoewel|regardless|whatever the letter)\b",
    r"\b(?:schrijf|write|draft|compose|maak)\b.{0,40}\b(?:speech|toespraak|gedicht|poem|tweet|rap|liedje|song|essay|"
    r"opiniestuk|op-ed|column|verhaal|story)\b",
)
_CHAT = _any(
    r"^(?:hoi|hallo|hey|hi|hello|goedemorgen|goedemiddag|goedenavond|good (?:morning|afternoon|evening))\b.{0,60}$",
    r"^(?:dank(?: je| u)?(?: wel)?|bedankt|thanks?(?: you)?)\b.{0,30}$",
    r"\b(?:hoe gaat het met (?:je|jou|u)|how are you|wie ben jij|who are you|ben je een (?:robot|mens)|"
    r"are you (?:a bot|human))\b",
    r"\b(?:recept(?:en)?|recipes?|weer(?:bericht|svoorspelling)|weather|gaat het regenen|will it rain|voetbal\w*|"
    r"eredivisie|football|soccer|champions league|europe(?:an|es) championship"
    r"|world cup|wedstrijd|horoscoop|horoscope|mop\b|joke|film(?:tip)?s?|movies?|beurskoers|bitcoin|"
    r"python(?:-?script)?|javascript|programmeer\w*|source code"
    r"|python code|hotel|restaurant|vakantietip)\b",
)
_SIGN = r"(?:§§?|paragraa?f(?:en)?|paragraphs?|alinea'?s?|para\.?|par\.)"
_PARAGRAPH = re.compile(
    rf"{_SIGN}\s*(?:nr\.?|no\.?|nummer|number)?\s*(\d{{1,4}})((?:\s*(?:,|en|and|&|t/m|tot|to|-|–)\s*§?\s*\d{{1,4}})*)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(?:voetnoot|noot|footnote|endnote|note)\s*(?:nr\.?|no\.?|nummer|number)?\s*(\d{1,3})\b", re.IGNORECASE
)
_LETTERS = _any(
    r"\b(?:welke|hoeveel) (?:brieven|documenten|stukken|kamerbrieven)\b(?!.{0,60}\b(?:verw|noem|noemt|genoemd|"
    r"schreef|gestuurd|staan in de)\w*)",
    r"\b(?:which|what|how many) (?:letters|documents|papers)\b(?=.{0,40}\b(?:you|there|available|index|have|loaded|"
    r"search)\b|\??$)",
    r"\b(?:list|show)(?: me)? (?:all )?(?:the )?(?:letters|documents)\b",
)
_SUMMARY = _any(
    r"\bvat\b.{0,120}\bsamen\b",
    r"\bsamenvat\w*",
    r"\b(?:hoofdpunten|kernpunten|hoofdlijnen|kernboodschap|strekking|hoofdboodschap)\b",
    r"\bwaar gaat (?:de|deze|dit|het) \w+ over\b",
    r"\bwaarover gaat (?:de|deze) brief\b",
    r"\b(?:in|geef)\b.{0,20}\b(?:een paar|enkele|twee|drie|vier|vijf) (?:zinnen|punten|bullets?)\b",
    r"\b(?:kort overzicht|bullet ?points?|in het kort)\b",
    r"\bsummar(?:y|ise|ize|ies)\b",
    r"\b(?:main|key) (?:points?|messages?|takeaways?|findings)\b",
    r"\b(?:what is|what's) (?:the|this) letter about\b",
    r"\b(?:give|set out).{0,30}\boverview\b",
    r"\b(?:tl;?dr|in a nutshell|gist)\b",
)
_PARTIES = (
    r"(?:kabinet|auteurs?|onderzoekers|adviseurs|commissie|raad|minister|staatssecretaris|cabinet|authors?|advisers"
    r"|researchers|committee|council|government)"
)
_COMPARISON = _any(
    rf"\b(?:verschil\w*|oneens|uiteen|tegenover|overeenkom\w*|vergelijk\w*|"
    rf"eens)\b.{{0,120}}\b{_PARTIES}\b.{{0,80}}\b(?:en|met|van)\b.{{0,80}}",
    rf"\b{_PARTIES}\b.{{0,80}}\b(?:en|met|van)\b.{{0,40}}\b{_PARTIES}\b.{{0,120}}\b(?:verschil\w*|oneens|eens|"
    rf"uiteen\w*|overeen|het eens)\b",
    rf"\b(?:zowel|wat zegt|wat zeggen)\b.{{0,60}}\b{_PARTIES}\b.{{0,40}}\b(?:als|en|versus)\b.{{0,40}}\b{_PARTIES}\b",
    rf"\b(?:differ\w*|agree\w*|disagree\w*|compare|comparison|contrast|versus|vs\.?|diverge\w*|align\w*|"
    rf"at odds)\b.{{0,160}}\b{_PARTIES}\b",
    rf"\b{_PARTIES}\b.{{0,60}}\b{_PARTIES}\b.{{0,120}}\b(?:differ\w*|agree\w*|disagree\w*|diverge\w*|part ways|"
    rf"align\w*|share\w*|at odds)\b",
    rf"\b{_PARTIES}\b.{{0,80}}\b(?:agree|disagree|share|differ)\b.{{0,80}}\b(?:{_PARTIES}|that|it)\b",
    rf"\bwhat do (?:the )?{_PARTIES}\b.{{0,60}}\b(?:and|does)\b.{{0,60}}\b{_PARTIES}\b",
)
_FIELDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.SIGNATORY,
        _any(
            r"\bwie\b.{0,40}\b(?:onderteken\w*|getekend|tekende|schreef|geschreven|afzender|verstuur\w*|"
            r"verzond\w*)\b(?=.{0,40}\b(?:brief|dit|deze|stuk|eronder)\b|.{0,12}$)",
            r"\b(?:van wie is (?:de|deze) brief|wie is de afzender|door wie is (?:de|deze|dit) (?:brief|stuk)|"
            r"wiens handtekening|wie heeft (?:de|deze) brief|naam onder de brief)\b",
            r"\bwho\b.{0,30}\b(?:signed|wrote|sent|authored|is the (?:sender|author|"
            r"signatory))\b(?=.{0,30}\b(?:letter|it|this)\b|.{0,8}$)",
            r"\b(?:whose signature|signatory|who is the letter from|who signs|name is (?:under|"
            r"at the bottom of) the letter)\b",
        ),
    ),
    (
        Field.ADDRESSEE,
        _any(
            r"\b(?:aan wie|tot wie)\b.{0,40}\b(?:brief|gericht|gestuurd|geadresseerd|verstuurd|geschreven)\b",
            r"\b(?:geadresseerde|wie is de ontvanger)\b",
            r"\bto whom\b.{0,40}\b(?:letter|addressed|sent|written)\b|\bwho (?:is|was) (?:the|"
            r"this) letter (?:addressed|sent|written) to\b|\baddressee\b|\bwho (?:is|was) it addressed to\b",
        ),
    ),
    (
        Field.DATE,
        _any(
            r"\b(?:wanneer|op welke (?:datum|dag)|van welke datum|welke datum)\b.{0,30}\b(?:is|heeft|werd|draagt|"
            r"staat)?\b.{0,15}\b(?:de|deze|dit) (?:kamer)?(?:brief|stuk)\b(?!.{0,6}\b(?:de|het|een|van|"
            r"over)\b \w+ \w+).{0,30}$",
            r"\b(?:datum van de brief|dagtekening|hoe oud is de brief)\b",
            r"\b(?:when|what date|on what (?:date|day)|on which (?:date|day))\b.{0,20}\b(?:the|this) letter\b.{0,25}$",
            r"\b(?:date of the letter|letter's date|how old is the letter|letter dated)\b",
        ),
    ),
    (
        Field.DATELINE,
        _any(
            r"\b(?:vanuit|in|uit|vanaf) welke (?:plaats|stad)\b.{0,40}\b(?:brief|verstuurd|geschreven|verzonden|"
            r"gedateerd)\b|\bwaar is de brief (?:geschreven|verstuurd|verzonden)\b",
            r"\bwhere was (?:the|this) letter (?:written|sent|dated)\b|\bfrom (?:which|what) (?:place|city|"
            r"town)\b.{0,30}\bletter\b|\bdateline\b",
        ),
    ),
    (
        Field.TITLE,
        _any(
            r"\b(?:titel|opschrift) van (?:de|deze) brief\b",
            r"\b(?:title|heading) of (?:the|this) letter\b",
            r"\bletter(?:'s)? title(?:d)?\b",
        ),
    ),
)
_WANTED: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
    (
        Wanted.PERCENTAGE,
        _any(
            r"\b(?:welk|hoeveel|wat voor) (?:percentage|procent)\b|\bhoeveel procent\b|\b(?:what|"
            r"which) (?:percentage|share|proportion)\b|\bper ?cent(?:age)? of\b"
        ),
    ),
    (
        Wanted.MONEY,
        _any(
            r"\bhoeveel\b.{0,25}\b(?:geld|euro'?s?|miljoen|miljard|budget|kost\w*|betaal\w*|gefinancierd|uitgegeven|"
            r"subsidie)\b|\bwat (?:kost|kosten|heeft .{0,40} gekost)\b|\bhoe duur\b|\b(?:welk bedrag|welke kosten|"
            r"met hoeveel miljoen)\b",
            r"\bhow much\b.{0,60}\b(?:money|cost|pay|paid|spend|spent|budget|funding|euros?|million|billion|"
            r"allocated|set aside)\b|\bhow (?:expensive|many (?:euros?|million|billion))\b|\bwhat (?:does|did|will|"
            r"would) .{0,60} cost\b|\bwhat (?:amount|sum|budget)\b|\bhow big is the budget\b",
        ),
    ),
    (
        Wanted.QUANTITY,
        _any(
            r"\bhoeveel\b|\b(?:welk|wat is het) aantal\b|\bhoe (?:lang|groot|vaak|hoog|ver)\b|\bmet hoeveel\b|"
            r"\bhoeveelste\b",
            r"\bhow (?:many|much|long|large|big|often|high|far)\b|\bwhat(?:'s| is) the (?:number|size|total|"
            r"figure)\b|\bwhat number\b|\bfigures\b",
        ),
    ),
    (
        Wanted.DATE,
        _any(
            r"\b(?:wanneer|op welke (?:dag|datum)|in welk jaar|per wanneer|vanaf wanneer|sinds wanneer|welk jaar|"
            r"welke datum|tot wanneer|hoe laat)\b(?! (?:geldt|mag|kan|moet|is er sprake)\b)",
            r"\b(?:on )?(?:what|which) (?:date|day|year)\b|\bsince when\b|\bby when\b|^when (?:is|was|were|are|will|"
            r"did|does|do|must|should|has|have)\b(?! .{0,40}\b(?:allowed|permitted|willing|apply|possible)\b)",
        ),
    ),
    (
        Wanted.NAME,
        _any(
            r"\b(?:wie|door wie|met wie|van wie)\b(?! .{0,20}\b(?:vindt|zegt|stelt|meent)\b)|"
            r"\bwelke? (?:\w+ )?(?:land(?:en)?|partij(?:en)?|fracties?|kamerlid|kamerleden|senator|minister|"
            r"universiteit|stad|steden|persoon|organisaties?|rechter|arrest|bedrijf|bedrijven|gemeenten?|provincies?|"
            r"route[ns]?|naam|namen|eurocommissaris|staten)\b|\bhoe heet\w*\b",
            r"\bwho(?:se|m)?\b(?!.{0,20}\b(?:says|thinks|holds)\b)|\b(?:which|what) (?:\w+ )?(?:countr(?:y|ies)|"
            r"part(?:y|ies)|mps?|members?|senators?|minister|universit(?:y|ies)|city|cities|person|organisations?|"
            r"courts?|compan(?:y|ies)|municipalit(?:y|ies)|provinces?|routes?|names?|commissioner|states?)\b|"
            r"\bwhere exactly\b",
        ),
    ),
    (
        Wanted.REASON,
        _any(
            r"\b(?:waarom|hoezo|hoe komt het|om welke reden|wat is de reden|waardoor|hoe verklaart)\b",
            r"\b(?:why|how come|for what reason|what(?:'s| is) the reason|what caused)\b",
        ),
    ),
)


def classify(text: str) -> Intent:
    """The intent of a question; anything without telling wording is a question about the content."""
    if _FORBIDDEN.search(text):
        return Intent(kind=Kind.FORBIDDEN)
    if numbers := _numbers(_PARAGRAPH, text):
        return Intent(kind=Kind.PARAGRAPH, numbers=numbers)
    if numbers := _numbers(_FOOTNOTE, text):
        return Intent(kind=Kind.FOOTNOTE, numbers=numbers)
    if fields := tuple(field for field, pattern in _FIELDS if pattern.search(text)):
        return Intent(kind=Kind.METADATA, fields=fields)
    for kind, pattern in (
        (Kind.LETTERS, _LETTERS),
        (Kind.CHAT, _CHAT),
        (Kind.COMPARISON, _COMPARISON),
        (Kind.SUMMARY, _SUMMARY),
    ):
        if pattern.search(text):
            return Intent(kind=kind, wanted=_wanted(text))
    return Intent(kind=Kind.CONTENT, wanted=_wanted(text))


def _wanted(text: str) -> Wanted:
    return next((wanted for wanted, pattern in _WANTED if pattern.search(text)), Wanted.ANYTHING)


def _numbers(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    """The numbers that a question names, ranges written out, each once."""
    found: list[int] = []
    for match in pattern.finditer(text):
        found.append(int(match.group(1)))
        rest = match.group(2) if pattern.groups > 1 else ""
        for sign, number in re.findall(r"(,|en|and|&|t/m|tot|to|-|–)\s*§?\s*(\d{1,4})", rest, re.IGNORECASE):
            last = int(number)
            is_range = sign.lower() in ("t/m", "tot", "to", "-", "–") and found[-1] < last <= found[-1] + 30
            found.extend(range(found[-1] + 1, last + 1) if is_range else [last])
    return tuple(dict.fromkeys(found))
