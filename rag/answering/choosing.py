"""Which sentences of the evidence make the answer, each with what it needs to be understood."""

from collections.abc import Sequence

from rag.answering.evidence import Evidence
from rag.answering.intent import FACTS, Wanted
from rag.answering.replies import Replies
from rag.answering.request import Request
from rag.answering.response import qualifies, reason_behind, response_to
from rag.answering.scoring import relevance, value
from rag.answering.units import Unit, understandable
from rag.answering.wording import asks_two_things
from rag.letters import Voice

MAX_SENTENCES = 4
_MAX_PARAGRAPHS = 3
_SENTENCE_MARGIN = 2.0
"""Log-odds that a further sentence of the same paragraph may lose against the best."""
_SENTENCE_MARGIN_OF_TWO = 3.0
"""The same where two things are asked: what answers the second is further from the whole."""
_PARAGRAPH_MARGIN = 1.0
"""The same for the first sentence of another paragraph."""
_HOLDER_MARGIN = 6.0
"""The same for the first sentence of the party whose view is asked for."""
_FACT_MARGIN = 2.0
"""The same for the first sentence that holds the number or date asked for."""
_WHETHER = frozenset({Wanted.ANYTHING, Wanted.REASON})
"""Questions that may ask whether something is so, or why."""


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

    Asked for one party's view, a fact that answers better does not keep that party's own words away, and these come
    first. Asked for nobody else's (`is_of_party`: for that of a body by its name), another's proposal comes with the
    cabinet's response. What takes back what is chosen comes with it. What these need is looked for in `beside`, of
    which `ranked` may be a part.
    """
    chosen = _with_fact(_best_of(ranked, request), ranked, request)
    if voice is not None and all(one.sentence.voice is not voice for one in chosen):
        own = [
            one
            for one in ranked
            if one.sentence.voice is voice and relevance(ranked[0]) - relevance(one) <= _HOLDER_MARGIN
        ]
        here = [one for one in own if one.letter == ranked[0].letter]
        chosen = [*(here or own)[:1], *chosen]
    chosen.sort(key=lambda one: voice is not None and one.sentence.voice is not voice)
    wanted = request.intent.wanted
    found = {one.place: one for one in beside}
    if voice in (None, Voice.CABINET) and not is_of_party:
        _add(chosen, [response_to(one, found) for one in chosen])
    if replies and wanted in _WHETHER and not is_of_party:
        _add(chosen, [replies.decided(chosen[0])])
    without_reason = [one for one in chosen if wanted is Wanted.REASON and not value(one, "holds_wanted")]
    _add(chosen, [qualifies(one, found) for one in chosen])
    _add(chosen, [reason_behind(one, found) for one in without_reason])
    return understandable(chosen, beside, request, replies)


def _add(chosen: list[Evidence], more: Sequence[Evidence | None]) -> None:
    """Puts behind what is chosen what goes with it, each once."""
    places = {one.place for one in chosen}
    chosen += [one for one in {each.place: each for each in more if each}.values() if one.place not in places]


def _with_fact(chosen: list[Evidence], ranked: Sequence[Evidence], request: Request) -> list[Evidence]:
    """What is chosen; before it, where that lacks the number or date asked for, the nearest that holds it."""
    best = chosen[0]
    if request.intent.wanted not in FACTS or any(value(one, "holds_wanted") for one in chosen):
        return chosen
    near = (one for one in ranked if one.letter == best.letter and relevance(best) - relevance(one) <= _FACT_MARGIN)
    having = (one for one in near if value(one, "holds_wanted") and value(one, "coverage") >= value(best, "coverage"))
    return [*(one for one in [next(having, None)] if one), *chosen]


def _best_of(ranked: Sequence[Evidence], request: Request) -> list[Evidence]:
    best = relevance(ranked[0])
    margin = _SENTENCE_MARGIN_OF_TWO if asks_two_things(request.bare.text) else _SENTENCE_MARGIN
    places = [(ranked[0].letter, ranked[0].paragraph)]
    chosen: list[Evidence] = []
    for one in ranked:
        place, lost = (one.letter, one.paragraph), best - relevance(one)
        if place not in places and len(places) < _MAX_PARAGRAPHS and lost <= _PARAGRAPH_MARGIN:
            places.append(place)
        is_new = all(one.sentence.text != each.sentence.text for each in chosen)
        if place in places and lost <= margin and len(chosen) < MAX_SENTENCES and is_new:
            chosen.append(one)
    return chosen
