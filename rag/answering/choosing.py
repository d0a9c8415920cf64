"""Which sentences of the evidence make the answer, each with what it needs to be understood."""

from collections.abc import Sequence

from rag.answering.evidence import Evidence
from rag.answering.replies import Replies
from rag.answering.request import Request
from rag.answering.response import qualifies, response_to
from rag.answering.scoring import relevance
from rag.answering.units import Unit, understandable
from rag.letters import Voice

MAX_SENTENCES = 4
_MAX_PARAGRAPHS = 3
_SENTENCE_MARGIN = 2.0
"""Log-odds that a further sentence of the same paragraph may lose against the best."""
_PARAGRAPH_MARGIN = 1.0
"""The same for the first sentence of another paragraph."""
_HOLDER_MARGIN = 6.0
"""The same for the first sentence of the party whose view is asked for."""


def choose(
    ranked: Sequence[Evidence],
    voice: Voice | None,
    request: Request,
    replies: Replies | None,
    *,
    is_of_party: bool,
    beside: Sequence[Evidence],
) -> list[Unit]:
    """The best sentence, and those that answer nearly as well, in at most three paragraphs, each with what it needs.

    Asked for one party's view, a fact that answers better does not keep that party's own words away. Asked for nobody
    else's (`is_of_party`: for that of a body by its name), another's proposal comes with the cabinet's response. What
    takes back what is chosen comes with it. What these need is looked for in `beside`, of which `ranked` may be a part.
    """
    chosen = _best_of(ranked)
    if voice is not None and all(one.sentence.voice is not voice for one in chosen):
        own = [
            one
            for one in ranked
            if one.sentence.voice is voice and relevance(ranked[0]) - relevance(one) <= _HOLDER_MARGIN
        ]
        here = [one for one in own if one.letter == ranked[0].letter]
        chosen = [*(here or own)[:1], *chosen]
    if voice in (None, Voice.CABINET) and not is_of_party:
        every = {one.place: one for one in ranked}
        responses = (response_to(one, every) for one in list(chosen))
        chosen += [one for one in dict.fromkeys(responses) if one and one not in chosen]
    found = {one.place: one for one in beside}
    taken_back = (qualifies(one, found) for one in list(chosen))
    chosen += [one for one in dict.fromkeys(taken_back) if one and one not in chosen]
    return understandable(chosen, beside, request, replies)


def _best_of(ranked: Sequence[Evidence]) -> list[Evidence]:
    best = relevance(ranked[0])
    places = [(ranked[0].letter, ranked[0].paragraph)]
    chosen: list[Evidence] = []
    for one in ranked:
        place, lost = (one.letter, one.paragraph), best - relevance(one)
        if place not in places and len(places) < _MAX_PARAGRAPHS and lost <= _PARAGRAPH_MARGIN:
            places.append(place)
        if place in places and lost <= _SENTENCE_MARGIN and len(chosen) < MAX_SENTENCES:
            chosen.append(one)
    return chosen
