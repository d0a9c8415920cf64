"""A claim about the letters -> whether they bear it out, and on which sentences that rests."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answering.citations import cite
from rag.answering.model import Claim
from rag.answering.pointing import points_back
from rag.checking.align import Aligner
from rag.checking.alignment import Alignment
from rag.checking.gates import Context, GateName, GateResult, statement_gates
from rag.checking.gates.wording import cited_texts
from rag.checking.labelled import labels_claimed, one_by_one, places_under
from rag.checking.model import Checked, Place, Verdict
from rag.checking.numbers import numbers_held
from rag.checking.order import turned_round
from rag.checking.quotes import Wording, find_quotes, wording
from rag.checking.reactions import told_reaction
from rag.checking.statement import Statement, language_of, read_statement
from rag.checking.support import HELD_BY_OTHERS_FROM, NEAR_FROM, nearness
from rag.checking.unsaid import has_such_numbers, speaks_of_it
from rag.errors import InputError
from rag.letters import Voice, split_sentences
from rag.retrieval.question import Question, understand
from rag.retrieval.search import Searcher
from rag.store.index import Index

_TURNS = frozenset({GateName.QUOTE, GateName.POLARITY, GateName.MODALITY, GateName.HOLDER})
"""Gates whose failure says that the letter says otherwise, or another does; the others may fail for what is added."""
_SAYS_OTHERWISE = frozenset({GateName.QUOTE, GateName.POLARITY, GateName.MODALITY})
_IS_HELD, _IS_NOT = 0.7, 0.4
"""How much of a clause must be held for it to stand in the letter, and below which it does not."""
_OWN = 0.5
"""How much of a claim a party's own sentences must hold where others come nearer."""
_MIN_WORDS = 4
"""Fewer words say too little to be judged as a sentence by itself."""
_PARAGRAPHS = 6
"""How many of the paragraphs that a search finds are looked at."""


class Checker:
    """Checks claims against the letters of one index; needs no model but the encoder."""

    def __init__(self, index: Index, aligner: Aligner | None = None) -> None:
        """`aligner` is one that the index has already, to share what it loaded and remembers."""
        self._index = index
        self.aligner = aligner or Aligner(index)
        self._searcher = Searcher(index)
        self._gates = statement_gates(self.aligner)

    def check(self, claim: str, cited: Sequence[Place] = (), *, language: str = "auto") -> Checked:
        """Judge a claim by the paragraphs cited for it, or by what a search for it finds where none are.

        `language` is "nl", "en", or "auto" for the claim's own.

        Raises:
            InputError: the claim is empty, or a cited paragraph does not exist.
        """
        if not claim.strip():
            raise InputError("The claim is empty. Give a sentence to check.")
        for place in cited:
            self._must_exist(place)
        told = language_of(claim, self._index.vocabularies) if language == "auto" else language
        if len(parts := _sentences(claim) or one_by_one(claim)) > 1:
            return _together(claim, [self.check(part, cited, language=told) for part in parts])
        question = understand(claim, (), told, self._index.vocabularies)
        places = [(place.letter, place.paragraph) for place in cited] or self._found(question)
        statement = read_statement(question.text, question.language or "nl")
        alignment = self.aligner.choose(statement, places)
        if alignment is None:
            return _nothing(claim, statement)
        first = self._judge(claim, alignment)
        return self._by_holder(first, statement, places) or first

    def _by_holder(self, first: Checked, statement: Statement, places: Sequence[tuple[str, int]]) -> Checked | None:
        """The judgement by the sentences of the party that the claim names, where another comes nearest but does not
        say the claim either: who plans a law does not hold that there will be none.

        Where the claim tells how the cabinet takes what the other says, only that it is borne out counts.
        """
        failed = {result.gate for result in first.gates if not result.passed}
        holder = statement.holder
        if holder is None or holder.is_named or GateName.HOLDER not in failed:
            return None
        if not failed & _SAYS_OTHERWISE and told_reaction(statement) is None:
            return None
        alignment = self.aligner.choose(statement, places, held_by=holder.voice)
        if alignment is None or alignment.coverage < _OWN:
            return None
        if not all(numbers_held(statement.text, (source.sentence.text for source in alignment.sources))):
            return None
        second = self._judge(first.claim, alignment)
        return second if second.verdict is Verdict.SUPPORTED or failed & _SAYS_OTHERWISE else None

    def _judge(self, text: str, alignment: Alignment) -> Checked:
        statement = alignment.statement
        claim = Claim(
            text=statement.text,
            voice=statement.holder.voice if statement.holder else Voice.NEUTRAL,
            citations=tuple(
                cite(source.letter, source.paragraph, source.sentence.start, source.sentence.end)
                for source in alignment.sources
            ),
            is_own_words=True,
        )
        self.aligner.remember(claim, alignment)
        places = frozenset((source.letter.id, source.paragraph.number) for source in alignment.sources)
        context = Context(letters=self._index.letters, retrieved=places)
        results = tuple(gate(claim, context) for gate in self._gates)
        verdict = _verdict(results, alignment)
        return Checked(
            claim=text,
            language=statement.language,
            verdict=verdict,
            citations=claim.citations,
            gates=results,
        )

    def _found(self, question: Question) -> list[tuple[str, int]]:
        found = [(hit.letter, hit.paragraph) for hit in self._searcher.search(question, _PARAGRAPHS)]
        return list(dict.fromkeys([*found, *places_under(labels_claimed(question.text), self._index.letters)]))

    def _must_exist(self, place: Place) -> None:
        letter = self._index.letters.get(place.letter)
        if letter is None:
            known = ", ".join(sorted(self._index.letters)) or "none"
            raise InputError(f"There is no letter {place.letter!r} in the index. Cite one of: {known}.")
        if letter.paragraph(place.paragraph) is None:
            raise InputError(
                f"Letter {place.letter!r} has no paragraph {place.paragraph}. "
                f"Cite one from 1 to {len(letter.paragraphs)}."
            )


def _sentences(claim: str) -> list[str]:
    """The sentences of a claim that has several, each of which says something by itself; else none.

    Held against the letter together, what one of them lacks would be made good by another.
    """
    found = [claim[start:end] for start, end in split_sentences(claim)]
    stand_alone = all(len(one.split()) >= _MIN_WORDS and not points_back(one) for one in found)
    return found if len(found) > 1 and stand_alone else []


def _together(claim: str, parts: Sequence[Checked]) -> Checked:
    """The judgement on a claim by those on its parts: what one of them fails in, else all that bears them out."""
    failed = next((one for one in parts if one.verdict is not Verdict.SUPPORTED), None)
    citations = dict.fromkeys(citation for one in parts for citation in one.citations)
    return replace(failed or parts[0], claim=claim, citations=failed.citations if failed else tuple(citations))


def _nothing(claim: str, statement: Statement) -> Checked:
    result = GateResult(gate=GateName.SUPPORT, passed=False, reason="no paragraph was found that speaks of this")
    return Checked(claim=claim, language=statement.language, verdict=Verdict.NOT_FOUND, citations=(), gates=(result,))


def _verdict(results: Sequence[GateResult], alignment: Alignment) -> Verdict:
    """What the gates that failed amount to."""
    failed = {result.gate for result in results if not result.passed}
    if not failed:
        return Verdict.SUPPORTED
    near = nearness(alignment)
    if near < (HELD_BY_OTHERS_FROM if GateName.HOLDER in failed else NEAR_FROM):
        return Verdict.NOT_FOUND
    if _is_half_held(alignment) and not failed & _TURNS and not _is_of_another(failed, alignment):
        return Verdict.PARTLY
    if GateName.QUOTE in failed:
        return Verdict.NOT_FOUND if _is_pieced(alignment) or _is_elsewhere(alignment) else Verdict.CONTRADICTED
    if GateName.HOLDER in failed and _is_the_cabinets_alone(alignment):
        return Verdict.NOT_FOUND
    if GateName.HOLDER in failed:
        return Verdict.OTHER_HOLDER
    if failed == {GateName.SUPPORT}:
        return Verdict.CONTRADICTED if turned_round(alignment) else Verdict.PARTLY
    is_otherwise = GateName.NUMBER not in failed or has_such_numbers(alignment)
    is_of_it = not failed & _SAYS_OTHERWISE or speaks_of_it(alignment, is_borne_out=GateName.SUPPORT not in failed)
    return Verdict.CONTRADICTED if is_otherwise and is_of_it else Verdict.NOT_FOUND


def _is_the_cabinets_alone(alignment: Alignment) -> bool:
    """Whether a view given to the cabinet rests on a sentence that is nobody's view: then no other party holds it."""
    holder = alignment.statement.holder
    is_cabinet = holder is not None and holder.voice is Voice.CABINET
    return is_cabinet and alignment.sources[0].sentence.voice is Voice.NEUTRAL


def _is_pieced(alignment: Alignment) -> bool:
    """Whether what the claim quotes is put together from words of several places."""
    return any(
        wording(quote, text) is Wording.PIECED
        for quote in find_quotes(alignment.statement.text)
        for text in cited_texts(alignment)
    )


def _is_of_another(failed: set[GateName], alignment: Alignment) -> bool:
    """Whether the numbers of a claim all stand there, and fail for being said of something else."""
    texts = (source.sentence.text for source in alignment.sources)
    return GateName.NUMBER in failed and all(numbers_held(alignment.statement.text, texts))


def _is_elsewhere(alignment: Alignment) -> bool:
    """Whether the letter has what the claim quotes in another paragraph than those it was held against."""
    paragraphs = alignment.sources[0].letter.paragraphs
    return any(
        wording(quote, paragraph.text) is Wording.FOUND
        for quote in find_quotes(alignment.statement.text)
        for paragraph in paragraphs
    )


def _is_half_held(alignment: Alignment) -> bool:
    """Whether one clause of the claim stands in the letter and another does not."""
    held = alignment.clause_coverage()
    return bool(held) and max(held) >= _IS_HELD and min(held) < _IS_NOT
