"""A chat model that writes what it was given to write, with the source tokens of the prompt that it reads."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

_SOURCE = re.compile(r'<source token="(\w+)" letter="([^"]*)" paragraph="(\d+)"[^>]*>\n(.*?)\n</source>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, kw_only=True)
class Source:
    """A paragraph in a prompt."""

    token: str
    letter: str
    paragraph: int
    text: str


def sources_of(prompt: str) -> tuple[Source, ...]:
    """The sources of a prompt, in its order; none where it has none."""
    return tuple(
        Source(token=token, letter=unescape(letter), paragraph=int(number), text=unescape(_TAG.sub("", text)))
        for token, letter, number, text in _SOURCE.findall(prompt)
    )


class PreparedModel(BaseChatModel):
    """Says what `reply` makes of the sources in the prompt, in one piece. No network, no chance."""

    reply: Callable[[Sequence[Source]], str]

    @property
    def _llm_type(self) -> str:
        return "prepared"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self._say(messages)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        yield ChatGenerationChunk(message=AIMessageChunk(content=self._say(messages)))

    def _say(self, messages: Sequence[BaseMessage]) -> str:
        return self.reply(sources_of("\n".join(message.text for message in messages)))
