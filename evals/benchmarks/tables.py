"""Every benchmark, as Markdown tables for the README."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from evals.bench.peers import minilm
from evals.bench.table import line
from evals.benchmarks.measures import answers_found, similarity_correlations, translations_found
from evals.benchmarks.sets import BITEXT, QUESTIONS, SIMILARITY, read_bitext, read_questions, read_similar
from evals.benchmarks.speed import Speed, speed
from evals.dataset import Dataset
from evals.stats import Estimate, rate
from rag.letters import Letter
from rag.store.embedding import BundledEncoder, Encoder
from rag.store.passages import cut

ENCODERS: Mapping[str, Callable[[], Encoder]] = {"Our encoder": BundledEncoder, "all-MiniLM-L6-v2 (English)": minilm}
FOLDER = "eval"
"""Where the test sets lie in a folder of data."""


def tables(dataset: Dataset, letters: Sequence[Letter], data: Path | None) -> Iterator[str]:
    """Each table as it is ready, the speed on the questions of a dataset and the passages of letters; a line in the
    place of each that lacks its file.

    Raises:
        InputError: a file has another form than is expected.
    """
    yield speed_table([question.question for question in dataset.questions], letters)
    if data is None:
        yield "Translation, similarity and Kamervragen: left out. Give a folder with their test sets, with DATA=folder."
        return
    folder = data / FOLDER
    yield encoder_table(folder, {name: make() for name, make in ENCODERS.items()})
    yield answer_table(folder, BundledEncoder())


def speed_table(questions: Sequence[str], letters: Sequence[Letter]) -> str:
    """How fast the encoders are: questions one at a time, the passages of letters all at once."""
    passages = [one.text for letter in letters for one in cut(letter, use_rendering=True)]
    rows = [(name, _speed_cells(speed(make, questions, passages))) for name, make in ENCODERS.items()]
    basis = (
        f"{len(questions)} questions, one at a time (median); {len(passages)} passages at once, of "
        f"{sum(map(len, passages)) / len(passages):.0f} characters on average; {os.cpu_count()} processors."
    )
    return _table("Speed of the encoders", ["ms a question", "passages a second", "memory, MB"], rows, basis)


def _speed_cells(found: Speed) -> list[str]:
    return [f"{found.milliseconds:.1f}", f"{found.passages_per_second:.0f}", f"{found.megabytes:.0f}"]


def encoder_table(folder: Path, encoders: Mapping[str, Encoder]) -> str:
    """Translations found first among all, and correlation with people's judgement of likeness."""
    heads: list[str] = []
    cells: dict[str, list[str]] = {name: [] for name in encoders}
    reach = 0.0
    lacking = []
    for title, file in BITEXT.items():
        if not (folder / file).exists():
            lacking.append(file)
            continue
        pairs = read_bitext(folder / file)
        for name, encoder in encoders.items():
            found = {way: rate(hits) for way, hits in translations_found(encoder, pairs).items()}
            reach = max(reach, *map(_reach, found.values()))
            cells[name] += [f"{one.value:.3f}" for one in found.values()]
        heads += [f"{title} ({len(pairs.dutch):,}) {way}" for way in found]
    if (folder / SIMILARITY).exists():
        similar = read_similar(folder / SIMILARITY)
        for name, encoder in encoders.items():
            correlations = similarity_correlations(encoder, similar)
            cells[name] += [f"{one:.3f}" for one in correlations.values()]
        heads += [f"STS-b ({len(similar.scores):,}) {way}" for way in correlations]
    else:
        lacking.append(SIMILARITY)
    basis = (
        "Translation: share of sentences whose nearest among all is their own translation; 95 % intervals reach "
        f"{reach:.3f} to either side at most. STS-b, test: Spearman's correlation with people's scores."
    )
    return _table("The encoders on translation and likeness", heads, list(cells.items()), basis + _left_out(lacking))


def answer_table(folder: Path, encoder: Encoder) -> str:
    """How often a minister's answer is among the first ten for a question of a member of parliament."""
    if not (folder / QUESTIONS).exists():
        return _left_out([QUESTIONS]).strip()
    pairs = read_questions(folder / QUESTIONS)
    found = {name: rate(hits) for name, hits in answers_found(pairs, encoder).items()}
    rows = [(name, [f"{one.value:.3f}", f"{one.low:.2f} - {one.high:.2f}"]) for name, one in found.items()]
    basis = f"{len(pairs)} real questions in Dutch, each asked of all {len(pairs)} answers."
    return _table("Kamervragen: question to answer", ["R@10", "95 % interval"], rows, basis)


def _reach(estimate: Estimate) -> float:
    return max(estimate.high - estimate.value, estimate.value - estimate.low)


def _left_out(files: Sequence[str]) -> str:
    return f" Left out, since they are not in {FOLDER}/: {', '.join(files)}." if files else ""


def _table(title: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], basis: str) -> str:
    lines = [f"**{title}**", "", line(["", *heads]), line(["---", *["--:"] * len(heads)])]
    lines += [line([name, *cells]) for name, cells in rows]
    return "\n".join([*lines, "", basis]) + "\n"
