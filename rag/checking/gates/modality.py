"""A claim may be weaker and narrower than its source, never stronger or wider."""

from rag.checking.alignment import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.modality import overstated


def judge_modality(alignment: Alignment) -> Finding:
    """Fails a wish put as a duty, a possibility as a fact, some as all, and a condition or exception left out.

    A duty put as a fact passes: letters put duties both ways.
    """
    reason = overstated(alignment)
    return reason is None, reason or "it is put no more strongly than in the letter"
