"""Find the taught sentences again: `python -m rag.training.papers [SOURCE...] --target FOLDER`.

`rag/training/data/sentences.json.gz` names every sentence by a digest of its characters without white space and marks
of emphasis, since the papers themselves are not in the repository. SOURCEs are the papers: PDF files, and laws as
gzipped JSON lines with a field `text`. Each stretch of words that may be a sentence is held against the digests. The
letters that were written for this project, in `letters.jsonl.gz`, need no source. What is written is what `finetune.py`
reads: `documents.json`, `english.json`, and in `questions.jsonl` and `claims.jsonl` those whose sentences were all
found.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rag.training.questions import LOST

DATA = Path(__file__).resolve().parent / "data"
FILES = {"questions.jsonl": ("answers", "also"), "claims.jsonl": ("source",)}
"""With the fields that name sentences."""
DIGEST_CHARS = 10
MAX_WORDS = 160
"""The longest taught sentence is shorter."""
_ENDS = tuple(".!?:;)]'\"”’»0123456789")
_EMPHASIS = re.compile(r"[*#_]+")
_SOFT_BREAK = re.compile("\ufffe\n?|-\n(?=[a-z])")
"""How PDFium and others write a hyphen at a line's end."""


def read_digests() -> dict[str, list[list[str]]]:
    """Per paper its paragraphs, each as the digests of its sentences."""
    with gzip.open(DATA / "sentences.json.gz", "rt", encoding="utf-8") as file:
        return dict(json.load(file))


def read_letters() -> dict[str, dict[str, list[list[str]]]]:
    """Per letter written for this project, in "nl" and in "en", its paragraphs as sentences."""
    with gzip.open(DATA / "letters.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {row.pop("doc"): row for row in map(json.loads, lines)}


def texts(source: Path) -> Iterator[str]:
    """The texts in a source, without marks of emphasis: one of a PDF file, one a line of a file of laws."""
    for text in _marked_texts(source):
        yield _EMPHASIS.sub("", text)


def _marked_texts(source: Path) -> Iterator[str]:
    if source.suffix == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(source) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        yield _SOFT_BREAK.sub("", "\n".join(pages).replace("\r", ""))
        return
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield str(json.loads(line)["text"])


def sentences(text: str, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Digest and sentence, with single spaces, of every stretch of the text that is wanted."""
    words = list(re.finditer(r"\S+", text))
    ends = [word.group().endswith(_ENDS) or _breaks_after(text, words, place) for place, word in enumerate(words)]
    for first in (place for place in range(len(words)) if place == 0 or ends[place - 1]):
        digest = hashlib.sha256()
        for last in range(first, min(first + MAX_WORDS, len(words))):
            digest.update(words[last].group().encode())
            if ends[last] and (found := digest.hexdigest()[:DIGEST_CHARS]) in wanted:
                yield found, " ".join(text[words[first].start() : words[last].end()].split())


def _breaks_after(text: str, words: Sequence[re.Match[str]], place: int) -> bool:
    """Whether a line ends after a word; the last one ends the text."""
    return place + 1 == len(words) or "\n" in text[words[place].end() : words[place + 1].start()]


def find(sources: Sequence[Path], digests: Mapping[str, list[list[str]]]) -> dict[str, list[tuple[None, list[str]]]]:
    """The papers as `rag/training/questions.py` describes them, without headings; what is nowhere is `LOST`.

    A paper of which nothing was found is left out.
    """
    wanted = frozenset(digest for paragraphs in digests.values() for one in paragraphs for digest in one)
    found: dict[str, str] = {}
    for source in sources:
        for text in texts(source):
            found |= dict(sentences(text, wanted))
        print(f"{source.name}: {len(found)} of {len(wanted)} sentences so far", flush=True)
    return {
        name: [(None, [found.get(digest, LOST) for digest in one]) for one in paragraphs]
        for name, paragraphs in digests.items()
        if any(digest in found for one in paragraphs for digest in one)
    }


def whole(papers: Mapping[str, list[tuple[None, list[str]]]], file: Path, *fields: str) -> list[dict[str, Any]]:
    """The rows of a file of which all sentences that these fields name were found."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [dict(json.loads(line)) for line in lines]
    return [
        row
        for row in rows
        if row["doc"] in papers and all(_text(papers, row, key) != LOST for field in fields for key in row[field])
    ]


def _text(papers: Mapping[str, list[tuple[None, list[str]]]], row: Mapping[str, Any], key: str) -> str:
    paragraph, sentence = (int(number) for number in key.split("."))
    return papers[row["doc"]][paragraph - 1][1][sentence - 1]


def main() -> None:
    """Read the command line, find, and write the three files."""
    parser = argparse.ArgumentParser(
        description="Find the sentences again that questions and claims were written about."
    )
    parser.add_argument("sources", type=Path, nargs="*", help="PDF files and gzipped JSON lines of laws")
    parser.add_argument("--target", type=Path, required=True, help="folder to write to")
    given = parser.parse_args()
    given.target.mkdir(parents=True, exist_ok=True)
    letters = read_letters()
    papers = find(given.sources, read_digests())
    papers |= {name: [(None, paragraph) for paragraph in letter["nl"]] for name, letter in letters.items()}
    english = {name: letter["en"] for name, letter in letters.items()}
    for name, written in (("documents.json", papers), ("english.json", english)):
        (given.target / name).write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
    for name, fields in FILES.items():
        rows = whole(papers, DATA / f"{name}.gz", *fields)
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (given.target / name).write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {len(rows)} about {len({row['doc'] for row in rows})} papers")


if __name__ == "__main__":
    main()
