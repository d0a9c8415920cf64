"""Found paragraphs -> their sentences, best answer first: all are weighed, the likeliest read with the question."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answering.evidence import Ask, Evidence, Gatherer, in_question_language, is_anaphoric
from rag.answering.holder import asked_holder
from rag.answering.intent import Intent
from rag.answering.listing import opening_of
from rag.answering.scoring import first_look, relevance
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question
from rag.retrieval.search import Hit, Searcher
from rag.store.index import Index
from rag.store.network import Network, plain

MAX_TOKENS = 112
"""Question and sentence together, as in training; what is longer loses its end."""
_READ = 10
"""Sentences read with the question: twice as many take twice as long, and the answer is seldom among the rest."""


class PairReader:
    """The bundled network, asked how well a sentence answers a question.

    A cross-encoder (Nogueira and Cho 2019, arXiv:1901.04085): it sees both at once, as no comparison of vectors does.
    """

    def __init__(self) -> None:
        """Load the network.

        Raises:
            ModelError: a file of it is missing or damaged.
        """
        self._network = Network("answers.onnx", max_tokens=MAX_TOKENS)

    def log_odds(self, question: str, sentences: Sequence[str]) -> list[float]:
        """Per sentence the log-odds that it answers the question; the same for a pair, whatever is asked beside it."""
        pairs = [(plain(question), plain(sentence)) for sentence in sentences]
        return [float(odds) for odds in self._network.run(pairs, together=1)[:, 0]]


class Reading:
    """Reads what a search found."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lexicon = Lexicon()
        self._searcher = Searcher(index, self._lexicon)
        self._gatherer = Gatherer(index, self._lexicon)
        self._reader = PairReader()

    def read(self, question: Question, intent: Intent, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
        """The sentences of the paragraphs found, each once, best answer first; nothing found gives none."""
        if not hits:
            return ()
        ask = Ask(
            question=question,
            vector=self._searcher.vector(question),
            wanted=intent.wanted,
            voice=asked_holder(question.text),
        )
        found = self._gatherer.gather(ask, hits)
        likely = sorted(found, key=lambda one: (-first_look(one), *one.place))[:_READ]
        asked, language = question.standalone, question.language or "nl"
        odds = self._reader.log_odds(asked, [self._in_context(one, language) for one in likely])
        read = {one.place: worth for one, worth in zip(likely, odds, strict=True)}
        least = min(read.values(), default=0.0)
        weighed = [replace(one, log_odds=read.get(one.place, least)) for one in found]
        return tuple(sorted(weighed, key=lambda one: (-relevance(one), *one.place)))

    def _in_context(self, evidence: Evidence, language: str) -> str:
        """The sentence after the one that it points back to or is listed under.

        Rendered where an English question can have that.
        """
        letter, own = self._index.letters[evidence.letter], (evidence.paragraph, evidence.index)
        before = opening_of(letter, own)
        if not before and evidence.index > 0 and is_anaphoric(evidence.sentence.text):
            before = evidence.paragraph, evidence.index - 1
        places = [(letter.paragraphs[number - 1], index) for number, index in filter(None, (before, own))]
        return " ".join(
            in_question_language(letter, paragraph, index, language) or paragraph.sentences[index].text
            for paragraph, index in places
        )


def by_paragraph(hits: Sequence[Hit], evidence: Sequence[Evidence]) -> tuple[Hit, ...]:
    """The hits in the order of their best sentences in ranked evidence, with what that sentence is worth as score."""
    best: dict[tuple[str, int], float] = {}
    for one in evidence:
        best.setdefault((one.letter, one.paragraph), round(relevance(one), 6))
    found = [replace(hit, score=best[hit.letter, hit.paragraph]) for hit in hits]
    return tuple(sorted(found, key=lambda hit: (-hit.score, hit.letter, hit.paragraph)))
