"""A claim beside the sentences that it rests on, word by word."""

import re
from dataclasses import dataclass
from functools import cached_property

from rag.checking.proof import Proof
from rag.checking.statement import Statement, quoted_words
from rag.checking.verbatim import is_verbatim
from rag.checking.words import Word
from rag.letters import Letter, Paragraph, Sentence

_HELD = 0.5
"""How surely a word must be held to count as held."""
_CLAUSE = 0.15
"""Share of a claim from which on a clause of it counts."""
_SHORTEST = 4
"""Letters of a word that may stand for a longer one which it ends."""
_CHAIN = 3
"""How many sentences before it can say whom a pronoun means."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One sentence of a letter as evidence."""

    letter: Letter
    paragraph: Paragraph
    index: int
    """0-based, in the paragraph."""
    english: str | None
    """Its rendering, where there is one."""
    answered: bool | None = None
    """For a question that the letter answers: whether with yes. None for what states something itself."""

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.paragraph.sentences[self.index]

    def text(self, language: str) -> tuple[str, str]:
        """The text in the language asked for where there is one, else the Dutch; with its language."""
        return (self.english, "en") if language == "en" and self.english else (self.sentence.text, "nl")

    @property
    def chain(self) -> tuple[Sentence, ...]:
        """The sentence and those before it that can say whom a pronoun in it means, itself first."""
        return self.paragraph.sentences[max(0, self.index - _CHAIN) : self.index + 1][::-1]

    @property
    def before(self) -> str:
        """The Dutch of the two sentences before it in its paragraph; empty where it is the first."""
        return " ".join(one.text for one in self.paragraph.sentences[max(0, self.index - 2) : self.index])


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A content word of a claim and what comes nearest to it in its sources."""

    word: Word
    weight: float
    """Its share of what the claim says, by rarity; the shares sum to 1."""
    sure: float
    """How surely the sources hold it, from 0 to 1."""
    held: Word | None
    source: int
    """Which source, by place in `Alignment.sources`."""


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """A claim, its sources and its words among them."""

    statement: Statement
    sources: tuple[Source, ...]
    """One at least, the best first."""
    pairs: tuple[Pair, ...]
    """In the order of the claim."""
    similarity: float
    """Cosine of the claim and the source nearest to it, which need not be the first."""
    proof: Proof
    """What the network makes of the claim and its sources, read together."""

    @cached_property
    def is_verbatim(self) -> bool:
        """Whether the claim is whole sentences of one paragraph that it rests on, word for word."""
        places = {(one.letter.id, one.paragraph.number): (one.letter, one.paragraph) for one in self.sources}
        return any(is_verbatim(self.statement.text, *place) for place in places.values())

    @property
    def source_texts(self) -> str:
        """The sources one after the other, each with its rendering where it has one."""
        return " ".join(f"{source.sentence.text} {source.english or ''}" for source in self.sources)

    @property
    def coverage(self) -> float:
        """How much of the claim its sources hold, from 0 to 1: all of a mere quote, none of an empty claim."""
        if not self.pairs:
            return float(bool(quoted_words(self.statement.text)))
        return sum(pair.weight * pair.sure for pair in self.pairs)

    def shares(self) -> list[float]:
        """Per source, how much of what the sources hold of the claim it holds; zeros where they hold nothing."""
        held = [0.0] * len(self.sources)
        for pair in self.pairs:
            held[pair.source] += pair.weight * pair.sure
        whole = sum(held) or 1.0
        return [one / whole for one in held]

    def further_shares(self) -> list[float]:
        """As `shares`, without the words of a further source that the best one has in short: "het kader" there, and
        "prioriteringskader" where it is named."""
        short = {
            word for word in re.findall(r"\w+", self.sources[0].sentence.text.casefold()) if len(word) >= _SHORTEST
        }
        held = [0.0] * len(self.sources)
        for pair in self.pairs:
            if not (pair.source and pair.held and any(pair.held.text.casefold().endswith(word) for word in short)):
                held[pair.source] += pair.weight * pair.sure
        whole = sum(held) or 1.0
        return [one / whole for one in held]

    def held_in(self, source: int) -> list[Word]:
        """The words of one source that words of the claim were found in."""
        return [pair.held for pair in self.pairs if pair.held and pair.source == source and pair.sure >= _HELD]

    def clause_coverage(self) -> list[float]:
        """Per clause of the claim that counts, how much of it is held."""
        found = []
        for start, end in self.statement.clauses:
            within = [pair for pair in self.pairs if start <= pair.word.start < end]
            if (mass := sum(pair.weight for pair in within)) >= _CLAUSE:
                found.append(sum(pair.weight * pair.sure for pair in within) / mass)
        return found


def is_name(word: Word) -> bool:
    """Whether a word of a claim is a name by its capital, as far as its place can tell."""
    return word.text[:1].isupper() and word.start > 0
