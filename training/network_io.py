"""Reads a checkpoint back as a network."""

from __future__ import annotations

from pathlib import Path

import torch

from training.encoder import Encoder
from training.network import Network


def load_network(checkpoint: Path) -> Network:
    """Return the network of a .pt file that `training.train` wrote, ready to be run."""
    content = torch.load(checkpoint, weights_only=True)
    network = Network(Encoder(), content["labels"], content["sources"])
    network.load_state_dict(content["state"])
    return network.eval()


def go_on_from(network: Network, checkpoint: Path) -> None:
    """Set the network's weights to a checkpoint's; ValueError if their labels or sources differ."""
    content = torch.load(checkpoint, weights_only=True)
    if content["labels"] != network.labels or content["sources"] != network.sources:
        raise ValueError(f"{checkpoint}: its labels or sources are not those of the prepared data: train from the start instead")
    network.load_state_dict(content["state"])
