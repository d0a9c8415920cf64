"""The verbs by which somebody states a view, and the speakers that show by them alone."""

import re

from rag.letters.parties import VIEWS

HAPPENS = r"(?! (?:(?!dat\b)[\w.,-]+ ){0,8}?plaats\b)"
"""Behind "vindt": not "vindt in het voorjaar plaats"."""
REPORTED = (
    r"(?:gevraagd|aangekondigd|laten weten|verzocht|gewaarschuwd|gesteld|geadviseerd|geconcludeerd|ingediend|berekend"
    r"|vastgesteld|geraamd|becijferd|gewezen|opgemerkt|betoogd|gepleit|bepleit|benadrukt"
    r"|aangegeven|te kennen gegeven|gemeld|geoordeeld|geuit|uitgesproken|kunnen (?:vaststellen|aantonen))"
)
_INDICATES = (
    r"(?:(?:geeft|geven|gaf|gaven) (?:(?:ook|echter|daarbij|tevens|daarnaast|hierbij|zelf|wel|bovendien) )?aan"
    r"(?=[,.]| (?:dat|niet|geen|hoe|waar\w*|wat|of|te|zich|behoefte|meer|onvoldoende|graag|wel|zelf)\b))"
)
"""The verb "aangeven" in two parts; "geven uitvoering aan het plan" and "geeft aan gemeenten" tell nothing."""
SEES = r"(?:ziet|zien|zag(?:en)?)(?! (?:hun|zijn|haar)\b| (?:[\w-]+ ){0,6}toe\b)"
"""Sees something, not "ziet erop toe" nor "zien hun inkomen dalen"."""
STATES = (
    r"stel(?:t|len|de|den)(?! (?:(?!dat\b)[^\s;]+ ){0,14}?"
    r"(?:in staat|in kennis|in werking|ter beschikking|in de gelegenheid"
    r"|(?:op|aan|in|open|beschikbaar|samen|zeker|veilig|vast|bij)(?:[.,;]|$"
    r"| (?:voor|om|die|en|in|op|bij|van|vanwege|wegens|na)\b)))"
)
"""The verb "stellen" where it tells something: not in "stelt een kader op" or "stelt gemeenten in staat"."""
_STATING = (
    rf"(?:{STATES}|meld(?:t|en|de|den)(?! (?:(?!dat\b)[^\s;]+ ){{0,8}}?aan\b)"
    r"|(?:vraagt|vragen|vroeg(?:en)?)(?! (?:(?!dat\b)[^\s;]+ ){0,10}?aan(?:[.,;]|$| (?:bij|via|voor|in|op)\b))"
    r"|(?:wijst|wijzen|wees|wezen)(?! (?:hun|zijn|haar)\b| (?:(?!dat\b)[^\s;]+ ){0,10}?(?:toe|aan)(?:[.,;]|$| en\b)))"
)
"""Verbs that tell something unless what follows makes another verb of it: "vraagt subsidie aan"."""
THINKS = (
    rf"(?:(?:vind(?:t|en)|vond(?:en)?){HAPPENS}|(?:be)?pleit(?:ten|te|en)?|meent|menen|meende(?:n)?|acht(?:en|te)?"
    r"|wil(?:len)?|wilde(?:n)?|denk(?:t|en)(?! (?:[\w-]+ ){0,4}?mee\b)|gelooft|geloven)"
)
"""Verbs of what somebody wants or thinks, rather than of what is so."""
REPORTS = (
    rf"(?:{_STATING}|{THINKS}"
    r"|waarschuw(?:t|en|de|den)|verwacht(?:en|te|ten)?"
    r"|schrijf?t|schrijven|schreef|zegt|zeggen"
    r"|beschouw(?:t|en)|concludeer(?:t|de|den)|concluderen|constateer(?:t|de|den)|constateren"
    r"|adviseer(?:t|de|den)|adviseren|schat(?:ten|te)?"
    r"|noem(?:t|en|de|den)|betoogt|betogen|betoogde|verzoekt|verzoeken|raam(?:t|de|den)|ramen"
    r"|becijfer(?:t|de|den)|berekende|betreur(?:t|en|de|den)|vrees(?:t|de|den)|vrezen"
    r"|oordeel(?:t|de|den)|oordelen|signaleer(?:t|de|den)|signaleren|benadruk(?:t|ken|te)|beveelt|bevelen"
    r"|ontra(?:adt|den|adde|adden)|betwijfel(?:t|en|de|den)|klaag(?:t|de|den)|klagen|prijst|prijzen"
    rf"|uit(?:en|te|ten)? (?:zijn|haar|hun) (?:[\w-]+ )?{VIEWS}|{_INDICATES}"
    r"|(?:laat|laten|liet(?:en)?) (?:(?!(?:ik|wij|we)\b)[\w-]+ ){0,3}?weten"
    rf"|(?:heeft|hebben) (?:[\w.-]+ ){{0,11}}{REPORTED})"
)
"""Whoever is their subject states something; REPORTED are participles of such verbs."""
OBJECTS = (
    r"(?:(?:heeft|hebben|had|hadden) (?:(?!(?:de|het|mijn|onze|ik|wij)\b)[a-zë]+ ){0,3}?"
    r"(?:bezwaar|bezwaren|bedenkingen|kritiek|moeite met|zorgen)(?! (?:[a-z]+ )?(?:gekregen|ontvangen)))"
)
"""Objects to something, or does not: "heeft hier geen bezwaar tegen"."""
_OPINES = (
    r"(?:meent|menen|meende(?:n)?|betreur(?:t|en|de|den)|vrees(?:t|de|den)|vrezen|(?:be)?pleit(?:ten|te|en)?"
    rf"|waarschuw(?:t|en|de|den)|vind(?:t|en){HAPPENS}|vond(?:en)?{HAPPENS}|hoopt|hopen|klaagt|klagen"
    r"|verwerp(?:t|en)|onderschrij(?:ft|ven)|verwelkom(?:t|en)"
    r"|(?:dring(?:t|en)|drong(?:en)?)\b.*\baan"
    r"|(?:roep(?:t|en)|riep(?:en)?) (?:de|het|mij|ons|uw|ook|alle) (?!vra).*\bop"
    r"|steun(?:t|en|de|den)(?! op)|acht(?:en)?(?= (?:het|dit|dat|de|een)\b)"
    r"|(?:stel|zeg|meld|betoog|benadruk|signaleer|constateer|concludeer|verwacht|schrijf|vraag|oordeel)t?(?: \w+)? dat"
    r"|(?:stellen|zeggen|melden|betogen|benadrukken|signaleren|constateren|concluderen|verwachten|schrijven|oordelen"
    r"|stelde(?:n)?|zei(?:den)?|meldde(?:n)?)(?: \w+)? dat"
    r"|noem(?:t|en|de|den)(?= (?:het|dit|dat|de|een)\b)|(?:wijst|wijzen|wees|wezen) erop"
    r"|(?:hadden|had|zouden|zou|zien|ziet|zagen|zag) (?:\w+ ){0,3}liever"
    r"|(?:is|zijn|was|waren) (?:(?!gericht|bestand)\w+ ){0,3}?(?:tegen(?! die| het eind| de achtergrond)"
    r"|(?:voor|tegen)standers?|bezorgd|ongerust|kritisch|teleurgesteld"
    r"|tevreden|blij|verheugd|van (?:mening|oordeel)|(?:het )?(?:\w+ )?(?:on)?eens (?:met|dat|over))"
    rf"|{OBJECTS}"
    r"|(?:maakt|maken) zich (?:\w+ ){0,4}zorgen|wil(?:len)?(?: \w+)? dat"
    r"|(?:heeft|hebben) (?:(?!(?:ik|wij|kabinet|minister)\b)[\w.,’-]+ ){0,9}"
    r"(?:aangegeven|laten weten|te kennen gegeven))"
)
"""Only people and their organisations can be the subject of these: whoever it is, holds a view."""
NO_SUBJECT = (
    r"(?:Zij|Ze|Hij|Wij|We|Ik|Dit|Dat|Deze|Die|Er|Men|U|Dus|Ook|Zo|Wel|Niet|Verder|Tevens|Toch|Nu|Dan|Als|Op|In"
    r"|Bij|Vanuit|Binnen|Buiten|Gezien|Gelet|Wat|Wie|Of"
    r"|Voor|Met|Van|Aan|Door|Om|Na|Over|Uit|Onder|Tot|Sinds|Vanaf|Per|Tijdens|Naast|Ten|Tegen|Volgens|Daar\w*|Hier\w*"
    r"|Er(?:voor|tegen|bij|mee|op|van)|Indien|Wanneer|Zolang|Terwijl|Mits|Tenzij|Nadat|Voordat|Ofschoon"
    r"|Het (?=(?:is|heeft|zal|wil|kan|ziet|deelt|volgt|steunt|vreest|vindt|acht|meent|onderschrijft)\b)"
    r"|Bovendien|Tegelijk\w*|Mijn|Ons|Onze|Zodra|Hoewel|Omdat|Echter|Immers|Anders|Vooral|Voorts"
    r"|Eerder|Belangrijk|Terecht|Hoe|Hoeveel|Welke?|Vooralsnog|Momenteel|Thans|Vaak|Soms|Doorgaans|Meestal|Destijds"
    r"|Inmiddels|Onlangs|Intussen|Vervolgens|Uiteindelijk|Overigens|Niettemin|Desondanks|Daarentegen|Kennelijk|Helaas"
    r"|Uiteraard|Wellicht|Misschien|Waarschijnlijk|Vandaag|Jaarlijks|Regelmatig|Sindsdien|Toen|Evenmin|Kortom)\b"
)
"""What may begin a sentence with a capital and is no name."""
_NO_PHRASE = (
    r"(?:te|zij|ze|hij|maar|die|dat|als|zoals|gelijk|om|waar\w*|omdat|zodat|terwijl|is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben"
    r"|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|geldt|gelden|krijgt|krijgen|gaat|gaan|komt|komen|blijft|blijven|wil|willen)\b"
)
"""Words that cannot stand between the beginning of a subject and its verb."""
_SPEAKER = re.compile(
    rf"^(?:Ook (?=de |het |[A-Z]))?(?!{NO_SUBJECT})(?!(?:De|Het|Een) {_OPINES})"
    rf"(?P<who>(?:[A-Z]|de |het )[\w’'-]*(?: (?!{_NO_PHRASE})[\w’'()&-]+,?){{0,8}}?)"
    rf" {_OPINES}\b(?! (?:ik|wij|we|het kabinet)\b)"
)
_GOVERNMENT = re.compile(
    r"(?:Ook )?(?:(?:[Dd]e|[Hh]et) )?(?:(?:demissionaire|huidige|nieuwe|vorige|gehele|betrokken|Nederlandse) )?"
    r"(?:kabinet|regering|ministeries?|Rijksoverheid|Rijk|bewinds\w+|ministerraad"
    r"|minister-president|premier|Staat(?! van\b)|Nederland|(?:memorie van )?toelichting)\b"
)
_NAMED = re.compile(
    rf"^(?!{NO_SUBJECT})(?:(?:De|Het) (?:[a-z]+ )?)?(?P<who>(?!(?:De|Een)\b)[A-Z][\w’-]+(?: (?:(?:van|voor|en|de|der"
    rf"|het) )*[A-Z][\w’-]+){{0,5}})(?:, [^,]+,)? {REPORTS}\b(?! (?:de|het|een|dit|deze|ik|wij)\b)"
)


def find_speaker(text: str) -> re.Match[str] | None:
    """The one with whom a sentence begins and whose view it states, group `who`; None where nobody does.

    A name with any verb of speaking, or whatever subject with a verb that only people can have.
    """
    return _SPEAKER.match(text) or _NAMED.match(text)


def is_government(text: str) -> bool:
    """Whether a sentence begins with the Dutch government under another name than the usual ones."""
    return _GOVERNMENT.match(text) is not None


def reports(text: str) -> bool:
    """Whether a sentence has a verb by which somebody states something."""
    return re.search(rf"\b{REPORTS}\b", text) is not None
