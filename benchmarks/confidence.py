"""How often rows of a given confidence are right, on the articles with truth tables (tests/truth).

python -m benchmarks.confidence [--half A|B]

A row is right when its days, its status and its actors are all right. The halves are every other article: the weights of
pipeline/events/confidence.py were fitted on one and tested on the other before both were used. The error is the mean distance of
confidence and share right over the bands, weighted by rows.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from pipeline.run import Line
from tests.truth.judge import judge_events
from tests.truth.load import load_own, load_seeds, load_unseen
from tests.truth.score import article_of
from tests.truth.truths import ArticleTruth

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def judged_rows(line: Line, truth: ArticleTruth) -> list[tuple[float, bool]]:
    """Return (confidence, right) of every row that the truth lists."""
    events = line.events([article_of(truth)])
    rows = []
    for wanted in truth.events:
        hits = [event for event in events if wanted.quote.overlaps(event.trigger_start, event.trigger_end)]
        if hits:
            counts = judge_events(dataclasses.replace(truth, events=(wanted,)), hits[:1]).counts
            rows.append((hits[0].confidence, all(counts[f"events right {what}"] for what in ("days", "status", "actors"))))
    return rows


def reliability(rows: Sequence[tuple[float, bool]]) -> tuple[list[tuple[float, float, int, float, float]], float]:
    """Return a line for each band (from, to, rows, mean confidence, share right) and the weighted error."""
    table = []
    for low, high in pairwise(BANDS):
        band = [row for row in rows if low <= row[0] < high]
        if band:
            table.append((low, high, len(band), sum(c for c, _ in band) / len(band), sum(right for _, right in band) / len(band)))
    error = sum(n * abs(said - right) for _, _, n, said, right in table) / max(1, len(rows))
    return table, error


def main() -> None:
    """Print the reliability table of each half, or of the one asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("A", "B"))
    half = parser.parse_args().half
    line = Line.load()
    truths = [*load_seeds(), *load_own(), *load_unseen()]
    for name, articles in (("A", truths[0::2]), ("B", truths[1::2])):
        if half in (None, name):
            rows = [row for truth in articles for row in judged_rows(line, truth)]
            table, error = reliability(rows)
            print(f"half {name}: {len(rows)} rows, {sum(right for _, right in rows) / len(rows):.1%} right, error {error:.3f}")
            for low, high, n, said, right in table:
                print(f"  {low:.2f} .. {min(high, 1):.2f}  {n:>4} rows  said {said:.2f}  right {right:.2f}")


if __name__ == "__main__":
    main()
