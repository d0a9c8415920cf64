"""What claims in Dutch and English call parties and their views, and the verbs by which these tell them."""

import re

from rag.letters import Voice
from rag.letters.parties import (
    CHAMBER,
    COMMITTEES,
    MEMBERS,
    ORGANISATIONS,
    PEOPLE,
    STATE_COUNCIL,
    VIEWS,
    WORKS,
    WRITERS,
)
from rag.letters.speakers import REPORTS, SEES, THINKS

_PORTFOLIO = r"(?:the )?(?-i:[A-Z][\w-]+(?:,? (?:(?:en|and) )?[A-Z][\w-]+)*)"
"""What a minister is for; only capitals tell where it ends: "Justitie en Veiligheid", "Foreign Trade"."""
CABINET = (
    r"(?:het |ons |dit )?(?:nederlandse )?kabinet|(?:het|the) minist(?:erie|ry)|de (?:nederlandse )?regering"
    r"|(?:de )?(?:minister"
    r"|staatssecretaris|bewinds\w+)\b"
    rf"(?: (?:van|voor) {_PORTFOLIO})?|ik|wij|(?:the |this )?(?:dutch )?(?:cabinet|government)"
    r"|(?:some |several )?members of the (?:cabinet|government)"
    r"|(?<!\bin )(?<!\bte )(?<!uit )(?<!naar )(?<!\bof )(?<!\bto )(?<!from )(?<!hof )(?<!rechtbank )(?<!gemeente )"
    r"(?:den haag|the hague)"
    rf"|the (?:ministers?|state secretar(?:y|ies)|secretary of state)(?: (?:of|for) {_PORTFOLIO})?"
)
_AUTHORS = (
    rf"(?:de |the )?(?:{WRITERS}|schrijvers|authors?|writers|researchers?|evaluators|reviewers|advis[eo]rs|experts)"
    rf"|(?:de|het|the|dit|this) (?:[\w-]+ )?(?:{WORKS}|report|study|advice|evaluation|exploratory study|exploration"
    r"|survey)"
    r"|(?:de|the) (?:leden|members) (?:van|of) (?:de|het|the) (?:commissie|raad|committee|council"
    r"|(?-i:(?!Tweede|Eerste|House|Senate)[A-Z][\w-]*))"
    r"|(?:adviescollege|adviesraad|commissie|raad|committee|council|task ?force)(?=:)"
    r"|(?:het|the) (?:[\w-]*planbureau|planning (?:bureau|agency|office))"
    rf"|(?:de|het|the) (?:{COMMITTEES}|task ?force|werkgroep|working group"
    r"|(?:advies|evaluatie|advisory )?(?:commissie|raad|instituut|committee|council"
    r"|institute|(?<=advies)college|(?<=advisory )college)(?! of state| van state| van de eu| of the eu))"
)
_PARLIAMENT = (
    rf"{CHAMBER}|{MEMBERS}|(?:the |your )?(?:house(?: of representatives)?|senate|parliament)"
    r"|the (?:members?(?! of the (?:committee|council))|[\w-]*fracties?|movers"
    r"|(?!(?:interest|working|expert|lobby|action)\b)[\w ]{0,20}?group)|(?:the )?mps?"
    r"|(?:de|the) motie(?:-[\w-]+(?: (?-i:[A-Z])\w+)?)?|the (?:(?-i:[A-Z][\w-]+ ){0,3})motion"
)
_THIRD = (
    rf"(?:de |het |the )?(?:{STATE_COUNCIL}|council of state|europese commissie|european commission"
    r"|(?<=the )commission"
    r"|unhcr|europees hof|european court|lidstaten|member states|gemeenten|municipalities|provincies|provinces"
    r"|critici|critics"
    r"|senders|inzenders|insprekers|respondents|rechter|hof"
    r"|(?:(?:[\w-]+ )?(?:supreme|district|high|highest|lower|administrative) )?courts?(?: of audit)?)"
    r"|(?:het|the) (?:regeer|coalitie|hoofdlijnen)akkoord|the coalition agreement"
    r"|(?:de |het |een |the |an? )?(?:vereniging|stichting|koepel|bond|federatie|\w*verbond|association"
    r"|foundation|federation)"
)
_BETWEEN = (
    r"(?:(?!(?:van|voor|met|bij|aan|in|op|om|over|uit|tot|als|dan|door|en|of|die|dat|de|het|een"
    r"|for|with|by|to|and|that|the|an?|government|cabinet|ministers?|state|council|committee|report|researchers"
    r"|wants?|thinks?|says?|believes?|asks?|finds?"
    r"|commissie|raad|instituut|minister|staatssecretaris|bewinds\w+|kabinet|regering"
    rf"|{COMMITTEES}|{WRITERS}|{WORKS}|{THINKS})\b)[\w’'-]+ ){{0,2}}?"
)
BODIES = (
    rf"(?<!across )(?:de |het |the |an? ){_BETWEEN}(?:{ORGANISATIONS}|{PEOPLE}|organisation|profession|industry"
    r"|inspectorate|agency|authority|board|group|director|governor|chair|counsel|union|association|federation|employers|doctors"
    r"|residents|parents|students|farmers"
    r"|fishermen|schools|islands)"
    r"(?![’']s? (?:\w+ )?(?:platform|association|federation|organi[sz]ation|union|group|board|council|body)\b)"
)
"""Such a party counts where a verb of saying is near, like a chamber or the municipalities."""
TELLS = (
    rf"(?:{REPORTS}|{SEES}"
    r"|denk(?:t|en)|dacht(?:en)?|hoop(?:t|te|ten)|hopen|erken(?:t|nen|de|den)|onderschr(?:ijft|ijven|eef|even)|deelt"
    r"|deelde|steun(?:t|en|de|den)"
    r"|(?:has|have) (?:indicated|said|stated|warned|concluded|argued|reported)|indicate[sd]?(?= that\b)"
    r"|says?|said|states?|stated|argues?|argued|thinks?|thought|believes?|holds?|finds?|found|recommends?|recommended"
    r"|advises?|advised"
    r"|warns?|warned|expects?|underlines?|underlined|underscores?|insists?"
    r"|wants|want(?= (?:to|the|an?|more|less|it|them)\b)|wanted|concludes?|concluded|emphasi[sz]es?|stress(?:es)?"
    r"|notes?|considers?|calls?|asks?|asked|fears?"
    r"|observes?|sees?"
    r"|proposes?|proposed|regards?|hopes?|recognises?|endorses?|supports?|shares?|maintains?"
    r"|claims?(?! back\b)|wishes|feels?|objects?(?= (?:that|to)\b)"
    r"|(?:is|are|was|were) (?:(?:calling|asking|pressing|pushing) for|after(?=[,.!]|$))"
    r"|sta(?:at|an) (?:achter|open voor|welwillend|positief|kritisch|afwijzend|sceptisch)|stands? behind)"
)
"""With verbs that in a letter tell of agreement, or of other things: a claim is short."""
NO_NAME = (
    r"(?:An?|This|That|These|Those|There|It|If|When|Since|Because|Although|While|What|Where|Who|How|Some|Many|Most|All"
    r"|Any|Each|Every|No|Not|Only|One|Two|Three|Four|Five|In|On|At|By|For|From|With|After|Before|Until|Unless|Under|As)"
)
"""What may begin an English sentence with a capital and is no name."""
ALL_VIEWS = (
    rf"{VIEWS}|wish|plea|advice|conclusion|proposal|recommendation|reproach|criticism|fear|expectation|estimate|reasoning"
    r"|argument|concern|doubt|stance|reading|lezing|inschatting|preference|aim|ambition|goal|objective|target|demand|verdict|message|intention"
    r"|commitment|priorit(?:y|ies)|efforts?|vision|starting point|premise|uitgangspunt|streven|inzet|doel|raming"
    r"|voornemen|eis|plan(?:nen)?"
)
_COUNTRY = (
    rf"(?:nederland|the netherlands)(?= (?:{TELLS}))"
    rf"|(?:(?:the|het|de) )?(?:dutch|nederlandse) (?:{ALL_VIEWS}|positions?)s?"
)
"""The country as its cabinet: where it says or wants something, and as whose a view is given."""
PARTIES = (
    (Voice.PARLIAMENT, _PARLIAMENT),
    (Voice.THIRD_PARTY, rf"{_THIRD}|{BODIES}"),
    (Voice.CABINET, rf"{CABINET}|{_COUNTRY}"),
    (Voice.AUTHORS, _AUTHORS),
)
SPEAKS = re.compile(
    rf"\b(?:{TELLS}|aangegeven|laten weten|gemeld|gewaarschuwd|verzocht|gevraagd|aangenomen|nam|stemde|requested"
    r"|requests?|adopted|voted|passed"
    r"|urge[sd]?)\b",
    re.IGNORECASE,
)
HOLDS = re.compile(
    r"\b(?:aanbevolen|voorgesteld\w*|bepleit\w*|gewenst|toegezegd|willen|eens|oneens|voorstander|tegenstander|liever"
    r"|geloven|twijfelen|begrijpen|dringen|raden|wensen|verlangen|beloven|wijten|erkennen"
    r"|(?:denk|geloof|weet|hoop|twijfel|begrijp|snap|voel|raad|dring|wens|verlang|beloof|reken|wij|geef|spreek|opper"
    r"|suggereer|erken|herken|onderken|steun|bestrij|laak|hekel|ver[wz]\w{3,6})t|eist|reageer\w*"
    r"|(?:zijn|is|was|waren) (?:[\w-]+ ){0,4}(?:tegen|voor|kritisch|bezorgd|bang|beducht|positief|negatief|verdeeld"
    r"|somber|optimistisch|pessimistisch|sceptisch|overtuigd|tevreden|ontevreden|blij|van (?:mening|oordeel)|bereid)"
    r"|ton(?:en|t) zich bereid|zich bereid ton(?:en|t)|(?:sluit(?:en)?|schaar(?:t|den?)?|scharen) zich"
    r"|(?:am|is|are|was|were) (?:[\w-]+ ){0,4}(?:against|critical|opposed|in favour|concerned|worried|afraid|happy"
    r"|positive|negative|divided|gloomy|optimistic|pessimistic|sceptical|convinced|hopeful|confident|unhappy|pleased"
    r"|of the (?:view|opinion)|willing|prepared)|would (?:rather|like|prefer|have)"
    r"|(?:object|oppos|prefer|insist|press|plead|fear|suggest|advocat|point|agree|disagree|reject|accept|favou?r|demand"
    r"|urg|promis|estimat|complain|prais|criticis|doubt|disput|blam|attribut|calculat|dismiss|back|welcom|regret|describ"
    r"|reckon|judg|question|wonder|ask|express|pledg|know|understand|worr|disapprov|approv|support)"
    r"(?:e|es|s|ed|d|ies|ied|y|ing)?|knew|understood)\b",
    re.IGNORECASE,
)
"""Further words near a party that show that it thinks or says something."""
OWNS = re.compile(
    rf"[’']s?(?= )(?! (?:[\w-]+ ){{0,2}}(?:{ALL_VIEWS}|view|opinion|position|judge?ment|assessment|reckoning"
    r"|calculations?|belief|support|backing|approval|division|department|organi[sz]ation|association|union|group|body)\b"
    rf"| (?:response|reaction|letter|report) {TELLS}\b)"
)
"""Behind a party of which something is told that is not its view."""
OTHER = re.compile(
    r"\b(?:an?|any|next|future|previous|other|een|geen|ander|volgend|nieuw|vorig|hoogste|lagere) $",
    re.IGNORECASE,
)
"""In front of what is another than the party, or none in particular."""
