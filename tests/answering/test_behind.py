"""What stands behind a quoted sentence and changes how it reads is quoted too."""

import pytest

from rag.assistant import Assistant
from tests.answering.conftest import Open, quotes

FERRIES = """Betreft: Toekomst van de veerdiensten

Den Haag, 3 maart 2026

Geachte voorzitter,

Overtochten

De vereniging Rivierveren (VRV) heeft gepleit voor gratis overtochten voor fietsers. Ik acht dat niet betaalbaar.

De pont bij Lith blijft alleen varen als de provincie meebetaalt. Lukt dat niet voor 1 mei 2027, dan stopt de dienst.

Gezondheid

Bij schippers van dieselveren is mogelijk sprake van een verhoogd risico op oogklachten. Britse cijfers wijzen op acht
gevallen per jaar. Een oorzakelijk verband is niet aangetoond.

Regels

In 2015 is het Verenbesluit voor advies voorgelegd aan de Raad voor de Scheepvaart. In zijn advies oordeelde de raad dat
schippers te weinig ruimte krijgen.

De vakbond Nautilus vindt het vaarexamen te licht. De bond pleit voor een praktijkproef van twee uur.

Het kabinet voert geen landelijk vaarbewijs in. De controle ervan zou te veel mensen vergen.

Onderhoud

De uitgaven van het kabinet zijn als volgt (in miljoenen euro's):
Maatregel 2026 2027
Herstel van steigers 4 7
Vervanging van loopplanken 2 3
"""
ANSWERS = """Betreft: Beantwoording Kamervragen over zwaar vuurwerk op het strand

Den Haag, 9 april 2026

Geachte voorzitter,

Vraag 1

Bent u bereid de gevolgen van lawaai voor zeehonden te laten onderzoeken?

Antwoord op vraag 1

Zeehonden worden op elke zandbank geteld door vrijwilligers van de Waddenvereniging. Gewonde zeehonden gaan naar de
opvang in Pieterburen. Ik zie geen aanleiding om het gevraagde onderzoek te laten uitvoeren.
"""


@pytest.fixture(scope="module")
def ferries(open_over: Open) -> Assistant:
    return open_over({"2026-veren": FERRIES, "2026-zeehonden": ANSWERS})


@pytest.mark.parametrize(
    ("question", "quoted", "behind"),
    [
        ("Komen er gratis overtochten voor fietsers?", "gepleit voor gratis", "Ik acht dat niet betaalbaar."),
        ("Blijft de pont bij Lith varen?", "meebetaalt", "Lukt dat niet voor 1 mei 2027"),
        ("Krijgen schippers van dieselveren oogklachten?", "mogelijk sprake", "verband is niet aangetoond."),
        ("Wat zei de Raad voor de Scheepvaart over het Verenbesluit?", "voorgelegd", "te weinig ruimte"),
        ("Waarom komt er geen landelijk vaarbewijs?", "geen landelijk vaarbewijs", "te veel mensen vergen."),
    ],
)
def test_what_refuses_answers_or_explains_a_sentence_comes_behind_it(
    ferries: Assistant, question: str, quoted: str, behind: str
) -> None:
    told = quotes(ferries.ask(question))
    places = [next(place for place, quote in enumerate(told) if words in quote) for words in (quoted, behind)]
    assert places[0] < places[1]


def test_question_of_parliament_is_answered_with_what_is_decided_on_it(ferries: Assistant) -> None:
    told = quotes(ferries.ask("Gaat de minister het lawaai voor zeehonden laten onderzoeken?"))
    assert any("Ik zie geen aanleiding" in quote for quote in told)


def test_whoever_is_called_by_kind_alone_is_named_by_the_sentence_before(ferries: Assistant) -> None:
    told = quotes(ferries.ask("Wie wil een praktijkproef van twee uur?"))
    assert any("Nautilus" in quote for quote in told)


def test_row_of_a_table_comes_with_what_its_numbers_are_counted_in(ferries: Assistant) -> None:
    told = quotes(ferries.ask("Hoeveel geld gaat er naar herstel van steigers in 2027?"))
    assert any("in miljoenen euro's" in quote for quote in told)
    assert "Herstel van steigers 4 7" in told


def test_second_of_two_questions_in_one_is_answered_from_the_same_paragraph(ferries: Assistant) -> None:
    told = quotes(ferries.ask("Wie vindt het vaarexamen te licht en wat voor proef moet er komen?"))
    assert any("te licht" in quote for quote in told)
    assert any("praktijkproef" in quote for quote in told)
