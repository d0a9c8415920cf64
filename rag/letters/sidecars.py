"""What stands beside a letter: its English rendering and its corrections.

`<id>.en.jsonl` holds the rendering: a first line about its making, then a row a sentence, footnote or
heading with the SHA-256 of the Dutch that it stands for. `<id>.toml` holds facts that the letter's
text lacks (`subject`, `dossier`, `number`, `link`) and corrections (`[[voice]]`, `[[heading]]`).
"""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rag.errors import LetterError
from rag.letters.model import Letter, Paragraph, Rendering, Voice

RENDERING_ENDING = ".en.jsonl"
METADATA_ENDING = ".toml"


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What `<id>.toml` says; empty where there is no such file."""

    subject: str | None = None
    dossier: str | None = None
    number: str | None = None
    link: str | None = None
    voices: Mapping[tuple[int, int], Voice] = field(default_factory=dict)
    """Corrected voice by (paragraph, sentence), both from 1."""
    headings: Mapping[int, str | None] = field(default_factory=dict)
    """Corrected heading by paragraph; None takes it away."""


def sha256(dutch: str) -> str:
    """The digest by which a row of a rendering names its Dutch original."""
    return hashlib.sha256(dutch.encode()).hexdigest()


def with_sidecars(letter: Letter, path: Path) -> Letter:
    """The letter with what stands beside its file at `path`.

    Raises:
        LetterError: a sidecar is there but cannot be read; the message names file and line.
    """
    corrected = _correct(letter, _read_metadata(path.with_suffix(METADATA_ENDING)))
    return _render(corrected, path.with_suffix(RENDERING_ENDING))


def _read_metadata(path: Path) -> Metadata:
    if not path.exists():
        return Metadata()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Metadata(
            subject=_text(data, "subject"),
            dossier=_text(data, "dossier"),
            number=_text(data, "number"),
            link=_text(data, "link"),
            voices={
                (_number(row, "paragraph"), _number(row, "sentence")): Voice(str(row.get("voice")))
                for row in _rows_of(data, "voice")
            },
            headings={_number(row, "paragraph"): _text(row, "heading") for row in _rows_of(data, "heading")},
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        raise LetterError(f"{path.name!r} cannot be read: {error}. Mend the file or remove it.") from error


def _text(table: Mapping[str, Any], key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key!r} must be text, not {value!r}")
    return value


def _number(table: Mapping[str, Any], key: str) -> int:
    value = table.get(key)
    if not isinstance(value, int):
        raise ValueError(f"{key!r} is missing or no number in {table!r}")
    return value


def _rows_of(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"{key!r} must be a list of tables, each under [[{key}]]")
    return rows


def _correct(letter: Letter, metadata: Metadata) -> Letter:
    paragraphs = tuple(_correct_paragraph(paragraph, metadata) for paragraph in letter.paragraphs)
    known = {(p.number, index) for p in paragraphs for index in range(1, len(p.sentences) + 1)}
    lost = [
        f"The correction of voice for §{paragraph}, sentence {sentence} fits no sentence."
        for paragraph, sentence in metadata.voices
        if (paragraph, sentence) not in known
    ]
    lost += [
        f"The correction of the heading for §{number} fits no paragraph."
        for number in metadata.headings
        if letter.paragraph(number) is None
    ]
    return replace(
        letter,
        paragraphs=paragraphs,
        subject=metadata.subject or letter.subject,
        dossier=metadata.dossier or letter.dossier,
        number=metadata.number or letter.number,
        link=metadata.link,
        problems=(*letter.problems, *lost),
    )


def _correct_paragraph(paragraph: Paragraph, metadata: Metadata) -> Paragraph:
    sentences = tuple(
        replace(sentence, voice=voice, reason="correction beside the letter", endorses=None)
        if (voice := metadata.voices.get((paragraph.number, index)))
        else sentence
        for index, sentence in enumerate(paragraph.sentences, start=1)
    )
    return replace(paragraph, sentences=sentences, heading=metadata.headings.get(paragraph.number, paragraph.heading))


def _render(letter: Letter, path: Path) -> Letter:
    if not path.exists():
        return letter
    made, *rows = _rows(path)
    stale: list[str] = []
    texts: dict[tuple[str, Any], str] = {}
    dutch = _originals(letter)
    for number, row in enumerate(rows, start=2):
        key = _key(row, letter.headings)
        if key is None or key not in dutch or sha256(dutch[key]) != row.get("dutch_sha256"):
            stale.append(f"{path.name}, line {number} fits no Dutch text any more and is not used.")
        else:
            texts[key] = row["text"]
    rendering = Rendering(
        made_by=str(made.get("made_by", "unknown")),
        date=str(made.get("date", "unknown")),
        note=str(made.get("note", "")),
        sentences={
            paragraph.number: tuple(
                texts.get(("sentence", (paragraph.number, index))) for index in range(1, len(paragraph.sentences) + 1)
            )
            for paragraph in letter.paragraphs
        },
        footnotes={key: text for (kind, key), text in texts.items() if kind == "footnote"},
        headings={key: text for (kind, key), text in texts.items() if kind == "heading"},
    )
    return replace(letter, rendering=rendering, problems=(*letter.problems, *stale))


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for number, line in _lines(path):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise LetterError(
                f"{path.name}, line {number} is no JSON: {error.msg}. Mend the line or remove it."
            ) from error
        if not isinstance(row, dict) or (rows and not isinstance(row.get("text"), str)):
            raise LetterError(f"{path.name}, line {number} is no row of a rendering. Mend the line or remove it.")
        rows.append(row)
    if not rows:
        raise LetterError(f"{path.name!r} is empty. Remove it, or give it a first line with made_by, date and note.")
    return rows


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LetterError(f"{path.name!r} cannot be read: {error}. Save it in UTF-8.") from error
    yield from ((number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip())


def _key(row: Mapping[str, Any], headings: Sequence[str]) -> tuple[str, Any] | None:
    """What a row stands for: a footnote or heading by its number, a sentence by two; None where that is no number."""
    kind = next((kind for kind in ("footnote", "heading") if kind in row), "sentence")
    numbers = [row.get(name) for name in ((kind,) if kind != "sentence" else ("paragraph", "sentence"))]
    if not all(isinstance(number, int) for number in numbers):
        return None
    if kind == "sentence":
        return kind, tuple(numbers)
    if kind == "heading":
        place = row[kind] - 1
        return (kind, headings[place]) if 0 <= place < len(headings) else None
    return kind, row[kind]


def _originals(letter: Letter) -> dict[tuple[str, Any], str]:
    """The Dutch that a row may stand for, by the row's key."""
    dutch: dict[tuple[str, Any], str] = {("heading", heading): heading for heading in letter.headings}
    for paragraph in letter.paragraphs:
        for index, sentence in enumerate(paragraph.sentences, start=1):
            dutch["sentence", (paragraph.number, index)] = sentence.text
        for note in paragraph.footnotes:
            if note.text is not None:
                dutch["footnote", note.number] = note.text
    return dutch
