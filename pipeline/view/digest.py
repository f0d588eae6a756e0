"""Where to begin: of many events those that are told most often, and the deadlines."""

from __future__ import annotations

import numpy as np

from pipeline.view.event_view import EventView, Mask
from pipeline.view.members import Rows

MOST_DEADLINES = 2


def where_to_begin(view: EventView, seen: Mask, most: int) -> list[int]:
    """Return at most so many of the rows, in order of time: the last deadlines, and what most articles, then most mentions tell.

    What is told once is no more worth reading first than anything else, so there may be none.
    """
    deadlines = np.flatnonzero(seen & view.extents.is_kind("deadline"))
    chosen = deadlines[np.argsort(view.hi[deadlines], kind="stable")][-MOST_DEADLINES:].tolist()
    retold = np.flatnonzero(seen & (view.stories.mentions > 1))
    for row in _most_told(view, retold, most + len(chosen)).tolist():
        if len(chosen) < most and row not in chosen:
            chosen.append(row)
    return sorted(chosen)


def _most_told(view: EventView, rows: Rows, most: int) -> Rows:
    """Return the rows of most articles, then mentions, the earlier ones first."""
    worth = view.stories.articles[rows] * 100_000 + view.stories.mentions[rows]
    return rows[np.argsort(-worth, kind="stable")][:most]
