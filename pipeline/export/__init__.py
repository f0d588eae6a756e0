"""Export: the event table and time expressions in the formats other programs read."""

from pipeline.export.csv_table import csv_bytes
from pipeline.export.json_table import json_bytes, jsonl_bytes
from pipeline.export.parquet_table import parquet_bytes
from pipeline.export.timeml import timeml_bytes
from pipeline.export.timex_rows import timex_csv, timex_jsonl

__all__ = ["csv_bytes", "json_bytes", "jsonl_bytes", "parquet_bytes", "timeml_bytes", "timex_csv", "timex_jsonl"]
