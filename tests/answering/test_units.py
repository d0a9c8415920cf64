"""An item is shown under what opens its list, a row under its table's first, and a list with all that it holds."""

import pytest

from rag.assistant import Assistant
from tests.answering.conftest import BEES, BEES_TEXT, Open, quotes

ITEMS = [
    "– de dienst Rivieren plaatst in 2026 een noodpomp bij Wilsum;",
    "– zeilboten betalen voortaan 14 euro per schutting;",
    "– ik onderzoek of de sluis bij Zalk een tweede kolk krijgt.",
]
LEAD = "Om wachttijden bij sluizen te bekorten neem ik de volgende maatregelen:"
HEAD = "Sluis – aantal schepen – verval"
ROWS = ["Ewijk – 1.340 – 2,7 meter", "Grave – 960 – 3,1 meter", "Linne – 410 – 4,6 meter"]
LOCKS_TEXT = f"""Den Haag, 3 april 2025

Geachte voorzitter,

Met deze brief informeer ik uw Kamer over de sluizen.

{LEAD}
{chr(10).join(ITEMS)}

De schippersbond Krab bepleit dat de sluizen ook op zondag open zijn. Daar ben ik niet voor.

De volgorde is:
a. lege tankers wachten voortaan buiten de kolk;
b. rondvaartboten gaan voor.

Rederij Kluut heeft bezwaar tegen maatregel a.

De commissie-Sluis trekt twee conclusies over het personeel:

1. Er zijn te weinig sluiswachters.

2. De opleiding tot sluiswachter duurt te lang.

Tabel 1. Drukte bij sluizen

{HEAD}
{chr(10).join(ROWS)}

Volgend jaar meld ik u de uitkomst.
"""


@pytest.fixture(scope="module")
def locks(open_over: Open) -> Assistant:
    """Over a letter with lists and a table, and one about something else."""
    return open_over({"2025-sluizen": LOCKS_TEXT, BEES: BEES_TEXT})


@pytest.mark.parametrize(
    ("question", "opening", "found"),
    [
        ("Hoeveel betalen zeilboten voortaan per schutting?", LEAD, ITEMS[1]),
        ("Waar komt in 2026 een noodpomp?", LEAD, ITEMS[0]),
        ("Hoeveel schepen waren er bij Grave?", HEAD, ROWS[1]),
    ],
)
def test_item_or_row_stands_under_what_opens_its_list_or_table(
    locks: Assistant, question: str, opening: str, found: str
) -> None:
    given = quotes(locks.ask(question))
    assert opening in given[: given.index(found)]


def test_what_opens_a_list_stands_with_the_whole_list(locks: Assistant) -> None:
    given = quotes(locks.ask("Welke maatregelen worden genomen om wachttijden bij sluizen te bekorten?"))
    assert [quote for quote in given if quote in {LEAD, *ITEMS}] == [LEAD, *ITEMS]


def test_sentence_that_names_an_item_comes_after_it(locks: Assistant) -> None:
    given = quotes(locks.ask("Waar heeft rederij Kluut bezwaar tegen?"))
    assert given[:2] == [
        "a. lege tankers wachten voortaan buiten de kolk;",
        "Rederij Kluut heeft bezwaar tegen maatregel a.",
    ]


def test_table_asked_for_is_shown_from_its_caption_on(locks: Assistant) -> None:
    given = quotes(locks.ask("Welke drukte is er bij sluizen, per sluis?"))
    table = ["Tabel 1. Drukte bij sluizen", HEAD, *ROWS]
    assert [quote for quote in given if quote in table[1:]] == table[1:]


def test_list_whose_items_are_paragraphs_stands_with_what_opens_it(locks: Assistant) -> None:
    given = quotes(locks.ask("Wat zijn de conclusies van de commissie-Sluis over het personeel?"))
    assert given == [
        "De commissie-Sluis trekt twee conclusies over het personeel:",
        "1. Er zijn te weinig sluiswachters.",
        "2. De opleiding tot sluiswachter duurt te lang.",
    ]


def test_summary_has_no_item_or_row_without_what_opens_it(locks: Assistant) -> None:
    given = quotes(locks.ask("Vat de brief 2025-sluizen samen."))
    for opening, listed in ((LEAD, ITEMS), (HEAD, ROWS)):
        assert all(given[given.index(one) - 1] == opening for one in listed if one in given)
        assert opening not in given or given[given.index(opening) + 1] in listed
