"""A claim must deny what its source denies, and nothing else."""

from rag.checking.alignment import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.polarity import denied_otherwise, denies_what_is_asked


def judge_polarity(alignment: Alignment) -> Finding:
    """Fails a denial added or taken away, and a word turned into its opposite."""
    if alignment.sources[0].answered is False:
        return denies_what_is_asked(alignment), "the letter answers no to what it asks"
    reason = denied_otherwise(alignment)
    return reason is None, reason or "it affirms and denies what the letter does"
