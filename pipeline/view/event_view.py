"""The event table made ready for the page: sorted by time, its extents known, actors and words indexed. Built once per table.

Everything that is asked of all rows is a plain numpy array, so that a million rows answer in milliseconds; texts are read row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipeline.arrow_table import arrow_table
from pipeline.event_table import COLUMN_NAMES
from pipeline.view.certainty import TIME_COLUMNS, Extents, Floats
from pipeline.view.columns import Coded, coded, coded_lists, packed
from pipeline.view.members import Members, Rows
from pipeline.view.stories import Stories

Mask = NDArray[np.bool_]
ROLES = ("any", "source", "target")
_ROLE_COLUMNS = {"any": "actors", "source": "source_actors", "target": "target_actors"}


@dataclass(frozen=True, slots=True, eq=False)
class EventView:
    """The rows in order of time (undated ones last) with what the page asks of them again and again.

    `table` is packed (`pipeline.view.columns`). `middle` is where a row's mark stands. `reach_from`, `reach_to` (days as ms,
    half-open) is the time a row may cover when a date range asks: an open end reaches infinity, an unknown start only the
    known end. NaN = undated. `members[role][actor]` are the row numbers of an actor. `kept` holds what was worked out once.
    """

    table: pd.DataFrame
    extents: Extents
    lo: Floats
    hi: Floats
    middle: Floats
    reach_from: Floats
    reach_to: Floats
    members: Mapping[str, Members]
    row_of: RowOf
    stories: Stories
    kept: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, table: pd.DataFrame) -> EventView:
        """Build the view of an event table, which is left as it is."""
        whole = arrow_table(table[list(COLUMN_NAMES)])
        return cls.read(lambda name: whole[name])

    @classmethod
    def read(cls, column: Callable[[str], Any]) -> EventView:
        """Build the view of the columns that `column(name)` returns as Arrow arrays; each is read once more than it is needed at most."""
        extents = Extents.of(packed(column, only=TIME_COLUMNS))
        lo, hi = extents.lo, extents.hi
        order = np.lexsort((hi, np.where(np.isnan(lo), np.inf, lo)))
        table = packed(column, order)
        extents = extents.taken(order)
        lo, hi = extents.lo, extents.hi
        stories = Stories.read(table, lo)
        return cls(
            table,
            extents,
            lo,
            hi,
            (lo + hi) / 2,
            lo,
            np.where(extents.is_kind("open_end"), np.inf, hi),
            {role: Members.of(coded_lists(table[name]), stories.of) for role, name in _ROLE_COLUMNS.items()},
            RowOf(table["event_id"]),
            stories,
        )

    def __len__(self) -> int:
        return len(self.table)

    @property
    def dated(self) -> Mask:
        """Which rows have a place in time."""
        return ~np.isnan(self.lo)

    def codes(self, name: str) -> Coded:
        """Return a column of repeated texts as codes."""
        if name not in self.kept:
            self.kept[name] = coded(self.table[name])
        found: Coded = self.kept[name]
        return found

    def touching(self, lo: float, hi: float) -> Mask:
        """Return which rows have something to draw between two moments: the mark of an exact one, any part of a longer one."""
        marked = (self.middle >= lo) & (self.middle < hi)
        spans = (self.reach_to > lo) & (self.reach_from < hi)
        return np.asarray(np.where(self.extents.is_kind("exact"), marked, spans), dtype=bool)

    def opening(self, lo: float, hi: float) -> Mask:
        """Return which rows lie ahead without a stated day and were published between two moments: no place in time, but a beginning."""
        begins = self.extents.draw_lo
        return np.asarray(self.extents.is_kind("ahead") & (begins >= lo) & (begins < hi))

    def stretches(self, mask: Mask) -> tuple[Floats, Floats]:
        """Return where the rows begin and end, NaN for undated ones; where none has a date, the publications of what lies ahead."""
        if (mask & self.dated).any():
            return self.lo[mask], self.hi[mask]
        begins = self.extents.draw_lo[mask & self.extents.is_kind("ahead")]
        return begins, begins

    def covering(self, lo: float, hi: float) -> Mask:
        """Return which rows last all the time between two moments and longer: background, with no beginning or end to see."""
        return np.asarray((self.reach_from < lo) & (self.reach_to > hi))

    def row(self, number: int) -> dict[str, Any]:
        """Return one row as a mapping of its columns."""
        return self.rows([number])[0]

    def rows(self, numbers: Sequence[int] | Rows, names: Sequence[str] = COLUMN_NAMES) -> list[dict[str, Any]]:
        """Return rows as mappings of the columns named."""
        cells = [self.table[name].array.take(np.asarray(numbers, dtype=np.int64)).tolist() for name in names]
        return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]

    def rows_of(self, role: str, actors: Sequence[str]) -> Mask:
        """Return which rows have at least one of the actors in the role."""
        mask = np.zeros(len(self), dtype=bool)
        for actor in actors:
            if actor in self.members[role]:
                mask[self.members[role][actor]] = True
        return mask


class RowOf(Mapping[str, int]):
    """The row number of an event id; found by looking through the ids, which a million rows allow."""

    __slots__ = ("_ids",)

    def __init__(self, ids: pd.Series) -> None:
        self._ids = ids.array.__arrow_array__()

    def __getitem__(self, event_id: str) -> int:
        place = pc.index(self._ids, event_id).as_py() if isinstance(event_id, str) and event_id else -1
        if place < 0:
            raise KeyError(event_id)
        return int(place)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids.to_pylist())

    def __len__(self) -> int:
        return len(self._ids)
