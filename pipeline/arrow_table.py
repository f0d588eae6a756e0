"""The event table as an Arrow table: one type per column, lists as lists; CSV, JSON and Parquet are written from it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.event_table import COLUMNS, Column

_TYPES: dict[str, Any] = {
    "str": pa.string(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "datetime64[ms]": pa.timestamp("ms"),
    "object": pa.list_(pa.string()),
}
_SPANS: Any = pa.list_(pa.list_(pa.int64()))
_BY_NAME: dict[str, Column] = {column.name: column for column in COLUMNS}


def arrow_type(name: str) -> Any:
    """Return the Arrow type of an event table column."""
    return _SPANS if name == "actor_spans" else _TYPES[_BY_NAME[name].dtype]


def arrow_table(table: pd.DataFrame) -> Any:
    """Return the event table, or any choice of its columns in any order, as a pyarrow.Table; the index is left out."""
    names = list(table.columns)
    if unknown := [name for name in names if name not in _BY_NAME]:
        raise ValueError(f"no column of the event table: {unknown[0]!r}")
    return pa.table([_array(name, table[name]) for name in names], schema=pa.schema([(name, arrow_type(name)) for name in names]))


def _array(name: str, cells: pd.Series) -> Any:
    kind = arrow_type(name)
    if isinstance(cells.dtype, pd.ArrowDtype):  # lists of a packed table (pipeline.view.columns)
        return pa.array(cells.array).cast(kind) if name == "actor_spans" else _decoded(pa.array(cells.array))
    if _BY_NAME[name].dtype == "object":
        return pa.array(cells.tolist(), type=kind)
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return pa.array(cells.array).cast(kind)
    return pa.Array.from_pandas(cells, type=kind)


def _decoded(lists: Any) -> Any:
    lists = lists.combine_chunks() if isinstance(lists, pa.ChunkedArray) else lists
    lengths = pc.fill_null(pc.list_value_length(lists), 0)
    offsets = np.concatenate(([0], np.cumsum(lengths.to_numpy(zero_copy_only=False)))).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), lists.flatten().dictionary_decode())
