"""Who is not the cabinet by what kind of body or person it is, as subject of a sentence that tells what it said."""

import re

from rag.letters.speakers import NO_SUBJECT, REPORTS

_BODY = (
    r"[\w-]*(?:organisaties?|vereniging(?:en)?|bond(?:en)?|koepels?|federaties?|stichting(?:en)?|unie|raad|commissie"
    r"|comité|college|instituut|bureau|dienst|autoriteit|inspectie|orde|sector|branche|platform|beraad|netwerk"
    r"|steunpunt|fonds|bestu(?:ur|ren)|genootschap|alliantie|waterschap(?:pen)?|openbaar lichaam|rechtbank|gerechtshof"
    r"|universiteit(?:en)?|ziekenhuis|ziekenhuizen|toezichthouders?)"
)
_PEOPLE = (
    r"(?:[\w-]*(?:directeur|directeuren|voorzitter|rapporteurs?|advocaat|advocaten|juristen|hoogleraar|hoogleraren"
    r"|onderzoekers|deskundigen|wetenschappers|experts|economen|artsen|leraren|docenten|studenten|ouders|bewoners"
    r"|omwonenden|werkgevers|werknemers|ondernemers|aanbieders|verzekeraars|bedrijven|instellingen|scholen|boeren"
    r"|telers|vissers|critici|tegenstanders|voorstanders|verzoekers|klagers|patiënten|cliënten|provincies|gemeenten"
    r"|lidstaten|landen|buurlanden|eilanden)|inspecteur-generaal|ombudsman)"
)
_COUNTED = (
    r"(?:[Dd]e|[Hh]et|[Ee]en|[Aa]lle|[Vv]eel|[Ee]nkele|[Ss]ommige|[Vv]erschillende|[Dd]iverse|[Mm]eerdere|[Tt]wee|[Dd]rie"
    r"|[Vv]ier|[Vv]ijf|[Zz]es|[Ee]erstgenoemde)"
)
_GOVERNMENT = r"(?:\w*minist|kabinet|regering|rijk|bewinds|staatssecretaris|nederland|koninkrijk|kamer|eerste|tweede)"
_NAME = (
    rf"(?!{NO_SUBJECT}|(?:De|Het|Een|Zoals)\b|(?i:{_GOVERNMENT}))"
    r"(?:[A-Z]{2,}[\w’-]*|[A-Z][\w’-]+(?: (?:(?:van|voor|en|de|der|het|op) )*[A-Z][\w’-]+){0,5})"
)
_KIND = rf"(?:{_COUNTED} )?(?!{_GOVERNMENT})(?:[a-zë]+ )?(?i:{_BODY}|{_PEOPLE})\b"
_MORE = (
    r"(?: (?!(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|zou|geldt|krijgt|gaat"
    r"|komt|blijft)\b)[\w’'()&-]+){0,8}?"
)
_ASIDE = r"(?: \([^)]{2,40}\))?(?:, (?:(?!, )[^;:]){3,120},)?"
_STATED = (
    r"(?:bezwaar gemaakt|gereageerd|toegezegd|aangegeven|te kennen gegeven|geuit|aanbevolen|afgezien|laten weten|verzet"
    r"|aangedrongen|gevraagd|verzocht|geadviseerd|gewaarschuwd|gepleit|geraamd|berekend|voorgesteld|uitgesproken)"
)
_STATES = (
    rf"(?:{REPORTS}|(?:bestrijd|weerspreek|raam|wijt|verwijs|verklaar|bereken|beloof|bepleit)t|bestrijden|weerspreken"
    r"|ramen|wijten|verwijzen|verklaren|berekenen|beloven|raamde(?:n)?|reage(?:ert|ren|erde|erden)"
    r"|beraad(?:t|en) zich|(?:ziet|zien) (?!toe\b)|toon(?:t|en|de) zich|verzet(?:ten|te)? zich"
    r"|spre(?:ekt|ken) (?:van|zich|in)|(?:kom(?:t|en)|kwam(?:en)?) (?:tot|lager|hoger|op|uit)"
    r"|(?:staat|staan) (?:\w+ ){0,3}achter"
    rf"|(?:heeft|hebben|had|hadden) (?:(?!(?:ik|wij|kabinet|minister)\b)[\w.,€’'-]+ ){{0,14}}{_STATED}"
    r"|(?:is|zijn|was|waren) (?:\w+ ){0,4}(?:kritisch|te spreken|ontstemd|verdeeld|positief|negatief|sceptisch))"
)
_FIRST = re.compile(
    rf"^(?:Ook |Zelfs )?(?P<who>{_KIND}{_MORE}|(?:(?:De|Het|de|het) )?{_NAME}(?:(?:, {_NAME})* en {_NAME})?){_ASIDE}"
    rf" {_STATES}\b(?! plaats\b)"
)
_BEHIND = re.compile(
    r"^[A-Z][^;:]{2,90}? (?:adviseert|beveelt|pleit|bepleit|stelt|vindt|meent|acht|raamt|schat|vreest|verwacht"
    r"|concludeert|constateert|signaleert|oordeelt|leidt|waarschuwt|adviseren|bevelen|pleiten|vinden|menen|achten"
    r"|vrezen|verwachten)"
    rf" (?P<who>(?:de|het) (?:{_NAME}|(?!{_GOVERNMENT})(?i:{_BODY}|{_PEOPLE}))|[A-Z]{{2,}}[\w-]*)"
    r"(?=[ ,](?!zelf voor\b))(?!.{0,80}\b(?:ik|wij|het kabinet)\b)"
)


def find_outsider(text: str) -> re.Match[str] | None:
    """A body, group or person other than the cabinet that tells something, group `who`: first, or behind its verb."""
    return _FIRST.match(text) or _BEHIND.match(text)
