"""Plain text, as extracted from a PDF or typed by hand."""

import codecs
import unicodedata
from pathlib import Path

from rag.errors import LetterError
from rag.letters.readers.lines import Line

MAX_BYTES = 20_000_000
"""Beyond this a file is no letter: the longest government papers stay under 2 MB of text."""
SOFT_HYPHENS = "\u00ad\ufffe"
"""The soft hyphen, and what PDFium puts in its place."""


def read_text(path: Path) -> tuple[Line, ...]:
    """The lines of a text file in UTF-8, UTF-16 with its mark, or Windows-1252 as older Dutch papers.

    A form feed starts a page; so does a line that begins with a space where lines otherwise
    begin at the margin, which is what some extractors leave of the form feed. Of many blank lines
    two are kept.

    Raises:
        LetterError: missing, unreadable, empty, binary or too large.
    """
    raw = _decode(path).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spaced = _space_starts_page(raw)
    trailing = _prints_trailing_spaces(raw)
    lines: list[Line] = []
    for number, text in enumerate(raw, start=1):
        above, *pages = text.split("\f")
        pieces = [(above, spaced and above.startswith(" ") and not above.startswith("  "))]
        pieces += [(page, True) for page in pages]
        for piece, starts_page in pieces:
            clean = " ".join(_printable(unicodedata.normalize("NFC", piece)).split())
            if not clean.strip(SOFT_HYPHENS + " "):
                clean = ""
            if not clean and not starts_page and len(lines) > 1 and not lines[-1].text and not lines[-2].text:
                continue
            real = trailing and piece.endswith("- ")
            lines.append(Line(number=number, text=clean, starts_page=starts_page, hyphen_is_real=real))
    if not any(line.text for line in lines):
        raise LetterError(f"{path.name!r} holds no text. Scanned pages need text recognition first.")
    return tuple(lines)


def _decode(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise LetterError(f"{str(path)!r} does not exist. Check the path.") from None
    except OSError as error:
        reason = error.strerror or error
        raise LetterError(f"{str(path)!r} cannot be read: {reason}. Check its permissions.") from None
    if len(data) > MAX_BYTES:
        raise LetterError(
            f"{path.name!r} is {len(data) / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB a letter can be."
            f" Split it."
        )
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
        break
    raise LetterError(f"{path.name!r} is not text. Save the letter as plain text in UTF-8.")


def _is_text(text: str) -> bool:
    control = sum(unicodedata.category(char) == "Cc" and char not in "\n\r\t\f" for char in text)
    return control <= len(text) / 1000


def _printable(text: str) -> str:
    """The text without control and format characters; those that are white space become a space."""
    return "".join(" " if char.isspace() else char for char in text if _is_printable(char))


def _is_printable(char: str) -> bool:
    return char.isspace() or char in SOFT_HYPHENS or unicodedata.category(char) not in ("Cc", "Cf")


def _space_starts_page(raw: list[str]) -> bool:
    filled = [text for text in raw if text.strip()]
    indented = sum(text.startswith(" ") for text in filled)
    return 0 < indented <= max(1, len(filled) // 15)


def _prints_trailing_spaces(raw: list[str]) -> bool:
    filled = [text for text in raw if text.strip()]
    return sum(text.endswith(" ") for text in filled) > len(filled) / 2
