"""One event, one mark: of the mentions that tell one event, one row stands for it on chart, table and in counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.view.certainty import Extent
from pipeline.view.event_view import EventView, Mask
from pipeline.view.members import Rows
from pipeline.view.stories import UNFIRM

_OPEN = ("open_end", "unknown_start", "deadline")


def leads(view: EventView, mask: Mask) -> Mask:
    """Return, of the rows in the mask, one for each event: the leading mention if the text dates it, else the surest one that it dates.

    Where the text dates none of them it is the leading mention again, if the mask has it.
    """
    ranked = view.stories.ranked[mask[view.stories.ranked]]
    story = view.stories.of[ranked]
    first = np.ones(ranked.size, dtype=bool)
    first[1:] = story[1:] != story[:-1]
    found = np.zeros(len(view), dtype=bool)
    found[ranked[first]] = True
    return found


def count(view: EventView, rows: Rows | Mask, *, folded: bool) -> int:
    """Return how many events (folded) or mentions the rows are."""
    story = view.stories.of[rows]
    return int(np.count_nonzero(np.bincount(story)) if folded else story.size)


def standing_for(view: EventView, shown: Mask, row: int | None) -> int | None:
    """Return the shown row that stands for a row's event: itself if it is shown, None when no mention is."""
    if row is None or shown[row]:
        return row
    found = np.flatnonzero(shown & (view.stories.of == view.stories.of[row]))
    return int(found[0]) if found.size else None


def other_mentions(view: EventView, row: int) -> list[int]:
    """Return the other rows that tell the same event, by publication, then by their place in the text."""
    same = [int(number) for number in np.flatnonzero(view.stories.of == view.stories.of[row]) if number != row]
    places = view.rows(same, ("published", "article_id", "trigger_start"))
    order = {number: (str(cells["published"]) if isinstance(cells["published"], str) else "", cells["article_id"], cells["trigger_start"])
             for number, cells in zip(same, places, strict=True)}  # fmt: skip
    return sorted(same, key=order.__getitem__)


def told_by(view: EventView, row: int) -> str:
    """Say how often an event is told: "2 articles", "3 mentions" in one article, "" when once."""
    articles, mentions = int(view.stories.articles[row]), int(view.stories.mentions[row])
    if articles > 1:
        return f"{articles} articles"
    return f"{mentions} mentions" if mentions > 1 else ""


def _apart(left: Extent, right: Extent) -> bool:
    if left.kind in _OPEN or right.kind in _OPEN:
        return False
    return max(left.lo, right.lo) >= min(left.hi, right.hi)


def dates_disagree(view: EventView, rows: Sequence[int]) -> bool:
    """Return whether two of these mentions, both dated by their text, name times that have no moment in common."""
    dated = [view.extents[row] for row in rows if view.dated[row] and view.table["date_basis"].iloc[row] not in UNFIRM]
    return any(_apart(left, right) for number, left in enumerate(dated) for right in dated[number + 1 :])
