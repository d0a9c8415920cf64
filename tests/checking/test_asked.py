"""What a letter only asks proves nothing, and a claim of a numbered thing is held against what stands under it."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

PONDS = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 4 juni 2024

Hierbij zend ik u de antwoorden op vragen van het lid Kikker over poelen.

De Minister voor Natuur,
B. Visser

Vraag 1
Klopt het dat er nog 700 poelen in Drenthe zijn?

Antwoord 1
Nee. Volgens de provincie zijn er 260 poelen, vooral rond Assen.

Vraag 2
Gaat u het baggeren van poelen in de winter verbieden?

Antwoord 2
Een verbod gaat mij te ver. Mevrouw Karper vroeg in het debat of de subsidie voor poelen omhoog kan. De subsidie
blijft € 4 miljoen.
"""


@pytest.fixture(scope="module")
def ponds(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2024-poelen", PONDS, bundled, tmp_path_factory.mktemp("ponds")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "Er zijn nog 700 poelen in Drenthe.",
        "There are still 700 ponds in Drenthe.",
        "Het baggeren van poelen in de winter wordt verboden.",
        "De subsidie voor poelen kan omhoog.",
    ],
)
def test_what_is_only_asked_bears_no_claim_out(ponds: Checker, claim: str) -> None:
    assert ponds.check(claim).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    ["De Kamer vraagt of de minister het baggeren van poelen in de winter gaat verbieden.", "Er zijn 260 poelen."],
)
def test_a_question_bears_out_that_it_is_asked_and_an_answer_what_it_says(ponds: Checker, claim: str) -> None:
    assert ponds.check(claim).verdict is Verdict.SUPPORTED


FARMS = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 4 juni 2024

Hierbij zend ik u de antwoorden op vragen van het lid Kerkuil over het platteland.

De Minister voor Natuur,
B. Visser

Vraag 1
Kent u het bericht «Uilen sterven uit in Twente»?

Antwoord 1
Ja.

Vraag 2
Bent u bereid boeren te verplichten om elk jaar een nestkast voor uilen op te hangen?

Antwoord 2
Ja.

Vraag 3
Klopt het dat er nog maar 900 broedparen van de steenuil zijn?

Antwoord 3
Nee. De tellingen worden overgedaan.

Vraag 4
Bent u bereid de jacht op vossen in het voorjaar te verbieden?

Antwoord 4
Nee, daartoe ben ik niet bereid.

Vraag 5
Wordt het subsidiebedrag voor kerken in 2025 verdubbeld?

Antwoord 5
Ja, mits de begroting het toelaat.
"""


@pytest.fixture(scope="module")
def farms(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2024-platteland", FARMS, bundled, tmp_path_factory.mktemp("farms")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("De minister is bereid boeren te verplichten elk jaar een nestkast op te hangen.", Verdict.SUPPORTED),
        ("The minister is willing to oblige farmers to put up a nest box every year.", Verdict.SUPPORTED),
        ("De minister is niet bereid boeren te verplichten nestkasten op te hangen.", Verdict.CONTRADICTED),
        ("Er zijn nog 900 broedparen van de steenuil.", Verdict.CONTRADICTED),
        ("Er zijn niet maar 900 broedparen van de steenuil.", Verdict.SUPPORTED),
        ("De minister is niet bereid de jacht op vossen in het voorjaar te verbieden.", Verdict.SUPPORTED),
        ("The minister refuses to ban fox hunting in spring.", Verdict.SUPPORTED),
        ("De minister wil de jacht op vossen in het voorjaar verbieden.", Verdict.CONTRADICTED),
    ],
)
def test_a_whole_yes_or_no_makes_a_statement_of_what_is_asked(farms: Checker, claim: str, verdict: Verdict) -> None:
    assert farms.check(claim).verdict is verdict


def test_a_yes_is_quoted_behind_what_it_answers(farms: Checker) -> None:
    checked = farms.check("De minister is bereid boeren te verplichten elk jaar een nestkast op te hangen.")
    assert [citation.quote for citation in checked.citations][1:] == ["Ja."]


@pytest.mark.parametrize("claim", ["Uilen sterven uit in Twente.", "De subsidie voor kerken wordt in 2025 verdubbeld."])
def test_a_yes_to_knowing_or_on_a_condition_bears_nothing_out(farms: Checker, claim: str) -> None:
    assert farms.check(claim).verdict is not Verdict.SUPPORTED


DIKES = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 9 september 2024

Geachte voorzitter,

De Adviescommissie Dijken heeft drie aanbevelingen gedaan over het onderhoud van dijken.

Aanbeveling 1: Laat schapen grazen

Het kabinet neemt deze aanbeveling niet over. Schapen zijn te duur.

Aanbeveling 2: Weer de muskusrat

Het kabinet neemt deze aanbeveling over. Er komen 40 vangers bij.

Aanbeveling 3: Plant wilgen

Het kabinet neemt deze aanbeveling over. De wilgen komen uit Limburg.

Overige punten

De commissie noemde in haar eerste versie nog de eikenprocessierups.

De Minister van Infrastructuur en Waterstaat,
B. Visser
"""


@pytest.fixture(scope="module")
def dikes(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2024-dijken", DIKES, bundled, tmp_path_factory.mktemp("dikes")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Het kabinet neemt aanbeveling 2 over.", Verdict.SUPPORTED),
        ("The cabinet adopts recommendation 2.", Verdict.SUPPORTED),
        ("Het kabinet neemt de tweede aanbeveling over.", Verdict.SUPPORTED),
        ("Het kabinet neemt aanbeveling 1 niet over.", Verdict.SUPPORTED),
        ("Het kabinet neemt aanbeveling 1 over.", Verdict.CONTRADICTED),
        ("Het kabinet neemt de eerste aanbeveling over.", Verdict.CONTRADICTED),
        ("Het kabinet neemt aanbeveling 2 niet over.", Verdict.CONTRADICTED),
        ("Het kabinet neemt de aanbevelingen 1 en 2 over.", Verdict.CONTRADICTED),
        ("Het kabinet neemt de aanbevelingen 2 en 3 over.", Verdict.SUPPORTED),
    ],
)
def test_what_is_claimed_of_a_number_is_held_against_what_stands_under_it(
    dikes: Checker, claim: str, verdict: Verdict
) -> None:
    assert dikes.check(claim).verdict is verdict


def test_a_number_under_which_nothing_stands_is_not_borne_out_by_another(dikes: Checker) -> None:
    assert dikes.check("Het kabinet neemt aanbeveling 4 over.").verdict is not Verdict.SUPPORTED
