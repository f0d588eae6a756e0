"""The rows as TimelineJS3 reads them (https://timeline.knightlab.com/docs/json-format.html). Its texts are HTML: all of ours are escaped.

TimelineJS cannot show an event without a date; those stand under `dateline.undated_events`, which it ignores.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
import pandas as pd

from pipeline.day import Day
from pipeline.export.about import About
from pipeline.export.json_table import records
from pipeline.export.plain import plain_html
from pipeline.view.words import date_words


def timelinejs_bytes(table: pd.DataFrame, about: About, links: Mapping[str, str] | None = None) -> bytes:
    """Return the JSON; `links` are the articles' addresses by id (only http and https ones)."""
    rows = records(table)
    slides = [_slide(row, (links or {}).get(row["article_id"], "")) for row in rows]
    undated = [{"event_id": row["event_id"], "summary": row["summary"]} for row, slide in zip(rows, slides, strict=True) if slide is None]
    found = {
        "title": {"text": {"headline": plain_html(about.title), "text": f"<p>{plain_html(about.sentence)}</p>"}},
        "events": [slide for slide in slides if slide is not None],
        "scale": "human",
        "dateline": about.fields() | {"undated_events": undated},
    }
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _slide(row: Mapping[str, Any], link: str) -> dict[str, Any] | None:
    first, last = (None if pd.isna(row[name]) else Day.parse(row[name]) for name in ("first_day", "last_day"))
    begins = first or last
    if begins is None:
        return None
    words = date_words(row)
    clock = row["granularity"] in ("minute", "hour") and not pd.isna(row["start"])
    slide: dict[str, Any] = {
        "unique_id": row["event_id"],
        "start_date": _date(begins, row["start"] if clock else None),
        "display_date": words,
        "text": {"headline": plain_html(row["summary"]), "text": _text(row, link)},
        "group": plain_html(next(iter([*row["source_actors"], *row["actors"]]), "")),
    }
    if first is not None and last is not None and last != first:
        slide["end_date"] = _date(last)
    return slide


def _date(day: Day, clock: Any = None) -> dict[str, int]:
    found = {"year": day.year, "month": day.month, "day": day.day}
    if clock is not None:
        moment = pd.Timestamp(clock)
        found |= {"hour": moment.hour, "minute": moment.minute}
    return found


def _text(row: Mapping[str, Any], link: str) -> str:
    source = plain_html(row["article_title"] or row["article_id"])
    if link:
        source = f'<a href="{plain_html(link)}" rel="noopener noreferrer nofollow">{source}</a>'
    facts = " · ".join(plain_html(part) for part in (row["status"], row["date_reason"]) if part)
    return f"<blockquote>{plain_html(row['sentence'])}</blockquote><p>{facts}</p><p>{source}</p>"
