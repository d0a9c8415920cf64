"""Shrink a BERT into one small folder for two runtimes: `python -m rag.training.compact SOURCE_DIR TARGET_DIR`.

`model.safetensors` holds the large matrices as eight-bit floats (e4m3). transformers widens them when it loads them, so
`SentenceTransformer(TARGET_DIR)` needs no code of ours. `model.onnx`, `answers.onnx` and `support.onnx` are graphs
without weights: their tensors point into that file and into `readings.safetensors`, so onnxruntime computes with the
very same numbers. Rewriting one without the others breaks them; each graph carries the checksums of its files
(metadata `weights_sha256`, `readings_sha256`). A README.md in TARGET_DIR stays as it is.
"""

import argparse
import hashlib
import json
import re
import shutil
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from rag.training.graph import PLACES, WEIGHTS, WORDS
from rag.training.outputs import ANSWER_GRAPH, GRAPH, MAX_TOKENS, SUPPORT_GRAPH, write_graphs
from rag.training.precision import EIGHT_BITS, LARGEST, packed
from rag.training.student import READINGS, read_readings

MAX_FOLDER_BYTES = 35_000_000
POOLING, CHECKSUMS = "1_Pooling/config.json", "SHA256SUMS"
CHECKED = (
    "config.json",
    "lexicon.tsv.gz",
    "modules.json",
    "tokenizer.json",
    GRAPH,
    ANSWER_GRAPH,
    SUPPORT_GRAPH,
    READINGS,
    WEIGHTS,
)

FOREIGN_SCRIPTS = frozenset(
    "CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA HANGUL ARABIC HEBREW ARMENIAN GEORGIAN THAI TIBETAN MYANMAR "
    "DEVANAGARI BENGALI TAMIL SINHALA KANNADA".split()
)
"""First words of the Unicode names of letters that neither Dutch nor English is written in. Greek (formulas) and
Cyrillic (names) stay. Dropping pieces that are used, to make room for wider weights, costs more than eight bits do."""

Weights = dict[str, torch.Tensor]


class CompactError(Exception):
    """The source cannot be compacted; the message says what to change."""


def is_foreign(piece: str) -> bool:
    """True for placeholders such as [unused7] and for pieces holding a letter of a foreign script."""
    if re.fullmatch(r"\[unused\d+\]", piece):
        return True
    return any(unicodedata.name(char, "?").split()[0] in FOREIGN_SCRIPTS for char in piece if char.isalpha())


def compact_tokenizer(tokenizer: dict[str, Any]) -> tuple[dict[str, Any], list[int]]:
    """A tokenizer without foreign pieces, padding and truncation, and the old ids of its pieces, in their order."""
    vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
    ordered = sorted(vocabulary.items(), key=lambda item: item[1])
    kept = [(piece, old) for piece, old in ordered if not is_foreign(piece)]
    new_ids = {old: new for new, (_, old) in enumerate(kept)}
    added = [token | {"id": new_ids[token["id"]]} for token in tokenizer["added_tokens"]]
    post = tokenizer["post_processor"]
    special = {name: row | {"ids": [new_ids[i] for i in row["ids"]]} for name, row in post["special_tokens"].items()}
    model = tokenizer["model"] | {"vocab": {piece: new for new, (piece, _) in enumerate(kept)}}
    post = post | {"special_tokens": special}
    parts = {"padding": None, "truncation": None, "added_tokens": added, "post_processor": post, "model": model}
    return tokenizer | parts, [old for _, old in kept]


def is_wide(name: str, tensor: torch.Tensor, *, last_layer: int) -> bool:
    """True for what stays fp16: small tensors, positions, and the layer where rounding costs most, the last."""
    return tensor.ndim < 2 or f"layer.{last_layer}." in name or "position" in name or "token_type" in name


def compact_weights(weights: Weights, kept: Sequence[int], *, last_layer: int) -> Weights:
    """The weights as e4m3 or fp16, with the rows of the word embeddings in the order of `kept`, and no more places than
    are used.

    Raises CompactError for values beyond 448, the largest that e4m3 can hold.
    """
    small, taken = {}, {WORDS: torch.tensor(kept), PLACES: torch.arange(MAX_TOKENS)}
    for name, tensor in weights.items():
        rows = tensor[taken[name]] if name in taken else tensor
        wide = is_wide(name, tensor, last_layer=last_layer)
        if not wide and (largest := rows.abs().max().item()) > LARGEST:
            raise CompactError(f"{name!r} holds {largest:g}; e4m3 ends at 448. Keep this tensor wide in is_wide().")
        small[name] = rows.to(torch.float16 if wide else EIGHT_BITS).contiguous()
    return small


def compact_readings(readings: Weights) -> Weights:
    """Factors of the differences as e4m3, heads as fp16."""
    return {
        name: (packed(tensor) if ".difference." in name else tensor.to(torch.float16)).contiguous()
        for name, tensor in readings.items()
    }


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object of the source. Raises CompactError when there is none."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise CompactError(f"{error}. Give the folder of a sentence-transformers model as SOURCE_DIR.") from error


def read_config(source: Path) -> dict[str, Any]:
    """The source's config.json. Raises CompactError for a network that the graph does not cover."""
    config = read_json(source / "config.json")
    found = config | read_json(source / POOLING)
    for key, expected in {"model_type": "bert", "hidden_act": "gelu", "pooling_mode": "mean"}.items():
        if found.get(key) != expected:
            raise CompactError(f"{key} is {found.get(key)!r}, this script covers {expected!r} only. Extend Bert.")
    return config


def write_json(path: Path, content: Any, *, indent: int | None = 2) -> None:
    """Write UTF-8 JSON; `indent=None` gives the shortest form, for the tokenizer."""
    separators = None if indent else (",", ":")
    text = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)
    path.write_text(text + "\n", encoding="utf-8")


def write_configs(source: Path, target: Path, *, config: dict[str, Any]) -> None:
    """Everything sentence-transformers reads besides weights and vocabulary; the dtype makes it compute in float32."""
    write_json(target / "config.json", config | {"dtype": "float32"})
    for name in ("modules.json", "config_sentence_transformers.json", POOLING, "2_Normalize/config.json"):
        (target / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(source / name, target / name)
    bert = read_json(source / "sentence_bert_config.json")
    write_json(target / "sentence_bert_config.json", bert | {"max_seq_length": MAX_TOKENS})
    tokenizer = read_json(source / "tokenizer_config.json")
    limits = ("max_length", "pad_to_multiple_of", "stride", "truncation_strategy", "is_local", "local_files_only")
    kept = {key: value for key, value in tokenizer.items() if key not in limits}
    write_json(target / "tokenizer_config.json", kept | {"model_max_length": MAX_TOKENS})


def write_checksums(folder: Path) -> None:
    """`SHA256SUMS` of those of the checked files that are there: it names the weights and shows damage."""
    files = sorted(file for name in CHECKED if (file := folder / name).is_file())
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (folder / CHECKSUMS).write_text("".join(lines), encoding="ascii")


def compact(source: Path, target: Path) -> int:
    """Make `target` from `source`; its size in bytes. Raises CompactError when that exceeds MAX_FOLDER_BYTES."""
    config = read_config(source)
    tokenizer, kept = compact_tokenizer(read_json(source / "tokenizer.json"))
    readings = read_readings(source)
    if not readings:
        raise CompactError(f"{str(source / READINGS)!r} is missing. Teach the network to read: rag.training.finetune.")
    weights = compact_weights(load_file(source / WEIGHTS), kept, last_layer=config["num_hidden_layers"] - 1)
    target.mkdir(parents=True, exist_ok=True)
    write_json(target / "tokenizer.json", tokenizer, indent=None)
    save_file(weights, target / WEIGHTS, metadata={"format": "pt"})
    save_file(compact_readings(readings), target / READINGS)
    write_configs(source, target, config=config | {"vocab_size": len(kept), "max_position_embeddings": MAX_TOKENS})
    separator = tokenizer["post_processor"]["special_tokens"]["[SEP]"]["ids"][0]
    write_graphs(target, config, separator)
    write_checksums(target)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    if size > MAX_FOLDER_BYTES:
        raise CompactError(f"{str(target)!r} takes {size:,} bytes of {MAX_FOLDER_BYTES:,}. Keep less in is_wide().")
    return size


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Shrink a BERT sentence encoder into one folder for two runtimes.")
    parser.add_argument("source", type=Path, help="folder of a sentence-transformers BERT with mean pooling")
    parser.add_argument("target", type=Path, help="folder to write")
    arguments = parser.parse_args()
    try:
        print(f"{arguments.target}: {compact(arguments.source, arguments.target):,} bytes")
    except CompactError as error:
        parser.exit(1, f"{error}\n")


if __name__ == "__main__":
    main()
