"""Export: the event table and time expressions in the formats other programs read.

Those that say dates in words (`ics_calendar`, `timelinejs`) read `pipeline.view`, which reads this package: import them by module.
"""

from pipeline.export.about import About
from pipeline.export.csv_description import csv_description_bytes
from pipeline.export.csv_table import csv_bytes
from pipeline.export.json_table import json_bytes, jsonl_bytes
from pipeline.export.parquet_table import parquet_bytes
from pipeline.export.timeml import timeml_bytes
from pipeline.export.timex_rows import timex_csv, timex_jsonl

__all__ = [
    "About",
    "csv_bytes",
    "csv_description_bytes",
    "json_bytes",
    "jsonl_bytes",
    "parquet_bytes",
    "timeml_bytes",
    "timex_csv",
    "timex_jsonl",
]
