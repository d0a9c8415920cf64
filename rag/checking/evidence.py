"""What a letter has found no sign of, put by a claim as so: "geen aanwijzingen dat", "tot nu toe niet gevonden"."""

import re

from rag.checking.alignment import Alignment
from rag.checking.clauses import whole_words
from rag.checking.modality_words import UNSETTLED
from rag.checking.plain_denials import compared, may_deny, texts_of

_NO_SIGN = re.compile(
    r"\b(?:geen|onvoldoende|no|insufficient) (?:[\w-]+ ){0,2}?(?:aanwijzing(?:en)?|bewijs|bewijzen|signalen|evidence"
    r"|indications?|signs?|proof)\b",
    re.IGNORECASE,
)
"""Of what stands behind."""
_SHOWN = (
    r"gevonden|aangetoond|aangetroffen|bewezen|gebleken|waargenomen"
    r"|found|shown|prove[dn]|demonstrated|established|observed"
)
_NOT_SHOWN = re.compile(rf"\b(?:niet|nooit|not|never) (?:[\w-]+ ){{0,2}}?(?:{_SHOWN})\b", re.IGNORECASE)
"""Of what stands before."""
_SAYS_SHOWN = whole_words(_SHOWN)
_SURE = 0.75
_MUCH = 2
"""Words of a claim that a sentence of which no sign was found must hold."""


def without_sign(alignment: Alignment) -> str | None:
    """A word of a claim that denies and doubts nothing for what a source found no sign of; None where there is none."""
    claim = alignment.statement.text
    if may_deny(claim) or UNSETTLED.search(claim):
        return None
    is_said_shown = _SAYS_SHOWN.search(claim) is not None
    for place, text in enumerate(texts_of(alignment)):
        held = [
            (pair.word.text, word.start)
            for pair, word in compared(alignment)
            if pair.source == place and pair.sure >= _SURE
        ]
        if (sign := _NO_SIGN.search(text)) and len(behind := [one for one, at in held if at > sign.end()]) >= _MUCH:
            return behind[0]
        shown = _NOT_SHOWN.search(text) if is_said_shown else None
        if shown and (before := [one for one, at in held if at < shown.start()]):
            return before[0]
    return None
