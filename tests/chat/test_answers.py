"""With a chat model: its sentences are shown that the letter bears out, and no other word of it ever is."""

import pytest

from rag.answering import phrases
from rag.answering.model import Status
from rag.answering.progress import Finished, Progress, Shown, Stage
from rag.letters import Voice
from rag.retrieval.question import Turn
from tests.chat.conftest import Open, Serve
from tests.chat.servers import LETTER, Reply, drafts, tokens

QUESTION = "Wil het kabinet het Vluchtelingenverdrag opzeggen?"
ENGLISH_QUESTION = "Does the cabinet want to terminate the Refugee Convention?"
QUOTE = "de mogelijkheid voor opzegging van het Vluchtelingenverdrag voor een EU-lidstaat als Nederland prohibitief is"
FAITHFUL = (
    "Het kabinet vindt de mogelijkheid van opzegging van het Vluchtelingenverdrag voor Nederland prohibitief.",
    f"17: {QUOTE}",
)
INVENTED = ("Het kabinet zegt het Vluchtelingenverdrag volgend jaar op.", f"17: {QUOTE}")
MISQUOTED = ("Het kabinet wijst opzegging af.", "17: opzegging van het verdrag wordt door het kabinet afgewezen")


@pytest.mark.parametrize("protocol", ["openai", "ollama"])
def test_a_faithful_draft_is_shown_with_the_dutch_it_rests_on(
    serve: Serve, open_assistant: Open, protocol: str
) -> None:
    server = serve(Reply(text=drafts(FAITHFUL)), protocol=protocol)
    answer = open_assistant(server).ask(QUESTION)
    assert (answer.status, answer.dropped, answer.note) == (Status.ANSWERED, (), None)
    (claim,) = answer.claims
    assert (claim.text, claim.voice, claim.is_own_words) == (FAITHFUL[0], Voice.CABINET, True)
    (citation,) = claim.citations
    assert (citation.letter, citation.paragraph, citation.quote) == (LETTER, 17, QUOTE)
    assert f"{FAITHFUL[0]} «{QUOTE}» [§17]" in answer.text
    assert phrases.WORDED["nl"] in answer.text


def test_an_english_draft_is_shown_in_english_with_the_dutch_behind_it(serve: Serve, open_assistant: Open) -> None:
    text = (
        "The cabinet considers the possibility of denouncing the Refugee Convention prohibitive for an EU member state."
    )
    server = serve(Reply(text=drafts((text, f"17: {QUOTE}"))))
    answer = open_assistant(server).ask(ENGLISH_QUESTION)
    assert [claim.text for claim in answer.claims] == [text]
    assert answer.claims[0].citations[0].quote == QUOTE
    assert "Write in English" in server.prompts[0]


def test_an_invented_sentence_is_dropped_and_the_rest_is_partial(serve: Serve, open_assistant: Open) -> None:
    answer = open_assistant(serve(Reply(text=drafts(FAITHFUL, INVENTED)))).ask(QUESTION)
    assert answer.status is Status.PARTIAL
    assert [claim.text for claim in answer.claims] == [FAITHFUL[0]]
    assert [one.claim.text for one in answer.dropped] == [INVENTED[0]]
    assert INVENTED[0] not in answer.text


@pytest.mark.parametrize(
    ("sentence", "gate", "reason"),
    [
        (MISQUOTED, "quote", "2020-vluchtelingenverdrag §17 does not hold these words there"),
        ((FAITHFUL[0], f"99: {QUOTE}"), "citation", "P99 §None does not exist"),
        ((FAITHFUL[0], "17"), "citation", "it cites nothing"),
        ((f"{FAITHFUL[0]} [meer](http://evil.example)", f"17: {QUOTE}"), "rendering", "it holds"),
        ((f"{FAITHFUL[0]} <img src=x>", f"17: {QUOTE}"), "rendering", "it holds"),
    ],
    ids=["words that are not there", "unknown token", "no words", "link", "html"],
)
def test_a_sentence_that_is_badly_cited_is_dropped_whole(
    serve: Serve, open_assistant: Open, sentence: tuple[str, str], gate: str, reason: str
) -> None:
    answer = open_assistant(serve(Reply(text=drafts(sentence, FAITHFUL)))).ask(QUESTION)
    assert [claim.text for claim in answer.claims] == [FAITHFUL[0]]
    (dropped,) = answer.dropped
    assert dropped.gate == gate
    assert dropped.reason.startswith(reason)


def test_a_draft_of_which_nothing_stands_is_replaced_by_quotes_that_say_why(serve: Serve, open_assistant: Open) -> None:
    server = serve(Reply(text=drafts(INVENTED)))
    answer = open_assistant(server).ask(QUESTION)
    assert answer.claims
    assert not any(claim.is_own_words for claim in answer.claims)
    assert answer.note == f"{phrases.CHAT_DROPPED['nl']} {phrases.QUOTED_INSTEAD['nl']}"
    assert answer.note in answer.text
    assert {one.claim.text for one in answer.dropped} == {INVENTED[0]}


def test_a_second_wider_search_comes_before_giving_up(serve: Serve, open_assistant: Open) -> None:
    server = serve(Reply(text=drafts(completeness="none")), Reply(text=drafts(FAITHFUL)))
    answer = open_assistant(server, top_paragraphs=1).ask(QUESTION)
    narrow, wide = (tokens(prompt) for prompt in server.prompts)
    assert (len(narrow), len(wide)) == (1, 3)
    assert (LETTER, 17) in wide.keys() - narrow.keys()
    assert [claim.text for claim in answer.claims] == [FAITHFUL[0]]
    assert answer.retrieved[0].paragraph == 17
    scores = [one.score for one in answer.retrieved]
    assert scores == sorted(scores, reverse=True)


def test_a_model_that_finds_nothing_is_held_against_the_letters_words(serve: Serve, open_assistant: Open) -> None:
    answer = open_assistant(serve(Reply(text=drafts(completeness="none")))).ask(QUESTION)
    assert answer.status is Status.ANSWERED
    assert answer.note == f"{phrases.CHAT_NONE['nl']} {phrases.QUOTED_INSTEAD['nl']}"


def test_a_model_that_answers_a_part_says_so(serve: Serve, open_assistant: Open) -> None:
    answer = open_assistant(serve(Reply(text=drafts(FAITHFUL, completeness="partial")))).ask(QUESTION)
    assert answer.status is Status.PARTIAL


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Wat staat er in §17?", Status.ANSWERED),
        ("Wie heeft de brief ondertekend?", Status.ANSWERED),
        ("Waar gaat de brief over?", Status.ANSWERED),
        ("Verzin een citaat van de minister", Status.REFUSED),
        ("Warum lehnt das Kabinett die Kündigung der Konvention ab?", Status.OUT_OF_SCOPE),
    ],
)
def test_what_is_looked_up_or_refused_never_reaches_the_model(
    serve: Serve, open_assistant: Open, question: str, status: Status
) -> None:
    server = serve(Reply(text=drafts(INVENTED)))
    assert open_assistant(server).ask(question).status is status
    assert server.requests == []


def test_stages_are_told_and_then_only_what_was_checked(serve: Serve, open_assistant: Open) -> None:
    events = list(open_assistant(serve(Reply(text=drafts(FAITHFUL, INVENTED)))).stream(QUESTION))
    told = [event.stage for event in events if isinstance(event, Progress)]
    assert told == [Stage.SEARCHING, Stage.READING, Stage.WRITING, Stage.CHECKING]
    assert (LETTER, 17) in next(event.places for event in events if isinstance(event, Progress) and event.places)
    assert [event.claim.text for event in events if isinstance(event, Shown)] == [FAITHFUL[0]]
    assert isinstance(events[-1], Finished)
    before_checking = events[: [getattr(event, "stage", None) for event in events].index(Stage.CHECKING)]
    assert FAITHFUL[0] not in repr(before_checking)


def test_a_follow_up_is_reworded_without_refused_turns(serve: Serve, open_assistant: Open) -> None:
    reworded = "Waarom vindt het kabinet opzegging van het Vluchtelingenverdrag prohibitief?"
    server = serve(Reply(text=reworded), Reply(text=drafts(FAITHFUL)))
    history = [
        Turn(role="user", content=QUESTION),
        Turn(role="assistant", content="Nee."),
        Turn(role="user", content="Verzin een citaat van de minister"),
        Turn(role="assistant", content=phrases.REFUSED["nl"]),
    ]
    answer = open_assistant(server).ask("Waarom niet?", history)
    assert answer.claims
    asked, drafted = server.prompts
    assert QUESTION in asked
    assert "Verzin" not in asked
    assert f"<earlier>{reworded}</earlier>\n<question>Waarom niet?</question>" in drafted


@pytest.mark.parametrize("reworded", ["Why does the cabinet not want that?", "x" * 1000, ""])
def test_a_rewording_that_is_no_question_in_this_language_is_not_used(
    serve: Serve, open_assistant: Open, reworded: str
) -> None:
    server = serve(Reply(text=reworded), Reply(text=drafts(FAITHFUL)))
    open_assistant(server).ask("Waarom niet?", [Turn(role="user", content=QUESTION)])
    assert f"<earlier>{QUESTION}</earlier>" in server.prompts[-1]


def test_ollama_is_told_how_long_the_context_is(serve: Serve, open_assistant: Open) -> None:
    server = serve(Reply(text=drafts(FAITHFUL)), protocol="ollama")
    open_assistant(server, chat_context_tokens=4096, chat_answer_tokens=512).ask(QUESTION)
    options = server.requests[0]["options"]
    assert (options["num_ctx"], options["num_predict"], options["temperature"]) == (4096, 512, 0.0)
    assert len(server.prompts[0]) < (4096 - 512) * 3 + 2000
