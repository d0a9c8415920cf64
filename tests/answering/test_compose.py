"""A draft becomes plain text: as of when, who says it, the Dutch words, where they stand."""

from dataclasses import replace

import pytest

from rag.answering.claims import field_claim, footnote_claim, sentence_claim
from rag.answering.compose import as_of, compose, holder
from rag.answering.model import Claim, Draft, Field, Status
from rag.letters import Letter, Voice
from tests.answering.conftest import NOTE_AND_LETTER_TEXT, UNTITLED_TEXT, Read


def composed(language: str, letters: list[Letter], *claims: Claim, **parts: str) -> str:
    draft = Draft(status=Status.ANSWERED, claims=claims, **parts)
    return compose(draft, language, {letter.id: letter for letter in letters})


def said(letter: Letter, number: int, index: int = 0, language: str = "nl") -> Claim:
    return sentence_claim(letter, letter.paragraphs[number - 1], index, language)


def test_answer_tells_as_of_when_who_says_it_what_and_where(mills: Letter) -> None:
    assert composed("nl", [mills], said(mills, 2)) == (
        "Volgens de brief van 14 september 2022:\n\n"
        "De adviseurs: «De auteurs stellen vast dat Nederland nog 1.200 historische molens telt.» [§2]"
    )


def test_english_answer_shows_the_rendering_and_the_dutch_that_it_stands_for(mills: Letter) -> None:
    assert composed("en", [mills], said(mills, 5, 1, "en")) == (
        "According to the letter of 14 September 2022: "
        "(Unofficial translation, machine-made; after each sentence the Dutch words it stands for.)\n\n"
        "The cabinet: An obligation puts volunteers to expense. «Een verplichting jaagt vrijwilligers op kosten.» [§5]"
    )


def test_english_answer_without_a_rendering_says_that_the_words_are_dutch(bees: Letter) -> None:
    text = composed("en", [bees], said(bees, 2, 1, "en"))
    assert text.startswith(
        "According to the letter of 6 February 2023: "
        "(There is no English version of this letter, so its own Dutch words are quoted.)"
    )
    assert text.endswith("The cabinet, in Dutch: «Gemeenten zaaien bermen in met klaver.» [§2]")


def test_dutch_answer_says_nothing_of_translation(mills: Letter, bees: Letter) -> None:
    assert composed("nl", [mills], said(mills, 2)).splitlines()[0] == "Volgens de brief van 14 september 2022:"
    assert composed("nl", [bees], said(bees, 2)).splitlines()[0] == "Volgens de brief van 6 februari 2023:"


def test_neighbours_of_one_paragraph_are_quoted_together(mills: Letter) -> None:
    text = composed("nl", [mills], said(mills, 6, 0), said(mills, 6, 1))
    assert text.endswith(
        "Het kabinet: «De korenschuur in Zierikzee blijft gesloten. Daar broeden elk voorjaar 340 zwaluwen.» [§6]"
    )


def test_sentences_that_do_not_adjoin_have_their_own_marks(mills: Letter) -> None:
    assert composed("nl", [mills], said(mills, 6, 1), said(mills, 6, 0)).count("» [§6]") == 2
    assert composed("nl", [mills], said(mills, 5, 0), said(mills, 6, 0)).endswith(
        "niet over.» [§5] «De korenschuur in Zierikzee blijft gesloten.» [§6]"
    )


def test_each_holder_has_a_line_of_their_own(mills: Letter) -> None:
    text = composed("nl", [mills], said(mills, 3), said(mills, 5), said(mills, 8), said(mills, 4))
    assert [line.split(":")[0] for line in text.split("\n\n")[1:]] == [
        "De adviseurs",
        "Het kabinet",
        "De brief zet uiteen",
        "Het kabinet, dat hier de adviseurs bijvalt",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_holder_is_told_from_the_others(mills: Letter, language: str) -> None:
    claim = said(mills, 2)
    names = {holder(replace(claim, voice=voice), language) for voice in Voice}
    endorsing = holder(replace(claim, voice=Voice.CABINET, endorses=Voice.AUTHORS), language)
    assert len(names | {endorsing}) == len(Voice) + 1


def test_endorsement_by_others_than_the_cabinet_is_not_claimed_for_it(mills: Letter) -> None:
    assert holder(replace(said(mills, 2), endorses=Voice.PARLIAMENT), "en") == "The advisers"


def test_note_is_marked_as_one(mills: Letter) -> None:
    found = mills.footnote(3)
    assert found is not None
    assert composed("nl", [mills], said(mills, 9), footnote_claim(mills, *found, "nl")).endswith(
        "De brief zet uiteen: «Dat waren poldermolen De Kievit in Lisse en korenmolen De Eendracht in Dokkum.» "
        "[§9, noot 3]"
    )


def test_facts_have_a_line_each_and_no_word_of_translation(mills: Letter) -> None:
    claims = [claim for field in (Field.DATE, Field.SIGNATORY) if (claim := field_claim(mills, field))]
    assert composed("en", [mills], *claims) == (
        "According to the letter of 14 September 2022:\n\n"
        "The letter is dated: «Den Haag, 14 september 2022» [dateline]\n"
        "The letter is signed by: «De staatssecretaris van Onderwijs, Cultuur en Wetenschap, G. Uslu» [signature]"
    )


def test_marks_name_the_letter_where_several_are_in_play(mills: Letter, bees: Letter) -> None:
    assert composed("nl", [mills, bees], said(mills, 2)).endswith("[2022-molens §2]")


def test_answer_from_several_letters_names_all_their_dates(mills: Letter, bees: Letter) -> None:
    text = composed("nl", [mills, bees], said(bees, 2), said(mills, 2))
    assert text.startswith("Volgens de brieven 2023-bijen (6 februari 2023) en 2022-molens (14 september 2022):\n\n")


@pytest.mark.parametrize(
    ("language", "said_as_of"),
    [
        ("nl", "Volgens de brief 2022-molens van 14 september 2022:"),
        ("en", "According to the letter 2022-molens of 14 September 2022:"),
    ],
)
def test_letter_is_named_where_there_are_others(mills: Letter, bees: Letter, language: str, said_as_of: str) -> None:
    assert as_of([said(mills, 2)], language, {mills.id: mills, bees.id: bees}) == said_as_of


@pytest.mark.parametrize(
    ("language", "said_as_of"),
    [("nl", "Volgens de ongedateerde brief 2024-brief:"), ("en", "According to the undated letter 2024-brief:")],
)
def test_undated_letter_is_named_where_there_are_others(
    mills: Letter, read: Read, language: str, said_as_of: str
) -> None:
    undated = read(UNTITLED_TEXT)
    assert as_of([said(undated, 1)], language, {undated.id: undated, mills.id: mills}) == said_as_of


def test_what_each_of_several_letters_says_stands_under_its_own_name(mills: Letter, bees: Letter) -> None:
    blocks = composed("nl", [mills, bees], said(mills, 6), said(bees, 2)).split("\n\n")
    assert [blocks[1], blocks[3]] == ["Uit 2022-molens:", "Uit 2023-bijen:"]
    assert blocks[2].endswith("[2022-molens §6]")
    assert blocks[4].endswith("[2023-bijen §2]")


def test_answer_from_one_letter_names_it_only_above(mills: Letter, bees: Letter) -> None:
    assert "Uit 2022-molens:" not in composed("nl", [mills, bees], said(mills, 6), said(mills, 7))


def test_covering_note_is_named_with_its_letter_where_there_are_others(mills: Letter, read: Read) -> None:
    letter = read(NOTE_AND_LETTER_TEXT)
    letters = {letter.id: letter, mills.id: mills}
    assert as_of([said(letter, 1)], "nl", letters) == (
        "Volgens de ongedateerde aanbiedingsbrief bij de brief 2024-brief van 19 juni 2024:"
    )


def test_undated_letters_are_called_so(mills: Letter, read: Read) -> None:
    undated = read(UNTITLED_TEXT)
    assert composed("nl", [undated], said(undated, 1)).startswith("Volgens de brief:\n\n")
    letters = {undated.id: undated, mills.id: mills}
    assert as_of([said(undated, 1), said(mills, 1)], "en", letters) == (
        "According to the letters 2024-brief (undated) and 2022-molens (14 September 2022):"
    )


def test_undated_covering_note_does_not_pass_for_the_letter(read: Read) -> None:
    letter = read(NOTE_AND_LETTER_TEXT)
    assert as_of([said(letter, 1)], "nl", {letter.id: letter}) == (
        "Volgens de ongedateerde aanbiedingsbrief bij de brief van 19 juni 2024:"
    )
    assert as_of([said(letter, 1), said(letter, 2)], "nl", {letter.id: letter}) == (
        "Volgens de brief van 19 juni 2024:"
    )


NOTE_DATED = NOTE_AND_LETTER_TEXT.replace("\nHierbij", "\nDen Haag, 1 juli 2024\n\nHierbij", 1)
LETTER_UNDATED = "Den Haag, 19 juni 2024\n\n"


@pytest.mark.parametrize(
    ("text", "numbers", "language", "said_as_of"),
    [
        (NOTE_DATED, [1], "nl", "Volgens de aanbiedingsbrief van 1 juli 2024 bij de brief van 19 juni 2024:"),
        (NOTE_DATED, [1], "en", "According to the covering note of 1 July 2024 to the letter of 19 June 2024:"),
        (NOTE_DATED, [2], "nl", "Volgens de brief van 19 juni 2024:"),
        (NOTE_DATED, [1, 2], "nl", "Volgens de brieven (1 juli 2024, 19 juni 2024):"),
        (
            NOTE_DATED.replace(LETTER_UNDATED, ""),
            [1],
            "nl",
            "Volgens de aanbiedingsbrief van 1 juli 2024 bij de ongedateerde brief:",
        ),
        (NOTE_DATED.replace(LETTER_UNDATED, ""), [1, 2], "en", "According to the letters (1 July 2024, undated):"),
        (
            NOTE_AND_LETTER_TEXT.replace(LETTER_UNDATED, ""),
            [1],
            "nl",
            "Volgens de ongedateerde aanbiedingsbrief bij de ongedateerde brief:",
        ),
        (
            NOTE_AND_LETTER_TEXT.replace(LETTER_UNDATED, ""),
            [1],
            "en",
            "According to the undated covering note to the undated letter:",
        ),
        (NOTE_AND_LETTER_TEXT.replace(LETTER_UNDATED, ""), [1, 2], "nl", "Volgens de brief:"),
    ],
)
def test_covering_note_has_a_date_of_its_own(
    read: Read, text: str, numbers: list[int], language: str, said_as_of: str
) -> None:
    letter = read(text)
    claims = [said(letter, number) for number in numbers]
    assert as_of(claims, language, {letter.id: letter}) == said_as_of


def test_lead_stands_above_the_claims_and_the_note_below(mills: Letter) -> None:
    text = composed("nl", [mills], said(mills, 2), lead="De hoofdpunten:", note="Er is meer.")
    assert text.split("\n\n")[1] == "De hoofdpunten:"
    assert text.split("\n\n")[-1] == "Er is meer."


@pytest.mark.parametrize(("note", "text"), [("Dat doe ik niet.", "Dat doe ik niet."), (None, "")])
def test_draft_without_claims_reads_as_its_note(note: str | None, text: str) -> None:
    assert compose(Draft(status=Status.REFUSED, note=note), "nl", {}) == text


@pytest.mark.parametrize(
    ("language", "text", "composed_text"),
    [
        (
            "nl",
            "Vrijwilligers krijgen kosten.",
            "Volgens de brief van 14 september 2022: (Verwoord door een taalmodel en gecontroleerd; achter elke zin de "
            "woorden van de brief waarop zij rust.)\n\n"
            "Het kabinet: Vrijwilligers krijgen kosten. «Een verplichting jaagt vrijwilligers op kosten.» [§5]",
        ),
        (
            "en",
            "The cabinet fears costs.",
            "According to the letter of 14 September 2022: (Worded by a language model and checked; after each "
            "sentence the Dutch words it rests on.)\n\n"
            "The cabinet fears costs. «Een verplichting jaagt vrijwilligers op kosten.» [§5]",
        ),
    ],
    ids=["holder added", "holder named"],
)
def test_a_model_s_sentence_names_its_holder_once_and_its_words_behind_it(
    mills: Letter, language: str, text: str, composed_text: str
) -> None:
    worded = replace(said(mills, 5, 1), text=text, is_own_words=True)
    assert composed(language, [mills], worded) == composed_text


def test_model_s_sentences_that_rest_on_neighbouring_words_stay_apart(mills: Letter) -> None:
    first, second = (
        replace(said(mills, 5, index), text=f"Het kabinet zegt {index}.", is_own_words=True) for index in (0, 1)
    )
    text = composed("nl", [mills], first, second)
    assert text.count("[§5]") == 2
    assert "Het kabinet zegt 0. «" in text
    assert " Het kabinet zegt 1. «" in text
