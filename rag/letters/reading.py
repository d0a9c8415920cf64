"""A file -> a Letter."""

import re
from collections.abc import Iterable
from pathlib import Path

from rag.errors import InputError, LetterError
from rag.letters.bodies import body_of
from rag.letters.datelines import date_of_answer
from rag.letters.model import Letter, Paragraph
from rag.letters.readers import READERS, read_lines
from rag.letters.sidecars import with_sidecars
from rag.letters.structure import Structure, read_structure
from rag.letters.voice import label

_KINDS = (
    (
        "answers",
        re.compile(
            r"\b(?:beantwoording|antwoorden?) (?:van|op) (?:\w+ ){0,3}(?:kamer)?vragen\b|^Antwoord\b"
            r"|^Vragen van (?:het lid|de leden)\b",
            re.I,
        ),
    ),
    ("letter", re.compile(r"\bBRIEF VAN\b|\bKamerbrief\b", re.IGNORECASE)),
    ("memorandum", re.compile(r"\bMEMORIE VAN|\bNOTA (?:VAN|NAAR)\b", re.IGNORECASE)),
    ("report", re.compile(r"\bVERSLAG\b", re.IGNORECASE)),
)
"""Kind of paper by what its title says, first match first."""


def find_letters(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The letter files at or under the paths, by name; sidecars and hidden files are no letters.

    Raises:
        InputError: a path does not exist, no letter is found, or two files have one id.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _files(path):
            other = found.setdefault(file.stem, file)
            if other.resolve() != file.resolve():
                raise InputError(f"{str(other)!r} and {str(file)!r} have one id, {file.stem!r}. Rename one of them.")
    if not found:
        endings = ", ".join(READERS)
        raise InputError(f"No letters found. Give files, or a folder with files, that end in {endings}.")
    return tuple(found[name] for name in sorted(found))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise InputError(f"{str(path)!r} does not exist. Give a letter or a folder with letters.")
    try:
        return [
            file
            for file in sorted(path.rglob("*"))
            if file.suffix.lower() in READERS and file.is_file() and not file.name.startswith(".")
        ]
    except OSError as error:
        raise InputError(f"{str(path)!r} cannot be read: {error.strerror}. Check its permissions.") from error


def read_letter(path: Path) -> Letter:
    """The letter in a file, with its English rendering and corrections where they stand beside it.

    Raises:
        LetterError: the file cannot be read as a letter, or holds no prose.
    """
    structure = read_structure(read_lines(path))
    if not structure.prose:
        raise LetterError(f"{path.name!r} holds no paragraphs of prose. Is it the text of a letter?")
    main, head = structure.parts[-1], structure.heads[-1]
    own = body_of(structure.prose, signatory=main.signatory, title=head.title, addressed=main.addressee is not None)
    letter = Letter(
        id=path.stem,
        source_file=path.name,
        title=head.title or head.subject,
        subject=head.subject,
        kind=_kind(head.title, head.subject, addressed=main.addressee is not None),
        date=main.date or date_of_answer(structure.prose[0].text),
        addressee=main.addressee,
        signatory=main.signatory,
        parts=structure.parts,
        headings=structure.headings,
        paragraphs=_numbered(structure, own),
        letterhead=tuple(line for one in structure.heads for line in one.letterhead),
        furniture=structure.furniture,
        loose_notes=structure.loose_notes,
        problems=structure.problems,
        dossier=head.dossier,
        number=head.number,
    )
    return with_sidecars(letter, path)


def _numbered(structure: Structure, own: frozenset[str] | None) -> tuple[Paragraph, ...]:
    labelled = zip(structure.prose, label(structure.prose, own=own), strict=True)
    return tuple(
        Paragraph(
            number=number,
            part=prose.part,
            heading=prose.heading,
            text=prose.text,
            sentences=sentences,
            footnotes=prose.footnotes,
        )
        for number, (prose, sentences) in enumerate(labelled, start=1)
    )


def _kind(title: str | None, subject: str | None, *, addressed: bool) -> str | None:
    """What kind of paper it is, by its title; an addressed paper without one is a letter."""
    for text in (title, subject):
        for kind, pattern in _KINDS:
            if text and pattern.search(text):
                return kind
    return "letter" if addressed else None
