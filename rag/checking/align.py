"""Which sentences a claim rests on, and what of it they hold."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from rag.answering.model import Claim
from rag.checking.alignment import Alignment, Pair, Source, is_name
from rag.checking.answered import answer_to, as_answered
from rag.checking.called import same_name
from rag.checking.cells import as_told
from rag.checking.clauses import whole_words
from rag.checking.labelled import about, as_said_there, labels_claimed
from rag.checking.named_holder import party_spans
from rag.checking.numbers import find_numbers, numbers_held
from rag.checking.options import options_held
from rag.checking.printed import printed_alike
from rag.checking.proof import ProofReader, Span
from rag.checking.statement import (
    SAYING,
    Statement,
    language_of,
    quoted_spans,
    quoted_words,
    read_statement,
)
from rag.checking.words import Word, Words
from rag.letters import Voice
from rag.letters.exchanges import asks
from rag.store.embedding import Vectors
from rag.store.index import Index
from rag.store.words import folded_words

_FIRST_PERSON = re.compile(r"\b(?:ik|mij|mijn|wij|we|ons|onze)\b", re.IGNORECASE)
_ASKING = whole_words(
    r"(?:ge)?vra(?:ag|agt|gen|agd)|vroeg(?:en)?|kamervragen|questions?|asks?|asked|asking|wonder\w*|wil(?:len)? weten"
)
"""By which a claim tells that something is asked."""
_MOST = 3
"""Sentences that one claim may rest on."""
_GAIN = 0.1
"""Share of the claim that a further sentence must add."""
_FAR_GAIN = 0.2
"""The same for a sentence of another paragraph."""


def _worth(
    held: Sequence[float], similar: Sequence[float], statement: Statement, sources: Sequence[Source]
) -> list[float]:
    """Per source how much of the claim it holds, how near it is, and how much it has of what the claim quotes."""
    return [sum(each) for each in zip(held, similar, _quoted_share(statement, sources), strict=True)]


def _quoted_share(statement: Statement, sources: Sequence[Source]) -> list[float]:
    """Per source how many of the different words that the claim quotes between « » it has, from 0 to 1."""
    quoted = quoted_words(statement.text)
    return [len(quoted.intersection(folded_words(source.sentence.text))) / max(1, len(quoted)) for source in sources]


def _readings(statement: Statement, sources: Sequence[Source], parties: Sequence[Span]) -> list[str]:
    """The texts that a claim is read with: its best source, and all of them or, where it is alone, the one before it
    too; for an English claim also their rendering; and a source in the first person as the party's that the claim
    names, for "ik overweeg" is what bears out that the minister considers. Whose words they are another gate judges."""
    best = sources[0]
    ordered = sorted(sources, key=lambda one: (one.paragraph.number, one.index))
    texts = [best.sentence.text]
    if len(sources) > 1:
        texts.append(" ".join(one.sentence.text for one in ordered))
    elif best.index:
        texts.append(f"{best.paragraph.sentences[best.index - 1].text} {best.sentence.text}")
    if statement.language == "en" and all(one.english for one in sources):
        texts.append(" ".join(one.english or "" for one in ordered))
    if parties and _FIRST_PERSON.search(best.sentence.text):
        texts.append(f"{statement.text[slice(*parties[0])]}: {best.sentence.text}")
    return texts


class Aligner:
    """Finds in the letters of one index what a claim rests on."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.words = Words(index.encoder)
        self._reader = ProofReader()
        self._rows = lru_cache(maxsize=1024)(self._sentence_rows)
        self._latest: tuple[Claim | None, Alignment | None] = (None, None)
        counts = index.vocabularies.get("nl", {})
        self._total = max(counts.values(), default=1) + 1

    def of_claim(self, claim: Claim) -> Alignment | None:
        """The claim beside the sentences that its citations quote; None where they quote none.

        The last one is remembered: every gate asks for the same claim in turn.
        """
        remembered, alignment = self._latest
        if remembered is claim:
            return alignment
        language = language_of(claim.text, self._index.vocabularies)
        statement = read_statement(claim.text, language)
        sources = self._quoted(claim)
        alignment = self.align(statement, self._best_first(statement, sources)) if sources else None
        self._latest = (claim, alignment)
        return alignment

    def remember(self, claim: Claim, alignment: Alignment) -> None:
        """Take an alignment that was made already as that of a claim."""
        self._latest = (claim, alignment)

    def choose(
        self, statement: Statement, places: Sequence[tuple[str, int]], *, held_by: Voice | None = None
    ) -> Alignment | None:
        """The claim beside the one to three sentences of these paragraphs that hold most of it; None without any.

        With `held_by` only sentences that tell the view of that party. What a letter only asks bears out no more than
        that it is asked, unless it answers with yes or no, which then comes with it.
        """
        tells_of_asking = _ASKING.search(statement.text) is not None
        told = [
            source
            for letter, number in places
            for one in self._sources(letter, number)
            if (source := one if tells_of_asking or not asks(one.paragraph, one.index) else as_answered(one))
        ]
        candidates = [source for source in told if held_by is None or held_by in source.sentence.holders]
        if not candidates:
            return None
        candidates = about(candidates, labels_claimed(statement.text))
        words = self._claim_words(statement)
        table = [
            np.concatenate(
                [
                    self._covered(words, source),
                    numbers_held(statement.text, [source.sentence.text]),
                    options_held(statement.text, source.sentence.text),
                ],
                dtype=np.float32,
            )
            for source in candidates
        ]
        weights, similar = self._weights(words), self._similar(statement, candidates)
        numbers = np.full(len(table[0]) - len(words), weights.mean() if words else 1.0, dtype=np.float32)
        weights = np.append(weights, numbers) / (1 + numbers.sum())
        best = int(np.argmax(_worth([float(weights @ row) for row in table], similar, statement, candidates)))
        chosen, held = [best], table[best]
        telling = weights.copy()
        telling[[place for place, word in enumerate(words) if is_name(word)]] = 0.0
        while len(chosen) < _MOST:
            gains = [float(telling @ np.maximum(held, row)) - float(telling @ held) for row in table]
            first = candidates[best]
            able = [
                place
                for place, gain in enumerate(gains)
                if place not in chosen and candidates[place].letter.id == first.letter.id
                and gain >= (_GAIN if candidates[place].paragraph.number == first.paragraph.number else _FAR_GAIN)
            ]  # fmt: skip
            if not able:
                break
            place = max(able, key=lambda one: (gains[one] + 0.1 * similar[one], -one))
            chosen.append(place)
            held = np.maximum(held, table[place])
        sources = [candidates[place] for place in chosen]
        answers = [answer for source in sources if (answer := answer_to(source))]
        return self.align(statement, [*sources, *(one for one in answers if one not in sources)])

    def _best_first(self, statement: Statement, sources: Sequence[Source]) -> list[Source]:
        words = self._claim_words(statement)
        weights = self._weights(words)
        held = [float(weights @ self._covered(words, source)) for source in sources]
        worth = _worth(held, self._similar(statement, sources), statement, sources)
        return [sources[place] for place in sorted(range(len(sources)), key=lambda place: -worth[place])]

    def align(self, statement: Statement, sources: Sequence[Source]) -> Alignment:
        """The claim beside these sentences; there must be one."""
        statement = as_said_there(statement, sources)
        words = self._claim_words(statement)
        weights = self._weights(words)
        pairs = []
        for word, weight in zip(words, weights, strict=True):
            found = [self._best(word, statement.text, source) for source in sources]
            place = max(range(len(found)), key=lambda one: (found[one][0], -one))
            sure, held = found[place]
            pairs.append(Pair(word=word, weight=float(weight), sure=sure, held=held, source=place))
        parties = party_spans(statement.text)
        claim, texts = printed_alike(statement.text, _readings(statement, sources, parties), statement.language)
        return Alignment(
            statement=statement,
            sources=tuple(sources),
            pairs=tuple(pairs),
            similarity=max(self._similar(statement, sources)),
            proof=self._reader.best(claim, texts, aside=party_spans(claim)),
        )

    def _claim_words(self, statement: Statement) -> tuple[Word, ...]:
        """The content words of the claim but for the parties that it names, its numbers, and that something is said."""
        spans = [
            *party_spans(statement.text),
            *quoted_spans(statement.text),
            *((one.start, one.end) for one in find_numbers(statement.text)),
        ]
        words = self.words.of(statement.text, statement.language)
        return tuple(
            word
            for word in words
            if word.lemmas.isdisjoint(SAYING) and not any(start <= word.start < end for start, end in spans)
        )

    def _held_words(self, source: Source, language: str) -> tuple[Word, ...]:
        dutch = self.words.of(source.sentence.text, "nl")
        return dutch + (self.words.of(source.english, "en") if source.english and language == "en" else ())

    def _best(self, word: Word, claim: str, source: Source) -> tuple[float, Word | None]:
        """The word of a source that comes nearest to one of the claim, be it in another name for the same; how near."""
        held = self._held_words(source, word.language)
        sure, nearest = self.words.best(word, held)
        named = same_name(word, claim, source.sentence.text, held) if sure < 1.0 else None
        return (1.0, named) if named else (sure, nearest)

    def _covered(self, words: Sequence[Word], source: Source) -> Vectors:
        """Per word how surely a source holds it, by words alone."""
        held = self._held_words(source, words[0].language if words else "nl")
        rows = [max((self.words.match(word, one) for one in held), default=0.0) for word in words]
        return np.array(rows, dtype=np.float32)

    def _weights(self, words: Sequence[Word]) -> Vectors:
        raw = np.array([self._rarity(word) for word in words], dtype=np.float32)
        return raw / raw.sum() if raw.size else raw

    def _rarity(self, word: Word) -> float:
        counts: Mapping[str, int] = self._index.vocabularies.get("nl", {})
        terms = word.lemmas if word.language == "nl" else word.dutch.keys()
        seen = max((counts.get(term, 0) for term in terms), default=0)
        return math.log(1 + self._total / (seen + 0.5))

    def _similar(self, statement: Statement, sources: Sequence[Source]) -> list[float]:
        vector = np.asarray(self._index.encoder.embed_query(statement.text), dtype=np.float32)
        found = []
        for source in sources:
            rows = self._rows(source.letter.id, source.paragraph.number).get(source.index)
            found.append(float((rows @ vector).max()) if rows is not None else 0.0)
        return found

    def _sentence_rows(self, letter: str, number: int) -> Mapping[int, Vectors]:
        """The vectors of a paragraph's sentences, Dutch and rendered, each of shape (versions, dimension)."""
        rows: dict[int, list[Vectors]] = {}
        for passage, row in self._index.passages_of(letter, number):
            if passage.first == passage.last and passage.footnote is None:
                rows.setdefault(passage.first, []).append(row)
        return {place: np.stack(found) for place, found in rows.items()}

    def _sources(self, letter_id: str, number: int) -> list[Source]:
        letter = self._index.letters[letter_id]
        paragraph = letter.paragraph(number)
        if paragraph is None:
            return []
        english = letter.rendering
        return [
            as_told(
                Source(
                    letter=letter,
                    paragraph=paragraph,
                    index=place,
                    english=english.sentence(number, place) if english else None,
                )
            )
            for place in range(len(paragraph.sentences))
        ]

    def _quoted(self, claim: Claim) -> list[Source]:
        found = []
        for citation in claim.citations:
            if citation.letter in self._index.letters and citation.paragraph is not None and citation.footnote is None:
                for source in self._sources(citation.letter, citation.paragraph):
                    if source.sentence.start < citation.end and citation.start < source.sentence.end:
                        found.append(source)
        return found
