"""The event table as Parquet: lists are list columns, times are timestamps in milliseconds without a zone."""

from __future__ import annotations

import io

import orjson
import pandas as pd
import pyarrow.parquet as pq

from pipeline.arrow_table import arrow_table
from pipeline.export.about import About


def parquet_bytes(table: pd.DataFrame, about: About | None = None) -> bytes:
    """Return the table as one Parquet file, compressed with zstd; `about` stands as JSON under "dateline" in the schema's metadata."""
    out = io.BytesIO()
    rows = arrow_table(table)
    if about is not None:
        rows = rows.replace_schema_metadata({"dateline": orjson.dumps(about.fields())})
    pq.write_table(rows, out, compression="zstd")
    return out.getvalue()
