"""The checks between a draft and a reader, one module each."""

from rag.checking.gates.citation import check_citation
from rag.checking.gates.model import Context, Gate, GateName, GateResult
from rag.checking.gates.quote import check_quote
from rag.checking.gates.sentence import check_holder, check_rendering

QUOTING_GATES: tuple[Gate, ...] = (check_citation, check_quote, check_rendering, check_holder)
"""What a quoting answer must pass, in this order: a later gate relies on the earlier ones."""

__all__ = ["QUOTING_GATES", "Context", "Gate", "GateName", "GateResult"]
