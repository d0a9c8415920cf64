"""What dictionaries say: lists of Dutch and English terms -> chances of translations."""

import gzip
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from rag.retrieval.lexicon import dutch_index_terms, english_terms

SOURCE_SHARE = {
    "eforms_terms": 1.0,
    "cldr_names": 1.0,
    "omw_odwn_wikteng_nl_en": 0.5,
    "wikidict_titles_pivot": 0.5,
    "omw_wikt_synset_nl_en": 0.3,
}
"""How far a term list is believed; one that is not named is not used."""
_PART_SHARE = 0.5

Table = dict[str, dict[str, float]]
"""English term -> Dutch term -> weight."""


def read_prior(path: Path, known: Mapping[str, int]) -> Table:
    """What the term lists say of English terms of one or two words, as chances.

    `known` counts Dutch terms; a translation with a term that never occurs is left out, and a
    common one is likelier.
    """
    table: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        for line in lines:
            dutch, english, source = line.rstrip("\n").split("\t")
            share = SOURCE_SHARE.get(source, 0.0)
            ours, theirs = english_terms(english), dutch_index_terms(dutch)
            if source == "wikidict_titles_pivot" and english.casefold() == dutch.casefold():
                continue
            if not share or not 0 < len(ours) <= 2 or not theirs or len(dutch.split()) > 3:
                continue
            rarest = min(known.get(term, 0) for term in theirs)
            if rarest:
                for term, weight in spread(dutch, share * np.log1p(rarest)).items():
                    table[" ".join(ours)][term] += weight
    return {english: normalised(weights) for english, weights in sorted(table.items())}


def spread(dutch: str, weight: float) -> dict[str, float]:
    """Share a weight among the words of a translation, and each word's share with its parts."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word in dutch.split():
        for place, term in enumerate(dict.fromkeys(dutch_index_terms(word))):
            shares[term] += _PART_SHARE if place else 1.0
    return {term: weight * share / sum(shares.values()) for term, share in shares.items()}


def normalised(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights as shares of their sum, in the order of their terms."""
    total = sum(weights.values())
    return {term: weight / total for term, weight in sorted(weights.items())}
