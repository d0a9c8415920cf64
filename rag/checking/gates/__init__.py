"""The checks between a draft and a reader, one module each."""

from functools import partial

from rag.checking.align import Aligner
from rag.checking.gates.citation import check_citation
from rag.checking.gates.holder import judge_holder
from rag.checking.gates.modality import judge_modality
from rag.checking.gates.model import Context, Gate, GateName, GateResult
from rag.checking.gates.name import judge_names
from rag.checking.gates.number import judge_numbers
from rag.checking.gates.polarity import judge_polarity
from rag.checking.gates.quote import check_quote
from rag.checking.gates.sentence import check_holder, check_rendering
from rag.checking.gates.statement import StatementGate
from rag.checking.gates.support import judge_support
from rag.checking.gates.wording import judge_wording

QUOTING_GATES: tuple[Gate, ...] = (check_citation, check_quote, check_rendering, check_holder)
"""What a quoting answer must pass, in this order: a later gate relies on the earlier ones."""


def statement_gates(aligner: Aligner) -> tuple[Gate, ...]:
    """What a claim in own words must pass, in this order: that its citations hold, then that it says what they say.

    `aligner` is the one of the index that the citations point into; `Aligner(index)` makes it.
    """
    judges = (
        (GateName.QUOTE, judge_wording),
        (GateName.NUMBER, partial(judge_numbers, words=aligner.words)),
        (GateName.NAME, partial(judge_names, words=aligner.words)),
        (GateName.POLARITY, judge_polarity),
        (GateName.MODALITY, judge_modality),
        (GateName.HOLDER, partial(judge_holder, words=aligner.words)),
        (GateName.SUPPORT, judge_support),
    )
    gates = (StatementGate(name=name, aligner=aligner, judge=judge) for name, judge in judges)
    return (check_citation, check_quote, *gates)


__all__ = ["QUOTING_GATES", "Aligner", "Context", "Gate", "GateName", "GateResult", "statement_gates"]
