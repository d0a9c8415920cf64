"""The labelled claims are sound, and a checker's verdicts on them are scored as one would by hand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from evals.bars import Bar, signs
from evals.checker.bars import failing, read_bars
from evals.checker.baselines import baselines
from evals.checker.cli import measure, opened_check
from evals.checker.dataset import FAMILIES, FROZEN, MISPLACED, Claims, Edit, load
from evals.checker.judging import judge
from evals.checker.score import cited_figures, searched_figures
from evals.dataset import check_frozen
from rag.checking.model import Checked, Place, Verdict
from rag.errors import InputError
from tests.conftest import CYCLING
from tests.evals.conftest import LETTER, write_lines

KEPT = "Het kabinet wil het Fietsverdrag niet opzeggen."
COSTS = "De kosten bedragen 12 miljoen euro."


def row(name: str, claim: str, *, paragraph: int = 1, **changes: object) -> dict[str, object]:
    """An original, with changes; its pair is the first letter of its id."""
    cited = [{"letter": LETTER, "paragraph": paragraph}]
    sound = {"language": "nl", "cited": cited, "label": "supported", "edit": "original", "class": None}
    return {"id": name, "pair": name[0], "claim": claim} | sound | {"family": "original"} | changes


def twin(name: str, claim: str, kind: str, family: str, **changes: object) -> dict[str, object]:
    wrong: dict[str, object] = {"edit": "unfaithful", "label": "contradicted", "class": kind, "family": family}
    return row(name, claim, **wrong | changes)


ROWS = (
    row("a0", COSTS),
    row("a1", "The costs are 12 million euros.", language="en", edit="preserving", family="translation"),
    twin("a2", "De kosten bedragen 21 miljoen euro.", "number", "number-novel"),
    twin("a3", "The costs are 12 billion euros.", "mistranslation", "mistranslation", language="en"),
    row("b0", KEPT, paragraph=3),
    twin("b1", "Het kabinet wil het Fietsverdrag opzeggen.", "polarity", "negation", paragraph=3),
    twin("b2", "De gemeenten willen het Fietsverdrag niet opzeggen.", "holder", "holder-swap", paragraph=3)
    | {"label": "other_holder"},
    twin("b3", KEPT, "citation", "citation-neighbour", paragraph=2, label="not_found"),
)
FIRST_ONLY = dict.fromkeys(("a0", "a1", "b0"), Verdict.SUPPORTED)


def loaded(folder: Path, *rows: dict[str, object]) -> Claims:
    letter = folder / f"{LETTER}.txt"
    letter.write_text(CYCLING, encoding="utf-8")
    for split in ("dev", "test"):
        write_lines(folder / f"{split}.jsonl", list(rows))
    return load("dev", folder=folder, letters=[letter])


class Said:
    """Says of each claim what it was told to say, else that the letter contradicts it."""

    def __init__(self, claims: Claims, verdicts: Mapping[str, Verdict]) -> None:
        self._verdicts = {(one.claim, one.cited): verdicts.get(one.id, Verdict.CONTRADICTED) for one in claims.claims}
        self._bare = {one.claim: verdicts.get(one.id, Verdict.CONTRADICTED) for one in reversed(claims.claims)}

    def __call__(self, claim: str, cited: Sequence[Place], *, language: str) -> Checked:
        verdict = self._verdicts[claim, tuple(cited)] if cited else self._bare[claim]
        return Checked(claim=claim, language=language, verdict=verdict, citations=(), gates=())


@pytest.fixture
def claims(tmp_path: Path) -> Claims:
    return loaded(tmp_path, *ROWS)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([ROWS[0], ROWS[0]], ":2: the id 'a0' is taken by line 1. Give each claim its own.", id="id"),
        pytest.param(
            [row("a0", COSTS, paragraph=9)],
            f":1: '{LETTER}' has no paragraph 9; it has 1 to 3. Correct the number.",
            id="paragraph",
        ),
        pytest.param(
            [row("a0", COSTS, cited=[{"letter": "x", "paragraph": 1}])],
            f":1: there is no letter 'x'. Known are: {LETTER}.",
            id="letter",
        ),
        pytest.param(
            [row("a0", COSTS, label="true")],
            ":1: `label`: Input should be 'supported', 'partly', 'contradicted', 'other_holder' or 'not_found'. "
            "Correct the line.",
            id="label",
        ),
        pytest.param([ROWS[2]], ":1: the pair 'a' has 0 originals. Give it one.", id="no original"),
        pytest.param(
            [ROWS[0], ROWS[0] | {"id": "a9"}, ROWS[2]], ":1: the pair 'a' has 2 originals. Give it one.", id="two"
        ),
        pytest.param([ROWS[0]], ":1: the pair 'a' has no unfaithful twin. Give it one.", id="no twin"),
        pytest.param(
            [row("a0", COSTS, label="partly")],
            ":1: Value error, a claim with edit 'original' cannot have the label 'partly'. Correct the line.",
            id="edit",
        ),
        pytest.param(
            [ROWS[0], ROWS[2] | {"class": "spelling"}],
            ":2: Value error, an unfaithful claim has one of the classes number, holder, polarity, citation, scope, "
            "mistranslation. Correct the line.",
            id="class",
        ),
        pytest.param(
            [row("a0", COSTS) | {"class": "number"}],
            ":1: Value error, a faithful claim has no class. Correct the line.",
            id="class of a faithful one",
        ),
        pytest.param(
            [ROWS[0], ROWS[2] | {"family": "negation"}],
            ":2: Value error, the family 'negation' is none of number-novel, number-in-source, date, article-number. "
            "Correct the line.",
            id="family",
        ),
        pytest.param([], " holds no claim. An empty set cannot be scored.", id="empty"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(tmp_path: Path, rows: list[dict[str, object]], message: str) -> None:
    with pytest.raises(InputError) as caught:
        loaded(tmp_path, *rows)
    assert str(caught.value) == f"{tmp_path / 'dev.jsonl'}{message}"


def test_a_missing_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load("dev", folder=tmp_path)


def test_the_frozen_claims_are_unchanged() -> None:
    check_frozen(FROZEN)


def test_no_paragraph_is_cited_in_both_splits() -> None:
    dev, test = (
        {(place.letter, place.paragraph) for claim in load(split).claims for place in claim.cited}
        for split in ("dev", "test")
    )
    assert dev
    assert test
    assert not dev & test


def test_every_class_and_language_is_there_often_enough() -> None:
    dev, test = load("dev").claims, load("test").claims
    for split in (dev, test):
        assert {claim.kind for claim in split if claim.kind} == set(FAMILIES)
    both = (*dev, *test)
    assert min(Counter(claim.kind for claim in both if claim.kind).values()) >= 40
    originals = Counter(claim.language for claim in both if claim.edit is Edit.ORIGINAL)
    assert originals.total() >= 110
    assert min(originals.values()) >= 0.4 * originals.total()
    assert 0.35 <= len(dev) / len(both) <= 0.5


def test_what_a_faithful_claim_quotes_stands_in_its_paragraph() -> None:
    for split in ("dev", "test"):
        claims = load(split)
        for claim in claims.claims:
            if claim.is_faithful and "«" in claim.claim:
                (place,) = claim.cited
                paragraph = claims.letters[place.letter].paragraph(place.paragraph)
                quote = claim.claim.partition("«")[2].partition("»")[0]
                assert paragraph is not None
                assert quote in paragraph.text, claim.id


def test_a_check_without_fault_gets_full_marks(claims: Claims) -> None:
    figures = cited_figures(judge(claims, Said(claims, {claim.id: claim.label for claim in claims.claims})))
    assert [figures[name]["all"].value for name in figures] == [1.0, 0.0, 1.0, 1.0, 1.0]


def test_misses_and_false_alarms_count_where_they_belong(claims: Claims) -> None:
    said = Said(claims, {"a0": Verdict.SUPPORTED, "a2": Verdict.SUPPORTED, "b0": Verdict.PARTLY})
    figures = cited_figures(judge(claims, said))
    detection, alarms = figures["detection"], figures["false_alarms"]
    assert (detection["all"].value, detection["all"].n) == (0.8, 5)
    assert (detection["number"].value, detection["number-novel"].value, detection["holder-swap"].value) == (0, 0, 1)
    assert (detection["nl"].value, detection["en"].value) == (0.75, 1.0)
    assert alarms["all"].value == pytest.approx(2 / 3)
    assert (alarms["nl"].value, alarms["en"].value) == (0.5, 1.0)
    assert (alarms["original"].value, alarms["preserving"].value) == (0.5, 1.0)
    assert figures["pair_accuracy"]["all"].value == pytest.approx(1 / 5)  # only a3: its original passes, it does not
    assert figures["balanced_accuracy"]["all"].value == pytest.approx((4 / 5 + 1 / 3) / 2)
    assert figures["ppv"]["all"].value == pytest.approx(0.05 * 0.8 / (0.05 * 0.8 + 0.95 * 2 / 3))


def test_a_share_has_wilsons_interval(claims: Claims) -> None:
    detection = cited_figures(judge(claims, Said(claims, {"a2": Verdict.SUPPORTED})))["detection"]["all"]
    assert (detection.value, round(detection.low, 3), round(detection.high, 3)) == (0.8, 0.376, 0.964)


def test_without_citations_the_verdicts_count_and_misplaced_claims_do_not(claims: Claims) -> None:
    judged = judge(
        claims, Said(claims, FIRST_ONLY | {"b2": Verdict.OTHER_HOLDER, "a3": Verdict.PARTLY}), is_citing=False
    )
    assert [claim.id for claim in judged.claims] == ["a0", "a1", "a2", "a3", "b0", "b1", "b2"]
    assert not {claim.family for claim in judged.claims} & MISPLACED
    figures = searched_figures(judged)
    # supported 3 of 3, contradicted 2 of 3 with no other called so (F1 4/5), other_holder 1 of 1
    assert figures["macro_f1"]["all"].value == pytest.approx((1 + 4 / 5 + 1) / 3)
    assert figures["recall"]["other_holder"].value == 1.0
    assert figures["recall"]["contradicted"].value == pytest.approx(2 / 3)
    assert figures["milliseconds"]["all"].value >= 0


def test_each_baseline_sees_its_one_thing(claims: Claims) -> None:
    flagged = {
        name: {claim.id for claim in claims.claims if not judge(claims, one).passes(claim)}
        for name, one in baselines(claims.letters).items()
    }
    assert flagged["always supported"] == set()
    assert flagged["number only"] == {"a2"}
    assert flagged["negation only"] == {"b1", "b3"}
    assert {"a2", "b3"} <= flagged["containment"]
    assert "b3" not in flagged["whole letter"]


def test_a_figure_below_its_blocking_bar_shuts_the_gate(claims: Claims) -> None:
    figures = cited_figures(judge(claims, Said(claims, {"a2": Verdict.SUPPORTED})))
    bars = {
        "detection": {"all": Bar(blocking=0.81), "nl": Bar(must=0.9), "article-number": Bar(blocking=0.5)},
        "false_alarms": {"nl": Bar(blocking=0.9), "en": Bar(blocking=1.0)},
    }
    assert failing(figures, bars) == [
        "detection all: 0.800 (n=5) is below the threshold 0.81",
        "detection article-number: no claim measures it",
        "false_alarms nl: 1.000 (n=2) is above the threshold 0.9",
    ]


def test_a_bar_says_whether_it_is_met() -> None:
    assert signs(0.85, Bar(must=0.8, aim=0.92), less_is_better=False) == [("must", 0.8, "✓"), ("aim", 0.92, "✗")]
    assert signs(0.05, Bar(must=0.12, aim=0.05), less_is_better=True) == [("must", 0.12, "✓"), ("aim", 0.05, "✓")]


@pytest.mark.parametrize("text", ["[detections]\nall = { must = 1 }", "[detection]\nfr = { must = 1 }", "[detection"])
def test_bars_that_name_nothing_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "thresholds.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"thresholds\.toml"):
        read_bars(file)


def test_the_bars_of_the_checker_can_be_read() -> None:
    assert read_bars()["detection"]["all"].must == 0.80


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_report_shows_mistakes_of_the_dev_split_only(claims: Claims, tmp_path: Path, split: str) -> None:
    chosen = load(split, folder=tmp_path, letters=claims.letter_files)
    measure(chosen, Said(chosen, FIRST_ONLY | {"a2": Verdict.SUPPORTED}), tmp_path / "runs" / "report.md", read_bars())
    report = (tmp_path / "runs" / "report.md").read_text("utf-8")
    assert "| detection | all | 0.80 [0.38–0.96] n=5 |" in report
    assert ("21 miljoen" in report) == (split == "dev")


def test_the_real_checker_tells_a_copy_from_a_swapped_number(claims: Claims) -> None:
    with opened_check(claims) as check:
        place = (Place(letter=LETTER, paragraph=1),)
        assert check(COSTS, place, language="nl").verdict is Verdict.SUPPORTED
        assert check("De kosten bedragen 21 miljoen euro.", place, language="nl").verdict is not Verdict.SUPPORTED
