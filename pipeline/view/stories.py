"""One event, one mark: mentions that share a story_id are folded into the one that stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.view.certainty import Extent
from pipeline.view.event_view import EventView, Floats, Mask, Rows

_UNFIRM = ("publication", "none")


@dataclass(frozen=True, slots=True, eq=False)
class Stories:
    """Which mentions tell one event.

    `of` numbers the story of each row. `ranked` are all rows, story by story, the best to stand for it first.
    `mentions`, `articles` count for each row how many rows tell its event, and in how many articles.
    """

    of: Rows
    ranked: Rows
    mentions: Rows
    articles: Rows

    @classmethod
    def read(cls, table: pd.DataFrame, lo: Floats) -> Stories:
        """Number the stories of an event table; `lo` is NaN for an undated row."""
        story = pd.factorize(table["story_id"])[0].astype(np.int64)
        article = pd.factorize(table["article_id"])[0].astype(np.int64)
        by_text = ~table["date_basis"].isin(_UNFIRM).to_numpy(dtype=bool) & ~np.isnan(lo)
        lead = (table["event_id"] == table["story_id"]).to_numpy(dtype=bool)
        confidence = table["confidence"].to_numpy(dtype=np.float64)
        ranked = np.lexsort((np.arange(len(table)), -confidence, np.isnan(lo), ~lead, ~by_text, story))
        told_in = pd.DataFrame({"story": story, "article": article}).drop_duplicates()["story"]
        return cls(story, ranked, np.bincount(story)[story], np.bincount(told_in)[story]) if len(table) else cls(story, ranked, story, story)


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
    return int(np.unique(story).size if folded else story.size)


def standing_for(view: EventView, shown: Mask, row: int | None) -> int | None:
    """Return the shown row that stands for a row's event: itself if it is shown, None when no mention is."""
    if row is None or shown[row]:
        return row
    found = np.flatnonzero(shown & (view.stories.of == view.stories.of[row]))
    return int(found[0]) if found.size else None


def other_mentions(view: EventView, row: int) -> list[int]:
    """Return the other rows that tell the same event, by publication, then by their place in the text."""
    same = [int(number) for number in np.flatnonzero(view.stories.of == view.stories.of[row]) if number != row]
    cells = view.table
    return sorted(
        same, key=lambda number: (str(cells["published"].iloc[number]), cells["article_id"].iloc[number], cells["trigger_start"].iloc[number])
    )


def told_by(view: EventView, row: int) -> str:
    """Say how often an event is told: "2 articles", "3 mentions" in one article, "" when once."""
    articles, mentions = int(view.stories.articles[row]), int(view.stories.mentions[row])
    if articles > 1:
        return f"{articles} articles"
    return f"{mentions} mentions" if mentions > 1 else ""


def _apart(left: Extent, right: Extent) -> bool:
    lows, highs = (left.lo, right.lo), (left.hi, right.hi)
    if "open_end" in (left.kind, right.kind) or "unknown_start" in (left.kind, right.kind) or "deadline" in (left.kind, right.kind):
        return False
    return max(lows) >= min(highs)


def dates_disagree(view: EventView, rows: Sequence[int]) -> bool:
    """Return whether two of these mentions, both dated by their text, name times that have no moment in common."""
    dated = [view.extents[row] for row in rows if view.dated[row] and view.table["date_basis"].iloc[row] not in _UNFIRM]
    return any(_apart(left, right) for number, left in enumerate(dated) for right in dated[number + 1 :])
