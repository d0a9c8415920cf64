"""A claim must cite, and only what exists and was found for this question."""

from rag.answering.model import Claim
from rag.checking.gates.model import Context, GateName, GateResult, cited_text


def check_citation(claim: Claim, context: Context) -> GateResult:
    """Fails a claim without citations, or with one that names nothing or something not retrieved."""
    if not claim.citations:
        return GateResult(gate=GateName.CITATION, passed=False, reason="it cites nothing")
    for citation in claim.citations:
        place = f"{citation.letter} §{citation.paragraph}"
        if cited_text(citation, context) is None:
            return GateResult(gate=GateName.CITATION, passed=False, reason=f"{place} does not exist")
        if citation.paragraph is not None and (citation.letter, citation.paragraph) not in context.retrieved:
            return GateResult(gate=GateName.CITATION, passed=False, reason=f"{place} was not found for this question")
    return GateResult(gate=GateName.CITATION, passed=True, reason="every citation exists and was found")
