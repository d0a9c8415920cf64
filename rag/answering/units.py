"""A sentence with what a reader needs beside it: what it points back to, what it stands under, what stands under it."""

from collections.abc import Mapping, Sequence

from rag.answering.evidence import Evidence, Place
from rag.answering.headings import heading_meant
from rag.answering.listing import above_table, item_named, listed_under, opening_of
from rag.answering.pointing import names_by_kind, points_back
from rag.answering.replies import Replies
from rag.answering.request import Request
from rag.answering.wording import asks_for_list
from rag.letters import Letter

_MAX_SHOWN = 6
"""Sentences of one answer, with those that the best ones need before them."""
_MAX_LISTED = 10
"""The same with all that a list holds."""

Unit = tuple[Evidence, ...]
"""A chosen sentence, after what it needs, if anything; or what opens a list, and then the list."""
_Found = Mapping[Place, Evidence]


def understandable(
    chosen: Sequence[Evidence], ranked: Sequence[Evidence], request: Request, replies: Replies | None = None
) -> list[Unit]:
    """Each sentence with what it points back to or is listed under, or the question that it answers; what opens a list
    with the list, and so each of its items where a list is asked for.

    A heading that tells what a sentence points back to is shown with it anyhow. What then finds no room is left out
    whole, and so is what another letter than the best one says: two sentences of another matter for one that is no more
    than near. Of a list that is longer the rest is left out.
    """
    letters, found = request.letters, {one.place: one for one in ranked}
    best = {one.letter for one in (chosen[0], ranked[0])}
    shown = {one.place for one in chosen}
    told: set[Evidence] = set()
    """With the list that they are of."""
    units: list[Unit] = []
    for one in chosen:
        if one in told:
            continue
        opening = opening_found(one, letters, found)
        before = (
            (*_title(opening, letters, found), opening)
            if opening
            else _pointed_at(one, letters, found) or _asked(one, replies)
        )
        top = opening if opening and asks_for_list(request.bare.text) else one
        listed = _listed(top, letters, found) if one.letter in best else []
        wanted = {other.place for other in before} - shown
        if listed:
            unit = (top, *listed[: max(1, _MAX_LISTED - len(shown))])
            told.update(unit)
            shown.update(each.place for each in unit)
            units = [*(other for other in units if not set(other) <= set(unit)), unit]
        elif not wanted or (one.letter in best and len(shown) + len(wanted) <= _MAX_SHOWN):
            shown |= wanted
            units.append((*before, one))
        else:
            shown.discard(one.place)
    return units


def opening_found(one: Evidence, letters: Mapping[str, Letter], found: _Found) -> Evidence | None:
    """What opens the list of an item or the table of a row, where it is among what was found; else None."""
    place = opening_of(letters[one.letter], (one.paragraph, one.index))
    return found.get((one.letter, *place)) if place else None


def _title(opening: Evidence, letters: Mapping[str, Letter], found: _Found) -> Unit:
    """What stands above the first row of a table and tells what its numbers are: the title, or what announces it."""
    letter = letters[opening.letter]
    place = above_table(letter, (opening.paragraph, opening.index))
    title = found.get((opening.letter, *place)) if place else None
    return (title,) if title else ()


def _pointed_at(one: Evidence, letters: Mapping[str, Letter], found: _Found) -> Unit:
    """The item that a sentence names, else the sentence before where it points back to that and not to its heading."""
    letter = letters[one.letter]
    if named := item_named(letter, (one.paragraph, one.index)):
        item = found.get((one.letter, *named))
        return (item,) if item else ()
    last = found.get((one.letter, one.paragraph, one.index - 1))
    if last and names_by_kind(one.sentence.text) and last.sentence.voice is one.sentence.voice:
        return (last,)
    points = points_back(one.sentence.text) and not heading_meant(letter.paragraphs[one.paragraph - 1], one.index)
    return (last,) if last and points else ()


def _asked(one: Evidence, replies: Replies | None) -> Unit:
    return replies.asked_before(one) if replies else ()


def _listed(one: Evidence, letters: Mapping[str, Letter], found: _Found) -> list[Evidence]:
    places = listed_under(letters[one.letter], (one.paragraph, one.index))
    return [found[one.letter, *place] for place in places if (one.letter, *place) in found]
