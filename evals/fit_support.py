"""Fit the weights of `rag/checking/support.py`: `python -m evals.fit_support [--papers DOCUMENTS CLAIMS NAME...]`.

On the development claims of `evals/checker`, with the renderings and without, and on claims about papers that the
network was not taught with, in the form of `rag/training/claims.py`; the frozen claims are never read. Learnt is what
tells faithful claims from those unfaithful ones that no other gate catches (SUPPORT), and the sentences that a claim is
about from the nearest of the others (NEAR). Prints how many of the faithful claims about papers do not pass, by which
gates, and the weights; a person puts them into the file.
"""

import argparse
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.checker.dataset import MISPLACED, load
from evals.opened import opened
from evals.papers import bare_sentences, opened_paper, places_of, read_papers
from rag.checking.alignment import Alignment
from rag.checking.check import Checker
from rag.checking.gates import GateName
from rag.checking.model import Place
from rag.checking.statement import language_of, read_statement
from rag.checking.support import SUPPORTED_FROM, features
from rag.retrieval.question import understand
from rag.retrieval.search import Searcher
from rag.settings import Settings
from rag.store.index import Index
from rag.training.claims import read_groups, without_holders

OFFSETS = ("bias", "english", "across")
"""Features that say what kind of claim it is, not how well it is borne out."""
READ = ("proof", "proved_share")
"""Features that say whether a claim is borne out, not what it is about."""
PARAGRAPHS = 6
FALSE_ALARMS = 0.03
"""Share of the faithful claims of each kind that may be given up."""
RIDGE = 2e-3
STEPS = 20


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A claim beside the sentences that it rests on."""

    found: Mapping[str, float]
    is_faithful: bool
    stopped_by: tuple[GateName, ...]
    """The gates that did not pass it."""


@dataclass(frozen=True, kw_only=True)
class Searched:
    """A claim beside sentences that a search found."""

    found: Mapping[str, float]
    is_near: bool
    """Whether it is about them."""


Case = Judged | Searched


def development_cases() -> Iterator[Case]:
    """The development claims."""
    claims = load("dev")
    for use_renderings in (True, False):
        with opened(claims.letter_files, Settings(use_renderings=use_renderings)) as made:
            weigher = Weigher(made.index)
            for one in claims.claims:
                if use_renderings or one.language == "en":
                    yield from weigher.judged(one.claim, one.cited, is_faithful=one.is_faithful)
                    if one.family not in MISPLACED:
                        yield from weigher.searched(one.claim, one.cited)


def paper_cases(documents: Path, claims: Path, names: Sequence[str]) -> Iterator[Case]:
    """The same for claims about papers, each paper an index of its own."""
    papers = read_papers(documents)
    groups = read_groups(claims)
    for name in names:
        with opened_paper(papers[name], name) as made:
            weigher = Weigher(made.index)
            (letter,) = made.index.letters.values()
            for group in (group for group in groups if group.doc == name):
                places = places_of(letter, bare_sentences(papers[name], group.source))
                yield from weigher.judged(group.right, places, is_faithful=True)
                yield from weigher.searched(group.right, places)
                for _, wrong in without_holders(group).wrong:
                    yield from weigher.judged(wrong, places, is_faithful=False)
                for _, wrong in group.wrong[:1]:
                    yield from weigher.searched(wrong, places)


class Weigher:
    """Holds claims against the letters of an index."""

    def __init__(self, index: Index) -> None:
        self._checker, self._searcher, self._index = Checker(index), Searcher(index), index

    def judged(self, claim: str, places: Sequence[Place], *, is_faithful: bool) -> Iterator[Judged]:
        """The claim, unless a gate other than that of support catches it, or no paragraph is given."""
        if not places:
            return
        checked = self._checker.check(claim, places)
        alignment = self._aligned(claim, checked.language, [(place.letter, place.paragraph) for place in places])
        stopped = [one.gate for one in checked.gates if not one.passed]
        if alignment is not None and (is_faithful or set(stopped) <= {GateName.SUPPORT}):
            yield Judged(found=features(alignment), is_faithful=is_faithful, stopped_by=tuple(stopped))

    def searched(self, claim: str, places: Sequence[Place]) -> Iterator[Searched]:
        """The claim beside what a search finds, where that is one of these paragraphs, and beside the best others."""
        right = {(place.letter, place.paragraph) for place in places}
        language = language_of(claim, self._index.vocabularies)
        question = understand(claim, (), language, self._index.vocabularies)
        hits = [(hit.letter, hit.paragraph) for hit in self._searcher.search(question, PARAGRAPHS + len(right))]
        found = self._aligned(claim, language, hits[:PARAGRAPHS])
        if found and (found.sources[0].letter.id, found.sources[0].paragraph.number) in right:
            yield Searched(found=features(found), is_near=True)
        if other := self._aligned(claim, language, [hit for hit in hits if hit not in right][:PARAGRAPHS]):
            yield Searched(found=features(other), is_near=False)

    def _aligned(self, claim: str, language: str, places: Sequence[tuple[str, int]]) -> Alignment | None:
        return self._checker.aligner.choose(read_statement(claim, language), places)


def fit(rows: Sequence[Mapping[str, float]], truth: Sequence[bool]) -> dict[str, float]:
    """Weights of a logistic regression."""
    names = list(rows[0])
    table, wanted = np.array([[row[name] for name in names] for row in rows]), np.array(truth, dtype=float)
    weights = np.zeros(len(names))
    for _ in range(STEPS):  # Newton's method
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (wanted - chance) / len(table) - 2 * RIDGE * weights
        bend = (table.T * (chance * (1 - chance))) @ table / len(table) + 2 * RIDGE * np.eye(len(names))
        weights += np.linalg.solve(bend, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def with_equal_alarms(weights: Mapping[str, float], known: Sequence[Judged]) -> dict[str, float]:
    """The weights with offsets by which each kind of faithful claim has the same share of false alarms."""
    cuts = [_cut([case for case in known if case.is_faithful and _kind(case) == kind], weights) for kind in range(3)]
    passing = math.log(SUPPORTED_FROM / (1 - SUPPORTED_FROM))
    offsets = dict(zip(OFFSETS, (passing - cuts[0], cuts[0] - cuts[1], cuts[1] - cuts[2]), strict=True))
    return dict(weights) | offsets


def _kind(case: Judged) -> int:
    """0 for Dutch claims, 1 for English ones over a rendering, 2 for English ones over Dutch."""
    return int(case.found["english"] + case.found["across"])


def _cut(faithful: Sequence[Judged], weights: Mapping[str, float]) -> float:
    """The log-odds without offsets below which the given share of these claims lies."""
    worth = [
        sum(weights[name] * value for name, value in case.found.items() if name not in OFFSETS) for case in faithful
    ]
    return float(np.quantile(worth, FALSE_ALARMS))


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, 2) for name, weight in weights.items()}


def _print_alarms(of_papers: Sequence[Judged]) -> None:
    faithful = [case for case in of_papers if case.is_faithful]
    stopped = Counter(gate.value for case in faithful for gate in case.stopped_by)
    for language, name in enumerate(("Dutch", "English")):
        own = [case for case in faithful if case.found["english"] == language]
        print(f"{sum(bool(case.stopped_by) for case in own)} of {len(own)} faithful {name} claims are not passed")
    print("The gates that did not pass them:", dict(stopped))


def main() -> None:
    """Read the command line, print false alarms and weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--papers", nargs="+", default=[], metavar="FILE", help="DOCUMENTS CLAIMS NAME...")
    given = parser.parse_args()
    cases = list(development_cases())
    if given.papers:
        documents, claims, *names = given.papers
        of_papers = list(paper_cases(Path(documents), Path(claims), names))
        _print_alarms([case for case in of_papers if isinstance(case, Judged)])
        cases += of_papers
    judged = [case for case in cases if isinstance(case, Judged)]
    searched = [case for case in cases if isinstance(case, Searched)]
    print(f"{len(judged)} claims, {sum(case.is_faithful for case in judged)} of them faithful")
    support = fit([case.found for case in judged], [case.is_faithful for case in judged])
    print("SUPPORT", _rounded(with_equal_alarms(support, judged)))
    print(f"{len(searched)} findings, {sum(case.is_near for case in searched)} of them what a claim is about")
    bare = [{name: value for name, value in case.found.items() if name not in READ} for case in searched]
    print("NEAR", _rounded(fit(bare, [case.is_near for case in searched])))


if __name__ == "__main__":
    main()
