"""A draft of several letters -> text, each letter's claims under its name."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from rag.answering.compose import compose
from rag.answering.model import Draft
from rag.letters import Letter


def compose_each(draft: Draft, language: str, letters: Mapping[str, Letter]) -> str:
    """The answer as plain text, letter by letter; the draft's lead above it and its note below."""
    parts = [draft.lead or ""]
    for name, claims in groupby(draft.claims, key=lambda claim: claim.citations[0].letter):
        own = replace(draft, claims=tuple(claims), lead=None, note=None)
        parts += [called(letters[name], language), compose(own, language, letters)]
    return "\n\n".join(filter(None, [*parts, draft.note]))


def called(letter: Letter, language: str) -> str:
    """What to call a letter: its id, with its name, which an English text quotes."""
    if letter.name == letter.id:
        return letter.id
    return f"{letter.id} ({letter.name if language == 'nl' else f'«{letter.name}»'})"
