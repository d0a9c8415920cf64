"""What the gates for claims in own words have in common: they see a claim beside the sentences it rests on."""

from collections.abc import Callable
from dataclasses import dataclass

from rag.answering.model import Claim
from rag.checking.align import Aligner
from rag.checking.alignment import Alignment
from rag.checking.gates.model import Context, GateName, GateResult

Finding = tuple[bool, str]
"""Whether a claim passes, and why."""


@dataclass(frozen=True, kw_only=True)
class StatementGate:
    """A gate that judges by the alignment; a claim that rests on no sentence does not pass."""

    name: GateName
    aligner: Aligner
    judge: Callable[[Alignment], Finding]

    def __call__(self, claim: Claim, context: Context) -> GateResult:
        """The verdict, with its reason; `context` was looked at by the gate for citations already."""
        alignment = self.aligner.of_claim(claim)
        if alignment is None:
            return GateResult(gate=self.name, passed=False, reason="it rests on no sentence of a letter")
        if alignment.is_verbatim:
            return GateResult(gate=self.name, passed=True, reason="the letter says it in these words")
        passed, reason = self.judge(alignment)
        return GateResult(gate=self.name, passed=passed, reason=reason)
