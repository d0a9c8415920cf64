"""The seed letter against a reading by hand: text, headings, footnotes, parts and voices."""

import json
from datetime import date
from itertools import chain

import pytest

from rag.letters import Letter, PartName, Voice
from tests.letters.conftest import ROOT

GOLD = json.loads((ROOT / "tests/data/gold/2020-vluchtelingenverdrag.json").read_text(encoding="utf-8"))
SIGNATORY = "De Staatssecretaris van Justitie en Veiligheid, A. Broekers-Knol"


def test_seed_has_exactly_the_golds_paragraphs(seed: Letter) -> None:
    read = [(p.number, p.heading, p.text) for p in seed.paragraphs]
    assert read == [(p["number"], p["heading"], p["text"]) for p in GOLD["paragraphs"]]


def test_seed_has_exactly_the_golds_headings(seed: Letter) -> None:
    assert list(seed.headings) == GOLD["headings"]


def test_seed_has_exactly_the_golds_sentences(seed: Letter) -> None:
    read = [[sentence.text for sentence in p.sentences] for p in seed.paragraphs]
    assert read == [[sentence["text"] for sentence in p["sentences"]] for p in GOLD["paragraphs"]]


def test_seed_voices_agree_with_a_careful_reader(seed: Letter) -> None:
    read = [s.voice for p in seed.paragraphs for s in p.sentences]
    gold = [s["voice"] for p in GOLD["paragraphs"] for s in p["sentences"]]
    agreed = sum(ours == theirs for ours, theirs in zip(read, gold, strict=True))
    assert agreed / len(gold) >= 0.97


def test_seed_never_gives_the_cabinet_a_view_of_others(seed: Letter) -> None:
    gold = chain.from_iterable(p["sentences"] for p in GOLD["paragraphs"])
    read = chain.from_iterable(p.sentences for p in seed.paragraphs)
    others = ("authors", "parliament", "third_party")
    wrong = [
        ours.text
        for ours, theirs in zip(read, gold, strict=True)
        if ours.voice is Voice.CABINET and theirs["voice"] in others and theirs["also"] != "cabinet"
    ]
    assert wrong == []


def test_seed_marks_what_the_cabinet_endorses(seed: Letter) -> None:
    endorsed = {p.number for p in seed.paragraphs for s in p.sentences if s.endorses is Voice.AUTHORS}
    assert {12, 17, 25, 26, 27} <= endorsed


def test_seed_has_a_covering_note_and_the_letter_that_it_forwards(seed: Letter) -> None:
    note, letter = seed.parts
    assert (note.name, note.title, note.date, note.addressee) == (PartName.COVERING_NOTE, None, None, None)
    assert letter.name is PartName.LETTER
    assert letter.title == "BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID"
    assert letter.date == date(2020, 7, 3)
    assert letter.addressee == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert note.signatory == letter.signatory == SIGNATORY
    assert [p.number for p in seed.paragraphs if p.part is PartName.COVERING_NOTE] == [1]


def test_seeds_facts_are_those_of_the_letter_proper(seed: Letter) -> None:
    main = seed.parts[-1]
    assert (seed.title, seed.date, seed.addressee, seed.signatory, seed.kind) == (
        main.title,
        main.date,
        main.addressee,
        main.signatory,
        "letter",
    )


FOOTNOTES = [
    (1, 1, "10 maart 2020", None),
    (2, 2, "aanknopingspunt»", "Ter inzage gelegd bij de Directie Inhoud."),
    (3, 13, "asielzoekers.", "Kamerstukken II, 2019–2020, 19 637 nr. 2563."),
    (4, 13, "asielzoekers.", "Kamerstukken II, 2019–2020, 19 637, nr. 2572."),
    (5, 19, "(IND)", "http://www.rijksbegroting.nl/2020/voorbereiding/begroting,kst264845_17.html."),
    (6, 19, "asielzoekers.", "Kamerstukken II, 2017–2018, 19 637, nr. 2415"),
    (7, 28, "25 oktober 2018", "Kamerstukken II, vergaderjaar 2018–2019, 22 112 nr. 2716."),
    (8, 28, "gesteund.", "Vanwege het ontbreken van zicht op overeenstemming op andere GEAS-voorstellen, zoals de "
     "Dublinverordening, en het vasthouden aan de pakketbenadering (pas akkoord van beide EU-wetgevers op een"
     " afzonderlijk "
     "voorstel als er ook overeenstemming is over de andere voorstellen) zijn de EASO-voorstellen van 2016 en 2018 tot "
     "dusverre nog niet aangenomen door de Unie-wetgever."),
]  # fmt: skip


@pytest.mark.parametrize(("number", "paragraph", "before", "text"), FOOTNOTES)
def test_seed_footnote_hangs_where_its_marker_stood(
    seed: Letter, number: int, paragraph: int, before: str, text: str | None
) -> None:
    found = seed.footnote(number)
    assert found is not None
    where, note = found
    assert (where.number, note.text) == (paragraph, text)
    assert where.text[: note.marker].endswith(before)


def test_seed_reports_the_note_that_its_file_lacks(seed: Letter) -> None:
    assert seed.problems == ("Footnote 1 has a marker in §1 but no text in the file.",)


def test_seed_leaves_nothing_over(seed: Letter) -> None:
    assert seed.furniture == ()
    assert seed.loose_notes == ()
    assert seed.letterhead == ()
    assert seed.parts[0].head == ()


def test_seed_is_rendered_whole(seed: Letter) -> None:
    assert seed.rendering is not None
    missing = [
        (p.number, index)
        for p in seed.paragraphs
        for index in range(len(p.sentences))
        if seed.rendering.sentence(p.number, index) is None
    ]
    assert missing == []
