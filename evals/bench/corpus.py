"""What is searched: the paragraphs of letters, and those of other papers among which they have to be found."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, zip_longest
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
"""Of one paper, so that there are many papers."""
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
    count = 0
    for file, letter in written_papers(data, folder):
        taken.append(file)
        count += len(letter.paragraphs)
        if count >= paragraphs:
            return tuple(taken)
    raise InputError(f"The papers in {str(data)!r} have {count} paragraphs, and {paragraphs} are needed.")


def written_papers(data: Path, folder: Path) -> Iterator[tuple[Path, Letter]]:
    """Every paper as a letter file, with what was read from it, one file of papers after the other in turn.

    Raises:
        InputError: there are no such files, or one cannot be read.
    """
    files = sorted(data.glob(PAPERS))
    if not files:
        raise InputError(f"{str(data)!r} holds no {PAPERS}. Give a folder of papers: a JSON object with `text` a line.")
    with ExitStack() as opened:
        rows = [opened.enter_context(gzip.open(file, "rt", encoding="utf-8")) for file in files]
        papers = chain.from_iterable(zip_longest(*map(_papers, files, rows)))
        number = 0
        for paper in filter(None, papers):
            file = folder / f"paper-{number:05}.txt"
            if (letter := _written(paper, file)) and letter.paragraphs:
                number += 1
                yield file, letter


def _papers(file: Path, rows: Iterable[str]) -> Iterator[str | None]:
    """The prose of each paper; None where it has none."""
    try:
        for number, row in enumerate(rows, start=1):
            yield _prose(row, f"{file}:{number}")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read: {error}. Give gzipped JSON lines in UTF-8.") from error


def _prose(row: str, place: str) -> str | None:
    try:
        blocks = [" ".join(_MARKUP.sub("", block).split()) for block in json.loads(row)["text"].split("\n\n")]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{place}: not a JSON object with `text`: {error!r}. Correct the file.") from error
    return "\n\n".join([block for block in blocks if len(block) >= _MIN_BLOCK_CHARS][:_MAX_BLOCKS]) or None


def _written(paper: str, file: Path) -> Letter | None:
    """The letter that the written file is; None where it cannot be read as one."""
    file.write_text(paper, encoding="utf-8", newline="\n")
    try:
        return read_letter(file)
    except LetterError:
        file.unlink()
        return None
