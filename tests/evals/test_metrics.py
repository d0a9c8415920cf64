"""Every metric, on numbers that can be worked out by hand."""

import json

import pytest

from evals.answers import Answer
from evals.dataset import Question
from evals.metrics import answer_scores
from evals.ranking import ranking_scores
from evals.stats import chance_of_loss, mean, rate
from rag.letters import read_letter
from tests.conftest import CYCLING
from tests.evals.conftest import LETTER, item


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    file = tmp_path_factory.mktemp("letter") / f"{LETTER}.txt"
    file.write_text(CYCLING, encoding="utf-8")
    return {LETTER: read_letter(file)}


def asked(**changes: object) -> Question:
    return Question.model_validate_json(json.dumps(item(**{"letter": LETTER} | changes)))


def cites(quote: str, paragraph: int | None, start: int = 0, **changes: object) -> dict[str, object]:
    place = {"letter": LETTER, "paragraph": paragraph, "quote": quote, "start": start, "end": start + len(quote)}
    return place | changes


def said(*citations: dict[str, object], **changes: object) -> Answer:
    """An answer with a claim for each citation."""
    claims = [{"text": one["quote"], "voice": "cabinet", "citations": [one]} for one in citations]
    text = " ".join(f"{one['quote']} [§{one['paragraph']}]" for one in citations)
    return Answer.model_validate(
        {"id": "n1", "status": "answered", "language": "nl", "text": text, "claims": claims} | changes
    )


BEGINS = "De aanleg begint in 2022."
BUILDS = "Het kabinet legt vijftig kilometer fietspad aan langs het spoor."
REFUSED = {"status": "not_in_letters", "text": "De brieven zeggen dit niet."}


def test_ranking_metrics_follow_trec_eval():
    grades = {"q": {"a": 2, "b": 2, "c": 1}, "nothing": {"a": 2}}
    scores = ranking_scores(grades, {"q": ["c", "x", "a"], "nothing": []})
    # gains 1 at place 1 and 2 at place 3, log2(4) = 2; ideal 2 + 2 / log2(3) + 1 / 2
    assert scores["q"] == pytest.approx({"hit@1": 0.0, "mrr": 1 / 3, "ndcg@10": 2 / 3.76186}, abs=1e-5)
    assert scores["nothing"] == {"hit@1": 0.0, "mrr": 0.0, "ndcg@10": 0.0}


def test_half_of_two_citations_is_right(letters):
    scores = answer_scores(asked(), said(cites(BEGINS, 2), cites(BUILDS, 1)), letters)
    assert (scores["citation_precision"], scores["citation_recall"], scores["fact_recall"]) == (0.5, 1.0, 1.0)
    assert scores["answer_strict"] == 0.0


def test_a_further_right_paragraph_is_right_but_fills_no_group(letters):
    scores = answer_scores(asked(needed=[[2], [3, 1]], also_right=[]), said(cites(BEGINS, 2)), letters)
    assert (scores["citation_precision"], scores["citation_recall"], scores["answer_strict"]) == (1.0, 0.5, 1.0)
    scores = answer_scores(asked(also_right=[1]), said(cites(BUILDS, 1)), letters)
    assert (scores["citation_precision"], scores["citation_recall"]) == (1.0, 0.0)


def test_a_quote_that_is_not_the_letters_own_is_unsupported(letters):
    assert answer_scores(asked(), said(cites("De aanleg begint in 2023.", 2)), letters)["answer_strict"] == 0.0


def test_a_quote_of_a_footnote_counts_in_its_text(letters):
    quote = cites("Zie het Jaarplan 2021", 2, footnote=1)
    assert answer_scores(asked(), said(quote), letters)["answer_strict"] == 1.0


def test_the_letterhead_must_hold_the_words_that_are_quoted_from_it(letters):
    invented = said(cites("Niet in de brief", None, field="date"))
    assert answer_scores(asked(needed=[]), invented, letters)["answer_strict"] == 0.0


def test_the_letterhead_is_right_where_no_paragraph_is_needed(letters):
    metadata = cites("4 maart 2021", None, field="date")
    scores = answer_scores(asked(needed=[]), said(metadata), letters)
    assert scores["citation_precision"] == 1.0
    assert "citation_recall" not in scores


def test_facts_are_found_whatever_case_and_accents(letters):
    facts = [{"nl": ["MÍLJOEN"], "en": ["million"]}, {"nl": ["brug"], "en": ["bridge"]}]
    answer = said(cites("De kosten bedragen 12 miljoen euro.", 1, start=len(BUILDS) + 1))
    assert answer_scores(asked(facts=facts), answer, letters)["fact_recall"] == 0.5


def test_a_refusal_of_what_the_letter_says_is_a_false_refusal(letters):
    scores = answer_scores(asked(), said(**REFUSED), letters)
    assert (scores["false_refusals"], scores["fact_recall"], scores["citation_recall"]) == (1.0, 0.0, 0.0)
    assert scores["status_right"] == 0.0
    assert not {"citation_precision", "answer_strict", "copy_ratio", "voice_right"} & scores.keys()


def test_an_answer_to_what_the_letter_does_not_say_is_a_false_answer(letters):
    nothing = {"answerable": False, "needed": [], "facts": [], "expected": ["not_in_letters", "partial"]}
    question = asked(type="near_miss", **nothing)
    false = answer_scores(question, said(cites(BEGINS, 2)), letters)
    assert (false["false_answers"], false["false_answers_near_miss"], false["answer_strict"]) == (1.0, 1.0, 0.0)
    assert answer_scores(question, said(cites(BEGINS, 2), status="partial"), letters)["false_answers"] == 0.0
    assert "false_answers_near_miss" not in answer_scores(asked(**nothing), said(**REFUSED), letters)


def test_the_voice_of_claims_on_needed_paragraphs_counts(letters):
    scores = answer_scores(asked(voice="authors", needed=[[2]]), said(cites(BEGINS, 2), cites(BUILDS, 1)), letters)
    assert scores["voice_right"] == 0.0
    assert answer_scores(asked(voice="cabinet"), said(cites(BEGINS, 2)), letters)["voice_right"] == 1.0


def test_the_language_is_that_outside_the_quotes(letters):
    english = {"language": "en", "text": f"The letter says this about it: «{BEGINS}» [§2]"}
    assert answer_scores(asked(language="en"), said(cites(BEGINS, 2), **english), letters)["language_right"] == 1.0
    dutch = {"language": "en", "text": "De brief zegt het niet."}
    assert answer_scores(asked(language="en"), said(**dutch), letters)["language_right"] == 0.0


def test_what_must_not_be_said_is_found(letters):
    assert answer_scores(asked(must_not=["in 2022"]), said(cites(BEGINS, 2)), letters)["must_not"] == 1.0
    assert answer_scores(asked(must_not=["in 2023"]), said(cites(BEGINS, 2)), letters)["must_not"] == 0.0


def test_copying_is_the_longest_run_of_words_over_all_words(letters):
    answer = said(cites(BEGINS, 2), text="Volgens de brief: De aanleg begint in 2022. [§2]")
    assert answer_scores(asked(), answer, letters)["copy_ratio"] == 5 / 8


def test_a_rate_has_wilsons_interval():
    found = rate([1.0] * 8 + [0.0] * 2)
    assert (found.n, found.value) == (10, 0.8)
    assert (found.low, found.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_a_mean_has_a_bootstrap_interval_that_is_the_same_every_time():
    assert mean([0.5, 0.5]).low == mean([0.5, 0.5]).high == 0.5
    found = mean([0.0, 0.5, 1.0, 0.5])
    assert found == mean([0.0, 0.5, 1.0, 0.5])
    assert (found.value, found.low, found.high) == (0.5, 0.125, 0.875)


@pytest.mark.parametrize("estimate", [rate, mean])
def test_nothing_is_said_of_an_empty_set(estimate):
    with pytest.raises(ValueError, match="Nothing can be said of no values"):
        estimate([])


@pytest.mark.parametrize(
    ("differences", "chance"),
    [
        ([], 1.0),
        ([0.0, 0.0], 1.0),
        ([-1.0] * 4, 1 / 16),
        ([-1.0] * 5, 1 / 32),
        ([1.0, -1.0], 3 / 4),
        ([-1.0] * 20, 1 / 5001),
    ],
)
def test_a_loss_is_held_against_chance(differences, chance):
    assert chance_of_loss(differences) == pytest.approx(chance)
