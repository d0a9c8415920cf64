"""A claim may put things otherwise than the letter, and more weakly, but no more firmly and no more widely."""

from collections.abc import Iterator

import pytest

from rag.checking.gates import GateName
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import Judge, judge_over

OPENING = "De regering streeft ernaar de sluis in 2028 te openen."
ASKED = "Het lid Zandstra vroeg of de veerdienst onder de vrijstelling valt."
HARBOUR = "De havenmeester heeft verzocht om een tweede loods."
FERRY = "Het kabinet overweegt de veerdienst in de winter te staken."
PILOTS = "De Raad voor de Binnenvaart beveelt aan een opleiding voor loodsen in te richten."
STONES = "De inspectie heeft geen scheuren in de kademuur kunnen vinden."
CRANES = "De kranen worden naar verwachting in mei geleverd."
LEVY = "De heffing gaat in één jaar nadat de raad de verordening heeft vastgesteld."
MOORING = "Aanleggen is niet toegestaan, tenzij de havenmeester toestemming geeft."
LICENCES = "Vergunningen worden verlengd, mits de schipper een keuring laat uitvoeren."
FEES = "Het havengeld geldt voor alle schepen, behalve voor reddingsboten; die betalen niets."
FLEET = "De subsidie geldt voor de gehele vloot."
ROWERS = "Van de 120 roeiers stemden er 81 voor het nieuwe botenhuis."
UNANIMOUS = "De statuten kunnen alleen met eenparigheid van stemmen worden gewijzigd."
RISE = "De bond wijt de stijging van de pachtprijs aan het tekort aan ligplaatsen."
DREDGING = "Het baggeren kost meer, nu vrijwel alle specie naar Delfzijl moet worden gebracht."
GUARANTEE = "De werf heeft toegezegd de romp voor de winter te herstellen."
POLL = "De uitkomst van de peiling is een schatting."
CRANE_HIRE = "De gemeente kan de kraan eenmaal verhuren."
DRIFT = "Sommige boeien zijn afgedreven."
WARNED = "De opzichter gaf soms geen waarschuwing."
BELLS = "De misthoorn klinkt vaak, maar de omwonenden klagen niet."
SHARE = "Vier van de tien sluizen zijn dicht."
REPORTS = "De provincie kreeg negen meldingen."
GRANTED = "De provincies verlenen nu de grote vergunningen."
EXEMPT = "Roeiboten blijven van de keuring uitgezonderd."
SMOKING = "Aan boord mag niet worden gerookt."
QUAY = "De kade wordt versterkt."
FUNDED = "Het kabinet heeft de sleepdienst een vaste bijdrage toegekend."
PERMITS = "De doorlooptijd van een ligplaatsvergunning moet terug naar vijf maanden."
EXAMPLES = "De auteurs noemen het pact met Urk en het sluiten van de vaargeul als voorbeelden."
TILES = "De haven is duur, maar de raad noemt het beleid mislukt omdat nieuwe betonning zelden wordt gebruikt."
POOL = "De dienst kan het loodswezen en de berging overnemen."
BUOYS = "Niet alleen de boeien maar ook de bakens worden vervangen."

FAITHFUL = [
    ("Als het aan de regering ligt, gaat de sluis in 2028 open.", OPENING),
    ("The aim is to open the lock in 2028.", OPENING),
    ("Of de veerdienst onder de vrijstelling valt, wilde het lid Zandstra weten.", ASKED),
    ("Zandstra wanted to know whether the ferry service falls under the exemption.", ASKED),
    ("De havenmeester wilde een tweede loods.", HARBOUR),
    ("Het kabinet denkt erover de veerdienst in de winter te staken.", FERRY),
    ("The cabinet is thinking of stopping the ferry service in winter.", FERRY),
    ("Er moet een opleiding voor loodsen komen, vindt de Raad voor de Binnenvaart.", PILOTS),
    ("De inspectie vond geen scheuren in de kademuur.", STONES),
    ("De kranen komen vermoedelijk in mei.", CRANES),
    ("De heffing gaat pas in als er een jaar voorbij is sinds de raad de verordening vaststelde.", LEVY),
    ("The levy only takes effect once a year has passed since the council adopted the ordinance.", LEVY),
    ("Aanleggen mag alleen als de havenmeester toestemming geeft.", MOORING),
    ("Mooring is allowed only if the harbour master gives permission.", MOORING),
    ("Vergunningen worden verlengd nadat de schipper een keuring heeft laten uitvoeren.", LICENCES),
    ("Schepen betalen havengeld, maar reddingsboten niet.", FEES),
    ("De subsidie geldt voor alle schepen van de vloot.", FLEET),
    ("De meeste roeiers stemden voor het nieuwe botenhuis.", ROWERS),
    ("Most rowers voted for the new boathouse.", ROWERS),
    ("The statutes can only be changed if everyone agrees.", UNANIMOUS),
    ("Volgens de bond stijgt de pachtprijs doordat er een tekort aan ligplaatsen is.", RISE),
    ("Omdat vrijwel alle specie naar Delfzijl moet, kost het baggeren meer.", DREDGING),
    ("The yard has promised to repair the hull before winter.", GUARANTEE),
    ("De uitkomst van de peiling is slechts een schatting.", POLL),
    ("The outcome of the poll is only an estimate.", POLL),
    ("Veertig procent van alle sluizen is dicht.", SHARE),
    ("Er kwamen bij de provincie pas negen meldingen binnen.", REPORTS),
    ("The province has received only nine reports.", REPORTS),
    ("De provincies verlenen nu al de grote vergunningen.", GRANTED),
    ("Roeiboten vallen buiten de keuring.", EXEMPT),
    ("Roken aan boord is verboden.", SMOKING),
    ("De sleepdienst krijgt een vaste bijdrage van het kabinet.", FUNDED),
    ("Een vergunning moet weer binnen vijf maanden rond zijn.", PERMITS),
    ("Het beleid is volgens de raad mislukt, omdat nieuwe betonning zelden wordt gebruikt.", TILES),
    ("De kade wordt alleen maar sterker.", QUAY),
    ("The harbour master asked for a second shed all by himself.", HARBOUR),
    ("The guarantee covers the entire fleet.", FLEET),
    ("Any extra shed was asked for by the harbour master.", HARBOUR),
]
"""A claim, and the sentence of the letter that says as much."""
STRONGER = [
    ("De sluis opent in 2028.", OPENING),
    ("Het staat vast dat de regering de sluis in 2028 opent.", OPENING),
    ("De veerdienst valt onder de vrijstelling.", ASKED),
    ("De havenmeester heeft een tweede loods geregeld.", HARBOUR),
    ("Het kabinet heeft besloten de veerdienst in de winter te staken.", FERRY),
    ("Over de kade is besloten.", QUAY),
    ("Het kabinet wil de veerdienst in de winter staken.", FERRY),
    ("The cabinet will stop the ferry service in winter.", FERRY),
    ("De Raad voor de Binnenvaart eist een opleiding voor loodsen.", PILOTS),
    ("De kranen worden in mei geleverd.", CRANES),
    ("The cranes will certainly be delivered in May.", CRANES),
    ("De gemeente moet de kraan eenmaal verhuren.", CRANE_HIRE),
    ("Vergunningen worden verlengd, ook als de schipper geen keuring laat uitvoeren.", LICENCES),
    ("Het havengeld geldt ook voor reddingsboten.", FEES),
    ("Alle boeien zijn afgedreven.", DRIFT),
    ("De opzichter gaf altijd een waarschuwing.", WARNED),
    ("De meeste schepen krijgen de subsidie.", CRANE_HIRE),
    ("Alleen de kade wordt versterkt.", QUAY),
    ("De omwonenden klagen niet, omdat de misthoorn vaak klinkt.", BELLS),
    ("Elke kade wordt versterkt.", QUAY),
    ("In het hele land worden kades versterkt.", QUAY),
    ("Quays are being strengthened nationwide.", QUAY),
    ("The quay is being strengthened because of the tide.", QUAY),
    ("Het kabinet overweegt de sleepdienst een vaste bijdrage te geven.", FUNDED),
    ("De doorlooptijd van een ligplaatsvergunning is teruggebracht naar vijf maanden.", PERMITS),
    ("The pact with Urk led to the closing of the channel.", EXAMPLES),
    ("Het beleid is volgens de raad mislukt omdat de haven duur is.", TILES),
    ("De dienst, die er al is, moet het loodswezen en de berging overnemen.", POOL),
    ("Alleen de boeien worden vervangen.", BUOYS),
    ("A guaranteed contribution goes to the tug service.", FUNDED),
]
"""A claim, and the sentence of the letter that it makes more of."""


@pytest.fixture(scope="module")
def moods(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter of single sentences."""
    with judge_over((*FAITHFUL, *STRONGER), bundled, tmp_path_factory.mktemp("moods")) as judge:
        yield judge


@pytest.mark.parametrize(("claim", "sentence"), FAITHFUL)
def test_another_wording_for_the_same_is_no_strengthening(moods: Judge, claim: str, sentence: str) -> None:
    assert GateName.MODALITY not in moods.failed(claim, sentence)


@pytest.mark.parametrize(("claim", "sentence"), STRONGER)
def test_what_is_made_more_of_is_caught(moods: Judge, claim: str, sentence: str) -> None:
    assert GateName.MODALITY in moods.failed(claim, sentence)
