"""Fit the weights of `rag/checking/support.py`: `python -m evals.fit_support [--papers DOCUMENTS CLAIMS NAME...]`.

On the development claims of `evals/checker`, with the renderings and without, and on claims about papers that the
network was not taught with, in the form of `rag/training/claims.py`; the frozen claims are never read. Learnt is what
tells faithful claims from those unfaithful ones that no other gate catches. Prints how many of the faithful claims
about papers do not pass, by which gates, and the weights; a person puts them into the file.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.checker.dataset import load
from evals.opened import opened
from evals.papers import bare_sentences, opened_paper, places_of, read_papers
from rag.checking.check import Checker
from rag.checking.gates import GateName
from rag.checking.model import Place
from rag.checking.statement import read_statement
from rag.checking.support import features
from rag.settings import Settings
from rag.store.index import Index
from rag.training.claims import read_groups, without_holders

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
    stopped_by: tuple[GateName, ...]
    """The gates that did not pass it."""


def development_cases() -> Iterator[Case]:
    """The development claims that every gate but that of support passes; those left out are caught without it."""
    claims = load("dev")
    for use_renderings in (True, False):
        with opened(claims.letter_files, Settings(use_renderings=use_renderings)) as made:
            judge = Judge(made.index)
            for one in claims.claims:
                if use_renderings or one.language == "en":
                    yield from judge.case(one.claim, one.cited, is_faithful=one.is_faithful)


def paper_cases(documents: Path, claims: Path, names: Sequence[str]) -> Iterator[Case]:
    """The same for claims about papers, each paper an index of its own."""
    papers = read_papers(documents)
    groups = read_groups(claims)
    for name in names:
        with opened_paper(papers[name], name) as made:
            judge = Judge(made.index)
            (letter,) = made.index.letters.values()
            for group in (group for group in groups if group.doc == name):
                places = places_of(letter, bare_sentences(papers[name], group.source))
                yield from judge.case(group.right, places, is_faithful=True)
                for _, wrong in without_holders(group).wrong:
                    yield from judge.case(wrong, places, is_faithful=False)


class Judge:
    """Holds claims against the letters of an index."""

    def __init__(self, index: Index) -> None:
        self._checker = Checker(index)

    def case(self, claim: str, places: Sequence[Place], *, is_faithful: bool) -> Iterator[Case]:
        """The claim, unless a gate other than that of support catches it, or no paragraph is given."""
        if not places:
            return
        checked = self._checker.check(claim, places)
        statement = read_statement(claim, checked.language)
        alignment = self._checker.aligner.choose(statement, [(place.letter, place.paragraph) for place in places])
        stopped = [one.gate for one in checked.gates if not one.passed]
        if alignment is not None and (is_faithful or set(stopped) <= {GateName.SUPPORT}):
            yield Case(found=features(alignment), is_faithful=is_faithful, stopped_by=tuple(stopped))


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
    """Read the command line, print false alarms and weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--papers", nargs="+", default=[], metavar="FILE", help="DOCUMENTS CLAIMS NAME...")
    given = parser.parse_args()
    known = list(development_cases())
    if given.papers:
        documents, claims, *names = given.papers
        of_papers = list(paper_cases(Path(documents), Path(claims), names))
        faithful = [case for case in of_papers if case.is_faithful]
        stopped = Counter(gate.value for case in faithful for gate in case.stopped_by)
        for language, name in enumerate(("Dutch", "English")):
            own = [case for case in faithful if case.found["english"] == language]
            print(f"{sum(bool(case.stopped_by) for case in own)} of {len(own)} faithful {name} claims are not passed")
        print("The gates that did not pass them:", dict(stopped))
        known += of_papers
    print(f"{len(known)} claims, {sum(case.is_faithful for case in known)} of them faithful")
    print("SUPPORT", fit(known))


if __name__ == "__main__":
    main()
