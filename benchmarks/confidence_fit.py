"""Fit the weights of pipeline/events/confidence.py on the articles with truth tables: `python -m benchmarks.confidence_fit`.

Logistic regression with ridge RIDGE on all weights but the base, by Newton's method. Prints the weights fitted on all articles and,
for each half (every other article), what the fit on the other half says of it. Nothing is written: the weights are copied by hand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from benchmarks.confidence import reliability
from pipeline.actors import find_actors
from pipeline.events.triggers import find_triggers
from pipeline.run import Line
from pipeline.timex import find_timexes
from tests.truth.judge import judge_events
from tests.truth.load import load_own, load_seeds, load_unseen
from tests.truth.score import article_of
from tests.truth.truths import ArticleTruth

RIDGE = 5.0
STEPS = 30
BASES = ("explicit", "inherited", "event", "publication", "none")
STATUSES = ("planned", "denied", "hypothetical", "deadline", "ongoing")
NAMES = ("base", *BASES, *STATUSES, "no verb")
Row = tuple[list[float], bool]


def rows_of(line: Line, truth: ArticleTruth) -> list[Row]:
    """Return what is known of each row that the truth lists, and whether its days, status and actors are all right."""
    article = article_of(truth)
    doc = line.language.analyse(article)
    timexes = find_timexes(article, doc)
    triggers = find_triggers(article, doc, timexes, find_actors(article, doc, timexes, line.settings.aliases))
    known = {doc[trigger.start].idx: trigger for trigger in triggers}
    events = line.events([article])
    rows: list[Row] = []
    for wanted in truth.events:
        hit = next((event for event in events if wanted.quote.overlaps(event.trigger_start, event.trigger_end)), None)
        trigger = known.get(hit.trigger_start) if hit is not None else None
        if hit is None or trigger is None:
            continue
        counts = judge_events(dataclasses.replace(truth, events=(wanted,)), [hit]).counts
        facts = [hit.date_basis == basis for basis in BASES] + [hit.status == status for status in STATUSES] + [trigger.kind != "verb"]
        rows.append(([1.0, *map(float, facts)], all(counts[f"events right {what}"] for what in ("days", "status", "actors"))))
    return rows


def fit(rows: Sequence[Row]) -> np.ndarray:
    """Return the weights, base first."""
    facts, right = np.array([row for row, _ in rows]), np.array([float(ok) for _, ok in rows])
    weights, ridge = np.zeros(facts.shape[1]), np.full(facts.shape[1], RIDGE)
    ridge[0] = 1e-9
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-facts @ weights))
        curve = (facts * (said * (1 - said))[:, None]).T @ facts + np.diag(ridge)
        weights -= np.linalg.solve(curve, facts.T @ (said - right) + ridge * weights)
    return weights


def said_of(weights: np.ndarray, rows: Sequence[Row]) -> list[tuple[float, bool]]:
    """Return (confidence, right) of every row under the weights."""
    return [(round(float(1 / (1 + np.exp(-(np.array(facts) @ weights)))), 2), right) for facts, right in rows]


def main() -> None:
    """Print the cross-validated error of both halves and the weights of all."""
    line = Line.load()
    articles = [rows_of(line, truth) for truth in (*load_seeds(), *load_own(), *load_unseen())]
    halves = {"A": [row for rows in articles[0::2] for row in rows], "B": [row for rows in articles[1::2] for row in rows]}
    for fitted, tested in (("A", "B"), ("B", "A")):
        table, error = reliability(said_of(fit(halves[fitted]), halves[tested]))
        print(f"fitted on {fitted}, tested on {tested}: {len(halves[tested])} rows, error {error:.3f}")
        for low, high, n, said, right in table:
            print(f"  {low:.1f} .. {min(high, 1):.1f}  {n:>4} rows  said {said:.2f}  right {right:.2f}")
    for name, weight in zip(NAMES, fit([*halves["A"], *halves["B"]]), strict=True):
        print(f"{name:<14} {weight:+.2f}")


if __name__ == "__main__":
    main()
