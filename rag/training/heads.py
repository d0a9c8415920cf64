"""What is made of the states of two texts read together: does the one answer the other, what does it leave unproved?"""

import torch
from torch import nn
from torch.nn import functional

NEARNESS_WIDTH, COMPARE_WIDTH = 96, 64
SHARPNESS, WIDEN = 12.0, 20.0
"""By which the nearness of tokens is multiplied before the softmax, and products of unit vectors to be of size 1."""


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
        question, sentence = mean_state(states, first), mean_state(states, second)
        means = self.means(torch.cat([question * sentence, (question - sentence).abs()], dim=1))
        looked, within = self.lookup(states, second), first.unsqueeze(-1)
        mean = (looked * within).sum(dim=1) / within.sum(dim=1)
        most = looked.masked_fill(within == 0, -1e9).max(dim=1).values
        judged: torch.Tensor = means + self.tokens(torch.cat([mean, most], dim=1))
        return judged.squeeze(-1)


def support(odds: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
    """Log-odds that a claim is borne out, from those of its words: about the least proved one's."""
    return -torch.logsumexp(odds.masked_fill(~present, -1e9), dim=1)


def mean_state(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean of the states that the mask takes, at unit length; the divisor disappears in that."""
    return functional.normalize((states * mask.unsqueeze(-1)).sum(dim=1), dim=1)
