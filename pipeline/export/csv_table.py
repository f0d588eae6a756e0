"""The event table as CSV: UTF-8, comma, a header of column names, lists joined by "; ".

Two decisions. A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets an
apostrophe before it. Dates before year 0 are the exception: `-0043-03-15` is data that programs read, so the columns `date`, `first_day`,
`last_day` and `published` keep it as it is, provided the whole cell is made of a date's characters only; a spreadsheet should import
these columns as text, or it computes -43 minus 3 minus 15.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from pipeline.arrow_table import arrow_table

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
LIST_SEPARATOR = "; "
ROWS_AT_ONCE = 100_000
THREADS = 2  # of a machine with two cores; they work outside Python, so the page goes on answering
YEAR_1000, YEAR_10000 = (int(np.datetime64(year, "ms").astype(np.int64)) for year in ("1000-01-01", "10000-01-01"))
_FORMULA = r"\A([=+\-@\t\r])"
_PLAIN_DATE = r"\A-?[0-9X]{4,}[0-9XTZ:.~?%+/\-]*\z"
DATE_COLUMNS = frozenset({"date", "first_day", "last_day", "published"})


def csv_bytes(table: pd.DataFrame, *, byte_order_mark: bool = True) -> bytes:
    """Return the table as CSV. The byte order mark tells Excel that it is UTF-8; pandas.read_csv skips it.

    Times are ISO 8601 without a zone ("2022-02-28T00:00:00"), spans "12-21; 30-34", missing cells empty.
    """
    starts = range(0, max(len(table), 1), ROWS_AT_ONCE)
    with ThreadPoolExecutor(THREADS if len(starts) > 1 else 1) as workers:
        parts = list(workers.map(lambda first: _part(table.iloc[first : first + ROWS_AT_ONCE], header=first == 0), starts))
    return b"".join([BYTE_ORDER_MARK if byte_order_mark else b"", *parts])


def _part(table: pd.DataFrame, *, header: bool) -> Any:
    """Return some rows as CSV, in a buffer."""
    out, rows = pa.BufferOutputStream(), arrow_table(table)
    written = pa.table([_written(rows[name], name) for name in rows.column_names], names=rows.column_names)
    csv.write_csv(written, out, csv.WriteOptions(include_header=header, quoting_style="needed", quoting_header="none"))
    return out.getvalue()


def defused(cells: Any) -> Any:
    """Return strings (an Arrow array) with an apostrophe before each that a spreadsheet would run."""
    if not pc.any(pc.match_substring_regex(cells, pattern=_FORMULA)).as_py():
        return cells
    return pc.replace_substring_regex(cells, pattern=_FORMULA, replacement=r"'\1")


def _written(cells: Any, name: str) -> Any:
    if pa.types.is_timestamp(cells.type):
        return _iso(cells)
    if pa.types.is_list(cells.type):
        lists = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
        return defused(pc.fill_null(pc.binary_join(_spans(lists) if name == "actor_spans" else lists, LIST_SEPARATOR), ""))
    if not pa.types.is_string(cells.type):
        return cells
    if name in DATE_COLUMNS:
        return pc.if_else(pc.match_substring_regex(cells, pattern=_PLAIN_DATE), cells, defused(cells))
    return defused(cells)


def _spans(lists: Any) -> Any:
    """Return lists of (start, end) as lists of "start-end"."""
    pairs = lists.flatten()
    start, end = (pc.cast(pc.list_element(pairs, place), pa.string()) for place in (0, 1))
    offsets = np.concatenate(([0], np.cumsum(pc.fill_null(pc.list_value_length(lists), 0).to_numpy(zero_copy_only=False))))
    return pa.ListArray.from_arrays(pa.array(offsets.astype(np.int32)), pc.binary_join_element_wise(start, end, "-"))


def _iso(cells: Any) -> Any:
    stamps = cells.to_numpy().astype("datetime64[ms]")
    numbers = stamps[~np.isnat(stamps)].astype("int64")
    if (numbers % 1000 == 0).all() and (numbers >= YEAR_1000).all() and (numbers < YEAR_10000).all():
        texts = cells.cast(pa.timestamp("s")).cast(pa.string())
        return pc.binary_replace_slice(texts, start=10, stop=11, replacement="T")
    whole = bool((numbers % 1000 == 0).all())
    texts = np.datetime_as_string(stamps, unit="s" if whole else "ms")
    return pa.array(np.where(np.isnat(stamps), None, texts.astype(object)), type=pa.string())
