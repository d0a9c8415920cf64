"""Which names of a question the letters have, in whatever form."""

import re
from collections.abc import Collection
from functools import lru_cache

from rag.answering.bodies import beginnings, is_proper, names_of_bodies, whole_name
from rag.answering.holder import asked_holders
from rag.answering.names import letter_terms, letter_text, missing_names, never_mentioned
from rag.answering.question_words import weigh
from rag.answering.request import Request
from rag.retrieval.aliases import find_aliases, is_called
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import nearest_word
from rag.store.index import Index
from rag.store.words import content_words, expand, fold

_ABBREVIATED = 2
"""Letters of what may stand for a name in many ways ("NL")."""


class Names:
    """The names that an index's letters hold."""

    def __init__(self, index: Index, lexicon: Lexicon) -> None:
        self._index = index
        self._lexicon = lexicon
        self._text = lru_cache(maxsize=1024)(lambda letter: letter_text(index.letters[letter]))
        self._terms = lru_cache(maxsize=64)(lambda letter, language: letter_terms(index.letters[letter], language))
        self._all_terms = lru_cache(maxsize=2)(self._terms_of_all)

    def is_known(self, name: str) -> bool:
        """Whether a letter has a name, or another for the same."""
        return bool(self.letters_with(name))

    def letters_with(self, name: str) -> list[str]:
        """The ids of the letters that have a name, or another for the same."""
        held = self._all_terms("nl")
        known = (not held.isdisjoint({fold(word), *expand(word, "nl")}) for word in content_words(name, "nl"))
        if not name.isupper() and not find_aliases(name) and not all(known):
            return []
        return [letter for letter in self._index.letters if is_called(name, self._text(letter))]

    def beginning_of(self, name: str, language: str) -> str | None:
        """The longest beginning of a name that stands in a letter as a name by itself; None where none does."""
        known = (one for one in beginnings(name, language) if self.is_known(one))
        return next((one for one in known if " " in one or one.isupper() or self._stands_alone(one)), None)

    def _stands_alone(self, word: str) -> bool:
        """Whether a letter has a word behind one in small letters, so that it is no end of a longer name."""
        alone = re.compile(rf"(?:^|\s)[a-zë’'-]+[,:(«]* {re.escape(word)}(?!\w)(?! (?:van|voor) )", re.MULTILINE)
        return any(alone.search(self._text(letter)) for letter in self._index.letters)

    def is_unheard_of(self, name: str, request: Request) -> bool:
        """Whether no letter has a name of the question; what may be a translation is not known to be so."""
        if self.is_known(name) or ("-" in name and self.is_known(name.partition("-")[0])):
            return False
        unheard = never_mentioned(request.bare, self._all_terms(request.asked_in), self._lexicon)
        return request.asked_in == "nl" or any(one in name.split() for one in unheard)

    def is_nowhere(self, name: str, request: Request) -> bool:
        """The same for a name of somebody's own, or of a place: nothing is said of it.

        What may be a slip of the pen, an office ("Kamerlid") or another name for something else is none.
        """
        is_name = name[0].isupper() and len(name) > _ABBREVIATED and not find_aliases(name)
        if not is_name or asked_holders(name) or not is_proper(name, request.bare, self._lexicon):
            return False
        words = [fold(word) for word in content_words(name, "nl")]
        is_slip = any(nearest_word(word, self._index.vocabularies["nl"]) for word in words)
        return not is_slip and self.is_unheard_of(name, request)

    def missing(self, request: Request, letter: str) -> list[str]:
        """The names of the question, whole where they are a body's, that a letter does not have."""
        question, language = request.bare, request.asked_in
        single = missing_names(question, self._terms(letter, language), self._lexicon)
        bodies = names_of_bodies(question.text, language) if language == "nl" else []
        bodies = [name for name in bodies if not self.beginning_of(name, language)]
        whole = dict.fromkeys([*(whole_name(name, question.text, language) for name in single), *bodies])
        return [name for name in whole if not is_called(name, self._text(letter))]

    def shares_known(self, request: Request, letters: Collection[str]) -> dict[str, float]:
        """How much of what a question asks for each of these letters as a whole speaks of, from 0 to 1."""
        words = weigh(request.bare, self._index.vocabularies, self._lexicon)
        terms = ((one, self._terms(one, request.asked_in), self._terms(one, "nl")) for one in letters)
        return {letter: words.share(words.covered(own, dutch)) for letter, own, dutch in terms}

    def _terms_of_all(self, language: str) -> frozenset[str]:
        return frozenset().union(*(letter_terms(letter, language) for letter in self._index.letters.values()))
