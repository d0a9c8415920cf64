"""Two small letters about subjects of their own, and the assistant over both, once a session."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from rag.answering.model import Answer
from rag.answering.request import Answerer
from rag.assistant import Assistant
from rag.letters import Letter, Voice, read_letter
from rag.settings import Settings
from rag.store.embedding import BundledEncoder
from rag.store.index import Index
from rag.store.indexing import index_letters
from tests.conftest import Library
from tests.doubles import WordEncoder

MILLS, BEES = "2022-molens", "2023-bijen"
MILLS_TEXT = """Betreft: Reactie op het rapport Draaiende wieken

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 14 september 2022

Geachte voorzitter,

Met deze brief geeft het kabinet zijn reactie op het rapport Draaiende wieken over het behoud van historische molens.1

Bevindingen van de auteurs

De auteurs stellen vast dat Nederland nog 1.200 historische molens telt. Volgens de auteurs is houtrot de grootste
bedreiging voor de wieken.

De auteurs bevelen aan om elke molenaar te verplichten tot een brandverzekering. De auteurs pleiten ook voor een
jaarlijkse open dag voor scholieren.

Reactie van het kabinet

Het kabinet deelt de zorg van de auteurs over houtrot in de wieken. Het kabinet stelt 6 miljoen euro beschikbaar voor
herstel door timmerlieden.2

Het kabinet neemt de verplichte brandverzekering niet over. Een verplichting jaagt vrijwilligers op kosten.

De korenschuur in Zierikzee blijft gesloten. Daar broeden elk voorjaar 340 zwaluwen.

Het kabinet wil de sloop van molens verder beperken.

Vergunningen

De Erfgoedwet bepaalt dat niemand een molen zonder vergunning mag slopen.

Het kabinet betreurt dat in 2019 twee molens door brand verloren gingen.3

Vervolg

Het kabinet stuurt uw Kamer in maart 2024 een nieuw overzicht van de onderhoudskosten.

De staatssecretaris van Onderwijs, Cultuur en Wetenschap,

G. Uslu

1 Stichting Erfgoedhout, Draaiende wieken, Utrecht 2021.

2 Kamerstukken II 2021/22, 32 820, nr. 461.

3 Dat waren poldermolen De Kievit in Lisse en korenmolen De Eendracht in Dokkum.
"""
MILLS_ENGLISH = {
    (2, 1): "The authors find that the Netherlands still has 1,200 historic windmills.",
    (2, 2): "According to the authors, wood rot is the greatest threat to the sails.",
    (3, 1): "The authors recommend obliging every miller to take out fire insurance.",
    (4, 1): "The cabinet shares the authors' concern about wood rot in the sails.",
    (4, 2): "The cabinet makes 6 million euros available for repairs by carpenters.",
    (5, 1): "The cabinet does not adopt compulsory fire insurance.",
    (5, 2): "An obligation puts volunteers to expense.",
    (7, 1): "The cabinet wants to restrict the demolition of windmills further.",
}
"""English by paragraph and sentence; the rest of the letter has none."""
BEES_TEXT = """Betreft: Maatregelen tegen bijensterfte

Den Haag, 6 februari 2023

Geachte voorzitter,

Imkers verloren afgelopen winter 14 procent van hun bijenvolken. De varroamijt is daarvan de oorzaak.

Het kabinet verbiedt per 1 juli 2025 het bestrijdingsmiddel Nectarine langs bermen.1 Gemeenten zaaien bermen in met
klaver.2

De minister van Landbouw, Natuur en Voedselkwaliteit,

P. Adema

1 Zie het Bijenplan 2023, bladzijde 8.
"""
"""Names nobody to whom it is addressed; its second note has a marker but no text."""
NOTE_AND_LETTER_TEXT = """Aan de Voorzitter van de Eerste Kamer der Staten-Generaal

Hierbij stuur ik uw Kamer een afschrift van mijn brief over zwemles.

De staatssecretaris van Sport,
B. Duiker

BRIEF VAN DE STAATSSECRETARIS VAN SPORT

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 19 juni 2024

Elk kind krijgt zwemles op school.

De staatssecretaris van Sport,
B. Duiker
"""
"""An undated covering note (§1), and the letter that it forwards (§2)."""
UNTITLED_TEXT = """Geachte voorzitter,

Elk kind krijgt zwemles op school.
"""
"""Nothing but a sentence: no title, date, addressee or signature."""


Open = Callable[..., Assistant]


@pytest.fixture(scope="session")
def open_over(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Makes an assistant over letters, given as texts by id; the one about windmills has a partial rendering."""
    opened: list[Assistant] = []

    def open_letters(
        letters: Mapping[str, str], answerer: Answerer | None = None, top_paragraphs: int = 10
    ) -> Assistant:
        folder = tmp_path_factory.mktemp("answering")
        chosen = Settings(index_dir=folder / "index", top_paragraphs=top_paragraphs)
        library = Library(letters=folder, settings=chosen, encoder=WordEncoder())
        for name, text in letters.items():
            library.write(name, text)
            if text == MILLS_TEXT:
                library.render(name, MILLS_ENGLISH)
        index_letters([folder], chosen, encoder=bundled)
        opened.append(Assistant(Index.open(chosen, encoder=bundled), chosen, answerer=answerer))
        return opened[-1]

    yield open_letters
    for assistant in opened:
        assistant.close()


@pytest.fixture(scope="session")
def assistant(open_over: Open) -> Assistant:
    """Over both letters."""
    return open_over({MILLS: MILLS_TEXT, BEES: BEES_TEXT})


@pytest.fixture(scope="session")
def alone(open_over: Open) -> Assistant:
    """Over the letter about windmills only."""
    return open_over({MILLS: MILLS_TEXT})


@pytest.fixture(scope="session")
def mills(assistant: Assistant) -> Letter:
    return assistant.letters[MILLS]


@pytest.fixture(scope="session")
def bees(assistant: Assistant) -> Letter:
    return assistant.letters[BEES]


Read = Callable[[str], Letter]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a text as the letter `2024-brief`."""

    def read_text(text: str) -> Letter:
        path = tmp_path / "2024-brief.txt"
        path.write_text(text, encoding="utf-8")
        return read_letter(path)

    return read_text


def quotes(answer: Answer) -> list[str]:
    """The letters' words in an answer, in its order."""
    return [citation.quote for claim in answer.claims for citation in claim.citations]


def places(answer: Answer) -> list[tuple[str, int | None]]:
    """The letter and paragraph that each claim cites first, in order."""
    return [(claim.citations[0].letter, claim.citations[0].paragraph) for claim in answer.claims]


def voices(answer: Answer) -> list[Voice]:
    """Who holds each claim, in order."""
    return [claim.voice for claim in answer.claims]
