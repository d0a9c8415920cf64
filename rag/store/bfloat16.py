"""The network that makes vectors, computed by torch in bfloat16: faster for many texts, where a processor can.

Sixteen-bit floats (Kalamkar et al. 2019, arXiv:1905.12322) with the range of float32: what is multiplied is rounded to
about three digits, sums and what passes from layer to layer stay float32.
"""

import json
from pathlib import Path
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray

_WEIGHTS, _CONFIG = "model.safetensors", "config.json"
_MULTIPLY_IT = ("avx512_bf16", "amx_bf16")
"""Sets of instructions that multiply bfloat16; without one torch imitates it, which is slower than float32."""
_MULTIPLICATIONS = {
    "joined": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "attended": ("attention.output.dense",),
    "inner": ("intermediate.dense",),
    "outer": ("output.dense",),
}
"""The matrices of a layer, by what comes of them."""


class Bfloat16Network:
    """A BERT with mean pooling, as a folder in sentence-transformers' format has it."""

    def __init__(self, folder: Path) -> None:
        """Load the weights; importing torch takes a second."""
        import torch
        from safetensors.torch import load_file

        self._torch, self._thread = torch, local()
        config = json.loads((folder / _CONFIG).read_text(encoding="utf-8"))
        self._layers, self._heads = int(config["num_hidden_layers"]), int(config["num_attention_heads"])
        self._epsilon = float(config["layer_norm_eps"])
        stored = load_file(folder / _WEIGHTS)
        self._words = stored.pop("embeddings.word_embeddings.weight").bfloat16()
        self._weights = {name: one.float() for name, one in stored.items()}
        self._multiplied = {
            f"{layer}.{last}": self._stacked(f"encoder.layer.{layer}", parts)
            for layer in range(self._layers)
            for last, parts in _MULTIPLICATIONS.items()
        }

    @staticmethod
    def is_fast() -> bool:
        """Whether this processor multiplies such numbers by itself."""
        import torch

        found = torch.cpu.get_capabilities()
        return any(found.get(name) for name in _MULTIPLY_IT)

    def __call__(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> NDArray[np.float32]:
        """Unit vectors, [texts, width], of `ids` padded to one length, where `mask` is 1; one thread computes them."""
        torch = self._torch
        if not hasattr(self._thread, "is_alone"):
            torch.set_num_threads(1)  # of the thread that asks
            self._thread.is_alone = True
        with torch.inference_mode():
            present = torch.from_numpy(mask)
            states = self._states(torch.from_numpy(ids), None if mask.all() else present[:, None, None, :].bool())
            total = (states * present.unsqueeze(-1)).sum(dim=1)
            found: NDArray[np.float32] = torch.nn.functional.normalize(total, dim=1).numpy()
        return found

    def _stacked(self, layer: str, parts: tuple[str, ...]) -> tuple[Any, Any]:
        """The weights and biases of parts that are given the same, outputs one after the other."""
        weights, biases = (
            self._torch.cat([self._weights.pop(f"{layer}.{part}.{kind}") for part in parts]).bfloat16()
            for kind in ("weight", "bias")
        )
        return weights, biases

    def _states(self, ids: Any, mask: Any) -> Any:
        """States of the last layer, [texts, tokens, width]."""
        places, types = (self._weights[f"embeddings.{kind}_embeddings.weight"] for kind in ("position", "token_type"))
        state = self._norm(self._words[ids] + places[: ids.shape[1]] + types[0], "embeddings.LayerNorm")
        for layer in range(self._layers):
            attended = self._linear(self._attend(state, layer, mask), f"{layer}.attended")
            state = self._norm(attended + state, f"encoder.layer.{layer}.attention.output.LayerNorm")
            inner = self._torch.nn.functional.gelu(self._linear(state, f"{layer}.inner"))
            state = self._norm(self._linear(inner, f"{layer}.outer") + state, f"encoder.layer.{layer}.output.LayerNorm")
        return state

    def _attend(self, state: Any, layer: int, mask: Any) -> Any:
        texts, tokens, width = state.shape
        joined = self._linear(state, f"{layer}.joined").view(texts, tokens, 3, self._heads, width // self._heads)
        query, key, value = joined.permute(2, 0, 3, 1, 4)
        attend = self._torch.nn.functional.scaled_dot_product_attention
        return attend(query, key, value, attn_mask=mask).transpose(1, 2).reshape(texts, tokens, width)

    def _linear(self, value: Any, name: str) -> Any:
        return self._torch.nn.functional.linear(value.bfloat16(), *self._multiplied[name])

    def _norm(self, value: Any, name: str) -> Any:
        """In float32, as sums of a bfloat16 and a float32 are."""
        weight, bias = (self._weights[f"{name}.{kind}"] for kind in ("weight", "bias"))
        return self._torch.nn.functional.layer_norm(value, weight.shape, weight, bias, self._epsilon)
