"""Aligned sentences -> claims with a mistake made by rule, so that support is learned on many subjects."""

import random
import re
from collections.abc import Callable, Sequence

from rag.training.claims import Claimed, changed

_NUMBER = re.compile(r"\d+")
_NEGATIONS = {
    "en": (("not", ""), ("no", "a"), ("never", "always")),
    "nl": (("niet", ""), ("geen", "een"), ("nooit", "altijd")),
}
_AUXILIARIES = {
    "en": "is are was were has have had will would can could may might must shall should does did".split(),
    "nl": "is zijn was waren heeft hebben had zal zullen zou kan kunnen mag mogen moet moeten wordt worden".split(),
}
_MODALS = {
    "en": ("may", "must", "can", "will", "should", "shall", "could", "might"),
    "nl": ("mag", "moet", "kan", "zal", "zou"),
}
_QUANTITIES = {
    "en": ("all", "some", "most", "many", "few", "both", "only", "every", "no"),
    "nl": ("alle", "sommige", "meeste", "veel", "weinig", "beide", "alleen", "elke", "geen"),
}
_OPPOSITES = {
    "en": "before/after more/less increase/decrease above/below high/low long/short first/last with/without at/from "
    "high/low minimum/maximum least/most include/exclude north/south east/west import/export before/after",
    "nl": "voor/na meer/minder verhogen/verlagen boven/onder hoog/laag lang/kort eerste/laatste met/zonder hoger/lager "
    "minimaal/maximaal minste/meeste verhoging/verlaging stijging/daling invoer/uitvoer toename/afname binnen/buiten",
}


def mistake(text: str, language: str, others: Sequence[str]) -> str | None:
    """The text with one mistake; None where the kind that was drawn finds nothing to change.

    `others` are texts in the same language, from which foreign words are taken.
    """
    kind = random.choice((_number, _negate, _turn, _one_of, _one_of, _word, _word, _add))
    return kind(text, language, others)


def _number(text: str, language: str, others: Sequence[str]) -> str | None:
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    old = match.group()
    new = random.choice((str(int(old) + random.randint(1, 9)), str(max(0, int(old) - random.randint(1, 9))), old[::-1]))
    return None if new == old else text[: match.start()] + new + text[match.end() :]


def _negate(text: str, language: str, others: Sequence[str]) -> str | None:
    words = text.split()
    for there, instead in _NEGATIONS[language]:
        if there in words:
            place = words.index(there)
            return " ".join([*words[:place], *([instead] if instead else []), *words[place + 1 :]])
    places = [i for i, word in enumerate(words) if word in _AUXILIARIES[language]]
    if not places:
        return None
    place = random.choice(places) + 1
    return " ".join([*words[:place], _NEGATIONS[language][0][0], *words[place:]])


def _turn(text: str, language: str, others: Sequence[str]) -> str | None:
    pairs = [(a, b) for a, b in (pair.split("/") for pair in _OPPOSITES[language].split())]
    turns = dict(pairs) | {b: a for a, b in pairs}
    return _replace(text, turns.get)


def _one_of(text: str, language: str, others: Sequence[str]) -> str | None:
    choices = random.choice((_MODALS, _QUANTITIES))[language]
    return _replace(text, lambda word: random.choice([c for c in choices if c != word]) if word in choices else None)


def _word(text: str, language: str, others: Sequence[str]) -> str | None:
    """Another word in the place of a long one: with a capital for one with, of much the same length."""
    words = text.split()
    long = [i for i, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return None
    place = random.choice(long)
    pool = [
        word
        for other in others
        for word in other.split()[1:]
        if word.isalpha()
        and len(word) > 4
        and word[0].isupper() == words[place][0].isupper()
        and word[:4].lower() != words[place][:4].lower()
        and word[-1] == words[place][-1]
    ]
    if not pool:
        return None
    return " ".join([*words[:place], random.choice(pool), *words[place + 1 :]])


def _add(text: str, language: str, others: Sequence[str]) -> str | None:
    """A part of another sentence joined on."""
    other = random.choice(others).split()
    if len(other) < 6:
        return None
    start = random.randrange(len(other) - 4)
    part = " ".join(other[start : start + random.randint(4, 8)]).rstrip(".,;")
    join = {"en": " and ", "nl": " en "}[language]
    return text.rstrip(".") + join + part + "."


def _replace(text: str, instead: Callable[[str], str | None]) -> str | None:
    words = text.split()
    found = [(i, new) for i, word in enumerate(words) if (new := instead(word))]
    if not found:
        return None
    place, new = random.choice(found)
    return " ".join([*words[:place], new, *words[place + 1 :]])


def claims_from(pair: tuple[str, str], others: Sequence[tuple[str, str]]) -> list[Claimed]:
    """One side of an aligned pair as a claim about the other, or about itself, right and wrong: two, or one."""
    english, dutch = pair
    language, claim, text = random.choice(
        (("en", english, dutch),) * 4 + (("nl", dutch, english), ("nl", dutch, dutch), ("en", english, english))
    )
    right = Claimed(claim=claim, text=text, is_right=True, wrong_spans=())
    wrong = mistake(claim, language, [other[0 if language == "en" else 1] for other in others])
    if wrong is None or wrong == claim:
        return [right]
    return [right, Claimed(claim=wrong, text=text, is_right=False, wrong_spans=changed(claim, wrong))]
