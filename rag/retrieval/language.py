"""Which language a question is in."""

import re
from collections.abc import Container, Mapping
from functools import lru_cache
from typing import Any

from rag.store.words import lemma

_WORD = re.compile(r"[^\W\d_]+")
_SURNAME = re.compile(r"\b(?:(?:Van|De|Ter|Ten|Den)(?: (?:der|den|de))?|van (?:der|den)) [A-ZÀ-Ý][\w’-]+")
"""What belongs to a name, and to no language: "Van der Berg"."""
_LANGUAGES = {"english": "en", "engels": "en", "dutch": "nl", "nederlands": "nl"}
_LANGUAGE = rf"(?P<language>{'|'.join(_LANGUAGES)})"
_WISH_EN = re.compile(
    r"(?:(?:and|please|ok|okay|now|but) )*"
    r"(?:(?:(?:can|could|would|will) you|(?:can|could|may) (?:i|we)|i (?:want|need)|i d like|what (?:is|s|does)) )?"
    r"(?:(?:please|says?|repeat|give|tell|translate|answer|write|put|show|explain|have|get|read|do|me|us|that|"
    r"this|it|them|these|the|your|same|again|once|more|all|a|an|translation|version|reply|also|mean) )*"
    rf"(?:(?:in|to|into) )?{_LANGUAGE}(?: (?:please|again|instead|version|translation|too|now|for me))*"
)
_WISH_NL = re.compile(
    r"(?:(?:en|nu|ok|oke|maar|graag|alsjeblieft|alstublieft) )*"
    r"(?:(?:kun|kan|kunt|wil|wilt|zou|mag)(?: (?:je|jij|u|ik|wij|we))? |(?:wat|hoe) (?:is|luidt|staat) )?"
    r"(?:(?:zeg|herhaal|geef|vertaal|antwoord|schrijf|vertel|toon|dat|dit|het|die|deze|er|me|mij|ons|nog|eens|een|keer|"
    r"ook|even|graag|weer|opnieuw|alsjeblieft|alstublieft|hetzelfde|zelfde|vertaling|kunnen) )*"
    rf"(?:(?:in|naar)(?: het)? )?{_LANGUAGE}(?: (?:graag|zeggen|geven|herhalen|vertalen|antwoorden|schrijven|kan|"
    r"kunnen|doen|hebben|lezen|krijgen|alsjeblieft|alstublieft|aub|svp|a u b|s v p|opnieuw|weer|nog een keer))*"
)
"""Nothing but a wish for the other language."""
_FUNCTION_WORDS = {
    "nl": frozenset(
        """
        de het een en van is dat die te voor met aan wat wie hoe waarom wanneer welke welk waar zijn niet ook er
        wordt worden heeft hebben wil staat zegt volgens over deze dit door bij naar om als nog moet kan mag zou
        geen ik je wij hun hoeveel daar daarvan kabinet brief was waren
        """.split()
    ),
    "en": frozenset(
        """
        the a an and of is that which to for with on at what who how why when where are not also there does do did
        has have was were says said according about this these by from if must can would no it its they their many
        much cabinet letter paragraph tell give
        """.split()
    ),
    "other": frozenset(
        """
        der die das und ist nicht wie warum wird werden über für ein eine zu den dem les le la des une est pourquoi
        comment quelle quel combien sur dans pour que qui sont el los las por qué cuál cómo cuántos una para sobre
        en il che perché quanti della di sono was sagt weshalb wer wann wo laut beiden coûte leurs veulent
        ils
        """.split()
    ),
}
_TELLING = {
    "nl": frozenset(
        """
        hoi hallo goedemorgen goedemiddag goedenavond bedankt dank dankjewel alsjeblieft alstublieft graag vat samen
        samenvatting samenvattingen samenvatten samengevat hoofdpunten kernpunten waarover paragraaf alinea voetnoot
        noot brieven kamerbrief uitleg hulp
        """.split()
    ),
    "en": frozenset(
        """
        hi hey hello thanks thank please summary summaries summarise summarize summarised summarized overview
        about letters footnote note gist nutshell
        """.split()
    ),
}
"""Greetings, requests and what letters consist of: they tell Dutch from English where little else does."""
_OF_NEITHER = frozenset("help tl dr tldr ok okay oke nr no par para art pp vs info pdf".split())
"""Short words that either language has."""
_SHARED = {"other": frozenset("was die en is den in over".split())}
"""Function words of other languages that say nothing where Dutch or English has them too."""
_OTHER_MARGIN = 2
"""So many more foreign function words than Dutch or English ones make a question foreign."""
_MIN_WORDS = 3
"""Of fewer words than this no third language is told: they may be names, or keywords that many languages share."""
_MAX_OWN_WORDS = 1
"""More Dutch or English function words than this are no accident."""
_OTHER_ODDS = 15
"""So many times likelier than Dutch and English a third language must be; of shuffled keywords hardly any are."""
_NOT_ASKED_IN = frozenset({"af", "la"})
"""Afrikaans and Latin, for which Dutch keywords and words of law are easily taken."""


def detect_language(text: str, vocabularies: Mapping[str, Container[str]] | None = None) -> str | None:
    """Tell "nl" from "en"; None where it is clearly another language.

    Bare keywords have no function words: then the letters' own vocabularies decide, by language, and where these hold
    few of the words their shape, which also tells other languages.
    """
    words = _WORD.findall(_SURNAME.sub(" ", text).casefold())
    counts = {
        language: sum(word in known and word not in _SHARED.get(language, ()) for word in words)
        for language, known in _FUNCTION_WORDS.items()
    }
    own = {language: counts[language] + sum(word in words for word in known) for language, known in _TELLING.items()}
    best = "nl" if own["nl"] > own["en"] else "en"
    if _is_foreign_script(text) or counts["other"] >= max(counts["nl"], counts["en"]) + _OTHER_MARGIN:
        return None
    is_told = counts[best] > _MAX_OWN_WORDS
    if is_told and own["nl"] != own["en"]:
        return best
    known = {
        language: sum(lemma(word, language) in vocabulary for word in words)
        for language, vocabulary in (vocabularies or {}).items()
    }
    is_known = 2 * max(known.values(), default=0) > len(words)
    is_told = is_told or is_known
    if not is_told and len(words) >= _MIN_WORDS and _is_third_language(text):
        return None
    if own["nl"] != own["en"]:
        return best
    if is_known and len(set(known.values())) > 1:
        return max(known, key=lambda language: known[language])
    odds = _odds(text)
    return max(("en", "nl"), key=lambda language: odds[language])


def tells_language(text: str) -> bool:
    """Whether a text has a word that only one language has; "§9" and "help" have none."""
    return any(word not in _OF_NEITHER for word in _WORD.findall(text.casefold()))


def wished_language(text: str) -> str | None:
    """The language, "nl" or "en", in which a text asks for what was said before; None where it asks something else."""
    words = " ".join(_WORD.findall(text.casefold()))
    wished = _WISH_EN.fullmatch(words) or _WISH_NL.fullmatch(words)
    return _LANGUAGES[wished["language"]] if wished else None


def _is_third_language(text: str) -> bool:
    odds = _odds(text)
    own = max(odds.pop("nl"), odds.pop("en"))
    return any(odd >= _OTHER_ODDS * own for language, odd in odds.items() if language not in _NOT_ASKED_IN)


def _is_foreign_script(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char > "\u024f" for char in letters) > len(letters) / 2


def _odds(text: str) -> dict[str, float]:
    """How likely each language is."""
    return {language: float(odd) for language, odd in _classifier().rank(text)}


@lru_cache(maxsize=1)
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
