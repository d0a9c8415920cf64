"""A claim about the letters gets the verdict that a careful reader would give, with the sentences that decide it."""

from pathlib import Path

import pytest

from rag.checking.check import Checker
from rag.checking.gates import GateName
from rag.checking.model import Place, Verdict
from rag.errors import InputError
from rag.store.embedding import BundledEncoder
from rag.store.index import Index
from tests.checking.conftest import BEES, CARE, LISTS, MILLS, everywhere, failed_gates, opened_letter

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
OTHER_HOLDER, PARTLY, NOT_FOUND = Verdict.OTHER_HOLDER, Verdict.PARTLY, Verdict.NOT_FOUND

CLAIMS = [
    (MILLS, "De auteurs willen dat elke molenaar verplicht een brandverzekering neemt.", SUPPORTED),
    (MILLS, "The granary in Zierikzee remains closed.", SUPPORTED),
    (MILLS, "The cabinet makes €6 million available for repairs.", SUPPORTED),
    (MILLS, "In de korenschuur in Zierikzee broeden ieder voorjaar 340 zwaluwen.", SUPPORTED),
    (MILLS, "Niemand mag een molen slopen zonder vergunning.", SUPPORTED),
    (MILLS, "According to the cabinet, the Netherlands has 1,200 historic mills.", OTHER_HOLDER),
    (MILLS, "Het kabinet wil elke molenaar verplichten tot een brandverzekering.", OTHER_HOLDER),
    (MILLS, "Het kabinet stelt 8 miljoen euro beschikbaar voor herstel.", CONTRADICTED),
    (MILLS, "De korenschuur in Goes blijft gesloten.", CONTRADICTED),
    (MILLS, "A mill may be demolished without a permit.", CONTRADICTED),
    (BEES, "Het kabinet verbiedt Nectarine langs bermen, en imkers krijgen subsidie voor nieuwe kasten.", PARTLY),
    (BEES, "Beekeepers lost 14 per cent of their colonies last winter.", SUPPORTED),
    (BEES, "Het kabinet staat Nectarine langs bermen toe.", CONTRADICTED),
    (CARE, "De Raad zegt dat 14.600 kinderen meer dan negen weken op een eerste gesprek wachten.", SUPPORTED),
    (CARE, "Volgens het kabinet wachten 14.600 kinderen langer dan negen weken op een gesprek.", OTHER_HOLDER),
    (CARE, "The cabinet warns that small municipalities cannot bear the costs.", OTHER_HOLDER),
    (CARE, "De eigen bijdrage vervalt per 1 januari 2024.", CONTRADICTED),
    (CARE, "The minister is considering a subsidy for regions that cooperate voluntarily.", SUPPORTED),
    (CARE, "The Council presented its advice on 03/02/2022.", SUPPORTED),
    (CARE, "De eigen bijdrage vervalt per 01-01-2024, tenzij de Eerste Kamer het wetsvoorstel verwerpt.", SUPPORTED),
    (CARE, "De eigen bijdrage vervalt per 01-07-2024, tenzij de Eerste Kamer het wetsvoorstel verwerpt.", CONTRADICTED),
]


@pytest.mark.parametrize(("letter", "claim", "verdict"), CLAIMS)
def test_a_claim_is_judged_by_the_paragraphs_cited_for_it(
    checker: Checker, index: Index, letter: str, claim: str, verdict: Verdict
) -> None:
    assert checker.check(claim, everywhere(index, letter)).verdict is verdict


@pytest.mark.parametrize(("letter", "claim", "verdict"), CLAIMS)
def test_without_citations_the_search_finds_what_decides(
    checker: Checker, letter: str, claim: str, verdict: Verdict
) -> None:
    checked = checker.check(claim)
    assert checked.verdict is verdict
    assert checked.citations[0].letter == letter


REFUSED = """\
Hierbij reageer ik op het advies van de Raad voor de Vaart (hierna: de raad).

De raad bepleit een wettelijk minimum van drie boeien in iedere vaargeul.

De raad noemt het beleid "grotendeels mislukt".

Reactie

De kwalificatie "grotendeels mislukt" gaat mij te ver, omdat er 38 bakens zijn bijgekomen.

Een minimum aantal boeien leg ik niet in de wet vast. Wel komen er bakens.

In het Vaartverdrag is bepaald dat partijen dat verdrag te allen tijde kunnen opzeggen.

De raad concludeert dat het voorbehoud zijn betekenis heeft verloren.

Het kabinet is het daarmee eens en zal het voorbehoud op 1 juli in Rotterdam plechtig intrekken.

Een vaste einddatum voor de lichtproef wijst het kabinet daarom af.

Wat de lichtproef betreft, stelt de raad dat een vaste einddatum de vissers te veel kost.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Volgens het kabinet komt er geen wettelijk minimum aantal boeien.", SUPPORTED),
        ("De raad wil een wettelijk minimum van drie boeien.", SUPPORTED),
        ("Het kabinet bepleit een wettelijk minimum van drie boeien in iedere vaargeul.", OTHER_HOLDER),
        ("The minister thinks the council goes too far in saying the policy has largely failed.", SUPPORTED),
        ("The minister thinks that the policy has largely failed.", OTHER_HOLDER),
        ("Het kabinet heeft besloten het Vaartverdrag op te zeggen.", NOT_FOUND),
        ("The cabinet will denounce the Vaartverdrag.", NOT_FOUND),
        ("Partijen mogen het Vaartverdrag altijd opzeggen.", SUPPORTED),
        ("Het kabinet is het eens met de raad dat het voorbehoud zijn betekenis verloor en zal het op 1 juli in"
         " Rotterdam plechtig intrekken.", SUPPORTED),
        ("Een vaste einddatum voor de lichtproef komt er wat het kabinet betreft niet.", SUPPORTED),
    ],
)  # fmt: skip
def test_a_claim_is_also_held_against_the_words_of_the_party_that_it_names(
    bundled: BundledEncoder, tmp_path: Path, claim: str, verdict: Verdict
) -> None:
    with opened_letter("2020-vaart", REFUSED, bundled, tmp_path) as opened:
        assert Checker(opened).check(claim).verdict is verdict


@pytest.mark.parametrize("claim", ["De maan is van kaas.", "The prime minister visited a chocolate factory in Peru."])
def test_what_no_letter_speaks_of_is_not_found(checker: Checker, claim: str) -> None:
    assert checker.check(claim).verdict is NOT_FOUND


@pytest.mark.parametrize(
    "claim",
    [
        "Het kabinet wil dat niemand een molen zonder vergunning mag slopen.",
        "The cabinet wants nobody to demolish a mill without a permit.",
    ],
)
def test_a_wish_of_the_cabinet_does_not_rest_on_a_law_that_it_sets_out(
    checker: Checker, index: Index, claim: str
) -> None:
    law = [one.number for one in index.letters[MILLS].paragraphs if one.text.startswith("De Erfgoedwet")]
    assert checker.check(claim, [Place(letter=MILLS, paragraph=law[0])]).verdict is not SUPPORTED


def test_a_claim_is_not_borne_out_by_a_paragraph_that_says_something_else(checker: Checker) -> None:
    claim = "De korenschuur in Zierikzee blijft gesloten."
    assert checker.check(claim, [Place(letter=MILLS, paragraph=6)]).verdict is SUPPORTED
    assert checker.check(claim, [Place(letter=MILLS, paragraph=3)]).verdict is NOT_FOUND


def test_the_deciding_sentence_is_cited_by_its_exact_words(checker: Checker, index: Index) -> None:
    checked = checker.check("The granary in Zierikzee remains closed.")
    citation = checked.citations[0]
    paragraph = index.letters[MILLS].paragraph(citation.paragraph or 0)
    assert paragraph is not None
    assert citation.quote == paragraph.text[citation.start : citation.end]
    assert citation.quote == "De korenschuur in Zierikzee blijft gesloten."


def test_at_most_three_sentences_are_cited(checker: Checker, index: Index) -> None:
    claim = "Het kabinet deelt de zorg over houtrot, stelt geld beschikbaar, en neemt de verzekering niet over in 2019."
    assert 1 <= len(checker.check(claim, everywhere(index, MILLS)).citations) <= 3


def test_every_gate_is_asked_and_says_why(checker: Checker) -> None:
    checked = checker.check("Het kabinet stelt 8 miljoen euro beschikbaar voor herstel.")
    assert [result.gate for result in checked.gates] == [
        GateName.CITATION,
        GateName.QUOTE,
        GateName.QUOTE,
        GateName.NUMBER,
        GateName.NAME,
        GateName.POLARITY,
        GateName.MODALITY,
        GateName.HOLDER,
        GateName.SUPPORT,
    ]
    assert failed_gates(checked) == {GateName.NUMBER, GateName.SUPPORT}  # the network doubts it too
    reason = next(result.reason for result in checked.gates if result.gate is GateName.NUMBER)
    assert reason == "'8 miljoen euro': no such number stands there"


def test_the_language_is_told_by_the_claim_and_not_by_what_it_quotes(checker: Checker) -> None:
    checked = checker.check("The Council says: «niet het geld, maar het gebrek aan personeel de oorzaak».")
    assert (checked.language, checked.verdict) == ("en", SUPPORTED)


@pytest.mark.parametrize(
    "quote", ["niet het geld, maar de wachttijd sinds 2019", "niet het geld, maar stijgt de wachttijd sinds"]
)
def test_a_quote_pieced_together_from_two_places_is_not_found(checker: Checker, index: Index, quote: str) -> None:
    assert checker.check(f"De Raad schrijft: «{quote}».", everywhere(index, CARE)).verdict is NOT_FOUND


def test_a_quote_of_another_paragraph_than_the_one_named_is_not_found(checker: Checker) -> None:
    claim = "De minister schrijft: «De korenschuur in Zierikzee blijft gesloten»."
    assert checker.check(claim, [Place(letter=MILLS, paragraph=2)]).verdict is NOT_FOUND


def test_the_language_can_be_given(checker: Checker) -> None:
    assert checker.check("Nectarine", language="en").language == "en"


@pytest.mark.parametrize("claim", ["", "  \n"])
def test_an_empty_claim_is_an_error_that_says_what_to_do(checker: Checker, claim: str) -> None:
    with pytest.raises(InputError, match=r"The claim is empty\. Give a sentence to check\."):
        checker.check(claim)


def test_a_letter_that_is_not_there_is_an_error_that_names_those_that_are(checker: Checker) -> None:
    with pytest.raises(InputError, match=r"There is no letter '1999-x' in the index\. Cite one of: 2022-jeugdzorg, "):
        checker.check("Iets.", [Place(letter="1999-x", paragraph=1)])


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_paragraph_that_is_not_there_is_an_error_that_says_how_many_there_are(checker: Checker, number: int) -> None:
    with pytest.raises(InputError, match=r"has no paragraph -?\d+\. Cite one from 1 to 2\."):
        checker.check("Iets.", [Place(letter=BEES, paragraph=number)])


@pytest.mark.parametrize("claim", ["?", "«»", "1", "…", "a" * 3000, "niet " * 200, "🐝 14%"])
def test_odd_claims_get_a_verdict_and_are_not_supported(checker: Checker, claim: str) -> None:
    assert checker.check(claim).verdict is not SUPPORTED


def test_the_same_claim_gets_the_same_verdict_again(checker: Checker) -> None:
    first = checker.check(CLAIMS[0][1])
    checker.check(CLAIMS[1][1])
    assert checker.check(CLAIMS[0][1]) == first


@pytest.mark.parametrize(
    "claim",
    [
        "Het kabinet wijst op de voorstellen van de Europese Commissie in 2016 en 2018.",
        "The cabinet points to the proposals of the European Commission in 2016 and 2018.",
    ],
)
def test_the_last_number_of_a_list_counts_what_the_first_does(lists: Checker, claim: str) -> None:
    assert lists.check(claim, [Place(letter=LISTS, paragraph=1)]).verdict is SUPPORTED


def test_the_last_number_of_a_list_must_stand_there_too(lists: Checker) -> None:
    claim = "Het kabinet wijst op de voorstellen van de Europese Commissie in 2016 en 2017."
    assert failed_gates(lists.check(claim, [Place(letter=LISTS, paragraph=1)])) >= {GateName.NUMBER}
