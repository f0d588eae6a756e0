"""A running average of a network's weights (Polyak): steadier than the last step, and the teacher of self-labels."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Average:
    """Holds the average; `update` after some steps, `state` is a state dict."""

    def __init__(self, network: nn.Module, keep: float) -> None:
        self.state: dict[str, Tensor] = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self._keep = keep
        self._updates = 0

    @torch.no_grad()
    def update(self, network: nn.Module) -> None:
        """Move towards the network; young averages move faster, so that the start weights are soon forgotten."""
        self._updates += 1
        keep = min(self._keep, (1 + self._updates) / (10 + self._updates))
        new = network.state_dict()
        torch._foreach_lerp_(list(self.state.values()), [new[name] for name in self.state], 1 - keep)
