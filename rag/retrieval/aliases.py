"""Names that mean the same, in Dutch and English, of what letters to parliament often speak of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rag.letters import Letter

_GROUPS = """
EVRM | ECHR | Europees Verdrag voor de Rechten van de Mens | Europees Verdrag tot bescherming van de rechten van
    de mens | European Convention on Human Rights ;
EHRM | ECtHR | Europees Hof voor de Rechten van de Mens | European Court of Human Rights ;
Vluchtelingenverdrag | Refugee Convention | 1951 Convention | Convention relating to the Status of Refugees |
    Verdrag van Genève | Geneva Convention | UN Refugee Convention ;
EU | European Union | Europese Unie | Unie | Union | EU-lidstaten | EU-lidstaat ;
VN | UN | Verenigde Naties | United Nations ;
Tweede Kamer | House of Representatives | Lower House | House | Kamer ;
Eerste Kamer | Senate | Upper House | Senaat | Kamer ;
Raad van State | Council of State | Afdeling advisering | Afdeling ;
Europese Commissie | European Commission | Commission | Commissie ;
GEAS | CEAS | Gemeenschappelijk Europees Asielstelsel | Gemeenschappelijk Europees Asielsysteem | Common
    European Asylum System ;
VWEU | TFEU | Verdrag betreffende de werking van de Europese Unie | Treaty on the Functioning of the European
    Union ;
IND | Immigratie- en Naturalisatiedienst | Immigration and Naturalisation Service ;
HvJ EU | Hof van Justitie | CJEU | Court of Justice ;
Handvest | Charter ;
Regeerakkoord | Coalitieakkoord | coalition agreement ;
Nederland | Netherlands | The Netherlands | Dutch | Nederlands | Nederlandse ;
VNG | Vereniging van Nederlandse Gemeenten | Association of Netherlands Municipalities ;
IPO | Interprovinciaal Overleg | Association of Provinces ;
CBS | Centraal Bureau voor de Statistiek | Statistics Netherlands ;
Algemene Rekenkamer | Rekenkamer | Court of Audit ;
SER | Sociaal-Economische Raad | Social and Economic Council ;
WRR | Wetenschappelijke Raad voor het Regeringsbeleid | Scientific Council for Government Policy ;
AVG | GDPR | Algemene verordening gegevensbescherming | General Data Protection Regulation ;
EASO | Europees Ondersteuningsbureau voor asielzaken | European Asylum Support Office ;
Grondwet | Constitution ;
lidstaten | member states | Member States | Lidstaten | Member states ;
gemeenten | municipalities | Gemeenten | Municipalities | gemeentelijk | gemeentelijke | municipal | Municipal ;
provincies | provinces | Provincies | Provinces | provinciaal | provinciale | provincial | Provincial ;
huisartsen | huisarts | Huisartsen | huisartsenpost | huisartsenposten | huisartsenpraktijk | huisartsenpraktijken |
    huisartsenzorg | GP | GPs | general practitioner | General practitioner ;
UNHCR | Hoge Commissaris voor de Vluchtelingen | High Commissioner for Refugees ;
Duitsland | Germany | German | Duits | Duitse ;
Zweden | Sweden | Swedish | Zweeds | Zweedse ;
Polen | Poland | Polish | Pools | Poolse ;
Frankrijk | France | French | Frans | Franse ;
België | Belgium | Belgian | Belgisch | Belgische ;
Verenigd Koninkrijk | United Kingdom | UK | VK | Groot-Brittannië ;
Verenigde Staten | United States | US | VS ;
Den Haag | The Hague ;
Staat | State | Staten | States ;
Brussel | Brussels ;
Autoriteit Persoonsgegevens | Data Protection Authority ;
Autoriteit Consument en Markt | Authority for Consumers and Markets ;
Centraal Planbureau | Bureau for Economic Policy Analysis ;
Planbureau voor de Leefomgeving | Environmental Assessment Agency ;
Sociaal en Cultureel Planbureau | Institute for Social Research ;
Gezondheidsraad | Health Council ;
OM | Openbaar Ministerie | Public Prosecution Service ;
Nationale Ombudsman | National Ombudsman
"""
_NAMES = tuple(tuple(" ".join(name.split()) for name in group.split("|")) for group in _GROUPS.split(";"))
_ALIASES = tuple(
    re.compile(
        rf"(?<![\w])(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?:s"
        rf"|['’]s)?(?![\w])"
    )
    for names in _NAMES
)
_ACRONYM = re.compile(r"[A-Z]{2,6}|[A-Z]en[A-Z]{1,2}")
"""Also IenW and OenW, with the "and" of the name."""
_GO_ON = r"[\w’]*,?[ -](?:(?:van|voor|en|de|het|der|in) )*"

Aliases = dict[int, list[tuple[int, int]]]
"""Where a text has a name of each group, by the group's number."""


def find_aliases(text: str) -> Aliases:
    """Where a text has a name of each group, by the group's number; groups that it lacks are left out."""
    found = {group: [match.span() for match in alias.finditer(text)] for group, alias in enumerate(_ALIASES)}
    return {group: spans for group, spans in found.items() if spans}


def is_called(name: str, text: str) -> bool:
    """Whether a text has a name, or another that means the same: one of its group, or the one that it abbreviates."""
    return next(find_called(name, text), None) is not None


def find_called(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text has a name, in upper or lower case, or another that means the same."""
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
    patterns = [re.compile(rf"(?<!\w){words}(?:s|['’]s)?(?!\w)", re.IGNORECASE)]
    patterns += [alias for alias in _ALIASES if alias.fullmatch(name)]
    if _ACRONYM.fullmatch(name):
        patterns.append(_spelled_out(name.replace("en", "")))
    for pattern in patterns:
        yield from (match.span() for match in pattern.finditer(text))


@lru_cache(maxsize=256)
def _spelled_out(acronym: str) -> re.Pattern[str]:
    """Names of which these are the initials; the last of three letters or more may begin a part of the last word, as
    in Centraal Planbureau.
    """
    first, rest = acronym[0], acronym[1:]
    inner = rf"|[a-z]{{3,}}{rest[-1].lower()}[a-z]{{3}}" if len(rest) > 1 else ""
    names = "".join(_GO_ON + letter for letter in rest[:-1])
    return re.compile(rf"(?<!\w){first}{names}(?:{_GO_ON}{rest[-1]}{inner})")


SETTING = frozenset(find_aliases("Nederland Den Haag"))
"""Where every letter plays: a claim may say so unasked, or say "Den Haag" for the government."""

_KIN = """
EU | Europa | Europe | Europees | Europese | European | Brussel | Brussels | Brusselse : EU | Europese Unie | Unie |
    Europa | Europees | Europese | Brussel | Europese Commissie | Commissie | lidstaten ;
Straatsburg | Strasbourg | Straatsburgse | EHRM | ECtHR : EHRM | Hof | Straatsburg ;
Caribisch | Caribische | Cariben | Caribbean : Aruba | Curaçao | Sint Maarten | Bonaire | Saba | Sint Eustatius |
    Antillen | BES | Cariben ;
Brits | Britse | Britten | British | Brexit : Verenigd Koninkrijk | VK | Groot-Brittannië ;
Deens | Deense | Denen | Danish | Danes : Denemarken ;
Staat | State | Rijk : Rijk | Staat | rijksoverheid ;
Kamers | Staten-Generaal | States General | Houses : Staten-Generaal | Kamers ;
VN | UN | United Nations | Verenigde Naties : VN | Verenigde Naties
"""
"""What a claim may say : for what a letter says."""


def _forms(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(' '.join(name.split())) for name in names.split('|'))})(?!\w)")


_KIN_FORMS = [tuple(map(_forms, group.split(":"))) for group in _KIN.split(";")]
_INTRODUCED = re.compile(
    r"(?P<full>[A-ZÀ-Ý][\w’-]*(?:[ -](?:(?:voor|van|der|de|het|en|in|op|tot|te|of|and|for|the) )*[A-ZÀ-Ý][\w’-]*)+)"
    r" \((?:hierna: ?)?(?:de |het )?(?P<short>[^\W\d_][\w-]+)\)"
)


def kin_spans(claim: str, text: str) -> list[tuple[int, int]]:
    """Where a claim has a name that is near kin to one of the text: "Europese" and "EU", "Caribische" and "Aruba"."""
    return [match.span() for mine, theirs in _KIN_FORMS if theirs.search(text) for match in mine.finditer(claim)]


def introduced(letter: Letter, text: str) -> list[str]:
    """Both names of what the letter introduces by two, "de Raad voor Jeugd (RJ)", and a text has by one of them."""
    return [
        match.group()
        for match in _introductions(tuple(paragraph.text for paragraph in letter.paragraphs))
        if re.search(rf"\b{re.escape(match['short'])}\b", text) or match["full"] in text
    ]


@lru_cache(maxsize=64)
def _introductions(texts: tuple[str, ...]) -> tuple[re.Match[str], ...]:
    return tuple(match for text in texts for match in _INTRODUCED.finditer(text))
