"""What tells one kind of question from another, in both languages."""

import re

from rag.answering.model import Field


def any_of(*patterns: str) -> re.Pattern[str]:
    """Whichever of these comes, in upper or lower case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_PARTIES = (
    r"(?:kabinet|auteurs?|onderzoekers|adviseurs|(?:advies)?commissie|raad|wrr|rekenkamer|planbureau|ministers?"
    r"|bewindslieden|staatssecretaris|cabinet|authors?|advisers|researchers|committee|council|government)"
)
_TO_US = (
    r"(?:^|[.!?:;,(«\"“*]|\s[–—-]\s|\b(?:en|and|maar|but|then|please|kindly|alsjeblieft|help me|let's|"
    r"you(?: (?:to|must|should|can|could|may|will|would|have to|are to|need to))?)\b)\W{0,3}"
    r"(?:(?:please|alsjeblieft|now|nu|so|dus|also|ook|just|simply|gewoon|eerst|first|then|dan|ok(?:ay)?|hey|hi|hoi|hallo)\b\W{1,3})*"
)
"""Where a command to the assistant begins; a verb elsewhere in a question tells what somebody else does."""
_THEY_DO = r" (?:(?:het|de) \w+|(?-i:[A-Z][a-z]\w*)) (?:de|het|zijn|haar|hun)\b"
"""What follows a verb in a question about somebody else ("Vergeet het kabinet de regels?")."""
FORBIDDEN = any_of(
    rf"{_TO_US}(?:negeer|vergeet(?!{_THEY_DO})|omzeil|overtreed|schakel)\b.{{0,40}}"
    r"\b(?:instructies?|regels?|opdracht(?:en)?|citeerregels|aanwijzingen|controles?)\b",
    rf"{_TO_US}(?:ignore|disregard|forget|override|bypass|disable|drop)\b.{{0,40}}\b(?:instructions?|rules?|prompts?|"
    r"guidelines?|checks?|restrictions?)\b",
    r"\b(?:system ?prompt|systeemprompt|jailbreak|developer mode|dan mode)\b",
    r"\b(?:vanaf nu ben je|je bent nu|jij bent nu|doe alsof|speel (?:de rol|dat)|gedraag je als)\b",
    r"\byou are \w+ and can do anything\b|\b(?:je|jij) bent \w+ en (?:kunt|kan|mag) alles\b",
    r"\b(?:from now on you|you are now|role-?play)\b",
    rf"{_TO_US}(?:pretend (?:to be|that|you)|act as (?:if|a))\b",
    rf"{_TO_US}(?:verzin|fantaseer|fabriceer|zuig uit je duim|bedenk)\b(?! (?:het|dit|ons) kabinet\b)",
    rf"{_TO_US}(?:make up|invent|fabricate|concoct|dream up)\b",
    r"\b(?:fake|imaginary|fictional|nep|gefingeerd\w*|fictie[fv]e?)\b.{0,30}\b(?:quote|line|citaat|interview|"
    r"uitspraak|statement|brief|letter)\b",
    r"\b(?:citaat|quote|uitspraak|statement)\b.{0,30}\b(?:alsof|as if|as though)\b",
    rf"{_TO_US}(?:zeg|schrijf|antwoord|say|write|state|answer|reply)\b[^,.?]{{0,25}}\b(?:dat|that)\b.{{0,40}}"
    r"\b(?:ook al|even though|hoewel|regardless|whatever the letter)\b",
    rf"{_TO_US}(?:antwoord|reageer|geef|toon|druk|herhaal|zeg|answer|reply|respond|output|print|repeat|show|return|say)\b"
    r"(?: \w+)? (?:(?:met|in|als|deze|dit|with|as|this|the|following) ){1,3}(?:html|javascript|markdown|iframe|<\w+)\b",
    rf"{_TO_US}(?:schrijf|write|draft|compose|maak)\b.{{0,40}}\b(?:speech|toespraak|gedicht|poem|tweet|rap|liedje|"
    r"song|essay|opiniestuk|op-ed|column|verhaal|story)\b",
)
CHAT = any_of(
    r"^(?:hoi|hallo|hey|hi|hello|goedemorgen|goedemiddag|goedenavond|good (?:morning|afternoon|evening))\b"
    r"(?: \w+){0,2}[^\w?]*$",
    r"^(?:dank(?: je| u)?(?: wel)?|bedankt|thanks?(?: you)?)\b(?: (?:for|voor) [^?]{0,30}|(?: \w+){0,2}[^\w?]*)$",
    r"\b(?:hoe gaat het met (?:je|jou|u)|how are you|wie ben jij|who are you|ben je een (?:robot|mens)|"
    r"are you (?:a bot|human))\b",
    rf"^(?!.*\b(?:{_PARTIES}|(?:de|deze) brief|(?:the|this) letter)\b).*"
    r"\b(?:recept(?:en)?|recipes?|weer(?:bericht|svoorspelling)|weather|gaat het regenen|will it rain|voetbal\w*|"
    r"eredivisie|football|soccer|champions league|europe(?:an|es) championship"
    r"|world cup|wedstrijd|horoscoop|horoscope|mop|joke|(?:film|hotel|vakantie)tips?|beurskoers|bitcoin|"
    r"python(?:-?script)?|javascript|programmeer\w*|source code)\b",
)
_NUMBER = r"(?:nr\.?|no\.?|nummers?|numbers?)?\s*"
RANGE_SIGNS = ("t/m", "tot en met", "tot", "to", "through", "-", "–")
_LINK = rf"(?:,(?:\s*(?:en|and))?|en|and|&|{'|'.join(RANGE_SIGNS)})"


def _numbered(sign: str, digits: str) -> re.Pattern[str]:
    """A sign with its number, and in the second group the numbers linked to it."""
    return re.compile(rf"(?<!\w){sign}\s*{_NUMBER}({digits})((?:\s*{_LINK}\s*(?:{sign}\s*)?{digits})*)", re.IGNORECASE)


LINKED = re.compile(rf"({_LINK})\D*(\d+)", re.IGNORECASE)
"""One of the numbers linked to the first, and how."""
PARAGRAPH = _numbered(r"(?:§§?|paragra(?:af|fen)|paragraphs?|alinea'?s?|para\.?|par\.)", r"\d{1,4}(?!\d|-[a-z])")
FOOTNOTE = _numbered(r"(?:(?:voet|eind)?no(?:ot|ten)|(?:foot|end)?notes?)", r"\d{1,3}(?!\d|-[a-z])")
LETTERS = any_of(
    r"\b(?:welke|hoeveel) (?:brieven|documenten|stukken|kamerbrieven)\b(?!.{0,60}\b(?:verw|noem|noemt|genoemd|"
    r"schreef|gestuurd|staan in de)\w*)",
    r"\b(?:which|what|how many) (?:letters|documents|papers)\b(?=.{0,40}\b(?:you|there|available|index|have|loaded|"
    r"search)\b|\??$)",
    r"\b(?:list|show)(?: me)? (?:all )?(?:the )?(?:letters|documents)\b",
)
SUMMARY = any_of(
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
COMPARISON = any_of(
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
_OF_LETTER = (
    r"(?!(?:(?!\b(?:\w*brief|\w*reactie|stuk|letter|reply|response)\b).)*\b(?:rapport|verkenning|advies|onderzoek|studie|motie|wet|verdrag|boek|artikel|"
    r"report|study|advice|research|motion|law|treaty|convention|book|article)\b)"
)
"""Not where another paper is named before the letter is."""
FIELDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.SIGNATORY,
        any_of(
            rf"\bwie\b{_OF_LETTER}.{{0,40}}\b(?:onderteken\w*|getekend|tekende|schreef|geschreven|afzender|verstuur\w*|"
            r"verzond\w*)\b(?=.{0,40}\b(?:brief|dit|deze|stuk|eronder)\b|.{0,12}$)",
            r"\b(?:van wie is (?:de|deze) brief|wie is de afzender|door wie is (?:de|deze|dit) (?:brief|stuk)|"
            r"wiens handtekening|wie heeft (?:de|deze) brief|naam onder de brief)\b",
            rf"\bwho\b{_OF_LETTER}.{{0,30}}\b(?:signed|wrote|sent|authored|is the (?:sender|author|"
            r"signatory))\b(?=.{0,30}\b(?:letter|it|this)\b|.{0,8}$)",
            r"\b(?:whose signature|signatory|who is the letter from|who signs|name is (?:under|"
            r"at the bottom of) the letter)\b",
        ),
    ),
    (
        Field.ADDRESSEE,
        any_of(
            r"\b(?:aan wie|tot wie)\b.{0,40}\b(?:brief|gericht|gestuurd|geadresseerd|verstuurd|geschreven)\b",
            r"\b(?:geadresseerde|wie is de ontvanger)\b",
            r"\bto whom\b.{0,40}\b(?:letter|addressed|sent|written)\b|\bwho (?:is|was) (?:the|"
            r"this) letter (?:addressed|sent|written) to\b|\baddressee\b|\bwho (?:is|was) it addressed to\b",
        ),
    ),
    (
        Field.DATE,
        any_of(
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
        any_of(
            r"\b(?:vanuit|in|uit|vanaf) welke (?:plaats|stad)\b.{0,40}\b(?:brief|verstuurd|geschreven|verzonden|"
            r"gedateerd)\b|\bwaar is de brief (?:geschreven|verstuurd|verzonden)\b",
            r"\bwhere was (?:the|this) letter (?:written|sent|dated)\b|\bfrom (?:which|what) (?:place|city|"
            r"town)\b.{0,30}\bletter\b|\bdateline\b",
        ),
    ),
    (
        Field.TITLE,
        any_of(
            r"\b(?:titel|opschrift) van (?:de|deze) brief\b",
            r"\b(?:title|heading) of (?:the|this) letter\b",
            r"\bletter(?:'s)? title(?:d)?\b",
        ),
    ),
)
