"""Answers without a chat model: the best verbatim sentences, grouped by who holds the view."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from rag.answering import phrases
from rag.answering.about import letter_about
from rag.answering.choosing import MAX_SENTENCES, choose
from rag.answering.claims import claim_at, footnote_claim, sentence_claim
from rag.answering.counting import of_the_thing
from rag.answering.evidence import Evidence, across
from rag.answering.holder import asked_holder
from rag.answering.intent import Kind, Wanted
from rag.answering.known import Names
from rag.answering.labelled import look_up_labelled
from rag.answering.lookups import list_letters, look_up_footnotes, look_up_metadata, look_up_office, look_up_paragraphs
from rag.answering.model import Claim, Draft, Status
from rag.answering.overview import agree, compare_on_topic, differ, letters_read
from rag.answering.party import Party, advises, asked_party, forms_of, mentions, of_kind, signs, told_by, views_of
from rag.answering.patterns import THANKS, WITH_CABINET
from rag.answering.presumed import only_repeats
from rag.answering.refusing import nothing_found
from rag.answering.replies import Replies
from rag.answering.request import Request
from rag.answering.scoring import answerable, is_answered, relevance, value
from rag.answering.summary import summarise_letters, summarise_topic
from rag.answering.units import Unit, understandable
from rag.answering.wording import (
    about_the_letter,
    asks_for_all,
    asks_for_difference,
    asks_for_notes,
    asks_what_was_asked,
    kind_mentioned,
    names_a_letter_by_subject,
    wants_to_know,
)
from rag.letters import Voice
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.search import Searcher
from rag.store.embedding import Vectors
from rag.store.index import Index

_NEAREST = 3
_NEAR_BEST = 2.0
"""Log-odds by which the best sentence of another letter may lose, and that still be the letter that answers."""
_AS_MUCH = 0.15
"""Of what is asked, a letter may miss so much that another has, and still be of the same matter."""
_OUT_OF_SCOPE: Mapping[Kind, Mapping[str, str]] = {
    Kind.CHAT: phrases.OFF_TOPIC,
    Kind.HELP: phrases.HELP,
    Kind.LANGUAGE: phrases.SAY_WHAT_AGAIN,
}


class QuoteAnswerer:
    """Answers in the letters' own words; needs no model but the encoder."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lexicon = Lexicon()
        self._searcher = Searcher(index, self._lexicon)
        self._names = Names(index, self._lexicon)
        self._ways: dict[Kind, Callable[[Request], Draft]] = {
            Kind.PARAGRAPH: look_up_paragraphs,
            Kind.FOOTNOTE: look_up_footnotes,
            Kind.LABELLED: look_up_labelled,
            Kind.METADATA: look_up_metadata,
            Kind.LETTERS: list_letters,
            Kind.SUMMARY: self._summarise,
            Kind.COMPARISON: self._compare,
            Kind.CONTENT: self._find,
        }

    def draft(self, request: Request) -> Draft:
        """Choose what to quote by the kind of question."""
        language = request.language
        if request.intent.kind is Kind.FORBIDDEN:
            return Draft(status=Status.REFUSED, note=phrases.REFUSED[language])
        if request.intent.kind in _OUT_OF_SCOPE or not request.letters:
            said = _OUT_OF_SCOPE.get(request.intent.kind, phrases.OFF_TOPIC)
            note = phrases.WELCOME if THANKS.search(request.question.text) else said
            return Draft(status=Status.OUT_OF_SCOPE, note=note[language])
        return self._ways[request.intent.kind](request)

    def _summarise(self, request: Request) -> Draft:
        text = request.bare.text
        if about_the_letter(text, request.asked_in):
            goes_on = bool(request.question.earlier) and not asks_for_all(text)
            letters = letters_read(request) if request.named or goes_on else list(request.letters.values())
            return summarise_letters(request, letters, self._sentence_vectors)
        is_by_subject = not request.named and names_a_letter_by_subject(text)
        if is_by_subject and (letter := letter_about(request, self._index, self._lexicon)):
            return summarise_letters(request, [letter], self._sentence_vectors)
        return self._lacking(request) or summarise_topic(request)

    def _compare(self, request: Request) -> Draft:
        if (body := WITH_CABINET.search(request.bare.text)) and not request.named:
            having = self._names.letters_with(body["body"])
            found = [hit.letter for hit in request.hits if hit.letter in having]
            named = tuple(request.letters[name] for name in [*found, *having][:1])
            if not any(advises(body["body"], letter) for letter in named):
                return self._find(request)
            request = replace(request, named=named)
        if not about_the_letter(WITH_CABINET.sub(" ", request.bare.text), request.asked_in):
            return self._lacking(request) or compare_on_topic(request)
        if asks_for_difference(request.bare.text):
            return differ(request, self._sentence_vectors)
        return agree(request)

    def _sentence_vectors(self, letter: str, paragraph: int) -> Vectors:
        """The vectors of a paragraph's Dutch sentences, in order."""
        passages = self._index.passages_of(letter, paragraph)
        single = [
            (passage.first, row)
            for passage, row in passages
            if passage.first == passage.last and passage.language == "nl" and passage.footnote is None
        ]
        return np.stack([row for _, row in sorted(single, key=lambda pair: pair[0])])

    def _find(self, request: Request) -> Draft:
        if asks_for_notes(request.question.text) and (noted := self._from_notes(request)):
            return noted
        if office := look_up_office(request):
            return office
        if request.intent.wanted is Wanted.ANYTHING and (kind := kind_mentioned(request.bare.text)):
            named = of_kind(kind, request, self._lexicon)
            return _answer_of(named, request) if named else self._nothing(request, [])
        party = asked_party(request.bare, self._lexicon, self._names)
        if party and (views := self._told_of(party, request)):
            return views
        if nothing := self._lacking(request):
            own = told_by(party, request, self._lexicon) if party else []
            return _answer_of(own, request) if own else nothing
        return self._best(party, request)

    def _best(self, party: Party | None, request: Request) -> Draft:
        """The sentences that answer best, of the body asked about and of the thing counted."""
        voice = asked_holder(request.question.text)
        if voice is Voice.PARLIAMENT or asks_what_was_asked(request.question.text):
            replies, evidence = None, _put(request)
        else:
            replies = Replies(request)
            evidence = replies.ranked
        if not evidence:
            return self._nothing(request, ())
        evidence = self._of_the_matter(evidence, request)
        if party and party.has_view_asked and replies:
            return self._view(party, evidence, request, replies)
        fitting = of_the_thing(evidence, request, self._lexicon)
        if not fitting or only_repeats(fitting, request):
            return self._nothing(request, (), fitting)
        units = choose(fitting, voice, request, replies, is_of_party=party is not None, beside=evidence)
        claims = (*_claims(units, request), *self._note_beside(request, fitting[0]))
        return Draft(status=Status.ANSWERED, claims=claims)

    def _told_of(self, party: Party, request: Request) -> Draft | None:
        """What a body says, for a question that names it and no subject, or that it says nothing.

        None for other questions, for a member of the cabinet, and for what many are called by.
        """
        if not party.is_own or signs(party.name, request.letters.values()):
            return None
        has_capital = party.name[0].isupper()
        if not party.is_known and has_capital and self._names.is_unheard_of(party.name, request):
            return self._nothing(request, [party.name])
        if not party.is_known or party.subject or request.question.earlier:
            return None
        if own := told_by(party, request, self._lexicon):
            return _answer_of(own, request)
        names = forms_of(party, request.letters.values())
        near = [one for one in request.evidence if mentions(one.sentence, names)]
        return self._nothing(request, [], near) if has_capital else None

    def _of_the_matter(self, ranked: Sequence[Evidence], request: Request) -> Sequence[Evidence]:
        """Without the sentences of letters that speak of less of what is asked than another does that may answer, that
        lack a name that it has, or that are not the letter named; there must be one.
        """
        if request.named:
            ids = [letter.id for letter in request.named]
            having = {one for name in ids for one in (name, *self._names.letters_with(name))}
            return [one for one in ranked if one.letter in having] or ranked
        near = {one.letter for one in ranked if relevance(ranked[0]) - relevance(one) <= _NEAR_BEST}
        if len(near) == 1:
            return ranked
        lacks = {name: len(self._names.missing(request, name)) for name in near}
        least = min(lacks.values())
        ranked = [one for one in ranked if lacks.get(one.letter, 0) <= least]
        near = {name for name in near if lacks[name] == least}
        known = self._names.shares_known(request, {one.letter for one in ranked})
        most = max(known[letter] for letter in near)
        return [one for one in ranked if known[one.letter] >= most - _AS_MUCH]

    def _view(self, party: Party, ranked: Sequence[Evidence], request: Request, replies: Replies) -> Draft:
        """What a body thinks of the subject asked about, or that no letter tells, with what mentions it."""
        if own := views_of(party, ranked, request, self._lexicon):
            units = choose(own, None, request, replies, is_of_party=True, beside=ranked)
            return Draft(status=Status.ANSWERED, claims=tuple(_claims(units, request)))
        names = forms_of(party, request.letters.values())
        return self._nothing(request, [], [one for one in request.evidence if mentions(one.sentence, names)])

    def _lacking(self, request: Request) -> Draft | None:
        """What to say instead of an answer where the letters do not seem to have one; None where they do."""
        evidence = request.evidence
        is_off_topic = all(value(one, "paragraph_coverage") == 0 for one in evidence)
        if is_off_topic and not request.named:
            return Draft(status=Status.OUT_OF_SCOPE, note=phrases.OFF_TOPIC[request.language])
        names = self._names.missing(request, evidence[0].letter)
        if any(self._names.is_nowhere(name, request) for name in names):
            return self._nothing(request, names)
        is_across = across(request.language, request.letters[evidence[0].letter])
        chance = answerable(evidence, request.intent.wanted, names_unknown=bool(names), is_across=is_across)
        if is_off_topic or not is_answered(chance, is_across=is_across):
            return self._nothing(request, names)
        return None

    def _from_notes(self, request: Request) -> Draft | None:
        """The notes that belong to the sentence asked about, for a question about papers, links or notes."""
        for one in request.evidence[:_NEAREST]:
            letter = request.letters[one.letter]
            paragraph = letter.paragraphs[one.paragraph - 1]
            sentence = one.sentence
            notes = [n for n in paragraph.footnotes if n.text and sentence.start <= n.marker <= sentence.end]
            if notes:
                claims = [sentence_claim(letter, paragraph, one.index, request.language)]
                claims += [footnote_claim(letter, paragraph, note, request.language) for note in notes]
                return Draft(status=Status.ANSWERED, claims=tuple(claims))
        return None

    def _note_beside(self, request: Request, best: Evidence) -> list[Claim]:
        """The note of the best paragraph that comes nearer to the question than its best sentence does, if any."""
        letter = request.letters[best.letter]
        paragraph = letter.paragraphs[best.paragraph - 1]
        vector = np.asarray(self._searcher.vector(request.question))
        notes = {
            passage.footnote: float(row @ vector)
            for passage, row in self._index.passages_of(best.letter, best.paragraph)
            if passage.footnote is not None
        }
        nearest = max(notes, key=lambda number: notes[number], default=None)
        if nearest is None or notes[nearest] <= value(best, "similarity"):
            return []
        note = next(note for note in paragraph.footnotes if note.number == nearest)
        return [footnote_claim(letter, paragraph, note, request.language)]

    def _nothing(self, request: Request, names: Sequence[str], near: Sequence[Evidence] = ()) -> Draft:
        unheard = next((name for name in names if self._names.is_unheard_of(name, request)), None)
        return nothing_found(request, unheard, near)


def _put(request: Request) -> Sequence[Evidence]:
    """What may tell what was asked: of what somebody wants to know only the questions, where there are any."""
    asked = [one for one in request.evidence if one.sentence.voice is Voice.PARLIAMENT]
    return asked if asked and wants_to_know(request.question.text) else request.evidence


def _answer_of(said: Sequence[Evidence], request: Request) -> Draft:
    """The first of these sentences, each with what it needs."""
    units = understandable(said[:MAX_SENTENCES], [*said, *Replies(request).ranked], request)
    return Draft(status=Status.ANSWERED, claims=tuple(_claims(units, request)))


def _claims(units: Sequence[Unit], request: Request) -> list[Claim]:
    """Letter by letter, in the order of the holders' best sentences, then in the order of the letter.

    What a sentence points back to comes straight before it, whoever says it.
    """
    letters = list(dict.fromkeys(unit[-1].letter for unit in units))
    holders = list(dict.fromkeys(_holder(unit) for unit in units))
    ordered = sorted(
        units, key=lambda unit: (letters.index(unit[-1].letter), holders.index(_holder(unit)), unit[-1].place)
    )
    sentences = dict.fromkeys(one.place for unit in ordered for one in unit)
    return [claim_at(place, request) for place in sentences]


def _holder(unit: Unit) -> tuple[Voice, Voice | None]:
    sentence = unit[-1].sentence
    return sentence.voice, sentence.endorses
