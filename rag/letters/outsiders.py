"""Who is not the cabinet by what kind of body or person it is, as subject of a sentence that tells what it said."""

import re

from rag.letters.parties import ORGANISATIONS, PEOPLE, VIEWS, WRITERS
from rag.letters.speakers import NO_SUBJECT, OBJECTS, REPORTED, REPORTS, SEES, STATES

_BODY = (
    rf"(?:{ORGANISATIONS}|[\w-]*(?:raad|commissie|comité|college|instituut|bureau"
    r"|unie|orde|beraad|afdeling|hof|\w+kamer|parket(?:ten)?|collectief|samenwerkingsverband|griffie|steunpunt|genootschap|alliantie|voorzitterschap|waterbedrijf|(?:werk|stuur|begeleidings|klankbord|expert)groep(?:en)?))"
)
"""In a claim the first of these may be the letter's own advisers, and the others begin a name."""
_PEOPLE = (
    rf"(?:{PEOPLE}|{WRITERS}|adviseur|[\w-]*(?:rechters?|bedrijven|instellingen|partners|partijen|betrokkenen|burgers|jongeren"
    r"|banken|gebruikers|landen)|officier|\b(?!\w*(?:cijfers|nummers|dossiers|meters|letters)\b)[a-z]{4,}(?:er|aar)s)"
)
"""In a claim the last ones, also whoever is named by what they do ("deurwaarders"), are more often what it is about."""
_COUNTED = (
    r"(?:[Dd]e|[Hh]et|[Ee]en|[Aa]lle|[Vv]eel|[Ee]nkele|[Ss]ommige|[Vv]erschillende|[Dd]iverse|[Mm]eerdere|[Tt]wee|[Dd]rie"
    r"|[Vv]ier|[Vv]ijf|[Zz]es|[Ee]erstgenoemde|[Dd]eze|[Dd]ie|[Dd]it"
    r"|[Tt]wee van de \w+|(?:[Ee]en|[Dd]e) (?:\w+ )?(?:meerder|minder)heid van)"
)
_GOVERNMENT = (
    r"(?:\w*minist|kabinet|regering(?!scommissaris)|rijk|bewinds|staatssecretaris|koninkrijk|kamer|eerste|tweede"
    rf"|nederland(?!se (?i:{_BODY}|{_PEOPLE})\b))"
)
_NAME = (
    rf"(?!{NO_SUBJECT}|(?:De|Het|Een|Zoals)\b|(?i:{_GOVERNMENT}))"
    r"(?:[A-Z]{2,}[\w’-]*\+?|[A-Z][\w’-]+(?: (?:(?:van|voor|en|de|der|het|op) )*[A-Z][\w’-]+\+?){0,5})"
)
_KIND = (
    rf"(?:{_COUNTED} |(?!Onze |Gedurende )[A-Z][a-zë]+e )?(?:(?!{_GOVERNMENT})[a-zë]+ ){{0,2}}"
    rf"(?!{_GOVERNMENT})(?i:{_BODY}|{_PEOPLE})\b"
)
_MORE = (
    r"(?: (?!(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|zou|zouden|geldt|krijgt"
    r"|gaat|komt|blijft)\b)[\w’'()&-]+){0,8}?"
)
_ASIDE = r"(?: \([^)]{2,40}\))?(?:, (?:(?!, )[^;:]){3,120},)?"
_STATED = (
    r"(?:bezwaar gemaakt|gereageerd|toegezegd|aangegeven|te kennen gegeven|geuit|aanbevolen|afgezien|laten weten|verzet"
    r"|aangedrongen|naar voren gebracht|gevraagd|verzocht|geadviseerd|gewaarschuwd|gepleit|geraamd|berekend|voorgesteld"
    r"|uitgesproken|ingestemd|bepaald|beslist|overwogen|verklaard|geantwoord|opgeroepen|voorbehoud(?:en)? gemaakt"
    r"|in (?:stand|het midden) gelaten)"
)
_STATES = (
    rf"(?:{REPORTS}|steun(?:t|en|de|den)(?! op)|(?:houdt|houden|hield(?:en)?) het (?:\w+ )?op|verwerp(?:t|en)"
    r"|streef(?:t|de) (?:er)?naar|streven (?:er)?naar|beoorde(?:elt|len|elde) .*\bals\b"
    r"|plaats(?:t|en|te) (?:\w+ )?kanttekening(?:en)?|(?:kan|kunnen) (?:[\w-]+ ){1,4}instemmen"
    rf"|{OBJECTS}|(?:geeft|geven|gaf|gaven) (?:\w+ )?de voorkeur"
    r"|ga(?:at|an) (?:\w+ )?verder en|(?:schrijft|schrijven) (?:[\w-]+ ){1,8}toe aan"
    r"|(?:heeft|hebben) (?:\w+ )?aangeboden(?= (?:om|de|het|een)\b.* te\b)"
    r"|(?:leidt|leiden) (?:[\w-]+ ){1,14}af dat|wens(?:t|en)"
    r"|(?:liet|lieten) (?:\w+ )?in het midden|zou(?:den)? (?:\w+ )?(?:verder|liever)"
    rf"|de(?:elt|len) (?:dat|die|deze|dit|de|het) (?:\w+ )?{VIEWS}|(?:is|zijn) het (?:[\w-]+ ){{1,6}}eens"
    r"|(?:bestrijd|weerspreek|wij|verwijs|verklaar|bereken|beloof)t|eist|raadt"
    r"|rekent (?:erop|op)|bestrijden|weerspreken"
    r"|wijten|verwijzen|verklaren|berekenen|beloven|reage(?:ert|ren|erde|erden)"
    rf"|beraad(?:t|en) zich|{SEES}|toon(?:t|en|de) zich|verzet(?:ten|te)? zich"
    r"|spre(?:ekt|ken) (?:van|zich|in|(?:[\w-]+ ){1,5}tegen\b)|ga(?:at|an) (?:\w+ )?(?:er ?van )?uit (?:van|dat)"
    r"|(?:kom(?:t|en)|kwam(?:en)?) (?:lager|hoger|uit op"
    r"|(?:in [\w ]{3,30} )?tot (?:[\w-]+ ){0,2}\w*(?:conclusies?|oordeel|slotsom|inzicht|aanbeveling(?:en)?"
    r"|raming|schatting)"
    r"|op (?:[\w,.€%-]+ ){1,12}uit\b|op (?:€ ?\d+|\d[\d.,]*(?=%| (?:procent|miljoen|miljard|euro))))"
    r"|(?:staat|staan) (?:\w+ ){0,3}(?:achter|afwijzend|welwillend|kritisch|sceptisch)"
    r"|(?:kan|kunnen|kon|konden) zich (?:\w+ ){0,3}vinden"
    r"|(?:kan|kunnen) (?:\w+ ){0,3}(?:zeggen|vaststellen|uitsluiten|beoordelen|aantonen)"
    rf"|(?:heeft|hebben|had|hadden),? (?:(?!(?:ik|wij|kabinet|minister)\b)[\w.,€’'-]+ ){{0,14}}{_STATED}"
    r"|(?:is|zijn|was|waren) (?:\w+ ){0,4}(?:kritisch|te spreken|ontstemd|ontevreden|verdeeld|positie(?:f|ver)"
    r"|negatie(?:f|ver)|sceptisch|\w+ mening toegedaan)"
    r"|had(?:den)? een (?:andere|afwijkende) mening)"
)
_FIRST = re.compile(
    rf"^(?:Ook |Zelfs )?(?P<who>{_KIND}{_MORE}|(?:(?:De|Het|de|het) )?{_NAME}(?:(?:, {_NAME})* en {_NAME})?){_ASIDE}"
    rf" {_STATES}\b"
)
_HAPPENS = (
    r"(?:krijg|ontvang|word|moet|mag|mogen|kan|kunnen|kon|hoef|hoev|blijf|blijv|betaal|betal|lig|sta[an]|val|kom|ga[an]|geld"
    r"|besta|dien|tel|verlie|loop|lop|werd|is\b|zijn\b|was\b|waren\b|heeft\b|hebben\b|had|zal\b|zullen\b|zou)"
)
"""Beginnings of verbs whose subject need do nothing: "gemeenten krijgen meer geld" may tell what the cabinet does."""
_ACTS = re.compile(
    rf"(?:[Oo]ok |[Zz]elfs )?(?P<who>{_KIND}(?: (?!{_HAPPENS})[\w’'()&-]+){{0,8}}?"
    rf"|(?:(?:[Dd]e|[Hh]et) )?[A-Z]{{2,}}){_ASIDE}"
    rf"(?: (?:daarentegen|echter|ook|eveneens|juist))? (?!{_HAPPENS})[a-zë]+(?<!miljo)(?:t|en|de|te)\b"
)
_BEHIND = re.compile(
    rf"^(?!(?:Zij|Ze|Hij)\b)[A-Z][^;:]{{2,90}}? (?:{STATES}|adviseert|beveelt|pleit|bepleit|vindt|meent|acht|raamt"
    r"|schat|vreest|verwacht|(?:concludeer|constateer|adviseer|signaleer|waarschuw|raam|oordeel)de(?:n)?|berekende(?:n)?"
    r"|concludeert|constateert|signaleert|oordeelt|leidt|waarschuwt|betreurt|wil|willen|adviseren|ramen|schatten|bevelen|pleiten|vinden"
    r"|menen|achten|vrezen|verwachten|betreuren)"
    rf" (?P<who>(?:de|het) (?:{_NAME}|(?!{_GOVERNMENT})(?i:{_BODY}|{_PEOPLE}))|{_NAME})"
    r"(?=[ ,.](?!zelf voor\b))(?!.{0,80}\b(?:ik|wij|het kabinet)\b)"
)
_FRONT = (
    r"(?:(?:Naar|In|Op|Bij|Met|Na|Over|Tijdens|Via|Vanuit|Uit|Voor|Volgens)(?: [\w’().,-]+){1,16}?|Tot slot|Ook"
    r"|Verder|Wel|Daar(?:naast|bij|op|over)|Hier(?:bij|op|over)|Tevens|Recent\w*|Onlangs|Inmiddels|Eerder|Vorige? \w+"
    r"|Afgelopen \w+|(?:Begin|Eind|Medio) \w+(?: \d{4})?)"
)
_OUTSIDER = rf"(?:(?:de|het) )?(?:{_NAME}|(?!{_GOVERNMENT})(?:[a-zë]+ )?(?i:{_BODY}|{_PEOPLE}))"
_VIEW = rf"(?:{VIEWS}|behoefte|verzoek)"
"""With a need or a request, which without "of the sector" may be what is so."""
_VIEW_OF = re.compile(
    r"^(?:(?:Door|Vanuit|Namens|Van de (?:kant|zijde) van) (?P<agent>[^,;:]{2,60}?)"
    r" (?:is|zijn|wordt|worden|werd(?:en)?)"
    rf"(?= (?:[\w’-]+ ){{0,10}}?(?:(?:{_STATED}|{REPORTED})\b|{_VIEW} (?:geuit|geplaatst|ingebracht)))"
    r"|(?:Bij|Onder|Binnen) (?P<among>[^,;:]{2,60}?)"
    r" (?:leeft|leven|leefde(?:n)?|bestaa?t|bestaan|bestond(?:en)?|heerst|is er)"
    rf"(?= (?:[\w’-]+ ){{0,4}}?{_VIEW}\b)"
    rf"|(?:De|Het|Een) (?:[\w-]+ )?{_VIEW} van (?P<owner>[^,;:]{{2,60}}?) (?:(?:is|was|zijn) (?:dat|om)|luid(?:t|en|de)"
    r"|houdt in|betreft|richt(?:en)? zich)\b)"
)
"""A view whose holder is no subject: "door de sector is aangegeven", "bij gemeenten leeft de zorg"."""
_HAS_STATED = re.compile(
    rf"^{_FRONT} (?:heeft|hebben) (?P<who>{_OUTSIDER})"
    rf"(?= (?:(?!(?:ik|wij|kabinet|minister)\b)[\w.,€’'-]+ ){{0,14}}(?:{_STATED}|{REPORTED})\b)"
)
"""An outsider behind "heeft": "In reactie daarop heeft de sector aangegeven"."""
_SAYS_BEHIND = re.compile(
    rf"^{_FRONT} (?:wijst|wijzen|geeft|geven|gaf|gaven|vraagt|vragen) (?P<who>{_OUTSIDER})"
    r"(?= (?:(?:mij|ons|ook|daarbij|terecht) )?(?:erop|op|aan dat|aan te|om|of|aandacht)\b)"
)
"""The same behind a verb of two parts: "In hun brief wijzen de koepels op de kosten"."""
_TELLS_IN = re.compile(
    rf"^(?P<who>(?:(?:De|Het|Deze|Die|Dit) |(?!{NO_SUBJECT}))(?!(?i:{_GOVERNMENT}))[\w’-]+(?: [\w’-]+){{0,6}}?)"
    r" (?:heeft|hebben|had|hadden|schreef|schreven|stuurt|sturen|stuurde(?:n)?|zond(?:en)?)"
    r" (?:(?!\b(?:ik|wij|kabinet|minister|regering)\b)[^;:]){3,120}? (?:waarin|waarmee) (?:zij|ze|hij|het)"
    rf" (?:[\w’-]+ ){{0,8}}?(?:{REPORTS}|oproep(?:t|en)|opriep(?:en)?|aandring(?:t|en))\b"
)
"""Whoever made a text in which they tell something: "De staten hebben een brief gestuurd waarin zij vragen"."""
_IS_OUTSIDER = re.compile(rf"{_OUTSIDER}\b|{_KIND}")
_TOO_FAR = re.compile(
    rf"^[A-Z][^,;:]{{2,60}} gaa?t (?P<who>{_OUTSIDER}) (?:(?:nog|echter) )?(?:te|niet) (?:ver|snel)\b"
)
_SAYS_LATER = re.compile(
    rf"[,–(] ?(?:aldus|zo (?:geeft|geven|heeft|hebben|{REPORTS})(?: ook)?) (?P<who>{_OUTSIDER})\b"
    rf"|, {REPORTS} (?P<last>{_OUTSIDER})[.!]?$"
    rf"|\bvolgens (?P<source>(?:de |het )?(?!{_GOVERNMENT})(?:[a-zë]+ )?(?i:{_BODY}|{_PEOPLE}))\b"
)


def find_outsider(text: str) -> re.Match[str] | None:
    """A body, group or person other than the cabinet that tells something, group `who`: first, or behind its verb."""
    patterns = (_FIRST, _BEHIND, _HAS_STATED, _SAYS_BEHIND, _TOO_FAR, _TELLS_IN)
    return next((match for pattern in patterns if (match := pattern.match(text))), None)


def says_later(text: str) -> tuple[int, str] | None:
    """An outsider to whom a sentence is given in an aside or at its end, as place and name: "aldus de sector"."""
    return _named_in(_SAYS_LATER.search(text))


def view_of(text: str) -> tuple[int, str] | None:
    """To whom a sentence gives a view, known or not, as place and name: "de zorg van de sector is dat"."""
    return _named_in(_VIEW_OF.match(text))


def _named_in(match: re.Match[str] | None) -> tuple[int, str] | None:
    return (match.start(match.lastgroup), match.group(match.lastgroup)) if match and match.lastgroup else None


def names_anybody(text: str) -> bool:
    """Whether a sentence has, behind its first word, a name or a body or group other than the cabinet."""
    return re.search(rf" (?:[A-Z]|(?!{_GOVERNMENT})(?i:{_BODY}|{_PEOPLE})\b)", text) is not None


def is_outsider(name: str) -> bool:
    """Whether a name or phrase is that of a body, group or person other than the cabinet."""
    return _IS_OUTSIDER.match(name) is not None


def acting_outsider(text: str) -> re.Match[str] | None:
    """A body, group or person other than the cabinet that is the first to do something, group `who`; not one to whom it
    only happens.
    """
    return _ACTS.match(text)


def states(text: str) -> bool:
    """Whether a sentence has a verb by which somebody tells a view, in a wide sense."""
    return re.search(rf"\b{_STATES}\b", text) is not None
