"""The facets: how many events each value of a filter has among those that the other filters leave."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.view.event_view import EventView
from pipeline.view.filters import EXCLUDED, Choice, matching, shown

MOST_EXCLUDED = 12
"""So many values of each facet are offered to be left out; a link can leave out any."""


def actor_counts(view: EventView, choice: Choice, most: int | None = None) -> dict[str, int]:
    """Return how many events (or mentions) each actor has among those that all other filters let through, most first.

    `most` is how many actors are wanted: there may be a hundred thousand.
    """
    members = view.members[choice.role]
    return _ranked(members.counts(matching(view, choice, but="actors"), folded=not choice.all_mentions), members.names, most)


def value_counts(view: EventView, choice: Choice, key: str, column: str) -> dict[str, int]:
    """Return how many events (or mentions) each value of a column has among those that all filters but `key` let through, most first."""
    values = view.codes(column)
    rows = np.flatnonzero(matching(view, choice, but=key) & (values.codes >= 0))
    codes = values.codes[rows].astype(np.int64)
    if not choice.all_mentions:
        n_values, again = len(values.texts), view.stories.mentions[rows] > 1  # what is told once needs no folding
        folded = pd.unique(view.stories.of[rows[again]] * n_values + codes[again]) % n_values
        codes = np.concatenate((codes[~again], folded))
    return _ranked(np.bincount(codes, minlength=len(values.texts)), values.texts)


def _ranked(counts: NDArray[np.int64], names: Sequence[str], most: int | None = None) -> dict[str, int]:
    """Return the counts that are not 0 by name, the most first; the names are in the order of the alphabet."""
    found = np.flatnonzero(counts)
    found = found[np.argsort(-counts[found], kind="stable")][:most]
    return {names[number]: int(counts[number]) for number in found.tolist()}


def exclusion_counts(view: EventView, choice: Choice) -> dict[str, int]:
    """Return what could be left out ("actor:Russia", "type:ASSAULT") with the number of events (or mentions) that it has, most first.

    Counted among what all filters but the leaving out let through, whatever the actor's role.
    """
    members = view.members["any"]
    actors = members.counts(matching(view, choice, but="without"), folded=not choice.all_mentions)
    found = {f"actor:{name}": number for name, number in _ranked(actors, members.names, MOST_EXCLUDED).items()}
    for facet, column in EXCLUDED.items():
        counts = value_counts(view, choice, "without", column)
        found |= {f"{facet}:{value}": number for value, number in list(counts.items())[:MOST_EXCLUDED]}
    return found


def n_events(view: EventView, all_mentions: bool) -> int:
    """Return how many events (or mentions) there are without any filter; counted once."""
    kept = f"events, {all_mentions}"
    if kept not in view.kept:
        view.kept[kept] = int(shown(view, Choice(all_mentions=all_mentions)).sum())
    return int(view.kept[kept])
