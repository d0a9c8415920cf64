"""Prepared drafts are sound or refused; what became of their sentences is told and counted as it was."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import typer

from evals import drafts as package
from evals.bars import Bar
from evals.checker import __path__ as checker
from evals.dataset import check_frozen
from evals.drafts import cli
from evals.drafts.data import FROZEN, Prepared, Quote, Sentence, load
from evals.drafts.model import Source, sources_of
from evals.drafts.replay import Fate, Outcome, Replayed, replay
from evals.drafts.score import Bars, by_kind, figures, findings, mistakes, read_bars
from evals.opened import opened
from rag.answering.model import Status
from rag.errors import InputError
from rag.letters import find_letters
from rag.settings import Settings
from tests.conftest import CYCLING
from tests.evals.conftest import LETTER, write_lines

README = Path(package.__file__).with_name("README.md")
TRUE_WORDS = "Het kabinet legt vijftig kilometer fietspad aan langs het spoor."


def sentence(**changes: object) -> dict[str, object]:
    """One sound sentence, with changes."""
    return {
        "text": "Het kabinet legt vijftig kilometer fietspad aan.",
        "quotes": [{"letter": LETTER, "paragraph": 1, "words": TRUE_WORDS}],
        "faithful": True, "kind": None, "why": "verbatim",
    } | changes  # fmt: skip


def draft(*sentences: dict[str, object], **changes: object) -> dict[str, object]:
    """One sound draft, with changes."""
    question = "Hoeveel kilometer fietspad legt het kabinet aan?"
    asked = {"id": "d1", "language": "nl", "question": question, "completeness": "complete"}
    return asked | {"sentences": list(sentences) or [sentence()]} | changes


def elsewhere(paragraph: int, words: str) -> list[dict[str, object]]:
    return [{"letter": LETTER, "paragraph": paragraph, "words": words}]


@pytest.fixture(scope="module")
def letters(tmp_path_factory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("letters")
    (folder / f"{LETTER}.txt").write_text(CYCLING, encoding="utf-8")
    return (folder,)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([draft(), draft()], ":2: the id 'd1' is taken by line 1. Give each draft its own.", id="id"),
        pytest.param(
            [draft(language="de")], ":1: `language`: Input should be 'nl' or 'en'. Correct the line.", id="language"
        ),
        pytest.param(
            [draft(sentence(quotes=elsewhere(9, "x")))],
            f":1: there is no {LETTER} §9. Known are: {LETTER}.",
            id="place",
        ),
        pytest.param(
            [draft(sentence(quotes=elsewhere(2, TRUE_WORDS)))],
            f":1: {TRUE_WORDS!r} does not stand in §2. Correct the words.",
            id="words",
        ),
        pytest.param(
            [draft(sentence(faithful=False))],
            ":1: `sentences.0`: Value error, an unfaithful sentence has a `kind`, a faithful one has null. "
            "Correct the line.",
            id="kind",
        ),
        pytest.param([], " holds no draft. An empty set cannot be scored.", id="empty"),
    ],
)
def test_a_wrong_line_is_refused_with_file_and_line(tmp_path, letters, rows, message):
    write_lines(tmp_path / "dev.jsonl", rows)
    with pytest.raises(InputError) as refusal:
        load("dev", tmp_path, letters)
    assert str(refusal.value) == f"{tmp_path / 'dev.jsonl'}{message}"


def test_every_field_is_explained_and_no_other():
    explained = re.findall(r"^\| `(\w+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert explained == [*Prepared.model_fields, *Sentence.model_fields]
    assert set(re.findall(r'"(\w+)"', README.read_text(encoding="utf-8"))) == set(Quote.model_fields)


@pytest.fixture(scope="module")
def committed() -> dict[str, tuple[Prepared, ...]]:
    return {"dev": load("dev").rows, "test": load("test").rows}


def test_the_frozen_drafts_are_as_recorded():
    check_frozen(FROZEN)


def test_there_are_as_many_drafts_and_sentences_as_were_asked(committed):
    rows = [row for split in committed.values() for row in split]
    labels = Counter(one.faithful for row in rows for one in row.sentences)
    languages = Counter(row.language for row in rows)
    assert len(rows) >= 90
    assert labels[True] >= 130
    assert labels[False] >= 110
    assert abs(languages["nl"] - languages["en"]) <= 0.1 * len(rows)


def places_of(rows: tuple[Prepared, ...]) -> set[tuple[str, int]]:
    return {(quote.letter, quote.paragraph) for row in rows for one in row.sentences for quote in one.quotes}


def test_each_paragraph_is_cited_in_one_split(committed):
    assert not places_of(committed["dev"]) & places_of(committed["test"])


def test_no_paragraph_of_the_test_is_among_those_that_rules_are_written_by(committed):
    lines = (Path(next(iter(checker))) / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    seen = {(place["letter"], place["paragraph"]) for line in lines for place in json.loads(line)["cited"] or ()}
    assert seen
    assert not seen & places_of(committed["test"])


def test_sources_are_read_from_a_prompt():
    prompt = (
        '<sources>\n<source token="P1" letter="a&amp;b" paragraph="3" date="unknown" heading="">\n'
        '<view holder="cabinet">Meer &lt; minder.</view>\n</source>\n</sources>'
    )
    assert sources_of(prompt) == (Source(token="P1", letter="a&b", paragraph=3, text="Meer < minder."),)
    assert sources_of("<question>Hoeveel?</question>") == ()


def test_a_true_sentence_is_shown_a_swapped_number_dropped_and_an_unread_paragraph_told_apart(letters, bundled):
    wrong = sentence(text="Het kabinet legt zestig kilometer fietspad aan.", faithful=False, kind="number")
    unread = sentence(quotes=[{"letter": "2022-drinkwater", "paragraph": 1, "words": "x"}], text="Water is nat.")
    row = Prepared.model_validate_json(json.dumps(draft(sentence(), wrong, unread)))
    with opened(find_letters(list(letters)), Settings(), bundled) as made:
        (replayed,) = replay([row], made)
    assert [one.fate for one in replayed.outcomes] == [Fate.SHOWN, Fate.DROPPED, Fate.NOT_READ]
    assert replayed.outcomes[1].reason.startswith("number: ")
    assert replayed.status is Status.PARTIAL
    assert replayed.checking_ms > 0


def outcome(name: str, fate: Fate, *, faithful: bool) -> Outcome:
    changes = {"faithful": faithful, "kind": None if faithful else "number"}
    row = Prepared.model_validate_json(json.dumps(draft(sentence(**changes), id=name, language=name[:2])))
    return Outcome(draft=row, sentence=row.sentences[0], fate=fate, reason="number: no")


def made_of(*outcomes: Outcome, milliseconds: float = 10) -> Replayed:
    return Replayed(outcomes=outcomes, status=Status.PARTIAL, checking_ms=milliseconds)


REPLAYED = [
    made_of(outcome("nl1", Fate.SHOWN, faithful=True), outcome("nl1", Fate.DROPPED, faithful=False), milliseconds=10),
    made_of(
        outcome("nl2", Fate.DROPPED, faithful=True), outcome("nl2", Fate.NOT_READ, faithful=False), milliseconds=30
    ),
    made_of(outcome("en1", Fate.SHOWN, faithful=True), outcome("en1", Fate.SHOWN, faithful=False), milliseconds=20),
]


def test_figures_count_what_was_read():
    found = figures(REPLAYED)
    assert (found.unfaithful_shown.value, found.unfaithful_shown.n) == (0.5, 2)
    assert (found.faithful_kept.value, found.faithful_kept.n) == (2 / 3, 3)
    assert (found.not_read, found.checking_ms.value) == (1, 20)


def test_figures_of_a_language_are_its_own():
    dutch = figures(REPLAYED, "nl")
    assert (dutch.unfaithful_shown.value, dutch.faithful_kept.value, dutch.checking_ms.value) == (0, 0.5, 20)
    assert figures(REPLAYED[:2], "en") is None


def test_kinds_and_mistakes_are_told():
    assert by_kind(REPLAYED) == {"number": (1, 2)}
    assert [(one.draft.id, one.sentence.faithful) for one in mistakes(REPLAYED)] == [("en1", False), ("nl2", True)]


def bars(**values: object) -> Bars:
    return {"all": {name: Bar.model_validate(value) for name, value in values.items()}}


def test_a_figure_on_the_wrong_side_of_its_bar_is_a_finding():
    found = [figures(REPLAYED)]
    strict = bars(unfaithful_shown={"blocking": 0.4}, faithful_kept={"blocking": 0.7}, checking_ms={"blocking": 15})
    assert findings(found, strict, "blocking") == [
        "all unfaithful_shown: 0.500 (n=2) is above the threshold 0.4",
        "all faithful_kept: 0.667 (n=3) is below the threshold 0.7",
        "all checking_ms: 20.000 (n=3) is above the threshold 15",
    ]
    assert findings(found, strict, "must") == []
    mild = bars(unfaithful_shown={"blocking": 0.5}, faithful_kept={"blocking": 0.66}, checking_ms={"blocking": 20})
    assert findings(found, mild, "blocking") == []


def test_a_figure_that_nothing_measures_is_a_finding():
    found = [figures([made_of(outcome("nl1", Fate.SHOWN, faithful=True))])]
    assert findings(found, bars(unfaithful_shown={"blocking": 0.1}), "blocking") == [
        "all unfaithful_shown: no sentence measures it"
    ]


def test_the_test_is_held_against_its_bars_and_names_no_sentence(capsys):
    strict = bars(faithful_kept={"blocking": 0.7})
    with pytest.raises(typer.Exit) as ended:
        cli.report("test", REPLAYED, strict)
    assert ended.value.exit_code == 1
    told = capsys.readouterr()
    assert "all faithful_kept: 0.667 (n=3) is below the threshold 0.7" in told.err
    assert "vijftig kilometer" not in told.out + told.err


def test_of_dev_each_mistake_is_named(capsys):
    cli.report("dev", REPLAYED, {})
    assert "nl2 Het kabinet legt vijftig kilometer fietspad aan." in capsys.readouterr().out


def test_another_split_is_refused():
    with pytest.raises(typer.Exit) as ended:
        cli.measure("all")
    assert ended.value.exit_code == 2


def test_the_committed_bars_can_be_read():
    assert read_bars()["all"]["faithful_kept"].must == 0.80


@pytest.mark.parametrize("text", ["[de]\n", "[all]\nshown = { must = 1 }\n", "oops"])
def test_wrong_bars_are_refused_with_their_file(tmp_path, text):
    file = tmp_path / "thresholds.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(str(file))):
        read_bars(file)
