"""Words -> index terms: folded, lemmatised, compounds split, stop words out; Dutch and English."""

import re
import unicodedata
from functools import lru_cache

import simplemma

_TOKEN = re.compile(r"[^\W_]+")
_FOLDED = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u00ad": ""})
_MIN_PART = 4
"""Shorter parts than this make nonsense splits (minister -> mini + ster at 4 is caught by `_WHOLE`)."""
_MIN_COMPOUND = 9
_LINKS = ("", "s", "en", "e")
_DERIVED = {"nl": ("ing", "eren", "en", "atie"), "en": ("ation", "ing", "ment", "ions", "ion")}
"""Endings that turn a verb into a noun and back; what is left of them is a second term."""
_MIN_STEM = 5
STEM_MARK = "zz"
"""Begins every stem, so that it meets no lemma."""

STOP_WORDS = {
    "nl": frozenset(
        """
        de het een en of maar want dus dat die dit deze der des den ten ter te om van voor met aan in op uit bij door
        over tot tegen onder tussen naar na als dan toen er hier daar waar wat wie welk welke hoe wanneer waarom
        waarmee waarvan waarop is zijn was waren wordt worden werd werden ben bent geweest heeft hebben had hadden zal
        zullen zou zouden kan kunnen kon konden mag mogen moet moeten moest wil willen doet doen deed gaat gaan komt
        komen ik je jij u hij zij ze we wij jullie hen hun haar hem mij me mijn uw ons onze zich zelf niet geen wel
        ook al nog nu zo zeer meer meest veel heel erg toch eens even iets niets alles iemand niemand men volgens
        staat staan zegt zeggen zei vindt vinden betekent precies eigenlijk graag brief letter daarvan daarover
        hierover hiervan ervan erover daarbij hierbij zoals via per uitleggen vertel geef geven noem noemen denkt
        hoeveel klopt hoezo
        denken
        """.split()
    ),
    "en": frozenset(
        """
        the a an and or but so that which who whom whose this these those of for with at in on from by about to into
        over against under between after before as than then there here what when why how where is are was were be
        been being has have had do does did will would can could may might must shall should i you he she it we they
        them him her me my your our their its his not no yes also still now very more most much many really just
        something nothing anything someone anyone according say says said tell give letter mean exactly think
        thinks any some all if out up down there's it's what's please
        """.split()
    ),
}
"""Words that tell nothing about a subject, in questions above all."""


def fold(text: str) -> str:
    """Lower case without accents; curly quotes straight, dashes plain. Length may change."""
    if text.isascii():
        return text.lower()
    for _ in range(2):  # lower case has accents of its own (İ), and a decomposed letter a lower case (𝕬)
        decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN).casefold())
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return text.translate(_PLAIN)


def folded_words(text: str) -> list[str]:
    """The words and numbers of a text, folded, in order."""
    return _FOLDED.findall(fold(text))


def lemma(word: str, language: str) -> str:
    """The dictionary form of one word, folded."""
    return _lemma(word.casefold(), language)


@lru_cache(maxsize=100_000)
def _lemma(word: str, language: str) -> str:
    if any(char.isdigit() for char in word) or len(word) < 3:
        return fold(word)
    return fold(simplemma.lemmatize(word, lang=language)).replace("_", "")


def is_word(text: str) -> bool:
    """Whether a word is of Dutch or English, in any form, or made of words that are."""
    word = text.casefold()
    return any(simplemma.is_known(word, lang=language) for language in STOP_WORDS) or bool(_parts(_lemma(word, "nl")))


def terms(text: str, language: str) -> list[str]:
    """Index terms in order, with the parts of compounds and the stems of derived words beside them.

    A text of stop words alone gives none.
    """
    found: list[str] = []
    for word in content_words(text, language):
        found.extend(expand(word, language))
    return found


def content_words(text: str, language: str) -> list[str]:
    """The words of a text that are no stop words, as printed but lower-case, in order."""
    words = [word for word in _TOKEN.findall(text.casefold()) if fold(word) not in STOP_WORDS[language]]
    return [word for word in words if len(word) > 1 or word.isdigit()]


@lru_cache(maxsize=100_000)
def expand(word: str, language: str) -> tuple[str, ...]:
    """A word's terms: its lemma first, then parts and stem."""
    base = _lemma(word, language)
    parts = _parts(base) if language == "nl" else ()
    return tuple(dict.fromkeys((base, *parts, *(stem for one in (base, *parts) if (stem := _stem(one, language))))))


def _stem(word: str, language: str) -> str | None:
    """What a verb and its noun share (opzeggen, opzegging -> zzopzeg)."""
    for ending in _DERIVED[language]:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _MIN_STEM:
            if stem[-1] == stem[-2]:
                stem = stem[:-1]
            return STEM_MARK + stem
    return STEM_MARK + word if language == "en" and len(word) >= _MIN_STEM else None


@lru_cache(maxsize=100_000)
def _parts(word: str) -> tuple[str, ...]:
    """The lemmas of a Dutch compound's parts, or none: the longest known head decides."""
    if len(word) < _MIN_COMPOUND or not word.isalpha():
        return ()
    for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
        left, right = word[:cut], word[cut:]
        if not simplemma.is_known(right, lang="nl"):
            continue
        for link in _LINKS:
            stem = left.removesuffix(link) if link else left
            if len(stem) >= _MIN_PART and (not link or stem != left) and simplemma.is_known(stem, lang="nl"):
                head = _lemma(right, "nl")
                return tuple(dict.fromkeys((_lemma(stem, "nl"), head, *_parts(head))))
    return ()


def numbers(text: str) -> frozenset[str]:
    """The numbers of a text with separators taken out, so 1.200 and 1,200 are one."""
    return frozenset(re.sub(r"[.,]", "", match) for match in _NUMBER.findall(text))
