"""A claim must deny what its source denies, and nothing else."""

from rag.checking.align import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.polarity import opposed, turned, turned_by_denials


def judge_polarity(alignment: Alignment) -> Finding:
    """Fails a denial added or taken away, and a word turned into its opposite; two of them make one good again."""
    opposite = opposed(alignment)
    word = turned(alignment) if opposite is None else turned_by_denials(alignment)
    if (word is None) == (opposite is None):
        return True, "it affirms and denies what the letter does"
    if opposite:
        return False, f"it says {opposite[0]!r} where the letter says {opposite[1]!r}"
    return False, f"of {word!r} one affirms what the other denies"
