"""What holds of every text: nothing lost, nothing invented, nothing counted twice."""

import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import LetterError
from rag.letters import Letter, read_letter, split_sentences
from rag.letters.dates import find_date

SIGNS = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹[].)"
"""What the number of a note, in the text or before the note, is printed with."""
HYPHENS = "-\u00ad\ufffe"

FRAGMENTS = [
    "",
    "",
    " ",
    "\f",
    "BRIEF VAN DE MINISTER VAN VISSERIJ",
    "Aan de Voorzitter van de Tweede Kamer",
    "der Staten-Generaal",
    "Den Haag, 3 juli 2020",
    "Betreft Haring",
    "Datum",
    "Ons kenmerk",
    "Postbus 20401",
    "2500 EK Den Haag",
    "Geachte voorzitter,",
    "Hoogachtend,",
    "De Minister van Visserij,",
    "A. Zeeman",
    "Vraag 1",
    "Antwoord",
    "Vragen van het lid De Vries (ABC) aan de Minister van Visserij over haring",
    "Haring",
    "1. Haring",
    "1.",
    "•",
    "• een visser;",
    "a) een schip",
    "– een kotter; en",
    "De vloot is als volgt:",
    "Tabel 1. Vloot",
    "Texel 12 34",
    "| Haven | Schepen |",
    "4 en 5",
    "Kent u de haven?",
    "1 Zie nr. 10.",
    "[1] Zie nr. 10.",
    "2 Zie ook",
    "¹ Zie nr. 11.",
    "3) Idem.",
    "17",
    "Pagina 2 van 3",
    "Blad 2 van 3",
    "IENW/BSK-2022/118204",
    "3 juli 2020",
    "t.a.v. de voorzitter",
    "kst-36477-12",
    "Tweede Kamer, vergaderjaar 2023–2024, 36 477, nr. 12",
    "De haring is terug in de zee, en dat is voor de vissers en de kust van groot be-",
    "lang, zoals de auteurs schrijven.1 2 Het kabinet deelt dat.",
    "In 20201 was dat nog anders[2] en in 1967³ ook; zie (IND)3, die",
    "Volgens de commissie is de zee leeg. Zij adviseert te wachten.",
    "1951 is lang geleden",
    "\u00a0\u200bsmal\u2028",
    "\x00\x0b\x85é",
]

soup = st.lists(
    st.sampled_from(FRAGMENTS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=40
)
lines = st.builds(str.join, st.sampled_from(["\n", "\n\n", "\r\n", "\n\f"]), soup)
anything = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\n\n\f\t\r. -19"), max_size=400)


def read(text: str) -> Letter | None:
    """The letter in a text; None where it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.txt"
        path.write_bytes(text.encode())
        try:
            return read_letter(path)
        except LetterError:
            return None


def characters(*texts: str | None) -> Counter[str]:
    """How often each printed character stands in the texts."""
    shown = unicodedata.normalize("NFC", "\n".join(text or "" for text in texts))
    return Counter(
        c for c in shown if not c.isspace() and c not in HYPHENS and unicodedata.category(c) not in ("Cc", "Cf")
    )


def pieces(letter: Letter) -> list[str | None]:
    """Every text that a letter keeps, each once."""
    kept: list[str | None] = [*letter.headings, *letter.furniture, *letter.loose_notes]
    for part in letter.parts:
        kept += [*part.head, *part.signature]
    for paragraph in letter.paragraphs:
        kept += [paragraph.text, *(note.text for note in paragraph.footnotes)]
    return kept


@settings(max_examples=400, deadline=None)
@given(lines | anything)
def test_every_printed_character_is_kept_once_and_none_is_invented(text: str) -> None:
    letter = read(text)
    if letter is None:
        return
    source, kept = characters(text), characters(*pieces(letter))
    assert kept - source == Counter()
    lost = source - kept
    assert set(lost) <= set(SIGNS)
    notes = [note for paragraph in letter.paragraphs for note in paragraph.footnotes]
    most = sum((len(str(note.number)) + 2) * (2 if note.text is not None else 1) for note in notes)
    assert lost.total() <= most


@settings(max_examples=200, deadline=None)
@given(lines)
def test_hyphens_are_lost_at_line_ends_only(text: str) -> None:
    letter = read(text)
    if letter is None:
        return
    ends = sum(
        line.rstrip("\f").rstrip().endswith("-")
        for line in unicodedata.normalize("NFC", text).replace("\f", "\n").split("\n")
    )
    lost = text.count("-") - sum((piece or "").count("-") for piece in pieces(letter))
    assert 0 <= lost <= ends


@settings(max_examples=200, deadline=None)
@given(lines | anything)
def test_paragraphs_are_numbered_from_one_and_never_empty(text: str) -> None:
    letter = read(text)
    if letter is None:
        return
    assert [p.number for p in letter.paragraphs] == list(range(1, len(letter.paragraphs) + 1))
    assert all(p.text == p.text.strip() and p.text for p in letter.paragraphs)
    assert all(letter.paragraph(p.number) is p for p in letter.paragraphs)
    assert letter.paragraph(0) is letter.paragraph(len(letter.paragraphs) + 1) is None


@settings(max_examples=200, deadline=None)
@given(lines | anything)
def test_sentences_are_slices_in_order_that_leave_out_only_spaces(text: str) -> None:
    letter = read(text)
    for paragraph in letter.paragraphs if letter else ():
        ends = 0
        for sentence in paragraph.sentences:
            assert sentence.start >= ends
            assert sentence.text == paragraph.text[sentence.start : sentence.end] != ""
            assert not paragraph.text[ends : sentence.start].strip()
            ends = sentence.end
        assert ends == len(paragraph.text)


@settings(max_examples=200, deadline=None)
@given(lines | anything)
def test_footnotes_ascend_and_stand_within_their_paragraph(text: str) -> None:
    letter = read(text)
    notes = [(p, n) for p in (letter.paragraphs if letter else ()) for n in p.footnotes]
    numbers = [note.number for _, note in notes]
    assert numbers == sorted(set(numbers))
    assert all(0 <= note.marker <= len(paragraph.text) for paragraph, note in notes)


@settings(max_examples=100, deadline=None)
@given(lines | anything)
def test_every_heading_of_a_paragraph_is_a_heading_of_the_letter(text: str) -> None:
    letter = read(text)
    for paragraph in letter.paragraphs if letter else ():
        assert letter is not None
        assert paragraph.heading is None or paragraph.heading in letter.headings


@settings(max_examples=100, deadline=None)
@given(lines | anything)
def test_reading_twice_gives_the_same_letter(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_letter_or_a_letter_error(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.txt"
        path.write_bytes(data)
        try:
            letter = read_letter(path)
        except LetterError:
            return
        assert letter.paragraphs


@given(st.text(max_size=300))
def test_spans_of_sentences_cover_all_but_white_space(text: str) -> None:
    ends = 0
    for start, end in split_sentences(text):
        assert ends <= start < end
        assert not text[ends:start].strip()
        ends = end
    assert not text[ends:].strip()


@given(st.text(alphabet="0123456789 -/januarimeiJULY", max_size=40))
def test_finding_a_date_never_fails(text: str) -> None:
    find_date(text)
