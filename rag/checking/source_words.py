"""How claims in Dutch and English give a party as the one whose view they tell, whatever its part in the sentence."""

import re

from rag.checking.party_words import ALL_VIEWS, TELLS

_PLANS = (
    r"(?:plans?|proposals?|ideas?|offers?|recommendations?|voorstel(?:len)?|idee(?:ën)?|plan(?:nen)?|aanbod|advies"
    r"|verzoek(?:en)?|wens(?:en)?|eis(?:en)?|oproep|requests?|wish(?:es)?|demands?|calls?)"
)
_RECEPTION = r"(?:objections?|criticism|support|opposition|resistance|bezwaar|bezwaren|kritiek|verzet|steun|bijval)"
_PROPOSE = r"(?:voorstel(?:t|len|den)|bepleit(?:en|ten)?|wens(?:t|en)|put forward|advocates?|suggests?|make|made)"
_ENOUGH = r"(?:falls? short|too \w+|enough|te \w+|voldoende|genoeg)"
SOURCE = re.compile(
    r"(?:\b(?:volgens|aldus|blijkens|zegt|according to|says|in the (?:view|opinion|eyes|analysis) of"
    r"|in the judge?ment of"
    rf"|naar (?:het |de )?(?:eigen )?(?:overtuiging|inzicht|{ALL_VIEWS}) van"
    r"|in de (?:ogen|visie|analyse) van"
    r"|(?:het|the) (?:[\w-]+ )?(?:standpunt|position|view|opinion) (?:van|of)"
    rf"|[:;] (?:het|de|the) (?:[\w-]+ )?(?:{ALL_VIEWS}|(?:leidend )?beginsel|principle) (?:van|of)"
    rf"|(?:luidt|luidde|is|was) (?:het|the|de) (?:[\w-]+ )?(?:{ALL_VIEWS}) (?:van|of)"
    r"|(?:is|are|zijn) (?:wat|what)"
    r"|(?:that|this|which) is how|(?:als het aan|if it (?:is|were|was) up to|zo (?:ziet|zien))"
    r"|(?:krijgt|krijgen|kreeg|kregen|hoort|horen|hoorde|hoorden)(?: \w+)? van|(?:is|are|was|were) told by"
    rf"|{_RECEPTION} (?:from|van|bij)"
    r"|(?:moet|moeten|mag|mogen|hoeft|hoeven|zou|zouden) (?:(?!de\b|het\b|een\b)[\w-]+ )?van) )$",
    re.IGNORECASE,
)
"""What stands before a party that is the source of what is claimed."""
IN_VIEW = re.compile(
    r"\b(?:in|from) \n[’']s? (?:\w+ )?(?:view|opinion|eyes|judge?ment|assessment|reading|analysis|perspective"
    r"|point of view)\b"
    rf"|^(?:het|de|the) (?:[\w-]+ )?(?:{ALL_VIEWS}) (?:van|of) \n"
    r" (?:is|was|luidt|luidde|blijft|remains|om|to|voor|for|over|about)\b"
    rf"|^\n[’']s? (?:{ALL_VIEWS})(?: [\w-]+){{0,3}} (?:is|was|remains) (?:that|to|for)\b"
    rf"|\b(?:is|was|are|were) \n[’']s? (?:[\w-]+ )?(?:{ALL_VIEWS})\b"
    r"|^(?:to|for) \n(?:,| (?:it|this|that) (?:is|was|remains)\b)"
    r"|^voor \n (?:is|zijn|was|waren|blijft|blijven|staat|staan|vormt|vormen)\b"
    r"|\bwat \n(?: (?-i:[A-Z])\w+)* (?:betreft|aangaat)\b|\bas far as \n(?: (?-i:[A-Z])\w+)* (?:is|are) concerned\b"
    r"|\bals het aan \n ligt\b|\b(?:is|are) (?:up to|for) \n to (?:decide|judge|determine|settle|choose)\b"
    r"|\bis aan \n (?:zelf )?(?:om )?te (?:beslissen|besluiten|bepalen|beoordelen|kiezen)\b"
    rf"|, (?:zo )?(?:\n (?:{TELLS})|(?:{TELLS}) \n),|^(?:wat|what) \n (?:{TELLS})\b.* (?:is|are|zijn)\b|^\n: "
    rf"|\b{_ENOUGH} (?:for|voor) \n(?:$|[.,!])"
    rf"|(?:^|[:;,] )(?:dat|dit|that|this) is [^\n]*\b(?:die|dat|which|that) \n (?:{TELLS}|{_PROPOSE})[.!]?$"
    rf"|\b{_PLANS}\b.*\b(?:came|comes?|stems?|originate[sd]?|(?:is|zijn|was|waren) afkomstig|kom(?:t|en)|kwam(?:en)?"
    r"|expected|awaited|due) (?:from|van) \n(?: (?:before|by|later|this|in|next|at)\b.*)?[.!]?$",
    re.IGNORECASE,
)
"""What stands around such a party, at the line break: "in the cabinet's view", "to the cabinet, ..."."""
