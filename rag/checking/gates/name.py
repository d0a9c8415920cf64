"""Every name of a claim must stand in its source or right around it."""

from rag.checking.agents import done_by_another
from rag.checking.alignment import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.joined import named_otherwise
from rag.checking.names import missing_name
from rag.checking.options import other_option
from rag.checking.subjects import acts_instead
from rag.checking.swapped import told_of_the_other
from rag.checking.words import Words


def judge_names(alignment: Alignment, words: Words) -> Finding:
    """Fails a name, acronym or other capitalised word that the letter does not have there, under any of its names."""
    if name := missing_name(alignment, words):
        return False, f"{name!r} does not stand there"
    holder, acting = alignment.statement.holder, acts_instead(alignment, words)
    is_view = acting and holder and acting[0] == holder.text  # whose view it is another gate tells
    apart = named_otherwise(alignment) or other_option(alignment) or told_of_the_other(alignment, words)
    apart = apart or done_by_another(alignment)
    if found := apart or (None if is_view else acting):
        return False, f"the letter says it of {found[1]!r} instead of {found[0]!r}"
    return True, "every name stands in the letter"
