"""Sentences that state nobody's view: what the law says, what a text is, what was done, what happened."""

import re

from rag.letters.parties import VIEWS

_LAW = (
    r"(?:[\w-]*verdrag|[\w-]*verordening|[\w-]*richtlijn|[\w-]*wet|protocol|handvest|besluit|regeling"
    r"|artikel \d+)"
)
_LAW_ACTS = re.compile(
    rf"^(?:(?:Het|De) {_LAW}|De (?:EU|Europese Unie))(?: [\w-]+){{0,4}}? (?:voorziet|bepaalt|regelt|verplicht|schrijft"
    r"|ken(?:t|de)|biedt|bood|vereist|verbiedt)\b",
    re.IGNORECASE,
)
_LAW_STATES = re.compile(
    rf"^(?:In (?:het|de) {_LAW}\b.{{0,60}}? (?:is|zijn|staat|wordt|worden) (?:voorzien|bepaald|opgenomen|vastgelegd"
    rf"|geregeld|neergelegd)"
    rf"|(?:Op grond van|Volgens|Ingevolge|Krachtens) (?:het|de) {_LAW}\b"
    r"|(?:Hier)?voor .{2,60} (?:bestaat|geldt|is er) (?:nog |thans |nu )?(?:een|geen) wettelijke \w+"
    r"|Een(?:zelfde)? (?:\w+ )?bepaling is opgenomen|Artikel \d+\w* )"
    rf"|\b(?:is|zijn|staat|staan|ligt|liggen) (?:[\w-]+ ){{0,3}}(?:vastgelegd|geregeld|neergelegd|verankerd|opgenomen)"
    rf" in (?:artikel|(?:het|de) {_LAW})\b",
    re.IGNORECASE,
)
_LAW_GOES_ON = re.compile(r"^(?:Het is vervolgens aan|Daarvoor is|Daartoe is|Eenzelfde|Hetzelfde geldt)", re.IGNORECASE)
_ISSUED = r"(?:uitgebracht|gepubliceerd|verschenen|overhandigd|opgeleverd)"
_OFFERED = (
    r"\b(?:[\w-]*(?:rapport(?:age)?|advies|onderzoek|brief|evaluatie|verkenning|studie|verslag|notitie|peiling|monitor"
    r"|agenda|visie|nota|petitie|boek)(?:en|s)?|kamer|kabinet|minister|staatssecretaris|mij)\b"
)
"""A paper, or who gets one; other things are offered too, as a vaccine is."""
_ABOUT_THE_TEXT = re.compile(
    r"^(?:(?:Tabel|Figuur) \d+ |Dit overzicht |(?:De|Het) (?:verkenning|rapport|advies"
    r"|onderzoek) (?:richt zich|gaat over|is (?:als )?bijgevoegd)|Aanleiding (?:is|was) )|\b(?:bijgevoegd"
    r"|had tot taak|kreeg (?:de|als) opdracht)\b"
    rf"|{_OFFERED}.*\baangeboden\b|\baangeboden\b.*{_OFFERED}"
    rf"|\b(?:heeft|hebben|is|zijn|werd(?:en)?)\b(?:(?! dat )[^;:])* {_ISSUED}\.?$"
    r"|\bbrach(?:t|ten)\b(?:(?! dat )[^;:])* uit\.?$"
    r"|\bverschee?n(?:en)? (?:op|in|eind|begin|medio)\b|\b(?:deed|deden) (?:dat|dit) (?:op verzoek|in opdracht) van\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\b(?:sprak(?:en)?|interviewde(?:n)?|ondervroeg(?:en)?|analyseerde(?:n)?|bestudeerde(?:n)?|verzamelde(?:n)?"
    r"|bezocht(?:en)?|onderzocht(?:en)?\b|vergeleek|hield(?:en)? \w+ (?:enquêtes?|peilingen?|gesprek\w*|interviews)"
    r"|voerde(?:n)? (?:[\w-]+ ){0,3}?gesprekken|(?:heeft|hebben)\b.* (?:gesproken|ondervraagd|geïnterviewd|gemeten"
    r"|onderzocht|bestudeerd|geanalyseerd)(?:\.?$| (?:in|bij|onder|met|en) ))",
    re.IGNORECASE,
)
"""How research was done, in the past; what it found follows a "dat" or stands in the present."""
_MEASURE = re.compile(
    r"€ .*\bbeschikbaar\b|\btre(?:ed|den)\w* .*\bin werking\b"
    r"|^Met [\w’& -]{2,60}? (?:is|zijn) (?:\w+ ){0,3}(?:afgesproken|overeengekomen)\b"
    r"|^(?:Daarom|Om die reden|Daartoe|Hiertoe) (?:kom\w*|ga\w*|word\w*|krijg\w*|start\w*|stel\w*)\b"
    r"|^(?:\w+ (?:daarvan|ervan)|(?:\w+ ){1,2}(?:aanbeveling|voorstel)(?:en|len)?) word(?:t|en)"
    r" (?:\w+ ){0,2}(?:overgenomen|opgevolgd)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    rf"^(?:Die|Deze|Dat|Dit) {VIEWS} (?:is|zijn|acht|vind) (?:ik )?(?:\w+ )?"
    r"(?:(?:on)?terecht|(?:on)?juist|begrijpelijk|invoelbaar|waardevol|te kort door de bocht)\b"
)
_FROM_WHEN = (
    r"(?:vanaf|per|met ingang van|uiterlijk(?: op| in| per)?) (?:(?:het )?(?:volgende?|komende?|nieuwe?) \w+"
    r"|(?:\d{1,2} )?(?:[a-z]+ )?20\d\d)"
)
_PREDICTED = (
    r"(?:zou(?:den)?|moet(?:en)?|dien(?:t|en)|kan|kunnen|volgens|verwacht|geraamd|geschat|voorzien|overschreden|gehaald"
    r"|bereikt|getroffen|geconfronteerd|bedreigd)"
)
_DECIDED = re.compile(
    rf"^{_FROM_WHEN} word(?:t|en) (?![^;:,]*\b{_PREDICTED}\b)[^;:]*"
    r"\b(?:(?:\w*ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|onder)\w+(?:d|t)|verboden)(?=[,;:.]|$| (?:door|voor|aan|tot)\b)"
    r"|een (?:[\w-]+ )?(?:eis|norm|plicht|verplichting|voorwaarde|recht|regel)\b)"
    rf"|^(?:Die|Deze|Dit|Dat|(?:De|Het) [\w-]+) word(?:t|en) (?![^;:,]*\b{_PREDICTED}\b)(?:(?!niet)[\w-]+ ){{0,3}}?"
    r"(?:verplicht|verboden|openbaar|wettelijk vastgelegd|ingevoerd|afgeschaft)"
    r"(?= (?:vanaf|voor|bij|per|met ingang van|uiterlijk)\b|[,;.]|$)",
    re.IGNORECASE,
)
"""What is going to be so, in words that no forecast has."""
_PROPOSED = re.compile(
    r"\b(?:voorstel\w*|voorgesteld|stel(?:t|len)\b.* voor|bepleit\w*|pleit\w*|advies|adviseert|adviseren|bevee?l\w*"
    r"|aanbevel\w+|wil|willen|moet|moeten|zou|zouden|opties?|scenario\w*|varianten?|model)\b",
    re.IGNORECASE,
)
"""In a sentence with which one in the present tense may go on: "zij stelt een keurmerk voor. Dat wordt verplicht"."""
_ORDER_OF_TEXT = re.compile(
    r"^(?:De(?:ze)? brief is als volgt|Eerst komt|In deze brief kom(?:t|en)|Hieronder wordt|Hierna volgt"
    r"|Daarna volgt)\b",
    re.IGNORECASE,
)
_OFFICE = r"(?:mijn (?:ambts)?voorganger|de (?:toenmalige )?(?:minister|staatssecretaris))"
_STEP_TAKEN = re.compile(
    r"\bheeft (?:de |het )?(?:minister|staatssecretaris|regering|kabinet)\b.* toegezegd\b"
    rf"|\b{_OFFICE}\b.*? (?:heeft|hebben) .*\b(?:gevraagd|verzocht|opgedragen|ingesteld|toegezegd)\b"
    rf"|^{_OFFICE} (?:vroeg|verzocht|gaf|stelde|zegde|bood|stuurde|zond|kondigde|nam|sloot|besloot)\b"
    rf"|\b(?:vroeg|verzocht|gaf|stelde|zegde|bood|kondigde) {_OFFICE}\b"
    rf"|\b(?:is|zijn|werd(?:en)?) door {_OFFICE} (?:\w+ )?(?:toegezegd|gevraagd|ingesteld)\b"
    r"|\bontving(?:en)? (?:ik|wij|het kabinet)\b",
    re.IGNORECASE,
)
_IN_FORCE_SINCE = re.compile(
    r"^(?:Sinds (?:\d{1,2} )?(?:\w+ )?\d{4}|Met ingang van (?:\d{1,2} )?\w+ \d{4} (?:is|zijn|was|waren|heeft|hebben))\b"
    r"(?!.*\b(?:ik|wij|we|onze|mijn)\b)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\bsinds (?:begin |eind |medio |het (?:voor|na)jaar van )?(?:(?:\d{1,2} )?\w+ )?(?:\d{4}|(?:dit|vorig) jaar)\b"
    r"|^(?:De|Het) [\w-]+ (?:eindigt|verloopt|vervalt) (?:op|in|per|eind|medio|begin)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bafgelopen (?:jaar|jaren|maanden?|periode)\b")
_PAST = re.compile(
    r"\b(?:bedroeg|daalde|steeg|kwam(?:en)?|was|waren|werd(?:en)?|had(?:den)?|nam(?:en)?|ging(?:en)?"
    r"|bleef|bleven|kreeg|kregen|liep(?:en)?|stond(?:en)?|telde(?:n)?|groeide(?:n)?|kende(?:n)?|verloor|verloren"
    r"|(?:is|zijn|heeft|hebben) .*\b(?:ge|be"
    r"|ver|ont|her|uit|aan|op|af|in|vast)\w+(?:d|t|en))\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:moet(?:en)?|wil(?:len)?|zal|zullen|zou(?:den)?|dien(?:t|en)|kan|kunnen|mag|mogen|belangrijk\w*|belang"
    r"|helaas|terecht|onterecht|goed|goede|beschikbaar|gereserveerd|uitgetrokken"
    r"|streven|doel|voornemen|bedoeling|inzet|ambitie"
    r"|noodzakelijk\w*|zorgelijk\w*|daarom|dus|graag|onze|ons|mijn|mij|ik|kabinet)\b",
    re.IGNORECASE,
)


def law_acts(text: str) -> bool:
    """Whether a law is the subject: "de wet verplicht de minister"."""
    return _LAW_ACTS.search(text) is not None


def states_law(text: str) -> bool:
    """Whether a sentence sets out what a law or treaty says."""
    return _LAW_STATES.search(text) is not None


def goes_on_with_law(text: str) -> bool:
    """Whether a sentence under one that sets out the law goes on with it."""
    return _LAW_GOES_ON.search(text) is not None


def is_about_text(text: str) -> bool:
    """Whether a sentence says what a document is, or when it came out."""
    return _ABOUT_THE_TEXT.search(text) is not None


def is_method(text: str) -> bool:
    """Whether a sentence about researchers says how they worked."""
    return _METHOD.search(text) is not None and re.search(r"[, ]dat\b|(?<!hierna):", text) is None


def is_measure(text: str) -> bool:
    """Whether a sentence says what is being done about something: so speaks only who can do it."""
    return _MEASURE.search(text) is not None


def is_decided(text: str, told: str) -> bool:
    """Whether a sentence says what the view before it is worth ("Die kritiek is terecht"), or in the present tense what
    will hold: a decision unless `told`, before it, proposes it.
    """
    return _JUDGES.match(text) is not None or (_DECIDED.search(text) is not None and _PROPOSED.search(told) is None)


def orders_text(text: str) -> bool:
    """Whether a sentence says in what order the letter proceeds."""
    return _ORDER_OF_TEXT.search(text) is not None


def records_step(text: str) -> bool:
    """Whether a sentence records what an office-holder asked, promised or set up."""
    return _STEP_TAKEN.search(text) is not None


def in_force_since(text: str) -> bool:
    """Whether a sentence begins with the day or year since when something is so."""
    return _IN_FORCE_SINCE.search(text) is not None


def records(text: str) -> bool:
    """Whether a sentence is a dated fact without a word of judgement."""
    if _OPINION.search(text):
        return False
    return _SINCE.search(text) is not None or (_DATED.search(text) is not None and _PAST.search(text) is not None)
