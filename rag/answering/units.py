"""A sentence with what a reader needs beside it: what it points back to, what it stands under, what stands under it."""

from collections.abc import Mapping, Sequence

from rag.answering.evidence import Evidence
from rag.answering.listing import item_named, listed_under, opening_of
from rag.answering.pointing import points_back
from rag.letters import Letter

_MAX_SHOWN = 6
"""Sentences of one answer, with those that the best ones need before them."""
_MAX_LISTED = 10
"""The same with all that a list holds."""

Unit = tuple[Evidence, ...]
"""A chosen sentence, after the one that it needs, if any; or what opens a list, and then the list."""
_Found = Mapping[tuple[str, int, int], Evidence]


def understandable(
    chosen: Sequence[Evidence], ranked: Sequence[Evidence], letters: Mapping[str, Letter], *, asks_for_list: bool
) -> list[Unit]:
    """Each sentence with the one that it points back to or is listed under; what opens a list with the list, and so
    each of its items where a list is asked for.

    What then finds no room is left out whole, and so is what another letter than the best one says: two sentences of
    another matter for one that is no more than near. Of a list that is longer the rest is left out.
    """
    found = {one.place: one for one in ranked}
    best = {one.letter for one in (chosen[0], ranked[0])}
    shown = {one.place for one in chosen}
    told: set[Evidence] = set()
    """With the list that they are of."""
    units: list[Unit] = []
    for one in chosen:
        if one in told:
            continue
        opening = opening_found(one, letters, found)
        before = opening or _pointed_at(one, letters, found)
        top = opening if opening and asks_for_list else one
        listed = _listed(top, letters, found) if one.letter in best else []
        if listed:
            unit = (top, *listed[: max(1, _MAX_LISTED - len(shown))])
            told.update(unit)
            shown.update(each.place for each in unit)
            units = [*(other for other in units if not set(other) <= set(unit)), unit]
        elif not before:
            units.append((one,))
        elif before.place in shown or (one.letter in best and len(shown) < _MAX_SHOWN):
            shown.add(before.place)
            units.append((before, one))
        else:
            shown.discard(one.place)
    return units


def opening_found(one: Evidence, letters: Mapping[str, Letter], found: _Found) -> Evidence | None:
    """What opens the list of an item or the table of a row, where it is among what was found; else None."""
    place = opening_of(letters[one.letter], (one.paragraph, one.index))
    return found.get((one.letter, *place)) if place else None


def _pointed_at(one: Evidence, letters: Mapping[str, Letter], found: _Found) -> Evidence | None:
    """The item that a sentence names, else the sentence before where it points back to that."""
    if named := item_named(letters[one.letter], (one.paragraph, one.index)):
        return found.get((one.letter, *named))
    return found.get((one.letter, one.paragraph, one.index - 1)) if points_back(one.sentence.text) else None


def _listed(one: Evidence, letters: Mapping[str, Letter], found: _Found) -> list[Evidence]:
    places = listed_under(letters[one.letter], (one.paragraph, one.index))
    return [found[one.letter, *place] for place in places if (one.letter, *place) in found]
