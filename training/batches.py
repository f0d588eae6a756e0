"""Windows -> batches of like length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from training.windows import Window

BUCKET = 800  # windows sorted by length together; more means less padding and less mixing


def epoch_windows(windows: Sequence[Window], repeats: dict[str, float], random: Random) -> list[Window]:
    """Return the windows of one epoch: each as often as its source's number says, the fraction drawn by chance."""
    chosen: list[Window] = []
    for window in windows:
        often = repeats.get(window.source, 1.0)
        times = int(often) + (random.random() < often % 1)
        chosen += [window] * times
    return chosen


def batches(windows: Sequence[Window], size: Callable[[Window], int], budget: int, random: Random) -> list[list[Window]]:
    """Return shuffled batches of at most `budget` padded pieces (a longer window stands alone)."""
    mixed = list(windows)
    random.shuffle(mixed)
    found: list[list[Window]] = []
    for i in range(0, len(mixed), BUCKET):
        batch: list[Window] = []
        for window in sorted(mixed[i : i + BUCKET], key=size):
            if batch and size(window) * (len(batch) + 1) > budget:  # sorted: this window is the longest so far
                found.append(batch)
                batch = []
            batch.append(window)
        found.append(batch)
    random.shuffle(found)
    return found
