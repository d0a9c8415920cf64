"""A claim that puts together what the letter says of different things is caught, and the same said rightly passes."""

from collections.abc import Iterator

import pytest

from rag.checking.check import Checker
from rag.checking.model import Verdict
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import opened_letter

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
NOT_FOUND, PARTLY = Verdict.NOT_FOUND, Verdict.PARTLY
TEXT = """Geachte voorzitter,

Het Loodsverbond heeft laten weten dat havens het loodsgeld te hoog vinden. Rederij Nordvaart vindt het loodsgeld
daarentegen nog te laag.

In Delfzijl is het aantal aanvaringen toegenomen, in de overige havens gedaald.

Beheerders van jachthavens zijn verplicht hun steigers te laten keuren. Voor campings geldt de keuringsplicht niet.

Ik neem de volgende maatregelen: – er komt een fonds van € 3 miljoen; – Stichting Waterpret start in mei een
wervingscampagne; – het KNMI vernieuwt de stormkaart.

Per haven verandert het aantal ligplaatsen als volgt:
• Harlingen: van 80 naar 61
• Terneuzen: van 44 naar 39

Een keuring binnen een week is volgens Nordvaart niet uitvoerbaar, omdat er onvoldoende keurmeesters zijn.

Het kabinet deelt de opvatting niet dat de sleepdienst een publieke taak is.

De bijdrage van reders aan de vuurtorens moet in stand blijven.

De meldplicht geldt voor nieuwe veerboten sinds 1 maart 2021 en gaat voor bestaande veerboten uiterlijk op 1 juli 2030
gelden.

De raad adviseerde een boegvrije zone van vier keer de scheepslengte. Ik kies voor een zone van twee keer de
scheepslengte.

Het liggeld geldt voor jachten sinds 1 mei 2019; voor sleepboten gaat het uiterlijk op 1 januari 2026 gelden.

In Lemmer werden de wachttijden bij de sluis korter, terwijl zij in Muiden opliepen.

De jachthaven van Heeg telt 540 boxen, die van Grou 310.

Of de sleepdienst en de loodsdienst samengaan, daarover kan ik nog geen uitsluitsel geven.

Rijkswaterstaat acht de verlichting van de sluizen ontoereikend.

De wijziging van de Vaarwet treedt in mei in werking.

De toezichthouders letten al op het vuurtorenbesluit (IVW) en de regeling voor vrachtbrieven (RWD).

Noorwegen verzet zich tegen een tolvrije sluis. Het overleg daarover wordt voortgezet.

De ministers van Zweden en Noorwegen bezoeken de haven van Heeg.

Het Kustfonds en de Zeebank betalen de nieuwe boeien.

Schepen met een KBX7-keurmerk betalen minder havengeld.
"""


@pytest.fixture(scope="module")
def havens(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with opened_letter("2021-havens", TEXT, bundled, tmp_path_factory.mktemp("havens")) as opened:
        yield Checker(opened)


@pytest.mark.parametrize(
    "claim",
    [
        "In Delfzijl is het aantal aanvaringen gedaald.",
        "Campings zijn verplicht hun steigers te laten keuren.",
        "Het KNMI start een wervingscampagne.",
        "In Terneuzen blijven 61 ligplaatsen over.",
        "Harlingen gaat van 61 naar 80 ligplaatsen.",
        "Het kabinet vindt de sleepdienst een publieke taak.",
        "Het kabinet schaft de bijdrage van reders aan de vuurtorens af.",
        "De meldplicht voor bestaande veerboten geldt sinds 1 maart 2021.",
        "Het liggeld voor sleepboten geldt sinds 1 mei 2019.",
        "In Muiden werden de wachttijden korter.",
        "Rijkswaterstaat acht de verlichting van de sluizen voldoende.",
        "RWD let op het vuurtorenbesluit.",
        "Zweden verzet zich tegen een tolvrije sluis.",
    ],
)
def test_what_the_letter_says_of_something_else_is_contradicted(havens: Checker, claim: str) -> None:
    assert havens.check(claim).verdict is CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Rederij Nordvaart vindt het loodsgeld te laag.",
        "In Delfzijl is het aantal aanvaringen toegenomen.",
        "Jachthavens zijn verplicht hun steigers te laten keuren.",
        "Stichting Waterpret start een wervingscampagne.",
        "In Harlingen blijven 61 ligplaatsen over.",
        "Harlingen gaat van 80 naar 61 ligplaatsen.",
        "Nordvaart vindt een keuring binnen een week onuitvoerbaar.",
        "Voor bestaande veerboten geldt de meldplicht vanaf 2030.",
        "Het liggeld voor sleepboten geldt vanaf 2026.",
        "In Lemmer werden de wachttijden korter.",
        "Rijkswaterstaat acht de verlichting van de sluizen onvoldoende.",
        "De jachthaven van Grou telt 310 boxen.",
        "Of de sleepdienst en de loodsdienst samengaan, is nog niet besloten.",
        "RWD let op de regeling voor vrachtbrieven.",
        "Noorwegen verzet zich tegen een tolvrije sluis.",
        "The Kustfonds and the Zeebank pay for the new buoys.",
        "KBX7-schepen betalen minder havengeld.",
    ],
)
def test_the_same_said_of_the_right_one_is_supported(havens: Checker, claim: str) -> None:
    assert havens.check(claim).verdict is SUPPORTED


def test_a_view_of_another_party_is_not_supported(havens: Checker) -> None:
    assert havens.check("Het Loodsverbond vindt het loodsgeld te laag.").verdict is not SUPPORTED


def test_a_name_that_begins_a_list_must_stand_there(havens: Checker) -> None:
    assert havens.check("Unesco and the Zeebank pay for the new buoys.").verdict is not SUPPORTED


def test_a_number_of_another_sentence_is_not_the_one_that_is_chosen(havens: Checker) -> None:
    assert havens.check("De minister kiest voor vier keer de scheepslengte.").verdict is not SUPPORTED


@pytest.mark.parametrize("claim", ["De minister treedt af.", "Nordvaart gaat failliet."])
def test_a_short_claim_without_its_main_word_is_not_supported(havens: Checker, claim: str) -> None:
    assert havens.check(claim).verdict in (NOT_FOUND, PARTLY)


@pytest.mark.parametrize("claim", ["Rederij Nordvaart bouwt 27 schepen.", "Het kabinet wil jetski's verbieden."])
def test_what_the_letter_says_nothing_of_is_not_contradicted(havens: Checker, claim: str) -> None:
    assert havens.check(claim).verdict is not CONTRADICTED


def test_the_reason_names_a_word_and_no_mark(havens: Checker) -> None:
    gates = havens.check("De pier van Vlissingen kost € 2,5 miljoen en wordt gesloopt.").gates
    reasons = [gate.reason for gate in gates if "least for" in gate.reason]
    assert all(any(map(str.isalnum, reason.split("least for ")[1])) for reason in reasons)
    assert not any(reason.endswith(("'.'", "'2'", "'5'")) for reason in reasons)


VOTES = """Geachte voorzitter,

Vier van de negen burgemeesters bevelen aan om het nachtbad langer te openen. Drie burgemeesters zijn daartegen.
"""


@pytest.mark.parametrize(
    "claim",
    [
        "Four of the nine mayors are against opening the night pool longer, while three recommend it.",
        "Vier van de negen burgemeesters zijn tegen een langere opening van het nachtbad, terwijl drie die aanbevelen.",
    ],
)
def test_who_is_for_and_who_is_against_do_not_change_places(
    claim: str, bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with opened_letter("2029-nachtbad", VOTES, bundled, tmp_path_factory.mktemp("nachtbad")) as opened:
        assert Checker(opened).check(claim).verdict is CONTRADICTED
