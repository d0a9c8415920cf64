"""Nothing that fails a gate reaches a reader: every way to bend a claim turns up as dropped."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag.answering.claims import field_claim, footnote_claim, sentence_claim
from rag.answering.model import Claim, Draft, Field, Status
from rag.checking.gates import QUOTING_GATES, Context, GateName
from rag.checking.verify import Verified, verify
from rag.letters import Letter, Voice, read_letter

SEED = Path(__file__).parents[2] / "seeds" / "2020-vluchtelingenverdrag.txt"


@pytest.fixture(scope="module")
def letter() -> Letter:
    return read_letter(SEED)


@pytest.fixture(scope="module")
def context(letter: Letter) -> Context:
    return Context(letters={letter.id: letter}, retrieved=frozenset({(letter.id, 13), (letter.id, 17)}))


@pytest.fixture
def claim(letter: Letter) -> Claim:
    return sentence_claim(letter, letter.paragraphs[16], 0, "nl")


def check(context: Context, *claims: Claim, status: Status = Status.ANSWERED) -> Verified:
    return verify(Draft(status=status, claims=claims), context, QUOTING_GATES)


def dropped_by(result: Verified) -> list[str]:
    return [dropped.gate for dropped in result.dropped]


def test_a_faithful_claim_is_kept(context: Context, claim: Claim) -> None:
    result = check(context, claim)
    assert result.draft.claims == (claim,)
    assert result.draft.status is Status.ANSWERED


def test_a_rendered_claim_is_kept_with_the_dutch_it_stands_for(context: Context, letter: Letter) -> None:
    english = sentence_claim(letter, letter.paragraphs[16], 0, "en")
    assert english.is_rendering
    assert english.text != english.citations[0].quote
    assert check(context, english).draft.claims == (english,)


def test_notes_and_metadata_are_kept(context: Context, letter: Letter) -> None:
    found = letter.footnote(4)
    assert found is not None
    signed = field_claim(letter, Field.SIGNATORY)
    assert signed is not None
    result = check(context, footnote_claim(letter, *found, "nl"), signed)
    assert not result.dropped


def bent(claim: Claim, **changes: object) -> Claim:
    return replace(claim, citations=(replace(claim.citations[0], **changes),))


def test_a_claim_without_citation_is_dropped(context: Context, claim: Claim) -> None:
    assert dropped_by(check(context, replace(claim, citations=()))) == [GateName.CITATION]


@pytest.mark.parametrize(
    "changes",
    [{"letter": "2021-other"}, {"paragraph": 99}, {"paragraph": 0}, {"paragraph": None}, {"footnote": 40}],
    ids=["unknown letter", "paragraph too high", "paragraph zero", "no place", "unknown note"],
)
def test_a_citation_of_nothing_is_dropped(context: Context, claim: Claim, changes: dict[str, object]) -> None:
    assert dropped_by(check(context, bent(claim, **changes))) == [GateName.CITATION]


def test_a_paragraph_that_was_not_found_for_the_question_is_dropped(context: Context, letter: Letter) -> None:
    elsewhere = sentence_claim(letter, letter.paragraphs[4], 0, "nl")
    result = check(context, elsewhere)
    assert dropped_by(result) == [GateName.CITATION]
    assert result.dropped[0].reason == "2020-vluchtelingenverdrag §5 was not found for this question"


def test_a_quote_with_one_other_letter_is_dropped(context: Context, claim: Claim) -> None:
    quote = claim.citations[0].quote.replace("prohibitief", "prohibitieF")
    assert dropped_by(check(context, replace(bent(claim, quote=quote), text=quote))) == [GateName.QUOTE]


def test_a_quote_with_shifted_offsets_is_dropped(context: Context, claim: Claim) -> None:
    citation = claim.citations[0]
    assert dropped_by(check(context, bent(claim, start=citation.start + 1))) == [GateName.QUOTE]
    assert dropped_by(check(context, bent(claim, end=100_000))) == [GateName.QUOTE]
    assert dropped_by(check(context, bent(claim, start=-5))) == [GateName.QUOTE]


def test_an_empty_quote_is_dropped(context: Context, claim: Claim) -> None:
    assert dropped_by(check(context, bent(claim, quote="", start=3, end=3))) == [GateName.QUOTE]


def test_a_text_that_the_quote_does_not_say_is_dropped(context: Context, claim: Claim) -> None:
    invented = replace(claim, text="Het kabinet zegt het verdrag op.")
    assert dropped_by(check(context, invented)) == [GateName.RENDERING]


def test_a_rendering_of_another_sentence_is_dropped(context: Context, letter: Letter) -> None:
    first = sentence_claim(letter, letter.paragraphs[16], 0, "en")
    second = sentence_claim(letter, letter.paragraphs[16], 1, "en")
    assert dropped_by(check(context, replace(first, text=second.text))) == [GateName.RENDERING]


@pytest.mark.parametrize("voice", [voice for voice in Voice if voice is not Voice.CABINET])
def test_a_view_given_to_another_holder_is_dropped(context: Context, claim: Claim, voice: Voice) -> None:
    assert claim.voice is Voice.CABINET
    assert dropped_by(check(context, replace(claim, voice=voice))) == [GateName.HOLDER]


def test_an_endorsement_that_the_letter_does_not_give_is_dropped(context: Context, claim: Claim) -> None:
    assert dropped_by(check(context, replace(claim, endorses=Voice.AUTHORS))) == [GateName.HOLDER]


def test_half_a_sentence_is_dropped(context: Context, claim: Claim) -> None:
    citation = claim.citations[0]
    half = bent(claim, quote=citation.quote[:40], end=citation.start + 40)
    assert dropped_by(check(context, replace(half, text=citation.quote[:40]))) == [GateName.HOLDER]


def test_an_answer_that_loses_one_claim_is_partial(context: Context, claim: Claim) -> None:
    result = check(context, claim, replace(claim, text="Iets anders."))
    assert result.draft.status is Status.PARTIAL
    assert result.draft.claims == (claim,)


def test_an_answer_that_loses_all_is_withheld(context: Context, claim: Claim) -> None:
    result = check(context, replace(claim, text="Iets anders."))
    assert result.draft.status is Status.WITHHELD
    assert not result.draft.claims


def test_an_answer_without_any_claim_is_withheld(context: Context) -> None:
    assert check(context).draft.status is Status.WITHHELD


@pytest.mark.parametrize("status", [Status.REFUSED, Status.NOT_IN_LETTERS, Status.OUT_OF_SCOPE])
def test_a_refusal_shows_no_claims(context: Context, claim: Claim, status: Status) -> None:
    result = check(context, claim, status=status)
    assert result.draft.status is status
    assert not result.draft.claims
    assert dropped_by(result) == ["status"]
