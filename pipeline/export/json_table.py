"""The event table as JSON (one array) and JSON lines: dates and times are ISO strings or null, lists stay lists."""

from __future__ import annotations

from typing import Any

import orjson
import pandas as pd

from pipeline.arrow_table import arrow_table
from pipeline.export.about import About


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one dict per row, keys in the table's order, missing cells None."""
    found: list[dict[str, Any]] = arrow_table(table).to_pylist()
    return found


def json_bytes(table: pd.DataFrame, about: About | None = None) -> bytes:
    """Return one JSON array of objects, indented; with `about` an object that holds it and, under "events", the array."""
    found: Any = records(table) if about is None else {"about": about.fields(), "events": records(table)}
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def jsonl_bytes(table: pd.DataFrame) -> bytes:
    """Return one JSON object per line."""
    return b"".join(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE) for record in records(table))
