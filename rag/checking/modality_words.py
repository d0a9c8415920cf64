"""Words that say how firmly and how widely a sentence speaks, in Dutch and English."""

import re
from dataclasses import dataclass
from enum import IntEnum

from rag.checking.clauses import whole_words
from rag.checking.number_words import NUMBER_WORD


class Strength(IntEnum):
    """How firmly something is put, the weakest first."""

    POSSIBLE = 1
    """May be so, is considered or looked into."""
    INTENDED = 2
    """Wanted, recommended, asked for."""
    OBLIGED = 3
    """Must or ought to be so."""
    FACT = 4


_DEMANDS = r"demands?(?= that| an?\b| the\b| more\b| it\b)"
"""The verb: "money and demand play a part" asks for nothing."""
UNMARKED = whole_words(
    r"afdeling advisering|advocaten|(?:zo \w+|zoveel) mogelijk|as \w+ as possible"
    r"|te (?:kunnen|mogen)|to be able to"
    r"|(?:lopende|eerdere|nieuwe|extra|deze|die|de) onderzoeken|(?:de|nieuwe|alle) verzoeken|de wil"
    r"|(?:de|deze|kamer) ?vragen|vragen van|de inzet|inzet van"
    r"|voorgestelde|een voorstel|voorstel(?:len)? (?:tot|van)|proposals? (?:of|by|from)"
)
"""Holds a word of `MARKS` and none of their meaning: the lawyers of "advocaten" advocate nothing."""
_NOT = r"(?:niet(?! (?:v[oó][oó]r|eerder|alleen)\b)|geen|nauwelijks|nooit|amper|niemand|niets)"
_CAN = r"(?:kan|kon|kunnen|konden|mag|mogen|mocht|mochten)"
CANNOT = whole_words(
    rf"(?:{_NOT}(?: \w+){{0,4}} {_CAN}|{_CAN}(?: (?!beter\b)\w+){{0,4}} {_NOT}"
    rf"|{_NOT} (?:\w+ ){{0,2}}mogelijk|not possible|cannot|can['’]t|(?:can|could) (?:not|never|hardly|barely))"
    r"(?!(?: \w+){0,3} (?:uit ?te ?sluiten|uitsluiten|uitgesloten|ruled? out|excluded?))"
)
"""Of which a source leaves nothing open: what cannot or may not be is not."""
_CONSIDERS = r"(?:is|are) (?:not |still |now )?considering"
MARKS = (
    (
        Strength.POSSIBLE,
        whole_words(
            r"kan(?! (?:\w+ )?zich (?:\w+ )?vinden)|kunnen|zou|zouden|mag|mogen"
            r"|mogelijk|mogelijkerwijs|wellicht|misschien|overw(?:ee|e|oo|o)g\w*|verken(?:t|nen)?"
            r"|onderzoek(?:t|en)|(?:de|een) vraag of|of, en zo ja|(?:the|a) question (?:of )?whether"
            r"|sluit(?:en)? (?:\w+ ){0,3}niet uit|(?:do|does) not (?:rule out|exclude)"
            r"|denkbaar|naar verwachting|waarschijnlijk|can|cannot|could|(?<!\d )(?-i:may)(?! \d)|might|possibl[ey]"
            rf"|perhaps|maybe|{_CONSIDERS}|(?<!\bis )(?<!\bare )consider(?:s|ed)? (?:whether|\w+ing)"
            r"|explor(?:e|es|ing)|would|probabl[ey]|likely|expected|looks? into|investigat(?:e|es|ing)"
            r"|allowed|permitted|(?:zich|mij|ons) het recht voor|reserves? the right"
        ),
    ),
    (
        Strength.INTENDED,
        whole_words(
            r"wil|willen|wens(?:t|en)|streef(?:t)?|streven|beoog(?:t)?|beogen|plan(?:nen)?|voornemens?"
            r"|ple?i(?:t|ten)|bepleit\w*"
            r"|beve(?:el|elt|len)|aanbev\w+"
            r"|advis\w+|raadt|raden|voorstel\w*|voorgesteld|stel(?:t|len|de|den) (?:[^\s,;:.]+ ){0,12}?voor"
            r"(?= om\b| dat\b| te\b|[.,;:]|$)|stelt voor"
            r"|verzo(?:ekt|cht\w*)|verzoeken|vraagt|vragen|gevraagd"
            r"|neigt|neigen|geneigd|leans?|inclined|vroeg|hoop|hopen|inzet|zet in|voorstanders?"
            r"|(?<=\w )want|wants|wish(?:es)?|aims?|intends?|seeks?|plans|propos\w+|recommend\w*|advocat\w*|asks?"
            r"|asked|hopes?|argues? for|desir\w+"
            r"|strives?|plead\w*|calls? for|calling for|urg(?:es?|ed)|suggest\w*|should|ought|keen|favou?rs?|in favou?r"
            r"|(?:is|are|was|were) (?:asking for|after(?=[.,;]|$))"
        ),
    ),
    (
        Strength.OBLIGED,
        whole_words(
            r"moet|moeten|moest|dien(?:t|en)|verplich\w+|behoor(?:t|en)|hoor(?:t|en)|vereis\w*|noodzakelijk|nodig"
            r"|must|ha(?:s|ve) to|oblig\w+|compulsory|mandatory|requir\w+|need(?:s|ed)?|necessary|" + _DEMANDS
        ),
    ),
)
UNSETTLED = whole_words(
    r"nog (?:niet|geen|te)|whether|not yet|yet to|onbekend|onzeker|onduidelijk|unknown|uncertain|unclear"
    r"|na(?:gaat|gaan|gegaan)|zoekt? uit|uit(?:zoeken|gezocht)|bekij(?:kt|ken)|beziet|look\w* at|looked into"
    r"|denk(?:t|en) (?:\w+ ){0,3}(?:aan|over|na)|denkt erover|think\w* (?:of|about)|beraad\w*|weigh(?:s|ing)"
    r"|\w*vermoed\w*|verwacht\w*|expect\w*|schat(?:ten?|ting\w*)?|raamt|ramen|raming\w*|estimat\w*"
    r"|vrees\w*|vrez\w*|bang|beducht|fear\w*|afraid|worr(?:y|ies|ied)|we(?:et|ten) (?:nog )?niet"
    r"|do(?:es)? not know|be considered"
    r"|(?:houdt?|houden|laat|laten|keeps?|leaves?|still|nog) (?:[\w-]+ ){0,5}open|opengehouden|opengelaten"
    r"|remains? to be|undecided|hang(?:t|en) (?:er ?van )?af"
    r"|hangt ervan|afhankelijk|depend\w*|als het aan|if it were up to|has its way"
    r"|\w*mogelijkhe(?:id|den)|possibility|(?:be|is|are) able to|risico dat|risks? (?:that|\w+ing)"
)
"""Leaves open whether what a claim says is so."""
DELIBERATES = whole_words(
    rf"overw(?:ee|e)g(?:t|en)?|{_CONSIDERS}|considers? (?:whether|\w+ing)|beraadt? zich"
    r"|(?:still )?being considered|undecided|nog in beraad"
)
"""Says that somebody has not made up its mind."""
DONE = whole_words(
    r"(?:is|zijn|werd|werden|heeft|hebben) (?:[\w-]+ ){0,8}?(?<!\bte )(?!bereid\b)"
    r"(?:ge\w+|\w+ge\w+|be\w+|ver\w+|her\w+|ont\w+)(?:d|t|en)"
    r"|(?:has|have) (?:been |now |already )*\w+(?:ed|en|own|ade|ept|ught)|(?:has|have) (?:been )?(?:set|cut|put|done)"
)
"""Says that something has been done, and need not be any more."""
NOT_ONLY = re.compile(
    r"\b(?:niet (?:alleen|slechts|enkel|uitsluitend)|not (?:only|just|merely|solely))\b", re.IGNORECASE
)
SOUGHT = whole_words(
    r"doel|doelstelling\w*|goals?|targets?|streefdatum|ambitie\w*|wilden?|wanted|wish\w*|wensen|wens|hoopten?|hoped"
    r"|vroegen|verlang\w*|teruggevraagd\w*|terugvra\w+|claim(?:ed|s)? back|verzoek|requests?|questions?"
    r"|vraag(?! naar)|kamervragen|(?:advies|advice) (?:om|te|to)|raadden?|aanra\w+|aangeraden|pleidooi\w*|oproep\w*"
    r"|riep\w* op|idee\w*|ideas?|liever|prefer\w*|voorkeur\w*|vast(?:houd\w*|gehouden| te houden)"
    r"|hou(?:dt|den) (?:\w+ ){0,3}vast aan|hold\w* on to|sticks? to|zet\w* in op|aangedrongen|dring\w* aan"
    r"|call(?:ed|ing) for|seek(?:ing)?|sought|press(?:es|ed)? for|pushe[sd] for"
)
"""Says that something was wanted, asked or advised, without the words of `MARKS`."""
DECIDED = whole_words(
    r"besl(?:oot|oten|ist|issen)|vast(?:staat|gesteld|gelegd)|staa?t? vast|bepaald|geregeld|bereikt|definitief"
    r"|decided|settled|arranged|achieved|definitive"
)
"""Says that it is no longer open."""


@dataclass(frozen=True, kw_only=True)
class Added:
    """Something that a claim must not add to what the letter says."""

    name: str
    found: re.Pattern[str]
    """How a claim says it."""
    meant: re.Pattern[str]
    """Further words by which a letter says as much."""


_EACH = (
    r"(?:elke?|iedere?)(?! (?:geval|jaar|halfjaar|half jaar|maand|dag|week|kwartaal|uur))"
    r"|(?:every|each)(?! (?:other|(?:\w+ )?(?:years?|months?|days?|weeks?|quarters?|hours?)\b|ten\b|hundred\b))"
)
_ALL = (
    r"te allen tijde|alle|(?<!nu )al(?= (?:de|het|haar|hun))|allemaal|iedereen|altijd|overal|steeds|geheel"
    r"|volledig|everyone"
    r"|everywhere|all|always|whole|entire(?:ly)?|fully|completely|any|whatever|ongeacht"
)
_ENTIRE = (
    r"gehele|volledige|heel|hele|helemaal|complete|full|zonder uitzondering|without exception|zonder voorbehoud"
    r"|unaniem\w*|unanim\w*|eenparig\w*|eensgezind|onverkort"
)
NARROWED = whole_words(
    r"(?:above|after|at|in) all|in any case|nog (?:altijd|steeds)|altijd al|steeds \w+er"
    r"|(?:procent|per ?cent|helft|half|derde|third|kwart|quarter|deel|part|een|one|\d+%?) (?:van|of|out of) al(?:le|l)?"
    r"|(?:alle|all) (?:\w+ ){1,5}op (?:\w+) na|op \w+ na (?:\w+ ){0,3}(?:alle|alles)|all(?: \w+){0,3} but"
    r"|(?:slechts|only|merely|enkel|louter)(?= (?:(?:bij|in|voor|to|for|by) )?(?:deels|gedeeltelijk|ten dele"
    r"|part(?:ly|ially)|in part|een|an?|about|around|ongeveer|circa|zo'n|ruim|bijna|some)\b)"
    rf"|(?:slechts|only|(?-i:[Pp]as))(?= (?:\w+ )?(?:\d|(?!één\b|one\b){NUMBER_WORD}\b))"
    r"|(?:hoeft?|hoeven) (?:\w+ ){0,4}alleen|need only|the most|alleen maar"
    r"|all by (?:it|them|him|her)sel(?:f|ves)|any (?:extra|additional|further|future)"
)
"""Holds a word of `ADDED` and says no more by it: "only about ten" are ten, "still always" is still."""
ADDED = (
    Added(
        name="certain",
        found=whole_words(
            r"zeker|ongetwijfeld|onvermijdelijk|onontkoombaar|certain (?:to|that)|certainly|definitely"
            r"|undoubtedly|inevitabl[ey]|surely|bound to"
        ),
        meant=whole_words(r"gegarandeerd|guaranteed"),
    ),
    Added(
        name="guaranteed",
        found=whole_words(
            r"gegarandeerd|guaranteed|guaranteeing|(?<!the )(?<!a )(?<!this )(?<!that )(?<!its )guarantees?"
        ),
        meant=whole_words(r"garan\w+|zeker|certainly|verzekerd"),
    ),
    Added(
        name="promised",
        found=whole_words(r"belooft|beloofde|promise[sd]?"),
        meant=whole_words(
            r"belo\w+|toezeg\w*|toegezegd|zeg(?:t|gen) toe|afgesproken|(?:ge)?garan\w+|pledg\w+|undertak\w+"
        ),
    ),
    Added(
        name="decided",
        found=whole_words(r"besl(?:oot|oten|ist)|decided|decides"),
        meant=whole_words(
            r"\w*besl(?:uit|oot|ot|ist|iss)\w*|kie[sz]\w*|koos|kozen|gekozen|keuzes?|bepaal\w*|vastgesteld|gesloten"
            r"|decid\w+|decisions?|choice|cho[osz]\w+|determin\w+|settled"
        ),
    ),
    Added(
        name="demanded",
        found=whole_words("eist|" + _DEMANDS),
        meant=whole_words(r"eis\w*|vereis\w*|verlang\w*|voorwaarden?|verplicht\w*|requir\w+|insist\w*"),
    ),
    Added(
        name="each of them",
        found=whole_words(_EACH),
        meant=whole_words(rf"{_ALL}|{_ENTIRE}|per"),
    ),
    Added(name="all of them", found=whole_words(_ALL), meant=whole_words(rf"{_EACH}|{_ENTIRE}")),
    Added(
        name="everywhere",
        found=whole_words(r"(?:ge)?hele land|heel Nederland|nationwide|countrywide"),
        meant=whole_words(rf"{_ALL}|{_EACH}|{_ENTIRE}|landelijke?|national(?:ly)?|Nederland|the Netherlands"),
    ),
    Added(
        name="only then",
        found=whole_words(r"(?<!te )(?<!van )(?-i:[Pp]as)"),
        meant=whole_words(
            r"alleen|slechts|only|zodra|nadat|na|eerst|vanaf|once|after|until|first|from"
            r"|als|indien|wanneer|if|when|mits|tenzij|unless|provided|behalve|voorwaarde\w*|afwacht\w*"
        ),
    ),
    Added(
        name="only this",
        found=whole_words(
            r"alleen|slechts|uitsluitend|enkel|louter|enige|only|solely|merely|exclusively|sole|alone|nothing but"
        ),
        meant=whole_words(
            r"pas|just|op zich(?:zelf)?|in itself|on its own|(?:beperk|limit|restrict)\w* (?:\w+ ){0,5}(?:tot|to)"
        ),
    ),
    Added(
        name="most of them",
        found=whole_words(r"(?:de )?meeste|merendeel|meerderheid|grotendeels|(?<!at )most(?:ly)?|majority|largely"),
        meant=whole_words(
            r"vooral|voornamelijk|hoofdzakelijk|mainly|chiefly|primarily|(?:op|in) hoofdlijnen|overwegend|meestal"
            r"|veelal|meer dan de helft|more than half|broadly"
        ),
    ),
    Added(
        name="most of all",
        found=whole_words(
            r"vooral|voornamelijk|hoofdzakelijk|met name|in het bijzonder|mainly|chiefly|primarily|in particular"
            r"|particularly|especially|notably"
        ),
        meant=whole_words(
            r"(?:de )?meeste|merendeel|meerderheid|grotendeels|most(?:ly)?|majority|largely|belangrijkste|voornaamste"
            r"|grootste|hoofd\w+|main|biggest|doorslag\w*|(?:aller)?eerst|liever|juist"
        ),
    ),
)
ALL = whole_words(rf"{_ALL}|{_EACH}")
SOME = whole_words(
    r"sommige|soms|enkele|deel|veel|helft|meeste|merendeel|meestal|some|sometimes|several|few|part|many|half|most|mostly"
)
NONE = whole_words(
    r"geen (?:van|enkele?|beding)|niemand|nooit|nergens|none|nobody|never|nowhere|not one|under no circumstances"
)
EXCEPT = whole_words(
    r"(?<!ook )(?<!even )(?<!zelfs )(?:tenzij|behoudens|behalve|mits|uitzondering\w*|uitgezonderd|voor zover"
    r"|unless|except(?:ion)?s?|provided|save for|apart from|barring"
    r"|as long as|only if|alleen als|other than|zolang|indien|onder voorwaarden|under conditions|if|als"
    r"|conditional\w*|voorwaarde\w*|condition\w*)"
)
HARD_EXCEPT = whole_words(
    r"tenzij|behoudens|behalve|mits|met uitzondering|uitgezonderd(?= (?!van\b)\w)|onder voorwaarden"
    r"|unless|except for|provided"
)
EVEN = whole_words(
    r"ook|zelfs|ongeacht|inbegrip|inclusief|zonder|hoe dan ook|also|even|regardless|including|without|whether"
)
"""Takes what an exception names along after all."""
UNLESS = whole_words(r"tenzij|behoudens|behalve|uitzondering\w*|uitgezonderd|unless|except(?:ion)?s?|apart from")
AFTER = whole_words(r"zodra|nadat|eerst|once|after|until")
OPINION = whole_words(
    r"vind(?:t|en)|vond(?:en)?|volgens|aldus|meen(?:t|en)|according to|thinks?|thought|believes?|betreft"
    r"|in \w+ (?:ogen|visie|opvatting)|in (?:the )?[\w’']+ (?:view|eyes|opinion)"
)
"""Makes what must be so a view: what a council thinks must be done it recommends."""
CONDITIONAL = whole_words(
    r"als|indien|wanneer|wie|waar|mits|na|nadat|zodra|met|bij|if|when|once|where|after|who|provided|with"
)
CAUSE = whole_words(
    r"omdat|doordat|vanwege|wegens|want|immers|daarom|waardoor|zodat|dankzij|oorza\w+|veroorza\w+|leid(?:t"
    r"|en) (?:er ?)?(?:toe|tot)|ertoe|gevolg(?:en)?|due to|because"
    r"|as a result|owing to|thanks to|causes?|caused|leads? to|therefore|since|so that|door|daardoor|hierdoor"
    r"|reden\w*|reasons?|given|gelet op"
    r"|aangezien|om|gezien|drives?|derhalve|bijgevolg|result\w*|prompt\w*"
    r"|te danken|te wijten|wijt(?:en)?|wijd(?:t|de)|schrij(?:ft|ven) .{1,60} toe|toe(?:ge)?schr[ei]\w+"
    r"|naar aanleiding van|ingegeven|in verband met|met het oog op|attribut\w+|in view of"
)
LEADS = whole_words(
    r"(?:heeft|hebben) (?:[\w-]+ ){0,6}geleid tot|leid(?:t|den?|en) (?:[\w-]+ ){0,3}(?:er ?)?(?:toe|tot)|veroorza\w+"
    r"|caus(?:es|ed)|le(?:ads?|d) to|result(?:s|ed) in|br(?:ings|ought) about"
)
"""Verbs by which a claim makes one thing the cause of another."""
GROUND = whole_words(r"omdat|doordat|vanwege|wegens|aangezien|because|due to|owing to|on account of")
"""Words behind which the ground of something stands."""
LOOSE_CAUSE = re.compile(r":|\b(?:nu|namelijk|hierop|daarop|anders|otherwise|now that)\b", re.IGNORECASE)
TIME = whole_words(
    r"na|nadat|daarna|waarna|voor|vóór|voordat|eerst|later|sinds|toen|vervolgens|after|afterwards|before|since"
    r"|then|first|when|once|achteraf|vooraf|beforehand|mits|zodra|voorwaarde\w*|afwacht\w*|provided"
)
HARD_TIME = whole_words(r"waarna|nadat|voordat|afterwards|whereupon")
HARD_CAUSE = whole_words(
    r"omdat|doordat|vanwege|wegens|dankzij|waardoor|due to|because|as a result|owing to|thanks to|caused by"
)
CONTRAST = whole_words(r"maar|hoewel|terwijl|ofschoon|ondanks|although|though|but|while|whereas|despite")
