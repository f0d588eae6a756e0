"""Names for windows that no corpus annotates: what the averaged network is sure of."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import torch

from training.augment import confident
from training.batches import batches
from training.collate import Collator
from training.network import Network
from training.windows import Window

BUDGET = 4000  # padded pieces at once


def label_names(network: Network, collator: Collator, windows: Sequence[Window], sure: float) -> list[Window]:
    """Return the windows with a `ner` layer: the network's choice where its chance reaches `sure`, else unknown."""
    network.eval()
    labelled: list[Window] = []
    names = network.labels["ner"]
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(windows, lambda window: collator.pieces.count(window.words), BUDGET, Random(0)):
            chances, best = network(collator.inputs(batch))["ner"].float().softmax(-1).max(-1)
            for row, window in enumerate(batch):
                inner = slice(1, len(window.words) + 1)
                choice = [names[k] for k in best[row, inner].tolist()]
                labelled.append(window.with_layer("ner", confident(choice, chances[row, inner].tolist(), sure)))
    network.train()
    return labelled
