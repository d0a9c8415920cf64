"""What any checker must beat: simple checks of one idea each."""

import re
from collections.abc import Callable, Mapping, Sequence

from evals.checker.judging import Check
from rag.checking.model import Checked, Place, Verdict
from rag.letters import Letter
from rag.store.words import content_words, fold, lemma

Letters = Mapping[str, Letter]
_Supports = Callable[[str, Sequence[Place], str], bool]

ENOUGH = 0.9
"""The share of a claim's words that must be in the evidence: of the tenths, the one that tells most apart on dev."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W_]+")
_NEGATIONS = {
    "nl": frozenset("niet geen nooit noch zonder nauwelijks zelden niemand niets evenmin".split()),
    "en": frozenset("not no never neither nor without hardly seldom rarely nobody nothing".split()),
}


def baselines(letters: Letters) -> dict[str, Check]:
    """The baselines by name, over the Dutch text of the letters."""
    return {
        "always supported": _as_check(lambda *_: True),
        "containment": _as_check(_contained(letters, _paragraphs)),
        "number only": _as_check(_numbers(letters)),
        "negation only": _as_check(_negations(letters)),
        "whole letter": _as_check(_contained(letters, _whole)),
    }


def _as_check(supports: _Supports) -> Check:
    def check(claim: str, cited: Sequence[Place], *, language: str) -> Checked:
        verdict = Verdict.SUPPORTED if supports(claim, cited, language) else Verdict.NOT_FOUND
        return Checked(claim=claim, language=language, verdict=verdict, citations=(), gates=())

    return check


def _contained(letters: Letters, evidence: Callable[[Letters, Sequence[Place]], list[str]]) -> _Supports:
    """Most content words of the claim are in the evidence."""

    def supports(claim: str, cited: Sequence[Place], language: str) -> bool:
        return _containment(claim, " ".join(evidence(letters, cited)), language) >= ENOUGH

    return supports


def _numbers(letters: Letters) -> _Supports:
    """All digits of the claim are in the cited paragraphs."""

    def supports(claim: str, cited: Sequence[Place], _language: str) -> bool:
        return _digits(claim) <= _digits(" ".join(_paragraphs(letters, cited)))

    return supports


def _negations(letters: Letters) -> _Supports:
    """The claim and the cited sentence that is likest to it both have an even, or both an odd number of negations."""

    def supports(claim: str, cited: Sequence[Place], language: str) -> bool:
        sentences = [
            sentence.text
            for place in cited
            if (paragraph := letters[place.letter].paragraph(place.paragraph))
            for sentence in paragraph.sentences
        ]
        nearest = max(sentences, key=lambda sentence: _containment(claim, sentence, language))
        return _is_negated(claim, language) == _is_negated(nearest, "nl")

    return supports


def _paragraphs(letters: Letters, cited: Sequence[Place]) -> list[str]:
    found = (letters[place.letter].paragraph(place.paragraph) for place in cited)
    return [paragraph.text for paragraph in found if paragraph]


def _whole(letters: Letters, cited: Sequence[Place]) -> list[str]:
    return [paragraph.text for name in {place.letter for place in cited} for paragraph in letters[name].paragraphs]


def _containment(claim: str, evidence: str, language: str) -> float:
    wanted = {lemma(word, language) for word in content_words(claim, language)}
    given = {lemma(word, "nl") for word in content_words(evidence, "nl")}
    return len(wanted & given) / len(wanted) if wanted else 0.0


def _digits(text: str) -> set[str]:
    return {re.sub(r"[.,]", "", number) for number in _NUMBER.findall(text)}


def _is_negated(text: str, language: str) -> bool:
    return sum(word in _NEGATIONS[language] for word in _WORD.findall(fold(text))) % 2 == 1
