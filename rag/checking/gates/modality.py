"""A claim may be weaker and narrower than its source, never stronger or wider."""

from rag.checking.align import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.modality import overstated
from rag.checking.support import SUPPORTED_FROM, chance


def judge_modality(alignment: Alignment) -> Finding:
    """Fails a wish put as a duty, a possibility as a fact, some as all, and a condition or exception left out, unless
    all else bears the claim out."""
    reason = overstated(alignment)
    if reason is None:
        return True, "it is put no more strongly than in the letter"
    return chance(alignment) >= SUPPORTED_FROM, reason
