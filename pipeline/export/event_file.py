"""The event table in the format asked for: what `extract` and `export` write. Each format is imported when it is written."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pipeline.export.about import About
from pipeline.export.plain import web_link
from pipeline.records import Article


def event_file(table: pd.DataFrame, form: str, articles: Sequence[Article], words: str = "") -> bytes:
    """Return the file; `words` say which choice the rows are, for the formats that have a place for it. Plain JSON stays an array."""
    if form in ("ics", "timelinejs"):
        title = articles[0].title if len(articles) == 1 else f"Timeline of {len(articles)} articles"
        about, links = About.of(table, title, words), {article.article_id: web_link(article.url) for article in articles}
        if form == "ics":
            from pipeline.export.ics_calendar import ics_bytes

            return ics_bytes(table, about, links)
        from pipeline.export.timelinejs import timelinejs_bytes

        return timelinejs_bytes(table, about, links)
    from pipeline.export import csv_bytes, json_bytes, jsonl_bytes, parquet_bytes

    if form == "csv":
        return csv_bytes(table, byte_order_mark=False)
    return {"json": json_bytes, "jsonl": jsonl_bytes, "parquet": parquet_bytes}[form](table)
