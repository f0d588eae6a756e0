"""A batch of windows -> the tensors that the network takes and the labels it is measured by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.encode import Noise, Pieces, encode
from training.labels import numbered
from training.windows import UNKNOWN, Window

LABELLED = ("tag", "pos", "morph", "sent", "ner", "event", "arc", "dep")


@dataclass(frozen=True, slots=True)
class Collator:
    """What is needed to number a batch: pieces, label numbers, style numbers of the sources."""

    pieces: Pieces
    ids: dict[str, dict[str, int]]
    styles: dict[str, int]

    def inputs(self, windows: Sequence[Window], noise: Noise | None = None) -> dict[str, Tensor]:
        """Return ids, shp, first, wshp, style, padded with 0."""
        coded = [encode(window.words, self.pieces, noise) for window in windows]
        batch = {name: _padded([getattr(one, name) for one in coded], 0) for name in ("ids", "shp", "first", "wshp")}
        batch["style"] = torch.tensor([self.styles.get(window.source, 0) for window in windows])
        return batch

    def labels(self, windows: Sequence[Window]) -> dict[str, Tensor]:
        """Return [batch, words] label numbers of each task that some window has, UNKNOWN elsewhere (and for the root)."""
        width = 1 + max(len(window.words) for window in windows)
        found = {}
        for task in LABELLED:
            layer = "head" if task == "arc" else task
            if any(layer in window.layers for window in windows):
                rows = [numbered(window, task, self.ids) if layer in window.layers else [] for window in windows]
                found[task] = torch.tensor([[UNKNOWN, *row, *[UNKNOWN] * (width - 1 - len(row))] for row in rows])
        return found


def _padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])
