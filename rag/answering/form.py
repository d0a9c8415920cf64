"""What a chat model is to fill in, and how what it wrote is read. Nothing outside a form is guessed at."""

import re
from typing import Any, Literal

from langchain_core.messages import AIMessageChunk
from pydantic import BaseModel, ConfigDict, Field, ValidationError

_TOKENS = r"\[\s*P\d+(?:\s*[,;]\s*P\d+)*\s*\]"
_TOKEN = re.compile(_TOKENS, re.IGNORECASE)
_WORDS = r"«(?:[^«»]|«[^«»]*»)*»"
"""Copied words, which may hold a quote of their own."""
_MARKS = re.compile(rf"{_TOKENS}(?:[\s.,;:]*(?:{_TOKENS}|{_WORDS}))*[.,;:]*", re.IGNORECASE)
"""What follows a sentence: tokens first, then the words."""
_THOUGHTS = re.compile(r"^.*</think>", re.DOTALL)
_FENCE = re.compile(r"^```(?:json)?\s*\n(.*?)\n?```$", re.DOTALL)
_ENDED = frozenset({"stop", "end_turn", "tool_calls", "tool_use", "stop_sequence"})
_BETWEEN = " \n-*"
"""Between sentences: white space and the signs of lists."""
_NONE, _PARTIAL = "NONE", "PARTIAL"


class Sentence(BaseModel):
    """One statement of the answer, with the sources it cites and the Dutch words it rests on."""

    model_config = ConfigDict(frozen=True)

    text: str = Field(description="One sentence in the language of the question, without markers.")
    citations: list[str] = Field(default=[], description="Tokens of the sources it rests on, such as P3.")
    quotes: list[str] = Field(default=[], description="The Dutch words it rests on, copied exactly from those sources.")


class Form(BaseModel):
    """An answer in sentences, and whether it is complete."""

    model_config = ConfigDict(frozen=True)

    sentences: list[Sentence]
    completeness: Literal["complete", "partial", "none"] = Field(
        description="complete: all that was asked; partial: a part of it; none: the sources do not answer."
    )


SCHEMA: dict[str, Any] = Form.model_json_schema()
"""The form as JSON schema, for servers that can be held to one."""


def read(message: AIMessageChunk) -> Form | None:
    """The form that a message fills in, as JSON or as text with markers; None where it does neither.

    A message that breaks off is no form, whatever stands in it so far.
    """
    called = message.tool_call_chunks
    written = (called[0]["args"] or "") if called else _THOUGHTS.sub("", message.text).strip()
    fenced = _FENCE.match(written)
    try:
        return Form.model_validate_json(fenced[1] if fenced else written)
    except ValidationError:
        return None if called else _from_text(written, has_ended=_end_of(message) in _ENDED)


def tokens_of(sentence: Sentence) -> tuple[str, ...]:
    """The tokens that a sentence cites, in its list or in its text, each once."""
    listed = [token.strip(" []").upper() for token in sentence.citations]
    return tuple(dict.fromkeys([*listed, *_split(sentence.text)]))


def bare(text: str) -> str:
    """A sentence on one line, without markers."""
    return re.sub(r"\s+([.,;:])", r"\1", " ".join(_TOKEN.sub(" ", text).split()))


def _end_of(message: AIMessageChunk) -> str:
    """Why the model stopped, as its server says; empty where it does not."""
    facts = message.response_metadata
    return str(facts.get("finish_reason") or facts.get("done_reason") or facts.get("stop_reason") or "")


def _from_text(text: str, *, has_ended: bool) -> Form | None:
    """Sentences with [P3] and «words» behind them; None for a text without any token."""
    if text.strip(" .") == _NONE:
        return Form(sentences=[], completeness="none")
    if not _TOKEN.search(text):
        return None
    says_partial = text.rstrip(" .\n").endswith(_PARTIAL)
    found = _sentences(text.rstrip(" .\n").removesuffix(_PARTIAL))
    return Form(sentences=found, completeness="complete" if has_ended and not says_partial else "partial")


def _sentences(text: str) -> list[Sentence]:
    """Each with what follows it; what has nothing behind it cites nothing."""
    found, start = [], 0
    for match in _MARKS.finditer(text):
        words = text[start : match.start()].strip(_BETWEEN)
        quotes = [quote[1:-1] for quote in re.findall(_WORDS, match[0])]
        found.append(Sentence(text=words, citations=_split(match[0]), quotes=quotes))
        start = match.end()
    rest = text[start:].strip(_BETWEEN)
    return found + ([Sentence(text=rest)] if rest else [])


def _split(marks: str) -> list[str]:
    """The tokens in brackets, not those in quotes."""
    return [token.upper() for group in _TOKEN.findall(marks) for token in re.findall(r"P\d+", group, re.IGNORECASE)]
