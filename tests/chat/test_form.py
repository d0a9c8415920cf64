"""What a model wrote is read as it stands, or not at all."""

import pytest
from langchain_core.messages import AIMessageChunk

from rag.answering.form import Form, Sentence, bare, read, tokens_of


def said(text: str, finish: str = "stop") -> AIMessageChunk:
    return AIMessageChunk(content=text, response_metadata={"finish_reason": finish})


def test_a_sentence_ends_with_its_tokens_and_words() -> None:
    form = read(said("- Het kost 12 miljoen. [P1] «12 miljoen euro»\n- Het duurt drie jaar [P2, p3] «drie» «jaar»."))
    assert form == Form(
        sentences=[
            Sentence(text="Het kost 12 miljoen.", citations=["P1"], quotes=["12 miljoen euro"]),
            Sentence(text="Het duurt drie jaar", citations=["P2", "P3"], quotes=["drie", "jaar"]),
        ],
        completeness="complete",
    )


def test_words_in_guillemets_within_a_sentence_stay_in_it() -> None:
    form = read(said("Het is «minder zinvol» [P1] «minder zinvol is»."))
    assert form is not None
    assert form.sentences == [Sentence(text="Het is «minder zinvol»", citations=["P1"], quotes=["minder zinvol is"])]


def test_words_that_hold_a_quote_of_their_own_are_read_whole() -> None:
    held = "Hierbij bied ik het rapport «Terechte vraag» van de commissie «Water» aan"
    form = read(
        said(f"Het kabinet biedt een rapport aan [P1] «{held}». De auteurs zien risico's [P2] «er zijn risico's».")
    )
    assert form is not None
    assert form.sentences == [
        Sentence(text="Het kabinet biedt een rapport aan", citations=["P1"], quotes=[held]),
        Sentence(text="De auteurs zien risico's", citations=["P2"], quotes=["er zijn risico's"]),
    ]


def test_words_that_are_never_closed_are_no_quote() -> None:
    form = read(said("Ja [P1] «ja en nee. Nee [P2] «nee»."))
    assert form is not None
    assert [sentence.quotes for sentence in form.sentences] == [[], ["nee"]]


@pytest.mark.parametrize(
    ("text", "finish", "completeness"),
    [
        ("Ja [P1] «ja»", "stop", "complete"),
        ("Ja [P1] «ja»\nPARTIAL", "stop", "partial"),
        ("Ja [P1] «j", "length", "partial"),
        ("Ja [P1] «ja»", "", "partial"),
    ],
)
def test_text_that_broke_off_is_never_complete(text: str, finish: str, completeness: str) -> None:
    form = read(said(text, finish))
    assert form is not None
    assert form.completeness == completeness


def test_none_alone_says_that_the_sources_do_not_answer() -> None:
    assert read(said("NONE.")) == Form(sentences=[], completeness="none")


@pytest.mark.parametrize(
    "text", ["", "Ja.", '{"sentences": []}', '{"sentences": "x", "completeness": "none"}', "[1] Ja"]
)
def test_what_is_in_no_form_is_not_read(text: str) -> None:
    assert read(said(text)) is None


def test_a_call_that_broke_off_is_not_completed_by_guessing() -> None:
    cut = '{"sentences": [{"text": "Ja", "citations": ["P1"], "quotes": ["ja"]}], "completeness": "comp'
    call = {"name": "Form", "args": cut, "id": "1", "index": 0, "type": "tool_call_chunk"}
    assert read(AIMessageChunk(content="", tool_call_chunks=[call])) is None


def test_markers_in_a_sentence_count_as_citations_and_are_not_shown() -> None:
    sentence = Sentence(text="Het kabinet wil dat [P2] niet [p4].", citations=["[P1]", "P2"], quotes=[])
    assert tokens_of(sentence) == ("P1", "P2", "P4")
    assert bare(sentence.text) == "Het kabinet wil dat niet."
