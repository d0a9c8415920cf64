"""What is searched: the paragraphs of letters, and those of other papers among which they have to be found."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, count, zip_longest
from pathlib import Path

from evals.score import Place
from rag.errors import InputError, LetterError
from rag.letters import Letter, read_letter

PAPERS = "laws/*.jsonl.gz"
"""In the folder of data."""
MIN_PARAGRAPHS = 2000
"""So many paragraphs of other papers at least."""
_MIN_BLOCK_CHARS = 200
"""Prose, as in the letters: shorter blocks of a law are headings and items of lists."""
_MAX_BLOCKS = 50
"""Of one paper, so that there are many papers: a longer law makes several, its further ones after all first ones."""
_MARKUP = re.compile(r"^#+|[*_\\|]", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A paragraph, its footnote, or the English rendering of either."""

    place: Place
    language: str
    text: str


def texts(letters: Iterable[Letter], *, use_renderings: bool) -> list[Text]:
    """Everything of the letters that can be searched, in reading order."""
    return [text for letter in letters for text in _texts_of(letter, use_renderings=use_renderings)]


def _texts_of(letter: Letter, *, use_renderings: bool) -> Iterator[Text]:
    rendering = letter.rendering if use_renderings else None
    for paragraph in letter.paragraphs:
        found = [("nl", paragraph.text), *(("nl", note.text) for note in paragraph.footnotes)]
        if rendering:
            found.append(("en", " ".join(filter(None, rendering.sentences.get(paragraph.number, ())))))
            found += [("en", rendering.footnotes.get(note.number)) for note in paragraph.footnotes]
        for language, text in found:
            if text:
                yield Text(place=(letter.id, paragraph.number), language=language, text=text)


def other_papers(data: Path, folder: Path, paragraphs: int = MIN_PARAGRAPHS) -> tuple[Path, ...]:
    """Papers of a folder of gzipped JSON lines, as letter files that together have at least so many paragraphs.

    They are taken in turn from each file, so that every kind of paper is among them; the same ones every time.

    Raises:
        InputError: there are no such files, one cannot be read, or they hold too little.
    """
    taken: list[Path] = []
    total = 0
    for file, letter in written_papers(data, folder):
        taken.append(file)
        total += len(letter.paragraphs)
        if total >= paragraphs:
            return tuple(taken)
    raise InputError(f"The papers in {str(data)!r} have {total} paragraphs, and {paragraphs} are needed.")


def written_papers(data: Path, folder: Path) -> Iterator[tuple[Path, Letter]]:
    """Every paper as a letter file, with what was read from it, one file of papers after the other in turn.

    Raises:
        InputError: there are no such files, or one cannot be read.
    """
    files = sorted(data.glob(PAPERS))
    if not files:
        raise InputError(f"{str(data)!r} holds no {PAPERS}. Give a folder of papers: a JSON object with `text` a line.")
    number = 0
    for part in count():
        before = number
        for paper in _parts(files, part):
            file = folder / f"paper-{number:05}.txt"
            if (letter := _written(paper, file)) and letter.paragraphs:
                number += 1
                yield file, letter
        if number == before:
            return


def _parts(files: Sequence[Path], part: int) -> Iterator[str]:
    """One part of each paper that has so many, one file of papers after the other in turn."""
    with ExitStack() as opened:
        rows = [opened.enter_context(gzip.open(file, "rt", encoding="utf-8")) for file in files]
        papers = (_papers(file, own, part) for file, own in zip(files, rows, strict=True))
        yield from filter(None, chain.from_iterable(zip_longest(*papers)))


def _papers(file: Path, rows: Iterable[str], part: int) -> Iterator[str | None]:
    """The prose of a part of each paper; None where it has none."""
    try:
        for number, row in enumerate(rows, start=1):
            yield _prose(row, f"{file}:{number}", part)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read: {error}. Give gzipped JSON lines in UTF-8.") from error


def _prose(row: str, place: str, part: int) -> str | None:
    try:
        blocks = [" ".join(_MARKUP.sub("", block).split()) for block in json.loads(row)["text"].split("\n\n")]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{place}: not a JSON object with `text`: {error!r}. Correct the file.") from error
    prose = [block for block in blocks if len(block) >= _MIN_BLOCK_CHARS]
    return "\n\n".join(prose[part * _MAX_BLOCKS : (part + 1) * _MAX_BLOCKS]) or None


def _written(paper: str, file: Path) -> Letter | None:
    """The letter that the written file is; None where it cannot be read as one."""
    file.write_text(paper, encoding="utf-8", newline="\n")
    try:
        return read_letter(file)
    except LetterError:
        file.unlink()
        return None
