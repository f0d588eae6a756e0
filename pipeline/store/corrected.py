"""A reader's corrections laid over the event table: what was read stays in the store, what is shown is the corrected row.

A correction survives a new extraction, because the id of an event is that of its article and its trigger's place. Where a new version
of an article moved the trigger, the correction goes to the one event of the article with the same trigger in the same sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from pipeline.day import Day
from pipeline.event_table import LIST_COLUMNS, STATUSES
from pipeline.store.notebook import Correction

EDITABLE = ("summary", "status", "actors", "source_actors", "target_actors", "date", "first_day", "last_day", "granularity")
_BY_READER = "given by the reader"


def correction_of(row: Mapping[str, Any], review: str, **changes: Any) -> Correction:
    """Return the correction of an event table row. Raises ValueError for a column that cannot be edited or a day that is none.

    `actors` are all who take part; who of them does it and to whom stays as it was read, as far as they are still among them.
    `first_day`, `last_day` (ISO, None = open) set the whole date.
    """
    if unknown := set(changes) - set(EDITABLE):
        raise ValueError(f"{sorted(unknown)[0]!r} cannot be edited; {', '.join(EDITABLE)} can")
    if changes.get("status", "happened") not in STATUSES:
        raise ValueError(f"{changes['status']!r} is no status; {', '.join(STATUSES)} are")
    cells = dict(changes)
    if "actors" in cells:
        for name in ("source_actors", "target_actors"):
            cells.setdefault(name, [actor for actor in row[name] if actor in cells["actors"]])
    if "first_day" in cells or "last_day" in cells:
        cells |= _date(cells.get("first_day"), cells.get("last_day"), str(row["date_reason"]))
    return Correction(row["event_id"], row["article_id"], row["trigger"], row["sentence"], review, cells)


def _date(first: str | None, last: str | None, was: str) -> dict[str, Any]:
    days = [None if day is None else Day.parse(day) for day in (first, last)]
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        raise ValueError(f"the first day {first} lies after the last day {last}")
    kept = f"; read as: {was}" if was and not was.startswith(_BY_READER) else ""
    one = first is not None and first == last
    return {
        "first_day": first,
        "last_day": last,
        "date": (first if one else f"{first or '..'}/{last or '..'}") if first or last else None,
        "granularity": "day" if first or last else None,
        "time_relation": ("at" if one else "between" if first and last else "since" if first else "by") if first or last else None,
        "date_basis": "explicit" if first or last else "none",
        "date_reason": _BY_READER + kept,
    }


def corrected(table: pd.DataFrame, corrections: Sequence[Correction]) -> pd.DataFrame:
    """Return the event table with the corrections in it; those whose event is not there change nothing."""
    if not corrections or not len(table):
        return table
    table = table.copy()
    place = {event_id: number for number, event_id in enumerate(table["event_id"])}
    cells: dict[str, list[Any]] = {}
    for correction in corrections:
        row = place.get(correction.event_id)
        row = _moved(table, correction) if row is None else row
        if row is None:
            continue
        for name, value in {**correction.changes, **_drawn(correction.changes), "review": correction.review}.items():
            cells.setdefault(name, _values(table[name]))[row] = value
    for name, values in cells.items():
        table[name] = _series(values, table[name])
    return table


def _moved(table: pd.DataFrame, correction: Correction) -> int | None:
    same = (table["article_id"] == correction.article_id) & (table["trigger"] == correction.trigger)
    found = np.flatnonzero(same & (table["sentence"] == correction.sentence))
    return int(found[0]) if found.size == 1 else None


def _drawn(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return `start` and `end` of a date that was edited: midnights, as far as drawing reaches."""
    if "first_day" not in changes:
        return {}
    first, last = (None if changes[name] is None else Day.parse(changes[name]) for name in ("first_day", "last_day"))
    return {"start": _midnight(first, 0), "end": _midnight(last, 1)}


def _midnight(day: Day | None, days_on: int) -> Any:
    return np.datetime64("NaT", "ms") if day is None else np.datetime64((day.ordinal + days_on) * 86_400_000, "ms")


def _values(cells: pd.Series) -> list[Any]:
    return list(cells.to_numpy(dtype="datetime64[ms]")) if cells.name in ("start", "end") else cells.tolist()


def _series(values: list[Any], like: pd.Series) -> pd.Series:
    if like.name in LIST_COLUMNS:
        return pd.Series([list(value) for value in values], index=like.index, name=like.name, dtype="object")
    if like.name in ("start", "end"):
        return pd.Series(np.array(values, dtype="datetime64[ms]"), index=like.index, name=like.name)
    return pd.Series(values, index=like.index, name=like.name, dtype=like.dtype)
