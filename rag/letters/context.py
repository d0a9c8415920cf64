"""What is known of a paragraph when one of its sentences is judged, and what is found of that sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.letters.mentions import Mention
from rag.letters.model import Sentence, Voice
from rag.letters.sections import weighs_advice

HEARD = re.compile(
    r"\b(?:(?<!in )\w*consultatie|zienswijzen|inspraak\w*|petitie)\b"
    r".*\b(?:binnen|ontvangen|ingediend|gereageerd|reacties)\b",
    re.IGNORECASE,
)
_IT_SPEAKS = "subject: 'Het'"
"""No other party by name: it may well be the one that opened the paragraph."""
OPTION = "describes an option that they set out"
OTHERS = (Voice.AUTHORS, Voice.PARLIAMENT, Voice.THIRD_PARTY)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A holder and the evidence."""

    voice: Voice
    reason: str
    endorses: Voice | None = None


@dataclass(kw_only=True)
class Context:
    """What is known in a paragraph when one of its sentences is judged."""

    section: Voice
    heading: str | None
    following: str = ""
    previous: Sentence | None = None
    before: Sequence[Mention] = ()
    """The parties that the sentence before names."""
    opened: Voice | None = None
    """The holder that the paragraph began with, as long as nobody else has spoken."""
    other: Voice | None = None
    """The last holder other than the cabinet, whom "volgens hen" means."""
    told: str | None = None
    """Why the section has its holder, where no heading shows that: the paper is of a kind of its own."""
    tells_options: bool = False
    """Whether advisers have set out options that the letter may go on to describe."""

    def move_on(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """Take note of a judged sentence."""
        if self.told:
            self.opened = None
        elif self.previous is None and sentence.voice in (Voice.AUTHORS, Voice.THIRD_PARTY):
            carries = sentence.voice is Voice.AUTHORS or HEARD.search(sentence.text)
            self.opened = sentence.voice if carries else None
        elif sentence.reason == OPTION:
            self.opened = Voice.AUTHORS
        elif sentence.voice in OTHERS and sentence.voice is not self.opened and sentence.reason != _IT_SPEAKS:
            self.opened = None
        elif sentence.voice is Voice.CABINET:
            self.opened = None
            self.tells_options = False
            self.section = Voice.CABINET if weighs_advice(self.heading) else self.section
        named = [mention.voice for mention in mentions if mention.voice is not Voice.CABINET]
        if sentence.voice in OTHERS:
            self.other = sentence.voice
        elif named:
            self.other = named[-1]
        self.previous, self.before = sentence, mentions
