"""Opening a table of events that was written by `python -m pipeline extract`, Parquet or CSV, of any size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv

from pipeline.arrow_table import arrow_type
from pipeline.errors import EventTableError, IngestError
from pipeline.event_table import COLUMN_NAMES, COLUMNS, LIST_COLUMNS, Column
from pipeline.export.csv_table import LIST_SEPARATOR
from pipeline.view.columns import coded, coded_lists, give_back
from pipeline.view.event_view import EventView

MOST_NAMED = 5  # breaches of the contract that are named
_DEFUSED = r"\A'([=+\-@\t\r])"  # what pipeline.export.csv_table puts before a cell that a spreadsheet would run


def read_view(path: Path) -> EventView:
    """Return the view of a table file; raises IngestError when it cannot be read and EventTableError when it is no event table."""
    try:
        column, names = _parquet(path) if path.suffix.lower() == ".parquet" else _csv(path)
    except (OSError, pa.ArrowException) as error:
        reason = f" ({error.strerror})" if isinstance(error, OSError) and error.strerror else ""
        raise IngestError(path.name, f"cannot be read as a table{reason}; write one with `python -m pipeline extract -o FILE`") from error
    if missing := [name for name in COLUMN_NAMES if name not in names]:
        raise EventTableError([f"{path.name} has no column {', '.join(missing[:MOST_NAMED])}; write it with `python -m pipeline extract`"])
    try:
        view = EventView.read(column)
    except (ValueError, pa.ArrowException) as error:
        raise EventTableError([f"{path.name}: {_first_line(error)}"]) from error
    if problems := breaches(view):
        raise EventTableError([f"{path.name}: {problem}" for problem in problems[:MOST_NAMED]])
    give_back()
    return view


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


def _parquet(path: Path) -> tuple[Callable[[str], Any], list[str]]:
    file = pq.ParquetFile(path)
    return lambda name: file.read(columns=[name])[name], file.schema_arrow.names


def _csv(path: Path) -> tuple[Callable[[str], Any], list[str]]:
    text = {name: pa.string() for name in COLUMN_NAMES}
    options = csv.ConvertOptions(column_types=text, strings_can_be_null=True, quoted_strings_can_be_null=True, null_values=[""])
    rows = csv.read_csv(path, parse_options=csv.ParseOptions(newlines_in_values=True), convert_options=options)
    return lambda name: _column(rows[name].combine_chunks(), name), rows.column_names


def _column(cells: Any, name: str) -> Any:
    """Return a CSV column in the type of the event table."""
    cells = pc.replace_substring_regex(cells, _DEFUSED, r"\1")
    if name == "actor_spans":
        return _spans(pc.split_pattern(cells, LIST_SEPARATOR))
    if name in LIST_COLUMNS:
        return pc.split_pattern(cells, LIST_SEPARATOR)
    kind = arrow_type(name)
    required = {column.name for column in COLUMNS if column.dtype == "str" and not column.nullable}
    return pc.fill_null(cells, "") if name in required else cells.cast(kind)


def _spans(lists: Any) -> Any:
    """Return lists of "start-end" as lists of (start, end)."""
    ends = pc.split_pattern(lists.flatten(), "-").flatten().cast(pa.int64())
    offsets = np.concatenate(([0], np.cumsum(pc.fill_null(pc.list_value_length(lists), 0).to_numpy(zero_copy_only=False)))).astype(np.int32)
    pairs = pa.ListArray.from_arrays(pa.array(np.arange(0, len(ends) + 1, 2, dtype=np.int32)), ends)
    return pa.ListArray.from_arrays(pa.array(offsets), pairs)


def breaches(view: EventView) -> list[str]:
    """Return what in the table breaks the contract of `pipeline.event_table`; each different value is looked at once."""
    found = [reason for column in COLUMNS if (reason := _breach(column, view.table[column.name]))]
    if not view.table["event_id"].is_unique:
        found.append("an event_id stands twice")
    if (view.lo > view.hi).any():
        found.append(f"first_day lies after last_day in the event {view.table['event_id'].iloc[int(np.argmax(view.lo > view.hi))]!r}")
    return found


def _breach(column: Column, cells: pd.Series) -> str:
    if not column.nullable and column.dtype != "object" and bool(cells.isna().any()):
        return f"{column.name} is missing in row {int(np.argmax(cells.isna()))}"
    if isinstance(cells.dtype, pd.CategoricalDtype):
        values: list[Any] = list(coded(cells).texts)
    elif column.name in LIST_COLUMNS:
        values = [[name] for name in coded_lists(cells).texts]
    elif column.dtype in ("Int64", "float64") and cells.notna().any():
        values = [cells.min(), cells.max()]
    else:
        return ""
    reason = next((reason for value in values if (reason := column.check(value))), "")
    return f"{column.name} {reason}" if reason else ""
