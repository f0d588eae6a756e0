"""The event table as Parquet: lists are list columns, times are timestamps in milliseconds without a zone."""

from __future__ import annotations

import io

import pandas as pd
import pyarrow.parquet as pq

from pipeline.export.arrow_table import arrow_table


def parquet_bytes(table: pd.DataFrame) -> bytes:
    """Return the table as one Parquet file, compressed with zstd."""
    out = io.BytesIO()
    pq.write_table(arrow_table(table), out, compression="zstd")
    return out.getvalue()
