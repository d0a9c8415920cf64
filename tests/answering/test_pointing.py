"""A sentence that leans on the one before it is told from one that stands alone."""

import pytest

from rag.answering.pointing import points_back


@pytest.mark.parametrize(
    "text",
    [
        "Daarvoor ziet het kabinet binnen de begroting geen ruimte.",
        "Daartoe wordt de wet gewijzigd.",
        "Daarover is nog niet besloten.",
        "Hiervan komt de helft uit het fonds.",
        "Daar broeden elk voorjaar zwaluwen.",
        "Zij vreest een tekort.",
        "Een besluit daarover is voorbehouden aan een volgend kabinet.",
        "Voordeel daarvan is dat de kosten dalen.",
        "De Schippersbond is daar juist tegen.",
        "De sluiswacht (SW) ziet daarop toe.",
        "Ik kom hier later op terug.",
        "Het kabinet neemt deze aanbeveling gedeeltelijk over: de wet wordt niet gewijzigd.",
        "Het kabinet volgt die keuze.",
        "Vooralsnog acht het kabinet dat voorstel te duur.",
        "Het kabinet acht die gevolgtrekking te stellig, nu de zienswijzen niet binden.",
        "De regering onderschrijft deze strenge conclusie.",
        "De raad bepleit een verdubbeling van dit bedrag, aangezien elke euro loont.",
    ],
)
def test_sentence_that_points_back_is_told(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Het kabinet wijst het visum af.",
        "Deze brief geeft de reactie van het kabinet.",
        "Dit jaar is 8 miljoen euro beschikbaar.",
        "Dit kabinet kiest voor herstel.",
        "Hieronder volgen de maatregelen.",
        "Het kabinet wil dat adviezen openbaar worden.",
        "De commissie adviseert een verbod, omdat die aanpak elders werkt.",
        "Gemeenten zaaien bermen in met klaver.",
        "Ik bied uw Kamer hierbij het rapport aan.",
        "De sluis die daar ligt, is oud.",
        "De bond bepleit daarom een tweede sluis.",
        "De provincie betaalt de sluis, en de schippers varen daar gratis.",
    ],
)
def test_sentence_that_stands_alone_is_left_alone(text: str) -> None:
    assert not points_back(text)
