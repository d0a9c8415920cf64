"""Records <-> the JSON forms that other programs build on (schema version 1)."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args

from rag.answering.model import Answer, Citation, Claim, Status
from rag.letters import Letter, Paragraph, Part, Sentence

if TYPE_CHECKING:
    from rag.checking.model import Checked
    from rag.doctor import Finding

SCHEMA_VERSION = 1
Language = Literal["auto", "nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Id = str | int
"""What a program calls its question or claim; it comes back as it was given."""
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


def checked_json(checked: "Checked", claim_id: Id | None = None, *, seconds: float) -> dict[str, Any]:
    """A checked claim; `id` is null outside a batch."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": claim_id,
        "verdict": checked.verdict.value,
        "claim": checked.claim,
        "language": checked.language,
        "citations": [_citation_json(citation) for citation in checked.citations],
        "gates": [{"gate": one.gate.value, "passed": one.passed, "reason": one.reason} for one in checked.gates],
        "seconds": round(seconds, 4),
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


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
