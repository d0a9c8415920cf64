"""The public test sets in a folder of data: what is read of each, and what is said of a file that does not fit."""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.errors import InputError

BITEXT = {
    "Flores-101": "flores101_devtest.tsv",
    "Tatoeba": "tatoeba_laser.tsv",
    "treaties": "treaty_bitext_dev.tsv",
}
"""Files of sentences with their translations, by name."""
SIMILARITY = "stsb_nl_en_test.tsv"
QUESTIONS = "kamervragen_qa_dev.jsonl"


@dataclass(frozen=True, kw_only=True)
class Bitext:
    """Sentences and their translations, in the same order."""

    english: tuple[str, ...]
    dutch: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Similar:
    """Pairs of sentences in both languages, and how alike people found each pair: 0 to 5."""

    dutch: tuple[tuple[str, str], ...]
    english: tuple[tuple[str, str], ...]
    scores: tuple[float, ...]


def read_bitext(file: Path) -> Bitext:
    """A line a pair: English, a tab, Dutch; what comes after another tab is not read.

    Raises:
        InputError: the file cannot be read, or has another form.
    """
    rows = _rows(file, columns=2)
    return Bitext(english=tuple(row[0] for row in rows), dutch=tuple(row[1] for row in rows))


def read_similar(file: Path) -> Similar:
    """A head, then a line a pair: two Dutch sentences, the same two in English, the score.

    Raises:
        InputError: the file cannot be read, or has another form.
    """
    _, *rows = _rows(file, columns=5)
    try:
        scores = tuple(float(row[4]) for row in rows)
    except ValueError as error:
        raise InputError(f"{str(file)!r}: {error}. The fifth column is a number.") from error
    return Similar(
        dutch=tuple((row[0], row[1]) for row in rows), english=tuple((row[2], row[3]) for row in rows), scores=scores
    )


def read_questions(file: Path) -> list[tuple[str, str]]:
    """Questions with their answers, each on one line: a JSON object with `question` and `answer` a line.

    Raises:
        InputError: the file cannot be read, or has another form.
    """
    pairs = []
    for number, line in enumerate(_text(file).splitlines(), start=1):
        try:
            row = json.loads(line)
            pairs.append((" ".join(row["question"].split()), " ".join(row["answer"].split())))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{str(file)!r}, line {number}: {error!r}. Give `question` and `answer`.") from error
    return pairs


def _rows(file: Path, *, columns: int) -> Sequence[list[str]]:
    rows = list(csv.reader(_text(file).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, start=1):
        if len(row) < columns:
            raise InputError(f"{str(file)!r}, line {number}: {len(row)} columns. Give {columns}, with tabs between.")
    return rows


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{str(file)!r} cannot be read: {error}. Give text in UTF-8, or take it away.") from error
