"""Splits a run of sentences at a change of topic, so that no story stands on both sides (after TextTiling, Hearst 1997)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from training.windows import Window

BLOCK = 15  # sentences compared on each side
SEARCH = 0.1  # how far from the wanted place a boundary may lie, as a share of the file
SHORTEST_WORD = 4  # letters; shorter words say little of a topic


def _content(windows: Sequence[Window]) -> Counter[str]:
    return Counter(word.lower() for window in windows for word in window.words if len(word) >= SHORTEST_WORD and word[0].isalpha())


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    shared = sum(math.sqrt(a[word] * b[word]) for word in a.keys() & b.keys())
    return shared / math.sqrt(max(1, a.total()) * max(1, b.total()))


def topic_boundary(windows: Sequence[Window], share: float) -> int:
    """Return the index near `share` of the file where the words before and after are least alike."""
    wanted, reach = round(len(windows) * share), round(len(windows) * SEARCH)
    places = range(max(1, wanted - reach), min(len(windows), wanted + reach + 1))
    return min(places, key=lambda i: (_likeness(_content(windows[max(0, i - BLOCK) : i]), _content(windows[i : i + BLOCK])), i))
