"""Scores of head arcs -> one dependency tree per sentence (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]
Heads = NDArray[np.int64]


def best_tree(scores: Scores) -> Heads:
    """Return each word's head for scores[n, n + 1] (column 0 is the root): 1..n, 0 = root, exactly one root."""
    heads: Heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and _is_tree(heads):
        return heads
    n = len(scores)
    full = np.full((n + 1, n + 1), -1e9)
    full[1:] = scores
    full[1:, 0] -= 1e5  # as few root arcs as possible
    return _maximum_arborescence(full)[1:]


def _is_tree(heads: Heads) -> bool:
    seen = np.zeros(len(heads) + 1, bool)
    seen[0] = True
    for start in range(1, len(heads) + 1):
        path: list[int] = []
        node = start
        while not seen[node]:
            if len(path) > len(heads):
                return False
            path.append(node)
            node = int(heads[node - 1])
        seen[path] = True
    return True


def _cycle(heads: Heads) -> list[int]:
    colour = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        node = start
        while node and not colour[node]:
            colour[node] = start
            node = int(heads[node])
        if node and colour[node] == start:
            found, step = [node], int(heads[node])
            while step != node:
                found.append(step)
                step = int(heads[step])
            return found
    return []


def _maximum_arborescence(scores: Scores) -> Heads:
    """Return heads for scores[d, h] of head h for node d; node 0 is the root and has no head."""
    n = len(scores)
    scores = scores.copy()
    scores[np.arange(n), np.arange(n)] = -np.inf
    scores[0] = -np.inf
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    in_cycle = set(cycle)
    rest = [node for node in range(n) if node not in in_cycle]
    m = len(rest)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    small[:m, m] = scores[np.ix_(rest, cycle)].max(1)
    leaving = scores[np.ix_(rest, cycle)].argmax(1)
    gain = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    small[m, :m] = gain.max(0)
    entering = gain.argmax(0)
    contracted = _maximum_arborescence(small)
    result = heads.copy()
    for a in range(1, m):
        result[rest[a]] = cycle[leaving[a]] if contracted[a] == m else rest[contracted[a]]
    entry = int(contracted[m])
    result[cycle[entering[entry]]] = rest[entry]
    return result
