"""AdamW with a learning rate for each layer, warmed up and then falling to nothing."""

from __future__ import annotations

import torch
from torch import nn

from training.encoder import LAYERS
from training.network import Network
from training.recipe import Optimiser


def depth(name: str) -> int | None:
    """Return how far below the heads a weight lies: 0 for the top layer, None for a head or the casing embedding (both new).

    >>> depth("encoder.layers.5.o.weight"), depth("encoder.tok.weight"), depth("sent.0.weight"), depth("encoder.shape.weight")
    (0, 6, None, None)
    """
    if not name.startswith("encoder.") or name == "encoder.shape.weight":
        return None
    return LAYERS - 1 - int(name.split(".")[2]) if name.startswith("encoder.layers.") else LAYERS


def make_optimiser(network: Network, choices: Optimiser, factor: float = 1.0) -> torch.optim.AdamW:
    """Return AdamW; each group remembers its own `base` rate. Vectors (biases, norms) do not decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in network.named_parameters():
        below = depth(name)
        rate = factor * (choices.head_rate if below is None else choices.encoder_rate * choices.layer_decay**below)
        groups.setdefault((rate, choices.weight_decay if weight.dim() > 1 else 0.0), []).append(weight)
    listed = [{"params": weights, "lr": rate, "base": rate, "weight_decay": decay} for (rate, decay), weights in groups.items()]
    return torch.optim.AdamW(listed, betas=(0.9, 0.98), fused=True)


def set_rate(optimiser: torch.optim.Optimizer, step: int, done: float, warm_up: int) -> None:
    """Set every group's rate for this step; `done` is the share of the run that lies behind (0 to 1)."""
    scale = min(1.0, (step + 1) / warm_up) * (1 - done)
    for group in optimiser.param_groups:
        group["lr"] = group["base"] * scale
