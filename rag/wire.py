"""Records <-> the JSON forms that other programs build on (schema version 1)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args

from rag.answering.model import Answer, Citation, Claim, Status
from rag.errors import InputError
from rag.letters import Letter, Paragraph, Part, Sentence

if TYPE_CHECKING:
    from rag.doctor import Finding
    from rag.retrieval.question import Turn

SCHEMA_VERSION = 1
Language = Literal["auto", "nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Id = str | int
"""What a program calls its question; it comes back as it was given."""
_ROLES = ("user", "assistant")
_LINE_ENDS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x7f\x85\u2028\u2029"})
"""Characters that some readers of lines take for a line's end, escaped as JSON allows."""


def to_line(body: Mapping[str, Any]) -> str:
    """An object on one line, with its line end. What UTF-8 cannot hold, half characters, is escaped."""
    line = json.dumps(body, ensure_ascii=False, allow_nan=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(body, allow_nan=False)
    return line.translate(_LINE_ENDS) + "\n"


def letters_json(letters: Mapping[str, Letter]) -> dict[str, Any]:
    """The list of letters, with a count of paragraphs each."""
    return {
        "schema_version": SCHEMA_VERSION,
        "letters": [
            {
                "letter": letter.id,
                "title": letter.title,
                "date": _iso(letter.date),
                "paragraphs": len(letter.paragraphs),
            }
            for letter in letters.values()
        ],
    }


def letter_json(letter: Letter) -> dict[str, Any]:
    """One letter with everything that was read from it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "letter": letter.id,
        "title": letter.title,
        "subject": letter.subject,
        "kind": letter.kind,
        "date": _iso(letter.date),
        "addressee": letter.addressee,
        "signatory": letter.signatory,
        "source_file": letter.source_file,
        "dossier": letter.dossier,
        "number": letter.number,
        "link": letter.link,
        "parts": [_part_json(part) for part in letter.parts],
        "headings": list(letter.headings),
        "paragraphs": [_paragraph_json(letter, paragraph) for paragraph in letter.paragraphs],
        "problems": list(letter.problems),
    }


def _part_json(part: Part) -> dict[str, Any]:
    return {
        "part": part.name.value,
        "title": part.title,
        "date": _iso(part.date),
        "addressee": part.addressee,
        "signatory": part.signatory,
    }


def _paragraph_json(letter: Letter, paragraph: Paragraph) -> dict[str, Any]:
    rendering = letter.rendering
    return {
        "number": paragraph.number,
        "part": paragraph.part.value,
        "heading": paragraph.heading,
        "voice": paragraph.voice.value,
        "text": paragraph.text,
        "sentences": [
            _sentence_json(sentence, rendering.sentence(paragraph.number, place) if rendering else None)
            for place, sentence in enumerate(paragraph.sentences)
        ],
        "footnotes": [
            {"number": note.number, "text": note.text, "marker": note.marker} for note in paragraph.footnotes
        ],
    }


def _sentence_json(sentence: Sentence, english: str | None) -> dict[str, Any]:
    return {
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "voice": sentence.voice.value,
        "endorses": sentence.endorses.value if sentence.endorses else None,
        "reason": sentence.reason,
        "english": english,
    }


def answer_json(answer: Answer, question_id: Id | None = None) -> dict[str, Any]:
    """An answer; `id` is null outside a batch."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": question_id,
        "status": answer.status.value,
        "language": answer.language,
        "text": answer.text,
        "claims": [_claim_json(claim) for claim in answer.claims],
        "retrieved": [
            {"letter": one.letter, "paragraph": one.paragraph, "score": one.score} for one in answer.retrieved
        ],
        "note": answer.note,
        "seconds": round(answer.seconds, 4),
    }


def _claim_json(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "voice": claim.voice.value,
        "endorses": claim.endorses.value if claim.endorses else None,
        "rendering": claim.is_rendering,
        "citations": [_citation_json(citation) for citation in claim.citations],
    }


def _citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "letter": citation.letter,
        "title": citation.title,
        "date": _iso(citation.date),
        "paragraph": citation.paragraph,
        "footnote": citation.footnote,
        "field": citation.field.value if citation.field else None,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }


def failed_json(question_id: Id | None, note: str) -> dict[str, Any]:
    """Input that could not be used, or a command that could not do its work."""
    return {"schema_version": SCHEMA_VERSION, "id": question_id, "status": Status.FAILED.value, "note": note}


def findings_json(findings: "Sequence[Finding]") -> dict[str, Any]:
    """What the doctor found, in the order of the looks."""
    return {
        "schema_version": SCHEMA_VERSION,
        "ok": all(finding.ok for finding in findings),
        "findings": [{"name": one.name, "ok": one.ok, "detail": one.detail} for one in findings],
    }


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question as a line of a batch puts it."""

    id: Id
    question: str
    language: Language
    history: "tuple[Turn, ...]"


def parse_line(line: bytes) -> Any:
    """The value in a line of JSON.

    Raises:
        InputError: the line is not JSON in UTF-8.
    """
    try:
        return json.loads(line)
    except UnicodeDecodeError as error:
        raise InputError(f"The line is not UTF-8 at byte {error.start}. Save the questions in UTF-8.") from error
    except (ValueError, RecursionError) as error:  # ValueError is also a number of too many digits
        raise InputError(f"The line is not JSON: {error}. Write one JSON object a line.") from error


def id_of(row: Any) -> Id | None:
    """The id of a line of a batch; None where it has none, or none that can be used."""
    found = row.get("id") if isinstance(row, dict) else None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def read_question(row: Any, language: Language = "auto") -> Asked:
    """The question of a line of a batch, in the given language where it names none.

    Raises:
        InputError: a field is missing or not of its kind; the message names it.
    """
    if not isinstance(row, dict):
        raise InputError("The line is not a JSON object. Write one with `id` and `question`.")
    question_id, question = id_of(row), row.get("question")
    if question_id is None:
        raise InputError(f"`id` is {_brief(row.get('id'))}; it must be a text or a whole number.")
    if not isinstance(question, str) or is_blank(question):
        raise InputError(f"`question` is {_brief(question)}; it must be a text that is not empty.")
    named = row.get("language")
    return Asked(
        id=question_id,
        question=question,
        language=language if named is None else _language(named),
        history=_turns(row.get("history")),
    )


def is_blank(text: str) -> bool:
    """Whether a text holds nothing that can be read: white space and control characters only."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def _language(named: Any) -> Language:
    for language in LANGUAGES:
        if named == language:
            return language
    raise InputError(f"`language` is {_brief(named)}; it must be one of {', '.join(LANGUAGES)}.")


def _turns(history: Any) -> "tuple[Turn, ...]":
    """The earlier turns; null is none."""
    from rag.retrieval.question import Turn

    if history is None:
        return ()
    if not isinstance(history, list):
        raise InputError(f"`history` is {_brief(history)}; it must be a list of turns.")
    for turn in history:
        if not isinstance(turn, dict) or turn.get("role") not in _ROLES or not isinstance(turn.get("content"), str):
            raise InputError(
                f'A turn of `history` is {_brief(turn)}; it must have a `role`, "user" or "assistant", and a `content`.'
            )
    return tuple(Turn(role=turn["role"], content=turn["content"]) for turn in history)


def _brief(value: Any) -> str:
    """A value as it stands in a message: JSON, cut where it is long."""
    if value is None:
        return "missing or null"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
