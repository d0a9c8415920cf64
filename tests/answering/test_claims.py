"""What a sentence, a note or a fact of a letter claims, in the language of the answer."""

import pytest

from rag.answering.claims import field_claim, footnote_claim, sentence_claim
from rag.answering.model import Field
from rag.letters import Letter, Voice


@pytest.mark.parametrize("language", ["nl", "en"])
def test_claim_quotes_the_dutch_in_either_language(mills: Letter, language: str) -> None:
    claim = sentence_claim(mills, mills.paragraphs[4], 1, language)
    assert [citation.quote for citation in claim.citations] == ["Een verplichting jaagt vrijwilligers op kosten."]


def test_claim_of_a_dutch_answer_is_the_quote(mills: Letter) -> None:
    claim = sentence_claim(mills, mills.paragraphs[4], 1, "nl")
    assert (claim.text, claim.is_rendering) == (claim.citations[0].quote, False)


def test_claim_of_an_english_answer_is_the_rendering(mills: Letter) -> None:
    claim = sentence_claim(mills, mills.paragraphs[4], 1, "en")
    assert (claim.text, claim.is_rendering) == ("An obligation puts volunteers to expense.", True)


def test_sentence_without_a_rendering_stays_dutch(mills: Letter, bees: Letter) -> None:
    for letter, number in ((mills, 6), (bees, 1)):
        claim = sentence_claim(letter, letter.paragraphs[number - 1], 0, "en")
        assert (claim.text, claim.is_rendering) == (claim.citations[0].quote, False)


def test_claim_is_held_by_whoever_holds_the_sentence(mills: Letter) -> None:
    assert sentence_claim(mills, mills.paragraphs[2], 0, "nl").voice is Voice.AUTHORS
    shared = sentence_claim(mills, mills.paragraphs[3], 0, "nl")
    assert (shared.voice, shared.endorses) == (Voice.CABINET, Voice.AUTHORS)


def test_note_is_nobodys_view(mills: Letter) -> None:
    found = mills.footnote(3)
    assert found is not None
    claim = footnote_claim(mills, *found, "en")
    assert (claim.voice, claim.is_rendering) == (Voice.NEUTRAL, False)
    assert claim.text == "Dat waren poldermolen De Kievit in Lisse en korenmolen De Eendracht in Dokkum."
    assert claim.citations[0].footnote == 3


def test_fact_is_claimed_where_the_letter_states_it(mills: Letter, bees: Letter) -> None:
    claim = field_claim(mills, Field.ADDRESSEE)
    assert claim is not None
    assert (claim.text, claim.voice) == ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", Voice.NEUTRAL)
    assert field_claim(bees, Field.ADDRESSEE) is None
