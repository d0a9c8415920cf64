"""Whatever is asked: each quote is the letter's own text, and nothing is cited that was not retrieved."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.model import Answer, Citation, Status
from rag.assistant import Assistant, Turn
from rag.letters import Letter
from tests.answering.conftest import BEES, BEES_TEXT, MILLS, MILLS_ENGLISH, MILLS_TEXT

ASKING = (
    "wat wie waarom hoeveel wanneer what who why when how many does the vindt het kabinet de auteurs eens oneens en "
    "verschil over vat samen hoofdpunten bron voetnoot summarise agree differ note § 1 2 3 10 77 Portugal niet not ?"
)
WORDS = sorted(set(re.findall(r"\S+", " ".join((ASKING, MILLS_TEXT, BEES_TEXT, *MILLS_ENGLISH.values())))))
PLACES = st.builds(
    "{} {}{} {} {}?".format,
    st.sampled_from(["Wat staat er in", "What is in"]),
    st.sampled_from(["§", "paragraaf ", "noot ", "footnote "]),
    st.integers(0, 120),
    st.sampled_from(["van", "en §2 van", "t/m 4 van", "of", ""]),
    st.sampled_from([MILLS, BEES, f"{MILLS} en {BEES}", ""]),
)
OVERVIEWS = st.builds(
    "{} {}?".format,
    st.sampled_from(
        [
            "Vat samen wat de brief zegt over",
            "Summarise what the letter says about",
            "Wat zeggen de auteurs en het kabinet over",
            "Where do the authors and the cabinet differ on",
            "Waar zijn het kabinet en de auteurs het eens over",
            "Wie ondertekende de brief over",
            "Welke bron noemt de brief over",
        ]
    ),
    st.sampled_from(WORDS),
)
QUESTIONS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), PLACES, OVERVIEWS, st.text(max_size=60)
)


def source_of(citation: Citation, letter: Letter) -> str | None:
    """The text in which a citation's offsets count; None for a fact of the letter's head or signature."""
    if citation.field is not None:
        assert citation.paragraph is None
        return None
    assert citation.paragraph is not None
    paragraph = letter.paragraphs[citation.paragraph - 1]
    assert paragraph.number == citation.paragraph
    if citation.footnote is None:
        return paragraph.text
    return next(note.text for note in paragraph.footnotes if note.number == citation.footnote)


def check(answer: Answer, letters: dict[str, Letter]) -> None:
    retrieved = {(one.letter, one.paragraph) for one in answer.retrieved}
    for claim in answer.claims:
        assert claim.citations
        for citation in claim.citations:
            assert citation.quote
            source = source_of(citation, letters[citation.letter])
            if source is not None:
                assert citation.quote == source[citation.start : citation.end]
                assert (citation.letter, citation.paragraph) in retrieved
    assert bool(answer.claims) is (answer.status in (Status.ANSWERED, Status.PARTIAL))
    assert len(retrieved) == len(answer.retrieved)


@settings(deadline=None, max_examples=150)
@given(question=QUESTIONS, earlier=st.lists(QUESTIONS, max_size=1), language=st.sampled_from(["auto", "nl", "en"]))
def test_every_quote_is_the_letters_own_and_every_place_was_retrieved(
    assistant: Assistant, question: str, earlier: list[str], language: str
) -> None:
    answer = assistant.ask(question, [Turn(role="user", content=one) for one in earlier], language)
    check(answer, assistant.letters)
    assert answer.dropped == ()


@settings(deadline=None, max_examples=100)
@given(question=QUESTIONS)
def test_whoever_is_not_answered_is_told_something(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert (answer.text or answer.note or "").strip()
