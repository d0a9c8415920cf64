"""What a claim says must stand in its source, by its words and by its meaning."""

from rag.checking.alignment import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.order import turned_round
from rag.checking.support import FOREIGN_BELOW, SUPPORTED_FROM, chance, nearness
from rag.checking.unsaid import unsaid


def judge_support(alignment: Alignment) -> Finding:
    """Fails a claim of which too much does not stand in the sentences that it rests on."""
    if alignment.coverage == 0:
        return False, "nothing of it stands in the letter"
    if order := turned_round(alignment):
        return False, f"it turns round {order}"
    if nearness(alignment) < FOREIGN_BELOW:
        return False, "the letter speaks of something else there"
    if word := unsaid(alignment):
        return False, f"{word!r} does not stand there"
    estimate = chance(alignment)
    return estimate >= SUPPORTED_FROM, f"support {estimate:.2f}, least for {alignment.proof.least!r}"
