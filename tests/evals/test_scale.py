"""The scale bench at a tiny size: figures that are what they say, and a second run that goes on where the first was."""

import json
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from evals.bench.scale import measured, papers_of, parse_sizes
from evals.bench.scale_table import markdown
from evals.bench.sized import FILTERS, Asked, Built
from evals.bench.vectors import KeptEncoder
from rag.errors import InputError
from rag.letters import read_letter
from tests.doubles import WordEncoder
from tests.evals.test_bench import papers

SENTENCE = (
    "De minister stelt nadere regels over de wijze waarop aanvraag {} wordt ingediend en door wie die wordt beoordeeld."
)
LAWS = [
    {"text": "\n\n".join(" ".join(SENTENCE.format(10 * law + block + n) for n in range(3)) for block in range(4))}
    for law in range(4)
]
PASSAGES = 60


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built, Asked]:
    """One tiny size, really built and asked, with half of its vectors copied."""
    folder = tmp_path_factory.mktemp("scale")
    built, asked = measured(papers(folder, laws=LAWS), folder / "kept", PASSAGES, most=30)
    return folder, built, asked


def test_an_index_of_the_size_is_built_and_asked(run: tuple[Path, Built, Asked]) -> None:
    folder, built, asked = run
    assert built.passages >= PASSAGES
    assert built.copies > 0
    index = folder / "kept" / str(PASSAGES) / "index"
    held = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
    assert held / 2 < built.disk_bytes <= held  # asking it adds a little
    assert set(built.seconds) == {"read", "encode", "words", "vectors"}
    assert min(built.seconds.values()) >= 0
    assert asked.recall > 0.9  # less than 1, since some passages are equally near
    assert asked.passing["no filter"] == 1
    assert 0 < asked.passing["one letter"] < 1
    assert {len(one) for one in asked.milliseconds.values()} == {len(asked.milliseconds["no filter"])}


def test_what_is_finished_is_not_done_again(run: tuple[Path, Built, Asked]) -> None:
    folder, built, asked = run
    assert measured(folder, folder / "kept", PASSAGES, most=30) == (built, asked)
    file = folder / "kept" / str(PASSAGES) / "asked.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"recall": 0.5}))
    assert measured(folder, folder / "kept", PASSAGES, most=30)[1].recall == 0.5


def test_papers_are_dated_and_taken_until_there_are_enough(tmp_path: Path) -> None:
    files = papers_of(papers(tmp_path, laws=LAWS), tmp_path / "letters", 30)
    assert [read_letter(file).date.year for file in files] == [2000, 2001]
    assert papers_of(tmp_path, tmp_path / "letters", 30) == files


def test_too_few_papers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"have \d+ passages, and 10,000 are needed\.$"):
        papers_of(papers(tmp_path, laws=LAWS), tmp_path / "letters", 10_000)
    assert not (tmp_path / "letters").exists()


def test_vectors_are_encoded_once_and_beyond_the_most_are_copies_that_stay_the_same(tmp_path: Path) -> None:
    words = WordEncoder()
    texts = [f"tekst nummer {number}" for number in range(6)]
    with closing(KeptEncoder(words, file=tmp_path / "kept", most=4)) as encoder:
        first = encoder.encode(texts)
        assert words.encoded == texts[:4]
        assert encoder.count() == 4
    with closing(KeptEncoder(words, file=tmp_path / "kept", most=4)) as encoder:
        assert np.array_equal(encoder.encode(texts), first)
    assert words.encoded == texts[:4]
    assert np.linalg.norm(first, axis=1) == pytest.approx(np.ones(6), abs=1e-5)
    assert np.array_equal(first[:4], WordEncoder().encode(texts[:4]))
    assert all(0.8 < max(first[:4] @ copy) < 0.95 for copy in first[4:])


@pytest.mark.parametrize(("text", "sizes"), [("10k,1M", [10_000, 1_000_000]), ("300", [300])])
def test_sizes_are_read(text: str, sizes: list[int]) -> None:
    assert parse_sizes(text) == sizes


@pytest.mark.parametrize("text", ["", "k", "10k,", "ten", "0", "-1k"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^--sizes is .*; give numbers of passages"):
        parse_sizes(text)


def sized(passages: int, milliseconds: float, copies: int = 0) -> tuple[Built, Asked]:
    steps = {"read": passages / 1000, "encode": 99.0, "words": 0.1, "vectors": 0.1}
    times = {name: [milliseconds] * 4 for name in FILTERS}
    built = Built(
        letters=1, passages=passages, copies=copies, seconds=steps, disk_bytes=9 * passages, peak_megabytes=300.0
    )
    passing = {name: 1.0 if name == "no filter" else 0.25 for name in FILTERS}
    return built, Asked(open_seconds=0.5, peak_megabytes=400.0, milliseconds=times, passing=passing, recall=0.995)


def test_table_has_a_column_a_size_and_says_how_figures_grow() -> None:
    lines = markdown([sized(1_000, 5.0), sized(10_000, 50.0, copies=7_000)]).splitlines()
    assert lines[0] == "|  | 1,000 passages | 10,000 passages | grows as |"
    assert "| - reading the letters, s | 1.0 | 10.0 | n^1.00 |" in lines
    assert "| building without encoding, s | 1.2 | 10.2 | n^0.93 |" in lines
    assert "| disk, bytes a passage | 9 | 9 | n^0.00 |" in lines
    assert "| retrieval, one year of twenty, p95, ms | 5.0 | 50.0 | n^1.00 |" in lines
    assert lines[-1].endswith("Not encoded: of 10,000 vectors 7,000 are jittered copies.")
    assert "one letter 25.0%" in lines[-1]
