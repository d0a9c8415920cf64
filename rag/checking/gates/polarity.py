"""A claim must deny what its source denies, and nothing else."""

from rag.checking.align import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.polarity import denied_otherwise
from rag.checking.support import SUPPORTED_FROM, chance


def judge_polarity(alignment: Alignment) -> Finding:
    """Fails a denial added or taken away, or a word turned into its opposite, unless all else bears the claim out."""
    reason = denied_otherwise(alignment)
    if reason is None:
        return True, "it affirms and denies what the letter does"
    return chance(alignment) >= SUPPORTED_FROM, reason
