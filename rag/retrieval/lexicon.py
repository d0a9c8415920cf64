"""English words -> Dutch index terms, each with the chance that it is the translation."""

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from rag.errors import ModelError
from rag.settings import BUNDLED_MODEL
from rag.store.words import content_words, expand, fold

LEXICON = BUNDLED_MODEL / "lexicon.tsv.gz"
"""The lexicon that comes with the package; `rag.training.lexicon` makes it."""
_PHRASE_SHARE = 0.5
"""How much a known phrase counts against its two words."""
_TEMPER = 0.5
"""Power of a chance that makes it a weight: below 1, so that a word of many translations is not lost."""
_STEM_WEIGHT = 0.2
"""What a Dutch verb shares with its noun, against the word itself."""
_NAME_WEIGHT = 0.5
"""A capitalised word that has translations may be a name all the same (Turkey, Hill)."""
_CAPITALISED = re.compile(r"(?<=[\w,;:)’'\"”] )[^\W\d_a-z]\w+")
_AMERICAN = (
    ("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"), ("cence", "cense"),
    ("ramme", "ram"),
)  # fmt: skip
"""British endings and American ones. A few words that are no British spelling change too (noise), both here and in the
file, which does no harm."""
_MIN_BEFORE_ENDING = 2


class Lexicon:
    """The learned lexicon. The file is read at the first look-up; a line is parsed when it is asked for."""

    def __init__(self, path: Path = LEXICON) -> None:
        self._path = path

    def translate(self, term: str) -> Mapping[str, float]:
        """Dutch index terms of an English one, likeliest first, with weights that sum to 1 at most.

        `term` is a lemma as `english_terms` gives it, or two with a space between. Unknown terms have none.

        Raises:
            ModelError: the file is missing or damaged.
        """
        return _find(_read(self._path), " ".join(map(_american, term.split())))

    def dutch_terms(self, text: str) -> dict[str, float]:
        """Weighted Dutch index terms for an English text, for full-text search in the Dutch passages.

        A name, number or other word without a translation is searched for as it stands, with weight 1.
        """
        weights: dict[str, float] = {}
        names = {fold(name) for name in _CAPITALISED.findall(text)}
        for word, translations in self._readings(text):
            for term, weight in translations.items():
                _raise_to(weights, term, weight)
                if stem := _stem(term):
                    _raise_to(weights, stem, weight * _STEM_WEIGHT)
            if word and (not translations or fold(word) in names):
                for term in (expand(word, "nl")[0], expand(word, "en")[0]):
                    _raise_to(weights, term, _NAME_WEIGHT if translations else 1.0)
        return weights

    def _readings(self, text: str) -> Iterator[tuple[str, Mapping[str, float]]]:
        """Each word as printed with its weighted translations; a phrase's go with no word."""
        words = content_words(text, "en")
        terms = [_english_term(word) for word in words]
        phrases = [self.translate(phrase) for phrase in phrases_of(terms)]
        for translations in phrases:
            yield "", _tempered(translations, _PHRASE_SHARE)
        for place, (word, term) in enumerate(zip(words, terms, strict=True)):
            in_phrase = any(phrases[max(place - 1, 0) : place + 1])
            yield word, _tempered(self.translate(term), 1 - _PHRASE_SHARE if in_phrase else 1.0)


def english_terms(text: str) -> list[str]:
    """The terms that an English text is looked up by, in order: its content words' lemmas, in American spelling."""
    return [_english_term(word) for word in content_words(text, "en")]


def dutch_index_terms(text: str) -> list[str]:
    """The terms that translations are made of: lemmas and the parts of compounds, in order."""
    return [term for word in content_words(text, "nl") for term in expand(word, "nl") if not term.startswith("zz")]


def phrases_of(terms: Sequence[str]) -> list[str]:
    """Every two neighbours as one term; one fewer than there are terms."""
    return [f"{left} {right}" for left, right in pairwise(terms)]


def _english_term(word: str) -> str:
    return _american(expand(word, "en")[0])


def _american(word: str) -> str:
    for british, american in _AMERICAN:
        if word.endswith(british) and len(word) >= len(british) + _MIN_BEFORE_ENDING:
            return word.removesuffix(british) + american
    return word


def _tempered(translations: Mapping[str, float], share: float) -> dict[str, float]:
    return {term: share * chance**_TEMPER for term, chance in translations.items()}


def _raise_to(weights: dict[str, float], term: str, weight: float) -> None:
    weights[term] = max(weight, weights.get(term, 0.0))


def _stem(term: str) -> str | None:
    return next((other for other in expand(term, "nl") if other.startswith("zz")), None)


@lru_cache(maxsize=4)
def _read(path: Path) -> bytes:
    """The whole file, unpacked: lines `english<TAB>dutch:per mille dutch:per mille`, sorted by their bytes."""
    try:
        return gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise ModelError(f"The lexicon {str(path)!r} cannot be read. Install Briefwijzer anew.") from error


def _find(table: bytes, term: str) -> Mapping[str, float]:
    """Binary search for the line of a term."""
    key = term.encode()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start)
        end = len(table) if end < 0 else end
        found, _, rest = table[start:end].partition(b"\t")
        if found == key:
            return {dutch: int(share) / 1000 for dutch, share in (pair.split(":") for pair in rest.decode().split(" "))}
        low, high = (end + 1, high) if found < key else (low, start)
    return {}
