"""Questions that a letter answers, and numbered things that it answers one by one, are found with their answers."""

import pytest

from rag.letters import Letter, Voice
from rag.letters.exchanges import asks, exchanges
from rag.letters.labels import Label, Thing, find_labels, labels_of
from tests.letters.conftest import Read

HEAD = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 4 juni 2024

Hierbij zend ik u de antwoorden op vragen over veerponten.

De Minister van Infrastructuur en Waterstaat,
B. Visser

"""
BARE = """\
1
Kent u het bericht over de pont bij Schalkwijk?

Antwoord
Ja.

2 en 3
Hoeveel ponten zijn er? Zijn dat er minder dan in 2015?

Antwoord op vraag 2 en 3
Er varen 310 ponten.

Nee, dat zijn er meer.

4
Wanneer komt er een subsidie?

Antwoord
De subsidie start in 2026.
"""
LISTED = """\
Vraag 1
Bent u bereid de pont te redden?

Vraag 2
Wie betaalt dat?

Antwoord 1
Daartoe ben ik bereid.

Antwoord 2
De provincie betaalt.
"""
ADVICE = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 4 juni 2024

Geachte voorzitter,

De raad voor de binnenvaart doet vier aanbevelingen.

Aanbeveling 1: Red de ponten

Deze aanbeveling neem ik over.

Reactie op de aanbevelingen 2 en 3

Deze aanbevelingen wijs ik af.

Overig

Aanbeveling 4: de raad wil gratis ponten. Dat kan niet.

De Minister van Infrastructuur en Waterstaat,
B. Visser
"""


def answers(letter: Letter) -> dict[str, list[str]]:
    """The answers of a letter by how their questions begin."""
    found = exchanges(letter).answers.items()
    texts = {paragraph.number: paragraph.text for paragraph in letter.paragraphs}
    return {texts[asked].split()[0]: [texts[number] for number in numbers] for asked, numbers in found}


def test_number_alone_above_a_question_labels_it_and_leaves_the_answer_to_the_minister(read: Read) -> None:
    letter = read(HEAD + BARE)
    assert answers(letter) == {
        "Kent": ["Ja."],
        "Hoeveel": ["Er varen 310 ponten.", "Nee, dat zijn er meer."],
        "Wanneer": ["De subsidie start in 2026."],
    }
    voices = {sentence.voice for one in letter.paragraphs for sentence in one.sentences if sentence.text.endswith("?")}
    assert voices == {Voice.PARLIAMENT}


def test_questions_put_all_at_once_are_answered_by_number(read: Read) -> None:
    assert answers(read(HEAD + LISTED)) == {"Bent": ["Daartoe ben ik bereid."], "Wie": ["De provincie betaalt."]}


def test_what_leads_up_to_a_question_only_asks_too(read: Read) -> None:
    letter = read(HEAD + "Vraag 1\nDe pont ligt stil. Wat doet u?\n\nAntwoord 1\nIk zoek een schipper.\n")
    assert [[asks(one, index) for index in range(len(one.sentences))] for one in letter.paragraphs[1:]] == [
        [True, True],
        [False],
    ]


def test_recommendation_is_found_under_its_heading_or_at_the_head_of_its_paragraph(read: Read) -> None:
    letter = read(ADVICE)
    texts = {paragraph.number: paragraph.text.split()[-1] for paragraph in letter.paragraphs}
    found = {label.number: [texts[number] for number in numbers] for label, numbers in labels_of(letter).items()}
    assert found == {1: ["over."], 2: ["af."], 3: ["af."], 4: ["niet."]}


@pytest.mark.parametrize(
    ("text", "thing", "numbers"),
    [
        ("Wat is de reactie op aanbeveling 3 en 4?", Thing.RECOMMENDATION, [3, 4]),
        ("What does the minister make of the third recommendation?", Thing.RECOMMENDATION, [3]),
        ("Geef antwoord 8", Thing.ANSWER, [8]),
        ("What was the answer to question 2?", Thing.ANSWER, [2]),
        ("Deelt het kabinet de tweede conclusie?", Thing.CONCLUSION, [2]),
        ("Beslispunten 2 t/m 4", Thing.DECISION, [2, 3, 4]),
    ],
)
def test_numbered_things_are_read_in_both_languages(text: str, thing: Thing, numbers: list[int]) -> None:
    assert [one.labels for one in find_labels(text)] == [tuple(Label(thing=thing, number=one) for one in numbers)]


@pytest.mark.parametrize("text", ["Kost maatregel 1,5 miljoen?", "De vraag is 20% hoger.", "Vraag 2024-12"])
def test_other_numbers_behind_such_a_word_label_nothing(text: str) -> None:
    assert find_labels(text) == ()
