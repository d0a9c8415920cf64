"""A denial in other words is no denial added or taken away; one in otherwise like words always is."""

from collections.abc import Iterator

import pytest

from rag.checking.gates import GateName
from rag.store.embedding import BundledEncoder
from tests.checking.conftest import Judge, judge_over

REWORDED = [
    ("De brug krijgt er geen tweede rijbaan bij.", "Het verzoek om de brug te verbreden leg ik naast mij neer."),
    ("Er zijn te weinig sluiswachters voor nachtdiensten.", "Voor nachtdiensten zijn niet genoeg wachters in dienst."),
    ("The grant is not meant for sailing clubs.", "De subsidie geldt voor alle sportclubs, behalve voor zeilclubs."),
    ("De lening voor de sluis is zonder rente.", "Voor de sluis verstrekt de provincie een renteloze lening."),
    ("Hoe diep de geul is, blijft onbekend.", "De diepte van de geul is niet bekend."),
    ("De dijk wordt zonder uitzondering elk voorjaar hersteld.", "De dijk wordt ieder voorjaar hersteld."),
    ("Er zijn te weinig boeien; die schieten tekort.", "De boeien die er liggen volstaan niet."),
    (
        "Dat een hogere pier de golven breekt, geloven de auteurs niet.",
        "Een hogere pier breekt de golven niet, zo stellen zij.",
    ),
    (
        "De oplossing ligt niet in baggeren, maar in een smallere geul.",
        "Een smallere geul is de oplossing, niet baggeren.",
    ),
    (
        "Voor de haven is toezicht het beginsel.",
        "Het beginsel voor de haven is toezicht, met boetes in geval van niet naleving.",
    ),
    ("Het loodswezen wijst een tweede steiger af.", "De loodsen melden dat zij tegen iedere tweede steiger zijn."),
    ("De loodsen willen geen tweede steiger.", "De loodsen melden dat zij tegen iedere tweede steiger zijn."),
    ("Een tweede steiger wordt door de roeiers afgewezen.", "De roeiers zijn tegen een tweede steiger."),
    ("The rowers oppose a second jetty.", "De roeiers zijn tegen een tweede steiger."),
    (
        "De kade verzakt door het verkeer, niet door het water.",
        "De kade verzakt niet door het water, maar door het verkeer.",
    ),
    (
        "The quay subsides because of traffic, not because of the water.",
        "De kade verzakt niet door het water, maar door het verkeer.",
    ),
    (
        "Niet het geld ontbreekt, maar het personeel.",
        "Volgens de havenmeester ontbreekt niet het geld, maar het personeel.",
    ),
    (
        "Nearly half the berths are let, and no more than a fifth of the sheds.",
        "Bijna de helft van de ligplaatsen is verhuurd, en hooguit een vijfde van de loodsen.",
    ),
    ("Almost a third of the sailings were cancelled.", "Van de afvaarten vielen er bijna drie op de tien uit."),
    ("Van de ligplaatsen stond een kwart open.", "Van de ligplaatsen was een kwart niet bezet."),
    (
        "The report does not show that the dredging has failed.",
        "Uit het rapport kan niet worden afgeleid dat het baggeren heeft gefaald.",
    ),
    ("Since last year the lighthouse has been lit.", "De vuurtoren brandt sinds vorig jaar, de eerste keer."),
]
"""A claim, and the sentence of the letter that says as much."""
TURNED = [
    ("De loodsen zijn voor een houten steiger naast de vuurtoren.",
     "De loodsen melden dat zij tegen iedere houten steiger naast de vuurtoren zijn."),
    ("De loodsen willen een houten steiger naast de vuurtoren zolang de geul niet dieper wordt.",
     "De loodsen melden dat zij tegen iedere houten steiger naast de vuurtoren zijn zolang de geul niet dieper wordt."),
    ("De kade verzakt door het water, niet door het verkeer.",
     "De kade verzakt niet door het water, maar door het verkeer."),
    ("De haven is niet open voor jachten buiten het seizoen.", "De haven is open voor jachten buiten het seizoen."),
    ("The harbour is not open to yachts outside the season.", "De haven is open voor jachten buiten het seizoen."),
    ("De molen mag niet draaien en de sluis mag niet dicht.", "De molen mag niet draaien, maar de sluis mag dicht."),
    ("Niet de molen maar de sluis is verkocht.", "Niet de sluis maar de molen is verkocht."),
    ("Bewoners dragen de kosten van het baggeren.", "De rekening voor het baggeren komt niet bij bewoners."),
    ("Extra rules for the quay are unnecessary.", "Aanvullende regels voor de kade zijn nodig."),
    ("De afspraken met de loodsen zullen wezenlijk veranderen.",
     "De wijziging zal de afspraken met de schippers en de loodsen niet wezenlijk veranderen."),
    ("Wie weigert, verliest zijn ligplaats.", "Wie weigert, behoudt zijn ligplaats."),
    ("De gemeente gelooft dat de veerpont rendabel is.", "De gemeente gelooft niet dat de veerpont rendabel is."),
    ("Het ligt niet in het toezicht, maar in de betonning.", "Het ligt niet in de betonning, maar in het toezicht."),
    ("Van de kramen stond een kwart open.", "Van de kramen was een kwart bezet."),
    ("De pier komt niet terug, zegt de burgemeester.", "De burgemeester laat de pier herbouwen."),
]  # fmt: skip
"""A claim, and the sentence of the letter that it turns round."""


@pytest.fixture(scope="module")
def harbour(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Over a letter of single sentences."""
    with judge_over((*REWORDED, *TURNED), bundled, tmp_path_factory.mktemp("harbour")) as judge:
        yield judge


@pytest.mark.parametrize(("claim", "sentence"), REWORDED)
def test_a_denial_in_other_words_turns_nothing(harbour: Judge, claim: str, sentence: str) -> None:
    assert GateName.POLARITY not in harbour.failed(claim, sentence)


@pytest.mark.parametrize(("claim", "sentence"), TURNED)
def test_a_denial_added_taken_away_or_moved_is_caught(harbour: Judge, claim: str, sentence: str) -> None:
    assert GateName.POLARITY in harbour.failed(claim, sentence)
