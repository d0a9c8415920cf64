"""BERT as a graph for onnxruntime that holds no weights: its tensors are byte ranges of safetensors files.

`outputs.py` says what is made of its last states.
"""

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from rag.training.difference import key_of
from rag.training.precision import SPREAD

WEIGHTS = "model.safetensors"
WORDS, PLACES = "embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"
ONNX_TYPES = {"F8_E4M3": TensorProto.FLOAT8E4M3FN, "F16": TensorProto.FLOAT16}
_INT8_MAX = 127.0


@dataclass(frozen=True, kw_only=True)
class Stored:
    """A tensor in a safetensors file."""

    file: str
    dtype: str
    shape: list[int]
    start: int
    """Its first byte in the file."""
    length: int
    """In bytes."""


def _stores(file: Path) -> Iterator[tuple[str, Stored]]:
    with file.open("rb") as opened:
        (length,) = struct.unpack("<Q", opened.read(8))
        header: dict[str, Any] = json.loads(opened.read(length))
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            place = {"start": 8 + length + start, "length": end - start}
            yield name, Stored(file=file.name, dtype=entry["dtype"], shape=entry["shape"], **place)


@dataclass(kw_only=True)
class Graph:
    """An ONNX graph under construction; every method returns the name of the value it adds."""

    stores: dict[str, Stored]
    """Where each tensor lies."""
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    tensors: dict[str, onnx.TensorProto] = field(default_factory=dict)

    @classmethod
    def over(cls, *files: Path) -> "Graph":
        """An empty graph that can refer to the tensors of safetensors files."""
        return cls(stores={name: one for file in files for name, one in _stores(file)})

    def files(self) -> list[str]:
        """The names of the files that its tensors may lie in."""
        return sorted({one.file for one in self.stores.values()})

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """Add a node with one output."""
        return self.ops(kind, *inputs, outputs=1, **attributes)[0]

    def ops(self, kind: str, *inputs: str, outputs: int, **attributes: Any) -> list[str]:
        """Add a node with several outputs, by short names: the folder has few bytes to spare."""
        names = [f"{len(self.nodes)}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, **attributes))
        return names

    def constant(self, value: float | list[int] | np.ndarray) -> str:
        """Add a small constant: a float, a list of int64, or an array as it is."""
        array = np.asarray(value, {float: np.float32, list: np.int64}.get(type(value)))
        name = f"constant_{len(self.tensors)}"
        self.tensors[name] = onnx.numpy_helper.from_array(array, name)
        return name

    def stored(self, name: str, *, onnx_type: int | None = None) -> str:
        """Refer to a tensor of one of the files by its bytes, as the type it has there unless another is given."""
        one = self.stores[name]
        kind = onnx_type or ONNX_TYPES[one.dtype]
        tensor = TensorProto(name=name, dims=one.shape, data_type=kind, data_location=TensorProto.EXTERNAL)
        for key, value in (("location", one.file), ("offset", one.start), ("length", one.length)):
            tensor.external_data.add(key=key, value=str(value))
        self.tensors[name] = tensor
        return name

    def weight(self, name: str) -> str:
        """A stored tensor as float32; onnxruntime widens it once, when the session is made."""
        return self.op("Cast", self.stored(name), to=TensorProto.FLOAT)

    def factor(self, name: str) -> str:
        """A factor that `packed` made, as float32."""
        return self.op("Mul", self.weight(name), self.constant(1 / SPREAD))


@dataclass(frozen=True, kw_only=True)
class Bert:
    """Writes a BERT into a graph; values are [batch, sequence, hidden] unless said otherwise."""

    graph: Graph
    config: dict[str, Any]
    reading: str | None = None
    """Whose difference is added to the matrices of the layers."""

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
        positions = g.op("Slice", g.weight(PLACES), zero, length, zero)
        first_type = g.op("Gather", g.weight("embeddings.token_type_embeddings.weight"), zero)
        return self.norm(g.op("Add", self.word_vectors(), g.op("Add", positions, first_type)), "embeddings.LayerNorm")

    def stacked(self, *names: str) -> tuple[str, str]:
        """The stored weights and biases of all `names`, one after the other."""
        g = self.graph
        weights, biases = [self.matrix(name) for name in names], [g.weight(f"{name}.bias") for name in names]
        if len(names) == 1:
            return weights[0], biases[0]
        return g.op("Concat", *weights, axis=0), g.op("Concat", *biases, axis=0)

    def matrix(self, name: str) -> str:
        """The stored weights of a part, with the reading's difference."""
        own = self.graph.weight(f"{name}.weight")
        sides = [f"{self.reading}.difference.{side}.{key_of(name)}" for side in ("up", "down")]
        if self.reading is None or not self.graph.stores[sides[0]].length:
            return own
        up, down = (self.graph.factor(side) for side in sides)
        return self.graph.op("Add", own, self.graph.op("MatMul", up, down))

    def linear(self, value: str, *names: str) -> str:
        """One multiplication by the stored weights of all `names`, outputs side by side on the last axis."""
        weights, bias = self.stacked(*names)
        return self.graph.op(
            "Add", self.graph.op("MatMul", value, self.graph.op("Transpose", weights, perm=[1, 0])), bias
        )

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

    def states(self) -> str:
        """From `input_ids` and `attention_mask` to the states of the last layer."""
        g = self.graph
        present = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
        absent = g.op("Mul", g.op("Sub", g.constant(1.0), present), g.constant(-1e9))
        mask = g.op("Unsqueeze", absent, g.constant([1, 2]))
        value = self.embed()
        for number in range(self.config["num_hidden_layers"]):
            value = self.layer(value, f"encoder.layer.{number}", mask=mask)
        return value


class IntegerBert(Bert):
    """A BERT whose multiplications are of eight-bit integers: weights rounded per output, inputs per call."""

    def linear(self, value: str, *names: str) -> str:
        """As in float32, to about two digits."""
        g = self.graph
        weights, bias = self.stacked(*names)
        largest = g.op("ReduceMax", g.op("Abs", weights), g.constant([1]), keepdims=1)
        step = g.op("Div", largest, g.constant(_INT8_MAX))
        rounded = g.op("Cast", g.op("Round", g.op("Div", weights, step)), to=TensorProto.INT8)
        steps = g.op("Squeeze", step, g.constant([1]))
        inputs, input_step, zero = g.ops("DynamicQuantizeLinear", value, outputs=3)
        product = g.op("MatMulInteger", inputs, g.op("Transpose", rounded, perm=[1, 0]), zero)
        widened = g.op("Mul", g.op("Cast", product, to=TensorProto.FLOAT), g.op("Mul", input_step, steps))
        return g.op("Add", widened, bias)
