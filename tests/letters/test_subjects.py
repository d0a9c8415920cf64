"""A letter without a line that tells what it is about is called by what its opening says."""

import pytest

from tests.letters.conftest import Read

HEAD = """BRIEF VAN DE MINISTER VAN GELUID

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 maart 2024

"""


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Met deze brief informeer ik uw Kamer over de stemming van carillons (hierna: stemming).", "De stemming van"),
        ("Hierbij stuur ik de antwoorden op vragen van het lid Bel (KLK) over kapotte klepels.", "Kapotte klepels"),
        ("Op 2 mei bood de Klokkenraad mij zijn advies «Galmen» aan. Met deze brief reageer ik daarop.", "Galmen"),
        ("Klokken luiden over het land. Ik hoor ze graag.", "BRIEF VAN DE MINISTER VAN GELUID"),
    ],
)
def test_letter_whose_title_only_names_its_writer_is_called_by_its_opening(read: Read, opening: str, name: str) -> None:
    letter = read(HEAD + opening + "\n\nDe minister van Geluid,\nJ. Galm\n")
    assert letter.name.startswith(name)
    assert letter.title == "BRIEF VAN DE MINISTER VAN GELUID"


def test_subject_that_the_letter_states_goes_first(read: Read) -> None:
    letter = read(
        "Betreft: Torenklokken\n\nDen Haag, 3 maart 2024\n\nGeachte voorzitter,\n\n"
        "Met deze brief informeer ik u over de stemming van carillons.\n"
    )
    assert letter.name == "Torenklokken"
