"""The event table as CSV: UTF-8, comma, a header of column names, lists joined by "; ".

Two decisions. A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets an
apostrophe before it. Dates before year 0 are the exception: `-0043-03-15` is data that programs read, so the columns `date`, `first_day`,
`last_day` and `published` keep it as it is, provided the whole cell is made of a date's characters only; a spreadsheet should import
these columns as text, or it computes -43 minus 3 minus 15.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from pipeline.export.arrow_table import arrow_table

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
LIST_SEPARATOR = "; "
_FORMULA = r"\A([=+\-@\t\r])"
_PLAIN_DATE = r"\A-?[0-9X]{4,}[0-9XTZ:.~?%+/\-]*\z"
DATE_COLUMNS = frozenset({"date", "first_day", "last_day", "published"})


def csv_bytes(table: pd.DataFrame, *, byte_order_mark: bool = True) -> bytes:
    """Return the table as CSV. The byte order mark tells Excel that it is UTF-8; pandas.read_csv skips it.

    Times are ISO 8601 without a zone ("2022-02-28T00:00:00"), spans "12-21; 30-34", missing cells empty.
    """
    rows = arrow_table(table)
    written = pa.table([_written(rows[name], name) for name in rows.column_names], names=rows.column_names)
    out = io.BytesIO()
    if byte_order_mark:
        out.write(BYTE_ORDER_MARK)
    csv.write_csv(written, out, csv.WriteOptions(quoting_style="needed", quoting_header="none"))
    return out.getvalue()


def defused(cells: Any) -> Any:
    """Return strings (an Arrow array) with an apostrophe before each that a spreadsheet would run."""
    return pc.replace_substring_regex(cells, pattern=_FORMULA, replacement=r"'\1")


def _written(cells: Any, name: str) -> Any:
    if pa.types.is_timestamp(cells.type):
        return _iso(cells)
    if pa.types.is_list(cells.type):
        texts = [LIST_SEPARATOR.join(map(_item, cell or ())) for cell in cells.to_pylist()]
        return defused(pa.array(texts, type=pa.string()))
    if not pa.types.is_string(cells.type):
        return cells
    if name in DATE_COLUMNS:
        return pc.if_else(pc.match_substring_regex(cells, pattern=_PLAIN_DATE), cells, defused(cells))
    return defused(cells)


def _item(item: object) -> str:
    return f"{item[0]}-{item[1]}" if isinstance(item, list) else str(item)


def _iso(cells: Any) -> Any:
    stamps = cells.to_numpy().astype("datetime64[ms]")
    whole = bool((stamps[~np.isnat(stamps)].astype("int64") % 1000 == 0).all())
    texts = np.datetime_as_string(stamps, unit="s" if whole else "ms")
    return pa.array(np.where(np.isnat(stamps), None, texts.astype(object)), type=pa.string())
