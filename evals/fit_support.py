"""Fit the weights of `rag/checking/support.py`: `python -m evals.fit_support`.

On the development claims of `evals/checker`, with the renderings and without; the frozen claims are never read. Learnt
is what tells faithful claims from those unfaithful ones that no other gate catches. Prints the weights; a person puts
them into the file.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.opened import opened
from rag.checking.align import Aligner
from rag.checking.check import Checker
from rag.checking.gates import GateName
from rag.checking.model import Place
from rag.checking.statement import read_statement
from rag.checking.support import features
from rag.letters import find_letters
from rag.settings import Settings
from rag.store.index import Index

CLAIMS = Path(__file__).parent / "checker" / "dev.jsonl"
LETTERS = (Path(__file__).parents[1] / "seeds", Path(__file__).parent / "datasets" / "letters")
OFFSETS = ("bias", "english", "across")
"""Features that say what kind of claim it is, not how well it is borne out."""
FALSE_ALARMS = 0.03
"""Share of the faithful claims of each kind that may be given up."""
RIDGE = 2e-3
STEPS = 20


@dataclass(frozen=True, kw_only=True)
class Case:
    """One claim beside its sentences, and the truth about it."""

    found: Mapping[str, float]
    is_faithful: bool


def cases() -> Iterator[Case]:
    """The development claims that every gate but that of support passes; those left out are caught without it."""
    rows = [json.loads(line) for line in CLAIMS.read_text(encoding="utf-8").splitlines()]
    for use_renderings in (True, False):
        with opened(find_letters(list(LETTERS)), Settings(use_renderings=use_renderings)) as made:
            yield from _cases(made.index, rows if use_renderings else [r for r in rows if r["language"] == "en"])


def _cases(index: Index, rows: Sequence[Mapping[str, object]]) -> Iterator[Case]:
    checker, aligner = Checker(index), Aligner(index)
    for row in rows:
        places = [Place(**place) for place in row["cited"]]  # type: ignore[attr-defined]
        checked = checker.check(str(row["claim"]), places)
        statement = read_statement(str(row["claim"]), checked.language)
        alignment = aligner.choose(statement, [(place.letter, place.paragraph) for place in places])
        is_faithful = row["label"] == "supported"
        others = [one for one in checked.gates if not one.passed and one.gate is not GateName.SUPPORT]
        if alignment is not None and (is_faithful or not others):
            yield Case(found=features(alignment), is_faithful=is_faithful)


def fit(known: Sequence[Case]) -> dict[str, float]:
    """Logistic regression, then offsets by which each kind of faithful claim has the same share of false alarms."""
    names = list(known[0].found)
    rows = np.array([[case.found[name] for name in names] for case in known])
    truth = np.array([case.is_faithful for case in known], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(STEPS):  # Newton's method
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (truth - chance) / len(rows) - 2 * RIDGE * weights
        bend = (rows.T * (chance * (1 - chance))) @ rows / len(rows) + 2 * RIDGE * np.eye(len(names))
        weights += np.linalg.solve(bend, slope)
    learnt = dict(zip(names, weights.tolist(), strict=True))
    cuts = [_cut([case for case in known if case.is_faithful and _kind(case) == kind], learnt) for kind in range(3)]
    offsets = dict(zip(OFFSETS, (-cuts[0], cuts[0] - cuts[1], cuts[1] - cuts[2]), strict=True))
    return {name: round(weight, 2) for name, weight in (learnt | offsets).items()}


def _kind(case: Case) -> int:
    """0 for Dutch claims, 1 for English ones over a rendering, 2 for English ones over Dutch."""
    return int(case.found["english"] + case.found["across"])


def _cut(faithful: Sequence[Case], weights: Mapping[str, float]) -> float:
    """The log-odds without offsets below which the given share of these claims lies."""
    worth = [
        sum(weights[name] * value for name, value in case.found.items() if name not in OFFSETS) for case in faithful
    ]
    return float(np.quantile(worth, FALSE_ALARMS))


def main() -> None:
    """Print the weights."""
    known = list(cases())
    print(f"{len(known)} claims, {sum(case.is_faithful for case in known)} of them faithful")
    print("WEIGHTS", fit(known))


if __name__ == "__main__":
    main()
