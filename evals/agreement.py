"""How far a judge can be trusted: its verdicts beside labels of our own, on the claims of a run and on broken ones."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from evals.answers import Claim
from evals.judges import Judge, Judgement, Ruling
from evals.metrics import is_verbatim, source_of
from evals.score import Scored
from evals.stats import Estimate, rate
from rag.letters import Letter

CACHE = "judge-cache.jsonl"
_NUMBER = re.compile(r"(?<![\w.,])\d+(?![\w.,]*\d)")
_NEGATION = re.compile(r"\b(?:niet|not)\s+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A claim, the text that it is held against, and our label."""

    premise: str
    claim: str
    language: str
    is_supported: bool
    kind: str
    """`cited`, or what was broken: `number`, `negation` or `place`."""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """What a judge says of a run, and how often it says what we do."""

    judge: str
    run: str
    supported: Estimate | None
    """Of the claims that the run makes; None where none could be scored."""
    kappa: float | None
    """Cohen's, of supported or not; None where it is not defined."""
    n: int
    """Cases with a verdict."""
    unscorable: int

    def __str__(self) -> str:
        share, kappa = "none", "not defined"
        if self.supported:
            one = self.supported
            share = f"{one.value:.3f} [{one.low:.2f}–{one.high:.2f}] (n = {one.n})"
        if self.kappa is not None:
            kappa = f"{self.kappa:.2f}"
        return (
            f"{self.run}, judged by {self.judge}: claims supported {share}; agreement with our labels on these and on "
            f"broken ones: kappa {kappa} (n = {self.n}), unscorable {self.unscorable}. The gate does not look at this."
        )


class Remembered:
    """A judge that is asked once: its verdicts are kept in a file, by judge, premise, claim and language.

    What could not be scored is not kept, so that it is asked again.
    """

    def __init__(self, judge: Judge, file: Path) -> None:
        self._judge = judge
        self._file = file
        self.name = judge.name
        self._known = dict(_read(file))

    def judge(self, premise: str, claim: str, *, language: str) -> Judgement:
        """The verdict of now or of the last time."""
        key = hashlib.sha256(json.dumps([self.name, premise, claim, language]).encode()).hexdigest()
        if key not in self._known:
            given = self._judge.judge(premise, claim, language=language)
            if given.verdict is Ruling.UNSCORABLE:
                return given
            self._known[key] = given
            row = {"key": key, "judge": self.name, "claim": claim} | given.model_dump(mode="json")
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8", newline="\n") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return self._known[key]


def _read(file: Path) -> Iterator[tuple[str, Judgement]]:
    """What was kept; a line that was cut off when the program was stopped is as good as none."""
    for line in file.read_text(encoding="utf-8").split("\n") if file.is_file() else ():
        try:
            yield json.loads(line)["key"], Judgement.model_validate_json(line)
        except (ValueError, KeyError, TypeError, ValidationError):
            continue


def cases(run: Scored) -> list[Case]:
    """Each verbatim claim of a run with what it cites, once, and after it a broken twin where one can be made."""
    letters, found = run.plan.dataset.letters, {}
    for question in run.plan.dataset.questions:
        answer = run.answers[question.id]
        for claim in answer.claims:
            if premise := _premise(claim, letters):
                cited = Case(
                    premise=premise, claim=claim.text, language=answer.language, is_supported=True, kind="cited"
                )
                found[premise, claim.text] = (cited, _broken(cited, letters[claim.citations[0].letter]))
    return [case for pair in found.values() for case in pair if case]


def _premise(claim: Claim, letters: Mapping[str, Letter]) -> str:
    """The cited texts; empty where the claim cites the letterhead or is not verbatim."""
    if not claim.citations or not all(one.paragraph and is_verbatim(one, letters) for one in claim.citations):
        return ""
    return "\n\n".join(dict.fromkeys(source_of(one, letters) or "" for one in claim.citations))


def _broken(cited: Case, letter: Letter) -> Case | None:
    """The claim with another number, without its negation, or else held against a paragraph half a letter away."""
    number = _NUMBER.search(cited.claim)
    premise, claim, kind = cited.premise, cited.claim, "place"
    if number and (other := str(int(number[0]) + 7)) not in premise:
        claim, kind = f"{claim[: number.start()]}{other}{claim[number.end() :]}", "number"
    elif _NEGATION.search(claim):
        claim, kind = _NEGATION.sub("", claim, count=1), "negation"
    else:
        texts = [paragraph.text for paragraph in letter.paragraphs]
        middle = next((place for place, text in enumerate(texts) if text in premise), 0) + len(texts) // 2
        texts = [texts[(middle + step) % len(texts)] for step in range(len(texts))]
        other = next((text for text in texts if text not in cited.premise and claim not in text), "")
        if not other:
            return None
        premise = other
    return Case(premise=premise, claim=claim, language=cited.language, is_supported=False, kind=kind)


def agreement(judge: Judge, run: Scored, progress: Callable[[], None] = lambda: None) -> Agreement:
    """Ask the judge about every case of a run."""
    judged = []
    for case in cases(run):
        judged.append((case, judge.judge(case.premise, case.claim, language=case.language).verdict))
        progress()
    scored = [(case, verdict is Ruling.SUPPORTED) for case, verdict in judged if verdict is not Ruling.UNSCORABLE]
    own = [float(says) for case, says in scored if case.kind == "cited"]
    return Agreement(
        judge=judge.name,
        run=run.plan.name,
        supported=rate(own) if own else None,
        kappa=kappa([(case.is_supported, says) for case, says in scored]),
        n=len(scored),
        unscorable=len(judged) - len(scored),
    )


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of two raters; None of no pairs, and where chance alone explains all agreement."""
    if not pairs:
        return None
    n = len(pairs)
    agreed = sum(one == other for one, other in pairs) / n
    first, second = (sum(column) / n for column in zip(*pairs, strict=True))
    chance = first * second + (1 - first) * (1 - second)
    return (agreed - chance) / (1 - chance) if chance < 1 else None
