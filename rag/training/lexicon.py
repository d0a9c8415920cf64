"""Learn the English -> Dutch lexicon: `python -m rag.training.lexicon PAIRS.tsv.gz TERMS.tsv.gz OUT.tsv.gz`.

IBM model 1 (Brown et al. 1993) in both directions over the index terms of aligned sentences, with a
dictionary as prior: a word seen often goes by its sentences, a rare one by the dictionary.
"""

import argparse
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.retrieval.lexicon import dutch_index_terms, english_terms, phrases_of
from rag.training.seed_terms import SEED
from rag.training.term_lists import Table, normalised, read_prior, spread

MIN_ALIGNMENT = 0.45
"""Treaty pairs with less are not clean enough."""
MAX_TERMS = 40
"""Longer sentences are left out: their co-occurrences grow with the square and align badly."""
EM_ROUNDS = 5
MIN_PHRASE_COUNT = 3
"""A phrase of the dictionary must stand in so many sentences to be learned from them."""
COLLOCATION_COUNT = 10
COLLOCATION_SHARE = 0.1
"""Two words that the dictionary does not join are a phrase where they stand side by side so often, and for
such a share of the rarer one's sentences."""
PRIOR = 4.0
"""Sentences' worth of evidence that the dictionary counts for."""
SEED_SHARE = 0.5
"""How much the seed counts for a word that is learned too; a phrase it has is taken as it stands."""
REVERSE_POWER = 0.25
"""How much the other direction's chance counts: it takes away what goes with everything."""
REVERSE_DOUBT = 3.0
"""Sentences' worth of doubt in the other direction: a Dutch term seen once tells little."""
WHOLE_GAIN = 1.5
"""A part of a compound gives its weight to the whole unless it is so much likelier,"""
OWN_GAIN = 0.75
"""or has more than such a share of the whole's weight in the dictionary, which gives a part half of it."""
MIN_WEIGHT = 0.02
MAX_TRANSLATIONS = 8
"""A translation less likely than this, or after so many, only adds noise."""
MIN_SUPPORT = 1.0
"""Expected count below which a translation that no dictionary has is an accident."""
PHRASE_GAIN = 1.3
"""So much likelier than after its words must a phrase make its translation, to be worth a line."""
HEADER = (
    "# Briefwijzer: English -> Dutch index terms, per mille. CC BY-SA 4.0. Learned from official treaty texts, Tatoeba"
    " (CC BY 2.0 FR), stsb-multi-mt (CC BY-SA 4.0), eForms SDK and tldr pages (CC BY 4.0), open-forms, covid dashboard"
    " and nl-wallet (EUPL 1.2), gnome-user-docs (CC BY 3.0), OMW wordnets (CC BY-SA), Wikidict (CC0), CLDR."
)
_NULL = ""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, kw_only=True)
class Bitext:
    """Which terms stand opposite each other, and where."""

    english: list[str]
    """English terms by number; 0 is the empty word that stands in every sentence."""
    dutch: list[str]
    pair_english: NDArray[np.int32]
    """English term of each distinct pair, ascending."""
    pair_dutch: NDArray[np.int32]
    pairs: NDArray[np.int32]
    """Distinct pair of each co-occurrence."""
    dutch_slots: NDArray[np.int32]
    """Which Dutch word of which sentence it is that each co-occurrence explains."""
    english_slots: NDArray[np.int32]


def read_pairs(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Terms of the aligned sentences that are clean and short enough, each term once a sentence."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        for line in lines:
            english, dutch, _, score = line.rstrip("\n").split("\t")
            if score and float(score) < MIN_ALIGNMENT:
                continue
            ours, theirs = english_terms(english), dutch_index_terms(dutch)
            if 0 < len(ours) <= MAX_TERMS and 0 < len(theirs) <= 2 * MAX_TERMS:
                yield list(dict.fromkeys([*ours, *phrases_of(ours)])), list(dict.fromkeys(theirs))


def read_vocabulary(paths: Iterable[Path]) -> Counter[str]:
    """How often each Dutch index term occurs in the texts of law files."""
    words: Counter[str] = Counter()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                words.update(_WORD.findall(json.loads(line)["text"].casefold()))
    counts: Counter[str] = Counter()
    for word, count in words.items():
        if count > 1:
            counts.update(dict.fromkeys(dutch_index_terms(word), count))
    return counts


def align(sentences: Sequence[tuple[list[str], list[str]]], prior: Table) -> Bitext:
    """Number the terms and pair them up; of the phrases only those that the dictionary has."""
    counts = Counter(term for english, _ in sentences for term in english)
    kept = {term for term in counts if " " not in term or _is_phrase(term, counts, prior)}
    english = [_NULL, *sorted(kept | prior.keys())]
    dutch = sorted({term for _, theirs in sentences for term in theirs} | {d for row in prior.values() for d in row})
    english_number = {term: number for number, term in enumerate(english)}
    dutch_number = {term: number for number, term in enumerate(dutch)}
    keys, dutch_slots, english_slots = [], [], []
    dutch_seen = english_seen = 0
    for ours, theirs in sentences:
        e = np.array([0, *(english_number[term] for term in ours if term in kept)], np.int64)
        d = np.array([dutch_number[term] for term in theirs], np.int64)
        keys.append((e[None, :] * len(dutch) + d[:, None]).ravel())
        dutch_slots.append(np.repeat(np.arange(dutch_seen, dutch_seen + len(d), dtype=np.int32), len(e)))
        english_slots.append(np.tile(np.arange(english_seen, english_seen + len(e), dtype=np.int32), len(d)))
        dutch_seen, english_seen = dutch_seen + len(d), english_seen + len(e)
    from_prior = [english_number[e] * len(dutch) + dutch_number[d] for e, row in prior.items() for d in row]
    every = np.concatenate([*keys, np.array(from_prior, np.int64)])
    distinct, pairs = np.unique(every, return_inverse=True)
    return Bitext(
        english=english,
        dutch=dutch,
        pair_english=(distinct // len(dutch)).astype(np.int32),
        pair_dutch=(distinct % len(dutch)).astype(np.int32),
        pairs=pairs[: len(every) - len(from_prior)].astype(np.int32),
        dutch_slots=np.concatenate(dutch_slots),
        english_slots=np.concatenate(english_slots),
    )


def _is_phrase(term: str, counts: Mapping[str, int], prior: Container[str]) -> bool:
    if term in prior:
        return counts[term] >= MIN_PHRASE_COUNT
    return counts[term] >= max(COLLOCATION_COUNT, COLLOCATION_SHARE * min(counts[word] for word in term.split()))


def expectation_maximisation(
    bitext: Bitext, prior: NDArray[np.float64], *, given: NDArray[np.int32], slots: NDArray[np.int32], rounds: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Chance of each pair given its term in `given`, and how often it is expected to be a translation.

    `prior` sums to 1 or 0 over the pairs of each given term.
    """
    chance = np.ones(len(given))
    expected = chance
    for _ in range(rounds):
        here = chance[bitext.pairs]
        here /= np.bincount(slots, here)[slots]
        expected = np.bincount(bitext.pairs, here, minlength=len(given)) + PRIOR * prior
        chance = expected / np.bincount(given, expected)[given]
    return chance, expected


def learn(bitext: Bitext, prior: Table) -> Table:
    """Weights of all translations that are likely and more than an accident."""
    flat = np.array(
        [
            prior.get(bitext.english[e], {}).get(bitext.dutch[d], 0.0)
            for e, d in zip(bitext.pair_english.tolist(), bitext.pair_dutch.tolist(), strict=True)
        ]
    )
    forward, expected = expectation_maximisation(
        bitext, flat, given=bitext.pair_english, slots=bitext.dutch_slots, rounds=EM_ROUNDS
    )
    _, reverse = expectation_maximisation(
        bitext, flat, given=bitext.pair_dutch, slots=bitext.english_slots, rounds=EM_ROUNDS
    )
    backward = reverse / (np.bincount(bitext.pair_dutch, reverse) + REVERSE_DOUBT)[bitext.pair_dutch]
    joint = forward * backward**REVERSE_POWER
    weight = joint / np.bincount(bitext.pair_english, joint)[bitext.pair_english]
    good = (weight > MIN_WEIGHT) & ((expected >= MIN_SUPPORT) | (flat > 0)) & (bitext.pair_english > 0)
    table: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for index in np.flatnonzero(good).tolist():
        english, dutch = bitext.english[bitext.pair_english[index]], bitext.dutch[bitext.pair_dutch[index]]
        table[english][dutch] = float(weight[index])
    return {english: _without_parts(row, prior.get(english, {})) for english, row in table.items()}


def _without_parts(weights: Mapping[str, float], prior: Mapping[str, float]) -> dict[str, float]:
    """Parts of a compound give their weight to the whole, unless they are translations by themselves too."""
    left = dict(weights)
    for whole in sorted(weights, key=lambda term: (-weights[term], term)):
        for part in dutch_index_terms(whole):
            own = prior.get(part, 0.0) > OWN_GAIN * prior.get(whole, 0.0)
            if part == whole or own or not {part, whole} <= left.keys() or left[part] >= WHOLE_GAIN * weights[whole]:
                continue
            left[whole] += left.pop(part)
    return left


def finish(table: Table, prior: Table, seed: Table) -> Table:
    """Mix the seed in; keep the likeliest translations, and only terms and phrases that say something."""
    finished: Table = {}
    for english in sorted(table.keys() | seed.keys()):
        learned, given = table.get(english, {}), seed.get(english, {})
        share = 0.0 if not given else SEED_SHARE if learned and " " not in english else 1.0
        row = {
            dutch: (1 - share) * learned.get(dutch, 0.0) + share * given.get(dutch, 0.0)
            for dutch in learned.keys() | given.keys()
        }
        best = sorted(row.items(), key=lambda item: (-item[1], item[0]))[:MAX_TRANSLATIONS]
        best = [(dutch, weight) for dutch, weight in best if weight > MIN_WEIGHT]
        if best and (given or _says_something(english, best, table, prior)):
            finished[english] = dict(best)
    return finished


def _says_something(english: str, best: Sequence[tuple[str, float]], table: Table, prior: Container[str]) -> bool:
    if any(char.isdigit() for char in english):
        return False
    if " " in english:
        term, weight = best[0]
        return weight >= PHRASE_GAIN * max(table.get(word, {}).get(term, 0.0) for word in english.split())
    return english in prior or [term for term, _ in best] != [english]


def read_seed(text: str) -> Table:
    """The table in `SEED`'s notation: lines of `english = dutch, dutch; english = ...`, likelier first."""
    table: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for entry in text.replace("\n", ";").split(";"):
        if entry.strip():
            english, dutch = entry.split("=")
            for place, choice in enumerate(dutch.split(",")):
                for term, weight in spread(choice, 1 / (1 + place)).items():
                    table[" ".join(english_terms(english))][term] += weight
    return {english: _without_parts(normalised(row), row) for english, row in table.items()}


def write(table: Table, path: Path) -> None:
    """Write the lexicon as `rag.retrieval.lexicon` reads it: the same table gives the same bytes."""
    lines = [HEADER]
    for english in sorted(table, key=str.encode):
        shares = [f"{dutch}:{math.floor(weight * 1000 + 1e-6)}" for dutch, weight in table[english].items()]
        lines.append(f"{english}\t{' '.join(shares)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", compresslevel=9, mtime=0))


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m rag.training.lexicon", description=__doc__)
    parser.add_argument("pairs", type=Path, help="english, dutch, source, alignment score")
    parser.add_argument("terms", type=Path, help="dutch, english, source")
    parser.add_argument("out", type=Path)
    parser.add_argument("--vocabulary", type=Path, nargs="*", default=(), help="laws/*.jsonl.gz: Dutch that is in use")
    options = parser.parse_args(arguments)
    sentences = list(read_pairs(options.pairs))
    known = read_vocabulary(options.vocabulary)
    known.update(term for _, dutch in sentences for term in dutch)
    prior = read_prior(options.terms, known)
    table = finish(learn(align(sentences, prior), prior), prior, read_seed(SEED))
    write(table, options.out)
    print(f"{len(table)} terms, {sum(map(len, table.values()))} translations, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
