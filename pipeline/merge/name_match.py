"""Names of one actor in two articles: "Adria Gate" and "Adria Gate Terminals", "Corvasce" and "Elena Corvasce"."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

_SHORTEST = 4
_HALF = 0.5


@cache
def short_and_long(left: str, right: str) -> bool:
    """Whether one name is the beginning or the end of the other, in whole words.

    >>> short_and_long("adria gate", "adria gate terminals"), short_and_long("york", "new yorker")
    (True, False)
    """
    short, long = sorted((left.split(), right.split()), key=len)
    if not short or len(short) == len(long) or len(short[-1]) < _SHORTEST:
        return False
    return long[: len(short)] == short or long[-len(short) :] == short


def shared_names(left: Set[str], right: Set[str]) -> float:
    """Return how many names the two share; a short form that meets its long form counts a half."""
    same = left & right
    if len(same) == len(left) or len(same) == len(right):
        return float(len(same))
    loose = sum(any(short_and_long(ours, theirs) for theirs in right - same) for ours in left - same)
    return len(same) + _HALF * loose


def share_a_name(left: Set[str], right: Set[str]) -> bool:
    """Whether at least one name stands in both, in short or in full."""
    return not left.isdisjoint(right) or any(short_and_long(ours, theirs) for ours in left for theirs in right)
