"""The event table made ready for the page: sorted by time, its extents known, actors and words indexed. Built once per table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.view.certainty import Extent, extent_of
from pipeline.view.stories import Stories

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]
ROLES = ("any", "source", "target")
_ROLE_COLUMNS = {"any": "actors", "source": "source_actors", "target": "target_actors"}
_SEARCHED = ("summary", "sentence", "trigger", "place", "said_by", "article_title", "source")


@dataclass(frozen=True, slots=True, eq=False)
class EventView:
    """The rows in order of time (undated ones last) with what the page asks of them again and again.

    `reach_from`, `reach_to` (days as ms, half-open) is the time a row may cover when a date range asks: an open end reaches
    infinity, an unknown start only the known end. NaN = undated. `members[role][actor]` are the row numbers of an actor.
    """

    table: pd.DataFrame
    extents: tuple[Extent, ...]
    lo: Floats
    hi: Floats
    reach_from: Floats
    reach_to: Floats
    members: Mapping[str, Mapping[str, Rows]]
    searched: tuple[str, ...]
    row_of: Mapping[str, int]
    stories: Stories

    @classmethod
    def of(cls, table: pd.DataFrame) -> EventView:
        """Build the view of an event table, which is left as it is."""
        extents = [extent_of(row) for row in table.to_dict("records")]
        lo = np.array([extent.lo for extent in extents], dtype=np.float64)
        hi = np.array([extent.hi for extent in extents], dtype=np.float64)
        order = np.lexsort((np.arange(len(table)), hi, np.where(np.isnan(lo), np.inf, lo)))
        table = table.iloc[order].reset_index(drop=True)
        extents, lo, hi = [extents[number] for number in order], lo[order], hi[order]
        open_end = np.array([extent.kind == "open_end" for extent in extents], dtype=bool)
        return cls(
            table,
            tuple(extents),
            lo,
            hi,
            lo,
            np.where(open_end, np.inf, hi),
            {role: _members(table[column]) for role, column in _ROLE_COLUMNS.items()},
            tuple(_searched(row) for row in table.to_dict("records")),
            {event_id: number for number, event_id in enumerate(table["event_id"])},
            Stories.read(table, lo),
        )

    def __len__(self) -> int:
        return len(self.table)

    @property
    def dated(self) -> Mask:
        """Which rows have a place in time."""
        return ~np.isnan(self.lo)

    def touching(self, lo: float, hi: float) -> Mask:
        """Return which rows have something to draw between two moments: the mark of an exact one, any part of a longer one."""
        exact = np.array([extent.kind == "exact" for extent in self.extents], dtype=bool)
        middle = (self.lo + self.hi) / 2
        spans = (self.reach_to > lo) & (self.reach_from < hi)
        return np.asarray(np.where(exact, (middle >= lo) & (middle < hi), spans), dtype=bool)

    def covering(self, lo: float, hi: float) -> Mask:
        """Return which rows last all the time between two moments and longer: background, with no beginning or end to see."""
        return np.asarray((self.reach_from < lo) & (self.reach_to > hi))

    def row(self, number: int) -> dict[str, Any]:
        """Return one row as a mapping of its columns."""
        return dict(self.table.iloc[number])

    def rows_of(self, role: str, actors: Sequence[str]) -> Mask:
        """Return which rows have at least one of the actors in the role."""
        mask = np.zeros(len(self), dtype=bool)
        for actor in actors:
            mask[self.members[role].get(actor, np.empty(0, dtype=np.int64))] = True
        return mask


def _members(cells: pd.Series) -> dict[str, Rows]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(cells):
        for name in dict.fromkeys(names):
            found[name].append(number)
    return {name: np.array(numbers, dtype=np.int64) for name, numbers in found.items()}


def _searched(row: Mapping[str, Any]) -> str:
    texts = [row[name] for name in _SEARCHED if isinstance(row[name], str)]
    return "\n".join([*texts, *row["actors"], *row["names"]]).casefold()
