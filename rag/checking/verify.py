"""Draft -> what may be shown: every claim passes every gate or is dropped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answering.model import Claim, Draft, Dropped, Status
from rag.checking.gates import Context, Gate, GateName, GateResult

_CLAIMING = frozenset({Status.ANSWERED, Status.PARTIAL})


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What is left of a draft."""

    draft: Draft
    dropped: tuple[Dropped, ...]


def verify(draft: Draft, context: Context, gates: Sequence[Gate], *, own_words: Sequence[Gate] = ()) -> Verified:
    """Drop what fails a gate and set the status by what is left.

    Claims in the letters' words are held against `gates`, those in words of their own against `own_words`; where
    there are no gates for a claim, it cannot be judged and is dropped.
    A draft that claims to answer and has no claim left is withheld; one that lost some is partial. A
    draft with another status has its claims dropped whatever the gates say, since a refusal makes none.
    """
    kept: list[Claim] = []
    dropped: list[Dropped] = []
    for claim in draft.claims:
        failure = _first_failure(claim, context, own_words if claim.is_own_words else gates)
        if failure is None and draft.status in _CLAIMING:
            kept.append(claim)
        else:
            reason = failure.reason if failure else f"a draft with status {draft.status.value} makes no claims"
            dropped.append(Dropped(claim=claim, gate=failure.gate.value if failure else "status", reason=reason))
    return Verified(
        draft=replace(
            draft, status=_status(draft, kept, dropped), claims=tuple(kept), lead=draft.lead if kept else None
        ),
        dropped=tuple(dropped),
    )


def _first_failure(claim: Claim, context: Context, gates: Sequence[Gate]) -> GateResult | None:
    if not gates:
        return GateResult(gate=GateName.SUPPORT, passed=False, reason="there is no gate to judge it")
    results = (gate(claim, context) for gate in gates)
    return next((result for result in results if not result.passed), None)


def _status(draft: Draft, kept: Sequence[Claim], dropped: Sequence[Dropped]) -> Status:
    if draft.status not in _CLAIMING:
        return draft.status
    if not kept:
        return Status.WITHHELD
    return Status.PARTIAL if dropped else draft.status
