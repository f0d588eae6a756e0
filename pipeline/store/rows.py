"""Articles and event tables to database rows and back, without loss."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from pipeline.event_table import COLUMNS, Column
from pipeline.records import Article


def article_row(article: Article) -> dict[str, Any]:
    """Return the article as a row; `published` becomes ISO text (a date has 10 characters, a time has more)."""
    return {
        "article_id": article.article_id,
        "title": article.title,
        "text": article.text,
        "published": None if article.published is None else article.published.isoformat(),
        "published_source": article.published_source,
        "url": article.url,
        "source": article.source,
        "language": article.language,
        "body_start": article.body_start,
    }


def published_of(iso: str | None) -> dt.date | dt.datetime | None:
    """Return the kept publication date or time.

    >>> published_of("2022-03-01"), published_of(None)
    (datetime.date(2022, 3, 1), None)
    """
    if iso is None:
        return None
    return dt.date.fromisoformat(iso) if len(iso) == len("2022-03-01") else dt.datetime.fromisoformat(iso)


def article_of(row: Mapping[str, Any]) -> Article:
    """Return the article of a row of `article_row`'s fields."""
    fields = {name: row[name] for name in row if name != "number"}
    return Article(**{**fields, "published": published_of(row["published"])})


def event_rows(table: pd.DataFrame, article_number: int) -> list[dict[str, Any]]:
    """Return the rows of one article's event table, in order."""
    cells = [_to_database(column, table[column.name]) for column in COLUMNS]
    names = [column.name for column in COLUMNS]
    return [
        {"article_number": article_number, "position": position, **dict(zip(names, row, strict=True))}
        for position, row in enumerate(zip(*cells, strict=True))
    ]


def event_table_of(rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Return the event table of rows that hold the cells in the order of COLUMNS."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(COLUMNS)
    return pd.DataFrame({column.name: _from_database(column, cells) for column, cells in zip(COLUMNS, columns, strict=True)})


def _to_database(column: Column, cells: pd.Series) -> list[Any]:
    if column.dtype == "datetime64[ms]":
        stamps = cells.to_numpy(dtype="datetime64[ms]")
        return [None if np.isnat(stamp) else int(stamp.astype("int64")) for stamp in stamps]
    if column.dtype == "object":
        return [json.dumps(cell, ensure_ascii=False) for cell in cells]
    kind = {"str": str, "Int64": int, "float64": float}[column.dtype]
    return [None if pd.isna(cell) else kind(cell) for cell in cells]


def _from_database(column: Column, cells: Sequence[Any]) -> pd.Series:
    if column.dtype == "datetime64[ms]":
        stamps = [np.datetime64("NaT", "ms") if cell is None else np.datetime64(cell, "ms") for cell in cells]
        return pd.Series(np.array(stamps, dtype="datetime64[ms]"), name=column.name)
    if column.dtype == "object":
        return pd.Series([json.loads(cell) for cell in cells], name=column.name, dtype="object")
    return pd.Series(list(cells), name=column.name, dtype=column.dtype)
