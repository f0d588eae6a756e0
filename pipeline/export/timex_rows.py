"""Time expressions as rows: what `python -m pipeline timex` writes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

import orjson

from pipeline.records import Timex

TIMEX_COLUMNS = ("article_id", "start", "end", "text", "type", "value", "mod", "edtf", "first_day", "last_day", "rule", "reason")
"""The contract's columns. `start` and `end` count characters of the article's text, end exclusive; days are inclusive. Where
several readings fit, JSON has one field more, `alternatives`: each with its weight, the one used first (`reason` names them too)."""
_RUN_BY_SPREADSHEETS = re.compile(r"[=+\-@\t\r]")
_DATES = ("value", "edtf", "first_day", "last_day")
_PLAIN_DATE = re.compile(r"-?[0-9X]{4,}[0-9XTZ:.~?%+/-]*")


def timex_record(timex: Timex) -> dict[str, Any]:
    """Return one row; days are ISO strings, None where open or unknown, and so is `edtf` where there is none."""
    record: dict[str, Any] = {
        "article_id": timex.article_id,
        "start": timex.start_char,
        "end": timex.end_char,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": timex.edtf or None,
        "first_day": None if timex.first_day is None else str(timex.first_day),
        "last_day": None if timex.last_day is None else str(timex.last_day),
        "rule": timex.rule,
        "reason": timex.reason,
    }
    if timex.alternatives:
        record["alternatives"] = [{"value": value, "weight": weight} for value, weight in timex.alternatives]
    return record


def timex_jsonl(timexes: Iterable[Timex]) -> bytes:
    """Return one JSON object per line."""
    return b"".join(orjson.dumps(timex_record(timex), option=orjson.OPT_APPEND_NEWLINE) for timex in timexes)


def timex_csv(timexes: Iterable[Timex], *, header: bool = True) -> bytes:
    """Return CSV rows (UTF-8, no byte order mark); cells that a spreadsheet would run are defused as in `csv_table`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(TIMEX_COLUMNS)
    for timex in timexes:
        record = timex_record(timex)
        writer.writerow([_cell(name, record[name]) for name in TIMEX_COLUMNS])
    return out.getvalue().encode("utf-8")


def _cell(name: str, value: object) -> object:
    if not isinstance(value, str) or (name in _DATES and _PLAIN_DATE.fullmatch(value)):
        return value
    return f"'{value}" if _RUN_BY_SPREADSHEETS.match(value) else value
