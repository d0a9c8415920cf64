"""Papers in which another than the cabinet speaks, without a heading that says so."""

from datetime import date

import pytest

from rag.letters import Letter, Voice
from tests.letters.conftest import Read

A, C, N, T = Voice.AUTHORS, Voice.CABINET, Voice.NEUTRAL, Voice.THIRD_PARTY
BOTH = """\
Tweede Kamer der Staten-Generaal
Vergaderjaar 2021-2022
35 911 Regels over het houden van bijen in de
stad (Wet stadsimkers)
Nr. 4 ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER
RAPPORT1

Hieronder zijn opgenomen het advies van de Afdeling advisering van de Raad van State d.d. 3 mei 2021 en het nader
rapport d.d. 9 september 2021.

Dit advies bied ik U hierbij aan.

1. Inhoud

Het wetsvoorstel regelt waar een kast mag staan. Een kast op een dak valt er niet onder.

2. Registratie

Een register vergt veel van kleine imkers. De regering gaat daar niet op in. Deze motivering is onvoldoende.

De Afdeling adviseert de toelichting aan te vullen. Ook dient de termijn te worden gemotiveerd.

De kosten zijn laag.

Naar aanleiding van het advies is paragraaf 3 van de toelichting aangevuld. Een imker meldt zich één keer. De regering
verwacht weinig werk.

3. Handhaving

Wie handhaaft, blijft onduidelijk. De Afdeling adviseert een toezichthouder te noemen. Het klopt dat die ontbreekt.
De gemeente wordt toezichthouder.

4. Boete

Een boete raakt ook hobbyisten. De Afdeling merkt op dat de hoogte niet is gemotiveerd.

De Afdeling wijst er terecht op dat een waarschuwing volstaat. Het bedrag is gehalveerd.

De Minister van Bijen,
A. de Korf
"""


def voices(letter: Letter, heading: str) -> list[list[Voice]]:
    return [[s.voice for s in p.sentences] for p in letter.paragraphs if p.heading == heading]


def test_an_advice_and_the_answer_to_it_keep_their_own_holders(read: Read) -> None:
    letter = read(BOTH)
    assert voices(letter, "1. Inhoud") == [[N, N]]
    assert voices(letter, "2. Registratie") == [[A, A, A], [A, A], [N], [C, C, C]]
    assert voices(letter, "3. Handhaving") == [[A, A, C, C]]
    assert voices(letter, "4. Boete") == [[A, A], [C, C]]
    granted = letter.paragraphs[-1].sentences[0]
    assert granted.endorses is A


def test_the_head_of_such_a_paper_gives_its_whole_title_and_subject_and_the_day_of_the_answer(read: Read) -> None:
    letter = read(BOTH)
    assert letter.title == "ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER RAPPORT"
    assert letter.subject == "Regels over het houden van bijen in de stad (Wet stadsimkers)"
    assert letter.date == date(2021, 9, 9)
    assert "RAPPORT1" not in letter.headings


def test_a_note_of_civil_servants_is_not_the_cabinets_view(read: Read) -> None:
    letter = read(
        "Aan de Minister van Bijen\nNota over stadsimkers\nTER BESLISSING\nDatum\n4 mei 2022\nKenmerk\nDB / 123456\n"
        "Aanleiding\nDe Minister van Stad stemde op 2 mei 2022 in met het register.\n"
        "Geadviseerd besluit\nU kunt de brief ondertekenen.\n"
        "Kernpunten\nHet register is eenvoudig. De imkersbond heeft aangegeven dat zij het steunt.\n"
    )
    assert letter.title == "Nota over stadsimkers"
    assert [v for p in letter.paragraphs[1:] for v in (s.voice for s in p.sentences)] == [N, N, T]


REACTION = """\
Aan de Voorzitter van de Tweede Kamer

Hierbij stuur ik u mijn reactie op het advies van de Raad voor de Bijen (hierna: de raad). De motie van het lid Raat
(Groep Raat) betrek ik erbij. De Europese Commissie (hierna: de Commissie) kent het advies.

Reactie

{paragraph}
"""


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("De raad wijst er terecht op dat kasten hoog staan. Dat wordt anders.", [C, C]),
        ("De raad heeft er terecht op gewezen dat kasten hoog staan. Er komt een norm.", [C, C]),
        ("Terecht merkt de raad op dat kasten hoog staan. Er komt een norm.", [C, C]),
        ("De raad stelt dat de imker terecht klaagt.", [A]),
        ("De raad wil een norm. Het klopt dat die ontbreekt. Er komt een norm.", [A, C, C]),
        ("Anders dan de raad, is de regering van oordeel dat een norm helpt.", [C]),
        ("In tegenstelling tot de raad ziet het kabinet geen gevaar.", [C]),
        ("In tegenstelling tot wat de raad stelt, staan de kasten laag.", [C]),
    ],
)
def test_what_the_cabinet_grants_or_denies_an_adviser_is_the_cabinets(
    read: Read, paragraph: str, expected: list[Voice]
) -> None:
    letter = read(REACTION.format(paragraph=paragraph))
    assert [sentence.voice for sentence in letter.paragraphs[-1].sentences] == expected


def test_the_lines_of_a_template_are_no_text_of_the_letter(read: Read) -> None:
    letter = read(
        "Datum\n18 oktober 2021\nOnderwerp\nBeantwoording Kamervragen van het lid Raat over bijen op daken in de stad"
        " en de vraag of die daar wel mogen staan, ook in de winter en op monumenten\nProjectnaam\nBijen op daken\n"
        "Ons kenmerk\n4980\n\nBij beantwoording de datum en ons kenmerk vermelden. Wilt u slechts één zaak in uw brief"
        " behandelen.\n\nIn antwoord op uw brief van 7 september 2021 deel ik u mede dat de vragen zijn beantwoord.\n"
    )
    assert [paragraph.heading for paragraph in letter.paragraphs] == [None]
    assert letter.paragraphs[0].text.startswith("In antwoord op uw brief")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Door ziekte bij de imkers heeft het onderzoek vertraging opgelopen. Dat is spijtig.", [C, C]),
        ("Wij werven imkers om het onderzoek goed uit te voeren. Het onderzoek start in mei.", [C, C]),
        ("Het onderzoek laat zien dat kasten hoog staan.", [A]),
        ("Daarnaast zal de raad in mei de kasten tellen.", [C]),
        ("De motie verzoekt om een norm.", [Voice.PARLIAMENT]),
        ("De motie is hiermee uitgevoerd.", [C]),
        ("De Commissie geeft in haar voorstel aan dat kasten lager mogen staan.", [T]),
        ("De imkerbond heeft bedenkingen bij de norm.", [T]),
        ("De imkerbond plaatst kanttekeningen bij de norm.", [T]),
        ("De dienst beoordeelt de kans op ziekte als klein.", [T]),
        ("De raad wil een norm. Een verbod wijst zij af, maar zij acht een boete passend.", [A, A]),
        ("De raad kiest voor scenario B. De imkerbond wil scenario C.", [A, T]),
    ],
)
def test_only_who_says_something_holds_it(read: Read, paragraph: str, expected: list[Voice]) -> None:
    letter = read(REACTION.format(paragraph=paragraph))
    assert [sentence.voice for sentence in letter.paragraphs[-1].sentences] == expected


@pytest.mark.parametrize(
    ("paragraph", "endorsed"),
    [
        ("Ik deel het oordeel van de imkerbond over de norm.", T),
        ("De imkerbond vreest een verbod. Ik deel die zorg.", T),
        ("De raad vreest een verbod. Ik deel die zorg.", A),
        ("Ik deel de analyse van de raad.", A),
    ],
)
def test_the_view_that_the_cabinet_shares_is_that_of_whoever_it_names(
    read: Read, paragraph: str, endorsed: Voice
) -> None:
    letter = read(REACTION.format(paragraph=paragraph))
    assert letter.paragraphs[-1].sentences[-1].endorses is endorsed


def test_a_council_of_ministers_is_no_adviser_though_an_advisers_council_is_named_too(read: Read) -> None:
    letter = read(
        "Aan de Voorzitter van de Tweede Kamer\n\n"
        "In juni komt de Landbouw- en Visserijraad (hierna: de Raad) bijeen; ik stuur u mijn inzet.\n\n"
        "De Raad spreekt over bijen. Besluiten zijn niet voorzien.\n\n"
        "De Raad voor Imkers adviseerde in januari om een norm te stellen.\n"
    )
    assert all(sentence.voice is not A for sentence in letter.paragraphs[1].sentences)
