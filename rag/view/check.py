"""A checked claim -> what is drawn of it: the verdict, the words that decided by holder, and the gates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.answering.claims import sentence_claim
from rag.answering.compose import compose
from rag.answering.model import Answer, Citation, Claim, Draft, Status
from rag.checking.gates import GateName, GateResult
from rag.checking.model import Checked, Verdict
from rag.letters import Letter, Voice
from rag.store.passages import sentence_at
from rag.view.answer import Group, view
from rag.view.check_strings import CHECK_STRINGS, CheckStrings


@dataclass(frozen=True, kw_only=True)
class GateLine:
    """One gate, for a reader."""

    gate: GateName
    passed: bool
    text: str


@dataclass(frozen=True, kw_only=True)
class CheckView:
    """What is drawn of a checked claim, in the reader's language."""

    claim: str
    spoken: str
    """The claim's own language."""
    language: str
    """The reader's: of all else but the quotes."""
    verdict: Verdict
    opening: str | None
    """As of which date the letter speaks; None where nothing is quoted."""
    lead: str | None
    """What the quotes are, where they are not what the claim rests on."""
    groups: tuple[Group, ...]
    text: str
    """Opening, lead and quotes as plain text; empty where nothing is quoted."""
    gates: tuple[GateLine, ...]
    decided: tuple[GateLine, ...]
    """The gates that the claim did not pass; empty where it passed all."""


def check_view(checked: Checked, letters: Mapping[str, Letter], language: str | None = None) -> CheckView:
    """Lay out a checked claim for a reader of `language`, or of the claim's own."""
    language = language or checked.language
    strings = CHECK_STRINGS[language]
    claims = tuple(_claim(one, letters[one.letter], language) for one in checked.citations)
    lead = strings.nearest if claims and checked.verdict is Verdict.NOT_FOUND else None
    seen = view(Answer(status=Status.ANSWERED, language=language, text="", claims=claims), letters)
    draft = Draft(status=Status.ANSWERED, claims=claims, lead=lead)
    gates = _gates(checked.gates, strings)
    return CheckView(
        claim=checked.claim,
        spoken=checked.language,
        language=language,
        verdict=checked.verdict,
        opening=seen.opening,
        lead=lead,
        groups=seen.groups,
        text=compose(draft, language, letters),
        gates=gates,
        decided=tuple(one for one in gates if not one.passed),
    )


def _gates(results: Sequence[GateResult], strings: CheckStrings) -> tuple[GateLine, ...]:
    """A line a gate; a gate that was asked twice is passed when both times were."""
    outcomes = {
        gate: all(one.passed for one in results if one.gate is gate)
        for gate in dict.fromkeys(one.gate for one in results)
    }
    return tuple(
        GateLine(gate=gate, passed=passed, text=strings.outcomes[gate][0 if passed else 1])
        for gate, passed in outcomes.items()
    )


def _claim(citation: Citation, letter: Letter, language: str) -> Claim:
    """The cited words as the letter's own claim: with their holder, and their English where they are a sentence."""
    paragraph = letter.paragraph(citation.paragraph or 0)
    if paragraph is None or citation.footnote is not None:
        return Claim(text=citation.quote, voice=Voice.NEUTRAL, citations=(citation,))
    index = sentence_at(paragraph, citation.start)
    whole = sentence_claim(letter, paragraph, index, language)
    if whole.citations[0].quote == citation.quote:
        return whole
    return Claim(text=citation.quote, voice=whole.voice, endorses=whole.endorses, citations=(citation,))
