"""The quality gate: what the line gets right in the 32 articles of our own must not fall below these floors.

Raise a floor when the line gets better; lowering one needs a reason in CHANGELOG.md. Figures: `python -m tests.truth.score all`.
"""

from __future__ import annotations

import pytest

from tests.truth.judge import Verdict
from tests.truth.load import load_own, load_seeds
from tests.truth.score import COLUMNS, judge

FLOORS = {
    "tmx": 0.96,
    "exact": 0.96,
    "value": 0.90,
    "mod": 0.98,
    "evt": 0.92,
    "days": 0.88,
    "status": 0.92,
    "basis": 0.94,
    "actors": 0.84,
    "roles": 0.87,
}


@pytest.fixture(scope="module")
def verdict(line) -> Verdict:
    total = Verdict()
    for truth in (*load_seeds(), *load_own()):
        total.add(judge(line, truth))
    return total


@pytest.mark.parametrize(("name", "right", "asked"), COLUMNS, ids=[name for name, _, _ in COLUMNS])
def test_floor(verdict, name, right, asked):
    assert verdict.counts[asked] > 0
    share = verdict.counts[right] / verdict.counts[asked]
    assert share >= FLOORS[name], f"{right} {share:.3f}, the floor is {FLOORS[name]}"


def test_hardly_anything_is_a_time_that_is_none(verdict):
    assert verdict.counts["timexes false"] <= 8
