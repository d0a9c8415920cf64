"""Found paragraphs -> the sources of a prompt: as many as fit, each under a token of its own, their text as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from rag.answering.citations import part_date
from rag.answering.request import Request
from rag.letters import Letter, Paragraph

_CHARS_PER_TOKEN = 3
"""Cautious: Dutch takes three to four characters a token with the vocabularies in use."""
_RESERVED_TOKENS = 900
"""For the rules, the form and what a server adds to them."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A paragraph that may be cited in one answer."""

    token: str
    """Stands for it in this prompt, and nowhere else: "P3"."""
    letter: Letter
    paragraph: Paragraph


def choose_sources(request: Request, *, context_tokens: int, answer_tokens: int) -> tuple[Source, ...]:
    """The best paragraphs whose text fits beside the question and the answer; the best one always."""
    asked = len(request.question.standalone)
    room = (context_tokens - answer_tokens - _RESERVED_TOKENS) * _CHARS_PER_TOKEN - asked
    chosen: list[Source] = []
    for place, hit in enumerate(request.hits, start=1):
        letter = request.letters[hit.letter]
        source = Source(token=f"P{place}", letter=letter, paragraph=letter.paragraphs[hit.paragraph - 1])
        room -= len(_block(source))
        if room < 0 and chosen:
            break
        chosen.append(source)
    return tuple(chosen)


def sources_block(sources: Sequence[Source]) -> str:
    """The sources as they stand in a prompt. Their text is escaped, so that none can close its own element."""
    return "\n".join(["<sources>", *map(_block, sources), "</sources>"])


def _block(source: Source) -> str:
    letter, paragraph = source.letter, source.paragraph
    facts = {
        "token": source.token,
        "letter": letter.id,
        "paragraph": paragraph.number,
        "date": part_date(letter, paragraph) or "unknown",
        "heading": paragraph.heading or "",
    }
    head = " ".join(f'{name}="{escape(str(value))}"' for name, value in facts.items())
    return "\n".join([f"<source {head}>", *_views(paragraph), "</source>"])


def _views(paragraph: Paragraph) -> list[str]:
    """Neighbouring sentences of one holder together, word for word."""
    lines = []
    for (voice, endorses), run in groupby(paragraph.sentences, key=lambda one: (one.voice, one.endorses)):
        sentences = list(run)
        text = paragraph.text[sentences[0].start : sentences[-1].end]
        endorsing = f' endorses="{endorses.value}"' if endorses else ""
        lines.append(f'<view holder="{voice.value}"{endorsing}>{escape(text, quote=False)}</view>')
    return lines
