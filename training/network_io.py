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
