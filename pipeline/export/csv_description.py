"""What the columns of a CSV mean, as a file to lie beside it: W3C's "CSV on the Web" (https://www.w3.org/TR/tabular-metadata/).

A comment inside the CSV would break the programs that read it, so the filter and the number of undated rows stand here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from pipeline.event_table import COLUMNS, Column
from pipeline.export.about import About
from pipeline.export.csv_table import LIST_SEPARATOR

_DATATYPES = {"str": "string", "Int64": "integer", "float64": "number", "datetime64[ms]": "dateTime", "object": "string"}


def csv_description_bytes(about: About, csv_name: str, names: Sequence[str] = ()) -> bytes:
    """Return the description of the CSV file `csv_name` with these columns (all by default), as JSON."""
    columns = [column for column in COLUMNS if not names or column.name in names]
    columns.sort(key=lambda column: list(names).index(column.name) if names else 0)
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": csv_name,
        "dc:title": about.title,
        "dc:description": f"{about.sentence}.",
        "dateline:about": about.fields(),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "header": True, "lineTerminators": ["\n"]},
        "tableSchema": {"primaryKey": "event_id", "columns": [_described(column) for column in columns]},
    }
    return orjson.dumps(described, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _described(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.label,
        "dc:description": column.meaning,
        "datatype": _DATATYPES[column.dtype],
        "required": not column.nullable and (column.dtype in ("Int64", "float64") or column.name.endswith("_id")),
    }
    if column.dtype == "object":
        found["separator"] = LIST_SEPARATOR
    return found
