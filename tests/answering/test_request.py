"""What an answerer gets, and that any answerer can take the place of the one that quotes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from rag.answering.claims import sentence_claim
from rag.answering.intent import Intent, Kind
from rag.answering.model import Claim, Draft, Status
from rag.answering.request import Request, letters_of
from rag.assistant import Assistant, Turn
from rag.letters import Letter
from rag.retrieval.question import Question
from rag.retrieval.search import Hit
from tests.answering.conftest import BEES, BEES_TEXT, MILLS, MILLS_TEXT, Open, places


def asked(language: str | None) -> Request:
    question = Question(text="?", language=language, earlier="")
    return Request(question=question, intent=Intent(kind=Kind.CONTENT), hits=(), evidence=(), letters={})


@pytest.mark.parametrize(("spoken", "answered"), [("nl", "nl"), ("en", "en"), (None, "en")])
def test_answer_is_in_the_language_of_the_question_or_else_english(spoken: str | None, answered: str) -> None:
    assert asked(spoken).language == answered


def test_letters_found_come_once_best_first() -> None:
    hits = [
        Hit(letter=letter, paragraph=number, score=1.0 / number, footnote=None)
        for number, letter in enumerate(["b", "a", "b", "c", "a"], start=1)
    ]
    assert letters_of(hits) == ("b", "a", "c")
    assert letters_of([]) == ()


@dataclass
class Scripted:
    """An answerer that says what it was told to, and keeps what it was given."""

    write: Callable[[Request], Draft]
    given: list[Request] = field(default_factory=list)

    def draft(self, request: Request) -> Draft:
        self.given.append(request)
        return self.write(request)


def first_sentence(request: Request) -> Claim:
    """Of the best paragraph found."""
    letter: Letter = request.letters[request.hits[0].letter]
    return sentence_claim(letter, letter.paragraphs[request.hits[0].paragraph - 1], 0, request.language)


def bent(request: Request) -> Claim:
    return replace(first_sentence(request), text="Alle molens worden gesloopt.")


def open_with(open_over: Open, write: Callable[[Request], Draft]) -> tuple[Assistant, Scripted]:
    answerer = Scripted(write)
    return open_over({MILLS: MILLS_TEXT}, answerer), answerer


QUESTION = "Wat vindt het kabinet van een verplichte brandverzekering?"


def test_answerer_gets_the_question_its_kind_and_what_was_found(open_over: Open) -> None:
    assistant, answerer = open_with(open_over, lambda _: Draft(status=Status.NOT_IN_LETTERS))
    answer = assistant.ask("En waarom?", [Turn(role="user", content=QUESTION)])
    (request,) = answerer.given
    assert request.question.text == "En waarom?"
    assert request.question.standalone == f"{QUESTION} En waarom?"
    assert request.intent.kind is Kind.CONTENT
    assert request.letters.keys() == {MILLS}
    assert [(hit.letter, hit.paragraph) for hit in request.hits] == [
        (one.letter, one.paragraph) for one in answer.retrieved
    ]
    assert {(one.letter, one.paragraph) for one in request.evidence} == {
        (hit.letter, hit.paragraph) for hit in request.hits
    }


def test_answer_of_another_answerer_is_shown(open_over: Open) -> None:
    assistant, _ = open_with(open_over, lambda r: Draft(status=Status.ANSWERED, claims=(first_sentence(r),)))
    answer = assistant.ask(QUESTION)
    assert answer.status is Status.ANSWERED
    assert len(answer.claims) == 1


def test_answer_of_another_answerer_is_checked(open_over: Open) -> None:
    assistant, _ = open_with(open_over, lambda r: Draft(status=Status.ANSWERED, claims=(bent(r),)))
    answer = assistant.ask(QUESTION)
    assert (answer.status, answer.claims) == (Status.WITHHELD, ())
    assert "gesloopt" not in answer.text
    assert [dropped.claim.text for dropped in answer.dropped] == ["Alle molens worden gesloopt."]


def test_claim_that_does_not_stand_is_left_out_of_the_rest(open_over: Open) -> None:
    assistant, _ = open_with(open_over, lambda r: Draft(status=Status.ANSWERED, claims=(first_sentence(r), bent(r))))
    answer = assistant.ask(QUESTION)
    assert answer.status is Status.PARTIAL
    assert len(answer.claims) == 1
    assert "gesloopt" not in answer.text


def last_found(request: Request) -> Claim:
    """A sentence of the paragraph found last."""
    letter = request.letters[request.hits[-1].letter]
    return sentence_claim(letter, letter.paragraphs[request.hits[-1].paragraph - 1], 0, request.language)


def test_no_more_than_ten_paragraphs_are_told_as_found_the_cited_ones_first(open_over: Open) -> None:
    answerer = Scripted(lambda r: Draft(status=Status.ANSWERED, claims=(last_found(r),)))
    answer = open_over({MILLS: MILLS_TEXT, BEES: BEES_TEXT}, answerer, 25).ask(QUESTION)
    (request,) = answerer.given
    assert len(request.hits) > len(answer.retrieved) == 10
    assert places(answer) == [(answer.retrieved[0].letter, answer.retrieved[0].paragraph)]
    scores = [one.score for one in answer.retrieved]
    assert scores == sorted(scores, reverse=True)


def not_found(request: Request) -> Claim:
    """A sentence of the paragraph that was not found."""
    found = {(hit.letter, hit.paragraph) for hit in request.hits}
    letter, paragraph = next(
        (letter, paragraph)
        for letter in request.letters.values()
        for paragraph in letter.paragraphs
        if (letter.id, paragraph.number) not in found
    )
    return sentence_claim(letter, paragraph, 0, request.language)


@pytest.mark.parametrize("top_paragraphs", [5, 11])
def test_paragraph_that_was_not_found_cannot_be_cited(open_over: Open, top_paragraphs: int) -> None:
    answerer = Scripted(lambda r: Draft(status=Status.ANSWERED, claims=(not_found(r),)))
    answer = open_over({MILLS: MILLS_TEXT, BEES: BEES_TEXT}, answerer, top_paragraphs).ask(QUESTION)
    assert answer.status is Status.WITHHELD


def test_answerer_is_not_asked_in_a_language_that_is_not_spoken(open_over: Open) -> None:
    assistant, answerer = open_with(open_over, lambda _: Draft(status=Status.NOT_IN_LETTERS))
    answer = assistant.ask("Warum wird das Abkommen nicht von der Regierung gekündigt?")
    assert answer.status is Status.OUT_OF_SCOPE
    assert answerer.given == []
