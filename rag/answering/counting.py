"""A number, sum or date is an answer where it is of the thing asked about, not of whatever else a sentence counts."""

import re
from collections.abc import Sequence

from rag.answering.evidence import Evidence
from rag.answering.held import share_of, terms_of
from rag.answering.intent import Wanted
from rag.answering.listing import opening_of
from rag.answering.request import Request
from rag.answering.scoring import relevance, value
from rag.answering.wanted import holds
from rag.answering.wording import asks_two_things
from rag.retrieval.aliases import SETTING, find_aliases
from rag.retrieval.lexicon import Lexicon
from rag.store.words import content_words, fold, terms

_COUNTED = re.compile(r"\b(?:hoeveel|het aantal|welk aantal|how many|the number of)\b(?P<rest>[^?.,;]*)", re.IGNORECASE)
_NOUN_WITHIN = 2
"""The noun that is counted is one of so many words behind that: "hoeveel historische molens"."""
_UNITS = frozenset(
    """
    keer maal jaar jaren maanden maand weken week dagen dag uur uren minuten procent geld euro euros miljoen miljard
    duizend kilo kg ton megaton meter kilometer times time years year months month weeks week days day hours minutes per
    cent percent money million billion thousand kilos tonnes tons metres kilometres
    """.split()
)
"""What is counted in; a sentence has it by its number."""
_ANYTHING = frozenset(
    """
    mens mensen personen persoon gevallen geval totaal extra soort soorten people persons person cases case total kinds
    different
    """.split()
)
"""What is called by many names."""
_UNKNOWN = re.compile(
    r"\b(?:onbekend|(?:niet|nooit) (?:\w+ ){0,4}(?:bekend|geregistreerd|bijgehouden|gemeten|te zeggen|aan te geven|"
    r"beschikbaar)|geen (?:\w+ ){0,2}(?:cijfers|gegevens|zicht|overzicht|informatie|registratie))\b",
    re.IGNORECASE,
)
"""That nobody knows how many."""
_NONE = re.compile(r"\bgeen (?:enkele? )?(?P<what>[\w’'-]+(?: [\w’'-]+)?)", re.IGNORECASE)
_CASES = re.compile(r"\bgeen (?:enkele? )?(?:gevallen?|voorbeeld(?:en)?|signalen)\b", re.IGNORECASE)
"""That there are none of what else the sentence tells, and not of the thing itself."""
_OF_CASES = 2
"""Words of the question by which they are cases of what it asks."""
_OF_MANY = 0.34
"""So much else of the question a sentence holds that counts people, years or cases."""
_IN_FORCE = re.compile(
    r"\b(?:(?:enter(?:s|ed)?|entry) into force|(?:take|took|takes) effect|in werking|inwerkingtreding|van kracht)\b",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"^(?:wat|what)(?:['’]?s| is| zijn| are)\b.*\b(?:budget|bedrag|kosten|costs?)\b"
    r"|\bhow (?:big|large) is .*\bbudget\b",
    re.IGNORECASE,
)
"""What asks for a sum of money, beside what is told by "how much"."""
_MONEY_WORDS = frozenset(
    """
    kost kosten gekost bedrag budget geld prijs beschikbaar krijgt krijgen gaat uitgegeven besteed structureel totaal
    per totale jaar jaarlijks extra cost costs price budget annual annually money amount available spent spend total
    year euros make
    """.split()
)
_SUM = re.compile(
    r"€ ?\d|(?:\d|\b(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|\w*tien|\w+tig|\w*honderd|duizend"
    r"|anderhalf)) ?"
    r"(?:miljoen|miljard|mln|mld|euro|cent)\b|\bduizenden euro",
    re.IGNORECASE,
)
_NO_MONEY = re.compile(
    r"\b(?:gratis|kosteloos|(?:geen|onvoldoende) (?:\w+ ){0,2}(?:kosten|dekking|budget|geld|middelen|gevolgen))\b",
    re.IGNORECASE,
)
_FREE = re.compile(r"\b(?:gratis|kosteloos|free)\b", re.IGNORECASE)
_OF_MONEY = 0.5
"""So much of what a sum is asked of stands beside it, where nothing of it stands in the sentence."""
_SURE = 2.0
"""Log-odds from which the network is sure that a sentence answers."""
_FAR_SUM = 4.0
"""Log-odds that a sentence with the sum may lose against the best, and still be what answers."""
_FAR = 3.0
"""Log-odds by which what counts the thing may lose against what does not, and still be what answers."""


def of_the_thing(ranked: Sequence[Evidence], request: Request, lexicon: Lexicon) -> list[Evidence]:
    """The sentences that can answer how many, or when something enters into force; all of them for other questions."""
    text, wanted = request.bare.text, request.intent.wanted
    if wanted is Wanted.DATE and _IN_FORCE.search(text):
        return _near(ranked, [one for one in ranked if _IN_FORCE.search(one.sentence.text)])
    if (wanted is Wanted.MONEY or _COSTS.search(text)) and not asks_two_things(text):
        return _with_sum(ranked, request, lexicon)
    found = _COUNTED.search(text) if wanted is Wanted.QUANTITY else None
    words = content_words(found["rest"], request.asked_in) if found else []
    if not words or fold(words[0]) in _UNITS:
        return list(ranked)
    thing = _Thing(words, request, lexicon)
    return _near(ranked, [one for one in ranked if thing.is_counted(one)])


def _near(ranked: Sequence[Evidence], fitting: list[Evidence]) -> list[Evidence]:
    return [one for one in fitting if relevance(ranked[0]) - relevance(fitting[0]) <= _FAR]


def _with_sum(ranked: Sequence[Evidence], request: Request, lexicon: Lexicon) -> list[Evidence]:
    """The sentences with a sum of money, or a row of a table of sums, for what is asked about."""
    words = [word for word in content_words(request.bare.text, request.asked_in) if fold(word) not in _MONEY_WORDS]
    asked = [terms_of(word, request.asked_in, lexicon) for word in words if not word.isdigit()]
    with_sum = [one for one in ranked if _has_sum(one, request)]
    fitting = [one for one in with_sum if _is_of(one, asked, request)]
    return [one for one in fitting if relevance(ranked[0]) - relevance(one) <= _FAR_SUM]


def _is_of(one: Evidence, asked: Sequence[frozenset[str]], request: Request) -> bool:
    """Whether a sentence has something of what is asked about, or half of it stands beside.

    Of words in another language much goes unseen, so there the network may be sure of it, but half must be seen.
    """
    is_dutch = request.asked_in == "nl"
    if not asked or (not is_dutch and one.log_odds >= _SURE):
        return True
    return (is_dutch and _share(one.sentence.text, asked) > 0) or _share(_beside(one, request), asked) >= _OF_MONEY


def _has_sum(one: Evidence, request: Request) -> bool:
    text, letter = one.sentence.text, request.letters[one.letter]
    if _SUM.search(text) or (_NO_MONEY.search(text) and not _FREE.search(request.bare.text)):
        return True
    place = (one.paragraph, one.index)
    above = " ".join(each.text for each in letter.paragraphs[max(0, one.paragraph - 2) : one.paragraph])
    is_row = opening_of(letter, place) is not None and re.search(r"\d", text) is not None
    return is_row and holds(Wanted.MONEY, above, "") is True


def _beside(one: Evidence, request: Request) -> str:
    """A sentence with those before and behind it, and with what its list or table stands under."""
    letter = request.letters[one.letter]
    paragraph = letter.paragraphs[one.paragraph - 1]
    opening = opening_of(letter, (one.paragraph, one.index))
    if opening:
        return f"{one.sentence.text} {letter.paragraphs[opening[0] - 1].sentences[opening[1]].text}"
    return " ".join(each.text for each in paragraph.sentences[max(0, one.index - 1) : one.index + 2])


class _Thing:
    """What a question counts, by the words behind "how many"."""

    def __init__(self, words: Sequence[str], request: Request, lexicon: Lexicon) -> None:
        self._request = request
        own = [
            word
            for word in words
            if fold(word) not in _ANYTHING | _UNITS and SETTING.isdisjoint(find_aliases(word.title()))
        ]
        is_any = fold(words[0]) in _ANYTHING
        self._others = [terms_of(word, request.asked_in, lexicon) for word in own]
        self._asked = self._others if is_any else self._others[:_NOUN_WITHIN]
        self._least = _OF_MANY if is_any else 1 / _NOUN_WITHIN

    def is_counted(self, one: Evidence) -> bool:
        """Whether a sentence has a number, or says that there is none, with the thing in it or beside it."""
        text = one.sentence.text
        heading = self._request.letters[one.letter].paragraphs[one.paragraph - 1].heading or ""
        if _share(f"{heading} {_beside(one, self._request)}", self._asked) < self._least:
            return False
        if value(one, "holds_wanted") or _UNKNOWN.search(text):
            return True
        if _CASES.search(text):
            return _share(text, self._others) * len(self._others) >= _OF_CASES
        none = _NONE.search(text)
        return none is not None and _share(none["what"], self._asked) > 0


def _share(text: str, asked: Sequence[frozenset[str]]) -> float:
    """How many of these words a text has, be it as a part of a longer one."""
    return share_of(frozenset(terms(text, "nl")), asked)
