"""Our questions and answers <-> rows of another tool."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evals.answers import Plan, read_answers
from evals.dataset import Dataset, Question
from evals.exchange.forms import Form, Row
from evals.score import Place
from rag.answering.model import Status
from rag.errors import InputError
from rag.letters import Letter
from rag.retrieval.language import detect_language

_UNSAID = {"nl": "De brieven zeggen dit niet.", "en": "The letters do not say this."}
"""The reference of a question without an answer."""
_MIN_CHUNK_CHARS = 40
"""So long a part of a paragraph at least says which one it is from."""


def exported(plan: Plan, folder: Path, form: Form) -> str:
    """The stored answers of a run as the content of another tool's file.

    Raises:
        InputError: the answers cannot be read, or one is missing.
    """
    answers, rows = read_answers(folder), []
    for question in plan.dataset.questions:
        if question.id not in answers:
            raise InputError(f"{folder}: {question.id!r} has no answer. Generate the answers again.")
        answer = answers[question.id]
        found = [(one.letter, one.paragraph) for one in answer.retrieved]
        cues = [(fact.nl if question.language == "nl" else fact.en)[0] for fact in question.facts]
        row = {
            "id": question.id,
            form.question: _asked(question),
            form.answer: answer.text,
            form.found: [_text(plan.dataset, place) for place in found],
            form.needed: [_text(plan.dataset, (question.letter or "", one)) for one in sorted(question.all_needed)],
            form.reference: "; ".join(cues) if question.answerable else _UNSAID[question.language],
            "status": answer.status.value,
            "language": question.language,
        }
        rows.append(json.dumps(row, ensure_ascii=False))
    return "\n".join(rows) + "\n" if form.is_lines else "[\n" + ",\n".join(rows) + "\n]\n"


def _asked(question: Question) -> str:
    """The question, after those that were asked before it."""
    return "\n".join([*(turn.content for turn in question.history if turn.role == "user"), question.question])


def _text(dataset: Dataset, place: Place) -> str:
    return dataset.letters[place[0]].paragraphs[place[1] - 1].text


def as_answers(rows: Iterable[Row], form: Form, dataset: Dataset) -> list[dict[str, Any]]:
    """Rows as stored answers to the questions of a dataset, told by `id` or else by their text.

    These forms have no place for claims and citations: there are none. A row without `status` is an answer. A context
    that is in no letter keeps its rank, as paragraph 0.

    Raises:
        InputError: a row is no answer to one of the questions; the message names the line.
    """
    known = {_asked(question): question for question in dataset.questions}
    known |= {question.id: question for question in dataset.questions}
    answers: dict[str, dict[str, Any]] = {}
    for row in rows:
        question = known.get(str(row.fields.get("id"))) or known.get(row.text(form.question))
        if question is None:
            raise row.wrong(f"{row.text(form.question)[:60]!r} is no question of {dataset.suite}-{dataset.split}")
        if question.id in answers:
            raise row.wrong(f"{question.id!r} is answered twice")
        status = row.fields.get("status", Status.ANSWERED.value)
        if status not in set(Status):
            raise row.wrong(f"`status` is {status!r}, not one of {', '.join(Status)}")
        contexts = row.texts(form.found)
        hits = [hit for rank, one in enumerate(contexts) for hit in _places(dataset.letters, one) or [(f"{rank}", 0)]]
        answers[question.id] = {
            "id": question.id,
            "status": status,
            "language": question.language,
            "text": row.text(form.answer),
            "claims": [],
            "retrieved": [{"letter": letter, "paragraph": number} for letter, number in dict.fromkeys(hits)],
            "seconds": 0.0,
        }
    return list(answers.values())


def _places(letters: Mapping[str, Letter], context: str) -> list[Place]:
    """The paragraph that a context is, or else those that it holds or that hold it."""
    wanted = " ".join(context.split())
    texts = {(letter.id, one.number): one.text for letter in letters.values() for one in letter.paragraphs}
    return [place for place, text in texts.items() if text == wanted] or [
        place for place, text in texts.items() if text in wanted or (len(wanted) >= _MIN_CHUNK_CHARS and wanted in text)
    ]


def as_questions(rows: Iterable[Row], form: Form, letters: Mapping[str, Letter]) -> list[Question]:
    """Rows as questions about letters; one whose list of needed texts is empty has no answer in them.

    A reference is no list of cues, so that facts have to be added by hand.

    Raises:
        InputError: a row lacks the list, or a text of it is in no letter; the message names the line.
    """
    return [_as_question(row, form, letters) for row in rows]


def _as_question(row: Row, form: Form, letters: Mapping[str, Letter]) -> Question:
    groups = []
    for context in row.texts(form.needed):
        groups.append(_places(letters, context))
        if not groups[-1]:
            raise row.wrong(f"no paragraph of {', '.join(letters)} holds {context[:60]!r}")
    about = sorted({letter for group in groups for letter, _ in group})
    if len(about) > 1:
        raise row.wrong(f"a question is about one letter, not {', '.join(about)}")
    asked = row.text(form.question)
    body = {
        "id": str(row.fields.get("id") or f"line-{row.place.rpartition(':')[2]}"),
        "language": row.fields.get("language") or detect_language(asked),
        "type": "imported",
        "question": asked,
        "answerable": bool(groups),
        "expected": ["answered", "partial"] if groups else ["not_in_letters", "out_of_scope"],
        "letter": about[0] if about else None,
        "needed": [[number for _, number in group] for group in groups],
    }
    blank = {"history": [], "also_right": [], "facts": [], "must_not": [], "voice": None, "twin": None}
    try:
        return Question.model_validate_json(json.dumps(body | blank))
    except ValidationError as error:
        first = error.errors()[0]
        raise row.wrong(f"`{'.'.join(map(str, first['loc']))}`: {first['msg']}") from error
