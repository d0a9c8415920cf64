"""The network in training: vectors of texts, and two readings of pairs of texts."""

import shutil
from collections.abc import Iterator, Sequence
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
BATCH = 32
HEADS = "heads.safetensors"
WRITTEN = ("*.onnx", "*.safetensors", "*.md", "SHA256SUMS", "lexicon.*")
"""Files of a folder that belong to its weights, or to Briefwijzer alone."""
FIXED_LAYERS = 2
"""Of the network, beside its embeddings: a third of the work of learning saved."""
NEARNESS_WIDTH, COMPARE_WIDTH = 96, 64
SHARPNESS, WIDEN = 12.0, 20.0
"""By which the nearness of tokens is multiplied before the softmax, and products of unit vectors to be of size 1."""


class Student(nn.Module):
    """A BERT whose lowest layers stay as they are, a head that says whether a sentence answers a question, and one
    that says of each word of a claim whether a sentence leaves it unproved."""

    def __init__(self, source: Path) -> None:
        """Load the network; the heads begin anew."""
        super().__init__()
        self._source = source
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer: Any = AutoTokenizer.from_pretrained(str(source))
        self.model: Any = AutoModel.from_pretrained(str(source), dtype=torch.float32)
        for module in self.model.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
        for part in (self.model.embeddings, *self.model.encoder.layer[:FIXED_LAYERS]):
            part.requires_grad_(requires_grad=False)
        width = int(self.model.config.hidden_size)
        self.heads = nn.ModuleDict({"answers": AnswerHead(width), "unproved": ProofHead(width)})

    def network(self) -> list[nn.Parameter]:
        """What learns, the heads aside."""
        return [parameter for parameter in self.model.parameters() if parameter.requires_grad]

    def encode(self, texts: Sequence[str]) -> torch.Tensor:
        """Unit vectors in the order of the texts."""
        ids = self.tokenizer(list(texts), truncation=True, max_length=MAX_TEXT_TOKENS)["input_ids"]
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

        ends = torch.tensor([self._end(one) for one in ids]).unsqueeze(1)
        return self._in_order(ids, odds), torch.arange(1, MAX_CLAIM_TOKENS + 1) < ends

    def save(self, target: Path) -> None:
        """Write network, tokenizer and heads in a folder of sentence-transformers' form."""
        shutil.copytree(self._source, target, ignore=shutil.ignore_patterns(*WRITTEN), dirs_exist_ok=True)
        self.model.save_pretrained(str(target))
        self.tokenizer.save_pretrained(str(target))
        save_file(self.heads.state_dict(), target / HEADS)

    def _pair(self, first: str, second: str, longest_first: int, longest: int) -> list[int]:
        one, two = (self.tokenizer(text, add_special_tokens=False)["input_ids"] for text in (first, second))
        begin, end = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        one = one[:longest_first]
        return [begin, *one, end, *two[: longest - 3 - len(one)], end]

    def _end(self, ids: list[int]) -> int:
        return ids.index(self.tokenizer.sep_token_id)

    def _first_part(self, ids: list[list[int]], batch: list[int], width: int) -> torch.Tensor:
        return (torch.arange(width) <= torch.tensor([[self._end(ids[index])] for index in batch])).float()

    def _in_order(self, ids: list[list[int]], read: Any) -> torch.Tensor:
        rows: list[torch.Tensor] = [torch.empty(0)] * len(ids)
        for batch, states, mask in self._states(ids):
            for index, row in zip(batch, read(batch, states, mask), strict=True):
                rows[index] = row
        return torch.stack(rows)

    def _states(self, ids: list[list[int]]) -> Iterator[tuple[list[int], torch.Tensor, torch.Tensor]]:
        """Indices, states and mask, batch by batch; texts of like length share one."""
        order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            width = max(len(ids[index]) for index in batch)
            inputs = torch.tensor([ids[index] + [0] * (width - len(ids[index])) for index in batch])
            mask = torch.tensor([[1.0] * len(ids[index]) + [0.0] * (width - len(ids[index])) for index in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
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
