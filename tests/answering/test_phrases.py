"""What Briefwijzer says itself, it says in both languages and about everything that it can meet."""

from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from rag.answering import phrases
from rag.answering.model import Field
from rag.letters import Voice

BILINGUAL = {name: value for name, value in vars(phrases).items() if name.isupper() and isinstance(value, dict)}


def gaps(text: str) -> set[str]:
    """The names that a phrase is filled in with."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def pairs(dutch: Any, english: Any) -> Iterator[tuple[str, str]]:
    """Each Dutch text with its English."""
    if isinstance(dutch, str):
        yield dutch, english
        return
    assert dutch.keys() == english.keys()
    for key in dutch:
        yield from pairs(dutch[key], english[key])


@pytest.mark.parametrize("name", BILINGUAL)
def test_every_phrase_is_there_in_both_languages_with_the_same_gaps(name: str) -> None:
    assert BILINGUAL[name].keys() == {"nl", "en"}
    for dutch, english in pairs(BILINGUAL[name]["nl"], BILINGUAL[name]["en"]):
        assert dutch.strip()
        assert english.strip()
        assert gaps(dutch) == gaps(english)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_holder_and_fact_is_introduced(language: str) -> None:
    assert phrases.HOLDERS[language].keys() == set(Voice)
    assert phrases.FIELD_LEADS[language].keys() == set(Field)
