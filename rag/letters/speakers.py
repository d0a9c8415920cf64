"""The verbs by which somebody states a view, and the speakers that show by them alone."""

import re

REPORTED = (
    r"(?:gevraagd|aangekondigd|laten weten|verzocht|gewaarschuwd|gesteld|geadviseerd|geconcludeerd|ingediend|berekend"
    r"|vastgesteld|geraamd|becijferd|gewezen|opgemerkt|betoogd|gepleit|bepleit"
    r"|kunnen (?:vaststellen|aantonen))"
)
REPORTS = (
    r"(?:stel(?:t|len|de|den)|vind(?:t|en)|vond(?:en)?|waarschuw(?:t|en|de|den)|pleit(?:ten|te|en)?|verwacht(?:en|te|ten)?"
    r"|vraagt|vragen|vroeg(?:en)?|wijst|wijzen|wees|wezen|schrijf?t|schrijven|schreef|meld(?:t|en|de|den)|zegt|zeggen"
    r"|beschouw(?:t|en)|concludeer(?:t|de|den)|concluderen|constateer(?:t|de|den)|constateren"
    r"|adviseer(?:t|de|den)|adviseren|schat(?:ten|te)?"
    r"|noem(?:t|en|de|den)|betoogt|betogen|betoogde|acht(?:en|te)?|wil(?:len)?|wilde(?:n)?|verzoekt|verzoeken|raamt|ramen"
    r"|becijfert|berekende|meent|menen|meende(?:n)?|betreur(?:t|en|de|den)|vrees(?:t|de|den)|vrezen|bepleit(?:ten|te|en)?"
    r"|oordeel(?:t|de|den)|oordelen|signaleer(?:t|de|den)|signaleren|benadruk(?:t|ken|te)|beveelt|bevelen"
    r"|klaag(?:t|de|den)|klagen|prijst|prijzen|uit(?:en)? (?:zijn|haar|hun)"
    rf"|(?:heeft|hebben) (?:[\w.-]+ ){{0,9}}{REPORTED})"
)
"""Whoever is their subject states something; REPORTED are participles of such verbs."""
_OPINES = (
    r"(?:meent|menen|meende(?:n)?|betreur(?:t|en|de|den)|vrees(?:t|de|den)|vrezen|(?:be)?pleit(?:ten|te|en)?"
    r"|waarschuw(?:t|en|de|den)|vind(?:t|en)(?! plaats)|vond(?:en)?(?! plaats)|hoopt|hopen|klaagt|klagen"
    r"|verwerp(?:t|en)|onderschrij(?:ft|ven)|verwelkom(?:t|en)"
    r"|(?:dring(?:t|en)|drong(?:en)?)\b.*\baan"
    r"|(?:roep(?:t|en)|riep(?:en)?) (?:de|het|mij|ons|uw|ook|alle) (?!vra).*\bop"
    r"|steun(?:t|en|de|den)(?! op)|acht(?:en)?(?= (?:het|dit|dat|de|een)\b)"
    r"|(?:stel|zeg|meld|betoog|benadruk|signaleer|constateer|concludeer|verwacht|schrijf|vraag|oordeel)t?(?: \w+)? dat"
    r"|(?:stellen|zeggen|melden|betogen|benadrukken|signaleren|constateren|concluderen|verwachten|schrijven|oordelen"
    r"|stelde(?:n)?|zei(?:den)?|meldde(?:n)?)(?: \w+)? dat"
    r"|noem(?:t|en|de|den)(?= (?:het|dit|dat|de|een)\b)|(?:wijst|wijzen|wees|wezen) erop"
    r"|(?:hadden|had|zouden|zou|zien|ziet|zagen|zag) (?:\w+ ){0,3}liever"
    r"|(?:is|zijn|was|waren) (?:\w+ ){0,3}?(?:tegen(?! die| het eind| de achtergrond)"
    r"|(?:voor|tegen)standers?|bezorgd|ongerust|kritisch|teleurgesteld"
    r"|tevreden|blij|verheugd|van (?:mening|oordeel)|(?:het )?(?:\w+ )?(?:on)?eens met)"
    r"|(?:heeft|hebben|had|hadden) (?:grote |veel )?(?:bezwaar|bezwaren|kritiek|moeite met|zorgen))"
)
"""Only people and their organisations can be the subject of these: whoever it is, holds a view."""
NO_SUBJECT = (
    r"(?:Zij|Ze|Hij|Wij|We|Ik|Dit|Dat|Deze|Die|Er|Men|U|Dus|Ook|Zo|Wel|Niet|Verder|Daarom|Tevens|Toch|Nu|Dan|Als|Op|In"
    r"|Bij|Vanuit|Binnen|Buiten|Gezien|Gelet|Wat|Wie|Of"
    r"|Voor|Met|Van|Aan|Door|Om|Na|Over|Uit|Onder|Tot|Sinds|Vanaf|Per|Tijdens|Naast|Ten|Tegen|Volgens|Daar\w*|Hier\w*"
    r"|Bovendien|Tegelijk\w*|Mijn|Ons|Onze|Zodra|Hoewel|Omdat|Echter|Immers|Anders|Vooral|Eerder|Belangrijk|Terecht)\b"
)
"""What may begin a sentence with a capital and is no name."""
_NO_PHRASE = (
    r"(?:die|dat|als|om|waar\w*|omdat|zodat|terwijl|is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen"
    r"|moet|moeten|mag|mogen|zal|zullen|geldt|gelden|krijgt|krijgen|gaat|gaan|komt|komen|blijft|blijven|wil|willen)\b"
)
"""Words that cannot stand between the beginning of a subject and its verb."""
_SPEAKER = re.compile(
    rf"^(?:Ook (?=de |het |[A-Z]))?(?!{NO_SUBJECT})(?!(?:De|Het|Een) {_OPINES})"
    rf"(?P<who>(?:[A-Z]|de |het )[\w’'-]*(?: (?!{_NO_PHRASE})[\w’'()&-]+,?){{0,8}}?)"
    rf" {_OPINES}\b(?! (?:ik|wij|we|het kabinet)\b)"
)
_GOVERNMENT = re.compile(
    r"(?:Ook )?(?:(?:[Dd]e|[Hh]et) )?(?:(?:demissionaire|huidige|nieuwe|gehele|betrokken|Nederlandse) )?(?:kabinet"
    r"|regering|ministeries?|Rijksoverheid|Rijk|bewinds\w+|ministerraad|minister-president|Nederland)\b"
)
_NAMED = re.compile(
    rf"^(?!{NO_SUBJECT})(?:(?:De|Het) (?:[a-z]+ )?)?(?P<who>(?:[A-Z][\w’-]+)(?: (?:(?:van|voor|en|de|der"
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
