"""Each gate for claims in own words catches what only it can, and lets faithful wordings pass."""

from dataclasses import replace

import pytest

from rag.answering.claims import footnote_claim
from rag.answering.model import Draft, Status
from rag.checking.align import Aligner
from rag.checking.gates import QUOTING_GATES, Context, GateName, statement_gates
from rag.checking.verify import Verified, verify
from rag.store.index import Index
from tests.checking.conftest import Judge

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
