"""Words that official names are made of, and names of languages: in a translation they are no names to look for."""

import re

from rag.retrieval.lexicon import Lexicon, english_terms
from rag.retrieval.question import Question
from rag.store.words import fold, lemma

_OF_BODIES = {
    "en": frozenset(
        """
        academy administration affairs agency alliance assembly association authority bank bar board body branch bureau
        cabinet centre center chamber chief college commission commissioner committee community conference congress
        convention council counsel court department deputy directorate division executive federation foundation fund
        general government group house inspectorate institute institution judiciary league minister ministry national
        network office ombudsman organisation organization panel parliament party platform police president prime
        programme project public royal school secretary senate service services society state states supreme task
        taskforce team treasury tribunal trust unit union university working
        """.split()
    ),
    "nl": frozenset(
        """
        academie afdeling agentschap algemene autoriteit bank bestuur bond bureau college comite commissie
        coordinator departement dienst directie faculteit fonds gemeenschap genootschap groep hof hoge instelling
        instituut inspectie kamer koninklijke ministerie minister nationale nationaal orde organisatie parlement partij
        platform politie president raad rechtbank regering rijk school senaat staat stichting unie universiteit
        vereniging verbond voorzitter werkgroep
        """.split()
    ),
}
"""Common words, which a letter may well have in another wording."""
_LANGUAGES = frozenset(
    """
    arabic chinese danish dutch english french frisian german greek italian polish portuguese russian spanish swedish
    turkish ukrainian arabisch chinees deens nederlands nederlandse engels engelse frans franse fries duits duitse
    grieks italiaans pools portugees russisch spaans zweeds turks oekraiens
    """.split()
)
_RUN = re.compile(
    r"[^\W\d_a-zà-ÿ][\w’'-]*(?: (?:(?:of|for|and|on|the|van|voor|en|de|het) ){0,3}[^\W\d_a-zà-ÿ][\w’'-]*)+"
)
"""Capitalised words in a row: one name."""
_PERSON = re.compile(r"(?:minister|staatssecretaris|president|premier|voorzitter|prime|secretary|state)", re.IGNORECASE)
"""An office, behind which its holder's name may stand."""


def is_common(name: str, language: str) -> bool:
    """Whether a capitalised word is one that bodies are called by, or a language."""
    forms = {fold(name), lemma(name, language)}
    return not forms.isdisjoint(_OF_BODIES[language] | _LANGUAGES)


def names_of_bodies(text: str, language: str) -> list[str]:
    """The capitalised words in a row that hold a word by which bodies are called, behind the first of the text."""
    runs = [run for run in _RUN.findall(text.partition(" ")[2]) if not _PERSON.match(run)]
    return [run for run in runs if any(is_common(word, language) for word in run.split())]


def beginnings(name: str, language: str) -> list[str]:
    """A name cut before "van" and the like, longest first: what follows may be what somebody is asked about."""
    cuts = [match.start() for match in re.finditer(r" (?:van|voor|of|for|on)\b", name)]
    found = [name[:cut] for cut in reversed(cuts)]
    return [one for one in found if not all(is_common(word, language) for word in one.split())]


def whole_name(name: str, text: str, language: str) -> str:
    """The whole name of the body that a question names, where `name` is a part of it; else the name itself."""
    return next((run for run in names_of_bodies(text, language) if name in run.split()), name)


def is_proper(name: str, question: Question, lexicon: Lexicon) -> bool:
    """Whether a name that a question holds is somebody's own.

    In a body's name what has a translation is not: a letter may call the body by quite another one.
    """
    language = question.language or "nl"
    if name[0].isdigit():
        return True
    if is_common(name, language):
        return False
    if language != "en" or not _in_body(name, question.text):
        return True
    translated = [(term, lexicon.translate(term)) for term in english_terms(name)]
    return all(not translations or term in translations for term, translations in translated)


def _in_body(name: str, text: str) -> bool:
    runs = (run.split() for run in _RUN.findall(text))
    return any(name in run and any(is_common(word, "en") for word in run) for run in runs)
