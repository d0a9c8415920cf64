"""Questions that name a numbered thing of a letter: a recommendation, a conclusion, a question and its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag.answering.claims import sentence_claim
from rag.answering.headings import heading_above, told_heading, under
from rag.answering.intent import Intent, Kind
from rag.answering.lookups import MAX_PLACES, drafted, more, most_letters
from rag.answering.meant import letters_meant
from rag.answering.model import Claim, Draft
from rag.answering.request import Request
from rag.letters import Letter
from rag.letters.exchanges import exchanges
from rag.letters.labels import Label, Thing, find_labels, labels_of
from rag.retrieval.question import Question

_FROM_ALL = frozenset({Kind.CONTENT, Kind.SUMMARY, Kind.COMPARISON})
"""Kinds of question that are answered from what stands under a label, where they name one."""
_ASKED = frozenset({Thing.QUESTION, Thing.ANSWER})
_NAMES: Mapping[str, Mapping[Thing, str]] = {
    "nl": {
        Thing.ANSWER: "het antwoord op vraag",
        Thing.QUESTION: "vraag",
        Thing.RECOMMENDATION: "aanbeveling",
        Thing.CONCLUSION: "conclusie",
        Thing.MEASURE: "maatregel",
        Thing.DECISION: "beslispunt",
    },
    "en": {
        Thing.ANSWER: "the answer to question",
        Thing.QUESTION: "question",
        Thing.RECOMMENDATION: "recommendation",
        Thing.CONCLUSION: "conclusion",
        Thing.MEASURE: "measure",
        Thing.DECISION: "decision point",
    },
}
_MISSING = {
    "nl": "Onder een opschrift als ‘{label}’ vond ik niets in {letter}.",
    "en": "I found nothing under a heading such as ‘{label}’ in {letter}.",
}
_MISSING_ANYWHERE = {
    "nl": "Onder een opschrift als ‘{label}’ vond ik niets in de {letters} brieven.",
    "en": "I found nothing under a heading such as ‘{label}’ in the {letters} letters.",
}
_EXAMPLE = {
    "nl": "Wat staat er over {name} {{number}} in {{letter}}?",
    "en": "What does {{letter}} say of {name} {{number}}?",
}


def with_labels(intent: Intent, question: Question, letters: Mapping[str, Letter]) -> Intent:
    """The intent, as a look-up where the question, or the one it goes on from, names things that a letter numbers."""
    if intent.kind not in _FROM_ALL:
        return intent
    named = find_labels(question.text) or find_labels(question.earlier)
    known = {label.thing for letter in letters.values() for label in labels_of(letter)} if named else set()
    labels = tuple(dict.fromkeys(label for one in named for label in one.labels if label.thing in known))
    if not labels:
        return intent
    numbers = tuple(dict.fromkeys(label.number for label in labels))
    return replace(intent, kind=Kind.LABELLED, labels=labels, numbers=numbers)


def look_up_labelled(request: Request) -> Draft:
    """The whole text under the labels that the question names, of a question its answer too, up to ten paragraphs."""
    language, labels = request.language, request.intent.labels
    under = {letter.id: _paragraphs(letter, labels) for letter in request.letters.values()}
    meant = letters_meant(
        _unlabelled(request), lambda letter: len(under[letter.id]), most_letters(request.intent.numbers)
    )
    places = [
        (letter, number)
        for letter in meant.letters
        for number in dict.fromkeys(number for label in labels for number in under[letter.id].get(label, ()))
    ]
    missing = [
        _MISSING[language].format(label=_name(label, language), letter=letter.id)
        for letter in meant.letters
        for label in labels
        if label not in under[letter.id]
    ]
    if not places and not meant.is_told:
        missing = [_MISSING_ANYWHERE[language].format(label=_name(labels[0], language), letters=len(meant.letters))]
    claims = [
        sentence_claim(letter, letter.paragraphs[number - 1], index, language)
        for letter, number in places[:MAX_PLACES]
        for index in range(len(letter.paragraphs[number - 1].sentences))
    ]
    example = _EXAMPLE[language].format(name=_NAMES[language][labels[0].thing])
    draft = drafted(claims, [*missing, *more(len(places), language)], meant, request, example)
    return replace(draft, lead=_lead(claims, request))


def _unlabelled(request: Request) -> Request:
    """The request without the labels in its words: "vraag" is no subject by which a letter is told."""
    text, earlier = _without(request.question.text), _without(request.question.earlier)
    return replace(request, question=replace(request.question, text=text, earlier=earlier))


def _without(text: str) -> str:
    for one in reversed(find_labels(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _lead(claims: Sequence[Claim], request: Request) -> str | None:
    """The heading of all that is shown, which may itself be what is asked for; None where a line tells it anyhow."""
    citations = [citation for claim in claims for citation in claim.citations]
    headings = {heading_above(one, request.letters, request.language) for one in citations}
    if len(headings) != 1 or told_heading(citations, request.letters, request.language):
        return None
    heading = headings.pop()
    return f"{(told := under(heading, request.language))[0].upper()}{told[1:]}:" if heading else None


def _name(label: Label, language: str) -> str:
    return f"{_NAMES[language][label.thing]} {label.number}"


def _paragraphs(letter: Letter, labels: Sequence[Label]) -> Mapping[Label, tuple[int, ...]]:
    """The paragraphs under each label; a question goes before its answer whichever of them is asked for."""
    known = labels_of(letter)
    found: dict[Label, tuple[int, ...]] = {}
    for label in labels:
        if label.thing in _ASKED:
            asked = known.get(replace(label, thing=Thing.QUESTION), ())
            answers = known.get(replace(label, thing=Thing.ANSWER), ())
            told = exchanges(letter).answers
            numbers = (*asked, *(answers or (number for one in asked for number in told.get(one, ()))))
        else:
            numbers = known.get(label, ())
        if numbers:
            found[label] = numbers
    return found
