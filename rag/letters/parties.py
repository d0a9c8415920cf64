"""What parties and their views are called in Dutch, in letters and in claims about them.

Each side adds what the other must not have: a claim only takes words of a kind from here, never a name, for a party
with a name of its own must stand in the letter.
"""

WRITERS = r"auteurs?|onderzoekers?|opstellers|adviseurs|verkenners|evaluatoren|wetenschappers|rapporteurs|deskundigen"
WORKS = r"[\w-]*rapport|advies|onderzoek(?!er)|evaluatie|verkenning|peiling|studie|enquête"
"""What advisers and researchers make, given as the one that says something."""
COMMITTEES = r"(?:advies|evaluatie|onderzoeks|visitatie|staats)commissie|adviesraad"
CHAMBER = r"(?:de|uw) (?:tweede |eerste )?kamer"
FACTIONS = (
    r"(?:VVD|PVV|CDA|D66|SP|SGP|GroenLinks|GL|PvdA|ChristenUnie|CU|PvdD|Partij voor de \w+|DENK|Forum voor Democratie"
    r"|FV[Dd]|50PLUS|BBB|NSC|Nieuw Sociaal Contract|Volt|JA21|BIJ1|BVNL|OSF|LPF)"
)
"""What sits in the chambers, by name."""
MEMBERS = (
    rf"(?:verschillende|diverse|enkele|meerdere|sommige) (?:(?:kamer)?leden(?: van {CHAMBER})?|[\w-]*fracties)"
    rf"|een (?:\w+ )?meerderheid van {CHAMBER}|het lid|(?:het )?kamerlid"
    rf"|de leden(?! van (?:de|het) (?![\w-]*fracties?\b|vaste\b|(?:tweede |eerste )?kamer|{FACTIONS}\b))"
    rf"(?!(?-i: van (?!{FACTIONS}\b)[A-Z]))"
    r"|(?:de|uw) (?:kamerleden|[\w-]*fracties?|indieners?|vaste commissie|vragenstellers?)"
)
STATE_COUNCIL = r"(?:raad van state|afdeling advisering)"
"""An outsider, save to a letter that is about its advice."""
ORGANISATIONS = (
    r"[\w-]*(?:organisaties?|vereniging(?:en)?|bond(?:en)?|koepels?|vakcentrales?|federaties?|stichting(?:en)?"
    r"|dienst|autoriteit|inspectie|sector|branche|beroepsgroep|platform"
    r"|veiligheidsregio(?:[’']s)?|netwerk|fonds|bestu(?:ur|ren)|waterschap(?:pen)?|openbaar lichaam|rechtbank"
    r"|gerechtshof|universiteit(?:en)?|ziekenhuis|ziekenhuizen|toezichthouders?|gemeente|provincie|politie)"
)
PEOPLE = (
    r"[\w-]*(?:directeur|directeuren|voorzitter|advocaat|advocaten|juristen|hoogleraar|hoogleraren"
    r"|experts|economen|artsen|leraren|docenten|studenten|ouders|bewoners"
    r"|omwonenden|werkgevers|werknemers|ondernemers|aanbieders|verzekeraars|scholen|boeren"
    r"|telers|vissers|critici|tegenstanders|voorstanders|verzoekers|klagers|patiënten|cliënten|provincies|gemeenten"
    r"|lidstaten|eilanden|burgemeesters?|commissaris(?:sen)?|wethouders?|gedeputeerden?|korpschef"
    r"|agrariërs|respondenten|inwoners|uitvoerders|fabrikanten|producenten|leveranciers|vervoerders|corporaties"
    r"|professionals|zorgverleners|inspecteur-generaal|ombudsman)"
)
VIEWS = (
    r"(?:\w*conclusies?|\w*oordeel|\w*bevinding(?:en)?|\w*aanbeveling(?:en)?|\w*kritiek|advies|mening|opvatting|visie"
    r"|standpunt|pleidooi|voorstel|boodschap|bezwaar|bezwaren|zorg|zorgen|vrees|redenering|verwijt|wens(?:en)?|twijfels?"
    r"|onvrede|verwachting(?:en)?|schatting(?:en)?|oproep)"
)
