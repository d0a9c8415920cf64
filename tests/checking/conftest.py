"""Two small letters about subjects of their own, indexed once, and a checker over them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rag.answering.citations import cite
from rag.answering.model import Claim
from rag.checking.align import Aligner
from rag.checking.check import Checker
from rag.checking.gates import Context, GateName, statement_gates
from rag.checking.model import Checked, Place
from rag.letters import Voice
from rag.settings import Settings
from rag.store.embedding import BundledEncoder, Encoder
from rag.store.index import Index
from rag.store.indexing import index_letters
from tests.answering.conftest import BEES, BEES_TEXT, MILLS, MILLS_ENGLISH, MILLS_TEXT
from tests.conftest import Library
from tests.doubles import WordEncoder

CARE = "2022-jeugdzorg"
CARE_TEXT = """Betreft: Reactie op het advies over wachttijden

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 11 april 2022

Geachte voorzitter,

Op 3 februari 2022 heeft de Raad voor Jeugd en Gezin (hierna: de Raad) mij het advies «Niet langer wachten» aangeboden.

Bevindingen van de Raad

De Raad constateert dat 14.600 kinderen langer dan negen weken op een eerste gesprek wachten. Volgens de Raad is niet
het geld, maar het gebrek aan personeel de oorzaak. In Friesland is de wachttijd sinds 2019 verdubbeld.

De Raad beveelt aan om gemeenten te verplichten hun inkoop regionaal te organiseren.

Standpunt van het kabinet

Het kabinet deelt de analyse dat vooral personeel ontbreekt. Ik overweeg een subsidie voor regio's die vrijwillig
samenwerken.

De eigen bijdrage vervalt per 1 januari 2024, tenzij de Eerste Kamer het wetsvoorstel verwerpt. Het kabinet trekt
hiervoor € 38 miljoen uit, waarvan 12 miljoen voor Drenthe.

De VNG waarschuwt dat kleine gemeenten de kosten niet kunnen dragen. Het kabinet zal het budget niet verhogen.

Sommige ouders wachten het gesprek niet af.

De Minister voor Langdurige Zorg en Sport,

C. Helder
"""


LISTS = "2021-kust"
LISTS_TEXT = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 maart 2021

Geachte voorzitter,

Het kabinet wijst op de voorstellen van de Europese Commissie in 2016 en 2018, die in september 2020 zijn ingetrokken
door de Commissie na overleg met het kabinet over de voorstellen.

De minister van Kust en Zee,

A.B. Zandstra
"""


@pytest.fixture(scope="session")
def index(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Over three letters; the one about windmills has a partial rendering."""
    folder = tmp_path_factory.mktemp("checking")
    chosen = Settings(index_dir=folder / "index")
    library = Library(letters=folder, settings=chosen, encoder=WordEncoder())
    for name, text in ((MILLS, MILLS_TEXT), (BEES, BEES_TEXT), (CARE, CARE_TEXT)):
        library.write(name, text)
    library.render(MILLS, MILLS_ENGLISH)
    index_letters([folder], chosen, encoder=bundled)
    opened = Index.open(chosen, encoder=bundled)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def checker(index: Index) -> Checker:
    return Checker(index)


@contextmanager
def opened_letter(name: str, text: str, encoder: Encoder, folder: Path) -> Iterator[Index]:
    """The index of one letter, in an empty folder."""
    chosen = Settings(index_dir=folder / "index")
    Library(letters=folder, settings=chosen, encoder=WordEncoder()).write(name, text)
    index_letters([folder], chosen, encoder=encoder)
    opened = Index.open(chosen, encoder=encoder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def lists(bundled: BundledEncoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    """Over a letter with numbers in lists."""
    with opened_letter(LISTS, LISTS_TEXT, bundled, tmp_path_factory.mktemp("lists")) as opened:
        yield Checker(opened)


@contextmanager
def judge_over(rows: Iterable[tuple[str, str]], encoder: Encoder, folder: Path) -> Iterator["Judge"]:
    """Over a letter of the single sentences that stand beside claims."""
    text = "\n\n".join(["Geachte voorzitter,", *dict.fromkeys(sentence for _, sentence in rows)])
    with opened_letter("2020-haven", text, encoder, folder) as opened:
        yield Judge(opened)


class Judge:
    """Holds a claim against one sentence of a letter, found by its beginning."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._gates = statement_gates(Aligner(index))

    def failed(self, text: str, beginning: str) -> set[GateName]:
        """The gates that a claim in own words does not pass when it rests on the sentence that begins so."""
        claim = self.claim(text, beginning)
        places = frozenset((c.letter, c.paragraph) for c in claim.citations if c.paragraph is not None)
        context = Context(letters=self._index.letters, retrieved=places)
        return {result.gate for gate in self._gates if not (result := gate(claim, context)).passed}

    def claim(self, text: str, beginning: str) -> Claim:
        """The claim with the sentence as its citation."""
        letter, paragraph, sentence = next(
            (letter, paragraph, sentence)
            for letter in self._index.letters.values()
            for paragraph in letter.paragraphs
            for sentence in paragraph.sentences
            if sentence.text.startswith(beginning)
        )
        citation = cite(letter, paragraph, sentence.start, sentence.end)
        return Claim(text=text, voice=Voice.NEUTRAL, citations=(citation,), is_own_words=True)


@pytest.fixture(scope="session")
def judge(index: Index) -> Judge:
    return Judge(index)


def everywhere(index: Index, letter: str) -> list[Place]:
    """Every paragraph of a letter, as cited for a claim."""
    return [Place(letter=letter, paragraph=one.number) for one in index.letters[letter].paragraphs]


def failed_gates(checked: Checked) -> set[GateName]:
    return {result.gate for result in checked.gates if not result.passed}
