"""The network in training: vectors of texts, and two readings of pairs of texts."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional

from rag.answering.reading import MAX_TOKENS as MAX_ANSWER_TOKENS
from rag.checking.proof import MAX_CLAIM_TOKENS
from rag.checking.proof import MAX_TOKENS as MAX_SUPPORT_TOKENS
from rag.training.difference import Difference
from rag.training.heads import AnswerHead, ProofHead, mean_state
from rag.training.precision import unpacked

MAX_TEXT_TOKENS = 96
MAX_QUESTION_TOKENS = 40
ANSWERS, UNPROVED = "answers", "unproved"
"""The readings."""
LIMITS = {ANSWERS: (MAX_QUESTION_TOKENS, MAX_ANSWER_TOKENS), UNPROVED: (MAX_CLAIM_TOKENS, MAX_SUPPORT_TOKENS)}
"""Tokens of a pair's first text, and of both together."""
RANKS = {ANSWERS: 0, UNPROVED: 10}
"""Of the readings' differences where the source has no readings yet: questions are read with the network as it is. The
compact form has room for 24 together."""
BATCH_TOKENS = {"cpu": 2_048, "cuda": 65_536}
"""About how many tokens are read at once."""
REMEMBERED = 1 << 20
READINGS = "readings.safetensors"
WRITTEN = ("*.onnx", "*.safetensors", "*.md", "SHA256SUMS", "lexicon.*")
"""Files of a folder that belong to its weights, or to Briefwijzer alone."""
FIXED_LAYERS = {"cpu": 2, "cuda": 0}
"""How many of the lowest layers stay as they are, with the word embeddings: a third of the work saved on processors."""
ATTENTION = {"cpu": "eager", "cuda": "sdpa"}
"""As transformers calls it: on processors the fused one takes more than twice as long to go back through."""


class Reading(nn.Module):
    """A head, and in what the network whose states it is given differs from the one that makes vectors."""

    def __init__(self, network: nn.Module, head: nn.Module, rank: int) -> None:
        super().__init__()
        self.head, self.difference = head, Difference(network, rank)


@dataclass(frozen=True, kw_only=True)
class Read:
    """What came of reading pairs."""

    odds: torch.Tensor
    """In the order of the pairs: [pairs], or per token of the first text [pairs, MAX_CLAIM_TOKENS]."""
    states: torch.Tensor
    """Of all tokens, at unit length: [tokens, hidden]. The order is the same whichever network read the pairs."""


class Student(nn.Module):
    """A BERT that is asked three things: a text's vector, whether a sentence answers a question, and which words of a
    claim it leaves unproved."""

    def __init__(self, source: Path, device: str = "cpu") -> None:
        """Load the network, and the readings where SOURCE has them; else they begin anew."""
        super().__init__()
        self._source, self.device = source, torch.device(device)
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer: Any = AutoTokenizer.from_pretrained(str(source))
        self.model: Any = AutoModel.from_pretrained(
            str(source), dtype=torch.float32, attn_implementation=ATTENTION[self.device.type]
        )
        for module in self.model.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
        if fixed := FIXED_LAYERS[self.device.type]:
            for part in (self.model.embeddings, *self.model.encoder.layer[:fixed]):
                part.requires_grad_(requires_grad=False)
        width = int(self.model.config.hidden_size)
        heads = {ANSWERS: AnswerHead(width), UNPROVED: ProofHead(width)}
        known = read_readings(source)
        ranks = RANKS | {key.split(".")[0]: one.shape[1] for key, one in known.items() if ".up." in key}
        self.readings = nn.ModuleDict({name: Reading(self.model, head, ranks[name]) for name, head in heads.items()})
        if known:
            self.readings.load_state_dict(known)
        self.pieces = lru_cache(maxsize=REMEMBERED)(self._pieces)
        self.to(self.device)

    def network(self) -> list[nn.Parameter]:
        """What learns, the readings aside."""
        return [parameter for parameter in self.model.parameters() if parameter.requires_grad]

    def reading(self, name: str) -> Reading:
        """One of the two."""
        return cast(Reading, self.readings[name])

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        """Unit vectors in the order of the texts."""
        begin, end = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        ids = [[begin, *self.pieces(text)[0][: MAX_TEXT_TOKENS - 2], end] for text in texts]
        return self._in_order(ids, lambda batch, states, mask: mean_state(states, mask))

    def read(self, reading: str, pairs: Sequence[tuple[str, str]]) -> Read:
        """For each question and sentence the log-odds that the one answers the other, as `answers.onnx` has it; or for
        each claim and sentence the log-odds, per token of the claim, that the sentence does not prove it."""
        ids = [self._pair(*pair, *LIMITS[reading]) for pair in pairs]
        mine, seen = self.reading(reading), list[torch.Tensor]()

        def odds(batch: list[int], states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            seen.append(functional.normalize(states[mask.bool()], dim=-1))
            first = self._first_part(ids, batch, states.shape[1])
            if reading == ANSWERS:
                found: torch.Tensor = mine.head(states, first, mask - first)
                return found
            found = mine.head(states, mask - first)[:, 1 : MAX_CLAIM_TOKENS + 1]
            return functional.pad(found, (0, MAX_CLAIM_TOKENS - found.shape[1]))

        with mine.difference.over(self.model):
            found = self._in_order(ids, odds)
        return Read(odds=found, states=torch.cat(seen))

    def claim_tokens(self, claims: Sequence[str]) -> torch.Tensor:
        """Which of the places for a claim's tokens hold one, [claims, MAX_CLAIM_TOKENS]."""
        counts = torch.tensor([[len(self.pieces(claim)[0])] for claim in claims], device=self.device)
        return torch.arange(MAX_CLAIM_TOKENS, device=self.device) < counts

    def save(self, target: Path) -> None:
        """Write network, tokenizer and readings in a folder of sentence-transformers' form."""
        shutil.copytree(self._source, target, ignore=shutil.ignore_patterns(*WRITTEN), dirs_exist_ok=True)
        self.model.save_pretrained(str(target))
        self.tokenizer.save_pretrained(str(target))
        save_file({name: one.cpu() for name, one in self.readings.state_dict().items()}, target / READINGS)

    def _pieces(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """The ids of a text's pieces, and the characters that each stands for."""
        read = self.tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
        return read["input_ids"], read["offset_mapping"]

    def _pair(self, first: str, second: str, longest_first: int, longest: int) -> list[int]:
        begin, end = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        one, two = self.pieces(first)[0][:longest_first], self.pieces(second)[0]
        return [begin, *one, end, *two[: longest - 3 - len(one)], end]

    def _ends(self, ids: Sequence[list[int]]) -> torch.Tensor:
        """Where the first part of each pair ends, [pairs, 1]."""
        return torch.tensor([[one.index(self.tokenizer.sep_token_id)] for one in ids], device=self.device)

    def _first_part(self, ids: Sequence[list[int]], batch: Sequence[int], width: int) -> torch.Tensor:
        return (torch.arange(width, device=self.device) <= self._ends([ids[index] for index in batch])).float()

    def _in_order(self, ids: Sequence[list[int]], read: Callable[..., torch.Tensor]) -> torch.Tensor:
        """What is read of the states of each text, in the order of the texts."""
        places: list[int] = []
        rows: list[torch.Tensor] = []
        for batch, states, mask in self._states(ids):
            places += batch
            rows.append(read(batch, states, mask))
        return torch.cat(rows)[torch.tensor(places).argsort().to(self.device)]

    def _states(self, ids: Sequence[list[int]]) -> Iterator[tuple[list[int], torch.Tensor, torch.Tensor]]:
        """Indices, states and mask, batch by batch; texts of like length share one."""
        order = sorted(range(len(ids)), key=lambda index: -len(ids[index]))
        size = BATCH_TOKENS[self.device.type]
        while order:
            width = len(ids[order[0]])
            batch, order = order[: max(1, size // width)], order[max(1, size // width) :]
            inputs = torch.tensor([ids[index] + [0] * (width - len(ids[index])) for index in batch])
            lengths = torch.tensor([[len(ids[index])] for index in batch])
            inputs, mask = inputs.to(self.device), (torch.arange(width) < lengths).float().to(self.device)
            with torch.autocast(self.device.type, dtype=torch.bfloat16):
                states = self.model(input_ids=inputs, attention_mask=mask.long()).last_hidden_state
            yield batch, states.float(), mask


def read_readings(folder: Path) -> dict[str, torch.Tensor]:
    """The readings of a folder, compact or not, in float32; none give an empty mapping."""
    file = folder / READINGS
    return {name: unpacked(one) for name, one in load_file(file).items()} if file.is_file() else {}
