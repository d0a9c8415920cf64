"""A quote must be the letter's own words, to the letter."""

from rag.answering.model import Claim
from rag.checking.gates.model import Context, GateName, GateResult, cited_text


def check_quote(claim: Claim, context: Context) -> GateResult:
    """Fails a quote that is empty or is not `text[start:end]` of the place that it cites."""
    for citation in claim.citations:
        text = cited_text(citation, context)
        if not citation.quote.strip():
            return GateResult(gate=GateName.QUOTE, passed=False, reason="a quote is empty")
        if text is None or not 0 <= citation.start < citation.end <= len(text):
            return GateResult(gate=GateName.QUOTE, passed=False, reason="the offsets lie outside the text")
        if text[citation.start : citation.end] != citation.quote:
            place = f"{citation.letter} §{citation.paragraph}"
            return GateResult(gate=GateName.QUOTE, passed=False, reason=f"{place} does not hold these words there")
    return GateResult(gate=GateName.QUOTE, passed=True, reason="every quote stands where it says")
