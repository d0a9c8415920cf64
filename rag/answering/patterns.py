"""What tells one kind of question from another, in both languages."""

import re

from rag.answering.model import Field
from rag.letters.numbering import numbered


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
_FOR_US = (
    rf"(?:(?:{_TO_US}(?:schrijf|geef|maak|lever|formuleer|voeg|citeer|write|give|make|create|generate|draft|compose|"
    r"provide|produce|add|quote)|\b(?:(?:kun|kunt|wil|zou) (?:je|jij|u)|ik (?:wil|zoek)|i (?:want|need|would like)|"
    r"i'd like))\b"
    r"(?:(?!\b(?:over|about|weer|weten|know)\b).){0,40}|^\W*(?:(?:an?|een)\s+)?)"
)
"""What comes before a thing that is asked of the assistant, and is not what the question is about."""
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
    rf"{_FOR_US}\b(?:fake|imaginary|fictional|nep|gefingeerde?|fictie[fv]e?)(?:\W+(?:\w+\W+){{0,2}})?(?:quote|line|"
    r"citaat|interview|uitspraak|statement|brief|letter)\b",
    r"\b(?:citaat|quote|uitspraak|statement)\b.{0,30}\b(?:alsof|as if|as though)\b",
    rf"{_TO_US}(?:zeg|schrijf|antwoord|say|write|state|answer|reply)\b[^,.?]{{0,25}}\b(?:dat|that)\b.{{0,40}}"
    r"\b(?:ook al|even though|hoewel|regardless|whatever the letter)\b",
    rf"{_TO_US}(?:antwoord|reageer|geef|toon|druk|herhaal|zeg|answer|reply|respond|output|print|repeat|show|return|say)\b"
    r"(?: \w+)? (?:(?:met|in|als|deze|dit|with|as|this|the|following) ){1,3}(?:html|javascript|markdown|iframe|<\w+)\b",
    rf"{_TO_US}(?:schrijf|write|draft|compose|maak)\b.{{0,40}}\b(?:speech|toespraak|gedicht|poem|tweet|rap|liedje|"
    r"song|essay|opiniestuk|op-ed|column|verhaal|story)\b",
)
THANKS = any_of(
    r"^(?:(?:heel erg |heel )?(?:dank(?: je| u|je)?(?: wel|wel)?|bedankt)|(?:many )?thanks?(?: you)?)\b"
    r"(?: (?:for|voor) [^?]{0,30}|(?: \w+){0,3}[^\w?]*)$",
)
CHAT = any_of(
    THANKS.pattern,
    r"^(?:hoi|hallo|hey|hi|hello|goedemorgen|goedemiddag|goedenavond|good (?:morning|afternoon|evening))\b"
    r"(?: \w+){0,2}[^\w?]*$",
    r"\b(?:hoe gaat het met (?:je|jou|u)|how are you|wie ben jij|who are you|ben je een (?:robot|mens)|"
    r"are you (?:a bot|human))\b",
    r"\b(?:gaat het regenen|will it rain)\b",
    r"\b(?:geef|vertel|heb|ken|weet|schrijf|maak|kun|kunt|give|tell|write|make|know|have)\b(?: (?:je|jij|u|me|mij|"
    r"ons|us|eens|you))*(?: (?:een|a|an|the|het|nog|some)\b)?(?: \w+)? (?:recept(?:en)?|recipes?|weerbericht|"
    r"weather forecast|horoscoop|horoscope|moppen|mop|jokes?|(?:film|hotel|vakantie)tips?|(?:python|"
    r"javascript)(?:[ -]?(?:script|code))?)\b",
)
HELP = any_of(
    r"^\W*(?:help|hulp|uitleg|hulp nodig|help me(?: please)?)\W*$",
    r"^\W*(?:wat|hoe) (?:kan|kun|kunt|doe|doet|weet|werk) (?:je|jij|u)"
    r"(?: (?:allemaal|eigenlijk|hier|precies|zoal|voor (?:mij|me|ons)|doen|betekenen))*\W*$",
    r"^\W*(?:wat|welke vragen|wat voor vragen) (?:kan|mag|kunnen|mogen) (?:ik|we|wij) "
    r"(?:(?:je|jou|u|hier|allemaal|zoal|aan) )*(?:vragen|stellen|doen)\W*$",
    r"^\W*hoe (?:werkt|gebruik ik) (?:dit|het|briefwijzer|deze (?:site|app|chatbot))\W*$",
    r"^\W*(?:kun|kan|kunt|wil) (?:je|jij|u) (?:me|mij|ons) (?:even )?helpen\W*$",
    r"^\W*what (?:can|do|could) you (?:do|know|answer|offer|help (?:me )?with)(?: (?:for me|here|exactly))*\W*$",
    r"^\W*(?:what|which questions|what questions|what kind of questions) (?:can|may|could|should) (?:i|we) "
    r"(?:ask|do)(?: (?:you|here|about))*\W*$",
    r"^\W*how (?:do(?:es)?|can|should) (?:this|it|you|i|briefwijzer)(?: (?:site|app|chatbot))? "
    r"(?:work|use (?:this|it|briefwijzer))\W*$",
    r"^\W*(?:can|could|will) you (?:please )?help(?: me| us)?(?: please)?\W*$",
)
"""Nothing but a question what can be asked here."""
PARAGRAPH = numbered(r"(?:§§?|paragra(?:af|fen)|paragraphs?|alinea'?s?|para\.?|par\.)", r"\d{1,4}(?!\d|-[a-z])")
_BEFORE_NOTE = (
    r"(?:^|\b(?:the|this|that|in|of|to|from|under|with|does|do|is|say|says|what|show|give|me|read|quote|cite|see|"
    r"about)\s+|\band\s+(?=note\b))"
)
"""What comes before the noun; elsewhere "note" is a verb ("The cabinet notes 3 options")."""
FOOTNOTE = numbered(rf"(?:(?:voet|eind)?no(?:ot|ten)|(?:foot|end)notes?|{_BEFORE_NOTE}notes?)", r"\d{1,3}(?!\d|-[a-z])")
_PLACE = f"(?:{PARAGRAPH.pattern}|{FOOTNOTE.pattern})"
ELSEWHERE = any_of(
    rf"\bart(?:ikel(?:en)?|icles?|\.)?\s*\d+\w*(?:\s?\(\w+\))?,?\s*{_PLACE}",
    rf"{_PLACE},? (?:of|van|in|uit) (?:(?:the|this|that|het|de|dit|deze|an?|een) )?"
    r"(?:(?!\w*(?:brief|reactie|letter|reply|response)\b)[^\W\d]\w*[ -]|\d{4} ){0,3}(?:[^\W\d]*(?:verdrag|wet|"
    r"convention|richtlijn|verordening|protocol|akkoord|rapport|advies)|act|treaty|law|directive|regulation|agreement|"
    r"constitution|declaration|verklaring|motie|motion|report|study|verkenning|onderzoek|art(?:ikel|icle|\.))\b",
)
"""Paragraphs and notes of another paper than the letter."""
_LETTER = (
    r"(?:(?:de|deze|die|alle|the|this|that|these|all) (?:(?:kamer|kabinets)?brie(?:f|ven)|(?:kabinets)?reactie|"
    r"letters?|reply|response)(?! of intent)|(?:het|dit|this|that) (?:stuk|document|paper)|(?=[\w-]*\d)\w+-[\w-]+)\b"
)
"""The letter, also by an id like 2024-molens."""
_IT = r"(?:het|dit|dat|deze|hem|die|hij|it|this|that)"
_END = r"(?=\s*(?:[.,;:?!)]|$)| (?:en|and) (?:aan|wanneer|waar|when|where|to whom)\b)"
_WRITTEN = (
    r"(?:onderteken\w*|getekend|tekende\w*|tekent|schreef|schreven|geschreven|opgesteld|verst(?:uu|oo)r\w*|"
    r"verzonden|verzond|gestuurd|stuurde|gericht|geadresseerd|gedateerd|gepubliceerd|signed?|signs|written|wrote|"
    r"authored|drafted|sent|addressed|directed|dated|published)"
)
"""What is done with a letter."""
_LETTERS = r"(?:brieven|kamerbrieven|documenten|stukken|letters|documents|papers)"
_HELD = (
    r"(?:(?: (?:nu|hier|allemaal|precies|now|here|in total|beschikbaar|available|doorzoekbaar|"
    r"searchable))*\s*(?:[.?!]|$)"
    r"| (?:over|about|on) (?:(?:de|het|een|the|an?) )?\w+\s*(?:[.?!]|$))"
)
"""The end of a question after the letters that are held."""
OLDEST = re.compile(r"oudst|eerst|oldest|earliest|first", re.IGNORECASE)
_MOST = rf"(?:(?:meest|most) recente?|nieuwste?|recentste?|laatste?|jongste?|newest|latest|{OLDEST.pattern})e?"
NEWEST = any_of(
    rf"\b(?:welke|which) (?:(?:kamer)?brief|letter) (?:is|was) (?:(?:het|de|the) )?{_MOST}\W*$",
    rf"\b(?:wat|welke?|what|which) (?:is|was) (?:de|the) {_MOST} (?:(?:kamer)?brief|letter)\W*$",
)
"""Which of the letters held is the last, or the first."""
LETTERS = any_of(
    NEWEST.pattern,
    rf"\b(?:welke|hoeveel|which|what|how many) {_LETTERS}(?: (?:(?:zijn|staan|zitten) er|zijn|are there|are|(?:heb|"
    r"ken|lees|gebruik|doorzoek) (?:je|jij)|hebt u|heeft u|(?:(?:do|can|have) )?you (?:have|hold|know|read|search|use|"
    rf"cover)))?{_HELD}",
    rf"\b(?:welke|hoeveel|which|what|how many) {_LETTERS}\b.{{0,40}}\b(?:in (?:de|je|the|your) index|geïndexeerd|"
    r"indexed|(?:in)?geladen|loaded|(?:kan ik|can i|kun je|can you) (?:\w+ )?(?:doorzoeken|vragen|search|ask)\w*|"
    r"doorzoek(?:en|baar))\b",
    rf"\b(?:list|show)(?: me)? (?:all )?(?:the )?(?:letters|documents){_HELD}",
)
_PAPERS = (
    r"(?:(?:kamer)?brie(?:f|ven)|(?:kabinets)?reacties?|stuk(?:ken)?|document(?:en|s)?|letters?|papers?|"
    r"(?=[\w-]*\d)\w+-[\w-]+)"
)
SUMMARY = any_of(
    r"\bvat\b.{0,120}\bsamen\b",
    r"\bsamenvat\w*",
    r"\b(?:hoofdpunten|kernpunten|hoofdlijnen|kernboodschap|strekking|hoofdboodschap)\b",
    r"\bwaar gaat (?:de|deze|dit|het) \w+ over\b",
    rf"\bwaar gaa(?:t|n) (?:\w+ ){{0,3}}{_PAPERS}\b.{{0,80}}\bover\W*$",
    rf"\bwaarover gaa(?:t|n) (?:\w+ ){{0,3}}{_PAPERS}\b",
    r"\b(?:in|geef)\b.{0,20}\b(?:een paar|enkele|twee|drie|vier|vijf) (?:zinnen|punten|bullets?)\b",
    r"\b(?:kort overzicht|bullet ?points?|in het kort)\b",
    r"\bsummar(?:y|ise|ize|ies)\b",
    r"\b(?:main|key) (?:points?|messages?|takeaways?|findings)\b",
    rf"\b(?:what is|what's|what are) (?:\w+ ){{0,3}}{_PAPERS}\b.{{0,60}}\babout\W*$",
    r"\b(?:give|set out).{0,30}\boverview\b",
    r"\b(?:tl;?dr|in a nutshell|gist)\b",
)
_CABINET = r"(?:kabinet|regering|minister|staatssecretaris|cabinet|government)"
_APART = r"(?:verschil\w*|(?:on)?eens|uiteen\w*|differ\w*|(?:dis)?agree\w*)"
_BESIDE = r"(?:en|and|af van (?:het )?(?:advies|oordeel|rapport) van)"
WITH_CABINET = re.compile(
    rf"\b{_CABINET} {_BESIDE} (?:(?:de|het|the) )?"
    r"(?P<body>(?-i:[A-Z][\w-]+(?: (?:(?:van|voor|of|for|de|the) ){0,2}[A-Z][\w-]+)*))",
    re.IGNORECASE,
)
"""The cabinet and a body by its name."""
COMPARISON = any_of(
    rf"\b{_CABINET} {_BESIDE} (?:(?:de|het|the) )?(?-i:[A-Z][\w-]+)\b.{{0,60}}\b{_APART}\b",
    rf"\b{_APART}\b.{{0,30}}\b{_CABINET} {_BESIDE} (?:(?:de|het|the) )?(?-i:[A-Z])",
    rf"\b(?:waar|op welke punten|waarin) wijkt (?:de|het) {_CABINET} af\b",
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
_NAMED = rf"(?: (?:of|van) {_LETTER}|{_END})"
"""After a part of a letter's head: the letter, or nothing more."""
_WHEN = r"\b(?:when|(?:on )?(?:what|which) (?:date|day))"
OFFICE = re.compile(
    r"\bwie is (?:(?:de|onze) )?(?:huidige )?(?P<office>minister|staatssecretaris) (?:van|voor) (?P<field>\w[^?.!]*)",
    re.IGNORECASE,
)
"""Who holds an office, told by its Dutch name."""
FIELDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.SIGNATORY,
        any_of(
            rf"(?<!aan )(?<!tot )\bwie (?:(?:heeft|hebben|is|zijn) )?(?:{_LETTER}.{{0,60}}?\b{_WRITTEN}\b|"
            rf"(?:{_IT} )?\b{_WRITTEN}(?: (?:{_LETTER}|{_IT}{_END})|{_END}))",
            rf"\bwie is de (?:afzender|ondertekenaar){_NAMED}|\bvan wie (?:is|komt) {_LETTER}",
            rf"\b(?:wiens handtekening|whose signature)\b.{{0,30}}(?:{_LETTER}|\beronder\b)",
            rf"\bnaam (?:staat )?onder {_LETTER}|\bname is (?:under|at the bottom of) {_LETTER}",
            rf"\bwho (?:(?:has|actually) )?(?:signed|signs|wrote|sent|authored|drafted)"
            rf"(?: {_LETTER}| {_IT}{_END}|{_END})",
            rf"\b(?:welke|which) (?:minister|staatssecretaris|state secretary|bewindspersoon) {_WRITTEN}"
            rf" (?:{_LETTER}|over\b|about\b)",
            rf"\bwho (?:is|was) {_LETTER}(?: (?:signed|written|sent|authored) by| from)\b",
            rf"\bby whom (?:is|was) (?:{_LETTER}|it) (?:signed|written|sent|authored)\b",
            rf"\b(?:who is )?the (?:sender|signatory){_NAMED}|\bwho is the author{_NAMED}",
        ),
    ),
    (
        Field.ADDRESSEE,
        any_of(
            rf"\b(?:aan|tot) wie (?:is|was|werd) (?:{_LETTER}.{{0,60}}?|{_IT} )\b{_WRITTEN}\b",
            rf"\b(?:aan|tot) wie is {_LETTER}{_END}",
            rf"\b(?:aan|tot) wie (?:heeft|stuurde|schreef|richtte?) (?:(?:de|het) )?\w+ {_LETTER}",
            rf"\b(?:geadresseerde|ontvanger|addressee|recipient){_NAMED}",
            rf"\bto whom (?:is|was) (?:{_LETTER}.{{0,60}}?|it )\b{_WRITTEN}\b",
            rf"\bto whom (?:did|does) (?:the )?\w+(?: \w+)? (?:send|write|address) {_LETTER}",
            rf"\bwhom? (?:is|was) (?:{_LETTER}.{{0,60}}?|it )(?:\b{_WRITTEN} )?to\b",
        ),
    ),
    (
        Field.DATE,
        any_of(
            r"\b(?:wanneer|(?:op|van) welke (?:datum|dag)|welke datum) (?:is|zijn|was|werd|heeft|draagt|staat|dateert|"
            r"stuurde|schreef|(?:onder)?tekende)(?: (?:op|boven|onder))?(?: (?:de|het) \w+)?? "
            rf"{_LETTER}(?:.{{0,60}}\b{_WRITTEN}\b|{_END})",
            rf"\bvan wanneer (?:is|zijn|was|dateert|stamt) {_LETTER}",
            rf"\bdatum van {_LETTER}|\bdagtekening{_NAMED}|\bhoe oud is {_LETTER}",
            rf"{_WHEN} (?:is|was|were|has)(?: on)? {_LETTER}(?:.{{0,60}}\b(?:{_WRITTEN}|from)\b|{_END})",
            rf"{_WHEN} did (?:the )?\w+(?: \w+)? (?:send|write|sign) {_LETTER}{_END}",
            rf"{_WHEN} does {_LETTER} (?:carry|bear|have)",
            rf"\bdate of {_LETTER}|\b(?:the|this) letter's date\b|\bhow old is {_LETTER}",
        ),
    ),
    (
        Field.DATELINE,
        any_of(
            rf"\b(?:vanuit|in|uit|vanaf) welke (?:plaats|stad) (?:is|was|werd|komt) {_LETTER}",
            rf"\bwaar is {_LETTER}.{{0,60}}\b(?:geschreven|verstuurd|verzonden)\b",
            rf"\bwhere (?:is|was) {_LETTER}.{{0,60}}\b(?:written|sent|dated|from)\b",
            rf"\b(?:from|in) (?:which|what) (?:place|city|town) (?:is|was|does|did) {_LETTER}|\bdateline\b",
        ),
    ),
    (
        Field.TITLE,
        any_of(rf"\b(?:titel|opschrift|title|heading) (?:van|of) {_LETTER}", r"\bletter(?:'s)? title(?:d)?\b"),
    ),
)
