"""Shrink a BERT sentence encoder into one small folder for two runtimes: `python compact.py SOURCE_DIR TARGET_DIR`.

`model.safetensors` holds the large matrices as eight-bit floats (e4m3). transformers widens them when it loads them, so
`SentenceTransformer(TARGET_DIR)` needs no code of ours. `model.onnx` is a graph without weights: its tensors point into
that same file, so onnxruntime computes with the very same numbers. Rewriting one without the other breaks the pair; the
graph carries the checksum of its weights (metadata `weights_sha256`). A README.md in TARGET_DIR is left as it is.
"""

import argparse
import hashlib
import json
import re
import shutil
import struct
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from safetensors.torch import load_file, save_file

MAX_TOKENS = 256
MAX_FOLDER_BYTES = 34_000_000
WEIGHTS, GRAPH, POOLING = "model.safetensors", "model.onnx", "1_Pooling/config.json"
WORDS = "embeddings.word_embeddings.weight"

FOREIGN_SCRIPTS = frozenset(
    "CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA HANGUL ARABIC HEBREW ARMENIAN GEORGIAN THAI TIBETAN MYANMAR "
    "DEVANAGARI BENGALI TAMIL SINHALA KANNADA".split()
)
"""First words of the Unicode names of letters that neither Dutch nor English is written in. Greek (formulas) and
Cyrillic (names) stay. Dropping pieces that are used, to make room for wider weights, costs more than eight bits do."""

Weights = dict[str, torch.Tensor]
ONNX_TYPES = {"F8_E4M3": TensorProto.FLOAT8E4M3FN, "F16": TensorProto.FLOAT16}


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
    """The weights as e4m3 or fp16, with the rows of the word embeddings in the order of `kept`.

    Raises CompactError for values beyond 448, the largest that e4m3 can hold.
    """
    small = {}
    for name, tensor in weights.items():
        rows = tensor[torch.tensor(kept)] if name == WORDS else tensor
        wide = is_wide(name, tensor, last_layer=last_layer)
        if not wide and (largest := rows.abs().max().item()) > torch.finfo(torch.float8_e4m3fn).max:
            raise CompactError(f"{name!r} holds {largest:g}; e4m3 ends at 448. Keep this tensor wide in is_wide().")
        small[name] = rows.to(torch.float16 if wide else torch.float8_e4m3fn).contiguous()
    return small


@dataclass(kw_only=True)
class Graph:
    """An ONNX graph under construction; every method returns the name of the value it adds."""

    header: dict[str, Any]
    """The safetensors header: dtype, shape and data_offsets of each tensor."""
    data_start: int
    """Byte at which tensor data begins in the safetensors file."""
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    tensors: dict[str, onnx.TensorProto] = field(default_factory=dict)

    @classmethod
    def over(cls, weights: Path) -> "Graph":
        """An empty graph that can refer to the tensors of a safetensors file."""
        with weights.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            return cls(header=json.loads(file.read(length)), data_start=8 + length)

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """Add a node with one output."""
        return self.ops(kind, *inputs, outputs=1, **attributes)[0]

    def ops(self, kind: str, *inputs: str, outputs: int, **attributes: Any) -> list[str]:
        """Add a node with several outputs."""
        name = f"{kind.lower()}_{len(self.nodes)}"
        names = [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=name, **attributes))
        return names

    def constant(self, value: float | list[int] | np.ndarray) -> str:
        """Add a small constant: a float, a list of int64, or an array as it is."""
        array = np.asarray(value, {float: np.float32, list: np.int64}.get(type(value)))
        name = f"constant_{len(self.tensors)}"
        self.tensors[name] = onnx.numpy_helper.from_array(array, name)
        return name

    def stored(self, name: str, *, onnx_type: int | None = None) -> str:
        """Refer to a tensor of the weights file by its bytes, as the type it has there unless another is given."""
        entry = self.header[name]
        start, end = entry["data_offsets"]
        kind = onnx_type or ONNX_TYPES[entry["dtype"]]
        tensor = TensorProto(name=name, dims=entry["shape"], data_type=kind, data_location=TensorProto.EXTERNAL)
        for key, value in (("location", WEIGHTS), ("offset", self.data_start + start), ("length", end - start)):
            tensor.external_data.add(key=key, value=str(value))
        self.tensors[name] = tensor
        return name

    def weight(self, name: str) -> str:
        """A stored tensor as float32; onnxruntime widens it once, when the session is made."""
        return self.op("Cast", self.stored(name), to=TensorProto.FLOAT)


@dataclass(frozen=True, kw_only=True)
class Encoder:
    """Writes a BERT sentence encoder into a graph; values are [batch, sequence, hidden] unless said otherwise."""

    graph: Graph
    config: dict[str, Any]

    def word_vectors(self) -> str:
        """Rows for `input_ids`: gathered as bytes, then widened through a table, for ONNX cannot gather e4m3 itself."""
        g = self.graph
        codes = torch.arange(256, dtype=torch.uint8).view(torch.float8_e4m3fn).float().numpy()
        rows = g.op("Gather", g.stored(WORDS, onnx_type=TensorProto.UINT8), "input_ids")
        return g.op("Gather", g.constant(codes), g.op("Cast", rows, to=TensorProto.INT32))

    def norm(self, value: str, name: str) -> str:
        """Layer normalisation with the gain and bias stored under `name`."""
        gain, bias = self.graph.weight(f"{name}.weight"), self.graph.weight(f"{name}.bias")
        return self.graph.op("LayerNormalization", value, gain, bias, axis=-1, epsilon=self.config["layer_norm_eps"])

    def embed(self) -> str:
        """Words + positions + the first token type, normalised."""
        g = self.graph
        length = g.op("Shape", "input_ids", start=1, end=2)
        zero = g.constant([0])
        positions = g.op("Slice", g.weight("embeddings.position_embeddings.weight"), zero, length, zero)
        first_type = g.op("Gather", g.weight("embeddings.token_type_embeddings.weight"), zero)
        return self.norm(g.op("Add", self.word_vectors(), g.op("Add", positions, first_type)), "embeddings.LayerNorm")

    def linear(self, value: str, *names: str) -> str:
        """One multiplication by the stored weights of all `names`, outputs side by side on the last axis."""
        g = self.graph
        weights, biases = ([g.weight(f"{name}.{kind}") for name in names] for kind in ("weight", "bias"))
        stacked = g.op("Concat", *weights, axis=0) if len(names) > 1 else weights[0]
        bias = g.op("Concat", *biases, axis=0) if len(names) > 1 else biases[0]
        return g.op("Add", g.op("MatMul", value, g.op("Transpose", stacked, perm=[1, 0])), bias)

    def attend(self, value: str, name: str, *, mask: str) -> str:
        """Self-attention before its output projection; `mask` is added to the scores, [batch, 1, 1, sequence]."""
        g, hidden, heads = self.graph, self.config["hidden_size"], self.config["num_attention_heads"]
        joined = self.linear(value, *(f"{name}.self.{part}" for part in ("query", "key", "value")))
        split = g.constant([0, 0, heads, hidden // heads])
        q, k, v = (g.op("Reshape", part, split) for part in g.ops("Split", joined, outputs=3, axis=-1, num_outputs=3))
        q = g.op("Mul", g.op("Transpose", q, perm=[0, 2, 1, 3]), g.constant((hidden // heads) ** -0.5))
        scores = g.op("Add", g.op("MatMul", q, g.op("Transpose", k, perm=[0, 2, 3, 1])), mask)
        mixed = g.op("MatMul", g.op("Softmax", scores, axis=-1), g.op("Transpose", v, perm=[0, 2, 1, 3]))
        return g.op("Reshape", g.op("Transpose", mixed, perm=[0, 2, 1, 3]), g.constant([0, 0, hidden]))

    def layer(self, value: str, name: str, *, mask: str) -> str:
        """Attention and feed-forward, each added to its input and normalised."""
        g = self.graph
        attended = self.linear(self.attend(value, f"{name}.attention", mask=mask), f"{name}.attention.output.dense")
        value = self.norm(g.op("Add", attended, value), f"{name}.attention.output.LayerNorm")
        inner = g.op("Gelu", self.linear(value, f"{name}.intermediate.dense"))
        return self.norm(g.op("Add", self.linear(inner, f"{name}.output.dense"), value), f"{name}.output.LayerNorm")

    def write(self) -> None:
        """From `input_ids` and `attention_mask` to `sentence_embedding`, [batch, hidden].

        Token vectors are summed, not averaged: the unit length that follows makes the divisor disappear.
        """
        g = self.graph
        present = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
        absent = g.op("Mul", g.op("Sub", g.constant(1.0), present), g.constant(-1e9))
        mask = g.op("Unsqueeze", absent, g.constant([1, 2]))
        value = self.embed()
        for number in range(self.config["num_hidden_layers"]):
            value = self.layer(value, f"encoder.layer.{number}", mask=mask)
        counted = g.op("Mul", value, g.op("Unsqueeze", present, g.constant([2])))
        total = g.op("ReduceSum", counted, g.constant([1]), keepdims=0)
        g.nodes.append(helper.make_node("LpNormalization", [total], ["sentence_embedding"], axis=-1, p=2))


def write_graph(folder: Path, config: dict[str, Any]) -> None:
    """Write the graph beside the weights it points into, and let onnx check the two together."""
    graph = Graph.over(folder / WEIGHTS)
    Encoder(graph=graph, config=config).write()
    inputs = ("input_ids", "attention_mask")
    body = helper.make_graph(
        graph.nodes,
        "sentence_encoder",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"]) for name in inputs],
        [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", config["hidden_size"]])],
        list(graph.tensors.values()),
    )
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    checksum = hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()
    helper.set_model_props(model, {"weights_sha256": checksum, "max_tokens": str(MAX_TOKENS)})
    (folder / GRAPH).write_bytes(model.SerializeToString(deterministic=True))
    onnx.checker.check_model(str(folder / GRAPH))


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
            raise CompactError(f"{key} is {found.get(key)!r}, this script covers {expected!r} only. Extend Encoder.")
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


def compact(source: Path, target: Path) -> int:
    """Make `target` from `source`; its size in bytes. Raises CompactError when that exceeds MAX_FOLDER_BYTES."""
    config = read_config(source)
    tokenizer, kept = compact_tokenizer(read_json(source / "tokenizer.json"))
    weights = compact_weights(load_file(source / WEIGHTS), kept, last_layer=config["num_hidden_layers"] - 1)
    target.mkdir(parents=True, exist_ok=True)
    write_json(target / "tokenizer.json", tokenizer, indent=None)
    save_file(weights, target / WEIGHTS, metadata={"format": "pt"})
    write_configs(source, target, config=config | {"vocab_size": len(kept)})
    write_graph(target, config)
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
