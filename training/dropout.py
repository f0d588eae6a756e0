"""Dropout with cheap chance, one stream a thread: torch's own draws cost a tenth of a CPU step and share one stream."""

from __future__ import annotations

import threading

import numpy as np
import torch
from torch import Tensor, nn

_own = threading.local()


def seed_dropout(*seed: int) -> None:
    """Start this thread's draws anew, so that a run can be repeated whatever the threads do."""
    _own.chance = np.random.default_rng(seed)


class Dropout(nn.Module):
    """Sets a share of the numbers to zero while training (in steps of 1/256) and scales the rest up."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._limit = round(share * 256)

    def forward(self, x: Tensor) -> Tensor:
        """Return x, thinned out while training."""
        if not self.training or not self._limit:
            return x
        draws = torch.frombuffer(bytearray(_own.chance.bytes(x.numel())), dtype=torch.uint8).view(x.shape)
        return x * (draws >= self._limit).to(x.dtype) * (256 / (256 - self._limit))
