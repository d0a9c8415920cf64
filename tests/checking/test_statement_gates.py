"""Each gate for claims in own words catches what only it can, and lets faithful wordings pass."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rag.answering.claims import footnote_claim
from rag.answering.model import Draft, Status
from rag.checking.align import Aligner
from rag.checking.gates import QUOTING_GATES, Context, GateName, statement_gates
from rag.checking.modality import strengths
from rag.checking.modality_words import Strength
from rag.checking.named_holder import find_holder
from rag.checking.quotes import find_quotes
from rag.checking.statement import own_words
from rag.checking.verify import Verified, verify
from rag.letters import Voice
from rag.store.embedding import BundledEncoder
from rag.store.index import Index
from tests.checking.conftest import Judge, opened_letter

MILLS = "De auteurs stellen vast"
ROT = "Volgens de auteurs is houtrot"
REFUSED = "Het kabinet neemt de verplichte"
MONEY = "Het kabinet stelt 6 miljoen"
SWALLOWS = "Daar broeden"
BEES = "Imkers verloren"
NECTARINE = "Het kabinet verbiedt per 1 juli"
WAITING = "De Raad constateert"
REASON = "Volgens de Raad is niet"
FRIESLAND = "In Friesland"
PURCHASE = "De Raad beveelt aan om gemeenten"
SUBSIDY = "Ik overweeg een subsidie"
LAPSES = "De eigen bijdrage vervalt"
SPENDS = "Het kabinet trekt"
VNG = "De VNG waarschuwt"
BUDGET = "Het kabinet zal het budget"
PARENTS = "Sommige ouders"


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Volgens de auteurs telt Nederland 1.200 historische molens.", MILLS),
        ("The authors find that the Netherlands has twelve hundred historic mills.", MILLS),
        ("The greatest threat is wood rot, according to the authors.", ROT),
        ("Het kabinet wijst de verplichte brandverzekering af.", REFUSED),
        ("The cabinet rejects compulsory fire insurance.", REFUSED),
        ("Voor herstel stelt het kabinet zes miljoen euro beschikbaar.", MONEY),
        ("Imkers verloren afgelopen winter 14% van hun bijenvolken.", BEES),
        ("Beekeepers lost 14 per cent of their bee colonies last winter.", BEES),
        ("From 1 July 2025 the cabinet prohibits Nectarine along verges.", NECTARINE),
        ("De Raad zegt dat 14.600 kinderen meer dan negen weken op een eerste gesprek wachten.", WAITING),
        ("De oorzaak is volgens de Raad het gebrek aan personeel, niet het geld.", REASON),
        ("In Friesland the waiting time has doubled since 2019.", FRIESLAND),
        ("De minister overweegt een subsidie voor regio's die vrijwillig samenwerken.", SUBSIDY),
        (
            "De eigen bijdrage vervalt per 1 januari 2024, behalve als de Eerste Kamer het wetsvoorstel verwerpt.",
            LAPSES,
        ),
        ("De VNG waarschuwt dat kleine gemeenten de kosten niet kunnen dragen.", VNG),
        ("The VNG warns that small municipalities cannot bear the costs.", VNG),
        ("De Raad schrijft dat «niet het geld, maar het gebrek aan personeel de oorzaak» is.", REASON),
    ],
)
def test_a_faithful_wording_passes_every_gate(judge: Judge, claim: str, sentence: str) -> None:
    assert judge.failed(claim, sentence) == set()


def test_a_fragment_finds_no_support_in_a_sentence_on_something_else(judge: Judge) -> None:
    assert GateName.SUPPORT in judge.failed("sluiten we morgen", REASON)


@pytest.mark.parametrize(
    ("claim", "sentence", "gate"),
    [
        ("De Raad schrijft: «niet het personeel, maar het gebrek aan geld de oorzaak».", REASON, GateName.QUOTE),
        ("De Raad schrijft: «niet het geld de oorzaak».", REASON, GateName.QUOTE),
        ("Volgens de auteurs telt Nederland 2.100 historische molens.", MILLS, GateName.NUMBER),
        ("Het kabinet stelt 6 miljard euro beschikbaar voor herstel.", MONEY, GateName.NUMBER),
        ("Imkers verloren afgelopen winter 14 bijenvolken.", BEES, GateName.NUMBER),
        ("From 1 July 2026 the cabinet prohibits Nectarine along verges.", NECTARINE, GateName.NUMBER),
        ("De Raad constateert dat kinderen langer dan negen maanden op een gesprek wachten.", WAITING, GateName.NUMBER),
        ("De Raad constateert dat kinderen korter dan negen weken wachten.", WAITING, GateName.POLARITY),
        ("Het kabinet trekt hiervoor 38 miljoen uit, waarvan € 12 miljoen voor Utrecht.", SPENDS, GateName.NAME),
        ("In Groningen is de wachttijd sinds 2019 verdubbeld.", FRIESLAND, GateName.NAME),
        ("The cabinet prohibits Pesticon along verges from 1 July 2025.", NECTARINE, GateName.NAME),
        ("Het kabinet zal het budget verhogen.", BUDGET, GateName.POLARITY),
        ("The cabinet adopts compulsory fire insurance.", REFUSED, GateName.POLARITY),
        ("The cabinet allows Nectarine along verges from 1 July 2025.", NECTARINE, GateName.POLARITY),
        ("De oorzaak is volgens de Raad het geld, niet het gebrek aan personeel.", REASON, GateName.POLARITY),
        ("Houtrot is volgens de auteurs de kleinste bedreiging voor de wieken.", ROT, GateName.POLARITY),
        ("De minister geeft een subsidie voor regio's die vrijwillig samenwerken.", SUBSIDY, GateName.MODALITY),
        ("De eigen bijdrage vervalt per 1 januari 2024.", LAPSES, GateName.MODALITY),
        ("Alle ouders wachten het gesprek niet af.", PARENTS, GateName.MODALITY),
        ("De Raad eist dat gemeenten hun inkoop regionaal organiseren.", PURCHASE, GateName.MODALITY),
        ("Volgens het kabinet telt Nederland 1.200 historische molens.", MILLS, GateName.HOLDER),
        ("The authors reject compulsory fire insurance.", REFUSED, GateName.HOLDER),
        ("Volgens de auteurs kunnen kleine gemeenten de kosten niet dragen.", VNG, GateName.HOLDER),
        ("UNHCR warns that small municipalities cannot bear the costs.", VNG, GateName.HOLDER),
        ("Imkers verloren bijenvolken, en de honing werd daardoor veel duurder in de winkels.", BEES, GateName.SUPPORT),
        ("Het weer was die winter bijzonder zacht en nat.", BEES, GateName.SUPPORT),
    ],
)
def test_a_bent_wording_is_caught_by_its_gate(judge: Judge, claim: str, sentence: str, gate: GateName) -> None:
    assert gate in judge.failed(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence", "gate"),
    [
        ("De Raad schrijft: «niet het personeel, maar het gebrek aan geld de oorzaak».", REASON, GateName.QUOTE),
        ("Volgens de auteurs telt Nederland 2.100 historische molens.", MILLS, GateName.NUMBER),
        ("The cabinet prohibits Pesticon along verges from 1 July 2025.", NECTARINE, GateName.NAME),
        ("Het kabinet zal het budget verhogen.", BUDGET, GateName.POLARITY),
        ("De eigen bijdrage vervalt per 1 januari 2024.", LAPSES, GateName.MODALITY),
        ("Volgens het kabinet telt Nederland 1.200 historische molens.", MILLS, GateName.HOLDER),
        ("Het weer was die winter bijzonder zacht en nat.", BEES, GateName.SUPPORT),
    ],
)
def test_no_other_gate_would_have_caught_it(judge: Judge, claim: str, sentence: str, gate: GateName) -> None:
    assert judge.failed(claim, sentence) == {gate}


def test_a_view_that_the_cabinet_endorses_is_held_by_both(judge: Judge) -> None:
    sentence = "Het kabinet deelt de zorg"
    assert not judge.failed("De auteurs hebben zorg over houtrot in de wieken.", sentence)
    assert not judge.failed("Het kabinet heeft zorg over houtrot in de wieken.", sentence)


def test_two_numbers_that_changed_places_are_caught(judge: Judge) -> None:
    claim = "Het kabinet trekt € 12 miljoen uit, waarvan 38 miljoen voor Drenthe."
    assert GateName.NUMBER in judge.failed(claim, SPENDS)


def verified(index: Index, judge: Judge, text: str, **changes: object) -> Verified:
    claim = judge.claim(text, NECTARINE)
    citation = replace(claim.citations[0], **changes)
    places = frozenset({(citation.letter, 2)})
    context = Context(letters=index.letters, retrieved=places)
    draft = Draft(status=Status.ANSWERED, claims=(replace(claim, citations=(citation,)),))
    return verify(draft, context, QUOTING_GATES, own_words=statement_gates(Aligner(index)))


def test_a_claim_in_own_words_need_not_repeat_its_quote(index: Index, judge: Judge) -> None:
    result = verified(index, judge, "From 1 July 2025 the cabinet prohibits Nectarine along verges.")
    assert not result.dropped


def test_a_claim_in_own_words_must_quote_what_stands_there(index: Index, judge: Judge) -> None:
    result = verified(index, judge, "From 1 July 2025 the cabinet prohibits Nectarine.", start=1)
    assert [one.gate for one in result.dropped] == [GateName.QUOTE]


def test_a_claim_in_own_words_is_dropped_where_no_gate_can_judge_it(index: Index, judge: Judge) -> None:
    claim = judge.claim("From 1 July 2025 the cabinet prohibits Nectarine along verges.", NECTARINE)
    context = Context(letters=index.letters, retrieved=frozenset({(claim.citations[0].letter, 2)}))
    result = verify(Draft(status=Status.ANSWERED, claims=(claim,)), context, QUOTING_GATES)
    assert [one.reason for one in result.dropped] == ["there is no gate to judge it"]
    assert result.draft.status is Status.WITHHELD


def test_a_claim_that_rests_on_no_sentence_does_not_pass(index: Index) -> None:
    letter = index.letters["2022-molens"]
    found = letter.footnote(2)
    assert found is not None
    claim = replace(footnote_claim(letter, *found, "nl"), is_own_words=True)
    context = Context(letters=index.letters, retrieved=frozenset({(letter.id, found[0].number)}))
    result = verify(
        Draft(status=Status.ANSWERED, claims=(claim,)),
        context,
        QUOTING_GATES,
        own_words=statement_gates(Aligner(index)),
    )
    assert [one.reason for one in result.dropped] == ["it rests on no sentence of a letter"]


OPPOSED = [
    ("De werkloosheid daalde in Limburg.", "De werkloosheid steeg in Limburg."),
    ("De daling van de huren in Zeeland zet door.", "De stijging van de huren in Zeeland zet door."),
    ("De provincie bestrijdt de aanleg van de sluis.", "De provincie steunde de aanleg van de sluis."),
    ("The water board opposes the new dike.", "The water board supports the new dike."),
    ("The act prohibits fishing in the lagoon.", "The act allows fishing in the lagoon."),
    ("The price of timber drops each autumn.", "The price of timber rises each autumn."),
    ("The levy reduces the cost of paper.", "The levy raises the cost of paper."),
    ("De haven verlaagde het tarief voor binnenschepen.", "De haven verhoogt het tarief voor binnenschepen."),
    ("Unicef verleent medewerking aan de telling.", "Unicef weigert medewerking aan de telling."),
    ("UNHCR verleent medewerking aan het register.", "UNHCR weigert medewerking aan het register."),
    ("The island joins the ongoing talks.", "The island refuses the ongoing talks."),
    ("Het slopen van de kerk is gewenst.", "Het slopen van de kerk, al dan niet geheel, is niet gewenst."),
    ("Het plan voor de haven is gewenst.", "Het plan dat voor de haven is gemaakt, is niet gewenst."),
    ("Het verplaatsen van de molen is gewenst.", "Het verplaatsen van de molen, een duur plan, is niet gewenst."),
    ("The mayor denies the leak.", "The mayor reports the leak."),
    ("The harbour lacks a lighthouse.", "The harbour has a lighthouse."),
    ("The ferry avoids the sandbank.", "The ferry touches the sandbank."),
    ("The museum refuses the gift.", "The museum takes the gift."),
]
"""A claim, and the sentence of the letter that it turns round."""
ALIKE = [
    ("The secretary reads the report.", "De griffier leest het verslag, dat openbaar is."),
    ("The new stops come first.", "De nieuwe haltes komen eerst."),
    ("Er zijn meer zwembaden voor jongeren.", "Er zijn zwembaden voor minderjarigen."),
    ("De afschaffing van de toets raakt scholen.", "De toets vervalt, wat de instellingen raakt."),
    ("Het plan levert 500 banen op in Delft.", "Het plan levert 500 arbeidsplaatsen op in Delft."),
    ("De rechtbank in Den Haag behandelt het beroep.", "De rechtbank in de hofstad behandelt het beroep."),
    ("Vervanging van de brug is niet gewenst.", "Het vervangen van de brug, al dan niet geheel, is niet gewenst."),
    ("Het verplaatsen van de molen is niet gewenst.", "Het verplaatsen van de molen, een duur plan, is niet gewenst."),
    ("De kade wordt versterkt, al dan niet met staal.", "De kade wordt versterkt met staal of beton."),
    ("See paper no. 14 for the map of the polder.", "Paper 14 holds the map of the polder."),
    ("Een ontheffing geldt in voorkomende gevallen.", "Een ontheffing geldt in zulke gevallen."),
]
"""A claim, and the sentence of the letter that says as much."""


@pytest.fixture(scope="module")
def pairs(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter of single sentences."""
    sentences = [sentence for _, sentence in (*OPPOSED, *ALIKE)]
    text = "\n\n".join(["Geachte voorzitter,", *sentences])
    with opened_letter("2020-paren", text, bundled, tmp_path_factory.mktemp("pairs")) as opened:
        yield Judge(opened)


@pytest.mark.parametrize(("claim", "sentence"), OPPOSED)
def test_an_opposite_is_caught_in_whatever_form_it_stands(pairs: Judge, claim: str, sentence: str) -> None:
    assert GateName.POLARITY in pairs.failed(claim, sentence)


@pytest.mark.parametrize(("claim", "sentence"), ALIKE)
def test_a_word_that_only_begins_like_a_denial_or_opposite_turns_nothing(
    pairs: Judge, claim: str, sentence: str
) -> None:
    assert GateName.POLARITY not in pairs.failed(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "holder"),
    [
        ("The Minister of Justice rejects the proposal.", "The Minister of Justice"),
        ("The Minister for Foreign Trade and Development Cooperation wants a levy.",
         "The Minister for Foreign Trade and Development Cooperation"),
        ("The Minister of the Interior and Kingdom Relations wants a levy.",
         "The Minister of the Interior and Kingdom Relations"),
        ("The Secretary of State for Health, Welfare and Sport proposes a levy.",
         "The Secretary of State for Health, Welfare and Sport"),
        ("De staatssecretaris van Justitie en Veiligheid vindt strengere regels nodig.",
         "De staatssecretaris van Justitie en Veiligheid"),
        ("De minister van Volksgezondheid, Welzijn en Sport en de Kamer willen een heffing.",
         "De minister van Volksgezondheid, Welzijn en Sport"),
    ],
)  # fmt: skip
def test_a_minister_is_named_with_the_portfolio_and_no_more(claim: str, holder: str) -> None:
    found = find_holder(claim)
    assert found is not None
    assert found.text == holder


@pytest.mark.parametrize(
    ("claim", "voice", "holder"),
    [
        ("De Algemene Rekenkamer raamde de kosten op 3 miljoen euro.", Voice.THIRD_PARTY, "Algemene Rekenkamer"),
        ("Greenpeace heeft in mei gewaarschuwd voor schade.", Voice.THIRD_PARTY, "Greenpeace"),
        ("De kosten zijn te hoog, signaleerde de bond.", Voice.THIRD_PARTY, "de bond"),
        ("De vereniging vond de pacht te hoog.", Voice.THIRD_PARTY, "De vereniging"),
        ("De gemeenten pleitten voor uitstel.", Voice.THIRD_PARTY, "De gemeenten"),
        ("De waterschappen raamden de kosten hoger.", Voice.THIRD_PARTY, "De waterschappen"),
        ("De Raad van State adviseert uitstel.", Voice.THIRD_PARTY, "De Raad van State"),
        ("De Kamer stelde dat het te laat is.", Voice.PARLIAMENT, "De Kamer"),
        ("Een meerderheid van de Kamer wil uitstel.", Voice.PARLIAMENT, "Een meerderheid van de Kamer"),
        ("De bewindspersoon wilde studenten laten kiezen.", Voice.CABINET, "De bewindspersoon"),
        ("De Federatie staat achter de keuze.", Voice.THIRD_PARTY, "De Federatie"),
        ("Kamerlid Zandstra vroeg om uitstel.", Voice.PARLIAMENT, "Kamerlid"),
        ("Volgens de commissie valt gemeenten niets te verwijten.", Voice.AUTHORS, "de commissie"),
        ("Of de kade veilig is, wilde Zandstra weten.", Voice.THIRD_PARTY, "Zandstra"),
        ("De Kamer wil uitstel, nadat de auteurs daartoe hebben geadviseerd.", Voice.PARLIAMENT, "De Kamer"),
        ("De kade zakt weg, waarschuwt het College van Peilbeheer.", Voice.THIRD_PARTY, "College van Peilbeheer"),
        ("De evaluatoren constateerden drie fouten.", Voice.AUTHORS, "De evaluatoren"),
        ("De staatscommissie vond de heffing te laag.", Voice.AUTHORS, "De staatscommissie"),
        ("De studie noemt de heffing te laag.", Voice.AUTHORS, "De studie"),
        ("De zorgen van bewoners noemde het kabinet terecht.", Voice.CABINET, "het kabinet"),
        ("De kosten voor gemeenten vond het kabinet te hoog.", Voice.CABINET, "het kabinet"),
        ("De bond wil uitstel, wat het kabinet heeft aangekondigd.", Voice.THIRD_PARTY, "De bond"),
        ("De kade zakt weg, oordeelt de RvK na een bezoek.", Voice.THIRD_PARTY, "RvK"),
        ("De kade zakt weg, aldus het VN-comité.", Voice.THIRD_PARTY, "VN-comité"),
        ("According to the UN committee the quay sinks.", Voice.THIRD_PARTY, "UN committee"),
        ("De kade moet wachten, vindt Den Haag.", Voice.CABINET, "Den Haag"),
        ("A lower quay is what The Hague is after.", Voice.CABINET, "The Hague"),
        ("What the minister is calling for is a lower quay.", Voice.CABINET, "the minister"),
        ("Vakcentrale Rad staat achter een lagere kade.", Voice.THIRD_PARTY, "Vakcentrale Rad"),
        ("Shipping lines object that the quay is too low.", Voice.THIRD_PARTY, "Shipping lines"),
        ("Zij wil de kade niet, zegt de minister, want te duur.", Voice.CABINET, "de minister"),
        ("A lower quay across the board was rejected by the minister.", Voice.CABINET, "the minister"),
        (
            "The quay cannot be valued, says the Court of Audit, since nobody measures it.",
            Voice.THIRD_PARTY,
            "the Court of Audit",
        ),
        (
            "A lower quay has the cabinet's backing; a higher one, which the council proposes, does not.",
            Voice.CABINET,
            "the cabinet",
        ),
        ("Volgens Zweeds onderzoek werkt een beloning.", Voice.AUTHORS, "Zweeds"),
        ("De motie-Zandstra wil een verbod.", Voice.PARLIAMENT, "De motie-Zandstra"),
        ("De leden van de CKV vinden de kade te laag.", Voice.AUTHORS, "De leden van de CKV"),
        ("The government's view is that the quay must wait.", Voice.CABINET, "The government"),
        ("The quay must wait: that is the cabinet's position.", Voice.CABINET, "the cabinet"),
        ("De kade moet wachten; dat is wat de regering wil.", Voice.CABINET, "de regering"),
        ("Unlike the cabinet, the council wants a levy.", Voice.AUTHORS, "the council"),
        ("Because the advisers had too few figures, the minister asks for more.", Voice.CABINET, "the minister"),
        ("Some members of the cabinet would have liked a levy.", Voice.CABINET, "Some members of the cabinet"),
        ("The interest group Hoog Water wants a fund.", Voice.THIRD_PARTY, "The interest group"),
        ("One future the cabinet sketches is a single quay.", Voice.CABINET, "the cabinet"),
        ("In the cabinet's view, the quay must wait.", Voice.CABINET, "the cabinet"),
        ("To the cabinet, the quay is an example of thrift.", Voice.CABINET, "the cabinet"),
        ("Voor de raad is de kade het leidende beginsel.", Voice.AUTHORS, "de raad"),
        ("A lower quay is among the changes desired by the authors.", Voice.AUTHORS, "the authors"),
        ("A lower quay is the thread running through the researchers' efforts.", Voice.AUTHORS, "the researchers"),
        ("The inspectorate is gloomy about the quay.", Voice.THIRD_PARTY, "The inspectorate"),
        ("The residents' platform considers the quay too low.", Voice.THIRD_PARTY, "The residents' platform"),
        (
            "The quay must wait, according to the drinking water companies.",
            Voice.THIRD_PARTY,
            "drinking water companies",
        ),
        ("Volgens de steigerbazen moet de kade wachten.", Voice.THIRD_PARTY, "steigerbazen"),
        ("De schrijvers van de verkenning zien een groeiende spanning.", Voice.AUTHORS, "De schrijvers"),
        (
            "Het uitgangspunt van de Europese Commissie is dat de kade wacht.",
            Voice.THIRD_PARTY,
            "de Europese Commissie",
        ),
        ("The cabinet's vision for the future is that the quays make way for one.", Voice.CABINET, "The cabinet"),
        ("For the minister it is incomprehensible that the quay must wait.", Voice.CABINET, "the minister"),
        ("In Stroomnet's opinion, the quay must wait.", Voice.THIRD_PARTY, "Stroomnet"),
        ("In Stroomnet’s view the quay must wait.", Voice.THIRD_PARTY, "Stroomnet"),
        ("Zandstra and Bos do not regard a quay as an option.", Voice.THIRD_PARTY, "Zandstra and Bos"),
        ("The plans for a lower quay came from the cabinet.", Voice.CABINET, "the cabinet"),
        ("Wie belt, krijgt van de minister te horen dat de kade wacht.", Voice.CABINET, "de minister"),
        ("What the cabinet considers necessary is a quay.", Voice.CABINET, "the cabinet"),
        ("The quay may wait: that is how MP Zandstra sees it.", Voice.PARLIAMENT, "MP"),
        ("The quay sinks, in the judgement of the council.", Voice.AUTHORS, "the council"),
        ("'A bath tub' is the minister's harsh verdict on the quay.", Voice.CABINET, "the minister"),
        ("A lower quay meets with objections from the government.", Voice.CABINET, "the government"),
        ("Een lagere kade past naar de overtuiging van de commissie niet.", Voice.AUTHORS, "de commissie"),
        ("Even a lower quay falls short for the cabinet.", Voice.CABINET, "the cabinet"),
        ("Adviescollege: kade gaat te ver", Voice.AUTHORS, "Adviescollege"),
        ("Het doel van de commissie is om de kade te verlagen.", Voice.AUTHORS, "de commissie"),
        ("De kade mag van de minister nog wachten.", Voice.CABINET, "de minister"),
        ("Wat het kabinet betreft wacht de kade.", Voice.CABINET, "het kabinet"),
        ("The quay must wait if it is up to the minister.", Voice.CABINET, "the minister"),
        ("In the eyes of the two authors the quay must wait.", Voice.AUTHORS, "authors"),
        ("In 83 gemeenten zakt de kade, meldt het kabinet.", Voice.CABINET, "het kabinet"),
        ("De kosten raamt niet het kabinet maar de raad.", Voice.AUTHORS, "de raad"),
        ("Het kabinet heeft begrip voor de zorgen van de commissie.", Voice.CABINET, "Het kabinet"),
        ("Where the council plays down the costs, the minister objects.", Voice.CABINET, "the minister"),
        ("Rijkswaterstaat would keep the quay.", Voice.THIRD_PARTY, "Rijkswaterstaat"),
        ("The government wants employers to pay for the quay.", Voice.CABINET, "The government"),
        ("Het verzoek om een lagere kade komt van het kabinet.", Voice.CABINET, "het kabinet"),
        ("New plans for the quay are expected from the cabinet next year.", Voice.CABINET, "the cabinet"),
        ("It is the Dutch position that the quay must wait.", Voice.CABINET, "the Dutch position"),
        ("Tired of waiting, the Netherlands is pushing for a quay.", Voice.CABINET, "the Netherlands"),
        ("A quay, the planning bureau stresses, sinks.", Voice.AUTHORS, "the planning bureau"),
        (
            "As far as the trade association KVO is concerned, the quay may wait.",
            Voice.THIRD_PARTY,
            "the trade association",
        ),
        ("How the quay is repaired is for the cabinet to decide.", Voice.CABINET, "the cabinet"),
        ("That the quay sinks is the cabinet's reading.", Voice.CABINET, "the cabinet"),
        ("She wants a quay, the state secretary writes to the House.", Voice.CABINET, "the state secretary"),
        ("Zandstra c.s. willen een lagere kade.", Voice.THIRD_PARTY, "Zandstra"),
        ("Haven Nederland wil een lagere kade.", Voice.THIRD_PARTY, "Haven Nederland"),
    ],
)
def test_whoever_speaks_in_a_letter_speaks_in_a_claim(claim: str, voice: Voice, holder: str) -> None:
    found = find_holder(claim)
    assert found is not None
    assert (found.voice, found.text) == (voice, holder)


@pytest.mark.parametrize(
    "claim",
    [
        "De opening vond plaats in mei.",
        "De gemeenten betalen dit uit hun eigen middelen.",
        "De Kamer is gewezen op de kosten.",
        "A state that does not ratify the amendment is not bound by it.",
        "A new company will commission the construction in May.",
        "What the committee decides has no legal force.",
        "Parliament's request for a single desk is being acted on.",
        "There is no ruling from the highest court yet.",
        "Nederland betaalt mee, want een bijdrage aan het Hof is verplicht.",
        "De doorgifte begint zodra de Commissie een standaard vaststelt.",
        "Volgens de wet moet de kade wachten.",
        "According to the figures the quay sinks.",
        "A new quay will open in The Hague in May.",
    ],
)
def test_whoever_only_acts_or_is_told_holds_nothing(claim: str) -> None:
    assert find_holder(claim) is None


@pytest.mark.parametrize("adviser", ["De Algemene Rekenkamer", "De Raad van State", "De SER"])
def test_an_adviser_whom_the_letter_never_names_holds_nothing(judge: Judge, adviser: str) -> None:
    claim = f"{adviser} constateert dat 14.600 kinderen langer dan negen weken op een eerste gesprek wachten."
    assert GateName.HOLDER in judge.failed(claim, WAITING)


def test_an_adviser_is_known_by_the_name_at_the_head_of_the_letter(judge: Judge) -> None:
    claim = "De Raad voor Jeugd en Gezin constateert dat 14.600 kinderen langer dan negen weken wachten."
    assert GateName.HOLDER not in judge.failed(claim, WAITING)


@pytest.mark.parametrize(
    ("text", "quotes", "own"),
    [
        ("De raad noemt «de «oude» kade» veilig.", ["de «oude» kade"], "De raad noemt   veilig."),
        ("De raad noemt «de kade» en «de sluis».", ["de kade", "de sluis"], "De raad noemt   en  ."),
        ("De raad noemt «de «oude» kade veilig.", ["de «oude"], "De raad noemt   kade veilig."),
    ],
)
def test_a_quote_ends_at_its_own_mark(text: str, quotes: list[str], own: str) -> None:
    assert find_quotes(text) == quotes
    assert own_words(text) == own


@pytest.mark.parametrize(
    "claim",
    [
        "De minister voor Langdurige Zorg en Sport overweegt een subsidie voor regio's die vrijwillig samenwerken.",
    ],
)
def test_what_a_minister_of_something_says_is_judged_by_its_words(judge: Judge, claim: str) -> None:
    assert not judge.failed(claim, SUBSIDY)
    assert GateName.SUPPORT in judge.failed(claim, MONEY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cabinet decided on 3 May 2023 to abolish the levy.", {Strength.FACT}),
        ("Since May the levy has been gone.", {Strength.FACT}),
        ("The levy ended in 3 may 2023.", {Strength.FACT}),
        ("The cabinet may abolish the levy.", {Strength.POSSIBLE}),
    ],
)
def test_the_month_of_may_is_no_possibility(text: str, found: set[Strength]) -> None:
    assert strengths(text) == found


VIEWS = """Geachte voorzitter,

Hierbij reageer ik op het advies van de Adviesraad Zeewering (AZ).

De AZ beveelt aan om de dijk bij Zandvoort te verhogen. Die aanbeveling neemt het kabinet niet over.

Volgens de AZ moet de haven van Urk dieper worden. Het kabinet onderschrijft dat oordeel.

De Raad voor de Kustvaart (RKV) noemt de pier van Scheveningen versleten.

De brancheorganisatie Vissersbelang vreest dat de veiling in Stellendam sluit.

De landsadvocaat wijst erop dat de zaak over de sluis nog loopt.

De AZ adviseert om de vuurtoren op Texel te slopen. Dat zou in één zomer kunnen.

Het kabinet neemt deze aanbeveling over. De sloop begint in mei.

Eén aanbeveling volg ik niet. De AZ wil de veerdienst naar Ameland staken.

Een boei bij Vlieland wijst het kabinet af, omdat die te weinig opvalt. Een aparte radarpost, waar vissers om vroegen,
komt er niet.

De Tweede Kamer verzocht mij met de motie-Bos om een strandwacht op Ameland. Daarover spreek ik met de burgemeester.

De provincie Fryslân heeft de vaargeul bij Harlingen verdiept. Dat kostte een half jaar.

Het baggeren bij Den Helder is lastig, omdat de Raad voor de Kustvaart nachtwerk volstrekt afwijst.

Eén lid van de AZ acht de Afsluitdijk onveilig. Zijn mening staat in een bijlage.

Ook beveelt de AZ aan om zeehonden bij Pieterburen te tellen. Deze aanbeveling zal het kabinet na de zomer bezien.

Zeewier langs de pieren van Den Haag laat ik jaarlijks oogsten.

Over de lichtlijn spreek ik nog; het Openbaar Ministerie eist een hek rond de pijlers van Vlissingen.

Voor de Zeelandbrug trek ik 3 miljoen euro uit, naar het oordeel van de RKV de helft van wat nodig is.

Naar het oordeel van het kabinet leidt een havenmeester juist tot vertraging en hoort dit werk bij de gemeenteraad.

Een stormvloedbalie in Hoorn, zoals de motie-Smit vraagt, is kwetsbaar.

De steiger bij Kampen is klaar en de RKV moet nog vaststellen of de palen veilig zijn.

De RKV heeft bezwaar gemaakt tegen de termijn voor de strekdam bij Breskens. Ook heeft zij twaalf duikers nodig.

Volgens de Vereniging Rond de Boei (VRB) kost de betonning bij Terschelling al snel vijf miljoen euro.

De AZ bepleit een eenmalig bedrag voor elke schipper uit Marken. In plaats daarvan komt er een fonds.

De waterschappen onthouden zich van een oordeel over gemalen, maar vragen om hogere kaden langs het Haringvliet.

Het verzoek van de Rederijkers om Zeeuwse schepen uit te zonderen wordt niet overgenomen.

De AZ stelt voor om de boulevard van Vlissingen te verleggen. Het kabinet bestudeert dit voorstel.

Nieuwe voorstellen van de Europese Commissie voor bakens op de Noordzee worden in mei verwacht.

De AZ acht een tweede sluis in Delfzijl onmisbaar. Het kabinet onderschrijft dat ook naar bruggen moet worden gekeken.

De AZ wil ook dat het aantal loodsen in Delfzijl fors omlaag gaat. Het kabinet deelt het oordeel van de AZ over de
haven. De aanbeveling om het aantal loodsen te verlagen neemt het niet over.

Er zijn gemeenten die zich bereid tonen slepers naar Eemshaven te sturen.
"""
DIKE, HARBOUR, PIER, AUCTION, LOCK = "De AZ beveelt", "Volgens de AZ", "De Raad voor", "De branche", "De landsadvocaat"
LIGHT, FERRY, BUOY, RADAR = "De AZ adviseert", "De AZ wil", "Een boei", "Een aparte"
GUARD, CHANNEL, NIGHT, MEMBER = "De Tweede Kamer", "De provincie", "Het baggeren", "Eén lid"
SEALS, WEED, FENCE, BRIDGE, DESK = (
    "Ook beveelt",
    "Zeewier",
    "Over de lichtlijn",
    "Voor de Zeelandbrug",
    "Een stormvloedbalie",
)
JETTY, POST, DIVERS, BUOYS, SKIPPERS = (
    "De steiger",
    "Naar het oordeel",
    "Ook heeft zij",
    "Volgens de Vereniging",
    "De AZ bepleit",
)
QUAYS, SHIPS, PROMENADE = "De waterschappen", "Het verzoek", "De AZ stelt voor"
BEACONS, SECOND_LOCK, TUGS, PILOTS = "Nieuwe voorstellen", "De AZ acht", "Er zijn gemeenten", "De AZ wil ook"


@pytest.fixture(scope="module")
def views(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter that tells the views of others, and what the cabinet makes of two of them."""
    with opened_letter("2020-dijk", VIEWS, bundled, tmp_path_factory.mktemp("views")) as opened:
        yield Judge(opened)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("De adviesraad wil de dijk bij Zandvoort verhogen.", DIKE),
        ("The advisory council wants to raise the dike at Zandvoort.", DIKE),
        ("De Adviesraad Zeewering pleit voor een hogere dijk bij Zandvoort.", DIKE),
        ("Het kabinet neemt het advies om de dijk bij Zandvoort te verhogen niet over.", DIKE),
        ("The cabinet rejects the council's call to raise the dike at Zandvoort.", DIKE),
        ("Het kabinet is het met de raad eens dat de haven van Urk dieper moet worden.", HARBOUR),
        ("The cabinet shares the council's view that the harbour of Urk must be deeper.", HARBOUR),
        ("De pier van Scheveningen is versleten, vindt de RKV.", PIER),
        ("In de ogen van de Raad voor de Kustvaart is de pier van Scheveningen versleten.", PIER),
        ("The trade association fears that the auction in Stellendam will close.", AUCTION),
        ("The state's counsel points out that the case about the lock is still pending.", LOCK),
        ("The state secretary shares the council's view that the harbour of Urk must be deeper.", HARBOUR),
        ("The cabinet takes over the recommendation to pull down the lighthouse on Texel.", LIGHT),
        ("De minister volgt de aanbeveling om de veerdienst naar Ameland te staken niet.", FERRY),
        ("The minister refuses to stop the ferry to Ameland.", FERRY),
        ("De Kamer wil een strandwacht op Ameland.", GUARD),
        ("De minister meldt dat de provincie de vaargeul bij Harlingen heeft verdiept.", CHANNEL),
        ("De Raad voor de Kustvaart wijst nachtwerk volstrekt af.", NIGHT),
        ("Eén lid van de adviesraad acht de Afsluitdijk onveilig.", MEMBER),
        ("Het zeewier langs de pieren wordt jaarlijks geoogst.", WEED),
        ("Het Openbaar Ministerie eist een hek rond de pijlers van Vlissingen.", FENCE),
        ("De minister spreekt nog over de lichtlijn.", FENCE),
        ("Voor de Zeelandbrug trekt de minister 3 miljoen euro uit.", BRIDGE),
        ("Volgens de RKV is 3 miljoen euro voor de Zeelandbrug de helft van wat nodig is.", BRIDGE),
        ("De minister meldt dat de steiger bij Kampen klaar is.", JETTY),
        ("Volgens het kabinet leidt een havenmeester juist tot vertraging.", POST),
        ("The RKV needs twelve divers.", DIVERS),
        ("Volgens de VRB kost de betonning bij Terschelling vijf miljoen euro.", BUOYS),
        ("De Europese Commissie komt in mei met voorstellen voor bakens op de Noordzee.", BEACONS),
    ],
)
def test_a_party_is_known_by_another_name_and_a_reaction_beside_the_view(
    views: Judge, claim: str, sentence: str
) -> None:
    assert GateName.HOLDER not in views.failed(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Het kabinet wil de dijk bij Zandvoort verhogen.", DIKE),
        ("That the dike at Zandvoort must be raised is the cabinet's position.", DIKE),
        ("Het kabinet neemt het advies om de dijk bij Zandvoort te verhogen over.", DIKE),
        ("The cabinet agrees that the dike at Zandvoort must be raised.", DIKE),
        ("Het kabinet wil dat het advies om de dijk bij Zandvoort te verhogen niet wordt overgenomen.", DIKE),
        ("Het kabinet neemt het advies van de inspectie om de dijk bij Zandvoort te verhogen niet over.", DIKE),
        ("De inspectie wil de dijk bij Zandvoort verhogen.", DIKE),
        ("De raad wil, net als het kabinet, de dijk bij Zandvoort verhogen.", DIKE),
        ("Volgens het kabinet is de pier van Scheveningen versleten.", PIER),
        ("De Patiëntenraad noemt de pier van Scheveningen versleten.", PIER),
        ("De Raad van State noemt de pier van Scheveningen versleten.", PIER),
        ("The employers' union fears that the auction in Stellendam will close.", AUCTION),
        ("Het kabinet vreest dat de veiling in Stellendam sluit.", AUCTION),
        ("The cabinet does not take over the recommendation to pull down the lighthouse on Texel.", LIGHT),
        ("De minister volgt de aanbeveling om de veerdienst naar Ameland te staken.", FERRY),
        ("De minister wil een strandwacht op Ameland.", GUARD),
        ("Volgens de minister moet er een strandwacht op Ameland komen.", GUARD),
        ("De minister heeft de vaargeul bij Harlingen verdiept.", CHANNEL),
        ("Het kabinet wijst nachtwerk volstrekt af.", NIGHT),
        ("De adviesraad acht de Afsluitdijk onveilig.", MEMBER),
        ("The government recommends counting seals at Pieterburen.", SEALS),
        ("Het zeewier langs de pieren laten oogsten is een idee dat de AZ dierbaar is.", WEED),
        ("Counting seals at Pieterburen has a friend in the cabinet.", SEALS),
        ("De minister eist een hek rond de pijlers van Vlissingen.", FENCE),
        ("The Hague demands a fence around the piers of Vlissingen.", FENCE),
        ("Het geld is naar eigen oordeel van de minister de helft van wat nodig is.", BRIDGE),
        ("A storm desk in Hoorn is something The Hague is keen to see.", DESK),
        ("Volgens de Raad leidt een havenmeester juist tot vertraging.", POST),
        ("Whether the piles are safe is something the minister must still establish.", JETTY),
        ("The minister needs twelve divers.", DIVERS),
        ("Volgens Stichting Baken kost de betonning bij Terschelling vijf miljoen euro.", BUOYS),
        ("The cabinet wants every skipper from Marken to receive a one-off payment.", SKIPPERS),
        ("The cabinet asks for higher quays along the Haringvliet.", QUAYS),
        ("What the Dutch government asks for is that ships from Zeeland be exempted.", SHIPS),
        ("De minister stelt voor om de boulevard van Vlissingen te verleggen.", PROMENADE),
        ("In mei komt het kabinet met voorstellen voor bakens op de Noordzee.", BEACONS),
        ("De minister acht een tweede sluis in Delfzijl onmisbaar.", SECOND_LOCK),
        ("The Dutch government shows itself willing to send tugs to Eemshaven.", TUGS),
        ("Het kabinet vindt dat het aantal loodsen in Delfzijl omlaag moet.", PILOTS),
    ],
)
def test_a_view_goes_to_no_other_party_and_a_reaction_not_the_other_way(
    views: Judge, claim: str, sentence: str
) -> None:
    assert GateName.HOLDER in views.failed(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Het kabinet wil een boei bij Vlieland.", BUOY),
        ("The cabinet wants a buoy at Vlieland.", BUOY),
        ("De minister wil een aparte radarpost.", RADAR),
    ],
)
def test_what_is_turned_down_behind_its_object_is_not_wanted(views: Judge, claim: str, sentence: str) -> None:
    assert GateName.POLARITY in views.failed(claim, sentence)


SPLIT = """\
Aan de Voorzitter van de Tweede Kamer

Ik stuur u mijn reactie op het advies over de pier van de Raad voor de Pieren (RVP).

Advies

De RVP noemt de pier te smal. Twee leden, de heer Schelp en mevrouw Smit, hebben een eigen nota geschreven. Zij
bepleiten een draaibrug naar Texel. Daarbij wijzen zij op de proef met de veerpont in Vlissingen.

De RVP wil de pier verlengen tot de vuurtoren.
"""


@pytest.fixture(scope="module")
def split(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter that tells what an adviser wants and what two of its members want."""
    with opened_letter("2021-pier", SPLIT, bundled, tmp_path_factory.mktemp("split")) as opened:
        yield Judge(opened)


@pytest.mark.parametrize(
    ("claim", "is_theirs"),
    [
        ("De commissie bepleit een draaibrug naar Texel.", False),
        ("De raad bepleit een draaibrug naar Texel.", False),
        ("De RVP bepleit een draaibrug naar Texel.", False),
        ("The council advocates a swing bridge to Texel.", False),
        ("Twee leden van de RVP bepleiten een draaibrug naar Texel.", True),
        ("Een minderheid van de raad bepleit een draaibrug naar Texel.", True),
    ],
)
def test_what_some_members_want_is_not_what_their_body_wants(split: Judge, claim: str, *, is_theirs: bool) -> None:
    assert (GateName.HOLDER not in split.failed(claim, "Zij bepleiten")) is is_theirs


def test_what_a_body_wants_beside_its_dissenters_is_its_own(split: Judge) -> None:
    assert GateName.HOLDER not in split.failed("De RVP wil de pier verlengen tot de vuurtoren.", "De RVP wil")


def test_how_many_hold_a_view_is_not_what_they_count(views: Judge) -> None:
    assert GateName.NUMBER not in views.failed("De twee adviseurs willen zeehonden bij Pieterburen tellen.", SEALS)


DENIALS = """Geachte voorzitter,

Hierbij reageer ik op het advies van de Adviesraad Zeewering (AZ).

Nederland heeft die verklaring over Rottum niet ondertekend.

Deze landen hebben in mei een verdrag over zeegras ondertekend; Nederland heeft dat verdrag niet ondertekend.

De schouwburg van Hoorn, waar de fractie om vroeg, krijgt geen rijkssteun.

Dat betekent niet dat de Staat schuld aan de stranding erkent.

Een loting onder schippers, door de AZ als proef geopperd, wijs ik af.

Of het Zeehof de redenering over het wad volgt, zal blijken.

De AZ adviseert de inzage van logboeken in de wet vast te leggen in plaats van in een regeling.

Het College voor Zeezaken steunt een kamer voor loodsen.

Het kabinet neemt de aanbeveling over de tonnen bij Urk niet over.

De haven van Delfzijl wordt ontzien.
"""
ROTTUM, THEATRE, DEBT, LOTS = "Nederland heeft", "De schouwburg", "Dat betekent", "Een loting"
SEAGRASS = "Deze landen"
COURT, LOGS, PILOTS, TONS, PORTS = "Of het Zeehof", "De AZ adviseert", "Het College", "Het kabinet neemt", "De haven"


@pytest.fixture(scope="module")
def denials(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter that denies, leaves open and prefers."""
    with opened_letter("2020-wad", DENIALS, bundled, tmp_path_factory.mktemp("denials")) as opened:
        yield Judge(opened)


@pytest.mark.parametrize(
    ("claim", "sentence", "gate"),
    [
        ("Nederland heeft die verklaring over Rottum ondertekend.", ROTTUM, GateName.POLARITY),
        ("Nederland heeft het verdrag over zeegras ondertekend.", SEAGRASS, GateName.POLARITY),
        ("De schouwburg van Hoorn krijgt rijkssteun.", THEATRE, GateName.POLARITY),
        ("De Staat erkent schuld aan de stranding.", DEBT, GateName.POLARITY),
        ("De minister gaat loten onder schippers, zoals de AZ als proef opperde.", LOTS, GateName.POLARITY),
        ("Het Zeehof volgt de redenering over het wad.", COURT, GateName.MODALITY),
        ("De AZ adviseert de inzage van logboeken in een regeling vast te leggen in plaats van in de wet.", LOGS,
         GateName.SUPPORT),
        ("Het College voor Zeezaken is tegen een kamer voor loodsen.", PILOTS, GateName.POLARITY),
        ("Het kabinet neemt de aanbeveling over de tonnen bij Urk over.", TONS, GateName.POLARITY),
        ("De haven van Delfzijl wordt getroffen.", PORTS, GateName.POLARITY),
    ],
)  # fmt: skip
def test_what_a_letter_denies_leaves_open_or_puts_last_is_no_claim_of_its(
    denials: Judge, claim: str, sentence: str, gate: GateName
) -> None:
    assert gate in denials.failed(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Nederland heeft die verklaring over Rottum niet ondertekend.", ROTTUM),
        ("Deze landen hebben het verdrag over zeegras ondertekend.", SEAGRASS),
        ("De schouwburg van Hoorn krijgt geen rijkssteun.", THEATRE),
        ("Een loting onder schippers wijst de minister af.", LOTS),
        ("Of het Zeehof de redenering over het wad volgt, is nog niet bekend.", COURT),
        ("De AZ wil de inzage van logboeken in de wet vastleggen in plaats van in een regeling.", LOGS),
        ("Het College voor Zeezaken is voor een kamer voor loodsen.", PILOTS),
        ("Het kabinet neemt de aanbeveling over de tonnen bij Urk niet over.", TONS),
    ],
)
def test_a_denial_told_as_one_passes(denials: Judge, claim: str, sentence: str) -> None:
    assert not denials.failed(claim, sentence) & {GateName.POLARITY, GateName.MODALITY}
