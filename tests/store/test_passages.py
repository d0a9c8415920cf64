"""Passages are windows of one to three sentences that never leave their paragraph."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rag.letters import Footnote, Letter, Paragraph, PartName, Rendering, Sentence, Voice
from rag.store.passages import WINDOWS, cut, sentence_at

words = st.text("abc é.§", min_size=1, max_size=12).filter(str.strip)


def paragraph(number: int, texts: list[str], *, notes: tuple[Footnote, ...] = ()) -> Paragraph:
    sentences, start = [], 0
    for text in texts:
        sentence = Sentence(start=start, end=start + len(text), text=text, voice=Voice.NEUTRAL, reason="a test")
        sentences.append(sentence)
        start += len(text) + 1
    return Paragraph(
        number=number,
        part=PartName.LETTER,
        heading="Kop",
        text=" ".join(texts),
        sentences=tuple(sentences),
        footnotes=notes,
    )


def letter(paragraphs: list[Paragraph], rendering: Rendering | None = None) -> Letter:
    return Letter(
        id="2024-brief",
        source_file="2024-brief.txt",
        title=None,
        subject="Onderwerp",
        kind=None,
        date=None,
        addressee=None,
        signatory=None,
        parts=(),
        headings=("Kop",),
        paragraphs=tuple(paragraphs),
        rendering=rendering,
    )


def rendering(sentences: dict[int, tuple[str | None, ...]], **changes: object) -> Rendering:
    plain = Rendering(made_by="a test", date="2024", note="", sentences=sentences, footnotes={}, headings={})
    return replace(plain, **changes)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    texts = draw(st.lists(st.lists(words, min_size=1, max_size=6), min_size=1, max_size=4))
    english = {n: tuple(draw(st.none() | words) for _ in some) for n, some in enumerate(texts, start=1)}
    made = rendering(english) if draw(st.booleans()) else None
    return letter([paragraph(n, some) for n, some in enumerate(texts, start=1)], made)


@given(letters())
def test_every_sentence_is_in_a_passage_of_its_own(one: Letter) -> None:
    dutch = [passage for passage in cut(one, use_rendering=True) if passage.language == "nl"]
    for part in one.paragraphs:
        for index, sentence in enumerate(part.sentences):
            own = [p for p in dutch if (p.paragraph, p.first, p.last) == (part.number, index, index)]
            assert [p.text for p in own] == [sentence.text]


@given(letters())
def test_passages_never_leave_their_paragraph(one: Letter) -> None:
    for passage in cut(one, use_rendering=True):
        sentences = one.paragraphs[passage.paragraph - 1].sentences
        assert 0 <= passage.first <= passage.last < len(sentences)
        assert passage.last - passage.first + 1 in WINDOWS
        if passage.language == "nl":
            assert passage.text == " ".join(s.text for s in sentences[passage.first : passage.last + 1])


@given(letters())
def test_english_passages_have_a_row_for_each_sentence(one: Letter) -> None:
    for passage in cut(one, use_rendering=True):
        if passage.language == "en":
            assert one.rendering is not None
            run = range(passage.first, passage.last + 1)
            texts = [one.rendering.sentence(passage.paragraph, index) for index in run]
            assert None not in texts
            assert passage.text == " ".join(filter(None, texts))


@given(letters())
def test_no_passage_comes_twice(one: Letter) -> None:
    places = [(p.paragraph, p.first, p.last, p.footnote, p.language) for p in cut(one, use_rendering=True)]
    assert len(places) == len(set(places))


def test_windows_are_all_runs_of_one_two_and_three_sentences() -> None:
    passages = cut(letter([paragraph(1, ["A.", "B.", "C.", "D."])]), use_rendering=True)
    assert [passage.text for passage in passages] == [
        *("A.", "B.", "C.", "D."),
        *("A. B.", "B. C.", "C. D."),
        *("A. B. C.", "B. C. D."),
    ]


def test_context_is_subject_and_heading() -> None:
    (passage,) = cut(letter([paragraph(1, ["A."])]), use_rendering=True)
    assert passage.context == "Onderwerp Kop"


def test_rendering_can_be_left_out() -> None:
    one = letter([paragraph(1, ["A."])], rendering({1: ("One.",)}))
    assert [p.text for p in cut(one, use_rendering=True)] == ["A.", "One."]
    assert [p.text for p in cut(one, use_rendering=False)] == ["A."]


def test_footnote_is_a_passage_at_its_sentence_and_one_without_text_is_none() -> None:
    notes = (Footnote(number=7, text="Zie het Jaarplan.", marker=4), Footnote(number=8, text=None, marker=1))
    one = letter([paragraph(1, ["A.", "B."], notes=notes)], rendering({}, footnotes={7: "See the Plan."}))
    found = [p for p in cut(one, use_rendering=True) if p.footnote]
    assert [(p.footnote, p.first, p.last, p.language, p.text) for p in found] == [
        (7, 1, 1, "nl", "Zie het Jaarplan."),
        (7, 1, 1, "en", "See the Plan."),
    ]


def test_offset_belongs_to_the_sentence_that_holds_or_ends_at_it() -> None:
    two = paragraph(1, ["Aaa.", "Bbb."])
    assert [sentence_at(two, offset) for offset in (0, 4, 5, 9, 99)] == [0, 0, 1, 1, 1]
