"""The network in training: vectors of texts, and two readings of pairs of texts."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional

from rag.answering.reading import MAX_TOKENS as MAX_ANSWER_TOKENS
from rag.checking.proof import MAX_CLAIM_TOKENS
from rag.checking.proof import MAX_TOKENS as MAX_SUPPORT_TOKENS

MAX_TEXT_TOKENS = 96
MAX_QUESTION_TOKENS = 40
BATCH_TOKENS = {"cpu": 2_048, "cuda": 65_536}
"""About how many tokens are read at once."""
REMEMBERED = 1 << 20
HEADS = "heads.safetensors"
WRITTEN = ("*.onnx", "*.safetensors", "*.md", "SHA256SUMS", "lexicon.*")
"""Files of a folder that belong to its weights, or to Briefwijzer alone."""
FIXED_LAYERS = {"cpu": 2, "cuda": 0}
"""How many of the lowest layers stay as they are, with the word embeddings: a third of the work saved on processors."""
NEARNESS_WIDTH, COMPARE_WIDTH = 96, 64
SHARPNESS, WIDEN = 12.0, 20.0
"""By which the nearness of tokens is multiplied before the softmax, and products of unit vectors to be of size 1."""


class Student(nn.Module):
    """A BERT, a head that says whether a sentence answers a question, and one that says of each word of a claim whether
    a sentence leaves it unproved."""

    def __init__(self, source: Path, device: str = "cpu") -> None:
        """Load the network; the heads begin anew."""
        super().__init__()
        self._source, self.device = source, torch.device(device)
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer: Any = AutoTokenizer.from_pretrained(str(source))
        self.model: Any = AutoModel.from_pretrained(str(source), dtype=torch.float32)
        for module in self.model.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
        if fixed := FIXED_LAYERS[self.device.type]:
            for part in (self.model.embeddings, *self.model.encoder.layer[:fixed]):
                part.requires_grad_(requires_grad=False)
        width = int(self.model.config.hidden_size)
        self.heads = nn.ModuleDict({"answers": AnswerHead(width), "unproved": ProofHead(width)})
        self.pieces = lru_cache(maxsize=REMEMBERED)(self._pieces)
        self.to(self.device)

    def network(self) -> list[nn.Parameter]:
        """What learns, the heads aside."""
        return [parameter for parameter in self.model.parameters() if parameter.requires_grad]

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        """Unit vectors in the order of the texts."""
        begin, end = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        ids = [[begin, *self.pieces(text)[0][: MAX_TEXT_TOKENS - 2], end] for text in texts]
        return self._in_order(ids, lambda batch, states, mask: _mean(states, mask))

    def answers(self, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
        """For each question and sentence, the log-odds that the one answers the other, as `answers.onnx` has it."""
        ids = [self._pair(*pair, MAX_QUESTION_TOKENS, MAX_ANSWER_TOKENS) for pair in pairs]

        def odds(batch: list[int], states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            first = self._first_part(ids, batch, states.shape[1])
            found: torch.Tensor = self.heads["answers"](states, first, mask - first)
            return found

        return self._in_order(ids, odds)

    def unproved(self, pairs: Sequence[tuple[str, str]]) -> tuple[torch.Tensor, torch.Tensor]:
        """For each claim and sentence the log-odds, per token of the claim, that the sentence does not prove it, and
        which places hold such a token: two tensors of [pairs, MAX_CLAIM_TOKENS]."""
        ids = [self._pair(*pair, MAX_CLAIM_TOKENS, MAX_SUPPORT_TOKENS) for pair in pairs]

        def odds(batch: list[int], states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            first = self._first_part(ids, batch, states.shape[1])
            found = self.heads["unproved"](states, mask - first)[:, 1 : MAX_CLAIM_TOKENS + 1]
            return functional.pad(found, (0, MAX_CLAIM_TOKENS - found.shape[1]))

        places = torch.arange(1, MAX_CLAIM_TOKENS + 1, device=self.device)
        return self._in_order(ids, odds), places < self._ends(ids)

    def save(self, target: Path) -> None:
        """Write network, tokenizer and heads in a folder of sentence-transformers' form."""
        shutil.copytree(self._source, target, ignore=shutil.ignore_patterns(*WRITTEN), dirs_exist_ok=True)
        self.model.save_pretrained(str(target))
        self.tokenizer.save_pretrained(str(target))
        save_file({name: one.cpu() for name, one in self.heads.state_dict().items()}, target / HEADS)

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


class Lookup(nn.Module):
    """Looks up for each token what in the second text comes nearest to it, and compares the two.

    Soft alignment and comparison as in ESIM (Chen et al. 2017, arXiv:1609.06038), over states that saw both texts.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.nearness = nn.Linear(width, NEARNESS_WIDTH, bias=False)
        self.compare = nn.Linear(2 * width + 1, COMPARE_WIDTH)

    def forward(self, states: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """What comes of it for every token, [batch, sequence, COMPARE_WIDTH]; `second` is 1.0 in the second text."""
        unit = functional.normalize(states, dim=-1)
        key = functional.normalize(self.nearness(unit), dim=-1)
        near = (key @ key.transpose(1, 2)).masked_fill(second.unsqueeze(1) == 0, -1.0)
        found = torch.softmax(SHARPNESS * near, dim=-1) @ unit
        best = near.max(dim=-1, keepdim=True).values
        compared = torch.cat([WIDEN * unit * found, (unit - found).abs(), best], dim=-1)
        return functional.gelu(self.compare(compared))


class ProofHead(nn.Module):
    """Says of each token how surely the second text proves it not."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.lookup = Lookup(width)
        self.judge = nn.Linear(COMPARE_WIDTH, 1)
        nn.init.constant_(self.judge.bias, -3.0)

    def forward(self, states: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """Log-odds for every token, [batch, sequence]."""
        judged: torch.Tensor = self.judge(self.lookup(states, second))
        return judged.squeeze(-1)


class AnswerHead(nn.Module):
    """Compares a question with a sentence: their means, and token by token."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.lookup = Lookup(width)
        self.means = nn.Linear(2 * width, 1)
        self.tokens = nn.Linear(2 * COMPARE_WIDTH, 1, bias=False)
        nn.init.zeros_(self.tokens.weight)

    def forward(self, states: torch.Tensor, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """Log-odds that the one answers the other, [batch]."""
        question, sentence = _mean(states, first), _mean(states, second)
        means = self.means(torch.cat([question * sentence, (question - sentence).abs()], dim=1))
        looked, within = self.lookup(states, second), first.unsqueeze(-1)
        mean = (looked * within).sum(dim=1) / within.sum(dim=1)
        most = looked.masked_fill(within == 0, -1e9).max(dim=1).values
        judged: torch.Tensor = means + self.tokens(torch.cat([mean, most], dim=1))
        return judged.squeeze(-1)


def support(odds: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
    """Log-odds that a claim is borne out, from those of its words: about the least proved one's."""
    return -torch.logsumexp(odds.masked_fill(~present, -1e9), dim=1)


def _mean(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean of the states that the mask takes, at unit length; the divisor disappears in that."""
    return functional.normalize((states * mask.unsqueeze(-1)).sum(dim=1), dim=1)
