"""The quality gate: what the line gets right in our own articles must not fall below these floors.

"known" are the 32 articles that the rules were written beside (seeds, own), "unseen" the 16 written before the program was run on them.
Raise a floor when the line gets better; lowering one needs a reason in CHANGELOG.md. Figures: `python -m tests.truth.score [unseen]`.
"""

from __future__ import annotations

import pytest

from tests.truth.judge import Verdict
from tests.truth.load import load_own, load_seeds, load_unseen
from tests.truth.score import COLUMNS, judge

FLOORS = {
    "known": {
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
    },
    "unseen": {
        "tmx": 0.97,
        "exact": 0.96,
        "value": 0.93,
        "mod": 0.98,
        "evt": 0.94,
        "days": 0.84,
        "status": 0.95,
        "basis": 0.87,
        "actors": 0.89,
        "roles": 0.92,
    },
}
FALSE_TIMES = {"known": 8, "unseen": 5}


@pytest.fixture(scope="module")
def verdicts(line) -> dict[str, Verdict]:
    totals = {"known": Verdict(), "unseen": Verdict()}
    for truth in (*load_seeds(), *load_own()):
        totals["known"].add(judge(line, truth))
    for truth in load_unseen():
        totals["unseen"].add(judge(line, truth))
    return totals


@pytest.mark.parametrize("articles", FLOORS)
@pytest.mark.parametrize(("name", "right", "asked"), COLUMNS, ids=[name for name, _, _ in COLUMNS])
def test_floor(verdicts, articles, name, right, asked):
    counts = verdicts[articles].counts
    assert counts[asked] > 0
    share = counts[right] / counts[asked]
    assert share >= FLOORS[articles][name], f"{right} {share:.3f}, the floor is {FLOORS[articles][name]}"


@pytest.mark.parametrize("articles", FLOORS)
def test_hardly_anything_is_a_time_that_is_none(verdicts, articles):
    assert verdicts[articles].counts["timexes false"] <= FALSE_TIMES[articles]
