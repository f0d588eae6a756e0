"""Event table -> records: the way back of `pipeline.event_table.from_events`, for tables that were kept."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import pandas as pd

from pipeline.day import Day
from pipeline.event_table import COLUMNS, Column
from pipeline.records import Event

_DAYS = ("first_day", "last_day")
_NONE_WHEN_MISSING = ("granularity", "time_relation", "time_start", "time_end", *_DAYS, "start", "end", "published")


def to_events(table: pd.DataFrame) -> tuple[Event, ...]:
    """Return the rows as records; `from_events(to_events(table))` equals a valid table."""
    cells = {column.name: [_field(column, cell) for cell in table[column.name].array] for column in COLUMNS}
    return tuple(Event(**dict(zip(cells, row, strict=True))) for row in zip(*cells.values(), strict=True))


def _field(column: Column, cell: Any) -> Any:
    if isinstance(cell, (list, tuple)):
        return tuple(tuple(item) if isinstance(item, (list, tuple)) else item for item in cell)
    if pd.isna(cell):
        return None if column.name in _NONE_WHEN_MISSING else ""
    if column.name in _DAYS:
        return Day.parse(cell)
    if column.name == "published":
        return _published(cell)
    if column.dtype == "datetime64[ms]":
        return cast(pd.Timestamp, cell).to_pydatetime()
    if column.dtype == "Int64":
        return int(cell)
    return float(cell) if column.dtype == "float64" else cell


def _published(cell: str) -> dt.date | dt.datetime:
    return dt.datetime.fromisoformat(cell) if "T" in cell else dt.date.fromisoformat(cell)
